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
    pub currency: &'static str,
    pub group: &'static str,
    pub rows: &'static str,
}
