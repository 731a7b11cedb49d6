//! Which encoding the bytes are in: by byte order mark, by zero bytes, by being valid UTF-8, and
//! else by the letters that each candidate makes of them.
//!
//! Not here: what speaks for a text (`letters`), decoding (`decode`).

use super::letters::{is_signs, score};
use super::turn;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, IBM866, ISO_8859_2, ISO_8859_5, ISO_8859_7, ISO_8859_15, KOI8_R, KOI8_U, UTF_8,
    UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254,
    WINDOWS_1257, X_MAC_CYRILLIC,
};
use std::cmp::Reverse;

/// How much of the evidence is weighed letter by letter.
const WEIGHED_BYTES: usize = 65_536;

/// The likelier first: it wins where two make the same of the bytes.
const CANDIDATES: [&Encoding; 14] = [
    WINDOWS_1252,
    WINDOWS_1251,
    WINDOWS_1253,
    WINDOWS_1250,
    KOI8_R,
    IBM866,
    ISO_8859_15,
    ISO_8859_7,
    ISO_8859_5,
    ISO_8859_2,
    X_MAC_CYRILLIC,
    KOI8_U,
    WINDOWS_1254,
    WINDOWS_1257,
];

/// The encoding that a byte order mark names, and the mark's length.
pub fn by_mark(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    Encoding::for_bom(bytes)
}

/// UTF-16 without a mark: every second byte is zero, or the half of a letter that all letters of a
/// script share.
pub fn utf16_without_mark(sample: &[u8]) -> Option<&'static Encoding> {
    let near = sample.get(..65_536).unwrap_or(sample);
    match (is_utf16(near, u16::from_le_bytes), is_utf16(near, u16::from_be_bytes)) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether the bytes are UTF-16 by this order of them: letters and signs of the languages that
/// tables are written in, and both halves of emoji.
fn is_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> bool {
    let (mut pairs, mut usual, mut plain, mut empty) = (0usize, 0, 0, 0);
    let mut before = 0;
    for pair in bytes.chunks_exact(2) {
        let &[a, b] = pair else { continue };
        let unit = unit([a, b]);
        let block = unit >> 8;
        pairs += 1;
        usual += match block {
            0..=4 | 0x1e..=0x22 | 0x25..=0x27 | 0xfe => 1,
            0xdc..=0xdf if (0xd8..=0xdb).contains(&before) => 2,
            _ => 0,
        };
        plain += usize::from(block == 0);
        // `ἀ` is U+1F00; below it such letters are rare, and the small numbers of binary files are not.
        empty += usize::from(unit & 0xff == 0 && block <= 4);
        before = block;
    }
    // Delimiters and line ends are there whatever the language.
    pairs >= 2 && usual * 20 >= pairs * 19 && plain * 50 >= pairs && empty * 100 <= pairs
}

/// The encoding of bytes that hold something beyond ASCII. `complete`: nothing follows them.
pub fn guess(evidence: &[u8], complete: bool) -> &'static Encoding {
    if mostly_utf8(evidence, complete) || begins_as_utf8(evidence) {
        return UTF_8;
    }
    // What turns to UTF-8 further down says nothing of the beginning.
    let evidence = evidence.get(..turn::to_utf8(evidence, true).length).unwrap_or(evidence);
    let ranked = ranked(evidence);
    if let Some((best, _)) = ranked.first().filter(|(_, score)| *score > 0) {
        return best;
    }
    // No letters, only signs: `£5`, `№`.
    let weighed = rich(evidence);
    let by_signs = [WINDOWS_1252, WINDOWS_1251, ISO_8859_15]
        .into_iter()
        .find(|e| is_signs(&e.decode_without_bom_handling(&weighed).0));
    by_signs.unwrap_or_else(|| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(evidence, complete);
        detector.guess(None, Utf8Detection::Deny)
    })
}

