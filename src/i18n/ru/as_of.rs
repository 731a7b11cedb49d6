//! Russian: the day that stands for today.

use super::L;
use crate::engine::audit::Finding;
use crate::i18n::AsOf;
use crate::i18n::plural::ru as count;

pub const AS_OF: AsOf = AsOf {
    name: "По состоянию на",
    hint: "День, который считается сегодняшним: последний в данных. Задайте другой, если его сдвинула ошибочная дата.",
    reset: "Взять день из данных",
    ahead: "Последний день в данных ещё не наступил.",
    ahead_advice: "До него считаются возраст, периоды и открытые сделки. Исправьте даты или задайте день в строке фильтров. Все такие даты — в «Все проверки».",
};

pub fn text(finding: &Finding) -> String {
    let Finding::FarDays { dates, last, as_of, is_set } = finding else { return String::new() };
    let (last, as_of) = (L.day(*last), L.day(*as_of));
    let dates = count(*dates, "дата", "даты", "дат");
    match is_set {
        true => format!("{dates} позже заданного дня отчёта ({as_of}), последняя — {last}."),
        false => format!(
            "{dates} более чем на год позже всех остальных, последняя — {last}. Отчёт составлен на {as_of}, последний обычный день."
        ),
    }
}

pub fn advice(is_set: bool) -> &'static str {
    match is_set {
        true => "Периоды и возраст считаются до заданного дня.",
        false => "Похоже на опечатку. Если даты верны, задайте день отчёта в строке фильтров.",
    }
}
