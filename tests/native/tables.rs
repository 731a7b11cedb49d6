//! Small tables and mappings written by hand.

use std::io::{Cursor, Read, Seek};
use std::path::Path;
use tundish::engine::funnel::{Assembled, FileView, assemble};
use tundish::engine::import::{Dialect, ImportOptions, Importer, Step};
use tundish::engine::issue::IssueLog;
use tundish::engine::mapping::{FileKind, FileMapping, Join, Ladder, Mapping, Role, Stage};
use tundish::engine::profile::FileProfile;
use tundish::engine::table::{
    Cells, Column, ColumnType, NO_DAY, NO_FLAG, NO_MOMENT, Table, TextCells,
};
use tundish::engine::value::Day;

/// A file by name with its table.
pub struct File {
    pub profile: FileProfile,
    pub table: Table,
}

impl File {
    pub fn view(&self) -> FileView<'_> {
        FileView { profile: &self.profile, table: &self.table }
    }
}

/// A file of columns `header:type` (text where no type is named; `int`, `money`, `date`, `time`,
/// `flag`) and rows of cells parted by `|`.
pub fn file(name: &str, header: &str, rows: &[&str]) -> File {
    let cells: Vec<Vec<&str>> =
        rows.iter().map(|r| r.split('|').map(str::trim).collect()).collect();
    let columns = header.split('|').enumerate().map(|(at, head)| {
        let (header, kind) = head.trim().split_once(':').unwrap_or((head.trim(), "text"));
        let texts: Vec<&str> = cells.iter().map(|r| r.get(at).copied().unwrap_or("")).collect();
        column(header, kind, &texts)
    });
    let table = Table {
        columns: columns.collect(),
        rows: rows.len(),
        records: (2..rows.len() as u32 + 2).collect(),
        lines: (2..rows.len() as u32 + 2).collect(),
        parts: Vec::new(),
    };
    File { profile: profile(name, rows.len()), table }
}

/// A file from disk, as the importer reads it by itself.
pub fn read(path: &Path) -> File {
    let name = path.file_name().unwrap().to_string_lossy();
    let source = std::fs::File::open(path).unwrap();
    let bytes = source.metadata().unwrap().len();
    imported(&name, bytes, source)
}

/// The same of a file that a test writes.
pub fn read_text(name: &str, text: &str) -> File {
    imported(name, text.len() as u64, Cursor::new(text))
}

fn imported(name: &str, bytes: u64, source: impl Read + Seek) -> File {
    let mut importer = Importer::new(name, bytes, source, ImportOptions::default());
    loop {
        if let Step::Done(read) = importer.step(1 << 20).unwrap() {
            return File { profile: read.profile, table: read.table };
        }
    }
}

/// A column of texts, read by type; an empty text is a missing cell.
pub fn column(header: &str, kind: &str, texts: &[&str]) -> Column {
    let each = || texts.iter().copied();
    let (kind, cells) = match kind {
        "int" => (ColumnType::Integer, Cells::Number(each().map(number).collect())),
        "money" => (ColumnType::Money, Cells::Number(each().map(number).collect())),
        "date" => (ColumnType::Day, Cells::Day(each().map(day).collect())),
        "time" => (ColumnType::Moment, Cells::Moment(each().map(moment).collect())),
        "flag" => (ColumnType::Flag, Cells::Flag(each().map(flag).collect())),
        _ => (ColumnType::Text, Cells::Text(text(texts))),
    };
    Column { header: header.to_owned(), kind, cells, currency: None, unread: Vec::new() }
}

fn text(texts: &[&str]) -> TextCells {
    let mut cells = TextCells::default();
    for text in texts {
        let code = cells.dictionary.intern(text);
        cells.codes.push(code);
    }
    cells
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or(f64::NAN)
}

fn flag(text: &str) -> u8 {
    text.parse().unwrap_or(NO_FLAG)
}

/// `2025-03-01` → its day; an empty text has none.
pub fn day(text: &str) -> i32 {
    let parts: Vec<u32> = text.split('-').filter_map(|p| p.parse().ok()).collect();
    match parts.as_slice() {
        [y, m, d] => Day::from_ymd(*y as i32, *m, *d).unwrap().0,
        _ => NO_DAY,
    }
}

/// `2025-03-01 09:30:00` → its moment.
fn moment(text: &str) -> i64 {
    let Some((date, time)) = text.split_once(' ') else { return NO_MOMENT };
    let seconds = time.split(':').fold(0, |s, part| s * 60 + part.parse::<i64>().unwrap());
    i64::from(day(date)) * 86_400 + seconds
}

pub fn profile(name: &str, rows: usize) -> FileProfile {
    FileProfile {
        name: name.to_owned(),
        bytes: 0,
        rows: rows as u64,
        options: ImportOptions::default(),
        dialect: Dialect {
            encoding: "UTF-8".to_owned(),
            bom: false,
            delimiter: ',',
            quote: Some('"'),
            escape: None,
            newline: Default::default(),
            skipped: 0,
            header_record: Some(1),
        },
        container: Vec::new(),
        encoding_samples: Vec::new(),
        columns: Vec::new(),
        head: Vec::new(),
        set_aside: Vec::new(),
        issues: IssueLog::default(),
        exporter: None,
        appended: None,
    }
}

/// The mapping of a file.
pub fn mapped(name: &str, kind: FileKind, roles: &[(Role, &str)]) -> FileMapping {
    FileMapping {
        name: name.to_owned(),
        kind,
        roles: roles.iter().map(|(role, header)| (*role, (*header).to_owned())).collect(),
        ..FileMapping::default()
    }
}

/// A ladder: `name=value,value`, the values being the name where none are given.
pub fn ladder(stages: &[&str], won: &[&str], lost: &[&str]) -> Ladder {
    let stage = |text: &&str| {
        let (name, values) = text.split_once('=').unwrap_or((text, text));
        let values = values.split(',').map(str::to_owned).collect();
        Stage { name: name.to_owned(), values, ..Stage::default() }
    };
    let stages = stages.iter().map(stage).collect();
    Ladder { stages, won: words(won), lost: words(lost), ..Ladder::default() }
}

/// A join as text by text, without aliases: (file, column) to (file, key).
pub fn joined(from: (&str, &str), to: (&str, &str)) -> Join {
    Join {
        from_file: from.0.to_owned(),
        from_column: from.1.to_owned(),
        lookup_file: to.0.to_owned(),
        key_column: to.1.to_owned(),
        aliases: Default::default(),
        by: Default::default(),
    }
}

pub fn words(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|t| (*t).to_owned()).collect()
}

/// Assembles, the mapping being right.
pub fn assembled(files: &[&File], mapping: &Mapping) -> Assembled {
    let views: Vec<FileView> = files.iter().map(|f| f.view()).collect();
    assemble(&views, mapping).expect("the mapping fits the files")
}
