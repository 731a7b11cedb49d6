//! The directory of a ZIP archive (APPNOTE 6.3): which files are inside, and where. Archives of
//! any size, names in the alphabets that archivers really write.
//!
//! Not here: the files' own bytes (`member`).

use super::{ContainerKind, Fault, Limit, Refusal};
use encoding_rs::{IBM866, UTF_8};
use std::io::{self, Read, Seek, SeekFrom};

/// More entries than this are no export of tables.
pub const MOST_ENTRIES: u32 = 10_000;
/// Their directory needs less than this.
const MOST_DIRECTORY: u64 = 16 << 20;
/// The end record is this long, and a comment may follow it.
const END: usize = 22;
const COMMENT: u64 = 1 << 16;

const END_MARK: &[u8] = b"PK\x05\x06";
const END64_MARK: &[u8] = b"PK\x06\x06";
const LOCATOR_MARK: &[u8] = b"PK\x06\x07";
const ENTRY_MARK: &[u8] = b"PK\x01\x02";

/// One file in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub name: String,
    pub method: u16,
    pub is_encrypted: bool,
    pub checksum: u32,
    pub packed: u64,
    pub unpacked: u64,
    /// Where its own header stands.
    pub begin: u64,
}

fn refuse(fault: Fault) -> io::Error {
    Refusal::Damaged(ContainerKind::Zip, fault).into()
}

/// Numbers at fixed places of a record; nothing where it is too short.
#[derive(Clone, Copy)]
struct Record<'a>(&'a [u8]);

impl<'a> Record<'a> {
    fn from(self, at: usize) -> Option<&'a [u8]> {
        self.0.get(at..)
    }
    fn short(self, at: usize) -> Option<u16> {
        self.from(at)?.first_chunk().map(|b| u16::from_le_bytes(*b))
    }
    fn word(self, at: usize) -> Option<u32> {
        self.from(at)?.first_chunk().map(|b| u32::from_le_bytes(*b))
    }
    fn long(self, at: usize) -> Option<u64> {
        self.from(at)?.first_chunk().map(|b| u64::from_le_bytes(*b))
    }
}

/// How many entries there are, where they begin and how long they are.
struct Directory {
    entries: u64,
    begin: u64,
    length: u64,
    /// What was put before the archive: a program that unpacks it.
    shift: u64,
}

/// The files of an archive, folders left out, in the order of the directory.
pub fn members<R: Read + Seek>(source: &mut R) -> io::Result<Vec<Member>> {
    let directory = directory(source)?;
    if directory.entries > u64::from(MOST_ENTRIES) || directory.length > MOST_DIRECTORY {
        return Err(Refusal::Oversized(ContainerKind::Zip, Limit::Entries(MOST_ENTRIES)).into());
    }
    let bytes = read_at(source, directory.begin, directory.length)?;
    let mut rest = bytes.as_slice();
    let mut members = Vec::new();
    for _ in 0..directory.entries {
        let (member, length) =
            entry(rest, directory.shift).ok_or_else(|| refuse(Fault::Structure))?;
        rest = rest.get(length..).unwrap_or_default();
        if !member.name.ends_with('/') {
            members.push(member);
        }
    }
    Ok(members)
}

fn read_at<R: Read + Seek>(source: &mut R, at: u64, length: u64) -> io::Result<Vec<u8>> {
    source.seek(SeekFrom::Start(at))?;
    let mut bytes = Vec::new();
    source.by_ref().take(length).read_to_end(&mut bytes)?;
    if (bytes.len() as u64) < length {
        return Err(refuse(Fault::Truncated));
    }
    Ok(bytes)
}

