//! Filters: which records and cost rows a question keeps, by groups, texts, numbers or days.
//!
//! Not here: how a filter is read off the rows (`query::selection`), periods of a report (`filter`).

use super::dimension::{Dimension, Label};
use super::filter::PeriodSpec;
use super::fold::fold;
use super::mapping::Channel;
use super::measure::MeasureId;
use super::value::Day;
use serde::{Deserialize, Serialize};

/// Keeps (or leaves out) the rows whose value passes a test. Filters combine by and; one that says
/// `or` is an alternative to the one before it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Filter {
    pub dimension: Dimension,
    /// Keys of labels, see [`Filter::key`]; for [`Test::Text`] the texts that are looked for.
    pub values: Vec<String>,
    /// Leaves out what passes the test and keeps all else, empty values included.
    pub exclude: bool,
    #[serde(default)]
    pub test: Test,
    /// The column that [`Test::Other`] compares with.
    #[serde(default)]
    pub other: Option<Dimension>,
    #[serde(default)]
    pub or: bool,
}

impl Default for Filter {
    fn default() -> Filter {
        Filter {
            dimension: Dimension::Channel,
            values: Vec::new(),
            exclude: false,
            test: Test::Among,
            other: None,
            or: false,
        }
    }
}

/// What is asked of a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// It is one of the filter's values.
    #[default]
    Among,
    /// It has one of the filter's values somewhere, letter case and outer spaces aside.
    Text(TextTest),
    Number(NumberTest),
    Days(DaysTest),
    /// There is no value.
    Empty,
    /// It compares so with the value of another column in the same row, [`Filter::other`]: numbers
    /// with numbers, dates with dates. A row that lacks one of the two does not pass.
    Other(Than),
}

/// How two values of a row stand to each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Than {
    Below,
    AtMost,
    Equal,
    AtLeast,
    #[default]
    Above,
}

impl Than {
    /// In the order in which they are offered.
    pub const ALL: [Than; 5] = [Than::Below, Than::AtMost, Than::Equal, Than::AtLeast, Than::Above];

