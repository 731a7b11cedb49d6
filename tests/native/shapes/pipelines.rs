//! Several pipelines over one ladder.

use super::{funnel, reached};
use crate::tables::{assembled, file, ladder, mapped, words};
use tundish::engine::funnel::{NO_STAGE, Outcome};
use tundish::engine::mapping::{FileKind, Mapping, Role};
use tundish::engine::report::SkipPolicy;

#[test]
fn a_pipeline_may_mean_another_stage_by_the_same_name() {
    let deals = file(
        "deals",
        "id|pipeline|stage",
        &[
            "1|Sales|Meeting",
            "2|Renewal|Meeting",
            "3|RENEWAL|meeting",
            "4||Meeting",
            "5|Renewal|Signed",
            "6|Sales|Signed",
            "7|Renewal|Gone",
            "8|Sales|Gone",
        ],
    );
    let roles = [(Role::RecordId, "id"), (Role::Pipeline, "pipeline"), (Role::Stage, "stage")];
    let mut mapping = Mapping {
        files: vec![mapped("deals", FileKind::Deals, &roles)],
        ladder: ladder(&["new", "meeting", "contract=signed"], &["won"], &["lost"]),
        ..Mapping::default()
    };
    let before = assembled(&[&deals], &mapping);
    let n = NO_STAGE;
    assert_eq!(before.records.stage, [1, 1, 1, 1, 2, 2, n, n]);
    let renewal = || "Renewal".to_owned();
    mapping.ladder.stages[2].in_pipeline.insert(renewal(), words(&["Meeting"]));
    mapping.ladder.won_in.insert(renewal(), words(&["Signed"]));
    mapping.ladder.lost_in.insert(renewal(), words(&["Gone"]));
    let made = assembled(&[&deals], &mapping);
    assert_eq!(made.records.stage, [1, 2, 2, 1, n, 2, n, n]);
    let (open, won, lost) = (Outcome::Open, Outcome::Won, Outcome::Lost);
    assert_eq!(made.records.outcome, [open, open, open, open, won, open, lost, open]);
    let unmapped = made.findings.iter().find_map(|f| match f {
        tundish::engine::audit::Finding::StagesUnmapped { values, records, .. } => {
            Some((values.clone(), *records))
        }
        _ => None,
    });
    assert_eq!(unmapped, Some((vec![("Gone".to_owned(), 1)], 1)));
    let funnel = funnel(&[&deals], &mapping, SkipPolicy::Implied);
    assert_eq!(reached(&funnel), [8, 6, 4, 1]);
}
