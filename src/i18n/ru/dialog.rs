//! Russian: sharing, saving, exporting, notices.

use crate::i18n::Dialog;
use crate::i18n::plural::ru as count;

pub const DIALOG: Dialog = Dialog {
    share_title: "Поделиться отчётом",
    share_text: "В ссылке только настройки: разметка, правила, отчёт. Ни одной строки данных в \
        ней нет. Тот, кто её откроет, перетащит те же файлы и увидит тот же отчёт.",
    share_link: "Ссылка",
    copy_link: "Скопировать ссылку",
    link_long: |n| {
        format!(
            "В ссылке {}, а некоторые программы длинные ссылки обрезают. Файл надёжнее.",
            count(n, "знак", "знака", "знаков")
        )
    },
    link_from_disk: "Страница открыта с диска, поэтому ссылка сработает только там, где лежит тот \
        же файл. Лучше сохраните настройки в файл.",
    save_file: "Сохранить в файл",
    save_text: "Файл JSON с настройками, без данных; открывается в любом редакторе.",
    open_file: "Открыть файл…",
    kept_here: "Сохраняется в этом браузере",
    storage_note: "Браузер может стереть то, что хранит страница, а Safari делает это через неделю \
        без посещений. Надёжная копия — файл на диске.",

    export_title: "Выгрузка",
    export_csv: "Таблица в CSV",
    export_png: "График в PNG",
    export_svg: "График в SVG",
    export_json: "Отчёт в JSON",
    export_print: "Печать или PDF",
    export_document: "Настройки в файл",
    export_tables: "Таблицы",
    export_charts: "Графики",
    csv_note: "UTF-8 с BOM, открывается в Excel. Ячейки, которые Excel принял бы за формулы, \
        обезврежены.",
    export_named: |what, format| format!("{what} в {format}"),
    printed_from: |title, day| format!("{title}, данные на {day}. Сделано в Tundish."),

    copied: "Скопировано.",
    saved: "Сохранено.",
    opened: "Отчёт открыт.",
    undone: "Отменено.",
    redone: "Повторено.",
    exported: |file| format!("Файл {file} сохранён."),
    report_ready: "Отчёт готов.",
    file_read: |file, rows| format!("{file} прочитан: {rows}."),
    file_failed: |file| format!("{file} не читается."),
};
