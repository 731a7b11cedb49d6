//! What was decided stays: for the same files, for next month's, for files that are not here yet.

use super::made::{made, proposed, views};
use tundish::engine::import::Imported;
use tundish::engine::mapping::channel::raw_key;
use tundish::engine::mapping::suggest::{record_file, suggest};
use tundish::engine::mapping::view::{StagePlace, explain};
use tundish::engine::mapping::{Channel, FileKind, Mapping, Role};
use tundish::engine::value::Day;

const ACCOUNTS: &str = "Company,Region\nACME,North\nBeta,South\nGama,West\n";
const COSTS: &str =
    "Day,Campaign,Cost,Clicks\n2026-09-01,brand,10.50,3\n2026-09-02,generic,11.50,4\n";

fn deals(name: &str, extra: &str, stages: &[&str]) -> Imported {
    let mut text = format!("Deal ID,Stage,Amount,Company,Created,utm_campaign,utm_source{extra}\n");
    for (n, stage) in stages.iter().cycle().take(24).enumerate() {
        let company = ["ACME", "Beta", "Gama"][n % 3];
        let filler = if extra.is_empty() { "" } else { ",Ann" };
        text += &format!("d{n},{stage},10.5,{company},2026-09-01,brand,google{filler}\n");
    }
    made(name, text.as_bytes())
}

fn set(month: &str) -> Vec<Imported> {
    vec![
        deals(&format!("deals-{month}.csv"), "", &["New", "Demo", "Won", "Lost"]),
        made("accounts.csv", ACCOUNTS.as_bytes()),
        made(&format!("costs-{month}.csv"), COSTS.as_bytes()),
    ]
}

/// A mapping with decisions of the user's in every part.
fn decided(files: &[Imported]) -> Mapping {
    let mut mapping = proposed(files);
    mapping.files[0].roles.remove(&Role::Amount);
    mapping.ladder.stages[0].name = "Fresh".into();
    mapping.ladder.stages[0].qualified = true;
    mapping.channels.decided.insert(raw_key("google", "", ""), Channel::Partner);
    mapping.joins[0].aliases.insert("ACME".into(), "Beta".into());
    mapping.files[2].channel = Some(Channel::Display);
    mapping.as_of = Some(Day(20_700));
    mapping
}

#[test]
fn the_set_is_understood() {
    let mapping = proposed(&set("09"));
    let kinds: Vec<FileKind> = mapping.files.iter().map(|f| f.kind).collect();
    assert_eq!(kinds, [FileKind::Deals, FileKind::Lookup, FileKind::Spend]);
    assert_eq!(mapping.joins.len(), 1);
    let join = mapping.spend_join.unwrap();
    assert_eq!(
        (join.record_column.as_str(), join.spend_column.as_str()),
        ("utm_campaign", "Campaign")
    );
}

#[test]
fn decisions_stay() {
    let files = set("09");
    let mapping = decided(&files);
    assert_eq!(suggest(&views(&files), &mapping), mapping);
}

#[test]
fn next_months_files_take_over_by_their_headers() {
    let mapping = decided(&set("09"));
    let next = set("10");
    let taken = suggest(&views(&next), &mapping);
    let mut expected = mapping.clone();
    expected.files[0].name = "deals-10.csv".into();
    expected.files[2].name = "costs-10.csv".into();
    expected.joins[0].from_file = "deals-10.csv".into();
    expected.spend_join.as_mut().unwrap().spend_file = "costs-10.csv".into();
    // The day that stands for today was one of last month's records.
    expected.as_of = None;
    assert_eq!(taken, expected);
}

