//! What holds for any bytes at all: no panic, the same table however the bytes come in, and every
//! character of the file in a row or in the text of a trouble. The fuzz target asks the same.

use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Result, Seek, SeekFrom};
use tundish::engine::error::ImportError;
use tundish::engine::import::{ImportOptions, Imported, Importer, Step};
use tundish::engine::issue::IssueKind;
use tundish::export::listing::{Broken, write_listing};
use tundish::format::Locale;
use tundish::i18n::strings;

/// A source that gives a few bytes at a time, however many are asked for.
pub struct Dribble<'a>(pub Cursor<&'a [u8]>, pub usize);

impl Read for Dribble<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let n = buffer.len().min(self.1.max(1));
        self.0.read(&mut buffer[..n])
    }
}
impl Seek for Dribble<'_> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.0.seek(to)
    }
}

/// Reads a source in slices of one size.
pub fn read_from<R: Read + Seek>(
    source: R,
    bytes: usize,
    options: &ImportOptions,
    slice: usize,
) -> std::result::Result<Imported, ImportError> {
    let mut importer = Importer::new("file.csv", bytes as u64, source, options.clone());
    loop {
        if let Step::Done(imported) = importer.step(slice)? {
            return Ok(*imported);
        }
    }
}

/// Everything that an import says, as one text.
pub fn all(result: &Outcome) -> String {
    let imported = match result {
        Err(error) => return format!("{error:?}"),
        Ok(imported) => imported,
    };
    let t = &imported.table;
    let cells: Vec<Vec<String>> =
        t.columns.iter().map(|c| (0..t.rows).map(|r| c.plain_text(r)).collect()).collect();
    let unread: Vec<_> = t.columns.iter().map(|c| &c.unread).collect();
    format!("{:?} {:?} {:?} {cells:?} {unread:?}", imported.profile, t.records, t.lines)
}

type Outcome = std::result::Result<Imported, ImportError>;

fn is_same(one: &Outcome, other: &Outcome) -> bool {
    match (one, other) {
        (Ok(a), Ok(b)) => {
            let (t, u) = (&a.table, &b.table);
            let cells = || t.columns.iter().zip(&u.columns);
            a.profile == b.profile
                && (&t.records, &t.lines, t.rows) == (&u.records, &u.lines, u.rows)
                && cells().all(|(c, d)| c.unread == d.unread)
                && cells().all(|(c, d)| (0..t.rows).all(|r| c.plain_text(r) == d.plain_text(r)))
        }
        (Err(a), Err(b)) => a == b,
        _ => false,
    }
}

/// Asserts all that holds for any file. `reads` and `slice`: how the bytes come in the second time.
pub fn check(bytes: &[u8], reads: usize, slice: usize) {
    let options = ImportOptions::default();
    let whole = read_from(Cursor::new(bytes), bytes.len(), &options, 1 << 20);
    let source = Dribble(Cursor::new(bytes), reads);
    let parts = read_from(source, bytes.len(), &options, slice.max(1));
    if !is_same(&whole, &parts) {
        assert_eq!(all(&whole), all(&parts), "reads of {reads}, slices of {slice}");
        panic!("two imports differ and print the same: {}", all(&whole));
    }
    match whole {
        Ok(imported) => check_listing(bytes, &imported),
        Err(_) => assert!(lines(bytes, false).is_none() && lines(bytes, true).is_none()),
    }
}

