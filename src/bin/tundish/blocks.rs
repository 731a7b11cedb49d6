//! The answers of a report as tables of text: every figure with what to know before trusting it.

use crate::cards::{before_name, not_available};
use crate::lines::Columns;
use tundish::engine::formula::OwnHead;
use tundish::engine::measure::MeasureId;
use tundish::engine::report::{Absence, Breakdown, Compared, Funnel, Pivot, Season, ShowAs, Trend};
use tundish::engine::value::{Caution, Quantity, Unit};
use tundish::export::answer_columns::{
    breakdown_columns, pivot_columns, step_columns, trend_columns,
};
use tundish::format::Style;
use tundish::i18n::{Strings, is_told_by_counts};

pub fn funnel(funnel: &Funnel, compared: Option<Compared>, words: &Strings) -> Vec<String> {
    let (report, locale) = (&words.report, words.locale);
    let has_days = funnel.stages.iter().any(|s| s.median_days.is_some());
    let has_before = funnel.stages.iter().any(|s| s.reached_before.is_some());
    let mut columns = Columns::new(1);
    let mut head = vec![report.stage, report.reached, report.of_previous, report.of_first];
    head.extend([report.observed, report.implied, report.dropped]);
    let (against, again) = (funnel.any_out_of_order(), funnel.any_reentered());
    head.extend(against.then_some(words.shape.out_of_order));
    head.extend(again.then_some(words.shape.reentered));
    head.extend(has_days.then_some(report.median_days));
    head.extend(has_before.then_some(before_name(compared, words)));
    columns.rows.push(head.into_iter().map(str::to_owned).collect());
    let [of_previous, of_first, of_days] = step_columns(funnel, words);
    let share = |q: Option<&Quantity>, style: Style| {
        q.map(|q| words.quantity(q, None, style)).unwrap_or_default()
    };
    for (at, stage) in funnel.stages.iter().enumerate() {
        let mut row = vec![words.label(&stage.label), locale.count(stage.reached)];
        row.push(share(stage.of_previous.as_ref(), of_previous));
        row.push(share(Some(&stage.of_first), of_first));
        row.extend([locale.count(stage.observed), locale.count(stage.implied)]);
        // Nobody can be lost on the way to the first stage.
        row.push(if at == 0 { String::new() } else { locale.count(stage.dropped) });
        let optional = |n: Option<u64>| n.map(|n| locale.count(n)).unwrap_or_default();
        row.extend(against.then(|| optional(stage.path.out_of_order)));
        row.extend(again.then(|| optional(stage.path.reentered)));
        if has_days {
            let days = |d| locale.value(Some(d), Unit::Days, None, of_days);
            row.push(stage.median_days.map(days).unwrap_or_default());
        }
        if has_before {
            row.push(stage.reached_before.map(|n| locale.count(n)).unwrap_or_default());
        }
        columns.rows.push(row);
    }
    let mut lines = columns.lines();
    lines.push(end_to_end(funnel, words));
    let mut rest = vec![(report.still_open)(funnel.open), (report.lost)(funnel.lost)];
    if funnel.unknown_depth > 0 {
        rest.push((report.unknown_depth)(funnel.unknown_depth));
    }
    if funnel.unmapped > 0 {
        rest.push((report.unmapped)(funnel.unmapped));
    }
    lines.push(rest.join(" · "));
    lines.push(words.funnel_ground(funnel).join(" · "));
    let times = words.stage_times(funnel);
    if !times.is_empty() {
        lines.extend([String::new(), words.shape.time_title.to_owned()]);
        let mut columns = Columns::new(1);
        columns.rows = times;
        lines.extend(columns.lines());
    }
    if !funnel.ground.draws {
        lines.push(words.shape.not_drawn.to_owned());
    }
    lines
}

fn end_to_end(funnel: &Funnel, words: &Strings) -> String {
    let now = words.quantity(&funnel.end_to_end, None, Style::Table);
    let before = funnel.end_to_end_before.as_ref();
    let delta = before.and_then(|b| words.delta(&funnel.end_to_end, b));
    let few = before.filter(|b| is_told_by_counts(b) || is_told_by_counts(&funnel.end_to_end));
    let few = few.map(|b| (words.report.versus)(&words.quantity(b, None, Style::Table)));
    let further = delta.map(|d| d.text).or(few).map(|text| format!(" {text}")).unwrap_or_default();
    format!("{}: {now}{further}", words.report.end_to_end)
}

