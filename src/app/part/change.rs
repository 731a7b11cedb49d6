//! How a figure differs from what it is compared with: the change, what it was or was planned to be,
//! and whether the data can tell it from chance.

use crate::app::words;
use crate::engine::measure::MeasureId;
use crate::engine::measure::chance::tested;
use crate::engine::report::Compared;
use crate::engine::sampling::Untested;
use crate::engine::value::{Quantity, Unit};
use crate::format::{Delta, Direction, EMPTY, Style};
use crate::i18n::is_told_by_counts;
use leptos::prelude::*;

/// Of a card: in full.
pub fn change(
    id: MeasureId,
    now: &Quantity,
    before: &Quantity,
    compared: Option<Compared>,
    currency: Option<&str>,
) -> AnyView {
    let words = words();
    let other = words.quantity(before, currency, Style::Card);
    let other = match compared {
        Some(Compared::Target) => (words.compare.of_plan)(&other),
        Some(Compared::Segment) => (words.compare.of_segment)(&other),
        _ => (words.report.versus)(&other),
    };
    let Some(said) = Said::of(Some(id), (now, before), compared, currency) else {
        let nothing = match compared {
            // Counts of few stand side by side: an arrow would make a trend of them.
            _ if is_told_by_counts(now) || is_told_by_counts(before) => other,
            Some(Compared::Earlier) | None => words.report.nothing_before.to_owned(),
            _ => other,
        };
        return view! { <span class="muted">{nothing}</span> }.into_any();
    };
    let why = said.why;
    view! {
        <span class=said.tone title=why.clone()>{said.text}</span>
        <span class="muted">{other}</span>
        {said.mark.map(|mark| view! {
            <span class="muted chance" data-part="chance" title=why>{mark}</span>
        })}
    }
    .into_any()
}

/// Of a cell: the change alone, and what it is from for those who point at it.
pub fn cell_change(
    id: MeasureId,
    now: &Quantity,
    before: &Quantity,
    compared: Option<Compared>,
    currency: Option<&str>,
) -> AnyView {
    let words = words();
    let other = words.quantity(before, currency, Style::Table);
    let name = compared.map(words.compare.name).unwrap_or_default();
    let title = format!("{name}: {other}");
    let Some(said) = Said::of(Some(id), (now, before), compared, currency) else {
        let text = match is_told_by_counts(now) || is_told_by_counts(before) {
            true => (words.report.versus)(&other),
            false => EMPTY.to_owned(),
        };
        return view! { <span class="cell-change muted" title=title>{text}</span> }.into_any();
    };
    let title = said.why.map_or(title.clone(), |why| format!("{title}. {why}"));
    let chance = said.mark;
    view! {
        <span class=format!("cell-change {}", said.tone) title=title data-part="cell-change"
            data-before=before.value.map(|v| v.to_string())>
            {said.text}
            {chance.map(|chance| view! { " "<span class="muted" data-part="chance">{chance}</span> })}
        </span>
    }
    .into_any()
}

/// A change in words.
pub struct Said {
    pub text: String,
    pub tone: &'static str,
    pub why: Option<String>,
    /// That it may be chance, or that money was not told from it.
    pub mark: Option<&'static str>,
}

impl Said {
    /// Of a measure, or of another figure; nothing of rates of few.
    pub fn of(
        id: Option<MeasureId>,
        (now, before): (&Quantity, &Quantity),
        compared: Option<Compared>,
        currency: Option<&str>,
    ) -> Option<Said> {
        let words = words();
        let delta = words.delta(now, before)?;
        let tone = id.map_or("muted", |id| tone(id, &delta));
        let text = delta.text;
        // No plan could have come out otherwise.
        if compared == Some(Compared::Target) {
            return Some(Said { text, tone, why: None, mark: None });
        }
        let unit = if now.unit == Unit::Share { Unit::Points } else { now.unit };
        let written = |d: f64| words.locale.value(Some(d), unit, currency, Style::Table);
        let (low, high) = match tested(id, now, before) {
            Ok(between) => between,
            Err(why) => {
                // Costs and what is open are no samples: of them there is nothing to test.
                let is_sample = !matches!(why, Untested::Costs | Untested::Stock);
                let tone = if is_sample { "muted" } else { tone };
                let mark = is_sample.then_some(words.sampling.untested);
                let why = Some((words.sampling.why)(why).to_owned());
                return Some(Said { text, tone, why, mark });
            }
        };
        let is_chance = low <= 0.0 && high >= 0.0;
        let between = match is_chance {
            true => (words.figures.chance_why)(&written(low), &written(high)),
            false => (words.figures.sure_why)(&written(low), &written(high)),
        };
        let method = id.and_then(words.sampling.method).map(str::to_owned);
        let why = std::iter::once(between).chain(method).collect::<Vec<_>>().join(" ");
        let tone = if is_chance { "muted" } else { tone };
        let mark = is_chance.then_some(words.figures.chance);
        Some(Said { text, tone, why: Some(why), mark })
    }
}

/// Green or red, beside an arrow and never alone.
fn tone(id: MeasureId, delta: &Delta) -> &'static str {
    let up = match delta.direction {
        Direction::Up => true,
        Direction::Down => false,
        Direction::Same => return "muted",
    };
    match id.more_is_better() {
        Some(better) if better == up => "good",
        Some(_) => "bad",
        None => "muted",
    }
}
