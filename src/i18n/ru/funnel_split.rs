//! Russian: the funnel by the groups of a dimension.

use crate::engine::report::FunnelRate;
use crate::i18n::FunnelSplit;
use crate::i18n::label::lower_first;

pub const FUNNEL_SPLIT: FunnelSplit = FunnelSplit {
    title: |dimension| format!("Воронка в разбивке: {}", lower_first(dimension)),
    rate_label: "Что сравнивают столбики",
    rate: |rate| match rate {
        FunnelRate::OfFirst => "доля от всех вошедших",
        FunnelRate::OfPrevious => "доля от предыдущего этапа",
    },
    rate_of: |stage, rate| match rate {
        FunnelRate::OfFirst => format!("{stage}, % от первого"),
        FunnelRate::OfPrevious => format!("{stage}, % от предыдущего"),
    },
    others: "По сравнению с остальными",
    others_hint: "Насколько сквозная конверсия отличается от конверсии всех остальных групп вместе \
                  (доверие 95 %). Когда групп много, одна из двадцати отличается просто случайно.",
    all_others: "Все остальные группы",
    between: |low, high| format!("С доверием 95 % — от {low} до {high}."),
    reading: |rate| match rate {
        FunnelRate::OfFirst => {
            "Полоска первого этапа показывает, сколько записей вошло, полоски остальных — какая их \
             доля дошла до этапа; сравнивать стоит полоски одного этапа. Черта отмечает долю по \
             всем. Где вошло меньше 10, показаны только числа, без полоски."
        }
        FunnelRate::OfPrevious => {
            "Полоска первого этапа показывает, сколько записей вошло, полоски остальных — какая \
             доля предыдущего этапа прошла дальше; сравнивать стоит полоски одного этапа. Черта \
             отмечает долю по всем. Где дальше могли пройти меньше 10, показаны только числа, без \
             полоски."
        }
    },
    own_channel: "Здесь каждая запись относится к своему каналу: дойти до этапа по частям запись не \
                  может.",
    first_record: "Если записей несколько, группа определяется по первой из них.",
};
