//! LinkedIn Ads: campaign performance. Days are UTC days, dates M/D/YYYY in every language.

use super::fingerprint::{NO_SHEET, Sheet};
use super::{DateHabit, ExportKind, ExporterId, PLAIN, System};
use crate::engine::profile::DateOrder;

pub const SYSTEM: System = System {
    id: ExporterId::LinkedInAds,
    sheets: &[ADS],
    dates: Some(DateHabit { order: DateOrder::MonthDayYear, slashes: true }),
    days_in_utc: true,
    ..PLAIN
};

const ADS: Sheet = Sheet {
    kind: ExportKind::AdCosts,
    telling: "start date (in utc)|end date (in utc)|total spent|campaign group name|\
        clicks to landing page|total social actions|total conversion value|campaign objective|\
        creative name|campaign group id|total engagements|lead form opens",
    usual: "account name|campaign name|campaign id|campaign type|impressions|reach|clicks|conversions|\
        leads|currency|average cpc|average cpm",
    never: "amount spent",
    titles: "performance report (in utc)|report start",
    ..NO_SHEET
};
