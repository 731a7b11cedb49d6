//! Stages in a report of events: each record by the day on which it first entered the stage. Ten deals
//! with a date a stage, worked out by hand.

use super::hand::near;
use crate::tables::{File, assembled, file, ladder, mapped};
use tundish::engine::dimension::Dimension;
use tundish::engine::filter::{Comparison, Grain, Period, PeriodSpec};
use tundish::engine::formula::OwnMeasure;
use tundish::engine::funnel::Assembled;
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::measure::chance::tested;
use tundish::engine::query::{Codebook, Figure, Lineage, answer, lineage};
use tundish::engine::report::*;
use tundish::engine::sampling::Untested;
use tundish::engine::value::{Caution as C, Day, Quantity};
use tundish::engine::window::Part;

/// 4 skipped the second stage, 5 is won without a day of anything, 9 has no day of creation, and 10
/// stands at a stage without the day of it. Nobody dates the fourth stage.
const DEALS: [&str; 10] = [
    "1|2025-01-10|2025-01-20|2025-04-03|2025-04-20|won",
    "2|2025-01-15|2025-04-05|||mql",
    "3|2025-04-02|2025-04-04|2025-04-10||opp",
    "4|2025-03-20||2025-04-12|2025-05-02|won",
    "5|2025-04-20||||won",
    "6|2025-02-01|2025-02-10|2025-02-20|2025-04-25|lost",
    "7|2025-04-25||||lead",
    "8|2025-04-28|2025-05-01|2025-05-03||contract",
    "9||2025-04-15|||mql",
    "10|2025-01-05|2025-01-06|||opp",
];
const COSTS: [&str; 3] = ["2025-03-31|50", "2025-04-01|100", "2025-04-30|200"];

fn deals() -> File {
    file("deals", "id|created:date|mql:date|opp:date|closed:date|stage", &DEALS)
}

fn mapping() -> Mapping {
    let roles =
        [(R::RecordId, "id"), (R::Created, "created"), (R::Closed, "closed"), (R::Stage, "stage")];
    let mut ladder = ladder(&["lead", "mql", "opp", "contract"], &["won"], &["lost"]);
    ladder.stages[1].qualified = true;
    ladder.stages[1].entered = Some("mql".to_owned());
    ladder.stages[2].entered = Some("opp".to_owned());
    let files = vec![
        mapped("deals", FileKind::Deals, &roles),
        mapped("ads", FileKind::Spend, &[(R::Date, "day"), (R::Spend, "cost")]),
    ];
    Mapping { files, ladder, ..Mapping::default() }
}

pub(super) fn made(change: impl Fn(&mut Mapping)) -> Assembled {
    let mut mapping = mapping();
    change(&mut mapping);
    assembled(&[&deals(), &file("ads", "day:date|cost:money", &COSTS)], &mapping)
}

pub(super) fn dated() -> Assembled {
    made(|_| ())
}

/// The same file as a status alone would be read.
pub(super) fn snapshot() -> Assembled {
    made(|m| m.ladder.stages.iter_mut().for_each(|stage| stage.entered = None))
}

pub(super) fn between(first: (u32, u32), last: (u32, u32)) -> ReportSpec {
    let day = |(month, day)| Day::from_ymd(2025, month, day).unwrap();
    let period = PeriodSpec::Between(Period { first: day(first), last: day(last) });
    let comparison = Comparison::PreviousPeriod;
    ReportSpec { basis: Basis::Period, period, comparison, ..ReportSpec::default() }
}

pub(super) fn april() -> ReportSpec {
    between((4, 1), (4, 30))
}

pub(super) fn card(data: &Assembled, spec: &ReportSpec, measure: M) -> Kpi {
    let block = KpisSpec { measures: vec![measure], ..KpisSpec::default() };
    let spec = ReportSpec { blocks: vec![BlockSpec::Kpis(block)], ..spec.clone() };
    let Answer::Kpis(mut kpis) = answer(&[], data, &spec).blocks.remove(0) else { panic!("cards") };
    kpis.cards.remove(0)
}

pub(super) fn now(data: &Assembled, spec: &ReportSpec, measure: M) -> Quantity {
    let card = card(data, spec, measure);
    assert_eq!(card.absent, None, "{measure:?}");
    card.now
}

pub(super) fn without_dates(quantity: &Quantity) -> u64 {
    let said = quantity.cautions.iter().find_map(|caution| match caution {
        C::WithoutDates { records } => Some(*records),
        _ => None,
    });
    said.unwrap_or(0)
}

