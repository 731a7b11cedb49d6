//! Reach: monotone under Implied, policies nested, every count a part of the first.

use super::world::{WORLDS, World};
use tundish::engine::mapping::begin::BeginWith;
use tundish::engine::report::*;
use tundish::engine::value::{Quantity, Unit};

const ENTITIES: [Entity; 3] = [Entity::Record, Entity::Person, Entity::Account];

fn funnel(world: &World, policy: SkipPolicy, entity: Entity, window: Option<u32>) -> Funnel {
    let spec = ReportSpec { policy, entity, window, ..ReportSpec::default() };
    match world.one(&spec, BlockSpec::Funnel(FunnelSpec::default())) {
        Answer::Funnel(funnel) => funnel,
        Answer::Absent(_) => Funnel {
            stages: Vec::new(),
            entered: 0,
            won: 0,
            lost: 0,
            open: 0,
            unknown_depth: 0,
            unmapped: 0,
            end_to_end: Quantity::plain(0.0, Unit::Count),
            end_to_end_before: None,
            split: None,
            ground: FunnelGround::default(),
        },
        other => panic!("{other:?}"),
    }
}

fn reached(funnel: &Funnel) -> Vec<u64> {
    funnel.stages.iter().map(|s| s.reached).collect()
}

#[test]
fn reach_is_monotone_and_policies_are_nested() {
    let mut drawn = 0;
    for seed in 0..WORLDS {
        let mut world = World::new(seed);
        if seed % 3 == 0 {
            world.mapping.begin.with = BeginWith::Leads;
        }
        for (entity, window) in ENTITIES.into_iter().zip([None, Some(30), None]) {
            let of = |policy| funnel(&world, policy, entity, window);
            let [implied, observed, strict, any] =
                [SkipPolicy::Implied, SkipPolicy::Observed, SkipPolicy::Strict, SkipPolicy::Any]
                    .map(of);
            drawn += usize::from(implied.entered > 0);
            for funnel in [&implied, &observed, &strict, &any] {
                assert_eq!(funnel.entered, funnel.won + funnel.lost + funnel.open, "seed {seed}");
                for stage in &funnel.stages {
                    assert!(stage.reached <= funnel.entered, "seed {seed}");
                    assert_eq!(stage.reached, stage.observed + stage.implied, "seed {seed}");
                }
                let first = funnel.stages.first().map_or(0, |s| s.reached);
                assert_eq!(first, funnel.entered, "seed {seed}");
            }
            let counts = [&implied, &observed, &strict, &any].map(reached);
            let [i, o, s, a] = &counts;
            assert!(i.is_sorted_by(|a, b| a >= b), "seed {seed} {entity:?}: {i:?}");
            assert!(s.is_sorted_by(|a, b| a >= b), "seed {seed} {entity:?}: {s:?}");
            for ((strict, observed), implied) in s.iter().zip(o).zip(i) {
                assert!(strict <= observed && observed <= implied, "seed {seed} {counts:?}");
            }
            assert_eq!(o, a, "seed {seed}");
            // What is seen is seen under any policy that goes on to it.
            for (implied, observed) in implied.stages.iter().zip(&observed.stages) {
                assert_eq!(implied.observed, observed.observed, "seed {seed} {entity:?}");
                assert_eq!(observed.implied, 0, "seed {seed} {entity:?}");
            }
        }
    }
    assert!(drawn > 500, "the worlds are too empty to prove anything: {drawn}");
}

#[test]
fn a_window_never_adds_and_a_wide_one_takes_nothing_that_is_dated() {
    for seed in 0..WORLDS {
        let world = World::new(seed);
        let of = |window| funnel(&world, SkipPolicy::Implied, Entity::Record, window);
        let (free, short, long) = (of(None), of(Some(20)), of(Some(90)));
        for ((free, short), long) in reached(&free).iter().zip(reached(&short)).zip(reached(&long))
        {
            assert!(short <= long && long <= *free, "seed {seed}");
        }
    }
}
