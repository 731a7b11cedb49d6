//! Plans by owner, channel, region and month: a small plan worked out by hand, from the columns on.

use super::hand::near;
use crate::tables::{File, assembled, file, ladder, mapped};
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::filter::{Comparison, Filter, Grain, Period, PeriodSpec};
use tundish::engine::funnel::{BesideKind, FileView};
use tundish::engine::mapping::{FileKind, Join, Mapping, Role as R};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::{Codebook, Figure, answer, lineage};
use tundish::engine::report::*;
use tundish::engine::value::{Day, Quantity};

fn files(plans: &[&str]) -> Vec<File> {
    let deals = file(
        "deals",
        "id|created:date|closed:date|stage|amount:money|owner|source|company",
        &[
            "D1|2024-01-02|2024-01-20|won|300|Ann|Email|Acme",
            "D2|2024-01-05|2024-02-10|won|100|Bob|Email|Bolt",
            "D3|2024-02-01|2024-02-21|won|600|ann|Direct|Bolt",
            "D4|2024-02-10|2024-02-20|lost|50|Cid|Email|Core",
            "D5|2024-02-20|2024-02-25|won|200|Dee|Direct|Acme",
        ],
    );
    let accounts = file("accounts", "name|Region", &["Acme|North", "Bolt|South", "Core|North"]);
    let plans = file("plans", "month:date|kpi|value:int|rep|channel|REGION", plans);
    vec![deals, accounts, plans]
}

const PLANS: [&str; 12] = [
    "2024-01-01|Revenue|400|Ann||",
    "2024-01-01|Revenue|100|BOB||",
    "2024-01-01|Revenue|600|||",
    "2024-02-01|Revenue|500|Ann||",
    "2024-02-01|Revenue|50|Bob||",
    "2024-02-01|Revenue|70|Cid||",
    "2024-02-01|Revenue|30|Eve||",
    "2024-02-01|Leads|10||Email|",
    "2024-02-01|Leads|5||Direct|",
    "2024-02-01|Leads|2||Referral|",
    "2024-02-01|Won deals|3|||South",
    "2024-02-01|Won deals|1|||East",
];

fn mapping() -> Mapping {
    let deal = [
        (R::RecordId, "id"),
        (R::Created, "created"),
        (R::Closed, "closed"),
        (R::Stage, "stage"),
        (R::Amount, "amount"),
        (R::Owner, "owner"),
        (R::Source, "source"),
    ];
    let plan = [
        (R::Date, "month"),
        (R::Measure, "kpi"),
        (R::Target, "value"),
        (R::Owner, "rep"),
        (R::Source, "channel"),
    ];
    let join = Join {
        from_file: "deals".to_owned(),
        from_column: "company".to_owned(),
        lookup_file: "accounts".to_owned(),
        key_column: "name".to_owned(),
        aliases: Default::default(),
        by: Default::default(),
    };
    let files = vec![
        mapped("deals", FileKind::Deals, &deal),
        mapped("accounts", FileKind::Lookup, &[(R::Key, "name")]),
        mapped("plans", FileKind::Targets, &plan),
    ];
    let ladder = ladder(&["new"], &["won"], &["lost"]);
    Mapping { files, ladder, joins: vec![join], ..Mapping::default() }
}

fn spec(blocks: Vec<BlockSpec>) -> ReportSpec {
    ReportSpec { basis: Basis::Period, blocks, ..ReportSpec::default() }
}

fn february() -> PeriodSpec {
    let day = |d| Day::from_ymd(2024, 2, d).unwrap();
    PeriodSpec::Between(Period { first: day(1), last: day(29) })
}

fn ask(plans: &[&str], spec: &ReportSpec) -> Vec<Answer> {
    let files = files(plans);
    let made = assembled(&files.iter().collect::<Vec<_>>(), &mapping());
    let views: Vec<FileView> = files.iter().map(|f| f.view()).collect();
    answer(&views, &made, spec).blocks
}

