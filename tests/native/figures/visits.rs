//! Visits of a site beside leads: placed by channel and period as spend is. Figures worked out by hand.

use crate::tables::{File, assembled, file, ladder, mapped, read_text};
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::document::Document;
use tundish::engine::filter::{Filter, Grain, Period, PeriodSpec};
use tundish::engine::fit;
use tundish::engine::funnel::FileView;
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::{Channel, FileKind, Mapping, Role as R};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::answer;
use tundish::engine::report::*;
use tundish::engine::value::Day;

fn leads() -> File {
    file(
        "leads",
        "id|stage|created:date|source|owner|cost:money",
        &[
            "1|new|2025-01-05|google / cpc|Ann|",
            "2|new|2025-01-31|google / cpc|Bob|",
            "3|won|2025-02-10|google / cpc|Ann|",
            "4|new|2025-02-11|newsletter|Ann|",
            // Before the counter was there, after it, and of channels that it does not know.
            "5|new|2024-12-31|google / cpc|Bob|",
            "6|new|2025-03-01|newsletter|Bob|",
            "7|new|2025-01-07|trade show|Bob|",
            "8|new||google / cpc|Bob|",
        ],
    )
}

fn visits() -> File {
    file(
        "visits",
        "day:date|from|n:int|who:int",
        &[
            "2025-01-01|google / cpc|40|30",
            "2025-01-31|google / cpc|60|30",
            "2025-01-31|newsletter|20|9",
            "2025-02-10|google / cpc|100|80",
            "2025-02-28|newsletter|30|9",
            "2025-02-28|(not set)|5|1",
            "|newsletter|1000|9",
        ],
    )
}

fn mapping() -> Mapping {
    let of_leads =
        [(R::RecordId, "id"), (R::Stage, "stage"), (R::Created, "created"), (R::Source, "source")];
    let of_visits = [(R::Date, "day"), (R::Source, "from"), (R::Visits, "n"), (R::Visitors, "who")];
    Mapping {
        files: vec![
            mapped("leads", FileKind::Leads, &of_leads),
            mapped("visits", FileKind::Visits, &of_visits),
        ],
        ladder: ladder(&["new"], &["won"], &["lost"]),
        ..Mapping::default()
    }
}

const BOTH: [M; 2] = [M::Visits, M::VisitToLead];

fn ask(spec: ReportSpec, block: BlockSpec) -> Answer {
    let (leads, visits) = (leads(), visits());
    let made = assembled(&[&leads, &visits], &mapping());
    let views: [FileView; 2] = [leads.view(), visits.view()];
    answer(&views, &made, &ReportSpec { blocks: vec![block], ..spec }).blocks.remove(0)
}

fn cards(spec: ReportSpec, measures: &[M]) -> Vec<Kpi> {
    let block = BlockSpec::Kpis(KpisSpec { measures: measures.to_vec(), ..KpisSpec::default() });
    match ask(spec, block) {
        Answer::Kpis(kpis) => kpis.cards,
        other => panic!("{other:?}"),
    }
}

fn months(first: (i32, u32), last: (i32, u32)) -> ReportSpec {
    let first = Day::from_ymd(first.0, first.1, 1).unwrap();
    let last = Day(Day::from_ymd(last.0, last.1, 1).unwrap().add_months(1).0 - 1);
    ReportSpec { period: PeriodSpec::Between(Period { first, last }), ..ReportSpec::default() }
}

#[test]
fn visits_are_added_and_leads_are_a_share_of_them() {
    let found = cards(ReportSpec::default(), &[M::Visits, M::VisitToLead]);
    assert_eq!(found[0].now.value, Some(1255.0));
    // Leads 1 to 4: those of channels with visits, from the first of January to the end of February.
    let share = &found[1].now;
    assert_eq!((share.numerator, share.denominator), (Some(4.0), Some(1255.0)));
    assert!(share.interval.is_some());

    let january = cards(months((2025, 1), (2025, 1)), &BOTH);
    assert_eq!(january[0].now.value, Some(120.0));
    assert_eq!((january[1].now.numerator, january[1].now.denominator), (Some(2.0), Some(120.0)));
    // Nothing was counted in December: a share of nothing is no value.
    let december = cards(months((2024, 12), (2024, 12)), &BOTH);
    assert_eq!((december[0].now.value, december[1].now.value), (Some(0.0), None));
}

