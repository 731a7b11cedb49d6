//! The measures: one KPI a file, each with its definition under fixed headings.
//!
//! A measure names the facts that it needs and one pure function from facts to a [`Quantity`], so
//! that a total is a ratio of sums and never a mean of ratios, and every filter and drill-down
//! agrees with it. A new measure is a file here and one line in `measures!` below.
//! Not here: which rows a question is about (`query`), the words of a definition (`i18n`).

pub mod account;
mod cac_full;
mod cac_lagged;
mod cac_payback;
mod calls;
pub mod chance;
mod churn;
mod content_items;
mod content_use;
pub mod customer_rows;
mod emails;
pub mod entry;
pub mod fact;
pub mod fact_table;
mod facts;
mod formula;
pub mod gather;
mod gather_aside;
mod gather_created;
mod gather_customers;
mod gather_lives;
mod gather_reach;
mod gather_spend;
mod gather_visits;
mod group;
mod lead_attainment;
mod lead_run_rate;
mod lead_run_rate_working;
mod lifetime;
mod ltv;
mod ltv_cac;
mod ltv_churn;
mod meetings;
mod meetings_to_deals;
mod missed_calls;
mod needs;
mod never_contacted;
mod new_customers;
mod nps;
pub mod outcome_rows;
pub mod over_time;
mod pipeline_coverage;
pub mod reach;
mod response_time;
mod revenue_attainment;
mod revenue_run_rate;
mod revenue_run_rate_working;
mod roi;
mod romi_margin;
mod total_costs;
mod units;
mod visit_to_lead;
mod visits;
mod weighted_pipeline;
mod won_attainment;
mod won_of_created_value;
mod won_run_rate;
mod won_run_rate_working;

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
mod own;
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

mod budget_gap;
mod cost_per_opportunity;
mod cost_per_won;
mod end_to_end_variation;
mod last_stage_to_won;
mod lead_lifetime;
mod life_days;
mod lifetime_mean;
mod lifetime_p25;
mod lifetime_p75;
mod lifetime_p90;
mod lost_amount;
mod lost_rate;
mod opportunities;
mod opportunity_to_won;
mod qualified_rate;
mod qualified_to_won;
mod raw_leads;
mod repeat_customers;
mod revenue_per_account;
mod revenue_share;
mod sql_rate;
mod stage_rate;
mod stage_weighted_pipeline;
mod time_to_close;
mod top_ten_share;
mod unique_leads;

use super::report::Absence;
use super::value::{Quantity, Unit};
use entry::{came, entered, of_different, rate};
use fact::{Facts, Needs};
use formula::{
    ALL_COSTS, COSTS, CYCLE, WON_AMOUNTS, all_costs, caution_of_all_costs, caution_of_spend,
    caution_of_won_amount, cost_per, cycle, marked_by, marked_if_small, run_rate, run_rate_working,
    without_dates,
};
pub use formula::{SMALL, difference, share};
pub(in crate::engine) use formula::{other_currencies, with_any, with_plan_parts};
pub use group::MeasureGroup;
use life_days::{LIFETIME, lifetime_of};
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
    /// A file of visits of the site.
    Visits,
    /// At least so many stages in the ladder.
    Stages(u8),
    /// A stage after the qualified one.
    NextStage,
    Account,
    Person,
    Quantity,
    Chance,
    ExpectedClose,
    Margin,
    OtherCosts,
    Activities,
    /// An activity that speaks of a record that is there.
    TiedActivities,
    /// Which calls came in.
    Direction,
    /// Creation and activities with a time of day.
    Times,
    Scores,
    /// Activities that name the content that was used, and a file that lists what was published.
    ContentItems,
    ContentList,
    RevenuePlan,
    WonPlan,
    LeadPlan,
    /// The basis of events.
    PeriodBasis,
    /// A period as a whole.
    Window,
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
            Require::Visits => Absence::NoVisits,
            Require::Stages(_) => Absence::NoSuchStage,
            Require::NextStage => Absence::NoNextStage,
            Require::Account => Absence::NoAccount,
            Require::Person => Absence::NoPerson,
            Require::Quantity => Absence::NoQuantity,
            Require::Chance => Absence::NoChance,
            Require::ExpectedClose => Absence::NoExpectedClose,
            Require::Margin => Absence::NoMargin,
            Require::OtherCosts => Absence::NoOtherCosts,
            Require::Activities => Absence::NoActivities,
            Require::TiedActivities => Absence::ActivitiesNotTied,
            Require::Direction => Absence::NoDirection,
            Require::Times => Absence::NoTimes,
            Require::Scores => Absence::NoScores,
            Require::ContentItems => Absence::NoContentItems,
            Require::ContentList => Absence::NoContentList,
            Require::RevenuePlan | Require::WonPlan | Require::LeadPlan => Absence::NoTargets,
            Require::PeriodBasis => Absence::NeedsPeriodBasis,
            Require::Window => Absence::NotAlongTime,
        }
    }
}

macro_rules! measures {
    ($($id:ident => $measure:expr),+ $(,)?) => {
        /// Every measure. The order is the order of the KPI cards.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum MeasureId {
            $($id,)+
            /// A measure of the user's own, by its number in the document.
            Own(u16),
        }

        impl MeasureId {
            /// Every measure there is, those of the user's own aside.
            pub const EVERY: &'static [MeasureId] = &[$(MeasureId::$id),+];

            /// What the measure is.
            pub fn measure(self) -> &'static Measure {
                match self {
                    $(MeasureId::$id => const { &$measure },)+
                    MeasureId::Own(_) => &own::MEASURE,
                }
            }
        }
    };
}

