//! English: names of channels, roles, kinds, settings.

use super::{L, measure::measure};
use crate::engine::dimension::Dimension;
use crate::engine::filter::Grain;
use crate::engine::funnel::Outcome;
use crate::engine::mapping::{Channel, FileKind, Role};
use crate::engine::report::{Basis, SkipPolicy};
use crate::engine::table::ColumnType;
use crate::engine::value::{Caution, Unit};
use crate::format::Style;
use crate::i18n::Names;
use crate::i18n::label::mark_role;
use crate::i18n::plural::en as count;

pub const NAMES: Names = Names {
    channel,
    role,
    role_hint,
    file_kind: |kind| match kind {
        FileKind::Deals => "Deals",
        FileKind::Leads => "Leads",
        FileKind::Spend => "Ad spend",
        FileKind::Lookup => "List to join",
        FileKind::Other => "Not used",
        FileKind::Activities => "Activities",
        FileKind::StageHistory => "Stage history",
        FileKind::Scores => "Survey scores",
        FileKind::Targets => "Targets",
        FileKind::Rates => "Exchange rates",
        FileKind::Visits => "Web visits",
        FileKind::Touches => "Touches",
        FileKind::OtherCosts => "Other costs",
        FileKind::EarlierExport => "Earlier export",
    },
    file_kind_hint: |kind| match kind {
        FileKind::Deals => "One row is a deal. These rows are counted.",
        FileKind::Leads => "One row is a lead or contact. Counted where there are no deals.",
        FileKind::Spend => "One row is the cost of a campaign on a day.",
        FileKind::Lookup => {
            "One row describes an account, a product or a person, found by its key."
        }
        FileKind::EarlierExport => {
            "The same records as they were some time ago. They are compared with the records of today and never counted."
        }
        FileKind::OtherCosts => {
            "One row is a cost that is no advertising: salaries, tools, agencies."
        }
        FileKind::Other => "The report leaves this file out.",
        FileKind::Activities => "One row is a call, a meeting, an e-mail or content that was used.",
        FileKind::StageHistory => {
            "One row is a change of stage: it tells how records moved through the funnel."
        }
        FileKind::Scores => "One row is an answer to a survey: 0 to 10.",
        FileKind::Targets => {
            "One row is a planned figure: revenue, won deals or leads of a period."
        }
        FileKind::Touches => {
            "One row is a touch of marketing with a lead or deal: record, date, source. Attribution uses them."
        }
        FileKind::Rates => {
            "One row is what a currency is worth on a day, in the currency of the report."
        }
        FileKind::Visits => {
            "One row is the number of visits of the site on a day, by source. They join leads by channel and period."
        }
    },
    column_tag: |kind| match kind {
        ColumnType::Text => "TEXT",
        ColumnType::Integer => "INT",
        ColumnType::Decimal => "NUM",
        ColumnType::Money => "MONEY",
        ColumnType::Percent => "%",
        ColumnType::Day => "DATE",
        ColumnType::Moment => "DATE+TIME",
        ColumnType::Time => "TIME",
        ColumnType::Flag => "Y/N",
    },
    column_type: |kind| match kind {
        ColumnType::Text => "text",
        ColumnType::Integer => "a whole number",
        ColumnType::Decimal => "a number",
        ColumnType::Money => "an amount",
        ColumnType::Percent => "a percent",
        ColumnType::Day => "a date",
        ColumnType::Moment => "a date with time",
        ColumnType::Time => "a time",
        ColumnType::Flag => "yes or no",
    },
    format_note: super::format_note::format_note,
    outcome: |outcome| match outcome {
        Outcome::Open => "Open",
        Outcome::Won => "Won",
        Outcome::Lost => "Lost",
    },
    grain: |grain| match grain {
        Grain::Day => "Day",
        Grain::Week | Grain::WeekFrom(_) => "Week",
        Grain::Month => "Month",
        Grain::Quarter | Grain::FiscalQuarter(_) => "Quarter",
        Grain::Year | Grain::FiscalYear(_) => "Year",
    },
    dimension,
    basis: |basis| match basis {
        Basis::Cohort => "Cohort",
        Basis::Period => "Events",
    },
    basis_text: |basis| match basis {
        Basis::Cohort => "leads created in the period, whatever became of them later",
        Basis::Period => {
            "events of the period: leads by creation, stages by entry, wins and losses by closing"
        }
    },
    policy: |policy| match policy {
        SkipPolicy::Observed => "Only with evidence",
        SkipPolicy::Implied => "Later stages imply earlier ones",
        SkipPolicy::Strict => "Every stage in order",
        SkipPolicy::Any => "Each stage on its own",
    },
    policy_text: |policy| match policy {
        SkipPolicy::Observed => "A stage counts only if a date or the status shows it.",
        SkipPolicy::Implied => "Who reached a later stage has passed the earlier ones as well.",
        SkipPolicy::Strict => "A stage counts only if it and all before it have evidence.",
        SkipPolicy::Any => "Stages are counted apart, so a later one can be larger.",
    },
    measure,
    caution,
    empty_value: "(empty)",
    unmatched: "(no match)",
    rest: |n| count(n, "other", "others"),
    total: "Total",
};

