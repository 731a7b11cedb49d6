//! Russian: whether a difference of money may be chance.

use crate::engine::measure::MeasureId;
use crate::engine::sampling::Untested;
use crate::i18n::SamplingWords;

pub const SAMPLING: SamplingWords = SamplingWords {
    untested: "не проверено",
    why: |why| match why {
        Untested::NoMethod => "Для этого показателя случайность разницы не проверяется.",
        Untested::TooFew => "Случайность не проверена: с одной из сторон меньше 10 сумм.",
        Untested::TooUneven => {
            "Случайность не проверена: разницу определяют несколько крупных сумм."
        }
    },
    method: |id| match id {
        MeasureId::AverageDeal => Some("По критерию Уэлча для сумм сделок."),
        MeasureId::Revenue | MeasureId::LostAmount => Some(
            "По разбросу сумм и их числа (сложное распределение Пуассона); если сделки зависят друг от друга, интервал шире.",
        ),
        _ => None,
    },
};
