//! Which encoding the bytes are in: by byte order mark, by zero bytes, by being valid UTF-8, and
//! else by the letters that each candidate makes of them.
//!
//! Not here: decoding (`decode`).

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, IBM866, ISO_8859_2, ISO_8859_4, ISO_8859_5, ISO_8859_7, ISO_8859_10, ISO_8859_13,
    ISO_8859_15, ISO_8859_16, KOI8_R, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1251,
    WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1257, WINDOWS_1258, X_MAC_CYRILLIC,
};

/// How much of the evidence is weighed letter by letter.
const WEIGHED_BYTES: usize = 65_536;

/// Cyrillic and Greek encodings, the likelier first: it wins a tie.
const CANDIDATES: [&Encoding; 7] =
    [WINDOWS_1251, WINDOWS_1253, KOI8_R, IBM866, ISO_8859_7, ISO_8859_5, X_MAC_CYRILLIC];

/// Encodings of Latin letters with accents.
const LATIN: [&Encoding; 11] = [
    WINDOWS_1250,
    WINDOWS_1252,
    WINDOWS_1254,
    WINDOWS_1257,
    WINDOWS_1258,
    ISO_8859_2,
    ISO_8859_4,
    ISO_8859_10,
    ISO_8859_13,
    ISO_8859_15,
    ISO_8859_16,
];

/// The encoding that a byte order mark names, and the mark's length.
pub fn by_mark(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    Encoding::for_bom(bytes)
}

/// UTF-16 without a mark: every second byte is zero, or the half of a letter that all Cyrillic
/// (or Greek) letters share.
pub fn utf16_without_mark(sample: &[u8]) -> Option<&'static Encoding> {
    let near = sample.get(..65_536).unwrap_or(sample);
    let (mut zeros, mut halves) = ([0usize; 2], [0usize; 2]);
    for pair in near.chunks_exact(2) {
        for ((byte, zeros), halves) in pair.iter().zip(&mut zeros).zip(&mut halves) {
            *zeros += usize::from(*byte == 0);
            *halves += usize::from(matches!(*byte, 0 | 3 | 4 | 0x20 | 0x21));
        }
    }
    let pairs = near.len() / 2;
    // Delimiters and line ends are there whatever the language.
    let upper = |at: usize| halves[at] * 20 >= pairs * 19 && zeros[at] * 50 >= pairs;
    let lower = |at: usize| zeros[at] * 100 <= pairs;
    match (upper(0), upper(1)) {
        (false, true) if pairs >= 2 && lower(0) => Some(UTF_16LE),
        (true, false) if pairs >= 2 && lower(1) => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding of bytes that hold something beyond ASCII. `complete`: nothing follows them.
pub fn guess(evidence: &[u8], complete: bool) -> &'static Encoding {
    if mostly_utf8(evidence, complete) {
        return UTF_8;
    }
    let weighed = evidence.get(..WEIGHED_BYTES).unwrap_or(evidence);
    let mut best = (WINDOWS_1252, latin_score(weighed));
    for candidate in CANDIDATES {
        let score = script_score(&candidate.decode_without_bom_handling(weighed).0);
        if score > best.1 {
            best = (candidate, score);
        }
    }
    if best.0 != WINDOWS_1252 && best.1 > 0 {
        return best.0;
    }
    // No letters, only signs: `£5`, `№`.
    let by_signs = [WINDOWS_1252, WINDOWS_1251].into_iter().find(|e| is_signs(e, weighed));
    if let Some(encoding) = by_signs.filter(|_| best.1 == 0) {
        return encoding;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(evidence, complete);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // The detector knows more encodings; but where words look western, the answer is western.
    let western = best.1 > 0;
    if western && !LATIN.contains(&guess) { WINDOWS_1252 } else { guess }
}

/// The encodings that may be meant by bytes beyond ASCII, the likelier first.
pub fn plausible(bytes: &[u8]) -> Vec<&'static Encoding> {
    let utf8 = std::str::from_utf8(bytes).is_ok().then_some(UTF_8);
    let guess = guess(bytes, true);
    let score = |e: &&'static Encoding| script_score(&e.decode_without_bom_handling(bytes).0);
    let mut others: Vec<&'static Encoding> = CANDIDATES.to_vec();
    others.extend([WINDOWS_1252, WINDOWS_1250]);
    others.retain(|e| *e != guess && !e.decode_without_bom_handling(bytes).1);
    others.sort_by_key(|e| std::cmp::Reverse(score(e)));
    utf8.into_iter().chain([guess]).chain(others.into_iter().take(4)).collect()
}

/// Valid UTF-8, or UTF-8 with a few bad bytes among many good letters.
fn mostly_utf8(mut bytes: &[u8], complete: bool) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    loop {
        let letters = |b: &[u8]| b.iter().filter(|x| **x >= 0xc0).count();
        match std::str::from_utf8(bytes) {
            Ok(_) => {
                good += letters(bytes);
                break;
            }
            Err(e) => {
                good += letters(bytes.get(..e.valid_up_to()).unwrap_or_default());
                match e.error_len() {
                    // A letter cut off by the end of the evidence is no fault.
                    None => {
                        bad += usize::from(complete);
                        break;
                    }
                    Some(n) => {
                        bad += 1;
                        bytes = bytes.get(e.valid_up_to() + n..).unwrap_or_default();
                    }
                }
            }
        }
    }
    bad == 0 || good > bad * 8
}

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
const SIGNS: &str = "«»“”„‘’…–—•·№©®™°±€£§\u{a0}½¼\u{384}\u{385}";

