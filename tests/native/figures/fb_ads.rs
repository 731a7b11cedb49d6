//! Facebook Ads: 1,143 ads with impressions, clicks, cost and two kinds of conversions.

use super::oracle::{Oracle, column, mapped, row, text};
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::filter::{Filter, Grain, NumberTest, Test, Than};
use tundish::engine::formula::OwnMeasure;
use tundish::engine::mapping::{FileKind, Mapping, Role};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::report::*;

pub const ADS: &str = "KAG_conversion_data.csv";

/// Measures of one's own: by number, formula and name among the expected figures.
const OWN: [(u16, &str, &str); 9] = [
    (0, "count([ad_id])", "rows"),
    (1, "sum([Approved_Conversion])", "approved_conversion"),
    (2, "spend / sum([Approved_Conversion])", "cost_per_approved"),
    (3, "sum([Approved_Conversion]) / ad_conversions", "approve_rate"),
    (4, "distinct([ad_id])", "ad_id"),
    (5, "distinct([xyz_campaign_id])", "xyz_campaign_id"),
    (6, "distinct([fb_campaign_id])", "fb_campaign_id"),
    (7, "distinct([interest])", "interest"),
    (8, "distinct([Date])", "Date"),
];

fn own() -> Vec<OwnMeasure> {
    let measure = |(id, formula, name): &(u16, &str, &str)| OwnMeasure {
        id: *id,
        name: (*name).to_owned(),
        formula: (*formula).to_owned(),
        unit: None,
    };
    OWN.iter().map(measure).collect()
}

const FIGURES: [(M, &str); 7] = [
    (M::Impressions, "impressions"),
    (M::Clicks, "clicks"),
    (M::Spend, "spent"),
    (M::AdConversions, "total_conversion"),
    (M::Ctr, "ctr"),
    (M::Cpc, "cpc"),
    (M::CostPerConversion, "cost_per_total"),
];

fn mapping() -> Mapping {
    let roles = [
        (Role::Date, "Date"),
        (Role::Campaign, "xyz_campaign_id"),
        (Role::Impressions, "Impressions"),
        (Role::Clicks, "Clicks"),
        (Role::Spend, "Spent"),
        (Role::Conversions, "Total_Conversion"),
    ];
    Mapping { files: vec![mapped(ADS, FileKind::Spend, &roles)], ..Mapping::default() }
}

#[test]
fn advertising_figures_as_others_computed_them() {
    let Some(oracle) = Oracle::read("fb_ads", &[ADS], mapping()) else { return };
    compare(oracle);
}

