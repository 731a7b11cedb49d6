//! January's decisions on February's files: other names, another order, another writing, columns
//! renamed and missing, new statuses and sources. Figures are counted by hand.

use super::{Desk, Given, find, given};
use tundish::engine::dimension::Dimension;
use tundish::engine::filter::{Filter, Period, PeriodSpec};
use tundish::engine::formula::OwnMeasure;
use tundish::engine::import::Correction;
use tundish::engine::mapping::channel::raw_key;
use tundish::engine::mapping::{Channel, ChannelRule, FileKind, Role, RuleTest, SourceField};
use tundish::engine::preset::check::Examples;
use tundish::engine::preset::{Preset, PresetIssue as I, Rename, fits_well, pair};
use tundish::engine::reference::ColumnUse;
use tundish::engine::report::BlockSpec;
use tundish::engine::value::Day;

const JANUARY: &str = "Deal ID,Stage,Amount,Company,Created,Source,Manager\n\
    1,New,10,ACME,2026-01-05,google,Ann\n\
    2,Demo,20,Beta,2026-01-06,fair,Bob\n\
    3,Won,30,Gama,2026-01-07,fair,Ann\n\
    4,Lost,40,ACME,2026-01-08,google,Bob\n";
const COMPANIES: &str = "Company,Region\nACME,North\nBeta,South\nGama,West\n";
const COSTS: &str =
    "Day,Campaign,Cost,Clicks\n2026-01-01,brand,10.50,3\n2026-01-02,generic,11.50,4\n";

/// February: another order of columns, another delimiter, `Stage` is `Deal status`, `Manager` is
/// gone, `Team` is new, so are a status and a source; a company that the table has not.
const FEBRUARY: &str = "Deal ID;Created;Deal status;Amount;Company;Source;Team\n\
    11;2026-02-03;New;10;ACME;google;x\n\
    12;2026-02-04;Demo;20;Delta;fair;x\n\
    13;2026-02-05;Won;35;Delta;fair;y\n\
    14;2026-02-06;Frozen;45;Delta;podcast xyz;y\n\
    15;2026-02-07;Frozen;55;Gama;podcast xyz;y\n";
const COSTS_2: &str =
    "Day,Campaign,Cost,Clicks\n2026-02-01,brand,9.50,3\n2026-02-02,other,1.50,4\n";

fn january() -> Desk {
    let files = given(&[
        ("deals-2026-01.csv", JANUARY),
        ("companies.csv", COMPANIES),
        ("costs-2026-01.csv", COSTS),
    ]);
    let mut desk = Desk::new(files);
    let mapping = &mut desk.document.mapping;
    assert_eq!(mapping.files[0].kind, FileKind::Deals);
    assert_eq!(mapping.files[0].header(Role::Owner), Some("Manager"));
    assert_eq!(mapping.joins.len(), 1);
    mapping.ladder.stages.iter_mut().find(|s| s.name == "Demo").unwrap().qualified = true;
    mapping.channels.decided.insert(raw_key("fair", "", ""), Channel::Event);
    mapping.channels.rules.push(ChannelRule {
        field: SourceField::Source,
        test: RuleTest::Is,
        text: "leaflet".into(),
        channel: Channel::Offline,
    });
    let import = &mut mapping.files[0].import;
    import.corrections.push(Correction {
        column: "Amount".into(),
        text: "n/k".into(),
        reading: String::new(),
    });
    let report = &mut desk.document.report;
    report.calendar.year_start = 4;
    report.own.push(OwnMeasure {
        id: 1,
        name: "Stages".into(),
        formula: "distinct([deals-2026-01.csv][Stage], won)".into(),
        unit: None,
    });
    let stage = Dimension::Column { file: "deals-2026-01.csv".into(), header: "Stage".into() };
    if let BlockSpec::Pivot(spec) = &mut report.blocks[4] {
        spec.rows = vec![stage];
    }
    desk.settle();
    desk
}

