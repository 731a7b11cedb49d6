//! Tables that leave the app: what a spreadsheet would run is harmless, figures are exact, and the
//! file is read back as it was by another reader.

use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::filter::Grain;
use tundish::engine::measure::MeasureId;
use tundish::engine::report::{
    Answer, Breakdown, BreakdownRow, Funnel, FunnelStage, Kpi, Kpis, Pivot, Report, Season,
    SeasonAbsence, Trend,
};
use tundish::engine::value::{Day, Quantity, Unit};
use tundish::export::{
    Cell, Sheet, SheetWords, answer_sheet, report_json, sheet_csv, sheet_html, sheet_tsv,
};

fn one_column(cells: Vec<Cell>) -> Sheet {
    Sheet { headers: vec!["h".into()], rows: cells.into_iter().map(|c| vec![c]).collect() }
}

fn text(words: &str) -> Cell {
    Cell::Text(words.into())
}

/// Reads a CSV text back with the same crate that imports files.
fn read_back(csv: &str, separator: u8) -> Vec<Vec<String>> {
    let body = csv.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(false)
        .from_reader(body.as_bytes());
    reader.records().map(|r| r.unwrap().iter().map(String::from).collect()).collect()
}

#[test]
fn text_that_a_spreadsheet_would_run_is_harmless() {
    for evil in [
        "=cmd|' /C calc'!A0",
        "+1",
        "-5",
        "@x",
        "\tx",
        "\rx",
        "\nx",
        "  =1+1",
        "\u{a0}@x",
        "＝1+1",
        "=",
        "-",
    ] {
        let sheet = Sheet { headers: vec![evil.into()], rows: vec![vec![text(evil)]] };
        let back = read_back(&sheet_csv(&sheet, '.'), b',');
        assert_eq!(back, vec![vec![format!("'{evil}")]; 2], "{evil:?}");
        let tsv = sheet_tsv(&sheet, '.');
        assert!(tsv.lines().all(|line| line.starts_with('\'')), "{tsv:?}");
        assert!(sheet_html(&sheet, '.').contains("<td>&#39;"), "{evil:?}");
    }
    for plain in ["Яндекс.Директ", "a=b", "1-2", "−5", "'quoted", ""] {
        let csv = sheet_csv(&one_column(vec![text(plain)]), '.');
        assert_eq!(read_back(&csv, b',').get(1).map(|r| r[0].as_str()).unwrap_or(""), plain);
    }
}

#[test]
fn numbers_stay_numbers_at_full_precision() {
    let cells = vec![
        Cell::Number(-5.0),
        Cell::Number(0.1 + 0.2),
        Cell::Share(-1.0 / 3.0),
        Cell::Number(1e21),
        Cell::Number(-0.0),
        Cell::Number(f64::NAN),
        Cell::Empty,
        Cell::Day(Day::from_ymd(2026, 9, 1).unwrap()),
    ];
    let dots = "\u{feff}h\r\n-5\r\n0.30000000000000004\r\n-0.3333333333333333\r\n\
                1000000000000000000000\r\n0\r\n\r\n\r\n2026-09-01\r\n";
    assert_eq!(sheet_csv(&one_column(cells.clone()), '.'), dots);
    let commas = dots.replace("0.3", "0,3");
    assert_eq!(sheet_csv(&one_column(cells), ','), commas);
}

