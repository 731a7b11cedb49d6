//! Where the definition of each measure comes from: works by name or address, which are the same in
//! every language, or words of the language.

use super::Strings;
use crate::engine::measure::MeasureId;

/// See the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// By name or address.
    Works(&'static str),
    /// A count or a sum, which is its own definition.
    Plain,
    /// As it is usual in reports of marketing and sales.
    Usual,
    /// As the ad systems have it, computed anew from counts.
    AdSystems,
}

const STAGES: Source = Source::Works("cro.expert/knowledge/win-rate-stage-conversion-diagnostics");
const WINS: Source =
    Source::Works("docs.oracle.com: Salesforce, Opportunity Stage Progression Metrics");
const COHORT_WINS: Source = Source::Works(
    "docs.oracle.com: Salesforce, Opportunity Stage Progression Metrics; cro.expert/knowledge/win-rate-stage-conversion-diagnostics",
);
const AD_SET: Source = Source::Works("romi.center");
const FULL_CAC: Source = Source::Works("help.finmark.com 5525177; alamrafiul.com; portfolioiq.ai");
const PAYBACK: Source = Source::Works("help.finmark.com; klipfolio.com; mrrcanvas");
const ROMI: Source = Source::Works("vc.ru/marketing/783045; OWOX (agro-sss.ru)");
const VELOCITY: Source =
    Source::Works("mavenlb.com; winsabove.pages.dev/glossary/sales-velocity; getchief.com");
const COVERAGE: Source = Source::Works(
    "winsabove.pages.dev/glossary/pipeline-coverage-ratio; therevopsreport.com; mxmrevenue.com",
);
const CURVE: Source = Source::Works("E. L. Kaplan, P. Meier, JASA 53 (1958)");
const NPS: Source = Source::Works("Bain & Company; B. Rocks, The American Statistician 70 (2016)");

impl Strings {
    /// Where the definition of a measure comes from; nothing for those that the user made.
    pub fn source(&self, id: MeasureId) -> Option<&'static str> {
        Some(match source(id)? {
            Source::Works(works) => works,
            Source::Plain => self.report.source_plain,
            Source::Usual => self.report.source_usual,
            Source::AdSystems => self.report.source_ads,
        })
    }
}

/// Of a measure; nothing of those that the user made.
pub fn source(id: MeasureId) -> Option<Source> {
    use MeasureId as M;
    Some(match id {
        M::Leads | M::RawLeads | M::UniqueLeads | M::Qualified | M::Opportunities => Source::Plain,
        M::Won | M::Lost | M::Open | M::Units | M::NewCustomers => Source::Plain,
        M::Revenue | M::LostAmount | M::PipelineValue | M::TotalCosts => Source::Plain,
        M::Spend | M::Impressions | M::Clicks | M::AdConversions | M::Visits => Source::Plain,
        M::Calls | M::Emails | M::Meetings => Source::Plain,
        M::StageRate1 | M::StageRate2 | M::StageRate3 | M::StageRate4 => STAGES,
        M::StageRate5 | M::StageRate6 | M::StageRate7 => STAGES,
        M::SqlRate | M::QualifiedToWon | M::OpportunityToWon | M::LastStageToWon => STAGES,
        M::WinRate | M::WinRateByValue => WINS,
        M::EndToEnd | M::WonOfCreatedValue | M::LostRate => COHORT_WINS,
        M::Cpl | M::Roas | M::AdShare => AD_SET,
        M::Romi | M::RomiMargin => ROMI,
        M::Roi => Source::Works("vc.ru/marketing/783045; slaix.io"),
        M::CacFull => FULL_CAC,
        M::CacPayback => PAYBACK,
        M::LtvChurn => Source::Works("help.finmark.com; klipfolio.com; mrrcanvas; portfolioiq.ai"),
        M::SalesVelocity => VELOCITY,
        M::WeightedPipeline | M::StageWeightedPipeline => Source::Works("mapmycustomers.me"),
        M::PipelineCoverage => COVERAGE,
        M::TimeToClose => CURVE,
        M::Nps => NPS,
        M::Ctr | M::Cpc | M::Cpm | M::CostPerConversion => Source::AdSystems,
        M::QualifiedRate | M::EndToEndVariation | M::VisitToLead => Source::Usual,
        M::AverageDeal | M::MedianDeal | M::RevenueShare | M::BudgetGap => Source::Usual,
        M::RevenuePerAccount | M::TopTenShare | M::RepeatCustomers => Source::Usual,
        M::MedianCycle | M::MeanCycle | M::CycleP25 | M::CycleP75 | M::CycleP90 => Source::Usual,
        M::LeadLifetime | M::MeanLifetime => Source::Usual,
        M::LifetimeP25 | M::LifetimeP75 | M::LifetimeP90 => Source::Usual,
        M::Cpql | M::CostPerOpportunity | M::CostPerWon | M::Cac | M::CacLagged => Source::Usual,
        M::Ltv | M::Churn | M::LtvCac => Source::Usual,
        M::ResponseTime | M::NeverContacted | M::MeetingsToDeals => Source::Usual,
        M::MissedCalls | M::ContentUse | M::ContentItems => Source::Usual,
        M::RevenueAttainment | M::WonAttainment | M::LeadAttainment => Source::Usual,
        M::RevenueRunRate | M::RevenueRunRateWorking => Source::Usual,
        M::WonRunRate | M::WonRunRateWorking => Source::Usual,
        M::LeadRunRate | M::LeadRunRateWorking => Source::Usual,
        M::Own(_) => return None,
    })
}
