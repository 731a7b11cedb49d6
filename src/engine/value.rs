//! The values that figures are made of: calendar days, moments, units and quantities.
//!
//! A date that was written without a time is a [`Day`] and never an instant: it can't shift by a
//! time zone. Not here: how a value is written for people (`crate::format`).

use super::sampling::Sampling;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A calendar day, counted from 1970-01-01 in the proleptic Gregorian calendar. It has no zone.
/// People read it as `2026-11-22` in a document or a report's JSON; messages carry the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            serializer.serialize_i32(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        if !deserializer.is_human_readable() {
            return i32::deserialize(deserializer).map(Day);
        }
        let text = String::deserialize(deserializer)?;
        Day::from_iso(&text).ok_or_else(|| D::Error::custom(format!("“{text}” is no day")))
    }
}

/// A written date and time, in seconds from 1970-01-01 00:00:00 of the file's own clock. No zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Moment(pub i64);

impl Moment {
    /// The calendar day on which the moment was written.
    pub fn day(self) -> Day {
        Day(self.0.div_euclid(86_400) as i32)
    }
    /// Seconds since midnight of that day, 0 to 86,399.
    pub fn second_of_day(self) -> u32 {
        self.0.rem_euclid(86_400) as u32
    }
}

impl Day {
    /// The day of a year, month (1 to 12) and day of month, or `None` where there is no such day.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Day> {
        if !(1..=12).contains(&month) || day < 1 || day > days_in_month(year, month) {
            return None;
        }
        // Years are counted from March, so that the leap day is the last day of its year.
        let (y, m) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let leap_days = y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400);
        let day_of_year = (153 * m as i32 + 2) / 5 + day as i32 - 1;
        // 719,468 days lie between 0000-03-01 and 1970-01-01.
        Some(Day(y * 365 + leap_days + day_of_year - 719_468))
    }

    /// Reads what [`fmt::Display`] writes.
    pub fn from_iso(text: &str) -> Option<Day> {
        // A year may be negative: the last two signs stand before month and day.
        let (rest, day) = text.rsplit_once('-')?;
        let (year, month) = rest.rsplit_once('-')?;
        Day::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// Year, month (1 to 12), day of month.
    pub fn ymd(self) -> (i32, u32, u32) {
        let days = i64::from(self.0) + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let m = (5 * of_year + 2) / 153;
        let day = (of_year - (153 * m + 2) / 5 + 1) as u32;
        let month = if m < 10 { m + 3 } else { m - 9 } as u32;
        let year = (year_of_era + era * 400) as i32 + i32::from(month <= 2);
        (year, month, day)
    }

    /// 1 = Monday … 7 = Sunday (ISO 8601).
    pub fn weekday(self) -> u32 {
        (self.0 + 3).rem_euclid(7) as u32 + 1
    }

    /// ISO 8601 week-numbering year and week, 1 to 53.
    pub fn iso_week(self) -> (i32, u32) {
        // The week belongs to the year that holds its Thursday.
        let thursday = Day(self.0 + 4 - self.weekday() as i32);
        let (year, _, _) = thursday.ymd();
        let first = Day::from_ymd(year, 1, 1).map_or(0, |d| d.0);
        (year, ((thursday.0 - first) / 7 + 1) as u32)
    }

    /// The first day of this day's month.
    pub fn month_start(self) -> Day {
        let (_, _, d) = self.ymd();
        Day(self.0 - d as i32 + 1)
    }

    /// The same day of the month `months` later, or the last day of a shorter month.
    pub fn add_months(self, months: i32) -> Day {
        let (y, m, d) = self.ymd();
        let index = y * 12 + m as i32 - 1 + months;
        let (year, month) = (index.div_euclid(12), index.rem_euclid(12) as u32 + 1);
        Day::from_ymd(year, month, d.min(days_in_month(year, month))).unwrap_or(self)
    }
}

/// ISO 8601, such as `2026-11-22`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (y, m, d) = self.ymd();
        write!(f, "{y:04}-{m:02}-{d:02}")
    }
}

