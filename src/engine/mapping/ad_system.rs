//! Which ad system wrote a cost file, and the channel that follows.
//!
//! Not here: whether a file is one of costs (`kind`).

use super::Channel;
use super::header::Header;
use crate::engine::fold::fold_header;
use crate::engine::funnel::FileView;
use crate::engine::import::exporter::ExporterId;

/// The channel of an ad system's cost file, by its own headers and by the file's name.
pub fn spend_channel(file: &FileView) -> Option<Channel> {
    match file.profile.exporter.as_ref().map(|e| e.id) {
        Some(ExporterId::MetaAds | ExporterId::LinkedInAds | ExporterId::TikTokAds) => {
            return Some(Channel::PaidSocial);
        }
        Some(ExporterId::GoogleAds | ExporterId::MicrosoftAds | ExporterId::YandexDirect) => {
            return Some(Channel::PaidSearch);
        }
        _ => {}
    }
    let headers: Vec<Header> =
        file.profile.columns.iter().map(|c| Header::new(&c.header)).collect();
    let titles = file.profile.set_aside.iter().flat_map(|a| a.cells.iter());
    let name = fold_header(&file.profile.name);
    let texts: Vec<String> = titles.map(|t| fold_header(t)).chain([name]).collect();
    SYSTEMS.iter().find_map(|system| {
        let headed = headers.iter().any(|h| h.is_any(system.headers));
        let named = || texts.iter().any(|t| names_system(t, system.names));
        (headed || headers.iter().any(|h| h.has(system.word)) || named())
            .then(|| system.channel.clone())
    })
}

/// Whether a name stands in a text as words of its own: `yandex` in `yandex_direct_costs.csv`.
fn names_system(text: &str, names: &str) -> bool {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    names.split('|').any(|name| words.contains(&name))
}

struct System {
    channel: Channel,
    /// Headers that only this system writes, folded.
    headers: &'static str,
    /// A word in the headers of its ids.
    word: &'static str,
    names: &'static str,
}

/// Ad systems; the more telling come first.
const SYSTEMS: &[System] = &[
    System {
        channel: Channel::PaidSocial,
        headers: "amount spent|reporting starts|ad set name|link clicks|result indicator|\
            потраченная сумма|показ кампании|начало отчетного периода|campaign group name|\
            total social actions|total spent|εναρξη αναφορασ",
        word: "fb",
        names: "facebook|fb|meta|instagram|linkedin|tiktok|vk|vkads|mytarget|pinterest|вк",
    },
    System {
        channel: Channel::PaidSearch,
        headers: "взвешенные показы|условие показа|глубина (стр.)|отказы (%)|№ кампании|\
            расход (руб.)|цена цели (руб.)|adnetworktype|avgpageviews",
        word: "",
        names: "yandex|директ|яндекс",
    },
    System {
        channel: Channel::PaidSearch,
        headers: "impr.|avg. cpc|cost / conv.|search term|match type|billed cost|код валюты|\
            коэфф. конверсии|поисковый запрос|тип соответствия|ср. цена за клик|timeperiod|\
            κωδικοσ νομισματοσ",
        word: "",
        names: "google|adwords|bing|microsoft",
    },
];
