//! Attribution, a block of the third screen.

use crate::engine::attribution::Model;
use crate::engine::report::{AttributionOf, TouchLack};

/// See the module.
pub struct AttributionWords {
    pub name: &'static str,
    /// `Attribution: revenue`.
    pub title: fn(AttributionOf) -> String,
    pub of: fn(AttributionOf) -> &'static str,
    pub of_label: &'static str,
    pub channel: &'static str,
    pub models_label: &'static str,
    pub model: fn(Model) -> &'static str,
    /// How the model shares a win, in a sentence.
    pub rule: fn(Model) -> &'static str,
    pub lack: fn(TouchLack) -> &'static str,
    pub half_life_label: &'static str,
    /// `half-life 30 days`.
    pub half_life: fn(u32) -> String,
    /// `412 wins · 1,208 touches · 301 wins with more than one`.
    pub touched: fn(wins: u64, touches: u64, with_several: u64) -> String,
    pub by_own_source: fn(u64) -> String,
    /// Touches of records that no file holds.
    pub unknown: fn(u64) -> String,
    /// `Not from these files: linear, U-shaped. <reason>`.
    pub absent: fn(models: &str, why: &str) -> String,
    pub total: &'static str,
    /// A choice of the whole report: by what records belong to channels.
    pub credit_label: &'static str,
    pub own_channel: &'static str,
    /// The model that acts, with its rule; where records are parted, their counts are sums of parts.
    pub credit: fn(model: &str, rule: &str, is_parted: bool) -> String,
}
