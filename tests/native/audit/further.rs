//! Checks on histories, on several pipelines, on records that begin with leads, and on days that are
//! slips of the pen.

use super::checks::Checked;
use crate::tables::{file, mapped};
use tundish::engine::audit::{CheckId, Detail};
use tundish::engine::mapping::{FileKind, Role as R};

#[test]
fn stuck_is_by_all_visits_together_where_there_is_a_history() {
    // Fourteen deals in the offer for ten days each; the last was there for one day, went back, and is
    // there again since three days.
    let mut rows: Vec<String> = Vec::new();
    let mut moves: Vec<String> = Vec::new();
    for n in 1..=14 {
        rows.push(format!("{n}|d{n}|won|2025-01-01|2025-01-13||5|EUR||ann|"));
        moves.push(format!("{n}|new|offer|2025-01-03"));
        moves.push(format!("{n}|offer|won|2025-01-13"));
    }
    rows.push("20|back|offer|2025-01-01||||EUR||ann|".to_owned());
    rows.push("21|stuck|offer|2025-01-01||||EUR||ann|".to_owned());
    rows.push("22|last|new|2025-06-10||||EUR||ann|".to_owned());
    for (id, ways) in
        [(20, "2025-01-05 2025-01-06 2025-06-07"), (21, "2025-05-20 2025-05-21 2025-05-30")]
    {
        let days: Vec<&str> = ways.split(' ').collect();
        moves.push(format!("{id}|new|offer|{}", days[0]));
        moves.push(format!("{id}|offer|new|{}", days[1]));
        moves.push(format!("{id}|new|offer|{}", days[2]));
    }
    fn texts(list: &[String]) -> Vec<&str> {
        list.iter().map(String::as_str).collect()
    }
    let mut checked = Checked::deals(&texts(&rows));
    let roles = [(R::Record, "deal"), (R::FromStage, "from"), (R::Stage, "to"), (R::Date, "at")];
    let log = file("log", "deal|from|to|at:date", &texts(&moves));
    checked.push(log, mapped("log", FileKind::StageHistory, &roles));
    // On 10 June: four days in all, and twelve.
    let found = checked.found(CheckId::Stuck);
    assert_eq!(checked.rows(CheckId::Stuck), vec![(0, vec![15])]);
    let limit = Detail::StageLimit { stage: "offer".to_owned(), days: 10.0, records: 1 };
    assert_eq!(found.details, [limit]);
}
