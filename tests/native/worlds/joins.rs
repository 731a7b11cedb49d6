//! Joins: whatever a lookup holds, the rows that are counted stay, and every attribute that comes
//! from a joined table parts the same whole.

use super::world::{Sheet, WORLDS, World};
use tundish::engine::dimension::{Dimension, available, codes};
use tundish::engine::funnel::{Assembled, FileView, NO_KEY, Outcome, assemble};
use tundish::engine::mapping::begin::BeginWith;
use tundish::engine::measure::MeasureId as M;
use tundish::engine::report::*;

#[test]
fn a_join_never_changes_the_rows_that_are_counted() {
    let mut through = 0;
    for seed in 0..WORLDS {
        let world = World::new(seed);
        let joined = world.assembled();
        let mut alone = world.clone();
        alone.mapping.joins.clear();
        alone.mapping.files.retain(|f| f.name != "leads.csv");
        let alone = alone.assembled();
        assert_eq!(joined.records.count, alone.records.count, "seed {seed}");
        assert_eq!(joined.records.row, alone.records.row, "seed {seed}");
        assert_eq!(joined.records.outcome, alone.records.outcome, "seed {seed}");
        let same = |a: &[f64], b: &[f64]| {
            a.iter().zip(b).all(|(a, b)| a.to_bits() == b.to_bits()) && a.len() == b.len()
        };
        assert!(same(&joined.records.amount, &alone.records.amount), "seed {seed}");
        assert!(same(&joined.spend.spend, &alone.spend.spend), "seed {seed}");
        for link in &joined.links {
            let from = world.files()[link.from_file].table.rows;
            assert_eq!(link.partner.len(), from, "seed {seed}");
            through += link.partner.iter().filter(|p| **p < NO_KEY).count();
        }
    }
    assert!(through > 2000, "the worlds meet too seldom to prove anything: {through}");
}

#[test]
fn doubling_the_rows_of_a_lookup_changes_no_figure() {
    let measures = vec![M::Leads, M::Won, M::Revenue, M::Spend];
    for seed in 0..WORLDS {
        let world = World::new(seed);
        let mut doubled = world.clone();
        for Sheet { rows, .. } in doubled.sheets.iter_mut().skip(1).take(4) {
            rows.extend(rows.clone());
        }
        for (file, header) in [("accounts.csv", "Region"), ("regions.csv", "Country")] {
            let (file, header) = (file.to_owned(), header.to_owned());
            let dimension = Dimension::Column { file, header };
            let spec =
                BreakdownSpec { dimension, measures: measures.clone(), ..Default::default() };
            let of = |world: &World| {
                world.one(&ReportSpec::default(), BlockSpec::Breakdown(spec.clone()))
            };
            assert_eq!(of(&world), of(&doubled), "seed {seed} {:?}", spec.dimension);
        }
    }
}

#[test]
fn every_attribute_that_is_offered_parts_the_records() {
    for seed in 0..WORLDS {
        let world = World::new(seed);
        let files = world.files();
        let views: Vec<FileView> = files.iter().map(|f| f.view()).collect();
        let made = assemble(&views, &world.mapping).unwrap();
        for dimension in available(&made, &views) {
            let Some(found) = codes(&made, &views, &dimension) else { continue };
            assert_eq!(found.records.len(), made.records.count, "seed {seed} {dimension:?}");
            let fits = |code: &u32| (*code as usize) < found.labels.len();
            assert!(found.records.iter().all(fits), "seed {seed} {dimension:?}");
            if let Some(spend) = &found.spend {
                assert_eq!(spend.len(), made.spend.count, "seed {seed} {dimension:?}");
                assert!(spend.iter().all(fits), "seed {seed} {dimension:?}");
            }
        }
    }
}

#[test]
fn records_that_begin_with_leads_reconcile() {
    let mut several = 0;
    for seed in 0..WORLDS {
        let mut world = World::new(seed);
        let deals = world.assembled();
        world.mapping.begin.with = BeginWith::Leads;
        let made = world.assembled();
        let Some(begun) = &made.begun else { panic!("seed {seed}: leads are joined") };
        let counts = begun.counts;
        let records = made.records.count as u64;
        assert_eq!(records, counts.leads + counts.deals_without_lead, "seed {seed}");
        assert_eq!(counts.deals, deals.records.count as u64, "seed {seed}");
        let (rows, of) = made.rows_of_records();
        let known = rows.iter().filter(|row| **row < NO_KEY).count();
        assert_eq!(known as u64, counts.deals, "seed {seed}: each deal is of one record");
        assert!(of.iter().all(|r| u64::from(*r) < records), "seed {seed}");
        let won =
            |made: &Assembled| made.records.outcome.iter().filter(|o| **o == Outcome::Won).count();
        assert!(won(&made) <= won(&deals), "seed {seed}");
        for days in made.records.entered.iter().filter(|d| !d.is_empty()) {
            assert_eq!(days.len(), made.records.count, "seed {seed}");
        }
        assert!(made.moves.record.is_sorted(), "seed {seed}");
        several += counts.with_several;
    }
    assert!(several > 100, "too few leads have several deals: {several}");
}
