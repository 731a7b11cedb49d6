//! Ad-cost exports with Russian, Ukrainian, French, German and Greek headers.

use super::ads::{COSTS, ENGLISH};
use super::{Cell as C, DayStyle, Encoding, Export, LOCAL, PLAIN, Style, Totals, Words};
use ExportKind as X;
use tundish::engine::import::exporter::{ExportKind, ExporterId as Id};
use tundish::engine::mapping::{Channel, Role as R};

const RUSSIAN: Words =
    Words {
        currency: "RUB", campaigns: &["Поиск", "РСЯ; регионы", "Бренд"], ..ENGLISH
    };
const GREEK: Words = Words { campaigns: &["Άνοιξη", "Επωνυμία"], ..ENGLISH };

const SPACED: Style = Style { group: "\u{a0}", missing: "--", ..LOCAL };
const DIRECT: Style = Style { encoding: Encoding::Windows1251, missing: "-", ..LOCAL };
const ISO: Style = Style { day: DayStyle::Iso, ..LOCAL };

pub const EXPORTS: &[Export] = &[
    Export {
        name: "Отчет по кампаниям.csv",
        exporter: Some((Id::GoogleAds, X::AdCosts)),
        style: SPACED,
        words: &RUSSIAN,
        above: &["Отчет по кампаниям", "1 сентября 2026 г. - 30 сентября 2026 г."],
        totals: Totals::Below("Всего: аккаунт"),
        columns: &[
            ("День", C::Day, Some(R::Date)),
            ("Кампания", C::Campaign, Some(R::Campaign)),
            ("Тип кампании", C::Of(&["Поисковая", "КМС"]), None),
            ("Поисковый запрос", C::Title("насос"), None),
            ("Тип соответствия", C::Of(&["Точное", "Фразовое"]), None),
            ("Kлики", C::Clicks, Some(R::Clicks)),
            ("Показы", C::Impressions, Some(R::Impressions)),
            ("CTR", C::Percent, None),
            ("Код валюты", C::Currency, Some(R::Currency)),
            ("Ср. цена за клик", C::Each, None),
            ("Стоимость/конв.", C::Each, None),
            ("Расходы", C::Cost, Some(R::Spend)),
            ("Конверсии", C::Conversions, Some(R::Conversions)),
            ("Коэфф. конверсии", C::Percent, None),
            ("Ценность конверсии", C::Weighted, None),
            ("% показов на верх. поз.", C::Percent, None),
        ],
        ..COSTS
    },
    Export {
        name: "google ads 2.csv",
        exporter: Some((Id::GoogleAds, X::AdCosts)),
        style: SPACED,
        words: &RUSSIAN,
        columns: &[
            ("День", C::Day, Some(R::Date)),
            ("Кампания", C::Campaign, Some(R::Campaign)),
            ("Клики", C::Clicks, Some(R::Clicks)),
            ("Показы", C::Impressions, Some(R::Impressions)),
            ("Код валюты", C::Currency, Some(R::Currency)),
            ("Ср. цена за клик", C::Each, None),
            ("Цена/конв.", C::Each, None),
            ("Цена", C::Cost, Some(R::Spend)),
            ("Конверсии", C::Conversions, Some(R::Conversions)),
        ],
        ..COSTS
    },
    Export {
        name: "Rapport sur les campagnes.csv",
        exporter: Some((Id::GoogleAds, X::AdCosts)),
        style: Style { group: "\u{202f}", ..ISO },
        above: &["Rapport sur les campagnes", "1 septembre 2026 - 30 septembre 2026"],
        totals: Totals::Below("Total : compte"),
        columns: &[
            ("Jour", C::Day, Some(R::Date)),
            ("Campagne", C::Campaign, Some(R::Campaign)),
            ("Code de la devise", C::Currency, Some(R::Currency)),
            ("Coût", C::Cost, Some(R::Spend)),
            ("Impr.", C::Impressions, Some(R::Impressions)),
            ("Clics", C::Clicks, Some(R::Clicks)),
        ],
        ..COSTS
    },
    Export {
        name: "Kampagnenbericht.csv",
        exporter: Some((Id::GoogleAds, X::AdCosts)),
        style: Style { decimal: ',', group: ".", day: DayStyle::Dot, ..PLAIN },
        above: &["Kampagnenbericht", "1. September 2026 - 30. September 2026"],
        totals: Totals::Below("Gesamt: Konto"),
        columns: &[
            ("Tag", C::Day, Some(R::Date)),
            ("Kampagne", C::Campaign, Some(R::Campaign)),
            ("Währungscode", C::Currency, Some(R::Currency)),
            ("Kosten", C::Cost, Some(R::Spend)),
            ("Impr.", C::Impressions, Some(R::Impressions)),
            ("Klicks", C::Clicks, Some(R::Clicks)),
        ],
        ..COSTS
    },
    Export {
        name: "google el.csv",
        exporter: Some((Id::GoogleAds, X::AdCosts)),
        style: Style { day: DayStyle::DayFirst, group: ".", ..LOCAL },
        words: &GREEK,
        columns: &[
            ("Ημέρα", C::Day, Some(R::Date)),
            ("Καμπάνια", C::Campaign, Some(R::Campaign)),
            ("Κωδικός νομίσματος", C::Currency, Some(R::Currency)),
            ("Κόστος", C::Cost, Some(R::Spend)),
            ("Εμφανίσεις", C::Impressions, Some(R::Impressions)),
            ("Κλικ", C::Clicks, Some(R::Clicks)),
            ("Μετατροπές", C::Conversions, Some(R::Conversions)),
        ],
        ..COSTS
    },
    Export {
        name: "meta ru.csv",
        exporter: Some((Id::MetaAds, X::AdCosts)),
        channel: Some(Channel::PaidSocial),
        style: Style { encoding: Encoding::Utf8Mark, ..PLAIN },
        words: &RUSSIAN,
        columns: &[
            ("Начало отчётного периода", C::Day, Some(R::Date)),
            ("Конец отчётного периода", C::Day, None),
            ("Название кампании", C::Campaign, Some(R::Campaign)),
            ("Название группы объявлений", C::Group, None),
            ("Название объявления", C::Title("Объявление"), None),
            ("Показ кампании", C::Of(&["active", "inactive"]), None),
            ("Цена за результат(ы)", C::Each, None),
            ("Результат(ы)", C::Whole, Some(R::Conversions)),
            ("Потраченная сумма (UZS)", C::Cost, Some(R::Spend)),
            ("Показы", C::Impressions, Some(R::Impressions)),
            ("Охват", C::Whole, None),
            ("Частота", C::Each, None),
            ("Клики на ссылку", C::Clicks, Some(R::Clicks)),
            ("Цена за клик (UZS)", C::Each, None),
            ("Покупки на сайте", C::Whole, None),
            ("Ценность конверсии покупки с сайта", C::Weighted, None),
        ],
        ..COSTS
    },
    Export {
        name: "реклама в facebook.csv",
        exporter: Some((Id::MetaAds, X::AdCosts)),
        channel: Some(Channel::PaidSocial),
        style: Style { encoding: Encoding::Utf8Mark, ..PLAIN },
        words: &RUSSIAN,
        columns: &[
            ("Дата начала отчетности", C::Day, Some(R::Date)),
            ("Окончание отчетности", C::Day, None),
            ("Название кампании", C::Campaign, Some(R::Campaign)),
            ("Показ кампании", C::Of(&["active", "inactive"]), None),
            ("Цена за результат", C::Each, None),
            ("Потраченная сумма (UZS)", C::Cost, Some(R::Spend)),
            ("Показы", C::Impressions, Some(R::Impressions)),
            ("Клики на ссылку", C::Clicks, Some(R::Clicks)),
        ],
        ..COSTS
    },
    Export {
        name: "meta el.csv",
        exporter: Some((Id::MetaAds, X::AdCosts)),
        channel: Some(Channel::PaidSocial),
        words: &GREEK,
        columns: &[
            ("Έναρξη αναφοράς", C::Day, Some(R::Date)),
            ("Όνομα καμπάνιας", C::Campaign, Some(R::Campaign)),
            ("Αποτελέσματα", C::Whole, Some(R::Conversions)),
            ("Ποσό που δαπανήθηκε (EUR)", C::Cost, Some(R::Spend)),
            ("Εμφανίσεις", C::Impressions, Some(R::Impressions)),
        ],
        ..COSTS
    },
    Export {
        name: "re-exported.csv",
        exporter: Some((Id::MetaAds, X::AdCosts)),
        channel: Some(Channel::PaidSocial),
        words: &GREEK,
        columns: &[
            ("Reporting_starts", C::Day, Some(R::Date)),
            ("Campaign_Name", C::Campaign, Some(R::Campaign)),
            ("Amount_Spent_(EUR)", C::Cost, Some(R::Spend)),
            ("Impressions", C::Impressions, Some(R::Impressions)),
        ],
        ..COSTS
    },
    Export {
        name: "meta uk.csv",
        exporter: Some((Id::MetaAds, X::AdCosts)),
        channel: Some(Channel::PaidSocial),
        words: &RUSSIAN,
        columns: &[
            ("Початок звітності", C::Day, Some(R::Date)),
            ("Назва кампанії", C::Campaign, Some(R::Campaign)),
            ("Витрачена сума (UAH)", C::Cost, Some(R::Spend)),
            ("Покази", C::Impressions, Some(R::Impressions)),
        ],
        ..COSTS
    },
    Export {
        name: "Мастер отчётов.csv",
        exporter: Some((Id::YandexDirect, X::AdCosts)),
        style: DIRECT,
        words: &RUSSIAN,
        above: &[
            "Яндекс.Директ. Статистика по всем кампаниям, логин acme",
            "Период: 01.09.2026 - 30.09.2026",
            "НДС: с НДС",
        ],
        totals: Totals::Below("Итого"),
        columns: &[
            ("Дата", C::Day, Some(R::Date)),
            ("Кампания", C::Campaign, Some(R::Campaign)),
            ("№ Кампании", C::CampaignId, Some(R::CampaignId)),
            ("Группа", C::Group, None),
            ("№ Группы", C::Id("1"), None),
            ("№ Объявления", C::Id("2"), None),
            ("Условие показа", C::Title("насосы"), None),
            ("Тип площадки", C::Of(&["Поиск", "Сети"]), None),
            ("Площадка", C::Of(&["yandex.ru", "dzen.ru"]), None),
            ("Показы", C::Impressions, Some(R::Impressions)),
            ("Взвешенные показы", C::Each, None),
            ("Клики", C::Clicks, Some(R::Clicks)),
            ("CTR (%)", C::Each, None),
            ("Ср. цена клика (руб.)", C::Each, None),
            ("Расход (руб.)", C::Cost, Some(R::Spend)),
            ("Отказы (%)", C::Each, None),
            ("Глубина (стр.)", C::Each, None),
            ("Цена цели (руб.)", C::Each, None),
            ("Конверсии", C::Whole, Some(R::Conversions)),
            ("Прибыль (руб.)", C::Weighted, None),
        ],
        ..COSTS
    },
    Export {
        name: "direct.csv",
        exporter: Some((Id::YandexDirect, X::AdCosts)),
        style: Style { encoding: Encoding::Utf8Mark, ..DIRECT },
        words: &RUSSIAN,
        columns: &[
            ("Дата", C::Day, Some(R::Date)),
            ("Название кампании", C::Campaign, Some(R::Campaign)),
            ("ID кампании", C::CampaignId, Some(R::CampaignId)),
            ("Показы", C::Impressions, Some(R::Impressions)),
            ("Клики", C::Clicks, Some(R::Clicks)),
            ("Ср. цена клика (руб.)", C::Each, None),
            ("Расход всего (руб.)", C::Cost, Some(R::Spend)),
        ],
        ..COSTS
    },
    Export {
        name: "direct new.csv",
        exporter: Some((Id::YandexDirect, X::AdCosts)),
        style: Style { encoding: Encoding::Utf8Mark, ..DIRECT },
        words: &RUSSIAN,
        totals: Totals::Below("Итого"),
        columns: &[
            ("Дата", C::Day, Some(R::Date)),
            ("Кампания", C::Campaign, Some(R::Campaign)),
            ("Показы", C::Impressions, Some(R::Impressions)),
            ("Клики", C::Clicks, Some(R::Clicks)),
            ("Расход, ₽", C::Cost, Some(R::Spend)),
            ("Конверсии", C::Whole, Some(R::Conversions)),
        ],
        ..COSTS
    },
];
