//! Russian: moves between stages.

use super::L;
use crate::engine::report::{FlowOf, MoveKind};
use crate::i18n::Moves;
use crate::i18n::plural::ru as count;

fn records(n: u64) -> String {
    count(n, "запись", "записи", "записей")
}

fn moves(n: u64) -> String {
    count(n, "переход", "перехода", "переходов")
}

pub const MOVES: Moves = Moves {
    transitions: "Переходы между этапами",
    series_title: "Переходы по времени",
    matrix_corner: "Откуда ↓ куда →",
    from: "Откуда",
    to: "Куда",
    kind_label: "Вид",
    kind: |kind| match kind {
        MoveKind::Forward => "вперёд",
        MoveKind::Skipped => "вперёд через этапы",
        MoveKind::Back => "назад",
        MoveKind::Won => "выиграно",
        MoveKind::Lost => "проиграно",
        MoveKind::Reopened => "открыто заново",
        MoveKind::AfterWin => "после выигрыша",
    },
    records: "Записи",
    moves: "Переходы",
    amount: "Сумма",
    grain_label: "По",
    cell: |kind, n, of| format!("{kind}: {}, {}", moves(n), records(of)),
    counted: |n, of| format!("Всего: {}, {}.", moves(n), records(of)),
    period_note: "Период отбирает дни переходов, когда бы запись ни была создана.",
    reentered: |n| format!("Повторных входов на этап: {}.", L.count(n)),
    no_returns: "В датах этапов есть только один вход на каждый этап: возвратов и повторных визитов по ним не видно. Их покажет история этапов.",
    openings: |n| format!("Первых входов в воронку: {}; переходами они не считаются.", L.count(n)),
    undated: |n| format!("Без даты, в шкалу времени не попали: {}.", moves(n)),
    out_of_order: |n| format!("Даты этапов идут не по порядку: {}.", records(n)),
    by_own_row: |n| {
        format!("Нет в истории этапов: {}. Их место взято из самой записи.", records(n))
    },

    flow: "Поток по этапам",
    of_label: "Ширина",
    of: |of| match of {
        FlowOf::Passages => "Прошедшие записи",
        FlowOf::Amount => "Сумма",
    },
    began: "Начали здесь",
    still_there: "Ещё здесь, открыты",
    flow_counted: |n| format!("Всего: {}.", records(n)),
    passages_note: "Запись, пришедшая на этап дважды, проходит его дважды.",
    unknown_depth: |n| {
        format!(
            "Неизвестно, как далеко дошли до отказа: {}. Показаны как отказ на первом этапе.",
            records(n)
        )
    },
    reopened_by_row: |n| {
        format!("По своей строке открыты, хотя их история завершена: {}.", records(n))
    },
};
