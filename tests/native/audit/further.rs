//! Checks on histories, on several pipelines, on records that begin with leads, and on days that are
//! slips of the pen.

use super::checks::Checked;
use crate::tables::{day, file, joined, ladder, mapped, words};
use tundish::engine::audit::{CheckId, Counted, Detail, Lack, Verdict};
use tundish::engine::dimension::Label;
use tundish::engine::mapping::begin::BeginWith;
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::value::Day;

#[test]
fn stuck_is_by_all_visits_together_where_there_is_a_history() {
    // Fourteen deals in the offer for ten days each; the last was there for one day, went back, and is
    // there again since three days.
    let mut rows: Vec<String> = Vec::new();
    let mut moves: Vec<String> = Vec::new();
    for n in 1..=14 {
        rows.push(format!("{n}|d{n}|won|2025-01-01|2025-01-13||5|EUR||ann|"));
        moves.push(format!("{n}|new|offer|2025-01-03"));
        moves.push(format!("{n}|offer|won|2025-01-13"));
    }
    rows.push("20|back|offer|2025-01-01||||EUR||ann|".to_owned());
    rows.push("21|stuck|offer|2025-01-01||||EUR||ann|".to_owned());
    rows.push("22|last|new|2025-06-10||||EUR||ann|".to_owned());
    for (id, ways) in
        [(20, "2025-01-05 2025-01-06 2025-06-07"), (21, "2025-05-20 2025-05-21 2025-05-30")]
    {
        let days: Vec<&str> = ways.split(' ').collect();
        moves.push(format!("{id}|new|offer|{}", days[0]));
        moves.push(format!("{id}|offer|new|{}", days[1]));
        moves.push(format!("{id}|new|offer|{}", days[2]));
    }
    fn texts(list: &[String]) -> Vec<&str> {
        list.iter().map(String::as_str).collect()
    }
    let mut checked = Checked::deals(&texts(&rows));
    let roles = [(R::Record, "deal"), (R::FromStage, "from"), (R::Stage, "to"), (R::Date, "at")];
    let log = file("log", "deal|from|to|at:date", &texts(&moves));
    checked.push(log, mapped("log", FileKind::StageHistory, &roles));
    // On 10 June: four days in all, and twelve.
    let found = checked.found(CheckId::Stuck);
    assert_eq!(checked.rows(CheckId::Stuck), vec![(0, vec![15])]);
    let limit = Detail::StageLimit { stage: "offer".to_owned(), days: 10.0, records: 1 };
    assert_eq!(found.details, [limit]);
}

/// Deals by day of creation.
fn created(days: impl Iterator<Item = String>) -> Checked {
    let rows: Vec<String> =
        days.enumerate().map(|(n, day)| format!("{n}|d{n}|new|{day}||||EUR||ann|")).collect();
    Checked::deals(&rows.iter().map(String::as_str).collect::<Vec<_>>())
}

fn on(days: i32) -> String {
    Day(day("2025-01-06") + days).to_string()
}

#[test]
fn days_of_stages_and_moves_that_are_to_come_are_told() {
    let mut checked = created((0..30).map(on));
    checked.on(Day(day("2025-03-01")));
    assert_eq!(checked.verdict(CheckId::FutureDates), Verdict::Passed);
    let roles = [(R::Record, "deal"), (R::FromStage, "from"), (R::Stage, "to"), (R::Date, "at")];
    let log =
        file("log", "deal|from|to|at:date", &["3|new|offer|2025-03-20", "4|new|offer|2025-02-20"]);
    checked.push(log, mapped("log", FileKind::StageHistory, &roles));
    assert_eq!(checked.rows(CheckId::FutureDates), vec![(0, vec![3])]);

    let deals = file(
        "deals",
        "id|created:date|demo on:date",
        &["1|2025-01-01|2025-01-09", "2|2025-01-02|2025-04-09", "3|2025-01-03|"],
    );
    let roles = [(R::RecordId, "id"), (R::Created, "created")];
    let mut mapping = Mapping { ladder: ladder(&["new", "demo"], &[], &[]), ..Mapping::default() };
    mapping.ladder.stages[1].entered = Some("demo on".to_owned());
    let mut checked = Checked::empty(mapping);
    checked.push(deals, mapped("deals", FileKind::Deals, &roles));
    checked.on(Day(day("2025-03-01")));
    assert_eq!(checked.rows(CheckId::FutureDates), vec![(0, vec![1])]);
}

