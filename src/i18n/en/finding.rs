//! English: findings of the audit, each with advice.

use super::{L, names::NAMES};
use crate::engine::audit::Finding;
use crate::i18n::FindingText;
use crate::i18n::label::list_values;
use crate::i18n::plural::en as count;

pub fn finding(finding: &Finding) -> FindingText {
    if let Finding::Crossing(crossing) = finding {
        return super::meeting::crossing(crossing);
    }
    FindingText { text: text(finding), advice: advice(finding).to_owned() }
}

fn text(finding: &Finding) -> String {
    match finding {
        Finding::Repeats { file, copies, older } => {
            let copies = count(*copies, "exact copy", "exact copies");
            let older = count(*older, "older state", "older states");
            format!("{file} repeats records: {copies} and {older} were left out.")
        }
        Finding::RepeatsKept { file, rows } => {
            format!("{} of {file} repeat an ID and are counted again.", count(*rows, "row", "rows"))
        }
        Finding::Appended {
            table,
            files,
            rows,
            kept,
            overlap,
            key,
            modified,
            copies,
            left_out,
        } => {
            let files = count(*files, "file", "files");
            let rows = count(*rows, "row", "rows");
            let mut text = format!(
                "{table} is {files} as one table: {rows} read, {} counted.",
                L.count(*kept)
            );
            if !key.is_empty() {
                let winner = match modified {
                    Some(column) => format!("the latest by {column} is"),
                    None => "those of the later file are".to_owned(),
                };
                let overlap = count(*overlap, "row was", "rows were");
                let key = key.join(" + ");
                text += &format!(
                    " {overlap} left out because another file has the same {key}: {winner} counted."
                );
            }
            text += &match (*copies, *left_out) {
                (0, _) => String::new(),
                (n, 0) => {
                    format!(" {} counted as data.", count(n, "exact copy is", "exact copies are"))
                }
                (_, n) => format!(" {} left out.", count(n, "exact copy was", "exact copies were")),
            };
            text
        }
        Finding::KeyDoubted { table, key } => {
            let key = key.join(" + ");
            format!(
                "{key} in {table} has the same values for different records, so no row was left out as overlap."
            )
        }
        Finding::SharedDays { table, days, rows } => {
            let days = count(*days, "day is", "days are");
            let rows = count(*rows, "row", "rows");
            format!("{days} in several files of {table}: {rows} of costs are counted for them.")
        }
        Finding::FileNotCounted { file, counted, rows } => {
            let rows = count(*rows, "row", "rows");
            format!("{file} ({rows}) is in no figure: the report counts the rows of {counted}.")
        }
        Finding::LookupMissing { lookup } => {
            format!("The joined file {lookup} is not here, so its columns are missing.")
        }
        Finding::StagesUnmapped { values, more, records } => {
            let records = count(*records, "record has", "records have");
            format!("{records} a status that belongs to no stage: {}.", list(values, *more))
        }
        Finding::StageUnused { stage } => format!("No record stands at the stage “{stage}”."),
        Finding::LostDepthUnknown { records } => {
            let deals = count(*records, "lost deal does", "lost deals do");
            format!("{deals} not say at which stage they were lost: counted at the first one.")
        }
        Finding::WonWithoutAmount { records } => {
            format!("{} no amount.", count(*records, "won deal has", "won deals have"))
        }
        Finding::WonWithZeroAmount { records } => {
            format!("{} an amount of 0.", count(*records, "won deal has", "won deals have"))
        }
        Finding::WonWithoutCloseDate { records } => {
            let deals = count(*records, "won deal has", "won deals have");
            format!("{deals} no closing date: not part of the median cycle.")
        }
        Finding::CloseBeforeCreated { records } => {
            let deals = count(*records, "deal was", "deals were");
            format!("{deals} closed before being created: not part of the median cycle.")
        }
        Finding::FarDays { .. } => super::as_of::text(finding),
        Finding::WithoutCreatedDate { records } => {
            let records = count(*records, "record has", "records have");
            format!("{records} no date of creation and can’t be in any period.")
        }
        Finding::OpenPastExpectedClose { records } => {
            let deals = count(*records, "open deal is", "open deals are");
            format!("{deals} past the expected closing date.")
        }
        Finding::ChannelUnassigned { records, share } => {
            let records = count(*records, "record has", "records have");
            format!("{records} no channel ({}).", L.share(*share))
        }
        Finding::JoinUnmatched { file, column, lookup, values, more, records } => {
            let records = count(*records, "record", "records");
            let values = list(values, *more);
            format!("{records} of {file} without a match in {lookup} by “{column}”: {values}.")
        }
        Finding::LookupUnused { lookup, column, values, more } => {
            let named = values.iter().map(|v| (v.as_str(), None));
            let values = list_values(named, ("“", "”"), *more, and_more);
            format!("No record refers to these values of “{column}” in {lookup}: {values}.")
        }
        Finding::LookupKeyRepeats { lookup, column, rows } => {
            let rows = count(*rows, "row repeats", "rows repeat");
            format!("In {lookup}, {rows} a value of “{column}”. The first row was taken.")
        }
        Finding::Currencies { currencies } => {
            let codes = currencies.iter().map(|(code, n)| {
                let code = if code.is_empty() { "no currency" } else { code };
                (code, Some(L.count(*n)))
            });
            let codes = list_values(codes, ("", ""), 0, and_more);
            format!("Amounts are in several currencies and are never added: {codes}.")
        }
        Finding::SpendWithoutLeads { channel, spend, currency } => {
            let spend = L.money_compact(*spend, Some(currency));
            format!(
                "{spend} was spent on “{}”, but no record came from it.",
                (NAMES.channel)(channel)
            )
        }
        Finding::SpendNotTied { share, spend, currency } => {
            let spend = L.money_compact(*spend, Some(currency));
            format!("{} of the spend ({spend}) is tied to no record by campaign.", L.share(*share))
        }
        Finding::SpendWithoutDay { rows } => {
            format!(
                "{} no day and are in no period.",
                count(*rows, "cost row has", "cost rows have")
            )
        }
        Finding::Crossing(_) => String::new(),
        Finding::History(history) => (super::shape::SHAPE.history)(history),
        Finding::OnlyClosed => "The file holds closed deals only.".to_owned(),
        Finding::NothingWon => "No record is won.".to_owned(),
    }
}