#[test]
fn separators_quotes_and_line_ends_survive() {
    let odd = ["a,b", "a;b", "say \"hi\"", "two\nlines", "cr\r\nlf", " padded ", "tab\there", "Ω"];
    let sheet = Sheet {
        headers: vec!["Название".into(), "Сумма; ₽".into()],
        rows: odd.iter().map(|t| vec![text(t), Cell::Number(1.5)]).collect(),
    };
    for (sign, separator, figure) in [('.', b',', "1.5"), (',', b';', "1,5")] {
        let csv = sheet_csv(&sheet, sign);
        assert!(csv.starts_with('\u{feff}') && !csv.contains("sep="));
        assert!(csv.ends_with("\r\n"));
        let mut expected = vec![vec!["Название".to_string(), "Сумма; ₽".into()]];
        expected.extend(odd.iter().map(|t| vec![t.to_string(), figure.into()]));
        assert_eq!(read_back(&csv, separator), expected);
    }
    let tsv = sheet_tsv(&sheet, ',');
    assert!(tsv.lines().all(|line| line.matches('\t').count() == 1), "{tsv}");
    assert_eq!(tsv.lines().count(), odd.len() + 1);
}

#[test]
fn a_table_for_the_clipboard_holds_no_markup_of_its_cells() {
    let evil = "<img src=x onerror=alert(1)>&\"";
    let html = sheet_html(&one_column(vec![text(evil), Cell::Number(2.5)]), ',');
    let body = "<tr><td>&lt;img src=x onerror=alert(1)&gt;&amp;&quot;</td></tr>\
                <tr><td align=\"right\">2,5</td></tr></tbody></table>";
    assert!(html.ends_with(body), "{html}");
}

/// Does something with plain English words.
pub fn with_words<T>(act: impl FnOnce(&SheetWords) -> T) -> T {
    act(&SheetWords {
        label: &|label| match label {
            Label::Text(text) | Label::Stage(text) => text.clone(),
            Label::Date(_, day) => format!("from {day}"),
            other => format!("{other:?}"),
        },
        measure: &|measure| format!("{measure:?}"),
        shown: &|measure, _| format!("{measure:?}"),
        asking: &tundish::i18n::strings(tundish::i18n::Locale::En).asking,
        strings: tundish::i18n::strings(tundish::i18n::Locale::En),
        dimension: &|dimension| format!("{dimension:?}"),
        total: "Total",
        question: &tundish::i18n::strings(tundish::i18n::Locale::En).question,
        attribution: &tundish::i18n::strings(tundish::i18n::Locale::En).attribution,
        period: "From",
        kpi: ["Measure", "Now", "Before"],
        funnel: [
            "Stage",
            "Reached",
            "Of previous",
            "Of first",
            "Observed",
            "Implied",
            "Out of order",
            "Lost",
            "Days",
            "Before",
        ],
    })
}

/// The sheet of an answer as CSV without its mark.
fn written(answer: &Answer) -> String {
    let csv = with_words(|words| sheet_csv(&answer_sheet(answer, words).unwrap(), '.'));
    csv.trim_start_matches('\u{feff}').replace("\r\n", "\n")
}

fn count(value: f64) -> Quantity {
    Quantity::plain(value, Unit::Count)
}

