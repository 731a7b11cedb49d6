//! Russian: what could not be read, and putting it right.

use super::{L, names::NAMES};
use crate::engine::table::ColumnType;
use crate::i18n::Quarantine;
use crate::i18n::plural::{ru as count, ru_form};

pub const QUARANTINE: Quarantine = Quarantine {
    rows_read: |n| {
        let verb = ru_form(n, "прочитана", "прочитаны", "прочитано");
        format!("{} {verb}", count(n, "строка", "строки", "строк"))
    },
    cells_unread: |n| {
        let verb = ru_form(n, "не прочитана", "не прочитаны", "не прочитано");
        format!("{} {verb}", count(n, "ячейка", "ячейки", "ячеек"))
    },
    damaged: |n| count(n, "повреждённое место", "повреждённых места", "повреждённых мест"),
    subtotals: |n| {
        format!(
            "{} среди строк",
            count(n, "промежуточный итог", "промежуточных итога", "промежуточных итогов")
        )
    },
    to_confirm: |n| format!("нужно уточнить {}", count(n, "столбец", "столбца", "столбцов")),
    corrected: |n| {
        let verb = ru_form(n, "исправлена", "исправлены", "исправлено");
        format!("{} {verb}", count(n, "ячейка", "ячейки", "ячеек"))
    },
    to_look_at: |n| format!("Посмотреть {}", count(n, "файл", "файла", "файлов")),
    nothing_odd: "прочитано всё",
    reading_again: "Читаем заново…",

    title: "Что нужно знать об этом файле",
    download: "Скачать в CSV",
    from_line: |line| format!("начиная со строки {}", L.count(line.into())),
    line: |line| format!("строка {}", L.count(line.into())),
    record: |record| format!("запись {}", L.count(record.into())),
    more_lines: |n| format!("и ещё {}", L.count(n)),
    more_places: "Показать ещё",
    kept: |kept, of| format!("В списке первые {} из {}.", L.count(kept), L.count(of)),
    record_heading: "Запись",

    show_in_file: "Показать в файле",
    hide: "Скрыть",
    context: |line| format!("Вокруг строки {}", L.count(line.into())),
    context_note: "Ячейки показаны так, как прочитаны; непрочитанные — как в файле.",
    place_of: |n, of| format!("{} из {}", L.count(n), L.count(of)),
    previous_place: "Предыдущее место",
    next_place: "Следующее место",
    set_aside: "не в таблице",

    correct: "Исправить…",
    correct_as: |text| format!("Читать «{text}» как"),
    apply: "Применить",
    leave_empty: "Считать пустой",
    unfit: |kind| format!("Как {} это пока не прочитать.", (NAMES.column_type)(kind)),
    correction_note: "Сохраняется в настройках вместе с этим текстом; следующая выгрузка \
        прочитается так же.",
    take_back: "Отменить",
    read_as: |reading| format!("читается как «{reading}»"),
    read_as_empty: "считается пустой",

    which_date: |column, text| format!("«{column}»: день и месяц не различить. Что значит {text}?"),
    which_order: |column| format!("«{column}»: день и месяц не различить. Что стоит первым?"),
    which_number: |column, text| {
        format!("«{column}»: тысячи не отличить от дробной части. Что значит {text}?")
    },
    which_sign: |column| {
        format!("«{column}»: тысячи не отличить от дробной части. Какой знак десятичный?")
    },
    assumed: "предположение",
    confirmed: "Уточнено",

    sheet: "Лист",
    inner_file: "Файл внутри",
    quotes: "Кавычки",
    double_quotes: "двойные",
    single_quotes: "одинарные",
    no_quotes: "нет",
    which_lines: "Какие строки читаются правильно?",
    plain_letters: "В файле только латиница без диакритики: любая кодировка прочтёт её одинаково.",
    other_encoding: "Другая кодировка",
    in_use: "сейчас",
    by_itself: "Автоматически",
    what_follows: "Что из этого следует",
    column_panel: |column| format!("Как читать «{column}»"),
    type_label: "Тип",
    type_name: |kind| match kind {
        ColumnType::Text => "Текст",
        ColumnType::Integer => "Целое число",
        ColumnType::Decimal => "Число",
        ColumnType::Money => "Сумма",
        ColumnType::Percent => "Процент",
        ColumnType::Day => "Дата",
        ColumnType::Moment => "Дата и время",
        ColumnType::Time => "Время",
        ColumnType::Flag => "Да или нет",
    },

    came_back: |back, left| {
        let verb = ru_form(back, "Прочитана", "Прочитаны", "Прочитано");
        let back = count(back, "ячейка", "ячейки", "ячеек");
        match left {
            0 => format!("{verb} ещё {back}."),
            _ => format!("{verb} ещё {back}. Осталось непрочитанных: {}.", L.count(left)),
        }
    },
    worse: |more| {
        let cells = count(more, "ячейка", "ячейки", "ячеек");
        let verb = ru_form(more, "не читается", "не читаются", "не читается");
        format!("Так {verb} ещё {cells}. Отмена вернёт прежнее прочтение.")
    },
    read_again: "Файл прочитан заново.",
    columns_window: |first, last, of| {
        format!("Столбцы {}–{} из {}", L.count(first), L.count(last), L.count(of))
    },
    previous_columns: "Предыдущие столбцы",
    next_columns: "Следующие столбцы",
};
