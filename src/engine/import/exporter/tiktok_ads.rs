//! TikTok Ads: campaign reports.

use super::fingerprint::{NO_SHEET, Sheet};
use super::{ExportKind, ExporterId, PLAIN, System};

pub const SYSTEM: System = System { id: ExporterId::TikTokAds, sheets: &[ADS], ..PLAIN };

const ADS: Sheet = Sheet {
    kind: ExportKind::AdCosts,
    telling: "by day|stat time|stat time day|ad group name by day|video views at 100%|\
        clicks (destination)|impression",
    usual: "campaign name|campaign id|ad group name|ad name|cost|impressions|clicks|conversions|\
        cpc|cpm|ctr|cpa|currency",
    never: "impr.|amount spent|spend",
    ..NO_SHEET
};
