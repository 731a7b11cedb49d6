//! Facts: what is counted, added up or kept in a cell of a table, before any division.
//!
//! Facts of two cells (or of two parts of the data) merge into the facts of both together, so a
//! total is derived from its own facts and is never a sum or a mean of other figures.
//! Not here: how facts are gathered from rows (`gather`), what is derived from them (a measure).

pub use super::facts::{Facts, Terms, WorkingDays};
pub use super::needs::Needs;

/// Which rows a fact is counted on, and so which day places it in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Records, by the day of creation.
    Created,
    /// Records that came to a stage: by the day on which they entered it under `Basis::Period` where
    /// the data tell that day, else by creation (see `entry`).
    Entered,
    /// Closed records: by the day of closing under `Basis::Period`, of creation under
    /// `Basis::Cohort`.
    Closed,
    /// Cost rows, by their own day.
    Spend,
    /// Cost rows, by their own day moved on by the usual cycle.
    Lagged,
    /// Rows of costs other than ads, of activities, of survey answers, of plans: by their own day.
    OtherCosts,
    Activities,
    Scores,
    Targets,
    /// Open records, by the day on which they are expected to close.
    Expected,
    /// Open records: under `Basis::Cohort` by creation; under `Basis::Period` as [`Anchor::Expected`]
    /// where the file tells that day, else as [`Anchor::Standing`].
    Open,
    /// Records as they stand now, whatever the period.
    Standing,
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
    /// Open, without the expected day that would place them in the period. Known for the report's
    /// total only.
    OpenUndated,
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
    /// Rows of the file behind the records: repeats of an id are counted one by one.
    RawRows,
    /// Records that reached the nth stage, and those of them that reached the next one (of events: all
    /// that did).
    From1,
    From2,
    From3,
    From4,
    From5,
    From6,
    From7,
    Both1,
    Both2,
    Both3,
    Both4,
    Both5,
    Both6,
    Both7,
    /// Reached the stage after the qualified one; those of them that were qualified (of events: all).
    Opportunities,
    QualifiedOn,
    /// Qualified, and won; reached the last stage; reached it, and won. Of events the won are all who were.
    QualifiedWon,
    LastStage,
    LastStageWon,
    /// Open, with an amount in the report's currency, and no stage that tells a chance.
    OpenUnstaged,
    /// The same without a probability in the file.
    OpenWithoutChance,
    /// Records with an activity after their creation; with a meeting that was held; of these won;
    /// with content that was used.
    Contacted,
    Met,
    MetWon,
    WithContent,
    /// Won, and the file names no quantity.
    WonWithoutUnits,
    /// Won, and the file names no account.
    WonWithoutAccount,
    /// First wins of an account; of these accounts, those that stopped buying, and those that are
    /// younger than the horizon of the lifetime value.
    NewCustomers,
    ChurnedCustomers,
    YoungCustomers,
    /// Later wins of these accounts that have no day.
    LaterUndated,
    OtherRows,
    OtherElsewhere,
    OtherUndated,
    /// Cost rows in the moved period, in the report's currency and in others.
    LaggedRows,
    LaggedElsewhere,
    Calls,
    InboundCalls,
    MissedCalls,
    Emails,
    Meetings,
    HeldMeetings,
    Promoters,
    Passives,
    Detractors,
    /// Answers that are no whole number from 0 to 10.
    InvalidScores,
    /// Open and qualified, expected to close here: with an amount, and without one.
    ExpectedPriced,
    ExpectedUnpriced,
    /// Open and qualified now.
    OpenQualified,
    /// Qualified records and opportunities where stages are parts of each other, and those of the
    /// opportunities that were won.
    QualifiedTied,
    OpportunitiesTied,
    OpportunitiesWon,
    /// Plans of revenue, of wins, of leads.
    RevenuePlans,
    WonPlans,
    LeadPlans,
    /// Records of channels that have visits, created while visits were counted.
    VisitedRecords,
    /// Rows of files of visits.
    VisitRows,
    /// Of whatever outcome: with an amount in the report's currency, without one, in another currency.
    CreatedPriced,
    CreatedUnpriced,
    CreatedElsewhere,
    /// Came to the stages of a figure (or won) without a day of it that would place them in the period,
    /// each record once. Known for the report's total only.
    QualifiedUndated,
    OpportunitiesUndated,
    QualifiedOnUndated,
    QualifiedWonUndated,
    OpportunitiesWonUndated,
    LastStageWonUndated,
    Undated1,
    Undated2,
    Undated3,
    Undated4,
    Undated5,
    Undated6,
    Undated7,
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
    /// Quantities of won records.
    Units,
    /// Amounts of open records times the chance to win: by the file, by the stage's history.
    ChanceAmount,
    StageChanceAmount,
    /// Of the accounts that were won here first: what they brought within the horizon, what they
    /// brought at all, and the days that they were customers.
    LifetimeAmount,
    CustomerAmount,
    CustomerDays,
    OtherCosts,
    LaggedSpend,
    ExpectedAmount,
    PlannedRevenue,
    PlannedWon,
    PlannedLeads,
    /// Squares and cubes of amounts, by which sums and means are compared.
    WonSquares,
    WonCubes,
    LostSquares,
    LostCubes,
    /// Of a site.
    Visits,
    /// Of records of whatever outcome, by their creation.
    CreatedAmount,
    /// How many plans these are: a month of a quarter is a part of one.
    RevenuePlanParts,
    WonPlanParts,
    LeadPlanParts,
}

