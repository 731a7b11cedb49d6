//! Russian: what is said otherwise where the records are deals.

use super::{deal_measure, mapping, measure, names, report};
use crate::engine::measure::MeasureId;
use crate::engine::report::Basis;
use crate::i18n::{Mapping, MeasureText, Names, Report};

pub const NAMES: Names = Names { measure, basis_text, ..names::NAMES };

pub const REPORT: Report = Report {
    unfinished_hint: "Недавние сделки ещё в работе: их конверсия вырастет.",
    ..report::REPORT
};

pub const MAPPING: Mapping = Mapping {
    qualified_from: |stage| format!("Сделка считается квалифицированной с этапа «{stage}»"),
    qualified_hint: "Сделки, дошедшие до этого этапа, считаются квалифицированными (MQL).",
    spend_join_line: |records, spend| format!("«{records}» в сделках = «{spend}» в расходах"),
    spend_tied: |share| format!("со сделками связано {share} расходов"),
    ..mapping::MAPPING
};

/// As [`measure::COHORT`], of deals.
const COHORT: &str = "По когортам: сделки, созданные за период, чем бы они ни закончились. По \
    событиям: продажи и отказы по дате закрытия.";

fn basis_text(basis: Basis) -> &'static str {
    match basis {
        Basis::Cohort => "сделки, созданные за период, чем бы они ни закончились",
        Basis::Period => {
            "события периода: сделки по дате создания, этапы по дате перехода, продажи и отказы по дате закрытия"
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
            basis: "По дате создания при любом расчёте.",
            empty_when: "Никогда: если сделок нет, это 0.",
            cautions: "Сделка — один ID. Лидов, которые не стали сделкой, в этом файле нет.",
            ..of_leads
        },
        MeasureId::EndToEnd => MeasureText {
            name: "Сделка → продажа",
            short: "Сделка → продажа",
            answers: "Какая часть сделок выиграна?",
            formula: "Выиграно ÷ все сделки, включая открытые.",
            basis: "По когортам: продажи среди сделок, созданных за период. По событиям: продажи периода ÷ созданные в нём сделки; это разные сделки, и выйти может больше 100 %.",
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
            cautions: "В итоге все расходы делятся на все сделки, поэтому бесплатные сделки снижают показатель.",
        },
        MeasureId::Qualified => MeasureText {
            answers: "Сколько сделок стоило взять в работу?",
            formula: "Число сделок, дошедших до отмеченного этапа квалификации или дальше.",
            unit: "сделки",
            basis: "По когортам: сделки, созданные за период. По событиям: сделки по дню, когда они впервые прошли квалификацию; сделки без этой даты не учитываются, их число указано. Если таких дат нет совсем — по дате создания.",
            ..of_leads
        },
        MeasureId::MedianCycle => MeasureText {
            answers: "Сколько времени проходит от создания сделки до продажи?",
            basis: COHORT,
            ..of_leads
        },
        MeasureId::Open => MeasureText {
            basis: "Сделки, созданные за период, при любом расчёте, на последний день в данных.",
            ..of_leads
        },
        _ if of_leads.basis == measure::COHORT => MeasureText { basis: COHORT, ..of_leads },
        _ => deal_measure::measure(id, of_leads),
    }
}
