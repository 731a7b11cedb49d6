//! The service as the page sees it: requests in, events out, each answered exactly once.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Debug;
use std::io::Cursor;
use std::rc::Rc;
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::document::Document;
use tundish::engine::filter::{Filter, Grain, Test, Than};
use tundish::engine::import::ImportOptions;
use tundish::engine::report::*;
use tundish::protocol::{Event, FileId, Lane, Request, from_bytes, to_bytes};
use tundish::service::{Opener, Service};

const DEALS: &str = "Deal ID,Created,Stage,Amount,Source\n\
    1,2026-01-05,Won,100,google\n2,2026-01-06,New,,google\n3,2026-01-07,Lost,50,email\n";

fn opener(text: &str) -> Opener {
    let bytes: Rc<[u8]> = text.as_bytes().into();
    Rc::new(move || Ok(Box::new(Cursor::new(bytes.clone()))))
}

fn open(service: &mut Service, file: FileId, name: &str, text: &str) -> Vec<Event> {
    let bytes = text.len() as u64;
    service.attach(file, name, bytes, opener(text));
    let options = ImportOptions::default();
    service.enqueue(Request::Open { file, generation: 1, name: name.to_owned(), bytes, options })
}

/// Works until nothing is left to do.
fn finish(service: &mut Service) -> Vec<Event> {
    let mut events = Vec::new();
    while service.is_busy() {
        events.extend(service.work());
    }
    events.iter().for_each(crosses);
    events
}

#[test]
fn a_file_becomes_a_report_without_a_click() {
    let mut service = Service::default();
    open(&mut service, 7, "deals.csv", DEALS);
    let events = finish(&mut service);
    let Some(Event::Imported { file: 7, profile, .. }) = events.last() else {
        panic!("{events:?}")
    };
    assert_eq!((profile.rows, profile.columns.len()), (3, 5));

    service.enqueue(Request::Suggest { generation: 1, mapping: Document::default().mapping });
    let events = finish(&mut service);
    let Some(Event::Suggested { mapping, .. }) = events.last() else { panic!("{events:?}") };
    let document = Document { mapping: (**mapping).clone(), ..Document::default() };

    service.enqueue(Request::Build { generation: 1, document: document.clone() });
    service.enqueue(Request::Preview { generation: 1, document });
    let events = finish(&mut service);
    let [Event::Built { report, .. }, Event::Previewed { preview: Some(preview), .. }] =
        &events[..]
    else {
        panic!("{events:?}")
    };
    assert_eq!(report.scope.records, 3);
    let won = preview.steps.iter().find(|s| s.label == Label::Won).map(|s| s.reached);
    assert_eq!((preview.steps[0].reached, won), (3, Some(1)));
}

#[test]
fn a_newer_question_of_the_same_lane_supersedes_the_older() {
    let mut service = Service::default();
    let build = |generation| Request::Build { generation, document: Document::default() };
    assert_eq!(service.enqueue(build(1)), []);
    assert_eq!(service.enqueue(build(2)), [Event::Superseded { generation: 1, lane: Lane::Build }]);
    let events = finish(&mut service);
    assert!(
        matches!(events[..], [Event::BuildFailed { generation: 2, lane: Lane::Build, .. }]),
        "{events:?}"
    );
}

#[test]
fn a_cancel_is_answered_at_once_and_once() {
    let mut service = Service::default();
    open(&mut service, 1, "a.csv", DEALS);
    open(&mut service, 2, "b.csv", DEALS);
    service.work();
    assert_eq!(
        service.enqueue(Request::Cancel { file: 1 }),
        [Event::ImportCancelled { file: 1, generation: 1 }]
    );
    assert_eq!(
        service.enqueue(Request::Cancel { file: 2 }),
        [Event::ImportCancelled { file: 2, generation: 1 }]
    );
    assert_eq!(service.enqueue(Request::Cancel { file: 2 }), []);
    assert_eq!(finish(&mut service), []);
}

