//! Russian: boxes and curves.

use crate::engine::report::{SpreadOf, SpreadView};
use crate::i18n::SpreadViews;
use crate::i18n::plural::ru as count;

pub const SPREAD_VIEWS: SpreadViews = SpreadViews {
    view_label: "Вид",
    view: |view| match view {
        SpreadView::Histogram => "гистограмма",
        SpreadView::Box => "ящик с усами",
        SpreadView::Survival => "кривая с учётом открытых",
    },
    split_label: "Разбить по",
    in_stage: |stage| format!("Дней на этапе: {stage}"),
    all: "Все",
    group: "Группа",
    low_whisker: "Нижний ус",
    high_whisker: "Верхний ус",
    below: "Ниже",
    above: "Выше",
    box_hint: "Ящик — средняя половина значений, черта — медиана. Усы доходят до крайнего значения в пределах 1,5 длины ящика; сколько значений дальше, написано рядом. Квартили как в ПРОЦЕНТИЛЬ.ВКЛ.",
    days: "дни",
    watched: "Записи",
    ended: |of| match of {
        SpreadOf::DaysToWin => "Выиграно",
        SpreadOf::DaysToLose => "Проиграно",
        SpreadOf::InStage { .. } => "Ушли с этапа",
        _ => "Закрыто",
    },
    ended_otherwise: "Другой исход",
    still: "Ещё открыты",
    at_risk: "До этого дня в работе",
    share: |of| match of {
        SpreadOf::DaysToWin => "Выиграно к этому дню",
        SpreadOf::DaysToLose => "Проиграно к этому дню",
        SpreadOf::InStage { .. } => "Ещё на этапе",
        _ => "Ещё открыты",
    },
    interval: "95 % интервал",
    interval_ends: ["95 %, от", "95 %, до"],
    not_reached: "не достигнута",
    curves: "Кривые",
    steps: "По дням",
    curve_hint: |of| match of {
        SpreadOf::DaysToWin => {
            "Доля выигранных к этому дню; проигранные уже не выиграть (оценка Аалена — Йохансена). Полоса — 95 %, шкала log-log."
        }
        SpreadOf::DaysToLose => {
            "Доля проигранных к этому дню; выигранные уже не проиграть (оценка Аалена — Йохансена). Полоса — 95 %, шкала log-log."
        }
        _ => {
            "Доля тех, что ещё продолжаются после этого дня (оценка Каплана — Мейера). Полоса — 95 %, по Гринвуду, шкала log-log."
        }
    },
    who: "Все записи, созданные за период, при любой основе; за открытыми следим до последнего дня данных — там на кривой короткие штрихи.",
    few: |n| {
        format!(
            "Всего {}: ширина полосы показывает, как мало они говорят.",
            count(n, "запись", "записи", "записей")
        )
    },
    no_curve: "Кривая бывает только у времени (до выигрыша, до проигрыша, до закрытия, на этапе): остальные значения не длятся.",
    none_ended: "Пока ни одна запись так не завершилась: кривая идёт ровно.",
    share_of: |of, part, all| match of {
        SpreadOf::DaysToWin | SpreadOf::DaysToLose => {
            format!(
                "{part} из {all} к этому дню; открытые учтены за то время, что они под наблюдением."
            )
        }
        _ => format!(
            "{part} из {all} наблюдались дольше; открытые учтены до своего последнего дня наблюдения."
        ),
    },
    day: |day| format!("день {}", day),
};
