//! English: why a channel, a role or a stage was proposed.

use crate::engine::mapping::channel::{ChannelReason, SourceList};

pub fn channel_reason(reason: &ChannelReason) -> String {
    match reason {
        ChannelReason::DecidedByUser => "your choice".to_owned(),
        ChannelReason::UserRule(n) => format!("your rule {}", n + 1),
        ChannelReason::DirectNone => "source is (direct), no medium".to_owned(),
        ChannelReason::CampaignContains(text) => format!("campaign contains “{text}”"),
        ChannelReason::PaidSource { medium, list } => {
            format!("{}, paid medium “{medium}”", source_list(*list))
        }
        ChannelReason::PaidMedium(medium) => format!("paid medium “{medium}”, source not known"),
        ChannelReason::MediumIs(medium) => format!("medium is “{medium}”"),
        ChannelReason::SourceIs(source) => format!("source is “{source}”"),
        ChannelReason::SourceList(list) => source_list(*list).to_owned(),
        ChannelReason::NameList(name) => format!("“{name}” is the name of a channel"),
        ChannelReason::NoRule => "no rule fits".to_owned(),
        ChannelReason::Nothing => "source and medium are empty".to_owned(),
    }
}

fn source_list(list: SourceList) -> &'static str {
    match list {
        SourceList::Search => "a search engine",
        SourceList::Social => "a social network",
        SourceList::Video => "a video site",
        SourceList::Shopping => "a shopping site",
        SourceList::Assistant => "an AI assistant",
        SourceList::Messenger => "a messenger",
    }
}