#[test]
fn reading_again_takes_the_place_of_a_running_read() {
    let mut service = Service::default();
    open(&mut service, 1, "a.csv", DEALS);
    service.work();
    let options = ImportOptions { delimiter: Some(';'), ..ImportOptions::default() };
    let events = service.enqueue(Request::Reread { file: 1, generation: 2, options });
    assert_eq!(events, [Event::ImportCancelled { file: 1, generation: 1 }]);
    let events = finish(&mut service);
    let Some(Event::Imported { generation: 2, profile, .. }) = events.last() else {
        panic!("{events:?}")
    };
    assert_eq!(profile.columns.len(), 1);
}

#[test]
fn rows_around_a_line_stand_with_what_could_not_be_read() {
    let row = |n: u32| format!("{n},2026-01-0{},\"a\nb\"\n", n % 9 + 1);
    let mut rows: Vec<String> = (1..=40).map(row).collect();
    rows[19] = "20,2026-31-31,x\n".to_owned();
    let file = format!("id,day,note\n{}", rows.concat());
    let mut service = Service::default();
    open(&mut service, 1, "a.csv", &file);
    let events = finish(&mut service);
    let Some(Event::Imported { profile, .. }) = events.last() else { panic!("{events:?}") };
    // Every row before it takes two lines.
    let place = &profile.issues.places[0].place;
    assert_eq!((place.record, place.line), (Some(21), Some(40)));
    let mut ask = |line, around| {
        service.enqueue(Request::Rows { generation: 1, file: 1, line, around });
        let events = finish(&mut service);
        let [Event::Rows { rows, .. }] = &events[..] else { panic!("{events:?}") };
        rows.clone()
    };
    let near = ask(40, 1);
    let lines: Vec<_> = near.iter().map(|r| (r.record, r.line, r.unread.clone())).collect();
    assert_eq!(lines, [(20, 38, vec![]), (21, 40, vec![1]), (22, 41, vec![])]);
    assert_eq!(near[1].cells, ["20", "2026-31-31", "x"]);
    assert_eq!(near[0].cells, ["19", "2026-01-02", "a\nb"]);
    // The second line of a row belongs to it; at the ends of the table there are fewer.
    assert_eq!(ask(42, 0)[0].record, 22);
    assert_eq!(ask(1, 2).len(), 3);
    assert_eq!(ask(9_999, 2).len(), 3);
}

