//! `inspect --format json` over odd files, each named after its oddity: what stands in which line.

use super::{folder, program, run};
use crate::support::check_golden;
use serde_json::{Value, json};
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::Stdio;

/// Lists a file of these bytes; the lines, and nothing beside them.
#[track_caller]
fn lines_of(name: &str, bytes: &[u8], typed: bool) -> Vec<Value> {
    let path = file(name, bytes);
    let mut arguments = vec![OsStr::new("inspect"), path.as_os_str(), OsStr::new("--format=json")];
    arguments.extend(typed.then_some(OsStr::new("--typed")));
    let ran = run(&arguments);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert!(ran.out.ends_with('\n'));
    let lines: Vec<Value> =
        ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let rows = lines.iter().filter(|l| l.is_array()).count();
    let problems = lines.iter().filter(|l| l["problem"].is_string()).count();
    let end = json!({"rows": rows, "problems": problems, "complete": true});
    assert_eq!(lines.last(), Some(&end));
    assert_eq!(lines.len(), rows + problems + 2);
    lines
}

fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder(&format!("listing-{name}")).join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// The first line, and what follows it without the messages; the last line is checked already.
#[track_caller]
fn listed(name: &str, bytes: &[u8], typed: bool) -> (Value, Vec<Value>) {
    let mut lines = lines_of(name, bytes, typed);
    lines.pop();
    for line in &mut lines {
        if let Some(problem) = line.as_object_mut() {
            problem.remove("message");
        }
    }
    (lines.remove(0), lines)
}

fn problem(kind: &str, row: Option<u32>, line: u32, byte: u32, column: &str, raw: &str) -> Value {
    let column = (!column.is_empty()).then_some(column);
    json!({"problem": kind, "row": row, "line": line, "byte": byte, "column": column, "raw": raw})
}

#[test]
fn everything_in_one_file() {
    let text = "Отчёт\nДата;Сумма, ₽;Id;Дней\n01.02.2025;1 200,50;a;3\n\
        28.02.2025;-; b ;5\n\n;;;\n29.02.2025;7,00\n03.03.2025;1;2;3;лишнее\n\
        04.03.2025;1;\"open;3\n05.03.2025;1;\"q\"\"q\";3\nВсего;1 209,50\n\nВыгружено 05.03.2025\n";
    for (golden, typed) in [("listing.jsonl", false), ("listing-typed.jsonl", true)] {
        let path = file("everything.csv", text.as_bytes());
        let mut arguments: Vec<&OsStr> = vec!["inspect".as_ref(), path.as_ref()];
        arguments.extend(["--format".as_ref(), "json".as_ref()] as [&OsStr; 2]);
        arguments.extend(typed.then_some(OsStr::new("--typed")));
        check_golden(golden, &super::answer(&arguments));
    }
}

#[test]
fn cells_stand_as_in_the_file() {
    let text = "id, name ,\"no\"\"te\"\n007,  Ann ,\"a \"\"b\"\"\nc\"\n8,,\" \"\n";
    let (first, rows) = listed("blanks-and-quotes.csv", text.as_bytes(), false);
    assert_eq!(first["header"], json!(["id", " name ", "no\"te"]));
    assert_eq!(first["columns"][1]["name"], "name");
    assert_eq!(rows, [json!(["007", "  Ann ", "a \"b\"\nc"]), json!(["8", "", " "])]);
    let (_, rows) = listed("blanks-and-quotes-typed.csv", text.as_bytes(), true);
    assert_eq!(rows, [json!(["007", "Ann", "a \"b\"\nc"]), json!(["8", null, null])]);
}

#[test]
fn rows_too_short_and_too_long_are_kept_and_located() {
    let text = "a,b,c\n1,2,3\n4,5\n6,7,8,9,x\n10,11,12,\n";
    let troubles = [
        problem("short_row", Some(2), 3, 12, "", "4,5"),
        problem("long_row", Some(3), 4, 16, "", "9,x"),
    ];
    let (_, lines) = listed("ragged.csv", text.as_bytes(), false);
    let [short, long] = troubles.clone();
    assert_eq!(
        lines,
        [
            json!(["1", "2", "3"]),
            json!(["4", "5"]),
            short,
            json!(["6", "7", "8", "9", "x"]),
            long,
            json!(["10", "11", "12", ""]),
        ]
    );
    let (_, lines) = listed("ragged-typed.csv", text.as_bytes(), true);
    let [short, long] = troubles;
    assert_eq!(
        lines,
        [json!([1, 2, 3]), json!([4, 5, null]), short, json!([6, 7, 8]), long, json!([10, 11, 12])]
    );
}

