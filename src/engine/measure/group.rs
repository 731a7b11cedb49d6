//! How measures are listed for people, and which way is up.

use super::MeasureId;

/// Headings of the list of measures, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeasureGroup {
    Leads,
    Sales,
    Money,
    Pipeline,
    Ads,
    Time,
    Accounts,
    Activities,
}

impl MeasureGroup {
    pub const EVERY: [MeasureGroup; 8] = [
        MeasureGroup::Leads,
        MeasureGroup::Sales,
        MeasureGroup::Money,
        MeasureGroup::Pipeline,
        MeasureGroup::Ads,
        MeasureGroup::Time,
        MeasureGroup::Accounts,
        MeasureGroup::Activities,
    ];
}

impl MeasureId {
    /// Under which heading it stands.
    pub fn group(self) -> MeasureGroup {
        use MeasureGroup as G;
        use MeasureId as M;
        match self {
            M::Leads | M::Qualified | M::QualifiedRate | M::SqlRate => G::Leads,
            M::Opportunities | M::RawLeads | M::UniqueLeads | M::EndToEnd => G::Leads,
            M::EndToEndVariation | M::QualifiedToWon => G::Leads,
            M::StageRate1 | M::StageRate2 | M::StageRate3 | M::StageRate4 => G::Sales,
            M::StageRate5 | M::StageRate6 | M::StageRate7 | M::LastStageToWon => G::Sales,
            M::OpportunityToWon => G::Sales,
            M::WonOfCreatedValue => G::Sales,
            M::WinRate | M::WinRateByValue | M::Won | M::Lost | M::Open | M::LostRate => G::Sales,
            M::Revenue | M::AverageDeal | M::MedianDeal | M::RevenueShare => G::Money,
            M::LostAmount => G::Money,
            M::PipelineValue | M::StageWeightedPipeline | M::SalesVelocity => G::Pipeline,
            M::Spend | M::Cpl | M::Cpql | M::CostPerOpportunity => G::Ads,
            M::CostPerWon | M::Cac => G::Ads,
            M::Romi | M::Roas | M::AdShare | M::BudgetGap => G::Ads,
            M::Impressions | M::Clicks | M::Ctr | M::Cpc | M::Cpm => G::Ads,
            M::AdConversions | M::CostPerConversion => G::Ads,
            M::Visits | M::VisitToLead => G::Ads,
            M::MedianCycle | M::MeanCycle | M::CycleP25 | M::CycleP75 | M::CycleP90 => G::Time,
            M::LeadLifetime | M::TimeToClose => G::Time,
            M::LifetimeP25 | M::LifetimeP75 | M::LifetimeP90 | M::MeanLifetime => G::Time,
            M::LeadAttainment | M::LeadRunRate | M::LeadRunRateWorking => G::Leads,
            M::WonAttainment | M::MeetingsToDeals => G::Sales,
            M::WonRunRate | M::WonRunRateWorking => G::Sales,
            M::Units | M::RevenueAttainment => G::Money,
            M::RevenueRunRate | M::RevenueRunRateWorking => G::Money,
            M::WeightedPipeline | M::PipelineCoverage => G::Pipeline,
            M::TotalCosts | M::CacFull | M::CacLagged | M::CacPayback => G::Ads,
            M::RomiMargin | M::Roi => G::Ads,
            M::ResponseTime => G::Time,
            M::NewCustomers | M::Ltv | M::Churn | M::LtvChurn | M::LtvCac => G::Accounts,
            M::Nps => G::Accounts,
            M::NeverContacted | M::Calls | M::Emails | M::Meetings => G::Activities,
            M::MissedCalls | M::ContentUse | M::ContentItems => G::Activities,
            M::RevenuePerAccount | M::TopTenShare | M::RepeatCustomers => G::Accounts,
            // Listed apart, under names that the user gave.
            M::Own(_) => G::Sales,
        }
    }

    /// Whether more of it is better, less of it, or neither.
    pub fn more_is_better(self) -> Option<bool> {
        use MeasureId as M;
        match self {
            M::Own(_) | M::Open | M::RawLeads | M::TopTenShare | M::BudgetGap => None,
            M::MedianCycle | M::MeanCycle | M::CycleP25 | M::CycleP75 | M::CycleP90 => Some(false),
            M::LeadLifetime | M::TimeToClose | M::EndToEndVariation => Some(false),
            M::LifetimeP25 | M::LifetimeP75 | M::LifetimeP90 | M::MeanLifetime => Some(false),
            M::Spend | M::Cpl | M::Cpql | M::CostPerOpportunity => Some(false),
            M::CostPerWon | M::Cac => Some(false),
            M::Lost | M::LostRate | M::LostAmount => Some(false),
            M::TotalCosts | M::CacFull | M::CacLagged | M::CacPayback => Some(false),
            M::Churn | M::ResponseTime | M::NeverContacted | M::MissedCalls => Some(false),
            M::AdShare | M::Cpc | M::Cpm | M::CostPerConversion => Some(false),
            _ => Some(true),
        }
    }

    /// Whether the margin is a part of it, or would be if it were set.
    pub fn uses_margin(self) -> bool {
        use MeasureId as M;
        matches!(self, M::Romi | M::RomiMargin | M::Roi)
            || matches!(self, M::Ltv | M::LtvChurn | M::LtvCac | M::CacPayback)
    }

    /// Whether it divides money by money, and not by a count.
    pub fn is_money_by_money(self) -> bool {
        use MeasureId as M;
        matches!(
            self,
            M::Romi
                | M::Roas
                | M::AdShare
                | M::WinRateByValue
                | M::WonOfCreatedValue
                | M::RevenueShare
                | M::TopTenShare
        )
    }
}
