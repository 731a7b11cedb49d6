//! Russian: why a channel, a role or a stage was proposed.

use crate::engine::mapping::channel::{ChannelReason, SourceList};

pub fn channel_reason(reason: &ChannelReason) -> String {
    match reason {
        ChannelReason::DecidedByUser => "ваш выбор".to_owned(),
        ChannelReason::UserRule(n) => format!("ваше правило {}", n + 1),
        ChannelReason::DirectNone => "источник (direct) без типа трафика".to_owned(),
        ChannelReason::CampaignContains(text) => format!("в названии кампании есть «{text}»"),
        ChannelReason::PaidSource { medium, list } => {
            format!("{}, платный тип трафика «{medium}»", source_list(*list))
        }
        ChannelReason::PaidMedium(medium) => {
            format!("платный тип трафика «{medium}», источник незнаком")
        }
        ChannelReason::MediumIs(medium) => format!("тип трафика «{medium}»"),
        ChannelReason::SourceIs(source) => format!("источник «{source}»"),
        ChannelReason::SourceList(list) => source_list(*list).to_owned(),
        ChannelReason::NameList(name) => format!("«{name}» и есть название канала"),
        ChannelReason::NoRule => "ни одно правило не подошло".to_owned(),
        ChannelReason::Nothing => "источник и тип трафика пустые".to_owned(),
    }
}

fn source_list(list: SourceList) -> &'static str {
    match list {
        SourceList::Search => "поисковая система",
        SourceList::Social => "соцсеть",
        SourceList::Video => "видеосайт",
        SourceList::Shopping => "торговая площадка",
        SourceList::Assistant => "ИИ-ассистент",
        SourceList::Messenger => "мессенджер",
    }
}
