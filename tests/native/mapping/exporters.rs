//! Every exporter's sample is mapped with no click.

use super::sample::Sample;
use super::{ads, crm, crm_local};
use tundish::engine::mapping::FileKind;

fn all() -> impl Iterator<Item = &'static Sample> {
    ads::SAMPLES.iter().chain(crm::SAMPLES).chain(crm_local::SAMPLES)
}

#[test]
fn roles_of_all_exporters() {
    let mut wrong = Vec::new();
    let (mut right, mut asked) = (0, 0);
    for sample in all() {
        let (r, n) = sample.score(&mut wrong);
        right += r;
        asked += n;
    }
    let share = right as f64 / asked as f64;
    println!("roles right: {right} of {asked} ({:.1} %)", share * 100.0);
    assert!(share >= 0.95 && wrong.is_empty(), "{share}\n{}", wrong.join("\n"));
}

#[test]
fn files_that_are_neither_records_nor_costs() {
    let rows = |row: &'static str| -> &'static [&'static str] { Vec::leak(vec![row]) };
    let sample = |name, header, row| Sample {
        name,
        kind: FileKind::Other,
        header,
        rows: rows(row),
        roles: &[],
    };
    let samples = [
        sample(
            "calls.csv",
            "Дата и время;Направление;Статус звонка;Длительность;Номер;Источник",
            "01.09.2026 10:00:00;входящий;отвечен;10#;+7900111;Сайт",
        ),
        sample("nps.csv", "Score,Comment,Date,Email", "9,good #,2026-09-01,a#@x.io"),
        sample(
            "history.csv",
            "Opportunity Name,From Stage,To Stage,Last Modified",
            "Opp 1,Prospecting,Closed Won,2026-09-01",
        ),
        sample("targets.csv", "period,kpi,channel,owner,value", "2026-09-01,leads,Web,Ann,#"),
    ];
    for sample in samples {
        assert_eq!(sample.mapping().files[0].kind, FileKind::Other, "{}", sample.name);
    }
}
