//! Days and moments by number: Excel's days since 1899-12-30, seconds and milliseconds since
//! 1970-01-01. A number says nothing of this by itself: the header or the cells around it do.
//!
//! Not here: whether a column may be read so (`infer`).

use super::super::value::Moment;

/// 1954-01-01 and 2065-01-01 as Excel counts them.
const EXCEL: std::ops::Range<f64> = 19_725.0..60_268.0;
/// 1970-01-01 as Excel counts it.
const EXCEL_1970: f64 = 25_569.0;
/// 2000-01-01 and 2065-01-01 in seconds since 1970.
const SECONDS: std::ops::Range<f64> = 946_684_800.0..2_997_993_600.0;

/// What a number of Excel stands for, to the second.
pub fn excel(number: f64) -> Option<Moment> {
    let seconds = ((number - EXCEL_1970) * 86_400.0).round();
    EXCEL.contains(&number).then_some(Moment(seconds as i64))
}

/// Seconds since 1970, of the years 2000 to 2064.
pub fn seconds(number: f64) -> Option<Moment> {
    SECONDS.contains(&number).then_some(Moment(number as i64))
}

/// Milliseconds since 1970, of the years 2000 to 2064.
pub fn millis(number: f64) -> Option<Moment> {
    seconds((number / 1000.0).floor())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_are_moments() {
        let text = |m: Option<Moment>| m.map(|m| m.to_string()).unwrap_or_default();
        assert_eq!(text(excel(45_292.0)), "2024-01-01T00:00:00");
        assert_eq!(text(excel(45_292.5)), "2024-01-01T12:00:00");
        // 09:30:15 as Excel stores it.
        assert_eq!(text(excel(45_292.396_006_944_4)), "2024-01-01T09:30:15");
        assert_eq!(text(seconds(1_704_067_200.0)), "2024-01-01T00:00:00");
        assert_eq!(text(millis(1_704_067_200_999.0)), "2024-01-01T00:00:00");
        assert_eq!((excel(1.0), seconds(5.0), millis(1e15)), (None, None, None));
    }
}
