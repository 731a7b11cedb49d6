//! Means over units of time of figures that don't add up, by hand.

use super::rig::near;
use crate::tables::{File, assembled, file, ladder, mapped};
use tundish::engine::filter::Grain;
use tundish::engine::formula::OwnMeasure;
use tundish::engine::funnel::Assembled;
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::{Codebook, answer, lineage};
use tundish::engine::report::*;

/// Deals as `day|company|person|amount`, all of them won on the day of their creation.
fn data(deals: &[&str]) -> (File, Assembled) {
    let row = |(at, deal): (usize, &&str)| {
        let day = deal.split('|').next().unwrap_or_default();
        format!("{at}|Won|{day}|{deal}")
    };
    let rows: Vec<String> = deals.iter().enumerate().map(row).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let header = "id|stage|closed:date|created:date|company|person|amount:money";
    let deals = file("deals", header, &rows);
    let roles = [
        (R::RecordId, "id"),
        (R::Stage, "stage"),
        (R::Closed, "closed"),
        (R::Created, "created"),
        (R::Account, "company"),
        (R::Person, "person"),
        (R::Amount, "amount"),
    ];
    let mapping = Mapping {
        files: vec![mapped("deals", FileKind::Deals, &roles)],
        ladder: ladder(&["New"], &["Won"], &["Lost"]),
        ..Mapping::default()
    };
    let made = assembled(&[&deals], &mapping);
    (deals, made)
}

/// One company in January, two in February, three in March; one of them comes again and again.
const GROWING: [&str; 7] = [
    "2025-01-10|Ada|ann|100",
    "2025-02-10|Ada|ann|100",
    "2025-02-11|Bob|ben|300",
    "2025-03-10|Bob|ben|200",
    "2025-03-11|Cid|cas|300",
    "2025-03-12|Dee|dan|600",
    "2025-03-13|Cid|cas|100",
];

fn trend(deals: &[&str], own: &[&str], measures: &[M]) -> (File, Assembled, ReportSpec, Trend) {
    let (deals, made) = data(deals);
    let head = |(at, formula): (usize, &&str)| OwnMeasure {
        id: at as u16,
        name: (*formula).to_owned(),
        formula: (*formula).to_owned(),
        unit: None,
    };
    let all = (0..own.len() as u16).map(M::Own).chain(measures.iter().copied());
    let asked = TrendSpec {
        measures: all.collect(),
        grain: Grain::Month,
        average: Some(3),
        season: true,
        ..TrendSpec::default()
    };
    let spec = ReportSpec {
        blocks: vec![BlockSpec::Trend(asked)],
        own: own.iter().enumerate().map(head).collect(),
        ..ReportSpec::default()
    };
    let found = answer(&[deals.view()], &made, &spec).blocks.remove(0);
    let Answer::Trend(trend) = found else { panic!("{found:?}") };
    (deals, made, spec, trend)
}

/// The figure of the three months, which is also that of its rows.
fn means(deals: &[&str], own: &[&str], measures: &[M]) -> Vec<Option<f64>> {
    let (deals, made, spec, trend) = trend(deals, own, measures);
    let each = 0..trend.measures.len();
    let mean = |measure: usize| {
        assert!(trend.average[measure][..2].iter().all(|q| q.value.is_none()));
        let shown = &trend.average[measure][2];
        let figure = trend.figure_average(2, measure).unwrap();
        let views = [deals.view()];
        let (traced, _) = lineage(&views, &made, &spec, &mut Codebook::default(), &figure).unwrap();
        assert_eq!(traced.quantity.as_ref(), Some(shown), "{:?}", trend.measures[measure]);
        shown.value
    };
    each.map(mean).collect()
}

fn check(found: &[Option<f64>], by_hand: &[f64]) {
    assert_eq!(found.len(), by_hand.len());
    for (at, (found, by_hand)) in found.iter().zip(by_hand).enumerate() {
        assert!(near(*found, Some(*by_hand)), "{at}: {found:?}, by hand {by_hand}");
    }
}

#[test]
fn ten_other_companies_a_month_that_pay_100_pay_100_on_average() {
    let mut deals = Vec::new();
    for (month, day) in [(1, 0), (2, 10), (3, 20)] {
        deals.extend((0..10).map(|n| {
            let who = n + day;
            format!("2025-{month:02}-10|company {who}|person {who}|100")
        }));
    }
    let deals: Vec<&str> = deals.iter().map(String::as_str).collect();
    let own = ["revenue / distinct([company])", "sum([amount]) / unique_leads"];
    let found = means(&deals, &own, &[M::RevenuePerAccount, M::UniqueLeads]);
    check(&found, &[100.0, 100.0, 100.0, 10.0]);
}

#[test]
fn companies_and_people_are_counted_in_each_month_by_itself() {
    // 100 of one company, 400 of two, 1,200 of three: 1,700 by six; six people in three months.
    // In March Cid bought twice: one of the six. In no month are there more than ten.
    let measures = [M::RevenuePerAccount, M::UniqueLeads, M::RepeatCustomers, M::TopTenShare];
    check(&means(&GROWING, &[], &measures), &[1700.0 / 6.0, 2.0, 1.0 / 6.0, 1.0]);
}

#[test]
fn a_formula_tells_by_its_parts_what_a_mean_of_it_is() {
    let cases = [
        ("revenue", 1700.0 / 3.0),
        ("revenue - won * average_deal", 0.0),
        ("revenue / won", 1700.0 / 7.0),
        ("2 * revenue / 4", 1700.0 / 6.0),
        ("distinct([company])", 2.0),
        ("revenue / distinct([company])", 1700.0 / 6.0),
        // 100, 200 and 400.
        ("2 * (revenue / distinct([company]))", 1400.0 / 3.0),
        ("max([amount])", 1000.0 / 3.0),
        // The middle of 100, 100, 100, 200, 300, 300 and 600.
        ("median([amount])", 200.0),
    ];
    for (formula, by_hand) in cases {
        check(&means(&GROWING, &[formula], &[]), &[by_hand]);
    }
}

#[test]
fn a_mean_of_units_of_which_one_has_no_value_has_none() {
    // Nothing in February: nothing to divide by, and no greatest amount.
    let deals = [GROWING[0], GROWING[3], GROWING[4]];
    let own = ["2 * (revenue / distinct([company]))", "max([amount])"];
    let found = means(&deals, &own, &[M::RevenuePerAccount, M::UniqueLeads]);
    assert_eq!(found[..2], [None, None]);
    // 600 by three companies; three people in three months.
    check(&found[2..], &[200.0, 1.0]);
}

#[test]
fn what_does_not_add_up_has_no_season() {
    let mut deals = Vec::new();
    for month in 0..30 {
        let (year, month) = (2023 + month / 12, month % 12 + 1);
        deals.push(format!("{year}-{month:02}-10|Ada|ann|100"));
    }
    let deals: Vec<&str> = deals.iter().map(String::as_str).collect();
    let measures = [M::Revenue, M::RevenuePerAccount, M::UniqueLeads];
    let season = trend(&deals, &[], &measures).3.season;
    assert!(matches!(season[0], Season::Index(_)));
    assert_eq!(season[1..], [const { Season::Absent(SeasonAbsence::NotASum) }; 2]);
}
