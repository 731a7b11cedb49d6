//! The measures: one KPI a file, each with its definition under fixed headings.
//!
//! A measure names the facts that it needs and one pure function from facts to a [`Quantity`], so
//! that a total is a ratio of sums and never a mean of ratios, and every filter and drill-down
//! agrees with it. A new measure is a file here and one line in `measures!` below.
//! Not here: which rows a question is about (`query`), the words of a definition (`i18n`).

pub mod fact;
pub mod fact_table;
pub mod gather;
mod gather_spend;
pub mod outcome_rows;
pub mod reach;

mod ad_conversions;
mod ad_share;
mod average_deal;
mod cac;
mod clicks;
mod cost_per_conversion;
mod cpc;
mod cpl;
mod cpm;
mod cpql;
mod ctr;
mod cycle_p25;
mod cycle_p75;
mod cycle_p90;
mod end_to_end;
mod impressions;
mod leads;
mod lost;
mod mean_cycle;
mod median_cycle;
mod median_deal;
mod open;
mod pipeline_value;
mod qualified;
mod revenue;
mod roas;
mod romi;
mod sales_velocity;
mod spend;
mod win_rate;
mod win_rate_by_value;
mod won;

use super::report::Absence;
use super::stats;
use super::value::{Caution, Quantity, Unit};
use fact::{Count, Facts, Kept, Needs, Total};
use serde::{Deserialize, Serialize};

/// What a measure is, apart from its words.
pub struct Measure {
    pub unit: Unit,
    pub needs: Needs,
    /// What the data must have, in the order in which a lack is reported.
    pub requires: &'static [Require],
    pub derive: fn(&Facts) -> Quantity,
}

/// Something that the data may lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Require {
    Records,
    Outcome,
    QualifiedStage,
    Amount,
    Created,
    Closed,
    Spend,
    Impressions,
    Clicks,
    Conversions,
}

impl Require {
    /// How the lack of it is told.
    pub fn lack(self) -> Absence {
        match self {
            Require::Records => Absence::NoRecords,
            Require::Outcome => Absence::NoStages,
            Require::QualifiedStage => Absence::NoQualifiedStage,
            Require::Amount => Absence::NoAmount,
            Require::Created => Absence::NoCreatedDate,
            Require::Closed => Absence::NoClosedDate,
            Require::Spend => Absence::NoSpend,
            Require::Impressions => Absence::NoImpressions,
            Require::Clicks => Absence::NoClicks,
            Require::Conversions => Absence::NoConversions,
        }
    }
}

macro_rules! measures {
    ($($id:ident => $file:ident),+ $(,)?) => {
        /// Every measure. The order is the order of the KPI cards.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum MeasureId {
            $($id),+
        }

        impl MeasureId {
            /// Every measure there is.
            pub const EVERY: &'static [MeasureId] = &[$(MeasureId::$id),+];

            /// What the measure is.
            pub fn measure(self) -> &'static Measure {
                match self {
                    $(MeasureId::$id => &$file::MEASURE),+
                }
            }
        }
    };
}

measures! {
    Leads => leads,
    Qualified => qualified,
    EndToEnd => end_to_end,
    WinRate => win_rate,
    Revenue => revenue,
    AverageDeal => average_deal,
    MedianCycle => median_cycle,
    Spend => spend,
    Cpl => cpl,
    Cac => cac,
    Romi => romi,
    Won => won,
    Lost => lost,
    Open => open,
    WinRateByValue => win_rate_by_value,
    MedianDeal => median_deal,
    PipelineValue => pipeline_value,
    SalesVelocity => sales_velocity,
    MeanCycle => mean_cycle,
    CycleP25 => cycle_p25,
    CycleP75 => cycle_p75,
    CycleP90 => cycle_p90,
    Cpql => cpql,
    Roas => roas,
    AdShare => ad_share,
    Impressions => impressions,
    Clicks => clicks,
    Ctr => ctr,
    Cpc => cpc,
    Cpm => cpm,
    AdConversions => ad_conversions,
    CostPerConversion => cost_per_conversion,
}

impl MeasureId {
    /// The measures of the card row, in its order.
    pub const ALL: [MeasureId; 11] = [
        MeasureId::Leads,
        MeasureId::Qualified,
        MeasureId::EndToEnd,
        MeasureId::WinRate,
        MeasureId::Revenue,
        MeasureId::AverageDeal,
        MeasureId::MedianCycle,
        MeasureId::Spend,
        MeasureId::Cpl,
        MeasureId::Cac,
        MeasureId::Romi,
    ];

