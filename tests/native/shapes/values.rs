//! An owner or a channel that is another in one row of a history than in the next: the record has the
//! value at entry, or at close where that is chosen; how many change is told.

use crate::tables::{File, assembled, file, joined, ladder, mapped, read_text};
use tundish::engine::audit::Finding;
use tundish::engine::dimension::Dimension;
use tundish::engine::document::Document;
use tundish::engine::filter::Filter;
use tundish::engine::formula::OwnMeasure;
use tundish::engine::funnel::{FileView, HistoryFinding};
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::{FileKind, FileMapping, Mapping, Role, ValueAt};
use tundish::engine::measure::MeasureId;
use tundish::engine::preset::{Preset, apply, is_in_force};
use tundish::engine::query::answer;
use tundish::engine::report::*;
use tundish::format::{Locale, NBSP};
use tundish::i18n::strings;

const HEADER: &str = "deal|to|at|owner|from where";

const ROWS: [&str; 11] = [
    "A|new|2025-01-01 09:00:00|Ann|ads",
    "A|demo|2025-01-05 09:00:00|Bob|ads",
    "A|won|2025-01-09 09:00:00|Cid|mail",
    "B|new|2025-01-02 09:00:00|Bob|mail",
    "B|lost|2025-01-07 09:00:00| bob|mail",
    // Two rows of one time, as the file has them.
    "C|new|2025-01-03 10:00:00|Ann|ads",
    "C|demo|2025-01-03 10:00:00|Bob|ads",
    // Newest first.
    "D|won|2025-02-02 09:00:00|Bob|ads",
    "D|new|2025-01-02 09:00:00|Cid|ads",
    // A row without a day is neither earlier nor later.
    "E|demo||Bob|ads",
    "E|new|2025-01-04 09:00:00|Ann|ads",
];

fn files() -> [File; 2] {
    let people = ["Ann|North", "Bob|South", "Cid|South"];
    [file("log", "deal|to|at:time|owner|from where", &ROWS), file("people", "who|team", &people)]
}

fn mapping(value_at: ValueAt) -> Mapping {
    let roles = [(Role::Record, "deal"), (Role::Stage, "to"), (Role::Date, "at")];
    let log = mapped("log", FileKind::StageHistory, &roles);
    let people = mapped("people", FileKind::Lookup, &[(Role::Key, "who")]);
    Mapping {
        files: vec![FileMapping { value_at, ..log }, people],
        ladder: ladder(&["new", "demo"], &["won"], &["lost"]),
        joins: vec![joined(("log", "owner"), ("people", "who"))],
        ..Mapping::default()
    }
}

fn column(file: &str, header: &str) -> Dimension {
    Dimension::Column { file: file.to_owned(), header: header.to_owned() }
}

fn by(dimension: Dimension) -> BlockSpec {
    let measures = vec![MeasureId::Leads];
    BlockSpec::Breakdown(BreakdownSpec { dimension, measures, ..BreakdownSpec::default() })
}

fn report(at: ValueAt, spec: ReportSpec) -> Report {
    let files = files();
    let views: Vec<FileView> = files.iter().map(File::view).collect();
    let made = assembled(&[&files[0], &files[1]], &mapping(at));
    answer(&views, &made, &spec)
}

/// `label records` of each group.
fn groups(at: ValueAt, dimension: Dimension) -> Vec<String> {
    let mut report = report(at, ReportSpec { blocks: vec![by(dimension)], ..Default::default() });
    let Answer::Breakdown(found) = report.blocks.remove(0) else { panic!("no table") };
    let words = strings(Locale::En);
    let rows = found.rows.iter();
    rows.map(|r| format!("{} {}", words.label(&r.label), r.cells[0].value.unwrap())).collect()
}

#[test]
fn a_record_has_the_value_at_entry_and_at_close_where_that_is_chosen() {
    let (entry, close) = (ValueAt::Entry, ValueAt::Close);
    assert_eq!(groups(entry, column("log", "owner")), ["Ann 3", "Bob 1", "Cid 1"]);
    assert_eq!(groups(close, column("log", "owner")), ["Ann 1", "Bob 3", "Cid 1"]);
    assert_eq!(groups(entry, column("log", "from where")), ["ads 4", "mail 1"]);
    assert_eq!(groups(close, column("log", "from where")), ["ads 3", "mail 2"]);
    assert_eq!(groups(entry, column("people", "team")), ["North 3", "South 2"]);
    assert_eq!(groups(close, column("people", "team")), ["North 1", "South 4"]);
    // Days and outcomes are of the history, whichever row lends its values.
    let [a, b] = [entry, close].map(|at| {
        let files = files();
        assembled(&[&files[0], &files[1]], &mapping(at)).records
    });
    assert_eq!((a.created, a.closed, a.outcome), (b.created, b.closed, b.outcome));
}