measures! {
    Leads => leads::MEASURE,
    Qualified => qualified::MEASURE,
    EndToEnd => end_to_end::MEASURE,
    WinRate => win_rate::MEASURE,
    Revenue => revenue::MEASURE,
    AverageDeal => average_deal::MEASURE,
    MedianCycle => median_cycle::MEASURE,
    Spend => spend::MEASURE,
    Cpl => cpl::MEASURE,
    Cac => cac::MEASURE,
    Romi => romi::MEASURE,
    Won => won::MEASURE,
    Lost => lost::MEASURE,
    Open => open::MEASURE,
    WinRateByValue => win_rate_by_value::MEASURE,
    WonOfCreatedValue => won_of_created_value::MEASURE,
    MedianDeal => median_deal::MEASURE,
    PipelineValue => pipeline_value::MEASURE,
    SalesVelocity => sales_velocity::MEASURE,
    MeanCycle => mean_cycle::MEASURE,
    CycleP25 => cycle_p25::MEASURE,
    CycleP75 => cycle_p75::MEASURE,
    CycleP90 => cycle_p90::MEASURE,
    Cpql => cpql::MEASURE,
    Roas => roas::MEASURE,
    AdShare => ad_share::MEASURE,
    Impressions => impressions::MEASURE,
    Clicks => clicks::MEASURE,
    Ctr => ctr::MEASURE,
    Cpc => cpc::MEASURE,
    Cpm => cpm::MEASURE,
    AdConversions => ad_conversions::MEASURE,
    CostPerConversion => cost_per_conversion::MEASURE,
    StageRate1 => stage_rate::measure::<0>(),
    StageRate2 => stage_rate::measure::<1>(),
    StageRate3 => stage_rate::measure::<2>(),
    StageRate4 => stage_rate::measure::<3>(),
    StageRate5 => stage_rate::measure::<4>(),
    StageRate6 => stage_rate::measure::<5>(),
    StageRate7 => stage_rate::measure::<6>(),
    QualifiedRate => qualified_rate::MEASURE,
    SqlRate => sql_rate::MEASURE,
    QualifiedToWon => qualified_to_won::MEASURE,
    OpportunityToWon => opportunity_to_won::MEASURE,
    LastStageToWon => last_stage_to_won::MEASURE,
    Opportunities => opportunities::MEASURE,
    EndToEndVariation => end_to_end_variation::MEASURE,
    LostRate => lost_rate::MEASURE,
    LostAmount => lost_amount::MEASURE,
    RawLeads => raw_leads::MEASURE,
    UniqueLeads => unique_leads::MEASURE,
    RevenueShare => revenue_share::MEASURE,
    BudgetGap => budget_gap::MEASURE,
    RevenuePerAccount => revenue_per_account::MEASURE,
    TopTenShare => top_ten_share::MEASURE,
    RepeatCustomers => repeat_customers::MEASURE,
    CostPerOpportunity => cost_per_opportunity::MEASURE,
    CostPerWon => cost_per_won::MEASURE,
    StageWeightedPipeline => stage_weighted_pipeline::MEASURE,
    LeadLifetime => lead_lifetime::MEASURE,
    LifetimeP25 => lifetime_p25::MEASURE,
    LifetimeP75 => lifetime_p75::MEASURE,
    LifetimeP90 => lifetime_p90::MEASURE,
    MeanLifetime => lifetime_mean::MEASURE,
    TimeToClose => time_to_close::MEASURE,
    Units => units::MEASURE,
    WeightedPipeline => weighted_pipeline::MEASURE,
    PipelineCoverage => pipeline_coverage::MEASURE,
    NewCustomers => new_customers::MEASURE,
    TotalCosts => total_costs::MEASURE,
    CacFull => cac_full::MEASURE,
    CacLagged => cac_lagged::MEASURE,
    CacPayback => cac_payback::MEASURE,
    RomiMargin => romi_margin::MEASURE,
    Roi => roi::MEASURE,
    Ltv => ltv::MEASURE,
    Churn => churn::MEASURE,
    LtvChurn => ltv_churn::MEASURE,
    LtvCac => ltv_cac::MEASURE,
    ResponseTime => response_time::MEASURE,
    NeverContacted => never_contacted::MEASURE,
    Calls => calls::MEASURE,
    Emails => emails::MEASURE,
    Meetings => meetings::MEASURE,
    MeetingsToDeals => meetings_to_deals::MEASURE,
    MissedCalls => missed_calls::MEASURE,
    ContentUse => content_use::MEASURE,
    ContentItems => content_items::MEASURE,
    Nps => nps::MEASURE,
    RevenueAttainment => revenue_attainment::MEASURE,
    WonAttainment => won_attainment::MEASURE,
    LeadAttainment => lead_attainment::MEASURE,
    RevenueRunRate => revenue_run_rate::MEASURE,
    RevenueRunRateWorking => revenue_run_rate_working::MEASURE,
    WonRunRate => won_run_rate::MEASURE,
    WonRunRateWorking => won_run_rate_working::MEASURE,
    LeadRunRate => lead_run_rate::MEASURE,
    LeadRunRateWorking => lead_run_rate_working::MEASURE,
    Visits => visits::MEASURE,
    VisitToLead => visit_to_lead::MEASURE,
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
