//! Russian: where a figure comes from.

use crate::i18n::Lineage;

pub const LINEAGE: Lineage = Lineage {
    title: "Откуда берётся",
    records: "Записи",
    costs: "Строки расхода",
    all: "Все строки",
    filtered: "Убраны фильтрами",
    elsewhere: "В другой группе",
    outside: "Вне периода или без даты",
    unconcerned: "В периоде, но этого показателя не касаются",
    counted: "Учтены в показателе",
    above: "из них в числителе",
    below: "из них в знаменателе",
    part_dated: "из них без одной из дат",
    currency: "Валюта",
    group: "Группа",
    rows: "Строки показателя",
    other_costs: "Строки прочих расходов",
    activities: "Активности",
    scores: "Ответы на опрос",
    plans: "Строки плана",
    made_of: "Из каких показателей состоит",
    besides: |n| format!("все, кроме показанных ({n})"),
    grid_hint: "Стрелки переводят от показателя к показателю, Enter открывает его строки.",
};
