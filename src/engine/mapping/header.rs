//! How well a header's words fit a role. Not here: the words (`role_words`), what the values say
//! and which column wins (`role`).

use super::role_words::Words;
use crate::engine::currency::beside_number;
use crate::engine::fold::{fold_header, split_camel};
use serde::{Deserialize, Serialize};

/// How a header named a role. The enum is the message key for each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeaderFit {
    /// A word that is inside the header.
    Part,
    /// A name that may also mean something else.
    Likely,
    /// A name of exactly this.
    Exact,
}

impl HeaderFit {
    /// What the fit is worth, 0 to 1.
    pub fn weight(self) -> f64 {
        match self {
            HeaderFit::Exact => 1.0,
            HeaderFit::Likely => 0.8,
            HeaderFit::Part => 0.55,
        }
    }
}

/// What a name is worth that only stands where no better one does.
const SECOND: f64 = 0.95;

/// A header, folded once for all roles.
pub struct Header {
    /// The writings of the whole header: as it is, with `CamelCase` split, without the unit in
    /// parentheses, without the number of a repeated header. Each with what it costs.
    forms: Vec<(String, f64)>,
    words: Vec<String>,
    /// A slash or a percent sign: a ratio, such as `Cost / conv.`.
    is_ratio: bool,
}

impl Header {
    /// Folds a header of a table.
    pub fn new(text: &str) -> Header {
        let mut forms: Vec<(String, f64)> = Vec::new();
        let mut add = |form: String, worth: f64| {
            if !form.is_empty() && forms.iter().all(|(f, _)| *f != form) {
                forms.push((form, worth));
            }
        };
        let plain = fold_header(text);
        add(plain.clone(), 1.0);
        let whole = expanded(&plain);
        add(whole.clone(), 1.0);
        add(without_unit(&whole).to_owned(), 0.97);
        add(fold_header(&split_camel(text)), 1.0);
        let first = without_repeat(text);
        let cost = if first.len() < text.len() { 0.9 } else { 1.0 };
        let first = fold_header(first);
        add(first.clone(), cost);
        add(without_unit(&first).to_owned(), cost * 0.97);
        let last = forms.last().map(|(f, _)| f.clone()).unwrap_or_default();
        let camel = fold_header(&split_camel(text));
        let words = words(&expanded(if camel.len() > plain.len() { &camel } else { &last }));
        let outside_unit = without_unit(&whole);
        let is_ratio = outside_unit.contains('/') || plain.contains('%');
        Header { forms, words, is_ratio }
    }

    /// How the header fits a role, and what that is worth (0 to 1).
    pub fn fit(&self, role: &Words) -> Option<(HeaderFit, f64)> {
        let exact = |list: &str| {
            let known = |form: &str| {
                let worth = |entry: &str| match entry.strip_prefix('~') {
                    Some(second) => (second == form).then_some(SECOND),
                    None => (entry == form).then_some(1.0),
                };
                list.split('|').find_map(worth)
            };
            self.forms.iter().find_map(|(form, worth)| Some(worth * known(form)?))
        };
        if let Some(worth) = exact(role.sure) {
            return Some((HeaderFit::Exact, worth));
        }
        if let Some(worth) = exact(role.likely) {
            return Some((HeaderFit::Likely, worth * HeaderFit::Likely.weight()));
        }
        let narrower = self.is_ratio || role.never.split('|').any(|p| self.has(p));
        let part = !narrower && role.part.split('|').any(|p| self.has(p));
        part.then_some((HeaderFit::Part, HeaderFit::Part.weight()))
    }

    /// Whether the whole header is an entry of a list.
    pub fn is_any(&self, list: &str) -> bool {
        list.split('|').any(|entry| self.forms.iter().any(|(form, _)| form == entry))
    }

    /// Whether the words of a phrase stand in the header, one after the other.
    pub fn has(&self, phrase: &str) -> bool {
        let phrase: Vec<&str> = phrase.split_whitespace().collect();
        let is = |word: &String, wanted: &str| match wanted.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            None => word == wanted,
        };
        !phrase.is_empty()
            && self
                .words
                .windows(phrase.len())
                .any(|w| w.iter().zip(&phrase).all(|(a, b)| is(a, b)))
    }
}

/// Words that headers write short.
const SHORT: &[(&str, &str)] = &[
    ("ημ/νια", "ημερομηνια"),
    ("ημ/νιεσ", "ημερομηνιεσ"),
    ("ημ.", "ημερομηνια"),
    ("κωδ.", "κωδικοσ"),
    ("αρ.", "αριθμοσ"),
    ("τηλ.", "τηλεφωνο"),
    ("отв.", "ответственный"),
    ("тел.", "телефон"),
    ("dt", "date"),
    ("src", "source"),
];

