//! Days, months, quarters, weeks, years and periods.

use super::{Locale, NBSP};
use crate::engine::filter::{Grain, Period};
use crate::engine::value::{Day, Moment};

/// Short names beside a day of the month (in Russian and Greek: the genitive).
const OF_DAY: [[&str; 12]; 3] = [
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    [
        "янв.",
        "февр.",
        "мар.",
        "апр.",
        "мая",
        "июн.",
        "июл.",
        "авг.",
        "сент.",
        "окт.",
        "нояб.",
        "дек.",
    ],
    ["Ιαν", "Φεβ", "Μαρ", "Απρ", "Μαΐ", "Ιουν", "Ιουλ", "Αυγ", "Σεπ", "Οκτ", "Νοε", "Δεκ"],
];

/// Short names of a month that stands alone.
const ALONE: [[&str; 12]; 3] = [
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    [
        "янв.",
        "февр.",
        "март",
        "апр.",
        "май",
        "июнь",
        "июль",
        "авг.",
        "сент.",
        "окт.",
        "нояб.",
        "дек.",
    ],
    ["Ιαν", "Φεβ", "Μάρ", "Απρ", "Μάι", "Ιούν", "Ιούλ", "Αύγ", "Σεπ", "Οκτ", "Νοέ", "Δεκ"],
];

/// Short names of the days, from Monday on.
const WEEKDAYS: [[&str; 7]; 3] = [
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    ["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
    ["Δευ", "Τρί", "Τετ", "Πέμ", "Παρ", "Σάβ", "Κυρ"],
];

impl Locale {
    /// `1 Jul 2026`, `1 июл. 2026`, `1 Ιουλ 2026`.
    pub fn day(self, day: Day) -> String {
        let (year, month, d) = day.ymd();
        format!("{d}{NBSP}{}{NBSP}{year}", self.pick(&OF_DAY, month))
    }

    /// Day and month without the year: `1 Jul`.
    pub fn day_month(self, day: Day) -> String {
        let (_, month, d) = day.ymd();
        format!("{d}{NBSP}{}", self.pick(&OF_DAY, month))
    }

    /// The day with hours and minutes: `1 Jul 2026, 09:30`.
    pub fn moment(self, moment: Moment) -> String {
        let s = moment.second_of_day();
        format!("{}, {:02}:{:02}", self.day(moment.day()), s / 3600, s / 60 % 60)
    }

    /// `Jan 2026`, `янв. 2026`, `Ιαν 2026`.
    pub fn month(self, day: Day) -> String {
        let (year, month, _) = day.ymd();
        format!("{}{NBSP}{year}", self.pick(&ALONE, month))
    }

    /// The month alone, for axes: `Jan`.
    pub fn month_short(self, month: u32) -> &'static str {
        self.pick(&ALONE, month)
    }

    /// `Mon`, by the ISO number of the day from 1 on.
    pub fn weekday_short(self, weekday: u32) -> &'static str {
        self.pick(&WEEKDAYS, weekday)
    }

    /// `Q3 2026`, `3 кв. 2026`, `Τ3 2026`.
    pub fn quarter(self, day: Day) -> String {
        let (year, month, _) = day.ymd();
        let quarter = (month - 1) / 3 + 1;
        match self {
            Locale::En => format!("Q{quarter}{NBSP}{year}"),
            Locale::Ru => format!("{quarter}{NBSP}кв.{NBSP}{year}"),
            Locale::El => format!("Τ{quarter}{NBSP}{year}"),
        }
    }

    /// ISO week with the year that it belongs to: `W27 2026`, `27 нед. 2026`, `Εβδ. 27 2026`.
    pub fn week(self, day: Day) -> String {
        let (year, week) = day.iso_week();
        match self {
            Locale::En => format!("W{week}{NBSP}{year}"),
            Locale::Ru => format!("{week}{NBSP}нед.{NBSP}{year}"),
            Locale::El => format!("Εβδ.{NBSP}{week}{NBSP}{year}"),
        }
    }

    /// `Q1 FY2026`, `1 кв. ф. г. 2026`, `Τ1 οικ. έτους 2026`.
    fn fiscal_quarter(self, (year, quarter): (i32, u32)) -> String {
        match self {
            Locale::En => format!("Q{quarter}{NBSP}FY{year}"),
            Locale::Ru => format!("{quarter}{NBSP}кв. ф.{NBSP}г.{NBSP}{year}"),
            Locale::El => format!("Τ{quarter} οικ.{NBSP}έτους{NBSP}{year}"),
        }
    }

    /// `FY2026`, `ф. г. 2026`, `οικ. έτος 2026`.
    fn fiscal_year(self, year: i32) -> String {
        match self {
            Locale::En => format!("FY{year}"),
            Locale::Ru => format!("ф.{NBSP}г.{NBSP}{year}"),
            Locale::El => format!("οικ.{NBSP}έτος{NBSP}{year}"),
        }
    }

    /// A week that has no number: by its first day.
    fn week_from(self, day: Day) -> String {
        match self {
            Locale::En => format!("week of {}", self.day(day)),
            Locale::Ru => format!("неделя с {}", self.day(day)),
            Locale::El => format!("εβδ. από {}", self.day(day)),
        }
    }

    /// The unit of a grain that begins on (or holds) a day.
    pub fn date(self, grain: Grain, day: Day) -> String {
        match grain {
            Grain::Day => self.day(day),
            Grain::Week => self.week(day),
            Grain::Month => self.month(day),
            Grain::Quarter => self.quarter(day),
            Grain::FiscalQuarter(fiscal) => self.fiscal_quarter(fiscal.of(day)),
            Grain::FiscalYear(fiscal) => self.fiscal_year(fiscal.of(day).0),
            Grain::WeekFrom(_) => self.week_from(day),
            Grain::Year => day.ymd().0.to_string(),
        }
    }

    /// `1 Jul – 30 Sep 2026`; what both ends share is written once.
    pub fn period(self, period: Period) -> String {
        let (first, last) = (period.first, period.last);
        let ((y1, m1, d1), (y2, m2, _)) = (first.ymd(), last.ymd());
        if first == last {
            self.day(first)
        } else if (y1, m1) == (y2, m2) {
            format!("{d1}–{}", self.day(last))
        } else if y1 == y2 {
            format!("{} – {}", self.day_month(first), self.day(last))
        } else {
            format!("{} – {}", self.day(first), self.day(last))
        }
    }

    fn pick<const N: usize>(
        self,
        names: &'static [[&'static str; N]; 3],
        month: u32,
    ) -> &'static str {
        let [en, ru, el] = names;
        let of = match self {
            Locale::En => en,
            Locale::Ru => ru,
            Locale::El => el,
        };
        of.get(month.saturating_sub(1) as usize).copied().unwrap_or_default()
    }
}
