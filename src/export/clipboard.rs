//! A sheet for the clipboard: tab-separated text for plain fields, a table for rich ones. A
//! spreadsheet takes either apart into cells, so both hold the same harmless text as a CSV file.

use super::sheet::{Cell, Sheet, harmless};
use super::svg::escaped;

/// Tabs and line ends inside a cell become spaces: there are no quotes on a clipboard.
pub fn sheet_tsv(sheet: &Sheet, decimal_sign: char) -> String {
    let flat = |text: String| text.replace(['\t', '\r', '\n'], " ");
    let mut lines = vec![sheet.headers.iter().map(|h| flat(harmless(h))).collect::<Vec<_>>()];
    for row in &sheet.rows {
        lines.push(row.iter().map(|cell| flat(cell.written(decimal_sign))).collect());
    }
    lines.iter().map(|line| line.join("\t") + "\n").collect()
}

/// An HTML table and nothing else.
pub fn sheet_html(sheet: &Sheet, decimal_sign: char) -> String {
    let mut out = String::from("<table><thead><tr>");
    for header in &sheet.headers {
        out.push_str(&format!("<th>{}</th>", escaped(&harmless(header))));
    }
    out.push_str("</tr></thead><tbody>");
    for row in &sheet.rows {
        out.push_str("<tr>");
        for cell in row {
            let written = escaped(&cell.written(decimal_sign));
            let right = matches!(cell, Cell::Number(_) | Cell::Share(_));
            let align = if right { " align=\"right\"" } else { "" };
            out.push_str(&format!("<td{align}>{written}</td>"));
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table>");
    out
}
