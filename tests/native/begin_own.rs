//! Leads that have stages of their own, before they become deals: a table worked out by hand.

use crate::tables::{File, assembled, day, file, ladder, mapped, read_text};
use std::collections::BTreeMap;
use tundish::engine::document::Document;
use tundish::engine::funnel::{Assembled, Outcome, TouchDepth};
use tundish::engine::mapping::begin::BeginWith;
use tundish::engine::mapping::key::KeyKind;
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::{FileKind, Join, Mapping, Role as R, Stage};
use tundish::engine::table::NO_DAY;

/// L5 is qualified and has no deal; L6 became D1, whatever its own status says; L7 was told off and
/// sold to all the same.
fn leads() -> File {
    file(
        "leads.csv",
        "Lead ID|Created:date|Lead Status|Contacted on:date|Closed:date|Source",
        &[
            "L1|2025-01-01|New|||Email",
            "L2|2025-01-02|Contacted|2025-01-05||Email",
            "L3|2025-01-03|Qualified|||Email",
            "L4|2025-01-04|Disqualified|2025-01-06|2025-01-09|Event",
            "L5|2025-01-05|Converted|||Event",
            "L6|2025-01-06|New|2025-01-07||Event",
            "L7|2025-01-07|Disqualified||2025-01-08|Email",
            "L8|2025-01-08|Disqualified||2025-01-10|Email",
        ],
    )
}

fn deals() -> File {
    file(
        "deals.csv",
        "ID|Stage|Created:date|Closed:date|Lead",
        &["D1|Demo|2025-02-01||L6", "D2|Won|2025-02-02|2025-03-02|L7", "D3|Qualified|2025-02-03||"],
    )
}

/// Deals name their leads by id.
pub fn lead_join() -> Join {
    Join {
        from_file: "deals.csv".to_owned(),
        from_column: "Lead".to_owned(),
        lookup_file: "leads.csv".to_owned(),
        key_column: "Lead ID".to_owned(),
        aliases: BTreeMap::new(),
        by: KeyKind::Ids,
    }
}

pub fn mapping(by_status: bool) -> Mapping {
    let of_deals =
        [(R::RecordId, "ID"), (R::Stage, "Stage"), (R::Created, "Created"), (R::Closed, "Closed")];
    let of_leads = [
        (R::RecordId, "Lead ID"),
        (R::Created, "Created"),
        (R::Stage, "Lead Status"),
        (R::Closed, "Closed"),
        (R::Source, "Source"),
    ];
    let mut mapping = Mapping {
        files: vec![
            mapped("deals.csv", FileKind::Deals, &of_deals),
            mapped("leads.csv", FileKind::Leads, &of_leads),
        ],
        ladder: ladder(&["Qualified", "Demo"], &["Won"], &["Lost"]),
        joins: vec![lead_join()],
        ..Mapping::default()
    };
    mapping.begin.with = BeginWith::Leads;
    mapping.begin.by_status = by_status;
    mapping.begin.own =
        ladder(&["New", "Contacted", "Qualified"], &["Converted"], &["Disqualified"]);
    if let Some(contacted) = mapping.begin.own.stages.get_mut(1) {
        contacted.entered = Some("Contacted on".to_owned());
    }
    if let Some(qualified) = mapping.begin.own.stages.get_mut(2) {
        qualified.qualified = true;
    }
    mapping
}

fn made(by_status: bool) -> Assembled {
    assembled(&[&deals(), &leads()], &mapping(by_status))
}

#[test]
fn the_leads_own_status_gives_the_early_stages() {
    let made = made(true);
    // A stage of two ladders by one name is two stages.
    assert_eq!(made.stages, ["Lead", "Contacted", "Qualified · Lead", "Qualified", "Demo"]);
    assert_eq!(made.has.qualified, Some(2));
    let records = &made.records;
    use Outcome::{Lost, Open, Won};
    let outcomes = [Open, Open, Open, Lost, Open, Open, Won, Lost, Open];
    assert_eq!(records.outcome, outcomes);
    // L5 has passed the ladder of leads; D1 and D2 count from the first stage of deals on; nothing
    // implies a depth for L8, which was lost without a date.
    let observed = [0b1, 0b11, 0b101, 0b11, 0b101, 0b11011, 0b1001, 0b1, 0b1001];
    assert_eq!(records.observed, observed);
    const NONE: u8 = u8::MAX;
    assert_eq!(records.stage, [0, 1, 2, NONE, 2, 4, NONE, NONE, 3]);
    let unknown: Vec<usize> = (0..9).filter(|at| records.depth_unknown[*at]).collect();
    assert_eq!(unknown, [7]);
    let days = |list: &[&str]| list.iter().map(|d| day(d)).collect::<Vec<_>>();
    assert_eq!(
        records.closed,
        days(&["", "", "", "2025-01-09", "", "", "2025-03-02", "2025-01-10", ""])
    );
    assert_eq!(
        records.entered[1],
        days(&["", "2025-01-05", "", "2025-01-06", "", "2025-01-07", "", "", ""])
    );
    assert_eq!(records.entered[3][5..], days(&["2025-02-01", "2025-02-02", "", "2025-02-03"]));
    assert_eq!(records.entered[0][8], NO_DAY);
}

