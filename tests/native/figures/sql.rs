//! The same definitions in SQL: a made company of 100,000 deals, asked of the engine and, by
//! `tests/sql/figures.py`, of DuckDB. Where there is no Python with `duckdb`, it is skipped.

use super::sql_world::{self as world, iso};
use crate::tables::{File, assembled, read};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::filter::*;
use tundish::engine::formula::OwnMeasure;
use tundish::engine::funnel::{Assembled, FileView};
use tundish::engine::mapping::Channel;
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::{Codebook, answer_with};
use tundish::engine::report::*;
use tundish::engine::value::{Day, Quantity};

/// What the engine is asked, with the name that the question has in the keys.
struct Asked<'a> {
    views: Vec<FileView<'a>>,
    data: &'a Assembled,
    codebook: Codebook,
    found: Map<String, Value>,
    /// How often a measure has a value.
    valued: BTreeMap<String, usize>,
}

/// Formulas of one's own, each asked with all measures.
const OWN: [&str; 5] = [
    "conversion([Qualified], [Contract])",
    "conversion([Trial], won)",
    "reached([Proposal], [Signing])",
    "reached([Review], lost)",
    "reached([Meeting], open)",
];

/// All measures, and the formulas.
fn every() -> Vec<M> {
    M::EVERY.iter().copied().chain((0..OWN.len() as u16).map(M::Own)).collect()
}

fn measure_name(measure: M) -> String {
    match measure {
        M::Own(id) => OWN[usize::from(id)].to_owned(),
        measure => name_of(measure),
    }
}

fn name_of(thing: impl serde::Serialize) -> String {
    match serde_json::to_value(thing).unwrap() {
        Value::String(name) => name,
        other => panic!("{other:?}"),
    }
}

