//! Numbers, money, shares, days and sizes as text for a [`Locale`]: the only formatter. Tables,
//! cards, charts and sentences all write a figure in the same way because they ask here.
//!
//! Missing values are an en dash, minus is U+2212, and spaces inside a figure never break a line.
//! Not here: sentences (`crate::i18n`), and values for other programs (exports write plain numbers).

mod column;
mod date;
mod locale;
mod money;
mod number;
mod quantity;
mod size;

pub use column::Decimals;
pub use locale::Locale;
pub use quantity::{Delta, Direction, Style};

/// What stands for no value.
pub const EMPTY: &str = "–";
/// The minus of displayed numbers.
pub const MINUS: char = '\u{2212}';
/// A space that does not break a line.
pub const NBSP: char = '\u{a0}';