fn february() -> Given {
    given(&[
        ("export (7).csv", COSTS_2),
        ("new companies.csv", COMPANIES),
        ("crm february.csv", FEBRUARY),
    ])
}

#[test]
fn february_is_mapped_as_january_was() {
    let preset = january().preset(true);
    let mut desk = Desk::new(february());
    let check = desk.apply(&preset);
    let pairs: Vec<(&str, &str)> =
        check.paired.iter().map(|(was, now)| (was.as_str(), now.as_str())).collect();
    let expected = [
        ("deals-2026-01.csv", "crm february.csv"),
        ("companies.csv", "new companies.csv"),
        ("costs-2026-01.csv", "export (7).csv"),
    ];
    assert_eq!(pairs, expected);

    let mapping = &desk.document.mapping;
    let deals = mapping.of_file("crm february.csv").unwrap();
    assert_eq!(deals.header(Role::Stage), Some("Deal status"));
    assert_eq!(deals.header(Role::Owner), None);
    assert_eq!(deals.import.corrections.len(), 1);
    assert_eq!((mapping.joins.len(), &*mapping.joins[0].from_file), (1, "crm february.csv"));
    assert_eq!(mapping.joins[0].lookup_file, "new companies.csv");
    assert_eq!(mapping.ladder, january().document.mapping.ladder);
    let report = &desk.document.report;
    assert_eq!(report.calendar.year_start, 4);
    assert_eq!(report.own[0].formula, "distinct([crm february.csv][Deal status], won)");
    let BlockSpec::Pivot(pivot) = &report.blocks[4] else { panic!("a pivot") };
    let status =
        Dimension::Column { file: "crm february.csv".into(), header: "Deal status".into() };
    assert_eq!(pivot.rows, [status]);
    assert_eq!(desk.document.preset.as_deref(), Some("Monthly"));

    // 5 deals, one won at 35; two at the fair, two by a source that no rule knows.
    let answer = desk.report();
    assert_eq!(answer.scope.records, 5);
    let view = desk.view();
    let channels = view.channels.unwrap();
    let fair = channels.rows.iter().find(|r| r.source == "fair").unwrap();
    assert_eq!((fair.channel.clone(), fair.rows), (Channel::Event, 2));
    assert_eq!(channels.unassigned, 2);
}

#[test]
fn what_no_longer_fits_is_listed_with_counts() {
    let preset = january().preset(true);
    let mut desk = Desk::new(february());
    let check = desk.apply(&preset);
    let file = || "crm february.csv".to_owned();
    let examples =
        |value: &str, rows| Examples { values: vec![(value.to_owned(), rows)], count: 1, rows };
    let expected = [
        I::ColumnGone {
            file: file(),
            header: "Manager".into(),
            uses: vec![ColumnUse::Role(Role::Owner)],
            likely: Some("Team".into()),
        },
        I::StatusNew { file: file(), values: examples("Frozen", 2) },
        I::SourceNew { file: file(), values: examples("podcast xyz", 2) },
        I::JoinWorse {
            from_file: file(),
            lookup_file: "new companies.csv".into(),
            was: 1.0,
            now: 2.0 / 5.0,
            unmatched: 3,
        },
        I::ColumnRenamed {
            file: file(),
            from: "Stage".into(),
            to: "Deal status".into(),
            how: Rename::Values,
        },
        I::StatusGone { file: file(), values: vec!["Lost".into()], count: 1 },
        I::RuleIdle { file: file(), rules: vec![1], decided: Vec::new() },
    ];
    assert_eq!(check.issues, expected);
    assert_eq!(check.issues.iter().filter(|i| i.needs_look()).count(), 4);

    // What is mended leaves the list.
    let ladder = &mut desk.document.mapping.ladder;
    ladder.stages[0].values.push("Frozen".into());
    ladder.lost.clear();
    desk.document.mapping.channels.rules[0].text = "podcast xyz".into();
    let deals = desk.document.mapping.files.iter_mut().find(|f| f.name == file()).unwrap();
    deals.roles.insert(Role::Owner, "Team".into());
    let left = desk.check(&preset).issues;
    let kinds = [
        find(&check, |i| matches!(i, I::JoinWorse { .. })),
        find(&check, |i| matches!(i, I::ColumnRenamed { .. })),
    ];
    let mut expected: Vec<I> = kinds.concat().into_iter().cloned().collect();
    expected.push(I::ColumnNew { file: file(), header: "Team".into(), role: Role::Owner });
    assert_eq!(left, expected);
}

