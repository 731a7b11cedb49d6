//! How headers are compared with what a program is known to write.
//!
//! Not here: the headers themselves (one file a system), what follows (`follow`).

use super::{DateHabit, ExportKind, ExporterId, SYSTEMS, System, system};
use crate::engine::fold::{fold_header, fold_words};
use std::collections::BTreeSet;

/// What a telling header counts, against 1 for a usual one.
const TELLING: u32 = 3;
/// The least score of a claim that rests on a telling header.
const LEAST: u32 = 5;
/// Headers with a known beginning count only so often: a file may have hundreds of them.
const MOST_BEGINNINGS: u32 = 3;

/// One export in one language: `|` between headers, each as `fold_header` leaves it.
pub struct Sheet {
    pub kind: ExportKind,
    /// Hardly any other program writes these.
    pub telling: &'static str,
    /// Written by this program and by others.
    pub usual: &'static str,
    /// So many usual headers are enough without a telling one; 0: never.
    pub together: u32,
    /// Never written by this program: a header of another.
    pub never: &'static str,
    /// How telling headers begin, as written but for their case.
    pub begins: &'static str,
    /// How telling headers end, likewise.
    pub ends: &'static str,
    /// Words of the lines above and below the table.
    pub titles: &'static str,
}

/// A sheet with nothing, for the others to start from.
pub const NO_SHEET: Sheet = Sheet {
    kind: ExportKind::Deals,
    telling: "",
    usual: "",
    together: 0,
    never: "",
    begins: "",
    ends: "",
    titles: "",
};

/// A program that a file was recognised as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recognised {
    pub id: ExporterId,
    pub kind: ExportKind,
    pub score: u32,
}

impl Recognised {
    /// 0 to 1, rising with the score.
    pub fn confidence(self) -> f64 {
        f64::from(self.score) / (f64::from(self.score) + 2.0)
    }

    /// How the program writes its dates, where it always does so.
    pub fn dates(self) -> Option<DateHabit> {
        system(self.id).dates
    }
}

/// The likeliest program, if any is likely. `lines`: what stands above and below the table.
pub fn recognise<'a>(headers: impl Iterator<Item = &'a str>, lines: &[&str]) -> Option<Recognised> {
    ranked(headers, lines).first().copied()
}

/// Every program that claims the headers, the highest score first, ties in the order of the list.
pub fn ranked<'a>(headers: impl Iterator<Item = &'a str>, lines: &[&str]) -> Vec<Recognised> {
    let seen = Headers::new(headers, lines);
    let best = |system: &&System| {
        let scores = system.sheets.iter().filter_map(|s| seen.score(s).map(|n| (n, s.kind)));
        // Of equals the first sheet: the fold keeps what it has.
        let (score, kind) =
            scores.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
        Some(Recognised { id: system.id, kind, score })
    };
    let mut claims: Vec<Recognised> = SYSTEMS.iter().filter_map(best).collect();
    claims.sort_by_key(|r| std::cmp::Reverse(r.score));
    claims
}

struct Headers {
    written: Vec<String>,
    folded: BTreeSet<String>,
    lines: Vec<String>,
}

impl Headers {
    fn new<'a>(headers: impl Iterator<Item = &'a str>, lines: &[&str]) -> Headers {
        let mut seen = Headers {
            written: Vec::new(),
            folded: BTreeSet::new(),
            lines: lines.iter().map(|l| fold_words(l)).collect(),
        };
        for header in headers {
            seen.folded.extend(forms(header));
            seen.written.push(header.to_lowercase());
        }
        seen
    }

    /// How well a sheet fits; `None` where it does not.
    fn score(&self, sheet: &Sheet) -> Option<u32> {
        if self.count(sheet.never) > 0 {
            return None;
        }
        let begins = |h: &&String| entries(sheet.begins).any(|b| h.starts_with(b));
        let ends = |h: &&String| entries(sheet.ends).any(|e| h.ends_with(e));
        let framed = self.written.iter().filter(|h| begins(h) || ends(h)).count() as u32;
        let titled = entries(sheet.titles).any(|t| self.lines.iter().any(|l| l.contains(t)));
        let telling = self.count(sheet.telling) + framed.min(MOST_BEGINNINGS) + u32::from(titled);
        let usual = self.count(sheet.usual);
        let score = telling * TELLING + usual;
        // A title alone, without any header that is known, says nothing of the table.
        let is_known = usual > 0 || telling > u32::from(titled);
        let enough = (telling > 0 && score >= LEAST && is_known)
            || (sheet.together > 0 && usual >= sheet.together);
        enough.then_some(score)
    }

    fn count(&self, list: &str) -> u32 {
        entries(list).filter(|entry| self.folded.contains(*entry)).count() as u32
    }
}

/// The header folded, and once more without what stands in its last parentheses.
pub fn forms(header: &str) -> [String; 2] {
    let folded = fold_header(header);
    let bare = match folded.rfind('(') {
        Some(at) if folded.ends_with(')') => folded.get(..at).unwrap_or(&folded).trim_end(),
        _ => folded.rsplit_once(", ").map_or(folded.as_str(), |(rest, unit)| {
            if unit.chars().count() <= 4 { rest } else { &folded }
        }),
    };
    let bare = bare.to_owned();
    [folded, bare]
}

/// Whether a header is an entry of a list.
pub fn is_any(header: &str, list: &str) -> bool {
    let forms = forms(header);
    entries(list).any(|entry| forms.iter().any(|form| form == entry))
}

fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.split('|').filter(|entry| !entry.is_empty())
}
