//! Greek: why a channel, a role or a stage was proposed.

use super::L;
use crate::engine::mapping::HeaderFit;
use crate::engine::mapping::alias::AliasReason;
use crate::engine::mapping::channel::{ChannelReason, SourceList};
use crate::engine::mapping::click::ClickMark;
use crate::engine::mapping::role::Evidence;
use crate::engine::mapping::stage_order::OrderReason;
use crate::engine::mapping::view::{EntryEvidence, FileNote};
use crate::i18n::label::crm_name;
use crate::i18n::plural::el as count;

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
        ChannelReason::Contains(text) => format!("περιέχει «{text}»"),
        ChannelReason::Click(mark) => click_mark(*mark),
        ChannelReason::SourceList(list) => source_list(*list).to_owned(),
        ChannelReason::NameList(name) => format!("το «{name}» είναι όνομα καναλιού"),
        ChannelReason::NoRule => "δεν ταιριάζει κανένας κανόνας".to_owned(),
        ChannelReason::Nothing => "κενή πηγή και κενό μέσο".to_owned(),
    }
}

fn click_mark(mark: ClickMark) -> String {
    match mark {
        ClickMark::Google => "gclid: κλικ σε διαφήμιση Google, άγνωστου είδους".to_owned(),
        ClickMark::Yandex => "yclid: κλικ σε διαφήμιση του Yandex.Direct".to_owned(),
        ClickMark::Meta => {
            "fbclid: από Facebook ή Instagram· το έχουν και οι αναρτήσεις".to_owned()
        }
        ClickMark::OpenstatDirect => "openstat του Yandex.Direct".to_owned(),
        ClickMark::OpenstatMarket => "openstat του Yandex.Market".to_owned(),
        ClickMark::Microsoft | ClickMark::TikTok | ClickMark::LinkedIn | ClickMark::Openstat => {
            format!("{}: κλικ σε διαφήμιση", mark.name())
        }
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

/// The columns as text, the evidence as words beside them.
pub fn evidence(evidence: &Evidence) -> String {
    match evidence {
        Evidence::Header(HeaderFit::Exact) => "από την επικεφαλίδα".to_owned(),
        Evidence::Header(HeaderFit::Likely) => "η επικεφαλίδα μάλλον ταιριάζει".to_owned(),
        Evidence::Header(HeaderFit::Part) => "από μια λέξη της επικεφαλίδας".to_owned(),
        Evidence::Unique { share } => format!("{} μοναδικά", L.share(*share)),
        Evidence::Filled { share } => format!("{} με τιμή", L.share(*share)),
        Evidence::Dates { share } => format!("{} ημερομηνίες", L.share(*share)),
        Evidence::Numbers { share } => format!("{} αριθμοί", L.share(*share)),
        Evidence::Distinct { count: n } => count(*n, "τιμή", "τιμές"),
        Evidence::OutcomeWords => "οι τιμές λένε τι κερδήθηκε και τι χάθηκε".to_owned(),
        Evidence::Exporter(id) => {
            format!("όπως το γράφει το {}", (super::exporter::EXPORTER.name)(*id))
        }
        Evidence::OnlyDate => "η μόνη ημερομηνία που μένει".to_owned(),
        Evidence::LargeAsMoney => {
            "οι αριθμοί είναι πολύ μεγάλοι για πλήθη και ταιριάζουν σε ποσά".to_owned()
        }
        Evidence::MeetsColumn { file, column, share } => {
            format!("το {} ταιριάζει με «{column}» του {file}", L.share(*share))
        }
    }
}

pub fn order_reason(reason: OrderReason) -> String {
    match reason {
        OrderReason::Number => "από τον αριθμό στο όνομα".to_owned(),
        OrderReason::Default(crm) => format!("με την προεπιλεγμένη σειρά του {}", crm_name(crm)),
        OrderReason::Words => "από το όνομα".to_owned(),
        OrderReason::Appearance => "με τη σειρά των γραμμών, ελέγξτε το".to_owned(),
        OrderReason::Dates => "από τις ημερομηνίες εισόδου".to_owned(),
        OrderReason::History => "από τις μεταβάσεις του ιστορικού".to_owned(),
        OrderReason::Probability => "από την πιθανότητα των εγγραφών".to_owned(),
        OrderReason::Unknown => {
            "τίποτα δεν δείχνει πόσο προχωρημένο είναι, γι’ αυτό μπήκε νωρίς: ελέγξτε το".to_owned()
        }
    }
}

pub fn file_note(note: FileNote) -> &'static str {
    match note {
        FileNote::NothingConverted => {
            "Με αυτές τις ισοτιμίες δεν μετατρέπεται τίποτα, ώσπου να επιλέξετε το νόμισμα μετατροπής."
        }
        FileNote::RatesUnread => {
            "Από αυτό το αρχείο δεν διαβάστηκαν ισοτιμίες: χρειάζεται μια στήλη με νομίσματα και μια με ισοτιμίες ή στήλες όπως EUR/USD."
        }
        FileNote::PlanOfWhat => {
            "Τίποτα δεν λέει τι αφορά ο στόχος: επιλέξτε τη στήλη ως στόχο εσόδων, κερδισμένων ή leads. Μέχρι τότε δεν συγκρίνεται με τίποτα."
        }
    }
}

pub fn entry_evidence(evidence: EntryEvidence) -> String {
    match evidence {
        EntryEvidence::Header { filled } => {
            format!("η επικεφαλίδα ονομάζει το στάδιο, {} με τιμή", L.count(filled))
        }
        EntryEvidence::Filling { empty_before, filled } => {
            let (empty, filled) = (L.count(empty_before), L.count(filled));
            format!("με τιμή από αυτό το στάδιο και μετά ({filled}), πριν κενή ({empty})")
        }
        EntryEvidence::Chosen { filled } => {
            format!("δική σας επιλογή, {} με τιμή", L.count(filled))
        }
    }
}

pub fn alias_reason(reason: AliasReason) -> &'static str {
    match reason {
        AliasReason::SameLetters => "διαφέρουν μόνο κενά, σημεία ή κεφαλαία",
        AliasReason::OneLetter => "διαφέρει ένα γράμμα",
    }
}
