//! Russian: how the files tell of stages.

use super::L;
use crate::engine::funnel::{HistoryFinding as H, Shape as Form, Untold};
use crate::engine::mapping::ValueAt;
use crate::engine::report::{Entity, StageVisits};
use crate::i18n::Shape;
use crate::i18n::label::list_values;
use crate::i18n::plural::ru as count;

pub const SHAPE: Shape = Shape {
    found: "Откуда известны этапы",
    name: |form| match form {
        Form::Snapshot => "Текущий статус",
        Form::WideDates => "Дата для каждого этапа",
        Form::EventLog => "История этапов",
    },
    text: |form| match form {
        Form::Snapshot => {
            "Строка говорит, на каком этапе запись сейчас. Предыдущие этапы считаются пройденными."
        }
        Form::WideDates => "У каждой записи есть даты входа на этапы.",
        Form::EventLog => "Каждая смена этапа — отдельная строка с датой.",
    },
    untold_title: "Из этих файлов нельзя узнать:",
    untold: |untold| match untold {
        Untold::Evidence => "какие этапы запись прошла на самом деле",
        Untold::TimeInStage => "сколько времени записи проводят на этапе",
        Untold::OutOfOrder => "был ли нарушен порядок этапов",
        Untold::Transitions => "какие переходы были в какой день",
        Untold::Returns => "возвраты на прежние этапы и повторно открытые сделки",
    },
    not_drawn: "Без рисунка: в файлах только текущий статус. Если считать лишь доказанное, видно, \
        где записи сейчас, а это не воронка.",
    needs_dates: "Нужны даты этапов или история этапов, а в файлах только текущий статус.",

    out_of_order: "Не по порядку",
    out_of_order_hint: "Дата раньше, чем у предыдущего этапа. Здесь учтены, в медиану дней не \
        входят.",
    reentered: "Повторный вход",
    reentered_hint: "Записи, входившие на этап больше одного раза. Считаются один раз, дата — по \
        первому входу.",
    moved_back: |n| format!("возвращались на прежний этап: {}", L.count(n)),
    reopened: |n| format!("продолжены после выигрыша или проигрыша: {}", L.count(n)),

    entity: "Считать",
    entity_name: |entity| match entity {
        Entity::Record => "записи",
        Entity::Person => "людей",
        Entity::Account => "компании",
    },
    without_entity: |n| format!("без имени, посчитаны по одной: {}", L.count(n)),
    window: "Достигнуто за",
    window_choice: |window| match window {
        None => "любое время".to_owned(),
        Some(days) => count(u64::from(days), "день", "дня", "дней"),
    },
    young: |n, days| {
        let days = count(u64::from(days), "дня", "дней", "дней");
        format!("пришли меньше {days} назад и ещё могут успеть: {}", L.count(n))
    },
    undated: |n| {
        format!(
            "этап или закрытие без даты могли наступить слишком поздно и не учтены: {}",
            L.count(n)
        )
    },
    figures_apart: |entity, window| {
        let whom = match entity {
            Entity::Record => None,
            Entity::Person => Some("людей".to_owned()),
            Entity::Account => Some("компании".to_owned()),
        };
        let days = window.map(|days| {
            let days = count(u64::from(days), "день", "дня", "дней");
            format!("достигнутое за {days}")
        });
        let own: Vec<String> = whom.into_iter().chain(days).collect();
        format!(
            "Карточки, таблицы и тренды считают отдельные записи без ограничения срока; {} считает только воронка.",
            own.join(" и ")
        )
    },

    time_title: "Время на этапе",
    visits: "Заходы",
    visits_name: |of| match of {
        StageVisits::All => "Все заходы вместе",
        StageVisits::First => "Первый заход",
        StageVisits::Last => "Последний заход",
    },
    time_hint: "Медиана всех учитывает и тех, кто ещё на этапе, до \
        даты данных, поэтому медленные не теряются; остальные числа — по ушедшим.",
    time_columns: [
        "Ушли",
        "Ещё здесь",
        "Медиана всех",
        "Среднее",
        "25 %",
        "Медиана",
        "75 %",
        "90 %",
    ],
    not_reached: |days, share| format!("больше {days} (ещё здесь {share})"),

    after_win: "После выигрыша",
    after_win_hint: "Идёт после выигрыша: активация, продление. Кто дошёл сюда, тот выигран.",
    pipelines_title: "Воронки",
    pipelines_hint: "У нескольких воронок одна лестница этапов. Проверьте, где стоят значения \
        каждой: одно и то же название может значить разное.",
    same_name: |n| {
        let pipelines = count(n, "другой воронке", "других воронках", "других воронках");
        format!("так же называется в {pipelines}")
    },
    common_place: "как во всех воронках",
    own_place: "только для этой воронки",
    value_in_pipeline: |value, pipeline| format!("Этап для «{value}» в «{pipeline}»"),
    merge_with_previous: |stage| format!("Объединить «{stage}» с этапом выше"),
    won_on: "Дата выигрыша",
    lost_on: "Дата проигрыша",

    value_at: "Значения, которые меняются",
    value_at_name: |at| match at {
        ValueAt::Entry => "При входе",
        ValueAt::Close => "При закрытии",
    },
    value_at_hint: "У записи по строке на каждую смену этапа. Разрезы, фильтры и формулы берут \
        ответственного, канал и другие значения из её первой строки (при входе) или из последней (при закрытии).",
    changing: |column, records, at| {
        let records = count(records, "записи", "записей", "записей");
        let taken = match at {
            ValueAt::Entry => "при входе, из первой строки",
            ValueAt::Close => "при закрытии, из последней строки",
        };
        format!("«{column}» меняется у {records}: взято значение {taken}.")
    },

    history: |finding| match finding {
        H::Missing { file } => {
            format!("Нет файла истории этапов {file}: учтены только текущие статусы.")
        }
        H::Unusable { file } => {
            format!("{file} не учтён: не указано, какая запись и на какой этап перешла.")
        }
        H::UnknownRecords { file, values, records, moves } => {
            let names = count(*records, "записи", "записях", "записях");
            let moves = count(*moves, "строка", "строки", "строк");
            let values = list(values, records.saturating_sub(values.len() as u64));
            format!("{file}: {moves} о {names}, которых нет среди посчитанных: {values}.")
        }
        H::StagesUnmapped { file, values, more, moves } => {
            let values = list(values, *more);
            let moves = count(*moves, "строка", "строки", "строк");
            format!("{file}: {moves} с переходом на этап, которого нет в лестнице: {values}.")
        }
        H::Undated { file, moves } => {
            let moves = count(*moves, "строка", "строки", "строк");
            format!("{file}: {moves} без даты — этап доказан, но когда он был, неизвестно.")
        }
        H::Disagrees { records } => {
            let records =
                count(*records, "запись кончается", "записи кончаются", "записей кончаются");
            format!("{records} в истории этапов иначе, чем в своём файле.")
        }
        H::OutOfOrder { stages, records } => {
            let records = count(*records, "записи", "записей", "записей");
            let stages = list(stages, 0);
            format!("У {records} дата этапа раньше, чем дата предыдущего: {stages}.")
        }
        H::ValuesChange { file, at, columns, records } => {
            let records = count(*records, "записи", "записей", "записей");
            let taken = match at {
                ValueAt::Entry => "при входе, из её первой строки",
                ValueAt::Close => "при закрытии, из её последней строки",
            };
            let columns = list(columns, 0);
            format!(
                "{file}: у {records} значения в разных строках разные: {columns}. Для записи взято значение {taken}."
            )
        }
    },
    history_advice: |finding| match finding {
        H::Missing { .. } => "Добавьте файл снова или уберите его из списка.",
        H::Unusable { .. } => "Выберите столбцы записи и этапа или отметьте файл как «другое».",
        H::UnknownRecords { .. } => {
            "Выгрузите записи и историю за один и тот же период, с одним и тем же ID."
        }
        H::StagesUnmapped { .. } => "Отнесите значения к этапу лестницы.",
        H::Undated { .. } => "Проверьте, как прочитаны даты истории.",
        H::Disagrees { .. } => {
            "Верим файлу записей. Выгрузите оба файла в один день, чтобы они сошлись."
        }
        H::OutOfOrder { .. } => {
            "Проверьте порядок этапов; если он верен, даты проставлены вручную."
        }
        H::ValuesChange { .. } => {
            "Выберите над столбцами файла, брать значения при входе или при закрытии."
        }
    },
};

fn list(values: &[(String, u64)], more: u64) -> String {
    let counted = values.iter().map(|(v, n)| (v.as_str(), Some(L.count(*n))));
    list_values(counted, ("«", "»"), more, |n| format!("и ещё {}", L.count(n)))
}
