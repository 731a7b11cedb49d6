//! How the import finds the code of a text: by one look at a table that holds short texts whole,
//! so that most cells are told apart without going to the dictionary.
//!
//! Not here: the texts themselves (`table`), which columns are looked up at all (`rows`).

use super::super::table::Dictionary;

/// Texts up to this length are held in the slot itself.
const SHORT: usize = 16;
/// Up to this many slots stay near, and a quarter of them is used at most; of more, a half.
const SMALL: usize = 1 << 13;
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// A text as two words: its bytes where it is short, else its hash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Key {
    low: u64,
    high: u64,
    length: u32,
}

/// A key with the code of its text; a long text has its place in the dictionary for `high`.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    low: u64,
    high: u64,
    length: u32,
    /// One more than the code; 0 is free.
    after: u32,
}

/// Codes by text, open addressing; the empty text has code 0.
#[derive(Clone, Debug)]
pub struct Interner {
    slots: Vec<Slot>,
    used: usize,
    shift: u32,
}

impl Default for Interner {
    fn default() -> Self {
        let mut interner = Interner { slots: vec![Slot::default(); 32], used: 1, shift: 64 - 5 };
        interner.put(Slot { after: 1, ..Slot::default() });
        interner
    }
}

impl Key {
    /// The key of `text[begin..end]`; a text that goes on behind `end` is read faster.
    #[inline(always)]
    pub fn of(text: &[u8], begin: usize, end: usize) -> Key {
        let length = end - begin;
        if length > SHORT {
            let hash = hash(text.get(begin..end).unwrap_or_default());
            return Key { low: hash, high: 0, length: length as u32 };
        }
        let (low, high) = match text.get(begin..begin + SHORT).and_then(|b| b.split_first_chunk()) {
            Some((low, high)) => (u64::from_le_bytes(*low), word(high)),
            None => {
                let mut bytes = [0; SHORT];
                let from = text.get(begin..end).unwrap_or_default();
                bytes.iter_mut().zip(from).for_each(|(to, byte)| *to = *byte);
                let (low, high) = bytes.split_at(8);
                (word(low), word(high))
            }
        };
        Key {
            low: low & LOW.get(length).copied().unwrap_or(u64::MAX),
            high: high & LOW.get(length.saturating_sub(8)).copied().unwrap_or(u64::MAX),
            length: length as u32,
        }
    }

    #[inline(always)]
    fn is_long(&self) -> bool {
        self.length as usize > SHORT
    }

    #[inline(always)]
    fn place(&self, shift: u32) -> usize {
        let mixed = (self.low ^ self.high.rotate_left(29).wrapping_mul(MIX)).wrapping_mul(MIX);
        ((mixed ^ mixed >> 32).wrapping_mul(MIX) >> shift) as usize
    }
}

impl Slot {
    fn key(&self) -> Key {
        let high = if self.length as usize > SHORT { 0 } else { self.high };
        Key { low: self.low, high, length: self.length }
    }
}

/// The lowest n bytes of a word.
const LOW: [u64; 9] = [
    0,
    0xff,
    0xffff,
    0xff_ffff,
    0xffff_ffff,
    0xff_ffff_ffff,
    0xffff_ffff_ffff,
    0xff_ffff_ffff_ffff,
    u64::MAX,
];

#[inline(always)]
fn word(bytes: &[u8]) -> u64 {
    bytes.first_chunk().map_or(0, |b| u64::from_le_bytes(*b))
}

/// A hash of a text of eight bytes or more: all of its words, the last ones overlapping.
#[inline]
pub fn hash(text: &[u8]) -> u64 {
    let (words, _) = text.as_chunks::<8>();
    let last = text.last_chunk().map_or(0, |b| u64::from_le_bytes(*b));
    let mut hash = (text.len() as u64 ^ last).wrapping_mul(MIX);
    for word in words {
        hash = (hash.rotate_left(27) ^ u64::from_le_bytes(*word)).wrapping_mul(MIX);
    }
    hash ^ hash >> 29
}

