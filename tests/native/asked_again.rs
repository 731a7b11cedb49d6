//! What is kept from one question to the next never shows: a service that was asked much before
//! answers as one that is asked for the first time, whatever changed in between.

use std::fmt::Write;
use std::io::Cursor;
use std::rc::Rc;
use tundish::engine::dimension::Dimension;
use tundish::engine::document::Document;
use tundish::engine::filter::{Filter, Grain, Period, PeriodSpec};
use tundish::engine::import::ImportOptions;
use tundish::engine::mapping::rates::Rate;
use tundish::engine::mapping::{
    Channel, ChannelRule, FileKind, FirstSource, Role, RuleTest, SourceField,
};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::report::{
    Absence, Answer, Basis, BlockSpec, CohortsSpec, FunnelSpec, FunnelStage, KpisSpec, Preview,
    PreviewStep, ReportSpec, SkipPolicy,
};
use tundish::engine::value::Day;
use tundish::protocol::{Event, Request};
use tundish::service::{Opener, Service};

/// Deals with repeated ids, accounts, two tellings of the source, dates of stages.
fn deals(seed: u32) -> String {
    let mut text =
        "deal id,modified,created,close date,stage,amount,currency,account,contact,owner,\
        lead source,utm_source,utm_medium,utm_campaign,gclid,mql date,sql date\n"
            .to_owned();
    let mut state = seed;
    let mut pick = |n: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) % n
    };
    for i in 0..400 {
        let id = if i % 9 == 0 { i / 2 } else { i };
        let stage = ["New", "MQL", "SQL", "Won", "Lost", "new ", ""][pick(7) as usize];
        let (source, utm) = (["google", "Email", "", " LinkedIn"], ["yandex", "", "google", " "]);
        let day = |n: u32| Day(20_000 + n as i32).to_string();
        let at = pick(500);
        let dated = |is: bool, day: String| if is { day } else { String::new() };
        let mql = dated(pick(3) > 0, day(at + pick(20)));
        let sql = dated(pick(3) > 1, day(at + pick(40)));
        let closed = dated(matches!(stage, "Won" | "Lost"), day(at + pick(90)));
        let _ = writeln!(
            text,
            "D{id},{},{},{closed},{stage},{},{},Company {},P{},{},{},{},{},c{},{},{mql},{sql}",
            day(at + pick(9)),
            day(at),
            pick(900) * 10,
            ["EUR", "EUR", "USD", ""][pick(4) as usize],
            pick(60),
            pick(90),
            ["Ann", "Bob", "ann"][pick(3) as usize],
            source[pick(4) as usize],
            utm[pick(4) as usize],
            ["cpc", "", "organic"][pick(3) as usize],
            pick(5),
            ["", "", "x1"][pick(3) as usize],
        );
    }
    text
}

const SCORES: &str = "date,account,score,comment\n2025-01-01,Company 3,9,ok\n\
    2025-02-01,company 5,2,slow\n2025-03-01,nobody,7,\n";

fn open(service: &mut Service, file: u32, name: &str, text: &str) {
    let content: Rc<[u8]> = text.as_bytes().into();
    let opener: Opener = Rc::new(move || Ok(Box::new(Cursor::new(content.clone()))));
    let bytes = text.len() as u64;
    service.attach(file, name, bytes, opener);
    let (name, options) = (name.to_owned(), ImportOptions::default());
    service.enqueue(Request::Open { file, generation: 1, name, bytes, options });
}

fn finish(service: &mut Service) -> Vec<Event> {
    let mut events = Vec::new();
    while service.is_busy() {
        events.extend(service.work());
    }
    events
}

fn fresh(deals: &str) -> Service {
    let mut service = Service::default();
    open(&mut service, 1, "deals.csv", deals);
    open(&mut service, 2, "scores.csv", SCORES);
    finish(&mut service);
    service
}

