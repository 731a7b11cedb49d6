//! From bytes to the funnel: a history is recognised, proposed and used without a click.

use super::{ask, reached};
use crate::tables::File;
use std::io::Cursor;
use tundish::engine::document::Document;
use tundish::engine::funnel::{Shape, assemble};
use tundish::engine::import::{ImportOptions, Importer, Step};
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::{FileKind, Mapping};
use tundish::engine::report::{Entity, ReportSpec};

pub fn read(name: &str, text: &str) -> File {
    let bytes = text.as_bytes().to_vec();
    let count = bytes.len() as u64;
    let mut importer = Importer::new(name, count, Cursor::new(bytes), ImportOptions::default());
    loop {
        if let Step::Done(read) = importer.step(1 << 20).unwrap() {
            return File { profile: read.profile, table: read.table };
        }
    }
}

const LOG: &str = "Deal ID,From stage,To stage,Changed at\n\
    101,,Lead,2025-01-02 09:00\n\
    101,Lead,Qualified,2025-01-05 12:00\n\
    101,Qualified,Proposal,2025-01-09 10:00\n\
    101,Proposal,Won,2025-01-20 10:00\n\
    102,,Lead,2025-01-03 09:00\n\
    102,Lead,Lost,2025-01-08 11:00\n\
    103,,Lead,2025-01-04 09:00\n\
    103,Lead,Qualified,2025-01-06 09:00\n";

#[test]
fn a_history_alone_is_a_report() {
    let log = read("log.csv", LOG);
    let mapping = suggest(&[log.view()], &Mapping::default());
    assert_eq!(mapping.files[0].kind, FileKind::StageHistory, "{:?}", mapping.files);
    assert_eq!(mapping.records(), FileKind::Deals);
    let names: Vec<&str> = mapping.ladder.stages.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["Lead", "Qualified", "Proposal"]);
    let made = assemble(&[log.view()], &mapping).unwrap();
    let funnel = ask(&[&log], &made, ReportSpec::default());
    assert_eq!(reached(&funnel), [3, 2, 1, 1]);
    assert_eq!((funnel.won, funnel.lost, funnel.open), (1, 1, 1));
    assert_eq!(funnel.ground.shape, Shape::EventLog);
    // Proposing again changes nothing.
    assert_eq!(suggest(&[log.view()], &mapping), mapping);
}

#[test]
fn a_log_without_a_stage_left_is_known_by_its_repeated_ids() {
    let log = read(
        "moves.csv",
        "Сделка;Этап;Дата\n\
         А-1;Новая;01.02.2025\nА-1;Переговоры;05.02.2025\nА-1;Успешно;09.02.2025\n\
         А-2;Новая;02.02.2025\nА-2;Отказ;03.02.2025\nА-3;Новая;04.02.2025\n\
         А-3;Переговоры;08.02.2025\nА-3;Новая;12.02.2025\nА-3;Переговоры;15.02.2025\n",
    );
    let mapping = suggest(&[log.view()], &Mapping::default());
    assert_eq!(mapping.files[0].kind, FileKind::StageHistory, "{:?}", mapping.files);
    let made = assemble(&[log.view()], &mapping).unwrap();
    let funnel = ask(&[&log], &made, ReportSpec::default());
    assert_eq!(reached(&funnel), [3, 2, 1]);
    assert_eq!((funnel.ground.moved_back, funnel.stages[1].path.reentered), (Some(1), Some(1)));
}

#[test]
fn a_history_joins_the_deals_by_their_id() {
    let deals = read(
        "deals.csv",
        "Deal ID,Deal name,Stage,Amount,Create date,Close date\n\
         101,Alpha,Won,100,2025-01-02,2025-01-20\n\
         102,Beta,Lost,50,2025-01-03,2025-01-08\n\
         103,Gamma,Qualified,70,2025-01-04,\n\
         104,Delta,Lead,30,2025-01-05,\n",
    );
    let log = read("log.csv", LOG);
    let views = [deals.view(), log.view()];
    let mapping = suggest(&views, &Mapping::default());
    let kinds: Vec<FileKind> = mapping.files.iter().map(|f| f.kind).collect();
    assert_eq!(kinds, [FileKind::Deals, FileKind::StageHistory]);
    let made = assemble(&views, &mapping).unwrap();
    assert_eq!((made.records.count, made.shape), (4, Shape::EventLog));
    let funnel = ask(&[&deals, &log], &made, ReportSpec::default());
    // Proposal is a stage that only the history knows.
    assert_eq!(reached(&funnel), [4, 2, 1, 1]);
    assert_eq!(funnel.unknown_depth, 0);
    assert_eq!(funnel.stages[1].median_days, Some(2.5));
}

#[test]
fn dates_alone_tell_stages_and_ends() {
    let deals = read(
        "deals.csv",
        "Deal ID,Created,Date entered Qualified,Date entered Demo,Date entered Won,\
         Date entered Lost,Date entered Renewed\n\
         1,2025-01-01,2025-01-03,2025-01-05,2025-01-09,,2025-03-01\n\
         2,2025-01-02,2025-01-04,,,2025-01-08,\n\
         3,2025-01-03,,2025-01-06,,,\n\
         4,2025-01-04,,,2025-01-20,,\n",
    );
    let mapping = suggest(&[deals.view()], &Mapping::default());
    assert!(mapping.files[0].kind != FileKind::Other, "{:?}", mapping.files);
    let ladder = &mapping.ladder;
    assert_eq!(ladder.won_on.as_deref(), Some("Date entered Won"), "{ladder:?}");
    let made = assemble(&[deals.view()], &mapping).unwrap();
    assert_eq!(made.shape, Shape::WideDates);
    let funnel = ask(&[&deals], &made, ReportSpec::default());
    assert_eq!((made.stages.len(), made.stages_after.join(" ").as_str()), (3, "Renewed"));
    assert_eq!((funnel.won, funnel.lost, funnel.open), (2, 1, 1));
    // Created, Qualified, Demo, won, Renewed.
    assert_eq!(funnel.stages[4].median_days, Some(51.0));
}

#[test]
fn a_document_of_before_still_loads() {
    let text = r#"{"format":"tundish","version":1,"title":"old","mapping":{"ladder":{"stages":
        [{"name":"New","values":["new"],"entered":null,"decided":false,"qualified":true}],
        "won":["won"],"lost":["lost"]}},"report":{"policy":"observed"}}"#;
    let document = Document::from_json(text).unwrap();
    let stage = &document.mapping.ladder.stages[0];
    assert!(!stage.after_win && stage.in_pipeline.is_empty());
    assert!(document.mapping.ladder.won_in.is_empty());
    assert_eq!((document.report.window, document.report.entity), (None, Entity::Record));
}
