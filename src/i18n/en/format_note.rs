//! English: what was understood or assumed of a column.

use crate::engine::profile::FormatNote;

pub fn format_note(note: FormatNote) -> &'static str {
    match note {
        FormatNote::ShortYears => "two-digit years: 00–69 are 20xx, 70–99 are 19xx",
        FormatNote::Offsets => "times carry a zone; the clock is kept as written",
        FormatNote::Utc => "times in UTC, as written",
        FormatNote::MixedOffsets => {
            "times carry different zones; clocks are kept as written, so hours between rows are not exact"
        }
        FormatNote::Serials => "Excel day numbers: 45292 is 1 January 2024",
        FormatNote::EpochSeconds => "seconds since 1970, in UTC",
        FormatNote::EpochMillis => "milliseconds since 1970, in UTC",
        FormatNote::Months => "months, held as their first day",
        FormatNote::Quarters => "quarters, held as their first day",
        FormatNote::Weeks => "weeks, held as their Monday",
        FormatNote::MixedOrders => "dates in two orders (day first and month first): left as text",
        FormatNote::Durations => "lengths of time, as hours:minutes",
        FormatNote::HoursMinutes => "two numbers with a colon are taken as hours and minutes",
        FormatNote::Scaled => "thousands and millions by letters (5k, 1.2M) are multiplied out",
        FormatNote::HeaderPercent => "percent by the header: 12 is 12 %",
        FormatNote::HeaderThousands => "in thousands by the header: 12 is 12,000",
        FormatNote::HeaderMillions => "in millions by the header: 12 is 12,000,000",
        FormatNote::HeaderBillions => "in billions by the header: 12 is 12,000,000,000",
        FormatNote::OtherCurrency => {
            "the header names another currency than the cells: the cells count"
        }
        FormatNote::Shortened => {
            "some numbers look like 1.23E+11: a spreadsheet shortened them and digits may be lost"
        }
        FormatNote::Rounded => "some numbers have more than 15 digits and are held rounded",
        FormatNote::Identifiers => "these numbers name things: kept as text",
        FormatNote::MixedCurrencies => {
            "amounts in several currencies: left as text, so that they are not added"
        }
        FormatNote::MostlyNumbers => {
            "mostly numbers, with too many cells that are not: left as text"
        }
        FormatNote::MostlyDates => "mostly dates, with too many cells that are not: left as text",
        FormatNote::Chosen => "type set by you",
    }
}
