//! Russian: several files as one table.

use super::{L, names::NAMES};
use crate::engine::append::{ColumnNote, JoinReason, Refusal};
use crate::i18n::Append;
use crate::i18n::plural::{ru as count, ru_form};

pub const APPEND: Append = Append {
    joined: |n| format!("{} в одной таблице", files(n)),
    apart: |n| format!("{} по отдельности", files(n)),
    offered: |n| {
        let can = ru_form(n, "может", "могут", "могут");
        format!("{} {can} быть одной таблицей", files(n))
    },
    reason,
    note,
    refusal,

    days: "Дни",
    read: "Прочитано строк",
    counted: "Учтено",
    overlap: "Пересечение",
    copies: "Убрано копий",
    total: "Всего",
    key_rule: |key, modified| match modified {
        Some(column) => format!(
            "Строки разных файлов с одинаковым «{key}» — одна запись: учитывается последняя версия по столбцу «{column}»."
        ),
        None => format!(
            "Строки разных файлов с одинаковым «{key}» — одна запись: учитывается более поздний файл."
        ),
    },
    no_key: "Ключ не задан: строки, которые есть в двух файлах, учтены дважды.",
    restated: |n| {
        let differ = ru_form(n, "отличается", "отличаются", "отличаются");
        format!("Из неучтённых {} {differ} от учтённой версии.", rows(n))
    },
    doubted: |key| {
        format!("Одинаковые значения «{key}» стоят у разных записей, поэтому ничего не убрано.")
    },
    shared_days: |days, n| {
        let days = count(days, "день", "дня", "дней");
        format!("{days} есть в нескольких файлах, в них {}, все учтены.", rows(n))
    },
    count_once: |n| {
        let copies = count(n, "точную копию", "точные копии", "точных копий");
        format!("Не учитывать {copies}")
    },

    split: "Оставить файлы отдельными",
    join: "Читать как одну таблицу",
    take_out: |file| format!("Убрать {file} из таблицы"),
    add_file: "Добавить файл…",
    change_key: "Сменить ключ",
    trust_key: "Всё равно считать ключом",
    show_left: |n| {
        let left = count(n, "неучтённую строку", "неучтённые строки", "неучтённых строк");
        format!("Показать {left}")
    },
    download_left: "Скачать как CSV",
    left_why: "Почему",
    left_copy: "точная копия",
    left_overlap: "учтена в другом файле",
    left_first: |shown, total| format!("первые {} из {}", L.count(shown), L.count(total)),
    left_file: "не-учтено",
};

fn files(n: u64) -> String {
    count(n, "файл", "файла", "файлов")
}

fn rows(n: u64) -> String {
    count(n, "строка", "строки", "строк")
}

fn reason(reason: &JoinReason) -> String {
    match reason {
        JoinReason::Columns { shared, of } if shared == of => {
            "одинаковые столбцы: ".to_owned() + &L.count(*of)
        }
        JoinReason::Columns { shared, of } => {
            format!("совпадают столбцы: {} из {}", L.count(*shared), L.count(*of))
        }
        JoinReason::Names => "имена отличаются только датой или номером".to_owned(),
        JoinReason::Periods => "периоды идут один за другим".to_owned(),
    }
}

fn note(note: &ColumnNote) -> String {
    match note {
        ColumnNote::Missing { header, files, of, cells } => format!(
            "«{header}» есть только в {} из {}: без него {}.",
            L.count(of - files),
            count(*of, "файла", "файлов", "файлов"),
            rows(*cells),
        ),
        ColumnNote::Renamed { header, others } => {
            format!("«{header}» пишется и так: {}.", others.join(", "))
        }
        ColumnNote::Midnight { header } => format!(
            "В «{header}» в одних файлах дни, в других — время: день считается своей полночью."
        ),
        ColumnNote::AsText { header, kinds } => {
            let kinds: Vec<&str> = kinds.iter().map(|k| (NAMES.column_type)(*k)).collect();
            let kinds = kinds.join(", ");
            format!(
                "В «{header}» разное содержимое ({kinds}): всё стало текстом в том виде, как прочитано в каждом файле."
            )
        }
        ColumnNote::CurrencyByRow { header, column, currencies } => {
            let currencies = currencies.join(", ");
            format!(
                "«{header}» в разных валютах ({currencies}): какая где, говорит столбец «{column}». Складываться они не будут."
            )
        }
    }
}

fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NothingInCommon => "У них нет ни одного общего столбца.".to_owned(),
        Refusal::TooLarge => {
            "Вместе они больше, чем может быть одна таблица (4 ГБ текста в столбце).".to_owned()
        }
        Refusal::Currencies { file, currencies } => {
            let currencies = currencies.join(", ");
            format!(
                "В {file} деньги в {currencies}, а в других файлах те же столбцы в других валютах."
            )
        }
    }
}