/// Compares every figure that a report covers.
pub fn compare(mut oracle: Oracle) {
    oracle.own = own();
    let mut measures: Vec<M> = FIGURES.iter().map(|(m, _)| *m).chain([M::Cpm]).collect();
    let mut names: Vec<&str> = FIGURES.iter().map(|(_, name)| *name).collect();
    names.push("cpm");
    for (id, _, name) in OWN.iter().take(4) {
        measures.push(M::Own(*id));
        names.push(name);
    }
    let all: Vec<M> = measures.iter().copied().chain((4..9).map(M::Own)).collect();
    let block = KpisSpec { measures: all, ..KpisSpec::default() };
    let Answer::Kpis(cards) = oracle.one(Basis::Cohort, BlockSpec::Kpis(block)) else { panic!() };
    let card = |m: M| {
        let card = cards.cards.iter().find(|c| c.measure == m).unwrap();
        assert_eq!(card.absent, None, "{m:?}");
        card.now.value
    };
    for (m, name) in measures.iter().zip(&names) {
        oracle.check(&format!("total/{name}"), card(*m));
    }
    for (id, _, name) in &OWN[4..] {
        oracle.check(&format!("distinct/{name}"), card(M::Own(*id)));
    }
    oracle.check("rows", card(M::Own(0)));
    for (key, header) in [
        ("by_campaign", "xyz_campaign_id"),
        ("by_age", "age"),
        ("by_gender", "gender"),
        ("by_interest", "interest"),
    ] {
        let table = oracle.breakdown(column(ADS, header), &measures, None);
        let expected = oracle.table(key);
        assert_eq!(table.rows.len(), expected.len());
        for (at, group) in expected.iter().enumerate() {
            let found = row(&table, group["group"].as_str().unwrap()).clone();
            for (cell, name) in found.cells.iter().zip(&names) {
                oracle.check(&format!("{key}/{at}/{name}"), cell.value);
            }
        }
    }
    for (key, grain) in [("by_day", Grain::Day), ("by_week", Grain::Week)] {
        let trend = oracle.trend(Basis::Cohort, grain, &measures);
        let expected = oracle.table(key);
        for (at, group) in expected.iter().enumerate() {
            let name = group["group"].as_str().unwrap();
            let unit = trend.starts.iter().position(|day| match grain {
                Grain::Day => day.to_string() == name,
                _ => {
                    let (year, week) = day.iso_week();
                    format!("{year}-W{week:02}") == name
                }
            });
            let unit = unit.unwrap_or_else(|| panic!("no unit {name}"));
            for (values, name) in trend.values.iter().zip(&names) {
                oracle.check(&format!("{key}/{at}/{name}"), values[unit].value);
            }
        }
    }
    let spent = oracle.spread(SpreadOf::Cost, Vec::new());
    oracle.check_spread("spent", &spent);
    let clicks = Filter {
        test: Test::Number(NumberTest::Equal(0.0)),
        ..Filter::among(column(ADS, "Clicks"), Vec::new())
    };
    let block = KpisSpec { measures: vec![M::Own(0)], filters: vec![clicks] };
    let Answer::Kpis(cards) = oracle.one(Basis::Cohort, BlockSpec::Kpis(block)) else { panic!() };
    oracle.check("zero_click_rows", cards.cards[0].now.value);
    let more = Filter {
        test: Test::Other(Than::Above),
        other: Some(column(ADS, "Clicks")),
        ..Filter::among(column(ADS, "Total_Conversion"), Vec::new())
    };
    let block = KpisSpec { measures: vec![M::Own(0)], filters: vec![more] };
    let Answer::Kpis(cards) = oracle.one(Basis::Cohort, BlockSpec::Kpis(block)) else { panic!() };
    oracle.check("rows_conversions_over_clicks", cards.cards[0].now.value);
    pivots(&mut oracle);
    let top = BreakdownSpec {
        dimension: column(ADS, "ad_id"),
        measures: vec![M::Spend],
        sort: Some((M::Spend, Order::Descending)),
        top: Some(10),
        ..BreakdownSpec::default()
    };
    let Answer::Breakdown(top) = oracle.one(Basis::Cohort, BlockSpec::Breakdown(top)) else {
        panic!()
    };
    for (at, ad) in oracle.table("top10_ads_by_spent").iter().enumerate() {
        assert_eq!(text(&top.rows[at].label), ad["ad_id"].as_str().unwrap());
        oracle.check(&format!("top10_ads_by_spent/{at}/spent"), top.rows[at].cells[0].value);
    }
    assert_eq!(top.rows[10].label, Label::Rest(1133));
    oracle.close(&[]);
}

/// Weeks as the expected figures write them.
fn group(label: &Label) -> String {
    match label {
        Label::Date(Grain::Week, day) => {
            let (year, week) = day.iso_week();
            format!("{year}-W{week:02}")
        }
        other => text(other),
    }
}

fn pivots(oracle: &mut Oracle) {
    let week = || Dimension::Created(Grain::Week);
    let (campaign, age) = (column(ADS, "xyz_campaign_id"), column(ADS, "age"));
    for (key, rows, columns, measure) in [
        ("pivot_age_gender_spent", age, column(ADS, "gender"), M::Spend),
        ("pivot_campaign_week_spent", campaign.clone(), week(), M::Spend),
        ("pivot_campaign_week_approved", campaign, week(), M::Own(1)),
    ] {
        let pivot = oracle.pivot(vec![rows], vec![columns], &[measure]);
        let places = |side: &str, groups: &[Vec<Label>]| -> Vec<usize> {
            let names: Vec<String> = groups.iter().map(|g| group(&g[0])).collect();
            let expected = oracle.table(&format!("{key}/{side}"));
            assert_eq!(expected.len(), names.len());
            let place = |name: &serde_json::Value| {
                names.iter().position(|n| n == name.as_str().unwrap()).unwrap()
            };
            expected.iter().map(place).collect()
        };
        let (rows, columns) = (places("rows", &pivot.rows), places("cols", &pivot.columns));
        for (r, row) in rows.iter().enumerate() {
            for (c, column) in columns.iter().enumerate() {
                let found = pivot.cells[*row][*column][0].value;
                // A cell without a cost row has no value; the expected files write 0 there.
                oracle.check(&format!("{key}/cells/{r}/{c}"), found.or(Some(0.0)));
            }
            oracle.check(&format!("{key}/row_totals/{r}"), pivot.row_totals[*row][0].value);
        }
        for (c, column) in columns.iter().enumerate() {
            oracle.check(&format!("{key}/col_totals/{c}"), pivot.column_totals[*column][0].value);
        }
        oracle.check(&format!("{key}/grand_total"), pivot.grand[0].value);
    }
}
