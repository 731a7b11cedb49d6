//! The sample data: three files of an invented company, made by a seeded generator and written
//! exactly as exports of a CRM and of ad systems are written, so that a visitor sees a full report
//! without a file of their own. They go through the same importer as everybody's files.
//!
//! The channels have clearly different economics, recent leads are still under way, and there is a
//! little of the dirt that real exports have, so that the audit has something to say. Only +, −, ×,
//! ÷ and the generator's own exponential are used: a seed gives the same bytes everywhere.
//!
//! Not here: what the columns mean. Nothing is mapped beforehand.

mod account;
mod calendar;
mod deal;
mod deal_file;
mod plan;
mod random;
mod spend;

use random::Random;

/// The seed of the sample that the page offers.
pub const SEED: u64 = 20_261_031;

/// How many deals the sample holds, repeated rows not counted.
pub const DEALS: usize = 20_000;

/// The files of a seed: name and bytes. The first one is counted, the others are joined to it.
pub fn files(seed: u64) -> Vec<(String, Vec<u8>)> {
    // Each file has a stream of its own, so that one more draw in one leaves the others alone.
    let mut streams = Random::new(seed);
    let (mut accounts, mut deals, mut costs) = (streams.fork(), streams.fork(), streams.fork());
    let accounts = account::make(&mut accounts);
    let days = calendar::days(&mut costs);
    let made = deal::make(&mut deals, &days);
    [
        ("deals.csv", deal_file::text(&mut deals, &made, &accounts)),
        ("ad-spend.csv", spend::text(&mut costs, &days)),
        ("accounts.csv", account::text(&accounts)),
    ]
    .map(|(name, text)| (name.to_owned(), text.into_bytes()))
    .into()
}

/// A cell of a comma-separated file, quoted where it must be.
fn push_cell(text: &mut String, cell: &str) {
    if cell.contains([',', '"', '\n']) {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}
