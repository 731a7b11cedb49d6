//! A known table, written in every combination of encoding, delimiter, number and date style, is
//! read back to the same values, by the engine and by `inspect --typed`.
//!
//! The generator knows nothing of the reader: it writes from whole numbers (cents, tenths of a
//! percent, days), and the reader's answers are compared with those. UTF-8 and Windows-1251 are
//! written in all combinations; the other encodings in each pair of styles with one delimiter, the
//! next pair with the next one. `TUNDISH_EVERY=1` writes all of them in all.

mod style;
mod table;

use super::read;
use std::io::Cursor;
use style::{DATES, DELIMITERS, ENCODINGS, NUMBERS, Style};
use tundish::engine::import::{ImportOptions, Imported, Importer};
use tundish::engine::table::ColumnType;
use tundish::export::listing::write_listing;
use tundish::format::Locale;
use tundish::i18n::strings;

/// Reads a style's file and says what is not as it was written; `None` where the encoding has no
/// such characters.
fn difference(style: &Style, listed: bool) -> Option<Option<String>> {
    let bytes = style.encode(&table::text(style))?;
    let found = compare(&read(&bytes), style);
    Some(found.or_else(|| listed.then(|| compare_listing(&bytes, style)).flatten()))
}

/// The same by what `tundish inspect --format json --typed` writes.
fn compare_listing(bytes: &[u8], style: &Style) -> Option<String> {
    let importer =
        Importer::new("f.csv", bytes.len() as u64, Cursor::new(bytes), ImportOptions::default());
    let mut out = Vec::new();
    write_listing(importer, true, strings(Locale::En), &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    let mut lines = out.lines();
    let head = lines.next().unwrap_or_default();
    let delimiter = format!("\"delimiter\":{}", serde_json::to_string(&style.delimiter).unwrap());
    if !head.contains(&delimiter) || !head.contains(&format!("\"bom\":{}", style.code.mark)) {
        return Some(head.to_owned());
    }
    let known = (0..table::ROWS).map(|row| table::known_line(row, style));
    let end = format!("{{\"rows\":{},\"problems\":0,\"complete\":true}}", table::ROWS);
    let known: Vec<String> = known.chain([end]).collect();
    let differs = lines.clone().zip(&known).find(|(line, known)| line != known);
    match differs {
        Some((line, known)) => Some(format!("{line} instead of {known}")),
        None => (lines.count() != known.len()).then(|| "another number of lines".to_owned()),
    }
}

fn compare(imported: &Imported, style: &Style) -> Option<String> {
    let table = &imported.table;
    let kinds: Vec<ColumnType> = table.columns.iter().map(|c| c.kind).collect();
    let headers: Vec<&str> = table.columns.iter().map(|c| c.header.as_str()).collect();
    if headers != table::headers(style) {
        return Some(format!("headers {headers:?}"));
    }
    if table.rows != table::ROWS {
        return Some(format!("{} rows", table.rows));
    }
    if kinds != table::KINDS {
        return Some(format!("types {kinds:?}"));
    }
    for (column, header) in table.columns.iter().zip(&headers) {
        if !column.unread.is_empty() {
            return Some(format!("unread in {header}: {:?}", column.unread));
        }
    }
    for row in 0..table.rows {
        let read: Vec<String> = table.columns.iter().map(|c| c.plain_text(row)).collect();
        let known = table::known(row, style);
        if read != known {
            return Some(format!("row {row}: {read:?} instead of {known:?}"));
        }
    }
    let asked = imported.profile.columns.iter().find(|c| c.format.ambiguous);
    asked.map(|c| format!("{} is marked ambiguous", c.header))
}

/// The combinations of some of the encodings.
fn check(encodings: &[style::Code]) {
    let every = std::env::var_os("TUNDISH_EVERY").is_some();
    let (mut done, mut failed) = (0, Vec::new());
    for code in encodings {
        let all =
            every || matches!((code.label, code.mark), ("utf-8", false) | ("windows-1251", _));
        let styles = NUMBERS.iter().flat_map(|number| DATES.iter().map(move |date| (number, date)));
        for (turn, (number, date)) in styles.enumerate() {
            for (at, delimiter) in DELIMITERS.iter().enumerate() {
                if !all && turn % DELIMITERS.len() != at {
                    continue;
                }
                let style = Style { code, delimiter: *delimiter, number, date };
                let listed = every || turn % 7 == at;
                let Some(difference) = difference(&style, listed) else { continue };
                done += 1;
                failed.extend(difference.map(|d| format!("{style}: {d}")));
            }
        }
    }
    assert!(done >= 80, "{done} combinations could be written");
    let first: Vec<&String> = failed.iter().take(12).collect();
    assert!(failed.is_empty(), "{} of {done} differ: {first:#?}", failed.len());
}

fn of_script(script: style::Script, unicode: bool) -> Vec<style::Code> {
    let of = |c: &&style::Code| c.script == script && c.is_unicode() == unicode;
    ENCODINGS.iter().filter(of).copied().collect()
}

#[test]
fn latin_in_unicode() {
    check(&of_script(style::Script::Latin, true));
}

#[test]
fn latin_in_single_bytes() {
    check(&of_script(style::Script::Latin, false));
}

#[test]
fn cyrillic_in_unicode() {
    check(&of_script(style::Script::Cyrillic, true));
}

#[test]
fn cyrillic_in_single_bytes() {
    check(&of_script(style::Script::Cyrillic, false));
}

#[test]
fn greek_in_unicode() {
    check(&of_script(style::Script::Greek, true));
}

#[test]
fn greek_in_single_bytes() {
    check(&of_script(style::Script::Greek, false));
}

/// Numbers of every size and the days of a century, written in one style and read back.
#[test]
fn any_number_and_any_day_in_every_style() {
    for number in NUMBERS {
        for date in DATES {
            let code = &ENCODINGS[1];
            let style = Style { code, delimiter: '\t', number, date };
            let bytes = style.encode(&table::long_text(&style)).unwrap();
            let imported = read(&bytes);
            for (at, name) in ["day", "amount", "price"].iter().enumerate() {
                let column = &imported.table.columns[at];
                assert_eq!(column.unread, [], "{style}: {name}");
                for row in 0..imported.table.rows {
                    let known = table::long_known(row)[at].clone();
                    assert_eq!(column.plain_text(row), known, "{style}: {name} in row {row}");
                }
            }
        }
    }
}
