//! How the cells of a column are written, as a pattern: `DD.MM.YYYY`, `1.234,56`.
//!
//! Not here: what the column is (`described`).

use crate::engine::import::{is_weekday, month_by_name};
use crate::engine::profile::{ColumnProfile, DateOrder, FormatNote};
use crate::engine::table::ColumnType;

/// Such as `1.234,56`; `None` for plain digits.
pub fn of_numbers(decimal: Option<char>, group: Option<char>) -> Option<String> {
    let integer = match group {
        Some(group) => format!("1{group}234"),
        None => "1234".to_owned(),
    };
    match decimal {
        Some(sign) => Some(format!("{integer}{sign}56")),
        None => group.map(|_| integer),
    }
}

/// Such as `DD.MM.YYYY HH:mm`: the most frequent text of the column with its parts replaced.
/// `None` where numbers count days or seconds: a note says so.
pub fn of_dates(column: &ColumnProfile) -> Option<String> {
    let format = &column.format;
    let counted = [FormatNote::Serials, FormatNote::EpochSeconds, FormatNote::EpochMillis];
    if format.notes.iter().any(|note| counted.contains(note)) {
        return None;
    }
    let (sample, _) = column.top.first()?;
    let has = |note| format.notes.contains(&note);
    if has(FormatNote::Weeks) || has(FormatNote::Quarters) {
        return Some(if has(FormatNote::Weeks) { "YYYY-Www" } else { "YYYY-Q" }.to_owned());
    }
    match column.kind {
        ColumnType::Time => pattern(sample, &[]),
        _ if has(FormatNote::Months) => pattern(sample, months(sample)),
        _ => pattern(sample, fields(sample, format.date_order)),
    }
}

/// Month and year in their order, a month by its name aside.
fn months(sample: &str) -> &'static [char] {
    let digits = |run: &&str| run.starts_with(|c: char| c.is_ascii_digit());
    let first = runs(sample).find(digits).map_or(0, str::len);
    match first {
        _ if named_month(sample).is_some() => &['Y'],
        4 | 6 => &['Y', 'M'],
        _ => &['M', 'Y'],
    }
}

/// Which of the runs names a month: the last one, since `mar. 5 mars` begins with a Tuesday.
fn named_month(sample: &str) -> Option<usize> {
    let names = runs(sample).enumerate().filter(|(_, run)| month_by_name(run).is_some());
    names.map(|(at, _)| at).last()
}

/// Day, month and year in their order, a month by its name aside.
fn fields(sample: &str, order: Option<DateOrder>) -> &'static [char] {
    let lengths: Vec<usize> = runs(sample)
        .filter(|run| run.starts_with(|c: char| c.is_ascii_digit()))
        .map(str::len)
        .collect();
    let year_first = lengths.first() == Some(&4);
    if named_month(sample).is_some() {
        return if year_first { &['Y', 'D'] } else { &['D', 'Y'] };
    }
    match order {
        // A year and a month; a month and a year.
        _ if year_first && sample.len() <= 7 => &['Y', 'M'],
        _ if sample.len() <= 7 && lengths == [2, 4] => &['M', 'Y'],
        _ if year_first => &['Y', 'M', 'D'],
        Some(DateOrder::MonthDayYear) => &['M', 'D', 'Y'],
        Some(DateOrder::YearMonthDay) => &['Y', 'M', 'D'],
        _ => &['D', 'M', 'Y'],
    }
}

/// Digits, letters, and each other sign by itself.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    let kind = |c: char| match c {
        c if c.is_ascii_digit() => 1,
        c if c.is_alphabetic() => 2,
        _ => 0,
    };
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = kind(rest.chars().next()?);
        let same = |c: char| first > 0 && kind(c) == first;
        let end = rest.char_indices().skip(1).find(|(_, c)| !same(*c)).map_or(rest.len(), |x| x.0);
        let (run, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(run)
    })
}

/// A word long enough for the name of a month.
fn is_name(run: &str) -> bool {
    run.chars().count() >= 3 && run.starts_with(char::is_alphabetic)
}

