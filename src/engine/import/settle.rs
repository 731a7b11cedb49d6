//! Columns that were put down without looking: which of their texts are the same, found at the
//! end by sorting hashes into small heaps, which stay near the processor as one large table does
//! not. In slices.
//!
//! Not here: which columns those are (`rows`).

use super::super::table::{Codes, Dictionary};
use super::column::RawColumn;
use super::intern::hash;

/// How many texts a heap holds on average.
const HEAP: usize = 1 << 11;

/// A column on its way to having each text once.
pub struct Settling {
    column: RawColumn,
    stage: Stage,
    at: usize,
    hashes: Vec<u64>,
    /// Where each heap ends in `order`.
    ends: Vec<u32>,
    /// Hash and code, heap by heap, in the order of the codes.
    order: Vec<(u32, u32)>,
    /// The first code that has the same text.
    first: Vec<u32>,
    fresh: Dictionary,
    codes: Codes,
}

enum Stage {
    Hash,
    Sort,
    Match,
    Renumber,
    Recode,
}

impl Settling {
    /// Takes in a column that [`RawColumn::may_repeat`].
    pub fn new(column: RawColumn) -> Settling {
        Settling {
            stage: Stage::Hash,
            at: 1,
            hashes: Vec::with_capacity(column.dictionary.len()),
            ends: Vec::new(),
            order: Vec::new(),
            first: Vec::new(),
            fresh: Dictionary::default(),
            codes: Codes::default(),
            column,
        }
    }

    fn heaps(&self) -> usize {
        (self.hashes.len() / HEAP).next_power_of_two()
    }

    /// Goes on for about `budget` texts. Whether it is done.
    pub fn step(&mut self, budget: usize) -> bool {
        let texts = self.column.dictionary.len();
        let end = (self.at + budget).min(texts);
        match self.stage {
            Stage::Hash => {
                for code in self.at..end {
                    self.hashes.push(text_hash(self.column.dictionary.get(code as u32).as_bytes()));
                }
                self.at = end;
                if end == texts {
                    self.begin_sort();
                }
            }
            Stage::Sort => {
                let shift = heap_shift(self.heaps());
                for code in self.at..end {
                    let hash = self.hashes.get(code - 1).copied().unwrap_or(0);
                    if let Some(end) = self.ends.get_mut(heap_of(hash, shift))
                        && let Some(place) = self.order.get_mut(*end as usize)
                    {
                        *place = (hash as u32, code as u32);
                        *end += 1;
                    }
                }
                self.at = end;
                if end == texts {
                    self.hashes = Vec::new();
                    self.first = vec![0; texts];
                    (self.stage, self.at) = (Stage::Match, 0);
                }
            }
            Stage::Match => self.match_heaps(budget),
            Stage::Renumber => {
                for code in self.at..end {
                    self.renumber(code);
                }
                self.at = end;
                if end == texts {
                    (self.stage, self.at) = (Stage::Recode, 0);
                }
            }
            Stage::Recode => return self.recode(budget),
        }
        false
    }

    /// Counts what each heap will hold.
    fn begin_sort(&mut self) {
        let heaps = self.heaps();
        let shift = heap_shift(heaps);
        let mut counts = vec![0u32; heaps];
        for hash in &self.hashes {
            if let Some(n) = counts.get_mut(heap_of(*hash, shift)) {
                *n += 1;
            }
        }
        let mut begin = 0;
        for count in &mut counts {
            begin += std::mem::replace(count, begin);
        }
        self.ends = counts;
        self.order = vec![(0, 0); self.hashes.len()];
        (self.stage, self.at) = (Stage::Sort, 1);
    }

