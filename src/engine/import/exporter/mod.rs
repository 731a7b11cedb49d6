//! Which program wrote a file, by its headers and title lines, and what follows from it: the order
//! of its dates, what its close date means, micro-units, totals, the currency of its costs.
//!
//! One system a file, each a list of [`Sheet`]s: the headers of one of its exports in one language.
//! Not here: which column plays which role (`mapping`); the sentences (`i18n`).

mod amocrm;
mod bitrix24;
mod fingerprint;
mod follow;
mod google_ads;
mod hubspot;
mod linkedin_ads;
mod meta_ads;
mod micro;
mod microsoft_ads;
mod pipedrive;
mod salesforce;
mod suitecrm;
mod tiktok_ads;
mod yandex_direct;
mod yandex_metrica;
mod zoho;

pub(super) use fingerprint::{Recognised, recognise};
pub(super) use follow::{Dates, Seen, follows};
pub(super) use micro::{MILLION, Micro, micro_columns};

use super::super::profile::DateOrder;
use fingerprint::Sheet;
use serde::{Deserialize, Serialize};

/// A program whose exports are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExporterId {
    HubSpot,
    Salesforce,
    Pipedrive,
    Zoho,
    Bitrix24,
    AmoCrm,
    SuiteCrm,
    GoogleAds,
    MetaAds,
    LinkedInAds,
    MicrosoftAds,
    YandexDirect,
    YandexMetrica,
    TikTokAds,
}

/// What one row of an export is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportKind {
    Deals,
    Leads,
    Contacts,
    StageHistory,
    AdCosts,
    Visits,
}

/// The program that wrote a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExporterFound {
    pub id: ExporterId,
    pub kind: ExportKind,
    /// 0 to 1.
    pub confidence: f64,
    pub follows: Vec<Consequence>,
}

/// What follows from knowing the exporter. The enum is the message key for each language; columns
/// are named by their headers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Consequence {
    /// Dates are written in this order. `settled`: columns that could not decide and were read so;
    /// `opposed`: columns that prove another order, which wins.
    DateOrder { order: DateOrder, settled: Vec<String>, opposed: Vec<String> },
    /// A day runs from midnight to midnight UTC.
    DaysInUtc,
    /// The close date of an open deal is an expectation.
    CloseIsExpected { column: String },
    /// Open deals hold words (`не закрыта`) instead of a close date; they count as missing.
    CloseSaysOpen { column: String },
    /// The day of the win is set in UTC, so that it can be one day off.
    CloseMayShift { column: String },
    /// Lines that are no rows were set aside: above the header, totals, below the table.
    SetAside { above: u64, totals: u64, below: u64 },
    /// Money in millionths. `divided`: it was found so, or the user said so, and is divided.
    MicroUnits { columns: Vec<String>, divided: bool },
    /// The header names the currency.
    CurrencyInHeader { column: String, currency: String },
    /// A column names the currency of each row.
    CurrencyInColumn { column: String },
    /// Nothing names the currency: the user is asked.
    CurrencyUnknown,
    /// Costs are with or without VAT, and no line of the file says which.
    VatUnknown,
    /// `Показ кампании` is the delivery status and not impressions.
    DeliveryStatus { column: String },
    /// What counts as a result differs from campaign to campaign. `kinds`: how many kinds the
    /// indicator column names; none where there is no such column.
    ResultsMixed { column: String, kinds: Option<u64> },
    /// Ratios are computed anew and never added up.
    RatiosLeftOut { columns: Vec<String> },
    /// A column says won, lost or in progress; it goes before the stages' names.
    OutcomeColumn { column: String },
    /// Cells hold several ids.
    SeveralIds { columns: Vec<String> },
    /// Dates on which stages were entered.
    StageDates { columns: Vec<String> },
    /// Fields of deal and contact share a name; the first is taken.
    SharedNames { columns: Vec<String> },
}

/// The order in which a program writes its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateHabit {
    pub order: DateOrder,
    /// It writes `/` between the parts; else something else, mostly a full stop.
    pub slashes: bool,
}

/// One program: its exports and its habits.
struct System {
    id: ExporterId,
    sheets: &'static [Sheet],
    dates: Option<DateHabit>,
    days_in_utc: bool,
    /// Headers whose date is only expected while the deal is open.
    close_expected: &'static str,
    close_says_open: &'static str,
    close_may_shift: &'static str,
    /// Headers of money that may be in millionths.
    micro: &'static str,
    vat_unknown: &'static str,
    delivery: &'static str,
    results: &'static str,
    result_kind: &'static str,
    outcome: &'static str,
    several_ids: &'static str,
    /// How headers of stage dates begin, as written but for their case.
    stage_dates: &'static str,
    /// Fields of several objects share their headers.
    shares_names: bool,
}

/// A program without habits, for the others to start from.
const PLAIN: System = System {
    id: ExporterId::HubSpot,
    sheets: &[],
    dates: None,
    days_in_utc: false,
    close_expected: "",
    close_says_open: "",
    close_may_shift: "",
    micro: "",
    vat_unknown: "",
    delivery: "",
    results: "",
    result_kind: "",
    outcome: "",
    several_ids: "",
    stage_dates: "",
    shares_names: false,
};

/// Every system, in the order in which a tie is decided.
const SYSTEMS: [&System; 14] = [
    &hubspot::SYSTEM,
    &salesforce::SYSTEM,
    &pipedrive::SYSTEM,
    &zoho::SYSTEM,
    &bitrix24::SYSTEM,
    &amocrm::SYSTEM,
    &suitecrm::SYSTEM,
    &google_ads::SYSTEM,
    &meta_ads::SYSTEM,
    &linkedin_ads::SYSTEM,
    &microsoft_ads::SYSTEM,
    &yandex_direct::SYSTEM,
    &yandex_metrica::SYSTEM,
    &tiktok_ads::SYSTEM,
];

fn system(id: ExporterId) -> &'static System {
    SYSTEMS.into_iter().find(|s| s.id == id).unwrap_or(&PLAIN)
}

/// Whether a program is known to write this header.
pub fn knows(id: ExporterId, header: &str) -> bool {
    let mut sheets = system(id).sheets.iter();
    sheets.any(|s| fingerprint::is_any(header, s.telling) || fingerprint::is_any(header, s.usual))
}

/// The programs that could have written a file with these headers, the likeliest first, each with
/// its confidence.
pub fn claims(headers: &[&str]) -> Vec<(ExporterId, ExportKind, f64)> {
    fingerprint::ranked(headers.iter().copied(), &[])
        .iter()
        .map(|r| (r.id, r.kind, r.confidence()))
        .collect()
}
