//! How the quotes of one record stand: which of them hold a cell together, and which stand alone.
//!
//! A quote is meant where it opens at the beginning of a cell and is closed before a delimiter or a
//! line end, whatever number of delimiters and lines lies between. Not here: what follows for the
//! file (`enclosing`).

use super::marks::Marks;

/// What the quotes of a record do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Cells that quotes hold together, those with text behind the closing one among them if the
    /// quotes hold a delimiter.
    pub held: u32,
    /// Held cells with a delimiter or a line end inside.
    pub spanning: u32,
    /// Quotes that open a cell and mean nothing: `"5 inch`, `"Alpha" Ltd`, a lone `"`.
    pub lone: u32,
    /// One is closed in the middle of a cell.
    pub stray: bool,
    /// The text ends inside quotes.
    pub open: bool,
    /// A quote of either kind stands in a cell that is not enclosed.
    pub inner: bool,
}

impl Standing {
    /// Whether some quote does not do what quotes are for.
    pub fn is_odd(self) -> bool {
        self.stray || self.open || self.lone > 0
    }
}

/// Looks at the quotes of a record, or of as much of it as is there.
pub fn standing(text: &[u8], marks: Marks) -> Standing {
    let mut found = Standing::default();
    let mut at = 0;
    while at < text.len() {
        let rest = text.get(at..).unwrap_or_default();
        let pads = rest.iter().take_while(|b| marks.pads(**b)).count();
        if marks.quote.is_some() && rest.get(pads).copied() == marks.quote {
            let begin = at + pads + 1;
            let Some(end) = closing(text, begin, marks) else {
                (found.open, found.lone) = (true, found.lone + 1);
                return found;
            };
            let behind = text.get(end + 1..).unwrap_or_default();
            let behind = behind.iter().find(|b| !marks.pads(**b)).copied();
            found.enclose(text.get(begin..end).unwrap_or_default(), behind, marks);
            at = end + 1;
        }
        let rest = text.get(at..).unwrap_or_default();
        let length = rest.iter().position(|b| marks.ends_cell(*b)).unwrap_or(rest.len());
        let plain = rest.get(..length).unwrap_or_default();
        found.inner |= plain.iter().any(|b| *b == b'"' || *b == b'\'');
        at += length + 1;
    }
    found
}

impl Standing {
    /// Takes in a cell with `inside` its quotes and this byte `behind` them.
    fn enclose(&mut self, inside: &[u8], behind: Option<u8>, marks: Marks) {
        let spans = inside.iter().any(|b| marks.ends_cell(*b));
        let edge = |byte: Option<&u8>| byte.is_some_and(|b| marks.ends_cell(*b));
        if behind.is_none_or(|b| marks.ends_cell(b)) {
            // `a,",5` above `b,",6`: two quotes, each a cell of its own.
            let lines = inside.iter().any(|b| *b == b'\n' || *b == b'\r');
            let lone = lines && edge(inside.first()) && edge(inside.last());
            self.lone += u32::from(lone);
            self.held += u32::from(!lone);
            self.spanning += u32::from(!lone && spans);
        } else {
            self.stray = true;
            // The quote that seems to close may be the next one that opens: `"5 inch,"6 inch`.
            let held = spans && !edge(inside.last());
            self.held += u32::from(held);
            self.lone += u32::from(!held);
        }
    }
}

/// Where the quotes opened before `at` are closed.
fn closing(text: &[u8], mut at: usize, marks: Marks) -> Option<usize> {
    let quote = marks.quote?;
    let escape = marks.escape.filter(|sign| *sign != quote);
    let is = |at: usize, sign: Option<u8>| sign.is_some() && text.get(at).copied() == sign;
    loop {
        let rest = text.get(at..)?;
        at += rest.iter().position(|b| *b == quote || Some(*b) == escape)?;
        let doubled = is(at + 1, Some(quote)) || (is(at, escape) && is(at + 1, escape));
        match (is(at, Some(quote)), doubled) {
            (true, false) => return Some(at),
            (_, true) => at += 2,
            (false, false) => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(text: &str) -> (u32, u32, u32) {
        let found = standing(text.as_bytes(), Marks::new(b',', Some(b'"')));
        (found.held, found.spanning, found.lone)
    }

    #[test]
    fn quotes_that_hold_a_cell_and_quotes_that_stand_alone() {
        assert_eq!(counts("1,\"Smith, John\",Won,\"x\"\n"), (2, 1, 0));
        assert_eq!(counts("\"a\nb\",\"c \"\"d, e\"\"\"\r\n"), (2, 2, 0));
        assert_eq!(counts("\"5 inch,1\n\"6 inch,2\n"), (0, 0, 1));
        assert_eq!(counts("\"5 inch,\"6 inch,2\n"), (0, 0, 1));
        assert_eq!(counts("\"Alpha\" Ltd,1\n"), (0, 0, 1));
        assert_eq!(counts("\"Alpha, Beta\" Ltd,1\n"), (1, 0, 0));
        assert_eq!(counts("a,\",5\nb,\",6\n"), (0, 0, 1));
        assert!(standing(b"5\" pipe,x", Marks::new(b',', Some(b'"'))).inner);
    }
}
