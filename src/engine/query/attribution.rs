//! Attribution: the wins of the report's period, shared among the touches of their records.
//!
//! Not here: the rules (`engine::attribution`), where touches come from (`funnel::touch_log`).

use super::frame::Frame;
use super::selection::is_in;
use crate::engine::attribution::markov::Chain;
use crate::engine::attribution::{Model, Path, Touch, shares};
use crate::engine::dimension::Label;
use crate::engine::funnel::{Assembled, Outcome, TouchDepth};
use crate::engine::mapping::Channel;
use crate::engine::report::{
    Absence, Attribution, AttributionOf, AttributionRow, AttributionSpec, TouchLack,
};
use crate::engine::stats::Sum;
use crate::engine::table::NO_DAY;
use crate::engine::value::{Caution, Quantity, Unit};

pub(super) fn attribution(
    frame: &Frame<'_>,
    spec: &AttributionSpec,
) -> Result<Attribution, Absence> {
    can(frame, spec.of)?;
    let told = Told::of(frame, spec.of);
    let channels = frame.assembled.channels.len();
    let mut models = Vec::new();
    let mut absent = Vec::new();
    let mut columns = Vec::new();
    for model in &spec.models {
        match told.column(frame, *model, spec.half_life) {
            Ok(column) => {
                models.push(*model);
                columns.push(column);
            }
            Err(lack) => absent.push((*model, lack)),
        }
    }
    let unit = unit(spec.of);
    let touched = told.touched(channels);
    // A chain of channels may owe something to one that only lost records were touched by.
    let owed = |at: usize| columns.iter().any(|c| c.get(at).is_some_and(|owed| *owed != 0.0));
    let is_shown = |at: usize| touched.get(at) == Some(&true) || owed(at);
    let rows = frame.assembled.channels.iter().enumerate().filter(|(at, _)| is_shown(*at));
    let row = |(at, channel): (usize, &Channel)| AttributionRow {
        label: Label::Channel(channel.clone()),
        cells: columns.iter().map(|column| Quantity::plain(column[at], unit)).collect(),
    };
    Ok(Attribution {
        of: spec.of,
        half_life: spec.half_life,
        rows: rows.map(row).collect(),
        models,
        absent,
        total: told.total(spec.of),
        wins: told.wins.len() as u64,
        touches: told.wins.iter().map(|win| win.path.touches.len() as u64).sum(),
        wins_with_several: told.wins.iter().filter(|w| w.path.touches.len() > 1).count() as u64,
        by_own_source: told.by_own_source,
        unknown: frame.assembled.touches.unknown,
    })
}

fn unit(of: AttributionOf) -> Unit {
    match of {
        AttributionOf::Won => Unit::Count,
        AttributionOf::Revenue => Unit::Money,
    }
}

/// Whether the data have what is shared.
fn can(frame: &Frame<'_>, of: AttributionOf) -> Result<(), Absence> {
    let has = &frame.assembled.has;
    for (needed, lack) in [
        (has.records, Absence::NoRecords),
        (has.outcome, Absence::NoStages),
        (has.amount || of == AttributionOf::Won, Absence::NoAmount),
    ] {
        if !needed {
            return Err(lack);
        }
    }
    Ok(())
}

/// What a channel is owed, and by which of the won records.
pub(super) struct Owed {
    pub quantity: Quantity,
    /// Each record that was won, whether the channel is owed anything of it, and what share.
    pub rows: Vec<(usize, bool, Option<f64>)>,
    /// Whether shares of single records are known.
    pub is_parted: bool,
}

