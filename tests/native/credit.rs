//! Records belong to channels by a model of attribution: parts of them add up to whole ones in every
//! table, a single touch is a channel like any other, and what has no parts is said by name.

use crate::figures::made::{Dice, START, assembled, costs, deals};
use tundish::engine::attribution::Model;
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::filter::Grain;
use tundish::engine::funnel::{Assembled, TouchDepth, TouchLog};
use tundish::engine::mapping::Channel;
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::{Codebook, answer, lineage};
use tundish::engine::report::*;
use tundish::engine::value::Quantity;

/// Random deals with up to four touches each, on days before and after their creation.
pub fn touched(seed: u64) -> Assembled {
    let mut dice = Dice::new(seed);
    let deals = deals(&mut dice, 300);
    let mut data = assembled(&deals, &costs(&mut dice, 90));
    let mut log = TouchLog { depth: TouchDepth::All, ..TouchLog::default() };
    for deal in &deals {
        log.starts.push(log.channel.len() as u32);
        let mut days: Vec<i32> = (0..dice.below(5))
            .map(|_| deal.created.max(START) + dice.below(60) as i32 - 30)
            .collect();
        days.sort_unstable();
        for day in days {
            log.channel.push(dice.below(3) as u16);
            log.day.push(day);
        }
    }
    log.starts.push(log.channel.len() as u32);
    data.touches = log;
    // The days on which records became opportunities, for the models that anchor there.
    data.records.entered[2] = deals.iter().map(|d| d.created.saturating_add(10)).collect();
    data
}

pub fn ask(model: Option<Model>, basis: Basis, blocks: Vec<BlockSpec>) -> ReportSpec {
    let credit = model.map(|model| CreditSpec { model, half_life: 7 });
    ReportSpec { credit, basis, blocks, ..ReportSpec::default() }
}

/// Measures of which the groups' figures add up to the total.
const SUMS: [M; 9] = [
    M::Leads,
    M::Qualified,
    M::Won,
    M::Lost,
    M::Open,
    M::Revenue,
    M::LostAmount,
    M::PipelineValue,
    M::Spend,
];

fn breakdown(data: &Assembled, spec: &ReportSpec) -> Breakdown {
    match answer(&[], data, spec).blocks.remove(0) {
        Answer::Breakdown(found) => found,
        other => panic!("{other:?}"),
    }
}

fn by_channel(measures: &[M]) -> BlockSpec {
    BlockSpec::Breakdown(BreakdownSpec {
        dimension: Dimension::Channel,
        measures: measures.to_vec(),
        ..BreakdownSpec::default()
    })
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * b.abs().max(1.0)
}

fn value(quantity: &Quantity) -> f64 {
    quantity.value.unwrap_or(0.0)
}

#[test]
fn parts_add_up_to_the_total_that_no_model_changes() {
    for seed in 1..4 {
        let data = touched(seed);
        for basis in [Basis::Cohort, Basis::Period] {
            let own = breakdown(&data, &ask(None, basis, vec![by_channel(&SUMS)]));
            for model in Model::EVERY {
                let found = breakdown(&data, &ask(Some(model), basis, vec![by_channel(&SUMS)]));
                assert_eq!(found.total, own.total, "{model:?}");
                for (at, id) in found.measures.iter().enumerate() {
                    let sum: f64 = found.rows.iter().map(|row| value(&row.cells[at])).sum();
                    let total = value(&found.total[at]);
                    assert!(near(sum, total), "{model:?} {id:?}: {sum} and not {total}");
                }
            }
        }
    }
}

