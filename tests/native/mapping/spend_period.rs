//! Costs and records campaign by campaign within a month and a week.

use crate::tables::{day, file, ladder, mapped};
use tundish::engine::filter::Grain;
use tundish::engine::mapping::view::{PeriodMeeting, explain};
use tundish::engine::mapping::{FileKind, Mapping, Role, SpendJoin};

fn periods(deals: &[&str], costs: &[&str]) -> Vec<PeriodMeeting> {
    let deals = file("deals", "id|stage|created:date|campaign", deals);
    let costs = file("costs", "day:date|campaign|cost:money|currency", costs);
    let roles = [(Role::RecordId, "id"), (Role::Stage, "stage"), (Role::Created, "created")];
    let of_costs = [(Role::Date, "day"), (Role::Spend, "cost"), (Role::Currency, "currency")];
    let mapping = Mapping {
        files: vec![
            mapped("deals", FileKind::Deals, &roles),
            mapped("costs", FileKind::Spend, &of_costs),
        ],
        ladder: ladder(&["new"], &["won"], &["lost"]),
        spend_join: Some(SpendJoin {
            record_column: "campaign".to_owned(),
            spend_file: "costs".to_owned(),
            spend_column: "campaign".to_owned(),
        }),
        ..Mapping::default()
    };
    let view = explain(&[deals.view(), costs.view()], &mapping);
    view.spend_joins[0].by_period.clone()
}

const DEALS: [&str; 6] = [
    "1|new|2025-01-20|Spring",
    "2|new|2025-01-31|spring ",
    "3|new|2025-02-01|Spring",
    "4|new|2025-02-01|",
    "5|new||Spring",
    "6|new|2025-02-01|Other",
];

#[test]
fn a_month_and_a_week_part_what_meets() {
    // January and the week from 27 January to 2 February.
    let found = periods(
        &DEALS,
        &[
            "2025-01-02|Spring|50|EUR",
            "2025-01-28|Spring|30|EUR",
            "2025-03-01|Spring|15|EUR",
            "|Spring|3|EUR",
            "2025-01-02|Lone|2|EUR",
        ],
    );
    let of = |grain, share, matched| PeriodMeeting { grain, spend_share: Some(share), matched };
    assert_eq!(found, [of(Grain::Month, 0.8, 2), of(Grain::Week, 0.3, 2)]);
    assert_eq!(day("2025-01-27").rem_euclid(7), day("2025-02-03").rem_euclid(7));
}

#[test]
fn several_currencies_have_no_share_and_a_file_without_days_has_no_answer() {
    let found = periods(&DEALS, &["2025-01-02|Spring|50|EUR", "2025-01-02|Spring|50|USD"]);
    assert_eq!(found.iter().map(|p| (p.spend_share, p.matched)).next(), Some((None, 2)));
    assert_eq!(periods(&DEALS, &["|Spring|50|EUR"]), []);
}
