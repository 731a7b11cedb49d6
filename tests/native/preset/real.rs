//! Real files: the preset of a mapped document, put to the same files under other names, gives the
//! same report.

use super::{Desk, Given, find};
use crate::support::shared_data;
use tundish::engine::mapping::Stage;
use tundish::engine::preset::{Preset, PresetIssue};

fn files(folder: &str, names: &[(&str, &str)]) -> Option<(Given, Given)> {
    let folder = shared_data()?.join(folder);
    let read = |name: &str| std::fs::read(folder.join(name)).unwrap();
    let before = names.iter().map(|(name, _)| ((*name).to_owned(), read(name))).collect();
    // Another order as well.
    let after = names.iter().rev().map(|(name, now)| ((*now).to_owned(), read(name))).collect();
    Some((before, after))
}

/// The answers, with what names a file under its name of now.
fn answers(desk: &Desk, renamed: &[(&str, &str)]) -> serde_json::Value {
    let report = desk.report();
    let mut text = serde_json::to_string(&(&report.blocks, &report.findings)).unwrap();
    for (was, now) in renamed {
        text = text.replace(&format!("\"{was}\""), &format!("\"{now}\""));
    }
    serde_json::from_str(&text).unwrap()
}

fn same_report(folder: &str, names: &[(&str, &str)], decide: impl FnOnce(&mut Desk)) {
    let Some((before, after)) = files(folder, names) else { return };
    let mut january = Desk::new(before);
    decide(&mut january);
    january.settle();
    let preset = Preset::from_json(&january.preset(true).to_json()).unwrap();
    let mut next = Desk::new(after);
    let check = next.apply(&preset);
    assert_eq!(check.paired.len(), names.len());
    let said = find(&check, |i| !matches!(i, PresetIssue::SourceNew { .. }));
    assert!(said.is_empty(), "{said:?}");
    assert_eq!(answers(&january, names), answers(&next, &[]));
}

#[test]
fn bitrix_and_direct_give_the_same_report() {
    let names =
        [("bitrix_deals.csv", "DEAL_20260901.csv"), ("yandex_direct_costs.csv", "report.csv")];
    same_report("ru_bitrix_direct", &names, |_| {});
}

#[test]
fn maven_gives_the_same_report() {
    let names = [
        ("sales_pipeline.csv", "pipeline (2).csv"),
        ("accounts.csv", "a.csv"),
        ("products.csv", "p.csv"),
        ("sales_teams.csv", "teams-next.csv"),
    ];
    same_report("maven_crm", &names, |desk| {
        let mapping = &mut desk.document.mapping;
        let product = mapping.joins.iter_mut().find(|j| j.lookup_file == "products.csv").unwrap();
        product.aliases.insert("GTXPro".to_owned(), "GTX Pro".to_owned());
        let closed = Stage { name: "Closed".to_owned(), decided: true, ..Stage::default() };
        mapping.ladder.stages.push(closed);
    });
}