#[test]
fn an_unclosed_quote_is_located_and_the_rows_after_it_are_saved() {
    let text = "id,name,n\n1,a,5\n2,\"b,6\n3,c,7\n4,d,8\n";
    let (_, lines) = listed("unclosed-quote.csv", text.as_bytes(), true);
    let trouble = problem("unclosed_quote", Some(2), 3, 16, "", "2,\"b,6");
    let rows = [json!(["1", "a", 5]), json!(["2", "\"b", 6])];
    let after = [json!(["3", "c", 7]), json!(["4", "d", 8])];
    let [first, second] = rows;
    let [third, fourth] = after;
    assert_eq!(lines, [first, second, trouble, third, fourth]);
}

#[test]
fn an_impossible_day_is_null_and_its_text_is_kept() {
    let mut text = String::from("day,n\n31.02.2024,1\n");
    for day in 1..=25 {
        text += &format!("{day:02}.01.2024,{day}\n");
    }
    let (first, lines) = listed("impossible-day.csv", text.as_bytes(), true);
    assert_eq!(first["columns"][0]["type"], "date");
    assert_eq!(first["columns"][0]["format"], "DD.MM.YYYY");
    assert_eq!(lines[0], json!([null, 1]));
    assert_eq!(lines[1], problem("unread_cell", Some(1), 2, 6, "day", "31.02.2024"));
    assert_eq!(lines[26], json!(["2024-01-25", 25]));
}

#[test]
fn bytes_are_counted_in_the_file_whatever_the_encoding() {
    let text = "id;имя\r\n1;Анна\r\n2;Борис;ещё\r\n";
    let utf16: Vec<u8> =
        format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf8 = format!("\u{feff}{text}");
    let files: [(&str, &[u8], &str, bool, u32); 3] = [
        ("bom.csv", utf8.as_bytes(), "utf-8", true, 26),
        ("utf16.csv", &utf16, "utf-16le", true, 34),
        ("1251.csv", &encoding_rs::WINDOWS_1251.encode(text).0, "windows-1251", false, 16),
    ];
    for (name, bytes, encoding, bom, byte) in files {
        let (first, lines) = listed(name, bytes, false);
        assert_eq!((&first["encoding"], &first["bom"]), (&json!(encoding), &json!(bom)));
        assert_eq!(first["header"], json!(["id", "имя"]));
        assert_eq!(lines[1], json!(["2", "Борис", "ещё"]));
        assert_eq!(lines[2], problem("long_row", Some(2), 3, byte, "", "ещё"), "{name}");
    }
}

#[test]
fn a_bad_byte_marks_its_cell_and_keeps_its_row() {
    let bytes =
        [b"id,name\n1,".as_slice(), "Щёголева Анна Петровна".as_bytes(), b"\n2,a\xff\xfeb\n3,c\n"]
            .concat();
    let (_, lines) = listed("bad-byte.csv", &bytes, false);
    assert_eq!(lines[1], json!(["2", "a\u{fffd}\u{fffd}b"]));
    assert_eq!(lines[2], problem("bad_bytes", Some(2), 3, 56, "name", "a\u{fffd}\u{fffd}b"));
    assert_eq!(lines.len(), 4);
}

#[test]
fn a_file_that_turns_to_another_encoding_is_told_where_it_turns() {
    let name = "Анна Щукина";
    let utf8 = format!("id;name\n{}", format!("1;{name}\n").repeat(3));
    let tail = encoding_rs::WINDOWS_1251.encode(&format!("2;{name}\n").repeat(3)).0.into_owned();
    let (first, lines) = listed("turns.csv", &[utf8.as_bytes(), &tail].concat(), false);
    assert_eq!(first["encoding"], "utf-8");
    let rows: Vec<&Value> = lines.iter().filter(|l| l.is_array()).collect();
    assert!(rows.len() == 6 && rows[5] == &json!(["2", name]));
    let byte = utf8.len() + 2;
    let turn = json!({"problem": "encoding_turns", "row": 4, "line": 5, "byte": byte,
        "column": null, "raw": ""});
    assert_eq!(lines[4], turn);
}

