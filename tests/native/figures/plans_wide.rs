//! Plans as people write them: one figure a column, months and quarters by name, in three languages;
//! and a bare plan by the size of its numbers. Figures worked out by hand from the files below.

use crate::tables::{File, assembled, read_text};
use tundish::engine::audit::Finding;
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::filter::{Comparison, Grain, Period, PeriodSpec};
use tundish::engine::funnel::{Crossing, FileView};
use tundish::engine::issue::Location;
use tundish::engine::mapping::role::Evidence;
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::view::{FileNote, explain};
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::{Codebook, Figure, answer, lineage};
use tundish::engine::report::*;
use tundish::engine::value::{Caution, Day, Quantity};
use tundish::format::{Locale, NBSP};
use tundish::i18n::strings;

/// Twelve deals of 2025: six a month in January and February. Won: 3 in January (900), 1 in
/// February (400).
const DEALS: &str = "Deal ID,Created,Closed,Stage,Amount,Owner,Source\n\
    1,2025-01-02,2025-01-20,Won,200,Ann,Email\n\
    2,2025-01-03,2025-01-21,Won,300,Ann,Email\n\
    3,2025-01-04,2025-01-22,Won,400,Bob,google / cpc\n\
    4,2025-01-05,2025-01-23,Lost,250,Bob,google / cpc\n\
    5,2025-01-06,,New,150,Ann,Email\n\
    6,2025-01-07,,New,120,Bob,Email\n\
    7,2025-02-02,2025-02-20,Won,400,Bob,google / cpc\n\
    8,2025-02-03,2025-02-21,Lost,300,Ann,Email\n\
    9,2025-02-04,,New,100,Ann,Email\n\
    10,2025-02-05,,New,180,Bob,Email\n\
    11,2025-02-06,,New,190,Ann,Email\n\
    12,2025-02-07,,New,210,Bob,Email\n";

fn files(name: &str, plan: &str) -> Vec<File> {
    vec![read_text("deals.csv", DEALS), read_text(name, plan)]
}

fn views(files: &[File]) -> Vec<FileView<'_>> {
    files.iter().map(File::view).collect()
}

fn proposed(files: &[File]) -> Mapping {
    suggest(&views(files), &Mapping::default())
}

fn answers(files: &[File], mapping: &Mapping, block: BlockSpec) -> Answer {
    let made = assembled(&files.iter().collect::<Vec<_>>(), mapping);
    let spec = ReportSpec { basis: Basis::Period, blocks: vec![block], ..ReportSpec::default() };
    answer(&views(files), &made, &spec).blocks.remove(0)
}

/// Result and plan of revenue, wins and leads; `None` where there is no plan.
fn attained(files: &[File], mapping: &Mapping) -> [Option<(f64, f64)>; 3] {
    let measures = vec![M::RevenueAttainment, M::WonAttainment, M::LeadAttainment];
    let kpis = BlockSpec::Kpis(KpisSpec { measures, ..KpisSpec::default() });
    let Answer::Kpis(kpis) = answers(files, mapping, kpis) else { panic!() };
    [0, 1, 2].map(|at: usize| {
        let card = &kpis.cards[at];
        match &card.absent {
            Some(why) => {
                assert_eq!(*why, Absence::NoTargets);
                None
            }
            None => Some((card.now.numerator.unwrap(), card.now.denominator.unwrap())),
        }
    })
}

#[track_caller]
fn check(name: &str, plan: &str, expected: [Option<(f64, f64)>; 3]) {
    let files = files(name, plan);
    let mapping = proposed(&files);
    assert_eq!(mapping.files[1].kind, FileKind::Targets, "{name}: {plan}");
    assert_eq!(attained(&files, &mapping), expected, "{name}: {plan}");
    assert_eq!(suggest(&views(&files), &mapping), mapping, "asked twice");
}

