//! What is asked of one level of a table.

/// See the module.
pub struct LevelWords {
    pub sort_by_other: &'static str,
    pub add_condition: &'static str,
    pub remove_condition: &'static str,
}