impl Asked<'_> {
    fn one(&mut self, spec: &ReportSpec, block: BlockSpec) -> Answer {
        let own = |(id, formula): (u16, &str)| {
            let formula = formula.to_owned();
            OwnMeasure { id, formula, ..OwnMeasure::default() }
        };
        let spec = ReportSpec {
            currency: Some("EUR".to_owned()),
            margin: Some(0.4),
            comparison: Comparison::Nothing,
            own: (0..).zip(OWN).map(own).collect(),
            blocks: vec![block],
            ..spec.clone()
        };
        answer_with(&self.views, self.data, &spec, &mut self.codebook).blocks.remove(0)
    }

    fn keep(&mut self, key: String, value: Option<f64>) {
        let value = value.and_then(serde_json::Number::from_f64).map_or(Value::Null, Value::Number);
        assert!(self.found.insert(key.clone(), value).is_none(), "{key} twice");
    }

    fn row(&mut self, keys: (&str, &str, &str), measures: &[M], cells: &[Quantity]) {
        let (question, row, column) = keys;
        for (measure, cell) in measures.iter().zip(cells) {
            let name = measure_name(*measure);
            if cell.value.is_some() {
                *self.valued.entry(name.clone()).or_default() += 1;
            }
            self.keep(format!("{question}|{row}|{column}|{name}"), cell.value);
        }
    }

    /// A pivot with all its totals, under every measure that it can answer.
    fn pivot(
        &mut self,
        question: &str,
        rows: Dimension,
        column: Option<Dimension>,
        spec: ReportSpec,
    ) {
        let columns: Vec<Dimension> = column.into_iter().collect();
        let measures = every();
        let pivot =
            PivotSpec { rows: vec![rows], columns, measures, sort: None, ..PivotSpec::default() };
        let found = match self.one(&spec, BlockSpec::Pivot(pivot)) {
            Answer::Pivot(found) => found,
            other => panic!("{other:?}"),
        };
        let name = |labels: &Vec<Label>| named(&labels[0]);
        let totals = found.cells.iter().zip(&found.row_totals);
        for (row, (cells, total)) in found.rows.iter().zip(totals) {
            self.row((question, &name(row), "*"), &found.measures, total);
            for (column, cell) in found.columns.iter().zip(cells) {
                self.row((question, &name(row), &name(column)), &found.measures, cell);
            }
        }
        for (column, total) in found.columns.iter().zip(&found.column_totals) {
            self.row((question, "*", &name(column)), &found.measures, total);
        }
        self.row((question, "*", "*"), &found.measures, &found.grand);
    }

    /// Every measure of the whole.
    fn cards(&mut self, question: &str, spec: &ReportSpec) {
        let measures = every();
        let block = BlockSpec::Kpis(KpisSpec { measures, ..KpisSpec::default() });
        let Answer::Kpis(found) = self.one(spec, block) else { panic!("cards") };
        for card in found.cards.into_iter().filter(|card| card.absent.is_none()) {
            self.row((question, "*", "*"), &[card.measure], &[card.now]);
        }
    }

    /// Every measure along months.
    fn trend(&mut self, question: &str, spec: &ReportSpec) {
        let (measures, grain) = (every(), Grain::Month);
        let block = BlockSpec::Trend(TrendSpec { measures, grain, ..TrendSpec::default() });
        let Answer::Trend(found) = self.one(spec, block) else { panic!("a trend") };
        for (measure, values) in found.measures.iter().zip(&found.values) {
            for (start, value) in found.starts.iter().zip(values) {
                let keys = (question, iso(start.0));
                self.row((keys.0, &keys.1, "*"), &[*measure], std::slice::from_ref(value));
            }
        }
    }

    fn spreads(&mut self) {
        use SpreadOf as S;
        for of in [S::WonAmount, S::DaysToWin, S::DaysToLose, S::DaysToClose, S::OpenAge, S::Cost] {
            let block = BlockSpec::Spread(SpreadSpec { of: of.clone(), ..SpreadSpec::default() });
            let Answer::Spread(s) = self.one(&ReportSpec::default(), block) else { panic!() };
            let name = name_of(&of);
            let figures = [
                ("count", s.count as f64),
                ("sum", s.sum),
                ("mean", s.mean),
                ("deviation", s.deviation.unwrap()),
                ("least", s.least),
                ("greatest", s.greatest),
                ("p10", s.p10),
                ("p25", s.p25),
                ("median", s.median),
                ("p75", s.p75),
                ("p90", s.p90),
                ("p95", s.p95),
            ];
            for (figure, value) in figures {
                self.keep(format!("spread|{name}||{figure}"), Some(value));
            }
        }
    }

    fn cohorts(&mut self) {
        use CohortFigure as F;
        for (unit, ages) in
            [("months", CohortAges::Units), ("days", CohortAges::Days(vec![14, 30, 90]))]
        {
            for figure in [F::Won, F::WonShare, F::Revenue, F::RevenuePerLead] {
                let (grain, ages) = (Grain::Month, ages.clone());
                let spec = CohortsSpec { grain, figure, ages, ..CohortsSpec::default() };
                let block = BlockSpec::Cohorts(spec);
                let Answer::Cohorts(found) = self.one(&ReportSpec::default(), block) else {
                    panic!()
                };
                let name = name_of(figure);
                for row in &found.rows {
                    let cells = found.ages.iter().zip(&row.cells);
                    for (age, cell) in cells.filter(|(_, c)| c.maturity != Maturity::Unborn) {
                        let key = format!("cohorts in {unit}|{}|{age}|{name}", iso(row.start.0));
                        self.keep(key, cell.figure.value);
                    }
                }
            }
        }
    }

    fn funnel(&mut self) {
        let block = BlockSpec::Funnel(FunnelSpec::default());
        let Answer::Funnel(found) = self.one(&ReportSpec::default(), block) else { panic!() };
        for stage in &found.stages {
            let key = format!("funnel|{}||reached", named(&stage.label));
            self.keep(key, Some(stage.reached as f64));
        }
    }
}

fn named(label: &Label) -> String {
    match label {
        Label::Channel(Channel::Custom(name)) | Label::Stage(name) | Label::Text(name) => {
            name.clone()
        }
        Label::Channel(Channel::Unassigned) | Label::Empty => "-".to_owned(),
        Label::Unmatched => "?".to_owned(),
        Label::Date(_, day) => iso(day.0),
        Label::Won => "Won".to_owned(),
        other => panic!("{other:?}"),
    }
}

/// A Python that has DuckDB, or `None` (printed).
pub fn python() -> Option<String> {
    let named = std::env::var("TUNDISH_PYTHON").ok();
    let works = |python: &String| {
        let asked = Command::new(python).args(["-c", "import duckdb"]).output();
        asked.is_ok_and(|o| o.status.success())
    };
    let found = named.into_iter().chain(["python3".to_owned()]).find(works);
    if found.is_none() {
        println!("skipped: there is no Python with duckdb here, so SQL does not check the figures");
    }
    found
}