    pub fn holds<T: PartialOrd>(self, a: T, b: T) -> bool {
        match self {
            Than::Below => a < b,
            Than::AtMost => a <= b,
            Than::Equal => a == b,
            Than::AtLeast => a >= b,
            Than::Above => a > b,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextTest {
    Contains,
    StartsWith,
    EndsWith,
}

impl TextTest {
    /// Both texts are folded.
    pub fn holds(self, text: &str, wanted: &str) -> bool {
        match self {
            TextTest::Contains => text.contains(wanted),
            TextTest::StartsWith => text.starts_with(wanted),
            TextTest::EndsWith => text.ends_with(wanted),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberTest {
    Equal(f64),
    Below(f64),
    AtMost(f64),
    Above(f64),
    AtLeast(f64),
    /// Both ends included, in whichever order they were given.
    Between(f64, f64),
}

impl NumberTest {
    pub fn holds(self, x: f64) -> bool {
        match self {
            NumberTest::Equal(n) => x == n,
            NumberTest::Below(n) => x < n,
            NumberTest::AtMost(n) => x <= n,
            NumberTest::Above(n) => x > n,
            NumberTest::AtLeast(n) => x >= n,
            NumberTest::Between(a, b) => a.min(b) <= x && x <= a.max(b),
        }
    }

    /// What it compares with: twice the same where that is one number.
    pub fn bounds(self) -> [f64; 2] {
        use NumberTest as N;
        match self {
            N::Equal(n) | N::Below(n) | N::AtMost(n) | N::Above(n) | N::AtLeast(n) => [n, n],
            N::Between(a, b) => [a, b],
        }
    }

    /// The same test with another first or second number; a second one changes nothing where there is
    /// none.
    pub fn with_bound(self, second: bool, n: f64) -> NumberTest {
        use NumberTest as N;
        match self {
            N::Between(a, _) if second => N::Between(a, n),
            N::Between(_, b) => N::Between(n, b),
            other if second => other,
            N::Equal(_) => N::Equal(n),
            N::Below(_) => N::Below(n),
            N::AtMost(_) => N::AtMost(n),
            N::Above(_) => N::Above(n),
            N::AtLeast(_) => N::AtLeast(n),
        }
    }

    /// The same numbers asked of in the way of another test.
    pub fn turned(self, into: NumberTest) -> NumberTest {
        let [a, b] = self.bounds();
        into.with_bound(false, a).with_bound(true, b)
    }

    /// The sign of the test, whatever it compares with.
    pub fn sign(self) -> &'static str {
        use NumberTest as N;
        match self {
            N::Equal(_) => "=",
            N::Below(_) => "<",
            N::AtMost(_) => "≤",
            N::Above(_) => ">",
            N::AtLeast(_) => "≥",
            N::Between(..) => "between",
        }
    }
}

/// Days are those that stand in the file: no zone can shift them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DaysTest {
    /// Fixed days, or some that count back from the as-of day of the data.
    Within(PeriodSpec),
    /// That day or later.
    From(Day),
    /// That day or before.
    Until(Day),
}

impl DaysTest {
    /// Whether a day passes; every day does where there is nothing to count back from.
    pub fn holds(self, day: Day, as_of: Option<Day>) -> bool {
        match self {
            DaysTest::Within(spec) => spec.resolve(as_of).is_none_or(|p| p.contains(day)),
            DaysTest::From(first) => first <= day,
            DaysTest::Until(last) => day <= last,
        }
    }
}

/// Keeps the groups of a table whose figure passes a test; the others are shown together as the
/// rest, so that a table still says everything that it counts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Having {
    pub measure: MeasureId,
    pub test: NumberTest,
    /// Those without a value instead, whatever the test.
    #[serde(default)]
    pub empty: bool,
}

impl Having {
    /// Whether a group with this figure is kept.
    pub fn holds(&self, value: Option<f64>) -> bool {
        value.map_or(self.empty, |v| !self.empty && self.test.holds(v))
    }
}

impl Filter {
    /// The rows whose group is among some.
    pub fn among(dimension: Dimension, values: Vec<String>) -> Filter {
        Filter { dimension, values, ..Filter::default() }
    }

    /// A filter that names nothing yet keeps everything.
    pub fn is_decided(&self) -> bool {
        match self.test {
            Test::Among | Test::Text(_) => !self.values.is_empty(),
            Test::Number(_) | Test::Days(_) | Test::Empty => true,
            Test::Other(_) => self.other.is_some(),
        }
    }

    /// The text by which a filter names a group: the folded text of a value, empty for the empty
    /// value, the first day for a date (`2025-04-01`), the name in a document for a channel
    /// (`paid_search`), and words that begin with a blank, so that no folded value can be one, for
    /// records without a partner.
    pub fn key(label: &Label) -> String {
        match label {
            Label::Channel(Channel::Custom(text)) | Label::Stage(text) | Label::Text(text) => {
                fold(text)
            }
            Label::Channel(channel) => serde_json::to_value(channel)
                .ok()
                .and_then(|name| name.as_str().map(str::to_owned))
                .unwrap_or_default(),
            Label::Won => "won".to_owned(),
            Label::Lost => "lost".to_owned(),
            Label::Open => "open".to_owned(),
            Label::Date(_, day) => day.to_string(),
            Label::Flag(flag) => flag.to_string(),
            Label::Empty => String::new(),
            Label::Unmatched => " unmatched".to_owned(),
            Label::Rest(_) => " rest".to_owned(),
        }
    }

    /// Whether the rows of this group stay, as far as a group says it: days and numbers are those
    /// of single rows, and no group passes a test on them.
    pub fn keeps(&self, label: &Label) -> bool {
        let key = Filter::key(label);
        let passes = match self.test {
            Test::Among => self.values.iter().any(|v| *v == key || fold(v) == key),
            Test::Text(test) => {
                let is_value = !matches!(label, Label::Empty | Label::Unmatched | Label::Rest(_));
                is_value && self.values.iter().any(|v| test.holds(&key, &fold(v)))
            }
            Test::Empty => matches!(label, Label::Empty | Label::Unmatched),
            Test::Number(_) | Test::Days(_) | Test::Other(_) => false,
        };
        passes != self.exclude
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::filter::Grain;

    #[test]
    fn filters_name_groups_by_folded_text() {
        let of = |values: &[&str], exclude| Filter {
            values: values.iter().map(|v| (*v).to_owned()).collect(),
            exclude,
            ..Filter::default()
        };
        let north = Label::Text("  Север ".to_owned());
        assert!(of(&["север"], false).keeps(&north) && !of(&["север"], true).keeps(&north));
        assert!(of(&["Север"], false).keeps(&north));
        assert!(of(&["paid_search"], false).keeps(&Label::Channel(Channel::PaidSearch)));
        assert!(of(&[""], true).keeps(&north) && !of(&[""], true).keeps(&Label::Empty));
        assert!(of(&[" unmatched"], false).keeps(&Label::Unmatched));
        assert!(!of(&["unmatched"], false).keeps(&Label::Unmatched));
        let april = Day::from_ymd(2025, 4, 1).unwrap();
        assert!(of(&["2025-04-01"], false).keeps(&Label::Date(Grain::Month, april)));
        let ends = Filter { test: Test::Text(TextTest::EndsWith), ..of(&["ВЕР"], false) };
        assert!(ends.keeps(&north) && !ends.keeps(&Label::Empty));
    }

    #[test]
    fn tests_of_numbers_take_numbers_one_by_one() {
        use NumberTest as N;
        assert_eq!(N::Between(1.0, 2.0).bounds(), [1.0, 2.0]);
        assert_eq!(N::Above(3.0).bounds(), [3.0, 3.0]);
        assert_eq!(N::Between(1.0, 2.0).with_bound(true, 5.0), N::Between(1.0, 5.0));
        assert_eq!(N::Between(1.0, 2.0).with_bound(false, 5.0), N::Between(5.0, 2.0));
        assert_eq!(N::AtMost(1.0).with_bound(false, 5.0), N::AtMost(5.0));
        assert_eq!(N::AtMost(1.0).with_bound(true, 5.0), N::AtMost(1.0), "it has no second one");
        assert_eq!(N::AtMost(4.0).turned(N::Between(0.0, 0.0)), N::Between(4.0, 4.0));
        assert_eq!(N::Between(1.0, 2.0).turned(N::Equal(0.0)), N::Equal(1.0));
    }

    #[test]
    fn filters_of_earlier_documents_are_read() {
        let text = r#"{"dimension":"channel","values":["email"],"exclude":true}"#;
        let filter: Filter = serde_json::from_str(text).unwrap();
        let values = vec!["email".to_owned()];
        assert_eq!(filter, Filter { values, exclude: true, ..Filter::default() });
    }
}
