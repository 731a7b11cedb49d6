//! Plans as people write them: one figure a column, months and quarters by name, in three languages;
//! and a bare plan by the size of its numbers. Figures worked out by hand from the files below.

use crate::tables::{File, assembled, read_text};
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::funnel::FileView;
use tundish::engine::mapping::role::Evidence;
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::view::{FileNote, explain};
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::answer;
use tundish::engine::report::*;

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
