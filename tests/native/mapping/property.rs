//! What holds for any files: proposing twice changes nothing, no column plays two roles, every row
//! is counted once.

use super::made::{made, proposed, views};
use std::collections::BTreeSet;
use tundish::engine::import::Imported;
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::view::explain;

const HEADERS: [&str; 24] = [
    "ID",
    "Deal ID",
    "Stage",
    "Статус",
    "Сумма",
    "Amount",
    "Created",
    "Close Date",
    "utm_source",
    "utm_medium",
    "Источник",
    "Company",
    "Owner",
    "Cost",
    "Clicks",
    "Campaign",
    "№ Кампании",
    "Date",
    "Key",
    "Region",
    "Date entered \"Demo\"",
    "Deal - Status",
    "Πηγή",
    "",
];
const VALUES: [&str; 20] = [
    "Won",
    "Lost",
    "New",
    "Demo",
    "",
    " new ",
    "Счёт",
    "счет",
    "google",
    "cpc",
    "VK",
    "2026-09-01",
    "2026-09-25",
    "1",
    "2.5",
    "77",
    "ACME",
    "Beta",
    "-",
    "Δ\u{a0}ε",
];

/// A linear congruential sequence: the same numbers on every machine.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((self.0 >> 33) % n as u64) as usize
    }
}

fn any_file(n: usize, numbers: &mut Numbers) -> Imported {
    let columns = 1 + numbers.below(9);
    let mut line = |words: &[&str]| {
        let cells = (0..columns).map(|_| words[numbers.below(words.len())].replace('"', "\"\""));
        cells.map(|c| format!("\"{c}\"")).collect::<Vec<_>>().join(",")
    };
    let mut text = line(&HEADERS);
    for _ in 0..12 {
        text = format!("{text}\n{}", line(&VALUES));
    }
    made(&format!("file {n}.csv"), text.as_bytes())
}

#[test]
fn any_files_are_mapped_consistently() {
    let mut numbers = Numbers(7);
    let mut with = [0; 3];
    for _ in 0..150 {
        let count = 1 + numbers.below(4);
        let files: Vec<Imported> = (0..count).map(|n| any_file(n, &mut numbers)).collect();
        let views = views(&files);
        let mapping = proposed(&files);
        assert_eq!(suggest(&views, &mapping), mapping);
        for file in &mapping.files {
            let columns: BTreeSet<&String> = file.roles.values().collect();
            assert_eq!(columns.len(), file.roles.len(), "{file:?}");
        }
        let view = explain(&views, &mapping);
        for join in &view.joins {
            let from = files.iter().find(|f| f.profile.name == join.from_file).unwrap();
            assert_eq!(join.matched + join.unmatched + join.empty, from.table.rows as u64);
            with[0] += 1;
        }
        if let Some(channels) = &view.channels {
            let file = files.iter().find(|f| f.profile.name == channels.file).unwrap();
            let rows: u64 = channels.rows.iter().map(|r| r.rows).sum();
            assert_eq!(rows, file.table.rows as u64);
            with[1] += 1;
        }
        if let Some(stages) = &view.stages {
            let file = files.iter().find(|f| f.profile.name == stages.file).unwrap();
            let of_stage = stages.values.iter().filter(|v| format!("{:?}", v.role) == "Stage");
            let rows: u64 = of_stage.map(|v| v.rows).sum();
            assert!(rows == 0 || rows + stages.missing == file.table.rows as u64);
            with[2] += 1;
        }
    }
    assert!(with.iter().all(|n| *n > 2), "the files are too plain to prove anything: {with:?}");
}
