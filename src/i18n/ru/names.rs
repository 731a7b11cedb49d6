//! Russian: names of channels, roles, kinds, settings.

use super::{L, measure::measure};
use crate::engine::dimension::Dimension;
use crate::engine::filter::Grain;
use crate::engine::funnel::Outcome;
use crate::engine::mapping::{Channel, FileKind, Role};
use crate::engine::report::{Basis, SkipPolicy};
use crate::engine::table::ColumnType;
use crate::engine::value::{Caution, Unit};
use crate::format::Style;
use crate::i18n::Names;
use crate::i18n::label::mark_role;
use crate::i18n::plural::ru as count;

pub const NAMES: Names = Names {
    channel,
    role,
    role_hint,
    file_kind: |kind| match kind {
        FileKind::Deals => "Сделки",
        FileKind::Leads => "Лиды",
        FileKind::Spend => "Расходы на рекламу",
        FileKind::Lookup => "Справочник",
        FileKind::Other => "Не используется",
        FileKind::Activities => "Звонки и встречи",
        FileKind::StageHistory => "История этапов",
        FileKind::Scores => "Оценки опроса",
        FileKind::Targets => "Планы",
        FileKind::Rates => "Курсы валют",
        FileKind::Visits => "Визиты на сайт",
        FileKind::Touches => "Касания",
        FileKind::OtherCosts => "Прочие расходы",
        FileKind::EarlierExport => "Более ранняя выгрузка",
    },
    file_kind_hint: |kind| match kind {
        FileKind::Deals => "Одна строка — одна сделка. Эти строки и считаются.",
        FileKind::Leads => "Одна строка — лид или контакт. Считаются, если файла сделок нет.",
        FileKind::Spend => "Одна строка — расход кампании за день.",
        FileKind::Lookup => "Одна строка описывает компанию, товар или человека по ключу.",
        FileKind::EarlierExport => {
            "Те же записи, какими они были раньше. Они сравниваются с нынешними и в показатели не входят."
        }
        FileKind::OtherCosts => {
            "Одна строка — расход помимо рекламы: зарплаты, сервисы, агентства."
        }
        FileKind::Other => "В отчёт этот файл не попадает.",
        FileKind::Activities => "Одна строка — звонок, встреча, письмо или показанный материал.",
        FileKind::StageHistory => {
            "Одна строка — переход с этапа на этап: по ним видно движение по воронке."
        }
        FileKind::Scores => "Одна строка — ответ на опрос: от 0 до 10.",
        FileKind::Targets => {
            "Одна строка — плановый показатель: выручка, продажи или лиды за период."
        }
        FileKind::Touches => {
            "Одна строка — касание с лидом или сделкой: запись, дата, источник. Их использует атрибуция."
        }
        FileKind::Rates => "Строка — стоимость валюты на день, в валюте отчёта.",
        FileKind::Visits => {
            "Одна строка — число визитов на сайт за день по источнику. С лидами они связаны по каналу и периоду."
        }
    },
    column_tag: |kind| match kind {
        ColumnType::Text => "ТЕКСТ",
        ColumnType::Integer => "ЦЕЛОЕ",
        ColumnType::Decimal => "ЧИСЛО",
        ColumnType::Money => "СУММА",
        ColumnType::Percent => "%",
        ColumnType::Day => "ДАТА",
        ColumnType::Moment => "ДАТА+ВРЕМЯ",
        ColumnType::Time => "ВРЕМЯ",
        ColumnType::Flag => "ДА/НЕТ",
    },
    column_type: |kind| match kind {
        ColumnType::Text => "текст",
        ColumnType::Integer => "целое число",
        ColumnType::Decimal => "число",
        ColumnType::Money => "сумму",
        ColumnType::Percent => "процент",
        ColumnType::Day => "дату",
        ColumnType::Moment => "дату со временем",
        ColumnType::Time => "время",
        ColumnType::Flag => "да или нет",
    },
    format_note: super::format_note::format_note,
    outcome: |outcome| match outcome {
        Outcome::Open => "В работе",
        Outcome::Won => "Выиграно",
        Outcome::Lost => "Проиграно",
    },
    grain: |grain| match grain {
        Grain::Day => "День",
        Grain::Week | Grain::WeekFrom(_) => "Неделя",
        Grain::Month => "Месяц",
        Grain::Quarter | Grain::FiscalQuarter(_) => "Квартал",
        Grain::Year | Grain::FiscalYear(_) => "Год",
    },
    dimension,
    basis: |basis| match basis {
        Basis::Cohort => "По когортам",
        Basis::Period => "По событиям",
    },
    basis_text: |basis| match basis {
        Basis::Cohort => "лиды, созданные за период, чем бы они ни закончились",
        Basis::Period => {
            "события периода: лиды по дате создания, этапы по дате перехода, продажи и отказы по дате закрытия"
        }
    },
    policy: |policy| match policy {
        SkipPolicy::Observed => "Только с подтверждением",
        SkipPolicy::Implied => "Поздний этап засчитывает ранние",
        SkipPolicy::Strict => "Все этапы по порядку",
        SkipPolicy::Any => "Каждый этап сам по себе",
    },
    policy_text: |policy| match policy {
        SkipPolicy::Observed => "Этап засчитан, только если о нём говорит дата или статус.",
        SkipPolicy::Implied => "Кто дошёл до позднего этапа, прошёл и все ранние.",
        SkipPolicy::Strict => "Этап засчитан, только если подтверждён он сам и все предыдущие.",
        SkipPolicy::Any => {
            "Этапы считаются отдельно, поэтому поздний может оказаться больше раннего."
        }
    },
    measure,
    caution,
    empty_value: "(пусто)",
    unmatched: "(нет пары)",
    rest: |n| format!("прочие: {}", L.count(n)),
    total: "Итого",
};

