//! How much a decoded text looks like a language: letters by frequency and by what stands beside
//! them, words of one script and of a usual case, signs where signs stand.
//!
//! Not here: which encodings are tried (`charset`).

/// Letters by how often they occur in running text, in tenths of a percent.
const RUSSIAN: &[(char, i64)] = &[
    ('о', 110),
    ('е', 85),
    ('а', 80),
    ('и', 74),
    ('н', 67),
    ('т', 63),
    ('с', 55),
    ('р', 47),
    ('в', 45),
    ('л', 44),
    ('к', 35),
    ('м', 32),
    ('д', 30),
    ('п', 28),
    ('у', 26),
    ('я', 20),
    ('ы', 19),
    ('ь', 17),
    ('г', 17),
    ('з', 16),
    ('б', 16),
    ('ч', 14),
    ('й', 12),
    ('х', 10),
    ('ж', 9),
    ('ш', 7),
    ('ю', 6),
    ('ц', 5),
    ('щ', 4),
    ('э', 3),
    ('ф', 3),
    ('ё', 2),
    ('ъ', 1),
    ('і', 1),
    ('ї', 1),
    ('є', 1),
    ('ў', 1),
    ('ґ', 1),
];
const GREEK: &[(char, i64)] = &[
    ('α', 95),
    ('ο', 75),
    ('ι', 70),
    ('τ', 78),
    ('ε', 65),
    ('ν', 62),
    ('σ', 50),
    ('ς', 40),
    ('η', 40),
    ('ρ', 42),
    ('π', 41),
    ('κ', 40),
    ('υ', 34),
    ('μ', 33),
    ('λ', 30),
    ('ω', 15),
    ('ί', 20),
    ('ό', 22),
    ('ά', 22),
    ('έ', 20),
    ('ή', 16),
    ('ύ', 10),
    ('ώ', 8),
    ('δ', 17),
    ('γ', 18),
    ('θ', 12),
    ('χ', 12),
    ('φ', 9),
    ('β', 7),
    ('ξ', 5),
    ('ζ', 4),
    ('ψ', 2),
    ('ϊ', 1),
    ('ϋ', 1),
    ('ΐ', 1),
    ('ΰ', 1),
];

/// Signs that stand in tables whatever the language.
const SIGNS: &str = "«»“”„‘’…–—•·№©®™°±€£§\u{a0}\u{202f}½¼\u{384}\u{385}΄";
/// Signs that hardly anybody writes, but that a wrong table makes of letters.
const ODD_SIGNS: &str = "¤¦¨¬¯´¸¶¡¿¥¢ªº×÷¹²³¾µ¼½¼\u{ad}˙˘˛˝ˇ‰†‡ˆ˜‹›";

/// Languages of Latin letters: beyond ASCII they have these, and no others in one word.
const LATIN: &[&str] = &[
    "äöüßéá",
    "éèêëàâçùûîïôœæÿ",
    "áéíóúñüªº",
    "àèéìòùî",
    "áâãàçéêíóôõúü",
    "åäöéæøü",
    "áðéíóúýþæö",
    "ąćęłńóśźżäöüß",
    "áčďéěíňóřšťúůýžäöüľĺŕô",
    "áéíóöőúüű",
    "ăâîşţșț",
    "čćđšž",
    "çğıöşüâî",
    "ąčęėįšųūž",
    "āčēģīķļņšūž",
];

/// Whether a text holds nothing beyond ASCII but signs.
pub fn is_signs(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii() || SIGNS.contains(c))
}

/// Whether a letter or sign beyond ASCII is one of those that the languages known here write.
pub fn is_usual(sign: char) -> bool {
    let lower = sign.to_lowercase().next().unwrap_or(sign);
    let written = |letters: &[(char, i64)]| letters.iter().any(|(c, _)| *c == lower);
    written(RUSSIAN)
        || written(GREEK)
        || LATIN.iter().any(|language| language.contains(lower))
        || SIGNS.contains(sign)
        || ODD_SIGNS.contains(sign)
}

/// How much a text looks like one of the languages known here.
pub fn score(text: &str) -> i64 {
    let mut score = 0;
    let mut word: Vec<char> = Vec::new();
    let (mut before, mut opened) = (' ', ' ');
    let mut letters = text.chars().chain(std::iter::once(' ')).peekable();
    while let Some(c) = letters.next() {
        if c.is_alphabetic() && !ODD_SIGNS.contains(c) {
            word.push(c);
        } else {
            // `1Ά234` is the Swiss 1’234 of another Greek table.
            let lone = matches!(word.as_slice(), [c] if !c.is_ascii());
            if lone && opened.is_ascii_digit() && c.is_ascii_digit() {
                score -= 60;
            }
            opened = c;
            score += word_score(&word);
            word.clear();
            if !c.is_ascii() {
                let begins = letters.peek().is_some_and(|c| c.is_alphabetic());
                let inside = before.is_alphabetic() && begins;
                // `Acme™`, and never `™Юлково`.
                let misplaced = c == '™' && begins && !inside;
                score += if misplaced { -60 } else { sign_score(c, before, inside) };
            }
        }
        before = c;
    }
    score
}

