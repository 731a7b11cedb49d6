//! Lines of a table: the groups of an axis level by level, sorted within the group above, the rest
//! beyond the first few as one group, and subtotals.
//!
//! The groups of an axis stand in natural order, so that those of one group above lie one after
//! another: a subtotal is a range of them. Not here: how rows are given groups (`axis`).

use super::axis::Axis;
use super::cell::{CellFacts, Wants};
use crate::engine::dimension::Label;
use crate::engine::filter::Having;
use crate::engine::measure::MeasureId;
use crate::engine::report::{Level, Order};
use std::cmp::Ordering;
use std::ops::Range;

/// A line of a table.
pub(super) struct Line {
    /// Fewer than the axis has dimensions: a subtotal.
    pub labels: Vec<Label>,
    /// Its groups on the axis, and those of the group above it.
    pub leaves: Range<usize>,
    pub parent: Range<usize>,
    pub facts: CellFacts,
}

impl Line {
    /// Whether it is a group, and no subtotal of several.
    pub fn is_leaf(&self) -> bool {
        self.leaves.len() == 1
    }
    pub fn is_rest(&self) -> bool {
        matches!(self.labels.last(), Some(Label::Rest(_)))
    }
    /// Whether both stand beside each other: of one level, in one group above.
    pub fn is_beside(&self, other: &Line) -> bool {
        self.parent == other.parent && self.depth() == other.depth()
    }
    /// The level at which the line was made; the rest of a level has labels down to the last.
    fn depth(&self) -> usize {
        let rest = |label: &Label| matches!(label, Label::Rest(_));
        self.labels.iter().position(rest).map_or(self.labels.len(), |at| at + 1)
    }
}

/// What an axis is asked, level by level.
pub(super) struct Asks<'a> {
    pub levels: &'a [Level],
    /// Of levels that say nothing themselves.
    pub sort: Option<(MeasureId, Order)>,
    /// By which groups are chosen where nothing is said.
    pub first: Option<MeasureId>,
    /// So many lines in all, but for a rest in each group above.
    pub most: usize,
}

impl Asks<'_> {
    fn level(&self, at: usize) -> Option<&Level> {
        self.levels.get(at)
    }
    fn sort(&self, at: usize) -> Option<(MeasureId, Order)> {
        self.level(at).and_then(|l| l.sort).or(self.sort)
    }
    fn top(&self, at: usize) -> usize {
        self.level(at).and_then(|l| l.top).map_or(usize::MAX, |n| (n as usize).max(1))
    }
    fn having(&self, at: usize) -> &[Having] {
        self.level(at).map_or(&[], |l| l.having.as_slice())
    }
    fn subtotal(&self, at: usize) -> bool {
        self.level(at).is_some_and(|l| l.subtotal)
    }
    /// Whether an axis of so many groups is shown whole.
    pub fn shows_all(&self, groups: usize, levels: usize) -> bool {
        let asks = |at| self.top(at) < groups || !self.having(at).is_empty();
        groups <= self.most && !(0..levels).any(asks)
    }
}

type ValueOf<'a> = dyn Fn(MeasureId, Range<usize>, &CellFacts) -> Option<f64> + 'a;

/// Figures of a range of groups.
pub(super) struct Figures<'a> {
    pub facts: &'a dyn Fn(Range<usize>) -> CellFacts,
    /// By which lines are sorted and chosen; the facts are those of the range.
    pub value: &'a ValueOf<'a>,
}

/// Ranges of groups that have the same label at a level.
fn children(labels: &[Vec<Label>], range: Range<usize>, level: usize) -> Vec<Range<usize>> {
    let at = |leaf: usize| labels.get(leaf).and_then(|l| l.get(level));
    let mut found: Vec<Range<usize>> = Vec::new();
    for leaf in range {
        match found.last_mut() {
            Some(last) if at(last.start) == at(leaf) => last.end = leaf + 1,
            _ => found.push(leaf..leaf + 1),
        }
    }
    found
}

/// Keeps the groups that each level asks for; all others of a group above become its rest.
pub(super) fn limit(axis: &mut Axis, asks: &Asks<'_>, figures: &Figures<'_>) {
    let depth = axis.labels.first().map_or(0, Vec::len);
    // The level at which a group went into the rest.
    let mut rest_at: Vec<Option<usize>> = vec![None; axis.len()];
    let mut above = vec![Range { start: 0, end: axis.len() }];
    for level in 0..depth {
        let below: Vec<Vec<Range<usize>>> =
            above.iter().map(|range| children(&axis.labels, range.clone(), level)).collect();
        let counts: Vec<usize> = below.iter().map(Vec::len).collect();
        let most = asks.top(level).min(fitting(&counts, asks.most));
        above = Vec::new();
        for group in below {
            let kept = chosen(&group, asks, level, most, figures);
            for (range, kept) in group.into_iter().zip(kept) {
                if kept {
                    above.push(range);
                } else {
                    rest_at.iter_mut().take(range.end).skip(range.start).for_each(|r| {
                        *r = Some(level);
                    });
                }
            }
        }
    }
    let mut regroup =
        Regroup { labels: &axis.labels, rest_at: &rest_at, new: vec![0; axis.len()], to: vec![] };
    regroup.visit(0..axis.len(), 0, depth);
    let Regroup { new, to, .. } = regroup;
    axis.regroup(&new, to);
}

