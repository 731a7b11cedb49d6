//! Which roles are shown, and how a choice changes the document. Not here: which roles a kind of file
//! has (`engine::mapping::role_order`).

use crate::engine::document::Document;
use crate::engine::funnel::Outcome;
use crate::engine::mapping::role::outcome_value;
pub use crate::engine::mapping::role_order::roles_of;
use crate::engine::mapping::{FileKind, Join, Ladder, Role, fold};
use crate::engine::profile::ColumnProfile;

/// Whether a role is shown even where no column plays it.
pub fn is_essential(role: Role) -> bool {
    use Role as R;
    matches!(
        role,
        R::RecordId
            | R::Created
            | R::Stage
            | R::Closed
            | R::Amount
            | R::Source
            | R::Owner
            | R::Date
            | R::Spend
            | R::Campaign
            | R::Key
            | R::PlannedRevenue
            | R::PlannedWon
            | R::PlannedLeads
    )
}

/// Changes what a file is; roles that the new kind doesn't have are forgotten.
pub fn set_kind(document: &mut Document, file: &str, kind: FileKind) {
    if let Some(f) = document.mapping.files.iter_mut().find(|f| f.name == file) {
        f.kind = kind;
        let known = roles_of(kind);
        f.roles.retain(|role, _| known.contains(role));
        // With no column known from before, every open role of the new kind is proposed anew.
        f.headers.clear();
        let here = |j: &Join| j.from_file == file || j.lookup_file == file;
        document.mapping.joins.retain(|j| !here(j));
    }
}

/// Takes the words of another column of stages or outcomes: a ladder of which no word is in the new
/// column is forgotten, to be proposed anew; words of winning and losing are added to one that stays.
pub fn take_words(document: &mut Document, file: &str, role: Role, column: &ColumnProfile) {
    let mapping = &mut document.mapping;
    let lends = mapping.lead_join().is_some_and(|j| j.lookup_file == file);
    let counts = mapping.records_file().is_some_and(|f| f.name == file);
    let ladder = match (counts, lends) {
        (true, _) => &mut mapping.ladder,
        (false, true) => &mut mapping.begin.own,
        // Of other files nothing hangs on the ladder.
        (false, false) => return,
    };
    let values = ladder.stages.iter().flat_map(|s| &s.values);
    let known: Vec<String> =
        values.chain(&ladder.won).chain(&ladder.lost).map(|v| fold(v)).collect();
    let is_known = |value: &str| known.contains(&fold(value));
    match role {
        Role::Stage if !column.top.iter().any(|(value, _)| is_known(value)) => {
            *ladder = Ladder::default();
        }
        Role::Outcome => {
            for (value, _) in column.top.iter().filter(|(value, _)| !is_known(value)) {
                match outcome_value(value) {
                    Some(Outcome::Won) => ladder.won.push(value.clone()),
                    Some(Outcome::Lost) => ladder.lost.push(value.clone()),
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

/// Gives a column a role, and takes its former one from it: no two roles share a column.
/// An empty header leaves the role open.
pub fn set_role(document: &mut Document, file: &str, role: Role, header: &str) {
    if let Some(f) = document.mapping.files.iter_mut().find(|f| f.name == file) {
        f.roles.remove(&role);
        if !header.is_empty() {
            f.roles.retain(|_, h| h != header);
            f.roles.insert(role, header.to_owned());
        }
    }
}
