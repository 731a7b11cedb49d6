//! Any bytes as a file: decoded, cut, typed and listed without a panic, the same however they come
//! in, and every character of them in a row or in a trouble.
#![no_main]

#[path = "../../native/import/account.rs"]
mod account;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // How the bytes come in follows from them, so that a finding is the same when it is run again.
    let sum = bytes.iter().fold(7usize, |sum, b| sum.wrapping_mul(31).wrapping_add(*b as usize));
    account::check(bytes, 1 + sum % 61, 1 + sum / 61 % 509);
});
