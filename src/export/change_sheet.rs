//! Key figures as a table, and the columns that say how figures differ from what they are compared
//! with. Not here: the other answers (`sheet`).

use super::interval_columns::{Entry, sheet_of};
use super::sheet::{Cell, Sheet, SheetWords};
use crate::engine::measure::MeasureId;
use crate::engine::measure::chance::tested;
use crate::engine::report::{Compared, Kpi, Kpis};
use crate::engine::value::{Quantity, Unit};
use crate::format::Style;
use crate::i18n::is_told_by_counts;

/// Where anything is told from chance, a last column says what, and of what else it is not.
pub fn kpis_sheet(kpis: &Kpis, words: &SheetWords) -> Sheet {
    let is_told = |card: &Kpi| {
        let before = card.before.as_ref();
        before.is_some_and(|b| match tested(Some(card.measure), &card.now, b) {
            Ok(_) => true,
            Err(why) => !why.is_by_kind(),
        })
    };
    let is_compared = kpis.cards.iter().any(is_told);
    let row = |card: &Kpi| {
        let before = card.before.as_ref().map_or(Cell::Empty, Cell::from);
        let name = Cell::Text((words.measure)(card.measure));
        let mut entries = vec![Entry::from(name), Entry::from(&card.now), before.into()];
        let chance = || chance_cell(card.measure, (&card.now, card.before.as_ref()), words).into();
        entries.extend(is_compared.then(chance));
        entries
    };
    let mut headers = words.kpi.map(String::from).to_vec();
    headers.extend(is_compared.then(|| words.strings.compare.chance_head.to_owned()));
    sheet_of(headers, kpis.cards.iter().map(row).collect(), words.strings)
}

/// The heads of what a figure is compared with and of the difference.
pub(super) fn change_heads(measure: &str, compared: Compared, words: &SheetWords) -> [String; 2] {
    let compare = &words.strings.compare;
    let name = (compare.name)(compared);
    [format!("{measure} · {name}"), format!("{measure} · {}", compare.chance_head)]
}

pub(super) fn change_cells(
    (id, now): (MeasureId, &Quantity),
    (before, compared): (Option<&Quantity>, Compared),
    words: &SheetWords,
) -> [Cell; 2] {
    let chance = match compared {
        // No plan could have come out otherwise.
        Compared::Target => Cell::Empty,
        _ => chance_cell(id, (now, before), words),
    };
    [before.map_or(Cell::Empty, Cell::from), chance]
}

/// Between what the difference lies, the counts of rates of few side by side, that it may be chance, or that it is not tested; nothing where
/// there is no difference.
fn chance_cell(
    id: MeasureId,
    (now, before): (&Quantity, Option<&Quantity>),
    words: &SheetWords,
) -> Cell {
    let strings = words.strings;
    let Some(before) = before.filter(|b| b.value.is_some() && now.value.is_some()) else {
        return Cell::Empty;
    };
    if is_told_by_counts(now) || is_told_by_counts(before) {
        let written = |q: &Quantity| strings.quantity(q, None, Style::Table);
        return Cell::Text(format!(
            "{} {}",
            written(now),
            (strings.report.versus)(&written(before))
        ));
    }
    let (low, high) = match tested(Some(id), now, before) {
        Ok(between) => between,
        Err(why) => return Cell::Text((strings.sampling.why)(why).to_owned()),
    };
    let unit = if now.unit == Unit::Share { Unit::Points } else { now.unit };
    let written = |d: f64| strings.locale.value(Some(d), unit, None, Style::Table);
    let between = (strings.compare.sure)(&written(low), &written(high));
    let is_chance = low <= 0.0 && high >= 0.0;
    Cell::Text(match is_chance {
        true => format!("{}: {between}", strings.figures.chance),
        false => between,
    })
}
