//! Laws of every measure of the catalogue, on seeded random records with accounts, activities,
//! answers, plans and costs beside them. Not here: those of additive ones (`property`).

use super::made::{Cost, Deal, Dice};
use super::naive::near;
use super::property::{question, random};
use tundish::engine::dimension::Dimension;
use tundish::engine::filter::Filter;
use tundish::engine::funnel::Assembled;
use tundish::engine::measure::MeasureId as M;
use tundish::engine::measure::entry::Entries;
use tundish::engine::measure::fact::{Needs, Terms, WorkingDays};
use tundish::engine::measure::gather::{ASIDE, Cells, Population};
use tundish::engine::query::answer;
use tundish::engine::report::*;
use tundish::engine::value::{Quantity, Unit};

const SEEDS: std::ops::Range<u64> = 1..9;

fn made(seed: u64) -> (Vec<Deal>, Vec<Cost>, Assembled) {
    let (deals, costs) = random(seed);
    let mut made = super::property::made(seed, &deals, &costs);
    made.spend.visits = costs.iter().map(|c| (c.spend * 3.0).round()).collect();
    made.has.visits = !costs.is_empty();
    (deals, costs, made)
}

/// Rows that are thrown into cells at random and merged are as those that were in one cell from the
/// start, for every measure: no figure is a sum or a mean of figures.
#[test]
fn cells_merge_to_the_figure_of_all_their_rows() {
    const PARTS: u64 = 5;
    let needs = M::EVERY.iter().fold(Needs::nothing(), |all, m| all.union(m.needs()));
    let terms = Terms {
        all_won: 1e6,
        all_spend: 1e5,
        margin: Some(0.4),
        elapsed: Some(0.5),
        working_days: Some(WorkingDays { over: 10, of: 21, are_assumed: true }),
        lag_days: Some(30.0),
        published: Some(7),
    };
    let mut valued = vec![0; M::EVERY.len()];
    for seed in SEEDS {
        let (deals, costs, data) = made(seed);
        let population = Population::new(&data, SkipPolicy::Implied, vec![true, false]);
        let mut dice = Dice::new(seed);
        let beside = &data.beside;
        let lengths = [
            costs.len(),
            beside.other_costs.day.len(),
            beside.activities.day.len(),
            beside.scores.day.len(),
            beside.plans.day.len(),
            deals.len(),
            deals.len(),
            deals.len(),
        ];
        let mut thrown = |rows: usize, parts: u64| -> Vec<u32> {
            (0..rows).map(|_| dice.below(parts) as u32).collect()
        };
        let mut derived = |parts: u64| -> Vec<Quantity> {
            let (created, closed) = (thrown(deals.len(), parts), thrown(deals.len(), parts));
            let spend = thrown(costs.len(), parts);
            let aside: [Vec<u32>; ASIDE.len()] = lengths.map(|rows| thrown(rows, parts));
            let stages = data.stages.len();
            let entered: Vec<Vec<u32>> = (0..stages).map(|_| thrown(deals.len(), parts)).collect();
            // Some stages by their own day, some by creation, all by creation.
            let by_entry = [0, 0b0101_0110, 0xff][seed as usize % 3];
            let cells = Cells {
                count: parts as usize,
                created: &created,
                closed: (by_entry > 0 || seed.is_multiple_of(2)).then_some(&closed[..]),
                entered: &entered,
                entries: Entries { by_entry, untold: !by_entry & 0xff, ..Entries::default() },
                spend: &spend,
                aside: &aside,
            };
            let mut table = population.gather(cells, needs);
            table.terms = terms;
            let facts = table.merged(0..parts as usize);
            // One after the other is as all at once.
            let mut one_by_one = table.facts(0);
            (1..parts as usize).for_each(|cell| one_by_one.merge(&table.facts(cell)));
            for measure in M::EVERY {
                let (a, b) = (measure.derive(&facts), measure.derive(&one_by_one));
                assert!(near(a.value, b.value), "seed {seed} {measure:?}: {a:?}, {b:?}");
            }
            M::EVERY.iter().map(|measure| measure.derive(&facts)).collect()
        };
        for ((measure, (whole, parts)), valued) in
            M::EVERY.iter().zip(derived(1).iter().zip(derived(PARTS))).zip(&mut valued)
        {
            assert!(
                near(whole.value, parts.value),
                "seed {seed} {measure:?}: {whole:?}, {parts:?}"
            );
            assert_eq!(whole.cautions, parts.cautions, "seed {seed} {measure:?}");
            *valued += usize::from(whole.value.is_some());
        }
    }
    let in_vain: Vec<&M> =
        M::EVERY.iter().zip(&valued).filter(|(_, n)| **n == 0).map(|(m, _)| m).collect();
    // It has a value only until the plan is met.
    assert!(in_vain.iter().all(|m| **m == M::PipelineCoverage), "{in_vain:?}");
}

