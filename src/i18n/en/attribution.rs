//! English: attribution.

use crate::engine::attribution::Model;
use crate::engine::report::{AttributionOf, TouchLack};
use crate::i18n::AttributionWords;
use crate::i18n::plural::en as count;

pub const ATTRIBUTION: AttributionWords = AttributionWords {
    name: "Attribution",
    title: |of| match of {
        AttributionOf::Won => "Attribution of won deals".to_owned(),
        AttributionOf::Revenue => "Attribution of revenue".to_owned(),
    },
    of: |of| match of {
        AttributionOf::Won => "Won deals",
        AttributionOf::Revenue => "Revenue",
    },
    of_label: "What is attributed",
    channel: "Channel",
    models_label: "Models",
    model: |model| match model {
        Model::First => "First touch",
        Model::Last => "Last touch",
        Model::LastNonDirect => "Last non-direct",
        Model::Linear => "Linear",
        Model::UShaped => "U-shaped",
        Model::WShaped => "W-shaped",
        Model::FullPath => "Full path",
        Model::JShaped => "J-shaped",
        Model::InverseJ => "Inverse J",
        Model::TimeDecay => "Time decay",
        Model::Markov => "Markov chain",
        Model::Shapley => "Shapley value",
    },
    rule: |model| match model {
        Model::First => "The whole win goes to the first touch.",
        Model::Last => "The whole win goes to the last touch before it.",
        Model::LastNonDirect => {
            "The whole win goes to the last touch that was not direct; to a direct one where there is no other."
        }
        Model::Linear => "Every touch gets the same share.",
        Model::UShaped => {
            "40 % to the first touch, 40 % to the one at which the lead was created, 20 % spread over the rest."
        }
        Model::WShaped => {
            "30 % each to the first touch and to those at the creation of the lead and of the opportunity, 10 % spread over the rest."
        }
        Model::FullPath => {
            "22.5 % each to the first touch, to those at the creation of lead and opportunity, and to the last one; 10 % spread over the rest."
        }
        Model::JShaped => "20 % to the first touch, 60 % to the last, 20 % spread over the rest.",
        Model::InverseJ => "60 % to the first touch, 20 % to the last, 20 % spread over the rest.",
        Model::TimeDecay => {
            "The closer to the win, the more: a touch weighs half as much for each half-life before it."
        }
        Model::Markov => {
            "By how much less would be won if the channel led nowhere, as the paths of won and lost records tell."
        }
        Model::Shapley => {
            "A win is shared evenly by the channels that touched it, however often each did."
        }
    },
    lack: |lack| match lack {
        TouchLack::OneTouch => {
            "These files name one source a record. A file of touches (record, date, source) makes it possible."
        }
        TouchLack::EndsOnly => {
            "These files name the first and the latest source and nothing between. A file of touches makes it possible."
        }
        TouchLack::NoDays => "Touches or records have no dates.",
        TouchLack::NoOpportunityDay => {
            "The stage after the qualified one has no dates (or there is none), so nothing says when a record became an opportunity."
        }
        TouchLack::NothingToLearn => {
            "It learns from won and lost records, and one of them is missing here."
        }
    },
    half_life_label: "Half-life",
    half_life: |days| format!("half-life {days} days"),
    touched: |wins, touches, several| {
        format!(
            "{} · {} · {several} of them with more than one",
            count(wins, "win", "wins"),
            count(touches, "touch", "touches")
        )
    },
    by_own_source: |n| {
        let wins = count(n, "win is", "wins are");
        format!("{wins} unknown to the file of touches: their own source stands for them.")
    },
    unknown: |n| {
        format!("{} of records that no file holds, left out.", count(n, "touch", "touches"))
    },
    absent: |models, why| format!("Not from these files: {models}. {why}"),
    total: "Total",
    credit_label: "Channel by",
    own_channel: "own source",
    credit: |model, rule, is_parted| {
        let parts = " Records are shared among channels, so counts are sums of shares; totals stay the same.";
        format!("Channels: {model}. {rule}{}", if is_parted { parts } else { "" })
    },
};
