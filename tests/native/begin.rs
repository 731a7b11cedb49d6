//! Records that begin with the lead: a table worked out by hand, and the laws of its counts.

use crate::tables::{File, assembled, day, file, ladder, mapped};
use std::collections::BTreeMap;
use tundish::engine::audit::{CheckId, Finding, Ground, rows_of};
use tundish::engine::dimension::{Dimension, Label, codes};
use tundish::engine::document::Document;
use tundish::engine::funnel::{Assembled, BegunCounts, Crossing, FileView, Outcome};
use tundish::engine::mapping::begin::BeginWith;
use tundish::engine::mapping::key::KeyKind;
use tundish::engine::mapping::rates::{Rate, Rates};
use tundish::engine::mapping::{Channel, FileKind, Join, Mapping, Role as R};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::answer;
use tundish::engine::report::*;
use tundish::engine::table::NO_DAY;

fn leads() -> File {
    file(
        "leads.csv",
        "Lead ID|Created:date|Mail|Source|Industry",
        &[
            "L1|2025-01-01|a@x.com|Email|Steel",
            "L2|2025-01-02|b@x.com|Email|Food",
            "L3|2025-01-03|c@x.com|Email|Food",
            "L4|2025-01-04|d@x.com|Event|",
            "L5|2025-01-05|e@x.com||Steel",
        ],
    )
}

/// L2 lost one deal and won another; L5 won three, one of them in dollars; D8 is nobody's.
fn deals() -> File {
    file(
        "deals.csv",
        "ID|Stage|Created:date|Closed:date|Amount:money|Currency|Mail|Source",
        &[
            "D1|Won|2025-01-10|2025-02-10|100|EUR|A@x.com|Event",
            "D2|Lost|2025-01-11|2025-02-11|900|EUR|b@x.com|",
            "D3|Won|2025-01-20|2025-02-12|50|EUR|b@x.com|",
            "D4|Demo|2025-01-14||70|EUR|d@x.com|",
            "D5|Won|2025-01-25|2025-03-01|100|EUR|e@x.com|Event",
            "D6|Won|2025-01-15|2025-02-01|30|EUR|e@x.com|Partner",
            "D7|Won|2025-01-16|2025-04-01|7|USD|e@x.com|",
            "D8|Demo|2025-01-12||20|EUR|z@x.com|",
        ],
    )
}

fn mapping(with: BeginWith) -> Mapping {
    let of_deals = [
        (R::RecordId, "ID"),
        (R::Stage, "Stage"),
        (R::Created, "Created"),
        (R::Closed, "Closed"),
        (R::Amount, "Amount"),
        (R::Currency, "Currency"),
        (R::Source, "Source"),
    ];
    let of_leads = [(R::RecordId, "Lead ID"), (R::Created, "Created"), (R::Source, "Source")];
    let join = Join {
        from_file: "deals.csv".to_owned(),
        from_column: "Mail".to_owned(),
        lookup_file: "leads.csv".to_owned(),
        key_column: "Mail".to_owned(),
        aliases: BTreeMap::new(),
        by: KeyKind::Email,
    };
    let mut mapping = Mapping {
        files: vec![
            mapped("deals.csv", FileKind::Deals, &of_deals),
            mapped("leads.csv", FileKind::Leads, &of_leads),
        ],
        ladder: ladder(&["New", "Demo"], &["Won"], &["Lost"]),
        joins: vec![join],
        ..Mapping::default()
    };
    mapping.begin.with = with;
    mapping
}

fn made(with: BeginWith) -> Assembled {
    assembled(&[&deals(), &leads()], &mapping(with))
}

fn blocks(with: BeginWith, blocks: Vec<BlockSpec>) -> Vec<Answer> {
    let (deals, leads) = (deals(), leads());
    let views: [FileView; 2] = [deals.view(), leads.view()];
    let made = assembled(&[&deals, &leads], &mapping(with));
    answer(&views, &made, &ReportSpec { blocks, ..ReportSpec::default() }).blocks
}

fn cards(with: BeginWith, measures: &[M]) -> Vec<Option<f64>> {
    let block = KpisSpec { measures: measures.to_vec(), ..KpisSpec::default() };
    match blocks(with, vec![BlockSpec::Kpis(block)]).remove(0) {
        Answer::Kpis(kpis) => kpis.cards.into_iter().map(|c| c.now.value).collect(),
        other => panic!("{other:?}"),
    }
}

const COUNTS: BegunCounts = BegunCounts {
    leads: 5,
    converted: 4,
    with_several: 2,
    deals: 8,
    deals_without_lead: 1,
    dated_by_deal: 0,
};

