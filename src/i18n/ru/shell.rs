//! Russian: header, menus, common words.

use super::L;
use crate::i18n::Shell;
use crate::i18n::plural::ru as count;

pub const SHELL: Shell = Shell {
    app_name: "Tundish",
    tagline: "Отчёты по воронке из CSV-файлов прямо в браузере",
    language_name: "Русский",
    language_short: "RU",

    step_data: "Данные",
    step_mapping: "Разметка",
    step_report: "Отчёт",

    local_only: |n| format!("Только локально · {}", count(n, "запрос", "запроса", "запросов")),
    privacy_title: "Данные остаются на этом компьютере",
    privacy_text: "Страница читает файлы здесь и никуда их не отправляет: этого не позволяет \
        её политика безопасности. Счётчик показывает, сколько запросов сделала страница с момента \
        загрузки. Файл Excel может добавить один: часть Tundish, которая читает Excel, берётся с того \
        же адреса, что и страница.",
    language: "Язык",
    theme: "Тема",
    theme_auto: "Как в системе",
    theme_light: "Светлая",
    theme_dark: "Тёмная",
    share: "Поделиться",
    export: "Выгрузить",
    print: "Печать",
    undo: "Отменить",
    redo: "Повторить",

    ok: "ОК",
    cancel: "Отмена",
    close: "Закрыть",
    apply: "Применить",
    reset: "Сбросить",
    add: "Добавить",
    remove: "Убрать",
    edit: "Изменить",
    copy: "Скопировать",
    show: "Показать",
    hide: "Скрыть",
    show_all: "Показать все",
    show_less: "Свернуть",
    and_more: |n| format!("и ещё {}", L.count(n)),
    search: "Поиск",
    nothing_found: "Ничего не нашлось",
    yes: "Да",
    no: "Нет",
    none: "нет",
    all: "Все",
    loading: "Загрузка…",
    details: "Подробнее",
    options: "Настройки",

    skip_link: "Перейти к содержимому",
    steps_label: "Шаги",
    menu_label: "Меню",
    notices_label: "Сообщения",
    close_dialog: "Закрыть окно",
    expand: "Развернуть",
    collapse: "Свернуть",
    sort_ascending: |column| format!("Сортировать «{column}» по возрастанию"),
    sort_descending: |column| format!("Сортировать «{column}» по убыванию"),
    sorted_ascending: "по возрастанию",
    sorted_descending: "по убыванию",
    move_up: |name| format!("Поднять «{name}» выше"),
    move_down: |name| format!("Опустить «{name}» ниже"),
    remove_named: |name| format!("Убрать «{name}»"),
    previous_page: "Предыдущие строки",
    next_page: "Следующие строки",
    rows_window: |first, last, of| {
        format!("Строки {}–{} из {}", L.count(first), L.count(last), L.count(of))
    },
    chart_label: |title| format!("График: {title}. Те же цифры есть в таблице."),
    show_table: "Показать таблицей",
    show_chart: "Показать графиком",
    page_title: |step, document| match document {
        "" => format!("{step} · Tundish"),
        _ => format!("{document} · {step} · Tundish"),
    },
};