fn ask(service: &mut Service, document: &Document) -> Vec<Event> {
    service.enqueue(Request::Preview { generation: 1, document: document.clone() });
    service.enqueue(Request::Explain { generation: 1, document: document.clone() });
    service.enqueue(Request::Build { generation: 1, document: document.clone() });
    finish(service)
}

fn proposed(service: &mut Service) -> Document {
    service.enqueue(Request::Suggest { generation: 1, mapping: Document::default().mapping });
    let Some(Event::Suggested { mapping, .. }) = finish(service).pop() else { panic!() };
    let mut document = Document { mapping: *mapping, ..Document::default() };
    assert_eq!(document.mapping.files[0].kind, FileKind::Deals);
    let measures = vec![M::Leads, M::Revenue, M::MedianDeal, M::UniqueLeads, M::RawLeads, M::Nps];
    document.report.blocks.push(BlockSpec::Kpis(KpisSpec { measures, ..KpisSpec::default() }));
    document.report.blocks.push(BlockSpec::Cohorts(CohortsSpec::default()));
    document
}

/// The same few figures out of a report on all records.
fn preview_by_report(text: &str, document: &Document) -> Preview {
    let report = ReportSpec {
        blocks: vec![BlockSpec::Funnel(FunnelSpec::default())],
        currency: document.report.currency.clone(),
        policy: document.report.policy,
        ..ReportSpec::default()
    };
    let mut service = fresh(text);
    let document = Document { report, ..document.clone() };
    service.enqueue(Request::Build { generation: 1, document });
    let Some(Event::Built { report, .. }) = finish(&mut service).pop() else { panic!() };
    let stages = match &report.blocks[..] {
        [Answer::Funnel(funnel)] => &funnel.stages[..],
        [Answer::Absent(Absence::NoStages)] => &[],
        other => panic!("{other:?}"),
    };
    let step = |s: &FunnelStage| PreviewStep { label: s.label.clone(), reached: s.reached };
    let currencies = report.scope.currencies.iter();
    Preview {
        steps: stages.iter().map(step).collect(),
        currencies: currencies.map(|c| (c.currency.clone(), c.records)).collect(),
        extent: report.scope.extent,
        // There are no costs.
        channels: Vec::new(),
        findings: report.findings.clone(),
    }
}

type Change = fn(&mut Document);

fn roles(document: &mut Document) -> &mut std::collections::BTreeMap<Role, String> {
    &mut document.mapping.files[0].roles
}

