//! Facts: what is counted, added up or kept in a cell of a table, before any division.
//!
//! Facts of two cells (or of two parts of the data) merge into the facts of both together, so a
//! total is derived from its own facts and is never a sum or a mean of other figures.
//! Not here: how facts are gathered from rows (`gather`), what is derived from them (a measure).

use crate::engine::stats::{self, Sum};

/// Which rows a fact is counted on, and so which day places it in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Records, by the day of creation.
    Created,
    /// Closed records: by the day of closing under `Basis::Period`, of creation under
    /// `Basis::Cohort`.
    Closed,
    /// Cost rows, by their own day.
    Spend,
}

/// Facts that are counts of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Count {
    Records,
    /// Records that reached the stage from which a lead is qualified, by the skip policy.
    Qualified,
    Open,
    Won,
    Lost,
    /// Won, with an amount in the report's currency.
    WonPriced,
    /// Won, in the report's currency, without an amount.
    WonUnpriced,
    /// Won, in another currency.
    WonElsewhere,
    /// Lost: with an amount in the report's currency, without one, in another currency.
    LostPriced,
    LostUnpriced,
    LostElsewhere,
    /// Open: with an amount in the report's currency, without one, in another currency.
    OpenPriced,
    OpenUnpriced,
    OpenElsewhere,
    /// Won, and one of the two dates of the cycle is missing.
    CycleUndated,
    /// Won, and closed before it was created.
    CycleBackwards,
    /// Cost rows with a cost in the report's currency.
    SpendRows,
    /// Cost rows with a cost in another currency.
    SpendElsewhere,
    /// Won or lost without the closing day that would place them in the period. Known for the
    /// report's total only, as are the two below.
    WonUndated,
    LostUndated,
    /// Cost rows without the day that would place them in the period.
    SpendUndated,
}

/// Facts that are sums. Money is in the report's currency only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Total {
    WonAmount,
    LostAmount,
    OpenAmount,
    Spend,
    Impressions,
    Clicks,
    /// As the ad system counts them.
    Conversions,
    /// Two facts of the same cost rows, those that have both, so that a rate never divides the
    /// clicks of one export by the impressions of another.
    ShownClicks,
    ClickedImpressions,
    ClicksCost,
    PaidClicks,
    ImpressionsCost,
    PaidImpressions,
    ConversionsCost,
    PaidConversions,
}

/// Facts that are kept value by value, for medians. They cost memory by the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kept {
    /// Calendar days from creation to closing of won records.
    CycleDays,
    /// Amounts of won records in the report's currency.
    WonAmounts,
}

pub(super) const COUNTS: usize = Count::SpendUndated as usize + 1;
pub(super) const TOTALS: usize = Total::PaidConversions as usize + 1;
pub(super) const KEPT: usize = Kept::WonAmounts as usize + 1;

impl Count {
    pub const fn anchor(self) -> Anchor {
        use Count as C;
        match self {
            C::Records | C::Qualified | C::Open => Anchor::Created,
            C::OpenPriced | C::OpenUnpriced | C::OpenElsewhere => Anchor::Created,
            C::Won | C::Lost | C::WonPriced | C::WonUnpriced | C::WonElsewhere => Anchor::Closed,
            C::LostPriced | C::LostUnpriced | C::LostElsewhere => Anchor::Closed,
            C::CycleUndated | C::CycleBackwards | C::WonUndated | C::LostUndated => Anchor::Closed,
            C::SpendRows | C::SpendElsewhere | C::SpendUndated => Anchor::Spend,
        }
    }
}

impl Total {
    pub const fn anchor(self) -> Anchor {
        match self {
            Total::WonAmount | Total::LostAmount => Anchor::Closed,
            Total::OpenAmount => Anchor::Created,
            _ => Anchor::Spend,
        }
    }
}

impl Kept {
    pub const fn anchor(self) -> Anchor {
        match self {
            Kept::CycleDays | Kept::WonAmounts => Anchor::Closed,
        }
    }
}

/// The set of facts that a measure (or several) needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    counts: u32,
    totals: u32,
    kept: u32,
    anchors: u8,
}

