//! One made funnel written in three shapes: the counts are the same wherever a shape can know them.

use super::{funnel, observed, reached};
use crate::figures::made::Dice;
use crate::tables::{File, assembled, file, ladder, mapped};
use tundish::engine::funnel::Shape;
use tundish::engine::mapping::{FileKind, Mapping, Role};
use tundish::engine::report::{Funnel, SkipPolicy};
use tundish::engine::value::Day;

const STAGES: [&str; 4] = ["new", "mql", "demo", "offer"];
const WON: usize = 4;
const LOST: usize = 5;

/// The stages entered, each with its day, the opening first.
type Journey = Vec<(usize, i32)>;

/// Journeys down the ladder that may skip stages; with `back`, also against it, again, and beyond
/// the end.
fn journeys(dice: &mut Dice, count: usize, back: bool) -> Vec<Journey> {
    let start = Day::from_ymd(2025, 1, 1).unwrap().0;
    let journey = |_| {
        let mut day = start + dice.below(300) as i32;
        let mut journey = vec![(0, day)];
        let mut at = 0;
        loop {
            // On one day only down the ladder: else nobody could tell the order.
            day += dice.below(9) as i32 + i32::from(back);
            if dice.one_in(4) {
                break;
            }
            let ended = at >= WON;
            let next = match dice.below(8) {
                0 if !ended => LOST,
                1 if back && at == LOST => 1 + dice.below(4) as usize,
                2 if back && !ended && at > 0 => dice.below(at as u64) as usize,
                _ if ended => break,
                _ => (at + 1 + dice.below(2) as usize).min(WON),
            };
            journey.push((next, day));
            at = next;
        }
        journey
    };
    (0..count).map(journey).collect()
}

fn name(place: usize) -> &'static str {
    match place {
        WON => "won",
        LOST => "lost",
        at => STAGES[at],
    }
}

fn iso(day: i32) -> String {
    Day(day).to_string()
}

fn text(rows: &[String]) -> Vec<&str> {
    rows.iter().map(String::as_str).collect()
}

/// `id|stage|outcome|created|closed`: the stage at which it stands or was lost, beside the outcome.
fn snapshot(journeys: &[Journey]) -> (File, Mapping) {
    let row = |(id, journey): (usize, &Journey)| {
        let (last, day) = journey[journey.len() - 1];
        let stage = journey.iter().rev().find(|(at, _)| *at < WON).unwrap().0;
        let closed = if last >= WON { iso(day) } else { String::new() };
        let said = if last >= WON { name(last) } else { "open" };
        format!("{id}|{}|{said}|{}|{closed}", STAGES[stage], iso(journey[0].1))
    };
    let rows: Vec<String> = journeys.iter().enumerate().map(row).collect();
    let file = file("deals", "id|stage|outcome|created:date|closed:date", &text(&rows));
    let roles = [
        (Role::RecordId, "id"),
        (Role::Stage, "stage"),
        (Role::Outcome, "outcome"),
        (Role::Created, "created"),
        (Role::Closed, "closed"),
    ];
    (file, mapping("deals", FileKind::Deals, &roles))
}

/// A date of the first entry for each stage, and of the last win and loss.
fn wide(journeys: &[Journey]) -> (File, Mapping) {
    let row = |(id, journey): (usize, &Journey)| {
        let first = |place| journey.iter().find(|(at, _)| *at == place);
        let last = |place| journey.iter().rev().find(|(at, _)| *at == place);
        let write = |entry: Option<&(usize, i32)>| entry.map(|e| iso(e.1)).unwrap_or_default();
        // A deal that was reopened and is under way has no end.
        let ended = journey[journey.len() - 1].0 >= WON;
        let end = |place| if ended { write(last(place)) } else { String::new() };
        let days = [1, 2, 3].map(|at| write(first(at))).join("|");
        format!("{id}|{}|{days}|{}|{}", iso(journey[0].1), end(WON), end(LOST))
    };
    let rows: Vec<String> = journeys.iter().enumerate().map(row).collect();
    let header = "id|created:date|mql on:date|demo on:date|offer on:date|won on:date|lost on:date";
    let file = file("deals", header, &text(&rows));
    let roles = [(Role::RecordId, "id"), (Role::Created, "created")];
    let mut mapping = mapping("deals", FileKind::Deals, &roles);
    for (stage, header) in mapping.ladder.stages.iter_mut().skip(1).zip(["mql", "demo", "offer"]) {
        stage.entered = Some(format!("{header} on"));
    }
    mapping.ladder.won_on = Some("won on".to_owned());
    mapping.ladder.lost_on = Some("lost on".to_owned());
    (file, mapping)
}

/// A row a move, in any order; the rows of one day stand in their order, where nothing says what
/// was left.
fn log(journeys: &[Journey], dice: &mut Dice, with_from: bool) -> (File, Mapping) {
    let mut rows: Vec<(u64, String)> = Vec::new();
    for (id, journey) in journeys.iter().enumerate() {
        let mut left = "";
        for (at, day) in journey {
            let to = name(*at);
            let from = if with_from { format!("{left}|") } else { String::new() };
            rows.push((dice.below(1 << 40), format!("{id}|{from}{to}|{}", iso(*day))));
            left = to;
        }
    }
    rows.sort();
    let rows: Vec<String> = rows.into_iter().map(|(_, row)| row).collect();
    let header = if with_from { "deal|from|to|at:date" } else { "deal|to|at:date" };
    let file = file("log", header, &text(&rows));
    let mut roles = vec![(Role::Record, "deal"), (Role::Stage, "to"), (Role::Date, "at")];
    if with_from {
        roles.push((Role::FromStage, "from"));
    }
    (file, mapping("log", FileKind::StageHistory, &roles))
}

