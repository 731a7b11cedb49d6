//! The two years of the sample, day by day, with how busy each day is.

use super::random::{Random, exp};
use crate::engine::value::Day;

/// 1 November 2024.
pub const FIRST: Day = Day(20_028);
/// 31 October 2026: the export's own day.
pub const LAST: Day = Day(20_757);

/// January to December: a slow August and December, a busy spring and autumn.
const SEASON: [f64; 12] = [0.95, 1.0, 1.1, 1.02, 1.0, 0.95, 0.82, 0.66, 1.14, 1.2, 1.1, 0.72];
/// Monday to Sunday.
const WEEKDAY: [f64; 7] = [1.1, 1.2, 1.15, 1.1, 0.95, 0.3, 0.25];
/// Growth of demand over a year.
const GROWTH: f64 = 0.22;

/// One day.
pub struct SampleDay {
    pub day: Day,
    /// From 0 at the beginning to 1 at the end.
    pub progress: f64,
    /// The day's share of all leads; all days sum to 1.
    pub weight: f64,
}

/// All days, with a little noise in how busy they are.
pub fn days(random: &mut Random) -> Vec<SampleDay> {
    let mut days: Vec<SampleDay> = (FIRST.0..=LAST.0)
        .map(|n| {
            let day = Day(n);
            let (_, month, _) = day.ymd();
            let years = f64::from(n - FIRST.0) / 365.0;
            let season = SEASON.get(month as usize - 1).copied().unwrap_or(1.0);
            let weekday = WEEKDAY.get(day.weekday() as usize - 1).copied().unwrap_or(1.0);
            let noise = random.log_normal(1.0, 0.16);
            SampleDay {
                day,
                progress: years / 2.0,
                weight: season * weekday * noise * exp(GROWTH * years),
            }
        })
        .collect();
    let sum: f64 = days.iter().map(|d| d.weight).sum();
    for day in &mut days {
        day.weight /= sum;
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bounds_are_the_days_they_say() {
        assert_eq!(FIRST.to_string(), "2024-11-01");
        assert_eq!(LAST.to_string(), "2026-10-31");
    }
}