#[test]
fn a_table_says_what_the_attribution_block_says() {
    let data = touched(5);
    // Markov learns what channels are owed of all wins together: there they have no records.
    for model in Model::EVERY.into_iter().filter(|m| *m != Model::Markov) {
        let attribution = BlockSpec::Attribution(AttributionSpec {
            models: vec![model],
            half_life: 7,
            ..AttributionSpec::default()
        });
        let spec = ask(Some(model), Basis::Cohort, vec![by_channel(&[M::Revenue]), attribution]);
        let report = answer(&[], &data, &spec);
        let [Answer::Breakdown(table), Answer::Attribution(block)] = report.blocks.as_slice()
        else {
            panic!("{model:?}: {:?}", report.blocks)
        };
        for row in &block.rows {
            let cell = table.rows.iter().find(|r| r.label == row.label);
            let found = cell.map_or(0.0, |r| value(&r.cells[0]));
            assert!(near(found, value(&row.cells[0])), "{model:?} {:?}", row.label);
        }
    }
}

#[test]
fn pivots_and_trends_follow_the_model() {
    let data = touched(6);
    for model in [Model::Last, Model::Linear, Model::Markov] {
        let measures = vec![M::Leads, M::Revenue, M::Spend];
        let pivot = BlockSpec::Pivot(PivotSpec {
            rows: vec![Dimension::Channel, Dimension::Campaign],
            columns: vec![Dimension::Created(Grain::Quarter)],
            measures: measures.clone(),
            row_levels: vec![Level { subtotal: true, ..Level::default() }],
            ..PivotSpec::default()
        });
        let trend = BlockSpec::Trend(TrendSpec {
            measures: measures.clone(),
            grain: Grain::Quarter,
            split: Some(Dimension::Channel),
            ..TrendSpec::default()
        });
        let spec = ask(Some(model), Basis::Cohort, vec![by_channel(&measures), pivot, trend]);
        let report = answer(&[], &data, &spec);
        let [Answer::Breakdown(table), Answer::Pivot(pivot), Answer::Trend(trend)] =
            report.blocks.as_slice()
        else {
            panic!("{:?}", report.blocks)
        };
        for (at, labels) in pivot.rows.iter().enumerate().filter(|(_, l)| l.len() == 1) {
            let row = table.rows.iter().find(|r| r.label == labels[0]).unwrap();
            for (measure, cell) in pivot.row_totals[at].iter().enumerate() {
                assert!(near(value(cell), value(&row.cells[measure])), "{model:?} {labels:?}");
            }
        }
        for (measure, values) in trend.values.iter().enumerate() {
            for (unit, whole) in values.iter().enumerate() {
                let lines = trend.lines.iter().map(|line| value(&line.values[measure][unit]));
                assert!(near(lines.sum(), value(whole)), "{model:?} {measure} {unit}");
            }
        }
    }
}

#[test]
fn a_cell_of_parts_names_the_records_that_have_one() {
    let data = touched(7);
    for model in [Model::First, Model::Linear, Model::TimeDecay] {
        let measures = [M::Leads, M::Won, M::WinRate, M::Revenue, M::Spend, M::Cac];
        let spec = ask(Some(model), Basis::Period, vec![by_channel(&measures)]);
        let table = breakdown(&data, &spec);
        for row in 0..table.rows.len() {
            for (at, id) in table.measures.iter().enumerate() {
                let figure = table.figure(Some(row), at).unwrap();
                let found = lineage(&[], &data, &spec, &mut Codebook::default(), &figure);
                let (found, _) = found.unwrap();
                let (there, here) = (found.quantity.unwrap(), &table.rows[row].cells[at]);
                assert!(near(value(&there), value(here)), "{model:?} {id:?}: {there:?} {here:?}");
                // Nobody is more than one record's whole.
                if *id == M::Leads {
                    assert!(found.records.counted as f64 >= value(here) - 1e-9);
                }
            }
        }
    }
}