#[test]
fn one_mistyped_day_makes_no_calendar_and_no_fresh_file() {
    // Ten a month; March has none.
    let months = [1, 2, 4, 5];
    let rows = |slip: &'static str| {
        let usual = (0..40).map(move |n| format!("2025-{:02}-{:02}", months[n % 4], 5 + n / 4));
        usual.chain((!slip.is_empty()).then(|| slip.to_owned()))
    };
    for slip in ["", "1970-01-01", "2052-01-01"] {
        let mut checked = created(rows(slip)).with_costs(&["2025-05-08|a|5|facebook"]);
        let gaps = checked.found(CheckId::CalendarGaps);
        assert_eq!((gaps.count, gaps.of), (1, 5), "{slip}");
        checked.on(Day(day("2025-08-01")));
        assert_eq!(checked.found(CheckId::StaleExport).count, 2, "{slip}");
    }
}

#[test]
fn a_status_has_its_place_in_each_pipeline() {
    let deals = file(
        "deals",
        "id|stage|created:date|pipeline",
        &[
            "1|new|2025-01-01|North",
            "2|later|2025-01-02|north",
            "3|later|2025-01-03|South",
            "4|gone|2025-01-04|South",
            "5|gone|2025-01-05|North",
            "6|odd|2025-01-06|South",
        ],
    );
    let roles = [
        (R::RecordId, "id"),
        (R::Stage, "stage"),
        (R::Created, "created"),
        (R::Pipeline, "pipeline"),
    ];
    let mut ladder = ladder(&["new", "offer"], &["won"], &["lost"]);
    ladder.stages[1].in_pipeline.insert("North".to_owned(), words(&["Later"]));
    ladder.stages[0].in_pipeline.insert("South".to_owned(), words(&["later"]));
    ladder.lost_in.insert("South".to_owned(), words(&["gone"]));
    let mut checked = Checked::empty(Mapping { ladder, ..Mapping::default() });
    checked.push(deals, mapped("deals", FileKind::Deals, &roles));
    let found = checked.found(CheckId::StatusUnmapped);
    assert_eq!(checked.rows(CheckId::StatusUnmapped), vec![(0, vec![4, 5])]);
    let text = |text: &str| Label::Text(text.to_owned());
    assert_eq!((found.count, found.of), (2, 6));
    assert_eq!(found.named, [(text("gone"), 1), (text("odd"), 1)]);
}

#[test]
fn rows_of_histories_into_no_stage_are_told() {
    let rows = [
        "1||new|2025-01-01",
        "1|new|On hold|2025-01-05",
        "2||new|2025-01-02",
        "2|new|on hold|2025-01-06",
    ];
    let log = || file("log", "deal|from|to|at:date", &rows);
    let roles = [(R::Record, "deal"), (R::FromStage, "from"), (R::Stage, "to"), (R::Date, "at")];
    let ladder = ladder(&["new", "offer"], &["won"], &["lost"]);
    let mut alone = Checked::empty(Mapping { ladder, ..Mapping::default() });
    alone.push(log(), mapped("log", FileKind::StageHistory, &roles));
    let found = alone.found(CheckId::StatusUnmapped);
    assert_eq!((found.count, found.of, found.counted), (2, 4, Counted::Rows));
    assert_eq!(found.named, [(Label::Text("On hold".to_owned()), 2)]);
    assert_eq!(alone.rows(CheckId::StatusUnmapped), vec![(0, vec![1, 3])]);
    // Beside the deals, whose own rows are all in their place.
    let mut beside =
        Checked::deals(&["1|a|new|2025-01-01||||||ann|", "2|b|new|2025-01-02||||||ann|"]);
    beside.push(log(), mapped("log", FileKind::StageHistory, &roles));
    let found = beside.found(CheckId::StatusUnmapped);
    assert_eq!((found.count, found.of), (2, 6));
    assert_eq!(beside.rows(CheckId::StatusUnmapped), vec![(1, vec![1, 3])]);
}

