//! Russian: why a file is not read, and what to do instead.

use super::L;
use super::trouble::place;
use crate::engine::error::{Bound, ImportError};
use crate::engine::import::container::{Fault, Limit};
use crate::engine::import::{Foreign, foreign};
use crate::i18n::Help;
use crate::i18n::label::some_names;
use crate::i18n::plural::ru as count;

pub fn import_error(error: &ImportError) -> Help {
    let (what, todo) = match error {
        ImportError::Empty { .. } => (
            "Файл пустой.".to_owned(),
            "Выгрузите его ещё раз и проверьте, что в нём есть строки.".to_owned(),
        ),
        ImportError::NotATable { format, .. } => not_a_table(format),
        ImportError::Unreadable { reason, .. } => (
            format!("Файл не читается: {reason}."),
            "Возможно, файл переместили, изменили или его держит другая программа. Перетащите его ещё раз."
                .to_owned(),
        ),
        ImportError::UnknownEncoding { label, .. } => (
            format!("Кодировки «{label}» нет."),
            "Выберите другую кодировку или оставьте автоматическую.".to_owned(),
        ),
        ImportError::TooLarge { bound, .. } => match bound {
            Bound::Columns(n) => (
                format!("В файле больше {} столбцов.", L.count(*n)),
                "Проверьте разделитель или выгрузите меньше столбцов.".to_owned(),
            ),
            Bound::Rows(n) => (
                format!("В файле больше {} строк.", L.count(*n)),
                "Выгрузите его по частям, например по годам.".to_owned(),
            ),
            Bound::FileBytes(n) => (
                format!("Файл больше {}: больше распаковать нельзя.", L.bytes(*n)),
                "Сохраните его как CSV или по частям.".to_owned(),
            ),
            Bound::RecordBytes(n) => (
                format!("Одна строка длиннее {}.", L.bytes(*n)),
                "В файле нет концов строк или не закрыта кавычка. Выгрузите его ещё раз.".to_owned(),
            ),
            Bound::ColumnBytes(n) => (
                format!("Тексты одного столбца вместе длиннее {}.", L.bytes(*n)),
                "Выгрузите файл без этого столбца или по частям.".to_owned(),
            ),
        },
        ImportError::Zeros { place: spot } => (
            format!("Начиная с байта {} в файле одни нули.", L.count(spot.byte.unwrap_or(0))),
            "Файл не дописан до конца или повреждён. Выгрузите или скопируйте его ещё раз.".to_owned(),
        ),
        ImportError::Damaged { format, fault, .. } => (
            format!("Файл {format} не открывается: {}.", fault_text(*fault), format = format.name()),
            "Скачайте или выгрузите его ещё раз.".to_owned(),
        ),
        ImportError::Encrypted { format, .. } => (
            format!("Файл {format} защищён паролем.", format = format.name()),
            "Сохраните его без пароля или как CSV.".to_owned(),
        ),
        ImportError::Oversized { format, limit, .. } => oversized(format.name(), *limit),
        ImportError::NothingInside { format, names, .. } => nothing_inside(format.name(), names),
        ImportError::Several { names, .. } => (
            format!(
                "В архиве {}: {}.",
                count(names.len() as u64, "таблица", "таблицы", "таблиц"),
                some_names(names)
            ),
            "Укажите, какая из них нужна.".to_owned(),
        ),
        ImportError::EntryMissing { entry, names, .. } => (
            format!("В файле больше нет «{entry}»."),
            format!("Выберите из того, что есть: {}.", some_names(names)),
        ),
        ImportError::ReaderMissing { format, reason, .. } => (
            format!("Не загрузилась часть Tundish, которая читает {format}: {reason}.", format = format.name()),
            "Обновите страницу при включённом интернете или сохраните файл как CSV.".to_owned(),
        ),
    };
    Help { what, place: place(error.place()), todo }
}

fn not_a_table(format: &str) -> (String, String) {
    let kind = foreign(format);
    let what = match kind {
        Foreign::Unknown => "Это не текст и не один из известных здесь форматов.".to_owned(),
        Foreign::Page => "Это веб-страница (HTML), и таблицы на ней нет.".to_owned(),
        _ => format!("Это файл {format}, а не текстовая таблица."),
    };
    let todo = match kind {
        Foreign::Picture => {
            "Таблицу с картинки прочитать нельзя. Выгрузите саму таблицу как CSV или Excel."
        }
        Foreign::Recording => {
            "В аудио и видео таблиц не бывает. Перетащите сюда файл CSV или Excel."
        }
        Foreign::Archive => "Распакуйте его и перетащите файлы или упакуйте их в ZIP.",
        Foreign::Document => {
            "В документах ячеек нет. Выгрузите таблицу как CSV или Excel там, где она сделана."
        }
        Foreign::Spreadsheet => {
            "Откройте его в программе, где он сделан, и сохраните как XLSX или CSV."
        }
        Foreign::Structured => "Выгрузите данные как CSV из той системы, откуда этот файл.",
        Foreign::Page => {
            "Не сохраняйте страницу, а выгрузите отчёт его же кнопкой экспорта как CSV или Excel."
        }
        Foreign::Program | Foreign::Unknown => {
            "Выгрузите таблицу как CSV или Excel и перетащите этот файл."
        }
    };
    (what, todo.to_owned())
}

fn fault_text(fault: Fault) -> &'static str {
    match fault {
        Fault::Truncated => "он обрывается раньше времени",
        Fault::Checksum => "контрольная сумма не сходится с содержимым",
        Fault::Structure => "он устроен не так, как требует формат",
        Fault::Packing => "он сжат способом, который здесь не читается (читается только Deflate)",
    }
}

fn oversized(format: &str, limit: Limit) -> (String, String) {
    let (what, todo) = match limit {
        Limit::Bytes(n) => (
            format!("Файл {format} распаковывается больше чем в {}: это предел.", L.bytes(n)),
            "Выгрузите более короткий период или меньше столбцов.",
        ),
        Limit::Ratio(n) => (
            format!(
                "Файл {format} при распаковке становится больше чем в {} раз: это предел.",
                L.count(n.into())
            ),
            "Если вы знаете, что внутри, распакуйте его сами и перетащите результат.",
        ),
        Limit::Entries(n) => (
            format!("В файле {format} больше {} файлов: это предел.", L.count(n.into())),
            "Распакуйте его и перетащите только нужные файлы.",
        ),
    };
    (what, todo.to_owned())
}

fn nothing_inside(format: &str, names: &[String]) -> (String, String) {
    let what = if names.is_empty() {
        format!("Файл {format} пуст.")
    } else {
        format!("В файле {format} нет таблиц, есть только: {}.", some_names(names))
    };
    (what, "Положите в него файлы CSV или Excel или перетащите их сами по себе.".to_owned())
}