fn cards(data: &Assembled, spec: &ReportSpec) -> Vec<Kpi> {
    let measures = M::EVERY.to_vec();
    let blocks = vec![BlockSpec::Kpis(KpisSpec { measures, ..KpisSpec::default() })];
    match answer(&[], data, &ReportSpec { blocks, ..spec.clone() }).blocks.remove(0) {
        Answer::Kpis(kpis) => kpis.cards,
        other => panic!("{other:?}"),
    }
}

/// A further filter never adds to what a figure counts: not to a count or a sum that can't be
/// negative, not to either part of a share, not to the number of cases behind a median or a ratio.
#[test]
fn filters_only_shrink() {
    // A difference: where less is won, more is missing to the plan.
    let grows = |m: M| m == M::PipelineCoverage;
    // Spread over what is kept: of fewer months, and of another pace.
    let is_sum = |m: M| {
        let sums = [M::Spend, M::Revenue, M::LostAmount, M::PipelineValue, M::WeightedPipeline];
        m.unit() == Unit::Count || sums.contains(&m) || m == M::StageWeightedPipeline
    };
    let mut compared = 0;
    for seed in 1..40 {
        let data = made(1 + seed % 8).2;
        let spec = ReportSpec { filters: Vec::new(), ..question(seed) };
        let channel = ["paid_search", "email", "display", "unassigned"][seed as usize % 4];
        let filter = |dimension, value: &str| Filter {
            exclude: seed % 3 == 0,
            ..Filter::among(dimension, vec![value.to_owned()])
        };
        let filters = match seed % 2 {
            0 => vec![filter(Dimension::Channel, channel)],
            _ => vec![filter(Dimension::Channel, channel), filter(Dimension::Outcome, "won")],
        };
        let mut before = cards(&data, &spec);
        for until in 1..=filters.len() {
            let spec = ReportSpec { filters: filters[..until].to_vec(), ..spec.clone() };
            let after = cards(&data, &spec);
            for (whole, part) in before.iter().zip(&after) {
                if part.absent.is_some() || whole.absent.is_some() || grows(whole.measure) {
                    continue;
                }
                let (w, p) = (&whole.now, &part.now);
                let shrinks = |a: Option<f64>, b: Option<f64>| match (a, b) {
                    (Some(whole), Some(part)) => part <= whole * (1.0 + 1e-12),
                    _ => true,
                };
                let says = || format!("seed {seed} {:?}: {w:?}, filtered {p:?}", whole.measure);
                assert!(shrinks(w.denominator, p.denominator), "{}", says());
                let is_no_share = w.unit != Unit::Share || w.interval.is_none();
                assert!(is_no_share || shrinks(w.numerator, p.numerator), "{}", says());
                assert!(!is_sum(whole.measure) || shrinks(w.value, p.value), "{}", says());
                compared += 1;
            }
            before = after;
        }
    }
    assert!(compared > 2_000, "{compared}");
}