/// Numerator and denominator (of a count nothing but itself), and how many were left out for want of a
/// day.
pub(super) fn found(data: &Assembled, spec: &ReportSpec, measure: M) -> (f64, f64, u64) {
    let figure = now(data, spec, measure);
    let undated = without_dates(&figure);
    match (figure.numerator, figure.denominator) {
        (Some(a), Some(b)) => (a, b, undated),
        _ => (figure.value.unwrap(), 1.0, undated),
    }
}

#[test]
fn each_stage_in_the_days_of_its_own_entry() {
    let data = dated();
    for (measure, expected) in [
        (M::Leads, (4.0, 1.0, 0)),
        // 2, 3 and 9; of 4 and 5 nobody knows when.
        (M::Qualified, (3.0, 1.0, 2)),
        // 1, 3 and 4; of 5 and 10 nobody knows when.
        (M::Opportunities, (3.0, 1.0, 2)),
        (M::QualifiedRate, (3.0, 4.0, 2)),
        // 4 lacks one of the two days, 5 both: each counts once.
        (M::SqlRate, (3.0, 3.0, 3)),
        (M::StageRate1, (3.0, 4.0, 2)),
        (M::StageRate2, (3.0, 3.0, 3)),
        // The fourth stage by creation: 5 and 8.
        (M::StageRate3, (2.0, 3.0, 2)),
        // Won in April is 1 alone; 5 has no day of closing either.
        (M::QualifiedToWon, (1.0, 3.0, 2)),
        (M::OpportunityToWon, (1.0, 3.0, 2)),
        (M::LastStageToWon, (1.0, 2.0, 1)),
        (M::Cpql, (300.0, 3.0, 2)),
        (M::CostPerOpportunity, (300.0, 3.0, 2)),
    ] {
        assert_eq!(found(&data, &april(), measure), expected, "{measure:?}");
    }
}

#[test]
fn of_a_cohort_nothing_is_by_entry() {
    let cohort = ReportSpec { basis: Basis::Cohort, ..april() };
    let data = dated();
    for (measure, expected) in [
        // Of 3, 5, 7 and 8.
        (M::Qualified, (3.0, 1.0, 0)),
        (M::Opportunities, (3.0, 1.0, 0)),
        (M::QualifiedRate, (3.0, 4.0, 0)),
        (M::SqlRate, (3.0, 3.0, 0)),
        (M::StageRate3, (2.0, 3.0, 0)),
        (M::QualifiedToWon, (1.0, 3.0, 0)),
        (M::LastStageToWon, (1.0, 2.0, 0)),
        (M::Cpql, (300.0, 3.0, 0)),
    ] {
        assert_eq!(found(&data, &cohort, measure), expected, "{measure:?}");
        assert_eq!(found(&snapshot(), &cohort, measure), expected, "{measure:?}");
        let figure = now(&data, &cohort, measure);
        assert!(figure.unit != tundish::engine::value::Unit::Share || figure.interval.is_some());
        assert!(!figure.cautions.contains(&C::DifferentRecords), "{measure:?}");
        assert!(!figure.cautions.contains(&C::StageByCreation), "{measure:?}");
    }
}

#[test]
fn over_all_days_the_two_bases_are_one() {
    let all = |basis| ReportSpec { basis, ..ReportSpec::default() };
    let data = dated();
    assert_eq!(found(&data, &all(Basis::Period), M::Qualified), (9.0, 1.0, 0));
    assert_eq!(found(&data, &all(Basis::Period), M::SqlRate), (7.0, 9.0, 0));
    for measure in [M::Qualified, M::SqlRate, M::QualifiedToWon, M::StageRate3, M::Cpql] {
        let plain = |basis| Quantity { sampling: None, ..now(&data, &all(basis), measure) };
        assert_eq!(plain(Basis::Period), plain(Basis::Cohort), "{measure:?}");
    }
}

