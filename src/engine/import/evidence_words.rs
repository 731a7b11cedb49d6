//! Words beyond ASCII that come after the encoding was decided from very few of them: a lone sign at
//! the beginning of a long file says little, and the names far below it say all.
//!
//! Not here: the decision (`charset`).

use super::charset;
use encoding_rs::Encoding;

/// Bytes beyond ASCII that settle it.
const ENOUGH: usize = 64;
/// A longer word is cut.
const LONGEST: usize = 64;

/// Collects words; the result does not depend on how the bytes arrive.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Collecting: the evidence was little.
    open: bool,
    word: Vec<u8>,
    words: Vec<u8>,
    rich: usize,
}

impl Words {
    /// Begins to collect, in the middle of a word.
    pub fn begin(&mut self, word: &[u8]) {
        (self.open, self.word) = (true, word.to_vec());
    }

    pub fn push(&mut self, bytes: &[u8]) {
        if !self.open || self.rich >= ENOUGH {
            return;
        }
        let mut rest = bytes;
        if bytes.is_ascii() && self.word.is_ascii() {
            // Only a word that is not complete matters.
            if let Some(last) = bytes.iter().rposition(|b| !b.is_ascii_alphanumeric()) {
                self.word.clear();
                rest = bytes.get(last + 1..).unwrap_or_default();
            }
        }
        for byte in rest {
            let inside = !byte.is_ascii() || byte.is_ascii_alphanumeric();
            if inside && self.word.len() < LONGEST {
                self.word.push(*byte);
            } else if !inside {
                self.take();
            }
            if self.rich >= ENOUGH {
                return;
            }
        }
    }

    fn take(&mut self) {
        let rich = self.word.iter().filter(|b| !b.is_ascii()).count();
        if rich > 0 {
            self.words.extend_from_slice(&self.word);
            self.words.push(b' ');
            self.rich += rich;
        }
        self.word.clear();
    }

    /// The encoding by all words, once there are enough or no more will come.
    pub fn verdict(&self, ended: bool) -> Option<&'static Encoding> {
        (self.open && (ended || self.rich >= ENOUGH) && self.rich > 0)
            .then(|| charset::guess(&self.words, true))
    }
}
