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
    /// Takes something in, unless the same key has something. Whether it was new.
    pub fn put(&mut self, key: FullKey, thing: T) -> bool {
        if key.whole.is_empty() {
            let is_new = !self.plain.contains_key(&key.text);
            self.plain.entry(key.text).or_insert(thing);
            return is_new;
        }
        let known = self.whole.entry(key.text).or_default();
        let is_new = !known.iter().any(|(whole, _)| *whole == key.whole);
        if is_new {
            known.push((key.whole, thing));
        }
        is_new
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
        if key.whole.is_empty() {
            // The first country has the same name, whichever of the two comes first.
            return key.text;
        }
        let countries = self.whole.entry(key.text.clone()).or_default();
        let has_one_of = |whole: &[String]| whole.iter().any(|number| key.whole.contains(number));
        if let Some((whole, name)) = countries.iter_mut().find(|(whole, _)| has_one_of(whole)) {
            // What may be of two countries is of the one that it met, and leads to no other.
            whole.retain(|number| key.whole.contains(number));
            return name.clone();
        }
        let name = match key.whole.first() {
            Some(number) if !countries.is_empty() => format!("+{number}"),
            _ => key.text,
        };
        countries.push((key.whole, name.clone()));
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

    /// The number of the party of each text, by first appearance.
    fn parties(texts: &[&str]) -> Vec<usize> {
        let (mut index, mut names) = (KeyIndex::default(), Vec::new());
        let mut party = |text: &&str| {
            let name = index.name(phone(text));
            names.iter().position(|known| *known == name).unwrap_or_else(|| {
                names.push(name);
                names.len() - 1
            })
        };
        texts.iter().map(&mut party).collect()
    }

    #[test]
    fn two_countries_are_two_people_in_any_order() {
        let (greek, bare, british) = ("+30 2101234567", "2101234567", "+44 2101234567");
        assert_eq!(parties(&[greek, bare, british]), [0, 0, 1]);
        assert_eq!(parties(&[british, bare, greek, british, bare]), [0, 0, 1, 0, 0]);
        assert_eq!(parties(&[bare, greek, british, bare]), [0, 0, 1, 0]);
        assert_eq!(parties(&[greek, british, bare, greek]), [0, 1, 0, 0]);
        // A number of another person stands before.
        assert_eq!(parties(&["+30 6971234567", bare, british, greek]), [0, 1, 1, 2]);
        // A Danish number has ten digits with its country.
        assert_eq!(parties(&["+7 4512345678", "+45 12345678", "4512345678"]), [0, 1, 0]);
    }

    #[test]
    fn digits_that_may_be_of_russia_or_of_asia_join_no_two_countries() {
        let (asian, either, russian) = ("+84 912 345 678", "84912345678", "+7 491 234 56 78");
        assert_eq!(parties(&[asian, either, russian, either]), [0, 0, 1, 0]);
        assert_eq!(parties(&[either, asian, russian, either]), [0, 0, 1, 0]);
        assert_eq!(parties(&[russian, either, asian, either]), [0, 0, 1, 0]);
    }
}
