//! The lead lifetime beyond its median, by channel: by hand; and content in use, against the list of
//! what was published.

use super::hand::near;
use super::made::{Deal, assembled};
use crate::tables::{File, assembled as of_files, file, ladder, mapped, read_text};
use tundish::engine::dimension::Dimension;
use tundish::engine::filter::{Comparison, Grain, Period, PeriodSpec};
use tundish::engine::funnel::{FileView, Outcome};
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::measure::chance::tested;
use tundish::engine::query::{Codebook, Figure, answer, lineage};
use tundish::engine::report::*;
use tundish::engine::stats::wilson;
use tundish::engine::value::{Caution, Day, Quantity};

const START: i32 = 20_000;

fn deal(days: Option<i32>, outcome: Outcome, channel: u16) -> Deal {
    let closed = days.map_or(tundish::engine::table::NO_DAY, |d| START + d);
    Deal { channel, ..Deal::plain(START, closed, outcome, 10.0) }
}

#[test]
fn quartiles_and_mean_by_channel_beside_what_is_open() {
    use Outcome::{Lost, Open, Won};
    // The first channel: 10, 20, 30, 40 days. The second: 5 days, and one open on day 40.
    let deals = [
        deal(Some(10), Won, 0),
        deal(Some(20), Lost, 0),
        deal(Some(30), Won, 0),
        deal(Some(40), Lost, 0),
        deal(Some(5), Won, 1),
        deal(None, Open, 1),
    ];
    let data = assembled(&deals, &[]);
    let measures =
        vec![M::LifetimeP25, M::LeadLifetime, M::LifetimeP75, M::LifetimeP90, M::MeanLifetime];
    let pivot = PivotSpec { rows: vec![Dimension::Channel], measures, ..PivotSpec::default() };
    let spec = ReportSpec { blocks: vec![BlockSpec::Pivot(pivot)], ..ReportSpec::default() };
    let Answer::Pivot(pivot) = answer(&[], &data, &spec).blocks.remove(0) else { panic!() };
    let values = |cells: &[Quantity]| cells.iter().map(|q| q.value.unwrap()).collect::<Vec<_>>();
    let is = |found: &[Quantity], expected: [f64; 5]| {
        let found = values(found);
        assert!(found.iter().zip(expected).all(|(a, b)| near(*a, b)), "{found:?} {expected:?}");
    };
    // Between neighbours: a quarter of the way from 10 to 40 is 10 + 0.75 × 10, and so on.
    is(&pivot.row_totals[0], [17.5, 25.0, 32.5, 37.0, 25.0]);
    is(&pivot.row_totals[1], [5.0; 5]);
    // 5, 10, 20, 30, 40: a total of its own values.
    is(&pivot.grand, [10.0, 20.0, 30.0, 36.0, 21.0]);
    let open = |q: &Quantity| {
        q.cautions.iter().find_map(|c| match c {
            Caution::OpenLeftOut { records, median } => Some((*records, *median)),
            _ => None,
        })
    };
    // Of the first channel nothing is open. Of the second half are decided after 5 days. Of all six:
    // after 5, 10 and 20 days 5/6, 4/6 and 3/6 are left.
    assert!(pivot.row_totals[0].iter().all(|q| open(q).is_none()));
    assert!(pivot.row_totals[1].iter().all(|q| open(q) == Some((1, Some(5.0)))));
    assert!(pivot.grand.iter().all(|q| open(q) == Some((1, Some(20.0)))));
    let small = |q: &Quantity| q.cautions.contains(&Caution::SmallDenominator);
    assert!(pivot.grand.iter().all(small), "five are fewer than ten");
}

#[test]
fn a_longer_life_is_told_from_chance() {
    // Forty leads of January lived 1 to 40 days, forty of February 101 to 140.
    let mut deals = Vec::new();
    for n in 1..=40 {
        let january = Day::from_ymd(2024, 1, 1).unwrap().0;
        let february = Day::from_ymd(2024, 2, 1).unwrap().0;
        deals.push(Deal::plain(january, january + n, Outcome::Won, 1.0));
        deals.push(Deal::plain(february, february + 100 + n, Outcome::Lost, 1.0));
    }
    let data = assembled(&deals, &[]);
    let day = |d| Day::from_ymd(2024, 2, d).unwrap();
    let measures = vec![M::LifetimeP75, M::MeanLifetime];
    let kpis = KpisSpec { measures: measures.clone(), ..KpisSpec::default() };
    let spec = ReportSpec {
        period: PeriodSpec::Between(Period { first: day(1), last: day(29) }),
        comparison: Comparison::PreviousPeriod,
        blocks: vec![BlockSpec::Kpis(kpis)],
        ..ReportSpec::default()
    };
    let Answer::Kpis(kpis) = answer(&[], &data, &spec).blocks.remove(0) else { panic!() };
    for (card, id) in kpis.cards.iter().zip(measures) {
        let (low, high) = tested(Some(id), &card.now, card.before.as_ref().unwrap()).unwrap();
        assert!(low > 0.0 && low < 100.0 && high >= 100.0, "{id:?} {low} {high}");
    }
}

