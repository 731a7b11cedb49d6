//! CRM exports with English headers.

use super::{Cell as C, DayStyle, Encoding, Export, PLAIN, Style, Totals, Words};
use ExportKind as X;
use tundish::engine::import::exporter::{ExportKind, ExporterId as Id};
use tundish::engine::mapping::{FileKind, Role as R};

const ENGLISH: Words = Words {
    stages: &[
        "Appointment Scheduled",
        "Qualified To Buy",
        "Presentation Scheduled",
        "Contract Sent",
    ],
    won: "Closed Won",
    lost: "Closed Lost",
    yes_no: ["true", "false"],
    currency: "EUR",
    owners: &["Ann Fox", "Bob Ray", "Kim Lee", "Joe Dow"],
    companies: &["Acme", "Beta Corp", "Gamma, Inc.", "Delta Ltd"],
    people: &[("Ann", "Ray"), ("Joe", "Fox"), ("Eve", "Lee"), ("Max", "Orr")],
    products: &["Pump", "Valve", "Hose"],
    sources: &["Organic Search", "Paid Search", "Direct Traffic", "Offline Sources", "Referrals"],
    reasons: &["Price", "No budget", "Chose a competitor"],
    campaigns: &["Spring"],
};

const LIFECYCLE: Words = Words {
    stages: &["Lead", "Marketing Qualified Lead", "Sales Qualified Lead", "Opportunity"],
    won: "Customer",
    lost: "Unqualified",
    ..ENGLISH
};

const INTERNAL: Words = Words {
    stages: &["appointmentscheduled", "qualifiedtobuy", "presentationscheduled", "contractsent"],
    won: "closedwon",
    lost: "closedlost",
    sources: &["ORGANIC_SEARCH", "PAID_SEARCH", "DIRECT_TRAFFIC", "OFFLINE"],
    ..ENGLISH
};

const SALESFORCE: Words = Words {
    stages: &["Prospecting", "Qualification", "Needs Analysis", "Proposal/Price Quote"],
    sources: &["Web", "Partner Referral", "Phone Inquiry", "Trade Show"],
    yes_no: ["1", "0"],
    ..ENGLISH
};

const SALESFORCE_LEADS: Words = Words {
    stages: &["Open - Not Contacted", "Working - Contacted"],
    won: "Closed - Converted",
    lost: "Closed - Not Converted",
    ..SALESFORCE
};

const PIPEDRIVE: Words = Words {
    stages: &["Qualified", "Contact Made", "Demo Scheduled", "Proposal Made"],
    ..SALESFORCE
};

const BITRIX: Words = Words {
    stages: &["New", "Paid in advance", "In progress", "Final invoice"],
    won: "Deal closed",
    lost: "Deal over",
    yes_no: ["Y", "N"],
    ..SALESFORCE
};

const US: Style = Style { day: DayStyle::MonthFirst, ..PLAIN };

const FOOTER: &[&str] = &[
    "",
    "\"Confidential Information - Do Not Distribute\"",
    "\"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\"",
];

const DEALS: Export = Export {
    name: "",
    exporter: None,
    kind: FileKind::Deals,
    channel: None,
    style: PLAIN,
    words: &ENGLISH,
    above: &[],
    below: &[],
    totals: Totals::No,
    columns: &[],
};

