//! Russian: the check-list, what is planned about it, windows onto rows.

use super::{L, check::check, concern::concern, names::NAMES};
use crate::engine::audit::{Counted, Detail, Lack, Priority, Progress, Severity};
use crate::engine::filter::Grain;
use crate::engine::window::Part;
use crate::i18n::Audit;
use crate::i18n::plural::ru as number;

pub const AUDIT: Audit = Audit {
    title: "Аудит: все проверки",
    open: "Все проверки",
    hint: "Здесь все проверки, в том числе пройденные. Показатели без найденных строк посчитаны за \
        период и с фильтрами этого отчёта. То, что вы заполните, хранится вместе с отчётом и после \
        следующей загрузки вернётся к той же проверке.",
    summary: |found, passed, not| {
        format!(
            "С замечаниями: {}, пройдено: {}, нельзя проверить на этих данных: {}",
            L.count(found),
            L.count(passed),
            L.count(not)
        )
    },
    passed: "Пройдено",
    not_checkable: "Нельзя проверить",
    check,
    severity: |severity| match severity {
        Severity::High => "Меняет показатели",
        Severity::Medium => "Ограничивает выводы",
        Severity::Low => "К сведению",
    },
    count: |n, of, counted| match of {
        0 => things(n, counted),
        _ => format!("{} из {}", L.count(n), things_of(of, counted)),
    },
    lack,
    detail,
    recommendation: "Что сделать",
    effects: "Без этих строк",
    effect: |name, with, without| format!("{name}: {with} → {without}"),
    no_effect: "Без этих строк показатели на карточках не меняются.",
    concern,
    show_rows: |n| format!("Показать {}", number(n, "строку", "строки", "строк")),

    check_heading: "Проверка",
    result: "Результат",
    importance: "Важность",
    priority: "Приоритет",
    priority_name: |priority| match priority {
        Priority::High => "Высокий",
        Priority::Medium => "Средний",
        Priority::Low => "Низкий",
    },
    priority_usual: "Не задан",
    owner: "Ответственный",
    due: "Срок",
    progress: "Статус",
    progress_name: |progress| match progress {
        Progress::Open => "Открыто",
        Progress::InWork => "В работе",
        Progress::Done => "Сделано",
        Progress::Accepted => "Оставлено как есть",
    },
    download: "Скачать список в CSV",
    copy: "Скопировать список",
    file: "audit",

    part: |part| match part {
        Part::Counted => "Учтена",
        Part::Both => "Числитель и знаменатель",
        Part::Above => "Числитель",
        Part::Below => "Знаменатель",
        Part::Value => "Значение",
        Part::Promoter => "Промоутер (9–10)",
        Part::Passive => "Нейтральный (7–8)",
        Part::Detractor => "Критик (0–6)",
        Part::WithoutAmount => "Не учтена: нет суммы",
        Part::OtherCurrency => "Не учтена: другая валюта",
        Part::WithoutDates => "Не учтена: нет даты",
        Part::DatesOutOfOrder => "Не учтена: даты противоречат друг другу",
        Part::WithoutId => "Не учтена: нет ID",
        Part::Repeated => "Не учтена: считается другая строка с этим ID",
        Part::LeftOut => "Не учтена",
    },
    part_heading: "В этом показателе",
    all_parts: "Все строки",
    find_rows: "Найти в строках",
    download_rows: "Скачать в CSV",
    downloading: |done, of| format!("Готовим {} из {}…", L.count(done), L.count(of)),
    rows_file: "rows",
};

fn things(n: u64, counted: Counted) -> String {
    match counted {
        Counted::Records => number(n, "запись", "записи", "записей"),
        Counted::CostRows => number(n, "строка расхода", "строки расхода", "строк расхода"),
        Counted::Activities => number(n, "активность", "активности", "активностей"),
        Counted::Rows => number(n, "строка", "строки", "строк"),
        Counted::Stages => number(n, "этап", "этапа", "этапов"),
        Counted::Channels => {
            number(n, "канал с расходом", "канала с расходом", "каналов с расходом")
        }
        Counted::Owners => number(n, "ответственный", "ответственных", "ответственных"),
        Counted::Files => number(n, "файл", "файла", "файлов"),
        Counted::Months => number(n, "месяц", "месяца", "месяцев"),
        Counted::Weeks => number(n, "неделя", "недели", "недель"),
        Counted::Days => number(n, "день", "дня", "дней"),
    }
}

/// After “из”: `5 из 21 записи`.
fn things_of(n: u64, counted: Counted) -> String {
    let of = |one, many| number(n, one, many, many);
    match counted {
        Counted::Records => of("записи", "записей"),
        Counted::CostRows => of("строки расхода", "строк расхода"),
        Counted::Activities => of("активности", "активностей"),
        Counted::Rows => of("строки", "строк"),
        Counted::Stages => of("этапа", "этапов"),
        Counted::Channels => of("канала с расходом", "каналов с расходом"),
        Counted::Owners => of("ответственного", "ответственных"),
        Counted::Files => of("файла", "файлов"),
        Counted::Months => of("месяца", "месяцев"),
        Counted::Weeks => of("недели", "недель"),
        Counted::Days => of("дня", "дней"),
    }
}

