//! Russian: the program that wrote a file, and what follows from it.

use super::L;
use crate::engine::import::exporter::{Consequence, ExportKind, ExporterId};
use crate::i18n::Exporter;
use crate::i18n::exporter::quoted;
use crate::i18n::plural::ru as count;

pub const EXPORTER: Exporter = Exporter {
    name,
    kind,
    found: |id, what| format!("{}: {}", name(id), kind(what)),
    follows,
    micro_label: "Деньги в миллионных долях",
    micro_divided: "делить на 1 000 000",
    micro_as_written: "как в файле",
};

fn name(id: ExporterId) -> &'static str {
    match id {
        ExporterId::HubSpot => "HubSpot",
        ExporterId::Salesforce => "Salesforce",
        ExporterId::Pipedrive => "Pipedrive",
        ExporterId::Zoho => "Zoho CRM",
        ExporterId::Bitrix24 => "Битрикс24",
        ExporterId::AmoCrm => "amoCRM",
        ExporterId::SuiteCrm => "SuiteCRM",
        ExporterId::GoogleAds => "Google Ads",
        ExporterId::MetaAds => "Meta Ads",
        ExporterId::LinkedInAds => "LinkedIn Ads",
        ExporterId::MicrosoftAds => "Microsoft Ads",
        ExporterId::YandexDirect => "Яндекс Директ",
        ExporterId::YandexMetrica => "Яндекс Метрика",
        ExporterId::TikTokAds => "TikTok Ads",
    }
}

fn kind(kind: ExportKind) -> &'static str {
    match kind {
        ExportKind::Deals => "сделки",
        ExportKind::Leads => "лиды",
        ExportKind::Contacts => "контакты",
        ExportKind::StageHistory => "история этапов",
        ExportKind::AdCosts => "расходы на рекламу",
        ExportKind::Visits => "визиты",
    }
}

const MARKS: (&str, &str) = ("«", "»");

fn list(columns: &[String]) -> String {
    quoted(columns, MARKS)
}

fn follows(consequence: &Consequence) -> String {
    let data = &super::data::DATA;
    match consequence {
        Consequence::DateOrder { order, settled, opposed } => {
            let order = (data.date_order)(*order);
            match (settled.is_empty(), opposed.is_empty()) {
                (_, false) => format!(
                    "Обычно даты в таких файлах пишутся так: {order}. Но {} говорят об обратном, \
                     и решает файл.",
                    list(opposed)
                ),
                (false, true) => format!(
                    "Даты в таких файлах пишутся так: {order}. По этому правилу прочитано и то, что \
                     можно понять двояко: {}.",
                    list(settled)
                ),
                (true, true) => {
                    format!("Даты в таких файлах пишутся так: {order}. Здесь это подтверждается.")
                }
            }
        }
        Consequence::DaysInUtc => {
            "Сутки считаются по UTC: расходы около полуночи могут попасть на соседний день."
                .to_owned()
        }
        Consequence::CloseIsExpected { column } => format!(
            "«{column}» у открытой сделки — только ожидание. Днём закрытия эта дата становится, \
             когда сделка выиграна или проиграна."
        ),
        Consequence::CloseSaysOpen { column } => format!(
            "У открытых сделок в столбце «{column}» вместо даты стоят слова. Такие ячейки \
             считаются пустыми."
        ),
        Consequence::CloseMayShift { column } => format!(
            "«{column}» выигранной сделки может отличаться на день: будущую дату система заменяет \
             днём выигрыша по UTC."
        ),
        Consequence::SetAside { above, totals, below } => {
            let parts =
                [(*above, "над таблицей"), (*totals, "с итогами"), (*below, "под таблицей")];
            let said = parts.iter().filter(|(n, _)| *n > 0);
            let said: Vec<String> = said
                .map(|(n, place)| format!("{} {place}", count(*n, "строка", "строки", "строк")))
                .collect();
            format!("Отложено и в данные не вошло: {}.", said.join(", "))
        }
        Consequence::MicroUnits { columns, divided: true } => format!(
            "Деньги записаны в миллионных долях. Разделено на {}: {}.",
            L.count(1_000_000),
            list(columns)
        ),
        Consequence::MicroUnits { columns, divided: false } => format!(
            "Деньги бывают в миллионных долях, но здесь это не так. Как в файле: {}.",
            list(columns)
        ),
        Consequence::CurrencyInHeader { column, currency } => {
            format!("Валюта — {currency}, по заголовку «{column}».")
        }
        Consequence::CurrencyInColumn { column } => {
            format!("Валюта каждой строки стоит в столбце «{column}».")
        }
        Consequence::CurrencyUnknown => {
            "Валюта в файле не названа: выберите её в разметке.".to_owned()
        }
        Consequence::VatUnknown => {
            "Расходы бывают с НДС и без НДС, как настроен отчёт; в файле этого не видно.".to_owned()
        }
        Consequence::DeliveryStatus { column } => {
            format!("«{column}» — это статус показа, а не число показов.")
        }
        Consequence::ResultsMixed { column, kinds: Some(kinds) } => format!(
            "В столбце «{column}» смешаны {}: складывать их нельзя.",
            count(*kinds, "вид результатов", "вида результатов", "видов результатов")
        ),
        Consequence::ResultsMixed { column, kinds: None } => format!(
            "«{column}» — то, на что нацелена каждая кампания, и ни один столбец не говорит, на \
             что именно. В сумме могут смешаться заявки и другие действия."
        ),
        Consequence::RatiosLeftOut { columns } => {
            format!(
                "Относительные показатели не складываются, а считаются заново: {}.",
                list(columns)
            )
        }
        Consequence::OutcomeColumn { column } => {
            format!("Выигрыш и проигрыш берутся из столбца «{column}», он важнее названий этапов.")
        }
        Consequence::SeveralIds { columns } => format!(
            "В некоторых ячейках несколько идентификаторов через точку с запятой ({}); при \
             связывании для такой ячейки пары не найдётся.",
            list(columns)
        ),
        Consequence::StageDates { columns } => {
            format!("Даты перехода на этапы: {}.", list(columns))
        }
        Consequence::SharedNames { columns } => format!(
            "Поля сделки и контакта называются одинаково: {}. Берётся первый столбец.",
            list(columns)
        ),
    }
}
