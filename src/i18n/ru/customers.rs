//! Russian: cohorts of customers.

use crate::engine::report::{CohortFigure, Entity};
use crate::i18n::CustomerCohorts;
use crate::i18n::plural::ru as count;

pub const CUSTOMERS: CustomerCohorts = CustomerCohorts {
    cohort: "Первая покупка",
    customers: "Клиенты",
    ages_days: "дни с первой покупки",
    days_between: |from, to| format!("{from}–{to} дн."),
    says: |figure| match figure {
        CohortFigure::Retention => {
            "Доля клиентов когорты, купивших в период столбца; первая покупка тоже считается, поэтому в первом столбце 100 %. «К концу данных» — купившие хотя бы дважды."
        }
        CohortFigure::BoughtAgain => {
            "Доля клиентов когорты, купивших хотя бы дважды к концу этого срока."
        }
        CohortFigure::Active => {
            "Доля клиентов когорты, которые к концу этого срока что-то купили за последние 365 дней. Вернувшиеся снова считаются клиентами."
        }
        CohortFigure::Churned => {
            "Доля клиентов когорты, которые к концу этого срока не покупали больше 365 дней: без договора уходом считается год молчания. Вернувшиеся снова считаются клиентами."
        }
        CohortFigure::RevenuePerCustomer => {
            "Сколько клиенты когорты принесли к концу этого срока ÷ их число: наблюдаемая LTV, без маржи."
        }
        _ => "",
    },
    who: |entity| match entity {
        Entity::Account => {
            "Клиент — это компания. Период и фильтры выбирают первые покупки, следующие считаются любые."
        }
        Entity::Person | Entity::Record => {
            "Клиент — это человек: столбца с компанией нет. Период и фильтры выбирают первые покупки, следующие считаются любые."
        }
    },
    young_hint: "Бледные ячейки ещё не дозрели: не у всех клиентов прошёл такой срок, значение может измениться. В последней строке только зрелые.",
    unplaced: |n| {
        format!(
            "{} вне когорт: клиент не назван или нет даты.",
            count(n, "выигранная сделка", "выигранные сделки", "выигранных сделок")
        )
    },
    absent: "Удержание и отток клиентов показать нельзя",
};

pub fn figure(figure: CohortFigure) -> &'static str {
    match figure {
        CohortFigure::Retention => "Удержание: купили в этом периоде",
        CohortFigure::BoughtAgain => "Купили повторно к этому сроку",
        CohortFigure::Active => "Остаются клиентами",
        CohortFigure::Churned => "Отток: год без покупок",
        _ => "Выручка на клиента",
    }
}
