//! Greek: why a channel, a role or a stage was proposed.

use crate::engine::mapping::channel::{ChannelReason, SourceList};

pub fn channel_reason(reason: &ChannelReason) -> String {
    match reason {
        ChannelReason::DecidedByUser => "δική σας επιλογή".to_owned(),
        ChannelReason::UserRule(n) => format!("ο κανόνας σας {}", n + 1),
        ChannelReason::DirectNone => "πηγή (direct), χωρίς μέσο".to_owned(),
        ChannelReason::CampaignContains(text) => format!("η καμπάνια περιέχει «{text}»"),
        ChannelReason::PaidSource { medium, list } => {
            format!("{}, πληρωμένο μέσο «{medium}»", source_list(*list))
        }
        ChannelReason::PaidMedium(medium) => format!("πληρωμένο μέσο «{medium}», άγνωστη πηγή"),
        ChannelReason::MediumIs(medium) => format!("το μέσο είναι «{medium}»"),
        ChannelReason::SourceIs(source) => format!("η πηγή είναι «{source}»"),
        ChannelReason::SourceList(list) => source_list(*list).to_owned(),
        ChannelReason::NameList(name) => format!("το «{name}» είναι όνομα καναλιού"),
        ChannelReason::NoRule => "δεν ταιριάζει κανένας κανόνας".to_owned(),
        ChannelReason::Nothing => "κενή πηγή και κενό μέσο".to_owned(),
    }
}

fn source_list(list: SourceList) -> &'static str {
    match list {
        SourceList::Search => "μηχανή αναζήτησης",
        SourceList::Social => "κοινωνικό δίκτυο",
        SourceList::Video => "ιστότοπος βίντεο",
        SourceList::Shopping => "ιστότοπος αγορών",
        SourceList::Assistant => "βοηθός AI",
        SourceList::Messenger => "εφαρμογή μηνυμάτων",
    }
}
