//! Russian: the data screen.

use super::L;
use crate::engine::import::AsideReason;
use crate::engine::profile::{DateOrder, DecimalSign};
use crate::i18n::Data;
use crate::i18n::plural::{ru as count, ru_form};

pub const DATA: Data = Data {
    title: "Ваши файлы",
    subtitle: "Страница читает их на этом компьютере. Ничего не отправляется: странице это \
        запрещено.",
    open_saved: "Открыть сохранённый отчёт…",
    continue_to_mapping: "К разметке",
    start_over: "Начать заново",
    start_over_question: "Убрать со страницы все файлы и настройки? Файлы на диске останутся \
        как есть.",

    drop_title: "Перетащите сюда файлы CSV или Excel или ",
    choose_files: "выберите файлы",
    drop_kinds: "Сделки или лиды из CRM · расходы на рекламу · компании, команды, товары: CSV и TSV \
        любого размера, лишь бы поместились на диске, Excel, ZIP, GZIP",
    drop_now: "Отпустите, чтобы прочитать файлы",
    paste: "Вставить таблицу",
    paste_here: "Вставьте сюда ячейки, скопированные из таблицы (Ctrl+V, на Mac — ⌘V)",
    pasted: |n| format!("Вставка {n}"),
    paste_add: "Добавить таблицу",
    paste_no_table: "В таблице хотя бы две строки или столбцы, разделённые табуляцией.",
    sample: "Попробовать на примере",
    sample_note: "Около 20 000 выдуманных сделок за два года с расходами на рекламу и компаниями",
    sample_making: "Готовим пример…",

    how: [
        (
            "Перетащите выгрузки",
            "Сделки или лиды из CRM, расходы из рекламных кабинетов. Точки с запятой, десятичные запятые и Windows-1251 читаются как есть.",
        ),
        (
            "Проверьте разметку",
            "Столбцы, этапы и каналы определяются сами, и видно почему. Если что-то не так, поправьте.",
        ),
        (
            "Читайте отчёт и делитесь им",
            "Каждая цифра показывает, из чего она сложилась. В ссылке только настройки, строк из файлов в ней нет.",
        ),
    ],
    files_label: "Файлы",
    rows: |n| count(n, "строка", "строки", "строк"),
    columns: |n| count(n, "столбец", "столбца", "столбцов"),
    files: |n| count(n, "файл", "файла", "файлов"),
    delimiter: |sign| match sign {
        ',' => "запятая".to_owned(),
        ';' => "точка с запятой".to_owned(),
        '\t' => "табуляция".to_owned(),
        '|' => "вертикальная черта".to_owned(),
        ' ' => "пробел".to_owned(),
        other => format!("«{other}»"),
    },
    decimal: |sign| match sign {
        DecimalSign::Point => "десятичная точка",
        DecimalSign::Comma => "десятичная запятая",
    },
    date_order: |order| match order {
        DateOrder::YearMonthDay => "сначала год",
        DateOrder::DayMonthYear => "сначала день",
        DateOrder::MonthDayYear => "сначала месяц",
    },
    with_bom: "с BOM",
    header_on_line: |line| format!("заголовки в строке {}", L.count(line.into())),
    no_header: "без заголовков",
    set_aside: |n| {
        let verb = ru_form(n, "пропущена", "пропущены", "пропущено");
        format!("{} {verb}", count(n, "строка", "строки", "строк"))
    },
    aside: |reason, line| {
        let (what, skipped) = match reason {
            AsideReason::Title => ("название", "пропущено"),
            AsideReason::Totals => ("итоги", "пропущены"),
            AsideReason::Footer => ("примечание", "пропущено"),
            AsideReason::SecondTable => ("вторая таблица", "пропущена"),
            AsideReason::Header => ("повтор шапки", "пропущен"),
        };
        format!("{what} в строке {} {skipped}", L.count(line.into()))
    },

    waiting: "В очереди",
    reading: "Читаем…",
    progress: |done, rate, left| format!("{done} · {rate} · осталось {left}"),
    progress_label: |file| format!("Читаем {file}"),
    read_in: |time| format!("прочитан за {time}"),
    cancelled: "Отменено",
    cancel_reading: |file| format!("Прервать чтение файла {file}"),
    remove_file: |file| format!("Убрать {file}"),
    read_again: "Прочитать ещё раз",
    replaced: |file| format!("{file} заменён новым файлом с тем же именем."),
    drop_these: "Этот отчёт сделан по файлам ниже. Перетащите их сюда, чтобы его увидеть:",
    columns_differ: |file| format!("В {file} другие столбцы, чем при создании отчёта."),

    encoding: "Кодировка",
    delimiter_label: "Разделитель",
    header_line: "Строка заголовков",
    dates: "Даты",
    decimals: "Десятичный знак",
    automatic: "автоматически",
    automatic_found: |found| format!("автоматически: {found}"),
    overridden: "задано вами",

    preview: "Предпросмотр",
    all_rows: |n| match n {
        1 => "единственная строка".to_owned(),
        _ => format!("показаны все: {}", count(n, "строка", "строки", "строк")),
    },
    first_rows: |n| {
        let first = ru_form(n, "первая", "первые", "первые");
        format!("{first} {}", count(n, "строка", "строки", "строк"))
    },
    select_file: "Выберите файл, чтобы увидеть его строки.",
    places: "Где",
    first_places: |n| {
        let first = ru_form(n, "первое", "первые", "первые");
        format!("{first} {}", count(n, "место", "места", "мест"))
    },
    place_line: "Строка",
    place_column: "Столбец",
    place_text: "В файле",
    no_issues: "Всё прочитано.",

    column_filled: |n| format!("заполнено: {}", L.count(n)),
    column_empty: |n| format!("пусто: {}", L.count(n)),
    column_unread: |n| format!("не прочитано: {}", L.count(n)),
    column_distinct: |n| count(n, "разное значение", "разных значения", "разных значений"),
    column_range: |least, greatest| format!("от {least} до {greatest}"),
    column_assumed: "Это предположение: по столбцу точно не сказать.",
};