pub fn breakdown(
    b: &Breakdown,
    currency: Option<&str>,
    words: &Strings,
    own: &[OwnHead],
) -> Vec<String> {
    let styles = breakdown_columns(b, currency, words);
    let mut table = Figures::new(1, (currency, styles), (words, own));
    table.head(vec![(words.names.dimension)(&b.dimension)], short_names(&b.measures, words, own));
    for row in &b.rows {
        table.row(vec![words.label(&row.label)], &b.measures, &row.cells);
    }
    table.total(vec![words.names.total.to_owned()], &b.measures, &b.total);
    let mut lines = table.lines(&b.absent);
    lines.extend(b.planning.and_then(words.plan.planning));
    lines
}

pub fn trend(t: &Trend, currency: Option<&str>, words: &Strings, own: &[OwnHead]) -> Vec<String> {
    let shorts = short_names(&t.measures, words, own);
    let average = (words.asking.average_of)(t.average_units);
    let mut parts: Vec<(&Vec<Vec<Quantity>>, Option<String>)> = vec![(&t.values, None)];
    parts.extend(t.lines.iter().map(|l| (&l.values, Some(words.label(&l.label)))));
    parts.push((&t.year_before, Some(words.asking.year_before.to_owned())));
    let against = t.compared.map(words.compare.name).unwrap_or_default();
    parts.push((&t.against, Some(against.to_owned())));
    parts.push((&t.average, Some(average)));
    parts.retain(|(values, _)| !values.is_empty());
    let styles = parts.iter().flat_map(|(values, _)| trend_columns(values, currency, words));
    let mut table = Figures::new(1, (currency, styles.collect()), (words, own));
    let heads = parts.iter().flat_map(|(_, part)| {
        shorts.iter().map(move |short| match part {
            Some(part) => format!("{short} · {part}"),
            None => short.clone(),
        })
    });
    table.head(vec![words.report.period.to_owned()], heads.collect());
    let measures: Vec<MeasureId> = parts.iter().flat_map(|_| t.measures.clone()).collect();
    for (at, start) in t.starts.iter().enumerate() {
        let values = parts.iter().flat_map(|(values, _)| values.iter());
        let cells: Vec<Quantity> = values.filter_map(|v| v.get(at)).cloned().collect();
        table.row(vec![words.locale.date(t.grain, *start)], &measures, &cells);
    }
    let mut lines = table.lines(&t.absent);
    if let Some(last) = t.starts.last().filter(|_| t.last_is_partial) {
        lines.push((words.report.last_is_partial)(&words.locale.date(t.grain, *last)));
    }
    lines.extend(words.on_no_day(&t.undated, own));
    lines.extend(t.beyond.iter().map(|beyond| words.not_drawn(beyond)));
    for (name, season) in shorts.iter().zip(&t.season) {
        let said = match season {
            Season::Index(index) => {
                let all: Vec<String> = index.iter().map(|x| words.locale.number(*x, 2)).collect();
                all.join(" ")
            }
            Season::Absent(why) => (words.asking.season_absent)(*why).to_owned(),
        };
        lines.push(format!("{}, {name}: {said}", words.asking.season));
    }
    lines
}

pub fn pivot(p: &Pivot, currency: Option<&str>, words: &Strings, own: &[OwnHead]) -> Vec<String> {
    let across = !p.column_dimensions.is_empty();
    let styles = pivot_columns(p, currency, words).into_iter().cycle();
    let styles = styles.take(p.measures.len() * (p.columns.len() + 1)).collect();
    let names = p.row_dimensions.len().max(1);
    let mut table = Figures::new(names, (currency, styles), (words, own));
    let mut names: Vec<String> = p.row_dimensions.iter().map(words.names.dimension).collect();
    names.resize(table.names(), String::new());
    let mut groups: Vec<String> = p.columns.iter().map(|labels| words.labels(labels)).collect();
    if across {
        groups.push(words.names.total.to_owned());
    }
    let show = |at: usize| p.show.get(at).copied().unwrap_or_default();
    let shorts = p.measures.iter().enumerate();
    let shorts: Vec<String> = shorts.map(|(at, m)| words.measure_as(*m, show(at), own)).collect();
    let is_plain = p.show.iter().all(|s| *s == ShowAs::Plain);
    let heads = groups.iter().flat_map(|group| {
        shorts.iter().map(move |short| match (group.is_empty(), p.measures.len()) {
            (true, _) => short.clone(),
            (false, 1) if is_plain => group.clone(),
            (false, _) => format!("{group} · {short}"),
        })
    });
    table.head(names, heads.collect());
    if let ([measure], true) = (p.measures.as_slice(), across) {
        table.title = Some(words.measure(*measure, own));
    }
    let groups = p.columns.len() + usize::from(across);
    let measures: Vec<MeasureId> =
        p.measures.iter().copied().cycle().take(p.measures.len() * groups).collect();
    let line = |cells: &[Vec<Quantity>], total: &[Quantity]| -> Vec<Quantity> {
        let total = if across { total } else { &[] };
        cells.iter().flatten().chain(total).cloned().collect()
    };
    for ((labels, cells), total) in p.rows.iter().zip(&p.cells).zip(&p.row_totals) {
        let mut names: Vec<String> = labels.iter().map(|l| words.label(l)).collect();
        if names.len() < p.row_dimensions.len() {
            names.push(words.names.total.to_owned());
        }
        names.resize(table.names(), String::new());
        table.row(names, &measures, &line(cells, total));
    }
    let mut names = vec![words.names.total.to_owned()];
    names.resize(table.names(), String::new());
    table.total(names, &measures, &line(&p.column_totals, &p.grand));
    let mut lines = table.lines(&p.absent);
    lines.extend(p.planning.and_then(words.plan.planning));
    lines
}

