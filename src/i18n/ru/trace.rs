//! Russian: where figures of reasons, moves, flows, calls and trends come from.

use crate::engine::query::MovesFigure;
use crate::engine::report::{CallFigure, ReasonsOf};
use crate::i18n::Trace;

pub const TRACE: Trace = Trace {
    share: "Учтено как",
    reason: |of, is_share| match (of, is_share) {
        (ReasonsOf::Lost, false) => "Проигранные за период записи с этой причиной.",
        (ReasonsOf::Lost, true) => {
            "Проигранные записи с этой причиной ÷ все проигранные за период."
        }
        (ReasonsOf::Amount, false) => "Суммы проигранных за период записей с этой причиной.",
        (ReasonsOf::Amount, true) => {
            "Суммы проигранных записей с этой причиной ÷ суммы всех проигранных за период."
        }
    },
    moves: |of| match of {
        MovesFigure::Records => "Записи, совершившие переход в дни периода, каждая один раз.",
        _ => "Переходы в дни периода: запись считается столько раз, сколько переходила.",
    },
    flow: |of| match of {
        MovesFigure::Moves => {
            "Проходы записей, вошедших за период: запись считается столько раз, сколько прошла."
        }
        MovesFigure::Records => "Вошедшие за период записи, прошедшие этот путь, каждая один раз.",
        MovesFigure::Amount => "Суммы записей, вошедших за период, по разу за каждый проход.",
    },
    open_here: "Вошедшие за период записи, которые открыты и сейчас стоят на этом этапе.",
    call: |of| match of {
        CallFigure::All => "Звонки периода.",
        CallFigure::Answered => "Звонки периода, на которых удалось поговорить.",
        CallFigure::Missed => "Входящие звонки периода, на которые никто не ответил.",
        CallFigure::MissedShare => "Входящие звонки без ответа ÷ все входящие звонки периода.",
    },
    markov_by_record: "Здесь каждая запись делится между каналами, которые её коснулись, пропорционально их влиянию по всем записям; таблица атрибуции делит сразу всю сумму, поэтому её числа другие.",
    average_of: |units, days| {
        format!(
            "Скользящее среднее за {units} ед.: {days}. Сумма делится на {units}; клиенты и люди, которые учитываются один раз, считаются в каждой единице отдельно."
        )
    },
};
