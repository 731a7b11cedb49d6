//! Checks of other costs and of activities, each on rows made for it; and of times around a change
//! of clocks.

use super::checks::Checked;
use crate::tables::{file, mapped};
use tundish::engine::audit::{CheckId, Counted, Detail, Lack, Verdict};
use tundish::engine::dimension::Label;
use tundish::engine::mapping::{FileKind, Role};
use tundish::engine::measure::MeasureId;
use tundish::engine::report::{BlockSpec, KpisSpec, ReportSpec};
use tundish::engine::value::Day;
use tundish::engine::zone::Zone;

const DEALS: [&str; 3] = [
    "1|a|won|2025-01-10|2025-02-10||10|EUR|Email|Ann|",
    "2|b|new|2025-02-10||||EUR|Email|Bob|",
    "3|c|lost|2025-03-10|2025-03-20||5|EUR|Email|Bob|",
];

fn with_costs(rows: &[&str]) -> Checked {
    let mut checked = Checked::deals(&DEALS);
    checked.push(
        file("other", "day:date|type|amount:money|currency", rows),
        mapped(
            "other",
            FileKind::OtherCosts,
            &[
                (Role::Date, "day"),
                (Role::CostType, "type"),
                (Role::Spend, "amount"),
                (Role::Currency, "currency"),
            ],
        ),
    );
    let measures = vec![MeasureId::TotalCosts, MeasureId::Calls, MeasureId::Leads];
    checked.ask_for(ReportSpec {
        blocks: vec![BlockSpec::Kpis(KpisSpec { measures, ..KpisSpec::default() })],
        ..ReportSpec::default()
    });
    checked
}

const COSTS: [&str; 9] = [
    "2025-01-31|salaries|1000|EUR",
    "|salaries|400|EUR",
    "2025-02-28|salaries||EUR",
    "2025-02-28||50|EUR",
    "2025-03-31|tools|70|USD",
    "2024-12-31|tools|30|EUR",
    "2025-04-01|tools|20|EUR",
    "2025-03-01|agency|200|EUR",
    "2025-03-01|agency|200|EUR",
];

#[test]
fn other_costs_are_checked_row_by_row() {
    let checked = with_costs(&COSTS);
    let cases: [(CheckId, u64, &[u32]); 6] = [
        (CheckId::OtherCostWithoutDay, 9, &[1]),
        (CheckId::OtherCostWithoutAmount, 9, &[2]),
        (CheckId::OtherCostWithoutType, 9, &[3]),
        (CheckId::OtherCostOutside, 8, &[5, 6]),
        (CheckId::OtherCostCurrencies, 8, &[4]),
        (CheckId::OtherCostRepeated, 9, &[7, 8]),
    ];
    for (id, of, rows) in cases {
        let found = checked.found(id);
        let counted = (found.count, found.of, found.counted, found.rows);
        let n = rows.len() as u64;
        assert_eq!(counted, (n, of, Counted::CostRows, n), "{id:?}");
        assert_eq!(checked.rows(id), vec![(1, rows.to_vec())], "{id:?}");
    }
    let currencies = checked.found(CheckId::OtherCostCurrencies).named;
    let text = |name: &str| Label::Text(name.to_owned());
    assert_eq!(currencies, [(text("EUR"), 7), (text("USD"), 1)]);
    let columns = ["day", "type", "amount", "currency"].map(str::to_owned).to_vec();
    let same = checked.found(CheckId::OtherCostRepeated).details;
    assert_eq!(same, [Detail::SameBy { columns }]);
    assert_eq!(checked.verdict(CheckId::OtherCostSpikes), Verdict::NotCheckable(Lack::TooFew));
}