/// ISO 8601 without a zone, such as `2026-11-22T09:30:00`.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let s = self.second_of_day();
        write!(f, "{}T{:02}:{:02}:{:02}", self.day(), s / 3600, s / 60 % 60, s % 60)
    }
}

/// Seconds as `09:30:00`; a duration goes on beyond 24 hours, and fractions are shown when present.
pub fn clock_text(seconds: f64) -> String {
    let sign = if seconds < 0.0 { "-" } else { "" };
    let whole = seconds.abs().floor();
    let thousandths = ((seconds.abs() - whole) * 1000.0).round() as u32;
    let (whole, thousandths) = (whole as u64 + u64::from(thousandths / 1000), thousandths % 1000);
    let (h, m, s) = (whole / 3600, whole / 60 % 60, whole % 60);
    let fraction = if thousandths > 0 { format!(".{thousandths:03}") } else { String::new() };
    format!("{sign}{h:02}:{m:02}:{s:02}{fraction}")
}

/// Days in a month of the Gregorian calendar.
pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// What a figure counts. A share is 0..1 (a percent is never stored); ROMI is a share as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    Count,
    Money,
    Share,
    Days,
    Ratio,
    /// A difference of two shares, held as such: 0.05 is 5 percentage points.
    Points,
    Hours,
    Months,
    /// A score from −100 to 100.
    Score,
}

/// What a reader must know before trusting a quantity. Shown beside it, never hidden.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Caution {
    /// The denominator is below 10: counts say more than the rate.
    SmallDenominator,
    /// Money in other currencies was left out of the sum: how many records.
    OtherCurrencies { records: u64 },
    /// Records that count but carry no amount.
    WithoutAmount { records: u64 },
    /// Records without the dates that the figure needs.
    WithoutDates { records: u64 },
    /// Records whose dates contradict each other, left out of this figure.
    DatesOutOfOrder { records: u64 },
    /// Records that name no account, and so belong to none.
    WithoutAccount { records: u64 },
    /// Open records with an amount of which nothing tells the chance to be won.
    WithoutChance { records: u64 },
    /// Won records without a quantity.
    WithoutQuantity { records: u64 },
    /// Half was never reached: this share (0..1) still goes on after so many days.
    NotReached { share: f64, days: f64 },
    /// So many open records are left out; with them, half are over after so many days, if ever.
    OpenLeftOut { records: u64, median: Option<f64> },
    /// No margin is set: revenue stands where profit should.
    WithoutMargin,
    /// It is of what becomes of records, and the youngest of them have had so many days; nine in ten
    /// wins take up to so many.
    Young { had: f64, usual: f64 },
    /// It is on this margin; what it is of revenue.
    OnMargin { margin: f64, without: Option<f64> },
    /// Customers whose horizon is not over: they will bring more.
    YoungCustomers { customers: u64 },
    /// Costs were taken from so many days earlier; what it is with those of the same days.
    Lagged { days: f64, without: Option<f64> },
    /// So many working days are over; they may be assumed to be Monday to Friday.
    WorkingDays { over: u32, of: u32, are_assumed: bool },
    /// The target is met already, so that nothing is left to cover.
    TargetMet,
    /// Plans of quarters stand behind it in part: each month has its share by days.
    PlansParted,
    /// Answers that are no whole number from 0 to 10, left out.
    InvalidScores { answers: u64 },
    /// What is divided are other records than what it is divided by: those of the same days.
    DifferentRecords,
    /// Of a stage of which nobody knows when it was entered, in a report of events: by creation.
    StageByCreation,
    /// Only part of the spend (share 0..1) could be tied to this dimension.
    SpendNotTied { share: f64 },
}

/// One figure with what it was made from. An empty denominator gives `value: None`, drawn as an
/// en dash and sorted last; it is never 0, NaN or infinite.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    pub value: Option<f64>,
    pub unit: Unit,
    /// For a ratio: what was divided. For a median: `None`.
    pub numerator: Option<f64>,
    /// For a ratio: by what. For a median or a mean: the count of values behind it.
    pub denominator: Option<f64>,
    /// Wilson 95 % interval of a share.
    pub interval: Option<(f64, f64)>,
    /// How far it could have come out otherwise, where it is compared with another.
    #[serde(default)]
    pub sampling: Option<Box<Sampling>>,
    pub cautions: Vec<Caution>,
}