#[test]
fn a_filter_chooses_from_all_groups_and_not_from_those_that_it_leaves() {
    let mut service = Service::default();
    open(&mut service, 1, "deals.csv", DEALS);
    service.enqueue(Request::Suggest { generation: 1, mapping: Document::default().mapping });
    let events = finish(&mut service);
    let Some(Event::Suggested { mapping, .. }) = events.last() else { panic!("{events:?}") };
    let mut document = Document { mapping: (**mapping).clone(), ..Document::default() };
    let filter = |dimension: Dimension, key: &str| Filter {
        dimension,
        values: vec![key.to_owned()],
        exclude: false,
        ..Filter::default()
    };
    document.report.filters =
        vec![filter(Dimension::Outcome, "won"), filter(Dimension::Stage, "won")];
    let dimension = Dimension::Outcome;
    service.enqueue(Request::Groups { generation: 4, document: document.clone(), dimension });
    let groups = |events: Vec<Event>| match events.into_iter().next() {
        Some(Event::Grouped { generation: 4, groups: Some(groups) }) => {
            groups.rows.iter().map(|r| (r.label.clone(), r.cells[0].value)).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    let counted = |groups: Vec<(Label, Option<f64>)>| {
        groups.into_iter().filter(|(_, n)| *n != Some(0.0)).collect::<Vec<_>>()
    };
    // The filter on the stage stays in force.
    assert_eq!(counted(groups(finish(&mut service))), [(Label::Won, Some(1.0))]);
    document.report.filters.truncate(1);
    let dimension = Dimension::Outcome;
    service.enqueue(Request::Groups { generation: 4, document, dimension });
    assert_eq!(counted(groups(finish(&mut service))).len(), 3);
}

/// Page and worker speak postcard, which tells fields by their place alone: what is left out of a
/// message, or can be written in two ways, makes all that follows unreadable.
#[test]
fn every_message_is_read_back_as_it_was_sent() {
    let mut service = Service::default();
    open(&mut service, 7, "deals.csv", DEALS);
    finish(&mut service);
    service.enqueue(Request::Suggest { generation: 1, mapping: Document::default().mapping });
    let events = finish(&mut service);
    let Some(Event::Suggested { mapping, .. }) = events.last() else { panic!("{events:?}") };
    let mut document = Document { mapping: (**mapping).clone(), ..Document::default() };
    let column =
        |header: &str| Dimension::Column { file: "deals.csv".into(), header: header.into() };
    let filters = [
        Filter::among(Dimension::Channel, vec!["email".to_owned()]),
        Filter {
            test: Test::Other(Than::Above),
            other: Some(Dimension::Closed(Grain::Day)),
            exclude: true,
            ..Filter::among(Dimension::Created(Grain::Day), Vec::new())
        },
    ];
    document.report.filters = filters.to_vec();
    document.report.blocks = vec![
        BlockSpec::Kpis(KpisSpec { filters: filters.to_vec(), ..KpisSpec::default() }),
        BlockSpec::Funnel(FunnelSpec { split: Some(column("Source")), ..FunnelSpec::default() }),
        BlockSpec::Breakdown(BreakdownSpec::default()),
        BlockSpec::Trend(TrendSpec { split: Some(Dimension::Channel), ..TrendSpec::default() }),
        BlockSpec::Pivot(PivotSpec::default()),
        BlockSpec::Cohorts(CohortsSpec::default()),
        BlockSpec::Spread(SpreadSpec::default()),
        BlockSpec::Attribution(AttributionSpec::default()),
        BlockSpec::Reasons(ReasonsSpec::default()),
        BlockSpec::Transitions(TransitionsSpec::default()),
        BlockSpec::Flow(FlowSpec::default()),
        BlockSpec::Calls(CallsSpec::default()),
        BlockSpec::PipelineChange(PipelineChangeSpec::default()),
    ];
    let segments = Segments { a: filters.to_vec(), b: filters.to_vec() };
    document.report.segments = Some(segments);
    let request = Request::Build { generation: 1, document: document.clone() };
    crosses(&request);
    service.enqueue(request);
    service.enqueue(Request::Preview { generation: 1, document: document.clone() });
    service.enqueue(Request::Explain { generation: 1, document: document.clone() });
    service.enqueue(Request::Audit { generation: 1, document, today: None });
    let events = finish(&mut service);
    assert!(events.iter().any(|e| matches!(e, Event::Built { .. })), "{events:?}");
    assert_eq!(events.len(), 4, "{events:?}");
}

/// The page tells whoever waits that no answer comes; what is made of half a message would be worse.
#[test]
fn a_message_of_another_version_or_cut_off_is_an_error() {
    let document = Document::default();
    let request = Request::Build { generation: 3, document: document.clone() };
    let mut bytes = to_bytes(&request).unwrap();
    for length in 0..bytes.len() {
        assert!(from_bytes::<Request>(&bytes[..length]).is_err(), "{length} of {}", bytes.len());
    }
    // A field that only the other side knows.
    bytes.push(0);
    let reason = from_bytes::<Request>(&bytes).unwrap_err();
    assert!(reason.starts_with("1 of "), "{reason}");
    // A kind of message that only the other side knows.
    assert!(from_bytes::<Event>(&[250, 1]).is_err());
    crosses(&Event::Misread { reason });
}

/// What comes out at the other end says the same, whatever is no number in it.
pub fn crosses<T: Serialize + DeserializeOwned + Debug>(message: &T) {
    let bytes = to_bytes(message).unwrap();
    let back: T = from_bytes(&bytes).unwrap_or_else(|reason| panic!("{reason}: {message:?}"));
    assert_eq!(format!("{back:?}"), format!("{message:?}"));
}