#[test]
fn filters_take_the_same_value() {
    let kept = |at: ValueAt| {
        let filter = Filter::among(column("log", "owner"), vec!["Ann".to_owned()]);
        let spec = ReportSpec { filters: vec![filter], ..ReportSpec::default() };
        report(at, spec).scope.in_scope
    };
    assert_eq!((kept(ValueAt::Entry), kept(ValueAt::Close)), (3, 1));
}

#[test]
fn how_many_records_change_is_told_with_the_value_that_counts() {
    let files = files();
    let finding = |at: ValueAt| {
        let made = assembled(&[&files[0], &files[1]], &mapping(at));
        let changes =
            |f: &&Finding| matches!(f, Finding::History(HistoryFinding::ValuesChange { .. }));
        made.findings.iter().find(changes).cloned()
    };
    for at in ValueAt::EVERY {
        // B is spelled in two ways and has one owner.
        let columns = vec![("owner".to_owned(), 4), ("from where".to_owned(), 1)];
        let (file, records) = ("log".to_owned(), 4);
        let told = HistoryFinding::ValuesChange { file, at, columns, records };
        assert_eq!(finding(at), Some(Finding::History(told)));
    }
    let told = finding(ValueAt::Entry).unwrap();
    let text = (strings(Locale::En).trouble.finding)(&told).text.replace(NBSP, " ");
    let expected = "4 records have other values in one row of log than in another: “owner” (4), \
        “from where” (1). Each record counts with its value at entry, that of its first row.";
    assert_eq!(text, expected);
}

#[test]
fn where_figures_are_by_such_a_column_it_is_named() {
    let blocks = || {
        let filtered = Filter::among(column("log", "owner"), vec!["Ann".to_owned()]);
        let kpis = KpisSpec { filters: vec![filtered], ..KpisSpec::default() };
        let open = Filter { dimension: column("log", "owner"), ..Filter::default() };
        let undecided = KpisSpec { filters: vec![open], ..KpisSpec::default() };
        vec![
            by(column("log", "owner")),
            by(column("people", "team")),
            by(Dimension::Outcome),
            BlockSpec::Kpis(kpis),
            BlockSpec::Kpis(undecided),
        ]
    };
    let said = |at: ValueAt, locale: Locale| {
        let report = report(at, ReportSpec { blocks: blocks(), ..ReportSpec::default() });
        let line = |block| strings(locale).changing(&report, block).map(|l| l.replace(NBSP, " "));
        (0..5).map(line).collect::<Vec<_>>()
    };
    let owner = "“owner” changes in 4 records; its value at entry counts, from the first row.";
    let team = "“team” changes in 3 records; its value at entry counts, from the first row.";
    let expected = [Some(owner), Some(team), None, Some(owner), None];
    assert_eq!(said(ValueAt::Entry, Locale::En), expected.map(|l| l.map(str::to_owned)));
    let close = said(ValueAt::Close, Locale::Ru)[0].clone().unwrap();
    assert_eq!(
        close,
        "«owner» меняется у 4 записей: взято значение при закрытии, из последней строки."
    );
    let close = said(ValueAt::Close, Locale::El)[1].clone().unwrap();
    assert_eq!(
        close,
        "Το «team» αλλάζει σε 3 εγγραφές: μετρά η τιμή στο κλείσιμο, από την τελευταία γραμμή."
    );
}

