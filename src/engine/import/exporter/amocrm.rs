//! amoCRM: deals in Russian, with the contact's fields beside them.

use super::fingerprint::{NO_SHEET, Sheet};
use super::{DateHabit, ExportKind, ExporterId, PLAIN, System};
use crate::engine::profile::DateOrder;

pub const SYSTEM: System = System {
    id: ExporterId::AmoCrm,
    sheets: &[DEALS],
    dates: Some(DateHabit { order: DateOrder::DayMonthYear, slashes: false }),
    close_says_open: "дата закрытия",
    shares_names: true,
    ..PLAIN
};

const DEALS: Sheet = Sheet {
    kind: ExportKind::Deals,
    telling: "этап сделки|бюджет|дата создания сделки|кем создана сделка|дата редактирования|\
        кем редактирована|теги сделки|полное имя контакта|компания контакта|\
        ответственный за контакт|примечание 2|примечание 3|примечание 4|примечание 5|roistat|\
        ym uid|ym counter|utm referrer|openstat source",
    usual: "id|название сделки|ответственный|дата создания|дата закрытия|теги|примечание|воронка|\
        компания|рабочий телефон|рабочий email|должность|источник|причина отказа|utm source|\
        utm medium|utm campaign|utm content|utm term|gclid|yclid|fbclid|referrer|from",
    never: "стадия сделки|название лида|стадия|дополнительно об источнике",
    ends: "(контакт)",
    ..NO_SHEET
};