#[test]
fn costs_without_a_repeated_row_are_lower_by_it() {
    let checked = with_costs(&COSTS);
    let total = |id| {
        let effects = checked.found(id).effects;
        let total = effects.iter().find(|e| e.measure == MeasureId::TotalCosts);
        total.map(|e| (e.with.value, e.without.value))
    };
    // In euro: 1000 + 400 + 50 + 30 + 20 + 200 + 200; all days, since no period is asked for.
    assert_eq!(total(CheckId::OtherCostRepeated), Some((Some(1900.0), Some(1500.0))));
    assert_eq!(total(CheckId::OtherCostOutside), Some((Some(1900.0), Some(1850.0))));
    assert_eq!(total(CheckId::OtherCostWithoutType), None);
}

#[test]
fn a_spike_is_one_among_costs_of_its_type() {
    let mut rows: Vec<String> =
        (1..=12).map(|m| format!("2025-{m:02}-28|salaries|{}|EUR", 1000 + m)).collect();
    rows.push("2025-03-05|salaries|100000|EUR".to_owned());
    // As high as usual for another type.
    rows.extend((1..=12).map(|m| format!("2025-{m:02}-15|rent|{}|EUR", 100_000 + m)));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let checked = with_costs(&rows);
    assert_eq!(checked.rows(CheckId::OtherCostSpikes), vec![(1, vec![12])]);
    assert_eq!(checked.found(CheckId::OtherCostSpikes).of, 25);
}

fn with_activities(rows: &[&str]) -> Checked {
    let mut checked = with_costs(&COSTS);
    checked.push(
        file("calls", "when:time|kind|result|seconds:int|deal|agent", rows),
        mapped(
            "calls",
            FileKind::Activities,
            &[
                (Role::Date, "when"),
                (Role::Activity, "kind"),
                (Role::ActivityResult, "result"),
                (Role::Duration, "seconds"),
                (Role::Record, "deal"),
                (Role::Owner, "agent"),
            ],
        ),
    );
    checked.on(Day::from_iso("2025-06-01").unwrap());
    checked
}

const CALLS: [&str; 10] = [
    "2025-01-10 10:00:00|call|answered|60|1|ann",
    "|call|answered|60|1|Ann",
    "2025-01-11 10:00:00|call|answered|60|77|Ann",
    "2025-01-12 10:00:00|meeting||900|1|Ann",
    "2025-01-13 10:00:00|call|answered|0|1|Ann",
    "2025-01-14 10:00:00|call|missed|0|1|Ann",
    "2026-01-14 10:00:00|call|answered|30|1|Ann",
    "2026-01-15 10:00:00|meeting|planned||1|Ann",
    "2025-02-01 03:30:00|call|answered|30|2|Zoe",
    "2025-02-01 03:30:00|call|answered|30|2|Zoe",
];

#[test]
fn activities_are_checked_row_by_row() {
    let checked = with_activities(&CALLS);
    let cases: [(CheckId, u64, &[u32]); 9] = [
        (CheckId::ActivityWithoutDay, 10, &[1]),
        (CheckId::ActivityWithoutRecord, 10, &[2]),
        (CheckId::ActivityWithoutResult, 10, &[3]),
        (CheckId::ActivityWithoutDuration, 7, &[4]),
        (CheckId::ActivityInFuture, 9, &[6]),
        (CheckId::ActivityBeforeRecord, 8, &[8, 9]),
        (CheckId::ActivityAtNight, 9, &[8, 9]),
        (CheckId::ActivityUnknownOwner, 10, &[8, 9]),
        (CheckId::ActivityRepeated, 10, &[8, 9]),
    ];
    for (id, of, rows) in cases {
        let found = checked.found(id);
        let counted = (found.count, found.of, found.counted, found.rows);
        let n = rows.len() as u64;
        assert_eq!(counted, (n, of, Counted::Activities, n), "{id:?}");
        assert_eq!(checked.rows(id), vec![(2, rows.to_vec())], "{id:?}");
    }
    let named = checked.found(CheckId::ActivityUnknownOwner).named;
    assert_eq!(named, [(Label::Text("Zoe".to_owned()), 2)]);
    let effects = checked.found(CheckId::ActivityRepeated).effects;
    let calls = effects.iter().find(|e| e.measure == MeasureId::Calls).unwrap();
    assert_eq!((calls.with.value, calls.without.value), (Some(8.0), Some(6.0)));
}