#[test]
fn sql_gives_the_same_figures() {
    let Some(python) = python() else { return };
    let folder = std::env::temp_dir().join(format!("tundish-sql-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    world::write(&folder);
    let expected = by_sql(&python, "figures.py", &folder);
    let (found, valued) = by_engine(&folder);
    std::fs::remove_dir_all(&folder).unwrap();

    // What SQL says that it does not compute, with the reason.
    let parts = |key: &String| key.split('|').map(str::to_owned).collect::<Vec<String>>();
    let said = expected.keys().map(parts).filter(|key| key[0] == "not asked");
    let not_asked: BTreeMap<String, String> = said.map(|k| (k[1].clone(), k[3].clone())).collect();
    let found: Map<String, Value> =
        found.into_iter().filter(|(key, _)| !not_asked.contains_key(&parts(key)[3])).collect();
    agree(&found, &expected, |sql| sql == Some(None));
    // A group that SQL has and the engine has not; the ages of a cohort are as far as the data go.
    let answered: BTreeSet<(String, String)> =
        found.keys().map(parts).map(|k| (k[0].clone(), k[3].clone())).collect();
    let silent = expected.keys().filter(|key| {
        let key = parts(key);
        !key[0].starts_with("cohorts") && answered.contains(&(key[0].clone(), key[3].clone()))
    });
    let silent: Vec<&String> = silent.filter(|key| !found.contains_key(*key)).collect();
    assert_eq!(silent, Vec::<&String>::new());
    // Every measure of the catalogue is asked or named with a reason, and never in vain.
    let every: Vec<String> = every().into_iter().map(measure_name).collect();
    let is_asked = |m: &&String| valued.get(*m).is_some_and(|n| *n >= 3);
    let in_vain = every.iter().filter(|m| !is_asked(m) && !not_asked.contains_key(*m));
    assert_eq!(in_vain.collect::<Vec<_>>(), Vec::<&String>::new());
    let (all, figures, formulas) = (M::EVERY.len(), found.len(), OWN.len());
    let (asked, named) = (all - not_asked.len(), not_asked.iter());
    let named: Vec<String> = named.map(|(measure, why)| format!("{measure} ({why})")).collect();
    let named = if named.is_empty() { "none".to_owned() } else { named.join(", ") };
    println!(
        "{asked} of {all} measures and {formulas} formulas are equal to DuckDB in {figures} figures; not asked: {named}"
    );
    assert!(figures > 20_000, "{figures}");
}

/// Every figure that was found is the same by SQL; `is_none` says how SQL writes that there is none.
pub fn agree(
    found: &Map<String, Value>,
    expected: &Map<String, Value>,
    is_none: impl Fn(Option<Option<f64>>) -> bool,
) {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * b.abs().max(1.0);
    let mut wrong = Vec::new();
    for (key, value) in found {
        match (value.as_f64(), expected.get(key).map(Value::as_f64)) {
            (Some(a), Some(Some(b))) if near(a, b) => {}
            (None, sql) if is_none(sql) => {}
            (a, b) => wrong.push(format!("{key}: {a:?}, by SQL {b:?}")),
        }
    }
    let shown = wrong[..wrong.len().min(40)].join("\n");
    assert!(wrong.is_empty(), "{} of {}:\n{shown}", wrong.len(), found.len());
}

/// What a script of `tests/sql` answers about the files of a folder.
pub fn by_sql(python: &str, script: &str, folder: &Path) -> Map<String, Value> {
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/sql").join(script);
    let asked = Command::new(python).arg(script).arg(folder).output().unwrap();
    assert!(asked.status.success(), "{}", String::from_utf8_lossy(&asked.stderr));
    serde_json::from_slice(&asked.stdout).unwrap()
}

fn by_engine(folder: &Path) -> (Map<String, Value>, BTreeMap<String, usize>) {
    let files: Vec<File> = world::FILES.iter().map(|name| read(&folder.join(name))).collect();
    let data = assembled(&files.iter().collect::<Vec<_>>(), &world::mapping());
    let mut asked = Asked {
        views: files.iter().map(File::view).collect(),
        data: &data,
        codebook: Codebook::default(),
        found: Map::new(),
        valued: BTreeMap::new(),
    };
    let day = |(y, m, d)| Day::from_ymd(y, m, d).unwrap();
    let between = |first, last| ReportSpec {
        period: PeriodSpec::Between(Period { first: day(first), last: day(last) }),
        ..ReportSpec::default()
    };
    let by_events = |spec| ReportSpec { basis: Basis::Period, ..spec };
    let everything = ReportSpec::default;
    let of_year = || between((2022, 4, 1), (2023, 3, 31));
    let in_year = || by_events(of_year());
    let running = by_events(between((2024, 1, 1), (2024, 12, 31)));
    let filtered = |filters, spec| ReportSpec { filters, ..spec };
    let (region, owner) = (|| column("deals.csv", "region"), || column("deals.csv", "owner"));
    let segment = || column("accounts.csv", "segment");
    let quarter = Some(Dimension::Created(Grain::Quarter));

    asked.pivot("channels", Dimension::Channel, None, everything());
    asked.pivot("channels of a year", Dimension::Channel, None, of_year());
    asked.pivot("channels in a year", Dimension::Channel, None, in_year());
    asked.pivot("owners", owner(), None, everything());
    asked.pivot("owners in a year", owner(), None, in_year());
    asked.pivot("segments", segment(), None, everything());
    asked.pivot("channel by quarter", Dimension::Channel, quarter, everything());
    asked.pivot("region by channel", region(), Some(Dimension::Channel), in_year());
    asked.pivot("months", Dimension::Created(Grain::Month), None, everything());
    asked.cards("all", &everything());
    asked.cards("a year", &in_year());
    asked.cards("a running year", &running);
    asked.trend("along a year", &in_year());
    asked.pivot("not beta", Dimension::Channel, None, filtered(not_beta(), in_year()));
    let dear = filtered(large_and_dear(), everything());
    asked.pivot("large and dear", Dimension::Channel, None, dear);
    asked.pivot("by text or none", region(), None, filtered(by_text(), everything()));
    let late = filtered(late_proposals(), everything());
    asked.pivot("late proposals of the last year", owner(), None, late);
    let by_evidence = ReportSpec { policy: SkipPolicy::Observed, ..everything() };
    asked.pivot("channels by evidence", Dimension::Channel, None, by_evidence);
    let by_evidence = ReportSpec { policy: SkipPolicy::Observed, ..in_year() };
    asked.pivot("channels by evidence in a year", Dimension::Channel, None, by_evidence);
    asked.spreads();
    asked.cohorts();
    asked.funnel();
    (asked.found, asked.valued)
}

fn column(file: &str, header: &str) -> Dimension {
    Dimension::Column { file: file.to_owned(), header: header.to_owned() }
}

fn among(dimension: Dimension, value: &str) -> Filter {
    Filter::among(dimension, vec![value.to_owned()])
}

fn not_beta() -> Vec<Filter> {
    vec![Filter { exclude: true, ..among(Dimension::Channel, "beta") }]
}

/// An attribute that is joined, and a number.
fn large_and_dear() -> Vec<Filter> {
    let dear = Filter {
        dimension: column("deals.csv", "amount"),
        test: Test::Number(NumberTest::AtLeast(5_000.0)),
        ..Filter::default()
    };
    vec![among(column("accounts.csv", "segment"), "large"), dear]
}

/// A text or an empty cell, and a day.
fn by_text() -> Vec<Filter> {
    let text = Test::Text(TextTest::Contains);
    let named = Filter { test: text, ..among(column("deals.csv", "owner"), "A") };
    let dimension = column("deals.csv", "region");
    let nowhere = Filter { dimension, test: Test::Empty, or: true, ..Filter::default() };
    let from = Test::Days(DaysTest::From(Day::from_ymd(2021, 7, 1).unwrap()));
    let dimension = column("deals.csv", "created");
    vec![named, nowhere, Filter { dimension, test: from, ..Filter::default() }]
}

/// One day beside another, and days that count back from the as-of day.
fn late_proposals() -> Vec<Filter> {
    let late = Filter {
        dimension: column("deals.csv", "on3"),
        test: Test::Other(Than::Above),
        other: Some(column("deals.csv", "on1")),
        ..Filter::default()
    };
    let last_year = Test::Days(DaysTest::Within(PeriodSpec::Last(12, Grain::Month)));
    let dimension = column("deals.csv", "closed");
    vec![late, Filter { dimension, test: last_year, ..Filter::default() }]
}
