//! A preset in the place of a document: the report of next month's files, and on stderr what no
//! longer fits.

use super::{answer, folder, run, write};
use crate::preset::{Desk, given};
use std::ffi::OsStr;
use tundish::engine::report::Report;

const JANUARY: &str = "Deal ID,Stage,Amount,Created,Source\n\
    1,New,10,2026-01-05,google\n2,Won,20,2026-01-06,email\n3,Lost,30,2026-01-07,google\n";
const FEBRUARY: &str = "Source;Deal ID;Deal Stage;Amount;Created\n\
    email;4;New;10;2026-02-05\ngoogle;5;Won;25;2026-02-06\nemail;6;Frozen;5;2026-02-06\n";

#[test]
fn a_preset_answers_for_next_months_files() {
    let folder = folder("preset");
    let january = Desk::new(given(&[("deals-01.csv", JANUARY)]));
    let preset = write(&folder, "monthly.json", &january.preset(true).to_json());
    let february = write(&folder, "export.csv", FEBRUARY);
    let ran = run(&[OsStr::new("report"), preset.as_os_str(), february.as_os_str()]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let report: Report = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((report.scope.records, report.scope.files[0].0.as_str()), (3, "export.csv"));
    for said in ["Preset “Monthly”", "[!] export.csv has statuses", "“Frozen” (1 row)"] {
        assert!(ran.err.contains(said), "“{said}” is not in\n{}", ran.err);
    }
    // The audit says the same, and its own on stdout.
    let audit = run(&[OsStr::new("audit"), preset.as_os_str(), february.as_os_str()]);
    assert_eq!((audit.code, audit.err), (0, ran.err));

    // The files that it was made from: all fits, one line.
    let same = write(&folder, "deals-01.csv", JANUARY);
    let ran = run(&[OsStr::new("report"), preset.as_os_str(), same.as_os_str()]);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    assert!(!answer(&["--version"]).is_empty());
}

#[test]
fn presets_that_can_not_be_read_are_told_with_a_way_out() {
    let folder = folder("preset-unreadable");
    let preset = Desk::new(given(&[("deals-01.csv", JANUARY)])).preset(true).to_json();
    let deals = write(&folder, "deals.csv", JANUARY);
    let said = |name: &str, text: &str| {
        let path = write(&folder, name, text);
        let ran = run(&[OsStr::new("report"), path.as_os_str(), deals.as_os_str()]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains(name), "{}", ran.err);
        ran.err
    };
    let newer = preset.replacen("\"version\": 1", "\"version\": 99", 1);
    assert!(said("newer.json", &newer).contains("version 99"));
    assert!(said("cut.json", &preset[..preset.len() / 2]).contains("damaged"));
}