#[test]
fn a_new_column_gets_a_role_and_a_new_stage_is_unmapped() {
    let mapping = decided(&set("09"));
    let mut next = set("09");
    next[0] = deals("deals-09.csv", ",Owner", &["New", "Demo", "Trial", "Won", "Lost", "New"]);
    let taken = suggest(&views(&next), &mapping);
    assert_eq!(taken.files[0].header(Role::Owner), Some("Owner"));
    // What the user left without a column stays so.
    assert_eq!(taken.files[0].header(Role::Amount), None);
    assert_eq!(taken.ladder, mapping.ladder);
    let stages = explain(&views(&next), &taken).stages.unwrap();
    let trial = stages.values.iter().find(|v| v.value == "Trial").unwrap();
    assert_eq!((trial.place, stages.unmapped), (StagePlace::Unmapped, 4));
}

#[test]
fn a_link_is_opened_before_its_files_are_dropped() {
    let files = set("09");
    let mapping = decided(&files);
    let views = views(&files);
    assert_eq!(suggest(&[], &mapping), mapping);
    // One after the other, in any order, the files find their decisions.
    let mut so_far = suggest(&views[2..], &mapping);
    so_far = suggest(&[views[2], views[0]], &so_far);
    so_far = suggest(&views, &so_far);
    assert_eq!(so_far, mapping);
}

#[test]
fn the_order_of_the_mapping_does_not_follow_the_order_of_the_files() {
    let stages = ["New", "Won", "Lost"];
    let mut files = vec![deals("a.csv", "", &stages), deals("b.csv", ",Owner", &stages)];
    let mapping = proposed(&files);
    files.reverse();
    assert_eq!(suggest(&views(&files), &mapping), mapping);
    assert_eq!(record_file(&views(&files), &mapping), Some(1));
}

#[test]
fn other_records_replace_the_whole_set() {
    let mapping = decided(&set("09"));
    let other = made(
        "CRM.csv",
        "ID;Стадия;Сумма;Дата создания\n1;Новая;1;01.09.2026\n2;Новая;1;02.09.2026\n\
         3;Сделка успешна;5;20.09.2026\n4;Сделка провалена;5;25.09.2026\n"
            .as_bytes(),
    );
    let files = [other];
    let taken = suggest(&views(&files), &mapping);
    assert_eq!(taken.files.len(), 1);
    assert_eq!((taken.joins.len(), taken.spend_join.is_some()), (0, false));
    assert_eq!(taken.ladder.won, ["Сделка успешна"]);
    assert_eq!(suggest(&views(&files), &taken), taken);
}

#[test]
fn a_join_that_the_user_removed_does_not_come_back() {
    let files = set("09");
    let mut mapping = proposed(&files);
    mapping.joins.clear();
    mapping.spend_join = None;
    assert_eq!(suggest(&views(&files), &mapping), mapping);
}

#[test]
fn a_column_that_is_gone_takes_its_role_and_joins_with_it() {
    let mapping = proposed(&set("09"));
    let mut files = set("09");
    files[0] = made(
        "deals-09.csv",
        b"Deal ID,Stage,Created,Amount\n1,New,2026-09-01,5.5\n2,Won,2026-09-02,6.5\n3,Lost,2026-09-02,6.5\n",
    );
    let taken = suggest(&views(&files), &mapping);
    assert_eq!(taken.files[0].header(Role::Account), None);
    assert_eq!((taken.joins.len(), taken.spend_join.is_some()), (0, false));
    assert_eq!(record_file(&views(&files), &taken), Some(0));
}

#[test]
fn rules_of_the_user_are_seen_in_the_view() {
    let files = set("09");
    let mapping = decided(&files);
    let channels = explain(&views(&files), &mapping).channels.unwrap();
    assert_eq!(channels.rows.len(), 1);
    assert_eq!((channels.rows[0].channel.clone(), channels.rows[0].rows), (Channel::Partner, 24));
}

#[test]
fn nothing_at_all_is_no_error() {
    let empty = made("empty.csv", b"A,B\n");
    let mapping = proposed(&[empty]);
    assert_eq!(mapping.files[0].kind, FileKind::Other);
    assert_eq!(suggest(&[], &Mapping::default()), Mapping::default());
}