pub const EXPORTS: &[Export] = &[
    Export {
        name: "hubspot-crm-exports-all-deals.csv",
        exporter: Some((Id::HubSpot, X::Deals)),
        columns: &[
            ("Record ID", C::Id("55"), Some(R::RecordId)),
            ("Deal Name", C::Title("Order"), Some(R::Name)),
            ("Deal Stage", C::Stage, Some(R::Stage)),
            ("Pipeline", C::Of(&["Sales Pipeline", "Partners"]), Some(R::Pipeline)),
            ("Amount in company currency", C::Amount, None),
            ("Amount", C::Amount, Some(R::Amount)),
            ("Currency", C::Currency, Some(R::Currency)),
            ("Close Date", C::Close, Some(R::Closed)),
            ("Create Date", C::Created, Some(R::Created)),
            ("Deal owner", C::Owner, Some(R::Owner)),
            ("Deal Type", C::Of(&["New Business", "Existing Business"]), None),
            ("Deal probability", C::Share, None),
            ("Closed Lost Reason", C::Reason, Some(R::LostReason)),
            ("Is closed lost", C::IsLost, None),
            ("Is Closed Won", C::IsWon, None),
            ("Original Source Drill-Down 1", C::Of(&["google", "bing", "(none)"]), None),
            ("Original Source", C::Source, Some(R::Source)),
            ("Associated Company", C::Company, Some(R::Account)),
            ("Associated Company IDs", C::Ids, None),
            ("Associated Contact IDs", C::Ids, None),
            ("Last Activity Date", C::Modified, Some(R::Modified)),
            ("Annual contract value", C::Weighted, None),
            ("Annual recurring revenue", C::Weighted, None),
            ("Date entered \"Contract Sent (Sales Pipeline)\"", C::Entered(3), None),
            ("Date exited \"Contract Sent (Sales Pipeline)\"", C::WonTime, None),
            ("Date entered \"Closed Won (Sales Pipeline)\"", C::WonTime, None),
            ("Date entered current stage", C::Modified, None),
            ("Days to close", C::Whole, None),
        ],
        ..DEALS
    },
    Export {
        name: "hubspot deals by internal stage.csv",
        exporter: Some((Id::HubSpot, X::Deals)),
        words: &INTERNAL,
        columns: &[
            ("Record ID", C::Id("55"), Some(R::RecordId)),
            ("Deal Name", C::Title("Order"), Some(R::Name)),
            ("Deal Stage", C::Stage, Some(R::Stage)),
            ("Close Date", C::Close, Some(R::Closed)),
            ("Deal Owner", C::Owner, Some(R::Owner)),
            ("Amount", C::Amount, Some(R::Amount)),
            ("Create Date", C::Created, Some(R::Created)),
            ("Original Traffic Source", C::Source, Some(R::Source)),
            ("Closed Lost Reason", C::Reason, Some(R::LostReason)),
        ],
        ..DEALS
    },
    Export {
        name: "hubspot-contacts.csv",
        exporter: Some((Id::HubSpot, X::Contacts)),
        kind: FileKind::Leads,
        words: &LIFECYCLE,
        columns: &[
            ("Contact ID", C::Id("9"), Some(R::RecordId)),
            ("First Name", C::First, None),
            ("Last Name", C::Last, None),
            ("Email", C::Email, Some(R::Person)),
            ("Phone Number", C::Phone, None),
            ("Company Name", C::Company, Some(R::Account)),
            ("Lifecycle Stage", C::Stage, Some(R::Stage)),
            ("Lead Status", C::Of(&["New", "Open", "In progress"]), None),
            ("Create Date", C::Created, Some(R::Created)),
            ("Contact owner", C::Owner, Some(R::Owner)),
            ("Original Source", C::Source, Some(R::Source)),
            ("HubSpot Score", C::Whole, None),
            ("Number of Associated Deals", C::Whole, None),
            ("Recent Deal Amount", C::Weighted, None),
            ("Total Revenue", C::Amount, Some(R::Amount)),
            ("First Conversion Date", C::CreatedDay, None),
            ("Became a Subscriber Date", C::CreatedDay, None),
            ("Became a Lead Date", C::Entered(0), None),
            ("Became a Marketing Qualified Lead Date", C::Entered(1), None),
            ("Became a Sales Qualified Lead Date", C::Entered(2), None),
            ("Became an Opportunity Date", C::Entered(3), None),
            ("Became a Customer Date", C::WonTime, None),
            ("Became an Evangelist Date", C::Empty, None),
            ("Close Date", C::WonTime, Some(R::Closed)),
        ],
        ..DEALS
    },
    Export {
        name: "salesforce report.csv",
        exporter: Some((Id::Salesforce, X::Deals)),
        style: US,
        words: &SALESFORCE,
        below: FOOTER,
        totals: Totals::Below("Grand Totals (40 records)"),
        columns: &[
            ("Opportunity Owner", C::Owner, Some(R::Owner)),
            ("Opportunity Name", C::Title("Opp"), Some(R::Name)),
            ("Opportunity ID", C::Id("006A"), Some(R::RecordId)),
            ("Account Name", C::Company, Some(R::Account)),
            ("Stage", C::Stage, Some(R::Stage)),
            ("Fiscal Period", C::Of(&["Q1-2026", "Q2-2026"]), None),
            ("Expected Revenue", C::Weighted, None),
            ("Amount Currency", C::Currency, Some(R::Currency)),
            ("Amount", C::Amount, Some(R::Amount)),
            ("Probability (%)", C::Share, None),
            ("Age", C::Whole, None),
            ("Close Date", C::CloseDay, Some(R::Closed)),
            ("Created Date", C::CreatedDay, Some(R::Created)),
            ("Last Stage Change Date", C::CloseDay, None),
            ("Stage Duration", C::Whole, None),
            ("Next Step", C::Of(&["Call", "Send the offer"]), None),
            ("Lead Source", C::Source, Some(R::Source)),
            ("Type", C::Of(&["New Customer", "Existing Customer - Upgrade"]), None),
            ("Forecast Category", C::Of(&["Pipeline", "Commit", "Omitted"]), None),
            ("Closed", C::IsClosed, None),
            ("Won", C::IsWon, None),
            ("Loss Reason", C::Reason, Some(R::LostReason)),
        ],
        ..DEALS
    },
    Export {
        name: "salesforce report with own columns.csv",
        exporter: Some((Id::Salesforce, X::Deals)),
        style: US,
        words: &SALESFORCE,
        columns: &[
            ("Opportunity Name", C::Title("Opp"), Some(R::Name)),
            ("Opportunity Owner", C::Owner, Some(R::Owner)),
            ("Account Name", C::Company, Some(R::Account)),
            ("Stage", C::Stage, Some(R::Stage)),
            ("Total Amount Currency", C::Currency, Some(R::Currency)),
            ("Total Amount", C::Amount, Some(R::Amount)),
            ("Billed iARR Currency", C::Currency, None),
            ("Billed iARR", C::Weighted, None),
            ("Close Date", C::CloseDay, Some(R::Closed)),
            ("Created Date", C::CreatedDay, Some(R::Created)),
            ("Lead Source", C::Source, Some(R::Source)),
        ],
        ..DEALS
    },
    Export {
        name: "extract.csv",
        exporter: Some((Id::Salesforce, X::Deals)),
        words: &Words { yes_no: ["true", "false"], ..SALESFORCE },
        columns: &[
            ("Id", C::Id("006A"), Some(R::RecordId)),
            ("Name", C::Title("Opp"), Some(R::Name)),
            ("AccountId", C::Id("001B"), None),
            ("StageName", C::Stage, Some(R::Stage)),
            ("Amount", C::Amount, Some(R::Amount)),
            ("CloseDate", C::CloseDay, Some(R::Closed)),
            ("CreatedDate", C::Created, Some(R::Created)),
            ("IsClosed", C::IsClosed, None),
            ("IsWon", C::IsWon, None),
            ("LeadSource", C::Source, Some(R::Source)),
        ],
        ..DEALS
    },
    Export {
        name: "salesforce leads.csv",
        exporter: Some((Id::Salesforce, X::Leads)),
        kind: FileKind::Leads,
        style: US,
        words: &SALESFORCE_LEADS,
        columns: &[
            ("Lead Owner", C::Owner, Some(R::Owner)),
            ("Lead ID", C::Id("00Q"), Some(R::RecordId)),
            ("First Name", C::First, None),
            ("Last Name", C::Last, None),
            ("Company / Account", C::Company, Some(R::Account)),
            ("Lead Status", C::Stage, Some(R::Stage)),
            ("Lead Source", C::Source, Some(R::Source)),
            ("Rating", C::Of(&["Hot", "Warm", "Cold"]), None),
            ("Created Date", C::CreatedDay, Some(R::Created)),
            ("Converted", C::IsWon, None),
            ("Converted Date", C::WonTime, Some(R::Closed)),
            ("Converted Opportunity ID", C::Id("006A"), None),
            ("Email", C::Email, Some(R::Person)),
            ("Industry", C::Of(&["Energy", "Retail"]), None),
        ],
        ..DEALS
    },
    Export {
        name: "deals-pipedrive.csv",
        exporter: Some((Id::Pipedrive, X::Deals)),
        words: &PIPEDRIVE,
        columns: &[
            ("Deal - ID", C::Id(""), Some(R::RecordId)),
            ("Deal - Title", C::Title("Order"), Some(R::Name)),
            ("Deal - Stage", C::Depth, Some(R::Stage)),
            ("Deal - Status", C::Outcome(&["open", "won", "lost"]), Some(R::Outcome)),
            ("Deal - Weighted value", C::Weighted, None),
            ("Deal - Value", C::Amount, Some(R::Amount)),
            ("Deal - Currency of value", C::Currency, Some(R::Currency)),
            ("Deal - Probability", C::Share, None),
            ("Deal - Deal created", C::Created, Some(R::Created)),
            ("Deal - Update time", C::Modified, Some(R::Modified)),
            ("Deal - Expected close date", C::CloseDay, Some(R::ExpectedClose)),
            ("Deal - Won time", C::WonTime, None),
            ("Deal - Lost time", C::LostTime, None),
            ("Deal - Deal closed on", C::Closed(""), Some(R::Closed)),
            ("Deal - Lost reason", C::Reason, Some(R::LostReason)),
            ("Deal - Owner", C::Owner, Some(R::Owner)),
            ("Deal - Organization", C::Company, Some(R::Account)),
            ("Deal - Contact person", C::Person, Some(R::Person)),
            ("Deal - Pipeline", C::Of(&["Main", "Partners"]), Some(R::Pipeline)),
            ("Deal - Label", C::Of(&["Hot", "Warm"]), None),
            ("Deal - Source channel", C::Source, Some(R::Source)),
            ("Deal - Source origin", C::Of(&["Manually created", "API"]), None),
            ("Deal - Status__2", C::Of(&["Active", "Paused"]), None),
            ("Deal - Total activities", C::Whole, None),
            ("Deal - Last activity date", C::CloseDay, None),
            ("Person - Email - Work", C::Email, None),
            ("Person - Phone - Work", C::Phone, None),
        ],
        ..DEALS
    },
    Export {
        name: "Deals_2026.csv",
        exporter: Some((Id::Zoho, X::Deals)),
        style: Style { day: DayStyle::Named, group: ",", sign: ("$", ""), ..PLAIN },
        words: &SALESFORCE,
        columns: &[
            ("Record Id", C::Id("zcrm_44"), Some(R::RecordId)),
            ("Deal Name", C::Title("Order"), Some(R::Name)),
            ("Account Name.id", C::Id("zcrm_91"), None),
            ("Account Name", C::Company, Some(R::Account)),
            ("Contact Name", C::Person, Some(R::Person)),
            ("Stage", C::Stage, Some(R::Stage)),
            ("Closing Date", C::CloseDay, Some(R::Closed)),
            ("Amount", C::Amount, Some(R::Amount)),
            ("Lead Source", C::Source, Some(R::Source)),
            ("Type", C::Of(&["New Business", "Existing Business"]), None),
        ],
        ..DEALS
    },
    Export {
        name: "Leads_2026.csv",
        exporter: Some((Id::Zoho, X::Leads)),
        kind: FileKind::Leads,
        words: &Words {
            stages: &["Not Contacted", "Attempted to Contact", "Contacted"],
            won: "Converted",
            lost: "Junk Lead",
            ..SALESFORCE
        },
        columns: &[
            ("Record Id", C::Id("zcrm_44"), Some(R::RecordId)),
            ("Lead Name", C::Person, Some(R::Name)),
            ("Company", C::Company, Some(R::Account)),
            ("Email", C::Email, Some(R::Person)),
            ("Phone", C::Phone, None),
            ("Lead Status", C::Stage, Some(R::Stage)),
            ("Lead Source", C::Source, Some(R::Source)),
            ("Lead Owner", C::Owner, Some(R::Owner)),
            ("Created Time", C::Created, Some(R::Created)),
        ],
        ..DEALS
    },
    Export {
        name: "crm_deal.csv",
        exporter: Some((Id::Bitrix24, X::Deals)),
        words: &BITRIX,
        columns: &[
            ("ID", C::Id(""), Some(R::RecordId)),
            ("DATE_CREATE", C::Created, Some(R::Created)),
            ("CREATED_BY_NAME", C::Owner, None),
            ("DATE_MODIFY", C::Modified, Some(R::Modified)),
            ("ASSIGNED_BY_NAME", C::Owner, Some(R::Owner)),
            ("ASSIGNED_BY_DEPARTMENT", C::Of(&["Sales", "Partners"]), None),
            ("MOVED_TIME", C::Modified, None),
            ("LEAD_ID", C::Id("3"), None),
            ("COMPANY_NAME", C::Company, Some(R::Account)),
            ("TITLE", C::Title("Deal"), Some(R::Name)),
            ("CATEGORY_NAME", C::Of(&["General", "Partners"]), Some(R::Pipeline)),
            ("STAGE_ID", C::Of(&["C1:NEW", "C1:EXECUTING", "C1:WON"]), None),
            ("STAGE_NAME", C::Stage, Some(R::Stage)),
            ("STAGE_SEMANTIC_ID", C::Outcome(&["P", "S", "F"]), Some(R::Outcome)),
            ("OPPORTUNITY", C::Amount, Some(R::Amount)),
            ("CURRENCY_ID", C::Currency, Some(R::Currency)),
            ("BEGINDATE", C::CreatedDay, None),
            ("CLOSEDATE", C::CloseDay, Some(R::Closed)),
            ("CLOSED", C::IsClosed, None),
            ("SOURCE_NAME", C::Source, Some(R::Source)),
            ("UTM_SOURCE", C::Of(&["google", "linkedin"]), Some(R::UtmSource)),
        ],
        ..DEALS
    },
];

/// UTF-16 with tabs is what other programs call “Unicode text”.
pub const UNICODE_TEXT: Style = Style { encoding: Encoding::Utf16, delimiter: '\t', ..PLAIN };
