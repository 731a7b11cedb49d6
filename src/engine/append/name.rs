//! Names of files: what is left without dates and numbers, and what a table of several is called.

use crate::engine::fold::fold_header;

/// Names of months as they begin, in three languages, folded; Greek and Russian in any case form.
const MONTHS: &[&str] = &[
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "янв",
    "фев", "мар", "апр", "мая", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек", "ιαν",
    "φεβ", "μαρ", "απρ", "μαι", "ιουν", "ιουλ", "αυγ", "σεπ", "οκτ", "νοε", "δεκ",
];
/// Endings that a month's beginning may be followed by.
const ENDINGS: &[&str] = &[
    "",
    "uary",
    "ruary",
    "ch",
    "il",
    "e",
    "y",
    "ust",
    "t",
    "tember",
    "ober",
    "ember",
    "арь",
    "аря",
    "раль",
    "раля",
    "т",
    "та",
    "ель",
    "еля",
    "ь",
    "я",
    "уст",
    "уста",
    "тябрь",
    "тября",
    "ябрь",
    "ября",
    "абрь",
    "абря",
    "ουαριος",
    "ουαριου",
    "ρουαριος",
    "ρουαριου",
    "τιος",
    "τιου",
    "ιλιος",
    "ιλιου",
    "ος",
    "ου",
    "ιος",
    "ιου",
    "ουστος",
    "ουστου",
    "τεμβριος",
    "τεμβριου",
    "ωβριος",
    "ωβριου",
    "εμβριος",
    "εμβριου",
];
/// Words that tell one copy or part of a file from another.
const COUNTERS: &[&str] = &["q", "h", "w", "copy", "part", "копия", "часть", "αντιγραφο", "μεροσ"];

/// The name without its ending, dates, numbers and names of months: what files of one series have
/// in common. Empty where nothing is left, as of `2025-01.csv`.
pub fn series(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    let folded = fold_header(stem);
    let words = folded.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let lasting: Vec<&str> =
        words.filter(|word| !COUNTERS.contains(word) && !is_month(word)).collect();
    lasting.join(" ")
}

fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|month| {
        word.strip_prefix(month).is_some_and(|end| {
            ENDINGS.iter().any(|ending| *ending == end || fold_header(ending) == end)
        })
    })
}

/// `deals_2025-….csv` for `deals_2025-01.csv` and `deals_2025-02.csv`; where the names have too
/// little in common, the first one with dots behind it.
pub fn table_name(files: &[&str]) -> String {
    let Some(first) = files.first() else { return String::new() };
    let common = |a: &str, b: &str| -> usize {
        a.chars().zip(b.chars()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum()
    };
    let prefix = files.iter().map(|f| common(first, f)).min().unwrap_or(0);
    let prefix = first.get(..prefix).unwrap_or("");
    let prefix = prefix.trim_end_matches(|c: char| c.is_ascii_digit() || c == '(');
    let ending = first.rfind('.').and_then(|at| first.get(at..)).unwrap_or("");
    let same_ending = files.iter().all(|f| f.ends_with(ending));
    if prefix.chars().count() < 3 || prefix.len() + ending.len() > first.len() || !same_ending {
        return format!("{first} + …");
    }
    format!("{prefix}…{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_numbers_are_no_part_of_a_series() {
        for (a, b) in [
            ("deals_2025-01.csv", "deals_2025-02.csv"),
            ("Deals January 2025.csv", "deals-february-2025.csv"),
            ("export.csv", "export (1).csv"),
            ("сделки_янв.csv", "Сделки февраль.csv"),
            ("σύλλογος Μάρτιος.csv", "ΣΎΛΛΟΓΟΣ απριλίου.csv"),
            ("costs_Q1.csv", "costs_Q2.csv.gz"),
            ("2025-01.csv", "2025-02.csv"),
        ] {
            assert_eq!(series(a), series(b), "{a} {b}");
        }
        assert_ne!(series("google_2025-01.csv"), series("bing_2025-01.csv"));
        assert_ne!(series("market_1.csv"), series("1.csv"));
    }

    #[test]
    fn a_table_is_called_by_what_its_files_share() {
        assert_eq!(table_name(&["deals_2025-01.csv", "deals_2025-02.csv"]), "deals_2025-….csv");
        assert_eq!(table_name(&["deals_2024-12.csv", "deals_2025-01.csv"]), "deals_….csv");
        assert_eq!(table_name(&["export.csv", "export (1).csv"]), "export….csv");
        assert_eq!(table_name(&["янв.csv", "фев.csv"]), "янв.csv + …");
        assert_eq!(table_name(&["Jan.csv", "Feb.txt"]), "Jan.csv + …");
    }
}
