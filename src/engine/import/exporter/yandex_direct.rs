//! Yandex.Direct: reports of the interface in Russian, and of the API, whose money is in millionths
//! unless it was asked for otherwise.

use super::fingerprint::{NO_SHEET, Sheet};
use super::{DateHabit, ExportKind, ExporterId, PLAIN, System};
use crate::engine::profile::DateOrder;

pub const SYSTEM: System = System {
    id: ExporterId::YandexDirect,
    sheets: &[INTERFACE, API],
    dates: Some(DateHabit { order: DateOrder::DayMonthYear, slashes: false }),
    micro: "cost|avgcpc|avgcpm|costperconversion|revenue|profit|avgeffectivebid",
    vat_unknown: "расход|расход всего",
    ..PLAIN
};

const INTERFACE: Sheet = Sheet {
    kind: ExportKind::AdCosts,
    telling: "№ кампании|№ группы|№ объявления|условие показа|взвешенные показы|расход всего|\
        отказы (%)|глубина|глубина (стр.)|цена цели|цена цели (руб.)|тип площадки|\
        ср. цена клика|ср. цена клика (руб.)|прибыль (руб.)|расход (руб.)|расход, ₽",
    usual: "дата|кампания|название кампании|id кампании|группа|площадка|показы|клики|ctr (%)|расход|\
        конверсии|прибыль|неделя|месяц",
    never: "код валюты|потраченная сумма|визиты",
    titles: "директ|yandex direct|яндекс",
    ..NO_SHEET
};

const API: Sheet = Sheet {
    kind: ExportKind::AdCosts,
    telling: "adnetworktype|avgpageviews|bouncerate|campaigntype|adgroupname|clientlogin|\
        criteriatype|weightedimpressions|avgcpc|conversionrate|costperconversion|campaignname",
    usual: "date|week|month|campaignid|impressions|clicks|cost|conversions|placement|\
        revenue|profit|device|adid|adgroupid|ctr|bounces",
    never: "timeperiod|currencycode|spend",
    ..NO_SHEET
};
