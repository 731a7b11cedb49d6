//! Russian: what is said otherwise where the records are deals.

use super::{mapping, measure, names, report};
use crate::engine::measure::MeasureId;
use crate::engine::report::Basis;
use crate::i18n::{Mapping, MeasureText, Names, Report};

pub const NAMES: Names = Names { measure, basis_text, ..names::NAMES };

pub const REPORT: Report = Report {
    unfinished_hint: "Недавние сделки ещё в работе: их конверсия вырастет.",
    ..report::REPORT
};

pub const MAPPING: Mapping = Mapping {
    spend_tied: |share| format!("со сделками сходится {share} расходов"),
    ..mapping::MAPPING
};

fn basis_text(basis: Basis) -> &'static str {
    match basis {
        Basis::Cohort => "сделки, созданные за период, чем бы они потом ни кончились",
        Basis::Period => {
            "события периода: сделки по дате создания, выигрыши и проигрыши по дате закрытия"
        }
    }
}

fn measure(id: MeasureId) -> MeasureText {
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
