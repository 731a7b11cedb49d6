//! Words for working hours.

pub struct Working {
    pub title: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub hint: &'static str,
    /// No hour of the week is left.
    pub none: &'static str,
}