fn channel(channel: &Channel) -> String {
    let name = match channel {
        Channel::PaidSearch => "Контекстная реклама",
        Channel::OrganicSearch => "Органический поиск",
        Channel::PaidSocial => "Таргетированная реклама",
        Channel::OrganicSocial => "Соцсети",
        Channel::Display => "Медийная реклама",
        Channel::PaidVideo => "Видеореклама",
        Channel::OrganicVideo => "Видео",
        Channel::PaidShopping => "Товарная реклама",
        Channel::OrganicShopping => "Товарные площадки",
        Channel::CrossNetwork => "Кросс-сетевая реклама",
        Channel::PaidOther => "Прочая реклама",
        Channel::Email => "Рассылки",
        Channel::Referral => "Переходы с сайтов",
        Channel::Affiliates => "Партнёрские программы",
        Channel::AiAssistants => "ИИ-ассистенты",
        Channel::Direct => "Прямые заходы",
        Channel::Messenger => "Мессенджеры",
        Channel::Sms => "SMS",
        Channel::Push => "Пуш-уведомления",
        Channel::Audio => "Аудиореклама",
        Channel::WebForm => "Заявки с сайта",
        Channel::InboundCall => "Входящие звонки",
        Channel::Outbound => "Холодные продажи",
        Channel::Event => "Мероприятия",
        Channel::Partner => "Партнёры",
        Channel::WordOfMouth => "Сарафанное радио",
        Channel::ExistingCustomer => "Действующие клиенты",
        Channel::Offline => "Офлайн",
        Channel::OtherCampaigns => "Прочие кампании",
        Channel::Custom(name) => name,
        Channel::Unassigned => "Не определён",
    };
    name.to_owned()
}