#[test]
fn each_column_plans_its_own_figure() {
    let all = [Some((1300.0, 2500.0)), Some((4.0, 11.0)), Some((12.0, 30.0))];
    let rows = "2025-01,1000,5,14\n2025-02,1500,6,16\n";
    for head in [
        "Month,Plan revenue,Plan deals,Plan leads\n",
        "Month,Revenue plan,Deals won (plan),Leads target\n",
        "Period,Target revenue,Target wins,Target leads\n",
        "Месяц,План по выручке,План сделок,План по лидам\n",
        "Период,Плановая выручка (руб.),Цель: новые клиенты,План заявок\n",
        "Μήνας,Στόχος εσόδων,Στόχος συμφωνιών,Στόχος leads\n",
    ] {
        check("numbers.csv", &format!("{head}{rows}"), all);
    }
    // In a file that is called a plan, the bare names of figures are plans.
    check("plan 2025.csv", &format!("Month,Revenue,Deals,Leads\n{rows}"), all);
    check("план.csv", &format!("Месяц,Выручка,Сделки,Лиды\n{rows}"), all);
    let one = [Some((1300.0, 2500.0)), None, None];
    check("план.csv", "Месяц;План по выручке\n01.2025;1000\n02.2025;1500\n", one);
    check("targets.csv", "Period,Target revenue\nJan 2025,1000\nFeb 2025,1500\n", one);
    check("цели.csv", "Месяц;Цель по выручке\nянварь 2025;1000\nфевраль 2025;1500\n", one);
    check(
        "q.csv",
        "Quarter,Revenue target\nQ1 2025,2500\nQ2 2025,4000\n",
        [Some((1300.0, 6500.0)), None, None],
    );
    // An empty cell plans nothing, and no zero.
    let gap = "Month,Plan revenue,Plan leads\n2025-01,1000,\n2025-02,,16\n";
    check("gap.csv", gap, [Some((1300.0, 1000.0)), None, Some((12.0, 16.0))]);
}

#[test]
fn what_stands_beside_plans_is_no_plan() {
    let beside = "Month,Plan revenue,Fact revenue,Attainment %\n2025-01,1000,900,90%\n\
        2025-02,1500,400,27%\n";
    let files = files("plan-fact.csv", beside);
    let mapping = proposed(&files);
    let roles: Vec<(R, &str)> =
        mapping.files[1].roles.iter().map(|(r, h)| (*r, h.as_str())).collect();
    assert_eq!(roles, [(R::Date, "Month"), (R::PlannedRevenue, "Plan revenue")]);
    for (name, text) in [
        ("ads.csv", "Date,Campaign,Clicks,Cost,Budget\n2025-01-01,A,10,5,6\n2025-01-02,A,11,4,6\n"),
        ("tariffs.csv", "Client,Plan,Month\nAcme,Pro,2025-01\nBolt,Basic,2025-02\n"),
        ("weather.csv", "Month,Rain\n2025-01,30\n2025-02,20\n"),
    ] {
        let files = self::files(name, text);
        assert_ne!(proposed(&files).files[1].kind, FileKind::Targets, "{name}");
    }
}

#[test]
fn a_bare_plan_is_of_revenue_where_it_is_far_too_large_to_count() {
    // A month has 6 deals of 1,400 together; the root of 6 × 1,400 is 92: from 275 on it is money.
    let files_of = |plan: &str| files("plan.csv", plan);
    let large = files_of("Month,Plan\n2025-01,1000\n2025-02,1500\n");
    let mapping = proposed(&large);
    assert_eq!(mapping.files[1].header(R::PlannedRevenue), Some("Plan"));
    assert_eq!(attained(&large, &mapping), [Some((1300.0, 2500.0)), None, None]);
    let told = explain(&views(&large), &mapping);
    let role = told.files[1].roles.iter().find(|r| r.role == R::PlannedRevenue).unwrap();
    assert_eq!(role.evidence.first(), Some(&Evidence::LargeAsMoney));
    assert!(told.files[1].notes.is_empty());

    // Eight may be wins or leads: it is asked, and compared with nothing before.
    let small = files_of("Month,Plan\n2025-01,8\n2025-02,9\n");
    let mut mapping = proposed(&small);
    assert_eq!(mapping.files[1].kind, FileKind::Targets);
    assert_eq!(attained(&small, &mapping), [None, None, None]);
    assert_eq!(explain(&views(&small), &mapping).files[1].notes, [FileNote::PlanOfWhat]);
    // The user says what it plans, as the mapping screen does, and that stays.
    let roles = &mut mapping.files[1].roles;
    roles.remove(&R::Target);
    roles.insert(R::PlannedLeads, "Plan".to_owned());
    let again = suggest(&views(&small), &mapping);
    assert_eq!(again.files[1].roles, mapping.files[1].roles);
    assert_eq!(attained(&small, &again), [None, None, Some((12.0, 17.0))]);
    assert!(explain(&views(&small), &again).files[1].notes.is_empty());

    // Money by its sign is money at any size; plans of owners are those of a month together.
    let signed = files_of("Month,Plan\n2025-01,€8.00\n2025-02,€9.00\n");
    assert_eq!(proposed(&signed).files[1].header(R::PlannedRevenue), Some("Plan"));
    let owners = "Month,Owner,Plan\n2025-01,Ann,200\n2025-01,Bob,250\n2025-02,Ann,200\n\
        2025-02,Bob,150\n";
    assert_eq!(proposed(&files_of(owners)).files[1].header(R::PlannedRevenue), Some("Plan"));
}