#[test]
fn every_answer_becomes_a_table() {
    let day = |m| Day::from_ymd(2026, m, 1).unwrap();
    let share = |a, b| Quantity::ratio(a, b, Unit::Share);
    let kpi = Kpi {
        measure: MeasureId::WinRate,
        now: share(1.0, 4.0),
        before: Some(share(1.0, 0.0)),
        spark: Vec::new(),
        spark_undated: 0,
        absent: None,
    };
    assert_eq!(
        written(&Answer::Kpis(Kpis { cards: vec![kpi] })),
        "Measure,Now,Before\nWinRate,0.25,\n"
    );
    let trend = Trend {
        grain: Grain::Month,
        starts: vec![day(1), day(2)],
        measures: vec![MeasureId::Leads, MeasureId::Revenue],
        values: vec![
            vec![count(3.0), count(4.0)],
            vec![Quantity::none(Unit::Money), Quantity::plain(10.25, Unit::Money)],
        ],
        ..Trend::default()
    };
    let index: Vec<f64> = (1..=12).map(f64::from).collect();
    let season = vec![Season::Index(index), Season::Absent(SeasonAbsence::TooShort)];
    let seasonal = Trend { season, ..trend.clone() };
    assert_eq!(
        written(&Answer::Trend(trend)),
        "From,Leads,Revenue\n2026-01-01,3,\n2026-02-01,4,10.25\n"
    );
    let csv = written(&Answer::Trend(seasonal));
    assert!(csv.ends_with("2026-01-01,3,,1\n2026-02-01,4,10.25,2\n"), "{csv}");
    let breakdown = Breakdown {
        dimension: Dimension::Campaign,
        is_unfinished: false,
        measures: vec![MeasureId::Leads, MeasureId::WinRate],
        rows: vec![
            BreakdownRow {
                label: Label::Text("=brand".into()),
                cells: vec![count(4.0), share(1.0, 4.0)],
                before: Vec::new(),
            },
            BreakdownRow {
                label: Label::Date(Grain::Month, day(3)),
                cells: vec![count(1.0), share(1.0, 0.0)],
                before: Vec::new(),
            },
        ],
        total: vec![count(5.0), share(1.0, 5.0)],
        absent: Vec::new(),
        compared: None,
        total_before: Vec::new(),
        planning: None,
    };
    assert_eq!(
        written(&Answer::Breakdown(breakdown)),
        "Campaign,Leads,WinRate\n'=brand,4,0.25\n2026-03-01,1,\nTotal,5,0.2\n"
    );
}

#[test]
fn a_funnel_becomes_a_table_of_its_stages() {
    let stage = |name: &str, reached: u64, dropped: u64, of_previous, median_days| FunnelStage {
        label: Label::Stage(name.into()),
        reached,
        observed: reached,
        implied: 0,
        of_previous,
        of_first: Quantity::ratio(reached as f64, 8.0, Unit::Share),
        reached_before: None,
        dropped,
        median_days,
        path: Default::default(),
    };
    let half = Quantity::ratio(4.0, 8.0, Unit::Share);
    let funnel = Funnel {
        stages: vec![
            stage("Заявка", 8, 0, None, None),
            stage("-Счёт", 4, 4, Some(half.clone()), Some(2.5)),
        ],
        entered: 8,
        won: 4,
        lost: 2,
        open: 2,
        unknown_depth: 0,
        unmapped: 0,
        end_to_end: half,
        end_to_end_before: None,
        split: None,
        ground: Default::default(),
    };
    assert_eq!(
        written(&Answer::Funnel(funnel)),
        "Stage,Reached,Of previous,Of first,Observed,Implied,Out of order,Lost,Days,Before\n\
         Заявка,8,,1,8,0,,,,\n'-Счёт,4,0.5,0.5,4,0,,4,2.5,\n"
    );
}

#[test]
fn a_pivot_becomes_a_table_with_its_totals() {
    let quarter = |m| vec![Label::Date(Grain::Quarter, Day::from_ymd(2026, m, 1).unwrap())];
    let mut pivot = Pivot {
        row_dimensions: vec![Dimension::Channel, Dimension::Campaign],
        column_dimensions: vec![Dimension::Created(Grain::Quarter)],
        measures: vec![MeasureId::Leads],
        rows: vec![vec![Label::Text("Search".into()), Label::Empty]],
        columns: vec![quarter(1), quarter(4)],
        cells: vec![vec![vec![count(1.0)], vec![Quantity::none(Unit::Count)]]],
        row_totals: vec![vec![count(1.0)]],
        column_totals: vec![vec![count(1.0)], vec![count(0.0)]],
        grand: vec![count(1.0)],
        ..Pivot::default()
    };
    assert_eq!(
        written(&Answer::Pivot(pivot.clone())),
        "Channel,Campaign,from 2026-01-01,from 2026-04-01,Total\nSearch,Empty,1,,1\nTotal,,1,0,1\n"
    );
    pivot.measures.push(MeasureId::Won);
    for cell in pivot.cells.iter_mut().flatten().chain(&mut pivot.column_totals) {
        cell.push(count(7.0));
    }
    pivot.row_totals[0].push(count(14.0));
    pivot.grand.push(count(14.0));
    assert_eq!(
        written(&Answer::Pivot(pivot)),
        "Channel,Campaign,from 2026-01-01 · Leads,from 2026-01-01 · Won,\
         from 2026-04-01 · Leads,from 2026-04-01 · Won,Total · Leads,Total · Won\n\
         Search,Empty,1,7,,7,1,14\nTotal,,1,7,0,7,1,14\n"
    );
}