fn role(role: Role) -> &'static str {
    match role {
        Role::RecordId => "ID записи",
        Role::Name => "Название",
        Role::Stage => "Этап",
        Role::Outcome => "Исход",
        Role::Pipeline => "Воронка",
        Role::Amount => "Сумма",
        Role::Currency => "Валюта",
        Role::Created => "Дата создания",
        Role::Closed => "Дата закрытия",
        Role::ExpectedClose => "Ожидаемое закрытие",
        Role::Modified => "Дата изменения",
        Role::Owner => "Ответственный",
        Role::Account => "Компания",
        Role::Person => "Контакт",
        Role::Product => "Товар",
        Role::LostReason => "Причина отказа",
        Role::Source => "Источник",
        Role::UtmSource => "UTM source",
        Role::UtmMedium => "UTM medium",
        Role::UtmCampaign => "UTM campaign",
        Role::Gclid
        | Role::Yclid
        | Role::Fbclid
        | Role::Msclkid
        | Role::Ttclid
        | Role::LiFatId
        | Role::Openstat => mark_role(role),
        Role::Date => "Дата",
        Role::Campaign => "Кампания",
        Role::CampaignId => "ID кампании",
        Role::Spend => "Расход",
        Role::Impressions => "Показы",
        Role::Clicks => "Клики",
        Role::Conversions => "Конверсии",
        Role::Key => "Ключ",
        Role::Record => "Сделка или лид",
        Role::Activity => "Вид действия",
        Role::Direction => "Направление",
        Role::ActivityResult => "Чем кончилось",
        Role::Duration => "Длительность",
        Role::FromStage => "С этапа",
        Role::Score => "Оценка",
        Role::Comment => "Комментарий",
        Role::Measure => "Показатель",
        Role::Target => "План",
        Role::LatestSource => "Последний источник",
        Role::Visits => "Визиты",
        Role::Rate => "Курс",
        Role::Visitors => "Посетители",
        Role::Quantity => "Количество",
        Role::Probability => "Вероятность",
        Role::CostType => "Статья расходов",
        Role::PlannedRevenue => "План по выручке",
        Role::PlannedWon => "План по выигранным",
        Role::PlannedLeads => "План по лидам",
        Role::Lead => "Лид",
    }
}

fn role_hint(role: Role) -> &'static str {
    match role {
        Role::RecordId => "из повторов остаётся последний",
        Role::Stage => "текущий статус",
        Role::Outcome => "выиграно, проиграно или в работе, если это не видно по этапу",
        Role::Amount => "сколько стоит сделка",
        Role::Created => "первый день лида или сделки",
        Role::Closed => "день продажи или отказа",
        Role::ExpectedClose => "план для открытых сделок",
        Role::Modified => "показывает, какой из повторов последний",
        Role::Account => "фирма или клиент",
        Role::LatestSource => "последнее касание, если в «Источнике» первое",
        Role::Source => "по нему определяется канал",
        Role::Date => "день расхода или события",
        Role::Conversions => "как их считает рекламная система",
        Role::Key => "на него ссылаются другие файлы",
        Role::Record => "о какой сделке эта строка",
        Role::Activity => "звонок, встреча, письмо",
        Role::Direction => "входящий или исходящий",
        Role::FromStage => "какой этап покинут",
        Role::Measure => "что планируется",
        Role::Target => "плановое значение",
        Role::Rate => "сколько стоит одна единица",
        Role::Gclid
        | Role::Yclid
        | Role::Fbclid
        | Role::Msclkid
        | Role::Ttclid
        | Role::LiFatId
        | Role::Openstat => "метка клика по рекламе или ссылке",
        Role::Quantity => "сколько продано штук",
        Role::Probability => "шанс продажи по CRM",
        Role::CostType => "зарплаты, сервисы, агентства",
        Role::PlannedRevenue => "сколько денег принести за период",
        Role::PlannedWon => "сколько сделок выиграть за период",
        Role::PlannedLeads => "сколько лидов привлечь за период",
        Role::Lead => "лид, если сделку называет другой столбец",
        Role::Name
        | Role::Pipeline
        | Role::Currency
        | Role::Owner
        | Role::Person
        | Role::Product
        | Role::LostReason
        | Role::UtmSource
        | Role::UtmMedium
        | Role::UtmCampaign
        | Role::Campaign
        | Role::CampaignId
        | Role::Spend
        | Role::Impressions
        | Role::Clicks
        | Role::ActivityResult
        | Role::Duration
        | Role::Score
        | Role::Comment
        | Role::Visits
        | Role::Visitors => "",
    }
}

