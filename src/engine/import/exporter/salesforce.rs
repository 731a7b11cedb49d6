//! Salesforce: opportunities as a report and as Data Loader writes them, leads, stage history.

use super::fingerprint::{NO_SHEET, Sheet};
use super::{ExportKind, ExporterId, PLAIN, System};

pub const SYSTEM: System = System {
    id: ExporterId::Salesforce,
    sheets: &[REPORT, LOADER, LEADS, HISTORY],
    close_may_shift: "close date|closedate",
    ..PLAIN
};

const FOOTERS: &str = "salesforce.com|salesforce, inc|confidential information - do not distribute";

const REPORT: Sheet = Sheet {
    kind: ExportKind::Deals,
    telling: "opportunity owner|opportunity currency|amount currency|fiscal period|\
        forecast category|last stage change date|stage duration|opportunity record type|\
        expected revenue currency|primary campaign source|created alias|owner role",
    usual: "opportunity name|opportunity id|account name|stage|amount|expected revenue|\
        probability (%)|age|close date|created date|lead source|type|next step|closed|won|\
        loss reason",
    together: 7,
    never: "closing date|record id|from stage|deal name|deal stage|lead id",
    titles: FOOTERS,
    ..NO_SHEET
};

const LOADER: Sheet = Sheet {
    kind: ExportKind::Deals,
    telling: "stagename|accountid|isclosed|iswon|leadsource|ownerid|forecastcategory|\
        expectedrevenue|recordtypeid|laststagechangedate|fiscalquarter|systemmodstamp",
    usual: "id|name|amount|closedate|createddate|probability|type|nextstep",
    ..NO_SHEET
};

const LEADS: Sheet = Sheet {
    kind: ExportKind::Leads,
    telling: "company / account|converted opportunity id|converted account id|\
        converted contact id|converted date|converted opportunity|converted account|unread by owner",
    usual: "lead id|first name|last name|lead status|lead source|rating|created date|converted|\
        lead owner|email|industry",
    never: "record id|lifecycle stage|created time",
    titles: FOOTERS,
    ..NO_SHEET
};

const HISTORY: Sheet = Sheet {
    kind: ExportKind::StageHistory,
    telling: "from stage|to stage",
    usual: "opportunity name|opportunity id|opportunity owner|account name|last modified|\
        last modified by|stage|amount|close date|created date|probability (%)|stage duration|\
        from stage duration|lead source|type",
    titles: FOOTERS,
    ..NO_SHEET
};
