//! Russian: lost reasons.

use crate::engine::report::ReasonsOf;
use crate::i18n::Reasons;
use crate::i18n::plural::ru as count;

pub const REASONS: Reasons = Reasons {
    name: "Причины отказа",
    title: |of| match of {
        ReasonsOf::Lost => "Причины отказа",
        ReasonsOf::Amount => "Причины отказа по сумме",
    },
    of_label: "Считать по",
    of: |of| match of {
        ReasonsOf::Lost => "Проиграно",
        ReasonsOf::Amount => "Потерянная сумма",
    },
    reason: "Причина",
    no_reason: "Причина не указана",
    lost: "Проиграно",
    share: "Доля",
    cumulative: "Накопленная доля",
    cumulative_hint: "Доля этой причины вместе со всеми более весомыми от всего потерянного.",
    split_label: "Разбить по",
    stage_lost_at: "Этап отказа",
    stage_unknown: "Этап неизвестен",
    reason_label: "Столбец с причинами",
    counted: |n| format!("Проиграно: {}.", count(n, "запись", "записи", "записей")),
    without: |n| {
        format!(
            "Без причины: {}. Это тоже считается причиной.",
            count(n, "запись", "записи", "записей")
        )
    },
    undated: |n| {
        format!(
            "Не попали в период, так как нет даты закрытия: {}.",
            count(n, "проигранная запись", "проигранные записи", "проигранных записей")
        )
    },
};
