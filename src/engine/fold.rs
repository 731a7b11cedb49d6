//! One text, many spellings: what is folded away before two texts are compared.
//!
//! By strength: [`fold`] for values that people typed, [`fold_words`] for words that tell what a
//! cell is, [`fold_header`] for column names and other names of systems, [`squeeze`] for the question
//! “could these two be the same?”. Not here: what is compared with what (`import`, `mapping`).

/// Folds a value: lower case, ё as е, Greek without tonos and final sigma, outer blanks gone, any
/// run of white space (no-break spaces too) as one space. `-` and `_` stay.
pub fn fold(text: &str) -> String {
    fold_at(text, char::is_whitespace)
}

/// As [`fold`], and `_` as a space.
pub fn fold_words(text: &str) -> String {
    fold_at(text, |c| c.is_whitespace() || c == '_')
}

fn fold_at(text: &str, is_gap: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if is_gap(c) {
            gap = !out.is_empty();
            continue;
        }
        if is_invisible(c) {
            continue;
        }
        if std::mem::take(&mut gap) {
            out.push(' ');
        }
        for lower in c.to_lowercase() {
            push_plain(&mut out, lower);
        }
    }
    out
}

/// A short folded text that needed no memory of its own.
#[derive(Clone, Copy, Debug)]
pub struct Short {
    bytes: [u8; 48],
    length: usize,
}

impl Short {
    pub fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..self.length).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    fn push(&mut self, c: char) -> Option<()> {
        let end = self.length + c.len_utf8();
        c.encode_utf8(self.bytes.get_mut(self.length..end)?);
        self.length = end;
        Some(())
    }
}

/// As [`fold_words`], for the cells of long columns. `None`: longer than any word that is looked
/// for.
pub fn fold_short(text: &str) -> Option<Short> {
    let mut out = Short { bytes: [0; 48], length: 0 };
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() || c == '_' {
            gap = out.length > 0;
            continue;
        }
        if is_invisible(c) {
            continue;
        }
        if matches!(c, '\u{300}'..='\u{36f}') {
            // Marks that stand apart are rare, and looking back at letters is the longer way.
            out.length = 0;
            fold_words(text).chars().try_for_each(|c| out.push(c))?;
            return Some(out);
        }
        if std::mem::take(&mut gap) {
            out.push(' ')?;
        }
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase())?;
        } else {
            c.to_lowercase().try_for_each(|lower| out.push(plain(lower)))?;
        }
    }
    Some(out)
}

/// Folds a header: as [`fold`], and `_`, `-`, `:`, `*`, quotes as spaces, and letters that only
/// look alike brought to the script that most letters of their word are in (`Kлики`).
pub fn fold_header(text: &str) -> String {
    let plain = fold(text);
    let spaced: String = plain.chars().map(|c| if is_joiner(c) { ' ' } else { c }).collect();
    let words: Vec<String> = spaced.split_whitespace().map(one_script).collect();
    words.join(" ")
}

