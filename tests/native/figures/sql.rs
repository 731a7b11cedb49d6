//! The same definitions in SQL: 100,000 random deals and their costs, asked of the engine and, by
//! `tests/sql/figures.py`, of DuckDB. Where there is no Python with `duckdb`, it is skipped.

use super::made::{Dice, START};
use crate::tables::{File, ladder, mapped, read};
use serde_json::{Map, Value};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::document::Document;
use tundish::engine::filter::{Grain, Period, PeriodSpec};
use tundish::engine::funnel::FileView;
use tundish::engine::mapping::{Channel, FileKind, Mapping, Role};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::build_report;
use tundish::engine::report::*;
use tundish::engine::value::{Day, Quantity};

const DEALS: usize = 100_000;
const COSTS: usize = 6_000;

/// Measures that SQL would have to build an algorithm for (a survival curve, the chances of stages,
/// shares of the whole, of months, moved costs): `naive` is the second computation of these.
const BEYOND: [M; 8] = [
    M::TimeToClose,
    M::StageWeightedPipeline,
    M::RevenueShare,
    M::BudgetGap,
    M::EndToEndVariation,
    M::CacLagged,
    M::RevenueRunRate,
    M::RevenueRunRateWorking,
];

fn iso(day: i32) -> String {
    let (year, month, day) = Day(day).ymd();
    format!("{year:04}-{month:02}-{day:02}")
}

