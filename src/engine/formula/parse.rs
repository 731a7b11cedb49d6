//! From text to a formula, by recursive descent. Every call for a deeper level is counted, so that
//! no text can exhaust the stack.

use super::reached::STAGE_FUNCTIONS;
use super::unit::{Kind, combined};
use super::{
    Among, ColumnAsk, ColumnFact, ColumnKind, Expr, Formula, FormulaError, FormulaErrorKind, Sign,
};
use crate::engine::measure::MeasureId;
use crate::engine::value::Unit;

/// More parts than these are no measure that anybody could check.
const MOST_PARTS: usize = 200;

/// Functions of a column, by the names that formulas use.
pub const FUNCTIONS: [(&str, ColumnFact); 7] = [
    ("count", ColumnFact::Count),
    ("distinct", ColumnFact::Distinct),
    ("sum", ColumnFact::Sum),
    ("mean", ColumnFact::Mean),
    ("median", ColumnFact::Median),
    ("min", ColumnFact::Least),
    ("max", ColumnFact::Greatest),
];

/// Groups of records that a function can be narrowed to.
pub const NAMES: [(&str, Among); 3] =
    [("won", Among::Won), ("lost", Among::Lost), ("open", Among::Open)];

type Columns<'a> = &'a dyn Fn(Option<&str>, &str) -> Option<ColumnKind>;
pub(super) type Read<T> = Result<T, FormulaError>;

pub(super) fn formula(text: &str, columns: Columns<'_>) -> Read<Formula> {
    let text = text.chars().collect();
    let mut parser = Parser { text, at: 0, parts: 0, asks: Vec::new(), named: Vec::new(), columns };
    let (expr, kind) = parser.sum()?;
    match parser.peek() {
        None => {}
        Some(other) => return Err(parser.wrong(FormulaErrorKind::Unexpected(other))),
    }
    let mut measures = Vec::new();
    list(&expr, &mut measures);
    let unit = kind.unwrap_or(Unit::Ratio);
    Ok(Formula { expr, unit, columns: parser.asks, measures, stages: parser.named })
}

fn list(expr: &Expr, found: &mut Vec<MeasureId>) {
    match expr {
        Expr::Measure(id) if !found.contains(id) => found.push(*id),
        Expr::Negative(inner) => list(inner, found),
        Expr::Binary(_, a, b) => {
            list(a, found);
            list(b, found);
        }
        _ => {}
    }
}

pub(super) struct Parser<'a> {
    text: Vec<char>,
    pub(super) at: usize,
    parts: usize,
    asks: Vec<ColumnAsk>,
    /// Stages, with where they are named.
    pub(super) named: Vec<(usize, String)>,
    columns: Columns<'a>,
}