fn sign_score(sign: char, before: char, inside: bool) -> i64 {
    match sign {
        '’' | '·' | '\u{ad}' if inside => 0,
        '²' | '³' if before.is_ascii_alphabetic() && !inside => 0,
        'º' | 'ª' if before.is_ascii_digit() => 0,
        '\u{80}'..='\u{9f}' | '\u{fffd}' => -200,
        _ if inside => -60,
        _ if SIGNS.contains(sign) => 0,
        _ if ODD_SIGNS.contains(sign) => -20,
        _ => -60,
    }
}

fn word_score(word: &[char]) -> i64 {
    let foreign = word.iter().filter(|c| !c.is_ascii()).count() as i64;
    if foreign == 0 {
        return 0;
    }
    let script = |c: &char| match *c as u32 {
        0..0x250 | 0x1e00..0x1f00 => 0,
        0x370..0x400 | 0x1f00..0x2000 => 1,
        0x400..0x530 => 2,
        _ => 3,
    };
    let one_script = word.windows(2).all(|w| w.first().map(script) == w.last().map(script));
    // `Слово`, `слово` and `СЛОВО` are usual; `сЛОВО` is what a wrong table makes.
    let raised = word.windows(2).any(|w| {
        matches!(w, [a, b] if a.is_lowercase() && b.is_uppercase() && !(a.is_ascii() && b.is_ascii()))
    });
    if !one_script || raised {
        return -40 * foreign;
    }
    let odd = word.windows(3).filter(|w| is_odd(w)).count() as i64;
    if odd > 0 {
        return -60 * odd;
    }
    match word.first().map(script) {
        Some(0) => latin_score(word, foreign),
        Some(_) => script_score(word),
        None => 0,
    }
}

/// `ОЫп` and `οοο` are what a wrong table makes of `Юля` and `ООО`.
fn is_odd(three: &[char]) -> bool {
    let [a, b, c] = three else { return false };
    let foreign = !a.is_ascii() && !b.is_ascii() && !c.is_ascii();
    let fallen = a.is_uppercase() && b.is_uppercase() && c.is_lowercase();
    foreign && (fallen || (a == b && b == c && a.is_lowercase()))
}

/// A word of Greek or Cyrillic letters.
fn script_score(word: &[char]) -> i64 {
    let letter = |c: &char| {
        let lower = c.to_lowercase().next().unwrap_or(*c);
        let table = if lower > '\u{3ff}' { RUSSIAN } else { GREEK };
        let found = table.iter().find(|(c, _)| *c == lower);
        // Below 1 % a letter speaks against the candidate.
        found.map_or(-60, |(_, f)| (*f).min(50) - 10)
    };
    let score: i64 = word.iter().map(letter).sum();
    // A lone letter may be a sign of another table, such as the pound.
    let score = if word.len() == 1 { score.min(0) } else { score };
    // The final sigma stands at the end and nowhere else.
    let inner_final = word.iter().rev().skip(1).filter(|c| **c == 'ς').count() as i64;
    score - 60 * inner_final
}

/// A word of Latin letters, some beyond ASCII, in the language that fits it best.
fn latin_score(word: &[char], foreign: i64) -> i64 {
    let lower = |c: &char| c.to_lowercase().next().unwrap_or(*c);
    let mut best = i64::MIN;
    for language in LATIN {
        let mut score = 0;
        for (i, c) in word.iter().enumerate().filter(|(_, c)| !c.is_ascii()) {
            let next = word.get(i + 1).map(lower);
            let before = i.checked_sub(1).and_then(|i| word.get(i)).map(lower);
            let fits = language.contains(lower(c)) && may_stand(lower(c), before, next);
            score += if fits { 45 } else { -60 };
        }
        best = best.max(score);
    }
    // Letters beyond ASCII stand among plain ones.
    let plain = word.len() as i64 - foreign;
    if plain < foreign { best.min(-20 * (foreign - plain)) } else { best }
}

/// Whether a letter stands where its language has it, for those whose byte is another letter of
/// the same kind in another table.
fn may_stand(letter: char, before: Option<char>, next: Option<char>) -> bool {
    let vowel = |c: char| "aeiouyáéíóúàèìòùäöü".contains(c);
    match letter {
        'ñ' => next.is_some_and(vowel),
        'ń' => !next.is_some_and(vowel),
        'õ' => next == Some('e'),
        'ø' | 'è' => !next.is_some_and(vowel),
        'œ' => next.is_some_and(|c| matches!(c, 'u' | 'i' | 'n')),
        'ê' | 'û' => next.is_some() && before.is_some(),
        'ò' => next.is_none() && !before.is_some_and(vowel),
        'ì' | 'ù' => next.is_none(),
        _ => true,
    }
}
