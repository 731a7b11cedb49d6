//! One code a row, as narrow as the greatest of them allows: most columns hold few distinct
//! texts, and a byte a row is a quarter of the memory and of the way to it.
//!
//! Not here: what a code stands for (`dictionary`).

/// Codes by row. Beyond the end every row has code 0, the missing cell.
#[derive(Clone, Debug)]
pub enum Codes {
    Byte(Vec<u8>),
    Half(Vec<u16>),
    Word(Vec<u32>),
}

impl Default for Codes {
    fn default() -> Self {
        Codes::Byte(Vec::new())
    }
}

/// Does the same with whichever vector it is.
macro_rules! each {
    ($codes:expr, $v:ident => $do:expr) => {
        match $codes {
            Codes::Byte($v) => $do,
            Codes::Half($v) => $do,
            Codes::Word($v) => $do,
        }
    };
}

impl Codes {
    pub fn len(&self) -> usize {
        each!(self, v => v.len())
    }
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The code of a row.
    #[inline]
    pub fn get(&self, row: usize) -> u32 {
        match self {
            Codes::Byte(v) => v.get(row).map_or(0, |c| u32::from(*c)),
            Codes::Half(v) => v.get(row).map_or(0, |c| u32::from(*c)),
            Codes::Word(v) => v.get(row).copied().unwrap_or(0),
        }
    }
    /// Takes in the code of the next row.
    pub fn push(&mut self, code: u32) {
        self.extend(&[code]);
    }
    /// Takes in the codes of the next rows.
    pub fn extend(&mut self, codes: &[u32]) {
        let all = codes.iter().fold(0, |all, code| all | code);
        self.widen(all);
        match self {
            Codes::Byte(v) => v.extend(codes.iter().map(|c| *c as u8)),
            Codes::Half(v) => v.extend(codes.iter().map(|c| *c as u16)),
            Codes::Word(v) => v.extend_from_slice(codes),
        }
    }
    /// Changes the code of a row.
    pub fn set(&mut self, row: usize, code: u32) {
        self.widen(code);
        match self {
            Codes::Byte(v) => v.get_mut(row).into_iter().for_each(|c| *c = code as u8),
            Codes::Half(v) => v.get_mut(row).into_iter().for_each(|c| *c = code as u16),
            Codes::Word(v) => v.get_mut(row).into_iter().for_each(|c| *c = code),
        }
    }
    /// Makes room for rows that are known to come.
    pub fn reserve(&mut self, rows: usize) {
        each!(self, v => v.reserve(rows));
    }
    /// Takes a row out.
    pub fn remove(&mut self, row: usize) -> u32 {
        match self {
            _ if row >= self.len() => 0,
            Codes::Byte(v) => u32::from(v.remove(row)),
            Codes::Half(v) => u32::from(v.remove(row)),
            Codes::Word(v) => v.remove(row),
        }
    }
    /// The codes in the order of the rows.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.len()).map(|row| self.get(row))
    }
    /// All codes, each a word wide.
    pub fn to_words(&self) -> Vec<u32> {
        match self {
            Codes::Byte(v) => v.iter().map(|c| u32::from(*c)).collect(),
            Codes::Half(v) => v.iter().map(|c| u32::from(*c)).collect(),
            Codes::Word(v) => v.clone(),
        }
    }
    /// Calls with each code of some rows, in their order.
    #[inline]
    pub fn each(&self, rows: std::ops::Range<usize>, mut call: impl FnMut(u32)) {
        match self {
            Codes::Byte(v) => {
                v.get(rows).unwrap_or_default().iter().for_each(|c| call((*c).into()))
            }
            Codes::Half(v) => {
                v.get(rows).unwrap_or_default().iter().for_each(|c| call((*c).into()))
            }
            Codes::Word(v) => v.get(rows).unwrap_or_default().iter().for_each(|c| call(*c)),
        }
    }
    /// Makes codes as great as this one fit.
    fn widen(&mut self, greatest: u32) {
        let wider = match self {
            Codes::Byte(v) if greatest > 0xffff => {
                Some(Codes::Word(v.iter().map(|c| u32::from(*c)).collect()))
            }
            Codes::Byte(v) if greatest > 0xff => {
                Some(Codes::Half(v.iter().map(|c| u16::from(*c)).collect()))
            }
            Codes::Half(v) if greatest > 0xffff => {
                Some(Codes::Word(v.iter().map(|c| u32::from(*c)).collect()))
            }
            _ => None,
        };
        if let Some(wider) = wider {
            *self = wider;
        }
    }
}

impl FromIterator<u32> for Codes {
    fn from_iter<I: IntoIterator<Item = u32>>(codes: I) -> Codes {
        let mut all = Codes::default();
        codes.into_iter().for_each(|code| all.push(code));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_keep_their_value_as_they_grow() {
        let wanted = [0, 255, 256, 65_535, 65_536, 1, u32::MAX];
        let mut codes = Codes::default();
        for (i, code) in wanted.iter().enumerate() {
            codes.push(*code);
            assert_eq!(codes.to_words(), wanted[..=i]);
        }
        assert_eq!(
            (codes.get(4), codes.get(99), codes.remove(1), codes.len()),
            (65_536, 0, 255, 6)
        );
        assert_eq!(codes.iter().collect::<Codes>().to_words(), codes.to_words());
        let mut some = Vec::new();
        codes.each(1..3, |c| some.push(c));
        assert_eq!(some, [256, 65_535]);
        let mut few: Codes = [1, 2].into_iter().collect();
        few.set(1, 70_000);
        assert_eq!(few.to_words(), [1, 70_000]);
    }
}