impl Parser<'_> {
    /// The next character that is no space.
    pub(super) fn peek(&mut self) -> Option<char> {
        while self.text.get(self.at).is_some_and(|c| c.is_whitespace()) {
            self.at += 1;
        }
        self.text.get(self.at).copied()
    }

    pub(super) fn take(&mut self, wanted: char) -> bool {
        let is_next = self.peek() == Some(wanted);
        self.at += usize::from(is_next);
        is_next
    }

    pub(super) fn wrong(&self, kind: FormulaErrorKind) -> FormulaError {
        FormulaError { at: self.at, kind }
    }

    /// Counts a part, so that neither depth nor length is without an end.
    fn part(&mut self) -> Read<()> {
        self.parts += 1;
        if self.parts > MOST_PARTS {
            return Err(self.wrong(FormulaErrorKind::TooLong));
        }
        Ok(())
    }

    fn sum(&mut self) -> Read<(Expr, Kind)> {
        let mut left = self.product()?;
        loop {
            let sign = match self.peek() {
                Some('+') => Sign::Plus,
                Some('-' | '−' | '–') => Sign::Minus,
                _ => return Ok(left),
            };
            left = self.joined(sign, left, Parser::product)?;
        }
    }

    fn product(&mut self) -> Read<(Expr, Kind)> {
        let mut left = self.signed()?;
        loop {
            let sign = match self.peek() {
                Some('*' | '×' | '·') => Sign::Times,
                Some('/' | '÷' | ':') => Sign::Over,
                _ => return Ok(left),
            };
            left = self.joined(sign, left, Parser::signed)?;
        }
    }

    fn joined(
        &mut self,
        sign: Sign,
        (left, a): (Expr, Kind),
        right: fn(&mut Self) -> Read<(Expr, Kind)>,
    ) -> Read<(Expr, Kind)> {
        let at = self.at;
        self.at += 1;
        let (right, b) = right(self)?;
        let Some(kind) = combined(sign, a, b) else {
            let (a, b) = (a.unwrap_or(Unit::Ratio), b.unwrap_or(Unit::Ratio));
            let kind = match sign {
                Sign::Plus | Sign::Minus => FormulaErrorKind::Adds(a, b),
                Sign::Times | Sign::Over => FormulaErrorKind::Multiplies(a, b),
            };
            return Err(FormulaError { at, kind });
        };
        Ok((Expr::Binary(sign, Box::new(left), Box::new(right)), kind))
    }

    fn signed(&mut self) -> Read<(Expr, Kind)> {
        self.part()?;
        match self.peek() {
            Some('-' | '−' | '–') => {
                self.at += 1;
                let (inner, kind) = self.signed()?;
                Ok((Expr::Negative(Box::new(inner)), kind))
            }
            Some('(') => {
                let open = self.at;
                self.at += 1;
                let inner = self.sum()?;
                match (self.take(')'), self.peek()) {
                    (true, _) => Ok(inner),
                    (false, None) => {
                        Err(FormulaError { at: open, kind: FormulaErrorKind::Unclosed('(') })
                    }
                    (false, Some(c)) => Err(self.wrong(FormulaErrorKind::Unexpected(c))),
                }
            }
            Some(c) if c.is_ascii_digit() || c == '.' => self.number(),
            Some(c) if c.is_alphabetic() || c == '_' => self.name(),
            Some('[') => Err(self.wrong(FormulaErrorKind::Unexpected('['))),
            Some(')') | None => Err(self.wrong(FormulaErrorKind::ValueExpected)),
            Some(',') if self.is_digit(self.at + 1) => Err(self.decimal_comma("0")),
            Some(c) => Err(self.wrong(FormulaErrorKind::Unexpected(c))),
        }
    }

    fn word(&mut self, belongs: fn(char) -> bool) -> String {
        let start = self.at;
        while self.text.get(self.at).is_some_and(|c| belongs(*c)) {
            self.at += 1;
        }
        self.text.get(start..self.at).unwrap_or_default().iter().collect()
    }

    fn number(&mut self) -> Read<(Expr, Kind)> {
        let at = self.at;
        let text = self.word(|c| c.is_ascii_digit() || c == '.');
        if self.text.get(self.at) == Some(&',') && self.is_digit(self.at + 1) {
            return Err(self.decimal_comma(&text));
        }
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok((Expr::Number(number), None)),
            _ => Err(FormulaError { at, kind: FormulaErrorKind::Number }),
        }
    }

    fn is_digit(&self, at: usize) -> bool {
        self.text.get(at).is_some_and(char::is_ascii_digit)
    }

    /// At a comma that stands for a decimal point.
    fn decimal_comma(&self, whole: &str) -> FormulaError {
        let behind = self.text.get(self.at + 1..).unwrap_or_default();
        let digits: String = behind.iter().take_while(|c| c.is_ascii_digit()).collect();
        self.wrong(FormulaErrorKind::DecimalComma(format!("{whole}.{digits}")))
    }

    fn name(&mut self) -> Read<(Expr, Kind)> {
        let at = self.at;
        let word = self.word(|c| c.is_alphanumeric() || c == '_').to_lowercase();
        if let Some((_, what)) = FUNCTIONS.iter().find(|(name, _)| *name == word) {
            return self.function(what.clone());
        }
        if let Some(at) = STAGE_FUNCTIONS.iter().position(|name| *name == word) {
            return self.stages(at == 1);
        }
        let named = serde_json::Value::String(word.clone());
        match serde_json::from_value::<MeasureId>(named) {
            Ok(id) => Ok((Expr::Measure(id), Some(id.unit()))),
            Err(_) => Err(FormulaError { at, kind: FormulaErrorKind::UnknownName(word) }),
        }
    }

    fn function(&mut self, what: ColumnFact) -> Read<(Expr, Kind)> {
        self.peek();
        let open = self.at;
        if !self.take('(') || self.peek() != Some('[') {
            return Err(self.wrong(FormulaErrorKind::ColumnExpected));
        }
        let at = self.at;
        let first = self.bracketed()?;
        let (file, header) = match self.peek() {
            Some('[') => (Some(first), self.bracketed()?),
            _ => (None, first),
        };
        let of = if self.take(',') { self.among()? } else { Among::All };
        if !self.take(')') {
            return Err(match self.peek() {
                None => FormulaError { at: open, kind: FormulaErrorKind::Unclosed('(') },
                Some(c) => self.wrong(FormulaErrorKind::Unexpected(c)),
            });
        }
        let wrong = |kind| Err(FormulaError { at, kind });
        let unit = match ((self.columns)(file.as_deref(), &header), &what) {
            (None, _) => return wrong(FormulaErrorKind::NoColumn(header)),
            (_, ColumnFact::Count | ColumnFact::Distinct) => Unit::Count,
            (Some(ColumnKind::Money), _) => Unit::Money,
            (Some(ColumnKind::Number), _) => Unit::Count,
            (Some(ColumnKind::Other), _) => {
                return wrong(FormulaErrorKind::NotNumbers(header));
            }
        };
        let place = self.asked(ColumnAsk { file, header, what, of });
        Ok((Expr::Column(place), Some(unit)))
    }

    /// Where a fact stands among those that are asked for.
    pub(super) fn asked(&mut self, ask: ColumnAsk) -> usize {
        let known = self.asks.iter().position(|a| *a == ask);
        known.unwrap_or_else(|| {
            self.asks.push(ask);
            self.asks.len() - 1
        })
    }

    /// A header in brackets; a bracket of its own is written twice.
    pub(super) fn bracketed(&mut self) -> Read<String> {
        let open = self.at;
        self.at += 1;
        let mut text = String::new();
        loop {
            match (self.text.get(self.at), self.text.get(self.at + 1)) {
                (None, _) => {
                    return Err(FormulaError { at: open, kind: FormulaErrorKind::Unclosed('[') });
                }
                (Some(']'), Some(']')) => {
                    text.push(']');
                    self.at += 2;
                }
                (Some(']'), _) => {
                    self.at += 1;
                    return Ok(text);
                }
                (Some(c), _) => {
                    text.push(*c);
                    self.at += 1;
                }
            }
        }
    }

    pub(super) fn among(&mut self) -> Read<Among> {
        self.peek();
        let at = self.at;
        let word = self.word(|c| c.is_alphanumeric() || c == '_').to_lowercase();
        let found = NAMES.iter().find(|(name, _)| *name == word);
        found.map(|(_, of)| *of).ok_or(FormulaError { at, kind: FormulaErrorKind::AmongExpected })
    }
}