#[test]
fn columns_of_plans_are_parted_by_owner_and_channel() {
    let plan = "Month,Owner,Plan revenue,Plan leads\n2025-01,Ann,400,5\n2025-01,Bob,500,6\n\
        2025-02,Ann,300,4\n2025-02,Bob,200,3\n";
    let files_by = files("plan.csv", plan);
    let mapping = proposed(&files_by);
    let by = |dimension, measures: &[M]| {
        let measures = measures.to_vec();
        let spec = BreakdownSpec { dimension, measures, ..BreakdownSpec::default() };
        BlockSpec::Breakdown(spec)
    };
    let owner = Dimension::Column { file: "deals.csv".to_owned(), header: "Owner".to_owned() };
    let asked = by(owner, &[M::RevenueAttainment, M::LeadAttainment]);
    let Answer::Breakdown(found) = answers(&files_by, &mapping, asked) else { panic!() };
    let both = |row: &BreakdownRow| {
        let part = |at: usize| {
            let q = &row.cells[at];
            (q.numerator.unwrap(), q.denominator.unwrap())
        };
        (row.label.clone(), part(0), part(1))
    };
    let rows: Vec<_> = found.rows.iter().map(both).collect();
    let text = |t: &str| Label::Text(t.to_owned());
    // Ann won 200 + 300 and has 6 records; Bob won 400 + 400 and has 6.
    assert_eq!(
        rows,
        [(text("Ann"), (500.0, 700.0), (6.0, 9.0)), (text("Bob"), (800.0, 700.0), (6.0, 9.0)),]
    );
    let plan = "Месяц;Канал;План по лидам\n2025-01;Email;5\n2025-01;google / cpc;2\n\
        2025-02;Email;6\n2025-02;google / cpc;3\n";
    let files_by = files("план.csv", plan);
    let asked = by(Dimension::Channel, &[M::LeadAttainment]);
    let Answer::Breakdown(found) = answers(&files_by, &proposed(&files_by), asked) else {
        panic!()
    };
    let parts = |row: &BreakdownRow| (row.cells[0].numerator, row.cells[0].denominator);
    let rows: Vec<_> = found.rows.iter().map(parts).collect();
    assert_eq!(rows, [(Some(3.0), Some(5.0)), (Some(9.0), Some(11.0))]);
}

const QUARTERS: &str = "Quarter,Revenue target\nQ1 2025,2700\nQ2 2025,9100\n";

/// Figures of attained revenue over a block: what was won, what was planned, and whether a quarter is
/// told to count in part.
fn told(q: &Quantity) -> (f64, f64, bool) {
    let parted = q.cautions.contains(&Caution::PlansParted);
    let round = |x: f64| (x * 1e6).round() / 1e6;
    (q.numerator.map_or(0.0, round), q.denominator.map_or(0.0, round), parted)
}

fn in_months(first: u32, last: u32) -> ReportSpec {
    let day = |m: u32| Day::from_ymd(2025, m, 1).unwrap();
    let period = Period { first: day(first), last: Day(day(last).add_months(1).0 - 1) };
    let period = PeriodSpec::Between(period);
    ReportSpec { basis: Basis::Period, period, ..ReportSpec::default() }
}

