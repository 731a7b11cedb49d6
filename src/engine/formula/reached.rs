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
/// were won (`None`). It has no name: it is called by its stages, in each language and as they are
/// called by then.
pub fn conversion(from: &str, to: Option<&str>) -> OwnMeasure {
    let further = to.map_or_else(|| "won".to_owned(), quoted);
    let formula = format!("conversion({}, {further})", quoted(from));
    OwnMeasure { formula, ..OwnMeasure::default() }
}

/// The stage and what came after it, where a formula is one conversion and nothing else.
pub fn conversion_of(formula: &str) -> Option<(String, Further)> {
    let read = Formula::read(formula, &|_, _| None).ok()?;
    let (from, both) = read.conversion()?;
    let (from, both) = (read.columns.get(from)?, read.columns.get(both)?);
    let ColumnFact::Reached { and, .. } = &both.what else { return None };
    let further = and.clone().map_or(Further::Outcome(both.of), Further::Stage);
    Some((from.header.clone(), further))
}

/// A formula (be it right or wrong) that calls a stage by another name.
pub fn renamed(formula: &str, stage: &str, name: &str) -> String {
    let text: Vec<char> = formula.chars().collect();
    let (mut found, mut at, mut names_stages) = (String::new(), 0, false);
    while let Some(c) = text.get(at) {
        let rest = text.get(at..).unwrap_or_default();
        if *c == '[' {
            let Some((own, length)) = in_brackets(rest) else { break };
            match names_stages && own == stage {
                true => found.push_str(&quoted(name)),
                false => found.extend(rest.iter().take(length)),
            }
            at += length;
            continue;
        }
        let word: String = rest.iter().take_while(|c| c.is_alphanumeric() || **c == '_').collect();
        if word.is_empty() {
            names_stages &= *c != ')';
            found.push(*c);
            at += 1;
            continue;
        }
        names_stages |= STAGE_FUNCTIONS.contains(&word.to_lowercase().as_str());
        at += word.chars().count();
        found.push_str(&word);
    }
    found.extend(text.get(at..).unwrap_or_default());
    found
}

fn quoted(stage: &str) -> String {
    format!("[{}]", stage.replace(']', "]]"))
}

/// What stands in the brackets that a text begins with, and how many characters that takes with them;
/// `None` where they are not closed.
fn in_brackets(text: &[char]) -> Option<(String, usize)> {
    let (mut inner, mut at) = (String::new(), 1);
    loop {
        match (text.get(at)?, text.get(at + 1)) {
            (']', Some(']')) => {
                inner.push(']');
                at += 2;
            }
            (']', _) => return Some((inner, at + 1)),
            (c, _) => {
                inner.push(*c);
                at += 1;
            }
        }
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
            let what = ColumnFact::Reached { and, tied: is_conversion };
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
        let first = ask(Among::All, None);
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
