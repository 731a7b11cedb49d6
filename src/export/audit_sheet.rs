//! The check-list of the audit as a table, with what is planned about each check. Not here: the
//! rows of a check (`window_sheet`).

use super::sheet::{Cell, Sheet};
use crate::engine::audit::{Audit, CheckId, Effect, FollowUp, Found, Verdict};
use crate::engine::window::Window;
use crate::format::Style;
use crate::i18n::Strings;
use std::collections::BTreeMap;

/// `12 of 340 records`.
pub fn found_text(found: &Found, words: &Strings) -> String {
    (words.audit.count)(found.count, found.of, found.counted)
}

/// `Paused (12), Later (3) and 2 more`; empty where nothing has a name.
pub fn named_text(found: &Found, words: &Strings) -> String {
    let name = |(label, n): &(crate::engine::dimension::Label, u64)| match n {
        0 => words.label(label),
        n => format!("{} ({})", words.label(label), words.locale.count(*n)),
    };
    let mut text = found.named.iter().map(name).collect::<Vec<_>>().join(", ");
    if found.more > 0 {
        text += &format!(" {}", (words.shell.and_more)(found.more));
    }
    text
}

/// `Revenue: €1,200 → €1,100`.
pub fn effect_text(effect: &Effect, currency: Option<&str>, words: &Strings) -> String {
    let written = |q| words.quantity(q, currency, Style::Exact);
    let name = (words.names.measure)(effect.measure).name;
    (words.audit.effect)(name, &written(&effect.with), &written(&effect.without))
}

/// One row a check, in the order of the list.
pub fn audit_sheet(
    audit: &Audit,
    follow_ups: &BTreeMap<CheckId, FollowUp>,
    words: &Strings,
) -> Sheet {
    let a = &words.audit;
    let headers = [
        a.check_heading,
        a.result,
        words.shell.details,
        a.effects,
        a.importance,
        a.recommendation,
        a.priority,
        a.owner,
        a.due,
        a.progress,
    ];
    let currency = audit.currency.as_deref();
    let rows = audit.checks.iter().map(|check| {
        let text = (a.check)(check.id);
        let (result, details, effects) = match &check.verdict {
            Verdict::Passed => (a.passed.to_owned(), text.about.to_owned(), String::new()),
            Verdict::NotCheckable(lack) => {
                (a.not_checkable.to_owned(), (a.lack)(*lack).to_owned(), String::new())
            }
            Verdict::Found(found) => {
                let effects = found.effects.iter().map(|e| effect_text(e, currency, words));
                let mut effects: Vec<String> = effects.collect();
                if effects.is_empty() {
                    effects.extend((a.concern)(check.id).map(str::to_owned));
                }
                (found_text(found, words), details(found, words), effects.join("; "))
            }
        };
        let is_found = matches!(check.verdict, Verdict::Found(_));
        let said = |text: &str| if is_found { text.to_owned() } else { String::new() };
        let plan = follow_ups.get(&check.id).cloned().unwrap_or_default();
        let is_planned = is_found || !plan.is_empty();
        let progress = (a.progress_name)(plan.progress);
        vec![
            Cell::Text(text.name.to_owned()),
            Cell::Text(result),
            Cell::Text(details),
            Cell::Text(effects),
            Cell::Text(said((a.severity)(check.severity))),
            Cell::Text(said(text.advice)),
            Cell::Text(plan.priority.map(|p| (a.priority_name)(p).to_owned()).unwrap_or_default()),
            Cell::Text(plan.owner.clone()),
            plan.due.map_or(Cell::Empty, Cell::Day),
            Cell::Text(if is_planned { progress.to_owned() } else { String::new() }),
        ]
    });
    Sheet { headers: headers.map(str::to_owned).to_vec(), rows: rows.collect() }
}

fn details(found: &Found, words: &Strings) -> String {
    let named = Some(named_text(found, words)).filter(|text| !text.is_empty());
    let details = found.details.iter().map(|detail| (words.audit.detail)(detail));
    named.into_iter().chain(details).collect::<Vec<_>>().join(" ")
}

/// Rows of a window, each with its file, record and line, and what it is to the figure.
pub fn window_sheet(window: &Window, words: &Strings) -> Sheet {
    let has_parts = window.rows.iter().any(|row| row.part.is_some());
    let place = [words.mapping.file_label, words.quarantine.record_heading, words.data.place_line];
    let mut headers: Vec<String> = place.map(str::to_owned).to_vec();
    headers.extend(has_parts.then(|| words.audit.part_heading.to_owned()));
    headers.extend(window.is_shared.then(|| words.trace.share.to_owned()));
    headers.extend(window.headers.iter().cloned());
    let rows = window.rows.iter().map(|row| {
        let mut cells = vec![
            Cell::Text(row.file.clone()),
            Cell::Number(row.record.into()),
            Cell::Number(row.line.into()),
        ];
        if has_parts {
            let part = row.part.map(|part| (words.audit.part)(part).to_owned());
            cells.push(Cell::Text(part.unwrap_or_default()));
        }
        let share = || row.share.map_or(Cell::Empty, Cell::Number);
        cells.extend(window.is_shared.then(share));
        cells.extend(row.cells.iter().cloned().map(Cell::Text));
        cells
    });
    Sheet { headers, rows: rows.collect() }
}
