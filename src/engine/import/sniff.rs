//! How a file is laid out, found by looking at its beginning: the delimiter, by which records
//! agree in their width; and the header record, below titles.
//!
//! Not here: the encoding (`charset`), types (`infer`).

use super::headline::{find_header, groups_below, is_typed, names_below};
use super::marks::{Marks, Quotes, quotes};
use super::record::Record;
use super::splitter::Splitter;
use super::{ImportOptions, QuoteSign};

/// How much text is looked at, and how many records.
const SAMPLE_BYTES: usize = 1 << 18;
const SAMPLE_RECORDS: usize = 200;
/// How many records tell how quotes are written.
const MOST_RECORDS: usize = 5000;
/// A delimiter that scores more divides most records alike.
const CLEARLY: f64 = 0.5;

/// The likelier first: it wins a tie.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Rarer ones, which may be part of a text as well: only where none of the others divides, and
/// where every record agrees.
const RARER: [u8; 10] = [0x1f, 0x1e, 0x01, 0x02, b'^', b'~', b'!', b'#', b':', b' '];

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
        None => variant(text, complete, delimiter, MOST_RECORDS).0,
        Some(QuoteSign::Double) => Marks::new(delimiter, Some(b'"')),
        Some(QuoteSign::Single) => Marks::new(delimiter, Some(b'\'')),
        Some(QuoteSign::None) => Marks::new(delimiter, None),
    };
    let records = sample(text, complete, marks, SAMPLE_RECORDS).0;
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

/// Single quotes only where cells stand in them and none stands in double quotes.
fn quote(text: &str, delimiter: u8) -> u8 {
    let (mut edges, mut cells) = (0, 0);
    for line in text.lines().take(50) {
        for cell in line.split(char::from(delimiter)) {
            let cell = cell.trim();
            if cell.starts_with('"') {
                return b'"';
            }
            cells += 1;
            edges += usize::from(cell.starts_with('\'')) + usize::from(cell.ends_with('\''));
        }
    }
    if edges > cells { b'\'' } else { b'"' }
}

/// The marks by which the file divides best, given its delimiter, and how well that is. What is
/// unusual (backslashes before quotes, blanks around them, quotes that mean nothing) must divide
/// better than what is usual.
fn variant(text: &str, complete: bool, delimiter: u8, most: usize) -> (Marks, f64) {
    let quote = quote(text, delimiter);
    let usual = Marks::new(delimiter, Some(quote));
    let weigh = |marks| {
        let (records, odd) = sample(text, complete, marks, most);
        let odd = odd as f64 / records.len().max(1) as f64;
        let score = consistency(&records, delimiter);
        // A single column agrees with itself whatever its quotes are.
        (marks, score, score.max(0.1) * (1.0 - odd / 2.0))
    };
    let mut best = weigh(usual);
    let enclosing = char::from(quote);
    let escaped = text.contains(&format!("\\{enclosing}")).then_some(b'\\');
    let padded = [' ', '\t'].iter().any(|blank| {
        let inner = format!("{}{blank}{enclosing}", char::from(delimiter));
        text.contains(&inner)
            || (text.contains(&format!("{enclosing}{blank}{}", char::from(delimiter))))
    });
    let mut others = Vec::new();
    others.extend(escaped.map(|_| Marks { escape: escaped, ..usual }));
    others.extend(padded.then_some(Marks { padded, ..usual }));
    others.extend(escaped.filter(|_| padded).map(|_| Marks { escape: escaped, padded, ..usual }));
    let plain = Marks::new(delimiter, None);
    let single = format!("{}'", char::from(delimiter));
    if quote == b'"' && !text.contains('"') && (text.contains(&single) || text.contains("\n'")) {
        others.push(Marks::new(delimiter, Some(b'\'')));
    }
    if text.contains(enclosing) && only_opens(&sample(text, complete, plain, most).0, enclosing) {
        others.push(plain);
    }
    for marks in others {
        let weighed = weigh(marks);
        if weighed.2 > best.2 * 1.000_1 {
            best = weighed;
        }
    }
    (best.0, best.2.min(best.1))
}

/// Whether quotes stand at the beginning of cells and hardly ever at their end as well.
fn only_opens(records: &[Vec<String>], quote: char) -> bool {
    let (mut opened, mut enclosed) = (0, 0);
    for cell in records.iter().flatten().filter_map(|c| c.trim().strip_prefix(quote)) {
        let closed = cell.ends_with(quote);
        (opened, enclosed) = (opened + u32::from(!closed), enclosed + u32::from(closed));
    }
    opened >= 3 && enclosed * 4 <= opened
}

