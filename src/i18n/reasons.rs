//! Lost reasons, a block of the third screen.

use crate::engine::report::ReasonsOf;

/// See the module.
pub struct Reasons {
    pub name: &'static str,
    pub title: fn(ReasonsOf) -> &'static str,
    pub of_label: &'static str,
    /// What a reason is weighed by; also the head of that column.
    pub of: fn(ReasonsOf) -> &'static str,
    pub reason: &'static str,
    pub no_reason: &'static str,
    pub lost: &'static str,
    pub share: &'static str,
    pub cumulative: &'static str,
    pub cumulative_hint: &'static str,
    pub split_label: &'static str,
    pub stage_lost_at: &'static str,
    /// A record of which nobody knows how far it came.
    pub stage_unknown: &'static str,
    pub reason_label: &'static str,
    pub counted: fn(lost: u64) -> String,
    pub without: fn(n: u64) -> String,
    pub undated: fn(n: u64) -> String,
}
