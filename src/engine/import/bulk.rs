//! The quick part of reading: whole runs of regular records go from the text into the columns,
//! with no record made of them.
//!
//! Not here: where such a run ends (`cut`), and every other record (`reading`).

use super::super::profile::HEAD_ROWS;
use super::cut::{self, Cuts};
use super::reading::Reading;
use super::tail::HELD;

/// Less text than this is not worth the start.
const LEAST: usize = 1 << 11;
/// How many records are read one by one before another run is looked for, at the most.
const MOST_PATIENCE: u32 = 1 << 10;

/// What is used again from run to run, and when to look for the next one.
#[derive(Debug, Default)]
pub struct Bulk {
    cuts: Cuts,
    /// Records to be read one by one before the next try, and what the next failure will cost.
    pub wait: u32,
    penalty: u32,
}

impl Reading {
    /// Takes a run of regular records. How many bytes of text that were; 0 where there is none.
    pub(super) fn take_run(&mut self, budget: usize) -> usize {
        if self.bulk.wait > 0 || !self.may_run() {
            return 0;
        }
        let stop = self.text.len().min(self.at + budget.min(1 << 28));
        let text = self.text.get(self.at..stop).unwrap_or_default();
        if text.len() < LEAST {
            return 0;
        }
        let blank = self.splitter.skip_line_ends(text.as_bytes());
        self.at += blank;
        self.begin = self.at;
        if self.splitter.line() > self.below.next_line {
            self.below.gap = true;
            return blank;
        }
        let text = text.get(blank..).unwrap_or_default();
        let Some(signs) = self.layout.marks.signs() else { return blank };
        let Bulk { cuts, wait, penalty } = &mut self.bulk;
        cut::cut(text.as_bytes(), signs, self.layout.width, cuts);
        // The end of the table may be among the last ones.
        let run = cuts.len().saturating_sub(HELD);
        if run == 0 {
            *wait = *penalty + HELD as u32;
            *penalty = (*penalty * 2).clamp(1, MOST_PATIENCE);
            return blank;
        }
        *penalty = 0;
        cuts.truncate(run);
        self.tail.pass_all(&mut self.rows, &mut self.notes);
        let (number, line) = (self.splitter.records() + 1, self.splitter.line());
        let quoted = self.rows.take(text, cuts, signs, number, line);
        self.splitter.pass(run as u32, cuts.lines_before(run), quoted, cuts.newlines);
        self.below.next_line = self.splitter.line();
        self.at += cuts.end();
        self.begin = self.at;
        blank + cuts.end()
    }

    /// Whether nothing needs to be looked at record by record.
    fn may_run(&self) -> bool {
        let header = self.layout.header.unwrap_or(self.layout.skipped);
        self.begin == self.at
            && !self.splitter.is_inside()
            && self.splitter.records() >= header
            && self.rows.len() >= HEAD_ROWS
            && self.decoder.bad.is_empty()
            && self.decoder.turns.is_empty()
            && !self.below.is_watching()
            && self.notes.trace.is_none()
            && !self.checked
            && self.unclosed < super::reading::MOST_UNCLOSED
    }
}