fn directory<R: Read + Seek>(source: &mut R) -> io::Result<Directory> {
    let size = source.seek(SeekFrom::End(0))?;
    let tail_begin = size.saturating_sub(END as u64 + COMMENT);
    let tail = read_at(source, tail_begin, size - tail_begin)?;
    let at = (0..=tail.len().saturating_sub(END))
        .rev()
        .find(|at| tail.get(*at..).is_some_and(|t| t.starts_with(END_MARK)));
    // An archive whose end is missing was not downloaded whole.
    let at = at.ok_or_else(|| refuse(Fault::Truncated))?;
    let end = Record(tail.get(at..).unwrap_or_default());
    let end_begin = tail_begin + at as u64;
    let broken = || refuse(Fault::Structure);
    let (entries, length, begin) = (end.short(10), end.word(12), end.word(16));
    let mut found = Directory {
        entries: entries.ok_or_else(broken)?.into(),
        length: length.ok_or_else(broken)?.into(),
        begin: begin.ok_or_else(broken)?.into(),
        shift: 0,
    };
    let mut directory_end = end_begin;
    let locator = at.checked_sub(20).and_then(|from| tail.get(from..at));
    if let Some(locator) = locator.filter(|l| l.starts_with(LOCATOR_MARK)) {
        let large = Record(locator).long(8).ok_or_else(broken)?;
        let bytes = read_at(source, large, 56)?;
        if !bytes.starts_with(END64_MARK) {
            return Err(broken());
        }
        let end = Record(&bytes);
        found.entries = end.long(32).ok_or_else(broken)?;
        found.length = end.long(40).ok_or_else(broken)?;
        found.begin = end.long(48).ok_or_else(broken)?;
        directory_end = large;
    }
    // What stands before the archive moves all its places by the same length.
    let really = directory_end.checked_sub(found.length).ok_or_else(broken)?;
    found.shift = really.checked_sub(found.begin).ok_or_else(broken)?;
    found.begin = really;
    Ok(found)
}

/// The first entry of the directory's bytes, and its length there.
fn entry(bytes: &[u8], shift: u64) -> Option<(Member, usize)> {
    let record = Record(bytes);
    if !bytes.starts_with(ENTRY_MARK) {
        return None;
    }
    let flags = record.short(8)?;
    let (name_length, extra_length) = (record.short(28)? as usize, record.short(30)? as usize);
    let length = 46 + name_length + extra_length + record.short(32)? as usize;
    let name = bytes.get(46..46 + name_length)?;
    let extra = bytes.get(46 + name_length..46 + name_length + extra_length)?;
    let mut member = Member {
        name: unicode_name(extra).unwrap_or_else(|| decode_name(name, flags & 0x800 > 0)),
        method: record.short(10)?,
        is_encrypted: flags & 1 > 0,
        checksum: record.word(16)?,
        packed: record.word(20)?.into(),
        unpacked: record.word(24)?.into(),
        begin: record.word(42)?.into(),
    };
    widen(&mut member, extra);
    member.begin = member.begin.checked_add(shift)?;
    Some((member, length))
}

/// The fields of an entry's extra part: number and bytes.
fn fields(extra: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = extra;
    std::iter::from_fn(move || {
        let record = Record(rest);
        let (id, length) = (record.short(0)?, record.short(2)? as usize);
        let field = rest.get(4..4 + length)?;
        rest = rest.get(4 + length..)?;
        Some((id, field))
    })
}

/// Sizes that 32 bits can't hold stand in a field of their own, those only that need it.
fn widen(member: &mut Member, extra: &[u8]) {
    let Some((_, field)) = fields(extra).find(|(id, _)| *id == 1) else { return };
    let mut at = 0;
    for size in [&mut member.unpacked, &mut member.packed, &mut member.begin] {
        if *size == u64::from(u32::MAX)
            && let Some(wide) = Record(field).long(at)
        {
            *size = wide;
            at += 8;
        }
    }
}

/// A name in UTF-8 beside one in the alphabet of some computer, as Info-ZIP writes it.
fn unicode_name(extra: &[u8]) -> Option<String> {
    let (_, field) = fields(extra).find(|(id, _)| *id == 0x7075)?;
    let name = field.get(5..).filter(|_| field.first() == Some(&1))?;
    String::from_utf8(name.to_vec()).ok()
}

/// Names without a mark are often UTF-8 all the same; Windows in Russian writes its DOS alphabet.
fn decode_name(name: &[u8], is_unicode: bool) -> String {
    let encoding = if is_unicode || std::str::from_utf8(name).is_ok() { UTF_8 } else { IBM866 };
    // Some archivers on Windows divide folders its way.
    encoding.decode_without_bom_handling(name).0.replace('\\', "/")
}

/// Whether a file belongs to whoever packed the archive and not to the user.
pub fn is_hidden(name: &str) -> bool {
    name.starts_with("__MACOSX/")
        || name.rsplit('/').next().is_some_and(|last| last.starts_with('.') || last.is_empty())
}
