//! The first records of a file as they are cut by given marks, and how well they agree in their width.
//!
//! Not here: which marks are tried (`delimiter`, `enclosing`).

use super::marks::Marks;
use super::record::Record;
use super::splitter::Splitter;
use super::standing::{Standing, standing};

/// The first records of a file, and how their quotes stand.
#[derive(Debug, Default)]
pub struct Sample {
    /// Blank ones are kept, so that positions are those of the file.
    pub records: Vec<Vec<String>>,
    /// Where each begins in the text.
    begins: Vec<usize>,
    pub held: u32,
    pub spanning: u32,
    pub lone: u32,
    /// How many records have quotes that stand oddly, and how many have any that enclose nothing.
    odd: u32,
    unsound: u32,
}

impl Sample {
    fn note(&mut self, found: Standing) {
        self.held += found.held;
        self.spanning += found.spanning;
        self.lone += found.lone;
        self.odd += u32::from(found.is_odd());
        self.unsound += u32::from(found.is_odd() || found.inner);
    }

    fn share(&self, count: u32) -> f64 {
        f64::from(count) / self.records.len().max(1) as f64
    }

    fn filled(&self) -> impl Iterator<Item = (usize, &Vec<String>)> {
        let begins = self.begins.iter().copied();
        begins.zip(&self.records).filter(|(_, cells)| !is_blank(cells))
    }
}

/// So many unclosed quotes are mended, each of which takes in the rest of the text.
const MOST_MENDED: u32 = 8;

