//! Cohorts that are under way: marked wherever their figures stand, and never judged against older ones.

use super::hand::near;
use crate::tables::{File, assembled, file, ladder, mapped};
use tundish::engine::dimension::Dimension;
use tundish::engine::filter::{Comparison, Grain, Period, PeriodSpec};
use tundish::engine::formula::OwnMeasure;
use tundish::engine::formula::reached::conversion;
use tundish::engine::funnel::Assembled;
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::measure::chance::tested;
use tundish::engine::query::{Codebook, Figure, answer, lineage};
use tundish::engine::report::*;
use tundish::engine::sampling::Untested;
use tundish::engine::value::{Caution, Day, Quantity};

fn ymd(month: u32, day: u32) -> Day {
    Day::from_ymd(2025, month, day).unwrap()
}

/// Won after 10, 20 … 100 days in January; five won and five lost after 11 days in April; of twenty
/// of 20 May two won after 11 days, which is the last day of the data.
fn data() -> (File, Assembled) {
    let mut rows = Vec::new();
    let mut deal = |created: Day, days: Option<i32>, stage: &str| {
        let closed = days.map(|days| Day(created.0 + days).to_string()).unwrap_or_default();
        rows.push(format!("{}|{created}|{closed}|{stage}|100", rows.len()));
    };
    (1..=10).for_each(|n| deal(ymd(1, 1), Some(n * 10), "won"));
    (0..10).for_each(|n| deal(ymd(4, 15), Some(11), if n < 5 { "won" } else { "lost" }));
    (0..20).for_each(|n| match n {
        0 | 1 => deal(ymd(5, 20), Some(11), "won"),
        _ => deal(ymd(5, 20), None, "new"),
    });
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let header = "id|created:date|closed:date|stage|amount:money";
    let deals = file("deals", header, &rows);
    let roles = [
        (R::RecordId, "id"),
        (R::Created, "created"),
        (R::Closed, "closed"),
        (R::Stage, "stage"),
        (R::Amount, "amount"),
    ];
    let mut ladder = ladder(&["new", "offer"], &["won"], &["lost"]);
    ladder.stages[0].qualified = true;
    let mapping = Mapping {
        files: vec![mapped("deals", FileKind::Deals, &roles)],
        ladder,
        ..Mapping::default()
    };
    let made = assembled(&[&deals], &mapping);
    (deals, made)
}

fn of(basis: Basis, month: u32, last: u32) -> ReportSpec {
    let period = PeriodSpec::Between(Period { first: ymd(month, 1), last: ymd(month, last) });
    let comparison = Comparison::PreviousPeriod;
    ReportSpec { basis, period, comparison, ..ReportSpec::default() }
}

fn one(spec: &ReportSpec, block: BlockSpec) -> Answer {
    let (deals, made) = data();
    let spec = ReportSpec { blocks: vec![block], ..spec.clone() };
    answer(&[deals.view()], &made, &spec).blocks.remove(0)
}

fn card(spec: &ReportSpec, measure: M) -> Kpi {
    let measures = vec![measure];
    match one(spec, BlockSpec::Kpis(KpisSpec { measures, ..KpisSpec::default() })) {
        Answer::Kpis(mut kpis) => kpis.cards.remove(0),
        other => panic!("{other:?}"),
    }
}

fn age(quantity: &Quantity) -> Option<(f64, f64)> {
    quantity.cautions.iter().find_map(|caution| match caution {
        Caution::Young { had, usual } => Some((*had, *usual)),
        _ => None,
    })
}

/// Of the 17 wins' days 10, seven times 11, 20, 30 … 100 nine in ten lie within 84 (position 14.4).
#[test]
fn a_cohort_that_has_had_less_than_the_usual_cycle_says_so() {
    let may = card(&of(Basis::Cohort, 5, 31), M::EndToEnd);
    assert!(near(may.now.value.unwrap(), 0.1));
    let (had, usual) = age(&may.now).unwrap();
    assert!(had == 0.0 && near(usual, 84.0), "{had} {usual}");
    // 31 days from the end of April to the end of May.
    assert_eq!(age(may.before.as_ref().unwrap()).unwrap().0, 31.0);
    let january = of(Basis::Cohort, 1, 31);
    assert_eq!(age(&card(&january, M::EndToEnd).now), None);
    // What came is what came; of events nothing is under way but what is by creation.
    assert_eq!(age(&card(&of(Basis::Cohort, 5, 31), M::Leads).now), None);
    assert_eq!(age(&card(&of(Basis::Period, 5, 31), M::WinRate).now), None);
    assert!(age(&card(&of(Basis::Period, 5, 31), M::SqlRate).now).is_some());
}

