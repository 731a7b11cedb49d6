//! Values that miss their partner by a spelling: `GTXPro` for `GTX Pro`. They are proposals only:
//! nothing is joined by them until the user accepts.
//!
//! Not here: where a join leads (`join`).

use crate::engine::fold::squeeze;
use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;
use serde::{Deserialize, Serialize};

/// With more keys than this, only spellings that differ by blanks and signs are looked for.
const MOST_KEYS_FOR_TYPOS: usize = 5_000;
/// Shorter names differ by one letter too easily (`MG 1`, `MG 2`).
const LEAST_LETTERS_FOR_TYPOS: usize = 6;

/// Why two spellings are held for one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AliasReason {
    /// Equal but for blanks, signs and letters that look alike.
    SameLetters,
    /// One letter is other, missing or too many.
    OneLetter,
}

/// A proposed alias, as written in both files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AliasProposal {
    pub value: String,
    pub key: String,
    pub rows: u64,
    pub reason: AliasReason,
}

/// Proposals for values without a partner. A value that could mean two keys gets none.
pub fn proposals(unmatched: &[(String, u64)], keys: &[String]) -> Vec<AliasProposal> {
    if unmatched.is_empty() {
        return Vec::new();
    }
    let squeezed: Vec<String> = keys.iter().map(|k| squeeze(k)).collect();
    let mut by_letters: HashMap<&str, Vec<usize>, FxBuildHasher> = HashMap::default();
    for (i, text) in squeezed.iter().enumerate().filter(|(_, t)| !t.is_empty()) {
        by_letters.entry(text).or_default().push(i);
    }
    let letters: Vec<Vec<char>> = if keys.len() <= MOST_KEYS_FOR_TYPOS {
        squeezed.iter().map(|t| t.chars().collect()).collect()
    } else {
        Vec::new()
    };
    let propose = |(value, rows): &(String, u64)| {
        let text = squeeze(value);
        let same = by_letters.get(text.as_str()).map(Vec::as_slice).unwrap_or_default();
        let (at, reason) = match same {
            [one] => (*one, AliasReason::SameLetters),
            [] => (one_letter_off(&text, &letters)?, AliasReason::OneLetter),
            _ => return None,
        };
        let key = keys.get(at)?.clone();
        Some(AliasProposal { value: value.clone(), key, rows: *rows, reason })
    };
    unmatched.iter().filter_map(propose).collect()
}

/// The only key that is one edit away.
fn one_letter_off(text: &str, keys: &[Vec<char>]) -> Option<usize> {
    let text: Vec<char> = text.chars().collect();
    if text.len() < LEAST_LETTERS_FOR_TYPOS {
        return None;
    }
    let mut near = keys.iter().enumerate().filter(|(_, key)| is_one_edit(&text, key));
    let (at, _) = near.next()?;
    near.next().is_none().then_some(at)
}

/// Whether two texts differ by one letter changed, missing or added. A differing digit is another
/// number, not a slip.
pub(super) fn is_one_edit(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short == long || long.len() - short.len() > 1 {
        return false;
    }
    let at = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let from = if short.len() == long.len() { at + 1 } else { at };
    let is_digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
    short.get(from..) == long.get(at + 1..) && !is_digit(long.get(at)) && !is_digit(short.get(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(value: &str, keys: &[&str]) -> Option<(String, AliasReason)> {
        let keys: Vec<String> = keys.iter().map(|k| (*k).to_owned()).collect();
        proposals(&[(value.to_owned(), 1)], &keys).pop().map(|p| (p.key, p.reason))
    }

    #[test]
    fn spellings_that_miss_each_other() {
        let keys = ["GTX Pro", "GTX Plus Pro", "MG Special", "MG Advanced"];
        assert_eq!(one("GTXPro", &keys), Some(("GTX Pro".into(), AliasReason::SameLetters)));
        assert_eq!(one("MG Specal", &keys), Some(("MG Special".into(), AliasReason::OneLetter)));
        assert_eq!(one("Acme", &keys), None);
        // Another number is another thing, and two possible keys are none.
        assert_eq!(one("Model 1001", &["Model 1002"]), None);
        assert_eq!(one("Smithx", &["Smithy", "Smithz"]), None);
        assert_eq!(one("gtx-pro", &["GTX Pro", "GTXPRO"]), None);
    }
}
