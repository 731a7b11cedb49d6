//! Zoho CRM: deals and leads. Look-up fields come twice, the second time as `….id`.

use super::fingerprint::{NO_SHEET, Sheet};
use super::{ExportKind, ExporterId, PLAIN, System};

pub const SYSTEM: System = System { id: ExporterId::Zoho, sheets: &[DEALS, LEADS], ..PLAIN };

const DEALS: Sheet = Sheet {
    kind: ExportKind::Deals,
    telling: "closing date|sales cycle duration|overall sales duration|lead conversion time",
    usual: "record id|deal name|account name|contact name|stage|amount|lead source|type|\
        created time|modified time|deal owner|probability (%)|expected revenue|next step|\
        campaign source|currency|exchange rate|last activity time|tag",
    never: "opportunity name|deal stage|close date",
    ends: ".id",
    ..NO_SHEET
};

const LEADS: Sheet = Sheet {
    kind: ExportKind::Leads,
    telling: "lead name|is converted|converted date time|lead conversion time|email opt out",
    usual: "record id|first name|last name|company|lead owner|lead source|lead status|created time|\
        modified time|email|phone|mobile|industry|rating|annual revenue|last activity time|tag",
    never: "company / account|lifecycle stage|deal name|closing date",
    ends: ".id",
    ..NO_SHEET
};
