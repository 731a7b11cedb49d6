//! The expected figures of real files: read, compared, counted.

use crate::support::shared_data;
use serde_json::Value;
use std::collections::BTreeMap;
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::document::Document;
use tundish::engine::filter::Filter;
use tundish::engine::formula::OwnMeasure;
use tundish::engine::funnel::FileView;
use tundish::engine::import::{ImportOptions, Imported, Importer, Step};
use tundish::engine::mapping::{FileKind, FileMapping, Join, Ladder, Mapping, Role, Stage, fold};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::build_report;
use tundish::engine::report::*;

/// A data set: its files as imported, a mapping, and the figures that others computed.
pub struct Oracle {
    name: &'static str,
    pub files: Vec<Imported>,
    pub mapping: Mapping,
    figures: Value,
    compared: BTreeMap<String, u64>,
    /// Measures of one's own, for every question.
    pub own: Vec<OwnMeasure>,
    through: Option<Answerer>,
}

/// Somebody who answers a document in the engine's place, such as the command line.
pub type Answerer = Box<dyn Fn(&Document) -> Report>;

impl Oracle {
    /// `None` where the shared data are not here.
    pub fn read(name: &'static str, files: &[&str], mapping: Mapping) -> Option<Oracle> {
        let folder = shared_data()?.join(name);
        let text = std::fs::read_to_string(folder.join("expected.json")).unwrap();
        let mut json: Value = serde_json::from_str(&text).unwrap();
        let import = |file: &&str| {
            let bytes = std::fs::read(folder.join(file)).unwrap();
            let source = std::io::Cursor::new(&bytes);
            let options = ImportOptions::default();
            let mut importer = Importer::new(file, bytes.len() as u64, source, options);
            loop {
                if let Step::Done(imported) = importer.step(1 << 20).unwrap() {
                    return *imported;
                }
            }
        };
        Some(Oracle {
            name,
            files: files.iter().map(import).collect(),
            mapping,
            figures: json["figures"].take(),
            compared: BTreeMap::new(),
            own: Vec::new(),
            through: None,
        })
    }

    /// The same figures, asked of somebody else.
    pub fn through(self, answerer: Answerer) -> Oracle {
        Oracle { through: Some(answerer), ..self }
    }

    /// Whether only what a report says can be compared, and not what the engine knows beside it.
    pub fn is_report_only(&self) -> bool {
        self.through.is_some()
    }

