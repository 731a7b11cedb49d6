//! Sources that were not there when a preset was made: those that no rule knows, and those that one does.

use super::{Desk, find, given};
use tundish::engine::mapping::Channel;
use tundish::engine::preset::PresetIssue as I;
use tundish::engine::preset::check::Examples;

#[test]
fn a_new_source_that_a_rule_knows_is_told_with_its_channel() {
    let csv = |sources: &[&str]| {
        let row = |(n, source): (usize, &&str)| {
            format!("{n},New,10,2026-01-{:02},{source}\n", n % 28 + 1)
        };
        let rows: String = sources.iter().cycle().take(24).enumerate().map(row).collect();
        format!("Deal ID,Stage,Amount,Created,Source\n{rows}")
    };
    let first = Desk::new(given(&[("deals.csv", &csv(&["google ads", "odd one"]))]));
    let mut preset = first.preset(false);
    let text = preset.to_json();
    assert!(!text.contains("odd one"), "a preset holds no source that nobody decided about");
    let sources = ["google ads", "tiktok ads", "Tiktok Ads", "webinar", "odd one", "odd two"];
    let next = || given(&[("deals.csv", &csv(&sources))]);
    let mut desk = Desk::new(next());
    let check = desk.apply(&preset);
    let file = || "deals.csv".to_owned();
    let sorted = I::SourceSorted {
        file: file(),
        values: Examples {
            values: vec![("tiktok ads".to_owned(), 8), ("webinar".to_owned(), 4)],
            count: 2,
            rows: 12,
        },
        channels: vec![Channel::PaidSocial, Channel::Event],
    };
    let unknown = vec![("odd one".to_owned(), 4), ("odd two".to_owned(), 4)];
    let new =
        I::SourceNew { file: file(), values: Examples { values: unknown, count: 2, rows: 8 } };
    assert_eq!(find(&check, |i| matches!(i, I::SourceNew { .. })), [&new]);
    assert_eq!(find(&check, |i| matches!(i, I::SourceSorted { .. })), [&sorted]);
    assert!(!sorted.needs_look());

    // One that was written before marks were kept tells nothing of them.
    preset.sources = None;
    let check = Desk::new(next()).apply(&preset);
    assert_eq!(find(&check, |i| matches!(i, I::SourceSorted { .. })).len(), 0);
}
