//! By which clock a file's times are told, where the file says so itself: a zone behind its times,
//! seconds since 1970, a header such as `Create Date (EET)`, an exporter that writes UTC.
//!
//! Not here: what becomes of it (`clock`).

use crate::engine::import::exporter::Consequence;
use crate::engine::profile::{ColumnProfile, FileProfile, FormatNote};
use crate::engine::table::ColumnType;
use crate::engine::zone::Zone;

/// The zone that all times of the file are told in. Where one column says nothing, nothing is
/// proposed: it may be told by another clock.
pub(super) fn proposed(profile: &FileProfile) -> Option<Zone> {
    let in_utc = profile.exporter.iter().any(|e| e.follows.contains(&Consequence::DaysInUtc));
    let timed = profile.columns.iter().filter(|c| c.kind == ColumnType::Moment);
    let mut zones = timed.map(|c| if in_utc { Zone::utc() } else { of_column(c) });
    let first = zones.next()??;
    zones.all(|zone| zone == Some(first)).then_some(first)
}

fn of_column(column: &ColumnProfile) -> Option<Zone> {
    const UTC: [FormatNote; 3] =
        [FormatNote::Utc, FormatNote::EpochSeconds, FormatNote::EpochMillis];
    if column.format.notes.iter().any(|note| UTC.contains(note)) {
        return Zone::utc();
    }
    let (_, behind) = column.header.rsplit_once(['(', '['])?;
    let words = behind.trim().trim_end_matches([')', ']']);
    let words = ["in ", "по ", "σε "].iter().find_map(|w| words.strip_prefix(w)).unwrap_or(words);
    of_words(words.trim())
}

/// `UTC`, `GMT+3`, `EET`, `Europe/Athens`. Of letters that mean several zones the one that CRMs are
/// used in most.
fn of_words(words: &str) -> Option<Zone> {
    if words.contains('/') {
        return Zone::named(words);
    }
    let upper = words.to_uppercase();
    let ahead = ["UTC", "GMT"].iter().find_map(|w| upper.strip_prefix(w));
    if let Some(ahead) = ahead.map(str::trim) {
        let hours = ahead.trim_end_matches(":00").replace('−', "-");
        return match hours.parse::<i32>() {
            _ if hours.is_empty() => Zone::utc(),
            Ok(0) => Zone::utc(),
            // West is positive in these names.
            Ok(hours) => Zone::named(&format!("Etc/GMT{:+}", -hours)),
            Err(_) => None,
        };
    }
    Zone::named(match upper.as_str() {
        "EET" | "EEST" => "Europe/Athens",
        "MSK" | "МСК" => "Europe/Moscow",
        "CET" | "CEST" => "Europe/Berlin",
        "WET" | "WEST" => "Europe/Lisbon",
        "BST" => "Europe/London",
        "ET" | "EST" | "EDT" => "America/New_York",
        "CT" | "CST" | "CDT" => "America/Chicago",
        "MT" | "MST" | "MDT" => "America/Denver",
        "PT" | "PST" | "PDT" => "America/Los_Angeles",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_behind_a_header_name_a_zone() {
        let cases = [
            ("UTC", "UTC"),
            ("GMT+3", "Etc/GMT-3"),
            ("UTC+03:00", "Etc/GMT-3"),
            ("GMT−5", "Etc/GMT+5"),
            ("МСК", "Europe/Moscow"),
            ("eest", "Europe/Athens"),
            ("Asia/Kolkata", "Asia/Kolkata"),
        ];
        for (words, name) in cases {
            assert_eq!(of_words(words).map(Zone::name), Some(name), "{words}");
        }
        for words in ["USD", "Sales Pipeline", "UTC+5:30", "/", ""] {
            assert_eq!(of_words(words), None, "{words}");
        }
    }
}