/// Facts that are kept value by value, for medians. They cost memory by the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kept {
    /// Calendar days from creation to closing of won records.
    CycleDays,
    /// Amounts of won records in the report's currency.
    WonAmounts,
    /// Days from creation to closing, won or lost, of the records created here.
    LifeDays,
    /// Days from creation to the last day of the data, of open records.
    OpenDays,
    /// For each record the month of creation times two, and one more where it was won.
    MonthOutcomes,
    /// Who the record is about, by number.
    People,
    /// Of won records with an account: the account by number, and the amount beside it (0 without
    /// one in the report's currency).
    WinAccounts,
    WinAccountAmounts,
    /// Hours from creation to the first activity.
    ResponseHours,
    /// Published content that an activity of a record names, by number.
    UsedItems,
}

pub(super) const COUNTS: usize = Count::Undated7 as usize + 1;
pub(super) const TOTALS: usize = Total::LeadPlanParts as usize + 1;
pub(super) const KEPT: usize = Kept::UsedItems as usize + 1;

impl Count {
    /// Whether the skip policy decides it.
    pub const fn by_policy(self) -> bool {
        use Count as C;
        let is_won = matches!(self, C::QualifiedWon | C::OpportunitiesWon | C::LastStageWon);
        let is_open = matches!(
            self,
            C::OpenQualified | C::OpenUnstaged | C::ExpectedPriced | C::ExpectedUnpriced
        );
        self.rung().is_some() || is_won || is_open
    }

    pub const fn anchor(self) -> Anchor {
        use Count as C;
        match self {
            C::Won | C::Lost | C::WonPriced | C::WonUnpriced | C::WonElsewhere => Anchor::Closed,
            C::LostPriced | C::LostUnpriced | C::LostElsewhere => Anchor::Closed,
            C::CycleUndated | C::CycleBackwards | C::WonUndated | C::LostUndated => Anchor::Closed,
            C::WonWithoutUnits | C::WonWithoutAccount => Anchor::Closed,
            C::NewCustomers | C::ChurnedCustomers => Anchor::Closed,
            C::YoungCustomers | C::LaterUndated => Anchor::Closed,
            C::SpendRows | C::SpendElsewhere | C::SpendUndated | C::VisitRows => Anchor::Spend,
            C::OtherRows | C::OtherElsewhere | C::OtherUndated => Anchor::OtherCosts,
            C::LaggedRows | C::LaggedElsewhere => Anchor::Lagged,
            C::Calls | C::InboundCalls | C::MissedCalls => Anchor::Activities,
            C::Emails | C::Meetings | C::HeldMeetings => Anchor::Activities,
            C::Promoters | C::Passives | C::Detractors | C::InvalidScores => Anchor::Scores,
            C::ExpectedPriced | C::ExpectedUnpriced => Anchor::Expected,
            C::OpenQualified => Anchor::Standing,
            C::OpenPriced | C::OpenUnpriced | C::OpenElsewhere | C::OpenUndated => Anchor::Open,
            C::OpenUnstaged | C::OpenWithoutChance => Anchor::Open,
            C::RevenuePlans | C::WonPlans | C::LeadPlans => Anchor::Targets,
            C::QualifiedWon | C::OpportunitiesWon | C::LastStageWon => Anchor::Closed,
            _ if self.rung().is_some() => Anchor::Entered,
            _ => Anchor::Created,
        }
    }
}

impl Total {
    pub const fn anchor(self) -> Anchor {
        use Total as T;
        match self {
            T::WonAmount | T::LostAmount | T::Units => Anchor::Closed,
            T::WonSquares | T::WonCubes | T::LostSquares | T::LostCubes => Anchor::Closed,
            T::LifetimeAmount | T::CustomerAmount | T::CustomerDays => Anchor::Closed,
            T::OpenAmount | T::ChanceAmount | T::StageChanceAmount => Anchor::Open,
            T::CreatedAmount => Anchor::Created,
            T::OtherCosts => Anchor::OtherCosts,
            T::LaggedSpend => Anchor::Lagged,
            T::ExpectedAmount => Anchor::Expected,
            T::PlannedRevenue | T::PlannedWon | T::PlannedLeads => Anchor::Targets,
            T::RevenuePlanParts | T::WonPlanParts | T::LeadPlanParts => Anchor::Targets,
            _ => Anchor::Spend,
        }
    }
}

impl Kept {
    pub const fn anchor(self) -> Anchor {
        use Kept as K;
        match self {
            K::CycleDays | K::WonAmounts | K::WinAccounts | K::WinAccountAmounts => Anchor::Closed,
            K::UsedItems => Anchor::Activities,
            _ => Anchor::Created,
        }
    }
}