#[test]
fn without_their_status_leads_are_as_before() {
    let made = made(false);
    assert_eq!(made.stages, ["Lead", "Qualified", "Demo"]);
    assert_eq!(made.records.observed, [1, 1, 1, 1, 1, 0b111, 0b11, 1, 0b11]);
    assert!(!made.records.outcome.contains(&Outcome::Lost));
    let mut same = mapping(true);
    same.begin.own = Default::default();
    let other = assembled(&[&deals(), &leads()], &same);
    assert_eq!(other.records.observed, made.records.observed);
}

#[test]
fn touches_of_a_lead_are_those_of_its_record() {
    let touches = file(
        "touches.csv",
        "Lead|When:date|Source",
        &[
            "L7|2025-01-09|Email",
            "L7|2025-01-07|Google Ads",
            "L2|2025-01-02|Facebook",
            "nobody|2025-01-02|Facebook",
        ],
    );
    let mut mapping = mapping(true);
    let roles = [(R::Record, "Lead"), (R::Date, "When"), (R::Source, "Source")];
    mapping.files.push(mapped("touches.csv", FileKind::Touches, &roles));
    let made = assembled(&[&deals(), &leads(), &touches], &mapping);
    assert_eq!((made.touches.depth, made.touches.unknown), (TouchDepth::All, 1));
    let of = |record: usize| made.touches.of(record).map(|(_, day)| day).collect::<Vec<_>>();
    assert_eq!(of(6), [day("2025-01-07"), day("2025-01-09")]);
    assert_eq!(of(1), [day("2025-01-02")]);
    let first = made.touches.of(6).next().map(|(channel, _)| usize::from(channel));
    let last = made.touches.of(6).last().map(|(channel, _)| usize::from(channel));
    assert_ne!(first, last);
    // Touches that speak of deals go on speaking of them.
    let by_deal = file("touches.csv", "Lead|When:date|Source", &["D2|2025-01-09|Email"]);
    let made = assembled(&[&deals(), &leads(), &by_deal], &mapping);
    assert_eq!(made.touches.of(6).count(), 1);
}

#[test]
fn stages_of_leads_are_proposed_with_their_file_and_kept() {
    let leads = read_text(
        "leads.csv",
        "Lead ID,Created Date,Lead Status,Email\nL1,2025-01-01,New,a@x.com\n\
        L2,2025-01-02,Contacted,b@x.com\nL3,2025-01-03,Qualified,c@x.com\n\
        L4,2025-01-04,Disqualified,d@x.com\n",
    );
    let deals = read_text(
        "deals.csv",
        "Deal ID,Deal Name,Deal Stage,Create Date,Amount,Lead ID\n\
        D1,a,Demo,2025-02-01,10,L3\nD2,b,Won,2025-02-02,20,L2\n",
    );
    let views = [deals.view(), leads.view()];
    let new = suggest(&views, &Mapping::default());
    assert!(new.lead_join().is_some(), "{:?}", new.joins);
    let names: Vec<&str> = new.begin.own.stages.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["New", "Contacted", "Qualified"]);
    assert_eq!(
        (new.begin.own.lost.as_slice(), new.begin.by_status),
        (&["Disqualified".to_owned()][..], true)
    );
    // What was decided before there were such stages stays as it is, and can be changed.
    let mut old = new.clone();
    (old.begin.own, old.begin.by_status) = (Default::default(), false);
    let next = suggest(&views, &old);
    assert_eq!((next.begin.own == new.begin.own, next.begin.by_status), (true, false));
    let mut off = new.clone();
    off.begin.by_status = false;
    assert_eq!(suggest(&views, &off).begin, off.begin);
    let text =
        r#"{"format":"tundish","version":1,"mapping":{"begin":{"with":"leads","stage":""}}}"#;
    let begin = Document::from_json(text).unwrap().mapping.begin;
    assert_eq!((begin.by_status, begin.rungs()), (false, &[] as &[Stage]));
}

#[test]
fn a_converted_lead_passed_the_stage_that_its_deal_implies() {
    let leads = file(
        "leads.csv",
        "Lead ID|Created:date|Lead Status|Contacted on:date|Closed:date|Source",
        &["L5|2025-01-05|Converted|||Event", "L6|2025-01-06|Converted|||Event"],
    );
    let made = assembled(&[&deals(), &leads], &mapping(true));
    // L5 has no deal and stands at the last stage of leads; L6 is D1, and nothing but that deal tells
    // of it there. D2 and D3 have no lead.
    assert_eq!(made.records.observed, [0b101, 0b11001, 0b1001, 0b1001]);
}