impl Needs {
    pub const fn nothing() -> Needs {
        Needs { counts: 0, totals: 0, kept: 0, anchors: 0 }
    }
    pub const fn and_count(mut self, fact: Count) -> Needs {
        self.counts |= 1 << fact as u32;
        self.anchors |= 1 << fact.anchor() as u8;
        self
    }
    pub const fn and_total(mut self, fact: Total) -> Needs {
        self.totals |= 1 << fact as u32;
        self.anchors |= 1 << fact.anchor() as u8;
        self
    }
    pub const fn and_kept(mut self, fact: Kept) -> Needs {
        self.kept |= 1 << fact as u32;
        self.anchors |= 1 << fact.anchor() as u8;
        self
    }
    pub const fn union(self, other: Needs) -> Needs {
        Needs {
            counts: self.counts | other.counts,
            totals: self.totals | other.totals,
            kept: self.kept | other.kept,
            anchors: self.anchors | other.anchors,
        }
    }
    pub fn count(self, fact: Count) -> bool {
        self.counts >> fact as u32 & 1 == 1
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
        self.kept >> fact as u32 & 1 == 1
    }
    pub fn anchor(self, anchor: Anchor) -> bool {
        self.anchors >> anchor as u8 & 1 == 1
    }
}

/// The facts of one cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    pub(super) counts: [u64; COUNTS],
    pub(super) totals: [Sum; TOTALS],
    pub(super) kept: [Vec<f64>; KEPT],
    /// Whether wins were counted on the same records as leads: then their ratio is a share of a
    /// whole and has an interval. Not so where leads are placed by creation and wins by closing.
    pub one_population: bool,
}

impl Default for Facts {
    fn default() -> Self {
        Facts {
            counts: [0; COUNTS],
            totals: [Sum::default(); TOTALS],
            kept: [const { Vec::new() }; KEPT],
            one_population: true,
        }
    }
}

impl Facts {
    /// A count, as the number that formulas work with.
    pub fn count(&self, fact: Count) -> f64 {
        self.counts[fact as usize] as f64
    }
    /// A count, as a whole number.
    pub fn counted(&self, fact: Count) -> u64 {
        self.counts[fact as usize]
    }
    pub fn total(&self, fact: Total) -> f64 {
        self.totals[fact as usize].value()
    }
    /// How many values were kept.
    pub fn kept(&self, fact: Kept) -> usize {
        self.kept[fact as usize].len()
    }
    /// The mean of the kept values.
    pub fn mean(&self, fact: Kept) -> Option<f64> {
        let values = &self.kept[fact as usize];
        let sum: stats::Sum = values.iter().copied().collect();
        (!values.is_empty()).then(|| sum.value() / values.len() as f64)
    }
    pub fn quantile(&self, fact: Kept, p: f64) -> Option<f64> {
        stats::quantile(&mut self.kept[fact as usize].clone(), p)
    }

    pub fn add_count(&mut self, fact: Count, n: u64) {
        self.counts[fact as usize] += n;
    }
    pub fn add_total(&mut self, fact: Total, sum: Sum) {
        self.totals[fact as usize].merge(sum);
    }
    pub fn keep(&mut self, fact: Kept, values: &[f64]) {
        self.kept[fact as usize].extend_from_slice(values);
    }

    /// Takes in the facts of another cell.
    pub fn merge(&mut self, other: &Facts) {
        for (mine, theirs) in self.counts.iter_mut().zip(&other.counts) {
            *mine += theirs;
        }
        for (mine, theirs) in self.totals.iter_mut().zip(&other.totals) {
            mine.merge(*theirs);
        }
        for (mine, theirs) in self.kept.iter_mut().zip(&other.kept) {
            mine.extend_from_slice(theirs);
        }
        self.one_population &= other.one_population;
    }

    /// Whether none of the needed facts occurred.
    pub fn is_empty(&self, needs: Needs) -> bool {
        let counted = |(i, n): (usize, &u64)| *n > 0 && needs.counts >> i & 1 == 1;
        let kept = |(i, v): (usize, &Vec<f64>)| !v.is_empty() && needs.kept >> i & 1 == 1;
        !self.counts.iter().enumerate().any(counted) && !self.kept.iter().enumerate().any(kept)
    }
}
