//! Questions about how records went: lost reasons, moves between stages, flows, calls, two exports.

mod calls;
mod change_rows;
mod earlier_stages;
mod funnel_split;
mod lineage;
mod moves;
mod picture;
mod pipeline_change;
mod reasons;
mod split_rows;