impl Quantity {
    /// A plain count or sum.
    pub fn plain(value: f64, unit: Unit) -> Quantity {
        Quantity {
            value: Some(value),
            unit,
            numerator: None,
            denominator: None,
            interval: None,
            sampling: None,
            cautions: Vec::new(),
        }
    }
    /// No answer: nothing to divide by, or nothing measured.
    pub fn none(unit: Unit) -> Quantity {
        Quantity { value: None, ..Quantity::plain(0.0, unit) }
    }
    /// `numerator ÷ denominator`, without a value where the denominator is 0.
    pub fn ratio(numerator: f64, denominator: f64, unit: Unit) -> Quantity {
        let value = (denominator != 0.0).then(|| numerator / denominator);
        Quantity {
            value: value.filter(|v| v.is_finite()),
            numerator: Some(numerator),
            denominator: Some(denominator),
            ..Quantity::plain(0.0, unit)
        }
    }
    /// Whether it stands on so few cases that it says little.
    pub fn is_of_few(&self) -> bool {
        self.cautions.contains(&Caution::SmallDenominator)
    }
    /// Adds a caution that readers of the figure must see.
    pub fn with(mut self, caution: Caution) -> Quantity {
        self.cautions.push(caution);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_round_trip_over_four_centuries() {
        let first = Day::from_ymd(1800, 1, 1).unwrap().0;
        let last = Day::from_ymd(2200, 12, 31).unwrap().0;
        let mut previous = (1799, 12, 31);
        for n in first..=last {
            let ymd = Day(n).ymd();
            assert!(ymd > previous, "{previous:?} then {ymd:?}");
            assert_eq!(Day::from_ymd(ymd.0, ymd.1, ymd.2), Some(Day(n)));
            previous = ymd;
        }
    }

    #[test]
    fn clocks_go_beyond_a_day() {
        let cases = [(34_200.0, "09:30:00"), (451_800.25, "125:30:00.250"), (59.9996, "00:01:00")];
        for (seconds, text) in cases {
            assert_eq!(clock_text(seconds), text);
        }
    }

    #[test]
    fn known_days() {
        assert_eq!(Day::from_ymd(1970, 1, 1), Some(Day(0)));
        assert_eq!(Day::from_ymd(2026, 11, 22).unwrap().weekday(), 7);
        assert_eq!(Day::from_ymd(2021, 1, 3).unwrap().iso_week(), (2020, 53));
        assert_eq!(Day::from_ymd(2024, 12, 30).unwrap().iso_week(), (2025, 1));
        assert_eq!(Day::from_ymd(2024, 2, 31), None);
        assert_eq!(Day::from_ymd(2024, 1, 31).unwrap().add_months(1).to_string(), "2024-02-29");
        assert_eq!(Moment(-1).to_string(), "1969-12-31T23:59:59");
    }

    #[test]
    fn a_day_is_iso_for_people_and_a_number_in_messages() {
        for day in [Day(0), Day(20_779), Day(-800_000)] {
            let json = serde_json::to_string(&day).unwrap();
            assert_eq!(json, format!("\"{day}\""));
            assert_eq!(serde_json::from_str::<Day>(&json).unwrap(), day);
            let bytes = postcard::to_allocvec(&day).unwrap();
            assert_eq!(postcard::from_bytes::<Day>(&bytes).unwrap(), day);
        }
        assert!(serde_json::from_str::<Day>("\"2024-02-31\"").is_err());
        assert!(serde_json::from_str::<Day>("\"tomorrow\"").is_err());
    }

    #[test]
    fn an_empty_denominator_has_no_value() {
        assert_eq!(Quantity::ratio(3.0, 0.0, Unit::Share).value, None);
        assert_eq!(Quantity::ratio(3.0, 4.0, Unit::Share).value, Some(0.75));
    }
}
