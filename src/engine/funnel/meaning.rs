//! What a raw value of a stage or outcome column says, each distinct value understood once; in a
//! pipeline with words of its own by these.
//!
//! Not here: what follows for a record (`stage`, `history`).

use super::MAX_STAGES;
use crate::engine::distinct::{Distinct, Folded, ranked};
use crate::engine::fold::fold;
use crate::engine::mapping::{Ladder, Stage};
use crate::engine::table::Column;
use rustc_hash::FxHashMap;

/// What a raw value says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Empty,
    Won,
    Lost,
    Stage(u8),
    /// A stage after the win, by its number among those.
    After(u8),
    Unmapped,
}

/// The stages before the win that count, in order.
pub(super) fn rungs(ladder: &Ladder) -> Vec<&Stage> {
    ladder.stages.iter().filter(|s| !s.after_win).take(MAX_STAGES).collect()
}

/// The stages after the win that count, in order.
pub(super) fn after_win(ladder: &Ladder) -> Vec<&Stage> {
    ladder.stages.iter().filter(|s| s.after_win).take(MAX_STAGES).collect()
}

/// Folded value → meaning, for all pipelines and for those that have words of their own.
pub(super) struct Words {
    all: FxHashMap<String, Meaning>,
    within: FxHashMap<String, FxHashMap<String, Meaning>>,
}

impl Words {
    /// Where a value is listed twice, won and lost go before stages, and an earlier stage before a
    /// later one.
    pub fn of(ladder: &Ladder) -> Words {
        let mut words = Words { all: FxHashMap::default(), within: FxHashMap::default() };
        let rungs = rungs(ladder).into_iter().zip(0u8..);
        let later = after_win(ladder).into_iter().zip(0u8..);
        let stages: Vec<(&Stage, Meaning)> = rungs
            .map(|(s, at)| (s, Meaning::Stage(at)))
            .chain(later.map(|(s, at)| (s, Meaning::After(at))))
            .collect();
        words.take(&ladder.won, Meaning::Won);
        words.take(&ladder.lost, Meaning::Lost);
        stages.iter().for_each(|(stage, meaning)| words.take(&stage.values, *meaning));
        for (pipeline, own) in &ladder.won_in {
            words.take_within(pipeline, own, Meaning::Won);
        }
        for (pipeline, own) in &ladder.lost_in {
            words.take_within(pipeline, own, Meaning::Lost);
        }
        for (stage, meaning) in &stages {
            for (pipeline, own) in &stage.in_pipeline {
                words.take_within(pipeline, own, *meaning);
            }
        }
        words
    }

    fn take(&mut self, values: &[String], meaning: Meaning) {
        for value in values {
            self.all.entry(fold(value)).or_insert(meaning);
        }
    }

    fn take_within(&mut self, pipeline: &str, values: &[String], meaning: Meaning) {
        let own = self.within.entry(fold(pipeline)).or_default();
        for value in values {
            own.entry(fold(value)).or_insert(meaning);
        }
    }

    /// What a folded value says in a pipeline, given by its folded name.
    fn meaning(&self, pipeline: Option<&str>, text: &str) -> Meaning {
        let own = pipeline.and_then(|p| self.within.get(p)).and_then(|own| own.get(text));
        own.or_else(|| self.all.get(text)).copied().unwrap_or(Meaning::Unmapped)
    }
}

/// The pipeline of each row, as far as pipelines have words of their own.
pub(super) struct Pipelines {
    /// By row: 0 for pipelines without words of their own, else one more than the place in `names`.
    of_row: Vec<u16>,
    names: Vec<String>,
}

