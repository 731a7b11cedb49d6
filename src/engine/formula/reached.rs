//! How far records came, in a formula: `reached([Demo])`, `reached([Demo], [Proposal])`,
//! `reached([Demo], won)`, and the share of the first that came to the second:
//! `conversion([Demo], [Proposal])`.
//!
//! Not here: whether a stage was reached (`measure::reach`), how such records are counted
//! (`query::stage_fact`).

use super::parse::{Parser, Read};
use super::unit::Kind;
use super::{
    Among, ColumnAsk, ColumnFact, Expr, Formula, FormulaError, FormulaErrorKind, OwnMeasure,
};
use crate::engine::value::Unit;

/// Functions of stages, by the names that formulas use.
pub const STAGE_FUNCTIONS: [&str; 2] = ["reached", "conversion"];

/// Where a record came to after a stage.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Further {
    Stage(String),
    /// Won, lost or open now.
    Outcome(Among),
}

impl Formula {
    /// The conversion that a formula is, where it is nothing else: where its two counts are asked
    /// for among the columns, those that reached the first stage and those that went on.
    pub fn conversion(&self) -> Option<(usize, usize)> {
        match self.expr {
            Expr::Conversion { from, both } => Some((from, both)),
            _ => None,
        }
    }

    /// The first stage that is not among these, with the character where it is named.
    pub fn unknown_stage(&self, stages: &[String]) -> Option<FormulaError> {
        let unknown = self.stages.iter().find(|(_, name)| !stages.contains(name));
        unknown.map(|(at, name)| FormulaError {
            at: *at,
            kind: FormulaErrorKind::NoStage(name.clone()),
        })
    }
}

/// A measure of one's own: the share of the records that reached a stage which came to another, or
/// were won (`None`).
pub fn conversion(from: &str, to: Option<&str>, won: &str) -> OwnMeasure {
    let quoted = |stage: &str| format!("[{}]", stage.replace(']', "]]"));
    let further = to.map_or_else(|| "won".to_owned(), quoted);
    OwnMeasure {
        name: format!("{from} → {}", to.unwrap_or(won)),
        formula: format!("conversion({}, {further})", quoted(from)),
        ..OwnMeasure::default()
    }
}

impl Parser<'_> {
    /// What follows `reached` or `conversion`.
    pub(super) fn stages(&mut self, is_conversion: bool) -> Read<(Expr, Kind)> {
        self.peek();
        let open = self.at;
        if !self.take('(') || self.peek() != Some('[') {
            return Err(self.wrong(FormulaErrorKind::StageExpected));
        }
        let from = self.stage()?;
        let further = if self.take(',') { Some(self.further()?) } else { None };
        if is_conversion && further.is_none() {
            return Err(self.wrong(FormulaErrorKind::StageExpected));
        }
        if !self.take(')') {
            return Err(match self.peek() {
                None => FormulaError { at: open, kind: FormulaErrorKind::Unclosed('(') },
                Some(c) => self.wrong(FormulaErrorKind::Unexpected(c)),
            });
        }
        let mut ask = |of: Among, and: Option<String>| {
            let what = ColumnFact::Reached { and };
            self.asked(ColumnAsk { file: None, header: from.clone(), what, of })
        };
        let count = match further {
            None => ask(Among::All, None),
            Some(Further::Stage(to)) => ask(Among::All, Some(to)),
            Some(Further::Outcome(of)) => ask(of, None),
        };
        if !is_conversion {
            return Ok((Expr::Column(count), Some(Unit::Count)));
        }
        // Of a conversion both sides are counted only where stages are parts of each other.
        let first = ask(Among::All, Some(from.clone()));
        Ok((Expr::Conversion { from: first, both: count }, Some(Unit::Share)))
    }

    fn stage(&mut self) -> Read<String> {
        let at = self.at;
        let name = self.bracketed()?;
        self.named.push((at, name.clone()));
        Ok(name)
    }

    fn further(&mut self) -> Read<Further> {
        match self.peek() {
            Some('[') => self.stage().map(Further::Stage),
            _ => self.among().map(Further::Outcome),
        }
    }
}
