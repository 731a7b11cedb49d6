//! Russian: cohorts and spreads.

use super::{customers, spread_view};
use crate::engine::filter::Grain;
use crate::engine::report::{CohortFigure, SpreadOf};
use crate::i18n::Question;
use crate::i18n::label::lower_first;
use crate::i18n::plural::ru as count;

pub const QUESTION: Question = Question {
    cohorts: "Когорты",
    cohorts_title: |figure| format!("Когорты: {}", lower_first(cohort_figure(figure))),
    cohort_figure,
    cohort_figure_label: "Показатель",
    ages_label: "Возраст",
    ages_units: "по календарю",
    ages_days: "дни с создания",
    customers: customers::CUSTOMERS,
    cohort: "Создан",
    cohort_records: "Лиды",
    age: |grain, n| {
        let unit = match grain {
            Grain::Day => "день",
            Grain::Week | Grain::WeekFrom(_) => "неделя",
            Grain::Month => "месяц",
            Grain::Quarter | Grain::FiscalQuarter(_) => "квартал",
            Grain::Year | Grain::FiscalYear(_) => "год",
        };
        format!("{unit} {n}")
    },
    age_days: |n| format!("≤ {n} дн."),
    by_now: "К концу данных",
    mature_total: "Все зрелые когорты",
    young_hint: "Бледные ячейки ещё не дозрели: не у всех лидов прошёл такой срок, значение вырастет. В последней строке только зрелые.",
    unplaced: |n| {
        format!(
            "{} вне столбцов: нет даты или закрытие раньше создания.",
            count(n, "выигранная сделка", "выигранные сделки", "выигранных сделок")
        )
    },

    spread: "Распределение",
    spread_title: |of| format!("Распределение: {}", lower_first(of)),
    spread_of: |of| match of {
        SpreadOf::WonAmount => "Сумма выигранных сделок".to_owned(),
        SpreadOf::DaysToWin => "Дней до продажи".to_owned(),
        SpreadOf::DaysToLose => "Дней до отказа".to_owned(),
        SpreadOf::DaysToClose => "Дней до закрытия с любым исходом".to_owned(),
        SpreadOf::OpenAge => "Возраст открытых сделок".to_owned(),
        SpreadOf::Cost => "Расход в строке".to_owned(),
        SpreadOf::Column { header, .. } => header.clone(),
        SpreadOf::InStage { stage } => (spread_view::SPREAD_VIEWS.in_stage)(stage),
    },
    views: spread_view::SPREAD_VIEWS,
    spread_of_label: "Чего",
    values: "Значений",
    sum: "Сумма",
    mean: "Среднее",
    deviation: "Стандартное отклонение",
    least: "Минимум",
    greatest: "Максимум",
    median: "Медиана",
    percentile: |n| format!("{n}-й перцентиль"),
    from: "От",
    below: "До (не включая)",
};

fn cohort_figure(figure: CohortFigure) -> &'static str {
    match figure {
        CohortFigure::WonShare => "Выиграно, доля когорты",
        CohortFigure::Won => "Выигранные сделки",
        CohortFigure::Revenue => "Выручка",
        CohortFigure::RevenuePerLead => "Выручка на лид",
        of_customers => customers::figure(of_customers),
    }
}