#[test]
fn a_plan_of_a_quarter_has_a_part_in_each_of_its_months() {
    // In January 900 was won, in February 400; 2,700 over 90 days are 30 a day.
    for plan in [QUARTERS, "Quarter,Revenue target\n2025-01-01,2700\n2025-04-01,9100\n"] {
        let files = files("q.csv", plan);
        let mapping = proposed(&files);
        let made = assembled(&files.iter().collect::<Vec<_>>(), &mapping);
        let ask = |spec: ReportSpec, block: BlockSpec| {
            let spec = ReportSpec { blocks: vec![block], ..spec };
            answer(&views(&files), &made, &spec).blocks.remove(0)
        };
        let measures = || vec![M::RevenueAttainment];
        let card = |first, last| {
            let block = KpisSpec { measures: measures(), ..KpisSpec::default() };
            let Answer::Kpis(kpis) = ask(in_months(first, last), BlockSpec::Kpis(block)) else {
                panic!()
            };
            told(&kpis.cards[0].now)
        };
        assert_eq!(card(1, 1), (900.0, 930.0, true));
        assert_eq!(card(2, 2), (400.0, 840.0, true));
        assert_eq!(card(1, 3), (1300.0, 2700.0, false), "the whole quarter has its whole plan");
        // From February to April: 28 and 31 days of the one, 30 of 91 of the other.
        assert_eq!(card(2, 4), (400.0, 840.0 + 930.0 + 3000.0, true));
        assert_eq!(card(1, 6), (1300.0, 11_800.0, false));

        let by = |grain| {
            let dimension = Dimension::Closed(grain);
            let spec =
                BreakdownSpec { dimension, measures: measures(), ..BreakdownSpec::default() };
            let spec = BlockSpec::Breakdown(BreakdownSpec { sort: None, ..spec });
            let Answer::Breakdown(found) = ask(in_months(1, 12), spec) else { panic!() };
            found.rows.iter().map(|row| told(&row.cells[0]).1).collect::<Vec<_>>()
        };
        assert_eq!(by(Grain::Month), [930.0, 840.0, 930.0, 3000.0, 3100.0, 3000.0]);
        assert_eq!(by(Grain::Quarter), [2700.0, 9100.0]);

        let trend = TrendSpec {
            measures: vec![M::RevenueAttainment, M::Revenue],
            grain: Grain::Month,
            ..TrendSpec::default()
        };
        let spec = ReportSpec { comparison: Comparison::Target, ..in_months(1, 2) };
        let Answer::Trend(trend) = ask(spec, BlockSpec::Trend(trend)) else { panic!() };
        let months: Vec<_> = trend.values[0].iter().map(told).collect();
        assert_eq!(months, [(900.0, 930.0, true), (400.0, 840.0, true)]);
        let beside: Vec<_> = trend.against[1].iter().map(|q| q.value.unwrap().round()).collect();
        assert_eq!(beside, [930.0, 840.0]);

        // Its row is one row, however many of its months are there.
        let spec = ReportSpec { blocks: Vec::new(), ..in_months(2, 3) };
        let figure = Figure::whole(M::RevenueAttainment);
        let traced = lineage(&views(&files), &made, &spec, &mut Codebook::default(), &figure);
        let (found, picked) = traced.unwrap();
        let tally = &found.beside[0].1;
        assert_eq!((tally.all, tally.counted, tally.outside), (2, 1, 1));
        let rows: Vec<u32> =
            picked.iter().filter(|p| p.file == 1).flat_map(|p| &p.rows).map(|r| r.row).collect();
        assert_eq!(rows, [0]);
    }
}

/// What was won in January, and what was planned for it.
fn january(plan: &str) -> (f64, f64, bool) {
    let files = files("m.csv", plan);
    let mapping = proposed(&files);
    let made = assembled(&files.iter().collect::<Vec<_>>(), &mapping);
    let measures = vec![M::RevenueAttainment];
    let blocks = vec![BlockSpec::Kpis(KpisSpec { measures, ..KpisSpec::default() })];
    let spec = ReportSpec { blocks, ..in_months(1, 1) };
    let Answer::Kpis(kpis) = answer(&views(&files), &made, &spec).blocks.remove(0) else {
        panic!()
    };
    told(&kpis.cards[0].now)
}

#[test]
fn months_that_begin_quarters_are_no_quarters() {
    let plan = "Month,Revenue target\n2025-01,2700\n2025-04,9100\n";
    assert_eq!(january(plan), (900.0, 2700.0, false));
}

#[test]
fn quarters_of_a_fiscal_year_begin_with_any_month() {
    // From November to January are 92 days, 31 of them in January.
    let plan = "Quarter,Revenue target\n2024-11-01,9200\n2025-02-01,8900\n";
    assert_eq!(january(plan), (900.0, 3100.0, true));
    // Months a quarter apart and others are months.
    let plan = "Quarter,Revenue target\n2025-01-01,2700\n2025-02-01,9100\n";
    assert_eq!(january(plan), (900.0, 2700.0, false));
}

