//! Figures: measures and questions against tables worked out by hand, random data with properties
//! that must hold, and the expected figures of real files.

mod groups;
mod hand;
mod made;
mod maven;
mod oracle;
mod plain;
mod property;
mod ru_bitrix;