fn column(file: &str, header: &str) -> Dimension {
    Dimension::Column { file: file.to_owned(), header: header.to_owned() }
}

fn by(dimension: Dimension, measures: &[M]) -> BlockSpec {
    let measures = measures.to_vec();
    BlockSpec::Breakdown(BreakdownSpec { dimension, measures, ..BreakdownSpec::default() })
}

fn table(spec: &ReportSpec) -> Breakdown {
    match ask(&PLANS, spec).remove(0) {
        Answer::Breakdown(breakdown) => breakdown,
        other => panic!("{other:?}"),
    }
}

fn card(spec: ReportSpec, measure: M) -> Kpi {
    let kpis = KpisSpec { measures: vec![measure], ..KpisSpec::default() };
    match ask(&PLANS, &ReportSpec { blocks: vec![BlockSpec::Kpis(kpis)], ..spec }).remove(0) {
        Answer::Kpis(kpis) => kpis.cards[0].clone(),
        other => panic!("{other:?}"),
    }
}

/// Rows by name with numerator and denominator of the first figure.
fn parts(table: &Breakdown) -> Vec<(String, f64, f64)> {
    let name = |label: &Label| match label {
        Label::Text(text) => text.clone(),
        Label::Channel(channel) => format!("{channel:?}"),
        other => format!("{other:?}"),
    };
    let both = |q: &Quantity| (q.numerator.unwrap(), q.denominator.unwrap());
    let row = |r: &BreakdownRow| (name(&r.label), both(&r.cells[0]).0, both(&r.cells[0]).1);
    table.rows.iter().map(row).collect()
}

fn owned(rows: &[(&str, f64, f64)]) -> Vec<(String, f64, f64)> {
    rows.iter().map(|(name, a, b)| ((*name).to_owned(), *a, *b)).collect()
}

#[test]
fn each_owner_stands_beside_their_own_plan_and_the_total_is_made_anew() {
    let all = table(&spec(vec![by(column("deals", "owner"), &[M::RevenueAttainment])]));
    let expected = [
        ("Ann", 900.0, 900.0),
        ("Bob", 100.0, 150.0),
        ("Cid", 0.0, 70.0),
        ("Dee", 200.0, 0.0),
        ("Eve", 0.0, 30.0),
    ];
    assert_eq!(parts(&all), owned(&expected));
    assert_eq!(all.rows[3].cells[0].value, None, "no plan is no share of it");
    assert!(near(all.total[0].value.unwrap(), 1200.0 / 1150.0));
    assert_eq!(all.planning, Some(Planning { without_result: 2, without_plan: 1 }));
    let of_february = ReportSpec {
        period: february(),
        ..spec(vec![by(column("deals", "owner"), &[M::RevenueAttainment])])
    };
    let february = table(&of_february);
    assert_eq!(parts(&february)[0], ("Ann".to_owned(), 600.0, 500.0));
    assert!(near(february.total[0].value.unwrap(), 900.0 / 650.0));
}

#[test]
fn a_plan_of_the_whole_is_not_added_to_the_plans_of_its_parts() {
    // January is planned as a whole (600) and by owner, February by owner alone (650).
    let whole = card(spec(vec![]), M::RevenueAttainment);
    assert!(near(whole.now.denominator.unwrap(), 600.0 + 650.0), "{whole:?}");
    // What is less than the greatest part is a part as well: that of nobody.
    let rows = ["2024-01-01|Revenue|400|Ann||", "2024-01-01|Revenue|90|||"];
    let owners = spec(vec![by(column("deals", "owner"), &[M::RevenueAttainment])]);
    let Answer::Breakdown(found) = ask(&rows, &owners).remove(0) else { panic!() };
    assert!(near(found.total[0].denominator.unwrap(), 490.0));
    let nobody = found.rows.iter().find(|r| r.label == Label::Empty).unwrap();
    assert!(near(nobody.cells[0].denominator.unwrap(), 90.0));
}

