//! The day that stands for today: a slip of the pen does not move it, the user may set it, and it is
//! said what lies behind it.

use crate::tables::{File, assembled, day, file, ladder, mapped};
use tundish::engine::audit::Finding;
use tundish::engine::document::Document;
use tundish::engine::filter::{Grain, Period, PeriodSpec};
use tundish::engine::funnel::Assembled;
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::measure::MeasureId;
use tundish::engine::preset::{Preset, apply};
use tundish::engine::query::{Codebook, Figure, answer, lineage};
use tundish::engine::report::{
    Answer, Basis, Beyond, BlockSpec, CohortsSpec, ReportSpec, Trend, TrendSpec,
};
use tundish::engine::value::Day;
use tundish::format::Locale;
use tundish::i18n::strings;

/// 42 deals of 2024, one every eight days from 3 January on: the last is created on 26 November.
/// The tenth is closed in `closed`.
fn deals(closed: &str) -> File {
    let row = |n: i32| {
        let created = Day(day("2024-01-03") + 8 * n);
        let closed = if n == 9 { closed } else { "" };
        let stage = if n == 9 { "won" } else { "new" };
        format!("D{n}|{created}|{closed}|{stage}")
    };
    let rows: Vec<String> = (0..42).map(row).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    file("deals", "id|created:date|closed:date|stage", &rows)
}

fn mapping() -> Mapping {
    let roles =
        [(R::RecordId, "id"), (R::Created, "created"), (R::Closed, "closed"), (R::Stage, "stage")];
    Mapping {
        files: vec![mapped("deals", FileKind::Deals, &roles)],
        ladder: ladder(&["new"], &["won"], &["lost"]),
        ..Mapping::default()
    }
}

fn made(closed: &str, set: Option<&str>) -> Assembled {
    let as_of = set.map(|text| Day(day(text)));
    assembled(&[&deals(closed)], &Mapping { as_of, ..mapping() })
}

fn far(made: &Assembled) -> Option<(u64, String, String, bool)> {
    made.findings.iter().find_map(|finding| match finding {
        Finding::FarDays { dates, last, as_of, is_set } => {
            Some((*dates, last.to_string(), as_of.to_string(), *is_set))
        }
        _ => None,
    })
}

#[test]
fn one_wrong_year_moves_nothing_and_is_said() {
    let made = made("2052-05-01", None);
    assert_eq!(made.as_of, Some(day("2024-11-26")));
    let said = (1, "2052-05-01".to_owned(), "2024-11-26".to_owned(), false);
    assert_eq!(far(&made), Some(said));
    // The last twelve whole months before November hold the 38 deals from 3 January to 25 October
    // (3 January and 37 steps of 8 days), and not none.
    let period = PeriodSpec::Last(12, Grain::Month);
    let report = answer(&[], &made, &ReportSpec { period, ..ReportSpec::default() });
    assert_eq!(report.scope.in_scope, 38);
    assert_eq!(report.scope.as_of.map(|d| d.to_string()).as_deref(), Some("2024-11-26"));
}

/// A file of monthly dates: 40 deals on the 10th of five months and a close in 2052.
#[test]
fn few_days_with_many_dates_are_a_bulk_as_well() {
    let row = |n: i32| format!("D{n}|2024-0{}-10|2024-0{}-10|won", 1 + n % 5, 2 + n % 5);
    let rows: Vec<String> =
        (0..40).map(row).chain(["D99|2024-05-10|2052-05-01|won".to_owned()]).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let deals = file("deals", "id|created:date|closed:date|stage", &rows);
    assert_eq!(assembled(&[&deals], &mapping()).as_of, Some(day("2024-06-10")));
}

#[test]
fn a_usual_last_day_counts() {
    let made = made("2025-02-01", None);
    assert_eq!((made.as_of, far(&made)), (Some(day("2025-02-01")), None));
}

#[test]
fn the_user_sets_the_day() {
    let later = made("2052-05-01", Some("2052-12-31"));
    assert_eq!((later.as_of, far(&later)), (Some(day("2052-12-31")), None));
    // Behind 1 November lie the deals of the 2nd, 10th, 18th and 26th, and the close in 2052.
    let earlier = made("2052-05-01", Some("2024-11-01"));
    assert_eq!(earlier.as_of, Some(day("2024-11-01")));
    let said = (5, "2052-05-01".to_owned(), "2024-11-01".to_owned(), true);
    assert_eq!(far(&earlier), Some(said));
}

