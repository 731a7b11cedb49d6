//! Russian: words about figures.

use crate::engine::measure::MeasureGroup;
use crate::i18n::Figures;

pub const FIGURES: Figures = Figures {
    group: |group| match group {
        MeasureGroup::Leads => "Лиды",
        MeasureGroup::Sales => "Продажи",
        MeasureGroup::Money => "Деньги",
        MeasureGroup::Pipeline => "Воронка",
        MeasureGroup::Ads => "Реклама и расходы",
        MeasureGroup::Time => "Время",
        MeasureGroup::Accounts => "Клиенты",
        MeasureGroup::Activities => "Активности",
    },
    search: "Найти показатель",
    none_found: "Такого показателя нет.",
    of_count: |part, whole| format!("{part} из {whole}"),
    chance: "возможно, случайность",
    chance_why: |low, high| {
        format!("Разница лежит между {low} и {high} (95 %), то есть её может и не быть.")
    },
    sure_why: |low, high| format!("Разница лежит между {low} и {high} (95 %)."),
    margin: "Маржа, %",
    margin_hint: "Доля выручки, которая остаётся за вычетом себестоимости. Без неё ROMI, ROI и LTV считаются по выручке.",
    no_margin: "Нужно число от 0 до 100: маржа осталась прежней.",
};
