//! Through the service, as the page asks, and through the program.

use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::process::Command;
use std::rc::Rc;
use tundish::engine::append::decide::set_apart;
use tundish::engine::document::Document;
use tundish::engine::import::ImportOptions;
use tundish::engine::mapping::view::GroupView;
use tundish::protocol::{Event, FileId, Request};
use tundish::service::{Opener, Service};

const FILES: [(&str, &str); 3] = [
    (
        "deals_2025-01.csv",
        "Deal ID,Created,Stage,Amount,Source\n1,2025-01-05,Won,100,google\n2,2025-01-06,New,x5,google\n",
    ),
    (
        "deals_2025-02.csv",
        "Deal ID,Created,Stage,Amount,Source\n2,2025-01-06,Won,7,google\n3,2025-02-06,Lost,,google\n",
    ),
    ("deals_2025-03.csv", "Deal ID,Created,Stage,Amount,Source\n4,2025-03-05,Won,100,google\n"),
];

fn opened() -> Service {
    let mut service = Service::default();
    for ((name, text), file) in FILES.iter().zip(1..) {
        let bytes = text.len() as u64;
        let opener: Opener = Rc::new(move || Ok(Box::new(Cursor::new(text.as_bytes()))));
        service.attach(file, name, bytes, opener);
        let options = ImportOptions::default();
        let name = (*name).to_owned();
        service.enqueue(Request::Open { file, generation: 1, name, bytes, options });
    }
    finish(&mut service);
    service
}

fn finish(service: &mut Service) -> Vec<Event> {
    let mut events = Vec::new();
    while service.is_busy() {
        events.extend(service.work());
    }
    events
}

/// Asks for proposals: the one event that answers.
fn suggest(service: &mut Service, document: &mut Document) {
    let mapping = document.mapping.clone();
    service.enqueue(Request::Suggest { generation: 1, mapping });
    let events = finish(service);
    let [Event::Suggested { mapping, .. }] = &events[..] else { panic!("{events:?}") };
    document.mapping = (**mapping).clone();
}

fn records(service: &mut Service, document: &Document) -> u64 {
    service.enqueue(Request::Build { generation: 1, document: document.clone() });
    let events = finish(service);
    let [Event::Built { report, .. }] = &events[..] else { panic!("{events:?}") };
    report.scope.records
}

fn groups(service: &mut Service, document: &Document) -> Vec<GroupView> {
    service.enqueue(Request::Explain { generation: 1, document: document.clone() });
    let events = finish(service);
    let [Event::Explained { view, .. }] = &events[..] else { panic!("{events:?}") };
    view.groups.clone()
}

fn near(service: &mut Service, file: FileId, line: u32) -> Vec<(u32, Vec<String>, Vec<u32>)> {
    service.enqueue(Request::Rows { generation: 1, file, line, around: 5 });
    let events = finish(service);
    let [Event::Rows { rows, .. }] = &events[..] else { panic!("{events:?}") };
    rows.iter().map(|r| (r.line, r.cells.clone(), r.unread.clone())).collect()
}

#[test]
fn months_become_one_table_and_files_again_without_a_word_about_reading() {
    let mut service = opened();
    let rows_apart = near(&mut service, 1, 3);
    let mut document = Document::default();
    suggest(&mut service, &mut document);
    assert_eq!((document.mapping.files.len(), document.mapping.groups.len()), (1, 1));
    assert_eq!(records(&mut service, &document), 4);
    let told = groups(&mut service, &document)[0].appended.clone().unwrap();
    assert_eq!((told.rows_read(), told.kept(), told.overlap), (5, 4, 1));
    // Deal 2 counts in February's file; in January's it is still to be seen, as it was written.
    assert_eq!(near(&mut service, 1, 3), rows_apart);
    assert_eq!(rows_apart[1].1, ["2", "2025-01-06", "New", "x5", "google"]);
    let group = document.mapping.groups[0].clone();
    let asked = Request::LeftRows { generation: 9, group: group.name.clone(), start: 0, count: 5 };
    service.enqueue(asked);
    let events = finish(&mut service);
    let [Event::LeftRows { generation: 9, left, .. }] = &events[..] else { panic!("{events:?}") };
    assert_eq!((left.total, &left.rows[0].file[..], left.rows[0].line), (1, FILES[0].0, 3));

    let joined = document.clone();
    set_apart(&mut document, &group, true);
    suggest(&mut service, &mut document);
    assert_eq!(document.mapping.files.len(), 3);
    assert_eq!(records(&mut service, &document), 2);
    let apart = groups(&mut service, &document);
    assert!(apart[0].appended.is_none() && apart[0].refusal.is_none());
    // Undo brings back the document, and with it the table.
    assert_eq!(records(&mut service, &joined), 4);
    assert_eq!(records(&mut service, &joined), 4);
}

#[test]
fn a_file_that_is_gone_leaves_the_table_of_the_others() {
    let mut service = opened();
    let mut document = Document::default();
    suggest(&mut service, &mut document);
    service.enqueue(Request::Close { file: 2 });
    suggest(&mut service, &mut document);
    assert_eq!(records(&mut service, &document), 3);
    // The document still speaks of it: it may come back.
    assert_eq!(document.mapping.file_names().len(), 3);
}

#[test]
fn the_program_reads_files_of_a_kind_as_one_table_and_says_so() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("append");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let paths: Vec<_> = FILES.iter().map(|(name, _)| folder.join(name)).collect();
    for ((_, text), path) in FILES.iter().zip(&paths) {
        fs::write(path, text).unwrap();
    }
    let run = |arguments: Vec<&std::ffi::OsStr>| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_tundish"));
        let output = program.env("LC_ALL", "C").args(arguments).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        String::from_utf8(output.stdout).unwrap()
    };
    let files = || paths.iter().map(|p| p.as_os_str());
    let document = run(std::iter::once("suggest".as_ref()).chain(files()).collect());
    let decided = folder.join("document.json");
    fs::write(&decided, &document).unwrap();
    let first = ["report".as_ref(), "--format=text".as_ref(), decided.as_os_str()];
    let report = run(first.into_iter().chain(files()).collect());
    let said = "deals_2025-….csv is 3 files as one table: 5 rows read, 4 counted. 1 row was left out \
        because another file has the same Deal ID: those of the later file are counted.";
    assert!(report.contains(said), "{report}");
}