/// The first records, blank ones kept so that positions are those of the file; and how many have
/// quotes that are closed too early.
fn sample(text: &str, complete: bool, marks: Marks, most: usize) -> (Vec<Vec<String>>, usize) {
    let mut splitter = Splitter::new(marks);
    let (mut record, mut records, mut odd) = (Record::default(), Vec::new(), 0);
    let mut rest = text.as_bytes();
    while !rest.is_empty() && records.len() < most {
        let (taken, done) = splitter.read(rest, &mut record);
        let raw = rest.get(..taken).unwrap_or_default();
        rest = rest.get(taken..).unwrap_or_default();
        if done {
            odd += usize::from(quotes(raw.trim_ascii_start(), marks) == Quotes::Stray);
            records.push(record.to_cells());
        } else {
            odd += usize::from(complete && quotes(raw.trim_ascii_start(), marks) != Quotes::Sound);
        }
    }
    // The last record of a longer text is cut off in its middle.
    let whole = complete || records.is_empty();
    if whole && records.len() < most && splitter.finish(&mut record) {
        records.push(record.to_cells());
    }
    (records, odd)
}

fn best_delimiter(text: &str, complete: bool) -> u8 {
    let mut best = (b',', 0.0);
    for delimiter in DELIMITERS {
        let score = variant(text, complete, delimiter, SAMPLE_RECORDS).1;
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    if best.1 > CLEARLY {
        return best.0;
    }
    let rarer = || RARER.into_iter().find(|d| divides_all(text, complete, *d));
    // One column: by a mark that does not stand in it.
    let absent = || DELIMITERS.into_iter().find(|d| !text.as_bytes().contains(d));
    match best.1 {
        0.0 => rarer().or_else(absent).unwrap_or(best.0),
        _ => rarer().unwrap_or(best.0),
    }
}

/// Whether every record is divided alike, the header among them, and not inside of its values.
fn divides_all(text: &str, complete: bool, delimiter: u8) -> bool {
    let marks = variant(text, complete, delimiter, SAMPLE_RECORDS).0;
    let records = sample(text, complete, marks, SAMPLE_RECORDS).0;
    let filled: Vec<&Vec<String>> = records.iter().filter(|r| !is_blank(r)).collect();
    let Some((head, body)) = filled.split_first() else { return false };
    let width = head.len();
    // Words of a name are divided by a space as well: values of another kind must stand there.
    let least = if delimiter == b' ' { 3 } else { 2 };
    let typed = |i: usize| {
        body.iter().filter(|r| r.get(i).is_some_and(|c| is_typed(c))).count() * 10 >= body.len() * 8
    };
    width >= least
        && !body.is_empty()
        && filled.iter().all(|r| r.len() == width)
        && head.iter().all(|c| !c.trim().is_empty())
        && !divides_inside(&filled, delimiter)
        && (delimiter.is_ascii_control()
            || (0..width).any(typed)
            || (delimiter != b' ' && delimiter != b':'))
}

/// How well the records agree in their width; 0 when they are not divided.
fn consistency(records: &[Vec<String>], delimiter: u8) -> f64 {
    let width = modal_width(records);
    let filled: Vec<&Vec<String>> = records.iter().filter(|r| !is_blank(r)).collect();
    if width < 2 || filled.is_empty() {
        return 0.0;
    }
    let agreeing = filled.iter().filter(|r| r.len() == width).count();
    let share = agreeing as f64 / filled.len() as f64;
    let score = share * share * (1.0 + (width as f64).ln());
    match divides_inside(&filled, delimiter) {
        // A lone name above decimals: one column, whose values hold commas.
        true if filled.first().is_some_and(|head| head.len() == 1) && width == 2 => 0.0,
        true => score * 0.5,
        false => score,
    }
}

/// Whether the mark stands inside of values rather than between cells: a comma between the digits
/// of `2,50` and `1 077,99`, or a mark with a blank behind it as in prose.
fn divides_inside(records: &[&Vec<String>], delimiter: u8) -> bool {
    let (mut all, mut inside) = (0usize, 0usize);
    for pair in records.iter().flat_map(|r| r.windows(2)) {
        let [left, right] = pair else { continue };
        all += 1;
        let digits = matches!(delimiter, b',' | b':')
            && left.ends_with(|c: char| c.is_ascii_digit())
            && right.starts_with(|c: char| c.is_ascii_digit());
        inside += usize::from(digits || (right.starts_with(' ') && delimiter != b' '));
    }
    inside * 10 > all * 9
}

fn is_blank(cells: &[String]) -> bool {
    cells.iter().all(|c| c.trim().is_empty())
}

/// The width that most records have, those of a single cell aside. Of two tables of equal length the
/// first one wins, else the wider.
fn modal_width(records: &[Vec<String>]) -> usize {
    let mut widths: Vec<usize> =
        records.iter().filter(|r| !is_blank(r)).map(Vec::len).filter(|n| *n > 1).collect();
    let first = widths.first().copied();
    widths.sort_unstable();
    let mut best = (1, 0);
    for run in widths.chunk_by(|a, b| a == b) {
        let width = run.first().copied().unwrap_or(1);
        let wins_tie = run.len() < 3 || first != Some(best.0);
        if run.len() > best.1 || (run.len() == best.1 && wins_tie) {
            best = (width, run.len());
        }
    }
    best.0
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
