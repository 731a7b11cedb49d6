//! English: where figures of reasons, moves, flows, calls, trends and ranks come from.

use crate::engine::query::MovesFigure;
use crate::engine::report::{CallFigure, ReasonsOf};
use crate::i18n::Trace;

pub const TRACE: Trace = Trace {
    share: "Counts as",
    reason: |of, is_share| match (of, is_share) {
        (ReasonsOf::Lost, false) => "Lost records of the period that name this reason.",
        (ReasonsOf::Lost, true) => {
            "Lost records that name the reason ÷ all lost records of the period."
        }
        (ReasonsOf::Amount, false) => {
            "Amounts of the lost records of the period that name this reason."
        }
        (ReasonsOf::Amount, true) => {
            "Amounts of the lost records that name the reason ÷ amounts of all lost records of the period."
        }
    },
    moves: |of| match of {
        MovesFigure::Records => "Records that made the move on a day of the period, each once.",
        _ => "Moves on days of the period: a record counts once for each.",
    },
    flow: |of| match of {
        MovesFigure::Moves => {
            "Passages of the records that entered in the period: a record counts once for each."
        }
        MovesFigure::Records => "Records that entered in the period and went this way, each once.",
        MovesFigure::Amount => {
            "Amounts of the records that entered in the period, once for each passage."
        }
    },
    open_here: "Records that entered in the period, are open and stand in this stage now.",
    call: |of| match of {
        CallFigure::All => "Calls of the period.",
        CallFigure::Answered => "Calls of the period in which somebody was reached.",
        CallFigure::Missed => "Incoming calls of the period that nobody took.",
        CallFigure::MissedShare => {
            "Incoming calls that nobody took ÷ all incoming calls of the period."
        }
    },
    markov_by_record: "Here each record is shared among the channels that touched it, in proportion to their effects over all records; the attribution table gives each channel its part of the sum at once, so its figures are others.",
    average_of: |units, days| {
        format!(
            "Moving average of {units} units: {days}. A sum is divided by {units}; accounts and people that count once are counted in each unit."
        )
    },
    rank: |place, of, among| {
        format!(
            "Rank {place} of {of} among the groups of {among} that are shown: the greatest figure is first, equal figures share a rank."
        )
    },
    season: "The mean of the ratios of these months or quarters to the level of their time, divided by the mean of all such means of a year, so that the indexes of a year are 1 on average. The level is the moving average of a year with the unit in its middle, of which the first and the last unit count half. Of the months or quarters shown, those of the first and the last half-year have no level and take no part.",
    season_level: "Level of its time",
    season_ratio: "Ratio to the level",
    season_mean: "Mean of these ratios",
    season_of_all: "Mean of such means over the year",
};
