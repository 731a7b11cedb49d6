//! Russian: where columns, files and currencies meet.

use super::{L, begin::BEGIN};
use crate::engine::calendar::WeekStart;
use crate::engine::filter::Grain;
use crate::engine::funnel::Crossing;
use crate::engine::mapping::FirstSource;
use crate::engine::mapping::cluster::ClusterReason;
use crate::engine::mapping::key::KeyKind;
use crate::i18n::label::source_pairs;
use crate::i18n::plural::ru as count;
use crate::i18n::{FindingText, Meeting};

pub const MEETING: Meeting = Meeting {
    finding: crossing,

    disagree_title: "Два источника — два ответа",
    disagree_line: |records, both| {
        let both = count(both, "строке", "строках", "строках");
        format!(
            "В {both} есть и источник CRM, и метки UTM; в {} они называют разные каналы.",
            L.count(records)
        )
    },
    disagree_none: |both| {
        let both = count(both, "строке", "строках", "строках");
        format!(
            "В {both} есть и источник CRM, и метки UTM, и они нигде не противоречат друг другу."
        )
    },
    says_crm: "По CRM",
    says_utm: "По UTM",
    wins: "решает",
    first_label: "Что важнее",
    first_source: |first| match first {
        FirstSource::Utm => "Сначала метки UTM",
        FirstSource::Crm => "Сначала источник CRM",
    },

    spellings_title: "Написания одного значения",
    spellings_hint: "Похоже, это одно и то же в разном написании. Без вашего решения ничего не объединяется.",
    spellings_of: |file, column| format!("{column} · {file}"),
    cluster_reason: |reason| match reason {
        ClusterReason::SameLetters => "отличаются пробелами, знаками или похожими буквами",
        ClusterReason::WordOrder => "те же слова в другом порядке",
        ClusterReason::Script => "то же имя другим алфавитом",
        ClusterReason::OneLetter => "отличаются одной буквой",
    },
    merge_as: |name| format!("Объединить как «{name}»"),
    merge_all: |n| format!("Объединить все {}", L.count(n)),
    read_as: |name| format!("читается как «{name}»"),
    take_apart: |name| format!("Снова разделить «{name}»"),
    keep_apart: "Это разное",
    keep_apart_named: |name| format!("«{name}» и остальные написания — разные значения"),
    kept_apart: "не объединять",
    propose_again: "Предлагать снова",

    key_kind: |kind| match kind {
        KeyKind::Text => "",
        KeyKind::Email => "сравнение адресов почты",
        KeyKind::Phone => "сравнение номеров телефона",
        KeyKind::Ids => "по первому ID ячейки",
    },
    keys_used: |used, keys| {
        format!(
            "строка нашлась для {} из {}",
            L.count(used),
            count(keys, "ключа", "ключей", "ключей")
        )
    },
    keys_unused: |n| count(n, "ключ без строк", "ключа без строк", "ключей без строк"),
    several_keys: |rows| {
        format!(
            "{} с несколькими ключами; связывает первый",
            count(rows, "строка", "строки", "строк")
        )
    },
    records_tied: |share, met, campaigns| {
        format!("расходы есть у {share} строк · строки есть у {met} из {campaigns} кампаний")
    },
    rows_of_paid_channels: |share| format!("у {share} строк есть расходы по их каналу"),
    tied_within: |grain, spend, rows| {
        let unit = match grain {
            Grain::Week => "в ту же неделю",
            _ => "в тот же месяц",
        };
        match spend {
            Some(spend) => format!("{unit}: {spend} расхода и {rows} строк"),
            None => format!("{unit}: {rows} строк"),
        }
    },

    money_title: "Валюты и календарь",
    money_hint: "Без курса деньги в разных валютах не складываются никогда.",
    convert_to: "Пересчитать деньги в",
    convert_nothing: "не пересчитывать",
    rate_currency: "Валюта",
    rate_rate: "Курс",
    rate_day: "Действует с (пусто: всегда)",
    rate_line: |currency, to| format!("1 {currency} = … {to}"),
    add_rate: "Добавить курс",
    rate_file: "Подойдёт и файл с датой, валютой и курсом: добавьте его к остальным.",
    year_start: "Финансовый год начинается в месяце",
    named_by_end: "назван по году, в котором кончается",
    week_start: "Неделя начинается в",
    weekday: |day| match day {
        WeekStart::Monday => "понедельник",
        WeekStart::Saturday => "субботу",
        WeekStart::Sunday => "воскресенье",
    },
    clock: |file| format!("Часы файла {file}"),
    clock_hint: "Сколько часов прибавить ко времени. Дата без времени не сдвигается никогда.",
    no_shift: "как записано",

    rule_up: |rule| format!("Поднять правило {rule}"),
    rule_down: |rule| format!("Опустить правило {rule}"),
    rule_keys: "Alt + ↑ или ↓ двигает правило.",
};