#[test]
fn they_part_by_channel_and_by_month_and_by_nothing_that_only_leads_have() {
    let table = |dimension: Dimension, spec: ReportSpec| {
        let block = BlockSpec::Breakdown(BreakdownSpec {
            dimension,
            measures: BOTH.to_vec(),
            ..BreakdownSpec::default()
        });
        match ask(spec, block) {
            Answer::Breakdown(found) => found,
            other => panic!("{other:?}"),
        }
    };
    let found = table(Dimension::Channel, ReportSpec::default());
    let cells = |channel: Channel| {
        let row = found.rows.iter().find(|r| r.label == Label::Channel(channel.clone())).unwrap();
        (row.cells[0].value, row.cells[1].numerator, row.cells[1].denominator)
    };
    assert_eq!(cells(Channel::PaidSearch), (Some(200.0), Some(3.0), Some(200.0)));
    assert_eq!(cells(Channel::Email), (Some(1050.0), Some(1.0), Some(1050.0)));
    let is_event = |row: &BreakdownRow| row.label == Label::Channel(Channel::Event);
    assert!(!found.rows.iter().any(is_event), "it has neither visits nor leads of them");
    let sum: f64 = found.rows.iter().filter_map(|r| r.cells[0].value).sum();
    assert_eq!((found.total[0].value, sum), (Some(1255.0), 1255.0));

    let found = table(Dimension::Created(Grain::Month), ReportSpec::default());
    let visits: Vec<Option<f64>> = found.rows.iter().map(|r| r.cells[0].value).collect();
    // January, February, and what has no day.
    assert_eq!(visits, [120.0, 135.0, 1000.0].map(Some));

    let owner = Dimension::Column { file: "leads".to_owned(), header: "owner".to_owned() };
    let block = BlockSpec::Breakdown(BreakdownSpec {
        dimension: owner.clone(),
        measures: [&[M::Leads], &BOTH[..]].concat(),
        ..BreakdownSpec::default()
    });
    let Answer::Breakdown(found) = ask(ReportSpec::default(), block) else { panic!() };
    assert_eq!(found.absent, BOTH.map(|m| (m, Absence::NotByDimension)));
    let filters = vec![Filter::among(owner, vec!["ann".to_owned()])];
    let found = cards(ReportSpec { filters, ..ReportSpec::default() }, &BOTH);
    assert!(found.iter().all(|card| card.absent == Some(Absence::NotByDimension)));
    let filters = vec![Filter::among(Dimension::Channel, vec!["email".to_owned()])];
    let found = cards(ReportSpec { filters, ..ReportSpec::default() }, &BOTH);
    assert_eq!((found[0].now.value, found[1].now.numerator), (Some(1050.0), Some(1.0)));
}

#[test]
fn visits_are_no_cost() {
    let found = cards(ReportSpec::default(), &[M::Spend, M::Cpl, M::Clicks, M::Leads]);
    let absent: Vec<_> = found.iter().map(|c| c.absent.clone()).collect();
    let no = [Some(Absence::NoSpend), Some(Absence::NoSpend), Some(Absence::NoSpend), None];
    assert_eq!(absent, no);
    assert_eq!(found[3].now.value, Some(8.0));
    let leads = leads();
    let mut mapping = mapping();
    mapping.files.truncate(1);
    let made = assembled(&[&leads], &mapping);
    let blocks = vec![BlockSpec::Kpis(KpisSpec { measures: BOTH.to_vec(), ..KpisSpec::default() })];
    let report = answer(&[leads.view()], &made, &ReportSpec { blocks, ..ReportSpec::default() });
    let Answer::Kpis(kpis) = &report.blocks[0] else { panic!() };
    assert!(kpis.cards.iter().all(|card| card.absent == Some(Absence::NoVisits)));
}

#[test]
fn monthly_rows_count_to_the_end_of_their_month() {
    let leads = leads();
    let visits = file(
        "visits",
        "day:date|from|n:int|who:int",
        &["2025-01-01|google / cpc|10|1", "2025-02-01|google / cpc|20|1"],
    );
    let made = assembled(&[&leads, &visits], &mapping());
    let blocks = vec![BlockSpec::Kpis(KpisSpec { measures: BOTH.to_vec(), ..KpisSpec::default() })];
    let report = answer(
        &[leads.view(), visits.view()],
        &made,
        &ReportSpec { blocks, ..ReportSpec::default() },
    );
    let Answer::Kpis(kpis) = &report.blocks[0] else { panic!() };
    let share = &kpis.cards[1].now;
    // Leads 1, 2 and the tenth of February.
    assert_eq!((share.numerator, share.denominator), (Some(3.0), Some(30.0)));
}

#[test]
fn exports_of_counters_are_read_and_alone_make_a_report() {
    let day = |n: usize| format!("202501{:02}", n % 28 + 1);
    let sources = ["google / cpc", "(direct) / (none)", "google / organic", "t.me / referral"];
    let row = |n: usize| format!("{},{},{},{},{}", day(n), sources[n % 4], n + 3, n + 1, n / 5);
    let rows: Vec<String> = (0..60).map(row).collect();
    let text = format!(
        "Date,Session source / medium,Sessions,Total users,Key events\n{}\n",
        rows.join("\n")
    );
    let ga4 = read_text("ga4.csv", &text);
    let found = suggest(&[ga4.view()], &Mapping::default());
    let of = &found.files[0];
    assert_eq!(of.kind, FileKind::Visits);
    let roles = [R::Date, R::Source, R::Visits, R::Visitors].map(|r| of.header(r).unwrap_or("-"));
    assert_eq!(roles, ["Date", "Session source / medium", "Sessions", "Total users"]);
    let made = assembled(&[&ga4], &found);
    let mut document = Document { mapping: found, ..Document::default() };
    fit::fit(&mut document.report, &document.mapping);
    let report = answer(&[ga4.view()], &made, &document.report);
    let Answer::Kpis(kpis) = &report.blocks[0] else { panic!() };
    assert_eq!(kpis.cards[0].now.value, Some((3..63).sum::<i32>() as f64));
    let Answer::Breakdown(channels) = &report.blocks[1] else { panic!() };
    let names: Vec<&Label> = channels.rows.iter().map(|r| &r.label).collect();
    for channel in [Channel::PaidSearch, Channel::Direct, Channel::OrganicSearch] {
        assert!(names.contains(&&Label::Channel(channel.clone())), "{channel:?}: {names:?}");
    }
}