fn lack(lack: Lack) -> &'static str {
    match lack {
        Lack::NoRecords => "Нет файла со сделками или лидами.",
        Lack::NoSpend => "Нет файла с расходом на рекламу.",
        Lack::NoCreated => "Нет столбца с датой создания.",
        Lack::NoClosed => "Нет столбца с датой закрытия.",
        Lack::NoExpectedClose => "Нет столбца с ожидаемой датой закрытия открытых записей.",
        Lack::NoAmount => "Нет столбца с суммами.",
        Lack::NoStages => "Нет столбца с этапами.",
        Lack::NoOutcome => "Ничто не говорит, что выиграно, а что проиграно.",
        Lack::NoSource => "Нет столбца с источником записей.",
        Lack::NoCampaign => "Ни один столбец записей не называет кампанию.",
        Lack::NoId => "Нет столбца с ID.",
        Lack::NoContact => "Нет столбцов с почтой или телефоном.",
        Lack::NoName => "Нет столбца с названием записи.",
        Lack::NoJoin => "Ни один файл не присоединён к другому.",
        Lack::NoOwner => "Нет столбца с ответственным.",
        Lack::NoOwnerList => "Нет присоединённого файла со списком ответственных.",
        Lack::NoOtherCosts => "Нет файла с прочими расходами.",
        Lack::NoActivities => "Нет файла звонков и встреч.",
        Lack::NoCostType => "Нет столбца со статьёй расходов.",
        Lack::NoRecordNamed => {
            "Ни один столбец активностей не называет запись, человека или компанию."
        }
        Lack::NoResult => "Нет столбца с результатом активностей.",
        Lack::NoDuration => "Нет столбца с длительностью звонков.",
        Lack::NoTimes => "У активностей есть дни, но нет времени.",
        Lack::NoZone => "Ни у одного файла не задан часовой пояс.",
        Lack::TooFew => "Слишком мало значений, чтобы судить, что обычно.",
        Lack::NoToday => "Проверить можно только там, где известна сегодняшняя дата.",
    }
}

fn detail(detail: &Detail) -> String {
    let days = |n: f64| L.days(n);
    let records = |n: u64| number(n, "запись", "записи", "записей");
    match detail {
        Detail::Bounds { currency, low, high, median, deviations } => {
            let money = |x: f64| L.money(x, Some(currency.as_str()));
            format!(
                "Обычно от {} до {}, медиана {}; дальше {} приведённых отклонений в логарифмах — выброс.",
                money(*low),
                money(*high),
                money(*median),
                L.number_trimmed(*deviations, 1)
            )
        }
        Detail::StageLimit { stage, days: limit, records: n } => format!(
            "«{stage}»: {} дольше {}; за этот срок этап прошли девять из десяти.",
            records(*n),
            days(*limit)
        ),
        Detail::AgeLimit { days: limit, records: n } => {
            format!(
                "{} старше {}; за этот срок закрыты девять из десяти.",
                records(*n),
                days(*limit)
            )
        }
        Detail::Latest { file, latest, expected } => {
            format!("{file} кончается {}; ожидается по {}.", L.day(*latest), L.day(*expected))
        }
        Detail::Key { file, column, lookup } => {
            format!("«{column}» из {file} ищется в {lookup}.")
        }
        Detail::SameBy { columns } => format!("Совпадает: {}.", columns.join(", ")),
        Detail::Months { channel, months, more } => {
            let named = months.iter().map(|day| L.month(*day)).collect::<Vec<_>>().join(", ");
            let more = match more {
                0 => String::new(),
                n => format!(" и ещё {}", number(*n, "месяц", "месяца", "месяцев")),
            };
            format!("{}: {named}{more}.", (NAMES.channel)(channel))
        }
        Detail::Met { grain, spend, records } => {
            let unit = if *grain == Grain::Week { "недели" } else { "месяца" };
            let records = records.map(|x| format!("{} записей", L.share(x)));
            let spend = spend.map(|x| format!("{} расхода", L.share(x)));
            let both: Vec<String> = spend.into_iter().chain(records).collect();
            format!("В пределах {unit} по каждому каналу сходятся {}.", both.join(" и "))
        }
        Detail::MetEver { spend, records } => {
            let records = records.map(|x| format!("{} записей", L.share(x)));
            let spend = spend.map(|x| format!("{} расхода", L.share(x)));
            let both: Vec<String> = spend.into_iter().chain(records).collect();
            format!("За всё время по каждому каналу сходятся {}.", both.join(" и "))
        }
        Detail::Gap { file, first, last } => {
            format!("{file}: с {} по {} ничего нет.", L.day(*first), L.day(*last))
        }
        Detail::Cost { currency, spend, share } => format!(
            "{} расхода, {} от всего.",
            L.money(*spend, Some(currency.as_str())),
            L.share(*share)
        ),
    }
}
