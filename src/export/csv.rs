//! A sheet as CSV that spreadsheets open as it is meant: UTF-8 with a byte order mark, CRLF, `;`
//! between fields where the decimal sign is a comma, and no cell that would be run.

use super::sheet::{Cell, Sheet, harmless};

/// The whole file. `decimal_sign` is that of the reader's language.
pub fn sheet_csv(sheet: &Sheet, decimal_sign: char) -> String {
    let separator = if decimal_sign == ',' { ';' } else { ',' };
    let mut out = String::from('\u{feff}');
    let headers = sheet.headers.iter().map(|h| harmless(h));
    push_record(&mut out, headers, separator);
    for row in &sheet.rows {
        push_record(&mut out, row.iter().map(|cell: &Cell| cell.written(decimal_sign)), separator);
    }
    out
}

/// Several tables in one file: each under its title, an empty line before the next.
pub fn sheets_csv(sheets: &[(String, Sheet)], decimal_sign: char) -> String {
    if let [(_, sheet)] = sheets {
        return sheet_csv(sheet, decimal_sign);
    }
    let separator = if decimal_sign == ',' { ';' } else { ',' };
    let mut out = String::from('\u{feff}');
    for (at, (title, sheet)) in sheets.iter().enumerate() {
        if at > 0 {
            out.push_str("\r\n");
        }
        push_record(&mut out, std::iter::once(harmless(title)), separator);
        out.push_str(sheet_csv(sheet, decimal_sign).trim_start_matches('\u{feff}'));
    }
    out
}

fn push_record(out: &mut String, fields: impl Iterator<Item = String>, separator: char) {
    for (i, field) in fields.enumerate() {
        if i > 0 {
            out.push(separator);
        }
        push_field(out, &field, separator);
    }
    out.push_str("\r\n");
}

/// Quoted where a program could misread it; some drop spaces at the ends of an unquoted field.
fn push_field(out: &mut String, field: &str, separator: char) {
    // A semicolon is always quoted: a program set to it must not split a text into cells.
    let odd = |c: char| c == separator || matches!(c, ';' | '"' | '\t' | '\r' | '\n');
    if !field.contains(odd) && field.trim() == field {
        out.push_str(field);
        return;
    }
    out.push('"');
    for c in field.chars() {
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    out.push('"');
}
