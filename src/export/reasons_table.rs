//! Lost reasons as a table and as a picture.

use super::answer_table::{counted, figure};
use super::figure_table::{Figure, FigureTable, Head, Row};
use crate::chart::{ParetoModel, ParetoRow, Tick};
use crate::engine::dimension::Label;
use crate::engine::query::{Among, Figure as Traced};
use crate::engine::report::{ReasonRow, Reasons, ReasonsOf, ReasonsSpec, ReasonsSplit};
use crate::engine::stats::Sum;
use crate::engine::value::{Quantity, Unit};
use crate::format::Style;
use crate::i18n::Strings;

/// Reasons that have a bar of their own; lighter ones share the last.
const MOST_BARS: usize = 14;

/// The name of a reason.
fn reason(label: &Label, words: &Strings) -> String {
    match label {
        Label::Empty | Label::Unmatched => words.reasons.no_reason.to_owned(),
        label => words.label(label),
    }
}

/// The name of a group of the split.
fn part(found: &Reasons, label: &Label, words: &Strings) -> String {
    match (label, &found.split) {
        (Label::Empty, ReasonsSplit::StageLostAt) => words.reasons.stage_unknown.to_owned(),
        (label, _) => words.label(label),
    }
}

pub fn title(found: &Reasons, words: &Strings) -> String {
    (words.reasons.title)(found.of).to_owned()
}

pub fn table(found: &Reasons, words: &Strings, currency: Option<&str>) -> FigureTable {
    let says = &words.reasons;
    let is_split = found.split != ReasonsSplit::Nothing;
    let parts = if is_split { found.parts.as_slice() } else { &[] };
    let unit = if found.of == ReasonsOf::Lost { Unit::Count } else { Unit::Money };
    let mut heads = vec![Head::new(says.reason)];
    heads.extend((found.of == ReasonsOf::Amount).then(|| Head::new(says.lost)));
    heads.push(Head::new((says.of)(found.of)));
    heads.push(Head::new(says.share));
    heads.push(Head::with_hint(says.cumulative, says.cumulative_hint));
    heads.extend(parts.iter().map(|label| Head::new(&part(found, label, words))));
    let most = found.rows.iter().flat_map(|r| &r.parts).copied().fold(0.0, f64::max);
    let part_cell = |value: f64, traced: Traced| {
        let of_part = Quantity::plain(value, unit);
        let cell = figure(&of_part, words, currency);
        let cell = cell.traced(traced);
        if most > 0.0 && value > 0.0 { cell.shaded(value / most) } else { cell }
    };
    let line = |(at, row): (usize, &ReasonRow)| {
        let only = Some(vec![row.label.clone()]);
        let heavier = found.rows.iter().take(at + 1).map(|r| r.label.clone()).collect();
        let count = counted(row.lost, words);
        let count = count.traced(trace(found, ReasonsOf::Lost, only.clone(), None, false));
        let of = |q: &Quantity, reasons: Option<Vec<Label>>, is_share: bool| {
            figure(q, words, currency).traced(trace(found, found.of, reasons, None, is_share))
        };
        let mut cells = vec![Figure::name(reason(&row.label, words))];
        cells.extend((found.of == ReasonsOf::Amount).then_some(count));
        cells.push(of(&row.weight, only.clone(), false));
        cells.push(of(&row.share, only.clone(), true));
        cells.push(of(&row.cumulative, Some(heavier), true));
        let among = |label: &Label| among(found, label);
        let each = row.parts.iter().zip(parts).map(|(value, label)| {
            part_cell(*value, trace(found, found.of, only.clone(), Some(among(label)), false))
        });
        cells.extend(each);
        Row { cells, is_total: false }
    };
    let mut rows: Vec<Row> = found.rows.iter().enumerate().map(line).collect();
    let all = |of: ReasonsOf, part: Option<Among>| trace(found, of, None, part, false);
    let mut total = vec![Figure::name(words.names.total.to_owned())];
    let lost = counted(found.lost, words).traced(all(ReasonsOf::Lost, None));
    total.extend((found.of == ReasonsOf::Amount).then_some(lost));
    total.push(figure(&found.total, words, currency).traced(all(found.of, None)));
    total.extend([Figure::nothing(), Figure::nothing()]);
    for (at, label) in parts.iter().enumerate() {
        let sum: Sum = found.rows.iter().filter_map(|r| r.parts.get(at)).copied().collect();
        let cell = figure(&Quantity::plain(sum.value(), unit), words, currency);
        total.push(cell.traced(all(found.of, Some(among(found, label)))));
    }
    rows.push(Row { cells: total, is_total: true });
    FigureTable { title: String::new(), names: 1, heads, rows }.aligned(words)
}

