//! Figures: measures and questions against tables worked out by hand, random data with properties
//! that must hold, and the expected figures of real files.

mod catalogue;
mod chance;
mod compare;
mod entries;
mod entries_edges;
pub mod fb_ads;
mod groups;
mod hand;
mod kpi;
mod kpi_cost;
mod kpi_hand;
mod laws;
mod lifetimes;
mod lineage;
mod lineage_acts;
mod lineage_compared;
mod lineage_everywhere;
pub mod made;
pub mod maven;
mod naive;
mod naive_stages;
pub mod oracle;
mod pipeline;
mod plain;
mod plans;
mod plans_wide;
mod property;
mod questions;
mod retention;
mod retention_sql;
pub mod ru_bitrix;
mod spread_views;
mod sql;
mod sql_world;
mod visits;
mod young;