#[test]
fn the_skip_policy_says_who_came_and_the_day_says_when() {
    let data = dated();
    let under = |policy, measure| found(&data, &ReportSpec { policy, ..april() }, measure);
    // By evidence alone 4 and 5 were never qualified, and 5 was no opportunity.
    assert_eq!(under(SkipPolicy::Observed, M::Qualified), (3.0, 1.0, 0));
    assert_eq!(under(SkipPolicy::Observed, M::SqlRate), (3.0, 3.0, 1));
    // The path of 4 has a gap, and so has every win but none: 1 was never at the fourth stage.
    assert_eq!(under(SkipPolicy::Strict, M::Opportunities), (2.0, 1.0, 1));
    assert_eq!(under(SkipPolicy::Strict, M::QualifiedToWon), (0.0, 3.0, 0));
    // Stages that are no parts of each other have counts and no rates.
    assert_eq!(under(SkipPolicy::Any, M::Opportunities), (3.0, 1.0, 1));
    let any = ReportSpec { policy: SkipPolicy::Any, ..april() };
    assert_eq!(now(&data, &any, M::SqlRate).value, None);
}

#[test]
fn a_rate_of_events_may_exceed_one_and_is_no_share() {
    let days = between((4, 10), (4, 15));
    let data = dated();
    let rate = now(&data, &days, M::SqlRate);
    assert_eq!((rate.value, rate.interval), (Some(2.0), None));
    assert!(
        rate.cautions.contains(&C::DifferentRecords)
            && rate.cautions.contains(&C::SmallDenominator)
    );
    // Of two such rates nobody can say what is chance.
    let one = now(&data, &april(), M::SqlRate);
    assert_eq!(tested(Some(M::SqlRate), &rate, &one), Err(Untested::NoMethod));
    // Nobody was qualified in these days: there is no rate, and nothing to be said of it.
    let none = now(&data, &between((4, 10), (4, 12)), M::SqlRate);
    assert_eq!((none.value, none.numerator), (None, Some(2.0)));
    assert!(!none.cautions.contains(&C::DifferentRecords));
    // Wins of the period by leads of the period are such a rate as well.
    assert!(now(&data, &april(), M::EndToEnd).cautions.contains(&C::DifferentRecords));
}

#[test]
fn a_status_without_days_counts_by_creation_and_says_so() {
    let data = snapshot();
    for (measure, expected) in [
        (M::Qualified, (3.0, 1.0, 0)),
        (M::Opportunities, (3.0, 1.0, 0)),
        (M::SqlRate, (3.0, 3.0, 0)),
        (M::StageRate3, (2.0, 3.0, 0)),
        (M::Cpql, (300.0, 3.0, 0)),
    ] {
        assert_eq!(found(&data, &april(), measure), expected, "{measure:?}");
        let figure = now(&data, &april(), measure);
        assert!(figure.cautions.contains(&C::StageByCreation), "{measure:?}");
        assert!(!figure.cautions.contains(&C::DifferentRecords), "{measure:?}");
    }
    // Both were counted on the records of one creation: a share with its interval.
    assert!(now(&data, &april(), M::SqlRate).interval.is_some());
    // Wins have their day.
    let won = now(&data, &april(), M::QualifiedToWon);
    assert_eq!((won.numerator, won.denominator, without_dates(&won)), (Some(1.0), Some(3.0), 1));
    assert!(
        won.cautions.contains(&C::DifferentRecords) && won.cautions.contains(&C::StageByCreation)
    );
    // Of a file that tells one stage only the other is by creation.
    let dated = dated();
    assert!(now(&dated, &april(), M::StageRate3).cautions.contains(&C::StageByCreation));
    assert!(!now(&dated, &april(), M::SqlRate).cautions.contains(&C::StageByCreation));
}

#[test]
fn along_time_a_stage_stands_in_the_month_of_its_entry() {
    let trend = |data: &Assembled, basis, measure| {
        let spec =
            TrendSpec { measures: vec![measure], grain: Grain::Month, ..TrendSpec::default() };
        let blocks = vec![BlockSpec::Trend(spec)];
        let spec = ReportSpec { basis, blocks, ..ReportSpec::default() };
        let Answer::Trend(trend) = answer(&[], data, &spec).blocks.remove(0) else {
            panic!("trend")
        };
        let first = trend.starts[0].ymd().1;
        let values: Vec<Option<f64>> = trend.values[0].iter().map(|q| q.value).collect();
        (first, values, trend.is_unfinished)
    };
    let data = dated();
    let some = |values: &[f64]| values.iter().map(|v| Some(*v)).collect::<Vec<_>>();
    // In February 6, in April 1, 3 and 4, in May 8.
    let by_entry = trend(&data, Basis::Period, M::Opportunities);
    assert_eq!(by_entry, (2, some(&[1.0, 0.0, 3.0, 1.0]), false));
    // In January 1 and 10, in February 6, in March 4, in April 3, 5 and 8.
    let (first, values, is_unfinished) = trend(&data, Basis::Cohort, M::Opportunities);
    assert_eq!((first, &values[..4]), (1, &some(&[2.0, 1.0, 1.0, 3.0])[..]));
    assert!(is_unfinished);
    // Qualified: 1 and 10 in January, 6 in February, 2, 3 and 9 in April, 8 in May.
    let rate = trend(&data, Basis::Period, M::SqlRate);
    let rates = vec![Some(0.0), Some(1.0), None, Some(1.0), Some(1.0)];
    assert_eq!((rate.0, rate.1), (1, rates));
    let (_, _, is_unfinished) = trend(&snapshot(), Basis::Period, M::Opportunities);
    assert!(is_unfinished, "what is by creation is still under way");
}

