//! How cells are enclosed, given the delimiter: by which quotes, with backslashes before quotes
//! inside, with blanks around them, or not at all.
//!
//! Quotes that hold cells together are always heeded, however well the records would agree without
//! them. Not here: how each quote stands (`standing`), how agreement is weighed (`agreement`).

use super::agreement::{Sample, Weighed, sample};
use super::marks::Marks;

/// The marks by which the file divides best, given its delimiter. What is unusual (backslashes
/// before quotes, blanks around them, quotes that mean nothing) must go better with the records
/// than what is usual.
pub fn by_delimiter(text: &str, complete: bool, delimiter: u8, most: usize) -> Weighed {
    let sign = quote(text, delimiter);
    let by = |quote| by_quote(text, complete, delimiter, quote, most);
    let (mut best, held) = by(sign);
    let enclosing = char::from(sign);
    if !held && text.contains(enclosing) {
        let plain = Marks::new(delimiter, None);
        if only_opens(&sample(text, complete, plain, most).records, enclosing) {
            best = better(best, Weighed::of(text, complete, plain, most));
        }
    }
    if sign == b'"' && !held && may_open(text, delimiter, '\'') {
        let (single, _) = by(b'\'');
        if encloses(&single, &best) {
            return single;
        }
    }
    best
}

/// The same by one kind of quotes; and whether any way to read them holds cells together.
fn by_quote(text: &str, complete: bool, delimiter: u8, quote: u8, most: usize) -> (Weighed, bool) {
    let usual = Marks::new(delimiter, Some(quote));
    let escaped = text.contains(&format!("\\{}", char::from(quote))).then_some(b'\\');
    let padded = [' ', '\t'].iter().any(|blank| {
        let (delimiter, quote) = (char::from(delimiter), char::from(quote));
        text.contains(&format!("{delimiter}{blank}{quote}"))
            || text.contains(&format!("{quote}{blank}{delimiter}"))
    });
    let mut others = Vec::new();
    others.extend(escaped.map(|_| Marks { escape: escaped, ..usual }));
    others.extend(padded.then_some(Marks { padded, ..usual }));
    others.extend(escaped.filter(|_| padded).map(|_| Marks { escape: escaped, padded, ..usual }));
    let mut best = Weighed::of(text, complete, usual, most);
    let mut held = best.is_held();
    for marks in others {
        let other = Weighed::of(text, complete, marks, most);
        held |= other.is_held();
        best = better(best, other);
    }
    (best, held)
}

fn better(usual: Weighed, other: Weighed) -> Weighed {
    if other.quality() > usual.quality() * 1.000_1 { other } else { usual }
}

/// Whether cells may begin with this quote.
fn may_open(text: &str, delimiter: u8, quote: char) -> bool {
    let delimiter = char::from(delimiter);
    text.starts_with(quote)
        || [format!("{delimiter}{quote}"), format!("{delimiter} {quote}")]
            .iter()
            .chain(&[format!("\n{quote}"), format!("\r{quote}")])
            .any(|opening| text.contains(opening))
}

/// Whether single quotes hold cells together that would fall apart otherwise: then fewer records
/// disagree; or as many do, and such cells are many or have no lone quotes beside them.
fn encloses(single: &Weighed, other: &Weighed) -> bool {
    let Sample { records, spanning, held, lone, .. } = &single.sample;
    let most = *spanning as usize * 2 >= records.len() || (*spanning >= 3 && *lone == 0);
    *spanning > 0
        && *held >= lone * 4
        && (single.apart < other.apart || (most && single.apart == other.apart))
}

/// Single quotes only where cells stand in them and none stands in double quotes.
fn quote(text: &str, delimiter: u8) -> u8 {
    let (mut edges, mut cells) = (0, 0);
    for line in text.lines().take(50) {
        for cell in line.split(char::from(delimiter)) {
            let cell = cell.trim();
            if cell.starts_with('"') {
                return b'"';
            }
            cells += 1;
            edges += usize::from(cell.starts_with('\'')) + usize::from(cell.ends_with('\''));
        }
    }
    if edges > cells { b'\'' } else { b'"' }
}

/// Whether quotes stand at the beginning of cells and hardly ever at their end as well.
fn only_opens(records: &[Vec<String>], quote: char) -> bool {
    let (mut opened, mut enclosed) = (0, 0);
    for cell in records.iter().flatten().filter_map(|c| c.trim().strip_prefix(quote)) {
        let closed = cell.ends_with(quote);
        (opened, enclosed) = (opened + u32::from(!closed), enclosed + u32::from(closed));
    }
    opened >= 3 && enclosed * 4 <= opened
}