#[test]
fn documents_without_the_day_load_and_presets_leave_it_behind() {
    let old: Mapping = serde_json::from_str(r#"{"files":[]}"#).unwrap();
    assert_eq!(old.as_of, None);
    let set = Mapping { as_of: Some(Day(day("2024-11-01"))), ..mapping() };
    let text = serde_json::to_string(&set).unwrap();
    assert!(text.contains(r#""as_of":"2024-11-01""#), "{text}");
    assert_eq!(serde_json::from_str::<Mapping>(&text).unwrap(), set);
    // The day is of these files: the next month has its own.
    let preset = Preset { mapping: set, ..Preset::default() };
    let next = deals("");
    let now = apply(&preset, &[&next.profile], &Document::default());
    assert_eq!(now.mapping.as_of, None);
}

fn asked(made: &Assembled, basis: Basis, period: PeriodSpec, block: BlockSpec) -> Answer {
    let spec = ReportSpec { basis, period, blocks: vec![block], ..ReportSpec::default() };
    answer(&[], made, &spec).blocks.remove(0)
}

#[test]
fn a_trend_ends_with_the_as_of_day_and_says_what_lies_behind_it() {
    let trend = |made: &Assembled, period: PeriodSpec| {
        let measures = vec![MeasureId::Leads, MeasureId::Won];
        let spec = TrendSpec { measures, grain: Grain::Month, ..TrendSpec::default() };
        match asked(made, Basis::Period, period, BlockSpec::Trend(spec)) {
            Answer::Trend(trend) => trend,
            other => panic!("{other:?}"),
        }
    };
    let days = |first: &str, last: &str| Period { first: Day(day(first)), last: Day(day(last)) };
    let slip = made("2052-05-01", None);
    let wins = trend(&slip, PeriodSpec::All);
    let ends = [wins.starts.first(), wins.starts.last()].map(|day| day.unwrap().to_string());
    assert_eq!(ends, ["2024-01-01", "2024-11-01"]);
    let days_behind = days("2024-12-01", "2052-05-01");
    let behind = Beyond { days: days_behind, is_before: false, records: 1, rows: 0 };
    assert_eq!(wins.beyond, std::slice::from_ref(&behind));
    // The figure of those days opens the record.
    let figure = Figure::whole(MeasureId::Won).during(behind.days, None);
    let spec = ReportSpec { basis: Basis::Period, ..ReportSpec::default() };
    let found = lineage(&[], &slip, &spec, &mut Codebook::default(), &figure).unwrap().0;
    assert_eq!((found.quantity.unwrap().value, found.records.counted), (Some(1.0), 1));
    // Who asks for days behind it gets them.
    let asked_for = PeriodSpec::Between(days("2052-01-01", "2052-12-31"));
    let there = trend(&slip, asked_for);
    assert_eq!(there.starts.last(), Some(&Day(day("2052-05-01"))));
    assert_eq!(there.beyond, []);
    // A day that was set ends the axis too: after 30 June come the deals from 8 July on.
    let set = trend(&made("", Some("2024-06-30")), PeriodSpec::All);
    assert_eq!(set.starts.last(), Some(&Day(day("2024-06-01"))));
    assert_eq!(set.beyond.iter().map(|b| b.records).collect::<Vec<_>>(), [42 - 23]);
    assert_eq!(trend(&made("2024-06-01", None), PeriodSpec::All).beyond, []);
}

fn monthly(made: &Assembled, basis: Basis, measures: &[MeasureId], period: PeriodSpec) -> Trend {
    let measures = measures.to_vec();
    let spec =
        TrendSpec { measures, grain: Grain::Month, year_before: true, ..TrendSpec::default() };
    match asked(made, basis, period, BlockSpec::Trend(spec)) {
        Answer::Trend(trend) => trend,
        other => panic!("{other:?}"),
    }
}

fn counts(trend: &Trend) -> Vec<(bool, u64, u64)> {
    trend.beyond.iter().map(|b| (b.is_before, b.records, b.rows)).collect()
}

/// Deals with a close in 2052, and costs of 2024 with one row in 2049.
fn with_costs() -> Assembled {
    let row = |n: i32| format!("{}|10", Day(day("2024-01-03") + 8 * n));
    let rows: Vec<String> = (0..42).map(row).chain(["2049-01-01|10".to_owned()]).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let costs = file("costs", "day:date|cost:money", &rows);
    let mut mapping = mapping();
    let roles = [(R::Date, "day"), (R::Spend, "cost")];
    mapping.files.push(mapped("costs", FileKind::Spend, &roles));
    assembled(&[&deals("2052-05-01"), &costs], &mapping)
}

#[test]
fn what_is_not_drawn_is_what_the_measures_place() {
    use MeasureId as M;
    let made = with_costs();
    let of = |basis, measures: &[M]| counts(&monthly(&made, basis, measures, PeriodSpec::All));
    // Of costs alone no record is told, but their own row.
    assert_eq!(of(Basis::Period, &[M::Spend]), [(false, 0, 1)]);
    // Leads stand on their creation, which is usual; wins by closing do not.
    assert_eq!(of(Basis::Period, &[M::Leads]), []);
    assert_eq!(of(Basis::Period, &[M::Leads, M::Won]), [(false, 1, 0)]);
    assert_eq!(of(Basis::Cohort, &[M::Leads, M::Won]), []);
    assert_eq!(of(Basis::Period, &[M::Won, M::Spend]), [(false, 1, 1)]);
    assert_eq!(of(Basis::Period, &[M::Cpl]), [(false, 0, 1)]);
    let said = |at: usize, text: &str| {
        let trend = monthly(&made, Basis::Period, &[M::Won, M::Spend], PeriodSpec::All);
        let strings = strings([Locale::En, Locale::Ru, Locale::El][at]);
        assert_eq!(strings.not_drawn(&trend.beyond[0]).replace('\u{a0}', " "), text);
    };
    said(0, "Not drawn: 1 record, 1 row after 30 Nov 2024 (up to 1 May 2052)");
    said(1, "Не показано: 1 запись, 1 строка после 30 нояб. 2024 (последняя — 1 мая 2052)");
    said(2, "Δεν εμφανίζονται: 1 εγγραφή, 1 γραμμή μετά τις 30 Νοε 2024 (έως 1 Μαΐ 2052)");
}

/// The deals of 2024, the sixth of them created in 1970.
fn with_an_old_one() -> Assembled {
    let row = |n: i32| {
        let created = if n == 5 { day("1970-01-01") } else { day("2024-01-03") + 8 * n };
        let (closed, stage) = if n == 9 { ("2024-06-01", "won") } else { ("", "new") };
        format!("D{n}|{}|{closed}|{stage}", Day(created))
    };
    let rows: Vec<String> = (0..42).map(row).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    assembled(&[&file("deals", "id|created:date|closed:date|stage", &rows)], &mapping())
}

#[test]
fn axes_begin_after_a_day_that_lies_far_before_all_others() {
    use MeasureId as M;
    let made = with_an_old_one();
    assert_eq!(made.begins, Some(day("2024-01-03")));
    let leads = monthly(&made, Basis::Cohort, &[M::Leads], PeriodSpec::All);
    assert_eq!((leads.starts.len(), leads.starts[0]), (11, Day(day("2024-01-01"))));
    // 3, 11, 19 and 27 January; 4, 12, 20 and 28 February, but the sixth is not there.
    let found: Vec<_> = leads.values[0].iter().take(2).map(|q| q.value).collect();
    assert_eq!(found, [Some(4.0), Some(3.0)]);
    let days = Period { first: Day(day("1970-01-01")), last: Day(day("2024-01-02")) };
    let before = Beyond { days, is_before: true, records: 1, rows: 0 };
    assert_eq!(leads.beyond, std::slice::from_ref(&before));
    // Nothing is known of the year before: that is not 0.
    assert!(leads.year_before[0].iter().all(|q| q.value.is_none()));
    // The record still counts in every figure that is no point of the axis, and opens.
    let figure = Figure::whole(M::Leads).during(days, None);
    let found = lineage(&[], &made, &ReportSpec::default(), &mut Codebook::default(), &figure);
    assert_eq!(found.unwrap().0.records.counted, 1);
    // Wins by closing have no such day; who asks for the old days gets them.
    let wins = monthly(&made, Basis::Period, &[M::Won], PeriodSpec::All);
    assert_eq!((counts(&wins), wins.starts.len()), (vec![], 1));
    let all = Period { first: Day(day("1970-01-01")), last: Day(day("2024-12-31")) };
    let there = monthly(&made, Basis::Cohort, &[M::Leads], PeriodSpec::Between(all));
    assert_eq!((counts(&there), there.starts[0]), (vec![], Day(day("1970-01-01"))));
    let said = |locale: Locale| strings(locale).not_drawn(&before).replace('\u{a0}', " ");
    assert_eq!(said(Locale::En), "Not drawn: 1 record before 3 Jan 2024 (from 1 Jan 1970 on)");

    let spec = CohortsSpec { grain: Grain::Month, ..CohortsSpec::default() };
    let found = asked(&made, Basis::Cohort, PeriodSpec::All, BlockSpec::Cohorts(spec));
    let Answer::Cohorts(cohorts) = found else { panic!("{found:?}") };
    assert_eq!((cohorts.rows.len(), cohorts.ages.len(), cohorts.records), (11, 11, 41));
    assert_eq!(cohorts.beyond, [before]);
}

#[test]
fn cohorts_end_with_the_unit_of_the_as_of_day() {
    let mut made = made("2052-05-01", None);
    made.records.created[9] = day("2052-04-01");
    let spec = CohortsSpec { grain: Grain::Month, ..CohortsSpec::default() };
    let found = asked(&made, Basis::Cohort, PeriodSpec::All, BlockSpec::Cohorts(spec));
    let Answer::Cohorts(cohorts) = found else { panic!("{found:?}") };
    assert_eq!(cohorts.rows.len(), 11);
    assert_eq!((cohorts.records, cohorts.ages.len()), (41, 11));
    let [behind] = cohorts.beyond.as_slice() else { panic!("{:?}", cohorts.beyond) };
    assert_eq!((behind.records, behind.days.first), (1, Day(day("2024-12-01"))));
}

/// The same deals with days on which the first and the second were shown a demo.
fn staged(demos: [&str; 2], others: &str) -> Assembled {
    let row = |n: i32| {
        let created = Day(day("2024-01-03") + 8 * n);
        let demo = demos.get(n as usize).copied().unwrap_or(others);
        let stage = if n < 2 && !demo.is_empty() { "demo" } else { "new" };
        format!("D{n}|{created}||{stage}|{demo}|{others}")
    };
    let rows: Vec<String> = (0..42).map(row).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let header = "id|created:date|closed:date|stage|demo on:date|offer on:date";
    let mut mapping = mapping();
    mapping.ladder = ladder(&["new", "demo", "offer"], &["won"], &["lost"]);
    mapping.ladder.stages[1].entered = Some("demo on".to_owned());
    mapping.ladder.stages[2].entered = Some("offer on".to_owned());
    assembled(&[&file("deals", header, &rows)], &mapping)
}

#[test]
fn the_last_day_of_a_stage_is_a_day_of_the_file() {
    let made = staged(["2024-02-01", "2025-01-15"], "");
    assert_eq!((made.as_of, far(&made)), (Some(day("2025-01-15")), None));
    // A slip is none; on the day of a creation it is not counted twice.
    let made = staged(["2024-01-03", "2052-05-01"], "");
    let said = (1, "2052-05-01".to_owned(), "2024-11-26".to_owned(), false);
    assert_eq!((made.as_of, far(&made)), (Some(day("2024-11-26")), Some(said)));
    // “Never” in two columns of every row (82 cells) is more than all 42 creations.
    let made = staged(["2024-12-24", ""], "9999-12-31");
    assert_eq!(made.as_of, Some(day("2024-12-24")));
    assert_eq!(far(&made).map(|(dates, ..)| dates), Some(40 + 42));
    assert_eq!(staged(["", ""], "1900-01-01").as_of, Some(day("2024-11-26")));
}

#[test]
fn a_demo_that_is_booked_is_no_day_of_the_data() {
    let assemble = |rows: &[&str]| {
        let usual = (0..20).map(|n| format!("U{n}|2024-03-{:02}|new|", n % 15 + 1));
        let rows: Vec<String> = usual.chain(rows.iter().map(|row| (*row).to_owned())).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let deals = file("deals", "id|created:date|stage|demo on:date", &rows);
        let roles = [(R::RecordId, "id"), (R::Created, "created"), (R::Stage, "stage")];
        let mut mapping = Mapping {
            files: vec![mapped("deals", FileKind::Deals, &roles)],
            ladder: ladder(&["new", "demo", "offer"], &["won"], &["lost"]),
            ..Mapping::default()
        };
        mapping.ladder.stages[1].entered = Some("demo on".to_owned());
        assembled(&[&deals], &mapping)
    };
    let made = |rows: &[&str]| assemble(rows).as_of.map(|day| Day(day).to_string()).unwrap();
    // The last deal was made on 15 March; a demo in April is booked for one that is new.
    assert_eq!(made(&["1|2024-03-02|new|2024-04-10"]), "2024-03-15");
    // It was held where the deal stands in it, behind it, or is closed.
    for stage in ["demo", "offer", "won", "lost"] {
        assert_eq!(made(&[&format!("1|2024-03-02|{stage}|2024-04-10")]), "2024-04-10", "{stage}");
    }
    let both = ["1|2024-03-02|new|2024-04-10", "2|2024-03-02|demo|2024-04-10"];
    assert_eq!(made(&both), "2024-04-10");
    assert_eq!(made(&["1|2024-03-02|new|2024-03-10"]), "2024-03-15");
    // A slip of the pen is told, whatever the status says.
    let far = far(&assemble(&["1|2024-03-02|new|2052-03-10", "2|2024-03-02|new|2024-04-10"]));
    let (last, as_of) = ("2052-03-10".to_owned(), "2024-03-15".to_owned());
    assert_eq!(far, Some((1, last, as_of, false)));
}
