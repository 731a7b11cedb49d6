//! Where a file turns from one encoding to another in its middle, as when exports of two programs
//! were put together: from UTF-8 to a table of single bytes, or back.
//!
//! The first byte that can't be UTF-8 proves a turn, and mostly is its place. But letters of the
//! other encoding may be UTF-8 by chance: `Щё` in Windows-1251 is a letter of Arabic. So the words
//! before that byte are looked at again, as far as they are nothing that anybody writes and words in
//! the other encoding. What stays in the dark: by-chance letters that are usual ones, such as the
//! `Её` that reads `Ÿ`; those further up than [`LOOKED_BACK`]; and the last letters before a turn
//! back to UTF-8.
//!
//! Every answer depends on the bytes alone and not on how they arrived. Not here: which encoding
//! it is then (`charset`), bad bytes that are no turn (`decode`).

use super::charset;
use super::letters::{is_usual, score};
use encoding_rs::{Encoding, UTF_8};

/// How much of the text behind a bad byte is looked at.
const WINDOW: usize = 1 << 14;
/// So many letters of UTF-8 in a row are none of a single-byte encoding.
const LETTERS: usize = 8;
/// They stand within this many bytes.
const RUN: usize = 1 << 16;
/// So many bytes of UTF-8 before a bad one may be of the other encoding already.
const LOOKED_BACK: usize = 1 << 13;

/// What to do with the bytes that are here.
#[derive(Clone, Copy, Debug, Default)]
pub struct Answer {
    /// How many bytes are still in the encoding so far.
    pub length: usize,
    /// The file turns behind them.
    pub to: Option<&'static Encoding>,
    /// Before this place nothing needs to be asked.
    pub asked_to: usize,
}

/// Whether a text in UTF-8 turns to something else. `free`: so many bytes were looked at before.
pub fn from_utf8(bytes: &[u8], last: bool, mut free: usize) -> Answer {
    let mut at = 0;
    // What may still be looked at again is kept.
    let wait = |length: usize, asked_to| {
        let length = if last { length } else { settled(bytes.get(..length).unwrap_or(bytes)) };
        Answer { length, asked_to, to: None }
    };
    loop {
        let sound = at;
        let Err(error) = std::str::from_utf8(bytes.get(at..).unwrap_or_default()) else {
            return wait(bytes.len(), free);
        };
        let length = at + error.valid_up_to();
        if error.error_len().is_none() && !last {
            // A letter cut off by the end of what is here is not bad yet.
            return wait(length, free);
        }
        at = length + 1;
        if length < free {
            continue;
        }
        let rest = bytes.get(length..).unwrap_or_default();
        let window = rest.get(..WINDOW);
        if window.is_none() && !last {
            return wait(length, free);
        }
        if let Some(to) = charset::turned(window.unwrap_or(rest), window.is_none()) {
            let before = bytes.get(sound..length).unwrap_or_default();
            let place = sound + begin(before, to);
            return Answer { length: place, to: Some(to), asked_to: length };
        }
        free = length + WINDOW / 2;
    }
}

/// How much of sound text can't be looked at again, whatever follows.
pub fn settled(bytes: &[u8]) -> usize {
    whole_letters(bytes.get(..bytes.len().saturating_sub(LOOKED_BACK)).unwrap_or_default())
}

/// Where in a text before a bad byte the letters of the other encoding begin.
fn begin(before: &[u8], to: &'static Encoding) -> usize {
    let far = before.len().saturating_sub(LOOKED_BACK);
    let is_inside = |at: &usize| before.get(*at).is_some_and(|b| matches!(b, 0x80..0xc0));
    let far = far + (far..far + 3).take_while(is_inside).count();
    let (mut place, mut end) = (before.len(), before.len());
    let divides = |b: &u8| b.is_ascii() && !b.is_ascii_alphanumeric();
    for (nth, word) in before.get(far..).unwrap_or_default().rsplit(divides).enumerate() {
        let start = end - word.len();
        if let Some(first) = word.iter().position(|b| !b.is_ascii()) {
            let letters = std::str::from_utf8(word).unwrap_or_default();
            let odd = letters.chars().any(|c| !c.is_ascii() && !is_usual(c));
            let is_taken = if nth == 0 {
                // The bad byte stands in it, and no word is half in one encoding.
                let mut signs = letters.chars();
                odd || (signs.next().is_some_and(char::is_alphabetic) && signs.next().is_none())
            } else {
                odd && score(&to.decode_without_bom_handling(word).0) > 0
            };
            if !is_taken {
                break;
            }
            place = start + first;
        }
        end = start.saturating_sub(1);
    }
    place
}

/// Whether a text of single bytes turns to UTF-8.
pub fn to_utf8(bytes: &[u8], last: bool) -> Answer {
    let (mut at, mut run, mut letters) = (0, None, 0);
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        at += Encoding::ascii_valid_up_to(rest);
        if run.is_some_and(|run| at - run > RUN) {
            (run, letters) = (None, 0);
        }
        let rest = bytes.get(at..).unwrap_or_default();
        if rest.is_empty() {
            let length = run.filter(|_| !last).unwrap_or(at);
            return Answer { length, ..Answer::default() };
        }
        match letter(rest) {
            Some(0) => {
                (run, letters) = (None, 0);
                at += 1;
            }
            Some(length) => {
                run = run.or(Some(at));
                letters += 1;
                at += length;
            }
            None if last => {
                (run, letters) = (None, 0);
                at += 1;
            }
            None => return Answer { length: run.unwrap_or(at), ..Answer::default() },
        }
        if let Some(length) = run.filter(|_| letters == LETTERS) {
            return Answer { length, to: Some(UTF_8), asked_to: 0 };
        }
    }
}

/// How many bytes there are without a letter that is cut off at their end.
pub fn whole_letters(bytes: &[u8]) -> usize {
    let length = bytes.len();
    let is_cut =
        |back: &usize| length.checked_sub(*back).and_then(|at| letter(bytes.get(at..)?)).is_none();
    let back = (1..=3.min(length)).find(is_cut);
    length - back.unwrap_or(0)
}

/// The length of the letter of several bytes that stands at the beginning, 0 when there is none,
/// `None` when it may be cut off.
pub fn letter(bytes: &[u8]) -> Option<usize> {
    let length = match bytes.first()? {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Some(0),
    };
    match std::str::from_utf8(bytes.get(..length).unwrap_or(bytes)) {
        Ok(_) => Some(length),
        Err(e) if e.error_len().is_none() => None,
        Err(_) => Some(0),
    }
}
