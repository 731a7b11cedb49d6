//! How a file is laid out, found by looking at its beginning: its marks, its width, and the header
//! record, below titles.
//!
//! Not here: which delimiter and which quotes (`delimiter`, `enclosing`), the encoding (`charset`),
//! types (`infer`).

use super::agreement::{modal_width, sample};
use super::delimiter::{SAMPLE_RECORDS, best_delimiter};
use super::enclosing::by_delimiter;
use super::headline::{find_header, groups_below, names_below};
use super::marks::Marks;
use super::{ImportOptions, QuoteSign};

/// How much text is looked at.
const SAMPLE_BYTES: usize = 1 << 18;
/// How many records tell how quotes are written.
const MOST_RECORDS: usize = 5000;

/// How a file is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    pub marks: Marks,
    /// The 1-based record of the headers; `None`: there is none.
    pub header: Option<u32>,
    /// The record directly above the headers that groups them.
    pub group: Option<u32>,
    /// Records above the table when there is no header: a `sep=` line.
    pub skipped: u32,
    /// How many columns the table has.
    pub width: usize,
}

/// Looks at the beginning of the text. `complete`: nothing follows it.
pub fn layout(text: &str, complete: bool, options: &ImportOptions) -> Layout {
    let complete = complete && text.len() <= SAMPLE_BYTES;
    let end = (0..=SAMPLE_BYTES.min(text.len())).rev().find(|i| text.is_char_boundary(*i));
    let text = text.get(..end.unwrap_or(0)).unwrap_or(text);
    let declared = declared_delimiter(text);
    let chosen = options.delimiter.and_then(|c| u8::try_from(c).ok()).filter(u8::is_ascii);
    let delimiter = chosen.or(declared).unwrap_or_else(|| best_delimiter(text, complete));
    let marks = match options.quote {
        None => by_delimiter(text, complete, delimiter, MOST_RECORDS).marks,
        Some(QuoteSign::Double) => Marks::new(delimiter, Some(b'"')),
        Some(QuoteSign::Single) => Marks::new(delimiter, Some(b'\'')),
        Some(QuoteSign::None) => Marks::new(delimiter, None),
    };
    let records = sample(text, complete, marks, SAMPLE_RECORDS).records;
    let skipped = u32::from(declared.is_some());
    let body = records.get(skipped as usize..).unwrap_or_default();
    let mut width = modal_width(body);
    let mut group = None;
    let header = match options.header_record {
        Some(0) => None,
        Some(n) => Some(n),
        None => find_header(body, width).map(|at| {
            let number = at as u32 + 1 + skipped;
            let lower = names_below(body, at, width);
            let above = at.checked_sub(1).filter(|above| !lower && groups_below(body, *above));
            group = lower.then_some(number).or(above.map(|_| number - 1));
            number + u32::from(lower)
        }),
    };
    let header_cells = header.and_then(|n| records.get((n as usize).checked_sub(1)?));
    width = width.max(header_cells.map_or(0, |cells| cells.len())).max(1);
    Layout { marks, header, group, skipped, width }
}

/// Whether nothing stands in a text but delimiters, quotes and blanks, a `sep=;` line aside.
pub fn is_bare(text: &str) -> bool {
    let rest = match declared_delimiter(text) {
        Some(_) => text.split_once('\n').map_or("", |(_, rest)| rest),
        None => text,
    };
    rest.chars().all(|c| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '"' | '\x1a'))
}