    pub fn views(&self) -> Vec<FileView<'_>> {
        self.files.iter().map(|f| FileView { profile: &f.profile, table: &f.table }).collect()
    }

    pub fn report(&self, report: ReportSpec) -> Report {
        let mapping = self.mapping.clone();
        let document = Document { mapping, report, ..Document::default() };
        match &self.through {
            Some(answer) => answer(&document),
            None => build_report(&self.views(), &document).unwrap(),
        }
    }

    pub fn one(&self, basis: Basis, block: BlockSpec) -> Answer {
        let own = self.own.clone();
        let spec = ReportSpec { basis, own, blocks: vec![block], ..ReportSpec::default() };
        self.report(spec).blocks.remove(0)
    }

    /// The spread of values, of the records that filters keep.
    pub fn spread(&self, of: SpreadOf, filters: Vec<Filter>) -> Spread {
        let blocks = vec![BlockSpec::Spread(SpreadSpec { of, ..SpreadSpec::default() })];
        let spec = ReportSpec { blocks, filters, ..ReportSpec::default() };
        match self.report(spec).blocks.remove(0) {
            Answer::Spread(spread) => spread,
            other => panic!("{other:?}"),
        }
    }

    /// Compares all figures of a spread that are expected under a key.
    pub fn check_spread(&mut self, key: &str, spread: &Spread) {
        let figures = [
            ("n", Some(spread.count as f64)),
            ("sum", Some(spread.sum)),
            ("mean", Some(spread.mean)),
            ("min", Some(spread.least)),
            ("p10", Some(spread.p10)),
            ("p25", Some(spread.p25)),
            ("median", Some(spread.median)),
            ("p75", Some(spread.p75)),
            ("p90", Some(spread.p90)),
            ("p95", Some(spread.p95)),
            ("max", Some(spread.greatest)),
            ("stddev_sample", spread.deviation),
        ];
        for (field, value) in figures {
            let path = format!("{key}/{field}");
            if self.expected(&path) != Value::Null {
                self.check(&path, value);
            }
        }
    }

    pub fn cohorts(&self, spec: CohortsSpec) -> Cohorts {
        match self.one(Basis::Cohort, BlockSpec::Cohorts(spec)) {
            Answer::Cohorts(cohorts) => cohorts,
            other => panic!("{other:?}"),
        }
    }

    pub fn funnel(&self) -> Funnel {
        match self.one(Basis::Cohort, BlockSpec::Funnel(FunnelSpec::default())) {
            Answer::Funnel(funnel) => funnel,
            other => panic!("{other:?}"),
        }
    }

    pub fn cards(&self) -> Vec<Kpi> {
        let block =
            BlockSpec::Kpis(KpisSpec { measures: M::EVERY.to_vec(), ..KpisSpec::default() });
        match self.one(Basis::Cohort, block) {
            Answer::Kpis(kpis) => kpis.cards,
            other => panic!("{other:?}"),
        }
    }

    pub fn breakdown(
        &self,
        dimension: Dimension,
        measures: &[M],
        sort: Option<(M, Order)>,
    ) -> Breakdown {
        let measures = measures.to_vec();
        let block = BlockSpec::Breakdown(BreakdownSpec {
            dimension,
            measures,
            sort,
            ..BreakdownSpec::default()
        });
        match self.one(Basis::Cohort, block) {
            Answer::Breakdown(breakdown) => breakdown,
            other => panic!("{other:?}"),
        }
    }

    pub fn pivot(&self, rows: Vec<Dimension>, columns: Vec<Dimension>, measures: &[M]) -> Pivot {
        let measures = measures.to_vec();
        let block = BlockSpec::Pivot(PivotSpec {
            rows,
            columns,
            measures,
            sort: None,
            ..PivotSpec::default()
        });
        match self.one(Basis::Cohort, block) {
            Answer::Pivot(pivot) => pivot,
            other => panic!("{other:?}"),
        }
    }

    pub fn trend(
        &self,
        basis: Basis,
        grain: tundish::engine::filter::Grain,
        measures: &[M],
    ) -> Trend {
        let block = BlockSpec::Trend(TrendSpec {
            measures: measures.to_vec(),
            grain,
            ..TrendSpec::default()
        });
        match self.one(basis, block) {
            Answer::Trend(trend) => trend,
            other => panic!("{other:?}"),
        }
    }

    /// The expected value at a path such as `by_agent/3/won`.
    pub fn expected(&self, path: &str) -> Value {
        self.figures.pointer(&format!("/{path}")).cloned().unwrap_or(Value::Null)
    }

    /// The expected rows of a table, by the text of one of its fields.
    pub fn table(&self, key: &str) -> Vec<Value> {
        self.expected(key).as_array().cloned().unwrap_or_default()
    }

    /// Compares a figure with the expected one at 1e-9 (relative), an expected figure that is
    /// rounded to six decimals with the figure rounded as well.
    pub fn check(&mut self, path: &str, found: Option<f64>) {
        let expected = match self.expected(path) {
            Value::Null => None,
            Value::Number(number) => number.as_f64(),
            other => panic!("{}: {path} is {other}", self.name),
        };
        let equal = |a: f64, b: f64| (a - b).abs() <= 1e-9 * b.abs();
        let rounded = |a: f64| (a * 1e6).round() / 1e6;
        let same = match (found, expected) {
            (Some(a), Some(b)) => equal(a, b) || equal(rounded(a), b),
            (a, b) => a == b,
        };
        assert!(same, "{}: {path} is {found:?}, expected {expected:?}", self.name);
        let key = path.split('/').next().unwrap_or(path).to_owned();
        *self.compared.entry(key).or_insert(0) += 1;
    }

    /// The same for a figure that is compared, and counted, elsewhere.
    pub fn agree(&mut self, path: &str, found: Option<f64>) {
        let counted = self.compared.clone();
        self.check(path, found);
        self.compared = counted;
    }

    /// Says how many of the expected figures were compared, and fails where a table of them was
    /// left out without a reason.
    pub fn close(self, left_out: &[(&str, &str)]) {
        let object = self.figures.as_object().unwrap();
        let all: u64 = object.values().map(leaves).sum();
        let compared: u64 = self.compared.values().sum();
        println!("{}: {compared} of {all} expected figures compared", self.name);
        for (key, value) in object {
            let here = self.compared.get(key).copied().unwrap_or(0);
            let reason = left_out.iter().find(|(k, _)| k == key).map(|(_, reason)| *reason);
            if here < leaves(value) {
                let reason = reason.unwrap_or_else(|| panic!("{}: {key} is left out", self.name));
                println!("  {key}: {here} of {}; left out: {reason}", leaves(value));
            } else {
                assert!(reason.is_none(), "{}: {key} is whole, drop its reason", self.name);
            }
        }
    }
}

/// Numbers (and nulls, which are figures without a value) in a JSON value.
fn leaves(value: &Value) -> u64 {
    match value {
        Value::Number(_) | Value::Null => 1,
        Value::Array(list) => list.iter().map(leaves).sum(),
        Value::Object(map) => map.values().map(leaves).sum(),
        _ => 0,
    }
}

/// A label as the expected files write it.
pub fn text(label: &Label) -> String {
    match label {
        Label::Text(text) | Label::Stage(text) => text.clone(),
        Label::Won => "Won".to_owned(),
        Label::Lost => "Lost".to_owned(),
        Label::Empty => "(empty)".to_owned(),
        Label::Date(_, day) => day.to_string()[..7].to_owned(),
        other => format!("{other:?}"),
    }
}

/// The row of a break-down by its text.
pub fn row<'a>(breakdown: &'a Breakdown, name: &str) -> &'a BreakdownRow {
    let found = breakdown.rows.iter().find(|r| fold(&text(&r.label)) == fold(name));
    found.unwrap_or_else(|| panic!("no row {name}"))
}

pub fn column(file: &str, header: &str) -> Dimension {
    Dimension::Column { file: file.to_owned(), header: header.to_owned() }
}

pub fn mapped(name: &str, kind: FileKind, roles: &[(Role, &str)]) -> FileMapping {
    FileMapping {
        name: name.to_owned(),
        kind,
        roles: roles.iter().map(|(role, header)| (*role, (*header).to_owned())).collect(),
        ..FileMapping::default()
    }
}

pub fn ladder(stages: Vec<Stage>, won: &str, lost: &str) -> Ladder {
    let (won, lost) = (vec![won.to_owned()], vec![lost.to_owned()]);
    Ladder { stages, won, lost, ..Ladder::default() }
}

pub fn stage(name: &str) -> Stage {
    Stage { name: name.to_owned(), values: vec![name.to_owned()], ..Stage::default() }
}

pub fn join(from: (&str, &str), to: (&str, &str)) -> Join {
    Join {
        from_file: from.0.to_owned(),
        from_column: from.1.to_owned(),
        lookup_file: to.0.to_owned(),
        key_column: to.1.to_owned(),
        aliases: BTreeMap::new(),
        by: Default::default(),
    }
}