fn mapping(name: &str, kind: FileKind, roles: &[(Role, &str)]) -> Mapping {
    Mapping {
        files: vec![mapped(name, kind, roles)],
        ladder: ladder(&STAGES, &["won"], &["lost"]),
        ..Mapping::default()
    }
}

fn ends(funnel: &Funnel) -> [u64; 4] {
    [funnel.entered, funnel.won, funnel.lost, funnel.open]
}

#[test]
fn three_shapes_give_one_funnel() {
    for seed in 1..9 {
        let mut dice = Dice::new(seed);
        let made = journeys(&mut dice, 60 * seed as usize, false);
        let (snapshot, by_status) = snapshot(&made);
        let (wide, by_dates) = wide(&made);
        let (log, by_moves) = log(&made, &mut dice, seed % 2 == 0);
        let shapes = [(&snapshot, &by_status), (&wide, &by_dates), (&log, &by_moves)];
        let of = |policy| shapes.map(|(file, mapping)| funnel(&[file], mapping, policy));
        let [status, dates, moves] = of(SkipPolicy::Implied);
        assert_eq!(
            [status.ground.shape, dates.ground.shape, moves.ground.shape],
            [Shape::Snapshot, Shape::WideDates, Shape::EventLog]
        );
        assert_eq!(ends(&status), ends(&dates), "seed {seed}");
        assert_eq!(ends(&dates), ends(&moves), "seed {seed}");
        assert_eq!(reached(&status), reached(&dates), "seed {seed}");
        assert_eq!(reached(&dates), reached(&moves), "seed {seed}");
        assert_eq!(observed(&dates), observed(&moves), "seed {seed}");
        for (a, b) in dates.stages.iter().zip(&moves.stages) {
            assert_eq!(a.median_days, b.median_days, "seed {seed} {:?}", a.label);
            assert_eq!(a.path.out_of_order, b.path.out_of_order);
        }
        // What a status can't tell: which stages were skipped.
        for policy in [SkipPolicy::Observed, SkipPolicy::Strict, SkipPolicy::Any] {
            let [status, dates, moves] = of(policy);
            assert_eq!(reached(&dates), reached(&moves), "seed {seed} {policy:?}");
            assert!(!status.ground.draws && dates.ground.draws && moves.ground.draws);
        }
    }
}

#[test]
fn ways_back_change_no_count_between_dates_and_moves() {
    for seed in 1..9 {
        let mut dice = Dice::new(seed);
        let made = journeys(&mut dice, 80 * seed as usize, true);
        let (wide, by_dates) = wide(&made);
        let (log, by_moves) = log(&made, &mut dice, true);
        for policy in
            [SkipPolicy::Implied, SkipPolicy::Observed, SkipPolicy::Strict, SkipPolicy::Any]
        {
            let dates = funnel(&[&wide], &by_dates, policy);
            let moves = funnel(&[&log], &by_moves, policy);
            assert_eq!(ends(&dates), ends(&moves), "seed {seed} {policy:?}");
            assert_eq!(reached(&dates), reached(&moves), "seed {seed} {policy:?}");
            assert_eq!(observed(&dates), observed(&moves), "seed {seed} {policy:?}");
        }
        // Ways back by the journeys themselves.
        let moves = funnel(&[&log], &by_moves, SkipPolicy::Implied);
        let any = |test: &dyn Fn(usize, usize) -> bool| {
            let went = |j: &&Journey| j.windows(2).any(|w| test(w[0].0, w[1].0));
            Some(made.iter().filter(went).count() as u64)
        };
        assert_eq!(moves.ground.moved_back, any(&|from, to| from < WON && to < from));
        assert_eq!(moves.ground.reopened, any(&|from, to| from == LOST && to <= WON));
        for (at, stage) in moves.stages.iter().enumerate() {
            let again = |j: &&Journey| j.iter().filter(|(p, _)| *p == at).count() > 1;
            let expected = made.iter().filter(again).count() as u64;
            assert_eq!(stage.path.reentered, Some(expected), "seed {seed} {at}");
        }
    }
}

#[test]
fn laws_of_reach_hold_on_any_history() {
    for seed in 1..13 {
        let mut dice = Dice::new(seed);
        let made = journeys(&mut dice, 40 * seed as usize, true);
        let (log, mapping) = log(&made, &mut dice, seed % 2 == 0);
        let of = |policy| reached(&funnel(&[&log], &mapping, policy));
        let (implied, seen, strict) =
            (of(SkipPolicy::Implied), of(SkipPolicy::Observed), of(SkipPolicy::Strict));
        assert!(implied.is_sorted_by(|a, b| a >= b) && strict.is_sorted_by(|a, b| a >= b));
        for ((s, o), i) in strict.iter().zip(&seen).zip(&implied) {
            assert!(s <= o && o <= i, "seed {seed}");
        }
        // The order of rows is irrelevant where rows say what they left.
        if seed % 2 == 0 {
            let (other, _) = super::same::log(&made, &mut Dice::new(seed + 99), true);
            let (a, b) = (assembled(&[&log], &mapping), assembled(&[&other], &mapping));
            let funnels = [&log, &other].map(|f| funnel(&[f], &mapping, SkipPolicy::Implied));
            assert_eq!(funnels[0], funnels[1], "seed {seed}");
            assert_eq!(a.moves.record.len(), b.moves.record.len());
        }
    }
}