pub fn crossing(crossing: &Crossing) -> FindingText {
    let (text, advice) = match crossing {
        Crossing::SourcesDisagree { disagreement: d } => {
            let records = count(d.records, "записи", "записях", "записях");
            let named = d.pairs.get(..3).unwrap_or(&d.pairs);
            let pairs = source_pairs(named, ("«", "»"), |n| L.count(n));
            let decides = match d.first {
                FirstSource::Utm => "Решают метки UTM.",
                FirstSource::Crm => "Решает источник CRM.",
            };
            (
                format!(
                    "В {records} источник CRM и метки UTM называют разные каналы: {pairs}. {decides}"
                ),
                "Проверьте самые частые пары; что важнее, выбирается рядом с каналами.",
            )
        }
        Crossing::SeveralKeys { file, column, records, keys } => {
            let records = count(*records, "записи", "записях", "записях");
            let keys = count(*keys, "остальное", "остальных", "остальных");
            (
                format!(
                    "В {records} файла {file} в «{column}» несколько значений: связывает первое, {keys} не участвует."
                ),
                "Если важно не первое значение, поставьте его первым или выгрузите столбец с одним значением.",
            )
        }
        Crossing::LeadsJoined { file, matched, records, leads, without } => {
            let of = count(*records, "сделки", "сделок", "сделок");
            let without = count(*without, "строка", "строки", "строк");
            (
                format!(
                    "{file} ({}) присоединён к сделкам: нашлось для {} из {of}. Без сделки {without}: они не входят ни в один показатель.",
                    count(*leads, "строка", "строки", "строк"),
                    L.count(*matched)
                ),
                "Отчёт считает сделки. Чтобы воронка начиналась с лидов, выберите это рядом со связью двух файлов.",
            )
        }
        Crossing::BeginsWithLeads { file, counts, records, elsewhere } => {
            ((BEGIN.finding)(file, counts, *records, *elsewhere), BEGIN.advice)
        }
        Crossing::RowsMet { file, met } => ((BEGIN.rows_met)(file, met), (BEGIN.rows_advice)(met)),
        Crossing::SourceOfLead { file, records } => {
            let records = count(*records, "сделка", "сделки", "сделок");
            (
                format!("{records} без своего источника: взят канал лида из {file}."),
                "Делать ничего не нужно, если сделка приходит оттуда же, откуда её лид.",
            )
        }
        Crossing::Converted { to, rows, oldest } => {
            let age = match oldest {
                0 => String::new(),
                days => format!(
                    " Самый старый из взятых курсов старше на {}.",
                    count(*days as u64, "день", "дня", "дней")
                ),
            };
            (
                format!("Пересчитано в {to} по вашим курсам: {}.{age}", amounts(rows)),
                "Закрытые сделки — по дню закрытия, открытые — по дню создания, расходы — по своему дню.",
            )
        }
        Crossing::SeveralDeals { .. }
        | Crossing::PipelinesDiffer { .. }
        | Crossing::AdsAmongCosts { .. }
        | Crossing::QuartersApart { .. } => super::twofold::text(crossing),
        Crossing::NoRate { to, rows } => (
            format!(
                "Нет курса к {to}: {}. Эти деньги остались в своей валюте и не складываются.",
                amounts(rows)
            ),
            "Добавьте курс, который действует в их день или раньше.",
        ),
    };
    FindingText { text, advice: advice.to_owned() }
}

/// `12 сумм в USD, 3 суммы в GBP`.
fn amounts(rows: &[(String, u64)]) -> String {
    let one = |(currency, n): &(String, u64)| {
        format!("{} в {currency}", count(*n, "сумма", "суммы", "сумм"))
    };
    rows.iter().map(one).collect::<Vec<_>>().join(", ")
}
