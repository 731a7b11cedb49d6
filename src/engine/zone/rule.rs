//! The rule by which a zone goes on behind its last written change: two offsets and the days of
//! each year on which they follow each other, as POSIX writes them (`EET-2EEST,M3.5.0/3,M10.5.0/4`).
//!
//! Not here: changes before it (`tzif`).

use super::{Change, Rules};
use crate::engine::value::{Day, days_in_month};

/// Changes are written out up to this year; later ones keep the last offset.
const LAST_YEAR: i32 = 2100;

/// Offsets are seconds ahead of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    standard: i32,
    summer: Option<Summer>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Summer {
    offset: i32,
    begins: Turn,
    ends: Turn,
}

/// A day of each year, and the second of it (by the clock until then, perhaps on another day).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Turn {
    day: DayRule,
    second: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DayRule {
    /// Month, week (5: the last), weekday (0: Sunday).
    Weekday(u32, u32, u32),
    /// 1 to 365, without leap days.
    Julian(i32),
    /// 0 to 365, with them.
    OfYear(i32),
}

impl Rule {
    pub fn read(text: &str) -> Option<Rule> {
        let mut text = Text(text);
        text.letters()?;
        // West of Greenwich is positive here, and nowhere else.
        let standard = -text.seconds()?;
        if text.0.is_empty() {
            return Some(Rule { standard, summer: None });
        }
        text.letters()?;
        let offset = if text.0.starts_with(',') { standard + 3600 } else { -text.seconds()? };
        let (begins, ends) = (text.turn()?, text.turn()?);
        Some(Rule { standard, summer: Some(Summer { offset, begins, ends }) })
    }

    /// Adds the changes of all years behind an instant.
    pub fn go_on(&self, after: i64, rules: &mut Rules) {
        let mut now = rules.changes.last().map_or(rules.first, |c| c.after);
        let mut add = |at: i64, after: i32| {
            if after != now {
                rules.changes.push(Change { at, before: now, after });
                now = after;
            }
        };
        let Some(summer) = self.summer else { return };
        let first = Day(after.div_euclid(86_400).clamp(0, 100_000) as i32).ymd().0 - 1;
        for year in first..=LAST_YEAR {
            let begins = (summer.begins.instant(year, self.standard), summer.offset);
            let ends = (summer.ends.instant(year, summer.offset), self.standard);
            let turns = if begins < ends { [begins, ends] } else { [ends, begins] };
            for (at, offset) in turns.into_iter().filter(|(at, _)| *at > after) {
                add(at, offset);
            }
        }
    }
}

impl Turn {
    fn instant(self, year: i32, offset: i32) -> i64 {
        i64::from(self.day.of(year)) * 86_400 + i64::from(self.second) - i64::from(offset)
    }
}

impl DayRule {
    /// The day of a year, as [`Day`] counts.
    fn of(self, year: i32) -> i32 {
        let first = |month| Day::from_ymd(year, month, 1).map_or(0, |d| d.0);
        match self {
            DayRule::Weekday(month, week, weekday) => {
                let start = first(month);
                // Day counts Sunday as 7.
                let ahead = (weekday + 7 - Day(start).weekday() % 7) % 7;
                let day = ahead + 7 * (week - 1);
                let last = days_in_month(year, month);
                start + if day < last { day } else { day - 7 } as i32
            }
            DayRule::Julian(day) => {
                let is_leap = days_in_month(year, 2) == 29;
                first(1) + day - 1 + i32::from(is_leap && day > 59)
            }
            DayRule::OfYear(day) => first(1) + day,
        }
    }
}

/// What is still to be read.
struct Text<'a>(&'a str);

impl Text<'_> {
    fn sign(&mut self, sign: char) -> bool {
        let rest = self.0.strip_prefix(sign);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    /// A name: letters, or anything in `<>`.
    fn letters(&mut self) -> Option<()> {
        let end = match self.0.starts_with('<') {
            true => self.0.find('>')? + 1,
            false => self.0.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(self.0.len()),
        };
        self.0 = self.0.get(end..)?;
        (end > 0).then_some(())
    }

    fn number(&mut self) -> Option<i32> {
        let end = self.0.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.0.len());
        let (digits, rest) = self.0.split_at_checked(end)?;
        self.0 = rest;
        digits.parse().ok()
    }

    /// `[+-]hh[:mm[:ss]]` as seconds.
    fn seconds(&mut self) -> Option<i32> {
        let is_negative = self.sign('-');
        self.sign('+');
        let mut seconds = self.number()? * 3600;
        for unit in [60, 1] {
            if self.sign(':') {
                seconds += self.number()? * unit;
            }
        }
        Some(if is_negative { -seconds } else { seconds })
    }

    /// `,Mm.w.d[/time]`, `,Jn[/time]`, `,n[/time]`; without a time it is two o'clock.
    fn turn(&mut self) -> Option<Turn> {
        if !self.sign(',') {
            return None;
        }
        let day = if self.sign('M') {
            let month = self.number()? as u32;
            self.sign('.');
            let week = self.number()? as u32;
            self.sign('.');
            let weekday = self.number()? as u32;
            let fits = (1..=12).contains(&month) && (1..=5).contains(&week) && weekday < 7;
            fits.then_some(DayRule::Weekday(month, week, weekday))?
        } else if self.sign('J') {
            DayRule::Julian(self.number()?)
        } else {
            DayRule::OfYear(self.number()?)
        };
        let second = if self.sign('/') { self.seconds()? } else { 7200 };
        Some(Turn { day, second })
    }
}