impl Pipelines {
    /// `None` where no pipeline has words of its own.
    pub fn of(column: Option<&Column>, words: &Words) -> Option<Pipelines> {
        let column = column.filter(|_| !words.within.is_empty())?;
        let distinct = Distinct::of(column);
        let folded = distinct.fold();
        let mut names: Vec<String> = Vec::new();
        let number = |text: &str| -> u16 {
            if !words.within.contains_key(text) || names.len() >= usize::from(u16::MAX) - 1 {
                return 0;
            }
            names.push(text.to_owned());
            names.len() as u16
        };
        let numbers: Vec<u16> = folded.texts.iter().map(|(_, text)| text).map(number).collect();
        let of_group = |group: u32| numbers.get(group as usize).copied().unwrap_or(0);
        let of_row = distinct.codes.iter().map(|code| of_group(folded.of(*code))).collect();
        Some(Pipelines { of_row, names })
    }

    /// The number of a row's pipeline.
    pub fn number(&self, row: u32) -> u16 {
        self.of_row.get(row as usize).copied().unwrap_or(0)
    }
}

/// A column of raw values, each distinct one understood once for each pipeline.
pub(super) struct Read<'a> {
    distinct: Distinct<'a>,
    folded: Folded,
    /// By code: first in all pipelines, then in each with words of its own.
    meanings: Vec<Vec<Meaning>>,
}

impl<'a> Read<'a> {
    pub fn of(column: &'a Column, words: &Words, pipelines: Option<&Pipelines>) -> Read<'a> {
        let distinct = Distinct::of(column);
        let folded = distinct.fold();
        let understood = |pipeline: Option<&str>| -> Vec<Meaning> {
            let meaning = |(group, text): (u32, &str)| match group {
                0 => Meaning::Empty,
                _ => words.meaning(pipeline, text),
            };
            let of_group: Vec<Meaning> = folded.texts.iter().map(meaning).collect();
            let of_code = |group: &u32| of_group.get(*group as usize).copied();
            folded.group.iter().map(|group| of_code(group).unwrap_or(Meaning::Empty)).collect()
        };
        let own = pipelines.map_or(&[][..], |p| p.names.as_slice());
        let own = own.iter().map(|name| understood(Some(name)));
        let meanings = std::iter::once(understood(None)).chain(own).collect();
        Read { distinct, folded, meanings }
    }

    /// The number of each row's value, and how many values there are.
    pub fn codes(&self) -> &[u32] {
        &self.distinct.codes
    }
    pub fn len(&self) -> usize {
        self.distinct.len()
    }

    /// What a row says, its pipeline being given by number.
    pub fn meaning(&self, row: u32, pipeline: u16) -> Meaning {
        let code = self.distinct.code(row) as usize;
        let of_pipeline = self.meanings.get(usize::from(pipeline));
        of_pipeline.and_then(|m| m.get(code)).copied().unwrap_or(Meaning::Empty)
    }

    /// The values of rows that nothing takes, most rows first, how many more values there are, and
    /// the count of rows.
    pub fn spelled(&self, unmapped: impl Iterator<Item = u32>) -> Option<(Values, u64, u64)> {
        let counts = self.distinct.tally(unmapped);
        let spelled = self.folded.spellings(&counts).into_iter().filter(|(_, n)| *n > 0);
        let values: Values =
            spelled.map(|(code, n)| (self.distinct.text(code).into_owned(), n)).collect();
        let rows = values.iter().map(|(_, n)| n).sum();
        let (values, more) = ranked(values);
        (rows > 0).then_some((values, more, rows))
    }
}

/// Of rows of a column of stages those whose value nothing takes, each by its own pipeline.
pub(crate) fn unmapped(
    (stages, pipelines): (&Column, Option<&Column>),
    ladder: &Ladder,
    rows: impl Iterator<Item = u32>,
) -> Vec<bool> {
    let words = Words::of(ladder);
    let pipelines = Pipelines::of(pipelines, &words);
    let read = Read::of(stages, &words, pipelines.as_ref());
    let number = |row: u32| pipelines.as_ref().map_or(0, |p| p.number(row));
    rows.map(|row| read.meaning(row, number(row)) == Meaning::Unmapped).collect()
}

/// Values with their rows.
pub(super) type Values = Vec<(String, u64)>;
