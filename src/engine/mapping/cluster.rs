//! Values of a column that are probably one: by blanks and signs, by letters that look alike, by
//! script, by the order of words, and for long texts by one letter. Proposals only: nothing is
//! merged until the user says so.
//!
//! What differs only by case, outer blanks or accents is one value already (`fold`). Not here: what
//! became of a decision (`merge`), keys of a join that miss each other (`alias`).

use super::alias::is_one_edit;
use super::translit::sound;
use crate::engine::fold::fold_header;
use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;
use serde::{Deserialize, Serialize};

/// A column of more values is not looked at: its values are names of records, not of groups.
pub const MOST_VALUES: usize = 3_000;
/// Shorter texts differ by one letter too easily.
const LEAST_LETTERS: usize = 8;
/// A word that differs by a letter has at least so many.
const LEAST_WORD: usize = 5;
/// A sound of fewer letters is shared by too much.
const LEAST_SOUND: usize = 3;

/// Why values are held for one, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClusterReason {
    /// Equal but for blanks, signs and letters that look alike.
    SameLetters,
    /// The same words in another order.
    WordOrder,
    /// The same sounds in another script.
    Script,
    /// One letter is other, missing or too many.
    OneLetter,
}

/// Values that are probably one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cluster {
    /// As most rows write it, with the rows of each, the most first.
    pub spellings: Vec<(String, u64)>,
    /// The weakest reason among them.
    pub reason: ClusterReason,
}

impl Cluster {
    /// What they would be called: as most rows write it.
    pub fn name(&self) -> &str {
        self.spellings.first().map_or("", |(text, _)| text)
    }
    pub fn rows(&self) -> u64 {
        self.spellings.iter().map(|(_, n)| n).sum()
    }
}

/// Clusters among values, each folded to another text, with their rows. The most rows first.
pub fn clusters(values: &[(String, u64)]) -> Vec<Cluster> {
    if values.len() > MOST_VALUES {
        return Vec::new();
    }
    let texts: Vec<Text> = values.iter().map(|(text, _)| Text::new(text)).collect();
    let mut groups = Groups::new(values.len());
    groups.unite(&texts, ClusterReason::SameLetters, |t| Some(t.letters.clone()));
    groups.unite(&texts, ClusterReason::SameLetters, |t| Some(look(&t.letters)));
    groups.unite(&texts, ClusterReason::WordOrder, |t| {
        let mut words = t.words.clone();
        words.sort_unstable();
        (words.len() > 1 && words.iter().all(|w| w.chars().count() > 1)).then(|| words.join(" "))
    });
    groups.unite_scripts(&texts);
    groups.unite_slips(&texts);
    groups.clusters(values)
}

struct Text {
    words: Vec<String>,
    /// Letters and digits alone.
    letters: String,
    sound: String,
    latin: bool,
}

impl Text {
    fn new(text: &str) -> Text {
        let plain = fold_header(text);
        let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        let words: Vec<String> = words.map(str::to_owned).collect();
        let letters = words.concat();
        let latin = letters.chars().filter(|c| c.is_alphabetic()).all(|c| c.is_ascii());
        Text { sound: sound(&letters), words, letters, latin }
    }
}

/// The text with each letter as the Latin one that it looks like: `ВК` and `BK` look the same.
fn look(letters: &str) -> String {
    let like = |c| match c {
        'а' | 'α' => 'a',
        'в' | 'β' => 'b',
        'с' => 'c',
        'е' | 'ε' => 'e',
        'н' | 'η' => 'h',
        'ι' | 'і' => 'i',
        'к' | 'κ' => 'k',
        'м' | 'μ' => 'm',
        'ν' => 'n',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'т' | 'τ' => 't',
        'х' | 'χ' => 'x',
        'у' | 'υ' => 'y',
        'ζ' => 'z',
        other => other,
    };
    letters.chars().map(like).collect()
}

/// Which values are together, and by what.
struct Groups {
    parent: Vec<usize>,
    reason: Vec<Option<ClusterReason>>,
}

impl Groups {
    fn new(count: usize) -> Groups {
        Groups { parent: (0..count).collect(), reason: vec![None; count] }
    }

    fn root(&self, mut at: usize) -> usize {
        while let Some(up) = self.parent.get(at).copied().filter(|up| *up != at) {
            at = up;
        }
        at
    }

