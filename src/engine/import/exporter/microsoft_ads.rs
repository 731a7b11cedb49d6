//! Microsoft Advertising: performance reports.

use super::fingerprint::{NO_SHEET, Sheet};
use super::{ExportKind, ExporterId, PLAIN, System};

pub const SYSTEM: System =
    System { id: ExporterId::MicrosoftAds, sheets: &[SCHEMA, LABELS], ..PLAIN };

const SCHEMA: Sheet = Sheet {
    kind: ExportKind::AdCosts,
    telling: "timeperiod|currencycode|gregoriandate|deliveredmatchtype|accountname|averagecpc|\
        bidmatchtype|costperconversion",
    usual: "campaignname|campaignid|adgroupname|impressions|clicks|spend|conversions|revenue|ctr",
    never: "cost|adnetworktype",
    titles: "microsoft",
    ..NO_SHEET
};

const LABELS: Sheet = Sheet {
    kind: ExportKind::AdCosts,
    telling: "gregorian date|time period|top vs. other|bid match type|delivered match type",
    usual: "campaign|campaign name|campaign id|ad group|account name|currency code|impressions|clicks|\
        spend|conversions|ctr|avg. cpc|impr.",
    never: "cost|amount spent|total spent",
    titles: "microsoft",
    ..NO_SHEET
};
