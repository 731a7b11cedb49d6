//! Russian: the report screen.

use super::L;
use crate::engine::filter::{Comparison, Grain, PeriodSpec};
use crate::i18n::Report;
use crate::i18n::plural::{ru as count, ru_form};

pub const REPORT: Report = Report {
    untitled: "Маркетинг и продажи",
    title_label: "Название отчёта",
    building: "Считаем…",
    no_report: "Сначала добавьте файлы, и отчёт появится здесь.",
    basis_line: |basis| format!("расчёт: {basis}"),
    as_of: |day| format!("на {day}"),
    as_of_hint: "Последний день в данных. Он заменяет сегодняшний, чтобы старый файл и завтра \
        давал те же цифры.",

    period: "Период",
    period_choice,
    period_custom: "Свои даты…",
    from: "С",
    to: "По",
    comparison: "Сравнение",
    comparison_choice: |comparison| match comparison {
        Comparison::Nothing => "нет",
        Comparison::PreviousPeriod => "с предыдущим периодом",
        Comparison::SamePeriodLastYear => "с тем же периодом год назад",
        Comparison::Target => "с планом",
        Comparison::Segments => "с другим сегментом",
    },
    versus: |period| format!("против {period}"),
    basis: "Расчёт",
    policy: "Пропущенные этапы",
    currency: "Валюта",
    other_currency: |currency, records, amount| {
        let records = count(records, "запись", "записи", "записей");
        format!("{currency}: {records}, выиграно на {amount}, в суммы не входит")
    },
    currency_unnamed: "валюта не указана",
    filters: "Фильтры",
    add_filter: "Фильтр",
    filter_is: ":",
    filter_is_not: ", кроме:",
    filter_keep: "оставить",
    filter_leave_out: "исключить",
    filter_values: |n| count(n, "значение", "значения", "значений"),
    no_groups: "значений нет",
    clear_filters: "Сбросить все фильтры",
    nothing_left_title: "Подходящих записей нет",
    nothing_left: |of| {
        format!(
            "В файлах {}. Период и фильтры не оставили ни одной.",
            count(of, "запись", "записи", "записей")
        )
    },
    remove_filter: |dimension| format!("Убрать фильтр «{dimension}»"),

    kpis_title: "Главные показатели",
    vs_previous: "к предыдущему периоду",
    nothing_before: "сравнить не с чем",
    show_definition: "Как считается",
    definition_of: |measure| format!("Что такое «{measure}»?"),
    answers: "Отвечает на вопрос",
    formula: "Формула",
    unit: "Единица",
    empty_when: "Пусто, когда",
    source: "Источник",
    source_plain: "Простой подсчёт или сумма по строкам файла",
    source_usual: "Так принято в отчётах маркетинга и продаж",
    source_ads: "Как в рекламных системах, но пересчитано по исходным числам",
    cautions: "Осторожно",
    numerator: "Числитель",
    denominator: "Знаменатель",
    interval: |interval| format!("интервал 95 %: {interval}"),
    values_behind: |n| format!("посчитано по {}", count(n, "значению", "значениям", "значениям")),
    absent_because: |reason| format!("Нельзя посчитать: {reason}."),
    absent_title: "Нельзя посчитать",

    funnel_title: "Воронка",
    stage: "Этап",
    reached: "Дошли",
    of_previous: "% от предыдущего",
    of_first: "% от первого",
    dropped: "Отсеялись",
    observed: "Подтверждено",
    implied: "Засчитано",
    implied_hint: "Прошли по пути к более позднему этапу, хотя когда именно, в файле не сказано.",
    median_days: "Медиана, дней",
    before: "Раньше",
    end_to_end: "сквозная конверсия",
    entered: "Вошли",
    still_open: |n| format!("ещё в работе: {}", L.count(n)),
    lost: |n| format!("проиграно: {}", L.count(n)),
    unknown_depth: |n| {
        format!("проиграно неизвестно на каком этапе: {}, отнесены к первому", L.count(n))
    },
    unmapped: |n| format!("со статусом без этапа: {}, отнесены к первому", L.count(n)),

    channels_title: "Экономика каналов",
    breakdown_title: |dimension| format!("Разбивка: {dimension}"),
    break_down_by: "Разбить по",
    sorted_by: |measure| format!("сортировка: {measure}"),
    trend_title: |measures, grain| {
        let units = match grain {
            Grain::Day => "дням",
            Grain::Week | Grain::WeekFrom(_) => "неделям",
            Grain::Month => "месяцам",
            Grain::Quarter | Grain::FiscalQuarter(_) => "кварталам",
            Grain::Year | Grain::FiscalYear(_) => "годам",
        };
        format!("{measures} по {units}")
    },
    trend_grain: "Шаг",
    last_is_partial: |unit| format!("{unit}: период ещё не закончился"),

    pivot_title: "Сводная таблица",
    pivot_rows: "Строки",
    pivot_columns: "Столбцы",
    pivot_values: "Значения",
    pivot_add: "Добавить",
    pivot_empty: "Выберите, что поставить в строки, столбцы и значения.",
    pivot_natural_order: "по порядку",
    row_total: "Итого",
    grand_total: "Итого",
    totals_hint: "Итоги посчитаны по записям, а не сложены из ячеек.",

    findings_title: "Что проверить",
    findings_hint: "чего в данных не хватает и что в них неверно",
    no_findings: "При подготовке отчёта ничего не нашлось. «Все проверки» смотрят дальше, строка за строкой.",
    scope_title: "Что посчитано",
    records_in_scope: |counted, of| {
        let records = ru_form(of, "записи", "записей", "записей");
        format!("{} из {} {records}", L.count(counted), L.count(of))
    },
    excluded_title: "Не вошли",
    extent: |period| format!("данные за {period}"),
    unfinished_hint: "Недавние лиды ещё в работе: их конверсия вырастет.",
    measure: "Показатель",
    measures: "Показатели",
    now: "Сейчас",
    share_of_revenue: "Доля выручки",
    keep_only: |name| format!("Оставить только «{name}»"),
    add_block: "Добавить блок",
    block_menu: |block| format!("Действия с блоком «{block}»"),
    breakdown: "Разбивка",
    trend: "Динамика",
    empty_title: "Отчёта пока нет",
    add_files: "Добавить файлы",
    check_mapping: "Проверить разметку",
    save: "Сохранить",
    choose_values: "Выберите значения",
    implied_total: |n| {
        count(
            n,
            "вход на этап засчитан по более позднему",
            "входа на этапы засчитаны по более поздним",
            "входов на этапы засчитано по более поздним",
        )
    },
};

