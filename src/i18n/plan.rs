//! Words of plans by groups, and of working days.

use crate::engine::report::Planning;

/// See the module.
pub struct Plan {
    /// Groups that have a plan and no result, or the other way round; nothing where there are none.
    pub planning: fn(Planning) -> Option<String>,
    pub working_days: fn(over: u32, of: u32, are_assumed: bool) -> String,
}

/// What is said of those of the two kinds that there are.
pub(super) fn sentences(
    planning: Planning,
    without_result: impl Fn(u64) -> String,
    without_plan: impl Fn(u64) -> String,
) -> Option<String> {
    let said = [
        (planning.without_result > 0).then(|| without_result(planning.without_result)),
        (planning.without_plan > 0).then(|| without_plan(planning.without_plan)),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}
