//! Laws over hundreds of small worlds made at random: deals, leads, accounts two hops deep,
//! products, costs, a history and a log of touches, with blanks, repeats, odd spellings and several
//! currencies. Each world is seeded: the same on every machine.

mod joins;
mod reach;
mod same;
mod sums;
pub mod world;