fn is_signs(encoding: &&'static Encoding, bytes: &[u8]) -> bool {
    let text = encoding.decode_without_bom_handling(bytes).0;
    text.chars().all(|c| c.is_ascii() || SIGNS.contains(c))
}

fn frequency(lower: char) -> Option<i64> {
    let table = if lower > '\u{3ff}' { RUSSIAN } else { GREEK };
    table.iter().find(|(c, _)| *c == lower).map(|(_, f)| *f)
}

/// How much the text looks like Russian or Greek: per word, letters weighed by frequency, when
/// the word is of one script and of a usual case; characters that such text never has count
/// against it.
fn script_score(text: &str) -> i64 {
    let mut score = 0;
    let mut word: Vec<char> = Vec::new();
    let mut before = ' ';
    for c in text.chars().chain(std::iter::once(' ')) {
        if c.is_alphabetic() {
            word.push(c);
            continue;
        }
        // `1Ά234` is the Swiss 1’234 of another Greek table.
        let between_digits = before.is_ascii_digit() && c.is_ascii_digit();
        if between_digits && matches!(word.as_slice(), ['\u{386}'..='\u{38f}']) {
            score -= 60;
        }
        before = c;
        score += word_score(&word);
        word.clear();
        if !c.is_ascii() && !"«»“”„‘’…–—•·№©®™°±€£§\u{a0}½¼\u{384}\u{385}΄".contains(c)
        {
            score -= 60;
        }
    }
    score
}

fn word_score(word: &[char]) -> i64 {
    let foreign = word.iter().filter(|c| !c.is_ascii()).count() as i64;
    if foreign == 0 {
        return 0;
    }
    let script = |c: &char| match *c as u32 {
        0..0x250 => 0,
        0x370..0x400 | 0x1f00..0x2000 => 1,
        0x400..0x530 => 2,
        _ => 3,
    };
    let one_script = word.windows(2).all(|w| w.first().map(script) == w.last().map(script));
    // `Слово`, `слово` and `СЛОВО` are usual; `сЛОВО` is what a wrong table makes.
    let raised =
        word.windows(2).any(|w| matches!(w, [a, b] if a.is_lowercase() && b.is_uppercase()));
    if !one_script || raised {
        return -40 * foreign;
    }
    let letter = |c: &char| {
        let lower = c.to_lowercase().next().unwrap_or(*c);
        // Below 1 % a letter speaks against the candidate.
        frequency(lower).map_or(-60, |f| f.min(50) - 10)
    };
    let score: i64 = word.iter().map(letter).sum();
    // A lone letter may be a sign of another table, such as the pound.
    let score = if word.len() == 1 { score.min(0) } else { score };
    // The final sigma stands at the end and nowhere else.
    let inner_final = word.iter().rev().skip(1).filter(|c| **c == 'ς').count() as i64;
    score - 60 * inner_final
}

/// The same measure for western text: accented letters stand among plain ones.
fn latin_score(bytes: &[u8]) -> i64 {
    let text = WINDOWS_1252.decode_without_bom_handling(bytes).0;
    let mut score = 0;
    for word in text.split(|c: char| !c.is_alphabetic()) {
        let foreign = word.chars().filter(|c| !c.is_ascii()).count() as i64;
        let plain = word.chars().filter(char::is_ascii).count() as i64;
        score += if plain > foreign { 45 * foreign } else { -20 * foreign };
    }
    score
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_words_settle_the_encoding() {
        let russian = "Название сделки;Стадия;Сумма\r\nЗапчасти №400;Сделка успешна;10\r\n";
        let greek = "Όνομα Ευκαιρίας;Στάδιο;Ποσό\r\nΆγγελος Παπαδόπουλος;Κερδισμένη;10\r\n";
        for encoding in [WINDOWS_1251, KOI8_R, IBM866, ISO_8859_5, X_MAC_CYRILLIC] {
            let bytes = encoding.encode(russian).0;
            assert_eq!(guess(&bytes, true), encoding, "{}", encoding.name());
        }
        for encoding in [WINDOWS_1253, ISO_8859_7] {
            let bytes = encoding.encode(greek).0;
            assert_eq!(guess(&bytes, true), encoding, "{}", encoding.name());
        }
        assert_eq!(guess("Straße;Müller;Genève".as_bytes(), true), UTF_8);
        assert_eq!(guess(&WINDOWS_1252.encode("Straße;Müller;Genève").0, true), WINDOWS_1252);
    }

    #[test]
    fn one_bad_byte_does_not_turn_utf8_into_something_else() {
        let mut bytes = "Стадия сделки".repeat(5).into_bytes();
        bytes.push(0xff);
        assert_eq!(guess(&bytes, true), UTF_8);
    }
}
