//! Click marks: ids that ad systems and sites add to the address of a visit, kept by a CRM. Where
//! nothing else is said of a record, they say which system sent it.
//!
//! A mark is read as a medium, so that tables, decisions and rules know it by its name (`yclid`).
//! Not here: when it is asked for (`touch`), what follows from it (`channel`).

use super::{Channel, Role};
use crate::engine::fold::fold;
use serde::{Deserialize, Serialize};

/// Whose mark it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClickMark {
    Google,
    Yandex,
    Microsoft,
    TikTok,
    LinkedIn,
    /// Meta marks every link that leads out of it, of ads and of posts alike.
    Meta,
    /// Openstat, written by the ads of Yandex.Direct.
    OpenstatDirect,
    /// Openstat of Yandex.Market.
    OpenstatMarket,
    /// Openstat of another system.
    Openstat,
}

/// Roles of columns that hold marks, the most telling first.
pub const CLICK_ROLES: [Role; 7] = [
    Role::Yclid,
    Role::Gclid,
    Role::Msclkid,
    Role::Ttclid,
    Role::LiFatId,
    Role::Openstat,
    Role::Fbclid,
];

/// Marks as they are written for a medium.
const NAMES: [(ClickMark, &str); 9] = [
    (ClickMark::Google, "gclid"),
    (ClickMark::Yandex, "yclid"),
    (ClickMark::Microsoft, "msclkid"),
    (ClickMark::TikTok, "ttclid"),
    (ClickMark::LinkedIn, "li_fat_id"),
    (ClickMark::Meta, "fbclid"),
    (ClickMark::OpenstatDirect, "openstat: direct"),
    (ClickMark::OpenstatMarket, "openstat: market"),
    (ClickMark::Openstat, "openstat"),
];

impl ClickMark {
    /// The name by which tables and rules know the mark.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(mark, _)| *mark == self).map_or("", |(_, name)| name)
    }

    /// The mark of a (folded) medium.
    pub fn of_medium(medium: &str) -> Option<ClickMark> {
        NAMES.iter().find(|(_, name)| *name == medium).map(|(mark, _)| *mark)
    }

    /// The mark that a cell of such a column is; `None` where the cell says nothing.
    pub fn of_cell(role: Role, cell: &str) -> Option<ClickMark> {
        let cell = cell.trim();
        if matches!(
            fold(cell).as_str(),
            "" | "-" | "0" | "null" | "none" | "undefined" | "(not set)"
        ) {
            return None;
        }
        Some(match role {
            Role::Gclid => ClickMark::Google,
            Role::Yclid => ClickMark::Yandex,
            Role::Msclkid => ClickMark::Microsoft,
            Role::Ttclid => ClickMark::TikTok,
            Role::LiFatId => ClickMark::LinkedIn,
            Role::Fbclid => ClickMark::Meta,
            Role::Openstat => openstat(cell),
            _ => return None,
        })
    }

    /// The channel that the mark proves.
    pub fn channel(self) -> Channel {
        match self {
            ClickMark::Google
            | ClickMark::Yandex
            | ClickMark::Microsoft
            | ClickMark::OpenstatDirect => Channel::PaidSearch,
            ClickMark::TikTok | ClickMark::LinkedIn => Channel::PaidSocial,
            // An ad is not proved: a post carries the same mark.
            ClickMark::Meta => Channel::OrganicSocial,
            ClickMark::OpenstatMarket => Channel::PaidShopping,
            ClickMark::Openstat => Channel::PaidOther,
        }
    }
}

/// `service;campaign;ad;place`, plain or in Base64.
fn openstat(cell: &str) -> ClickMark {
    let plain = from_base64(cell).unwrap_or_default();
    let names = |word: &str| cell.contains(word) || plain.contains(word);
    if names("market.yandex") {
        ClickMark::OpenstatMarket
    } else if names("direct.yandex") || names("direct_yandex") {
        ClickMark::OpenstatDirect
    } else {
        ClickMark::Openstat
    }
}

/// The text behind Base64 letters, of either alphabet; `None` where it is none.
fn from_base64(text: &str) -> Option<String> {
    let (mut bits, mut held, mut bytes) = (0u32, 0, Vec::new());
    for c in text.trim_end_matches(['=', '.']).bytes() {
        let value = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = (bits << 6 | u32::from(value)) & 0xff_ffff;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held & 0xff) as u8);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openstat_is_read_plain_and_in_base64() {
        let of = |cell| ClickMark::of_cell(Role::Openstat, cell);
        assert_eq!(
            of("direct.yandex.ru;123;456;yandex.ru:premium"),
            Some(ClickMark::OpenstatDirect)
        );
        assert_eq!(of("ZGlyZWN0LnlhbmRleC5ydTsxMjM7NDU2"), Some(ClickMark::OpenstatDirect));
        assert_eq!(of("bWFya2V0LnlhbmRleC5ydTvQotC10YHRgg"), Some(ClickMark::OpenstatMarket));
        assert_eq!(of("begun.ru;1;2"), Some(ClickMark::Openstat));
        assert_eq!(of(" - "), None);
    }

    #[test]
    fn every_mark_is_known_by_its_name() {
        for (mark, name) in NAMES {
            assert_eq!((mark.name(), ClickMark::of_medium(name)), (name, Some(mark)));
            assert_eq!(fold(name), name);
        }
    }
}