pub fn sample(text: &str, complete: bool, marks: Marks, most: usize) -> Sample {
    let mut splitter = Splitter::new(marks);
    let (mut record, mut found) = (Record::default(), Sample::default());
    let mut rest = text.as_bytes();
    let mut mended = 0;
    while !rest.is_empty() && found.records.len() < most {
        let (mut taken, mut done) = splitter.read(rest, &mut record);
        let raw = rest.get(..taken).unwrap_or_default();
        let blank = raw.iter().take_while(|b| **b == b'\r' || **b == b'\n').count();
        let solid = raw.get(blank..).unwrap_or_default();
        found.begins.push(text.len() - rest.len() + blank);
        // What an unclosed quote takes in are records, as they will be when the file is read. Where
        // the text goes on, only a quote that takes in most of it is one.
        let may_be_open = complete || solid.len() * 2 > text.len();
        if !done && mended < MOST_MENDED && may_be_open && standing(solid, marks).open {
            let line = solid.split(|b| *b == b'\r' || *b == b'\n').next().unwrap_or_default();
            splitter.read_plain(line, &mut record);
            taken = blank + line.len();
            done = true;
            mended += 1;
        }
        // The last record of a longer text is cut off in its middle: it tells nothing.
        if done || complete {
            found.note(standing(solid, marks));
        }
        if done {
            found.records.push(record.to_cells());
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    let whole = complete || found.records.is_empty();
    let left = found.records.len() < most && splitter.finish(&mut record);
    if whole && left && !record.is_end_mark() {
        found.records.push(record.to_cells());
    }
    found
}

/// The first records cut by some marks, and how well those divide them.
#[derive(Debug)]
pub struct Weighed {
    pub marks: Marks,
    pub sample: Sample,
    /// How many cells most records have, which share of the records has as many, and how many have
    /// others.
    width: usize,
    share: f64,
    pub apart: usize,
    /// The marks stand inside of values rather than between them.
    inside: bool,
    /// How well the records agree, the more of them the wider they are; 0 when nothing divides them.
    score: f64,
}

impl Weighed {
    pub fn of(text: &str, complete: bool, marks: Marks, most: usize) -> Weighed {
        let sample = sample(text, complete, marks, most);
        let width = modal_width(&sample.records);
        let filled: Vec<&Vec<String>> = sample.filled().map(|(_, cells)| cells).collect();
        let agreeing = filled.iter().filter(|r| r.len() == width).count();
        let share = agreeing as f64 / filled.len().max(1) as f64;
        let apart = filled.len() - agreeing;
        let inside = width > 1 && divides_inside(&filled, marks.delimiter);
        // A lone name above decimals: one column, whose values hold commas.
        let single = inside && width == 2 && filled.first().is_some_and(|head| head.len() == 1);
        let score = match width < 2 || single {
            true => 0.0,
            false => share * share * (1.0 + (width as f64).ln()) * if inside { 0.5 } else { 1.0 },
        };
        Weighed { marks, width, share, apart, inside, score, sample }
    }

    /// How well these quotes go with the records, to be compared among marks with one delimiter.
    /// The width is no part of it: quotes that are not heeded only ever make records wider.
    pub fn quality(&self) -> f64 {
        // A single column agrees with itself whatever its quotes are.
        let agreed = if self.score > 0.0 { self.share * self.share } else { 0.1 };
        let agreed = if self.inside { agreed * 0.5 } else { agreed };
        match self.marks.quote {
            None => agreed,
            Some(_) => {
                let odd = self.sample.share(self.sample.odd);
                let unsound = self.sample.share(self.sample.unsound);
                agreed * (1.0 - odd / 2.0) * (1.0 - (unsound - odd) / 2.0)
            }
        }
    }

    /// How clearly the delimiter divides: 0 when not at all.
    pub fn clarity(&self) -> f64 {
        self.score * (1.0 - self.sample.share(self.sample.odd) / 2.0)
    }

    /// How well the delimiter goes with the file, to be compared among delimiters. Quotes that
    /// enclose cells by another delimiter stand in the middle of cells by this one.
    pub fn rank(&self) -> f64 {
        self.score * (1.0 - 0.9 * self.sample.share(self.sample.unsound))
    }

    /// Whether quotes hold cells together rather than stand alone.
    pub fn is_held(&self) -> bool {
        self.sample.held * 4 > self.sample.lone
    }

    /// Where the table begins: the first of two records in a row that have its width.
    fn begin(&self) -> Option<usize> {
        let fits = |record: &(usize, &Vec<String>)| record.1.len() == self.width;
        let next = self.sample.filled().skip(1).map(|r| fits(&r)).chain([true]);
        let pair = self.sample.filled().zip(next).find(|(r, next)| fits(r) && *next);
        pair.map(|((begin, _), _)| begin).filter(|_| self.width > 1)
    }

    /// Whether the table begins in the midst of what is a table by the marks of `other`: what names
    /// its columns is not divided by these marks.
    pub fn begins_inside(&self, other: &Weighed) -> bool {
        let (Some(here), Some(there)) = (self.begin(), other.begin()) else { return false };
        let between = |(begin, _): &(usize, &Vec<String>)| (there..=here).contains(begin);
        there < here
            && !other.inside
            // What agrees with much fewer records tells nothing.
            && other.share >= self.share * 0.8
            && other.sample.filled().filter(between).all(|(_, cells)| cells.len() == other.width)
    }
}

/// Whether the mark stands inside of values rather than between cells: a comma between the digits
/// of `2,50` and `1 077,99`, or a mark with a blank behind it as in prose.
pub fn divides_inside(records: &[&Vec<String>], delimiter: u8) -> bool {
    let (mut all, mut inside) = (0usize, 0usize);
    for pair in records.iter().flat_map(|r| r.windows(2)) {
        let [left, right] = pair else { continue };
        all += 1;
        let digits = matches!(delimiter, b',' | b':')
            && left.ends_with(|c: char| c.is_ascii_digit())
            && right.starts_with(|c: char| c.is_ascii_digit());
        inside += usize::from(digits || (right.starts_with(' ') && delimiter != b' '));
    }
    inside * 10 > all * 9
}

pub fn is_blank(cells: &[String]) -> bool {
    cells.iter().all(|c| c.trim().is_empty())
}

/// The width that most records have, those of a single cell aside. Of two tables of equal length the
/// first one wins, else the wider.
pub fn modal_width(records: &[Vec<String>]) -> usize {
    let mut widths: Vec<usize> =
        records.iter().filter(|r| !is_blank(r)).map(Vec::len).filter(|n| *n > 1).collect();
    let first = widths.first().copied();
    widths.sort_unstable();
    let mut best = (1, 0);
    for run in widths.chunk_by(|a, b| a == b) {
        let width = run.first().copied().unwrap_or(1);
        let wins_tie = run.len() < 3 || first != Some(best.0);
        if run.len() > best.1 || (run.len() == best.1 && wins_tie) {
            best = (width, run.len());
        }
    }
    best.0
}
