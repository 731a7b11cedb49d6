//! Russian: how long leads and deals live: quartiles and mean, and what is said of open ones.

use super::L;
use crate::engine::measure::MeasureId;
use crate::i18n::MeasureText;
use crate::i18n::plural::ru as count;

const PLAIN: MeasureText = MeasureText {
    name: "",
    short: "",
    answers: "",
    formula: "",
    unit: "дни",
    basis: "По дате создания при любом расчёте.",
    empty_when: "Ни у одной закрытой записи нет обеих дат по порядку.",
    cautions: "Открытых здесь нет, поэтому, пока их много, срок занижен: рядом сказано, сколько их и какова медиана с ними.",
};

/// The others of the lead lifetime than its median.
pub fn measure(id: MeasureId) -> MeasureText {
    match id {
        MeasureId::LifetimeP25 => MeasureText {
            name: "Срок жизни, быстрая четверть (p25)",
            short: "Срок жизни p25",
            answers: "За сколько дней решена самая быстрая четверть — продажей или отказом?",
            formula: "Четверть закрытых записей прошла от создания до закрытия быстрее.",
            ..PLAIN
        },
        MeasureId::LifetimeP75 => MeasureText {
            name: "Срок жизни, три из четырёх (p75)",
            short: "Срок жизни p75",
            answers: "За сколько дней решены три из четырёх — продажей или отказом?",
            formula: "Три четверти закрытых записей прошли от создания до закрытия быстрее.",
            ..PLAIN
        },
        MeasureId::LifetimeP90 => MeasureText {
            name: "Срок жизни, девять из десяти (p90)",
            short: "Срок жизни p90",
            answers: "За сколько дней решены девять из десяти — продажей или отказом?",
            formula: "Девять десятых закрытых записей прошли от создания до закрытия быстрее.",
            ..PLAIN
        },
        _ => MeasureText {
            name: "Средний срок жизни",
            short: "Средний срок",
            answers: "Сколько дней в среднем проходит до продажи или отказа?",
            formula: "Сумма дней от создания до закрытия ÷ закрытые записи.",
            ..PLAIN
        },
    }
}

/// Records that are open still, and the median with them.
pub fn open_left_out(records: u64, median: Option<f64>) -> String {
    let open = count(records, "открытая", "открытые", "открытых");
    match median {
        Some(days) => format!("Без учёта: {open}; с ними половина решена через {}.", L.days(days)),
        None => format!("Без учёта: {open}; с ними решено меньше половины."),
    }
}
