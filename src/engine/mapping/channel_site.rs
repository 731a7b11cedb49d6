//! Which kind of site a source is: by its whole address, by the label that a site is known by, or by
//! a word of a plain name.
//!
//! Not here: the lists (`channel_words`), what follows from a kind (`channel`).

use super::channel_words::{ASSISTANTS, MESSENGERS, SEARCH, SHOPPING, SOCIAL, VIDEO, listed};
use crate::engine::fold::fold_header;
use serde::{Deserialize, Serialize};

/// A kind of site that a source is known to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceList {
    Search,
    Social,
    Video,
    Shopping,
    Assistant,
    Messenger,
}

/// The kind of site that a source is known to be. The narrower lists come first: an assistant of a
/// search engine is an assistant, its market a shop.
pub(super) fn source_list(source: &str) -> Option<SourceList> {
    if source.is_empty() {
        return None;
    }
    let lists = [
        (SourceList::Assistant, ASSISTANTS),
        (SourceList::Shopping, SHOPPING),
        (SourceList::Social, SOCIAL),
        (SourceList::Messenger, MESSENGERS),
        (SourceList::Video, VIDEO),
        (SourceList::Search, SEARCH),
    ];
    let host = host(source);
    let whole = lists.iter().find(|(_, list)| listed(list, host) || listed(list, source));
    let label = || {
        let label = site_label(host);
        lists.iter().find(|(_, list)| listed(list, label))
    };
    let word = || {
        let plain = fold_header(source);
        let known = |list: &str| plain.split(' ').any(|w| w.len() > 1 && listed(list, w));
        lists.iter().filter(|_| !source.contains('.')).find(|(_, list)| known(list))
    };
    whole.or_else(label).or_else(word).map(|(kind, _)| *kind)
}

/// Parts of an address in front of a search engine's name that are its search still; two letters are a
/// country.
const SEARCH_PAGES: [&str; 6] = ["m", "search", "images", "image", "html", "lite"];

/// Whether a source that is known for a search engine is its search: `docs.google.com` is none.
pub(super) fn is_search_page(source: &str) -> bool {
    let host = host(source);
    let Some((front, _)) = host.split_once(&format!("{}.", site_label(host))) else { return true };
    let is_page = |part: &str| part.len() == 2 || SEARCH_PAGES.contains(&part);
    listed(SEARCH, host) || front.split('.').filter(|part| !part.is_empty()).all(is_page)
}

pub(super) fn in_list(source: &str, list: &str) -> bool {
    let plain = fold_header(source).replace('.', " ");
    listed(list, source) || listed(list, &plain)
}

/// `https://www.google.com/search` → `google.com`.
fn host(source: &str) -> &str {
    let rest = source.split_once("://").map_or(source, |(_, rest)| rest);
    let rest = rest.split(['/', '?']).next().unwrap_or(rest);
    rest.strip_prefix("www.").unwrap_or(rest)
}

/// The label that a site is known by: `google` of `google.co.uk`, `facebook` of `m.facebook.com`.
fn site_label(host: &str) -> &str {
    let labels: Vec<&str> = host.split('.').collect();
    let second_level = |label: &str| matches!(label, "co" | "com" | "org" | "net");
    let at = match labels.as_slice() {
        [.., _, middle, last] if last.len() == 2 && second_level(middle) => labels.len() - 3,
        [_, .., _] => labels.len() - 2,
        _ => 0,
    };
    labels.get(at).copied().unwrap_or(host)
}