#[test]
fn groups_add_up_and_a_comparison_has_its_own_days() {
    let data = dated();
    let pivot = PivotSpec {
        rows: vec![Dimension::Stage],
        measures: vec![M::Qualified, M::SqlRate],
        sort: None,
        ..PivotSpec::default()
    };
    let spec = ReportSpec { blocks: vec![BlockSpec::Pivot(pivot)], ..april() };
    let Answer::Pivot(pivot) = answer(&[], &data, &spec).blocks.remove(0) else { panic!("pivot") };
    let sum: f64 = pivot.row_totals.iter().filter_map(|row| row[0].value).sum();
    assert_eq!((sum, pivot.grand[0].value), (3.0, Some(3.0)));
    assert_eq!((without_dates(&pivot.grand[0]), without_dates(&pivot.row_totals[0][0])), (2, 0));
    let may = between((5, 1), (5, 31));
    // The data end on the third of May: as many days of April hold the third, on which 1 came.
    let card = card(&data, &may, M::Opportunities);
    assert_eq!((card.now.value, card.before.unwrap().value), (Some(1.0), Some(1.0)));
}

#[test]
fn no_day_of_creation_is_needed_for_a_stage_with_days_of_its_own() {
    let data = made(|m| {
        m.files[0].roles.remove(&R::Created);
    });
    assert_eq!(found(&data, &april(), M::Qualified), (3.0, 1.0, 2));
    assert_eq!(found(&data, &april(), M::SqlRate), (3.0, 3.0, 3));
    assert_eq!(card(&data, &april(), M::Leads).absent, Some(Absence::NoCreatedDate));
    assert_eq!(card(&data, &april(), M::StageRate3).absent, Some(Absence::NoCreatedDate));
    let cohort = ReportSpec { basis: Basis::Cohort, ..april() };
    assert_eq!(card(&data, &cohort, M::Qualified).absent, Some(Absence::NoCreatedDate));
}

pub(super) fn traced(data: &Assembled, spec: &ReportSpec, measure: M) -> Lineage {
    let figure = Figure::whole(measure);
    lineage(&[], data, spec, &mut Codebook::default(), &figure).unwrap().0
}

#[test]
fn the_rows_behind_are_those_of_the_days() {
    let data = dated();
    let left = |found: &Lineage| {
        let left = found.records.left_out.iter();
        left.filter(|(part, _)| *part == Part::WithoutDates).map(|(_, n)| *n).sum::<u64>()
    };
    for measure in [
        M::Qualified,
        M::Opportunities,
        M::QualifiedRate,
        M::SqlRate,
        M::StageRate1,
        M::StageRate3,
        M::QualifiedToWon,
        M::OpportunityToWon,
        M::LastStageToWon,
    ] {
        for spec in [april(), between((4, 10), (4, 15)), ReportSpec::default()] {
            let rows = traced(&data, &spec, measure);
            let (above, below, undated) = found(&data, &spec, measure);
            let quantity = rows.quantity.as_ref().unwrap();
            assert!(
                near(quantity.value.unwrap_or(0.0), (above / below.max(1.0)).max(0.0))
                    || below == 0.0
            );
            match quantity.numerator {
                Some(_) => {
                    assert_eq!(rows.records.above as f64, above, "{measure:?}");
                    assert_eq!(rows.records.below as f64, below, "{measure:?}");
                }
                None => assert_eq!(rows.records.counted as f64, above, "{measure:?}"),
            }
            // Who lacks one day and counts by another is among those that count.
            assert_eq!(left(&rows) + rows.records.part_dated, undated, "{measure:?}");
        }
    }
    let qualified = traced(&data, &april(), M::Qualified);
    assert_eq!(left(&qualified), 2);
    assert!(qualified.acts.basis && qualified.acts.policy);
    let rate = traced(&data, &april(), M::SqlRate);
    assert_eq!((rate.records.above, rate.records.below, left(&rate)), (3, 3, 2));
    assert_eq!(rate.records.part_dated, 1, "4");
    assert!(!traced(&snapshot(), &april(), M::Qualified).acts.basis);
}

