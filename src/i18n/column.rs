//! What is written by the column: its figures all alike, and from where to where a file's column goes.

use super::Strings;
use super::label::few_cases;
use crate::engine::profile::ColumnProfile;
use crate::engine::table::ColumnType;
use crate::engine::value::{Day, Quantity};
use crate::format::{Decimals, Locale, Style};

/// Beyond these a written decimal says nothing to a reader.
const MOST_DECIMALS: usize = 6;

impl Strings {
    /// How the figures of one column are written: all with the same count of decimals. Rates that are
    /// told by their counts have no say in it.
    pub fn column<'q>(
        &self,
        figures: impl IntoIterator<Item = &'q Quantity>,
        currency: Option<&str>,
    ) -> Style {
        let told = figures.into_iter().filter(|q| few_cases(q).is_none());
        Style::Column(Decimals::of(told, currency))
    }

    /// `0.00 to 729,009.72`: the least and the greatest value of a file's column; none of texts.
    pub fn column_range(&self, column: &ColumnProfile) -> Option<String> {
        let ends = [column.least.as_str(), column.greatest.as_str()];
        if ends.contains(&"") {
            return None;
        }
        let [least, greatest] = written_ends(self.locale, column.kind, ends);
        Some((self.data.column_range)(&least, &greatest))
    }
}

fn written_ends(locale: Locale, kind: ColumnType, ends: [&str; 2]) -> [String; 2] {
    let decimals = |text: &str| text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let most = ends.map(decimals).into_iter().max().unwrap_or(0).min(MOST_DECIMALS);
    let number = |text: &str| text.parse().ok().map(|value| locale.number(value, most));
    let share = |text: &str| text.parse().ok().map(|value| locale.share(value));
    let day = |text: &str| Day::from_iso(text).map(|day| locale.day(day));
    let moment = |text: &str| {
        let (date, clock) = text.split_once('T')?;
        Some(format!("{}, {}", day(date)?, clock.get(..5)?))
    };
    ends.map(|text| {
        let written = match kind {
            ColumnType::Integer | ColumnType::Decimal | ColumnType::Money => number(text),
            ColumnType::Percent => share(text),
            ColumnType::Day => day(text),
            ColumnType::Moment => moment(text),
            ColumnType::Text | ColumnType::Time | ColumnType::Flag => None,
        };
        written.unwrap_or_else(|| text.to_owned())
    })
}
