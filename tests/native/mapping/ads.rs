//! Made samples of ad-cost exports, headers as the reference lists them.

use super::sample::Sample;
use tundish::engine::mapping::{Channel, FileKind, Role};

pub const SAMPLES: &[Sample] = &[
    Sample {
        name: "google campaign report.csv",
        kind: FileKind::Spend,
        header: "Campaign report\n\"September 1, 2026 - September 30, 2026\"\n\
            Day,Campaign,Campaign ID,Campaign type,Campaign status,Budget,Currency code,\
            Cost / conv.,Cost,Impr.,Clicks,Interactions,CTR,Avg. CPC,Avg. cost,Conversions,\
            Conv. rate,Conv. value",
        rows: &[
            "2026-09-01,Brand,9001#,Search,Enabled,50.00,EUR,12.50,\"1,020.50\",#,12,12,1.10%,1.20,1.10,3.5,2.00%,90.00",
            "2026-09-02,Generic,9002#,Search,Enabled,50.00,EUR,--,20.10,#,13,13,1.10%,1.20,1.10,0.0,0.00%,0.00",
        ],
        roles: &[
            (Role::Date, "Day"),
            (Role::Campaign, "Campaign"),
            (Role::CampaignId, "Campaign ID"),
            (Role::Currency, "Currency code"),
            (Role::Spend, "Cost"),
            (Role::Impressions, "Impr."),
            (Role::Clicks, "Clicks"),
            (Role::Conversions, "Conversions"),
        ],
    },
    Sample {
        name: "google ru.csv",
        kind: FileKind::Spend,
        header: "День;Кампания;Тип кампании;Поисковый запрос;Тип соответствия;Kлики;Показы;CTR;\
            Код валюты;Ср. цена за клик;Расходы;Конверсии;Коэфф. конверсии;Стоимость/конв.;\
            Ценность конверсии;% показов на верх. поз.",
        rows: &[
            "01.09.2026;Бренд;Поисковая;насос купить;Точное;1#;#;1,10%;RUB;10,20;1 020,50;3,50;2,00%;300,10;0,00;10,00%",
            "02.09.2026;Общие;Поисковая;насос цена;Фразовое;2#;#;1,10%;RUB;9,20;120,50;1,00;2,00%;120,50;0,00;11,00%",
        ],
        roles: &[
            (Role::Date, "День"),
            (Role::Campaign, "Кампания"),
            (Role::Clicks, "Kлики"),
            (Role::Impressions, "Показы"),
            (Role::Currency, "Код валюты"),
            (Role::Spend, "Расходы"),
            (Role::Conversions, "Конверсии"),
        ],
    },
    Sample {
        name: "отчет google 2.csv",
        kind: FileKind::Spend,
        header: "День;Кампания;Клики;Показы;Код валюты;Ср. цена за клик;Цена;Конверсии;Цена/конв.",
        rows: &["01.09.2026;Бренд;1#;#;RUB;10,20;1 020,50;3,50;300,10"],
        roles: &[
            (Role::Date, "День"),
            (Role::Campaign, "Кампания"),
            (Role::Clicks, "Клики"),
            (Role::Impressions, "Показы"),
            (Role::Currency, "Код валюты"),
            (Role::Spend, "Цена"),
            (Role::Conversions, "Конверсии"),
        ],
    },
    Sample {
        name: "google el.csv",
        kind: FileKind::Spend,
        header: "Ημέρα;Καμπάνια;Κωδικός νομίσματος;Κόστος;Εμφανίσεις;Κλικ;Μετατροπές",
        rows: &["1/9/2026;Επωνυμία;EUR;1.020,50;#;12;3,50", "25/9/2026;Γενική;EUR;20,50;#;2;0,50"],
        roles: &[
            (Role::Date, "Ημέρα"),
            (Role::Campaign, "Καμπάνια"),
            (Role::Currency, "Κωδικός νομίσματος"),
            (Role::Spend, "Κόστος"),
            (Role::Impressions, "Εμφανίσεις"),
            (Role::Clicks, "Κλικ"),
            (Role::Conversions, "Μετατροπές"),
        ],
    },
    Sample {
        name: "meta.csv",
        kind: FileKind::Spend,
        header: "Reporting starts,Reporting ends,Day,Account name,Campaign name,Campaign ID,Ad set name,\
            Campaign delivery,Cost per result,Amount spent (USD),Impressions,Reach,Frequency,\
            Clicks (all),Link clicks,CPC (cost per link click),\"CPM (cost per 1,000 impressions)\",\
            CTR (all),Results,Result indicator,Leads,Purchases conversion value",
        rows: &[
            "2026-09-01,2026-09-30,2026-09-01,ACME,Leads GR,12020#,Set A,active,10.10,120.55,#,900,1.10,40,30,4.01,8.10,1.20,12,actions:lead,11,0",
            "2026-09-01,2026-09-30,2026-09-02,ACME,Leads CY,12021#,Set B,active,11.10,100.55,#,800,1.20,41,31,3.01,8.20,1.30,10,actions:lead,9,0",
        ],
        roles: &[
            (Role::Date, "Day"),
            (Role::Campaign, "Campaign name"),
            (Role::CampaignId, "Campaign ID"),
            (Role::Spend, "Amount spent (USD)"),
            (Role::Impressions, "Impressions"),
            (Role::Clicks, "Link clicks"),
            (Role::Conversions, "Leads"),
        ],
    },
    Sample {
        name: "meta ru.csv",
        kind: FileKind::Spend,
        header: "Начало отчётного периода;Конец отчётного периода;Название кампании;\
            Название группы объявлений;Показ кампании;Цена за результат(ы);Результат(ы);\
            Потраченная сумма (UZS);Показы;Охват;Частота;Клики на ссылку;Цена за клик (UZS);\
            Покупки на сайте;Ценность конверсии покупки с сайта",
        rows: &[
            "2026-09-01;2026-09-01;Лиды;Группа 1;active;10,10;5;1200,55;#;900;1,10;40;30,10;0;0",
            "2026-09-02;2026-09-02;Охват;Группа 2;inactive;11,10;6;1300,55;#;901;1,20;41;31,10;0;0",
        ],
        roles: &[
            (Role::Date, "Начало отчётного периода"),
            (Role::Campaign, "Название кампании"),
            (Role::Conversions, "Результат(ы)"),
            (Role::Spend, "Потраченная сумма (UZS)"),
            (Role::Impressions, "Показы"),
            (Role::Clicks, "Клики на ссылку"),
        ],
    },
    Sample {
        name: "meta el.csv",
        kind: FileKind::Spend,
        header: "Έναρξη αναφοράς;Όνομα καμπάνιας;Αποτελέσματα;Ποσό που δαπανήθηκε (EUR);Εμφανίσεις",
        rows: &["2026-09-01;Άνοιξη;5;120,55;#", "2026-09-02;Θέρος;6;12,55;#"],
        roles: &[
            (Role::Date, "Έναρξη αναφοράς"),
            (Role::Campaign, "Όνομα καμπάνιας"),
            (Role::Conversions, "Αποτελέσματα"),
            (Role::Spend, "Ποσό που δαπανήθηκε (EUR)"),
            (Role::Impressions, "Εμφανίσεις"),
        ],
    },
    Sample {
        name: "meta underscored.csv",
        kind: FileKind::Spend,
        header: "Day,Campaign_Name,Amount_Spent_(EUR),Impressions,Link_Clicks",
        rows: &["2026-09-01,Spring,120.55,#,3", "2026-09-02,Summer,12.55,#,4"],
        roles: &[
            (Role::Date, "Day"),
            (Role::Campaign, "Campaign_Name"),
            (Role::Spend, "Amount_Spent_(EUR)"),
            (Role::Impressions, "Impressions"),
            (Role::Clicks, "Link_Clicks"),
        ],
    },
    Sample {
        name: "yandex.csv",
        kind: FileKind::Spend,
        header: "Дата;Кампания;ID кампании;Группа;№ Группы;№ Объявления;Условие показа;Площадка;Показы;\
            Взвешенные показы;Клики;CTR (%);Ср. цена клика (руб.);Расход всего (руб.);Отказы (%);\
            Глубина (стр.);Цена цели (руб.);Конверсии;Прибыль (руб.)",
        rows: &[
            "01.09.2026;Поиск;7010#;Г1;1;2;насосы;yandex.ru;#;10,50;5;1,10;20,10;1 100,50;10,00;2,10;-;2;0,00",
            "02.09.2026;РСЯ;7011#;Г2;2;3;станки;dzen.ru;#;11,50;6;1,20;21,10;100,50;11,00;2,20;50,25;2;0,00",
        ],
        roles: &[
            (Role::Date, "Дата"),
            (Role::Campaign, "Кампания"),
            (Role::CampaignId, "ID кампании"),
            (Role::Impressions, "Показы"),
            (Role::Clicks, "Клики"),
            (Role::Spend, "Расход всего (руб.)"),
            (Role::Conversions, "Конверсии"),
        ],
    },
    Sample {
        name: "direct api.tsv",
        kind: FileKind::Spend,
        header: "Date\tCampaignName\tCampaignId\tAdGroupName\tAdNetworkType\tImpressions\tClicks\tCost\t\
            Conversions\tBounceRate\tAvgPageviews",
        rows: &["2026-09-01\tSearch\t7010#\tG1\tSEARCH\t#\t5\t1100.5\t2\t10.5\t2.1"],
        roles: &[
            (Role::Date, "Date"),
            (Role::Campaign, "CampaignName"),
            (Role::CampaignId, "CampaignId"),
            (Role::Impressions, "Impressions"),
            (Role::Clicks, "Clicks"),
            (Role::Spend, "Cost"),
            (Role::Conversions, "Conversions"),
        ],
    },
    Sample {
        name: "linkedin.csv",
        kind: FileKind::Spend,
        header: "Start Date (in UTC),Account Name,Campaign Group Name,Campaign Name,Campaign ID,\
            Campaign Type,Campaign Objective,Total Spent,Impressions,Reach,Clicks,\
            Clicks to Landing Page,Total Social Actions,Conversions,Total Conversion Value,Leads,Currency",
        rows: &[
            "9/1/2026,ACME,Group,CFO,8010#,Sponsored,Leads,100.55,#,10,5,4,3,2,0.00,2,EUR",
            "9/25/2026,ACME,Group,CTO,8011#,Sponsored,Leads,10.55,#,11,6,5,4,3,0.00,1,EUR",
        ],
        roles: &[
            (Role::Date, "Start Date (in UTC)"),
            (Role::Campaign, "Campaign Name"),
            (Role::CampaignId, "Campaign ID"),
            (Role::Spend, "Total Spent"),
            (Role::Impressions, "Impressions"),
            (Role::Clicks, "Clicks"),
            (Role::Conversions, "Leads"),
            (Role::Currency, "Currency"),
        ],
    },
    Sample {
        name: "microsoft.csv",
        kind: FileKind::Spend,
        header: "TimePeriod,CampaignName,Impressions,Clicks,Spend,CurrencyCode,Conversions",
        rows: &["2026-09-01,Brand,#,5,10.55,EUR,1", "2026-09-02,Generic,#,6,11.55,EUR,0"],
        roles: &[
            (Role::Date, "TimePeriod"),
            (Role::Campaign, "CampaignName"),
            (Role::Impressions, "Impressions"),
            (Role::Clicks, "Clicks"),
            (Role::Spend, "Spend"),
            (Role::Currency, "CurrencyCode"),
            (Role::Conversions, "Conversions"),
        ],
    },
    Sample {
        name: "tiktok.csv",
        kind: FileKind::Spend,
        header: "By Day,Campaign name,Cost,Impression,Clicks,Conversions",
        rows: &["2026-09-01,Spring,10.55,#,5,1", "2026-09-02,Summer,11.55,#,6,0"],
        roles: &[
            (Role::Date, "By Day"),
            (Role::Campaign, "Campaign name"),
            (Role::Spend, "Cost"),
            (Role::Impressions, "Impression"),
            (Role::Clicks, "Clicks"),
            (Role::Conversions, "Conversions"),
        ],
    },
];

#[test]
fn the_channel_of_a_cost_file_is_that_of_its_system() {
    let social = ["meta.csv", "meta ru.csv", "meta el.csv", "linkedin.csv", "tiktok.csv"];
    for sample in SAMPLES {
        let channel = sample.mapping().files[0].channel.clone();
        let is_social = social.contains(&sample.name) || sample.name.starts_with("meta");
        let expected = if is_social { Channel::PaidSocial } else { Channel::PaidSearch };
        assert_eq!(channel, Some(expected), "{}", sample.name);
    }
}
