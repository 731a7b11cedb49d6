//! All native tests in one binary.
mod audit;
mod chart;
mod dimension;
mod expected;
mod export;
mod figures;
mod format;
mod funnel;
mod i18n;
mod import;
mod join;
mod mapping;
mod real_files;
mod sample;
mod support;
mod tables;