fn short_names(measures: &[MeasureId], words: &Strings, own: &[OwnHead]) -> Vec<String> {
    measures.iter().map(|m| words.measure_short(*m, own)).collect()
}

/// A table of figures. A rate over few cases carries a star; what else is to be known of figures
/// stands below the table: by group, or of the total alone where the total knows it too.
struct Figures<'a> {
    columns: Columns,
    title: Option<String>,
    starred: bool,
    notes: Vec<Note>,
    currency: Option<&'a str>,
    /// One a column.
    styles: Vec<Style>,
    words: &'a Strings,
    own: &'a [OwnHead],
}

struct Note {
    measure: MeasureId,
    group: String,
    caution: Caution,
}

impl<'a> Figures<'a> {
    fn new(
        names: usize,
        (currency, styles): (Option<&'a str>, Vec<Style>),
        (words, own): (&'a Strings, &'a [OwnHead]),
    ) -> Figures<'a> {
        let columns = Columns::new(names);
        let (title, notes) = (None, Vec::new());
        Figures { columns, title, starred: false, notes, currency, styles, words, own }
    }

    fn names(&self) -> usize {
        self.columns.names
    }

    fn head(&mut self, names: Vec<String>, measures: Vec<String>) {
        // A place is kept beside each figure for its star.
        let heads = measures.into_iter().map(|m| format!("{m} "));
        self.columns.rows.push(names.into_iter().chain(heads).collect());
    }

    fn row(&mut self, names: Vec<String>, measures: &[MeasureId], cells: &[Quantity]) {
        let group = names.join(" ").trim_end().to_owned();
        let mut row = names;
        for ((measure, cell), style) in measures.iter().zip(cells).zip(&self.styles) {
            let is_small = cell.is_of_few();
            self.starred |= is_small;
            let star = if is_small { '*' } else { ' ' };
            row.push(format!("{}{star}", self.words.quantity(cell, self.currency, *style)));
            let others = cell.cautions.iter().filter(|c| **c != Caution::SmallDenominator);
            self.notes.extend(others.map(|caution| Note {
                measure: *measure,
                group: group.clone(),
                caution: caution.clone(),
            }));
        }
        self.columns.rows.push(row);
    }

    /// The last row: what it says of a measure needs no saying of single groups.
    fn total(&mut self, names: Vec<String>, measures: &[MeasureId], cells: &[Quantity]) {
        let of_groups = std::mem::take(&mut self.notes);
        self.row(names, measures, cells);
        let of_total = std::mem::take(&mut self.notes);
        let kind = |n: &Note| (n.measure, std::mem::discriminant(&n.caution));
        let is_said = |n: &Note| of_total.iter().any(|t| kind(t) == kind(n));
        self.notes = of_groups.into_iter().filter(|n| !is_said(n)).collect();
        self.notes.extend(of_total);
    }

    fn lines(self, absent: &[(MeasureId, Absence)]) -> Vec<String> {
        let names = &self.words.names;
        let mut lines: Vec<String> = self.title.into_iter().collect();
        lines.extend(self.columns.lines());
        if self.starred {
            lines.push(format!("* {}", (names.caution)(&Caution::SmallDenominator)));
        }
        let mut measures: Vec<MeasureId> = self.notes.iter().map(|n| n.measure).collect();
        measures.sort_unstable();
        measures.dedup();
        for measure in measures {
            let notes = self.notes.iter().filter(|n| n.measure == measure);
            let mut said: Vec<String> =
                notes.map(|n| format!("{}: {}", n.group, (names.caution)(&n.caution))).collect();
            said.dedup();
            lines.push(format!("{}. {}", self.words.measure(measure, self.own), said.join(" ")));
        }
        lines.extend(not_available(absent, self.words, self.own));
        lines
    }
}