/// Five leads, each with an owner but the last; two of one telephone; two became deals, of which one
/// has no owner.
fn with_leads(begin: BeginWith) -> Checked {
    let leads = file(
        "leads",
        "lead|created:date|source|owner|phone",
        &[
            "L1|2025-01-01|Email|Ann|+7 912 000-00-01",
            "L2|2025-01-02|Event|Ann|8 (912) 000-00-01",
            "L3|2025-01-03||Bob|+7 912 000-00-03",
            "L4|2025-01-04|Email|Bob|",
            "L5|2025-01-05|Email|| ",
        ],
    );
    let deals = file(
        "deals",
        "id|stage|created:date|lead|owner",
        &["D1|new|2025-01-10|L1|", "D2|new|2025-01-11|L3|Ann"],
    );
    let of_deals =
        [(R::RecordId, "id"), (R::Stage, "stage"), (R::Created, "created"), (R::Owner, "owner")];
    let of_leads = [
        (R::RecordId, "lead"),
        (R::Created, "created"),
        (R::Source, "source"),
        (R::Owner, "owner"),
    ];
    let mut mapping = Mapping {
        ladder: ladder(&["new", "offer"], &["won"], &["lost"]),
        joins: vec![joined(("deals", "lead"), ("leads", "lead"))],
        ..Mapping::default()
    };
    mapping.begin.with = begin;
    let mut checked = Checked::empty(mapping);
    checked.push(deals, mapped("deals", FileKind::Deals, &of_deals));
    checked.push(leads, mapped("leads", FileKind::Leads, &of_leads));
    checked
}

#[test]
fn what_leads_say_is_looked_up_in_their_file() {
    let checked = with_leads(BeginWith::Leads);
    // The deal of the first lead has no owner, and the fifth lead.
    assert_eq!(checked.rows(CheckId::WithoutOwner), vec![(0, vec![0]), (1, vec![4])]);
    assert_eq!(checked.found(CheckId::WithoutOwner).of, 5);
    // Nobody knows where the third lead came from; it is seen by its deal.
    assert_eq!(checked.rows(CheckId::WithoutChannel), vec![(0, vec![1])]);
    // The first lead is seen by its deal as well.
    assert_eq!(checked.rows(CheckId::SameContact), vec![(0, vec![0]), (1, vec![1])]);
    assert_eq!(checked.found(CheckId::SameContact).of, 3);
    // Where deals are counted, their leads still tell where they came from.
    let checked = with_leads(BeginWith::Deals);
    assert_eq!(checked.rows(CheckId::WithoutChannel), vec![(0, vec![1])]);
}

#[test]
fn leads_that_came_twice_are_found_where_deals_are_counted() {
    // No deal has a telephone number; two of the three leads with one have the same.
    let checked = with_leads(BeginWith::Deals);
    let found = checked.found(CheckId::SameContact);
    assert_eq!((found.count, found.of, found.counted), (2, 3, Counted::Rows));
    assert_eq!(found.details, [Detail::SameBy { columns: vec!["phone".to_owned()] }]);
    assert_eq!(checked.rows(CheckId::SameContact), vec![(1, vec![0, 1])]);
    assert!(found.effects.is_empty(), "leads are not what is counted");
    assert_eq!(checked.verdict(CheckId::SameId), Verdict::Passed);

    // Of the deals alone, where no lead came twice: its leads are no records.
    let mut checked = Checked::empty(with_leads(BeginWith::Deals).mapping);
    checked.mapping.files.clear();
    let deals = ["D1|L1|new|697 111 1111", "D2|L2|new|6971111111", "D3|L3|won|697 222 2222"];
    let roles = [(R::RecordId, "id"), (R::Stage, "stage")];
    let deals = file("deals", "id|lead|stage|phone", &deals);
    checked.push(deals, mapped("deals", FileKind::Deals, &roles));
    let leads = ["L1|697 111 1111", "L2|697 333 3333", "L3|697 222 2222", "L4|697 444 4444"];
    let leads = file("leads", "lead|mobile", &leads);
    checked.push(leads, mapped("leads", FileKind::Leads, &[(R::RecordId, "lead")]));
    let found = checked.found(CheckId::SameContact);
    assert_eq!((found.count, found.of, found.counted), (2, 3, Counted::Records));
    assert_eq!(checked.rows(CheckId::SameContact), vec![(0, vec![0, 1])]);

    // The second lead stands twice, one deal three times.
    for begin in [BeginWith::Deals, BeginWith::Leads] {
        let mut checked = Checked::empty(with_leads(begin).mapping);
        checked.mapping.files.clear();
        let deals = ["D1|L1|new", "D1|L2|new", "D2|L2|won", "D1 |L3|new"];
        let roles = [(R::RecordId, "id"), (R::Stage, "stage")];
        checked
            .push(file("deals", "id|lead|stage", &deals), mapped("deals", FileKind::Deals, &roles));
        let leads = ["L1|2025-01-01", "L2|2025-01-02", "L3|2025-01-03", "L2|2025-01-04", "|"];
        let roles = [(R::RecordId, "lead"), (R::Created, "created")];
        let leads = file("leads", "lead|created:date", &leads);
        checked.push(leads, mapped("leads", FileKind::Leads, &roles));
        let found = checked.found(CheckId::SameId);
        assert_eq!((found.count, found.of, found.counted), (3, 9, Counted::Rows), "{begin:?}");
        let both = vec![(0, vec![0, 1, 3]), (1, vec![1, 3])];
        assert_eq!(checked.rows(CheckId::SameId), both, "{begin:?}");
        let columns = vec!["id".to_owned(), "lead".to_owned()];
        assert_eq!(found.details, [Detail::SameBy { columns }]);
    }
}

