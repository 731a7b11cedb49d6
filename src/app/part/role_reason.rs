//! Why a column was proposed for a role, and how sure that is, in words beside the choice.

use crate::app::action::App;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use crate::engine::mapping::Role;
use crate::engine::mapping::role::Evidence;
use crate::engine::profile::ColumnProfile;
use crate::engine::table::ColumnType;
use leptos::prelude::*;

/// From so much confidence on a proposal is likely, and sure.
pub const LIKELY: f64 = 0.5;
const SURE: f64 = 0.8;

/// What the column's values say, how sure the proposal is, and by what.
#[component]
pub fn RoleReason(
    file: String,
    role: Role,
    column: Option<ColumnProfile>,
    rows: u64,
) -> impl IntoView {
    let app = App::here();
    let words = words();
    let told = Memo::new(move |_| {
        let view = app.state.session().view().get();
        let of_file = view.as_ref().and_then(|v| v.files.iter().find(|f| f.name == file));
        of_file.and_then(|f| f.roles.iter().find(|r| r.role == role)).cloned()
    });
    // All of the evidence at hand; in sight is what the tag above does not say already.
    let all = move || {
        let told = told.read();
        let evidence = told.as_ref().map(|r| r.evidence.as_slice()).unwrap_or_default();
        evidence.iter().map(words.mapping.evidence).collect::<Vec<_>>().join(" · ")
    };
    let is_shown = column.is_some();
    let why = move || {
        let told = told.get().filter(|r| is_shown && r.header.is_some())?;
        let first = told.evidence.iter().find(|e| !is_of_values(e));
        let sure = match (first, told.confidence) {
            (None, 0.0) => words.proposal.chosen,
            (_, SURE..) => words.proposal.sure,
            (_, LIKELY..) => words.proposal.likely,
            _ => words.proposal.guess,
        };
        let first = first.map(words.mapping.evidence);
        Some(std::iter::once(sure.to_owned()).chain(first).collect::<Vec<_>>().join(" · "))
    };
    view! {
        <span class="reason" title=all>
            {evidence(role, column.as_ref(), rows)}
            <span class="sub" data-part="role-why">{why}</span>
        </span>
    }
}

/// Whether it is of the values, which the tag speaks of.
fn is_of_values(evidence: &Evidence) -> bool {
    use Evidence as E;
    matches!(
        evidence,
        E::Unique { .. }
            | E::Filled { .. }
            | E::Dates { .. }
            | E::Numbers { .. }
            | E::Distinct { .. }
    )
}

/// What the column's values say for (or against) the role.
fn evidence(role: Role, column: Option<&ColumnProfile>, rows: u64) -> AnyView {
    let words = words();
    let mapping = &words.mapping;
    let Some(column) = column else {
        return view! { <span class="tag">{mapping.optional}</span> }.into_any();
    };
    let share = |n: u64| words.locale.share(if rows == 0 { 0.0 } else { n as f64 / rows as f64 });
    let is_key = matches!(role, Role::RecordId | Role::Key | Role::CampaignId);
    let is_date = matches!(column.kind, ColumnType::Day | ColumnType::Moment);
    let is_number = !is_date && !matches!(column.kind, ColumnType::Text | ColumnType::Flag);
    let filled_share = if rows == 0 { 0.0 } else { column.filled as f64 / rows as f64 };
    let text = if is_key && column.filled > 0 {
        (mapping.unique)(&words.locale.share(column.distinct as f64 / column.filled as f64))
    } else if filled_share < 0.97 {
        (mapping.empty)(&share(rows.saturating_sub(column.filled)))
    } else if is_date {
        (mapping.are_dates)(&share(column.filled))
    } else if is_number {
        (mapping.filled)(&share(column.filled))
    } else {
        (mapping.values)(column.distinct)
    };
    let class = if filled_share < 0.5 { "tag warn" } else { "tag good" };
    view! { <span class=class>{text}</span> }.into_any()
}