#[test]
fn the_order_of_the_files_changes_nothing() {
    let preset = january().preset(true);
    let mut expected = None;
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let files = february();
        let mut desk = Desk::new(order.iter().map(|at| files[*at].clone()).collect());
        let check = desk.apply(&preset);
        let answer = desk.report();
        let found = (desk.document.clone(), check, answer.blocks);
        assert_eq!(*expected.get_or_insert_with(|| found.clone()), found);
    }
}

#[test]
fn the_same_files_need_no_look_and_give_the_same_document() {
    let january = january();
    let mut desk = Desk::new(given(&[
        ("deals-2026-01.csv", JANUARY),
        ("companies.csv", COMPANIES),
        ("costs-2026-01.csv", COSTS),
    ]));
    let check = desk.apply(&january.preset(true));
    assert!(find(&check, I::needs_look).is_empty(), "{check:?}");
    assert_eq!(desk.document.mapping, january.document.mapping);
    assert_eq!(desk.document.report, january.document.report);
}

#[test]
fn without_its_blocks_a_preset_leaves_the_report_and_brings_its_settings() {
    let preset = january().preset(false);
    let mut desk = Desk::new(february());
    let asked = desk.document.report.blocks.clone();
    desk.document.report.own.push(OwnMeasure {
        id: 1,
        name: "Mine".into(),
        formula: "won / leads".into(),
        unit: None,
    });
    desk.apply(&preset);
    let report = &desk.document.report;
    assert_eq!(report.blocks, asked);
    assert_eq!(report.calendar.year_start, 4);
    let own: Vec<(u16, &str)> = report.own.iter().map(|m| (m.id, m.name.as_str())).collect();
    assert_eq!(own, [(1, "Mine"), (2, "Stages")]);
}

#[test]
fn of_two_files_that_fit_the_later_is_taken_and_the_other_is_said() {
    let preset = january().preset(true);
    let later = JANUARY.replace("2026-01", "2026-03").replace("\n1,", "\n5,");
    // No dates in the names, and the same deals in other states: not parts of one table.
    let other = JANUARY.replace("2026-01", "2026-02").replace("ID", "Id");
    let files = given(&[("alpha.csv", &other), ("beta.csv", &later), ("companies.csv", COMPANIES)]);
    let mut desk = Desk::new(files);
    let found = pair(&preset, &desk.shelf.profiles());
    let deals = found.pairs.iter().find(|p| p.entry == 0).unwrap();
    assert_eq!((deals.file, deals.also.clone()), (1, vec![0]));
    let check = desk.apply(&preset);
    let absent = find(&check, |i| matches!(i, I::FileAbsent { .. }));
    let costs = I::FileAbsent { file: "costs-2026-01.csv".into(), kind: FileKind::Spend };
    assert_eq!(absent, [&costs]);
    let of_one_table = desk.document.mapping.groups.iter().any(|g| g.has("alpha.csv"));
    let said = find(&check, |i| matches!(i, I::FileAlso { .. }));
    assert_eq!(said.is_empty(), of_one_table);
}

