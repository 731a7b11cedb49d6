//! The pivot: rows across columns, several dimensions and measures on either side, each total and
//! subtotal on its own rows.

use super::Absence;
use super::Planning;
use crate::engine::dimension::{Dimension, Label};
use crate::engine::filter::{Filter, Having};
use crate::engine::measure::MeasureId;
use crate::engine::value::Quantity;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PivotSpec {
    pub rows: Vec<Dimension>,
    pub columns: Vec<Dimension>,
    /// A measure may stand more than once, shown in several ways.
    pub measures: Vec<MeasureId>,
    /// Sorts the groups of each row level; `None` = natural order.
    pub sort: Option<(MeasureId, Order)>,
    /// Which of the columns of that measure sorts, where it stands in several ways: by what it shows.
    #[serde(default)]
    pub sort_nth: u32,
    /// The column (keys of its labels) whose figures sort; empty = the row's total.
    #[serde(default)]
    pub sort_column: Vec<String>,
    /// How each measure is shown; those beyond the list plainly.
    #[serde(default)]
    pub show: Vec<ShowAs>,
    /// One a dimension; those beyond the list are as the default.
    #[serde(default)]
    pub row_levels: Vec<Level>,
    #[serde(default)]
    pub column_levels: Vec<Level>,
    #[serde(default)]
    pub filters: Vec<Filter>,
    /// The interval of each figure beside it.
    #[serde(default)]
    pub intervals: bool,
}

/// What is asked of one dimension of an axis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Level {
    /// Instead of the pivot's own sort.
    pub sort: Option<(MeasureId, Order)>,
    /// So many groups within each group above, by the sort (by the first measure without one), and
    /// the rest as one.
    pub top: Option<u32>,
    pub having: Vec<Having>,
    /// A line for each group of this level; the innermost level has one anyhow.
    pub subtotal: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    Ascending,
    Descending,
}

/// How a figure of a pivot is shown. Shares of another cell keep both figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShowAs {
    #[default]
    Plain,
    OfRow,
    OfColumn,
    /// Of the group above, in the same column.
    OfParent,
    OfTotal,
    /// From the column before it (of the same level and group).
    Difference,
    /// The difference as a share of the column before.
    Growth,
    /// 1 is the greatest of its level and group; equals have the same place.
    Rank,
    /// On the rows of this line and of those above it in its level and group.
    RunningDown,
    /// On the rows of this column and of those before it in its level and group.
    RunningAcross,
    /// The running figure as a share of the group above: the line of a Pareto chart.
    CumulativeShare,
}

impl ShowAs {
    pub const EVERY: [ShowAs; 11] = [
        ShowAs::Plain,
        ShowAs::OfRow,
        ShowAs::OfColumn,
        ShowAs::OfParent,
        ShowAs::OfTotal,
        ShowAs::Difference,
        ShowAs::Growth,
        ShowAs::Rank,
        ShowAs::RunningDown,
        ShowAs::RunningAcross,
        ShowAs::CumulativeShare,
    ];
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pivot {
    pub row_dimensions: Vec<Dimension>,
    pub column_dimensions: Vec<Dimension>,
    pub measures: Vec<MeasureId>,
    /// One a measure.
    pub show: Vec<ShowAs>,
    /// One label a row dimension; a subtotal has fewer and stands before its groups.
    pub rows: Vec<Vec<Label>>,
    pub columns: Vec<Vec<Label>>,
    /// `cells[row][column][measure]`.
    pub cells: Vec<Vec<Vec<Quantity>>>,
    pub row_totals: Vec<Vec<Quantity>>,
    pub column_totals: Vec<Vec<Quantity>>,
    pub grand: Vec<Quantity>,
    pub absent: Vec<(MeasureId, Absence)>,
    /// Groups of days hold figures that are under way: time will change them.
    #[serde(default)]
    pub is_unfinished: bool,
    /// Of rows, where figures are of plans.
    #[serde(default)]
    pub planning: Option<Planning>,
}
