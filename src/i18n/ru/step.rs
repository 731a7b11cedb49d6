//! Russian: figures of a funnel's step.

use crate::engine::query::{StayFigure, StepFigure};
use crate::i18n::StepWords;

pub const STEP: StepWords = StepWords {
    says: |of| match of {
        StepFigure::Reached => "Сколько из вошедших в воронку за период дошло до этого этапа.",
        StepFigure::OfPrevious => "Дошли до предыдущего этапа и до этого ÷ дошли до предыдущего.",
        StepFigure::OfFirst => "Дошли до этого этапа ÷ вошли в воронку.",
        StepFigure::Observed => "Дошли до этого этапа, и файлы подтверждают именно его.",
        StepFigure::Implied => {
            "Прошли по пути к более позднему этапу, хотя когда именно, в файле не сказано."
        }
        StepFigure::Dropped => "Дошли до предыдущего этапа, а до этого пока нет.",
        StepFigure::OutOfOrder => {
            "Дата раньше, чем у предыдущего этапа. Дошедшими считаются, в медиану дней не входят."
        }
        StepFigure::MedianDays => {
            "Медиана дней от предыдущего этапа до этого, если обе даты есть и идут по порядку."
        }
        StepFigure::Reentered => {
            "Входили на этот этап больше одного раза, как видно по истории этапов."
        }
        StepFigure::Stay(StayFigure::Ended) => {
            "Вышли из этого этапа; все заходы записи взяты вместе."
        }
        StepFigure::Stay(StayFigure::Still) => "Всё ещё на этом этапе в последний день данных.",
        StepFigure::Stay(StayFigure::MedianOfAll) => {
            "Через столько дней этап покинула половина; оставшиеся учтены за время наблюдения (Каплан — Мейер)."
        }
        StepFigure::Stay(StayFigure::Mean | StayFigure::Quantile(_)) => {
            "Дни на этапе у тех, кто его покинул, все заходы записи вместе."
        }
    },
};
