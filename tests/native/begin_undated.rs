//! Records that begin with leads, of which some lack their dates: what is not known stays unknown, and is
//! counted.

use crate::begin_own::mapping;
use crate::tables::{File, assembled, day, file, mapped};
use tundish::engine::audit::Finding;
use tundish::engine::document::Document;
use tundish::engine::funnel::{Crossing, FileView, Outcome};
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::{answer, build_report};
use tundish::engine::report::*;
use tundish::engine::table::NO_DAY;

/// L1 to L4 have no deal. L5 and L8 have one with a day, L6 and L7 one without; D9 is nobody's, and no
/// day of its creation is known either.
fn leads() -> File {
    file(
        "leads.csv",
        "Lead ID|Created:date|Lead Status|Contacted on:date|Closed:date|Source",
        &[
            "L1||New|||Email",
            "L2||Contacted|2025-01-05||Email",
            "L3||Disqualified|||Email",
            "L4|2025-01-04|Disqualified|||Event",
            "L5||Qualified|2025-01-20||Event",
            "L6|2025-01-06||2025-01-05||Event",
            "L7|||||Email",
            "L8|2025-01-08|New|||Email",
        ],
    )
}

fn deals() -> File {
    file(
        "deals.csv",
        "ID|Stage|Created:date|Closed:date|Lead",
        &[
            "D5|Won|2025-02-01|2025-03-01|L5",
            "D6|Demo|||L6",
            "D7|Won||2025-03-02|L7",
            "D8|Won|2025-02-03||L8",
            "D9|Lost|||",
        ],
    )
}

#[test]
fn what_no_date_tells_is_not_made_up() {
    let made = assembled(&[&deals(), &leads()], &mapping(true));
    let records = &made.records;
    let days = |list: &[&str]| list.iter().map(|d| day(d)).collect::<Vec<_>>();
    // The record of L5 begins with its deal, but nobody knows when L5 became a lead.
    let created = ["", "", "", "2025-01-04", "2025-02-01", "2025-01-06", "", "2025-01-08", ""];
    assert_eq!(records.created, days(&created));
    let entered = ["", "", "", "2025-01-04", "", "2025-01-06", "", "2025-01-08", ""];
    assert_eq!(records.entered[0], days(&entered));
    let contacted = ["", "2025-01-05", "", "", "2025-01-20", "2025-01-05", "", "", ""];
    assert_eq!(records.entered[1], days(&contacted));
    assert!(records.entered[2].is_empty());
    let of_deal = ["", "", "", "", "2025-02-01", "", "", "2025-02-03", ""];
    assert_eq!(records.entered[3], days(&of_deal));
    use Outcome::{Lost, Open, Won};
    assert_eq!(records.outcome, [Open, Open, Lost, Lost, Won, Open, Won, Won, Lost]);
    assert_eq!(records.closed, days(&["", "", "", "", "2025-03-01", "", "2025-03-02", "", ""]));
    // Lead, Contacted, Qualified · Lead, Qualified, Demo: a date or a word is evidence, its lack none.
    let observed = [0b1, 0b11, 0b1, 0b1, 0b1111, 0b11011, 0b1001, 0b1001, 0b1001];
    assert_eq!(records.observed, observed);
    let unknown: Vec<usize> = (0..9).filter(|at| records.depth_unknown[*at]).collect();
    assert_eq!(unknown, [2, 3, 8]);
    // Of L6 the contact is dated before the lead itself.
    assert_eq!(records.disordered[5], 0b10);
}

#[test]
fn what_is_missing_is_counted() {
    let (deals, leads) = (deals(), leads());
    let made = assembled(&[&deals, &leads], &mapping(true));
    let views: [FileView; 2] = [deals.view(), leads.view()];
    let document = Document { mapping: mapping(true), ..Document::default() };
    let found = build_report(&views, &document).unwrap().findings;
    let undated = found.iter().find_map(|f| match f {
        Finding::WithoutCreatedDate { records } => Some(*records),
        _ => None,
    });
    assert_eq!(undated, Some(5), "{found:?}");
    let counts = made.begun.as_ref().unwrap().counts;
    assert_eq!((counts.leads, counts.converted, counts.dated_by_deal), (8, 4, 1));
    let told = found.iter().find_map(|f| match f {
        Finding::Crossing(told @ Crossing::BeginsWithLeads { .. }) => Some(told.is_doubtful()),
        _ => None,
    });
    assert_eq!(told, Some(true));
    assert!(found.contains(&Finding::WonWithoutCloseDate { records: 1 }), "{found:?}");
}

fn cards(made_with: &Mapping, leads: &File, measures: &[M]) -> Vec<Option<f64>> {
    let deals = deals();
    let made = assembled(&[&deals, leads], made_with);
    let views: [FileView; 2] = [deals.view(), leads.view()];
    let block = KpisSpec { measures: measures.to_vec(), ..KpisSpec::default() };
    let spec = ReportSpec { blocks: vec![BlockSpec::Kpis(block)], ..ReportSpec::default() };
    match answer(&views, &made, &spec).blocks.remove(0) {
        Answer::Kpis(kpis) => kpis.cards.into_iter().map(|c| c.now.value).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn records_without_a_day_are_counted_and_in_no_time() {
    let found = cards(&mapping(true), &leads(), &[M::Leads, M::Won, M::MedianCycle]);
    // Of the three that were won, L5 alone has both ends: from its deal on, which the finding says.
    assert_eq!(found, [Some(9.0), Some(3.0), Some(28.0)]);
}

#[test]
fn dates_that_the_file_has_no_more_say_nothing() {
    let mut mapping = mapping(true);
    mapping.begin.own.lost_on = Some("Closed".to_owned());
    mapping.begin.own.won_on = Some("Gone".to_owned());
    let of_leads = [(R::RecordId, "Lead ID"), (R::Stage, "Lead Status"), (R::Source, "Source")];
    mapping.files[1] = mapped("leads.csv", FileKind::Leads, &of_leads);
    let plain = file(
        "leads.csv",
        "Lead ID|Lead Status|Closed:date|Source",
        &[
            "L1|New||Email",
            "L2||2025-01-09|Email",
            "L5|Contacted||Email",
            "L6|||",
            "L7|New||",
            "L8|||",
        ],
    );
    let made = assembled(&[&deals(), &plain], &mapping);
    let records = &made.records;
    // A day of losing says that L2 is lost, though nothing dates or names anything else of it.
    assert_eq!(records.outcome[..2], [Outcome::Open, Outcome::Lost]);
    assert_eq!(records.closed[..2], [NO_DAY, day("2025-01-09")]);
    assert!(records.entered[0].iter().all(|d| *d == NO_DAY));
    assert!(records.entered[1].is_empty());
    assert_eq!(made.begun.as_ref().unwrap().counts.dated_by_deal, 2);
    assert_eq!(cards(&mapping, &plain, &[M::Leads]), [Some(7.0)]);
}
