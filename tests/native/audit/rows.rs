//! Windows onto rows: pages, order, search, and the place of each row.

use super::checks::Checked;
use tundish::engine::audit::{CheckId, rows_of};
use tundish::engine::report::Order;
use tundish::engine::window::{Window, WindowSpec, window};

fn seen(spec: WindowSpec) -> Window {
    let rows: Vec<String> = (0..25)
        .map(|n| {
            let name = if n % 5 == 0 { "Крыша" } else { "door" };
            let amount = if n == 3 { String::new() } else { (n * 7 % 25).to_string() };
            format!("{n}|{name}|new|2025-01-01|||{amount}|EUR|||")
        })
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let checked = Checked::deals(&rows);
    checked.ask(|ground| window(ground.files, &rows_of(ground, CheckId::WithoutChannel), &spec))
}

fn ids(window: &Window) -> Vec<String> {
    window.rows.iter().map(|row| row.cells[0].clone()).collect()
}

#[test]
fn pages_follow_one_another_and_end() {
    let page = |start| seen(WindowSpec { start, count: 10, ..WindowSpec::default() });
    let all: Vec<String> = [0, 10, 20].iter().flat_map(|start| ids(&page(*start))).collect();
    assert_eq!(all, (0..25).map(|n| n.to_string()).collect::<Vec<_>>());
    let last = page(20);
    assert_eq!((last.found, last.start, last.rows.len()), (25, 20, 5));
    assert_eq!(page(99).rows.len(), 0);
    let first = page(0);
    assert_eq!((first.rows[0].record, first.rows[0].line), (2, 2));
    assert_eq!(first.tables, [("deals".to_owned(), 25)]);
}

#[test]
fn sorted_by_value_with_the_missing_last() {
    let by = |order| {
        let spec = WindowSpec { sort: Some((6, order)), count: 25, ..WindowSpec::default() };
        ids(&seen(spec))
    };
    let (up, down) = (by(Order::Ascending), by(Order::Descending));
    assert_eq!((up[0].as_str(), up[24].as_str()), ("0", "3"));
    assert_eq!((down[0].as_str(), down[24].as_str()), ("7", "3"));
    let spec = WindowSpec { sort: Some((1, Order::Descending)), count: 5, ..WindowSpec::default() };
    assert_eq!(ids(&seen(spec)), ["0", "5", "10", "15", "20"], "equals keep the file's order");
}

#[test]
fn found_by_folded_text_in_any_column() {
    let find =
        |text: &str| seen(WindowSpec { find: text.to_owned(), count: 25, ..WindowSpec::default() });
    assert_eq!(ids(&find("КРЫШ")), ["0", "5", "10", "15", "20"]);
    assert_eq!(ids(&find("2025-01-01")).len(), 25);
    assert_eq!(find("nowhere").found, 0);
}
