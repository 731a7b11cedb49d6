//! Russian and Greek letters in Latin ones, so far that two spellings of a name meet: `Яндекс` and
//! `yandex`, `Σκρουτζ` and `skroutz`. A key for comparing, not for reading.

/// The sound of a folded text in Latin letters: digits stay, signs and blanks go.
pub fn sound(folded: &str) -> String {
    let mut latin = String::with_capacity(folded.len() * 2);
    let folded = folded.replace("ου", "u").replace("μπ", "b");
    for c in folded.chars().filter(|c| c.is_alphanumeric()) {
        match letter(c) {
            Some(text) => latin.push_str(text),
            None => latin.push(c),
        }
    }
    // Habits of writing one sound in Latin letters; the longer ones first.
    for (written, sound) in HABITS {
        if latin.contains(written) {
            latin = latin.replace(written, sound);
        }
    }
    let mut out = String::with_capacity(latin.len());
    for c in latin.chars() {
        if c.is_ascii_digit() || !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

const HABITS: &[(&str, &str)] = &[
    ("shch", "sh"),
    ("sch", "sh"),
    ("kh", "h"),
    ("ph", "f"),
    ("ck", "k"),
    ("ou", "u"),
    ("oo", "u"),
    ("tz", "c"),
    ("ts", "c"),
    ("x", "ks"),
    ("q", "k"),
    ("w", "v"),
    ("ya", "ia"),
    ("ja", "ia"),
    ("yu", "iu"),
    ("ju", "iu"),
    ("y", "i"),
    ("j", "i"),
];

fn letter(c: char) -> Option<&'static str> {
    Some(match c {
        'а' | 'α' => "a",
        'б' => "b",
        'в' | 'β' => "v",
        'г' | 'γ' => "g",
        'д' | 'δ' => "d",
        'е' | 'э' | 'ε' | 'є' => "e",
        'ж' => "zh",
        'з' | 'ζ' => "z",
        'и' | 'й' | 'і' | 'η' | 'ι' | 'υ' | 'ы' => "i",
        'к' | 'κ' => "k",
        'л' | 'λ' => "l",
        'м' | 'μ' => "m",
        'н' | 'ν' => "n",
        'о' | 'ο' | 'ω' => "o",
        'п' | 'π' => "p",
        'р' | 'ρ' => "r",
        'с' | 'σ' | 'ς' => "s",
        'т' | 'τ' => "t",
        'у' => "u",
        'ф' | 'φ' => "f",
        'х' => "h",
        'ц' => "c",
        'ч' => "ch",
        'ш' | 'щ' => "sh",
        'ъ' | 'ь' => "",
        'ю' => "iu",
        'я' => "ia",
        'ї' => "i",
        'θ' => "th",
        'ξ' => "ks",
        'χ' => "h",
        'ψ' => "ps",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::fold::fold;

    #[test]
    fn spellings_in_two_scripts_meet() {
        let pairs = [
            ("Яндекс", "yandex"),
            ("ВКонтакте", "vkontakte"),
            ("Иванов", "Ivanov"),
            ("Юлия", "Julia"),
            ("Москва", "Moskva"),
            ("Щукин", "Schukin"),
            ("Αθήνα", "Athina"),
            ("Σκρουτζ", "Skroutz"),
            ("Γιώργος", "Giorgos"),
            ("Παπαδόπουλος", "Papadopoulos"),
        ];
        for (one, other) in pairs {
            assert_eq!(sound(&fold(one)), sound(&fold(other)), "{one} {other}");
        }
        assert_ne!(sound("акция 11"), sound("akcija 1"));
    }
}
