//! Greek: calls by hour and weekday.

use crate::engine::report::CallFigure;
use crate::i18n::Calls;
use crate::i18n::label::lower_first;
use crate::i18n::plural::el as count;

pub const CALLS: Calls = Calls {
    name: "Κλήσεις ανά ώρα",
    figure_label: "Δείκτης",
    figure,
    title: |of| format!("Κλήσεις ανά ώρα και ημέρα: {}", lower_first(figure(of))),
    weekday: "Ημέρα",
    counted: |n| format!("Σύνολο: {}.", count(n, "κλήση", "κλήσεις")),
    clock: "Οι ώρες είναι του ρολογιού του αρχείου ή εκείνου που ορίστηκε γι’ αυτό.",
    of_incoming: "Αναπάντητες είναι οι εισερχόμενες που δεν απαντήθηκαν· κάτω από 10 φαίνονται τα πλήθη.",
    without_time: |n| format!("Χωρίς ώρα, εκτός μέτρησης: {}.", count(n, "κλήση", "κλήσεις")),
};

fn figure(figure: CallFigure) -> &'static str {
    match figure {
        CallFigure::All => "Όλες οι κλήσεις",
        CallFigure::Answered => "Απαντημένες",
        CallFigure::Missed => "Αναπάντητες",
        CallFigure::MissedShare => "Μερίδιο αναπάντητων",
    }
}
