//! Which roles a kind of file has, in the order in which people read and choose them.
//!
//! Not here: the words for them (`kind::words`).

use super::{FileKind, Role};

/// Roles of a kind, the most needed first.
pub fn roles_of(kind: FileKind) -> &'static [Role] {
    use Role as R;
    match kind {
        FileKind::Deals | FileKind::Leads | FileKind::EarlierExport => &[
            R::RecordId,
            R::Created,
            R::Stage,
            R::Outcome,
            R::Closed,
            R::Amount,
            R::Currency,
            R::Source,
            R::UtmSource,
            R::UtmMedium,
            R::UtmCampaign,
            R::Gclid,
            R::Yclid,
            R::Fbclid,
            R::Msclkid,
            R::Ttclid,
            R::LiFatId,
            R::Openstat,
            R::LatestSource,
            R::Pipeline,
            R::Owner,
            R::Account,
            R::Product,
            R::LostReason,
            R::Modified,
            R::ExpectedClose,
            R::Person,
            R::Quantity,
            R::Probability,
            R::Name,
        ],
        FileKind::Spend => &[
            R::Date,
            R::Spend,
            R::Campaign,
            R::CampaignId,
            R::Impressions,
            R::Clicks,
            R::Conversions,
            R::Currency,
            R::Source,
            R::UtmSource,
            R::UtmMedium,
        ],
        FileKind::Touches => {
            &[R::Record, R::Lead, R::Date, R::Source, R::UtmSource, R::UtmMedium, R::UtmCampaign]
        }
        FileKind::Lookup => &[R::Key, R::Name],
        FileKind::Other => &[],
        FileKind::Activities => &[
            R::Date,
            R::Activity,
            R::Name,
            R::Direction,
            R::ActivityResult,
            R::Duration,
            R::Person,
            R::Account,
            R::Record,
            R::Lead,
            R::Owner,
            R::Source,
        ],
        FileKind::StageHistory => {
            &[R::Record, R::FromStage, R::Stage, R::Date, R::Owner, R::Pipeline]
        }
        FileKind::Scores => {
            &[R::Score, R::Date, R::Comment, R::Person, R::Account, R::Record, R::Lead]
        }
        FileKind::Targets => &[
            R::Date,
            R::PlannedRevenue,
            R::PlannedWon,
            R::PlannedLeads,
            R::Measure,
            R::Target,
            R::Source,
            R::Owner,
            R::Account,
            R::Product,
            R::Campaign,
        ],
        FileKind::Rates => &[R::Date, R::Currency, R::Rate],
        FileKind::OtherCosts => &[R::Date, R::Spend, R::CostType, R::Currency],
        FileKind::Visits => &[
            R::Date,
            R::Visits,
            R::Visitors,
            R::Source,
            R::UtmSource,
            R::UtmMedium,
            R::UtmCampaign,
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::mapping::kind::words;
    use std::collections::BTreeSet;

    #[test]
    fn every_role_that_is_proposed_can_be_chosen_and_no_other() {
        use FileKind as K;
        for kind in [
            K::Deals,
            K::Leads,
            K::EarlierExport,
            K::Spend,
            K::Activities,
            K::StageHistory,
            K::Scores,
            K::Targets,
            K::Visits,
            K::Touches,
            K::Rates,
            K::OtherCosts,
            K::Other,
        ] {
            let proposed: BTreeSet<Role> = words(kind).iter().map(|w| w.role).collect();
            let listed: BTreeSet<Role> = roles_of(kind).iter().copied().collect();
            assert_eq!(listed, proposed, "{kind:?}");
            assert_eq!(listed.len(), roles_of(kind).len(), "{kind:?}");
        }
        // The key of a lookup is what other files refer to; no word tells it.
        assert!(roles_of(K::Lookup).contains(&Role::Key));
    }
}