/// Nothing but the letters and digits: `GTX Pro` and `gtx-pro` are both `gtxpro`.
pub fn squeeze(text: &str) -> String {
    fold_header(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// `CloseDate` as `Close Date`, for headers of interfaces between programs.
pub fn split_camel(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    let mut after_lower = false;
    for c in text.chars() {
        if after_lower && c.is_uppercase() {
            out.push(' ');
        }
        after_lower = c.is_lowercase();
        out.push(c);
    }
    out
}

/// Byte-order mark, zero-width and soft-hyphen characters: nobody sees them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{ad}')
}

fn is_joiner(c: char) -> bool {
    matches!(c, '_' | '-' | '–' | '—' | ':' | '*' | '"' | '«' | '»' | '“' | '”' | '„')
}

/// Appends one lower-case letter without the marks that spellings differ by.
fn push_plain(out: &mut String, c: char) {
    let plain = match c {
        '\u{301}' | '\u{308}' if out.chars().next_back().is_some_and(loses_marks) => return,
        '\u{306}' if out.ends_with('и') => {
            out.pop();
            'й'
        }
        other => plain(other),
    };
    out.push(plain);
}

/// A lower-case letter without the marks that are part of it.
fn plain(c: char) -> char {
    match c {
        'ё' => 'е',
        'ς' => 'σ',
        'ά' | 'ὰ' => 'α',
        'έ' | 'ὲ' => 'ε',
        'ή' | 'ὴ' => 'η',
        'ί' | 'ϊ' | 'ΐ' | 'ὶ' => 'ι',
        'ό' | 'ὸ' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' | 'ὺ' => 'υ',
        'ώ' | 'ὼ' => 'ω',
        // The micro sign, which some Greek fonts and documents write for the letter.
        'µ' => 'μ',
        other => other,
    }
}

/// Letters after which a separate accent is a spelling, not another letter.
fn loses_marks(c: char) -> bool {
    matches!(c, 'α'..='ω') || matches!(c, 'а'..='я')
}

/// Pairs of letters that look alike in capitals or in small: Latin, Cyrillic, Greek.
const ALIKE: &[(char, char, char)] = &[
    ('a', 'а', 'α'),
    ('b', 'в', 'β'),
    ('c', 'с', '\0'),
    ('e', 'е', 'ε'),
    ('h', 'н', 'η'),
    ('i', '\0', 'ι'),
    ('k', 'к', 'κ'),
    ('m', 'м', 'μ'),
    ('n', '\0', 'ν'),
    ('o', 'о', 'ο'),
    ('p', 'р', 'ρ'),
    ('t', 'т', 'τ'),
    ('x', 'х', 'χ'),
    ('y', 'у', 'υ'),
    ('z', '\0', 'ζ'),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Greek,
}

fn script(c: char) -> Option<Script> {
    match c {
        'a'..='z' => Some(Script::Latin),
        'а'..='я' => Some(Script::Cyrillic),
        'α'..='ω' => Some(Script::Greek),
        _ => None,
    }
}

/// A word of two scripts, with the look-alikes of the minority written in the majority's script.
/// A tie stays as it is: nothing says which of the two was meant.
fn one_script(word: &str) -> String {
    let count = |s: Script| word.chars().filter(|c| script(*c) == Some(s)).count();
    let counts = [Script::Latin, Script::Cyrillic, Script::Greek].map(|s| (count(s), s));
    let (most, target) = counts.into_iter().max_by_key(|(n, _)| *n).unwrap_or(counts[0]);
    let tied = counts.iter().filter(|(n, _)| *n == most).count() > 1;
    let letters: usize = counts.iter().map(|(n, _)| n).sum();
    if tied || most == letters {
        return word.to_owned();
    }
    word.chars().map(|c| to_script(c, target)).collect()
}

fn to_script(c: char, target: Script) -> char {
    let Some((latin, cyrillic, greek)) =
        ALIKE.iter().find(|(l, y, g)| [*l, *y, *g].contains(&c)).copied()
    else {
        return c;
    };
    let twin = match target {
        Script::Latin => latin,
        Script::Cyrillic => cyrillic,
        Script::Greek => greek,
    };
    if twin == '\0' { c } else { twin }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_value_fold_to_one_text() {
        assert_eq!(fold(" Счёт\u{a0} на  предоплату "), "счет на предоплату");
        assert_eq!(fold("ΠΕΛΆΤΗΣ"), fold("πελάτης"));
        assert_eq!(fold("Κλει\u{301}σιμο"), "κλεισιμο");
        assert_eq!(fold("и\u{306}"), "й");
        assert_eq!(fold("\u{feff}A_b - C"), "a_b - c");
        assert_eq!(fold("\u{a0}"), "");
        assert_eq!(fold("Ηµεροµηνία"), fold("Ημερομηνία"));
        assert_eq!(fold_words(" Not_set\u{200b}"), "not set");
    }

    #[test]
    fn headers_fold_further_than_values() {
        assert_eq!(fold_header("UTM_Source:"), "utm source");
        assert_eq!(fold_header("Deal - Currency of value"), "deal currency of value");
        assert_eq!(fold_header("Kлики"), "клики");
        assert_eq!(fold_header("СTR"), "ctr");
        assert_eq!(fold_header("Еmail"), "email");
        assert_eq!(fold_header("Νόµισµα"), "νομισμα");
        assert_eq!(squeeze("GTX-Pro (№ 1)"), "gtxpro1");
        assert_eq!(fold_header(&split_camel("CloseDate")), "close date");
    }

    #[test]
    fn a_short_text_folds_the_same_without_memory() {
        for text in [
            "Не_указано",
            "ΆΣ ς",
            " N/A ",
            "и\u{306}",
            "a\u{301}",
            "Ποσό µε",
            "İs",
            "\u{feff}x  y",
            "Ё",
        ] {
            assert_eq!(fold_short(text).map(|s| s.as_str().to_owned()), Some(fold_words(text)));
        }
        assert!(fold_short(&"long ".repeat(12)).is_none());
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for text in ["Ё-Ж", "ΆΣ ς", "a  b", "Kлики_", "İstanbul", "и\u{306}\u{301}"] {
            assert_eq!(fold(&fold(text)), fold(text));
            assert_eq!(fold_header(&fold_header(text)), fold_header(text));
        }
    }
}
