//! English: with what the records begin.

use super::L;
use crate::engine::mapping::begin::BeginWith;
use crate::i18n::Begin;
use crate::i18n::plural::en as count;

pub const BEGIN: Begin = Begin {
    label: "The funnel begins with",
    with: |with| match with {
        BeginWith::Deals => "the deals",
        BeginWith::Leads => "the leads",
    },
    hint: |with| match with {
        BeginWith::Deals => {
            "One record a deal. Leads that never became a deal are in no figure; begin with the leads to count them."
        }
        BeginWith::Leads => {
            "One record a lead with all its deals, and one a deal without a lead. A lead is won if any of its deals is."
        }
    },
    own: |stages, lost| {
        let mut text = format!("By the leads’ own status: {}", stages.join(" → "));
        if !lost.is_empty() {
            text.push_str(&format!("; {} is lost", lost.join(", ")));
        }
        text
    },
    ground: |c| {
        let leads = count(c.leads, "lead", "leads");
        let alone = count(c.deals_without_lead, "deal has", "deals have");
        format!(
            "begins with {leads}: {} became deals, {} of them several; {alone} no lead",
            L.count(c.converted),
            L.count(c.with_several)
        )
    },
    finding: |file, c, records, elsewhere| {
        let leads = count(c.leads, "lead", "leads");
        let alone = count(c.deals_without_lead, "deal without one", "deals without one");
        let mut text = format!(
            "The records begin with the leads of {file}: {leads} and {alone} make {}. {} became deals, {} of them several deals, which count as one record.",
            count(records, "record", "records"),
            count(c.converted, "lead", "leads"),
            L.count(c.with_several)
        );
        if elsewhere > 0 {
            let deals = count(elsewhere, "further deal is", "further deals are");
            text.push_str(&format!(
                " {deals} in another currency than their record, and not in its amount."
            ));
        }
        if c.dated_by_deal > 0 {
            let leads = count(c.dated_by_deal, "lead has", "leads have");
            text.push_str(&format!(
                " {leads} no date of creation: their records begin with the first deal, and look quicker than they were."
            ));
        }
        text
    },
    advice: "To count deals alone, choose so beside the join of the two files.",
    rows_met: |file, met| {
        let by = [
            (met.by_deal, "by its deal"),
            (met.by_lead, "by its lead"),
            (met.otherwise, "by person or account"),
        ];
        let by = by.iter().filter(|(n, _)| *n > 0);
        let by: Vec<String> = by.map(|(n, by)| format!("{} {by}", L.count(*n))).collect();
        let mut text = format!(
            "{file}: {} of {} found their record",
            L.count(met.met()),
            count(met.rows, "row", "rows")
        );
        if !by.is_empty() {
            text.push_str(&format!(" ({})", by.join(", ")));
        }
        text.push('.');
        if met.both > 0 {
            let rows = count(met.both, "row names", "rows name");
            let read = match met.leads_first {
                true => "leads, of which the file names more",
                false => "deals",
            };
            text.push_str(&format!(
                " {rows} a deal of one record and the lead of another: read as {read}."
            ));
        }
        text
    },
    rows_advice: |met| match met {
        m if m.both > 0 => {
            "Ids of deals and leads overlap: export the two apart, so that each row can be read in one way only."
        }
        m if m.met() < m.rows => {
            "A row without a record counts with none: check the column that names it, and whether the export holds all records."
        }
        _ => "Nothing to do.",
    },
};