/// What has an interval gets two columns behind the table; all columns before them stay.
#[test]
fn intervals_stand_behind_a_table() {
    let rate = tundish::engine::measure::share;
    let pivot = Pivot {
        row_dimensions: vec![Dimension::Channel],
        measures: vec![MeasureId::Leads, MeasureId::WinRate],
        rows: vec![vec![Label::Text("Search".into())], vec![Label::Empty]],
        columns: vec![Vec::new()],
        cells: vec![
            vec![vec![count(20.0), rate(5.0, 20.0)]],
            vec![vec![count(0.0), Quantity::none(Unit::Share)]],
        ],
        column_totals: vec![vec![count(20.0), rate(5.0, 20.0)]],
        ..Pivot::default()
    };
    let (low, high) = tundish::engine::stats::wilson(5.0, 20.0).unwrap();
    assert_eq!(
        written(&Answer::Pivot(pivot)).replace('\u{a0}', " "),
        format!(
            "Channel,Leads,WinRate,WinRate · 95 % from,WinRate · 95 % to\n\
             Search,20,0.25,{low},{high}\nEmpty,0,,,\nTotal,20,0.25,{low},{high}\n"
        )
    );
}

#[test]
fn blocks_of_before_show_no_intervals() {
    use tundish::engine::report::BlockSpec;
    for text in [
        r#"{"funnel":{}}"#,
        r#"{"breakdown":{"dimension":"channel","measures":[],"sort":null}}"#,
        r#"{"trend":{"measures":["win_rate"],"grain":"month"}}"#,
        r#"{"pivot":{"rows":[],"columns":[],"measures":[],"sort":null}}"#,
        r#"{"cohorts":{"grain":"month","figure":"won_share","ages":"units"}}"#,
    ] {
        let mut block: BlockSpec = serde_json::from_str(text).unwrap();
        assert_eq!(block.intervals(), Some(false), "{text}");
        block.show_intervals(true);
        assert_eq!(block.intervals(), Some(true));
        let again = serde_json::to_string(&block).unwrap();
        assert_eq!(serde_json::from_str::<BlockSpec>(&again).unwrap(), block);
    }
    let kpis: BlockSpec = serde_json::from_str(r#"{"kpis":{"measures":[]}}"#).unwrap();
    assert_eq!(kpis.intervals(), None);
}

#[test]
fn a_report_as_json_keeps_every_digit() {
    let value = 0.1 + 0.2;
    let kpi = Kpi {
        measure: MeasureId::Revenue,
        now: Quantity::plain(value, Unit::Money),
        before: None,
        spark: vec![Some(1.0 / 3.0), None],
        spark_undated: 0,
        absent: None,
    };
    let report: Report = serde_json::from_value(serde_json::json!({
        "scope": {
            "period": null, "previous": null, "extent": null, "as_of": null, "basis": "cohort",
            "policy": "implied", "currency": "RUB", "currencies": [], "records": 3, "in_scope": 3,
            "excluded": [], "files": [], "dimensions": []
        },
        "blocks": [], "findings": []
    }))
    .unwrap();
    let report = Report { blocks: vec![Answer::Kpis(Kpis { cards: vec![kpi] })], ..report };
    let json = report_json(&report).unwrap();
    assert!(json.contains("\"value\": 0.30000000000000004"), "{json}");
    assert!(json.contains("0.3333333333333333,") && json.contains("null"), "{json}");
    assert_eq!(json, report_json(&report).unwrap());
    assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
}
