//! Key figures as text: a line a card. Not here: the tables of other blocks (`blocks`).

use crate::lines::Columns;
use tundish::engine::formula::OwnHead;
use tundish::engine::measure::MeasureId;
use tundish::engine::report::{Absence, Compared, Kpi, Kpis};
use tundish::format::Style;
use tundish::i18n::Strings;

/// What figures are compared with, in a word or two.
pub fn before_name(compared: Option<Compared>, words: &Strings) -> &'static str {
    match compared {
        Some(compared) if compared != Compared::Earlier => (words.compare.name)(compared),
        _ => words.report.before,
    }
}

/// One line a card: name, figure, change, figure before; below it its cautions.
pub fn kpis(
    kpis: &Kpis,
    (currency, compared): (Option<&str>, Option<Compared>),
    words: &Strings,
    own: &[OwnHead],
) -> Vec<String> {
    let shown: Vec<&Kpi> = kpis.cards.iter().filter(|c| c.absent.is_none()).collect();
    let mut columns = Columns::new(1);
    for card in &shown {
        let mut row = vec![words.measure(card.measure, own)];
        row.push(words.quantity(&card.now, currency, Style::Table));
        if let Some(before) = &card.before {
            let delta = words.delta(&card.now, before);
            row.push(delta.map(|d| d.text).unwrap_or_default());
            let before = words.quantity(before, currency, Style::Table);
            row.push(format!("{}: {before}", before_name(compared, words)));
        }
        columns.rows.push(row);
    }
    let mut lines = Vec::new();
    for (line, card) in columns.lines().into_iter().zip(&shown) {
        lines.push(line);
        let cautions = card.now.cautions.iter();
        lines.extend(cautions.map(|c| format!("    {}", (words.names.caution)(c))));
    }
    let absent = kpis.cards.iter().filter_map(|c| Some((c.measure, c.absent.clone()?)));
    lines.extend(not_available(&absent.collect::<Vec<_>>(), words, own));
    lines
}

/// The measures that this data can't give, each reason said once.
pub fn not_available(
    absent: &[(MeasureId, Absence)],
    words: &Strings,
    own: &[OwnHead],
) -> Vec<String> {
    let mut reasons: Vec<(&Absence, Vec<String>)> = Vec::new();
    for (measure, why) in absent {
        let name = words.measure(*measure, own);
        match reasons.iter_mut().find(|(known, _)| *known == why) {
            Some((_, names)) => names.push(name),
            None => reasons.push((why, vec![name])),
        }
    }
    let title = (!absent.is_empty()).then(|| format!("{}:", words.report.absent_title));
    let line = |(why, names): (&Absence, Vec<String>)| {
        format!("    {}: {}", names.join(", "), (words.trouble.absence)(why))
    };
    title.into_iter().chain(reasons.into_iter().map(line)).collect()
}
