//! A report as JSON: every answer as it stands, figures at full precision, in a stable order.

use crate::engine::report::Report;

/// Indented JSON with a line end. A figure without a value is `null`.
pub fn report_json(report: &Report) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(report).map(|text| text + "\n")
}