/// A report that knows a formula, and the formula as a measure.
pub(super) fn asked(spec: &ReportSpec, formula: &str) -> (ReportSpec, M) {
    let own = OwnMeasure { id: 1, formula: formula.to_owned(), ..OwnMeasure::default() };
    (ReportSpec { own: vec![own], ..spec.clone() }, M::Own(1))
}

#[test]
fn formulas_of_stages_are_placed_as_the_measures_are() {
    for data in [dated(), snapshot()] {
        for days in [april(), between((4, 10), (4, 15)), ReportSpec::default()] {
            for (formula, measure) in [
                ("reached([mql])", M::Qualified),
                ("reached([opp])", M::Opportunities),
                ("conversion([mql], [opp])", M::SqlRate),
                ("conversion([opp], [contract])", M::StageRate3),
                ("conversion([mql], won)", M::QualifiedToWon),
                ("conversion([contract], won)", M::LastStageToWon),
            ] {
                let (spec, own) = asked(&days, formula);
                let plain = |q: Quantity| Quantity { sampling: None, ..q };
                let (found, named) = (now(&data, &spec, own), now(&data, &days, measure));
                assert_eq!(plain(found), plain(named), "{formula}");
                let (found, named) = (traced(&data, &spec, own), traced(&data, &days, measure));
                assert_eq!(found.records.above, named.records.above, "{formula}");
                assert_eq!(found.records.below, named.records.below, "{formula}");
                assert_eq!(found.records.left_out, named.records.left_out, "{formula}");
                assert_eq!(found.records.part_dated, named.records.part_dated, "{formula}");
                assert_eq!(found.acts, named.acts, "{formula}");
            }
        }
    }
}

#[test]
fn what_a_formula_asks_of_stages_has_a_day() {
    let data = dated();
    for (formula, expected) in [
        // On the day of the later of the two.
        ("reached([mql], [opp])", (3.0, 1.0, 2)),
        ("reached([opp], [mql])", (3.0, 1.0, 2)),
        // On the day of closing: 6, and 1.
        ("reached([opp], lost)", (1.0, 1.0, 0)),
        ("reached([mql], won)", (1.0, 1.0, 1)),
        // Open ones on the day of the stage: 2, 3 and 9.
        ("reached([mql], open)", (3.0, 1.0, 0)),
        // 4 and 5 lack the day of the one, 5 and 10 that of the other: together 3.
        ("reached([opp]) / reached([mql])", (3.0, 3.0, 3)),
        ("reached([mql]) - reached([opp])", (0.0, 1.0, 3)),
        // Lost in April is 6, whenever it was qualified.
        ("conversion([mql], lost)", (1.0, 3.0, 2)),
    ] {
        let (spec, own) = asked(&april(), formula);
        assert_eq!(found(&data, &spec, own), expected, "{formula}");
    }
}

#[test]
fn who_entered_a_stage_in_the_period_is_in_it() {
    let data = dated();
    // 3 and 4; nobody was created or closed in these days.
    let scope = answer(&[], &data, &between((4, 10), (4, 15))).scope;
    assert_eq!(
        scope.in_scope, 3,
        "9, whose day of creation is not known, came to the second stage"
    );
    assert_eq!(scope.excluded, [(Exclusion::OutsidePeriod, 7)]);
    let spec = ReportSpec { basis: Basis::Cohort, ..between((4, 10), (4, 15)) };
    let scope = answer(&[], &data, &spec).scope;
    assert_eq!(scope.in_scope, 0);
    assert_eq!(scope.excluded, [(Exclusion::WithoutDate, 1), (Exclusion::OutsidePeriod, 9)]);
    // What a filter leaves out is out, whatever it entered.
    let filter = tundish::engine::filter::Filter::among(Dimension::Outcome, vec!["won".to_owned()]);
    let spec = ReportSpec { filters: vec![filter], ..between((4, 10), (4, 15)) };
    let scope = answer(&[], &data, &spec).scope;
    assert_eq!((scope.in_scope, scope.excluded[0]), (1, (Exclusion::Filtered, 7)));
}