/// Five items were published; deals saw three of them, one more was shown to nobody's deal, and one
/// that was used is on no list.
fn content() -> Vec<File> {
    vec![
        file(
            "deals",
            "id|created:date|stage|source",
            &[
                "D1|2024-01-01|won|Email",
                "D2|2024-01-02|lost|Email",
                "D3|2024-02-01|new|Direct",
                "D4|2024-02-02|won|Direct",
            ],
        ),
        file(
            "shown",
            "date:date|deal|type|content",
            &[
                "2024-01-05|D1|Presentation|Price list",
                "2024-01-06|D1|Presentation|PRICE LIST ",
                "2024-01-07|D2|Case study|Acme story",
                "2024-02-05|D3|Document|Old leaflet",
                "2024-02-06|D3|Call|Roadmap",
                "2024-02-07|D4|Document|Acme story",
                "2024-02-08|D4|Document|Benchmark",
                "2024-02-09|D99|Document|Handbook",
            ],
        ),
        file(
            "library",
            "title|author",
            &["Price list|Ann", "Acme story|Ann", "Benchmark|Bob", "Handbook|Bob", "Roadmap|Cid"],
        ),
    ]
}

fn content_mapping() -> Mapping {
    let deal =
        [(R::RecordId, "id"), (R::Created, "created"), (R::Stage, "stage"), (R::Source, "source")];
    let shown =
        [(R::Date, "date"), (R::Record, "deal"), (R::Activity, "type"), (R::Name, "content")];
    Mapping {
        files: vec![
            mapped("deals", FileKind::Deals, &deal),
            mapped("shown", FileKind::Activities, &shown),
            mapped("library", FileKind::Lookup, &[(R::Key, "title")]),
        ],
        ladder: ladder(&["new"], &["won"], &["lost"]),
        ..Mapping::default()
    }
}

fn asked(files: &[File], mapping: &Mapping, spec: &ReportSpec) -> Answer {
    let made = of_files(&files.iter().collect::<Vec<_>>(), mapping);
    let views: Vec<FileView> = files.iter().map(File::view).collect();
    answer(&views, &made, spec).blocks.remove(0)
}

fn item_card(files: &[File], mapping: &Mapping) -> Kpi {
    let kpis = KpisSpec { measures: vec![M::ContentItems], ..KpisSpec::default() };
    let spec = ReportSpec { blocks: vec![BlockSpec::Kpis(kpis)], ..ReportSpec::default() };
    match asked(files, mapping, &spec) {
        Answer::Kpis(kpis) => kpis.cards[0].clone(),
        other => panic!("{other:?}"),
    }
}

fn sides(q: &Quantity) -> (Option<f64>, Option<f64>) {
    (q.numerator, q.denominator)
}

#[test]
fn items_in_use_of_those_that_were_published() {
    let (files, mapping) = (content(), content_mapping());
    let card = item_card(&files, &mapping);
    // Price list, Acme story, Benchmark; the call names no content that was used.
    assert_eq!(sides(&card.now), (Some(3.0), Some(5.0)));
    assert_eq!(card.now.interval, wilson(3.0, 5.0));
    // By channel and by month each against the whole list; what both use counts once in the total.
    let pivot = PivotSpec {
        rows: vec![Dimension::Channel],
        measures: vec![M::ContentItems],
        ..PivotSpec::default()
    };
    let spec = ReportSpec { blocks: vec![BlockSpec::Pivot(pivot)], ..ReportSpec::default() };
    let Answer::Pivot(pivot) = asked(&files, &mapping, &spec) else { panic!() };
    let rows: Vec<_> = pivot.row_totals.iter().map(|cells| sides(&cells[0])).collect();
    assert_eq!(rows, [(Some(2.0), Some(5.0)); 2]);
    assert_eq!(sides(&pivot.grand[0]), (Some(3.0), Some(5.0)));
    let trend =
        TrendSpec { measures: vec![M::ContentItems], grain: Grain::Month, ..TrendSpec::default() };
    let spec = ReportSpec { blocks: vec![BlockSpec::Trend(trend)], ..ReportSpec::default() };
    let Answer::Trend(trend) = asked(&files, &mapping, &spec) else { panic!() };
    let months: Vec<_> = trend.values[0].iter().map(sides).collect();
    assert_eq!(months, [(Some(2.0), Some(5.0)); 2]);
}