fn channel(channel: &Channel) -> String {
    let name = match channel {
        Channel::PaidSearch => "Paid search",
        Channel::OrganicSearch => "Organic search",
        Channel::PaidSocial => "Paid social",
        Channel::OrganicSocial => "Organic social",
        Channel::Display => "Display",
        Channel::PaidVideo => "Paid video",
        Channel::OrganicVideo => "Organic video",
        Channel::PaidShopping => "Paid shopping",
        Channel::OrganicShopping => "Organic shopping",
        Channel::CrossNetwork => "Cross-network",
        Channel::PaidOther => "Other paid",
        Channel::Email => "Email",
        Channel::Referral => "Referral",
        Channel::Affiliates => "Affiliates",
        Channel::AiAssistants => "AI assistants",
        Channel::Direct => "Direct",
        Channel::Messenger => "Messengers",
        Channel::Sms => "SMS",
        Channel::Push => "Push notifications",
        Channel::Audio => "Audio",
        Channel::WebForm => "Web form",
        Channel::InboundCall => "Inbound calls",
        Channel::Outbound => "Outbound",
        Channel::Event => "Events",
        Channel::Partner => "Partners",
        Channel::WordOfMouth => "Word of mouth",
        Channel::ExistingCustomer => "Existing customers",
        Channel::Offline => "Offline",
        Channel::OtherCampaigns => "Other campaigns",
        Channel::Custom(name) => name,
        Channel::Unassigned => "Not assigned",
    };
    name.to_owned()
}

fn role(role: Role) -> &'static str {
    match role {
        Role::RecordId => "Record ID",
        Role::Name => "Name",
        Role::Stage => "Stage",
        Role::Outcome => "Outcome",
        Role::Pipeline => "Pipeline",
        Role::Amount => "Amount",
        Role::Currency => "Currency",
        Role::Created => "Created",
        Role::Closed => "Closed",
        Role::ExpectedClose => "Expected close",
        Role::Modified => "Modified",
        Role::Owner => "Owner",
        Role::Account => "Account",
        Role::Person => "Contact",
        Role::Product => "Product",
        Role::LostReason => "Lost reason",
        Role::Source => "Source",
        Role::UtmSource => "UTM source",
        Role::UtmMedium => "UTM medium",
        Role::UtmCampaign => "UTM campaign",
        Role::Gclid
        | Role::Yclid
        | Role::Fbclid
        | Role::Msclkid
        | Role::Ttclid
        | Role::LiFatId
        | Role::Openstat => mark_role(role),
        Role::Date => "Date",
        Role::Campaign => "Campaign",
        Role::CampaignId => "Campaign ID",
        Role::Spend => "Spend",
        Role::Impressions => "Impressions",
        Role::Clicks => "Clicks",
        Role::Conversions => "Conversions",
        Role::Key => "Key",
        Role::Record => "Deal or lead",
        Role::Activity => "Activity",
        Role::Direction => "Direction",
        Role::ActivityResult => "How it ended",
        Role::Duration => "Duration",
        Role::FromStage => "From stage",
        Role::Score => "Score",
        Role::Comment => "Comment",
        Role::Measure => "Figure",
        Role::Target => "Target",
        Role::LatestSource => "Latest source",
        Role::Visits => "Visits",
        Role::Rate => "Rate",
        Role::Visitors => "Visitors",
        Role::Quantity => "Quantity",
        Role::Probability => "Probability",
        Role::CostType => "Cost type",
        Role::PlannedRevenue => "Planned revenue",
        Role::PlannedWon => "Planned wins",
        Role::PlannedLeads => "Planned leads",
        Role::Lead => "Lead",
    }
}

fn role_hint(role: Role) -> &'static str {
    match role {
        Role::RecordId => "repeats collapse to the latest",
        Role::Stage => "current status",
        Role::Outcome => "won, lost or open, if the stage does not say it",
        Role::Amount => "value of the deal",
        Role::Created => "first day of the lead or deal",
        Role::Closed => "day of the win or loss",
        Role::ExpectedClose => "planned, for open deals",
        Role::Modified => "tells which repeat is the latest",
        Role::Account => "company or customer",
        Role::LatestSource => "the last touch, beside the first in “Source”",
        Role::Source => "becomes the channel",
        Role::Date => "day of the cost or event",
        Role::Conversions => "as the ad system counts them",
        Role::Key => "what other files refer to",
        Role::Record => "which record the row speaks of",
        Role::Activity => "call, meeting, e-mail",
        Role::Direction => "incoming or outgoing",
        Role::FromStage => "the stage that was left",
        Role::Measure => "what is planned",
        Role::Target => "the planned value",
        Role::Rate => "what one unit is worth",
        Role::Gclid
        | Role::Yclid
        | Role::Fbclid
        | Role::Msclkid
        | Role::Ttclid
        | Role::LiFatId
        | Role::Openstat => "mark of a click on an ad or a link",
        Role::Quantity => "pieces sold",
        Role::Probability => "the CRM’s chance to win",
        Role::CostType => "salaries, tools, agencies",
        Role::PlannedRevenue => "money to be won in the period",
        Role::PlannedWon => "deals to be won in the period",
        Role::PlannedLeads => "leads to come in the period",
        Role::Lead => "the lead, where another column names the deal",
        Role::Name
        | Role::Pipeline
        | Role::Currency
        | Role::Owner
        | Role::Person
        | Role::Product
        | Role::LostReason
        | Role::UtmSource
        | Role::UtmMedium
        | Role::UtmCampaign
        | Role::Campaign
        | Role::CampaignId
        | Role::Spend
        | Role::Impressions
        | Role::Clicks
        | Role::ActivityResult
        | Role::Duration
        | Role::Score
        | Role::Comment
        | Role::Visits
        | Role::Visitors => "",
    }
}