#[test]
fn cohorts_of_unequal_age_are_not_judged() {
    for (basis, measure) in [(Basis::Cohort, M::EndToEnd), (Basis::Period, M::SqlRate)] {
        let card = card(&of(basis, 5, 31), measure);
        let found = tested(Some(measure), &card.now, card.before.as_ref().unwrap());
        assert_eq!(found, Err(Untested::Unequal), "{measure:?}");
    }
    let leads = card(&of(Basis::Cohort, 5, 31), M::Leads);
    assert!(tested(Some(M::Leads), &leads.now, leads.before.as_ref().unwrap()).is_ok());
    let Answer::Funnel(funnel) =
        one(&of(Basis::Cohort, 5, 31), BlockSpec::Funnel(FunnelSpec::default()))
    else {
        panic!()
    };
    let before = funnel.end_to_end_before.unwrap();
    assert_eq!(tested(None, &funnel.end_to_end, &before), Err(Untested::Unequal));
}

#[test]
fn groups_of_a_young_period_are_marked_and_their_rows_say_the_same() {
    let spec = of(Basis::Cohort, 5, 31);
    let asked = BreakdownSpec {
        dimension: Dimension::Outcome,
        measures: vec![M::EndToEnd, M::Leads],
        ..BreakdownSpec::default()
    };
    let Answer::Breakdown(table) = one(&spec, BlockSpec::Breakdown(asked)) else { panic!() };
    assert!(table.rows.iter().all(|row| age(&row.cells[0]).is_some()));
    assert!(table.rows.iter().all(|row| age(&row.cells[1]).is_none()));
    assert!(table.is_unfinished);
    let counts = BreakdownSpec {
        dimension: Dimension::Outcome,
        measures: vec![M::Leads],
        ..BreakdownSpec::default()
    };
    let Answer::Breakdown(counts) = one(&spec, BlockSpec::Breakdown(counts)) else { panic!() };
    assert!(!counts.is_unfinished);
    let (deals, made) = data();
    let figure = table.figure(Some(0), 0).unwrap();
    let views = [deals.view()];
    let (found, _) = lineage(&views, &made, &spec, &mut Codebook::default(), &figure).unwrap();
    assert_eq!(found.quantity.unwrap().cautions, table.rows[0].cells[0].cautions);
    let (found, _) =
        lineage(&views, &made, &spec, &mut Codebook::default(), &Figure::whole(M::EndToEnd))
            .unwrap();
    assert_eq!(age(&found.quantity.unwrap()), age(&card(&spec, M::EndToEnd).now));
}

#[test]
fn whatever_time_changes_is_told_along_time_on_either_basis() {
    let own = OwnMeasure { id: 7, ..conversion("new", Some("offer")) };
    let of_trend = |basis, measure| {
        let spec = ReportSpec { basis, own: vec![own.clone()], ..ReportSpec::default() };
        let asked =
            TrendSpec { measures: vec![measure], grain: Grain::Month, ..TrendSpec::default() };
        match one(&spec, BlockSpec::Trend(asked)) {
            Answer::Trend(trend) => trend.is_unfinished,
            other => panic!("{other:?}"),
        }
    };
    // No day of a later stage is known.
    let by_creation = [M::StageRate1, M::SqlRate, M::OpportunityToWon, M::LastStageToWon];
    for measure in by_creation.into_iter().chain([M::Opportunities, M::Own(7)]) {
        assert!(of_trend(Basis::Period, measure), "{measure:?}");
        assert!(of_trend(Basis::Cohort, measure), "{measure:?}");
    }
    for measure in [M::Revenue, M::WinRate, M::EndToEnd, M::QualifiedToWon] {
        assert!(of_trend(Basis::Cohort, measure) && !of_trend(Basis::Period, measure));
    }
    assert!(!of_trend(Basis::Cohort, M::Leads));
    // So it is with groups of days in a table.
    let months = PivotSpec {
        rows: vec![Dimension::Created(Grain::Month)],
        measures: vec![M::EndToEnd],
        ..PivotSpec::default()
    };
    let Answer::Pivot(pivot) = one(&of(Basis::Cohort, 5, 31), BlockSpec::Pivot(months)) else {
        panic!()
    };
    // The total is of all days, each month of its own.
    assert!(pivot.is_unfinished && age(&pivot.grand[0]).is_some());
    assert!(pivot.row_totals.iter().all(|row| age(&row[0]).is_none()));
}