    fn match_heaps(&mut self, budget: usize) {
        let mut left = budget.max(1);
        let mut table: Vec<u32> = Vec::new();
        while left > 0 && self.at < self.ends.len() {
            let begin = self.at.checked_sub(1).and_then(|b| self.ends.get(b)).copied();
            let end = self.ends.get(self.at).copied().unwrap_or(0);
            let heap = self.order.get(begin.unwrap_or(0) as usize..end as usize);
            let heap = heap.unwrap_or_default();
            left = left.saturating_sub(heap.len().max(1));
            let size = (heap.len() * 2).next_power_of_two();
            table.clear();
            table.resize(size, 0);
            for (i, (hash, code)) in heap.iter().enumerate() {
                let first = look(&mut table, heap, *hash, *code, i, &self.column.dictionary);
                if let Some(place) = self.first.get_mut(*code as usize) {
                    *place = first;
                }
            }
            self.at += 1;
        }
        if self.at == self.ends.len() {
            (self.ends, self.order) = (Vec::new(), Vec::new());
            (self.stage, self.at) = (Stage::Renumber, 1);
        }
    }

    /// The new code takes the place of the first one.
    fn renumber(&mut self, code: usize) {
        let first = self.first.get(code).copied().unwrap_or(0) as usize;
        let new = if first == code {
            self.fresh.append(self.column.dictionary.get(code as u32))
        } else {
            self.first.get(first).copied().unwrap_or(0)
        };
        if let Some(place) = self.first.get_mut(code) {
            *place = new;
        }
    }

    fn recode(&mut self, budget: usize) -> bool {
        let rows = self.column.codes.len();
        let end = (self.at + budget).min(rows);
        let mut new = Vec::with_capacity(end - self.at);
        let first = &self.first;
        let code = |c: u32| first.get(c as usize).copied().unwrap_or(0);
        self.column.codes.each(self.at..end, |c| new.push(code(c)));
        self.codes.extend(&new);
        self.at = end;
        end == rows
    }

    /// The column with each text once, in order of first appearance.
    pub fn finish(self) -> RawColumn {
        let mut column = self.column;
        (column.codes, column.dictionary) = (self.codes, self.fresh);
        column
    }
}

fn text_hash(text: &[u8]) -> u64 {
    if text.len() >= 8 {
        return hash(text);
    }
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(text).for_each(|(to, byte)| *to = *byte);
    hash(&bytes) ^ (text.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn heap_shift(heaps: usize) -> u32 {
    heaps.trailing_zeros()
}

/// The upper bits say the heap; the lower half is kept as the hash within it.
fn heap_of(hash: u64, shift: u32) -> usize {
    if shift == 0 { 0 } else { (hash >> (64 - shift)) as usize }
}

/// The first code of the heap with this text: itself if there is none before it.
fn look(
    table: &mut [u32],
    heap: &[(u32, u32)],
    hash: u32,
    code: u32,
    i: usize,
    texts: &Dictionary,
) -> u32 {
    let mask = table.len().wrapping_sub(1);
    let mut at = hash as usize & mask;
    loop {
        let Some(place) = table.get_mut(at) else { return code };
        if *place == 0 {
            *place = i as u32 + 1;
            return code;
        }
        match heap.get(*place as usize - 1) {
            Some((h, c)) if *h == hash && texts.get(*c) == texts.get(code) => return *c,
            _ => at = (at + 1) & mask,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_once_in_order_of_first_appearance() {
        let texts: Vec<String> = (0..30_000u64)
            .map(|n| (n * n % 20_011).to_string().repeat(1 + (n % 3) as usize))
            .collect();
        let mut loose = RawColumn::new("x".to_owned());
        let mut wanted = Dictionary::default();
        let mut codes = Vec::new();
        for text in &texts {
            let code = loose.dictionary.append(text);
            loose.codes.push(code);
            codes.push(wanted.intern(text));
        }
        assert!(!loose.may_repeat());
        loose.set_loose();
        assert!(loose.may_repeat());
        for budget in [7, 4096, 1 << 20] {
            let mut settling = Settling::new(loose.clone());
            while !settling.step(budget) {}
            let settled = settling.finish();
            assert_eq!(settled.codes.to_words(), codes);
            assert!(settled.dictionary.iter().eq(wanted.iter()));
        }
    }
}