/// Deals over two years: some without days, amounts or sources, some closed before they began, some
/// in another currency.
fn deals(dice: &mut Dice) -> String {
    let mut text =
        "id,created,closed,stage,qualified,proposal,amount,currency,source,region,owner\n"
            .to_owned();
    let of = |list: &[&'static str], dice: &mut Dice| list[dice.below(list.len() as u64) as usize];
    for id in 0..DEALS {
        let stage = of(&["New", "Qualified", "Proposal", "Won", "Won", "Lost", "Lost"], dice);
        let is_open = !matches!(stage, "Won" | "Lost");
        let born = START + dice.below(730) as i32;
        let day = |n: u64, lack: u64, dice: &mut Dice| match dice.one_in(lack) {
            true => String::new(),
            false => iso(born + dice.below(n) as i32 - 3),
        };
        // The closing day of an open deal is a hope, and counts nowhere.
        let (closed, qualified) = (day(200, if is_open { 2 } else { 25 }, dice), day(30, 2, dice));
        let proposal = day(60, 3, dice);
        let created = if dice.one_in(30) { String::new() } else { iso(born) };
        let amount = match dice.one_in(9) {
            true => String::new(),
            false => format!("{}.{:02}", dice.below(20_000), dice.below(100)),
        };
        let currency = if dice.one_in(8) { "USD" } else { "EUR" };
        let source = of(&["alpha", "alpha", "beta", "gamma", ""], dice);
        let region = of(&["North", "South", "West", ""], dice);
        let owner = of(&["Ann", "Bob", "Cyd", "Dan", "Eve", "Fay", "Gus"], dice);
        writeln!(
            text,
            "D{id:06},{created},{closed},{stage},{qualified},{proposal},{amount},{currency},{source},{region},{owner}"
        )
        .unwrap();
    }
    text
}

/// Costs of three sources, one of which no deal came from; some cells are empty.
fn costs(dice: &mut Dice) -> String {
    let mut text = "day,source,campaign,cost,currency,impressions,clicks,conversions\n".to_owned();
    for at in 0..COSTS {
        let cell = |text: String, dice: &mut Dice| match dice.one_in(20) {
            true => String::new(),
            false => text,
        };
        let day = cell(iso(START + dice.below(730) as i32), dice);
        let source = ["alpha", "beta", "delta"][dice.below(3) as usize];
        let cost = cell(format!("{}.{:02}", dice.below(900), dice.below(100)), dice);
        let currency = if dice.one_in(9) { "USD" } else { "EUR" };
        let shown = cell(dice.below(90_000).to_string(), dice);
        let clicks = cell(dice.below(900).to_string(), dice);
        let conversions = cell(dice.below(40).to_string(), dice);
        writeln!(
            text,
            "{day},{source},C{},{cost},{currency},{shown},{clicks},{conversions}",
            at % 40
        )
        .unwrap();
    }
    text
}

fn mapping() -> Mapping {
    use Role as R;
    let mut ladder = ladder(&["New", "Qualified", "Proposal"], &["Won"], &["Lost"]);
    ladder.stages[1].qualified = true;
    ladder.stages[1].entered = Some("qualified".to_owned());
    ladder.stages[2].entered = Some("proposal".to_owned());
    let roles = [
        (R::RecordId, "id"),
        (R::Created, "created"),
        (R::Closed, "closed"),
        (R::Stage, "stage"),
        (R::Amount, "amount"),
        (R::Currency, "currency"),
        (R::Source, "source"),
        (R::Owner, "owner"),
    ];
    let costs = [
        (R::Date, "day"),
        (R::Source, "source"),
        (R::Campaign, "campaign"),
        (R::Spend, "cost"),
        (R::Currency, "currency"),
        (R::Impressions, "impressions"),
        (R::Clicks, "clicks"),
        (R::Conversions, "conversions"),
    ];
    let mut mapping = Mapping {
        files: vec![
            mapped("deals.csv", FileKind::Deals, &roles),
            mapped("costs.csv", FileKind::Spend, &costs),
        ],
        ladder,
        ..Mapping::default()
    };
    for (source, name) in
        [("alpha", "Alpha"), ("beta", "Beta"), ("gamma", "Gamma"), ("delta", "Delta")]
    {
        mapping.channels.rules.push(rule(source, name));
    }
    mapping
}

fn rule(source: &str, name: &str) -> tundish::engine::mapping::ChannelRule {
    use tundish::engine::mapping::{ChannelRule, RuleTest, SourceField};
    let channel = Channel::Custom(name.to_owned());
    ChannelRule { field: SourceField::Source, test: RuleTest::Is, text: source.to_owned(), channel }
}

/// What the engine is asked, with the name that the question has in the keys.
struct Asked {
    files: Vec<File>,
    mapping: Mapping,
    found: Map<String, Value>,
}

impl Asked {
    fn report(&self, spec: ReportSpec) -> Report {
        let report = ReportSpec { currency: Some("EUR".to_owned()), ..spec };
        let document = Document { mapping: self.mapping.clone(), report, ..Document::default() };
        let views: Vec<FileView> = self.files.iter().map(File::view).collect();
        build_report(&views, &document).unwrap()
    }

    fn keep(&mut self, key: String, value: Option<f64>) {
        let value = value.and_then(serde_json::Number::from_f64).map_or(Value::Null, Value::Number);
        assert!(self.found.insert(key.clone(), value).is_none(), "{key} twice");
    }

    fn row(&mut self, keys: (&str, &str, &str), measures: &[M], cells: &[Quantity]) {
        let (question, row, column) = keys;
        for (measure, cell) in measures.iter().zip(cells) {
            let Value::String(name) = serde_json::to_value(measure).unwrap() else { panic!() };
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
        let one_column = columns.is_empty();
        let measures = M::EVERY.iter().copied().filter(|m| !BEYOND.contains(m)).collect();
        let pivot =
            PivotSpec { rows: vec![rows], columns, measures, sort: None, ..PivotSpec::default() };
        let report = self.report(ReportSpec { blocks: vec![BlockSpec::Pivot(pivot)], ..spec });
        let Some(Answer::Pivot(found)) = report.blocks.first() else {
            panic!("{:?}", report.blocks)
        };
        let name = |labels: &Vec<Label>| named(&labels[0]);
        for (row, (cells, total)) in
            found.rows.iter().zip(found.cells.iter().zip(&found.row_totals))
        {
            self.row((question, &name(row), "*"), &found.measures, total);
            if one_column {
                self.row((question, &name(row), "all"), &found.measures, total);
            }
            for (column, cell) in found.columns.iter().zip(cells) {
                self.row((question, &name(row), &name(column)), &found.measures, cell);
            }
        }
        for (column, total) in found.columns.iter().zip(&found.column_totals) {
            self.row((question, "*", &name(column)), &found.measures, total);
        }
        if one_column {
            self.row((question, "*", "all"), &found.measures, &found.grand);
        }
        self.row((question, "*", "*"), &found.measures, &found.grand);
    }

    fn spreads(&mut self) {
        use SpreadOf as S;
        for of in [S::WonAmount, S::DaysToWin, S::DaysToLose, S::DaysToClose, S::OpenAge, S::Cost] {
            let blocks =
                vec![BlockSpec::Spread(SpreadSpec { of: of.clone(), ..SpreadSpec::default() })];
            let report = self.report(ReportSpec { blocks, ..ReportSpec::default() });
            let Some(Answer::Spread(s)) = report.blocks.first() else { panic!() };
            let Value::String(name) = serde_json::to_value(&of).unwrap() else { panic!() };
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
                let spec = CohortsSpec {
                    grain: Grain::Month,
                    figure,
                    ages: ages.clone(),
                    ..CohortsSpec::default()
                };
                let blocks = vec![BlockSpec::Cohorts(spec)];
                let report = self.report(ReportSpec { blocks, ..ReportSpec::default() });
                let Some(Answer::Cohorts(found)) = report.blocks.first() else { panic!() };
                let Value::String(name) = serde_json::to_value(figure).unwrap() else { panic!() };
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
        let blocks = vec![BlockSpec::Funnel(FunnelSpec::default())];
        let report = self.report(ReportSpec { blocks, ..ReportSpec::default() });
        let Some(Answer::Funnel(found)) = report.blocks.first() else { panic!() };
        for stage in &found.stages {
            self.keep(
                format!("funnel|{}||reached", named(&stage.label)),
                Some(stage.reached as f64),
            );
        }
    }
}

fn named(label: &Label) -> String {
    match label {
        Label::Channel(Channel::Custom(name)) | Label::Stage(name) | Label::Text(name) => {
            name.clone()
        }
        Label::Channel(Channel::Unassigned) | Label::Empty => "-".to_owned(),
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
    let mut dice = Dice::new(7);
    std::fs::write(folder.join("deals.csv"), deals(&mut dice)).unwrap();
    std::fs::write(folder.join("costs.csv"), costs(&mut dice)).unwrap();
    let expected = by_sql(&python, "figures.py", &folder);
    let found = by_engine(&folder);
    std::fs::remove_dir_all(&folder).unwrap();

    agree(&found, &expected, |sql| sql == Some(None));
    // What SQL knows and the engine does not say: cells of a month that the ages do not reach yet.
    let silent = expected.keys().filter(|k| !found.contains_key(*k) && !k.starts_with("cohorts"));
    assert_eq!(silent.collect::<Vec<_>>(), Vec::<&String>::new());
    println!("{} figures are the same by SQL", found.len());
    assert!(found.len() > 5_000, "{}", found.len());
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

fn by_engine(folder: &Path) -> Map<String, Value> {
    let files = ["deals.csv", "costs.csv"].map(|name| read(&folder.join(name))).into();
    let mut asked = Asked { files, mapping: mapping(), found: Map::new() };
    let year = PeriodSpec::Between(Period {
        first: Day::from_ymd(2024, 4, 1).unwrap(),
        last: Day::from_ymd(2025, 3, 31).unwrap(),
    });
    let everything = ReportSpec::default;
    let of_year = || ReportSpec { period: year, ..everything() };
    let in_year = || ReportSpec { basis: Basis::Period, ..of_year() };
    let column =
        |header: &str| Dimension::Column { file: "deals.csv".into(), header: header.into() };
    asked.pivot("channels", Dimension::Channel, None, everything());
    asked.pivot("channels of a year", Dimension::Channel, None, of_year());
    asked.pivot("channels in a year", Dimension::Channel, None, in_year());
    asked.pivot("owners", column("owner"), None, everything());
    let quarter = Some(Dimension::Created(Grain::Quarter));
    asked.pivot("channel by quarter", Dimension::Channel, quarter, everything());
    asked.pivot("region by channel", column("region"), Some(Dimension::Channel), in_year());
    asked.pivot("months", Dimension::Created(Grain::Month), None, everything());
    asked.spreads();
    asked.cohorts();
    asked.funnel();
    asked.found
}
