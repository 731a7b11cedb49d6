//! How wide a text is, and how it is cut or broken to fit.
//!
//! The widths come from a table and not from the page: asking the page forces a layout, can't be
//! done in a worker, and would let a chart differ between browser and exported file. The table
//! stands for a rather wide sans-serif typeface, so that what fits here fits in the usual ones.

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lettering {
    /// CSS px.
    pub size: f64,
    pub strong: bool,
}

/// Axis labels and notes.
pub const SMALL: Lettering = Lettering { size: 12.0, strong: false };
/// Names and figures that carry a chart.
pub const SMALL_STRONG: Lettering = Lettering { size: 12.0, strong: true };
/// The title of an exported chart.
pub const TITLE: Lettering = Lettering { size: 15.0, strong: true };

/// Some systems have fonts so much wider than those that text is measured by: kept free where nothing
/// else follows a text on its line.
pub const WIDER_FONT: f64 = 1.15;

/// Strong letters are this much wider.
const STRONG: f64 = 1.09;

/// Width of a text in CSS px.
pub fn width(text: &str, lettering: Lettering) -> f64 {
    let ems: f64 = text.chars().map(em).sum();
    ems * lettering.size * if lettering.strong { STRONG } else { 1.0 }
}

/// The text, or as much of it as fits followed by `…`.
pub fn fit(text: &str, max_width: f64, lettering: Lettering) -> String {
    if width(text, lettering) <= max_width {
        return text.to_string();
    }
    let mut kept = String::new();
    let mut best = 0;
    for c in text.chars() {
        kept.push(c);
        if width(&kept, lettering) + width("…", lettering) > max_width {
            break;
        }
        best = kept.len();
    }
    kept.truncate(best);
    let trimmed = kept.trim_end();
    format!("{trimmed}…")
}

/// The text in at most `max_lines` lines: broken at spaces, after hyphens and slashes, and inside
/// a word that is too long for a line by itself; what is still too long ends in `…`. There is at
/// least one line.
pub fn wrap(text: &str, max_width: f64, max_lines: usize, lettering: Lettering) -> Vec<String> {
    let fits = |text: &str| width(text.trim_end(), lettering) <= max_width;
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let piece = first_piece(rest);
        let longer = format!("{line}{piece}");
        if fits(&longer) || lines.len() + 1 >= max_lines {
            line = longer;
            rest = rest.get(piece.len()..).unwrap_or("");
            continue;
        }
        if line.is_empty() {
            let head = syllables(piece, max_width, lettering);
            line = if head == piece { head.to_string() } else { format!("{head}-") };
            rest = rest.get(head.len()..).unwrap_or("");
        }
        lines.push(std::mem::take(&mut line));
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines.iter().map(|l| fit(l.trim(), max_width, lettering)).collect()
}

/// The first word with the space, hyphen or slash that follows it.
fn first_piece(text: &str) -> &str {
    text.split_inclusive([' ', '-', '/', '—', '_']).next().unwrap_or(text)
}

/// The longest beginning of a word that fits with a hyphen and ends where a syllable does: before
/// a consonant that a vowel follows, with two letters or more on either side. That reads well in
/// English, Russian and Greek without a dictionary. The whole word where there is no such place.
fn syllables(word: &str, max_width: f64, lettering: Lettering) -> &str {
    let vowel = |c: char| {
        let c = c.to_lowercase().next().unwrap_or(c);
        "aeiouyаеёиоуыэюяіїєαεηιουωάέήίόύώϊϋ".contains(c)
    };
    let consonant = |c: char| c.is_alphabetic() && !vowel(c) && c != 'ь' && c != 'ъ';
    let letters: Vec<(usize, char)> = word.trim_end().char_indices().collect();
    let breaks = letters.windows(4).filter_map(|four| match four {
        [(_, a), (_, b), (at, c), (_, d)] => {
            let open = vowel(*a) || vowel(*b);
            (open && b.is_alphabetic() && consonant(*c) && vowel(*d)).then_some(*at)
        }
        _ => None,
    });
    let head = |at: usize| word.get(..at).unwrap_or(word);
    let fits = |at: &usize| width(&format!("{}-", head(*at)), lettering) <= max_width;
    breaks.rev().find(fits).map_or(word, head)
}

