//! The first lines that hold something beyond ASCII, as bytes, to be shown in every encoding that
//! may be theirs.
//!
//! Not here: which encodings those are (`charset`).

use super::{EncodingSample, charset};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

const LINES: usize = 3;
/// How many encodings are shown.
const MOST: usize = 5;
/// Bytes of a line that are kept: some before the first one beyond ASCII, and what follows it.
const BEFORE: usize = 60;
const KEPT: usize = 240;

/// Collects lines; the result does not depend on how the bytes arrive.
#[derive(Clone, Debug, Default)]
pub struct Samples {
    lines: Vec<Vec<u8>>,
    line: Vec<u8>,
    /// `line` holds something beyond ASCII.
    rich: bool,
}

impl Samples {
    pub fn push(&mut self, bytes: &[u8]) {
        if self.lines.len() == LINES {
            return;
        }
        let mut rest = bytes;
        // Of lines that are plain ASCII only the last one matters: it may not be complete.
        if !self.rich && bytes.is_ascii() {
            let last = bytes.iter().rposition(|b| *b == b'\n');
            if let Some(last) = last {
                self.line.clear();
                rest = bytes.get(last + 1..).unwrap_or_default();
            }
        }
        for byte in rest {
            self.push_byte(*byte);
        }
    }

    fn push_byte(&mut self, byte: u8) {
        if matches!(byte, b'\n' | b'\r') {
            if std::mem::take(&mut self.rich) && self.lines.len() < LINES {
                self.lines.push(std::mem::take(&mut self.line));
            }
            self.line.clear();
            return;
        }
        self.rich |= !byte.is_ascii();
        // A letter of several bytes is not cut in its middle.
        let inside = byte & 0xc0 == 0x80 && self.line.len() < KEPT + 3;
        if self.line.len() < KEPT || inside {
            self.line.push(byte);
        }
        if !self.rich && self.line.len() == 2 * BEFORE {
            self.line.drain(..BEFORE);
        }
    }

    /// The plain letters directly before the next byte.
    pub fn word_begun(&self) -> &[u8] {
        let begin = self.line.iter().rposition(|b| !b.is_ascii_alphabetic());
        self.line.get(begin.map_or(0, |at| at + 1)..).unwrap_or_default()
    }

    /// The lines in the encoding that was taken, then in others that make something else of them.
    pub fn decoded(&self, taken: &'static Encoding) -> Vec<EncodingSample> {
        let open = (self.rich && self.lines.len() < LINES).then_some(&self.line);
        let lines: Vec<&[u8]> = self.lines.iter().chain(open).map(Vec::as_slice).collect();
        if lines.is_empty() {
            return Vec::new();
        }
        let of = |encoding: &'static Encoding| EncodingSample {
            encoding: encoding.name().to_owned(),
            lines: lines.iter().map(|line| decode(encoding, line)).collect(),
        };
        let mut samples = vec![of(taken)];
        if taken == UTF_16LE || taken == UTF_16BE {
            return samples;
        }
        for encoding in charset::plausible(&lines.join(&b'\n')) {
            let sample = of(encoding);
            if samples.len() < MOST && samples.iter().all(|s| s.lines != sample.lines) {
                samples.push(sample);
            }
        }
        samples
    }
}

fn decode(encoding: &'static Encoding, line: &[u8]) -> String {
    // Lines of UTF-16 were kept as the text that they became.
    let wide = encoding == UTF_16LE || encoding == UTF_16BE;
    let encoding = if wide { encoding_rs::UTF_8 } else { encoding };
    encoding.decode_without_bom_handling(line).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{UTF_8, WINDOWS_1251};

    #[test]
    fn three_rich_lines_in_any_pieces() {
        let text = format!(
            "{}\nplain\r\n1;Анна\n{};Ирина\nx\nОльга;2\nПётр\n",
            "a".repeat(500),
            "b".repeat(500)
        );
        let bytes = WINDOWS_1251.encode(&text).0;
        let expected =
            ["1;Анна".to_owned(), format!("{};Ирина", "b".repeat(80)), "Ольга;2".to_owned()];
        for size in 1..200 {
            let mut samples = Samples::default();
            bytes.chunks(size).for_each(|piece| samples.push(piece));
            let decoded = samples.decoded(WINDOWS_1251);
            assert_eq!(decoded[0].lines, expected, "pieces of {size}");
            assert!(decoded.len() > 2, "{decoded:?}");
        }
        assert!(Samples::default().decoded(UTF_8).is_empty());
    }
}