#[test]
fn what_is_not_there_is_not_checked() {
    let deals = Checked::deals(&DEALS);
    let of = |id: CheckId| format!("{id:?}");
    for id in CheckId::EVERY {
        let lack = match of(*id) {
            name if name.starts_with("OtherCost") => Lack::NoOtherCosts,
            name if name.starts_with("Activity") => Lack::NoActivities,
            name if name == "ClockChanges" => Lack::NoZone,
            _ => continue,
        };
        assert_eq!(deals.verdict(*id), Verdict::NotCheckable(lack), "{id:?}");
    }
    let mut plain = Checked::deals(&DEALS);
    plain.push(
        file("calls", "when:date|kind", &["2025-01-10|call"]),
        mapped("calls", FileKind::Activities, &[(Role::Date, "when"), (Role::Activity, "kind")]),
    );
    let lacks = [
        (CheckId::ActivityWithoutRecord, Lack::NoRecordNamed),
        (CheckId::ActivityWithoutResult, Lack::NoResult),
        (CheckId::ActivityWithoutDuration, Lack::NoDuration),
        (CheckId::ActivityInFuture, Lack::NoToday),
        (CheckId::ActivityAtNight, Lack::NoTimes),
        (CheckId::ActivityUnknownOwner, Lack::NoOwner),
    ];
    for (id, lack) in lacks {
        assert_eq!(plain.verdict(id), Verdict::NotCheckable(lack), "{id:?}");
    }
}

#[test]
fn times_that_come_twice_or_never_are_counted() {
    let rows = [
        "2025-03-30 03:30:00|call|answered|60|1|Ann",
        "2025-03-30 04:30:00|call|answered|60|1|Ann",
        "2025-10-26 03:30:00|call|answered|60|1|Ann",
        "|call|answered|60|1|Ann",
    ];
    let mut checked = with_activities(&rows);
    checked.mapping.files[2].zone = Zone::named("Europe/Athens");
    let found = checked.found(CheckId::ClockChanges);
    assert_eq!((found.count, found.of, found.counted), (2, 3, Counted::Rows));
    assert_eq!(checked.rows(CheckId::ClockChanges), vec![(2, vec![0, 2])]);
    checked.mapping.files[2].zone = Zone::named("Asia/Kolkata");
    assert_eq!(checked.verdict(CheckId::ClockChanges), Verdict::Passed);
}

#[test]
fn advertising_among_other_costs_is_told_where_ads_have_a_file() {
    use crate::tables::assembled;
    use tundish::engine::audit::Finding;
    use tundish::engine::funnel::Crossing;
    use tundish::engine::mapping::Mapping;
    // The ads of March are in no other file, and salaries are no ads.
    let rows = ["2025-01-31|Salaries|500", "2025-01-31|Google Ads|100", "2025-03-31|Google Ads|70"];
    let costs = file("costs", "day:date|type|amount:money", &rows);
    let ads = file("ads", "day:date|amount:money", &["2025-01-01|60", "2025-01-02|40"]);
    let of_ads = [(Role::Date, "day"), (Role::Spend, "amount")];
    let of_costs = [of_ads[0], of_ads[1], (Role::CostType, "type")];
    let mapping = Mapping {
        files: vec![
            mapped("ads", FileKind::Spend, &of_ads),
            mapped("costs", FileKind::OtherCosts, &of_costs),
        ],
        ..Mapping::default()
    };
    let made = assembled(&[&ads, &costs], &mapping);
    let types = vec![("Google Ads".to_owned(), 1)];
    let told = Finding::Crossing(Crossing::AdsAmongCosts { file: "costs".to_owned(), types });
    assert!(made.findings.contains(&told), "{:?}", made.findings);
}
