//! Measures of one's own: a small formula over measures and over columns of the files.
//!
//! `revenue / leads`, `(won + lost) / leads`, `distinct([Account], won)`, `sum([deals.csv][Seats])`,
//! `conversion([Demo], [Contract])`.
//! It is evaluated on each cell's own facts, so a total is never a sum of other figures. Units are
//! checked before anything is computed, and an error names the character that is wrong.
//! Not here: how columns are read (`query::column_fact`), words for an error (`i18n`).

mod over_time;
mod parse;
pub mod reached;
mod unit;

use super::measure::MeasureId;
use super::value::Unit;
use serde::{Deserialize, Serialize};

pub use parse::{FUNCTIONS, NAMES};

/// A measure that the user made, as the document keeps it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnMeasure {
    /// What [`MeasureId::Own`] refers to.
    pub id: u16,
    pub name: String,
    pub formula: String,
    /// Instead of the unit that follows from the formula, among those without money and days.
    pub unit: Option<Unit>,
}

/// What a report needs to say of a measure of one's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnHead {
    pub id: u16,
    pub name: String,
    pub formula: String,
    /// `None` where the formula can't be read.
    pub unit: Option<Unit>,
    /// A measure of the program's own that bears a name of the user's: that of its stages.
    #[serde(default)]
    pub of: Option<MeasureId>,
}

/// The names of conversions between stages, by the stages of the ladder.
pub fn stage_heads(stages: &[String]) -> Vec<OwnHead> {
    use MeasureId as M;
    const RATES: [MeasureId; 7] = [
        M::StageRate1,
        M::StageRate2,
        M::StageRate3,
        M::StageRate4,
        M::StageRate5,
        M::StageRate6,
        M::StageRate7,
    ];
    let head = |(pair, of): (&[String], MeasureId)| OwnHead {
        id: u16::MAX,
        name: pair.join(" → "),
        formula: String::new(),
        unit: None,
        of: Some(of),
    };
    stages.windows(2).zip(RATES).map(head).collect()
}

impl OwnMeasure {
    /// What is known of it without the files.
    pub fn head(&self) -> OwnHead {
        let (name, formula) = (self.name.clone(), self.formula.clone());
        OwnHead { id: self.id, name, formula, unit: None, of: None }
    }
}

/// A formula that was read and whose units fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    pub expr: Expr,
    pub unit: Unit,
    /// The columns that it reads; [`Expr::Column`] holds a position here.
    pub columns: Vec<ColumnAsk>,
    pub measures: Vec<MeasureId>,
    /// The stages that it names, each with the character where it does.
    pub stages: Vec<(usize, String)>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    Number(f64),
    Measure(MeasureId),
    Column(usize),
    /// The share of the one count of records in the other, both among the columns.
    Conversion {
        from: usize,
        both: usize,
    },
    Negative(Box<Expr>),
    Binary(Sign, Box<Expr>, Box<Expr>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Plus,
    Minus,
    Times,
    Over,
}

impl Sign {
    pub fn apply(self, a: f64, b: f64) -> Option<f64> {
        let value = match self {
            Sign::Plus => a + b,
            Sign::Minus => a - b,
            Sign::Times => a * b,
            Sign::Over => return (b != 0.0).then(|| a / b).filter(|v| v.is_finite()),
        };
        value.is_finite().then_some(value)
    }
}

/// A fact of one column, or of a stage in the place of a header.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ColumnAsk {
    /// `None`: the records' own file, then those joined to it, then cost files.
    pub file: Option<String>,
    pub header: String,
    pub what: ColumnFact,
    pub of: Among,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum ColumnFact {
    /// Rows with a value.
    #[default]
    Count,
    /// Different values.
    Distinct,
    Sum,
    Mean,
    Median,
    Least,
    Greatest,
    /// Records that reached the stage, and another as well where one is named. A side of a conversion
    /// (`tied`) is counted only where stages are parts of each other.
    Reached {
        and: Option<String>,
        tied: bool,
    },
}

/// Which records count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Among {
    #[default]
    All,
    Won,
    Lost,
    Open,
}

/// What is known of a column before its values are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    Money,
    Number,
    /// Texts and days can be counted and told apart.
    Other,
}

/// What is wrong, and at which character (from 0).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormulaError {
    pub at: usize,
    pub kind: FormulaErrorKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormulaErrorKind {
    /// There is nothing, or it ends where a value is due.
    ValueExpected,
    /// A character that has no place here.
    Unexpected(char),
    UnknownName(String),
    /// A bracket that is not closed.
    Unclosed(char),
    /// A number that is too large.
    Number,
    /// Decimals after a comma, which divides arguments here; the number with a point.
    DecimalComma(String),
    /// After the name of a function, `(` and a column in `[` `]`.
    ColumnExpected,
    NoColumn(String),
    /// The function needs numbers.
    NotNumbers(String),
    /// After the comma, `won`, `lost` or `open`.
    AmongExpected,
    /// A stage in `[` `]`, and for a conversion another or `won`.
    StageExpected,
    /// The ladder has no stage of this name.
    NoStage(String),
    /// Sums of different units.
    Adds(Unit, Unit),
    /// Products or quotients that have no meaning, such as money by money.
    Multiplies(Unit, Unit),
    TooLong,
}

impl Formula {
    /// Reads a formula; `columns` tells what is known of a column, `None` where there is none.
    ///
    /// # Errors
    /// The first character that is wrong.
    pub fn read(
        text: &str,
        columns: &dyn Fn(Option<&str>, &str) -> Option<ColumnKind>,
    ) -> Result<Formula, FormulaError> {
        parse::formula(text, columns)
    }

    /// The value on facts, with the two sides of the division where that is what comes last.
    pub fn value(&self, of: &Leaves<'_>) -> (Option<f64>, Option<(f64, f64)>) {
        let value = value(&self.expr, of);
        let sides = match &self.expr {
            Expr::Binary(Sign::Over, a, b) => self::value(a, of).zip(self::value(b, of)),
            Expr::Conversion { from, both } => (of.column)(*both).zip((of.column)(*from)),
            _ => None,
        };
        (value, sides)
    }
}

/// The figures that a formula is made of.
pub struct Leaves<'a> {
    pub measure: &'a dyn Fn(MeasureId) -> Option<f64>,
    pub column: &'a dyn Fn(usize) -> Option<f64>,
}

fn value(expr: &Expr, of: &Leaves<'_>) -> Option<f64> {
    match expr {
        Expr::Number(number) => Some(*number),
        Expr::Measure(id) => (of.measure)(*id),
        Expr::Column(at) => (of.column)(*at),
        Expr::Conversion { from, both } => {
            Sign::Over.apply((of.column)(*both)?, (of.column)(*from)?)
        }
        Expr::Negative(inner) => value(inner, of).map(|v| -v),
        Expr::Binary(sign, a, b) => sign.apply(value(a, of)?, value(b, of)?),
    }
}
