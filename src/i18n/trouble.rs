//! What is odd, what is wrong and what to do about it: issues of files, errors, findings.

use crate::engine::audit::Finding;
use crate::engine::error::{BuildError, ImportError};
use crate::engine::issue::{Issue, IssueKind, Location};
use crate::engine::report::{Absence, Exclusion};

/// See the module.
pub struct Trouble {
    /// All issues of a kind in one line: `12 cells could not be read.`
    pub issue_line: fn(IssueKind, count: u64) -> String,
    /// One place: what is odd there.
    pub issue: fn(&Issue) -> String,
    /// A record that holds nothing but blanks and delimiters.
    pub blank_record: &'static str,
    /// `deals.csv, line 12, column “Amount”`.
    pub place: fn(&Location) -> String,
    pub import_error: fn(&ImportError) -> Help,
    pub build_error: fn(&BuildError) -> Help,
    /// Why a figure or a block is not there.
    pub absence: fn(&Absence) -> &'static str,
    pub exclusion: fn(Exclusion) -> &'static str,
    pub finding: fn(&Finding) -> FindingText,
    /// One word for a tag: `Check`.
    pub weight: fn(Weight) -> &'static str,

    pub worker_restarted: &'static str,
    pub worker_failed: fn(reason: &str) -> Help,
    /// Page and worker did not understand each other.
    pub worker_misread: fn(reason: &str) -> Help,
    pub reload: &'static str,
    pub storage_full: &'static str,
    pub link_broken: &'static str,
    pub not_a_document: fn(reason: &str) -> String,
    pub browser_too_old: &'static str,
}

/// What happened, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    pub what: String,
    /// Empty where there is no place.
    pub place: String,
    pub todo: String,
}

/// A finding as a sentence, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingText {
    pub text: String,
    pub advice: String,
}

/// How much a finding matters to the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Good to know; the figures are as they should be.
    Note,
    /// Figures may be wrong or incomplete until somebody looks.
    Check,
}

/// The weight of a finding, the same in all languages.
pub fn weight(finding: &Finding) -> Weight {
    match finding {
        Finding::Crossing(crossing) if crossing.is_doubtful() => Weight::Check,
        Finding::Crossing(_) => Weight::Note,
        Finding::Repeats { .. }
        | Finding::Appended { .. }
        | Finding::StageUnused { .. }
        | Finding::LookupUnused { .. }
        | Finding::Currencies { .. }
        | Finding::OpenPastExpectedClose { .. }
        | Finding::OnlyClosed
        | Finding::NothingWon => Weight::Note,
        Finding::History(history) if !history.matters() => Weight::Note,
        Finding::RepeatsKept { .. }
        | Finding::KeyDoubted { .. }
        | Finding::SharedDays { .. }
        | Finding::FileNotCounted { .. }
        | Finding::LookupMissing { .. }
        | Finding::StagesUnmapped { .. }
        | Finding::LostDepthUnknown { .. }
        | Finding::WonWithoutAmount { .. }
        | Finding::WonWithZeroAmount { .. }
        | Finding::WonWithoutCloseDate { .. }
        | Finding::CloseBeforeCreated { .. }
        | Finding::FarDays { .. }
        | Finding::WithoutCreatedDate { .. }
        | Finding::ChannelUnassigned { .. }
        | Finding::JoinUnmatched { .. }
        | Finding::LookupKeyRepeats { .. }
        | Finding::SpendWithoutLeads { .. }
        | Finding::SpendNotTied { .. }
        | Finding::History(_)
        | Finding::SpendWithoutDay { .. } => Weight::Check,
    }
}
