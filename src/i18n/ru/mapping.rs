//! Russian: the mapping screen.

use super::{L, reason};
use crate::engine::mapping::{RuleTest, SourceField};
use crate::i18n::Mapping;
use crate::i18n::plural::ru as count;

pub const MAPPING: Mapping = Mapping {
    title: "Что означают столбцы?",
    subtitle: "Заполнено по заголовкам и значениям. Всё можно поменять, предпросмотр сразу \
        пересчитается.",
    build_report: "Построить отчёт",
    reset: "Вернуть предложенное",
    reset_note: "Ваши правки на этом экране пропадут, и всё будет предложено заново.",

    columns_title: "Столбцы",
    file_label: "Файл",
    kind_label: "Что в файле",
    not_mapped: "не указан",
    optional: "необязательно",
    more_roles: |n| format!("ещё {}", L.count(n)),
    column_for: |role| format!("Столбец для поля «{role}»"),
    file_currency: "Валюта файла",
    currency_none: "не указана",
    file_channel: "Канал всех строк",
    file_channel_by_rows: "по кампании, для каждой строки",

    unique: |share| format!("{share} уникальных"),
    filled: |share| format!("заполнено {share}"),
    empty: |share| format!("пусто {share}"),
    are_dates: |share| format!("{share} дат"),
    are_numbers: |share| format!("{share} чисел"),
    values: |n| count(n, "значение", "значения", "значений"),
    evidence: reason::evidence,

    stages_title: "Этапы воронки",
    stages_hint: "Расставьте этапы от первого контакта до продажи и распределите по ним значения.",
    stage_name: "Название этапа",
    new_stage: "Новый этап",
    add_stage: "Добавить этап",
    won: "Выиграно",
    lost: "Проиграно",
    won_hint: "значения, которые означают продажу",
    lost_hint: "значения, которые означают отказ",
    values_not_mapped: "Без этапа",
    value_goes_to: |value| format!("Этап для значения «{value}»"),
    no_values: "нет значений",
    qualified: "Квалификация",
    qualified_from: |stage| format!("Лид считается квалифицированным с этапа «{stage}»"),
    qualified_hint: "Лиды, дошедшие до этого этапа, считаются квалифицированными (MQL).",
    entered_on: "Дата перехода",
    no_entered: "без столбца с датой",
    file_note: reason::file_note,
    order_reason: reason::order_reason,
    parked_value: "Это состояние, а не шаг: как далеко запись, по нему не видно. Если это этап, отнесите значение к нему.",
    entry_evidence: reason::entry_evidence,
    decided: "Сюда приходит любая закрытая сделка",
    decided_hint: "Для этапов вроде «Закрыта», через которые проходят и выигранные, и проигранные.",

    channels_title: "Каналы",
    channels_summary: |raw, channels, unassigned| {
        let raw = count(raw, "исходное значение", "исходных значения", "исходных значений");
        let line = format!("{raw} → {}", count(channels, "канал", "канала", "каналов"));
        match unassigned {
            0 => line,
            n => format!("{line} · не определено: {}", L.count(n)),
        }
    },
    raw_value: "Исходное значение",
    channel: "Канал",
    rows: "Строки",
    why: "Почему",
    channel_for: |value| format!("Канал для {value}"),
    channel_reason: reason::channel_reason,
    own_channel: "Свой канал…",
    own_channel_name: "Название канала",
    rules_title: "Ваши правила",
    rules_hint: "Срабатывает первое подходящее правило; встроенные проверяются после ваших.",
    add_rule: "Добавить правило",
    rule_field: |field| match field {
        SourceField::Any => "Любое поле",
        SourceField::Source => "Источник",
        SourceField::Medium => "Тип трафика",
        SourceField::Campaign => "Кампания",
    },
    rule_test: |test| match test {
        RuleTest::Is => "совпадает с",
        RuleTest::Contains => "содержит",
        RuleTest::StartsWith => "начинается с",
        RuleTest::IsEmpty => "пусто",
    },
    rule_text: "Текст",

    joins_title: "Связанные файлы",
    joins_hint: "Связанный файл добавляет столбцы. Записей от него не прибавляется, если только они не начинаются с лида.",
    no_joins: "Подходящих файлов нет: ни у одного не нашлось общего ключа.",
    join_line: |from, column, lookup, key| format!("{from} «{column}» → {lookup} «{key}»"),
    matched: |share| format!("совпало {share} строк"),
    unmatched: |values, rows| {
        let values = count(values, "значение", "значения", "значений");
        format!("{values} без пары, {}", count(rows, "строка", "строки", "строк"))
    },
    alias: |raw, key| format!("«{raw}» — это, скорее всего, «{key}»"),
    alias_reason: reason::alias_reason,
    accept: "Принять",
    accept_all: "Принять все",
    accepted: "принято",
    undo_alias: |raw| format!("Не заменять «{raw}»"),
    add_join: "Связать файл",
    spend_join_title: "Расходы по кампаниям",
    spend_join_line: |records, spend| format!("«{records}» в лидах = «{spend}» в расходах"),
    channel_join_title: "Расходы по каналам",
    spend_tied: |share| format!("с лидами связано {share} расходов"),

    preview: "Предпросмотр",
    live: "обновляется сразу",
    preview_empty: "Укажите этапы или дату, и здесь появится воронка.",
    audit: "Проверка",
    audit_clean: "Ничего странного не нашлось.",
    join_tag: "Связь",
};