/// The lines of a listing, or `None` where the file is refused and nothing was written.
pub fn lines(bytes: &[u8], typed: bool) -> Option<Vec<Value>> {
    let mut out = Vec::new();
    let source = Cursor::new(bytes);
    let importer = Importer::new("file.csv", bytes.len() as u64, source, ImportOptions::default());
    match write_listing(importer, typed, strings(Locale::En), &mut out) {
        Ok(()) => {}
        Err(Broken::Import(_)) if out.is_empty() => return None,
        Err(broken) => panic!("{broken:?}"),
    }
    let text = String::from_utf8(out).unwrap();
    Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

fn check_listing(bytes: &[u8], imported: &Imported) {
    let width = imported.table.columns.len();
    for typed in [false, true] {
        let lines = lines(bytes, typed).unwrap();
        let first = lines[0].as_object().unwrap();
        assert_eq!(first["columns"].as_array().unwrap().len(), width);
        let rows: Vec<&Value> = lines.iter().filter(|l| l.is_array()).collect();
        let problems: Vec<&Value> = lines.iter().filter(|l| l["problem"].is_string()).collect();
        let end = lines.last().unwrap();
        assert_eq!((rows.len(), rows.len() as u64), (imported.table.rows, imported.profile.rows));
        assert_eq!((&end["rows"], &end["complete"]), (&rows.len().into(), &true.into()));
        assert_eq!(end["problems"], problems.len());
        assert_eq!(lines.len(), rows.len() + problems.len() + 2);
        for problem in &problems {
            let byte = problem["byte"].as_u64().unwrap_or(0);
            assert!(byte <= bytes.len() as u64 && problem["raw"].is_string(), "{problem}");
            assert!(problem["row"].as_u64().is_none_or(|row| row <= rows.len() as u64));
        }
        check_kinds(&problems, imported);
        if typed {
            check_types(&rows, imported);
        } else {
            check_characters(bytes, imported, first.get("header").unwrap(), &rows, &problems);
        }
    }
}

/// The second look finds as many troubles as the import counted.
fn check_kinds(problems: &[&Value], imported: &Imported) {
    let told = |name: &str| problems.iter().filter(|p| p["problem"] == name).count() as u64;
    let log = &imported.profile.issues;
    for (kind, name) in [
        (IssueKind::UnreadCell, "unread_cell"),
        (IssueKind::UnclosedQuote, "unclosed_quote"),
        (IssueKind::TextAfterQuote, "text_after_quote"),
        (IssueKind::TitleLine, "title_line"),
        (IssueKind::TotalsRow, "totals_row"),
        (IssueKind::FooterLine, "footer_line"),
        (IssueKind::HeaderRow, "header_row"),
        (IssueKind::ShortRow, "short_row"),
        (IssueKind::LongRow, "long_row"),
    ] {
        assert_eq!(told(name), log.count(kind), "{name}");
    }
    assert_eq!(told("bad_bytes") > 0, log.count(IssueKind::BadBytes) > 0);
}

fn check_types(rows: &[&Value], imported: &Imported) {
    for (at, row) in rows.iter().enumerate() {
        let cells = row.as_array().unwrap();
        assert_eq!(cells.len(), imported.table.columns.len());
        for (cell, column) in cells.iter().zip(&imported.table.columns) {
            assert_eq!(cell.is_null(), column.is_missing(at), "{cell} in row {at}");
        }
    }
}

/// Characters are counted: those of the text are those of the header, of rows and of lines that
/// are no rows, delimiters, quotes, escapes and blanks aside.
fn check_characters(
    bytes: &[u8],
    imported: &Imported,
    header: &Value,
    rows: &[&Value],
    problems: &[&Value],
) {
    if imported.profile.issues.count(IssueKind::EncodingTurns) > 0 {
        // The text is not what any one encoding makes of the bytes.
        return;
    }
    let dialect = &imported.profile.dialect;
    let encoding = encoding_rs::Encoding::for_label(dialect.encoding.as_bytes()).unwrap();
    let text = match dialect.bom {
        true => encoding.decode_with_bom_removal(bytes).0,
        false => encoding.decode_without_bom_handling(bytes).0,
    };
    let lines = problems.iter().filter(|p| p["row"].is_null() && p["byte"].is_u64());
    let repeats = ["bad_bytes", "unclosed_quote", "text_after_quote"];
    let lines = lines.filter(|p| !repeats.iter().any(|kind| p["problem"] == *kind));
    let lines = lines.map(|p| &p["raw"]);
    let cells = rows.iter().copied().chain([header]).filter_map(Value::as_array).flatten();
    let mut counts: BTreeMap<char, i64> = BTreeMap::new();
    let marks = [Some(dialect.delimiter), Some('"'), Some('\''), Some('\\'), dialect.quote];
    let counted = |c: &char| !c.is_whitespace() && !marks.contains(&Some(*c));
    text.chars().filter(counted).for_each(|c| *counts.entry(c).or_default() += 1);
    for cell in cells.chain(lines) {
        let text = cell.as_str().unwrap();
        text.chars().filter(counted).for_each(|c| *counts.entry(c).or_default() -= 1);
    }
    counts.retain(|_, count| *count != 0);
    assert!(counts.is_empty(), "lost (or won, where negative): {counts:?} in {text:?}");
}
