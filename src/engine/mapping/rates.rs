//! What money of other currencies is worth in one: a small table of the user's, and files of rates.
//! Without a rate money of two currencies is never added.
//!
//! Not here: what is converted, and by the rate of which day (`funnel::rate`).

use crate::engine::value::Day;
use serde::{Deserialize, Serialize};

/// The user's decision about currencies.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rates {
    /// ISO 4217 code of the money that others are converted to; empty: nothing is converted.
    pub to: String,
    pub table: Vec<Rate>,
}

/// One unit of `currency` is worth `rate` units of the other, from `day` on, or always.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rate {
    pub currency: String,
    /// 0: not known yet; it converts nothing.
    pub rate: f64,
    pub day: Option<Day>,
}
