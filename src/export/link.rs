//! The document as a link: compressed JSON in the URL's fragment, which no server ever sees. It
//! holds decisions and never a row.

use crate::engine::document::Document;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// Before the payload in the fragment; the digit is the format's version.
const PREFIX: &str = "d1=";
/// A link that unpacks to more than this is refused, so that it can't fill the memory.
const MOST_BYTES: usize = 4 << 20;
/// Longer links break in some mail programs and messengers; a saved file serves better.
pub const LONG_LINK: usize = 8_000;

/// The fragment, without `#`.
pub fn to_fragment(document: &Document) -> String {
    let json = serde_json::to_vec(document).unwrap_or_default();
    format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(compress_to_vec(&json, 9)))
}

/// Reads a fragment, with or without `#`. `None`: the fragment is not ours.
/// `Some(Err)`: it is, and it is broken.
pub fn from_fragment(fragment: &str) -> Option<Result<Document, String>> {
    let payload = fragment.trim_start_matches('#').strip_prefix(PREFIX)?;
    Some(read(payload))
}

fn read(payload: &str) -> Result<Document, String> {
    let packed = URL_SAFE_NO_PAD.decode(payload).map_err(|e| e.to_string())?;
    let json = decompress_to_vec_with_limit(&packed, MOST_BYTES).map_err(|e| e.to_string())?;
    let text = String::from_utf8(json).map_err(|e| e.to_string())?;
    Document::from_json(&text).map_err(|e| e.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_carries_the_document_whole() {
        let document =
            Document { title: "Воронка & воронки".to_owned(), ..Document::default() };
        let fragment = to_fragment(&document);
        assert_eq!(from_fragment(&format!("#{fragment}")), Some(Ok(document)));
        assert!(fragment.len() < 1_000, "{}", fragment.len());
    }

    #[test]
    fn a_broken_link_is_said_to_be_broken_and_a_foreign_one_is_none() {
        assert_eq!(from_fragment("#main"), None);
        assert!(matches!(from_fragment("#d1=!!"), Some(Err(_))));
        assert!(matches!(from_fragment("#d1=AAAA"), Some(Err(_))));
    }
}
