//! Bitrix24: deals and leads in Russian, and the technical names of its BI export.

use super::fingerprint::{NO_SHEET, Sheet};
use super::{DateHabit, ExportKind, ExporterId, PLAIN, System};
use crate::engine::profile::DateOrder;

pub const SYSTEM: System = System {
    id: ExporterId::Bitrix24,
    sheets: &[DEALS, LEADS, BI],
    dates: Some(DateHabit { order: DateOrder::DayMonthYear, slashes: false }),
    close_expected: "предполагаемая дата закрытия|дата закрытия|дата завершения|closedate",
    outcome: "stage semantic id|stage semantic|status semantic id",
    ..PLAIN
};

const DEALS: Sheet = Sheet {
    kind: ExportKind::Deals,
    telling: "стадия сделки|предполагаемая дата закрытия|дата изменения стадии|повторная сделка|\
        повторное обращение|дополнительно об источнике|сделка закрыта|тип сделки|\
        доступна для всех|группа стадии",
    usual: "id|воронка|направление|название сделки|название|тип|вероятность|валюта|сумма|компания|\
        контакт|дата начала|дата завершения|ответственный|комментарий|дата создания|\
        дата изменения|кем создана|источник|utm source|utm medium|utm campaign|utm content|\
        utm term|причина отказа|дата закрытия",
    never: "этап сделки|бюджет|название лида|полное имя контакта",
    ..NO_SHEET
};

const LEADS: Sheet = Sheet {
    kind: ExportKind::Leads,
    telling: "название лида|дополнительно о стадии|дополнительно о статусе|частный e mail|\
        возможная сумма|дополнительно об источнике|доступен для всех|повторный лид|стадия лида|\
        кем создан",
    usual: "id|обращение|имя|фамилия|отчество|рабочий телефон|мобильный телефон|рабочий e mail|\
        название компании|должность|комментарий|стадия|статус|товар|цена|количество|сумма|валюта|\
        источник|ответственный|дата закрытия|дата создания",
    never: "этап сделки|бюджет|стадия сделки|название сделки",
    ..NO_SHEET
};

const BI: Sheet = Sheet {
    kind: ExportKind::Deals,
    telling: "stage semantic id|assigned by name|assigned by department|created by name|moved time|\
        currency id|category name|date create|date modify|source name|stage semantic|\
        is return customer|assigned by id",
    usual: "id|lead id|company name|title|stage id|stage name|opportunity|begindate|closedate|closed|\
        utm source|utm medium|utm campaign",
    ..NO_SHEET
};