    /// Puts two together under the one that came first.
    fn join(&mut self, a: usize, b: usize, reason: ClusterReason) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        let (first, second) = (a.min(b), a.max(b));
        let of_second = self.reason.get(second).copied().flatten();
        if let Some(slot) = self.parent.get_mut(second) {
            *slot = first;
        }
        if let Some(slot) = self.reason.get_mut(first) {
            *slot = (*slot).max(of_second).max(Some(reason));
        }
    }

    /// Puts together what has the same key.
    fn unite(
        &mut self,
        texts: &[Text],
        reason: ClusterReason,
        key: impl Fn(&Text) -> Option<String>,
    ) {
        let mut first: HashMap<String, usize, FxBuildHasher> = HashMap::default();
        for (at, text) in texts.iter().enumerate() {
            let Some(key) = key(text).filter(|k| !k.is_empty()) else { continue };
            let held = *first.entry(key).or_insert(at);
            self.join(held, at, reason);
        }
    }

    /// The same sounds, where at least two scripts are among them.
    fn unite_scripts(&mut self, texts: &[Text]) {
        let mut by_sound: HashMap<&str, Vec<usize>, FxBuildHasher> = HashMap::default();
        let mut order: Vec<&str> = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            let letters = text.sound.chars().filter(|c| c.is_alphabetic()).count();
            if letters < LEAST_SOUND {
                continue;
            }
            let held = by_sound.entry(text.sound.as_str()).or_default();
            if held.is_empty() {
                order.push(&text.sound);
            }
            held.push(at);
        }
        for sound in order {
            let Some(held) = by_sound.get(sound) else { continue };
            let latin = held.iter().filter(|at| texts.get(**at).is_some_and(|t| t.latin)).count();
            if latin == 0 || latin == held.len() {
                continue;
            }
            for pair in held.windows(2) {
                if let [a, b] = pair {
                    self.join(*a, *b, ClusterReason::Script);
                }
            }
        }
    }

    /// Long texts of which one word differs by one letter. Neighbours are found by leaving out each
    /// letter in turn.
    fn unite_slips(&mut self, texts: &[Text]) {
        let mut near: HashMap<String, Vec<usize>, FxBuildHasher> = HashMap::default();
        for (at, text) in texts.iter().enumerate() {
            let letters: Vec<char> = text.letters.chars().collect();
            if letters.len() < LEAST_LETTERS {
                continue;
            }
            let without = |gone: usize| -> String {
                letters.iter().enumerate().filter(|(i, _)| *i != gone).map(|(_, c)| c).collect()
            };
            let keys = (0..letters.len()).map(without).chain([text.letters.clone()]);
            for key in keys {
                let held = near.entry(key).or_default();
                if held.last() == Some(&at) {
                    continue;
                }
                for other in held.iter().copied() {
                    if texts.get(other).is_some_and(|o| is_slip(o, text)) {
                        self.join(other, at, ClusterReason::OneLetter);
                    }
                }
                held.push(at);
            }
        }
    }

    fn clusters(&self, values: &[(String, u64)]) -> Vec<Cluster> {
        let mut members: Vec<Vec<(String, u64)>> = vec![Vec::new(); values.len()];
        for (at, value) in values.iter().enumerate() {
            if let Some(held) = members.get_mut(self.root(at)) {
                held.push(value.clone());
            }
        }
        let reasons = self.reason.iter().copied();
        let made = members.into_iter().zip(reasons).filter_map(|(mut spellings, reason)| {
            spellings.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
            Some(Cluster { spellings, reason: reason? })
        });
        let mut made: Vec<Cluster> = made.filter(|c| c.spellings.len() > 1).collect();
        made.sort_by_key(|c| (c.reason, std::cmp::Reverse(c.rows())));
        made
    }
}

/// Whether two texts are word by word the same save for one letter of a long word without digits.
fn is_slip(a: &Text, b: &Text) -> bool {
    if a.words.len() != b.words.len() {
        return false;
    }
    let mut differing = a.words.iter().zip(&b.words).filter(|(x, y)| x != y);
    let (Some((x, y)), None) = (differing.next(), differing.next()) else { return false };
    let (x, y): (Vec<char>, Vec<char>) = (x.chars().collect(), y.chars().collect());
    let plain = |w: &[char]| w.len() >= LEAST_WORD && w.iter().all(|c| !c.is_numeric());
    plain(&x) && plain(&y) && is_one_edit(&x, &y)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(values: &[(&str, u64)]) -> Vec<(Vec<String>, ClusterReason)> {
        let values: Vec<(String, u64)> =
            values.iter().map(|(t, n)| ((*t).to_owned(), *n)).collect();
        let names = |c: Cluster| (c.spellings.into_iter().map(|(t, _)| t).collect(), c.reason);
        clusters(&values).into_iter().map(names).collect()
    }

    fn names(list: &[&str]) -> Vec<String> {
        list.iter().map(|t| (*t).to_owned()).collect()
    }

    #[test]
    fn spellings_of_one_thing_are_put_together() {
        use ClusterReason as R;
        let sources =
            found(&[("yandex", 5), ("Яндекс", 9), ("ya-ndex", 2), ("google", 7), ("bing", 1)]);
        assert_eq!(sources, [(names(&["Яндекс", "yandex", "ya-ndex"]), R::Script)]);
        let looks = found(&[("ВК", 3), ("BK", 2), ("VK", 1)]);
        assert_eq!(looks, [(names(&["ВК", "BK"]), R::SameLetters)]);
        let people = found(&[("Иванов Иван", 3), ("Иван Иванов", 2), ("Ivan Petrov", 1)]);
        assert_eq!(people, [(names(&["Иванов Иван", "Иван Иванов"]), R::WordOrder)]);
        let slips = found(&[("Retargeting Athens", 9), ("Retargetting Athens", 1)]);
        assert_eq!(slips, [(names(&["Retargeting Athens", "Retargetting Athens"]), R::OneLetter)]);
        let greek = found(&[("Διαφήμιση Αθήνα", 2), ("Diafimisi Athina", 1)]);
        assert_eq!(greek, [(names(&["Διαφήμιση Αθήνα", "Diafimisi Athina"]), R::Script)]);
    }

    #[test]
    fn things_that_differ_stay_apart() {
        // A number, a letter of a series, a short word, another word.
        assert_eq!(found(&[("brand search 1", 5), ("brand search 2", 5)]), []);
        assert_eq!(found(&[("campaign version a", 5), ("campaign version b", 5)]), []);
        assert_eq!(found(&[("email", 5), ("e mails", 5)]), []);
        assert_eq!(found(&[("b2b leads 2025", 5), ("b2c leads 2025", 5)]), []);
        assert_eq!(found(&[("north region", 5), ("south region", 5)]), []);
    }
}
