//! Where a figure comes from: what became of all rows.

/// See the module.
pub struct Lineage {
    pub title: &'static str,
    pub records: &'static str,
    pub costs: &'static str,
    pub all: &'static str,
    pub filtered: &'static str,
    pub elsewhere: &'static str,
    pub outside: &'static str,
    pub unconcerned: &'static str,
    pub counted: &'static str,
    pub above: &'static str,
    pub below: &'static str,
    /// Of those that are counted: by one date, while another that is asked for is missing.
    pub part_dated: &'static str,
    pub currency: &'static str,
    pub group: &'static str,
    pub rows: &'static str,
    pub other_costs: &'static str,
    pub activities: &'static str,
    pub scores: &'static str,
    pub plans: &'static str,
    /// Heading over the measures of a formula.
    pub made_of: &'static str,
    /// What the rest of a table holds: all groups but so many that are shown.
    pub besides: fn(u64) -> String,
    /// How figures of a table are opened by keyboard.
    pub grid_hint: &'static str,
}