#[test]
fn plans_of_channels_and_of_joined_columns_are_told_apart() {
    let february = |block| ReportSpec { period: february(), ..spec(vec![block]) };
    let channels = table(&february(by(Dimension::Channel, &[M::LeadAttainment])));
    let expected = [("Email", 1.0, 10.0), ("Referral", 0.0, 2.0), ("Direct", 2.0, 5.0)];
    assert_eq!(parts(&channels), owned(&expected));
    assert!(near(channels.total[0].denominator.unwrap(), 17.0));
    let regions = table(&february(by(column("accounts", "Region"), &[M::WonAttainment])));
    let expected = [("East", 0.0, 1.0), ("North", 1.0, 0.0), ("South", 2.0, 3.0)];
    assert_eq!(parts(&regions), owned(&expected));
    assert_eq!(regions.planning, Some(Planning { without_result: 1, without_plan: 1 }));
    // Nothing is planned by stage, and nobody's revenue by region.
    for (by_what, measure) in [
        (Dimension::Stage, M::LeadAttainment),
        (column("deals", "company"), M::WonAttainment),
        (Dimension::Created(Grain::Month), M::RevenueAttainment),
    ] {
        let absent = ask(&PLANS, &spec(vec![by(by_what, &[measure])])).remove(0);
        assert_eq!(absent, Answer::Absent(Absence::NotByDimension), "{measure:?}");
    }
}

#[test]
fn a_filter_that_plans_know_leaves_their_plan() {
    let owner = |name: &str| Filter::among(column("deals", "owner"), vec![name.to_owned()]);
    let of =
        |filters: Vec<Filter>| card(ReportSpec { filters, ..spec(vec![]) }, M::RevenueAttainment);
    let ann = of(vec![owner("Ann")]);
    assert_eq!((ann.now.numerator, ann.now.denominator), (Some(900.0), Some(900.0)));
    let email = Filter::among(column("deals", "stage"), vec!["won".to_owned()]);
    assert_eq!(of(vec![email]).absent, Some(Absence::NotByDimension));
}

#[test]
fn owners_by_months_of_closing_and_rows_beside_their_plan() {
    let pivot = PivotSpec {
        rows: vec![column("deals", "owner")],
        columns: vec![Dimension::Closed(Grain::Month)],
        measures: vec![M::RevenueAttainment],
        ..PivotSpec::default()
    };
    let changes = BreakdownSpec {
        dimension: column("deals", "owner"),
        measures: vec![M::Revenue, M::Leads, M::WinRate],
        changes: true,
        ..BreakdownSpec::default()
    };
    let blocks = vec![BlockSpec::Pivot(pivot), BlockSpec::Breakdown(changes)];
    let asked = ReportSpec { comparison: Comparison::Target, ..spec(blocks) };
    let answers = ask(&PLANS, &asked);
    let Answer::Pivot(pivot) = &answers[0] else { panic!("{:?}", answers[0]) };
    assert_eq!((pivot.rows.len(), pivot.columns.len()), (5, 2));
    let cell = |row: usize, column: usize| {
        let q = &pivot.cells[row][column][0];
        (q.numerator.unwrap(), q.denominator.unwrap())
    };
    assert_eq!([cell(0, 0), cell(0, 1), cell(4, 1)], [(300.0, 400.0), (600.0, 500.0), (0.0, 30.0)]);
    assert_eq!(pivot.grand[0].denominator, Some(1150.0));
    assert_eq!(pivot.planning, Some(Planning { without_result: 2, without_plan: 1 }));
    let Answer::Breakdown(beside) = &answers[1] else { panic!("{:?}", answers[1]) };
    assert_eq!(beside.compared, Some(Compared::Target));
    let plan = |at: usize| beside.rows[at].before[0].as_ref().and_then(|q| q.value);
    let plans: Vec<Option<f64>> = (0..5).map(plan).collect();
    assert_eq!(plans, [Some(900.0), Some(150.0), Some(70.0), None, Some(30.0)]);
    assert_eq!(beside.total_before[0].as_ref().and_then(|q| q.value), Some(1150.0));
    // Leads are planned by channel, and a rate is not planned at all.
    assert!(beside.rows.iter().all(|r| r.before[2].is_none()));
}

