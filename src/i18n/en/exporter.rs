//! English: the program that wrote a file, and what follows from it.

use super::L;
use crate::engine::import::exporter::{Consequence, ExportKind, ExporterId};
use crate::i18n::Exporter;
use crate::i18n::exporter::quoted;
use crate::i18n::plural::en as count;

pub const EXPORTER: Exporter = Exporter {
    name,
    kind,
    found: |id, what| format!("{}: {}", name(id), kind(what)),
    follows,
    micro_label: "Money in millionths",
    micro_divided: "divided by 1,000,000",
    micro_as_written: "as written",
};

fn name(id: ExporterId) -> &'static str {
    match id {
        ExporterId::HubSpot => "HubSpot",
        ExporterId::Salesforce => "Salesforce",
        ExporterId::Pipedrive => "Pipedrive",
        ExporterId::Zoho => "Zoho CRM",
        ExporterId::Bitrix24 => "Bitrix24",
        ExporterId::AmoCrm => "amoCRM",
        ExporterId::SuiteCrm => "SuiteCRM",
        ExporterId::GoogleAds => "Google Ads",
        ExporterId::MetaAds => "Meta Ads",
        ExporterId::LinkedInAds => "LinkedIn Ads",
        ExporterId::MicrosoftAds => "Microsoft Ads",
        ExporterId::YandexDirect => "Yandex Direct",
        ExporterId::YandexMetrica => "Yandex Metrica",
        ExporterId::TikTokAds => "TikTok Ads",
    }
}

fn kind(kind: ExportKind) -> &'static str {
    match kind {
        ExportKind::Deals => "deals",
        ExportKind::Leads => "leads",
        ExportKind::Contacts => "contacts",
        ExportKind::StageHistory => "stage history",
        ExportKind::AdCosts => "ad costs",
        ExportKind::Visits => "visits",
    }
}

const MARKS: (&str, &str) = ("“", "”");

fn list(columns: &[String]) -> String {
    quoted(columns, MARKS)
}

fn follows(consequence: &Consequence) -> String {
    let data = &super::data::DATA;
    match consequence {
        Consequence::DateOrder { order, settled, opposed } => {
            let order = (data.date_order)(*order);
            match (settled.is_empty(), opposed.is_empty()) {
                (_, false) => format!(
                    "It usually writes dates {order}, but {} prove otherwise: the file decides.",
                    list(opposed)
                ),
                (false, true) => format!(
                    "It writes dates {order}; {} could be read either way and follow that.",
                    list(settled)
                ),
                (true, true) => format!("It writes dates {order}, and this file agrees."),
            }
        }
        Consequence::DaysInUtc => {
            "Days run from midnight to midnight UTC: near midnight, costs may stand one day off \
             your own calendar."
                .to_owned()
        }
        Consequence::CloseIsExpected { column } => format!(
            "“{column}” of an open deal is only a hope. It counts as the closing day once the \
             deal is won or lost."
        ),
        Consequence::CloseSaysOpen { column } => {
            format!("Open deals have words instead of a date in “{column}”. They count as empty.")
        }
        Consequence::CloseMayShift { column } => format!(
            "“{column}” of a win may be one day off: a future date is reset to the day of the \
             win in UTC."
        ),
        Consequence::SetAside { above, totals, below } => {
            let parts = [
                (*above, "above the table"),
                (*totals, "with totals"),
                (*below, "below the table"),
            ];
            let said = parts.iter().filter(|(n, _)| *n > 0);
            let said: Vec<String> =
                said.map(|(n, place)| format!("{} {place}", count(*n, "line", "lines"))).collect();
            format!("Set aside, not counted as rows: {}.", said.join(", "))
        }
        Consequence::MicroUnits { columns, divided: true } => format!(
            "Its money comes in millionths: {} divided by {}.",
            list(columns),
            L.count(1_000_000)
        ),
        Consequence::MicroUnits { columns, divided: false } => {
            format!(
                "Its money can be in millionths, but here it is not: {} as written.",
                list(columns)
            )
        }
        Consequence::CurrencyInHeader { column, currency } => {
            format!("The currency is {currency}, by the header “{column}”.")
        }
        Consequence::CurrencyInColumn { column } => {
            format!("The currency of each row stands in “{column}”.")
        }
        Consequence::CurrencyUnknown => {
            "Nothing in the file names the currency: choose it in the mapping.".to_owned()
        }
        Consequence::VatUnknown => {
            "Costs can be with or without VAT, as the report was set up; no line of the file \
             says which."
                .to_owned()
        }
        Consequence::DeliveryStatus { column } => {
            format!("“{column}” is the delivery status, not a count of impressions.")
        }
        Consequence::ResultsMixed { column, kinds: Some(kinds) } => format!(
            "“{column}” mixes {}: they are not one figure.",
            count(*kinds, "kind of result", "kinds of results")
        ),
        Consequence::ResultsMixed { column, kinds: None } => format!(
            "“{column}” counts what each campaign aims at, and no column says what that is. The \
             sum may mix leads with other actions."
        ),
        Consequence::RatiosLeftOut { columns } => {
            format!("Ratios are computed anew, never added up: {}.", list(columns))
        }
        Consequence::OutcomeColumn { column } => {
            format!("“{column}” tells won and lost and goes before the names of the stages.")
        }
        Consequence::SeveralIds { columns } => format!(
            "Some cells hold several ids with semicolons between them ({}); such a cell finds no \
             partner in a join.",
            list(columns)
        ),
        Consequence::StageDates { columns } => {
            format!("Dates on which stages were entered: {}.", list(columns))
        }
        Consequence::SharedNames { columns } => format!(
            "Fields of the deal and of the contact share a name: {}. The first column is taken.",
            list(columns)
        ),
    }
}
