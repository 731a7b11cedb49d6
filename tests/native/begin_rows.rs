//! Rows of other files that name leads, where the records begin with leads: tables worked out by hand.

use crate::begin_own::lead_join;
use crate::tables::{File, assembled, file, ladder, mapped};
use tundish::engine::audit::{CheckId, Finding, Ground, rows_of};
use tundish::engine::funnel::{ActivityKind, Assembled, Crossing, NO_ROW, RowsMet};
use tundish::engine::import::{ImportOptions, Importer, Step};
use tundish::engine::mapping::begin::BeginWith;
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::answer;
use tundish::engine::report::*;

/// The records: L1, L2 with D1, L3 with D2, L4, and D3 without a lead.
const RECORDS: [&str; 5] = ["L1", "L2", "L3", "L4", "D3"];

fn leads(ids: [&str; 4]) -> File {
    let rows: Vec<String> =
        (1..).zip(ids).map(|(n, id)| format!("{id}|2025-01-0{n}|p{n}@x.com")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    file("leads.csv", "Lead ID|Created:date|Mail", &rows)
}

fn deals(ids: [&str; 3], of: [&str; 3]) -> File {
    let rows: Vec<String> =
        ids.iter().zip(of).map(|(id, lead)| format!("{id}|Demo|2025-02-01|{lead}")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    file("deals.csv", "ID|Stage|Created:date|Lead", &rows)
}

fn by_letters() -> (File, File) {
    (deals(["D1", "D2", "D3"], ["L2", "L3", ""]), leads(["L1", "L2", "L3", "L4"]))
}

fn mapping(with: BeginWith, kind: FileKind, roles: &[(R, &str)]) -> Mapping {
    let of_deals = [(R::RecordId, "ID"), (R::Stage, "Stage"), (R::Created, "Created")];
    let of_leads = [(R::RecordId, "Lead ID"), (R::Created, "Created"), (R::Person, "Mail")];
    let mut mapping = Mapping {
        files: vec![
            mapped("deals.csv", FileKind::Deals, &of_deals),
            mapped("leads.csv", FileKind::Leads, &of_leads),
            mapped("calls.csv", kind, roles),
        ],
        ladder: ladder(&["New", "Demo"], &["Won"], &["Lost"]),
        joins: vec![lead_join()],
        ..Mapping::default()
    };
    mapping.begin.with = with;
    mapping
}

const CALLS: [(R, &str); 3] = [(R::Record, "Of"), (R::Date, "When"), (R::Activity, "Type")];

fn calls(of: &[&str]) -> File {
    let rows: Vec<String> = of.iter().map(|id| format!("{id}|2025-01-10|call")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    file("calls.csv", "Of|When:date|Type", &rows)
}

fn met(made: &Assembled) -> Vec<RowsMet> {
    let met = made.findings.iter().filter_map(|f| match f {
        Finding::Crossing(Crossing::RowsMet { file, met }) if file == "calls.csv" => Some(*met),
        _ => None,
    });
    met.collect()
}

/// The records of activities, by name.
fn records(made: &Assembled) -> Vec<&'static str> {
    let name = |at: &u32| RECORDS.get(*at as usize).copied().unwrap_or("-");
    made.beside.activities.record.iter().map(name).collect()
}

#[test]
fn activities_of_leads_and_of_deals_are_those_of_their_records() {
    let (deals, leads) = by_letters();
    let calls = file(
        "calls.csv",
        "Of|When:date|Type",
        &[
            "L1|2025-01-02|call",
            "l2|2025-01-05|e-mail",
            "L9|2025-01-05|call",
            "D3|2025-02-02|meeting",
            "|2025-01-05|call",
            "L3|2025-01-01|call",
            "D1|2025-02-02|meeting",
        ],
    );
    let mapping = mapping(BeginWith::Leads, FileKind::Activities, &CALLS);
    let made = assembled(&[&deals, &leads, &calls], &mapping);
    assert_eq!(records(&made), ["L1", "L2", "-", "D3", "-", "L3", "L2"]);
    let all = &made.beside.activities;
    assert_eq!(all.kind[3], ActivityKind::Meeting);
    // L3 was only called before it was there.
    let contacted: Vec<bool> = all.of_record.iter().map(|r| r.contacted).collect();
    assert_eq!(contacted, [true, true, false, false, true]);
    assert_eq!(all.of_record.iter().filter(|r| r.met).count(), 2);
    let expected =
        RowsMet { rows: 7, by_deal: 2, by_lead: 3, leads_first: true, ..RowsMet::default() };
    assert_eq!(met(&made), [expected]);
    let views = [deals.view(), leads.view(), calls.view()];
    let ground = Ground::new(&views, &mapping, &made, None);
    let alone = rows_of(&ground, CheckId::ActivityWithoutRecord);
    let alone: Vec<(usize, u32)> =
        alone.iter().flat_map(|p| p.rows.iter().map(|r| (p.file, r.row))).collect();
    assert_eq!(alone, [(2, 2), (2, 4)]);
    let block = KpisSpec { measures: vec![M::NeverContacted], ..KpisSpec::default() };
    let spec = ReportSpec { blocks: vec![BlockSpec::Kpis(block)], ..ReportSpec::default() };
    match answer(&views, &made, &spec).blocks.remove(0) {
        Answer::Kpis(kpis) => assert_eq!(kpis.cards[0].now.value, Some(2.0 / 5.0)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn ids_that_deals_and_leads_share_are_of_those_that_the_file_names_more() {
    // Deal 1 is of lead 2, deal 2 of lead 3, deal 3 of none.
    let (deals, leads) = (deals(["1", "2", "3"], ["2", "3", ""]), leads(["1", "2", "3", "4"]));
    let mapping = mapping(BeginWith::Leads, FileKind::Activities, &CALLS);
    let of = |ids: &[&str]| {
        let made = assembled(&[&deals, &leads, &calls(ids)], &mapping);
        (records(&made), met(&made)[0])
    };
    let (records, met) = of(&["1", "4", "2"]);
    assert_eq!(records, ["L1", "L4", "L2"]);
    let as_leads =
        RowsMet { rows: 3, by_lead: 3, both: 2, leads_first: true, ..RowsMet::default() };
    assert_eq!(met, as_leads);
    let (records, met) = of(&["1", "3", "2", "5"]);
    assert_eq!(records, ["L2", "D3", "L3", "-"]);
    assert_eq!(met, RowsMet { rows: 4, by_deal: 3, both: 3, ..RowsMet::default() });
    let finding = Crossing::RowsMet { file: "calls.csv".to_owned(), met };
    assert!(finding.is_doubtful() && finding.weight() == 4);
}

#[test]
fn people_of_leads_without_a_deal_are_known_by_name() {
    let (deals, leads) = by_letters();
    let roles = [(R::Person, "Of"), (R::Date, "When"), (R::Activity, "Type")];
    let mapping = mapping(BeginWith::Leads, FileKind::Activities, &roles);
    let calls = calls(&["P1@x.com", "p3@x.com", "nobody@x.com"]);
    let made = assembled(&[&deals, &leads, &calls], &mapping);
    assert_eq!(records(&made), ["L1", "L3", "-"]);
    assert_eq!(met(&made), [RowsMet { rows: 3, otherwise: 2, ..RowsMet::default() }]);
}

#[test]
fn answers_and_touches_say_how_they_meet_as_well() {
    let (deals, leads) = by_letters();
    let scores =
        file("calls.csv", "Of|When:date|Answer:int", &["L4|2025-03-01|9", "D2|2025-03-01|3"]);
    let roles = [(R::Record, "Of"), (R::Date, "When"), (R::Score, "Answer")];
    let made =
        assembled(&[&deals, &leads, &scores], &mapping(BeginWith::Leads, FileKind::Scores, &roles));
    assert_eq!(made.beside.scores.record, [3, 2]);
    assert_eq!(met(&made), [RowsMet { rows: 2, by_deal: 1, by_lead: 1, ..RowsMet::default() }]);
    let touches = file("calls.csv", "Of|When:date|Source", &["L4|2025-01-01|Email", "x||Email"]);
    let roles = [(R::Record, "Of"), (R::Date, "When"), (R::Source, "Source")];
    let made = assembled(
        &[&deals, &leads, &touches],
        &mapping(BeginWith::Leads, FileKind::Touches, &roles),
    );
    let expected = RowsMet { rows: 2, by_lead: 1, leads_first: true, ..RowsMet::default() };
    assert_eq!(met(&made), [expected]);
}

#[test]
fn where_deals_are_counted_a_lead_stands_for_the_deal_that_it_became() {
    let (deals, leads) = by_letters();
    let of_calls = mapping(BeginWith::Deals, FileKind::Activities, &CALLS);
    let calls_of = |ids: &[&str]| assembled(&[&deals, &leads, &calls(ids)], &of_calls);
    // L4 became none, and nobody knows L9.
    let made = calls_of(&["L2", "D1", "l3", "L4", "L9", "D3"]);
    let all = &made.beside.activities;
    assert_eq!(all.record, [0, 0, 1, NO_ROW, NO_ROW, 2]);
    assert_eq!(all.by_lead, [true, false, true, false, false, false]);
    assert_eq!(met(&made), [RowsMet { rows: 6, by_deal: 2, by_lead: 2, ..RowsMet::default() }]);
    // The calls of 10 January come before the deals; only those that name deals are early.
    let same = calls(&["L2", "D1", "l3", "L4", "L9", "D3"]);
    let views = [deals.view(), leads.view(), same.view()];
    let ground = Ground::new(&views, &of_calls, &made, None);
    let early = rows_of(&ground, CheckId::ActivityBeforeRecord);
    let early: Vec<u32> = early.iter().flat_map(|p| p.rows.iter().map(|r| r.row)).collect();
    assert_eq!(early, [1, 5]);
    // A file that names deals alone is as any other.
    let made = calls_of(&["D1", "D2"]);
    assert_eq!((made.beside.activities.record.as_slice(), met(&made)), (&[0, 1][..], vec![]));
    // Of several deals of one lead the last one that was there by the day.
    let two = file(
        "deals.csv",
        "ID|Stage|Created:date|Lead",
        &["D1|Demo|2025-01-05|L2", "D2|Demo|2025-01-09|L2", "D3|Demo|2025-02-01|L2"],
    );
    let made = assembled(&[&two, &leads, &calls(&["L2"])], &of_calls);
    assert_eq!(made.beside.activities.record, [1]);
}

#[test]
fn where_deals_are_counted_ids_that_both_share_are_told() {
    let (deals, leads) = (deals(["1", "2", "3"], ["2", "3", ""]), leads(["1", "2", "3", "4"]));
    let mapping = mapping(BeginWith::Deals, FileKind::Activities, &CALLS);
    let made = assembled(&[&deals, &leads, &calls(&["1", "2", "3"])], &mapping);
    assert_eq!(made.beside.activities.record, [0, 1, 2]);
    let told = met(&made)[0];
    assert_eq!((told.by_deal, told.by_lead, told.both, told.leads_first), (3, 0, 2, false));
}

fn read(name: &str, csv: &str) -> File {
    let source = std::io::Cursor::new(csv.as_bytes().to_vec());
    let mut importer = Importer::new(name, csv.len() as u64, source, ImportOptions::default());
    loop {
        if let Step::Done(read) = importer.step(1 << 20).unwrap() {
            return File { profile: read.profile, table: read.table };
        }
    }
}

#[test]
fn a_list_of_calls_to_leads_is_understood_without_a_click() {
    let leads = read(
        "leads.csv",
        "Lead ID,Created Date,Lead Status,Email\nL1,2025-01-01,New,a@x.com\n\
        L2,2025-01-02,New,b@x.com\nL3,2025-01-03,New,c@x.com\n",
    );
    let deals = read(
        "deals.csv",
        "Deal ID,Deal Name,Deal Stage,Create Date,Amount,Lead ID\n\
        D1,a,Demo,2025-02-01,10,L3\nD2,b,Won,2025-02-02,20,L2\n",
    );
    for header in ["Lead ID", "Lead", "Лид", "ID лида"] {
        let calls = read(
            "calls.csv",
            &format!(
                "{header},Call Date,Type,Direction,Duration\nL1,2025-01-02,Call,Outbound,60\n\
                L2,2025-01-05,Call,Inbound,120\nL2,2025-01-06,Meeting,Outbound,600\n"
            ),
        );
        let views = [deals.view(), leads.view(), calls.view()];
        let mut mapping = suggest(&views, &Mapping::default());
        let of_calls = mapping.of_file("calls.csv").unwrap();
        assert_eq!(
            (of_calls.kind, of_calls.header(R::Record)),
            (FileKind::Activities, Some(header)),
            "{of_calls:?}"
        );
        mapping.begin.with = BeginWith::Leads;
        let made = assembled(&[&deals, &leads, &calls], &mapping);
        assert_eq!(made.beside.activities.record, [0, 1, 1], "{header}");
    }
}
