//! Every text of the interface, in English, Russian and Greek.
//!
//! A language is one [`Strings`] value made of plain struct literals, one file a screen: a missing
//! text does not compile, and enums of the engine are matched exhaustively, so a new variant does
//! not compile without its words. Sentences with figures are functions; they write figures through
//! [`crate::format`]. To add a text: a field in the struct of its screen, then a line in each of
//! `en`, `ru` and `el`.
//!
//! Not here: how figures are written (`format`), names that come from the user's files.

mod append;
mod as_of;
mod asking;
mod attribution;
mod audit;
mod begin;
mod beside;
mod calls;
mod change_trace;
mod column;
mod compare;
pub mod condition;
mod conversion;
mod customers;
mod data;
mod dialog;
mod el;
mod en;
mod exporter;
mod far;
mod figures;
mod funnel_split;
mod interval;
mod label;
mod level;
mod lineage;
mod mapping;
mod meeting;
mod members;
mod moves;
mod names;
mod pipeline_change;
mod plan;
pub mod plural;
mod preset;
mod proposal;
mod quarantine;
mod question;
mod reasons;
mod report;
mod ru;
mod sampling;
mod shape;
mod shell;
mod source;
mod spread_view;
mod step;
mod terminal;
mod trace;
mod trouble;
mod working;
pub mod zone;

use crate::engine::mapping::FileKind;

pub use crate::format::Locale;
pub use append::Append;
pub use as_of::AsOf;
pub use asking::Asking;
pub use attribution::AttributionWords;
pub use audit::{Audit, CheckText};
pub use begin::Begin;
pub use beside::Beside;
pub use calls::Calls;
pub use change_trace::ChangeTrace;
pub use compare::Compare;
pub use conversion::Conversion;
pub use customers::CustomerCohorts;
pub use data::Data;
pub use dialog::Dialog;
pub use exporter::Exporter;
pub use far::FarWords;
pub use figures::Figures;
pub use funnel_split::FunnelSplit;
pub use interval::IntervalWords;
pub use label::is_told_by_counts;
pub use level::LevelWords;
pub use lineage::Lineage;
pub use mapping::Mapping;
pub use meeting::Meeting;
pub use members::Members;
pub use moves::Moves;
pub use names::{MeasureText, Names};
pub use pipeline_change::PipelineChange;
pub use plan::Plan;
pub use preset::{PresetPlace, PresetWords};
pub use proposal::Proposal;
pub use quarantine::Quarantine;
pub use question::Question;
pub use reasons::Reasons;
pub use report::Report;
pub use sampling::SamplingWords;
pub use shape::Shape;
pub use shell::Shell;
pub use source::Source;
pub use spread_view::SpreadViews;
pub use step::StepWords;
pub use terminal::{Complaint, Terminal};
pub use trace::Trace;
pub use trouble::{FindingText, Help, Trouble, Weight, weight};
pub use working::Working;
pub use zone::Zones;

/// All texts of one language.
pub struct Strings {
    pub locale: Locale,
    /// Header, menus, words of common use, words for screen readers.
    pub shell: Shell,
    pub data: Data,
    /// Several files as one table.
    pub append: Append,
    pub attribution: AttributionWords,
    /// What could not be read, and putting it right.
    pub quarantine: Quarantine,
    pub mapping: Mapping,
    /// Where columns, files and currencies meet: on the mapping screen and in findings.
    pub meeting: Meeting,
    pub proposal: Proposal,
    pub working: Working,
    pub as_of: AsOf,
    /// With what the records begin.
    pub begin: Begin,
    /// How the files tell of stages.
    pub shape: Shape,
    pub report: Report,
    /// Plans, segments, differences that may be chance.
    pub compare: Compare,
    pub sampling: SamplingWords,
    pub plan: Plan,
    pub question: Question,
    pub reasons: Reasons,
    pub funnel_split: FunnelSplit,
    pub pipeline_change: PipelineChange,
    pub moves: Moves,
    pub calls: Calls,
    /// Filters, pivots, trends, measures of one's own.
    pub asking: Asking,
    pub level: LevelWords,
    pub conversion: Conversion,
    /// Sharing, saving, exporting, printing, notices.
    pub dialog: Dialog,
    /// The program that wrote a file, and what follows from it.
    pub exporter: Exporter,
    /// Words about figures.
    pub figures: Figures,
    /// What lies behind the axes of time.
    pub far: FarWords,
    /// How sure a figure is.
    pub interval: IntervalWords,
    /// Names of channels, roles, measures, units.
    pub names: Names,
    /// Issues of files, errors, findings of the audit.
    pub trouble: Trouble,
    /// The check-list, and windows onto rows.
    pub audit: Audit,
    /// Where a figure comes from.
    pub lineage: Lineage,
    pub members: Members,
    pub beside: Beside,
    pub step: StepWords,
    pub trace: Trace,
    pub change_trace: ChangeTrace,
    /// The command line.
    pub terminal: Terminal,
    /// Presets, and what of them no longer fits.
    pub preset: PresetWords,
    /// Time zones.
    pub zone: Zones,
}

/// The texts of a language, for records that are leads.
pub fn strings(locale: Locale) -> &'static Strings {
    match locale {
        Locale::En => &en::STRINGS,
        Locale::Ru => &ru::STRINGS,
        Locale::El => &el::STRINGS,
    }
}

/// The texts of a language for records of a kind: a row of a deals file is called a deal, not a lead.
pub fn strings_for(locale: Locale, records: FileKind) -> &'static Strings {
    match (records, locale) {
        (FileKind::Deals, Locale::En) => &en::DEALS,
        (FileKind::Deals, Locale::Ru) => &ru::DEALS,
        (FileKind::Deals, Locale::El) => &el::DEALS,
        (_, locale) => strings(locale),
    }
}
