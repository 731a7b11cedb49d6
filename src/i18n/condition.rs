//! A filter as a sentence: what of, how it compares, with what; and what a table is by.

use super::Strings;
use super::label::lower_first;
use crate::engine::dimension::Dimension;
use crate::engine::filter::{DaysTest, Filter, NumberTest, PeriodSpec, Test, Than};

impl Strings {
    /// The title of a table by a dimension; a column's name stays as its file has it.
    pub fn breakdown_by(&self, dimension: &Dimension) -> String {
        let name = (self.names.dimension)(dimension);
        let is_column = matches!(dimension, Dimension::Column { .. });
        (self.report.breakdown_title)(&if is_column { name } else { lower_first(&name) })
    }

    /// `Channel is`, `Канал:`, `Channel is not`, `Amount not >`: what stands before the values.
    pub fn filter_name(&self, filter: &Filter) -> String {
        let (name, verb) = ((self.names.dimension)(&filter.dimension), self.filter_verb(filter));
        match verb.as_str() {
            "" => name,
            // A colon or comma belongs to the word before it.
            verb if verb.starts_with([':', ',']) => name + verb,
            verb => format!("{name} {verb}"),
        }
    }

    fn filter_verb(&self, filter: &Filter) -> String {
        let (asking, report) = (&self.asking, &self.report);
        let verb = match filter.test {
            Test::Among if filter.exclude => return report.filter_is_not.to_owned(),
            Test::Among => return report.filter_is.to_owned(),
            Test::Empty if filter.exclude => return asking.not_empty.to_owned(),
            Test::Empty => return asking.empty.to_owned(),
            Test::Text(test) => (asking.text_test)(test),
            Test::Number(test) => (asking.number_test)(test),
            Test::Days(DaysTest::Within(PeriodSpec::Between(_))) => "",
            Test::Days(test) => (asking.days_test)(test),
            Test::Other(than) => sign(than),
        };
        let not = if filter.exclude { asking.not } else { "" };
        [not, verb].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// What a filter compares with; `named` says a value of a list.
    pub fn filter_value(&self, filter: &Filter, named: &dyn Fn(&str) -> String) -> String {
        let number = |x: f64| self.locale.number_trimmed(x, 6);
        match filter.test {
            Test::Among => filter.values.iter().map(|v| named(v)).collect::<Vec<_>>().join(", "),
            Test::Text(_) => filter.values.join(", "),
            Test::Empty => String::new(),
            Test::Number(NumberTest::Between(a, b)) => {
                format!("{} {} {}", number(a.min(b)), self.asking.and, number(a.max(b)))
            }
            Test::Number(
                NumberTest::Equal(n)
                | NumberTest::Below(n)
                | NumberTest::AtMost(n)
                | NumberTest::Above(n)
                | NumberTest::AtLeast(n),
            ) => number(n),
            Test::Days(DaysTest::From(day) | DaysTest::Until(day)) => self.locale.day(day),
            Test::Days(DaysTest::Within(PeriodSpec::Between(p))) => self.locale.period(p),
            Test::Days(DaysTest::Within(spec)) => (self.report.period_choice)(spec),
            Test::Other(_) => filter.other.as_ref().map(self.names.dimension).unwrap_or_default(),
        }
    }

    /// The whole of it.
    pub fn filter(&self, filter: &Filter, named: &dyn Fn(&str) -> String) -> String {
        let value = self.filter_value(filter, named);
        let parts = [self.filter_name(filter), value];
        parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// A comparison as every language writes it.
pub fn sign(than: Than) -> &'static str {
    match than {
        Than::Below => "<",
        Than::AtMost => "≤",
        Than::Equal => "=",
        Than::AtLeast => "≥",
        Than::Above => ">",
    }
}