/// The same figure as [`attribution`] has it, with its records; of all channels without one.
pub(super) fn owed(
    frame: &Frame<'_>,
    of: AttributionOf,
    half_life: u32,
    model: Model,
    channel: Option<&Channel>,
) -> Result<Owed, Absence> {
    can(frame, of)?;
    let told = Told::of(frame, of);
    let Some(channel) = channel else {
        let rows = told.wins.iter().map(|win| (win.row, true, None)).collect();
        return Ok(Owed { quantity: told.total(of), rows, is_parted: false });
    };
    let at = frame.assembled.channels.iter().position(|c| c == channel);
    let at = at.ok_or(Absence::NoDimension)?;
    let column = told.column(frame, model, half_life).map_err(|_| Absence::NoValues)?;
    let is_owed = |win: &Win| {
        let shares = shares(model, &win.path, half_life);
        let mut touches = win.path.touches.iter().enumerate();
        // What was learnt of all records is owed by every one that the channel touched.
        touches.any(|(n, t)| {
            usize::from(t.channel) == at && shares.get(n).is_none_or(|share| *share > 0.0)
        })
    };
    let value = column.get(at).copied().unwrap_or(0.0);
    let is_parted = model != Model::Markov;
    let share = |win: &Win| -> Option<f64> {
        let shares = shares(model, &win.path, half_life);
        let own = win.path.touches.iter().zip(shares).filter(|(t, _)| usize::from(t.channel) == at);
        is_parted.then(|| own.map(|(_, share)| share).sum())
    };
    let rows = told.wins.iter().map(|win| (win.row, is_owed(win), share(win))).collect();
    Ok(Owed { quantity: Quantity::plain(value, unit(of)), rows, is_parted })
}

struct Win {
    row: usize,
    path: Path,
    /// 1, or the amount.
    value: f64,
}

/// What the records of the period tell.
struct Told {
    wins: Vec<Win>,
    /// The channels of lost records, in their order.
    losses: Vec<Vec<u16>>,
    by_own_source: u64,
    elsewhere: u64,
    unpriced: u64,
}

impl Told {
    fn of(frame: &Frame<'_>, of: AttributionOf) -> Told {
        let records = &frame.assembled.records;
        let mut told = Told {
            wins: Vec::new(),
            losses: Vec::new(),
            by_own_source: 0,
            elsewhere: 0,
            unpriced: 0,
        };
        let anchors = Anchors::of(frame.assembled);
        for (row, outcome) in records.outcome.iter().enumerate() {
            if *outcome == Outcome::Open || !is_in(frame.now.closed(), row) {
                continue;
            }
            let (path, by_own_source) = path_of(frame.assembled, &anchors, row);
            if *outcome == Outcome::Lost {
                told.losses.push(path.touches.iter().map(|t| t.channel).collect());
                continue;
            }
            told.by_own_source += u64::from(by_own_source);
            let amount = records.amount.get(row).copied().unwrap_or(f64::NAN);
            let ours = records.currency.get(row).is_some_and(|c| frame.population.is_ours(*c));
            let value = match of {
                AttributionOf::Won => 1.0,
                AttributionOf::Revenue if ours && !amount.is_nan() => amount,
                AttributionOf::Revenue => {
                    let left_out = if ours { &mut told.unpriced } else { &mut told.elsewhere };
                    *left_out += 1;
                    0.0
                }
            };
            told.wins.push(Win { row, path, value });
        }
        told
    }

    /// What each channel is owed.
    fn column(
        &self,
        frame: &Frame<'_>,
        model: Model,
        half_life: u32,
    ) -> Result<Vec<f64>, TouchLack> {
        let channels = frame.assembled.channels.len();
        match touch_lack(frame.assembled, model) {
            Some(lack) => Err(lack),
            None if model == Model::Markov => self.learnt(channels),
            None => Ok(self.shared(model, half_life, channels)),
        }
    }

    /// What is shared among all.
    fn total(&self, of: AttributionOf) -> Quantity {
        let total: Sum = self.wins.iter().map(|win| win.value).collect();
        let mut total = Quantity::plain(total.value(), unit(of));
        if of == AttributionOf::Revenue {
            for (records, caution) in [
                (self.elsewhere, Caution::OtherCurrencies { records: self.elsewhere }),
                (self.unpriced, Caution::WithoutAmount { records: self.unpriced }),
            ] {
                total = if records > 0 { total.with(caution) } else { total };
            }
        }
        total
    }

    fn shared(&self, model: Model, half_life: u32, channels: usize) -> Vec<f64> {
        let mut sums = vec![Sum::default(); channels];
        for win in &self.wins {
            let shares = shares(model, &win.path, half_life);
            for (touch, share) in win.path.touches.iter().zip(shares) {
                if let Some(sum) = sums.get_mut(usize::from(touch.channel)) {
                    sum.add(share * win.value);
                }
            }
        }
        sums.into_iter().map(Sum::value).collect()
    }