#[test]
fn leads_and_deals_without_a_lead_are_the_records() {
    let made = made(BeginWith::Leads);
    let records = &made.records;
    assert_eq!(records.count as u64, COUNTS.leads + COUNTS.deals_without_lead);
    use Outcome::{Open, Won};
    assert_eq!(records.outcome, [Won, Won, Open, Open, Won, Open]);
    let days = |list: &[&str]| list.iter().map(|d| day(d)).collect::<Vec<_>>();
    let created = ["2025-01-01", "2025-01-02", "2025-01-03", "2025-01-04", "2025-01-05"];
    assert_eq!(records.created[..5], days(&created));
    assert_eq!(records.created[5], day("2025-01-12"));
    // The first win closes; what it brought and what came later is one amount.
    let closed = ["2025-02-10", "2025-02-12", "", "", "2025-02-01", ""];
    assert_eq!(records.closed, days(&closed));
    let amounts: Vec<f64> =
        records.amount.iter().map(|a| if a.is_nan() { -1.0 } else { *a }).collect();
    assert_eq!(amounts, [100.0, 50.0, -1.0, 70.0, 130.0, 20.0]);
    // The source of the lead goes before that of its deal, which speaks where the lead does not.
    let channels: Vec<&Channel> =
        records.channel.iter().map(|c| &made.channels[usize::from(*c)]).collect();
    use Channel as C;
    let expected = [&C::Email, &C::Email, &C::Email, &C::Event, &C::Partner, &C::Unassigned];
    assert_eq!(channels, expected);
    assert_eq!(made.stages, ["Lead", "New", "Demo"]);
    // Lead by its creation, the next stage by the first deal's; of D8 no lead is known.
    assert_eq!(records.entered[0][5], NO_DAY);
    let first_deal = ["2025-01-10", "2025-01-11", "", "2025-01-14", "2025-01-15", "2025-01-12"];
    assert_eq!(records.entered[1], days(&first_deal));
    let begins = Crossing::BeginsWithLeads {
        file: "leads.csv".to_owned(),
        counts: COUNTS,
        records: 6,
        elsewhere: 1,
    };
    assert!(made.findings.contains(&Finding::Crossing(begins)), "{:?}", made.findings);
    let joined = |f: &Finding| matches!(f, Finding::Crossing(Crossing::LeadsJoined { .. }));
    assert!(!made.findings.iter().any(joined));
}

#[test]
fn the_funnel_begins_with_all_leads() {
    let funnel = BlockSpec::Funnel(FunnelSpec::default());
    let Answer::Funnel(found) = blocks(BeginWith::Leads, vec![funnel]).remove(0) else {
        panic!("a funnel")
    };
    let steps: Vec<(u64, u64)> = found.stages.iter().map(|s| (s.reached, s.observed)).collect();
    // Demo is implied by the three that were won; every deal is evidence that it was opened.
    assert_eq!(steps, [(6, 6), (5, 5), (5, 2), (3, 3)]);
    assert_eq!((found.won, found.lost, found.open), (3, 0, 3));
    assert_eq!(found.ground.begins, Some(COUNTS));
    // From lead to deal: 9, 9, 10 and 10 days.
    assert_eq!(found.stages[1].median_days, Some(9.5));
    assert_eq!(
        cards(BeginWith::Leads, &[M::Leads, M::Won, M::Lost, M::Revenue, M::EndToEnd]),
        [Some(6.0), Some(3.0), Some(0.0), Some(280.0), Some(0.5)]
    );
}

#[test]
fn deals_alone_are_counted_as_before() {
    assert_eq!(made(BeginWith::Deals).records.count, 8);
    assert_eq!(
        cards(BeginWith::Deals, &[M::Leads, M::Won, M::Lost, M::Revenue]),
        [Some(8.0), Some(5.0), Some(1.0), Some(280.0)]
    );
}

#[test]
fn columns_of_the_lead_are_known_of_every_lead() {
    let (deals, leads) = (deals(), leads());
    let views = [deals.view(), leads.view()];
    let made = made(BeginWith::Leads);
    let label = |file: &str, header: &str| -> Vec<Label> {
        let dimension = Dimension::Column { file: file.to_owned(), header: header.to_owned() };
        let found = codes(&made, &views, &dimension).unwrap();
        found.records.iter().map(|c| found.labels[*c as usize].clone()).collect()
    };
    let text = |t: &str| Label::Text(t.to_owned());
    let industry = [text("Steel"), text("Food"), text("Food"), Label::Empty, text("Steel")];
    assert_eq!(label("leads.csv", "Industry"), [&industry[..], &[Label::Unmatched]].concat());
    let currency = label("deals.csv", "Currency");
    assert_eq!((&currency[0], &currency[2]), (&text("EUR"), &Label::Empty));
    // A record is seen by its deal, or by its lead where it has none.
    let seen: Vec<_> = (0..6).map(|at| made.place(at).unwrap()).collect();
    assert_eq!(seen, [(0, 0), (0, 2), (1, 2), (0, 3), (0, 5), (0, 7)]);
    let mapping = mapping(BeginWith::Leads);
    let ground = Ground::new(&views, &mapping, &made, None);
    let rows = rows_of(&ground, CheckId::WithoutChannel);
    assert_eq!(rows.iter().map(|p| (p.file, p.rows[0].row)).collect::<Vec<_>>(), [(0, 7)]);
}