#[test]
fn what_a_formula_reads_is_named_as_well() {
    let rows = [
        "A|new|2025-01-01 09:00:00|10.5",
        "A|won|2025-01-09 09:00:00|99.25",
        "B|new|2025-01-02 09:00:00|20.75",
        "B|won|2025-01-03 09:00:00|20.75",
    ];
    let log = file("log", "deal|to|at:time|sum:int", &rows);
    let map = |at: ValueAt| {
        let whole = mapping(at);
        Mapping { files: whole.files[..1].to_vec(), joins: Vec::new(), ..whole }
    };
    let asked = |at: ValueAt, formula: &str| {
        let formula = formula.to_owned();
        let own = vec![OwnMeasure { id: 7, formula, ..OwnMeasure::default() }];
        let of = |id| {
            let measures = vec![MeasureId::Own(id)];
            BlockSpec::Kpis(KpisSpec { measures, ..KpisSpec::default() })
        };
        let spec = ReportSpec { own, blocks: vec![of(7), of(8)], ..ReportSpec::default() };
        let report = answer(&[log.view()], &assembled(&[&log], &map(at)), &spec);
        let Answer::Kpis(kpis) = &report.blocks[0] else { panic!("no figures") };
        assert_eq!(strings(Locale::En).changing(&report, 1), None);
        let said = strings(Locale::En).changing(&report, 0).map(|l| l.replace(NBSP, " "));
        (kpis.cards[0].now.value, said)
    };
    let entry = "“sum” changes in 1 record; its value at entry counts, from the first row.";
    let close = "“sum” changes in 1 record; its value at close counts, from the last row.";
    for formula in ["sum([sum])", "sum([log][sum])"] {
        assert_eq!(asked(ValueAt::Entry, formula), (Some(31.25), Some(entry.to_owned())));
        assert_eq!(asked(ValueAt::Close, formula), (Some(120.0), Some(close.to_owned())));
    }
    assert_eq!(asked(ValueAt::Entry, "leads").1, None);
}

#[test]
fn it_is_asked_of_a_history_that_makes_the_records_and_of_no_other_file() {
    let mut map = mapping(ValueAt::Close);
    assert!(map.makes_records_of_events("log") && !map.makes_records_of_events("people"));
    let deals = file("deals", "id|stage|owner", &["A|won|Eve", "B|lost|Bob", "A|won|Ann"]);
    map.files.push(mapped(
        "deals",
        FileKind::Deals,
        &[(Role::RecordId, "id"), (Role::Stage, "stage")],
    ));
    assert!(!map.makes_records_of_events("log") && !map.makes_records_of_events("deals"));
    let [log, people] = files();
    let made = assembled(&[&log, &people, &deals], &map);
    assert_eq!(made.changing, None);
    assert_eq!(made.records.row, [0, 1, 2]);
}

#[test]
fn documents_and_presets_keep_the_choice() {
    let document = Document { mapping: mapping(ValueAt::Close), ..Document::default() };
    let json = serde_json::to_string(&document).unwrap();
    assert_eq!(serde_json::from_str::<Document>(&json).unwrap(), document);
    let before = json.replace("\"value_at\":\"close\",", "");
    assert_ne!(before, json);
    let old: Document = serde_json::from_str(&before).unwrap();
    assert_eq!(old.mapping, mapping(ValueAt::Entry));
    // The next export of the same columns, under another name.
    let read = |name: &str| read_text(name, &format!("{}\n{}\n", HEADER, ROWS.join("\n")));
    let (then, now) = (read("march.csv"), read("april.csv"));
    let headers = then.profile.columns.iter().map(|c| c.header.clone()).collect();
    let roles = [(Role::Record, "deal"), (Role::Stage, "to"), (Role::Date, "at")];
    let log = mapped("march.csv", FileKind::StageHistory, &roles);
    let files = vec![FileMapping { value_at: ValueAt::Close, headers, ..log }];
    let mapping = Mapping { files, ladder: document.mapping.ladder, ..Mapping::default() };
    let document = Document { mapping, ..Document::default() };
    let preset = Preset::of("mine", &document, &[&then.profile], None, false);
    let put = apply(&preset, &[&now.profile], &Document::default());
    let [file] = put.mapping.files.as_slice() else { panic!("{:?}", put.mapping.files) };
    assert_eq!((file.name.as_str(), file.awaited), ("april.csv", false));
    assert_eq!(file.value_at, ValueAt::Close);
    let mut other = put.clone();
    other.mapping.files[0].value_at = ValueAt::Entry;
    assert!(is_in_force(&preset, &[&now.profile], &put));
    assert!(!is_in_force(&preset, &[&now.profile], &other));
    // What is proposed again keeps it.
    let kept = suggest(&[now.view()], &put.mapping);
    assert_eq!(kept.files[0].value_at, ValueAt::Close);
}
