//! The hours in which somebody is there to answer: a lead of Friday night waits from Monday morning.
//!
//! Not here: whose waiting is measured (`funnel::activity`), public holidays (no file tells them).

use crate::engine::value::Moment;
use serde::{Deserialize, Serialize};

const DAY: i64 = 86_400;
/// 1970-01-05, the first Monday that moments can count from.
const FIRST_MONDAY: i64 = 4;

/// The same hours on some days of each week, on the clock of the files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WorkingHours {
    /// Minutes from midnight; the first is less than the second.
    pub from: u16,
    pub to: u16,
    /// From Monday on.
    pub days: [bool; 7],
}

impl Default for WorkingHours {
    fn default() -> Self {
        let days = [true, true, true, true, true, false, false];
        WorkingHours { from: 9 * 60, to: 18 * 60, days }
    }
}

impl WorkingHours {
    /// Whether there is any such hour in a week.
    pub fn any(&self) -> bool {
        self.from < self.to && self.to <= 24 * 60 && self.days.contains(&true)
    }

    /// Seconds of work between two moments, the second not before the first.
    pub fn between(&self, from: Moment, to: Moment) -> i64 {
        self.before(to) - self.before(from)
    }

    /// Seconds of work from the first Monday to a moment, below 0 for earlier ones.
    fn before(&self, moment: Moment) -> i64 {
        let (day, second) = (moment.0.div_euclid(DAY) - FIRST_MONDAY, moment.0.rem_euclid(DAY));
        let (week, weekday) = (day.div_euclid(7), day.rem_euclid(7) as usize);
        let (from, to) = (i64::from(self.from) * 60, i64::from(self.to) * 60);
        let working = |days: &[bool]| days.iter().filter(|works| **works).count() as i64;
        let gone = week * working(&self.days) + working(self.days.get(..weekday).unwrap_or(&[]));
        let today = self.days.get(weekday).is_some_and(|works| *works);
        let begun = if today { (second - from).clamp(0, to - from) } else { 0 };
        gone * (to - from) + begun
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::value::Day;

    fn at(month: u32, day: u32, hour: i64) -> Moment {
        Moment(i64::from(Day::from_ymd(2024, month, day).unwrap().0) * DAY + hour * 3600)
    }

    #[test]
    fn nights_and_weekends_are_no_waiting() {
        let hours = WorkingHours::default();
        let between = |from, to| hours.between(from, to) as f64 / 3600.0;
        // 2024-01-05 is a Friday.
        assert_eq!(between(at(1, 5, 10), at(1, 5, 12)), 2.0);
        assert_eq!(between(at(1, 5, 17), at(1, 8, 10)), 2.0);
        assert_eq!(between(at(1, 5, 20), at(1, 7, 3)), 0.0);
        assert_eq!(between(at(1, 1, 0), at(1, 29, 0)), 4.0 * 45.0);
        assert_eq!(between(at(1, 5, 7), at(1, 5, 23)), 9.0);
        let before_1970 = Moment(-30 * DAY);
        assert_eq!(hours.between(before_1970, Moment(before_1970.0 + 7 * DAY)), 45 * 3600);
    }

    #[test]
    fn it_is_the_sum_of_its_minutes() {
        let hours = WorkingHours {
            from: 8 * 60 + 30,
            to: 17 * 60,
            days: [true, false, true, true, false, true, false],
        };
        let start = at(2, 26, 0);
        let mut counted = 0;
        for minute in 0..14 * 24 * 60 {
            let now = Moment(start.0 + minute * 60);
            assert_eq!(hours.between(start, now), counted, "minute {minute}");
            let weekday = (minute / (24 * 60) % 7) as usize;
            let of_day = (minute % (24 * 60)) as u16;
            let works = hours.days[weekday] && (hours.from..hours.to).contains(&of_day);
            counted += if works { 60 } else { 0 };
        }
    }
}
