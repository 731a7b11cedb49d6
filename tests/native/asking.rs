//! What is asked of tables: pivots, filters, formulas and trends, each against a plain
//! recomputation over the rows of random tables.

mod conversions;
mod filters;
mod formulas;
mod levels;
mod means;
mod pivot_order;
mod pivots;
mod rig;
mod season_rows;
mod shown_as;
mod trends;