fn dimension(dimension: &Dimension) -> String {
    let name = match dimension {
        Dimension::Channel => "Канал",
        Dimension::Campaign => "Кампания",
        Dimension::Stage => "Текущий этап",
        Dimension::Outcome => "Исход",
        Dimension::Created(grain) => match grain {
            Grain::Day => "День создания",
            Grain::Week | Grain::WeekFrom(_) => "Неделя создания",
            Grain::Month => "Месяц создания",
            Grain::Quarter | Grain::FiscalQuarter(_) => "Квартал создания",
            Grain::Year | Grain::FiscalYear(_) => "Год создания",
        },
        Dimension::Closed(grain) => match grain {
            Grain::Day => "День закрытия",
            Grain::Week | Grain::WeekFrom(_) => "Неделя закрытия",
            Grain::Month => "Месяц закрытия",
            Grain::Quarter | Grain::FiscalQuarter(_) => "Квартал закрытия",
            Grain::Year | Grain::FiscalYear(_) => "Год закрытия",
        },
        Dimension::Column { header, .. } => header,
    };
    name.to_owned()
}

fn caution(caution: &Caution) -> String {
    let records = |n: u64| count(n, "запись", "записи", "записей");
    match caution {
        Caution::SmallDenominator => {
            "Меньше 10 случаев: смотрите на количество, а не на долю.".to_owned()
        }
        Caution::OtherCurrencies { records: n } => {
            format!("Не вошли в сумму, другая валюта: {}.", records(*n))
        }
        Caution::WithoutAmount { records: n } => format!("Без суммы: {}.", records(*n)),
        Caution::WithoutDates { records: n } => format!("Без нужных дат: {}.", records(*n)),
        Caution::DatesOutOfOrder { records: n } => {
            format!("Закрыты раньше, чем созданы, и не учтены: {}.", records(*n))
        }
        Caution::WithoutAccount { records: n } => format!("Без компании: {}.", records(*n)),
        Caution::WithoutChance { records: n } => {
            format!("Вероятность продажи неизвестна: {}.", records(*n))
        }
        Caution::WithoutQuantity { records: n } => format!("Без количества: {}.", records(*n)),
        Caution::OpenLeftOut { records, median } => {
            super::lifetime::open_left_out(*records, *median)
        }
        Caution::NotReached { share, days } => {
            format!("Не достигнуто: через {} ещё открыто {}.", L.days(*days), L.share(*share))
        }
        Caution::WithoutMargin => "Маржа не задана: считается выручка, а не прибыль.".to_owned(),
        Caution::Young { had, usual } => {
            format!(
                "У самых новых записей прошло {}, а девять из десяти продаж занимают до {}: показатель ещё изменится.",
                L.days(*had),
                L.days(*usual)
            )
        }
        Caution::OnMargin { margin, without } => format!(
            "С маржой {}; по одной выручке — {}.",
            L.share(*margin),
            L.value(*without, Unit::Share, None, Style::Table)
        ),
        Caution::YoungCustomers { customers: n } => {
            let customers = count(*n, "клиент", "клиента", "клиентов");
            format!("Недавно купили и принесут ещё: {customers}.")
        }
        Caution::Lagged { days, without } => {
            let without = L.value(*without, Unit::Money, None, Style::Table);
            format!(
                "Расходы взяты раньше на {}; по расходам тех же дней — {}.",
                L.days(*days),
                without
            )
        }
        Caution::WorkingDays { over, of, are_assumed } => {
            (super::plan::PLAN.working_days)(*over, *of, *are_assumed)
        }
        Caution::TargetMet => "План выполнен.".to_owned(),
        Caution::PlansParted => {
            "План на квартал учтён частично: на каждый месяц приходится доля по числу дней."
                .to_owned()
        }
        Caution::InvalidScores { answers: n } => {
            let answers = count(*n, "ответ", "ответа", "ответов");
            format!("Не целое число от 0 до 10, не учтено: {answers}.")
        }
        Caution::DifferentRecords => super::measure_stage::DIFFERENT_RECORDS.to_owned(),
        Caution::StageByCreation => super::measure_stage::STAGE_BY_CREATION.to_owned(),
        Caution::SpendNotTied { share } => {
            format!("{} расходов не удалось привязать к этим группам.", L.share(*share))
        }
    }
}
