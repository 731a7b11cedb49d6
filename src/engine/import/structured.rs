//! Texts that are no tables, told by how they begin: markup, JSON, PDF.
//!
//! Not here: formats that are no text (`magic`), reading markup (`container`).

use super::charset;
use encoding_rs::UTF_8;
use std::borrow::Cow;

/// How much of a text in UTF-16 is looked at.
const NEAR: usize = 1 << 14;

/// The beginning of a file without its mark, as ASCII where it is UTF-16.
pub fn beginning(head: &[u8]) -> Cow<'_, [u8]> {
    let marked = charset::by_mark(head);
    if let Some((_, mark)) = marked.filter(|(encoding, _)| *encoding == UTF_8) {
        return Cow::Borrowed(head.get(mark..).unwrap_or_default());
    }
    // What is looked for begins with a sign of ASCII.
    let wide = || head.get(..2).filter(|pair| pair.contains(&0));
    let unmarked = || wide().and_then(|_| charset::utf16_without_mark(head));
    match marked.map(|(encoding, _)| encoding).or_else(unmarked) {
        Some(encoding) => {
            let text = encoding.decode(head.get(..NEAR).unwrap_or(head)).0;
            Cow::Owned(text.into_owned().into_bytes())
        }
        None => Cow::Borrowed(head),
    }
}

/// The name of the format, where the text is no table.
pub fn format(beginning: &[u8]) -> Option<&'static str> {
    let head = beginning.trim_ascii_start();
    let start: Vec<u8> = head.iter().take(64).map(u8::to_ascii_lowercase).collect();
    if head.starts_with(b"%PDF-") {
        return Some("PDF");
    }
    if start.starts_with(b"<?xml") {
        let near = head.get(..1024).unwrap_or(head).to_ascii_lowercase();
        return Some(match () {
            () if holds(&near, b"<html") => "HTML",
            () if holds(&near, b"<svg") => "SVG",
            () => "XML",
        });
    }
    if start.starts_with(b"<svg") {
        return Some("SVG");
    }
    if start.starts_with(b"<workbook") {
        return Some("XML");
    }
    let tags: [&[u8]; 9] = [
        b"<!doctype html",
        b"<html",
        b"<table",
        b"<head",
        b"<meta",
        b"<body",
        b"<style",
        b"<title",
        b"<!--",
    ];
    if tags.iter().any(|t| start.starts_with(t)) {
        return Some("HTML");
    }
    if start.starts_with(b"mime-version:") {
        return Some("MHTML");
    }
    let json = || is_json(behind_comments(head)).then_some("JSON");
    is_element(head).then_some("XML").or_else(json)
}

fn holds(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|w| w == part)
}

/// Whether the text begins with an element that has elements inside, and the inner one ends. A
/// table may begin with `<DATE>\t<TIME>`.
fn is_element(head: &[u8]) -> bool {
    let inner = || {
        let (_, behind) = tag(head)?;
        let (name, behind) = tag(behind.trim_ascii_start())?;
        Some(holds(behind, &[b"</", name].concat()))
    };
    inner() == Some(true)
}

/// The name of the tag that a text begins with, and what follows it.
fn tag(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let text = text.strip_prefix(b"<")?;
    let named = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b':' | b'_' | b'-' | b'.');
    let length = text.iter().take_while(|b| named(b)).count();
    let (name, rest) = text.split_at_checked(length)?;
    let close = rest.iter().position(|b| *b == b'>')?;
    let is_name = name.first().is_some_and(u8::is_ascii_alphabetic);
    let ends = rest.first().is_some_and(|b| *b == b'>' || b.is_ascii_whitespace());
    (is_name && ends).then(|| (name, rest.get(close + 1..).unwrap_or_default()))
}

/// The text behind comments as they stand above JSON that people write.
fn behind_comments(mut text: &[u8]) -> &[u8] {
    loop {
        let end = if text.starts_with(b"//") {
            text.iter().position(|b| *b == b'\n')
        } else if text.starts_with(b"/*") {
            text.windows(2).position(|w| w == b"*/").map(|at| at + 1)
        } else {
            return text;
        };
        let Some(end) = end else { return text };
        text = text.get(end + 1..).unwrap_or_default().trim_ascii_start();
    }
}

fn is_json(head: &[u8]) -> bool {
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
        (b'[', Some(_)) => is_list(inner),
        _ => false,
    }
}

/// Whether values of JSON follow, up to a bracket that ends the text.
fn is_list(inner: &[u8]) -> bool {
    let Some(end) = inner.iter().position(|b| *b == b']') else { return false };
    let (list, behind) = inner.split_at(end);
    let is_value = |value: &[u8]| {
        let value = std::str::from_utf8(value.trim_ascii()).unwrap_or_default();
        let number = value.starts_with(|c: char| c == '-' || c.is_ascii_digit());
        matches!(value, "true" | "false" | "null")
            || value.starts_with('"')
            || (number && value.parse::<f64>().is_ok())
    };
    behind.trim_ascii_end() == b"]" && list.split(|b| *b == b',').all(is_value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<&'static str> {
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        let (plain, wide) = (format(text.as_bytes()), format(&beginning(&utf16)));
        assert_eq!((plain, plain), (wide, format(&beginning(&marked))), "{text}");
        plain
    }

    #[test]
    fn texts_that_are_no_tables() {
        for (text, format) in [
            ("<root><a>1</a><b>2</b></root>", "XML"),
            ("<rss version=\"2.0\">\n<channel>\n<title>x</title></channel></rss>", "XML"),
            ("<html><body></body></html>", "HTML"),
            ("\n%PDF-1.4\n1 0 obj\n", "PDF"),
            ("[1,2,3]", "JSON"),
            ("[1.5, null,\n true]\n", "JSON"),
            ("// c\n{\"a\":1}", "JSON"),
            ("/* a\n b */ [[1,2]]", "JSON"),
        ] {
            assert_eq!(told(text), Some(format), "{text}");
        }
    }

    #[test]
    fn tables_that_begin_alike() {
        for text in [
            "<DATE>\t<TIME>\t<OPEN>\n2024.01.05\t09:30:00\t1.5\n",
            "<TICKER>,<PER>,<DATE>\nSBER,60,20240105\n",
            "<b>name</b>,n\nx,1\n",
            "[1],a\n2,b\n",
            "[1,2],a\n3,b\n",
            "[note]\na,b\n1,2\n",
            "//,a\n1,2\n",
            "%,a\n1,2\n",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
