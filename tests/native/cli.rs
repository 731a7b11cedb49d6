//! The command line as a user meets it: the built program, its output and its exit code.

use crate::support::shared_data;
use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output};

fn tundish(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tundish")).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A file of its own for each test, in the build's folder for such things.
fn scratch(name: &str, content: &[u8]) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The report of files under a document that decides nothing. Tests run side by side, so each
/// names a document of its own.
fn report(document: &str, files: &[&str]) -> Option<Value> {
    let data = shared_data()?;
    let document = scratch(document, b"{}");
    let mut arguments = vec!["report".to_owned(), document];
    arguments.extend(files.iter().map(|f| data.join(f).to_str().unwrap().to_owned()));
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let output = tundish(&arguments);
    assert!(output.status.success(), "{}", text(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

/// The figure on a card.
fn card(report: &Value, measure: &str) -> f64 {
    let cards = report["blocks"][0]["kpis"]["cards"].as_array().unwrap();
    let card = cards.iter().find(|c| c["measure"] == measure).unwrap();
    card["now"]["value"].as_f64().unwrap_or(f64::NAN)
}

fn expected(folder: &str) -> Value {
    let path = shared_data().unwrap().join(folder).join("expected.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn near(actual: f64, expected: &Value, tolerance: f64) {
    let expected = expected.as_f64().unwrap();
    assert!((actual - expected).abs() <= tolerance * expected.abs(), "{actual} is not {expected}");
}

#[test]
fn the_bitrix_report_has_the_expected_figures() {
    let files = ["ru_bitrix_direct/bitrix_deals.csv", "ru_bitrix_direct/yandex_direct_costs.csv"];
    let Some(report) = report("bitrix.json", &files) else { return };
    let figures = &expected("ru_bitrix_direct")["figures"];
    assert_eq!(card(&report, "leads"), 2400.0);
    near(card(&report, "revenue"), &figures["won_revenue_by_currency"]["Российский рубль"], 1e-9);
    // The expected shares are written with six decimals.
    near(card(&report, "win_rate"), &figures["win_rate_closed"], 2e-6);
    near(card(&report, "average_deal"), &figures["won_amount_rub"]["mean"], 1e-9);
    assert_eq!(report["scope"]["currency"], "RUB");
    assert_eq!(report["scope"]["files"][1], serde_json::json!(["yandex_direct_costs.csv", 814]));
}

#[test]
fn the_maven_report_has_the_expected_figures() {
    let files = ["sales_pipeline", "accounts", "products", "sales_teams"];
    let files = files.map(|f| format!("maven_crm/{f}.csv"));
    let Some(report) = report("maven.json", &files.each_ref().map(String::as_str)) else { return };
    let figures = &expected("maven_crm")["figures"];
    assert_eq!(card(&report, "leads"), 8800.0);
    assert_eq!(card(&report, "revenue"), 10_005_534.0);
    near(card(&report, "win_rate"), &figures["win_rate_closed"], 2e-6);
}

#[test]
fn inspect_shows_and_prints_json() {
    let file = scratch(
        "plan.csv",
        "Отчёт\nДата;Сумма, ₽\n01.02.2025;1 200,50\n28.02.2025;-\nВсего;1 200,50\n".as_bytes(),
    );
    let shown = tundish(&["inspect", &file]);
    assert!(shown.status.success());
    let shown = text(&shown.stdout);
    for part in [
        "plan.csv: 2 rows, 2 columns",
        "delimiter semicolon, header in record 2",
        "amount RUB",
        "line 5, totals: Всего",
    ] {
        assert!(shown.contains(part), "{part} is not in\n{shown}");
    }
    let json = tundish(&["inspect", "--format", "json", &file]);
    let profile: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!((&profile["rows"], &profile["columns"][1]["currency"]), (&2.into(), &"RUB".into()));
    let both = tundish(&["inspect", "--format=json", &file, &file]);
    let both: Value = serde_json::from_slice(&both.stdout).unwrap();
    assert_eq!(both.as_array().map(Vec::len), Some(2));
}

#[test]
fn trouble_is_said_on_the_error_stream_with_code_2() {
    let picture = scratch("picture.csv", b"\x89PNG\r\n\x1a\n");
    let document = scratch("newer.json", b"{\"version\": 999}");
    let deals = scratch("deals.csv", b"id,stage,amount\n1,Won,5\n");
    let cases: [(&[&str], &str); 7] = [
        (&[], "usage:"),
        (&["inspect"], "needs files"),
        (&["dance"], "unknown command dance"),
        (&["inspect", "x.csv", "--format", "yaml"], "--format is text or json"),
        (&["inspect", "no-such-file.csv"], "no-such-file.csv"),
        (&["inspect", &picture], "PNG"),
        (&["report", &document, &deals], "999"),
    ];
    for (arguments, part) in cases {
        let output = tundish(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty());
        assert!(text(&output.stderr).contains(part), "{arguments:?}: {}", text(&output.stderr));
    }
    let help = tundish(&["--help"]);
    assert!(help.status.success() && text(&help.stdout).starts_with("usage:"));
}
