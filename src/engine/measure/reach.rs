//! Whether a record reached a stage, by skip policy (reference: funnels, 5b).
//!
//! Not here: what counts as evidence for a stage (`funnel`, when records are assembled).

use crate::engine::funnel::{Assembled, Outcome, Records};
use crate::engine::report::SkipPolicy;

/// How far each record came by a policy: the stages that it reached, as bits, and whether its win
/// counts.
pub struct Reach {
    pub reached: Vec<u32>,
    pub won: Vec<bool>,
}

impl Reach {
    pub fn of(assembled: &Assembled, policy: SkipPolicy) -> Reach {
        let (records, stages) = (&assembled.records, assembled.stages.len());
        let each = || records.outcome.iter().enumerate();
        let is_won = |(row, outcome): (usize, &Outcome)| {
            let early = records.won_early.get(row) == Some(&true);
            won(evidence(records, row, policy), *outcome, policy, stages, early)
        };
        let came = |(row, outcome): (usize, &Outcome)| {
            reached(evidence(records, row, policy), *outcome, policy)
        };
        Reach { reached: each().map(came).collect(), won: each().map(is_won).collect() }
    }
}

/// Bit i: ladder stage i was reached. `observed` has a bit for each stage with evidence of its own;
/// creation is evidence for the first stage.
///
/// Lost never adds a stage: a lost record reached the last stage that it has evidence for. Under
/// `Implied`, won adds all of them, and any stage adds the ones before it, so reach never grows
/// along the ladder. Under `Strict`, a stage counts only while no stage before it is missing (or dated later, see
/// [`evidence`]).
#[inline]
pub fn reached(observed: u32, outcome: Outcome, policy: SkipPolicy) -> u32 {
    let observed = observed | 1;
    match policy {
        SkipPolicy::Observed | SkipPolicy::Any => observed,
        SkipPolicy::Implied if outcome == Outcome::Won => u32::MAX,
        SkipPolicy::Implied => u32::MAX >> observed.leading_zeros(),
        SkipPolicy::Strict => {
            let unbroken = observed.trailing_ones();
            if unbroken >= u32::BITS { u32::MAX } else { (1 << unbroken) - 1 }
        }
    }
}

/// The evidence that a policy goes by: under `Strict` a stage that is dated before the one in front
/// of it counts as none, since the path is not one in the order of dates.
#[inline]
pub fn evidence(records: &Records, row: usize, policy: SkipPolicy) -> u32 {
    let observed = records.observed.get(row).copied().unwrap_or(0);
    match policy {
        SkipPolicy::Strict => observed & !records.disordered.get(row).copied().unwrap_or(0),
        _ => observed,
    }
}

/// Whether the win itself counts: under `Strict` only after every stage of the ladder. Where a win
/// is dated before the last stage (`early`), it is none of a strict path.
#[inline]
pub fn won(
    observed: u32,
    outcome: Outcome,
    policy: SkipPolicy,
    stages: usize,
    early: bool,
) -> bool {
    let strict = || !early && (observed | 1).trailing_ones() as usize >= stages;
    outcome == Outcome::Won && (policy != SkipPolicy::Strict || strict())
}

#[cfg(test)]
mod tests {
    use super::*;
    use SkipPolicy as P;

    #[test]
    fn each_policy_on_the_same_evidence() {
        // Evidence for stages 0 and 2; stage 1 was skipped.
        let open = |policy| reached(0b101, Outcome::Open, policy) & 0b1111;
        assert_eq!([P::Observed, P::Implied, P::Strict, P::Any].map(open), [5, 7, 1, 5]);
    }

    #[test]
    fn lost_implies_nothing_and_won_implies_all() {
        assert_eq!(reached(0b1, Outcome::Lost, P::Implied), 0b1);
        assert_eq!(reached(0b11, Outcome::Lost, P::Implied), 0b11);
        assert_eq!(reached(0b1, Outcome::Won, P::Implied), u32::MAX);
        assert_eq!(reached(0b1, Outcome::Won, P::Observed), 0b1);
    }

    #[test]
    fn a_strict_win_needs_every_stage() {
        assert!(won(0b111, Outcome::Won, P::Strict, 3, false));
        assert!(!won(0b111, Outcome::Won, P::Strict, 3, true));
        assert!(!won(0b101, Outcome::Won, P::Strict, 3, false));
        assert!(won(0b101, Outcome::Won, P::Observed, 3, false));
        assert!(!won(0b111, Outcome::Lost, P::Strict, 3, false));
        assert_eq!(reached(u32::MAX, Outcome::Open, P::Strict), u32::MAX);
    }
}
