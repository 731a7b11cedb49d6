//! Russian: whether a difference may be chance.

use crate::engine::measure::MeasureId;
use crate::engine::sampling::Untested;
use crate::i18n::SamplingWords;

pub const SAMPLING: SamplingWords = SamplingWords {
    untested: "не проверено",
    why: |why| match why {
        Untested::NoMethod => "Для этого показателя случайность разницы не проверяется.",
        Untested::TooFew => "Случайность не проверена: с одной из сторон слишком мало значений.",
        Untested::Costs => {
            "Случайность здесь не определить: расходы и отчёты рекламных систем — готовые суммы, а не отдельные случаи, по разбросу которых о ней можно судить."
        }
        Untested::Stock => {
            "Это не выборка: учтено всё, что открыто, поэтому о случайности говорить не приходится."
        }
        Untested::Unequal => {
            "Случайность не проверена: у сторон было разное время, младшая ещё в работе."
        }
        Untested::TooUneven => {
            "Случайность не проверена: разницу определяют несколько крупных значений."
        }
    },
    method: |id| match id {
        MeasureId::AverageDeal
        | MeasureId::MeanCycle
        | MeasureId::MeanLifetime
        | MeasureId::RevenuePerAccount => Some("По критерию Уэлча."),
        MeasureId::MedianDeal
        | MeasureId::CycleP25
        | MeasureId::MedianCycle
        | MeasureId::CycleP75
        | MeasureId::CycleP90
        | MeasureId::LeadLifetime
        | MeasureId::LifetimeP25
        | MeasureId::LifetimeP75
        | MeasureId::LifetimeP90
        | MeasureId::ResponseTime => {
            Some("По рангам значений (биномиально), без предположений об их распределении.")
        }
        MeasureId::Leads
        | MeasureId::Qualified
        | MeasureId::Opportunities
        | MeasureId::Won
        | MeasureId::Lost
        | MeasureId::NewCustomers => Some(
            "По самому их числу (распределение Пуассона); если записи приходят пачками или зависят друг от друга, интервал шире.",
        ),
        MeasureId::Revenue | MeasureId::LostAmount => Some(
            "По разбросу сумм и их числа (сложное распределение Пуассона); если сделки зависят друг от друга, интервал шире.",
        ),
        MeasureId::TimeToClose => {
            Some("По полосам обеих кривых, с учётом открытых сделок (Брукмейер и Кроули).")
        }
        MeasureId::SalesVelocity => Some(
            "Дельта-метод по конверсии, суммам и циклу, каждая величина сама по себе; открытые сделки — как есть.",
        ),
        MeasureId::WinRateByValue => {
            Some("По разбросу сумм (дельта-метод); несколько крупных сделок расширяют интервал.")
        }
        _ => None,
    },
};