#[test]
fn a_history_goes_on_from_the_lead() {
    let history = file(
        "history.csv",
        "Deal|To|When:date",
        &["D4|New|2025-01-14", "D4|Demo|2025-01-18", "D1|Demo|2025-01-12", "D1|Won|2025-02-10"],
    );
    let mut mapping = mapping(BeginWith::Leads);
    let roles = [(R::Record, "Deal"), (R::Stage, "To"), (R::Date, "When")];
    mapping.files.push(mapped("history.csv", FileKind::StageHistory, &roles));
    let made = assembled(&[&deals(), &leads(), &history], &mapping);
    let moves = &made.moves;
    let of = |record: u32| -> Vec<(u8, u8, i32)> {
        let each = moves.from.iter().zip(&moves.to).zip(&moves.day).zip(&moves.record);
        each.filter(|(_, r)| **r == record).map(|(((f, t), d), _)| (*f, *t, *d)).collect()
    };
    const OPENING: u8 = u8::MAX;
    let at = |d: &str| day(d);
    // D4 was created on the day of its first row; its lead came ten days earlier.
    assert_eq!(
        of(3),
        [(OPENING, 0, at("2025-01-04")), (0, 1, at("2025-01-14")), (1, 2, at("2025-01-18"))]
    );
    assert_eq!(of(2), [(OPENING, 0, at("2025-01-03"))]);
    assert_eq!(of(0)[..3].iter().map(|m| m.1).collect::<Vec<_>>(), [0, 1, 2]);
    assert!(moves.record.is_sorted());
}

#[test]
fn converted_money_is_told_once() {
    let costs = file(
        "costs.csv",
        "Day:date|Cost:money|Currency",
        &["2025-01-05|10|USD", "2025-01-06|10|EUR", "2025-01-06|10|GBP"],
    );
    let mut mapping = mapping(BeginWith::Leads);
    let roles = [(R::Date, "Day"), (R::Spend, "Cost"), (R::Currency, "Currency")];
    mapping.files.push(mapped("costs.csv", FileKind::Spend, &roles));
    let table = vec![Rate { currency: "USD".to_owned(), rate: 0.5, day: None }];
    mapping.rates = Rates { to: "EUR".to_owned(), table };
    let made = assembled(&[&deals(), &leads(), &costs], &mapping);
    let money = made.findings.iter().filter_map(|f| match f {
        Finding::Crossing(Crossing::Converted { rows, .. }) => Some(("converted", rows.clone())),
        Finding::Crossing(Crossing::NoRate { rows, .. }) => Some(("left", rows.clone())),
        _ => None,
    });
    let mut money: Vec<_> = money.collect();
    money.sort();
    // The deal in dollars and a day of costs; a day in pounds.
    let rows = |name: &str, n| vec![(name.to_owned(), n)];
    assert_eq!(money, [("converted", rows("USD", 2)), ("left", rows("GBP", 1))]);
    // All three wins of L5 are one amount now.
    assert_eq!(made.records.amount[4], 133.5);
}

#[test]
fn the_choice_is_kept_and_old_documents_begin_with_deals() {
    let mapping = mapping(BeginWith::Leads);
    let mut document = Document { mapping, ..Document::default() };
    assert_eq!(document.mapping.records(), FileKind::Leads);
    let read = Document::from_json(&document.to_json()).unwrap();
    assert_eq!(read, document);
    let old = Document::from_json("{\"format\":\"tundish\",\"version\":1}").unwrap();
    assert_eq!(old.mapping.begin.with, BeginWith::Deals);
    // Without a join of leads there is nothing to begin with.
    document.mapping.joins.clear();
    assert_eq!(document.mapping.begins_with_leads(), None);
    assert_eq!(document.mapping.records(), FileKind::Deals);
}

#[test]
fn what_one_record_cannot_hold_of_several_deals_is_told() {
    let deals = file(
        "deals.csv",
        "ID|Stage|Created:date|Closed:date|Amount:money|Currency|Mail|Source",
        &[
            "D1|Won|2025-01-10|2025-02-02|100|EUR|a@x.com|",
            "D2|Won|2025-03-10|2025-05-02|200|EUR|a@x.com|",
            "D3|Lost|2025-01-10|2025-02-20|50|EUR|c@x.com|",
            "D4|Won|2025-03-01|2025-04-20|70|EUR|c@x.com|",
            "D5|Demo|2025-03-01||30|EUR|c@x.com|",
        ],
    );
    let made = assembled(&[&deals, &leads()], &mapping(BeginWith::Leads));
    // The win of 2 May counts on 2 February, and is a day of the file all the same.
    assert_eq!(made.as_of, Some(day("2025-05-02")));
    let (later_won, open_amount, currency) = (200.0, 30.0, "EUR".to_owned());
    let told = Crossing::SeveralDeals { later: 1, later_won, open: 1, open_amount, currency };
    assert!(made.findings.contains(&Finding::Crossing(told)), "{:?}", made.findings);
}