#[test]
fn the_rows_behind_every_attainment_can_be_counted() {
    let files = files(&PLANS);
    let made = assembled(&files.iter().collect::<Vec<_>>(), &mapping());
    let views: Vec<FileView> = files.iter().map(|f| f.view()).collect();
    let asked = spec(vec![by(column("deals", "owner"), &[M::RevenueAttainment])]);
    let Answer::Breakdown(found) = answer(&views, &made, &asked).blocks.remove(0) else { panic!() };
    let mut plans_seen = 0;
    for at in (0..found.rows.len()).map(Some).chain([None]) {
        let figure: Figure = found.figure(at, 0).unwrap();
        let shown = at.map_or(&found.total[0], |at| &found.rows[at].cells[0]);
        let traced = lineage(&views, &made, &asked, &mut Codebook::default(), &figure);
        let (traced, _) = traced.unwrap();
        assert_eq!(traced.quantity.as_ref(), Some(shown), "{at:?}");
        let (kind, tally) = &traced.beside[0];
        assert_eq!(*kind, BesideKind::Plans);
        let left: u64 = tally.left_out.iter().map(|(_, n)| n).sum();
        let others = tally.filtered + tally.elsewhere + tally.outside + tally.unconcerned;
        assert_eq!(others + left + tally.counted, 12);
        plans_seen += if at.is_some() { tally.counted } else { 0 };
    }
    assert_eq!(plans_seen, 6, "each owner's plan is behind one row");
}

#[test]
fn the_plan_beside_a_figure_has_its_rows() {
    let files = files(&PLANS);
    let made = assembled(&files.iter().collect::<Vec<_>>(), &mapping());
    let views: Vec<FileView> = files.iter().map(|f| f.view()).collect();
    for dimension in [column("deals", "owner"), Dimension::Channel, Dimension::Stage] {
        let measures = vec![M::Revenue, M::Leads, M::Won];
        let changes = true;
        let block =
            BreakdownSpec { dimension, measures, changes, sort: None, ..BreakdownSpec::default() };
        let blocks = vec![BlockSpec::Breakdown(block)];
        let asked = ReportSpec { comparison: Comparison::Target, ..spec(blocks) };
        let Answer::Breakdown(found) = answer(&views, &made, &asked).blocks.remove(0) else {
            panic!()
        };
        let mut seen = 0;
        for at in (0..found.rows.len()).map(Some).chain([None]) {
            for measure in 0..3 {
                let before = at.map_or(&found.total_before, |at| &found.rows[at].before);
                let before = before.get(measure).and_then(Option::as_ref);
                let figure = found.figure(at, measure).unwrap();
                let of = |figure: &Figure| {
                    lineage(&views, &made, &asked, &mut Codebook::default(), figure)
                };
                let (own, _) = of(&figure).unwrap();
                assert_eq!(own.compared.as_ref().map(|c| &c.1), before, "{at:?} {measure}");
                let other = of(&figure.against(Compared::Target));
                assert_eq!(other.is_ok(), before.is_some());
                let Ok((other, picked)) = other else { continue };
                let rows = picked.iter().find(|p| p.file == 2).map_or(0, |p| p.rows.len());
                assert_eq!(rows as u64, other.beside[0].1.counted);
                assert!(rows > 0);
                seen += rows;
            }
        }
        assert!(seen >= 6, "{:?} {seen}", found.dimension);
    }
}

#[test]
fn an_answer_that_knew_of_no_plans_still_loads() {
    let old = r#"{"dimension":"channel","measures":[],"rows":[],"total":[],"absent":[]}"#;
    let breakdown: Breakdown = serde_json::from_str(old).unwrap();
    assert_eq!(breakdown.planning, None);
}