#[test]
fn what_has_no_parts_is_said_by_name() {
    let data = touched(8);
    let measures = [M::Leads, M::MedianCycle, M::UniqueLeads, M::AverageDeal, M::MedianDeal];
    let linear = ask(Some(Model::Linear), Basis::Cohort, vec![by_channel(&measures)]);
    let found = breakdown(&data, &linear);
    assert_eq!(found.measures, [M::Leads, M::AverageDeal]);
    let absent = [M::MedianCycle, M::UniqueLeads, M::MedianDeal].map(|m| (m, Absence::NotShared));
    assert_eq!(found.absent, absent);
    // A single touch is a whole record, and by other dimensions records are whole as well.
    let last = ask(Some(Model::Last), Basis::Cohort, vec![by_channel(&measures)]);
    assert_eq!(breakdown(&data, &last).measures, measures);
    let by_campaign = BlockSpec::Breakdown(BreakdownSpec {
        dimension: Dimension::Campaign,
        measures: measures.to_vec(),
        ..BreakdownSpec::default()
    });
    let campaigns = ask(Some(Model::Linear), Basis::Cohort, vec![by_campaign.clone()]);
    let own = ask(None, Basis::Cohort, vec![by_campaign]);
    assert_eq!(breakdown(&data, &campaigns), breakdown(&data, &own));
}

#[test]
fn a_model_that_the_files_do_not_support_changes_nothing() {
    let mut dice = Dice::new(9);
    let deals = deals(&mut dice, 100);
    let data = assembled(&deals, &costs(&mut dice, 30));
    let own = answer(&[], &data, &ask(None, Basis::Cohort, vec![by_channel(&SUMS)]));
    let linear = ask(Some(Model::Linear), Basis::Cohort, vec![by_channel(&SUMS)]);
    let found = answer(&[], &data, &linear);
    assert_eq!(found.blocks, own.blocks);
    assert_eq!(found.scope.credit, None);
    let why = found.scope.lacking.iter().find(|(model, _)| *model == Model::Linear);
    assert_eq!(why, Some(&(Model::Linear, TouchLack::OneTouch)));
    assert!(found.scope.lacking.iter().all(|(model, _)| *model != Model::First));
}

/// Two deals by hand: one that search and e-mail touched, one with its own source alone.
#[test]
fn two_deals_by_hand() {
    let mut dice = Dice::new(1);
    let mut two = deals(&mut dice, 2);
    for (at, deal) in two.iter_mut().enumerate() {
        deal.created = START + 10;
        deal.closed = START + 20;
        deal.outcome = tundish::engine::funnel::Outcome::Won;
        deal.amount = [100.0, 50.0][at];
        deal.currency = 0;
        deal.channel = 2;
    }
    let mut data = assembled(&two, &[]);
    data.touches = TouchLog {
        depth: TouchDepth::All,
        starts: vec![0, 4, 4],
        // The last one came after the win.
        channel: vec![0, 1, 1, 2],
        day: vec![START, START + 5, START + 12, START + 25],
        unknown: 0,
    };
    let of = |model: Model| -> Vec<(Label, f64, f64)> {
        let spec = ask(Some(model), Basis::Cohort, vec![by_channel(&[M::Leads, M::Revenue])]);
        let rows = breakdown(&data, &spec).rows.into_iter();
        rows.map(|r| (r.label, value(&r.cells[0]), value(&r.cells[1]))).collect()
    };
    let label = |channel: Channel| Label::Channel(channel);
    let found = of(Model::Linear);
    let wanted = [
        (label(Channel::PaidSearch), 1.0 / 3.0, 100.0 / 3.0),
        (label(Channel::Email), 2.0 / 3.0, 200.0 / 3.0),
        (label(Channel::Display), 1.0, 50.0),
    ];
    for (found, wanted) in found.iter().zip(&wanted) {
        assert_eq!(found.0, wanted.0);
        assert!(near(found.1, wanted.1) && near(found.2, wanted.2), "{found:?} {wanted:?}");
    }
    assert_eq!(found.len(), wanted.len());
    let last = of(Model::Last);
    assert_eq!(last, [(label(Channel::Email), 1.0, 100.0), (label(Channel::Display), 1.0, 50.0)]);
}
