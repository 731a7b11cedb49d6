//! Texts by code, in order of first appearance, all in one piece of memory.
//!
//! Not here: the table by which the import finds them while it reads (`import`).

use rustc_hash::FxBuildHasher;
use std::hash::BuildHasher;

/// Distinct texts in order of first appearance; entry 0 is always the empty text.
#[derive(Clone, Debug)]
pub struct Dictionary {
    bytes: String,
    /// `ends[i]` closes entry i; entry i begins where entry i-1 ended.
    ends: Vec<u32>,
    /// Open addressing, a power of two long: the hash in the upper half and the code in the
    /// lower; 0 is free, since the empty text is found without looking. The hash beside the code
    /// spares a look at the text, which in a large dictionary is far away in memory. Made when a
    /// text is first looked for.
    slots: Vec<u64>,
}

impl Default for Dictionary {
    fn default() -> Self {
        Dictionary { bytes: String::new(), ends: vec![0], slots: Vec::new() }
    }
}

fn text_hash(text: &str) -> u32 {
    FxBuildHasher.hash_one(text) as u32
}

impl Dictionary {
    /// How many entries, the empty one included.
    pub fn len(&self) -> usize {
        self.ends.len()
    }
    /// Whether nothing but the empty entry is held.
    pub fn is_empty(&self) -> bool {
        self.ends.len() <= 1
    }
    /// Length of all texts together; beyond 4 GiB they can't be told apart any more.
    pub fn byte_len(&self) -> usize {
        self.bytes.len()
    }
    /// The text of a code; empty for an unknown one.
    #[inline]
    pub fn get(&self, code: u32) -> &str {
        let end = self.ends.get(code as usize).copied().unwrap_or(0) as usize;
        self.bytes.get(self.begin(code)..end).unwrap_or("")
    }
    /// Where the text of a code begins in [`Dictionary::bytes`].
    #[inline]
    pub fn begin(&self, code: u32) -> usize {
        let before = (code as usize).checked_sub(1).and_then(|at| self.ends.get(at));
        before.copied().unwrap_or(0) as usize
    }
    /// All texts, one behind the other.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.as_bytes()
    }
    /// Puts a text behind all others without a look whether it is held already.
    #[inline]
    pub fn append(&mut self, text: &str) -> u32 {
        self.slots.clear();
        self.add(text)
    }
    #[inline]
    fn add(&mut self, text: &str) -> u32 {
        let code = self.ends.len() as u32;
        self.bytes.push_str(text);
        self.ends.push(self.bytes.len() as u32);
        code
    }
    /// Makes room for texts that are known to come.
    pub fn reserve(&mut self, texts: usize, bytes: usize) {
        self.ends.reserve(texts);
        self.bytes.reserve(bytes);
    }
    /// The code of a text that is already held.
    pub fn find(&self, text: &str) -> Option<u32> {
        match () {
            () if text.is_empty() => Some(0),
            () if self.slots.is_empty() => self.iter().find(|(_, t)| *t == text).map(|(c, _)| c),
            () => self.look(text, text_hash(text)).ok(),
        }
    }
    /// The code of a text, taken in if it is new.
    pub fn intern(&mut self, text: &str) -> u32 {
        if text.is_empty() {
            return 0;
        }
        // At most two thirds full, one more included.
        while self.slots.len() * 2 <= self.ends.len() * 3 {
            self.grow();
        }
        let hash = text_hash(text);
        match self.look(text, hash) {
            Ok(code) => code,
            Err(free) => {
                let code = self.add(text);
                if let Some(slot) = self.slots.get_mut(free) {
                    *slot = u64::from(hash) << 32 | u64::from(code);
                }
                code
            }
        }
    }
    /// The text's code, or the free slot where it belongs.
    fn look(&self, text: &str, hash: u32) -> Result<u32, usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        while let Some(slot) = self.slots.get(at).copied().filter(|s| *s != 0) {
            if (slot >> 32) as u32 == hash && self.get(slot as u32) == text {
                return Ok(slot as u32);
            }
            at = (at + 1) & mask;
        }
        Err(at)
    }
    fn grow(&mut self) {
        let size = (self.ends.len() * 2).next_power_of_two().max(16);
        let mut slots = vec![0; size];
        for code in 1..self.ends.len() as u32 {
            let hash = text_hash(self.get(code));
            let mut at = hash as usize & (size - 1);
            while slots.get(at).is_some_and(|s| *s != 0) {
                at = (at + 1) & (size - 1);
            }
            if let Some(free) = slots.get_mut(at) {
                *free = u64::from(hash) << 32 | u64::from(code);
            }
        }
        self.slots = slots;
    }
    /// All texts by code, the empty one first.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &str)> {
        (0..self.ends.len() as u32).map(|c| (c, self.get(c)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_follow_first_appearance() {
        let mut d = Dictionary::default();
        let codes: Vec<u32> = ["b", "a", "", "b", "ё"].iter().map(|t| d.intern(t)).collect();
        assert_eq!(codes, [1, 2, 0, 1, 3]);
        assert_eq!((d.get(3), d.get(9), d.find("a"), d.find("z")), ("ё", "", Some(2), None));
        assert_eq!((d.append("z"), d.intern("z"), d.intern("a")), (4, 4, 2));
        assert_eq!((d.append("y"), d.find("y"), d.find("x")), (5, Some(5), None));
        for n in 0..5000 {
            d.intern(&n.to_string());
        }
        let code = d.intern("4999");
        assert_eq!((d.get(code), d.len()), ("4999", 5006));
    }
}
