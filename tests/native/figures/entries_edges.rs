//! Stages in a report of events, where days are told of some records and not of others. Worked out by
//! hand.

use super::entries::{april, asked, between, card, dated, found};
use crate::tables::{assembled, file, joined, ladder, mapped};
use tundish::engine::dimension::Dimension;
use tundish::engine::filter::Grain;
use tundish::engine::funnel::Assembled;
use tundish::engine::mapping::begin::BeginWith;
use tundish::engine::mapping::key::KeyKind;
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::answer;
use tundish::engine::report::*;
use tundish::i18n::{Locale, strings};

/// When each became a lead is told of 1, 4 and 5 alone: of 4 after its creation, of 5 before.
fn sparse() -> Assembled {
    let rows = [
        "1|2025-04-02|2025-04-01|2025-04-10|mql",
        "2|2025-04-03||2025-04-12|mql",
        "3|2025-04-05|||lead",
        "4|2025-03-30|2025-04-02||lead",
        "5|2025-04-20|2025-03-28||lead",
        "6|2025-03-10|||lead",
    ];
    let deals = file("deals", "id|created:date|lead:date|mql:date|stage", &rows);
    let roles = [(R::RecordId, "id"), (R::Created, "created"), (R::Stage, "stage")];
    let mut ladder = ladder(&["lead", "mql"], &["won"], &["lost"]);
    ladder.stages[0].entered = Some("lead".to_owned());
    ladder.stages[1].entered = Some("mql".to_owned());
    ladder.stages[1].qualified = true;
    let files = vec![mapped("deals", FileKind::Deals, &roles)];
    assembled(&[&deals], &Mapping { files, ladder, ..Mapping::default() })
}

#[test]
fn where_the_first_stage_has_no_day_of_its_own_it_is_that_of_creation() {
    let data = sparse();
    // Leads of April are 1, 2, 3 and 4; of them all nobody lacks a day.
    assert_eq!(found(&data, &april(), M::StageRate1), (2.0, 4.0, 0));
    for (formula, expected) in
        [("reached([lead])", (4.0, 1.0, 0)), ("conversion([lead], [mql])", (2.0, 4.0, 0))]
    {
        let (spec, own) = asked(&april(), formula);
        assert_eq!(found(&data, &spec, own), expected, "{formula}");
    }
    let march = between((3, 1), (3, 31));
    // 5, by its own day, and 6 by creation.
    assert_eq!(found(&data, &march, M::StageRate1), (0.0, 2.0, 0));
    // Created then were 4 and 6.
    assert_eq!(answer(&[], &data, &march).scope.in_scope, 3);
}

#[test]
fn a_deal_that_no_lead_is_known_of_began_when_it_was_created() {
    let leads = file("leads", "id|created:date", &["L1|2025-04-01", "L2|2025-04-02"]);
    let rows = ["D1|2025-04-05|L1|demo", "D2|2025-04-06||demo", "D3|2025-04-07||demo"];
    let deals = file("deals", "id|created:date|lead|stage", &rows);
    let of_deals = [(R::RecordId, "id"), (R::Created, "created"), (R::Stage, "stage")];
    let of_leads = [(R::RecordId, "id"), (R::Created, "created")];
    let mut join = joined(("deals", "lead"), ("leads", "id"));
    join.by = KeyKind::Text;
    let files = vec![
        mapped("deals", FileKind::Deals, &of_deals),
        mapped("leads", FileKind::Leads, &of_leads),
    ];
    let ladder = ladder(&["demo"], &["won"], &["lost"]);
    let mut mapping = Mapping { files, ladder, joins: vec![join], ..Mapping::default() };
    mapping.begin.with = BeginWith::Leads;
    let data = assembled(&[&deals, &leads], &mapping);
    assert_eq!(found(&data, &april(), M::Leads), (4.0, 1.0, 0));
    assert_eq!(found(&data, &april(), M::StageRate1), (3.0, 4.0, 0));
}

/// How many rows no unit of a trend holds, by measure.
fn nowhere(data: &Assembled, spec: &ReportSpec, measures: &[M], split: bool) -> Vec<(M, u64)> {
    let split = split.then_some(Dimension::Stage);
    let measures = measures.to_vec();
    let spec_of = TrendSpec { measures, split, grain: Grain::Month, ..TrendSpec::default() };
    let spec = ReportSpec { blocks: vec![BlockSpec::Trend(spec_of)], ..spec.clone() };
    let Answer::Trend(trend) = answer(&[], data, &spec).blocks.remove(0) else { panic!("trend") };
    trend.undated
}

#[test]
fn a_trend_says_who_stands_in_no_unit_of_it() {
    let data = dated();
    let all = ReportSpec { basis: Basis::Period, ..ReportSpec::default() };
    let asked_of = [M::Leads, M::Qualified, M::SqlRate, M::QualifiedToWon, M::Won];
    // As in each_stage_in_the_days_of_its_own_entry; of the wins 5 has no day.
    let expected = [(M::Qualified, 2), (M::SqlRate, 3), (M::QualifiedToWon, 2), (M::Won, 1)];
    for spec in [all.clone(), april()] {
        for split in [false, true] {
            assert_eq!(nowhere(&data, &spec, &asked_of, split), expected);
        }
        let (spec, own) = asked(&spec, "reached([mql]) - reached([opp])");
        assert_eq!(nowhere(&data, &spec, &[own], false), [(own, 3)]);
    }
    // The card counts all whose day is not known, and its months do not.
    let qualified = card(&data, &all, M::Qualified);
    assert_eq!((qualified.now.value, qualified.spark_undated), (Some(9.0), 2));
    assert_eq!(qualified.spark.iter().flatten().sum::<f64>(), 7.0);
    let cohort = ReportSpec { basis: Basis::Cohort, ..april() };
    assert_eq!(nowhere(&data, &cohort, &asked_of, false), []);
    let en = strings(Locale::En);
    assert_eq!(
        en.on_no_day(&[(M::Qualified, 2), (M::Won, 1), (M::QualifiedToWon, 2)], &[]),
        [
            "MQL, MQL → won: 2\u{a0}records without the dates that this needs.",
            "Won: 1\u{a0}record without the dates that this needs."
        ]
    );
}
