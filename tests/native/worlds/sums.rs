//! Sums: what channels, campaigns, months and joined attributes hold adds up to the whole, with what
//! is not assigned; attribution shares out exactly what was won.

use super::world::{WORLDS, World};
use tundish::engine::dimension::Dimension;
use tundish::engine::filter::Grain;
use tundish::engine::measure::MeasureId as M;
use tundish::engine::report::*;
use tundish::engine::value::Quantity;

const ADDITIVE: [M; 6] = [M::Leads, M::Qualified, M::Won, M::Lost, M::Revenue, M::Spend];

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * b.abs().max(1.0)
}

fn value(quantity: &Quantity) -> f64 {
    quantity.value.unwrap_or(0.0)
}

fn column(file: &str, header: &str) -> Dimension {
    Dimension::Column { file: file.to_owned(), header: header.to_owned() }
}

#[test]
fn parts_add_up_to_the_whole() {
    let dimensions = [
        Dimension::Channel,
        Dimension::Campaign,
        Dimension::Stage,
        Dimension::Created(Grain::Month),
        column("regions.csv", "Country"),
        column("products.csv", "Line"),
        column("leads.csv", "Lead source"),
    ];
    let mut seen = 0.0;
    for seed in 0..WORLDS {
        let world = World::new(seed);
        let basis = if seed % 2 == 0 { Basis::Cohort } else { Basis::Period };
        let report = ReportSpec { basis, ..ReportSpec::default() };
        let kpis = KpisSpec { measures: ADDITIVE.to_vec(), ..KpisSpec::default() };
        let cards = match world.one(&report, BlockSpec::Kpis(kpis)) {
            Answer::Kpis(kpis) => kpis.cards,
            other => panic!("{other:?}"),
        };
        for dimension in &dimensions {
            let dimension = dimension.clone();
            let spec = BreakdownSpec { dimension, measures: ADDITIVE.into(), ..Default::default() };
            let block = BlockSpec::Breakdown(spec.clone());
            let Answer::Breakdown(found) = world.one(&report, block) else { continue };
            for (at, measure) in found.measures.iter().enumerate() {
                let sum: f64 = found.rows.iter().map(|r| value(&r.cells[at])).sum();
                let card = cards.iter().find(|c| c.measure == *measure).unwrap();
                let whole = value(&card.now);
                let by = &spec.dimension;
                assert!(near(sum, whole), "seed {seed} {measure:?} by {by:?}: {sum} of {whole}");
                assert_eq!(found.total[at].value, card.now.value, "seed {seed} {measure:?}");
                seen += whole;
            }
        }
    }
    assert!(seen > 1e6, "the worlds hold too little to prove anything");
}

#[test]
fn attribution_shares_out_what_was_won() {
    let (mut shared, mut several) = (0, 0);
    for seed in 0..WORLDS {
        let world = World::new(seed);
        for of in [AttributionOf::Won, AttributionOf::Revenue] {
            let spec = AttributionSpec { of, half_life: 7, ..AttributionSpec::default() };
            let Answer::Attribution(found) =
                world.one(&ReportSpec::default(), BlockSpec::Attribution(spec))
            else {
                continue;
            };
            for (at, model) in found.models.iter().enumerate() {
                let sum: f64 = found.rows.iter().map(|r| value(&r.cells[at])).sum();
                let whole = value(&found.total);
                assert!(near(sum, whole), "seed {seed} {model:?}: {sum} of {whole}");
                shared += 1;
                several += found.wins_with_several;
            }
        }
    }
    assert!(shared > 1000 && several > 200, "too little is won: {shared}, {several}");
}
