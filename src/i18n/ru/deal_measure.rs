//! Russian: the other measures, and the words of cohorts, where the records are deals.

use super::question;
use crate::engine::measure::MeasureId as M;
use crate::engine::report::CohortFigure;
use crate::i18n::label::lower_first;
use crate::i18n::{MeasureText, Question};

pub const QUESTION: Question = Question {
    cohort_records: "Сделки",
    young_hint: "Бледные ячейки ещё не дозрели: не у всех сделок прошёл такой срок, значение вырастет. В последней строке только зрелые.",
    cohort_figure,
    cohorts_title: |figure| format!("Когорты: {}", lower_first(cohort_figure(figure))),
    ..question::QUESTION
};

fn cohort_figure(figure: CohortFigure) -> &'static str {
    match figure {
        CohortFigure::RevenuePerLead => "Выручка на сделку",
        other => (question::QUESTION.cohort_figure)(other),
    }
}

/// What a measure is called of deals, from what it is called of leads.
pub fn measure(id: M, of_leads: MeasureText) -> MeasureText {
    match id {
        M::QualifiedRate => MeasureText {
            name: "Сделка → MQL",
            short: "Сделка → MQL",
            answers: "Какую часть сделок стоит брать в работу?",
            ..of_leads
        },
        M::SqlRate => MeasureText {
            answers: "Какую часть квалифицированных сделок берут продажи?",
            ..of_leads
        },
        M::QualifiedToWon => MeasureText {
            answers: "Какая часть квалифицированных сделок выиграна?",
            cautions: "Недавние сделки ещё в работе.",
            ..of_leads
        },
        M::Opportunities => MeasureText {
            answers: "Сколько сделок прошло квалификацию и двинулось дальше?",
            ..of_leads
        },
        M::EndToEndVariation => MeasureText {
            name: "Вариация конверсии сделка → продажа",
            ..of_leads
        },
        M::LostRate => MeasureText {
            answers: "Какая часть сделок проиграна?", ..of_leads
        },
        M::RawLeads => MeasureText {
            name: "Сделки с повторами",
            answers: "Сколько строк со сделками в файле?",
            cautions: "Разница с числом сделок — объединённые повторы.",
            ..of_leads
        },
        M::UniqueLeads => MeasureText {
            name: "Разные контакты",
            short: "Контакты",
            answers: "Сколько разных людей стоит за сделками?",
            ..of_leads
        },
        M::LeadLifetime => MeasureText {
            name: "Срок жизни сделки",
            answers: "Сколько проходит до решения — продажи или отказа?",
            ..of_leads
        },
        M::TimeToClose => MeasureText {
            answers: "Через сколько дней решена половина всех сделок, считая и открытые?",
            ..of_leads
        },
        M::ResponseTime => MeasureText {
            name: "Время до первого контакта",
            answers: "Сколько новая сделка ждёт первого контакта?",
            ..of_leads
        },
        M::NeverContacted => MeasureText {
            answers: "По какой части сделок никто так и не связался с клиентом?",
            ..of_leads
        },
        M::LeadRunRate => MeasureText {
            name: "Число сделок при том же темпе, по календарным дням",
            short: "Сделки, темп",
            answers: "Сколько сделок будет к концу периода, если всё пойдёт так же?",
            formula: "Создано сделок ÷ доля прошедших дней периода.",
            ..of_leads
        },
        M::LeadRunRateWorking => MeasureText {
            name: "Число сделок при том же темпе, по рабочим дням",
            short: "Сделки, темп, рабочие дни",
            answers: "Сколько сделок будет к концу периода, если каждый рабочий день будет приносить столько же?",
            formula: "Создано сделок ÷ доля прошедших рабочих дней периода.",
            ..of_leads
        },
        M::LeadAttainment => MeasureText {
            name: "Число сделок: выполнение плана",
            short: "Сделки, план",
            answers: "Какая часть планового числа сделок достигнута?",
            formula: "Создано сделок ÷ план.",
            ..of_leads
        },
        M::Cpql => MeasureText {
            name: "Стоимость квалифицированной сделки",
            short: "Затраты / MQL",
            answers: "Во сколько обходится сделка, которую стоит взять в работу?",
            formula: "Расходы на рекламу ÷ квалифицированные сделки.",
            unit: "деньги на квалифицированную сделку",
            basis: "Расходы по своей дате, сделки — по выбранному расчёту: созданные за период или впервые прошедшие квалификацию за период. По событиям сделки без этой даты не учитываются, их число указано; если таких дат нет совсем — по дате создания.",
            empty_when: "Нет расходов или нет квалифицированных сделок.",
            ..of_leads
        },
        _ => of_leads,
    }
}
