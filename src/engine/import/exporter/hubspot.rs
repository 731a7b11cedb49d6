//! HubSpot: deals and contacts, by labels and by internal names.

use super::fingerprint::{NO_SHEET, Sheet};
use super::{ExportKind, ExporterId, PLAIN, System};

pub const SYSTEM: System = System {
    id: ExporterId::HubSpot,
    sheets: &[DEALS, CONTACTS, DEALS_INTERNAL],
    close_expected: "close date|closedate",
    several_ids: "associated company ids|associated contact ids|associated deal ids|\
        associated contact|associated company|associated deal",
    stage_dates: "date entered \"|became a|hs_v2_date_entered_|hs_date_entered_|hs_lifecyclestage_",
    ..PLAIN
};

const DEALS: Sheet = Sheet {
    kind: ExportKind::Deals,
    telling: "amount in company currency|original traffic source|original source drill down 1|\
        original source drill down 2|associated company ids|associated contact ids|\
        is closed lost|is closed won|closed lost reason|closed won reason|days to close|\
        date entered current stage|annual contract value|annual recurring revenue|\
        monthly recurring revenue|total contract value|hubspot team|number of sales activities",
    usual: "record id|deal name|deal stage|pipeline|amount|currency|close date|create date|\
        deal owner|deal type|deal probability|original source|associated company|\
        associated contact|last activity date|forecast amount",
    together: 6,
    never: "closing date|opportunity name|deal title",
    begins: "date entered \"|date exited \"|hs_",
    ..NO_SHEET
};

const CONTACTS: Sheet = Sheet {
    kind: ExportKind::Contacts,
    telling: "lifecycle stage|hubspot score|number of associated deals|recent deal amount|\
        first conversion date|first conversion|became a subscriber date|became a lead date|\
        became a marketing qualified lead date|became a sales qualified lead date|\
        became an opportunity date|became a customer date|became an evangelist date|\
        original traffic source|original source drill down 1|marketing contact status|\
        associated company ids|hubspot team|lifecyclestage",
    usual: "record id|contact id|first name|last name|email|phone number|company name|lead status|\
        create date|contact owner|original source|total revenue|close date|last activity date|\
        associated company",
    never: "deal name|deal stage|lead id|company / account",
    begins: "hs_lifecyclestage_|hs_analytics_",
    ..NO_SHEET
};

const DEALS_INTERNAL: Sheet = Sheet {
    kind: ExportKind::Deals,
    telling: "dealname|dealstage|hs object id|hubspot owner id|amount in home currency|\
        hs analytics source|hs is closed won|hs closed amount",
    usual: "pipeline|amount|closedate|createdate|dealtype|closed lost reason",
    begins: "hs_v2_date_|hs_date_",
    ..NO_SHEET
};
