//! English: why a channel, a role or a stage was proposed.

use super::L;
use crate::engine::mapping::HeaderFit;
use crate::engine::mapping::alias::AliasReason;
use crate::engine::mapping::channel::{ChannelReason, SourceList};
use crate::engine::mapping::click::ClickMark;
use crate::engine::mapping::role::Evidence;
use crate::engine::mapping::stage_order::OrderReason;
use crate::engine::mapping::view::{EntryEvidence, FileNote};
use crate::i18n::label::crm_name;
use crate::i18n::plural::en as count;

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
        ChannelReason::Contains(text) => format!("contains “{text}”"),
        ChannelReason::Click(mark) => click_mark(*mark),
        ChannelReason::SourceList(list) => source_list(*list).to_owned(),
        ChannelReason::NameList(name) => format!("“{name}” is the name of a channel"),
        ChannelReason::NoRule => "no rule fits".to_owned(),
        ChannelReason::Nothing => "source and medium are empty".to_owned(),
    }
}

fn click_mark(mark: ClickMark) -> String {
    match mark {
        ClickMark::Google => "gclid: a click on a Google ad, kind unknown".to_owned(),
        ClickMark::Yandex => "yclid: a click on an ad of Yandex.Direct".to_owned(),
        ClickMark::Meta => {
            "fbclid: from Facebook or Instagram; posts carry it as well as ads".to_owned()
        }
        ClickMark::OpenstatDirect => "openstat of Yandex.Direct".to_owned(),
        ClickMark::OpenstatMarket => "openstat of Yandex.Market".to_owned(),
        ClickMark::Microsoft | ClickMark::TikTok | ClickMark::LinkedIn | ClickMark::Openstat => {
            format!("{}: a click on an ad", mark.name())
        }
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

/// The columns as text, the evidence as words beside them.
pub fn evidence(evidence: &Evidence) -> String {
    match evidence {
        Evidence::Header(HeaderFit::Exact) => "by its header".to_owned(),
        Evidence::Header(HeaderFit::Likely) => "its header may mean this".to_owned(),
        Evidence::Header(HeaderFit::Part) => "a word in its header".to_owned(),
        Evidence::Unique { share } => format!("{} unique", L.share(*share)),
        Evidence::Filled { share } => format!("{} filled", L.share(*share)),
        Evidence::Dates { share } => format!("{} dates", L.share(*share)),
        Evidence::Numbers { share } => format!("{} numbers", L.share(*share)),
        Evidence::Distinct { count: n } => count(*n, "value", "values"),
        Evidence::OutcomeWords => "its values say won and lost".to_owned(),
        Evidence::Exporter(id) => format!("as {} writes it", (super::exporter::EXPORTER.name)(*id)),
        Evidence::OnlyDate => "the only date left".to_owned(),
        Evidence::LargeAsMoney => {
            "its numbers are too large for counts, and as large as money".to_owned()
        }
        Evidence::MeetsColumn { file, column, share } => {
            format!("{} match “{column}” of {file}", L.share(*share))
        }
    }
}

pub fn order_reason(reason: OrderReason) -> String {
    match reason {
        OrderReason::Number => "by the number in its name".to_owned(),
        OrderReason::Default(crm) => format!("by the default order of {}", crm_name(crm)),
        OrderReason::Words => "by its name".to_owned(),
        OrderReason::Appearance => "by the order of the rows: please check".to_owned(),
        OrderReason::Dates => "by the dates on which it was entered".to_owned(),
        OrderReason::History => "by the moves of the history".to_owned(),
        OrderReason::Probability => "by the probability of its records".to_owned(),
        OrderReason::Unknown => {
            "nothing tells how deep it is, so it stands early: please check".to_owned()
        }
    }
}

pub fn file_note(note: FileNote) -> &'static str {
    match note {
        FileNote::NothingConverted => {
            "These rates convert nothing until you choose the currency that money is converted to."
        }
        FileNote::RatesUnread => {
            "No rates are read from this file: it needs a column of currencies and one of rates, or columns called by two currencies, such as EUR/USD."
        }
        FileNote::PlanOfWhat => {
            "Nothing says what the column of plans is of: choose it as planned revenue, planned wins or planned leads. Until then it is compared with nothing."
        }
    }
}

pub fn entry_evidence(evidence: EntryEvidence) -> String {
    match evidence {
        EntryEvidence::Header { filled } => {
            format!("header names the stage, {} filled", L.count(filled))
        }
        EntryEvidence::Filling { empty_before, filled } => {
            let (empty, filled) = (L.count(empty_before), L.count(filled));
            format!("filled from this stage on ({filled}), empty before it ({empty})")
        }
        EntryEvidence::Chosen { filled } => format!("your choice, {} filled", L.count(filled)),
    }
}

pub fn alias_reason(reason: AliasReason) -> &'static str {
    match reason {
        AliasReason::SameLetters => "the same but for spaces, signs and capitals",
        AliasReason::OneLetter => "one letter differs",
    }
}
