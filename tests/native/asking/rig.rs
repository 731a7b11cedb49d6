//! Random deals as a file, and the same rows to walk over by hand.

use crate::figures::made::Dice;
use crate::tables::{File, assembled, day, file, ladder, mapped};
use tundish::engine::dimension::Dimension;
use tundish::engine::funnel::Assembled;
use tundish::engine::mapping::{FileKind, Mapping, Role};
use tundish::engine::query::answer;
use tundish::engine::report::*;
use tundish::engine::value::Day;

const NAME: &str = "deals.csv";

/// A deal; `None` is an empty cell.
#[derive(Clone, Debug)]
pub struct Row {
    pub created: Option<Day>,
    pub stage: &'static str,
    pub amount: Option<f64>,
    pub region: Option<&'static str>,
    pub rep: Option<&'static str>,
    pub note: Option<&'static str>,
    pub seats: Option<f64>,
    pub due: Option<Day>,
}

impl Row {
    pub fn won(&self) -> bool {
        self.stage == "Won"
    }
}

pub struct Rig {
    pub rows: Vec<Row>,
    pub file: File,
    pub made: Assembled,
}

const REGIONS: [&str; 4] = ["North", "South", "East", "West"];
const REPS: [&str; 6] = ["Ann", "Bob", "Cid", "Dee", "Eva", "Flo"];
const NOTES: [&str; 5] = ["Call back", "call later", "Budget cut", "No budget", "Ringback"];

pub fn rig(seed: u64, count: usize) -> Rig {
    let mut dice = Dice::new(seed);
    let rows: Vec<Row> = (0..count).map(|_| row(&mut dice)).collect();
    of(rows)
}

fn row(dice: &mut Dice) -> Row {
    let start = day("2022-11-20");
    fn pick<T: Copy>(dice: &mut Dice, of: &[T]) -> Option<T> {
        if dice.one_in(9) { None } else { Some(of[dice.below(of.len() as u64) as usize]) }
    }
    let days: Vec<i32> = (0..1000).collect();
    Row {
        created: Some(Day(start + dice.below(1000) as i32)),
        stage: ["New", "Won", "Lost"][dice.below(3) as usize],
        amount: if dice.one_in(7) { None } else { Some(dice.below(100_000) as f64 / 4.0) },
        region: pick(dice, &REGIONS),
        rep: pick(dice, &REPS),
        note: pick(dice, &NOTES),
        seats: pick(dice, &[1.0, 2.0, 5.0, 10.0, 10.5, 40.0]),
        due: pick(dice, &days).map(|n| Day(start + n)),
    }
}

pub fn of(rows: Vec<Row>) -> Rig {
    let text = |t: &Option<&str>| t.unwrap_or("").to_owned();
    let date = |d: &Option<Day>| d.map(|d| d.to_string()).unwrap_or_default();
    let number = |n: &Option<f64>| n.map(|n| n.to_string()).unwrap_or_default();
    let line = |(at, r): (usize, &Row)| {
        [
            at.to_string(),
            date(&r.created),
            r.stage.to_owned(),
            number(&r.amount),
            text(&r.region),
            text(&r.rep),
            text(&r.note),
            number(&r.seats),
            date(&r.due),
        ]
        .join("|")
    };
    let lines: Vec<String> = rows.iter().enumerate().map(line).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let header = "id|created:date|stage|amount:money|region|rep|note|seats:int|due:date";
    let file = file(NAME, header, &lines);
    let roles = [
        (Role::RecordId, "id"),
        (Role::Created, "created"),
        (Role::Stage, "stage"),
        (Role::Amount, "amount"),
    ];
    let mapping = Mapping {
        files: vec![mapped(NAME, FileKind::Deals, &roles)],
        ladder: ladder(&["New"], &["Won"], &["Lost"]),
        ..Mapping::default()
    };
    let made = assembled(&[&file], &mapping);
    Rig { rows, file, made }
}

impl Rig {
    pub fn ask(&self, spec: &ReportSpec) -> Report {
        answer(&[self.file.view()], &self.made, spec)
    }

    pub fn one(&self, block: BlockSpec, spec: ReportSpec) -> Answer {
        self.ask(&ReportSpec { blocks: vec![block], ..spec }).blocks.remove(0)
    }

    pub fn pivot(&self, spec: PivotSpec) -> Pivot {
        match self.one(BlockSpec::Pivot(spec), ReportSpec::default()) {
            Answer::Pivot(pivot) => pivot,
            other => panic!("{other:?}"),
        }
    }
}

pub fn column(header: &str) -> Dimension {
    Dimension::Column { file: NAME.to_owned(), header: header.to_owned() }
}

pub fn near(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0),
        (a, b) => a == b,
    }
}