/// The records behind a cell.
fn trace(
    found: &Reasons,
    of: ReasonsOf,
    reasons: Option<Vec<Label>>,
    part: Option<Among>,
    is_share: bool,
) -> Traced {
    let reason = Some(found.reason.clone());
    let spec = ReasonsSpec { of, split: found.split.clone(), reason, filters: Vec::new() };
    Traced::Reasons { spec, reasons, part, is_share }
}

/// The groups of the split that a column holds.
fn among(found: &Reasons, label: &Label) -> Among {
    match label {
        Label::Rest(_) => {
            let is_named = |l: &&Label| !matches!(l, Label::Rest(_));
            Among::Besides(found.parts.iter().filter(is_named).cloned().collect())
        }
        label => Among::Only(label.clone()),
    }
}

pub fn remarks(found: &Reasons, words: &Strings) -> Vec<String> {
    let says = &words.reasons;
    let mut said = vec![(says.counted)(found.lost)];
    said.extend((found.without_reason > 0).then(|| (says.without)(found.without_reason)));
    said.extend((found.undated > 0).then(|| (says.undated)(found.undated)));
    said.extend(found.total.cautions.iter().map(|c| (words.names.caution)(c)));
    said
}

/// Bars and the line share one axis, since both are shares of all.
pub fn chart(found: &Reasons, words: &Strings, currency: Option<&str>) -> ParetoModel {
    let total = found.total.value.unwrap_or(0.0);
    let is_split = found.split != ReasonsSplit::Nothing;
    let shown = if found.rows.len() > MOST_BARS { MOST_BARS - 1 } else { found.rows.len() };
    let (rows, rest) = found.rows.split_at_checked(shown).unwrap_or((&found.rows, &[]));
    let of_total = |value: f64| if total > 0.0 { value / total } else { 0.0 };
    let bar = |name: String, weight: &Quantity, share: &Quantity, sum: &Quantity, parts: &[f64]| {
        let written = |q: &Quantity| words.quantity(q, currency, Style::Table);
        let unit = weight.unit;
        let of_part = |(label, value): (&Label, &f64)| {
            let text = words.locale.value(Some(*value), unit, currency, Style::Table);
            (*value != 0.0).then(|| (part(found, label, words), text))
        };
        let mut details = vec![
            ((words.reasons.of)(found.of).to_owned(), written(weight)),
            (words.reasons.share.to_owned(), written(share)),
            (words.reasons.cumulative.to_owned(), written(sum)),
        ];
        if is_split {
            details.extend(found.parts.iter().zip(parts).filter_map(of_part));
        }
        ParetoRow {
            name,
            text: words.quantity(weight, currency, Style::Card),
            cumulative_text: sum.value.map_or_else(String::new, |s| words.locale.share(s)),
            cumulative: sum.value.unwrap_or(0.0),
            parts: parts.iter().map(|value| of_total(*value)).collect(),
            details,
        }
    };
    let mut bars: Vec<ParetoRow> = rows
        .iter()
        .map(|r| bar(reason(&r.label, words), &r.weight, &r.share, &r.cumulative, &r.parts))
        .collect();
    if let Some(last) = rest.last() {
        let sum = |of: &dyn Fn(&ReasonRow) -> f64| rest.iter().map(of).collect::<Sum>().value();
        let weight = sum(&|r| r.weight.value.unwrap_or(0.0));
        let parts: Vec<f64> = (0..found.parts.len())
            .map(|at| sum(&|r| r.parts.get(at).copied().unwrap_or(0.0)))
            .collect();
        let share = Quantity::ratio(weight, total, Unit::Share);
        let weight = Quantity::plain(weight, last.weight.unit);
        let name = words.label(&Label::Rest(rest.len() as u64));
        bars.push(bar(name, &weight, &share, &last.cumulative, &parts));
    }
    let name = |label: &Label| part(found, label, words);
    let tick = |n: u32| {
        let value = f64::from(n) / 5.0;
        Tick { value, label: words.locale.percent(value, 0) }
    };
    ParetoModel {
        rows: bars,
        parts: if is_split { found.parts.iter().map(name).collect() } else { Vec::new() },
        ticks: (0..=5).map(tick).collect(),
        head: (words.reasons.of)(found.of).to_owned(),
        cumulative_head: words.reasons.cumulative.to_owned(),
    }
}
