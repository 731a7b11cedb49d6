//! The same figures in any order: of the rows of each file, of the files themselves, of the mapping's
//! list of lookups and costs.

use super::world::{Numbers, WORLDS, World};
use std::collections::BTreeMap;
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::filter::Grain;
use tundish::engine::fold::fold;
use tundish::engine::measure::MeasureId as M;
use tundish::engine::report::*;
use tundish::engine::value::Quantity;

/// What a world says, without the order of groups of equal weight and to the ninth digit.
fn told(world: &World) -> BTreeMap<String, String> {
    let by = |dimension| {
        let measures = vec![M::Leads, M::Won, M::Revenue, M::Spend, M::MedianCycle, M::Qualified];
        let spec = BreakdownSpec { dimension, measures, ..BreakdownSpec::default() };
        BlockSpec::Breakdown(spec)
    };
    let column = |file: &str, header: &str| {
        by(Dimension::Column { file: file.to_owned(), header: header.to_owned() })
    };
    let kpis = KpisSpec { measures: M::EVERY.to_vec(), ..KpisSpec::default() };
    let blocks = vec![
        BlockSpec::Kpis(kpis),
        BlockSpec::Funnel(FunnelSpec::default()),
        by(Dimension::Channel),
        by(Dimension::Campaign),
        by(Dimension::Created(Grain::Month)),
        column("regions.csv", "Country"),
        column("accounts.csv", "Region"),
        column("leads.csv", "Lead source"),
        BlockSpec::Attribution(AttributionSpec::default()),
    ];
    let spec = ReportSpec { currency: Some("EUR".to_owned()), blocks, ..ReportSpec::default() };
    let mut told = BTreeMap::new();
    for (at, block) in world.ask(&spec).into_iter().enumerate() {
        match block {
            Answer::Kpis(kpis) => {
                for card in kpis.cards {
                    told.insert(format!("{at} {:?}", card.measure), figure(&card.now));
                }
            }
            Answer::Breakdown(found) => {
                for row in found.rows {
                    for (measure, cell) in found.measures.iter().zip(&row.cells) {
                        let key = format!("{at} {} {measure:?}", name(&row.label));
                        told.insert(key, figure(cell));
                    }
                }
            }
            Answer::Attribution(found) => {
                for row in found.rows {
                    for (model, cell) in found.models.iter().zip(&row.cells) {
                        told.insert(format!("{at} {:?} {model:?}", row.label), figure(cell));
                    }
                }
            }
            other => {
                told.insert(format!("{at}"), format!("{other:?}"));
            }
        }
    }
    told
}

/// Of several spellings of one value the most frequent is shown, and of equals the first.
fn name(label: &Label) -> String {
    match label {
        Label::Text(text) => format!("text {}", fold(text)),
        label => fold(&format!("{label:?}")),
    }
}

/// Sums in another order may differ in the last digits.
fn figure(quantity: &Quantity) -> String {
    let value = quantity.value.map_or("none".to_owned(), |v| format!("{:.9e}", v + 0.0));
    let of = quantity.denominator.map(|d| format!("{d:.9e}"));
    format!("{value} of {of:?}, {:?}", quantity.cautions)
}

#[track_caller]
fn assert_same(seed: u64, world: &World, other: &World) {
    let (before, after) = (told(world), told(other));
    for (key, figure) in &before {
        assert_eq!(Some(figure), after.get(key), "seed {seed}: {key}");
    }
    assert_eq!(before.len(), after.len(), "seed {seed}");
}

#[test]
fn the_order_of_rows_is_irrelevant() {
    for seed in 0..WORLDS {
        let world = World::new(seed);
        let mut shuffled = world.clone();
        let mut numbers = Numbers::new(seed + 1000);
        shuffled.sheets.iter_mut().for_each(|sheet| numbers.shuffle(&mut sheet.rows));
        assert_same(seed, &world, &shuffled);
    }
}

#[test]
fn the_order_of_files_is_irrelevant() {
    for seed in 0..WORLDS {
        let world = World::new(seed);
        let mut numbers = Numbers::new(seed + 2000);
        let mut handed = world.clone();
        numbers.shuffle(&mut handed.sheets);
        assert_same(seed, &world, &handed);
        let mut listed = world.clone();
        numbers.shuffle(&mut listed.mapping.files);
        assert_same(seed, &world, &listed);
        let mut joined = world.clone();
        numbers.shuffle(&mut joined.mapping.joins);
        assert_same(seed, &world, &joined);
    }
}