fn period_choice(period: PeriodSpec) -> String {
    match period {
        PeriodSpec::All => "Всё время".to_owned(),
        PeriodSpec::Between(period) => L.period(period),
        PeriodSpec::This(grain) => match grain {
            Grain::Day => "Последний день",
            Grain::Week | Grain::WeekFrom(_) => "Последняя неделя",
            Grain::Month => "Последний месяц",
            Grain::Quarter | Grain::FiscalQuarter(_) => "Последний квартал",
            Grain::Year | Grain::FiscalYear(_) => "Последний год",
        }
        .to_owned(),
        PeriodSpec::Last(1, grain) => match grain {
            Grain::Day => "Предыдущий день",
            Grain::Week | Grain::WeekFrom(_) => "Предыдущая неделя",
            Grain::Month => "Предыдущий месяц",
            Grain::Quarter | Grain::FiscalQuarter(_) => "Предыдущий квартал",
            Grain::Year | Grain::FiscalYear(_) => "Предыдущий год",
        }
        .to_owned(),
        PeriodSpec::Last(n, grain) => last_units(n.into(), grain),
    }
}

/// `Последние 6 полных месяцев`, `Последний 21 полный месяц`.
fn last_units(n: u64, grain: Grain) -> String {
    let (last, one, few, many) = match grain {
        Grain::Day => ("Последний", "полный день", "полных дня", "полных дней"),
        Grain::Week | Grain::WeekFrom(_) => {
            ("Последняя", "полная неделя", "полные недели", "полных недель")
        }
        Grain::Month => ("Последний", "полный месяц", "полных месяца", "полных месяцев"),
        Grain::Quarter | Grain::FiscalQuarter(_) => {
            ("Последний", "полный квартал", "полных квартала", "полных кварталов")
        }
        Grain::Year | Grain::FiscalYear(_) => {
            ("Последний", "полный год", "полных года", "полных лет")
        }
    };
    let last = ru_form(n, last, "Последние", "Последние");
    format!("{last} {}", count(n, one, few, many))
}
