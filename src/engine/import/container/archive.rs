//! What a ZIP archive is for: a workbook, another document, or tables for the user to have.

use super::super::magic;
use super::inflate::check_size;
use super::member::MemberReader;
use super::source::Source;
use super::zip::{Member, is_hidden};
use super::{ContainerKind, Limit, Refusal};
use std::io::{self, Read};

/// An archive with more tables is not taken apart into files.
pub const MOST_TABLES: u32 = 100;
/// The parts of a workbook may be this long together.
const MOST_PARTS: u64 = 2 << 30;
/// So much of a file tells whether it is a table.
const HEAD: u64 = 4096;

fn holds(members: &[Member], name: &str) -> bool {
    members.iter().any(|m| m.name == name)
}

fn holds_under(members: &[Member], folder: &str) -> bool {
    members.iter().any(|m| m.name.starts_with(folder))
}

/// The kind of workbook that an archive is.
pub fn workbook(members: &[Member], source: &mut Box<dyn Source>) -> Option<ContainerKind> {
    if holds(members, "xl/workbook.xml") {
        return Some(ContainerKind::Xlsx);
    }
    let kind = declared(members, source)?;
    kind.contains("opendocument.spreadsheet").then_some(ContainerKind::Ods)
}

/// What an archive says of itself in its first file, as open documents do.
fn declared(members: &[Member], source: &mut Box<dyn Source>) -> Option<String> {
    let kind = members.iter().find(|m| m.name == "mimetype")?;
    String::from_utf8(beginning(source, kind).ok()?).ok()
}

/// The name of another document that an archive is.
pub fn document(members: &[Member], source: &mut Box<dyn Source>) -> Option<&'static str> {
    if holds(members, "xl/workbook.bin") {
        return Some("XLSB");
    }
    if holds(members, "[Content_Types].xml") {
        let folders = [("word/", "DOCX"), ("ppt/", "PPTX"), ("xl/", "XLSX")];
        return folders.into_iter().find(|(f, _)| holds_under(members, f)).map(|(_, name)| name);
    }
    if holds(members, "Index/Document.iwa") || holds(members, "Index.zip") {
        let tables = holds_under(members, "Index/Tables/") || holds_under(members, "Index/Calc");
        return Some(if tables { "NUMBERS" } else { "PAGES" });
    }
    if holds(members, "META-INF/MANIFEST.MF") || holds(members, "AndroidManifest.xml") {
        return Some("JAR");
    }
    let kind = members.iter().find(|m| m.name == "mimetype")?;
    let kind = String::from_utf8(beginning(source, kind).ok()?).ok()?;
    let kinds =
        [("spreadsheet", "ODS"), ("text", "ODT"), ("presentation", "ODP"), ("epub", "EPUB")];
    kinds.into_iter().find(|(word, _)| kind.contains(word)).map(|(_, name)| name)
}

/// The tables of an archive. Files named as tables go before notes that lie beside them; where
/// none is, whatever is text may be one.
pub fn tables<'a>(
    members: &'a [Member],
    source: &mut Box<dyn Source>,
) -> io::Result<Vec<&'a Member>> {
    let seen = || members.iter().filter(|m| !is_hidden(&m.name) && m.unpacked > 0);
    let named: Vec<&Member> = seen().filter(|m| is_named_as_table(&m.name)).collect();
    if !named.is_empty() {
        return Ok(named);
    }
    let mut tables = Vec::new();
    for member in seen().take(MOST_TABLES as usize + 1) {
        // A lone file that can't be opened is refused for what it is.
        if seen().count() == 1 || is_text(&beginning(source, member)?) {
            tables.push(member);
        }
    }
    Ok(tables)
}

fn is_named_as_table(name: &str) -> bool {
    let name = name.to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    let end = name.rsplit_once('.').map_or("", |(_, end)| end);
    matches!(end, "csv" | "tsv" | "tab" | "xlsx" | "xlsm" | "xls")
}

fn is_text(head: &[u8]) -> bool {
    magic::foreign_format(head).is_none() && !magic::looks_binary(head)
}

fn beginning(source: &mut Box<dyn Source>, member: &Member) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    MemberReader::new(source, member)?.take(HEAD).read_to_end(&mut head)?;
    Ok(head)
}

/// Unpacks the parts of a workbook once for their sizes alone, since what a workbook says of them
/// may be a lie, and its reader believes it.
pub fn check_parts(
    kind: ContainerKind,
    members: &[Member],
    source: &mut Box<dyn Source>,
) -> io::Result<()> {
    let mut total = 0;
    for member in members {
        check_size(kind, member.packed, member.unpacked)?;
        total += io::copy(&mut MemberReader::new(&mut *source, member)?, &mut io::sink())?;
        if total > MOST_PARTS {
            return Err(Refusal::Oversized(kind, Limit::Bytes(MOST_PARTS)).into());
        }
    }
    Ok(())
}
