//! The margin as people type it.

/// The share that a typed percent is; nothing where nothing was typed. `None` where it is no percent
/// from 0 to 100, so that what was set before can stay.
pub fn typed_margin(text: &str) -> Option<Option<f64>> {
    let text = text.trim().trim_end_matches('%').trim_end().replace(',', ".");
    if text.is_empty() {
        return Some(None);
    }
    let percent: f64 = text.parse().ok()?;
    (0.0..=100.0).contains(&percent).then_some(Some(percent / 100.0))
}
