//! Russian: why a channel, a role or a stage was proposed.

use super::L;
use crate::engine::mapping::HeaderFit;
use crate::engine::mapping::alias::AliasReason;
use crate::engine::mapping::channel::{ChannelReason, SourceList};
use crate::engine::mapping::click::ClickMark;
use crate::engine::mapping::role::Evidence;
use crate::engine::mapping::stage_order::OrderReason;
use crate::engine::mapping::view::{EntryEvidence, FileNote};
use crate::i18n::label::crm_name;
use crate::i18n::plural::ru as count;

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
            format!("платный тип трафика «{medium}», источник неизвестен")
        }
        ChannelReason::MediumIs(medium) => format!("тип трафика «{medium}»"),
        ChannelReason::SourceIs(source) => format!("источник «{source}»"),
        ChannelReason::Contains(text) => format!("содержит «{text}»"),
        ChannelReason::Click(mark) => click_mark(*mark),
        ChannelReason::SourceList(list) => source_list(*list).to_owned(),
        ChannelReason::NameList(name) => format!("«{name}» и есть название канала"),
        ChannelReason::NoRule => "ни одно правило не подошло".to_owned(),
        ChannelReason::Nothing => "источник и тип трафика пустые".to_owned(),
    }
}

fn click_mark(mark: ClickMark) -> String {
    match mark {
        ClickMark::Google => "gclid: клик по рекламе Google, вид неизвестен".to_owned(),
        ClickMark::Yandex => "yclid: клик по рекламе Яндекс Директа".to_owned(),
        ClickMark::Meta => {
            "fbclid: из Facebook или Instagram; метку несут и посты, и реклама".to_owned()
        }
        ClickMark::OpenstatDirect => "метка openstat Яндекс Директа".to_owned(),
        ClickMark::OpenstatMarket => "метка openstat Яндекс Маркета".to_owned(),
        ClickMark::Microsoft | ClickMark::TikTok | ClickMark::LinkedIn | ClickMark::Openstat => {
            format!("{}: клик по рекламе", mark.name())
        }
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

/// The columns as text, the evidence as words beside them.
pub fn evidence(evidence: &Evidence) -> String {
    match evidence {
        Evidence::Header(HeaderFit::Exact) => "по заголовку".to_owned(),
        Evidence::Header(HeaderFit::Likely) => "заголовок подходит по смыслу".to_owned(),
        Evidence::Header(HeaderFit::Part) => "по слову в заголовке".to_owned(),
        Evidence::Unique { share } => format!("{} уникальных", L.share(*share)),
        Evidence::Filled { share } => format!("заполнено {}", L.share(*share)),
        Evidence::Dates { share } => format!("{} дат", L.share(*share)),
        Evidence::Numbers { share } => format!("{} чисел", L.share(*share)),
        Evidence::Distinct { count: n } => count(*n, "значение", "значения", "значений"),
        Evidence::OutcomeWords => "есть значения «выиграно» и «проиграно»".to_owned(),
        Evidence::Exporter(id) => format!("так пишет {}", (super::exporter::EXPORTER.name)(*id)),
        Evidence::OnlyDate => "других дат не осталось".to_owned(),
        Evidence::LargeAsMoney => {
            "числа слишком велики для количества и похожи на деньги".to_owned()
        }
        Evidence::MeetsColumn { file, column, share } => {
            format!("{} совпадают с «{column}» из {file}", L.share(*share))
        }
    }
}

pub fn order_reason(reason: OrderReason) -> String {
    match reason {
        OrderReason::Number => "по номеру в названии".to_owned(),
        OrderReason::Default(crm) => format!("как в {} по умолчанию", crm_name(crm)),
        OrderReason::Words => "по названию".to_owned(),
        OrderReason::Appearance => "по порядку строк, проверьте".to_owned(),
        OrderReason::Dates => "по датам входа в этап".to_owned(),
        OrderReason::History => "по переходам из истории".to_owned(),
        OrderReason::Probability => "по вероятности сделок".to_owned(),
        OrderReason::Unknown => {
            "насколько это далеко, неизвестно, поэтому этап стоит в начале: проверьте".to_owned()
        }
    }
}

pub fn file_note(note: FileNote) -> &'static str {
    match note {
        FileNote::NothingConverted => {
            "Пока не выбрана валюта пересчёта, по этим курсам ничего не пересчитывается."
        }
        FileNote::RatesUnread => {
            "Курсы из этого файла не прочитаны: нужны столбец с валютами и столбец с курсами или столбцы вида EUR/USD."
        }
        FileNote::PlanOfWhat => {
            "Непонятно, что именно запланировано: выберите этот столбец как план по выручке, по выигранным сделкам или по лидам. До этого он ни с чем не сравнивается."
        }
    }
}

pub fn entry_evidence(evidence: EntryEvidence) -> String {
    match evidence {
        EntryEvidence::Header { filled } => {
            format!("этап назван в заголовке, заполнено: {}", L.count(filled))
        }
        EntryEvidence::Filling { empty_before, filled } => {
            let (empty, filled) = (L.count(empty_before), L.count(filled));
            format!("заполнено начиная с этого этапа ({filled}), раньше пусто ({empty})")
        }
        EntryEvidence::Chosen { filled } => format!("ваш выбор, заполнено: {}", L.count(filled)),
    }
}

pub fn alias_reason(reason: AliasReason) -> &'static str {
    match reason {
        AliasReason::SameLetters => "отличаются только пробелы, знаки или регистр",
        AliasReason::OneLetter => "отличается одна буква",
    }
}