#[test]
fn a_column_of_quarters_whose_days_are_none_is_told_with_its_place() {
    let findings = |plan: &str| {
        let files = files("q.csv", plan);
        let made = assembled(&files.iter().collect::<Vec<_>>(), &proposed(&files));
        let is_it = |f: &&Finding| matches!(f, Finding::Crossing(Crossing::QuartersApart { .. }));
        made.findings.iter().filter(is_it).cloned().collect::<Vec<_>>()
    };
    // February is no quarter from the others; a row without a day is none of them.
    let plan = "Quarter,Revenue target\n2025-01-01,2700\n2025-04-01,9100\n2025-08-01,9100\n\
        2025-10-01,100\n,5\n";
    let place = Location {
        file: "q.csv".to_owned(),
        line: Some(4),
        column: Some("Quarter".to_owned()),
        ..Location::default()
    };
    let day = Day::from_ymd(2025, 8, 1).unwrap();
    let told = Crossing::QuartersApart { place, day, odd: 1, rows: 4 };
    assert_eq!(findings(plan), [Finding::Crossing(told.clone())]);
    let said = (strings(Locale::En).trouble.finding)(&Finding::Crossing(told)).text;
    let expected = "q.csv, line 4, column “Quarter”: 1 Aug 2025 is not whole quarters away from the \
        other days of the column (1 of 4 rows are like this). The plans are read as of single days, \
        not of quarters.";
    assert_eq!(said.replace(NBSP, " "), expected);
    // Days within a month begin nothing.
    let plan = "Квартал;План по выручке\n15.01.2025;2700\n15.04.2025;9100\n";
    let Some(Finding::Crossing(Crossing::QuartersApart { odd, rows, .. })) = findings(plan).pop()
    else {
        panic!()
    };
    assert_eq!((odd, rows), (2, 2));
    for sound in [
        QUARTERS,
        "Quarter,Revenue target\n2024-11-01,9200\n2025-02-01,8900\n",
        "Month,Revenue target\n2025-01-01,2700\n2025-02-01,9100\n",
    ] {
        assert_eq!(findings(sound), [], "{sound}");
    }
}

/// Won on 11 January (100) and 12 February (200), the last day of the file; open are 400 expected on
/// 31 January and 500 on 27 February. Planned are 1,000 and 2,000.
#[test]
fn the_running_month_is_covered_by_what_is_expected_after_the_last_day() {
    let deals = "Deal ID,Stage,Amount,Created,Closed,Expected close\n\
        1,Won,100,2025-01-05,2025-01-11,\n2,Won,200,2025-01-06,2025-02-12,\n\
        4,Proposal,400,2025-01-04,,2025-01-31\n5,Proposal,500,2025-02-05,,2025-02-27\n";
    let plan = "Month,Metric,Target\n2025-01,Revenue,1000\n2025-02,Revenue,2000\n";
    let files = [read_text("deals.csv", deals), read_text("plan.csv", plan)];
    let made = assembled(&files.iter().collect::<Vec<_>>(), &proposed(&files));
    assert_eq!(made.as_of, Day::from_ymd(2025, 2, 12).map(|day| day.0));
    let measures = vec![M::PipelineCoverage];
    let trend =
        TrendSpec { measures: measures.clone(), grain: Grain::Month, ..TrendSpec::default() };
    let kpis = KpisSpec { measures, ..KpisSpec::default() };
    let blocks = || vec![BlockSpec::Trend(trend.clone()), BlockSpec::Kpis(kpis.clone())];
    let ask = |spec: ReportSpec| {
        let spec = ReportSpec { blocks: blocks(), ..spec };
        let mut blocks = answer(&views(&files), &made, &spec).blocks.into_iter();
        let (Some(Answer::Trend(trend)), Some(Answer::Kpis(kpis))) = (blocks.next(), blocks.next())
        else {
            panic!()
        };
        let months: Vec<_> = trend.values[0].iter().map(told).collect();
        (months, told(&kpis.cards[0].now))
    };
    let (january, february) = ((400.0, 900.0, false), (500.0, 1800.0, false));
    let all_days = ReportSpec { basis: Basis::Period, ..ReportSpec::default() };
    assert_eq!(ask(in_months(1, 2)).0, [january, february]);
    assert_eq!(ask(in_months(2, 2)), (vec![february], february));
    assert_eq!(ask(all_days).0, [january, february]);
}
