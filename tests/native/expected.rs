//! A set of real files beside its `expected.json`.

use crate::support::shared_data;
use crate::tables::{File, assembled, read};
use serde_json::Value;
use tundish::engine::dimension::{Dimension, Label, codes};
use tundish::engine::funnel::{Assembled, FileView, Outcome};
use tundish::engine::mapping::{Mapping, fold};
use tundish::engine::stats::Sum;

/// A folder of real files, assembled, with the figures that others computed of them.
pub struct Set {
    pub files: Vec<File>,
    pub mapping: Mapping,
    pub made: Assembled,
    pub expected: Value,
}

/// What the expected figures say of one group of records.
#[derive(Default)]
pub struct Group {
    pub deals: u64,
    pub won: u64,
    pub lost: u64,
    pub open: u64,
    pub revenue: Sum,
}

impl Set {
    pub fn load(folder: &str, names: &[&str], mapping: Mapping) -> Option<Set> {
        let folder = shared_data()?.join(folder);
        let files: Vec<File> = names.iter().map(|name| read(&folder.join(name))).collect();
        let expected = std::fs::read_to_string(folder.join("expected.json")).unwrap();
        let expected: Value = serde_json::from_str(&expected).unwrap();
        let made = assembled(&files.iter().collect::<Vec<_>>(), &mapping);
        Some(Set { files, mapping, made, expected: expected["figures"].clone() })
    }

    pub fn views(&self) -> Vec<FileView<'_>> {
        self.files.iter().map(File::view).collect()
    }

    /// The records of each label, money only in the currency named (all where none is).
    pub fn groups(&self, dimension: &Dimension, currency: &str) -> Vec<(Label, Group)> {
        let found = codes(&self.made, &self.views(), dimension).unwrap();
        let mut groups: Vec<(Label, Group)> =
            found.labels.into_iter().map(|l| (l, Group::default())).collect();
        let records = &self.made.records;
        for (at, code) in found.records.iter().enumerate() {
            let group = &mut groups[*code as usize].1;
            group.deals += 1;
            match records.outcome[at] {
                Outcome::Won => group.won += 1,
                Outcome::Lost => group.lost += 1,
                Outcome::Open => group.open += 1,
            }
            let ours = self.made.currencies[usize::from(records.currency[at])] == currency;
            if records.outcome[at] == Outcome::Won && ours && !records.amount[at].is_nan() {
                group.revenue.add(records.amount[at]);
            }
        }
        groups
    }

    /// Compares the groups of a dimension with a list of the expected figures, label by label.
    pub fn compare(&self, key: &str, dimension: &Dimension, currency: &str) {
        let name = |label: &Label| match label {
            Label::Text(text) => fold(text),
            Label::Empty => "(empty)".to_owned(),
            Label::Date(_, day) => day.to_string()[..7].to_owned(),
            other => format!("{other:?}"),
        };
        let mut ours = self.groups(dimension, currency);
        let theirs = self.expected[key].as_array().unwrap();
        assert_eq!(
            ours.len(),
            theirs.len(),
            "{key}: {:?}",
            ours.iter().map(|g| &g.0).collect::<Vec<_>>()
        );
        for row in theirs {
            let label = fold(row["group"].as_str().unwrap());
            let at = ours.iter().position(|(l, _)| name(l) == label).expect(&label);
            let (_, group) = ours.swap_remove(at);
            let count = |field: &str| row[field].as_u64().unwrap();
            let found = [group.deals, group.won, group.lost, group.open];
            assert_eq!(found, ["deals", "won", "lost", "open"].map(count), "{key}, {label}");
            let revenue = row.get("won_revenue").or(row.get("won_revenue_rub")).unwrap();
            near(group.revenue.value(), revenue, &format!("{key}, {label}"));
        }
    }
}

/// Equal but for the order of additions.
pub fn near(ours: f64, theirs: &Value, place: &str) {
    let theirs = theirs.as_f64().unwrap();
    assert!((ours - theirs).abs() <= 1e-9 * theirs.abs().max(1.0), "{place}: {ours}, not {theirs}");
}
