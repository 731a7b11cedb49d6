//! Rows that lie together in a table, and which of them are asked for.

use super::{widen, within};
use crate::engine::filter::Period;
use crate::engine::table::{Cells, Codes, Column, NO_DAY};
use std::borrow::Cow;
use std::ops::Range;

/// So many rows at once: what is known of them stays in the nearest memory.
pub(super) const AT_ONCE: usize = 2048;

/// All rows of a range, or some of them, in their order.
#[derive(Default)]
pub(super) struct Stretch {
    range: Range<usize>,
    /// Places within the range, the first `count` of them, where not all rows are asked for.
    places: Vec<u16>,
    count: Option<usize>,
}

impl Stretch {
    /// All rows of a range, which is no longer than [`AT_ONCE`].
    pub fn all(&mut self, range: Range<usize>) {
        (self.range, self.count) = (range, None);
    }

    /// How many rows are asked for.
    pub fn len(&self) -> usize {
        self.count.unwrap_or(self.range.len())
    }

    /// Only those of all rows whose day lies in a period.
    pub fn keep_within(&mut self, days: &[i32], period: Period) {
        let days = days.get(self.range.clone()).unwrap_or_default();
        self.places.resize(AT_ONCE + 8, 0);
        let (eights, rest) = days.as_chunks::<8>();
        let mut count = within::keep(eights, period, 0, &mut self.places);
        // Missing days fill up the last eight: they are before all others, and so in no period.
        let mut last = [NO_DAY; 8];
        last.iter_mut().zip(rest).for_each(|(to, day)| *to = *day);
        if let Some(room) = self.places.get_mut(count..) {
            count += within::keep(&[last], period, (eights.len() * 8) as u16, room);
        }
        self.count = Some(count);
    }

    /// Makes each group `width` times as many and adds the code of its row; whether that could be done
    /// for many rows at once.
    pub fn widen(&self, groups: &mut [u32], codes: &Codes, width: u32) -> bool {
        let Codes::Byte(codes) = codes else { return false };
        let all = codes.get(self.range.clone()).filter(|_| self.count.is_none());
        all.inspect(|codes| widen::widen(groups, codes, width)).is_some()
    }

    /// Calls with what goes with each row, and its cell of a column of all rows.
    // Called with a few lines for each row: a call for each would cost more than they do.
    #[inline(always)]
    pub fn each<W, T: Copy>(
        &self,
        with: impl Iterator<Item = W>,
        cells: &[T],
        mut call: impl FnMut(W, T),
    ) {
        let cells = cells.get(self.range.clone()).unwrap_or_default();
        match self.count.map(|count| self.places.get(..count).unwrap_or_default()) {
            None => with.zip(cells).for_each(|(with, cell)| call(with, *cell)),
            Some(places) => {
                for (with, at) in with.zip(places) {
                    if let Some(cell) = cells.get(usize::from(*at)) {
                        call(with, *cell);
                    }
                }
            }
        }
    }

    /// The same with codes of any width.
    #[inline(always)]
    pub fn each_code<W>(
        &self,
        with: impl Iterator<Item = W>,
        codes: &Codes,
        mut call: impl FnMut(W, u32),
    ) {
        match codes {
            Codes::Byte(v) => self.each(with, v, |with, code| call(with, u32::from(code))),
            Codes::Half(v) => self.each(with, v, |with, code| call(with, u32::from(code))),
            Codes::Word(v) => self.each(with, v, call),
        }
    }
}

/// The calendar day of each row; of a column without days, no day.
pub(super) fn day_cells(column: &Column) -> Cow<'_, [i32]> {
    match &column.cells {
        Cells::Day(days) => Cow::Borrowed(days),
        Cells::Moment(moments) => {
            let day = |row: usize| column.day(row).map_or(NO_DAY, |day| day.0);
            Cow::Owned((0..moments.len()).map(day).collect())
        }
        _ => Cow::Borrowed(&[]),
    }
}
