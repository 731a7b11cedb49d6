//! What the files tell of which stage comes before which: numbers in the names, dates of entry, moves
//! of a history, probabilities. For names that no word list knows.
//!
//! Not here: what becomes of it (`stage_order`).

use super::stage::column;
use super::{FileMapping, Role, Stage, stage_words};
use crate::engine::distinct::Distinct;
use crate::engine::fold::fold_header;
use crate::engine::funnel::FileView;
use crate::engine::table::Column;
use std::collections::BTreeMap;

/// How many rows are looked at.
const LOOKED_AT: u32 = 20_000;

/// What tells; the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clue {
    Number,
    Dates,
    History,
    Probability,
}

/// For pairs of stages, by position, which is the earlier one and what tells it.
#[derive(Default)]
pub struct Clues {
    /// (earlier, later).
    pairs: BTreeMap<(usize, usize), Clue>,
}

impl Clues {
    /// What the records' own file tells.
    pub fn of_records(stages: &[Stage], file: &FileView, roles: &BTreeMap<Role, String>) -> Clues {
        let mut clues = Clues::default();
        clues.numbers(stages);
        clues.dates(stages, file);
        clues.probabilities(stages, file, roles);
        clues
    }

    /// Takes in the moves of a history.
    pub fn take_log(&mut self, stages: &[Stage], file: &FileView, of_file: &FileMapping) {
        let mut net: BTreeMap<(usize, usize), i64> = BTreeMap::new();
        for (from, to) in moves(stages, file, of_file) {
            *net.entry((from, to)).or_default() += 1;
            *net.entry((to, from)).or_default() -= 1;
        }
        self.take(Clue::History, net);
    }

    /// 1 where the first of two comes earlier, −1 where it comes later, 0 where nothing tells.
    pub fn vote(&self, a: usize, b: usize) -> i64 {
        i64::from(self.pairs.contains_key(&(a, b))) - i64::from(self.pairs.contains_key(&(b, a)))
    }

    /// The surest clue to where a stage stands among others.
    pub fn of(&self, stage: usize, others: &[usize]) -> Option<Clue> {
        let told = self.pairs.iter().filter(|((a, b), _)| {
            (*a == stage && others.contains(b)) || (*b == stage && others.contains(a))
        });
        told.map(|(_, clue)| *clue).min()
    }

    /// Takes pairs that nothing surer has told; more than zero says that the first is the earlier.
    fn take(&mut self, clue: Clue, net: BTreeMap<(usize, usize), i64>) {
        for ((a, b), n) in net {
            let told =
                [(a, b), (b, a)].iter().any(|p| self.pairs.get(p).is_some_and(|c| *c <= clue));
            if n > 0 && !told {
                self.pairs.remove(&(b, a));
                self.pairs.insert((a, b), clue);
            }
        }
    }

    fn numbers(&mut self, stages: &[Stage]) {
        let numbers: Vec<Option<u32>> =
            stages.iter().map(|s| stage_words::number(&s.name)).collect();
        self.compare(Clue::Number, &numbers);
    }

    /// Stages by a figure of each: the smaller one is the earlier.
    fn compare<K: PartialOrd>(&mut self, clue: Clue, keys: &[Option<K>]) {
        let mut net = BTreeMap::new();
        for (a, first) in keys.iter().enumerate() {
            for (b, second) in keys.iter().enumerate() {
                if let (Some(first), Some(second)) = (first, second)
                    && first < second
                {
                    net.insert((a, b), 1);
                }
            }
        }
        self.take(clue, net);
    }

    fn dates(&mut self, stages: &[Stage], file: &FileView) {
        let dated: Vec<(usize, &Column)> = stages
            .iter()
            .enumerate()
            .filter_map(|(i, s)| s.entered.as_ref().and_then(|h| Some((i, file.table.column(h)?))))
            .collect();
        let mut net: BTreeMap<(usize, usize), i64> = BTreeMap::new();
        for row in 0..file.table.rows.min(LOOKED_AT as usize) {
            let days: Vec<_> =
                dated.iter().filter_map(|(i, c)| c.moment(row).map(|m| (*i, m))).collect();
            for (a, first) in &days {
                for (b, _) in days.iter().filter(|(_, second)| first < second) {
                    *net.entry((*a, *b)).or_default() += 1;
                    *net.entry((*b, *a)).or_default() -= 1;
                }
            }
        }
        self.take(Clue::Dates, net);
    }

    /// The mean probability of the records that stand in each stage.
    fn probabilities(&mut self, stages: &[Stage], file: &FileView, roles: &BTreeMap<Role, String>) {
        let columns = (column(file, roles, Role::Stage), column(file, roles, Role::Probability));
        let (Some(stage), Some(probability)) = columns else { return };
        let (values, place) = places(stages, stage);
        let mut sums = vec![(0.0, 0u32); stages.len()];
        for row in 0..(file.table.rows as u32).min(LOOKED_AT) {
            let at = place.get(values.code(row) as usize).copied().flatten();
            let of_row = probability.number(row as usize);
            if let (Some((sum, n)), Some(x)) = (at.and_then(|at| sums.get_mut(at)), of_row) {
                *sum += x;
                *n += 1;
            }
        }
        let mean = |(sum, n): (f64, u32)| (n > 0).then(|| sum / f64::from(n));
        let means: Vec<Option<f64>> = sums.into_iter().map(mean).collect();
        self.compare(Clue::Probability, &means);
    }
}

/// For each value of a column its stage.
fn places<'a>(stages: &[Stage], column: &'a Column) -> (Distinct<'a>, Vec<Option<usize>>) {
    let values = Distinct::of(column);
    let place = |text: &str| {
        let text = fold_header(text);
        let is = |value: &String| fold_header(value) == text;
        let found = stages.iter().position(|s| is(&s.name) || s.values.iter().any(is));
        found.filter(|_| !text.is_empty())
    };
    let found = values.texts().map(|text| place(&text)).collect();
    (values, found)
}

/// The moves between two stages of the ladder: told by a row, or by two rows of one record.
fn moves(stages: &[Stage], file: &FileView, of_file: &FileMapping) -> Vec<(usize, usize)> {
    let of = |role| column(file, &of_file.roles, role);
    let Some(to) = of(Role::Stage) else { return Vec::new() };
    let (values, place) = places(stages, to);
    let at = |row: u32| place.get(values.code(row) as usize).copied().flatten();
    let rows = 0..(file.table.rows as u32).min(LOOKED_AT);
    let is_move = |(a, b): (Option<usize>, Option<usize>)| a.zip(b).filter(|(a, b)| a != b);
    if let Some(from) = of(Role::FromStage) {
        let (left, place) = places(stages, from);
        let before = |row: u32| place.get(left.code(row) as usize).copied().flatten();
        return rows.filter_map(|row| is_move((before(row), at(row)))).collect();
    }
    let (Some(record), Some(date)) = (of(Role::Record), of(Role::Date)) else {
        return Vec::new();
    };
    let records = Distinct::of(record);
    let mut events: Vec<_> = rows
        .filter_map(|row| date.moment(row as usize).map(|m| (records.code(row), m, row)))
        .collect();
    events.sort();
    let pairs = events.windows(2).filter_map(|pair| match pair {
        [(a, first, from), (b, second, to)] if a == b && first < second => {
            is_move((at(*from), at(*to)))
        }
        _ => None,
    });
    pairs.collect()
}
