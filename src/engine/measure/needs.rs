//! The set of facts that a measure (or several) needs, so that nothing else is gathered.

use super::entry::Rungs;
use super::fact::{Anchor, Count, Kept, Total};

/// Sets of bits, one a fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    counts: u128,
    totals: u64,
    kept: u32,
    anchors: u16,
    whole: bool,
    by_policy: bool,
}

impl Needs {
    pub const fn nothing() -> Needs {
        Needs { counts: 0, totals: 0, kept: 0, anchors: 0, whole: false, by_policy: false }
    }
    pub const fn and_count(mut self, fact: Count) -> Needs {
        self.counts |= 1 << fact as u32;
        self.by_policy |= fact.by_policy();
        self.anchors |= 1 << fact.anchor() as u16;
        self
    }
    pub const fn and_total(mut self, fact: Total) -> Needs {
        self.totals |= 1 << fact as u32;
        self.anchors |= 1 << fact.anchor() as u16;
        self
    }
    pub const fn and_kept(mut self, fact: Kept) -> Needs {
        self.kept |= 1 << fact as u32;
        self.anchors |= 1 << fact.anchor() as u16;
        self
    }
    /// Also what all rows of the question come to, to be a share of.
    pub const fn and_whole(mut self) -> Needs {
        self.whole = true;
        self
    }
    pub const fn union(self, other: Needs) -> Needs {
        Needs {
            counts: self.counts | other.counts,
            totals: self.totals | other.totals,
            kept: self.kept | other.kept,
            anchors: self.anchors | other.anchors,
            whole: self.whole | other.whole,
            by_policy: self.by_policy | other.by_policy,
        }
    }
    pub fn count(self, fact: Count) -> bool {
        self.has_count(fact as usize)
    }
    pub fn any_count(self, facts: &[Count]) -> bool {
        facts.iter().any(|f| self.count(*f))
    }
    pub fn total(self, fact: Total) -> bool {
        self.totals >> fact as u32 & 1 == 1
    }
    pub fn any_total(self, facts: &[Total]) -> bool {
        facts.iter().any(|f| self.total(*f))
    }
    pub fn kept(self, fact: Kept) -> bool {
        self.has_kept(fact as usize)
    }
    pub fn anchor(self, anchor: Anchor) -> bool {
        self.anchors >> anchor as u16 & 1 == 1
    }
    /// The stages of which any fact counts who came to them, as bits.
    pub fn stages(self, rungs: Rungs) -> u32 {
        let asked = Count::of_stages().filter(|(count, _)| self.count(*count));
        asked.fold(0, |bits, (_, rung)| bits | rungs.bit(rung))
    }
    /// Whether the skip policy decides any of the facts.
    pub fn by_policy(self) -> bool {
        self.by_policy
    }
    /// Whether any fact is kept value by value.
    pub fn keeps(self) -> bool {
        self.kept != 0
    }
    pub fn whole(self) -> bool {
        self.whole
    }
    /// By the place of the fact in its list.
    pub(super) fn has_count(self, at: usize) -> bool {
        self.counts >> at & 1 == 1
    }
    pub(super) fn has_kept(self, at: usize) -> bool {
        self.kept >> at & 1 == 1
    }
}