#[test]
fn costs_have_a_calendar_of_their_own() {
    // Sixty days, without twelve of them; ads of another file are bought once a month, not in March.
    let days: Vec<String> = (0..60)
        .filter(|n| !(20..32).contains(n))
        .map(|n| format!("{}|a|5|facebook", on(n)))
        .collect();
    let daily: Vec<&str> = days.iter().map(String::as_str).collect();
    let mut checked = created((0..60).map(on)).with_costs(&daily);
    let months = ["2024-12", "2025-01", "2025-02", "2025-04", "2025-05", "2025-06"];
    let monthly: Vec<String> = months.iter().map(|m| format!("{m}-01|7")).collect();
    let monthly: Vec<&str> = monthly.iter().map(String::as_str).collect();
    let roles = [(R::Date, "day"), (R::Spend, "cost")];
    checked.push(
        file("print", "day:date|cost:money", &monthly),
        mapped("print", FileKind::Spend, &roles),
    );
    let found = checked.found(CheckId::CostGaps);
    let gap = |file: &str, first: String, last: &str| Detail::Gap {
        file: file.to_owned(),
        first: Day(day(&first)),
        last: Day(day(last)),
    };
    let expected =
        [gap("costs", on(20), &on(31)), gap("print", "2025-02-02".to_owned(), "2025-03-31")];
    assert_eq!(found.details, expected);
    // 12 and 58 days, of 60 and of 183 from December to the first of June.
    assert_eq!((found.count, found.of, found.counted), (12 + 58, 60 + 183, Counted::Days));
    assert_eq!(checked.rows(CheckId::CostGaps), vec![(1, vec![19, 20]), (2, vec![2, 3])]);
    // Ads of working days have no gaps; of four days nothing is usual.
    let weekdays: Vec<&str> =
        daily.iter().take(20).enumerate().filter(|(n, _)| n % 7 < 5).map(|(_, d)| *d).collect();
    let usual = created((0..60).map(on)).with_costs(&weekdays);
    assert_eq!(usual.verdict(CheckId::CostGaps), Verdict::Passed);
    let few = created((0..60).map(on)).with_costs(&daily[..4]);
    assert_eq!(few.verdict(CheckId::CostGaps), Verdict::NotCheckable(Lack::TooFew));
}

#[test]
fn the_share_of_spend_and_of_records_that_met_is_told_by_channel() {
    let checked = Checked::deals(&[
        "1|a|new|2025-01-20||||EUR|Email|ann|",
        "2|b|new|2025-02-03||||EUR|Email|ann|",
        "3|c|new|2025-03-04||||EUR|Event|ann|",
        "4|d|new|2025-03-04||||EUR||ann|",
    ])
    // The records of e-mail came in other months; of no channel nothing meets.
    .with_costs(&["2025-05-02|x|30|Email", "2025-05-05|x|50|Display", "2025-05-06|x|20|"]);
    let details = checked.found(CheckId::SpendWithoutLeads).details;
    assert_eq!(details, [Detail::MetEver { spend: Some(0.3), records: Some(0.5) }]);
}
