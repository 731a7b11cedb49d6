//! Files that are not tables of text, told by their first bytes.
//!
//! Not here: what encoding the text is in (`charset`).

/// The first bytes of formats that people drop by mistake, and their names.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"%PDF-", "PDF"),
    (b"\x1f\x8b", "GZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "XLS"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"BZh", "BZIP2"),
    (b"\xfd7zXZ\x00", "XZ"),
    (b"\x28\xb5\x2f\xfd", "ZSTD"),
    (b"PAR1", "PARQUET"),
    (b"SQLite format 3\x00", "SQLITE"),
    (b"{\\rtf", "RTF"),
    (b"RIFF", "RIFF"),
    (b"\x7fELF", "ELF"),
    (b"\x00asm", "WASM"),
    (b"OggS", "OGG"),
    (b"ID3", "MP3"),
];

/// The name of the format when the bytes are not a table of text.
pub fn foreign_format(head: &[u8]) -> Option<&'static str> {
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Some(zip_kind(head));
    }
    if let Some((_, name)) = SIGNATURES.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(name);
    }
    if head.get(4..8) == Some(b"ftyp") {
        return Some("MP4");
    }
    markup(head)
}

/// Office documents are ZIP archives; the names of their parts stand near the beginning.
fn zip_kind(head: &[u8]) -> &'static str {
    let near = head.get(..4096).unwrap_or(head);
    let holds = |needle: &[u8]| near.windows(needle.len()).any(|w| w == needle);
    if holds(b"xl/") || holds(b"spreadsheet") {
        "XLSX"
    } else if holds(b"word/") {
        "DOCX"
    } else if holds(b"ppt/") {
        "PPTX"
    } else if holds(b"[Content_Types].xml") {
        "XLSX"
    } else {
        "ZIP"
    }
}

/// Text that is markup or JSON rather than a table.
fn markup(head: &[u8]) -> Option<&'static str> {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let start: Vec<u8> = head.iter().take(64).map(u8::to_ascii_lowercase).collect();
    if start.starts_with(b"<?xml") {
        return Some("XML");
    }
    let tags: [&[u8]; 7] =
        [b"<!doctype html", b"<html", b"<table", b"<head", b"<meta", b"<body", b"<style"];
    if tags.iter().any(|t| start.starts_with(t)) {
        return Some("HTML");
    }
    looks_like_json(head).then_some("JSON")
}

fn looks_like_json(head: &[u8]) -> bool {
    let Some((first, rest)) = head.split_first() else { return false };
    let inner = rest.trim_ascii_start();
    match (first, inner.first()) {
        // An object opens with a quoted key and a colon.
        (b'{', Some(b'"')) => {
            let key = inner.get(1..).unwrap_or_default();
            let close = key.iter().position(|b| *b == b'"');
            close
                .and_then(|i| key.get(i + 1..))
                .is_some_and(|r| r.trim_ascii_start().first() == Some(&b':'))
        }
        (b'{', Some(b'}')) => inner.len() < 4,
        (b'[', Some(b'{' | b'[' | b'"')) => true,
        (b'[', Some(b']')) => inner.len() < 4,
        _ => false,
    }
}

/// What a format that is not read is for: what to do instead depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    Picture,
    /// Sound and video.
    Recording,
    /// Other archives than those that are read.
    Archive,
    /// For reading and printing.
    Document,
    /// Cells in a format of one program.
    Spreadsheet,
    /// A database or a text with a structure of its own.
    Structured,
    /// A page of markup without a table.
    Page,
    /// Programs.
    Program,
    /// Bytes that are no text, of no known format.
    Unknown,
}

/// What a format is for, by the name that an `ImportError::NotATable` carries.
pub fn foreign(format: &str) -> Foreign {
    match format {
        "PNG" | "JPEG" | "GIF" | "WEBP" | "BMP" | "TIFF" | "HEIC" | "ICO" | "SVG" | "PSD" => {
            Foreign::Picture
        }
        "MP4" | "MOV" | "AVI" | "MKV" | "MP3" | "OGG" | "WAV" | "FLAC" | "RIFF" => {
            Foreign::Recording
        }
        "7Z" | "RAR" | "BZIP2" | "XZ" | "ZSTD" | "LZ4" | "TAR" | "ZIP" | "GZIP" => Foreign::Archive,
        "PDF" | "RTF" | "DOC" | "DOCX" | "PPT" | "PPTX" | "ODT" | "ODP" | "PAGES" | "MHTML"
        | "EPUB" | "MSG" => Foreign::Document,
        "XLSX" | "XLS" | "XLSB" | "ODS" | "NUMBERS" | "FODS" => Foreign::Spreadsheet,
        "JSON" | "XML" | "PARQUET" | "SQLITE" | "AVRO" | "ORC" | "ARROW" | "ACCESS" => {
            Foreign::Structured
        }
        "HTML" => Foreign::Page,
        "ELF" | "WASM" | "EXE" => Foreign::Program,
        _ => Foreign::Unknown,
    }
}

/// Whether the bytes hold so many control characters that they can't be text (in an encoding
/// where a letter is at least a byte and never holds a zero).
pub fn looks_binary(sample: &[u8]) -> bool {
    let near = sample.get(..65_536).unwrap_or(sample);
    let control = near
        .iter()
        .filter(|b| **b < 0x20 && !matches!(**b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a))
        .count();
    control * 50 > near.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_formats_by_name() {
        assert_eq!(foreign_format(b"PK\x03\x04....[Content_Types].xml"), Some("XLSX"));
        assert_eq!(foreign_format(b"PK\x03\x04....deals.csv"), Some("ZIP"));
        assert_eq!(foreign_format(b"  {\"a\" : 1}"), Some("JSON"));
        assert_eq!(foreign_format(b"\xef\xbb\xbf[\n {\"a\":1}]"), Some("JSON"));
        assert_eq!(foreign_format(b"<!DOCTYPE HTML><html>"), Some("HTML"));
        assert_eq!(foreign_format(b"[note],a\n1,2\n"), None);
        assert_eq!(foreign_format(b"id,name\n"), None);
        assert!(looks_binary(&[0, 1, 2, 3, 65, 66]) && !looks_binary(b"a,b\r\n1,2\r\n"));
    }
}