/// A folded header with its short words written out.
fn expanded(folded: &str) -> String {
    let whole = |word: &str| {
        let long = SHORT.iter().find(|(short, _)| *short == word);
        long.map_or_else(|| word.to_owned(), |(_, long)| (*long).to_owned())
    };
    // Of `кол-во` folding leaves two words.
    let mut words: Vec<String> = folded.split(' ').map(whole).collect();
    while let Some(at) = words.windows(2).position(|pair| pair == ["кол", "во"]) {
        words.splice(at..at + 2, ["количество".to_owned()]);
    }
    words.join(" ")
}

/// The words of a folded header; a full stop or a comma ends a word.
fn words(folded: &str) -> Vec<String> {
    let is_end = |c: char| !(c.is_alphanumeric() || c == '№' || c == '%');
    folded.split(is_end).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// `Источник.2` and `Deal - Status__2` are further columns of the same name.
fn without_repeat(header: &str) -> &str {
    let base = header.trim_end_matches(|c: char| c.is_ascii_digit());
    if base.len() == header.len() {
        return header;
    }
    base.strip_suffix('.').or_else(|| base.strip_suffix("__")).unwrap_or(header)
}

/// `расход (руб.)`, `расход, ₽` and `расход, тыс. руб.` without the unit.
fn without_unit(folded: &str) -> &str {
    const SCALES: &[&str] = &[
        "тыс",
        "тыс.",
        "тысяч",
        "млн",
        "млн.",
        "млрд",
        "χιλ",
        "χιλ.",
        "εκατ.",
        "thousand",
        "thousands",
        "million",
        "millions",
        "mln",
    ];
    let base = match folded.rfind(" (") {
        Some(at) if folded.ends_with(')') => folded.get(..at).unwrap_or(folded),
        _ => folded,
    };
    let mut base = base.trim_end();
    if let Some((rest, unit)) = base.rsplit_once([',', ' '])
        && beside_number(unit).is_some()
    {
        base = rest.trim_end_matches([',', ' ']);
    }
    match base.rsplit_once([',', ' ']) {
        Some((rest, scale)) if SCALES.contains(&scale) => rest.trim_end_matches([',', ' ']),
        _ => base,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::mapping::Role;
    use crate::engine::mapping::role_words::RECORD_WORDS;
    use crate::engine::mapping::spend_words::SPEND_WORDS;

    fn fit(list: &[Words], header: &str, role: Role) -> Option<HeaderFit> {
        let words = list.iter().find(|w| w.role == role).unwrap();
        Header::new(header).fit(words).map(|(fit, _)| fit)
    }

    #[test]
    fn a_narrower_header_is_something_else() {
        let spend = |h| fit(SPEND_WORDS, h, Role::Spend);
        assert_eq!(spend("Расход (руб.)"), Some(HeaderFit::Exact));
        assert_eq!(spend("Расход, тыс. руб."), Some(HeaderFit::Exact));
        assert_eq!(spend("Amount spent (USD)"), Some(HeaderFit::Exact));
        assert_eq!(spend("Расход, ₽"), Some(HeaderFit::Exact));
        for header in
            ["Cost / conv.", "Ср. цена клика (руб.)", "Avg. cost", "CTR (%)", "Цена цели (руб.)"]
        {
            assert_eq!(spend(header), None, "{header}");
        }
        let results = |h| fit(SPEND_WORDS, h, Role::Conversions);
        assert_eq!(results("Результат(ы)"), Some(HeaderFit::Likely));
        assert_eq!(results("Цена за результат"), None);
        assert_eq!(results("Conv. value"), None);
        assert_eq!(fit(SPEND_WORDS, "Показ кампании", Role::Impressions), None);
        assert_eq!(fit(SPEND_WORDS, "Kлики", Role::Clicks), Some(HeaderFit::Exact));
    }

    #[test]
    fn headers_of_programs_and_repeats() {
        let record = |h, role| fit(RECORD_WORDS, h, role);
        assert_eq!(record("CloseDate", Role::Closed), Some(HeaderFit::Exact));
        assert_eq!(record("DATE_CREATE", Role::Created), Some(HeaderFit::Exact));
        assert_eq!(record("Источник.2", Role::Source), Some(HeaderFit::Exact));
        assert_eq!(record("close_value", Role::Amount), Some(HeaderFit::Part));
        assert_eq!(record("ΠΗΓΉ", Role::Source), Some(HeaderFit::Exact));
    }
}
