//! The flow of records through stages as a table and as a picture.

use super::answer_table::{counted, figure};
use super::figure_table::{Figure, FigureTable, Head, Row};
use crate::chart::{LinkEnd, SankeyEntry, SankeyLink, SankeyModel, SankeyNode};
use crate::engine::dimension::Label;
use crate::engine::query::{Figure as Traced, FlowEnd, MovesFigure};
use crate::engine::report::{Flow, FlowEdge, FlowOf, FlowPlace, MoveKind};
use crate::engine::value::{Quantity, Unit};
use crate::format::Style;
use crate::i18n::Strings;

fn unit(found: &Flow) -> Unit {
    match found.of {
        FlowOf::Passages => Unit::Count,
        FlowOf::Amount => Unit::Money,
    }
}

fn place(found: &Flow, at: u32, words: &Strings) -> String {
    found.places.get(at as usize).map(|p| words.label(&p.label)).unwrap_or_default()
}

/// A line a move, then one for each stage in which open records are.
pub fn table(found: &Flow, words: &Strings, currency: Option<&str>) -> FigureTable {
    let (says, unit) = (&words.moves, unit(found));
    let mut heads =
        [says.from, says.to, says.kind_label, says.records, says.moves].map(Head::new).to_vec();
    heads.extend((found.of == FlowOf::Amount).then(|| Head::new(says.amount)));
    let weight = |value: f64| figure(&Quantity::plain(value, unit), words, currency);
    let line = |names: [String; 3], (from, to): (u32, FlowEnd), counts: [u64; 2], value: f64| {
        let trace = |of: MovesFigure| Traced::Flow { from, to, of };
        let [records, moves] = counts.map(|n| counted(n, words));
        let mut cells = names.map(Figure::name).to_vec();
        cells.push(records.traced(trace(MovesFigure::Records)));
        cells.push(moves.traced(trace(MovesFigure::Moves)));
        let amount = || weight(value).traced(trace(MovesFigure::Amount));
        cells.extend((found.of == FlowOf::Amount).then(amount));
        Row { cells, is_total: false }
    };
    let edge = |e: &FlowEdge| {
        let names = [e.from, e.to].map(|at| place(found, at, words));
        let [from, to] = names;
        let ends = (e.from, FlowEnd::Place(e.to));
        line([from, to, (says.kind)(e.kind).to_owned()], ends, [e.records, e.moves], e.weight)
    };
    let open = |(at, p): (usize, &FlowPlace)| {
        let names = [words.label(&p.label), words.label(&Label::Open), says.still_there.to_owned()];
        line(names, (at as u32, FlowEnd::Open), [p.open_records; 2], p.open)
    };
    let mut rows: Vec<Row> = found.edges.iter().map(edge).collect();
    let places = found.places.iter().enumerate();
    rows.extend(places.filter(|(_, p)| p.open_records > 0).map(open));
    FigureTable { title: String::new(), names: 3, heads, rows }.aligned(words)
}

pub fn remarks(found: &Flow, words: &Strings) -> Vec<String> {
    let says = &words.moves;
    let mut said = vec![(says.flow_counted)(found.records)];
    if found.of == FlowOf::Passages {
        said.push(says.passages_note.to_owned());
    }
    if !found.tells_returns {
        said.push(says.no_returns.to_owned());
    }
    let some = |n: u64, say: fn(u64) -> String| (n > 0).then(|| say(n));
    said.extend(some(found.unknown_depth, says.unknown_depth));
    said.extend(some(found.out_of_order, says.out_of_order));
    said.extend(some(found.by_own_row, says.by_own_row));
    said.extend(some(found.reopened_by_row, says.reopened_by_row));
    said.extend(found.cautions.iter().map(|c| (words.names.caution)(c)));
    said
}

/// The ladder, the win and what follows it as nodes; lost records end after the stage that they left.
pub fn chart(found: &Flow, words: &Strings, currency: Option<&str>) -> SankeyModel {
    let (says, unit) = (&words.moves, unit(found));
    let written = |value: f64| words.locale.value(Some(value), unit, currency, Style::Card);
    let exact = |value: f64| words.locale.value(Some(value), unit, currency, Style::Table);
    let lost = found.places.iter().position(|p| p.label == Label::Lost);
    // Places without the one for lost records, by their position among the nodes.
    let node_of = |at: usize| match lost {
        Some(lost) if at == lost => None,
        Some(lost) if at > lost => Some(at - 1),
        _ => Some(at),
    };
    let node = |p: &FlowPlace| SankeyNode {
        name: words.label(&p.label),
        value: p.weight,
        count: written(p.weight),
        details: vec![
            ((says.of)(found.of).to_owned(), exact(p.weight)),
            (says.began.to_owned(), exact(p.began)),
            (says.still_there.to_owned(), exact(p.open)),
        ],
    };
    let nodes = found.places.iter().filter(|p| p.label != Label::Lost).map(node).collect();
    let mut links: Vec<SankeyLink> = Vec::new();
    let mut entries: Vec<SankeyEntry> = Vec::new();
    for edge in &found.edges {
        let to = match node_of(edge.to as usize) {
            Some(to) => LinkEnd::Node(to),
            None => LinkEnd::Lost,
        };
        let kind = (says.kind)(edge.kind);
        let (a, b) = (place(found, edge.from, words), place(found, edge.to, words));
        let count = words.locale.count(edge.records);
        let details = vec![(kind.to_owned(), exact(edge.weight)), (says.records.to_owned(), count)];
        // What comes back from a loss has no node that it leaves.
        let Some(from) = node_of(edge.from as usize) else {
            entries.extend(node_of(edge.to as usize).map(|to| SankeyEntry {
                to,
                value: edge.weight,
                text: format!("{kind} {}", written(edge.weight)),
                title: format!("{a} → {b}"),
                details,
            }));
            continue;
        };
        links.push(SankeyLink {
            from,
            to,
            value: edge.weight,
            text: match edge.kind {
                MoveKind::Lost => format!("{b} {}", written(edge.weight)),
                _ => format!("{a} → {b} {}", written(edge.weight)),
            },
            title: format!("{a} → {b}"),
            details,
        });
    }
    for (at, p) in found.places.iter().enumerate().filter(|(_, p)| p.open_records > 0) {
        let Some(from) = node_of(at) else { continue };
        let name = words.label(&Label::Open);
        links.push(SankeyLink {
            from,
            to: LinkEnd::Open,
            value: p.open,
            text: format!("{name} {}", written(p.open)),
            title: format!("{}: {name}", words.label(&p.label)),
            details: vec![(says.records.to_owned(), words.locale.count(p.open_records))],
        });
    }
    SankeyModel { nodes, links, entries }
}
