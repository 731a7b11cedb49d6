//! What a column holds goes before a bare “Status” in its header.

use super::made::{made, proposed};
use tundish::engine::mapping::Role;

#[test]
fn a_column_of_stages_goes_before_one_that_is_only_called_status() {
    let of = |status: [&str; 3], header: &str| {
        let stages = ["New lead", "Demo", "Offer", "Won", "Lost"];
        let row = |n: usize| {
            let (status, stage) = (status[n % 3], stages[n % 5]);
            format!("d{n},Anna,{status},{stage},2026-09-01,{n}.5\n")
        };
        let rows: String = (101..=190).map(row).collect();
        let text = format!("Deal ID,Owner,{header},Progress,Created,Amount\n{rows}");
        let mapping = proposed(&[made("deals.csv", text.as_bytes())]);
        let names: Vec<String> = mapping.ladder.stages.iter().map(|s| s.name.clone()).collect();
        (mapping.files[0].header(Role::Stage).map(str::to_owned), names)
    };
    for status in [["active", "inactive", "active"], ["Open", "Won", "Lost"], ["Hot", "Cold", ""]] {
        let (stage, names) = of(status, "Status");
        assert_eq!(stage.as_deref(), Some("Progress"), "{status:?}");
        assert_eq!(names, ["New lead", "Demo", "Offer"], "{status:?}");
    }
    // A status that holds stages itself keeps its place, and so does whatever is called a stage.
    assert_eq!(of(["New", "Contacted", "Qualified"], "Status").0.as_deref(), Some("Status"));
    assert_eq!(of(["A", "B", "C"], "Deal stage").0.as_deref(), Some("Deal stage"));
}
