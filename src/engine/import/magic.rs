//! Files that are not tables of text, told by their first bytes.
//!
//! Not here: texts that are no tables (`structured`), what encoding a text is in (`charset`).

use super::container::{self, ContainerKind};
use super::structured;

/// The first bytes of formats that people drop by mistake, and their names.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"\x00\x00\x01\x00", "ICO"),
    (b"%PDF-", "PDF"),
    (GZIP, "GZIP"),
    (COMPOUND, "XLS"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"BZh91AY&SY", "BZIP2"),
    (b"\xfd7zXZ\x00", "XZ"),
    (b"\x28\xb5\x2f\xfd", "ZSTD"),
    (b"\x04\x22\x4d\x18", "LZ4"),
    (b"SQLite format 3\x00", "SQLITE"),
    (b"\x00\x01\x00\x00Standard ", "ACCESS"),
    (b"Obj\x01", "AVRO"),
    (b"{\\rtf", "RTF"),
    (b"\x7fELF", "ELF"),
    (b"\x00asm", "WASM"),
    (b"\x1a\x45\xdf\xa3", "MKV"),
];

/// The same for first bytes that a text could begin with: there must be bytes near them that stand
/// in no text.
const LETTERS: &[(&[u8], &str)] = &[
    (b"BM", "BMP"),
    (b"8BPS", "PSD"),
    (b"BZh", "BZIP2"),
    (b"PAR1", "PARQUET"),
    (b"ORC", "ORC"),
    (b"ARROW1", "ARROW"),
    (b"MZ", "EXE"),
    (b"OggS", "OGG"),
    (b"ID3", "MP3"),
    (b"fLaC", "FLAC"),
];

const GZIP: &[u8] = b"\x1f\x8b";
/// Files of older Office programs, all in one kind of container.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The layer that these first bytes begin, where it is one that can be taken off.
pub fn layer(head: &[u8]) -> Option<ContainerKind> {
    if head.starts_with(GZIP) {
        return Some(ContainerKind::Gzip);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Some(ContainerKind::Zip);
    }
    if head.starts_with(COMPOUND) {
        return Some(ContainerKind::Xls);
    }
    let beginning = structured::beginning(head);
    match structured::format(&beginning) {
        Some("HTML") => Some(ContainerKind::Html),
        Some("XML") if container::is_sheet_xml(&String::from_utf8_lossy(&beginning)) => {
            Some(ContainerKind::Xml)
        }
        _ => None,
    }
}

/// What a compound file is, where it is no workbook that can be read: its parts have their names
/// in UTF-16.
pub fn compound(bytes: &[u8]) -> Option<&'static str> {
    const PARTS: [(&str, Option<&str>); 6] = [
        ("EncryptedPackage", Some("ENCRYPTED")),
        ("Workbook", None),
        ("Book", None),
        ("WordDocument", Some("DOC")),
        ("PowerPoint Document", Some("PPT")),
        ("__properties_version1.0", Some("MSG")),
    ];
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        // The directory stands at the beginning of one of the sectors.
        bytes.chunks(128).any(|entry| entry.starts_with(&name))
    };
    PARTS.into_iter().find(|(name, _)| holds(name)).map_or(Some("XLS"), |(_, format)| format)
}

/// The name of the format when the bytes are not a table of text.
pub fn foreign_format(head: &[u8]) -> Option<&'static str> {
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Some(zip_kind(head));
    }
    if let Some((_, name)) = SIGNATURES.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(name);
    }
    let near = head.get(..256).unwrap_or(head);
    if near.iter().any(|b| *b < 9)
        && let Some((_, name)) = LETTERS.iter().find(|(magic, _)| head.starts_with(magic))
    {
        return Some(name);
    }
    if head.get(257..262) == Some(b"ustar") {
        return Some("TAR");
    }
    typed(head).or_else(|| structured::format(&structured::beginning(head)))
}

/// Formats that share their first bytes and say a little later what they are.
fn typed(head: &[u8]) -> Option<&'static str> {
    if head.starts_with(b"RIFF") {
        return match head.get(8..12)? {
            b"WEBP" => Some("WEBP"),
            b"AVI " => Some("AVI"),
            b"WAVE" => Some("WAV"),
            _ => None,
        };
    }
    if head.get(4..8) != Some(b"ftyp") {
        return None;
    }
    match head.get(8..12)? {
        b"heic" | b"heix" | b"mif1" | b"avif" => Some("HEIC"),
        b"qt  " => Some("MOV"),
        _ => Some("MP4"),
    }
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
        "ELF" | "WASM" | "EXE" | "JAR" => Foreign::Program,
        _ => Foreign::Unknown,
    }
}

/// Whether the bytes hold so many control characters that they can't be text (in an encoding
/// where a letter is at least a byte and never holds a zero).
pub fn looks_binary(sample: &[u8]) -> bool {
    let near = sample.get(..65_536).unwrap_or(sample);
    let usual = |b: u8| b >= 0x20 || matches!(b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a);
    let mut odd = near.iter().copied().filter(|b| !usual(*b));
    // One of these alone is a delimiter that no text holds.
    let first = odd.clone().next().filter(|b| matches!(b, 0x01 | 0x02 | 0x1e | 0x1f));
    if first.is_some_and(|first| odd.all(|b| b == first)) {
        return false;
    }
    // A stray one or two are dirt in a text.
    let odd = near.iter().filter(|b| !usual(**b)).count();
    odd > 2 && odd * 50 > near.len()
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
