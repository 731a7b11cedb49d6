//! All native tests in one binary.
mod audit;
mod chart;
mod dimension;
mod export;
mod figures;
mod format;
mod funnel;
mod i18n;
mod import;
mod join;
mod support;
mod tables;
