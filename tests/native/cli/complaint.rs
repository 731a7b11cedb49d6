//! What the command line says when it can't answer: what, where, what to do, and exit code 2.

use super::{DEALS, folder, program, run, suggested, write};
use std::ffi::OsStr;
use std::fs;

/// Asserts exit code 2, nothing on stdout, and a sentence on stderr that says all this.
#[track_caller]
fn assert_complains<S: AsRef<OsStr>>(arguments: &[S], said: &[&str]) {
    let ran = run(arguments);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    assert!(
        ran.err.starts_with("tundish: ") && ran.err.contains("\n  What to do: "),
        "{}",
        ran.err
    );
    for text in said {
        assert!(ran.err.contains(text), "“{text}” is not in\n{}", ran.err);
    }
}

#[test]
fn what_can_not_be_read_is_told_with_its_place_and_a_way_out() {
    let folder = folder("unreadable");
    let deals = write(&folder, "deals.csv", DEALS);
    let document = suggested(std::slice::from_ref(&deals));
    let saved = write(&folder, "saved.json", &document.to_json());
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let report = |document: &str, files: &[&str]| -> Vec<String> {
        let files = files.iter().map(|f| path(f));
        ["report".to_owned(), path(document)].into_iter().chain(files).collect()
    };
    assert_complains(&report("saved.json", &["gone.csv"]), &[&path("gone.csv"), "Check the name"]);
    assert_complains(&report("gone.json", &["deals.csv"]), &[&path("gone.json"), "Check the name"]);
    assert_complains(&report("saved.json", &[""]), &["could not be read"]);
    write(&folder, "empty.csv", "");
    assert_complains(&report("saved.json", &["empty.csv"]), &["is empty", &path("empty.csv")]);
    fs::write(folder.join("photo.csv"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    assert_complains(&report("saved.json", &["photo.csv"]), &["PNG", "A picture"]);
    // A document that is none, the files' order mixed up, a newer one, one of other bytes.
    assert_complains(&report("deals.csv", &["deals.csv"]), &["line 1 column", "tundish suggest"]);
    write(&folder, "other.json", "{\"format\": \"excel\"}");
    assert_complains(&report("other.json", &["deals.csv"]), &["“excel”", &path("other.json")]);
    write(&folder, "newer.json", "{\"format\": \"tundish\", \"version\": 99}");
    assert_complains(&report("newer.json", &["deals.csv"]), &["version 99", "update Tundish"]);
    fs::write(folder.join("bytes.json"), b"{\"title\": \"\xff\"}").unwrap();
    assert_complains(&report("bytes.json", &["deals.csv"]), &["not UTF-8"]);
    // A document and files that do not go together.
    write(&folder, "notes.csv", "Remark\nnothing\nto count\n");
    assert_complains(&report("saved.json", &["notes.csv"]), &["deals.csv", "after the document"]);
    let mut unknown = document.clone();
    unknown.mapping.files[0].import.encoding = Some("latin-nine".to_owned());
    write(&folder, "unknown.json", &unknown.to_json());
    assert_complains(&report("unknown.json", &["deals.csv"]), &["latin-nine", "windows-1252"]);
    fs::create_dir(folder.join("more")).unwrap();
    fs::copy(&deals, folder.join("more/deals.csv")).unwrap();
    assert_complains(&report("saved.json", &["deals.csv", "more/deals.csv"]), &["Rename"]);
    assert!(saved.exists());
}

#[test]
fn a_call_that_makes_no_sense_is_told_so() {
    let none: [&str; 0] = [];
    assert_complains(&none, &["No command", "--help"]);
    assert_complains(&["rport"], &["“rport”", "--help"]);
    assert_complains(&["report", "document.json"], &["at least one file"]);
    assert_complains(&["suggest"], &["`suggest`", "at least one file"]);
    assert_complains(&["inspect"], &["`inspect`"]);
    assert_complains(&["sample"], &["one folder"]);
    assert_complains(&["sample", "a", "b"], &["one folder"]);
    assert_complains(&["report", "--fast", "a", "b"], &["“--fast”"]);
    assert_complains(&["report", "a", "b", "--format", "xml"], &["--format", "json, text"]);
    assert_complains(&["report", "a", "b", "--format"], &["--format"]);
    assert_complains(&["report", "a", "b", "--language=de"], &["en, ru, el"]);
    assert_complains(&["suggest", "a", "--format", "text"], &["`suggest`", "--format"]);
    assert_complains(&["inspect", "--", "--help"], &["--help", "could not be read"]);
    let output = program().env("LC_ALL", "ru_RU.UTF-8").arg("rport").output().unwrap();
    assert!(String::from_utf8(output.stderr).unwrap().contains("Команды «rport» нет."));
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_text_is_a_name_all_the_same() {
    use std::os::unix::ffi::OsStrExt;
    let folder = folder("bytes");
    let path = folder.join(OsStr::from_bytes(b"d\xff.csv"));
    assert_complains(&[OsStr::new("inspect"), path.as_os_str()], &["d\u{fffd}.csv"]);
    if fs::write(&path, DEALS).is_ok() {
        assert!(super::answer(&[OsStr::new("inspect"), path.as_os_str()]).contains("4 rows"));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_no_success_and_a_closed_pipe_no_failure() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let ran = program().arg("--help").stdout(full).output().unwrap();
    assert_eq!(ran.status.code(), Some(2));
    assert!(String::from_utf8(ran.stderr).unwrap().contains("could not be written"));
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let ran = program().arg("--help").stdout(writer).output().unwrap();
    assert_eq!((ran.status.code(), ran.stderr.as_slice()), (Some(0), [].as_slice()));
}