    fn learnt(&self, channels: usize) -> Result<Vec<f64>, TouchLack> {
        let mut chain = Chain::new(channels);
        for win in &self.wins {
            chain.add(win.path.touches.iter().map(|t| t.channel), true);
        }
        for loss in &self.losses {
            chain.add(loss.iter().copied(), false);
        }
        let total: Sum = self.wins.iter().map(|win| win.value).collect();
        let shares = chain.shares().ok_or(TouchLack::NothingToLearn)?;
        Ok(shares.iter().map(|share| share * total.value()).collect())
    }

    /// Which channels a win was touched by.
    fn touched(&self, channels: usize) -> Vec<bool> {
        let mut touched = vec![false; channels];
        for touch in self.wins.iter().flat_map(|win| &win.path.touches) {
            touched.get_mut(usize::from(touch.channel)).into_iter().for_each(|flag| *flag = true);
        }
        touched
    }
}

/// The days that anchor a way, beside those of the records.
pub(super) struct Anchors<'a> {
    /// When records became opportunities: the entry into the stage after the qualified one, as the
    /// measure of opportunities created has it.
    opportunity: Option<&'a [i32]>,
}

impl<'a> Anchors<'a> {
    pub fn of(assembled: &'a Assembled) -> Anchors<'a> {
        let at = assembled.has.qualified.map(|at| usize::from(at) + 1);
        let days = at.and_then(|at| assembled.records.entered.get(at));
        let days = days.filter(|days| days.iter().any(|day| *day != NO_DAY));
        Anchors { opportunity: days.map(Vec::as_slice) }
    }
}

/// Why the files don't support a model, apart from what there is to learn.
pub(super) fn touch_lack(assembled: &Assembled, model: Model) -> Option<TouchLack> {
    let ends = matches!(model, Model::Last | Model::LastNonDirect);
    match assembled.touches.depth {
        _ if model == Model::First => return None,
        TouchDepth::One => return Some(TouchLack::OneTouch),
        TouchDepth::Ends => return (!ends).then_some(TouchLack::EndsOnly),
        TouchDepth::All => {}
    }
    let days = assembled.touches.day.iter().any(|day| *day != NO_DAY);
    let opportunity = Anchors::of(assembled).opportunity.is_some();
    match model {
        Model::UShaped if !days || !assembled.has.created => Some(TouchLack::NoDays),
        Model::WShaped | Model::FullPath if !days || !assembled.has.created => {
            Some(TouchLack::NoDays)
        }
        Model::WShaped | Model::FullPath if !opportunity => Some(TouchLack::NoOpportunityDay),
        Model::TimeDecay if !days => Some(TouchLack::NoDays),
        _ => None,
    }
}

/// The touches of a record up to its close; whether the record's own source had to stand for them.
pub(super) fn path_of(assembled: &Assembled, anchors: &Anchors<'_>, row: usize) -> (Path, bool) {
    let (records, log) = (&assembled.records, &assembled.touches);
    let day = |days: &[i32]| days.get(row).copied().filter(|day| *day != NO_DAY);
    let closed = day(&records.closed);
    let is_direct =
        |channel: u16| assembled.channels.get(usize::from(channel)) == Some(&Channel::Direct);
    let before =
        |touch_day: i32| closed.is_none_or(|closed| touch_day == NO_DAY || touch_day <= closed);
    let mut touches: Vec<Touch> = log
        .of(row)
        .filter(|(_, day)| before(*day))
        .map(|(channel, day)| Touch { channel, day, is_direct: is_direct(channel) })
        .collect();
    let by_own_source = touches.is_empty();
    if by_own_source {
        let channel = records.channel.get(row).copied().unwrap_or_default();
        let day = records.created.get(row).copied().unwrap_or(NO_DAY);
        touches.push(Touch { channel, day, is_direct: is_direct(channel) });
    }
    let opportunity = anchors.opportunity.and_then(day);
    let path = Path { touches, lead: day(&records.created), opportunity, closed };
    (path, by_own_source && log.depth == TouchDepth::All)
}
