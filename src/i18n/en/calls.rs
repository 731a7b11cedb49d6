//! English: calls by hour and weekday.

use crate::engine::report::CallFigure;
use crate::i18n::Calls;
use crate::i18n::label::lower_first;
use crate::i18n::plural::en as count;

pub const CALLS: Calls = Calls {
    name: "Calls by hour",
    figure_label: "Figure",
    figure,
    title: |of| format!("Calls by hour and weekday: {}", lower_first(figure(of))),
    weekday: "Weekday",
    counted: |n| format!("{}.", count(n, "call", "calls")),
    clock: "Hours are those of the file’s own clock, or of the one set for it.",
    of_incoming: "Missed are incoming calls that nobody took; fewer than 10 stand as counts.",
    without_time: |n| format!("{} without a time of day, left out.", count(n, "call", "calls")),
};

fn figure(figure: CallFigure) -> &'static str {
    match figure {
        CallFigure::All => "All calls",
        CallFigure::Answered => "Answered",
        CallFigure::Missed => "Missed",
        CallFigure::MissedShare => "Share missed",
    }
}