#[test]
fn repeated_and_blank_headers_and_open_dates_are_told_first() {
    let text = "day,x,x,\n01/02/2024,1,2,3\n03/04/2024,1,2,3\n";
    let (first, lines) = listed("headers.csv", text.as_bytes(), false);
    let names: Vec<&str> =
        first["columns"].as_array().unwrap().iter().map(|c| c["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["day", "x", "x.2", "Column 4"]);
    assert_eq!(first["columns"][0]["ambiguous"], true);
    assert!(first["columns"][0]["note"].is_string());
    let kinds: Vec<&str> = lines.iter().filter_map(|l| l["problem"].as_str()).collect();
    assert_eq!(kinds, ["ambiguous_dates", "repeated_header", "blank_header"]);
    assert!(lines[3].is_array() && lines.len() == 5);
    // The assumption is in the message and in the note: it does not stand in the file.
    assert_eq!(lines[0]["raw"], "");
}

#[test]
fn titles_and_footers_are_troubles_with_their_text() {
    let text = "Report;;\n\nday;campaign;cost\n2024-01-01;\"a;b\";1,50\n2024-01-02;b;2,50\n\
        Total;;4,00\n";
    let (first, lines) = listed("title-and-totals.csv", text.as_bytes(), true);
    assert_eq!((&first["skipped"], &first["delimiter"]), (&json!(2), &json!(";")));
    assert_eq!(first["columns"][2]["decimal"], ",");
    assert_eq!(
        lines,
        [
            problem("title_line", None, 1, 0, "", "Report;;"),
            json!(["2024-01-01", "a;b", 1.5]),
            json!(["2024-01-02", "b", 2.5]),
            problem("totals_row", None, 6, 68, "", "Total;;4,00"),
        ]
    );
}

#[test]
fn percent_flags_moments_and_long_numbers_are_typed() {
    let text = "share;paid;at;sum\n12 %;да;01.02.2024 9:30;1 234,12345678901234567\n\
        5,5 %;нет;29.02.2024 23:59:59;-0,10\n-;;;0,00\n";
    let (first, lines) = listed("typed.csv", text.as_bytes(), true);
    let kinds: Vec<&Value> =
        first["columns"].as_array().unwrap().iter().map(|c| &c["type"]).collect();
    assert_eq!(kinds, ["percent", "boolean", "datetime", "number"]);
    let moments = ["2024-02-01T09:30:00", "2024-02-29T23:59:59"];
    assert_eq!(
        lines,
        [
            json!([0.12, true, moments[0], "1234.12345678901234567"]),
            json!([0.055, false, moments[1], -0.1]),
            json!([null, null, null, 0]),
        ]
    );
}

#[test]
fn one_column_no_header_and_no_rows() {
    let (first, lines) = listed("no-header.csv", b"2024-01-01,5\n2024-01-02,6\n", false);
    assert_eq!((&first["header"], lines.len()), (&Value::Null, 2));
    let (first, lines) = listed("header-alone.csv", b"id,name\n", false);
    assert_eq!((&first["header"], lines.len()), (&json!(["id", "name"]), 0));
    let (first, lines) = listed("one-column.csv", b"name\nAnn\nBen", false);
    assert_eq!((&first["header"], lines.len()), (&json!(["name"]), 2));
}

/// Asserts exit code 2 and one line that says all this.
#[track_caller]
fn assert_refused(path: &OsStr, said: &[&str]) {
    let ran = run(&["inspect".as_ref(), path, "--format=json".as_ref()]);
    assert_eq!((ran.code, ran.err.as_str()), (2, ""), "{}", ran.out);
    let refusal: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(ran.out.lines().count(), 1);
    assert_eq!(refusal.as_object().unwrap().len(), 1);
    let error = refusal["error"].as_str().unwrap();
    for text in said {
        assert!(error.contains(text), "“{text}” is not in {error}");
    }
}

#[test]
fn what_is_no_table_is_one_line_that_says_what_it_is_and_what_to_do() {
    let png = file("photo.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    assert_refused(png.as_os_str(), &["PNG", "as CSV", "photo.csv"]);
    assert_refused(file("empty.csv", b"").as_os_str(), &["empty", "Export it again"]);
    assert_refused(file("object.csv", b"{\"a\": 1}").as_os_str(), &["JSON"]);
    assert_refused("no/such/file.csv".as_ref(), &["no/such/file.csv", "Check the name"]);
    assert_refused(folder("listing-folder").as_os_str(), &["could not be read"]);
}

#[test]
fn a_wrong_call_is_told_on_stderr() {
    for (arguments, said) in [
        (&["inspect", "a.csv", "b.csv", "--format=json"][..], "one file"),
        (&["inspect", "a.csv", "--typed"][..], "inspect --format json"),
        (&["suggest", "a.csv", "--typed"][..], "belongs to `inspect`"),
    ] {
        let ran = run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains(said), "{}", ran.err);
    }
}

#[test]
fn a_closed_pipe_ends_it_in_silence() {
    let text = "id,name\n".to_owned() + &"1,Ann\n".repeat(50_000);
    let path = file("pipe.csv", text.as_bytes());
    let mut command = program();
    command.args(["inspect".as_ref(), path.as_os_str(), "--format=json".as_ref()]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()));
}
