//! The binary form in which the database keeps a zone (TZif, RFC 9636, from version 2 on): the
//! changes one by one, then a rule for all later years.
//!
//! Not here: the rule itself (`rule`).

use super::rule::Rule;
use super::{Change, Rules};

const HEADER: usize = 44;

/// Counts of a header, in its order.
struct Counts {
    utc_flags: usize,
    standard_flags: usize,
    leap_seconds: usize,
    changes: usize,
    offsets: usize,
    letters: usize,
}

impl Counts {
    fn read(bytes: &[u8]) -> Option<Counts> {
        if bytes.get(..4)? != b"TZif" {
            return None;
        }
        let count = |at: usize| Some(u32::from_be_bytes(number(bytes, 20 + 4 * at)?) as usize);
        Some(Counts {
            utc_flags: count(0)?,
            standard_flags: count(1)?,
            leap_seconds: count(2)?,
            changes: count(3)?,
            offsets: count(4)?,
            letters: count(5)?,
        })
    }

    /// Bytes behind the header, with instants of so many bytes.
    fn length(&self, instant: usize) -> usize {
        self.changes * (instant + 1)
            + self.offsets * 6
            + self.letters
            + self.leap_seconds * (instant + 4)
            + self.standard_flags
            + self.utc_flags
    }
}

fn number<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at + N)?.try_into().ok()
}

/// `None` where the bytes are no zone.
pub fn read(bytes: &[u8]) -> Option<Rules> {
    // What version 1 knew stands in front of it all once more.
    let old = Counts::read(bytes)?;
    let bytes = bytes.get(HEADER + old.length(4)..)?;
    let counts = Counts::read(bytes)?;
    let body = bytes.get(HEADER..)?;
    let kinds = body.get(8 * counts.changes..)?;
    let offsets = kinds.get(counts.changes..)?;
    let offset = |kind: usize| number(offsets, 6 * kind).map(i32::from_be_bytes);
    let mut rules = Rules { first: offset(0)?, changes: Vec::new() };
    let mut now = rules.first;
    for at in 0..counts.changes {
        let instant = i64::from_be_bytes(number(body, 8 * at)?);
        let after = offset(usize::from(*kinds.get(at)?))?;
        if after != now {
            rules.changes.push(Change { at: instant, before: now, after });
            now = after;
        }
    }
    let last = counts.changes.checked_sub(1);
    let last = last.and_then(|at| number(body, 8 * at)).map_or(i64::MIN, i64::from_be_bytes);
    let footer = body.get(counts.length(8)..)?;
    let rule = std::str::from_utf8(footer).ok()?.trim_matches('\n');
    if let Some(rule) = Rule::read(rule) {
        rule.go_on(last, &mut rules);
    }
    Some(rules)
}
