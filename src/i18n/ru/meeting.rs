//! Russian: where columns, files and currencies meet.

use super::L;
use crate::engine::funnel::Crossing;
use crate::engine::mapping::FirstSource;
use crate::engine::mapping::cluster::ClusterReason;
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
    };
    FindingText { text, advice: advice.to_owned() }
}