/// One decision after the other, each upon those before.
const CHANGES: [Change; 40] = [
    |d| d.report.filters = vec![among("owner", "Ann", false)],
    |d| d.report.filters.push(among("account", "Company 7", true)),
    |d| {
        let (first, last) = (Day(20_100), Day(20_300));
        d.report.period = PeriodSpec::Between(Period { first, last });
    },
    |d| d.report.basis = Basis::Period,
    |d| d.report.policy = SkipPolicy::Strict,
    |d| d.report.currency = Some("USD".to_owned()),
    |d| {
        roles(d).insert(Role::Source, "owner".to_owned());
        roles(d).remove(&Role::Owner);
    },
    |d| d.mapping.channels.first = FirstSource::Crm,
    |d| {
        roles(d).insert(Role::Source, "lead source".to_owned());
        roles(d).insert(Role::Owner, "owner".to_owned());
    },
    |d| {
        d.mapping.channels.rules.push(ChannelRule {
            field: SourceField::Campaign,
            test: RuleTest::Is,
            text: "c3".to_owned(),
            channel: Channel::Email,
        });
    },
    |d| drop(roles(d).remove(&Role::Amount)),
    |d| drop(roles(d).insert(Role::Amount, "amount".to_owned())),
    |d| drop(roles(d).remove(&Role::RecordId)),
    |d| drop(roles(d).insert(Role::RecordId, "deal id".to_owned())),
    |d| drop(roles(d).remove(&Role::Modified)),
    |d| drop(roles(d).insert(Role::Modified, "modified".to_owned())),
    |d| drop(roles(d).insert(Role::Account, "contact".to_owned())),
    |d| drop(roles(d).insert(Role::Created, "mql date".to_owned())),
    |d| {
        let moved = std::mem::take(&mut d.mapping.ladder.stages[1].values);
        d.mapping.ladder.stages[0].values.extend(moved);
    },
    |d| d.report.policy = SkipPolicy::Observed,
    |d| d.report.window = Some(30),
    // What each piece that is kept follows from, to and fro.
    |d| drop(roles(d).remove(&Role::Currency)),
    |d| d.mapping.files[0].currency = Some("GBP".to_owned()),
    |d| drop(roles(d).insert(Role::Currency, "currency".to_owned())),
    |d| {
        d.mapping.rates.to = "EUR".to_owned();
        d.mapping.rates.table = vec![Rate { currency: "USD".to_owned(), rate: 0.5, day: None }];
    },
    |d| drop(roles(d).remove(&Role::Owner)),
    |d| d.mapping.rates = Default::default(),
    |d| drop(roles(d).remove(&Role::Closed)),
    |d| d.mapping.ladder.won_on = Some("close date".to_owned()),
    |d| d.mapping.ladder.won_on = None,
    |d| drop(roles(d).insert(Role::Closed, "close date".to_owned())),
    |d| d.mapping.ladder.stages[0].entered = Some("modified".to_owned()),
    |d| drop(d.mapping.ladder.lost.pop()),
    |d| drop(roles(d).remove(&Role::Stage)),
    |d| drop(roles(d).insert(Role::Stage, "stage".to_owned())),
    |d| d.mapping.files[0].clock_minutes = 90,
    |d| d.mapping.as_of = Some(Day(20_400)),
    |d| d.mapping.as_of = None,
    |d| d.mapping.files[0].kind = FileKind::Leads,
    |d| d.mapping.files[0].kind = FileKind::Deals,
];

fn among(header: &str, value: &str, exclude: bool) -> Filter {
    let (file, header) = ("deals.csv".to_owned(), header.to_owned());
    let dimension = Dimension::Column { file, header };
    Filter { dimension, values: vec![value.to_owned()], exclude, ..Filter::default() }
}

#[test]
fn a_service_that_was_asked_before_answers_as_a_new_one() {
    let text = deals(7);
    let mut old = fresh(&text);
    let mut document = proposed(&mut old);
    let first = document.clone();
    for (at, change) in CHANGES.iter().enumerate() {
        change(&mut document);
        let expected = ask(&mut fresh(&text), &document);
        let [
            Event::Previewed { preview: Some(preview), .. },
            Event::Explained { .. },
            Event::Built { .. },
        ] = &expected[..]
        else {
            panic!("{at}: {expected:?}")
        };
        assert_eq!(**preview, preview_by_report(&text, &document), "{at}");
        assert_eq!(ask(&mut old, &document), expected, "change {at}");
        assert_eq!(ask(&mut old, &document), expected, "change {at}, asked again");
    }
    // And all decisions taken back at once.
    assert_eq!(ask(&mut old, &first), ask(&mut fresh(&text), &first));
}

#[test]
fn another_file_of_the_same_name_is_another_file() {
    let (before, after) = (deals(7), deals(8));
    let mut old = fresh(&before);
    let mut document = proposed(&mut old);
    ask(&mut old, &document);
    open(&mut old, 1, "deals.csv", &after);
    finish(&mut old);
    assert_eq!(ask(&mut old, &document), ask(&mut fresh(&after), &document));
    document.report.filters = vec![Filter {
        dimension: Dimension::Created(Grain::Month),
        values: vec!["2024-10-01".to_owned()],
        ..Filter::default()
    }];
    assert_eq!(ask(&mut old, &document), ask(&mut fresh(&after), &document));
}