/// The encodings that may be meant by bytes beyond ASCII, the likelier first.
pub fn plausible(bytes: &[u8]) -> Vec<&'static Encoding> {
    let utf8 = std::str::from_utf8(bytes).is_ok().then_some(UTF_8);
    let guess = utf8.is_none().then(|| guess(bytes, true));
    let others = ranked(bytes).into_iter().map(|(e, _)| e).filter(|e| Some(*e) != guess);
    utf8.into_iter().chain(guess).chain(others).collect()
}

/// What a text in UTF-8 turned to, given what follows its first bad byte; `None` where that is not
/// clear.
pub fn turned(bytes: &[u8], complete: bool) -> Option<&'static Encoding> {
    // Where it turns back again, it did turn.
    let bytes = bytes.get(..turn::to_utf8(bytes, true).length).unwrap_or(bytes);
    let (mut good, mut bad, mut at) = (0, 0, 0);
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let length = if rest.first().is_some_and(u8::is_ascii) {
            Encoding::ascii_valid_up_to(rest)
        } else {
            let letter = turn::letter(rest).unwrap_or(0);
            (good, bad) = (good + usize::from(letter > 0), bad + usize::from(letter == 0));
            letter.max(1)
        };
        at += length;
    }
    // In IBM866 every tenth letter or so is the first of three that are one of UTF-8.
    let clear = bad >= 8 && good * 4 < bad || bad >= 4 && good == 0;
    let best = ranked(bytes).first().copied().filter(|(_, score)| *score > 0 && clear);
    best.map(|_| guess(bytes, complete))
}

/// Whether a good many letters of UTF-8 come before the first bad byte: the file may turn there.
fn begins_as_utf8(bytes: &[u8]) -> bool {
    let valid = std::str::from_utf8(bytes).err().map_or(bytes.len(), |e| e.valid_up_to());
    let letters = bytes.get(..valid).unwrap_or_default().iter().filter(|b| **b >= 0xc0);
    letters.take(8).count() == 8
}

/// All candidates by their scores.
fn ranked(evidence: &[u8]) -> Vec<(&'static Encoding, i64)> {
    let weighed = rich(evidence);
    let weigh = |e: &'static Encoding| {
        let score = score(&e.decode_without_bom_handling(&weighed).0);
        // Rarer ones must be the better by far.
        let rare = score > 0 && (e == WINDOWS_1254 || e == WINDOWS_1257);
        (e, if rare { score * 4 / 5 } else { score })
    };
    let mut ranked: Vec<_> = CANDIDATES.into_iter().map(weigh).collect();
    ranked.sort_by_key(|(_, score)| Reverse(*score));
    ranked
}

/// The words beyond ASCII, with a letter or sign on either side.
fn rich(evidence: &[u8]) -> Vec<u8> {
    let mut words = Vec::new();
    let ends = |b: &u8| b.is_ascii() && !b.is_ascii_alphanumeric() && *b != b'\'';
    for word in evidence.split_inclusive(ends).filter(|word| !word.is_ascii()) {
        words.extend_from_slice(word);
        if words.len() > WEIGHED_BYTES {
            break;
        }
    }
    words
}

/// Valid UTF-8, or UTF-8 with a few bad bytes among many good letters.
fn mostly_utf8(evidence: &[u8], complete: bool) -> bool {
    let mut bytes = evidence;
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
    // In a text of single bytes hardly a pair of them is a letter of UTF-8 by chance.
    bad == 0
        || good > bad * 8
        || (bad <= 3 && good >= bad && (good >= 4 || !reads_better(evidence)))
}

/// Whether some other encoding makes more of the bytes than UTF-8 does, its bad bytes aside: of
/// `Этап` in IBM866, the first three are a letter of UTF-8.
fn reads_better(evidence: &[u8]) -> bool {
    let text = String::from_utf8_lossy(&rich(evidence)).replace('\u{fffd}', "");
    let best = ranked(evidence).first().map_or(0, |(_, score)| *score);
    best > score(&text).max(0)
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
        assert_eq!(guess(b"a,b\n1,caf\xc3\xa9\n2,x\xffy\n", true), UTF_8);
    }
}
