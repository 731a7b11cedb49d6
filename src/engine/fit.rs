//! The report to begin with, fitted to what the files say: without a word on where leads come from,
//! a table by channel would have one row; without leads, advertising speaks for itself. Not here:
//! the general default (`report`).

use super::dimension::Dimension;
use super::filter::Grain;
use super::mapping::{FileKind, Mapping, Role};
use super::measure::MeasureId;
use super::report::{BlockSpec, BreakdownSpec, KpisSpec, Order, PivotSpec, ReportSpec, TrendSpec};

/// Roles that tell a channel.
const SOURCES: [Role; 4] = [Role::Source, Role::UtmSource, Role::UtmMedium, Role::UtmCampaign];
/// What a report is broken down by instead, best first: few groups before many.
const INSTEAD: [Role; 4] = [Role::Product, Role::Owner, Role::Pipeline, Role::Account];

/// Replaces the channel in a report that nobody has changed yet by the best of what there is.
pub fn fit(report: &mut ReportSpec, mapping: &Mapping) {
    let untouched = ReportSpec { period: report.period, ..ReportSpec::default() };
    if *report != untouched {
        return;
    }
    if is_alone(mapping, FileKind::Visits) {
        report.blocks = of_visits();
    }
    if is_alone(mapping, FileKind::Spend) {
        report.blocks = of_spend();
        return;
    }
    if tells_channels(mapping) {
        return;
    }
    let Some(dimension) = instead(mapping) else { return };
    for block in &mut report.blocks {
        let used = match block {
            BlockSpec::Breakdown(spec) => std::slice::from_mut(&mut spec.dimension),
            BlockSpec::Pivot(spec) => spec.rows.as_mut_slice(),
            _ => &mut [],
        };
        for channel in used.iter_mut().filter(|d| **d == Dimension::Channel) {
            *channel = dimension.clone();
        }
    }
}

/// Whether there is ad spend (or are visits), and no deals or leads that it brought.
fn is_alone(mapping: &Mapping, kind: FileKind) -> bool {
    let any = |kind: FileKind| mapping.files.iter().any(|file| file.kind == kind);
    any(kind) && !any(FileKind::Deals) && !any(FileKind::Leads)
}

/// What visits say of themselves.
fn of_visits() -> Vec<BlockSpec> {
    let measures = vec![MeasureId::Visits];
    vec![
        BlockSpec::Kpis(KpisSpec { measures: measures.clone(), ..KpisSpec::default() }),
        BlockSpec::Breakdown(BreakdownSpec {
            dimension: Dimension::Channel,
            measures: measures.clone(),
            sort: Some((MeasureId::Visits, Order::Descending)),
            ..BreakdownSpec::default()
        }),
        BlockSpec::Trend(TrendSpec { measures, grain: Grain::Week, ..TrendSpec::default() }),
    ]
}

/// What advertising says of itself.
fn of_spend() -> Vec<BlockSpec> {
    use MeasureId as M;
    let measures = vec![
        M::Spend,
        M::Impressions,
        M::Clicks,
        M::Ctr,
        M::Cpc,
        M::Cpm,
        M::AdConversions,
        M::CostPerConversion,
    ];
    vec![
        BlockSpec::Kpis(KpisSpec { measures: measures.clone(), ..KpisSpec::default() }),
        BlockSpec::Breakdown(BreakdownSpec {
            dimension: Dimension::Campaign,
            measures,
            sort: Some((M::Spend, Order::Descending)),
            ..BreakdownSpec::default()
        }),
        BlockSpec::Trend(TrendSpec {
            measures: vec![M::Spend, M::CostPerConversion],
            grain: Grain::Week,
            ..TrendSpec::default()
        }),
        BlockSpec::Pivot(PivotSpec {
            rows: vec![Dimension::Campaign],
            columns: vec![Dimension::Created(Grain::Month)],
            measures: vec![M::Spend],
            sort: Some((M::Spend, Order::Descending)),
            ..PivotSpec::default()
        }),
    ]
}

/// Whether any file says where leads or costs come from.
fn tells_channels(mapping: &Mapping) -> bool {
    mapping.files.iter().any(|file| match file.kind {
        FileKind::Deals | FileKind::Leads => {
            file.channel.is_some() || SOURCES.iter().any(|role| file.roles.contains_key(role))
        }
        FileKind::Spend | FileKind::Visits => true,
        FileKind::Lookup
        | FileKind::Other
        | FileKind::Activities
        | FileKind::StageHistory
        | FileKind::Scores
        | FileKind::Targets
        | FileKind::Rates
        | FileKind::OtherCosts
        | FileKind::EarlierExport
        | FileKind::Touches => false,
    })
}

fn instead(mapping: &Mapping) -> Option<Dimension> {
    let counted = |kind: FileKind| mapping.files.iter().find(|f| f.kind == kind);
    let kinds = [FileKind::Deals, FileKind::Leads, FileKind::StageHistory];
    let file = kinds.into_iter().find_map(counted)?;
    let header = INSTEAD.iter().find_map(|role| file.header(*role))?;
    Some(Dimension::Column { file: file.name.clone(), header: header.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::mapping::FileMapping;
    use crate::engine::report::SkipPolicy;

    fn deals(roles: &[(Role, &str)]) -> Mapping {
        let roles = roles.iter().map(|(role, header)| (*role, (*header).to_owned())).collect();
        let file = FileMapping {
            name: "deals.csv".to_owned(),
            kind: FileKind::Deals,
            roles,
            ..FileMapping::default()
        };
        Mapping { files: vec![file], ..Mapping::default() }
    }

    fn broken_down_by(report: &ReportSpec) -> Vec<&Dimension> {
        let blocks = report.blocks.iter();
        let dimensions = blocks.filter_map(|block| match block {
            BlockSpec::Breakdown(spec) => Some(&spec.dimension),
            BlockSpec::Pivot(spec) => spec.rows.first(),
            _ => None,
        });
        dimensions.collect()
    }

    #[test]
    fn files_that_tell_no_channel_are_broken_down_by_what_they_tell() {
        let mut report = ReportSpec::default();
        fit(&mut report, &deals(&[(Role::Owner, "agent"), (Role::Product, "item")]));
        let item = Dimension::Column { file: "deals.csv".to_owned(), header: "item".to_owned() };
        assert_eq!(broken_down_by(&report), [&item, &item]);
    }

    #[test]
    fn advertising_alone_is_shown_by_its_own_figures() {
        let mut report = ReportSpec::default();
        let spend = FileMapping { kind: FileKind::Spend, ..FileMapping::default() };
        fit(&mut report, &Mapping { files: vec![spend.clone()], ..Mapping::default() });
        assert_eq!(broken_down_by(&report), [&Dimension::Campaign, &Dimension::Campaign]);
        assert!(!report.blocks.iter().any(|b| matches!(b, BlockSpec::Funnel(_))));

        let mut both = deals(&[(Role::Source, "from")]);
        both.files.push(spend);
        let mut report = ReportSpec::default();
        fit(&mut report, &both);
        assert_eq!(report, ReportSpec::default());
    }

    #[test]
    fn channels_stay_where_there_are_some_and_where_the_user_decided() {
        let mut report = ReportSpec::default();
        fit(&mut report, &deals(&[(Role::Owner, "agent"), (Role::Source, "from")]));
        assert_eq!(report, ReportSpec::default());

        let decided = ReportSpec { policy: SkipPolicy::Strict, ..ReportSpec::default() };
        let mut report = decided.clone();
        fit(&mut report, &deals(&[(Role::Owner, "agent")]));
        assert_eq!(report, decided);
    }
}