#[test]
fn its_rows_are_the_activities_that_name_them() {
    let (files, mapping) = (content(), content_mapping());
    let made = of_files(&files.iter().collect::<Vec<_>>(), &mapping);
    let views: Vec<FileView> = files.iter().map(File::view).collect();
    let figure = Figure::Measure { id: M::ContentItems, place: Vec::new(), unit: None };
    let spec = ReportSpec::default();
    let (found, _) = lineage(&views, &made, &spec, &mut Codebook::default(), &figure).unwrap();
    let (_, tally) = &found.beside[0];
    assert_eq!((tally.all, tally.counted, tally.unconcerned), (8, 5, 3));
}

#[test]
fn without_a_list_or_names_it_says_so() {
    let files = content();
    let mut mapping = content_mapping();
    mapping.files[2].kind = FileKind::Other;
    assert_eq!(item_card(&files, &mapping).absent, Some(Absence::NoContentList));
    let mut mapping = content_mapping();
    mapping.files[1].roles.remove(&R::Name);
    assert_eq!(item_card(&files, &mapping).absent, Some(Absence::NoContentItems));
}

#[test]
fn a_list_of_content_is_proposed_by_what_was_used() {
    let deals = "Deal ID,Created,Stage,Amount,Owner\n1,2024-01-02,Won,10,Ann\n\
        2,2024-01-03,Lost,20,Bob\n3,2024-01-04,New,30,Ann\n4,2024-01-05,New,40,Bob\n";
    let shown = "Date,Deal ID,Content name,Owner\n2024-01-05,1,Price list,Ann\n\
        2024-01-06,2,Acme story,Bob\n2024-01-07,1,Acme story,Ann\n";
    // With a date it is no list of attributes by itself.
    let library = "Title,Published\nPrice list,2023-05-01\nAcme story,2023-06-01\n\
        Benchmark,2023-07-01\nRoadmap,2023-08-01\n";
    let files = vec![
        read_text("deals.csv", deals),
        read_text("content_used.csv", shown),
        read_text("library.csv", library),
    ];
    let views: Vec<FileView> = files.iter().map(File::view).collect();
    let mapping = suggest(&views, &Mapping::default());
    let kinds: Vec<FileKind> = mapping.files.iter().map(|f| f.kind).collect();
    assert_eq!(kinds, [FileKind::Deals, FileKind::Activities, FileKind::Lookup]);
    assert_eq!(mapping.files[2].header(R::Key), Some("Title"));
    assert_eq!(suggest(&views, &mapping), mapping, "asked twice");
    assert_eq!(sides(&item_card(&files, &mapping).now), (Some(2.0), Some(4.0)));
    // Where the header says content, each value is one: two of four deals saw any.
    let kpis = KpisSpec { measures: vec![M::ContentUse], ..KpisSpec::default() };
    let spec = ReportSpec { blocks: vec![BlockSpec::Kpis(kpis)], ..ReportSpec::default() };
    let Answer::Kpis(kpis) = asked(&files, &mapping, &spec) else { panic!() };
    assert_eq!(sides(&kpis.cards[0].now), (Some(2.0), Some(4.0)));
}

#[test]
fn closed_deals_alone_say_what_to_map_and_then_have_a_funnel() {
    let deals = file(
        "deals",
        "id|created:date|stage",
        &["1|2024-01-01|won", "2|2024-01-02|lost", "3|2024-01-03|won"],
    );
    let roles = [(R::RecordId, "id"), (R::Created, "created"), (R::Stage, "stage")];
    let with = |stages: &[&str]| Mapping {
        files: vec![mapped("deals", FileKind::Deals, &roles)],
        ladder: ladder(stages, &["won"], &["lost"]),
        ..Mapping::default()
    };
    let files = [deals];
    let spec = ReportSpec {
        blocks: vec![BlockSpec::Funnel(FunnelSpec::default())],
        ..ReportSpec::default()
    };
    let none = asked(&files, &with(&[]), &spec);
    assert_eq!(none, Answer::Absent(Absence::OnlyEnds));
    // As the reason says: one stage more, of which no status speaks.
    let Answer::Funnel(funnel) = asked(&files, &with(&["Created"]), &spec) else { panic!() };
    let reached: Vec<u64> = funnel.stages.iter().map(|s| s.reached).collect();
    assert_eq!((reached, funnel.won, funnel.lost), (vec![3, 2], 2, 1));
}
