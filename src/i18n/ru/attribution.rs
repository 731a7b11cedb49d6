//! Russian: attribution.

use crate::engine::attribution::Model;
use crate::engine::report::{AttributionOf, TouchLack};
use crate::i18n::AttributionWords;
use crate::i18n::plural::ru as count;

pub const ATTRIBUTION: AttributionWords = AttributionWords {
    name: "Атрибуция",
    title: |of| match of {
        AttributionOf::Won => "Атрибуция выигранных сделок".to_owned(),
        AttributionOf::Revenue => "Атрибуция выручки".to_owned(),
    },
    of: |of| match of {
        AttributionOf::Won => "Выигранные сделки",
        AttributionOf::Revenue => "Выручка",
    },
    of_label: "Что распределяется",
    channel: "Канал",
    models_label: "Модели",
    model: |model| match model {
        Model::First => "Первое касание",
        Model::Last => "Последнее касание",
        Model::LastNonDirect => "Последнее непрямое",
        Model::Linear => "Линейная",
        Model::UShaped => "U-образная",
        Model::WShaped => "W-образная",
        Model::FullPath => "Полный путь",
        Model::JShaped => "J-образная",
        Model::InverseJ => "Обратная J",
        Model::TimeDecay => "С учётом давности",
        Model::Markov => "Цепь Маркова",
        Model::Shapley => "Вектор Шепли",
    },
    rule: |model| match model {
        Model::First => "Вся продажа засчитывается первому касанию.",
        Model::Last => "Вся продажа засчитывается последнему касанию перед ней.",
        Model::LastNonDirect => {
            "Вся продажа засчитывается последнему непрямому касанию; прямому — только если других нет."
        }
        Model::Linear => "Все касания получают поровну.",
        Model::UShaped => {
            "40 % — первому касанию, 40 % — касанию, на котором создан лид, 20 % — поровну остальным."
        }
        Model::WShaped => {
            "По 30 % — первому касанию и касаниям, на которых созданы лид и сделка, 10 % — поровну остальным."
        }
        Model::FullPath => {
            "По 22,5 % — первому касанию, созданию лида, созданию сделки и последнему касанию, 10 % — поровну остальным."
        }
        Model::JShaped => "20 % — первому касанию, 60 % — последнему, 20 % — поровну остальным.",
        Model::InverseJ => "60 % — первому касанию, 20 % — последнему, 20 % — поровну остальным.",
        Model::TimeDecay => {
            "Чем ближе к продаже, тем больше: за каждый период полураспада вес касания падает вдвое."
        }
        Model::Markov => {
            "Насколько меньше было бы продаж, если бы канал никуда не вёл: по путям выигранных и проигранных сделок."
        }
        Model::Shapley => {
            "Продажа делится поровну между каналами, которые её коснулись, сколько бы раз каждый ни встретился."
        }
    },
    lack: |lack| match lack {
        TouchLack::OneTouch => {
            "В файлах указан один источник на запись. Поможет файл касаний: запись, дата, источник."
        }
        TouchLack::EndsOnly => {
            "В файлах есть только первый и последний источник. Поможет файл касаний."
        }
        TouchLack::NoDays => "У касаний или записей нет дат.",
        TouchLack::NoOpportunityDay => {
            "У этапа после квалификации нет дат (или нет самого этапа), поэтому не видно, когда появилась возможность."
        }
        TouchLack::NothingToLearn => {
            "Модель учится на выигранных и проигранных записях, а одних из них здесь нет."
        }
    },
    half_life_label: "Период полураспада",
    half_life: |days| format!("полураспад {}", count(days.into(), "день", "дня", "дней")),
    touched: |wins, touches, several| {
        format!(
            "{} · {} · больше одного касания: {several}",
            count(wins, "продажа", "продажи", "продаж"),
            count(touches, "касание", "касания", "касаний")
        )
    },
    by_own_source: |n| {
        let wins = count(n, "продажи", "продаж", "продаж");
        format!("Нет в файле касаний: {wins}. Для них взят источник из самой записи.")
    },
    unknown: |n| {
        format!(
            "Касания с записями, которых нет в файлах, не учтены: {}.",
            count(n, "касание", "касания", "касаний")
        )
    },
    absent: |models, why| format!("По этим файлам не посчитать: {models}. {why}"),
    total: "Итого",
    credit_label: "Канал",
    own_channel: "источник записи",
    credit: |model, rule, is_parted| {
        let parts = " Записи делятся между каналами, поэтому количества складываются из долей; итоги прежние.";
        format!("Каналы: {model}. {rule}{}", if is_parted { parts } else { "" })
    },
};
