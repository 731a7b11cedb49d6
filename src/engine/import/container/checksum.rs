//! CRC-32 as gzip and ZIP have it (IEEE 802.3, bits reflected), four bytes at a time.

const POLYNOMIAL: u32 = 0xedb8_8320;

/// One table for each of four neighbouring bytes.
static TABLES: [[u32; 256]; 4] = tables();

const fn tables() -> [[u32; 256]; 4] {
    let mut tables = [[0u32; 256]; 4];
    let mut byte = 0;
    while byte < 256 {
        let mut value = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            value = if value & 1 == 1 { (value >> 1) ^ POLYNOMIAL } else { value >> 1 };
            bit += 1;
        }
        tables[0][byte] = value;
        byte += 1;
    }
    let mut row = 1;
    while row < 4 {
        let mut byte = 0;
        while byte < 256 {
            let before = tables[row - 1][byte];
            tables[row][byte] = (before >> 8) ^ tables[0][(before & 0xff) as usize];
            byte += 1;
        }
        row += 1;
    }
    tables
}

/// A checksum in the making.
#[derive(Clone, Copy, Debug)]
pub struct Checksum(u32);

impl Default for Checksum {
    fn default() -> Checksum {
        Checksum(u32::MAX)
    }
}

impl Checksum {
    pub fn add(&mut self, bytes: &[u8]) {
        let [one, two, three, four] = &TABLES;
        let at = |table: &[u32; 256], byte: u32| table[(byte & 0xff) as usize];
        let mut sum = self.0;
        let (fours, rest) = bytes.as_chunks::<4>();
        for chunk in fours {
            let x = sum ^ u32::from_le_bytes(*chunk);
            sum = at(four, x) ^ at(three, x >> 8) ^ at(two, x >> 16) ^ at(one, x >> 24);
        }
        for byte in rest {
            sum = at(one, sum ^ u32::from(*byte)) ^ (sum >> 8);
        }
        self.0 = sum;
    }

    pub fn value(self) -> u32 {
        !self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_value_of_the_standard() {
        for split in 0..=9 {
            let (a, b) = b"123456789".split_at(split);
            let mut sum = Checksum::default();
            sum.add(a);
            sum.add(b);
            assert_eq!(sum.value(), 0xcbf4_3926);
        }
        assert_eq!(Checksum::default().value(), 0);
    }
}