/// The most groups within each group above, so that there are not too many in all.
fn fitting(counts: &[usize], most: usize) -> usize {
    let total = |cap: usize| counts.iter().map(|n| (*n).min(cap)).sum::<usize>();
    let (mut low, mut high) = (1, counts.iter().copied().max().unwrap_or(0).max(1));
    while low < high {
        let middle = low + (high - low).div_ceil(2);
        if total(middle) <= most {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    low
}

fn chosen(
    group: &[Range<usize>],
    asks: &Asks<'_>,
    level: usize,
    most: usize,
    figures: &Figures<'_>,
) -> Vec<bool> {
    let having = asks.having(level);
    if group.len() <= most && having.is_empty() {
        return vec![true; group.len()];
    }
    let by = asks.sort(level).or_else(|| asks.first.map(|m| (m, Order::Descending)));
    let mut kept = Vec::with_capacity(group.len());
    let mut places = Vec::with_capacity(group.len());
    for (at, range) in group.iter().enumerate() {
        let facts = (figures.facts)(range.clone());
        let value = |measure| (figures.value)(measure, range.clone(), &facts);
        let passes = |h: &Having| h.holds(value(h.measure));
        kept.push(having.iter().all(passes));
        places.push((at, by.and_then(|(measure, _)| value(measure))));
    }
    let order = by.map_or(Order::Descending, |(_, order)| order);
    places.retain(|(at, _)| kept.get(*at) == Some(&true));
    places.sort_by(|a, b| compare(a.1, b.1, order));
    for (at, _) in places.into_iter().skip(most) {
        if let Some(flag) = kept.get_mut(at) {
            *flag = false;
        }
    }
    kept
}

/// New numbers for groups, some of which become one.
struct Regroup<'a> {
    labels: &'a [Vec<Label>],
    rest_at: &'a [Option<usize>],
    new: Vec<u32>,
    to: Vec<Vec<Label>>,
}

impl Regroup<'_> {
    fn visit(&mut self, range: Range<usize>, level: usize, depth: usize) {
        if level == depth {
            self.give(range.clone());
            self.to.extend(self.labels.get(range.start).cloned());
            return;
        }
        let mut rest = Vec::new();
        for child in children(self.labels, range.clone(), level) {
            if self.rest_at.get(child.start) == Some(&Some(level)) {
                rest.push(child);
            } else {
                self.visit(child, level + 1, depth);
            }
        }
        if rest.is_empty() {
            return;
        }
        let above = self.labels.get(range.start).and_then(|l| l.get(..level));
        let mut labels = above.unwrap_or_default().to_vec();
        labels.resize(depth, Label::Rest(rest.len() as u64));
        for child in rest {
            self.give(child);
        }
        self.to.push(labels);
    }

    fn give(&mut self, range: Range<usize>) {
        let number = self.to.len() as u32;
        self.new.iter_mut().take(range.end).skip(range.start).for_each(|n| *n = number);
    }
}

/// The lines of an axis in which anything that was asked for occurs.
pub(super) fn lines(
    axis: &Axis,
    asks: &Asks<'_>,
    figures: &Figures<'_>,
    wants: &Wants,
) -> Vec<Line> {
    let depth = axis.labels.first().map_or(0, Vec::len);
    let mut walk = Walk { axis, asks, figures, wants, depth, lines: Vec::new() };
    if depth == 0 {
        let facts = (figures.facts)(0..axis.len());
        if !facts.is_empty(wants) {
            let all = 0..axis.len();
            walk.lines.push(Line { labels: vec![], leaves: all.clone(), parent: all, facts });
        }
    } else {
        walk.visit(0..axis.len(), 0);
    }
    walk.lines
}

struct Walk<'a> {
    axis: &'a Axis,
    asks: &'a Asks<'a>,
    figures: &'a Figures<'a>,
    wants: &'a Wants,
    depth: usize,
    lines: Vec<Line>,
}

impl Walk<'_> {
    fn visit(&mut self, parent: Range<usize>, level: usize) {
        let mut found = Vec::new();
        for leaves in children(&self.axis.labels, parent.clone(), level) {
            let facts = (self.figures.facts)(leaves.clone());
            if facts.is_empty(self.wants) {
                continue;
            }
            let all = self.axis.labels.get(leaves.start);
            let is_rest = matches!(all.and_then(|l| l.get(level)), Some(Label::Rest(_)));
            let ends = is_rest || level + 1 == self.depth;
            let count = if ends { self.depth } else { level + 1 };
            let labels = all.and_then(|l| l.get(..count)).unwrap_or_default().to_vec();
            let by = self.asks.sort(level);
            let value = by.and_then(|(m, _)| (self.figures.value)(m, leaves.clone(), &facts));
            let line = Line { labels, leaves, parent: parent.clone(), facts };
            found.push((is_rest, value, ends, line));
        }
        if let Some((_, order)) = self.asks.sort(level) {
            // Stable: equals stay in natural order. The rest is last in either.
            found.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| compare(a.1, b.1, order)));
        }
        for (_, _, ends, line) in found {
            let leaves = line.leaves.clone();
            if ends || self.asks.subtotal(level) {
                self.lines.push(line);
            }
            if !ends {
                self.visit(leaves, level + 1);
            }
        }
    }
}

/// Figures in order; no value comes last in either.
pub(super) fn compare(a: Option<f64>, b: Option<f64>, order: Order) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if order == Order::Ascending => a.total_cmp(&b),
        (Some(a), Some(b)) => b.total_cmp(&a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}