fn dimension(dimension: &Dimension) -> String {
    let name = match dimension {
        Dimension::Channel => "Channel",
        Dimension::Campaign => "Campaign",
        Dimension::Stage => "Current stage",
        Dimension::Outcome => "Outcome",
        Dimension::Created(grain) => match grain {
            Grain::Day => "Day created",
            Grain::Week | Grain::WeekFrom(_) => "Week created",
            Grain::Month => "Month created",
            Grain::Quarter | Grain::FiscalQuarter(_) => "Quarter created",
            Grain::Year | Grain::FiscalYear(_) => "Year created",
        },
        Dimension::Closed(grain) => match grain {
            Grain::Day => "Day closed",
            Grain::Week | Grain::WeekFrom(_) => "Week closed",
            Grain::Month => "Month closed",
            Grain::Quarter | Grain::FiscalQuarter(_) => "Quarter closed",
            Grain::Year | Grain::FiscalYear(_) => "Year closed",
        },
        Dimension::Column { header, .. } => header,
    };
    name.to_owned()
}

fn caution(caution: &Caution) -> String {
    let records = |n: u64| count(n, "record", "records");
    match caution {
        Caution::SmallDenominator => {
            "Fewer than 10 cases: look at the counts, not the rate.".to_owned()
        }
        Caution::OtherCurrencies { records: n } => {
            format!("{} in other currencies left out of the sum.", records(*n))
        }
        Caution::WithoutAmount { records: n } => format!("{} without an amount.", records(*n)),
        Caution::WithoutDates { records: n } => {
            format!("{} without the dates that this needs.", records(*n))
        }
        Caution::DatesOutOfOrder { records: n } => {
            format!("{} closed before being created, left out.", records(*n))
        }
        Caution::WithoutAccount { records: n } => format!("{} without an account.", records(*n)),
        Caution::WithoutChance { records: n } => {
            format!("{} with nothing that tells the chance to be won.", records(*n))
        }
        Caution::WithoutQuantity { records: n } => format!("{} without a quantity.", records(*n)),
        Caution::OpenLeftOut { records, median } => {
            super::lifetime::open_left_out(*records, *median)
        }
        Caution::NotReached { share, days } => {
            format!("Not reached: {} are still open after {}.", L.share(*share), L.days(*days))
        }
        Caution::WithoutMargin => "No margin is set: this is of revenue, not of profit.".to_owned(),
        Caution::Young { had, usual } => {
            format!(
                "The latest records have had {} so far, and nine in ten wins take up to {}: this will still change.",
                L.days(*had),
                L.days(*usual)
            )
        }
        Caution::OnMargin { margin, without } => format!(
            "On a margin of {}; of revenue alone it is {}.",
            L.share(*margin),
            L.value(*without, Unit::Share, None, Style::Table)
        ),
        Caution::YoungCustomers { customers: n } => {
            format!(
                "{} won too recently: they will bring more.",
                count(*n, "customer", "customers")
            )
        }
        Caution::Lagged { days, without } => {
            let without = L.value(*without, Unit::Money, None, Style::Table);
            format!(
                "Spend from {} earlier; with the spend of the same days it is {}.",
                L.days(*days),
                without
            )
        }
        Caution::WorkingDays { over, of, are_assumed } => {
            (super::plan::PLAN.working_days)(*over, *of, *are_assumed)
        }
        Caution::TargetMet => "The target is met.".to_owned(),
        Caution::PlansParted => {
            "A plan of a quarter counts in part: each month has its share of it by days.".to_owned()
        }
        Caution::InvalidScores { answers: n } => {
            format!("{} not a whole number from 0 to 10, left out.", count(*n, "answer", "answers"))
        }
        Caution::DifferentRecords => super::measure_stage::DIFFERENT_RECORDS.to_owned(),
        Caution::StageByCreation => super::measure_stage::STAGE_BY_CREATION.to_owned(),
        Caution::SpendNotTied { share } => {
            format!("{} of the spend can’t be tied to these groups.", L.share(*share))
        }
    }
}