#[test]
fn a_file_that_nobody_knows_is_proposed_as_usual_and_said() {
    let preset = january().preset(true);
    let mut files = february();
    let calls = "Date,Direction,Duration,Person,Result\n2026-02-01 10:00,in,30,Ann,ok\n2026-02-02 11:00,out,50,Bob,ok\n";
    files.push(("calls.csv".into(), calls.as_bytes().to_vec()));
    let mut desk = Desk::new(files);
    let check = desk.apply(&preset);
    let extra = find(&check, |i| matches!(i, I::FileExtra { .. }));
    let expected = I::FileExtra { file: "calls.csv".into(), kind: FileKind::Activities, rows: 2 };
    assert_eq!(extra, [&expected]);
}

#[test]
fn types_empty_columns_and_periods_that_changed_are_said() {
    let mut january = january();
    let day = |text: &str| Day::from_iso(text).unwrap();
    let period = Period { first: day("2026-01-01"), last: day("2026-01-31") };
    january.document.report.period = PeriodSpec::Between(period);
    let preset = january.preset(true);
    let text = JANUARY
        .replace("2026-01", "2026-02")
        .replace(",google,", ",,")
        .replace(",fair,", ",,")
        .replace(",10,", ",ten,")
        .replace(",20,", ",twenty,")
        .replace(",30,", ",thirty,");
    let mut desk = Desk::new(given(&[("deals-2026-02.csv", &text)]));
    let check = desk.apply(&preset);
    let is = |i: &I| matches!(i, I::ColumnEmpty { header, .. } if header == "Source");
    assert_eq!(find(&check, is).len(), 1);
    let is = |i: &I| matches!(i, I::ColumnType { header, .. } if header == "Amount");
    assert_eq!(find(&check, is).len(), 1);
    let extent = Period { first: day("2026-02-05"), last: day("2026-02-08") };
    assert_eq!(
        find(&check, |i| matches!(i, I::PeriodOutside { .. })),
        [&I::PeriodOutside { period, extent }]
    );
}

#[test]
fn aliases_and_money_that_no_longer_fit_are_said() {
    let mut january = january();
    january.document.mapping.joins[0].aliases.insert("Akme".into(), "ACME".into());
    january.document.mapping.rates.to = "EUR".into();
    let preset = january.preset(true);
    let deals = JANUARY.replace("Amount", "Amount (USD)").replace("2026-01", "2026-02");
    let companies = COMPANIES.replace("ACME", "Acme Ltd");
    let mut desk = Desk::new(given(&[("d.csv", &deals), ("c.csv", &companies)]));
    let check = desk.apply(&preset);
    let lost = I::AliasGone {
        from_file: "d.csv".into(),
        lookup_file: "c.csv".into(),
        aliases: vec![("Akme".into(), "ACME".into())],
    };
    assert_eq!(find(&check, |i| matches!(i, I::AliasGone { .. })), [&lost]);
    let values = vec![("USD".to_owned(), 4)];
    let money =
        I::CurrencyNew { to: "EUR".into(), currencies: Examples { values, count: 1, rows: 4 } };
    assert_eq!(find(&check, |i| matches!(i, I::CurrencyNew { .. })), [&money]);
}

#[test]
fn a_preset_is_offered_only_where_it_fits_well() {
    let preset = january().preset(true);
    let well = |files: Given| {
        let desk = Desk::new(files);
        fits_well(&preset, &pair(&preset, &desk.shelf.profiles()))
    };
    assert!(well(february()));
    assert!(!well(given(&[("companies.csv", COMPANIES)])));
    let foreign = "Deal,Phase,Value,Opened\n1,New,3,2026-02-01\n2,Won,4,2026-02-02\n";
    assert!(!well(given(&[("deals-2026-01.csv", foreign)])));
}

#[test]
fn a_decided_reading_holds_where_the_file_needs_it_and_not_where_it_proves_itself() {
    let mut january = january();
    let (text, _, _) = encoding_rs::WINDOWS_1251.encode(JANUARY);
    assert_eq!(&*text, JANUARY.as_bytes());
    january.document.mapping.files[0].import.encoding = Some("windows-1251".into());
    january.document.mapping.files[0].import.delimiter = Some(',');
    let preset: Preset = january.preset(true);
    // The same columns, parted by semicolons and in UTF-8: read as it is.
    let utf = FEBRUARY.replace("Frozen", "Заморожено").replace("Team", "Manager");
    let mut desk = Desk::new(given(&[("crm.csv", &utf)]));
    desk.apply(&preset);
    let import = &desk.document.mapping.of_file("crm.csv").unwrap().import;
    assert_eq!((import.encoding.clone(), import.delimiter), (None, None));
    assert_eq!(desk.report().scope.records, 5);
}

