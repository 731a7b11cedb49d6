//! Bytes to text, block by block: a letter split over two blocks is read whole, and a byte that
//! is bad in the encoding becomes U+FFFD and is remembered with its place.
//!
//! As long as a file is plain ASCII its encoding is left open: the first byte beyond ASCII, with
//! what follows it, decides. Not here: how the decision is made (`charset`), where a file turns
//! to another encoding (`turn`).

use super::evidence_words::Words;
use super::samples::Samples;
use super::{EncodingSample, charset, turn};
use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::collections::VecDeque;

/// How much of the file, from the first byte beyond ASCII, decides the encoding: the first of
/// these windows that holds [`ENOUGH`] such bytes, or the last.
const EVIDENCE: [usize; 3] = [1 << 18, 1 << 20, 1 << 22];
const ENOUGH: usize = 32;
/// A file that turns more often than this turns at random.
const MOST_TURNS: usize = 64;

/// A place where bytes were not valid in the encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadBytes {
    /// Offset of the U+FFFD in the decoded text, counted from the beginning of the file.
    pub text: u64,
    /// Offset of the bytes in the file.
    pub byte: u64,
}

/// A place from which on the file is in another encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Offset in the decoded text, and in the file.
    pub text: u64,
    pub byte: u64,
    pub to: &'static Encoding,
}

pub struct TextDecoder {
    decoder: Decoder,
    /// `None` while everything was ASCII and nobody named an encoding.
    encoding: Option<&'static Encoding>,
    /// The encoding from the last turn on.
    current: &'static Encoding,
    /// Somebody named the encoding: the file may not turn.
    named: bool,
    /// Before this offset nobody asks again whether the file turns.
    asked_to: u64,
    /// Bytes of the file that were decoded, and length of the text made of them.
    bytes_done: u64,
    text_done: u64,
    /// The last bytes were decoded; the decoder must not be used again.
    ended: bool,
    turned: usize,
    samples: Samples,
    words: Words,
    pub bad: VecDeque<BadBytes>,
    pub turns: VecDeque<Turn>,
}

impl TextDecoder {
    /// `encoding`: decided already, by a mark or by the user. `skip`: the length of the mark.
    pub fn new(encoding: Option<&'static Encoding>, skip: usize) -> TextDecoder {
        let current = encoding.unwrap_or(UTF_8);
        TextDecoder {
            decoder: current.new_decoder_without_bom_handling(),
            encoding,
            current,
            named: encoding.is_some() && skip == 0,
            asked_to: 0,
            bytes_done: skip as u64,
            text_done: 0,
            ended: false,
            turned: 0,
            samples: Samples::default(),
            words: Words::default(),
            bad: VecDeque::new(),
            turns: VecDeque::new(),
        }
    }

