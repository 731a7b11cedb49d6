//! The check-list: each check on the smallest data that shows it, and what becomes of the figures.

use crate::tables::{File, day, file, joined, ladder, mapped};
use tundish::engine::audit::{
    Audit, CheckId, Counted, Detail, Effect, FollowUp, Found, Ground, Lack, Priority, Progress,
    Verdict, check_list, rows_of,
};
use tundish::engine::dimension::Label;
use tundish::engine::document::Document;
use tundish::engine::filter::{Filter, Grain};
use tundish::engine::funnel::{Assembled, FileView, assemble};
use tundish::engine::mapping::{Channel, FileKind, FileMapping, Mapping, Role};
use tundish::engine::measure::MeasureId;
use tundish::engine::query::Codebook;
use tundish::engine::report::ReportSpec;
use tundish::engine::value::Day;
use tundish::engine::window::Picked;

/// Files with what they mean, ready to be looked at.
pub struct Checked {
    files: Vec<File>,
    pub mapping: Mapping,
    today: Option<Day>,
    spec: ReportSpec,
}

impl Checked {
    pub fn deals(rows: &[&str]) -> Checked {
        let header = "id|name|stage|created:date|closed:date|hoped:date|amount:money|currency|\
            source|owner|phone";
        let deals = file("deals", header, rows);
        let roles = [
            (Role::RecordId, "id"),
            (Role::Name, "name"),
            (Role::Stage, "stage"),
            (Role::Created, "created"),
            (Role::Closed, "closed"),
            (Role::ExpectedClose, "hoped"),
            (Role::Amount, "amount"),
            (Role::Currency, "currency"),
            (Role::Source, "source"),
            (Role::Owner, "owner"),
        ];
        let mapping = Mapping {
            files: vec![mapped("deals", FileKind::Deals, &roles)],
            ladder: ladder(&["new", "offer", "pause"], &["won"], &["lost"]),
            ..Mapping::default()
        };
        Checked { files: vec![deals], mapping, today: None, spec: ReportSpec::default() }
    }

    /// Files are to be pushed.
    pub fn empty(mapping: Mapping) -> Checked {
        Checked { files: Vec::new(), mapping, today: None, spec: ReportSpec::default() }
    }

    pub fn with_costs(mut self, rows: &[&str]) -> Checked {
        self.files.push(file("costs", "day:date|campaign|cost:money|channel", rows));
        let roles = [
            (Role::Date, "day"),
            (Role::Campaign, "campaign"),
            (Role::Spend, "cost"),
            (Role::Source, "channel"),
        ];
        self.mapping.files.push(mapped("costs", FileKind::Spend, &roles));
        self
    }

    /// One more file.
    pub fn push(&mut self, file: File, mapping: FileMapping) {
        self.files.push(file);
        self.mapping.files.push(mapping);
    }

    pub fn ask_for(&mut self, spec: ReportSpec) {
        self.spec = spec;
    }

    pub fn on(&mut self, today: Day) {
        self.today = Some(today);
    }