/// Whether two texts of eight bytes or more are the same.
#[inline]
pub fn same(a: &[u8], b: &[u8]) -> bool {
    let (words, others) = (a.as_chunks::<8>().0, b.as_chunks::<8>().0);
    a.len() == b.len()
        && a.last_chunk::<8>() == b.last_chunk::<8>()
        && words.iter().zip(others).all(|(x, y)| u64::from_le_bytes(*x) == u64::from_le_bytes(*y))
}

impl Interner {
    /// Whether its memory is worth asking for in advance.
    pub fn is_large(&self) -> bool {
        self.slots.len() > SMALL
    }

    /// Reads what [`Interner::code`] will need for these keys, so that memory is waited for once
    /// and not text by text.
    pub fn warm(&self, keys: &[Key], texts: &[u8]) {
        let mask = self.slots.len().wrapping_sub(1);
        let slot = |key: &Key| self.slots.get(key.place(self.shift) & mask);
        let high = |key: &Key| slot(key).map_or(0, |s| s.high);
        std::hint::black_box(keys.iter().map(high).fold(0, |a, b| a ^ b));
        let byte = |key: &Key| match slot(key) {
            Some(s) if key.is_long() => texts.get(s.high as usize).copied().unwrap_or(0),
            _ => 0,
        };
        std::hint::black_box(keys.iter().map(byte).fold(0, |a, b| a ^ b));
    }

    /// The code of a text, whose key is given; it is taken into the dictionary if it is new.
    #[inline(always)]
    pub fn code(
        &mut self,
        key: Key,
        text: &str,
        range: std::ops::Range<usize>,
        dictionary: &mut Dictionary,
    ) -> u32 {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = key.place(self.shift) & mask;
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.after != 0) {
            if slot.low == key.low && slot.length == key.length {
                let equal = if key.is_long() {
                    let from = slot.high as usize;
                    same(
                        dictionary.bytes().get(from..from + range.len()).unwrap_or_default(),
                        text.as_bytes().get(range.clone()).unwrap_or_default(),
                    )
                } else {
                    slot.high == key.high
                };
                if equal {
                    return slot.after - 1;
                }
            }
            at = (at + 1) & mask;
        }
        self.add(key, text.get(range).unwrap_or_default(), dictionary)
    }

    #[inline(never)]
    fn add(&mut self, key: Key, text: &str, dictionary: &mut Dictionary) -> u32 {
        let room = if self.is_large() { 2 } else { 4 };
        if (self.used + 1) * room > self.slots.len() {
            self.grow();
        }
        let high = if key.is_long() { dictionary.byte_len() as u64 } else { key.high };
        let code = dictionary.append(text);
        self.put(Slot { low: key.low, high, length: key.length, after: code + 1 });
        self.used += 1;
        code
    }

    fn put(&mut self, slot: Slot) {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = slot.key().place(self.shift) & mask;
        while self.slots.get(at).is_some_and(|s| s.after != 0) {
            at = (at + 1) & mask;
        }
        if let Some(free) = self.slots.get_mut(at) {
            *free = slot;
        }
    }

    fn grow(&mut self) {
        let size = self.slots.len() * 2;
        self.shift = 64 - size.trailing_zeros();
        for slot in std::mem::replace(&mut self.slots, vec![Slot::default(); size]) {
            if slot.after != 0 {
                self.put(slot);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_have_one_code() {
        let mut wanted = Dictionary::default();
        let (mut interner, mut dictionary) = (Interner::default(), Dictionary::default());
        for n in 0..20_000u64 {
            let text = match n % 4 {
                0 => (n % 300).to_string(),
                1 => "\0".repeat((n % 40 + 1) as usize),
                2 => format!("a long text with a number: {}", n % 3000),
                _ => format!("{}", n.wrapping_mul(MIX) >> (n % 60)),
            };
            // With and without something behind it.
            let held = if n % 3 == 0 { text.clone() } else { format!("{text}, and so on and on") };
            let key = Key::of(held.as_bytes(), 0, text.len());
            let code = interner.code(key, &held, 0..text.len(), &mut dictionary);
            assert_eq!(code, wanted.intern(&text), "{text:?}");
            assert_eq!(dictionary.get(code), text);
        }
    }
}