    /// The encoding in which the file begins, ASCII being UTF-8 as well.
    pub fn encoding(&self) -> &'static Encoding {
        self.encoding.unwrap_or(UTF_8)
    }

    /// The first lines beyond ASCII in each encoding that may be theirs.
    pub fn samples(&self) -> Vec<EncodingSample> {
        self.samples.decoded(self.encoding())
    }

    /// Another encoding than the one that was decided from little evidence, once more is here.
    pub fn second_thought(&self) -> Option<&'static Encoding> {
        let better = self.words.verdict(self.ended)?;
        (better != self.current && better != UTF_8 && self.turned == 0).then_some(better)
    }

    /// Decodes what can be decoded of `raw` and removes it there. Bytes stay when they are needed
    /// as evidence and more is to come. `last`: nothing follows.
    pub fn push(&mut self, raw: &mut Vec<u8>, last: bool, text: &mut String) {
        let bytes = std::mem::take(raw);
        let mut done = 0;
        if self.encoding.is_none() {
            done = Encoding::ascii_valid_up_to(&bytes);
            self.decode_all(bytes.get(..done).unwrap_or_default(), false, text);
            let rest = bytes.get(done..).unwrap_or_default();
            if let Some((evidence, rich)) = evidence(rest, last) {
                // The word may have begun with plain letters.
                let whole = [self.samples.word_begun(), evidence].concat();
                let encoding = charset::guess(&whole, last && evidence.len() == rest.len());
                self.encoding = Some(encoding);
                self.begin(encoding);
                if !rich && encoding != UTF_8 && encoding.is_single_byte() {
                    self.words.begin(self.samples.word_begun());
                }
            }
        }
        if self.encoding.is_some() {
            let rest = bytes.get(done..).unwrap_or_default();
            done += self.decode_open(rest, last, text);
        }
        *raw = bytes;
        raw.drain(..done);
    }

    fn begin(&mut self, encoding: &'static Encoding) {
        self.current = encoding;
        self.decoder = encoding.new_decoder_without_bom_handling();
    }

    /// Decodes bytes of a known encoding that may turn to another one; returns how many. The rest
    /// is needed again, together with what follows.
    fn decode_open(&mut self, bytes: &[u8], last: bool, text: &mut String) -> usize {
        let mut done = 0;
        while let Some(rest) = bytes.get(done..) {
            if self.named || self.turned >= MOST_TURNS {
                self.decode_all(rest, last, text);
                return bytes.len();
            }
            if let Some(length) = self.take_sound(rest, last, text) {
                return done + length;
            }
            let at = self.bytes_done;
            let answer = if self.current == UTF_8 {
                turn::from_utf8(rest, last, self.asked_to.saturating_sub(at) as usize)
            } else if self.current.is_single_byte() {
                turn::to_utf8(rest, last)
            } else {
                turn::Answer { length: rest.len(), ..turn::Answer::default() }
            };
            self.asked_to = self.asked_to.max(at + answer.asked_to as u64);
            // Before a turn the old decoder gives out what it still holds.
            let ends = answer.to.is_some() || (last && answer.length == rest.len());
            self.decode_all(rest.get(..answer.length).unwrap_or_default(), ends, text);
            done += answer.length;
            let Some(to) = answer.to else { return done };
            self.turned += 1;
            self.turns.push_back(Turn { text: self.text_done, byte: self.bytes_done, to });
            self.begin(to);
            self.ended = false;
        }
        done
    }

    /// Takes bytes that are UTF-8 throughout, as nearly all are: checked once, put down at once.
    /// Returns how many; a letter that is cut off at their end waits for its rest, and the last
    /// ones wait in case that the file turns right behind them.
    fn take_sound(&mut self, bytes: &[u8], last: bool, text: &mut String) -> Option<usize> {
        if self.current != UTF_8 || self.ended {
            return None;
        }
        let length = if last { bytes.len() } else { turn::whole_letters(bytes) };
        let sound = std::str::from_utf8(bytes.get(..length)?).ok()?;
        let length = if last { length } else { turn::settled(sound.as_bytes()) };
        text.push_str(sound.get(..length)?);
        let bytes = bytes.get(..length)?;
        self.ended = last;
        self.samples.push(bytes);
        self.words.push(bytes);
        self.bytes_done += length as u64;
        self.text_done += length as u64;
        Some(length)
    }

    fn decode_all(&mut self, mut bytes: &[u8], last: bool, text: &mut String) {
        if self.ended {
            return;
        }
        self.ended = last;
        let wide = self.current == UTF_16LE || self.current == UTF_16BE;
        if !wide {
            self.samples.push(bytes);
            self.words.push(bytes);
        }
        loop {
            let room = self.decoder.max_utf8_buffer_length_without_replacement(bytes.len());
            text.reserve(room.unwrap_or(bytes.len() * 3 + 16));
            let before = text.len();
            let (result, read) =
                self.decoder.decode_to_string_without_replacement(bytes, text, last);
            bytes = bytes.get(read..).unwrap_or_default();
            self.bytes_done += read as u64;
            self.text_done += (text.len() - before) as u64;
            if wide {
                self.samples.push(text.as_bytes().get(before..).unwrap_or_default());
            }
            match result {
                DecoderResult::InputEmpty => return,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(length, after) => {
                    let back = u64::from(length) + u64::from(after);
                    let byte = self.bytes_done.saturating_sub(back);
                    self.bad.push_back(BadBytes { text: self.text_done, byte });
                    text.push('\u{fffd}');
                    self.text_done += 3;
                }
            }
        }
    }
}

/// The bytes that decide, or `None` while there are none or too few of them; and whether they are
/// many. Only windows of fixed length are looked at, so that the answer does not depend on how the
/// bytes arrived.
fn evidence(raw: &[u8], last: bool) -> Option<(&[u8], bool)> {
    let is_rich = |w: &[u8]| w.iter().filter(|b| !b.is_ascii()).take(ENOUGH).count() == ENOUGH;
    for (i, window) in EVIDENCE.iter().enumerate() {
        match raw.get(..*window) {
            Some(w) => {
                let rich = is_rich(w);
                if rich || i + 1 == EVIDENCE.len() {
                    return Some((w, rich));
                }
            }
            None => return (last && !raw.is_empty()).then_some((raw, true)),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode_by(bytes: &[u8], size: usize, mut decoder: TextDecoder) -> (String, Vec<BadBytes>) {
        let (mut text, mut raw) = (String::new(), Vec::new());
        for chunk in bytes.chunks(size) {
            raw.extend_from_slice(chunk);
            decoder.push(&mut raw, false, &mut text);
        }
        decoder.push(&mut raw, true, &mut text);
        (text, decoder.bad.into())
    }

    #[test]
    fn letters_survive_any_split() {
        let utf16: Vec<u8> = "Всё;€;😀".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for size in 1..8 {
            let open = TextDecoder::new(None, 0);
            assert_eq!(decode_by("a;Всё;€;😀".as_bytes(), size, open).0, "a;Всё;€;😀");
            let little = TextDecoder::new(Some(encoding_rs::UTF_16LE), 0);
            assert_eq!(decode_by(&utf16, size, little).0, "Всё;€;😀");
        }
    }

    #[test]
    fn bad_bytes_have_a_place() {
        for size in [1, 3, 100] {
            let decoder = TextDecoder::new(Some(UTF_8), 0);
            let (text, bad) = decode_by(b"\xd0\x90\xffb\xd0", size, decoder);
            assert_eq!(text, "А\u{fffd}b\u{fffd}");
            assert_eq!(bad, [BadBytes { text: 2, byte: 2 }, BadBytes { text: 6, byte: 4 }]);
        }
    }
}
