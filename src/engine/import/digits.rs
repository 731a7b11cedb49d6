//! The digits of a number on their way to a value: groups are checked, the value is rounded once.
//!
//! Not here: signs, currencies and which mark is the decimal one (`number`).

/// Integer digits beyond which a number can't be held exactly: such texts are identifiers.
pub const MOST_DIGITS: usize = 15;

const LEAST_OF_19_DIGITS: u64 = 1_000_000_000_000_000_000;

/// Digits collected so far. Up to 19 of them fit the mantissa; more are rare and go to `long`.
#[derive(Default)]
pub struct Digits {
    mantissa: u64,
    integer: u32,
    /// Digits after the decimal sign, once it was seen.
    fraction: Option<u32>,
    exponent: i32,
    /// Lengths of groups: the first, and the ones before the open one.
    first_group: Option<u32>,
    open_group: u32,
    /// A group of two was seen, as in Indian grouping.
    short_group: bool,
    leading_zero: bool,
    long: Option<String>,
}

impl Digits {
    /// Digits with at most one decimal sign, as nearly all numbers are written: what they hold and
    /// their value, `shift` places further to the right. `None`: to be read sign by sign.
    #[inline]
    pub fn plain(body: &[u8], point: u8, shift: i32) -> Option<(Digits, f64)> {
        if body.len() > MOST_DIGITS + 1 {
            return None;
        }
        let mut digits = Digits::default();
        for byte in body {
            if byte.is_ascii_digit() {
                digits.mantissa = digits.mantissa * 10 + u64::from(byte - b'0');
                *digits.fraction.as_mut().unwrap_or(&mut digits.integer) += 1;
            } else if *byte == point && digits.fraction.is_none() {
                digits.fraction = Some(0);
            } else {
                return None;
            }
        }
        let value = digits.value(None, shift)?;
        Some((digits, value))
    }

    pub fn count(&self) -> u32 {
        self.integer + self.fraction.unwrap_or(0)
    }

    pub fn has_fraction(&self) -> bool {
        self.fraction.is_some()
    }

    pub fn push(&mut self, digit: u32) {
        if self.count() == 0 {
            self.leading_zero = digit == 0;
        }
        match &mut self.fraction {
            Some(n) => *n += 1,
            None => {
                self.integer += 1;
                self.open_group += 1;
            }
        }
        // A checked multiplication of words this wide is a call in WebAssembly.
        let next = |m: u64| m.checked_mul(10).and_then(|m| m.checked_add(u64::from(digit)));
        match self.mantissa {
            m if m < LEAST_OF_19_DIGITS => self.mantissa = m * 10 + u64::from(digit),
            m if self.long.is_none() && next(m).is_some() => self.mantissa = next(m).unwrap_or(m),
            _ => {
                let mantissa = self.mantissa;
                let long = self.long.get_or_insert_with(|| mantissa.to_string());
                long.push(char::from_digit(digit, 10).unwrap_or('0'));
            }
        }
    }

    pub fn begin_fraction(&mut self) -> Option<()> {
        if self.fraction.is_some() || self.exponent != 0 {
            return None;
        }
        self.fraction = Some(0);
        Some(())
    }

    pub fn end_group(&mut self) -> Option<()> {
        let length = std::mem::take(&mut self.open_group);
        if self.fraction.is_some() || self.leading_zero {
            return None;
        }
        if self.first_group.is_none() {
            self.first_group = Some(length);
            return (1..=3).contains(&length).then_some(());
        }
        self.short_group |= length == 2;
        (length == 3 || length == 2).then_some(())
    }

    /// `E+05` as spreadsheets write it, `e6` only behind decimals: elsewhere it would swallow codes
    /// such as `12E5`.
    pub fn exponent(&mut self, text: &str) -> Option<()> {
        let digits = match text.strip_prefix(['+', '-']) {
            Some(digits) => digits,
            None if self.fraction.is_some() => text,
            None => return None,
        };
        if digits.is_empty() || digits.len() > 3 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        self.exponent = text.parse().ok()?;
        Some(())
    }

    /// Whether a spreadsheet may have written `1.23457E+11` for a longer number.
    pub fn is_shortened(&self) -> bool {
        self.exponent >= 11 && self.count() <= 6
    }

    /// Whether there are more digits than a number holds for certain.
    pub fn is_rounded(&self) -> bool {
        let mut digits = self.mantissa;
        while digits >= 1_000_000_000_000_000 && digits.is_multiple_of(10) {
            digits /= 10;
        }
        self.long.is_some() || digits >= 1_000_000_000_000_000
    }

    /// The value, `shift` places further to the right; `None` where the groups are none.
    pub fn value(&self, group: Option<char>, shift: i32) -> Option<f64> {
        let decimals = self.fraction.unwrap_or(0);
        let ends_bare = self.fraction == Some(0);
        if self.count() == 0 || ends_bare || self.integer as usize > MOST_DIGITS {
            return None;
        }
        if let Some(first) = self.first_group {
            // Groups of two are Indian and stand between commas only.
            let indian = self.short_group && (group != Some(',') || first > 2);
            if self.open_group != 3 || indian {
                return None;
            }
        }
        let scale = decimals as i32 + shift - self.exponent;
        let value = match &self.long {
            None => scaled(self.mantissa, scale)?,
            Some(long) => format!("{long}e{}", -scale).parse().ok()?,
        };
        let vanished = value == 0.0 && self.mantissa != 0;
        (value.is_finite() && !vanished).then_some(value)
    }
}

const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// `mantissa ÷ 10^scale`, correctly rounded: both are exact where the table is used.
fn scaled(mantissa: u64, scale: i32) -> Option<f64> {
    let power = usize::try_from(scale.unsigned_abs()).ok().and_then(|s| POWERS.get(s));
    match power {
        Some(power) if mantissa <= 1 << 53 && scale >= 0 => Some(mantissa as f64 / power),
        Some(power) if mantissa <= 1 << 53 => Some(mantissa as f64 * power),
        _ => format!("{mantissa}e{}", -scale).parse().ok(),
    }
}
