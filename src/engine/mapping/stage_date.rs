//! Date columns that tell when a stage was entered, recognised by their headers: HubSpot's
//! `Date entered "…"` and `Became a … Date`, `Дата перехода в …`, `Ημερομηνία εισόδου σε …`.
//!
//! Not here: which rung of the ladder the name belongs to (`stage`), headers that are the stage's name
//! and a date (`stage_date_word`).

use super::stage_date_word::stage_named;
use crate::engine::fold::fold_header;

/// Words in front of and behind the stage's name.
const FRAMES: &[(&str, &str)] = &[
    ("hs v2 date entered", ""),
    ("hs date entered", ""),
    ("hs lifecyclestage", "date"),
    ("date entered", ""),
    ("entered", "date"),
    ("entered", "on"),
    ("became a", "date"),
    ("became an", "date"),
    ("дата перехода в", ""),
    ("дата перехода на этап", ""),
    ("дата перехода на", ""),
    ("дата входа в", ""),
    ("ημερομηνια εισοδου σε", ""),
    ("ημερομηνια εισοδου στο", ""),
    ("", "entry date"),
    ("", "entered date"),
    ("", "date entered"),
    ("", "entered at"),
];

/// The stage that a header names as entered; `None` for any other header.
pub fn stage_of(header: &str) -> Option<String> {
    let written = header.replace(['_', '"', '«', '»', '“', '”'], " ");
    let words: Vec<&str> = written.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|w| fold_header(w)).collect();
    let framed = FRAMES.iter().find_map(|(before, after)| {
        let before: Vec<&str> = before.split_whitespace().collect();
        let after: Vec<&str> = after.split_whitespace().collect();
        let end = folded.len().checked_sub(after.len())?;
        let framed = folded.len() > before.len() + after.len()
            && folded.iter().zip(&before).all(|(word, want)| word == want)
            && folded.iter().skip(end).zip(&after).all(|(word, want)| word == want);
        let name = words.get(before.len()..end).filter(|_| framed)?.join(" ");
        stage_name(&name)
    });
    framed.or_else(|| stage_named(header))
}

/// The name without the pipeline in parentheses; “current stage” is no stage's name.
fn stage_name(text: &str) -> Option<String> {
    let name = match text.rfind(" (") {
        Some(at) if text.ends_with(')') => text.get(..at).unwrap_or(text),
        _ => text,
    };
    let folded = fold_header(name);
    let is_any = ["current stage", "stage", "current", "pipeline", "этап", "стадию"];
    (!folded.is_empty() && !is_any.contains(&folded.as_str())).then(|| name.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stage_dates_of_several_exporters() {
        let cases = [
            ("Date entered \"Contract Sent (Sales Pipeline)\"", Some("Contract Sent")),
            ("Became a Marketing Qualified Lead Date", Some("Marketing Qualified Lead")),
            ("Became an Opportunity Date", Some("Opportunity")),
            ("hs_lifecyclestage_lead_date", Some("lead")),
            ("Дата перехода в «Переговоры»", Some("Переговоры")),
            ("Ημερομηνία εισόδου σε Προσφορά", Some("Προσφορά")),
            ("Demo entry date", Some("Demo")),
            ("Date entered current stage", None),
            ("Close Date", None),
            ("Date exited \"Demo\"", None),
            ("Дата изменения стадии", None),
            ("Entry date", None),
        ];
        for (header, expected) in cases {
            assert_eq!(stage_of(header).as_deref(), expected, "{header}");
        }
    }
}
