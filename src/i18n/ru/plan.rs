//! Russian: plans by groups, and working days.

use crate::i18n::plan::sentences;
use crate::i18n::plural::ru as count;
use crate::i18n::{MeasureText, Plan};

pub const PLAN: Plan = Plan {
    planning: |planning| {
        sentences(
            planning,
            |n| format!("План без результата: {}.", count(n, "строка", "строки", "строк")),
            |n| format!("Результат без плана: {}.", count(n, "строка", "строки", "строк")),
        )
    },
    working_days: |over, of, are_assumed| {
        let days = match are_assumed {
            true => "с понедельника по пятницу: рабочие часы не заданы",
            false => "по заданным рабочим часам",
        };
        format!("Прошло рабочих дней: {over} из {of} ({days}); праздники не учтены.")
    },
};

pub const REVENUE_RUN_RATE: MeasureText = MeasureText {
    name: "Выручка при том же темпе, по рабочим дням",
    short: "Темп, рабочие дни",
    answers: "Чем закончится период, если каждый рабочий день будет приносить столько же?",
    formula: "Выручка ÷ доля прошедших рабочих дней периода.",
    unit: "деньги",
    basis: "События периода.",
    empty_when: "Период не выбран, или ни один его рабочий день ещё не прошёл.",
    cautions: "Продолжает по прямой: без сезонности и воронки. Рабочие дни — по заданным рабочим часам, иначе с понедельника по пятницу; праздники не учтены.",
};
