//! Russian: comparisons.

use crate::engine::report::Compared;
use crate::i18n::Compare;

pub const COMPARE: Compare = Compare {
    name: |compared| match compared {
        Compared::Earlier => "До этого",
        Compared::Target => "План",
        Compared::Segment => "Сегмент Б",
    },
    of_plan: |plan| format!("план {plan}"),
    of_segment: |figure| format!("Б: {figure}"),
    no_plan: "ни в одном файле нет плана",
    plan_by_events: |basis| format!("план продаж виден только при расчёте «{basis}»"),
    segments: "Сегменты",
    first: "А",
    second: "Б",
    choose: "выберите…",
    line: |first, second| format!("Цифры относятся к А ({first}), рядом — Б ({second})."),
    changes: "Изменения",
    changes_hint: "Показывать рядом с каждой цифрой, насколько она отличается от того, с чем сравнивается отчёт",
    chance_head: "Разница, 95 %",
    sure: |low, high| format!("от {low} до {high}"),
};
