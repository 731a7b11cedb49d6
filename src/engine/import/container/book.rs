//! What is asked of a reader of workbooks, and what it answers. The reader itself is heavy: on the
//! page it is a module of its own that is loaded when the first workbook comes.

use super::ContainerKind;
use serde::{Deserialize, Serialize};

/// Reads a workbook's bytes: a sheet by its name, or the first one with cells.
pub type BookReader = dyn Fn(&[u8], ContainerKind, Option<&str>) -> Result<Sheet, BookFault>;

/// One sheet as the text of a table, as `cells` writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    pub chosen: String,
    /// All sheets that hold cells, in their order.
    pub names: Vec<String>,
    pub text: String,
    /// Whether numbers stand in it as numbers, with a decimal point.
    pub typed: bool,
}

/// Why there is no sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BookFault {
    Damaged,
    Encrypted,
    /// No sheet holds a cell; the names of all sheets.
    Empty(Vec<String>),
    /// No sheet has the name; the names of all sheets.
    NoSheet(Vec<String>),
    /// The sheet is longer, as text, than this.
    TooLarge(u64),
    /// The reader could not be had, or it stopped: why.
    Broken(String),
}

/// The position of the sheet that is meant.
pub fn choose(
    names: &[String],
    wanted: Option<&str>,
    is_filled: impl Fn(usize) -> bool,
) -> Result<usize, BookFault> {
    let found = match wanted {
        Some(wanted) => names.iter().position(|name| name == wanted),
        None => (0..names.len()).find(|at| is_filled(*at)),
    };
    found.ok_or_else(|| match wanted {
        Some(_) => BookFault::NoSheet(names.to_vec()),
        None => BookFault::Empty(names.to_vec()),
    })
}