#[test]
fn filters_of_blocks_and_splits_follow_their_files() {
    let mut january = january();
    let column = |file: &str| Dimension::Column { file: file.into(), header: "Company".into() };
    let filter = |file: &str| Filter { dimension: column(file), ..Filter::default() };
    let report = &mut january.document.report;
    report.blocks[0].filters_mut().push(filter("deals-2026-01.csv"));
    if let BlockSpec::Trend(spec) = &mut report.blocks[3] {
        spec.split = Some(column("deals-2026-01.csv"));
    }
    let preset = january.preset(true);
    let mut desk = Desk::new(february());
    desk.apply(&preset);
    let report = &desk.document.report;
    assert_eq!(report.blocks[0].filters()[0].dimension, column("crm february.csv"));
    let BlockSpec::Trend(trend) = &report.blocks[3] else { panic!("a trend") };
    assert_eq!(trend.split, Some(column("crm february.csv")));
}

#[test]
fn a_file_that_comes_later_takes_its_place() {
    let preset = january().preset(true);
    let mut desk = Desk::new(february().into_iter().skip(1).collect());
    let check = desk.apply(&preset);
    let absent = find(&check, |i| matches!(i, I::FileAbsent { .. }));
    assert_eq!(absent.len(), 1);
    // The report is made without it.
    assert_eq!(desk.report().scope.records, 5);
    desk.add("export (7).csv", COSTS_2);
    let check = desk.check(&preset);
    assert_eq!(find(&check, |i| matches!(i, I::FileAbsent { .. })), [] as [&I; 0]);
    let costs = desk.document.mapping.of_file("export (7).csv").unwrap();
    assert_eq!((costs.kind, costs.awaited), (FileKind::Spend, false));
}

#[test]
fn statuses_that_only_a_history_names_are_checked_too() {
    const MOVES: &str = "Deal ID,From stage,To stage,Date\n\
        1,New,Demo,2026-01-06\n1,Demo,Trial,2026-01-07\n1,Trial,Won,2026-01-08\n\
        2,New,Demo,2026-01-07\n2,Demo,Trial,2026-01-08\n2,Trial,Demo,2026-01-09\n";
    let next = MOVES
        .replace("2,Demo,Trial,2026-01-08\n2,Trial,Demo", "2,Demo,Pilot,2026-01-08\n2,Pilot,Demo");
    let month = |moves: &str| given(&[("deals.csv", JANUARY), ("moves.csv", moves)]);
    let desk = Desk::new(month(MOVES));
    let ladder = &desk.document.mapping.ladder;
    assert!(ladder.stages.iter().any(|s| s.name == "Trial"), "{ladder:?}");
    let preset = desk.preset(true);

    let mut same = Desk::new(month(MOVES));
    let check = same.apply(&preset);
    let is_status =
        |i: &&I| matches!(i, I::StatusNew { .. } | I::StatusGone { .. } | I::LadderReplaced { .. });
    // `Trial` is in no row of the deals, and not gone.
    assert_eq!(check.issues.iter().find(is_status), None);

    let mut other = Desk::new(month(&next));
    other.document.mapping.ladder = preset.mapping.ladder.clone();
    let check = other.apply(&preset);
    let values = Examples { values: vec![("Pilot".to_owned(), 1)], count: 1, rows: 1 };
    let expected = I::StatusNew { file: "moves.csv".to_owned(), values };
    assert!(check.issues.contains(&expected), "{:?}", check.issues);
}