/// The delimiter of a `sep=;` line, which spreadsheets understand.
fn declared_delimiter(text: &str) -> Option<u8> {
    let line = text.lines().next()?.trim_end().trim_matches('"');
    let rest = line.get(..4).filter(|s| s.eq_ignore_ascii_case("sep=")).and(line.get(4..))?;
    let rest = if rest.is_empty() && text.starts_with("sep=\t") { "\t" } else { rest };
    match rest.as_bytes() {
        [byte, ..] if byte.is_ascii() && rest.trim_end_matches([',', ';', '\t']).len() <= 1 => {
            Some(*byte)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(text: &str) -> (char, Option<u32>, usize) {
        let l = layout(text, true, &ImportOptions::default());
        (char::from(l.marks.delimiter), l.header, l.width)
    }

    #[test]
    fn delimiters_by_agreement() {
        assert_eq!(look("a,b\n1,2\n3,4\n"), (',', Some(1), 2));
        assert_eq!(look("name;value\nx;1,5\ny;2,5\nz;3,5\n"), (';', Some(1), 2));
        assert_eq!(look("a\tb, c\n1\t2, 3\n"), ('\t', Some(1), 2));
        assert_eq!(look("a|b|c\n1|2|3\n"), ('|', Some(1), 3));
        assert_eq!(look("\"a;b\",\"c\"\n\"1;2\",\"3;4;5\"\n"), (',', Some(1), 2));
        assert_eq!(look("sep=;\na;b\n1,5;2\n"), (';', Some(2), 2));
        assert_eq!(look("'a','b;c'\n'1,5','2'\n"), (',', Some(1), 2));
        assert_eq!(look("one\ntwo\nthree\n"), (',', Some(1), 1));
        assert_eq!(look("preis\n1.234,56\n12,5\n1.000,00\n"), (';', Some(1), 1));
    }

    #[test]
    fn headers_below_titles_or_none() {
        let report = "Campaign report\n\"September 1, 2026 - September 30, 2026\"\nDay,Campaign,Cost\n2026-09-01,a,1\n2026-09-02,b,2\n";
        assert_eq!(look(report), (',', Some(3), 3));
        let padded = "Отчёт;;\n;;\nДата;Кампания;Расход\n01.01.2025;а;1,5\n02.01.2025;б;2,5\n";
        assert_eq!(look(padded), (';', Some(3), 3));
        assert_eq!(look("2024-01-01,a,5\n2024-01-02,b,6\n"), (',', None, 3));
        assert_eq!(look("sales_agent,manager\nAnna,Dustin\nCecily,Dustin\n"), (',', Some(1), 2));
        assert_eq!(look("Anna,West\nIvan,East\nAnna,East\nOlga,West\n"), (',', None, 2));
    }

    #[test]
    fn rarer_delimiters_only_where_nothing_else_divides() {
        for mark in [':', '^', '~', '#', '!', '\x01', '\x1f'] {
            let text = "id:name:amount\n1:Anna, Olga:5\n2:Ivan:7\n".replace(':', &mark.to_string());
            assert_eq!(look(&text), (mark, Some(1), 3));
        }
        assert_eq!(look("day value n\n2024-01-01 5 6\n2024-01-02 6 7\n"), (' ', Some(1), 3));
        for single in [
            "time\n12:30\n13:40\n",
            "12:30\n13:40\n",
            "order\n#12\n#13\n",
            "#12\n#13\n",
            "Full name\nAnna Brown\nIvan Petrov\n",
            "site\nhttps://a.example\nhttps://b.example\n",
        ] {
            assert_eq!(look(single).2, 1, "{single}");
        }
    }

    #[test]
    fn quotes_by_what_makes_the_records_agree() {
        let marks = |text: &str| layout(text, true, &ImportOptions::default()).marks;
        let usual = Marks::new(b',', Some(b'"'));
        let escaped = Marks { escape: Some(b'\\'), ..usual };
        let padded = Marks { padded: true, ..usual };
        assert_eq!(marks("a,b\n1,\"x \\\"y, z\\\" w\"\n2,\"v\"\n"), escaped);
        assert_eq!(marks("a,b\n1,\"x \\\"y\\\" w\"\n2,\"v\"\n"), escaped);
        // A path that ends with a backslash is no escape.
        assert_eq!(marks("a,b\n\"C:\\x\\\",1\n\"C:\\y\\\",2\n"), usual);
        assert_eq!(marks("a, b\n1, \"b, c\"\n2, \"d\"\n"), padded);
        let inches = "a\tb\n\"5 inch\t1\n\"6 inch\t2\n\"7 inch\t3\n";
        assert_eq!(marks(inches), Marks::new(b'\t', None));
        assert_eq!(marks("a,b\n1,\"x \"\"y\"\", z\"\n2,v\n"), usual);
    }
}