fn advice(finding: &Finding) -> &'static str {
    match finding {
        Finding::Repeats { .. } => "Nothing to do: each record counts once, in its latest state.",
        Finding::RepeatsKept { .. } => {
            "Map a date of modification, so that only the latest state is counted."
        }
        Finding::Appended { .. } => {
            "Nothing to do. The data screen lists the rows left out and lets you change the key."
        }
        Finding::KeyDoubted { .. } => {
            "Choose another key on the data screen, or keep the files apart."
        }
        Finding::SharedDays { .. } => {
            "Check that the same costs are not in two files; if they are, choose the key on the \
                data screen."
        }
        Finding::FileNotCounted { .. } => {
            "Mark it as not used, or choose on the mapping screen which of the two is counted."
        }
        Finding::LookupMissing { .. } => "Drop it on the data screen, or remove the join.",
        Finding::StagesUnmapped { .. } => "Give these values a stage on the mapping screen.",
        Finding::StageUnused { .. } => {
            "Check which values belong to the stage, or remove it if no earlier export needs it."
        }
        Finding::LostDepthUnknown { .. } => {
            "Export the dates on which deals entered their stages, if the CRM keeps them."
        }
        Finding::WonWithoutAmount { .. } | Finding::WonWithZeroAmount { .. } => {
            "Fill in the amounts in the CRM: revenue and ROMI are too low without them."
        }
        Finding::WonWithoutCloseDate { .. } => "Fill in the closing dates in the CRM.",
        Finding::CloseBeforeCreated { .. } => {
            "Check these dates. Often a deal was entered after it had been won."
        }
        Finding::FarDays { is_set, .. } => super::as_of::advice(*is_set),
        Finding::WithoutCreatedDate { .. } => {
            "Check which column is mapped as the date of creation."
        }
        Finding::OpenPastExpectedClose { .. } => "Set a new date, or close them as lost.",
        Finding::ChannelUnassigned { .. } => {
            "Give their sources a channel on the mapping screen, and make the source a \
                required field in the CRM."
        }
        Finding::JoinUnmatched { .. } => {
            "Accept the proposed spellings, or add the missing rows to that file."
        }
        Finding::LookupUnused { .. } => "Nothing to do if that is as it should be.",
        Finding::LookupKeyRepeats { .. } => "Leave one row for each key in that file.",
        Finding::Currencies { .. } => "Choose the report’s currency at the top of the page.",
        Finding::SpendWithoutLeads { .. } => {
            "Check how the traffic of this channel is tagged, and whether it brings anything."
        }
        Finding::SpendNotTied { .. } => {
            "Use the same campaign name or ID in the ad system and in utm_campaign."
        }
        Finding::SpendWithoutDay { .. } => "Check which column is mapped as the date of the cost.",
        Finding::Crossing(_) => "",
        Finding::History(history) => (super::shape::SHAPE.history_advice)(history),
        Finding::NothingWon => {
            "If one of the statuses or dates means won, assign it under Stages on the mapping screen."
        }
        Finding::OnlyClosed => {
            "Export open deals as well: without them conversion and cycle look better than they are."
        }
    }
}

fn list(values: &[(String, u64)], more: u64) -> String {
    let counted = values.iter().map(|(v, n)| (v.as_str(), Some(L.count(*n))));
    list_values(counted, ("“", "”"), more, and_more)
}

fn and_more(n: u64) -> String {
    format!("and {} more", L.count(n))
}