    pub fn unit(self) -> Unit {
        self.measure().unit
    }
    pub fn needs(self) -> Needs {
        self.measure().needs
    }
    /// The figure that follows from facts.
    pub fn derive(self, facts: &Facts) -> Quantity {
        (self.measure().derive)(facts)
    }
}

/// Below this denominator the counts say more than the rate (reference: funnels, 5d).
pub const SMALL: f64 = 10.0;

/// Marks a quantity whose denominator is a small count.
fn marked_if_small(quantity: Quantity) -> Quantity {
    let n = quantity.denominator.unwrap_or(0.0);
    marked_by(quantity, n)
}

/// Marks a quantity that so few records stand behind.
fn marked_by(quantity: Quantity, records: f64) -> Quantity {
    if records > 0.0 && records < SMALL {
        return quantity.with(Caution::SmallDenominator);
    }
    quantity
}

/// What a figure of the cycle needs, what is said of it included.
const CYCLE: Needs = Needs::nothing()
    .and_count(Count::CycleUndated)
    .and_count(Count::CycleBackwards)
    .and_kept(Kept::CycleDays);

/// A figure of the cycle, with what is said of all of them.
fn cycle(facts: &Facts, value: Option<f64>) -> Quantity {
    let behind = facts.kept(Kept::CycleDays) as f64;
    let days = Quantity { value, denominator: Some(behind), ..Quantity::none(Unit::Days) };
    let days = without_dates(marked_if_small(days), facts.counted(Count::CycleUndated));
    let backwards = facts.counted(Count::CycleBackwards);
    with_any(days, Caution::DatesOutOfOrder { records: backwards })
}

/// A part of a whole, with its Wilson interval.
pub fn share(part: f64, whole: f64) -> Quantity {
    let interval = stats::wilson(part, whole);
    marked_if_small(Quantity { interval, ..Quantity::ratio(part, whole, Unit::Share) })
}

/// What a sum of costs needs, what is said of it included.
const COSTS: Needs = Needs::nothing()
    .and_total(Total::Spend)
    .and_count(Count::SpendRows)
    .and_count(Count::SpendElsewhere);

/// What a sum of won amounts needs, what is said of it included.
const WON_AMOUNTS: Needs = Needs::nothing()
    .and_total(Total::WonAmount)
    .and_count(Count::WonPriced)
    .and_count(Count::WonElsewhere)
    .and_count(Count::WonUnpriced);

/// Cost by head: without a value where there are no cost rows, so that free is not taken for 0.
fn cost_per(facts: &Facts, heads: f64) -> Quantity {
    let cost = Quantity::ratio(facts.total(Total::Spend), heads, Unit::Money);
    match facts.counted(Count::SpendRows) {
        0 => Quantity { value: None, ..cost },
        _ => marked_if_small(cost),
    }
}

/// What was left out of a sum of costs.
fn caution_of_spend(quantity: Quantity, facts: &Facts) -> Quantity {
    let quantity = other_currencies(quantity, facts.counted(Count::SpendElsewhere));
    without_dates(quantity, facts.counted(Count::SpendUndated))
}

/// What was left out of a sum of won amounts.
fn caution_of_won_amount(quantity: Quantity, facts: &Facts) -> Quantity {
    let unpriced = Caution::WithoutAmount { records: facts.counted(Count::WonUnpriced) };
    let quantity = other_currencies(quantity, facts.counted(Count::WonElsewhere));
    let quantity = with_any(quantity, unpriced);
    without_dates(quantity, facts.counted(Count::WonUndated))
}

pub(super) fn other_currencies(quantity: Quantity, records: u64) -> Quantity {
    with_any(quantity, Caution::OtherCurrencies { records })
}

fn without_dates(quantity: Quantity, records: u64) -> Quantity {
    with_any(quantity, Caution::WithoutDates { records })
}

/// Adds a caution that is about at least one record, to the same caution where it is there already.
pub(super) fn with_any(mut quantity: Quantity, caution: Caution) -> Quantity {
    use Caution as C;
    let (C::OtherCurrencies { records }
    | C::WithoutAmount { records }
    | C::WithoutDates { records }
    | C::DatesOutOfOrder { records }) = caution
    else {
        return quantity.with(caution);
    };
    for known in &mut quantity.cautions {
        match (known, &caution) {
            (C::OtherCurrencies { records: n }, C::OtherCurrencies { .. })
            | (C::WithoutAmount { records: n }, C::WithoutAmount { .. })
            | (C::WithoutDates { records: n }, C::WithoutDates { .. }) => {
                *n += records;
                return quantity;
            }
            _ => {}
        }
    }
    if records > 0 { quantity.with(caution) } else { quantity }
}