fn pattern(sample: &str, date: &[char]) -> Option<String> {
    if matches!(sample.len(), 6 | 8 | 10 | 12 | 14) && sample.bytes().all(|b| b.is_ascii_digit()) {
        return "YYYYMMDDHHmmss".get(..sample.len()).map(str::to_owned);
    }
    let mut fields = date.iter().chain(&['H', 'm', 's', 'S']);
    let mut out = String::new();
    let named = named_month(sample).filter(|_| !date.is_empty() && !date.contains(&'M'));
    let mut parts = 0;
    for (at, run) in runs(sample).enumerate() {
        let lower = run.to_lowercase();
        if run.starts_with(|c: char| c.is_ascii_digit()) {
            out.extend(std::iter::repeat_n(*fields.next()?, run.len()));
            parts += 1;
        } else if named == Some(at) {
            out.push_str(if run.chars().count() > 4 { "MMMM" } else { "MMM" });
        } else if parts <= date.len() && !date.is_empty() && is_weekday(run) {
            out.push_str(if run.chars().count() > 4 { "dddd" } else { "ddd" });
        } else if parts > date.len() && matches!(run, "+" | "-" | "Z" | "(")
            || is_zone(run, parts, date)
        {
            // The zone is the last part, whatever it looks like.
            out.push('Z');
            break;
        } else if matches!(lower.as_str(), "am" | "pm" | "a" | "p" | "π" | "μ") {
            out.push('A');
            break;
        } else {
            out.push_str(run);
        }
    }
    Some(out)
}

fn is_zone(run: &str, parts: usize, date: &[char]) -> bool {
    is_name(run) && parts > date.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_become_patterns() {
        use DateOrder::{DayMonthYear, MonthDayYear, YearMonthDay};
        for (sample, order, expected) in [
            ("31.01.2024", DayMonthYear, "DD.MM.YYYY"),
            ("1/31/24", MonthDayYear, "M/DD/YY"),
            ("2024-01-31T09:30:00.123Z", YearMonthDay, "YYYY-MM-DDTHH:mm:ss.SSSZ"),
            ("31.01.2024 9:30:00 +03:00", DayMonthYear, "DD.MM.YYYY H:mm:ss Z"),
            ("01/31/2024 09:30 PM", MonthDayYear, "MM/DD/YYYY HH:mm A"),
            ("31 января 2024 г.", DayMonthYear, "DD MMMM YYYY г."),
            ("Jan 5, 2024", MonthDayYear, "MMM D, YYYY"),
            ("2024-01", YearMonthDay, "YYYY-MM"),
            ("20240131", YearMonthDay, "YYYYMMDD"),
            ("2024-01-05 09:30:00 UTC", YearMonthDay, "YYYY-MM-DD HH:mm:ss Z"),
            ("05.01.2024 09:30 (МСК)", DayMonthYear, "DD.MM.YYYY HH:mm Z"),
            ("5 Jan 2024 09:30 GMT+2", DayMonthYear, "D MMM YYYY HH:mm Z"),
            ("Fri, Jan 5, 2024", MonthDayYear, "ddd, MMM D, YYYY"),
            ("понедельник, 1 января 2024 г.", DayMonthYear, "dddd, D MMMM YYYY г."),
            ("Δευτέρα, 1 Ιανουαρίου 2024", DayMonthYear, "dddd, D MMMM YYYY"),
            ("mar. 5 mars 2024", DayMonthYear, "ddd. D MMM YYYY"),
        ] {
            let found = pattern(sample, fields(sample, Some(order)));
            assert_eq!(found.as_deref(), Some(expected));
        }
        for (sample, expected) in [
            ("Jan-24", "MMM-YY"),
            ("янв.24", "MMM.YY"),
            ("Ιανουάριος 2024", "MMMM YYYY"),
            ("01.2024", "MM.YYYY"),
            ("2024-01", "YYYY-MM"),
            ("202401", "YYYYMM"),
        ] {
            assert_eq!(pattern(sample, months(sample)).as_deref(), Some(expected));
        }
        assert_eq!(pattern("9:30", &[]).as_deref(), Some("H:mm"));
        assert_eq!(of_numbers(Some(','), Some('.')).as_deref(), Some("1.234,56"));
        assert_eq!(of_numbers(None, None), None);
    }
}
