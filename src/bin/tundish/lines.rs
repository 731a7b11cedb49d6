//! Lines of text: columns in line, and nothing in them that a terminal would take for a command.

/// A cell's text may hold anything, and a terminal obeys control characters; signs that turn the
/// direction of writing could make a figure read as another. Unbreakable spaces become plain ones,
/// so that the output can be searched.
pub fn harmless(text: &str) -> String {
    let sign = |c: char| match c {
        '\n' => '\n',
        '\t' | '\u{a0}' | '\u{202f}' => ' ',
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    text.chars().map(sign).collect()
}

/// The same in one line.
pub fn one_line(text: &str) -> String {
    harmless(text).replace('\n', " ")
}

/// A table whose first `names` columns stand on the left and whose figures stand on the right.
#[derive(Default)]
pub struct Columns {
    pub names: usize,
    pub rows: Vec<Vec<String>>,
}

impl Columns {
    pub fn new(names: usize) -> Columns {
        Columns { names, rows: Vec::new() }
    }

    /// One line a row, without blanks at the end.
    pub fn lines(&self) -> Vec<String> {
        let rows: Vec<Vec<String>> =
            self.rows.iter().map(|r| r.iter().map(|c| one_line(c)).collect()).collect();
        let count = rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |at: usize| rows.iter().filter_map(|r| r.get(at)).map(|c| wide(c)).max();
        let widths: Vec<usize> = (0..count).map(|at| width(at).unwrap_or(0)).collect();
        let line = |row: &Vec<String>| {
            let cells = row.iter().zip(&widths).enumerate().map(|(at, (cell, width))| {
                let blank = " ".repeat(width.saturating_sub(wide(cell)));
                if at < self.names { format!("{cell}{blank}") } else { format!("{blank}{cell}") }
            });
            cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
        };
        rows.iter().map(line).collect()
    }
}

/// How many places a text takes: marks that sit on a letter take none.
fn wide(text: &str) -> usize {
    text.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).count()
}
