//! Rows of cells as the text of a table: commas, every text in quotes, every row as wide as the
//! widest. So nothing is left to be guessed about how it is written.

/// A table may be this long as text.
pub const MOST_TEXT: usize = 1 << 30;

/// Collects cells row by row.
#[derive(Default)]
pub struct Cells {
    text: String,
    /// For each row: where it ends in the text, and how many cells it has.
    rows: Vec<(usize, u32)>,
    /// Cells of the row under way.
    width: u32,
    /// How many cells the widest row has.
    widest: u32,
    /// Columns on the left that hold nothing in any row, counted from the first filled row on.
    left: Option<u32>,
    /// Rows with at least one cell that holds something.
    pub filled: u32,
    is_filled: bool,
}

impl Cells {
    /// A text, in quotes.
    pub fn text(&mut self, cell: &str) {
        self.begin(cell);
        if cell.is_empty() {
            return;
        }
        self.text.push('"');
        for (i, part) in cell.split('"').enumerate() {
            if i > 0 {
                self.text.push_str("\"\"");
            }
            self.text.push_str(part);
        }
        self.text.push('"');
    }

    /// A number, a day or another word that needs no quotes.
    pub fn plain(&mut self, cell: &str) {
        self.begin(cell);
        self.text.push_str(cell);
    }

    fn begin(&mut self, cell: &str) {
        if self.width > 0 {
            self.text.push(',');
        }
        self.width += 1;
        if !cell.is_empty() {
            self.is_filled = true;
            self.widest = self.widest.max(self.width);
            let column = self.width - 1;
            self.left = Some(self.left.map_or(column, |left| left.min(column)));
        }
    }

    /// Empty cells up to a column.
    pub fn blank_to(&mut self, column: u32) {
        while self.width < column {
            self.begin("");
        }
    }

    /// How many cells the row under way has.
    pub fn width(&self) -> u32 {
        self.width
    }

    pub fn end_row(&mut self) {
        if !self.is_filled {
            let begin = self.rows.last().map_or(0, |(end, _)| *end);
            self.text.truncate(begin);
            self.width = 0;
        }
        self.filled += u32::from(self.is_filled);
        self.rows.push((self.text.len(), self.width));
        self.width = 0;
        self.is_filled = false;
    }

    /// How many rows there are, blank ones included.
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// Whether more would be more than a table may be.
    pub fn is_full(&self) -> bool {
        self.text.len() > MOST_TEXT || self.rows.len() >= MOST_TEXT / 2
    }

    /// The text, or `None` where it would be too long.
    pub fn finish(self) -> Option<String> {
        if self.filled == 0 {
            return Some(String::new());
        }
        // A table that begins aside of the first column: an empty cell is a comma and no more.
        let left = self.left.unwrap_or_default() as usize;
        let widest = self.widest as usize;
        let mut length = 0usize;
        for (_, cells) in self.rows.iter().filter(|(_, cells)| *cells > 0) {
            length = length.saturating_add(widest.saturating_sub(*cells as usize));
        }
        let ends = self.rows.len().saturating_mul(3);
        let length = length.saturating_add(self.text.len()).saturating_add(ends);
        if length > MOST_TEXT {
            return None;
        }
        let mut text = String::with_capacity(length);
        let mut begin = 0;
        for (end, cells) in self.rows {
            let row = self.text.get(begin..end).unwrap_or_default();
            text.push_str(row.get(left..).unwrap_or_default());
            begin = end;
            if cells == 0 {
                // A line with nothing at all is no record, and records are to be counted.
                text.push_str(if widest - left > 1 { "," } else { "\"\"" });
            } else {
                text.extend(std::iter::repeat_n(',', widest.saturating_sub(cells as usize)));
            }
            text.push('\n');
        }
        Some(text)
    }
}
