//! Things by the keys of cells. A telephone number is compared by what it is within its country; where
//! both of two say their country, it has to be the same one.
//!
//! Not here: what the key of a cell is (`key`).

use rustc_hash::FxHashMap;

/// The key of a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FullKey {
    /// Empty where the cell has none.
    pub text: String,
    /// Of a telephone number with its country: the whole numbers that it may be.
    pub whole: Vec<String>,
}

impl FullKey {
    /// One that says no more than its text.
    pub fn plain(text: String) -> FullKey {
        FullKey { text, whole: Vec::new() }
    }
}

/// The first thing of each key.
#[derive(Debug)]
pub struct KeyIndex<T> {
    plain: FxHashMap<String, T>,
    /// Those that say a country.
    whole: FxHashMap<String, Vec<(Vec<String>, T)>>,
}

impl<T> Default for KeyIndex<T> {
    fn default() -> Self {
        KeyIndex { plain: FxHashMap::default(), whole: FxHashMap::default() }
    }
}

impl<T> KeyIndex<T> {
    /// Takes something in, unless the same key has something.
    pub fn put(&mut self, key: FullKey, thing: T) {
        if key.whole.is_empty() {
            self.plain.entry(key.text).or_insert(thing);
            return;
        }
        let known = self.whole.entry(key.text).or_default();
        if !known.iter().any(|(whole, _)| *whole == key.whole) {
            known.push((key.whole, thing));
        }
    }

    /// What has this key: the same whole number before one that says no country; one that says another
    /// country never.
    pub fn get(&self, key: &FullKey) -> Option<&T> {
        let plain = self.plain.get(&key.text);
        if self.whole.is_empty() {
            return plain;
        }
        let is_it = |whole: &[String]| {
            key.whole.is_empty() || whole.iter().any(|number| key.whole.contains(number))
        };
        let mut of_text = self.whole.get(&key.text).into_iter().flatten();
        let whole = of_text.find(|(whole, _)| is_it(whole)).map(|(_, thing)| thing);
        if key.whole.is_empty() { plain.or(whole) } else { whole.or(plain) }
    }
}

impl KeyIndex<String> {
    /// One text for all keys that may be one; of several countries a number that says none is of the
    /// first.
    pub fn name(&mut self, key: FullKey) -> String {
        if key.whole.is_empty() && self.whole.is_empty() {
            // So it is with all that are no telephone numbers: nothing has to be kept.
            return key.text;
        }
        let known = self.get(&key).cloned();
        let is_new = !self.whole.contains_key(&key.text);
        let name = known.unwrap_or_else(|| match key.whole.first() {
            Some(number) if !is_new => number.clone(),
            _ => key.text.clone(),
        });
        self.put(key, name.clone());
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::mapping::key::KeyKind;

    fn phone(text: &str) -> FullKey {
        KeyKind::Phone.full(text)
    }

    #[test]
    fn numbers_of_two_countries_are_two_and_one_without_is_either() {
        let mut index = KeyIndex::default();
        let numbers = ["+30 210 123 4567", "+1 (210) 123-4567", "210 1234567"];
        for (at, number) in numbers.iter().enumerate() {
            index.put(phone(number), at);
            assert_eq!(phone(number).text, "2101234567");
        }
        let get = |text: &str| index.get(&phone(text)).copied();
        assert_eq!([get("0030 2101234567"), get("001 210 123 4567")], [Some(0), Some(1)]);
        // Nobody says of which country these are; of a third one nothing else is known.
        assert_eq!([get("2101234567"), get("+44 2101234567")], [Some(2), Some(2)]);
        let mut coded = KeyIndex::default();
        coded.put(phone(numbers[0]), 0);
        assert_eq!(coded.get(&phone(numbers[2])), Some(&0));
        assert_eq!(coded.get(&phone(numbers[1])), None);
    }

    #[test]
    fn one_number_has_one_name() {
        let mut index = KeyIndex::default();
        let mut name = |text: &str| index.name(phone(text));
        let greek = name("+302101234567");
        let american = name("+1 210 123 4567");
        assert_ne!(greek, american);
        assert_eq!([name("2101234567"), name("0030-210-1234567")], [greek.clone(), greek]);
        assert_eq!(name("12101234567"), name("+30 2101234567"));
        assert_eq!(name("001 2101234567"), american);
        assert_eq!((name(""), name("n/a")), (String::new(), String::new()));
    }
}
