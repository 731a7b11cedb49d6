//! Issues: the data is odd and the answer still stands. Counted by kind, the first places kept.
//!
//! The kind is the message key: each language matches it exhaustively. Not here: errors, after
//! which there is no answer (`error`), and findings about the business (`audit`).

use super::table::ColumnType;
use serde::{Deserialize, Serialize};

/// How many places are kept for each kind; the count goes on.
pub const PLACES_KEPT: usize = 1000;

/// Where something stands in a file, as people count: records and lines from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    pub file: String,
    pub record: Option<u32>,
    pub line: Option<u32>,
    pub byte: Option<u64>,
    pub column: Option<String>,
}

/// What is odd.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IssueKind {
    /// A cell that could not be read as its column's type; it counts as missing.
    UnreadCell,
    /// A row with fewer cells than the header; the rest counts as missing.
    ShortRow,
    /// A row with more cells than the header; the surplus is kept in the issue's text.
    LongRow,
    /// Bytes that are not valid in the file's encoding, replaced by U+FFFD.
    BadBytes,
    /// A quote that is never closed.
    UnclosedQuote,
    /// A title line above the header.
    TitleLine,
    /// A totals row, set aside so that sums are not doubled.
    TotalsRow,
    /// A footer line below the table.
    FooterLine,
    /// A header that occurs twice; the later one carries a number.
    RepeatedHeader,
    /// A column without a header.
    BlankHeader,
    /// Day and month can't be told apart in this column; the assumption is in the text.
    AmbiguousDates,
    /// A number such as 1.234 reads as thousands or as decimals; the assumption is in the text.
    AmbiguousNumbers,
    /// A cell that is read as the user said, and not as it stands in the file.
    Corrected,
    /// From here on the file is in another encoding, which the text names.
    EncodingTurns,
    /// Text that was turned into UTF-8 twice, such as `ÐŸÑ€`.
    TwiceEncoded,
    /// A line of another table below the first one.
    SecondTable,
    /// A row among the others that sums some of them; it is kept as a row.
    SubtotalRow,
    /// The header once more among the rows, as it stands in exports that were put together.
    HeaderRow,
    /// Text behind the quote that closes a cell, such as `"x" y`.
    TextAfterQuote,
}

/// What an issue means for the table, in the order of what it costs. Whatever is said of a file by
/// its issues (the verdict, the list, who needs a look) is said by this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// A value is missing from the table.
    Unread,
    /// Text may be another than was written.
    Garbled,
    /// A row has more or fewer cells than there are columns.
    Ragged,
    /// A row that sums others is among them, so that sums are doubled.
    Summed,
    /// Something was assumed, and waits for a word of the user.
    Assumed,
    /// Another table stands below and is not read.
    Below,
    /// Lines that are rightly left out.
    Aside,
    /// Columns that bear another name than in the file.
    Named,
    /// Read as the user said.
    Corrected,
}

impl Standing {
    /// Whether somebody should look at the file.
    pub fn needs_a_look(self) -> bool {
        match self {
            Standing::Unread
            | Standing::Garbled
            | Standing::Ragged
            | Standing::Summed
            | Standing::Assumed => true,
            Standing::Below | Standing::Aside | Standing::Named | Standing::Corrected => false,
        }
    }
}

impl IssueKind {
    /// See [`Standing`]. A new kind is sorted in here, and nowhere else.
    pub fn standing(self) -> Standing {
        match self {
            IssueKind::UnreadCell => Standing::Unread,
            IssueKind::BadBytes
            | IssueKind::UnclosedQuote
            | IssueKind::TextAfterQuote
            | IssueKind::EncodingTurns
            | IssueKind::TwiceEncoded => Standing::Garbled,
            IssueKind::ShortRow | IssueKind::LongRow => Standing::Ragged,
            IssueKind::SubtotalRow => Standing::Summed,
            IssueKind::AmbiguousDates | IssueKind::AmbiguousNumbers => Standing::Assumed,
            IssueKind::SecondTable => Standing::Below,
            IssueKind::TitleLine
            | IssueKind::TotalsRow
            | IssueKind::FooterLine
            | IssueKind::HeaderRow => Standing::Aside,
            IssueKind::RepeatedHeader | IssueKind::BlankHeader => Standing::Named,
            IssueKind::Corrected => Standing::Corrected,
        }
    }
}

