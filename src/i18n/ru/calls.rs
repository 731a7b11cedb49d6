//! Russian: calls by hour and weekday.

use crate::engine::report::CallFigure;
use crate::i18n::Calls;
use crate::i18n::label::lower_first;
use crate::i18n::plural::ru as count;

pub const CALLS: Calls = Calls {
    name: "Звонки по часам",
    figure_label: "Показатель",
    figure,
    title: |of| format!("Звонки по часам и дням недели: {}", lower_first(figure(of))),
    weekday: "День недели",
    counted: |n| format!("Всего: {}.", count(n, "звонок", "звонка", "звонков")),
    clock: "Часы — по часам самого файла или по тем, что для него заданы.",
    of_incoming: "Пропущенные — входящие звонки, на которые не ответили; если их меньше 10, показаны числа, а не доля.",
    without_time: |n| {
        format!("Без времени суток, не учтены: {}.", count(n, "звонок", "звонка", "звонков"))
    },
};

fn figure(figure: CallFigure) -> &'static str {
    match figure {
        CallFigure::All => "Все звонки",
        CallFigure::Answered => "Отвеченные",
        CallFigure::Missed => "Пропущенные",
        CallFigure::MissedShare => "Доля пропущенных",
    }
}