    pub fn ask<A>(&self, ask: impl FnOnce(&Ground<'_>) -> A) -> A {
        let views: Vec<FileView> = self.files.iter().map(File::view).collect();
        let assembled: Assembled = assemble(&views, &self.mapping).unwrap();
        let (mapping, today) = (&self.mapping, self.today);
        ask(&Ground::new(&views, mapping, &assembled, today))
    }

    fn list(&self) -> Audit {
        self.ask(|ground| check_list(ground, &self.spec, &mut Codebook::default()))
    }

    pub fn verdict(&self, id: CheckId) -> Verdict {
        self.list().checks.into_iter().find(|c| c.id == id).unwrap().verdict
    }

    pub fn found(&self, id: CheckId) -> Found {
        match self.verdict(id) {
            Verdict::Found(found) => *found,
            other => panic!("{id:?}: {other:?}"),
        }
    }

    /// Rows of a check by file.
    pub fn rows(&self, id: CheckId) -> Vec<(usize, Vec<u32>)> {
        let picked = self.ask(|ground| rows_of(ground, id));
        let rows = |p: &Picked| p.rows.iter().map(|row| row.row).collect();
        picked.iter().map(|p| (p.file, rows(p))).collect()
    }
}

fn value(effects: &[Effect], id: MeasureId) -> Option<(Option<f64>, Option<f64>)> {
    let effect = effects.iter().find(|e| e.measure == id)?;
    Some((effect.with.value, effect.without.value))
}

const ODD: [&str; 10] = [
    "1|a|won|2025-01-01|2025-02-01||10|EUR|Email|ann|",
    "2|b|won|2025-01-01|2025-02-01|||EUR||ann|",
    "3|c|won|2025-01-01|2025-02-01||0|EUR||bob|",
    "4|d|won|2025-01-01|||5|EUR||bob|",
    "5|e|won|2025-03-01|2025-02-01||5|EUR||bob|",
    "6|f|offer|||2025-02-28||EUR||bob|",
    "7|g|new|2025-01-01||2025-03-01||EUR||bob|",
    "8|h|new|||2025-02-01||EUR|||",
    "9|i|strange|2025-01-01||||EUR||bob|",
    "10|j|lost|2025-01-01|2025-01-02||7|USD|Email|bob|",
];

#[test]
fn every_check_says_how_many_of_how_many_and_which_rows() {
    let checked = Checked::deals(&ODD);
    let cases: [(CheckId, u64, u64, &[u32]); 11] = [
        (CheckId::MissingCreated, 2, 10, &[5, 7]),
        (CheckId::MissingClosed, 1, 6, &[3]),
        (CheckId::PastExpectedClose, 2, 3, &[5, 7]),
        (CheckId::CloseBeforeCreated, 1, 5, &[4]),
        (CheckId::WonWithoutAmount, 1, 5, &[1]),
        (CheckId::WonZeroAmount, 1, 5, &[2]),
        (CheckId::SeveralCurrencies, 1, 5, &[9]),
        (CheckId::StatusUnmapped, 1, 10, &[8]),
        (CheckId::LostDepthUnknown, 1, 1, &[9]),
        (CheckId::WithoutChannel, 8, 10, &[1, 2, 3, 4, 5, 6, 7, 8]),
        (CheckId::WithoutOwner, 1, 10, &[7]),
    ];
    for (id, count, of, rows) in cases {
        let found = checked.found(id);
        assert_eq!((found.count, found.of, found.rows), (count, of, rows.len() as u64), "{id:?}");
        assert_eq!(checked.rows(id), vec![(0, rows.to_vec())], "{id:?}");
    }
    let unused = checked.found(CheckId::StageUnused);
    assert_eq!(unused.named, [(Label::Stage("pause".to_owned()), 0)]);
    assert_eq!((unused.count, unused.counted, unused.rows), (1, Counted::Stages, 0));
    let undated = checked.found(CheckId::StageNotMeasurable);
    assert_eq!((undated.count, undated.of), (2, 3), "{undated:?}");
    let strange = checked.found(CheckId::StatusUnmapped);
    assert_eq!(strange.named, [(Label::Text("strange".to_owned()), 1)]);
}

#[test]
fn effects_are_the_figures_without_the_rows() {
    let checked = Checked::deals(&ODD);
    let effects = checked.found(CheckId::WonZeroAmount).effects;
    assert_eq!(value(&effects, MeasureId::Leads), Some((Some(10.0), Some(9.0))));
    // 20 in four priced wins of five; without the one of 0, 20 in three.
    assert_eq!(value(&effects, MeasureId::AverageDeal), Some((Some(5.0), Some(20.0 / 3.0))));
    assert_eq!(value(&effects, MeasureId::WinRate), Some((Some(5.0 / 6.0), Some(4.0 / 5.0))));
    assert_eq!(value(&effects, MeasureId::Revenue), None, "it is the same");
    // Under a filter that keeps nothing of the rows, nothing changes.
    let mut filtered = Checked::deals(&ODD);
    let dimension = tundish::engine::dimension::Dimension::Channel;
    let values = vec!["email".to_owned()];
    filtered.spec.filters = vec![Filter { dimension, values, ..Filter::default() }];
    assert_eq!(filtered.found(CheckId::WonZeroAmount).effects, []);
}

#[test]
fn every_check_is_in_the_list_once_in_order() {
    let list = Checked::deals(&ODD).list();
    let ids: Vec<CheckId> = list.checks.iter().map(|c| c.id).collect();
    assert_eq!(ids, CheckId::EVERY);
    let json = serde_json::to_string(&list).unwrap();
    assert_eq!(serde_json::from_str::<Audit>(&json).unwrap().found(), list.found());
}

#[test]
fn what_the_data_lack_is_said() {
    let checked = Checked::deals(&ODD);
    let lacks = [
        (CheckId::SpendWithoutLeads, Lack::NoSpend),
        (CheckId::LeadsWithoutSpend, Lack::NoSpend),
        (CheckId::SpendWithoutDay, Lack::NoSpend),
        (CheckId::Orphans, Lack::NoJoin),
        (CheckId::IdleOwners, Lack::NoOwnerList),
        (CheckId::FutureDates, Lack::NoToday),
        (CheckId::StaleExport, Lack::NoToday),
        (CheckId::Outliers, Lack::TooFew),
        (CheckId::Stuck, Lack::TooFew),
        (CheckId::CalendarGaps, Lack::TooFew),
    ];
    for (id, lack) in lacks {
        assert_eq!(checked.verdict(id), Verdict::NotCheckable(lack), "{id:?}");
    }
    for id in [CheckId::SameId, CheckId::SameDeal, CheckId::SameContact, CheckId::ClosedOnly] {
        assert_eq!(checked.verdict(id), Verdict::Passed, "{id:?}");
    }
}

#[test]
fn only_costs_are_checked_for_what_costs_have() {
    let mut checked = Checked::deals(&[]).with_costs(&["|a|5|facebook", "2025-01-01|a|5|facebook"]);
    checked.files.remove(0);
    checked.mapping.files.remove(0);
    assert_eq!(checked.verdict(CheckId::MissingCreated), Verdict::NotCheckable(Lack::NoRecords));
    let found = checked.found(CheckId::SpendWithoutDay);
    assert_eq!((found.count, found.of, found.counted), (1, 2, Counted::CostRows));
    assert_eq!(checked.rows(CheckId::SpendWithoutDay), vec![(0, vec![0])]);
}

#[test]
fn spend_and_leads_that_do_not_meet() {
    let rows = ["1|a|new|2025-01-01||||EUR|Google Ads||", "2|b|new|2025-01-01||||EUR|Email||"];
    let costs = ["2025-01-01|x|10|facebook / cpc", "2025-01-01|x|0|vk / cpc"];
    let checked = Checked::deals(&rows).with_costs(&costs);
    let of_channels = |id| {
        let named = checked.found(id).named;
        named.into_iter().map(|(label, n)| (format!("{label:?}"), n)).collect::<Vec<_>>()
    };
    let spend = checked.found(CheckId::SpendWithoutLeads);
    assert_eq!((spend.count, spend.counted, spend.rows), (1, Counted::Channels, 1));
    assert_eq!(of_channels(CheckId::SpendWithoutLeads).len(), 1);
    assert_eq!(checked.rows(CheckId::SpendWithoutLeads), vec![(1, vec![0])]);
    let spend_now = value(&spend.effects, MeasureId::Spend);
    assert_eq!(spend_now, Some((Some(10.0), Some(0.0))));
    // Search was paid for, and no file says how much; e-mail costs nothing by its nature.
    let free = checked.found(CheckId::LeadsWithoutSpend);
    assert_eq!(free.named, [(Label::Channel(Channel::PaidSearch), 1)], "{free:?}");
    assert_eq!(checked.rows(CheckId::LeadsWithoutSpend), vec![(0, vec![0])]);
}

#[test]
fn repeats_by_id_by_contact_and_by_all_that_a_deal_is() {
    let checked = Checked::deals(&[
        "1|Roof|new|2025-01-01|||100|EUR|||+7 912 345-67-89",
        "1|Door|new|2025-01-01|||90|EUR|||",
        "2|roof |new|2025-01-01|||100|EUR|||8 (912) 345 67 89",
        "3|Roof|new|2025-01-02|||100|EUR|||112",
        // Of another country.
        "4|Gate|new|2025-01-03|||100|EUR|||+49 912 345-67-89",
    ]);
    let ids = checked.found(CheckId::SameId);
    assert_eq!((ids.count, ids.of, ids.rows), (1, 5, 2));
    assert_eq!(checked.rows(CheckId::SameId), vec![(0, vec![0, 1])]);
    assert_eq!(checked.rows(CheckId::SameContact), vec![(0, vec![0, 2])]);
    assert_eq!(checked.found(CheckId::SameContact).of, 3);
    let deals = checked.found(CheckId::SameDeal);
    assert_eq!(checked.rows(CheckId::SameDeal), vec![(0, vec![0, 2])]);
    let columns = ["name", "amount", "created"].map(str::to_owned).to_vec();
    assert_eq!(deals.details, [Detail::SameBy { columns }]);
}

#[test]
fn orphans_and_owners_without_records() {
    let rows = ["1|a|new|2025-01-01||||EUR||ann|", "2|b|new|2025-01-01||||EUR||zoe|"];
    let mut checked = Checked::deals(&rows);
    checked.files.push(file("team", "agent", &["ann", "bob"]));
    checked.mapping.files.push(mapped("team", FileKind::Lookup, &[(Role::Key, "agent")]));
    checked.mapping.joins = vec![joined(("deals", "owner"), ("team", "agent"))];
    let idle = checked.found(CheckId::IdleOwners);
    assert_eq!(idle.named, [(Label::Text("bob".to_owned()), 0)]);
    assert_eq!(checked.rows(CheckId::IdleOwners), vec![(1, vec![1])]);
    assert_eq!(checked.rows(CheckId::Orphans), vec![(0, vec![1])]);
    let names = ["deals", "owner", "team"].map(str::to_owned);
    let [file, column, lookup] = names;
    let key = Detail::Key { file, column, lookup };
    assert_eq!(checked.found(CheckId::Orphans).details, [key]);
}

#[test]
fn amounts_far_from_the_median_on_a_log_scale() {
    let mut rows: Vec<String> = (0..40)
        .map(|n| format!("{n}|d{n}|won|2025-01-01|2025-02-01||{}|EUR||ann|", 100 + n))
        .collect();
    rows.push("90|big|won|2025-01-01|2025-02-01||1000000|EUR||ann|".to_owned());
    rows.push("91|tiny|won|2025-01-01|2025-02-01||0.01|EUR||ann|".to_owned());
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let checked = Checked::deals(&rows);
    assert_eq!(checked.rows(CheckId::Outliers), vec![(0, vec![40, 41])]);
    let Some(Detail::Bounds { low, high, median, .. }) =
        checked.found(CheckId::Outliers).details.into_iter().next()
    else {
        panic!("no bounds")
    };
    // 42 amounts: the middle of 119 and 120 by their logarithms.
    assert!((median - (119.0f64 * 120.0).sqrt()).abs() < 1e-9, "{median}");
    assert!(low > 1.0 && low < 100.0 && high > 139.0 && high < 1000.0, "{low} {high}");
    // One price list has no spread to measure by.
    let same: Vec<String> =
        (0..30).map(|n| format!("{n}|d{n}|won|2025-01-01|||100|EUR||ann|")).collect();
    let same: Vec<&str> = same.iter().map(String::as_str).collect();
    assert_eq!(
        Checked::deals(&same).verdict(CheckId::Outliers),
        Verdict::NotCheckable(Lack::TooFew)
    );
}

#[test]
fn stuck_is_older_than_nine_tenths_of_the_closed() {
    // Closed after 1 to 11 days: the 90th percentile is 10.
    let mut rows: Vec<String> = (1..=11)
        .map(|n| format!("{n}|d{n}|won|2025-01-01|2025-01-{:02}||5|EUR||ann|", n + 1))
        .collect();
    rows.push("20|old|new|2025-01-01||||EUR||ann|".to_owned());
    rows.push("21|young|new|2025-01-03||||EUR||ann|".to_owned());
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let mut checked = Checked::deals(&rows);
    // The first stage is entered by creation: those that were closed left it then.
    assert_eq!(checked.rows(CheckId::Stuck), vec![(0, vec![11])]);
    let found = checked.found(CheckId::Stuck);
    let limit = Detail::StageLimit { stage: "new".to_owned(), days: 10.0, records: 1 };
    assert_eq!((found.count, found.of, found.details), (1, 2, vec![limit]));
    checked.mapping.ladder.stages.clear();
    let by_age = checked.found(CheckId::Stuck).details;
    assert_eq!(by_age, [Detail::AgeLimit { days: 10.0, records: 1 }]);
}

#[test]
fn gaps_future_days_and_old_files() {
    let row = |n: usize, day: &str| format!("{n}|d{n}|new|{day}||||EUR|||");
    let months = ["2025-01", "2025-02", "2025-04"];
    let rows: Vec<String> = (0..30).map(|n| row(n, &format!("{}-10", months[n % 3]))).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let mut checked = Checked::deals(&rows).with_costs(&["2025-01-05|a|5|facebook"]);
    let gaps = checked.found(CheckId::CalendarGaps);
    assert_eq!(gaps.named, [(Label::Date(Grain::Month, Day(day("2025-03-01"))), 0)]);
    assert_eq!((gaps.count, gaps.of, gaps.counted), (1, 4, Counted::Months));
    let (latest, expected) = (Day(day("2025-01-05")), Day(day("2025-04-10")));
    let costs = Detail::Latest { file: "costs".to_owned(), latest, expected };
    assert_eq!(checked.found(CheckId::StaleExport).details, [costs]);
    checked.today = Some(Day(day("2025-03-01")));
    let found = checked.found(CheckId::FutureDates);
    assert_eq!((found.count, found.of), (10, 31));
    checked.today = Some(Day(day("2025-04-11")));
    assert_eq!(checked.verdict(CheckId::FutureDates), Verdict::Passed);
}

#[test]
fn plans_are_kept_in_the_document_and_old_documents_have_none() {
    let mut document = Document::default();
    let plan = FollowUp {
        priority: Some(Priority::High),
        owner: "Ann".to_owned(),
        due: Some(Day(day("2025-04-11"))),
        progress: Progress::InWork,
    };
    document.audit.insert(CheckId::WonWithoutAmount, plan);
    assert_eq!(Document::from_json(&document.to_json()).unwrap(), document);
    let old = r#"{"format":"tundish","version":1,"title":"Old"}"#;
    assert!(Document::from_json(old).unwrap().audit.is_empty());
}
