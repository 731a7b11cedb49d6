//! Yandex.Metrica: visits by traffic source.

use super::fingerprint::{NO_SHEET, Sheet};
use super::{DateHabit, ExportKind, ExporterId, PLAIN, System};
use crate::engine::profile::DateOrder;

pub const SYSTEM: System = System {
    id: ExporterId::YandexMetrica,
    sheets: &[VISITS],
    dates: Some(DateHabit { order: DateOrder::DayMonthYear, slashes: false }),
    ..PLAIN
};

const VISITS: Sheet = Sheet {
    kind: ExportKind::Visits,
    telling: "визиты|первый источник трафика|последний источник трафика|\
        последний значимый источник трафика|время на сайте|глубина просмотра|\
        источник трафика (детально)|роботность",
    usual: "источник трафика|посетители|отказы|новые посетители|дата визита|дата|достижения цели|\
        доля новых посетителей|достижения целей|конверсия|регион",
    never: "id|ответственный|расход|телефон",
    titles: "метрика|отчет за период",
    ..NO_SHEET
};
