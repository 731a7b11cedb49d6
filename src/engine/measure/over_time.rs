//! How the figures of several units of time come to one that stands for a unit: what a moving average
//! and a seasonal index may do with a measure. Nothing is guessed from numbers: each measure says it.

use super::MeasureId;

/// See the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverTime {
    /// Units add up: their mean is the sum divided by how many they are.
    Adds,
    /// A rate or a middle: the figure on the rows of all units, as the mean of rates is no rate.
    Pools,
    /// Somebody or something is counted once in each unit, and would be counted once in all of them
    /// together: each unit is counted by itself.
    Recounts,
}

impl MeasureId {
    /// How units of time of the measure come together; one of the user's own tells it by its formula.
    pub fn over_time(self) -> OverTime {
        use MeasureId as M;
        match self {
            M::Leads | M::Qualified | M::Opportunities | M::RawLeads | M::Won | M::Lost => {
                OverTime::Adds
            }
            M::Open | M::Units | M::NewCustomers => OverTime::Adds,
            M::Revenue | M::LostAmount | M::PipelineValue => OverTime::Adds,
            M::WeightedPipeline | M::StageWeightedPipeline => OverTime::Adds,
            M::Spend | M::TotalCosts | M::Impressions | M::Clicks | M::AdConversions => {
                OverTime::Adds
            }
            M::Visits | M::Calls | M::Emails | M::Meetings => OverTime::Adds,
            // Shares of what all units come to: that is the same for each.
            M::RevenueShare | M::BudgetGap => OverTime::Adds,
            M::UniqueLeads | M::RevenuePerAccount | M::TopTenShare => OverTime::Recounts,
            M::RepeatCustomers | M::ContentItems => OverTime::Recounts,
            M::EndToEnd | M::WinRate | M::WinRateByValue | M::WonOfCreatedValue => OverTime::Pools,
            M::QualifiedRate | M::SqlRate | M::QualifiedToWon => OverTime::Pools,
            M::OpportunityToWon | M::LastStageToWon | M::EndToEndVariation => OverTime::Pools,
            M::StageRate1 | M::StageRate2 | M::StageRate3 | M::StageRate4 => OverTime::Pools,
            M::StageRate5 | M::StageRate6 | M::StageRate7 | M::LostRate => OverTime::Pools,
            M::AverageDeal | M::MedianDeal | M::MeanCycle | M::MedianCycle => OverTime::Pools,
            M::CycleP25 | M::CycleP75 | M::CycleP90 | M::TimeToClose => OverTime::Pools,
            M::LeadLifetime | M::MeanLifetime => OverTime::Pools,
            M::LifetimeP25 | M::LifetimeP75 | M::LifetimeP90 => OverTime::Pools,
            M::Cpl | M::Cpql | M::CostPerOpportunity | M::CostPerWon => OverTime::Pools,
            M::Cac | M::CacFull | M::CacLagged | M::CacPayback => OverTime::Pools,
            M::Roas | M::AdShare | M::Romi | M::RomiMargin | M::Roi => OverTime::Pools,
            M::Ctr | M::Cpc | M::Cpm | M::CostPerConversion => OverTime::Pools,
            M::Ltv | M::Churn | M::LtvChurn | M::LtvCac => OverTime::Pools,
            M::PipelineCoverage | M::SalesVelocity => OverTime::Pools,
            M::ResponseTime | M::NeverContacted | M::MeetingsToDeals => OverTime::Pools,
            M::MissedCalls | M::ContentUse | M::Nps | M::VisitToLead => OverTime::Pools,
            M::RevenueAttainment | M::WonAttainment | M::LeadAttainment => OverTime::Pools,
            M::RevenueRunRate | M::RevenueRunRateWorking => OverTime::Pools,
            M::WonRunRate | M::WonRunRateWorking => OverTime::Pools,
            M::LeadRunRate | M::LeadRunRateWorking => OverTime::Pools,
            M::Own(_) => OverTime::Recounts,
        }
    }
}
