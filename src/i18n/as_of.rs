//! The words of the day that stands for today.

/// What is said where it is shown and set.
pub struct AsOf {
    /// The chip's name.
    pub name: &'static str,
    pub hint: &'static str,
    /// What the button says that gives it back to the data.
    pub reset: &'static str,
    /// Beside a day that is still to come.
    pub ahead: &'static str,
    pub ahead_advice: &'static str,
}