/// Width of a character as a share of the font size.
fn em(c: char) -> f64 {
    match c {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
        '\u{2009}' | '\u{200a}' | '\u{202f}' => 0.2,
        'i' | 'j' | 'l' | '\'' | '’' | '‘' | '.' | ',' | ':' | ';' | '|' | ' ' | '\u{a0}' | '·'
        | 'ι' | 'ί' | 'ΐ' | 'і' | 'ї' => 0.3,
        'f' | 't' | 'r' | 'I' | 'Ι' | 'І' | 'Ї' | 'J' | '(' | ')' | '[' | ']' | '-' | '!' | '/'
        | '\\' => 0.4,
        '"' | '“' | '”' | '«' | '»' | '*' | '–' | '_' | '?' | '{' | '}' => 0.5,
        's' | 'c' | 'z' | 'г' | 'з' | 'с' | 'τ' | 'ς' | 'ε' | 'έ' | 'ζ' | 'ξ' | 'т' | 'х' | 'у'
        | 'э' | 'γ' | 'λ' | 'ν' | 'κ' => 0.54,
        '0'..='9' | '€' | '₽' | '$' | '+' | '−' | '=' | '<' | '>' | '~' | '^' => 0.6,
        'm' | 'W' | 'Ж' | 'Ш' | 'Щ' | 'Ю' | 'ш' | 'щ' | '…' | '—' | '@' | '№' => 0.98,
        'M' | 'w' | 'М' | 'Ф' | 'Ы' | 'Ъ' | 'ж' | 'ф' | 'ы' | 'ю' | 'м' | 'Μ' | 'Φ' | 'Ψ' | 'Ω'
        | 'ω' | 'ώ' | 'ψ' | '%' | '→' | '←' | '↓' | '↑' | '&' => 0.84,
        'A'..='Z' | 'А'..='Я' | 'Ё' | 'Є' | 'Α'..='Ω' | 'Ά'..='Ώ' | 'À'..='Þ' => 0.72,
        'д' | 'ц' | 'ъ' | 'и' | 'й' | 'н' | 'п' | 'φ' => 0.68,
        'a'..='z' | 'а'..='я' | 'ё' | 'є' | 'α'..='ω' | 'ά'..='ώ' | 'ß'..='ÿ' => 0.625,
        // Ideographs, kana, hangul, full-width forms and pictures.
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{ffef}'
        | '\u{1f000}'..='\u{1faff}'
        | '\u{20000}'..='\u{3ffff}' => 1.1,
        _ => 0.75,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cut_texts_fit_and_say_that_they_were_cut() {
        let name = "Коммерческое предложение согласовано";
        let cut = fit(name, 120.0, SMALL);
        assert!(cut.ends_with('…') && width(&cut, SMALL) <= 120.0, "{cut}");
        assert_eq!(fit("Won", 120.0, SMALL), "Won");
        assert_eq!(fit("Won", 1.0, SMALL), "…");
    }

    #[test]
    fn texts_break_between_words_and_no_line_is_too_wide() {
        let lines = wrap("Коммерческое предложение согласовано", 110.0, 2, SMALL_STRONG);
        assert_eq!(lines, ["Коммерческое", "предложение…"].map(String::from));
        assert!(lines.iter().all(|l| width(l, SMALL_STRONG) <= 110.0));
        assert_eq!(wrap("Qualified lead", 200.0, 2, SMALL), ["Qualified lead"]);
        assert_eq!(wrap("Qualified lead", 60.0, 2, SMALL), ["Qualified", "lead"]);
        assert_eq!(wrap("Paid/organic", 50.0, 2, SMALL), ["Paid/", "organic"]);
        assert_eq!(wrap("", 60.0, 2, SMALL), [""]);
    }

    #[test]
    fn a_word_longer_than_a_line_breaks_at_a_syllable() {
        let broken = |word: &str, room: f64| wrap(word, room, 2, SMALL_STRONG);
        assert_eq!(broken("Квалифицированный", 100.0), ["Квалифици-", "рованный"]);
        assert_eq!(broken("Квалифицированный лид", 130.0), ["Квалифицирован-", "ный лид"]);
        assert_eq!(broken("Qualification", 70.0), ["Qualifica-", "tion"]);
        assert_eq!(broken("Διαπραγμάτευση", 80.0), ["Διαπραγμά-", "τευση"]);
        assert_eq!(broken("Xxxxxxxxxxxxxxxx", 60.0).len(), 1);
    }
}
