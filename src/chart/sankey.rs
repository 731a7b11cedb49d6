//! The flow of records through stages: one node a stage as wide as what passed it, ribbons between
//! them, and an end where records stopped.
//!
//! What goes over a stage passes above it, what stopped ends below the next one, and what turns back
//! runs below everything with signs that point the way, so that no flow is told by its colour alone.
//! Widths are linear in the value. Where there is no room for columns the stages become rows. Not
//! here: the marks themselves (`sankey_marks`).

use super::Drawing;
use super::hit::Tip;
use super::sankey_marks::{Marks, Way};
use super::text::{self, SMALL, SMALL_STRONG};
use super::theme::Theme;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SankeyModel {
    /// In the order of the ladder, the win and what follows it at the end.
    pub nodes: Vec<SankeyNode>,
    pub links: Vec<SankeyLink>,
    /// What comes out of a loss.
    pub entries: Vec<SankeyEntry>,
}

/// Comes into a node out of none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SankeyEntry {
    pub to: usize,
    pub value: f64,
    pub text: String,
    pub title: String,
    pub details: Vec<(String, String)>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SankeyNode {
    pub name: String,
    pub value: f64,
    pub count: String,
    /// Lines of the tooltip: name and value.
    pub details: Vec<(String, String)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SankeyLink {
    pub from: usize,
    pub to: LinkEnd,
    pub value: f64,
    /// For ends and returns, beside them: `Lost 120`.
    pub text: String,
    pub title: String,
    pub details: Vec<(String, String)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkEnd {
    /// Forward where it is a later node, a return where it is an earlier one.
    Node(usize),
    Open,
    Lost,
}

impl SankeyModel {
    pub fn tip(&self, index: usize) -> Option<Tip> {
        if let Some(node) = self.nodes.get(index) {
            return Some(Tip::of_row(&node.name, &node.details, &node.count));
        }
        let index = index - self.nodes.len();
        if let Some(link) = self.links.get(index) {
            return Some(Tip::of_row(&link.title, &link.details, &link.text));
        }
        let entry = self.entries.get(index - self.links.len())?;
        Some(Tip::of_row(&entry.title, &entry.details, &entry.text))
    }
}

/// Narrower than this a column, stages become rows.
const NARROW_COLUMN: f64 = 96.0;
pub(super) const NODE: f64 = 12.0;
/// From an end's edge to its words.
pub(super) const END: f64 = NODE / 2.0 + 5.0;
/// How long the band is to an end behind the last node.
pub(super) const STUB: f64 = 26.0 + NODE;
/// How long the stub is that an entry comes by.
pub(super) const ENTRY: f64 = 22.0;
/// Between the parts of a column.
const GAP: f64 = 13.0;
const BODY: f64 = 250.0;
const ROW: f64 = 104.0;
const NAME_LINE: f64 = 15.0;

/// Everything laid out along the ladder (`u`) and across it (`v`).
pub(super) struct Layout {
    pub wide: bool,
    pub pitch: f64,
    pub names: Vec<Vec<String>>,
    /// Where the nodes begin across, and along.
    pub v0: f64,
    pub u0: f64,
    pub per_unit: f64,
    /// By node: its first edge across.
    pub node_v: Vec<f64>,
    pub ways: Vec<Way>,
    /// By entry: its edge across and how wide it is.
    pub entries: Vec<(f64, f64)>,
    /// Where returns run, and where the picture ends across.
    pub below: f64,
    pub end: f64,
}

pub fn height(model: &SankeyModel, width: f64) -> f64 {
    let layout = Layout::new(model, width);
    match layout.wide {
        true => layout.end + 4.0,
        false => layout.length(model.nodes.len()),
    }
}

pub fn draw(model: &SankeyModel, theme: &Theme, width: f64, _: f64) -> Drawing {
    if model.nodes.is_empty() {
        return Drawing::default();
    }
    let layout = Layout::new(model, width);
    Marks { model, theme, layout: &layout, width, drawing: Drawing::default() }.drawn()
}

fn sound(value: f64) -> f64 {
    // More than this is no count and no money; less than nothing flows nowhere.
    if value.is_finite() && value > 0.0 { value.min(1e15) } else { 0.0 }
}

/// A part of a column.
struct Part {
    /// The link that passes or ends here; `None` for the node itself.
    link: Option<usize>,
    value: f64,
}

impl Layout {
    fn new(model: &SankeyModel, width: f64) -> Layout {
        let count = model.nodes.len().max(1);
        let last_room = last_room(model).clamp(64.0, (width * 0.24).max(130.0));
        let pitch = (width - last_room) / (count.max(2) - 1) as f64;
        let wide = pitch >= NARROW_COLUMN;
        let columns = columns(model);
        let returns = returns(model);
        let room = |i: usize| if i + 1 == count { last_room } else { pitch * 0.86 - 10.0 };
        let name = |(i, n): (usize, &SankeyNode)| text::wrap(&n.name, room(i), 3, SMALL_STRONG);
        let names: Vec<Vec<String>> = match wide {
            true => model.nodes.iter().enumerate().map(name).collect(),
            false => Vec::new(),
        };
        let lines = names.iter().map(Vec::len).max().unwrap_or(0) as f64;
        let (u0, v0) = if wide { (0.0, lines * NAME_LINE + 30.0) } else { (34.0, 0.0) };
        let pitch = if wide { pitch } else { ROW };
        let turned: f64 = returns.iter().map(|r| sound(model.links[*r].value)).sum();
        let lanes = returns.len() as f64 * 9.0;
        let across = if wide { BODY } else { (width - lanes - 20.0).max(60.0) };
        let mut per_unit = f64::INFINITY;
        for parts in &columns {
            let mut units: f64 = parts.iter().map(|p| p.value).sum();
            // On its side everything has to fit the width, returns as well.
            units += if wide { 0.0 } else { turned };
            let gaps = parts.len().saturating_sub(1) as f64 * GAP;
            if units > 0.0 {
                per_unit = per_unit.min((across - gaps).max(30.0) / units);
            }
        }
        let per_unit = if per_unit.is_finite() { per_unit } else { 0.0 };
        // What turns back into the first node comes round its left side.
        let first = |r: &&usize| model.links[**r].to == LinkEnd::Node(0);
        let round = returns.iter().filter(first).map(|r| sound(model.links[*r].value) * per_unit);
        let into_first = model.entries.iter().any(|e| e.to == 0 && sound(e.value) > 0.0);
        let round = round.fold(if into_first { ENTRY } else { 0.0 }, f64::max);
        let margin = if wide && round > 0.0 { (round + 10.0).min(pitch * 0.4) } else { 0.0 };
        let (u0, pitch) = match wide {
            true => (margin, pitch - margin / (count.max(2) - 1) as f64),
            false => (u0, pitch),
        };
        let mut layout = Layout {
            wide,
            pitch,
            names,
            v0,
            u0,
            per_unit,
            node_v: vec![v0; count],
            ways: Vec::new(),
            entries: Vec::new(),
            below: v0,
            end: v0,
        };
        layout.stack(model, &columns);
        layout.turn(model, &returns);
        layout
    }

    pub fn thick(&self, value: f64) -> f64 {
        (sound(value) * self.per_unit).max(if value > 0.0 { 1.0 } else { 0.0 })
    }

    /// How long the picture is along the ladder, where that runs downwards.
    pub fn length(&self, nodes: usize) -> f64 {
        self.u(nodes.saturating_sub(1)) + NODE + 24.0
    }

    pub fn u(&self, column: usize) -> f64 {
        self.u0 + column as f64 * self.pitch
    }

    /// Puts the parts of each column one below the other, then leads each link through them.
    fn stack(&mut self, model: &SankeyModel, columns: &[Vec<Part>]) {
        // By link: the columns that it passes or ends in, with its edge there.
        let mut stops: Vec<Vec<(usize, f64)>> = vec![Vec::new(); model.links.len()];
        for (at, parts) in columns.iter().enumerate() {
            let mut v = self.v0;
            let mut last_label = f64::NEG_INFINITY;
            for part in parts {
                let thick = self.thick(part.value);
                match part.link {
                    None => self.node_v[at] = v,
                    Some(link) => {
                        // The words beside ends stand clear of each other.
                        let is_end = !matches!(model.links[link].to, LinkEnd::Node(_));
                        if is_end && self.wide {
                            v = v.max(last_label + 15.0 - thick / 2.0);
                            last_label = v + thick / 2.0;
                        }
                        stops[link].push((at, v));
                    }
                }
                v += thick + GAP;
            }
            self.below = self.below.max(v - GAP + 6.0);
        }
        let mut leaves = self.node_v.clone();
        let mut comes = self.node_v.clone();
        let mut links: Vec<usize> = forward(model).collect();
        links.sort_by_key(|l| order(&model.links[*l]));
        let mut ways: Vec<Way> = Vec::new();
        for at in links {
            let link = &model.links[at];
            let thick = self.thick(link.value);
            let way = Way { link: at, thick, points: vec![(link.from, leaves[link.from])] };
            leaves[link.from] += thick;
            ways.push(way);
        }
        // Into a node: from further away first.
        ways.sort_by_key(|w| (model.links[w.link].from, w.link));
        for way in &mut ways {
            way.points.extend(stops[way.link].iter().copied());
            if let LinkEnd::Node(to) = model.links[way.link].to {
                way.points.push((to, comes[to]));
                comes[to] += way.thick;
            }
        }
        self.ways = ways;
        for entry in &model.entries {
            let thick = self.thick(entry.value);
            let place = comes.get_mut(entry.to);
            self.entries.push((place.as_ref().map_or(self.v0, |v| **v), thick));
            place.into_iter().for_each(|v| *v += thick);
        }
    }

    /// Lays the returns below everything, the shortest nearest.
    fn turn(&mut self, model: &SankeyModel, returns: &[usize]) {
        let mut bottom: Vec<f64> = model
            .nodes
            .iter()
            .zip(&self.node_v)
            .map(|(node, v)| v + self.thick(node.value))
            .collect();
        let mut into = bottom.clone();
        let mut lane = self.below + 10.0;
        for at in returns.iter().copied() {
            let link = &model.links[at];
            let LinkEnd::Node(to) = link.to else { continue };
            let thick = self.thick(link.value);
            bottom[link.from] -= thick;
            into[to] -= thick;
            let points = vec![(link.from, bottom[link.from]), (to, into[to]), (to, lane)];
            self.ways.push(Way { link: at, thick, points });
            lane += thick + if self.wide { 18.0 } else { 9.0 };
        }
        self.end = if returns.is_empty() { self.below } else { lane };
    }
}

/// Room for the words at and beside the last node: nothing stands behind them.
fn last_room(model: &SankeyModel) -> f64 {
    let Some((at, last)) = model.nodes.iter().enumerate().next_back() else { return 0.0 };
    let name = text::width(&last.name, SMALL_STRONG).min(130.0);
    let beside = |link: &SankeyLink| match (link.to, link.from) {
        (LinkEnd::Node(_), _) => 0.0,
        (_, from) if from == at => STUB + END + text::width(&link.text, SMALL),
        (_, from) if from + 1 == at => END + text::width(&link.text, SMALL),
        _ => 0.0,
    };
    let words = model.links.iter().map(beside).fold(text::width(&last.count, SMALL), f64::max);
    name.max(words) * text::WIDER_FONT
}

fn forward(model: &SankeyModel) -> impl Iterator<Item = usize> + '_ {
    (0..model.links.len()).filter(|at| !is_return(&model.links[*at]) && is_whole(model, *at))
}

/// The links that turn back, the shortest first.
fn returns(model: &SankeyModel) -> Vec<usize> {
    let mut found: Vec<usize> = (0..model.links.len())
        .filter(|at| is_return(&model.links[*at]) && is_whole(model, *at))
        .collect();
    let span = |l: &SankeyLink| match l.to {
        LinkEnd::Node(to) => l.from - to,
        _ => 0,
    };
    found.sort_by_key(|at| (span(&model.links[*at]), model.links[*at].from));
    found
}

pub(super) fn is_return(link: &SankeyLink) -> bool {
    matches!(link.to, LinkEnd::Node(to) if to <= link.from)
}

/// Whether a link joins nodes that are there and has a width.
fn is_whole(model: &SankeyModel, at: usize) -> bool {
    let link = &model.links[at];
    let to = match link.to {
        LinkEnd::Node(to) => to,
        _ => 0,
    };
    sound(link.value) > 0.0 && link.from.max(to) < model.nodes.len()
}

/// The parts of each column: what passes over it (what goes further lies above), the node, what ended
/// after the node before.
fn columns(model: &SankeyModel) -> Vec<Vec<Part>> {
    let count = model.nodes.len();
    let mut links: Vec<usize> = forward(model).collect();
    links.sort_by_key(|at| order(&model.links[*at]));
    let column = |at: usize| {
        let part =
            |link: &usize| Part { link: Some(*link), value: sound(model.links[*link].value) };
        let passes = |link: &&usize| {
            let l = &model.links[**link];
            matches!(l.to, LinkEnd::Node(to) if l.from < at && at < to)
        };
        let ends = |link: &&usize| {
            let l = &model.links[**link];
            !matches!(l.to, LinkEnd::Node(_)) && l.from + 1 == at
        };
        let node = model.nodes.get(at).map(|n| Part { link: None, value: sound(n.value) });
        let mut parts: Vec<Part> = links.iter().filter(passes).map(part).collect();
        parts.extend(node);
        parts.extend(links.iter().filter(ends).map(part));
        parts
    };
    (0..count).map(column).collect()
}

/// Out of a node: what goes furthest, the next stage, the ends.
fn order(link: &SankeyLink) -> (u8, usize, usize) {
    match link.to {
        LinkEnd::Node(to) => (0, usize::MAX - to, link.from),
        LinkEnd::Open => (1, 0, link.from),
        LinkEnd::Lost => (1, 1, link.from),
    }
}