/// One place of an issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    pub kind: IssueKind,
    pub place: Location,
    /// The text as in the file.
    pub text: String,
    /// For [`IssueKind::UnreadCell`]: what the column is.
    pub expected: Option<ColumnType>,
}

/// All issues of one file: a count for each kind and its first places, kinds in their own order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssueLog {
    pub counts: Vec<(IssueKind, u64)>,
    pub places: Vec<Issue>,
}

impl IssueLog {
    /// Counts an issue, and keeps its place if there is room for this kind.
    pub fn add(&mut self, issue: Issue) {
        let at = self.counts.binary_search_by_key(&issue.kind, |(k, _)| *k);
        let count = match at {
            Ok(i) => self.counts.get_mut(i),
            Err(i) => {
                self.counts.insert(i, (issue.kind, 0));
                self.counts.get_mut(i)
            }
        };
        if let Some((_, n)) = count {
            *n += 1;
            if *n <= PLACES_KEPT as u64 {
                self.places.push(issue);
            }
        }
    }
    /// Takes an issue of a record back, with its place where that was kept: the record turned out to
    /// be no row.
    pub fn take_back(&mut self, kind: IssueKind, record: u32) {
        if let Ok(at) = self.counts.binary_search_by_key(&kind, |(k, _)| *k) {
            self.counts.get_mut(at).into_iter().for_each(|(_, n)| *n = n.saturating_sub(1));
            self.counts.retain(|(_, n)| *n > 0);
        }
        self.places.retain(|issue| issue.kind != kind || issue.place.record != Some(record));
    }
    /// Takes in the issues of another file, behind those that are here.
    pub fn append(&mut self, other: &IssueLog) {
        for (kind, more) in &other.counts {
            let room = (PLACES_KEPT as u64).saturating_sub(self.count(*kind)) as usize;
            let places = other.places.iter().filter(|issue| issue.kind == *kind);
            self.places.extend(places.take(room).cloned());
            match self.counts.binary_search_by_key(kind, |(k, _)| *k) {
                Ok(at) => self.counts.get_mut(at).into_iter().for_each(|(_, n)| *n += more),
                Err(at) => self.counts.insert(at, (*kind, *more)),
            }
        }
    }
    /// How often a kind occurred.
    pub fn count(&self, kind: IssueKind) -> u64 {
        self.counts.iter().find(|(k, _)| *k == kind).map_or(0, |(_, n)| *n)
    }
    /// How often the kinds of a standing occurred.
    pub fn count_of(&self, standing: Standing) -> u64 {
        let of_it = self.counts.iter().filter(|(kind, _)| kind.standing() == standing);
        of_it.map(|(_, n)| n).sum()
    }
    /// Whether somebody should look at the file.
    pub fn needs_a_look(&self) -> bool {
        self.counts.iter().any(|(kind, n)| *n > 0 && kind.standing().needs_a_look())
    }
    /// Whether nothing is odd.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_needs_a_look_is_told_by_the_standing_of_each_kind() {
        let with = |kind| {
            let (place, text) = (Location::default(), String::new());
            let mut log = IssueLog::default();
            log.add(Issue { kind, place, text, expected: None });
            log
        };
        for kind in [IssueKind::SubtotalRow, IssueKind::TwiceEncoded, IssueKind::AmbiguousDates] {
            assert!(with(kind).needs_a_look(), "{kind:?}");
        }
        for kind in [IssueKind::TotalsRow, IssueKind::SecondTable, IssueKind::Corrected] {
            assert!(!with(kind).needs_a_look(), "{kind:?}");
        }
        let log = with(IssueKind::TwiceEncoded);
        assert_eq!((log.count_of(Standing::Garbled), log.count_of(Standing::Summed)), (1, 0));
    }
}
