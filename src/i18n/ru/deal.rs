//! Russian: what measures are called where the records are deals.

use super::measure;
use crate::engine::measure::MeasureId;
use crate::i18n::MeasureText;

pub fn measure(id: MeasureId) -> MeasureText {
    let of_leads = measure::measure(id);
    match id {
        MeasureId::Leads => MeasureText {
            name: "Сделки",
            short: "Сделки",
            answers: "Сколько пришло сделок?",
            unit: "сделки",
            basis: "По дате создания при любой основе.",
            empty_when: "Никогда: нет сделок, значит 0.",
            cautions: "Сделка — один ID. Лидов, которые не стали сделкой, в этом файле нет.",
            ..of_leads
        },
        MeasureId::EndToEnd => MeasureText {
            name: "Сделка → продажа",
            short: "Сделка → продажа",
            answers: "Какая часть сделок выиграна?",
            formula: "Выиграно ÷ все сделки, включая открытые.",
            basis: "Когорта: продажи среди сделок, созданных за период. События: продажи периода ÷ созданные в нём сделки; это разные сделки, и выйти может больше 100 %.",
            empty_when: "Нет сделок.",
            cautions: "Недавние сделки ещё в работе, поэтому последние месяцы выглядят слабее.",
            ..of_leads
        },
        MeasureId::Cpl => MeasureText {
            name: "Затраты на сделку",
            short: "Затраты на сделку",
            answers: "Во сколько обходится новая сделка?",
            formula: "Расходы на рекламу ÷ сделки.",
            unit: "деньги на сделку",
            basis: "Расходы и сделки одного периода.",
            empty_when: "Нет расходов или нет сделок.",
            cautions: "В итоге все расходы делятся на все сделки, и показатель снижают те, за которые не платили.",
        },
        _ => of_leads,
    }
}
