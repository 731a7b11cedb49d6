//! Where records come from, in several columns at once: UTM marks, marks of clicks, the CRM's own
//! source, and their spellings.

use crate::tables::{File, assembled, file, ladder, mapped};
use std::collections::BTreeMap;
use tundish::engine::audit::Finding;
use tundish::engine::dimension::{Dimension, Label, codes};
use tundish::engine::funnel::Crossing;
use tundish::engine::mapping::channel::{Touch, classify};
use tundish::engine::mapping::cluster::ClusterReason;
use tundish::engine::mapping::view::{ChannelsView, MappingView, SpellingsView, explain};
use tundish::engine::mapping::{
    Channel, ChannelMapping, FileKind, FirstSource, Mapping, Role, merge,
};

const ROLES: [(Role, &str); 7] = [
    (Role::RecordId, "id"),
    (Role::Source, "source"),
    (Role::UtmSource, "utm_source"),
    (Role::UtmMedium, "utm_medium"),
    (Role::Gclid, "gclid"),
    (Role::Yclid, "yclid"),
    (Role::Fbclid, "fbclid"),
];

fn deals(rows: &[&str]) -> (File, Mapping) {
    let file = file("deals", "id|source|utm_source|utm_medium|gclid|yclid|fbclid", rows);
    let files = vec![mapped("deals", FileKind::Deals, &ROLES)];
    let mapping = Mapping { files, ladder: ladder(&["new"], &["won"], &[]), ..Mapping::default() };
    (file, mapping)
}

fn channels(file: &File, mapping: &Mapping) -> Vec<Channel> {
    let made = assembled(&[file], mapping);
    made.records.channel.iter().map(|c| made.channels[usize::from(*c)].clone()).collect()
}

fn view(file: &File, mapping: &Mapping) -> MappingView {
    explain(&[file.view()], mapping)
}

#[test]
fn the_mark_of_a_click_tells_where_no_medium_does() {
    let (file, mapping) = deals(&[
        "1||||y1||",
        "2|||||123|",
        "3||google||g1||",
        "4||google|organic|g1||",
        "5||||||fb.1",
        "6|Партнёр|||||fb.1",
        "7|Партнёр|||g1||",
        "8||youtube||g1||",
        "9|||-|-|0|",
    ]);
    use Channel as C;
    let expected = [
        C::PaidSearch,
        C::PaidSearch,
        C::PaidSearch,
        // A medium that is named goes before the mark.
        C::OrganicSearch,
        // Meta marks posts as well: no ad is proved, and no source that is named is overruled.
        C::OrganicSocial,
        C::Partner,
        C::PaidSearch,
        C::PaidVideo,
        C::Unassigned,
    ];
    assert_eq!(channels(&file, &mapping), expected);
    let rows = view(&file, &mapping).channels.unwrap().rows;
    assert!(rows.iter().any(|r| r.key == "google / gclid" && r.rows == 1), "{rows:?}");
}

fn disagreement(file: &File, mapping: &Mapping) -> (u64, u64, Vec<(String, String, u64)>) {
    let told = view(file, mapping).channels.unwrap().disagreement.unwrap();
    let pairs = told.pairs.into_iter().map(|p| (p.crm, p.utm, p.records));
    (told.both, told.records, pairs.collect())
}

#[test]
fn two_tellings_that_contradict_are_counted_and_one_decides() {
    let (file, mut mapping) = deals(&[
        "1|Холодный звонок|yandex|cpc|||",
        "2|холодный  звонок|Yandex|cpc|||",
        "3|Сайт|yandex|cpc|||",
        "4|Яндекс.Директ|yandex|cpc|||",
        "5|Реклама|vk|cpc|||",
        "6|Выставка|||g1||",
        "7|Выставка|||||",
        "8|Выставка|(not set)|(none)|||",
        "9||yandex|cpc|||",
    ]);
    use Channel as C;
    let by_utm = channels(&file, &mapping);
    assert_eq!(by_utm[..4], [C::PaidSearch, C::PaidSearch, C::PaidSearch, C::PaidSearch]);
    // What says nothing gives way.
    assert_eq!(by_utm[6..], [C::Event, C::Event, C::PaidSearch]);
    let (both, records, pairs) = disagreement(&file, &mapping);
    assert_eq!((both, records), (6, 3));
    let pair = |crm: &str, utm: &str, n| (crm.to_owned(), utm.to_owned(), n);
    assert_eq!(pairs[0], pair("Холодный звонок", "yandex / cpc", 1));
    assert!(pairs.contains(&pair("Выставка", "gclid", 1)), "{pairs:?}");
    let made = assembled(&[&file], &mapping);
    let told = made.findings.iter().find_map(|f| match f {
        Finding::Crossing(Crossing::SourcesDisagree { disagreement }) => Some(disagreement.records),
        _ => None,
    });
    assert_eq!(told, Some(3));

    mapping.channels.first = FirstSource::Crm;
    let by_crm = channels(&file, &mapping);
    let expected = [
        C::Outbound,
        C::Outbound,
        C::WebForm,
        C::PaidSearch,
        C::PaidOther,
        C::Event,
        C::Event,
        C::Event,
        C::PaidSearch,
    ];
    assert_eq!(by_crm, expected);
    // The same records disagree, whoever decides.
    assert_eq!(disagreement(&file, &mapping).1, 3);
}

fn spellings(view: &MappingView, column: &str) -> SpellingsView {
    view.spellings.iter().find(|s| s.column == column).cloned().unwrap()
}

#[test]
fn spellings_are_proposed_merged_for_every_reader_and_taken_apart() {
    let (file, mut mapping) = deals(&[
        "1||yandex|cpc|||",
        "2||Yandex |cpc|||",
        "3||Яндекс|cpc|||",
        "4||yan-dex||||",
        "5||google|cpc|||",
    ]);
    let before = view(&file, &mapping);
    let proposed = spellings(&before, "utm_source");
    assert!(proposed.merged.is_empty());
    let names: Vec<&str> =
        proposed.clusters[0].spellings.iter().map(|(text, _)| text.as_str()).collect();
    assert_eq!((names, proposed.clusters.len()), (vec!["yandex", "Яндекс", "yan-dex"], 1));
    assert_eq!(proposed.clusters[0].reason, ClusterReason::Script);
    // Nothing is merged before somebody says so.
    assert_eq!(channels(&file, &mapping)[3], Channel::Unassigned);
    assert_eq!(groups(&file, &mapping).len(), 4);

    let all: Vec<String> = names_of(&proposed);
    merge::set(&mut mapping.merges, "deals", "utm_source", &all, "yandex");
    let after = view(&file, &mapping);
    assert_eq!(channels(&file, &mapping)[3], Channel::OrganicSearch);
    assert_eq!(groups(&file, &mapping), [("google".to_owned(), 1), ("yandex".to_owned(), 4)]);
    let merged = spellings(&after, "utm_source");
    assert!(merged.clusters.is_empty());
    assert_eq!(merged.merged[0].name, "yandex");
    assert_eq!(merged.merged[0].spellings.iter().map(|(_, n)| n).sum::<u64>(), 4);
    // The rows stay as many as they were.
    let rows = |v: &MappingView| rows_of(v.channels.as_ref().unwrap());
    assert_eq!((rows(&before), rows(&after)), (5, 5));

    merge::unset(&mut mapping.merges, "deals", "utm_source", "Yandex");
    assert_eq!(view(&file, &mapping), before);
}

fn names_of(view: &SpellingsView) -> Vec<String> {
    view.clusters[0].spellings.iter().map(|(text, _)| text.clone()).collect()
}

fn rows_of(channels: &ChannelsView) -> u64 {
    channels.rows.iter().map(|r| r.rows).sum()
}

/// The groups of a report by the UTM source.
fn groups(file: &File, mapping: &Mapping) -> Vec<(String, usize)> {
    let dimension = Dimension::Column { file: "deals".to_owned(), header: "utm_source".to_owned() };
    let made = assembled(&[file], mapping);
    let found = codes(&made, &[file.view()], &dimension).unwrap();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for code in found.records.iter() {
        if let Label::Text(text) = &found.labels[*code as usize] {
            *counts.entry(text.clone()).or_default() += 1;
        }
    }
    counts.into_iter().collect()
}

#[test]
fn hubspot_reads_words_inside_longer_texts() {
    use Channel as C;
    let cases = [
        ("google_cpc", "", C::PaidSearch),
        ("adwords-brand", "", C::PaidSearch),
        ("facebook", "fb_paid", C::PaidSocial),
        ("paidsocial-spring", "", C::PaidSocial),
        ("linkedin", "paid-social", C::PaidSocial),
        ("facebook", "unpaid", C::OrganicSocial),
        ("mailchimp", "email-spring", C::Email),
        ("spring_newsletter", "link2", C::Email),
        ("acme", "something", C::Unassigned),
    ];
    for (source, medium, expected) in cases {
        let touch = Touch { source, medium, campaign: "" };
        let found = classify(&ChannelMapping::default(), &touch).0;
        assert_eq!(found, expected, "{source} / {medium}");
    }
}

/// Every name of the reference's table 6c, in three languages.
#[test]
fn every_name_of_the_reference_is_a_channel() {
    use Channel as C;
    let table: [(C, &[&str]); 25] = [
        (
            C::Direct,
            &[
                "Direct traffic",
                "(direct)",
                "direct",
                "Прямые заходы",
                "Прямой",
                "Прямые переходы",
                "Άμεση",
                "Άμεση επισκεψιμότητα",
                "Απευθείας",
            ],
        ),
        (
            C::OrganicSearch,
            &[
                "Organic search",
                "SEO",
                "organic",
                "Переходы из поисковых систем",
                "Органика",
                "Поиск",
                "Бесплатный поиск",
                "Обычный поиск",
                "Οργανική αναζήτηση",
            ],
        ),
        (
            C::PaidSearch,
            &[
                "PPC",
                "SEM",
                "Google Ads",
                "cpc",
                "Контекст",
                "Контекстная реклама",
                "Платный поиск",
                "Директ",
                "Яндекс.Директ",
                "Поиск платный",
                "Πληρωμένη αναζήτηση",
                "Αμειβόμενη αναζήτηση",
            ],
        ),
        (
            C::PaidOther,
            &[
                "Ads",
                "ad",
                "Переходы по рекламе",
                "Реклама",
                "Διαφημίσεις",
                "Διαφήμιση",
                "Прочая платная реклама",
                "Άλλο πληρωμένο",
            ],
        ),
        (
            C::PaidSocial,
            &[
                "Paid social",
                "Meta Ads",
                "Таргет",
                "Таргетированная реклама",
                "Платные соцсети",
                "VK Реклама",
                "Πληρωμένα κοινωνικά δίκτυα",
            ],
        ),
        (
            C::OrganicSocial,
            &[
                "Social",
                "Переходы из социальных сетей",
                "Соцсети",
                "SMM",
                "Οργανικά κοινωνικά δίκτυα",
                "Κοινωνικά δίκτυα",
                "recommend",
                "Дзен",
            ],
        ),
        (
            C::Display,
            &[
                "Banner",
                "programmatic",
                "Медийная реклама",
                "Баннеры",
                "КМС",
                "РСЯ",
                "Οθόνη",
                "Προβολή",
            ],
        ),
        (
            C::Email,
            &[
                "Newsletter",
                "Переходы с почтовых рассылок",
                "email",
                "Рассылка",
                "Ηλεκτρονικό ταχυδρομείο",
                "Ενημερωτικό δελτίο",
                "Email marketing",
            ],
        ),
        (
            C::Referral,
            &[
                "Referrals",
                "referral",
                "Переходы по ссылкам на сайтах",
                "Реферал",
                "Ссылки",
                "Παραπομπή",
            ],
        ),
        (
            C::Messenger,
            &[
                "WhatsApp",
                "messenger",
                "chat",
                "Переходы из мессенджеров",
                "Мессенджеры",
                "Онлайн-чат",
                "Открытая линия",
                "Μηνύματα",
                "Συνομιλία",
            ],
        ),
        (
            C::CrossNetwork,
            &["Performance Max", "Перекрёстные сети", "Διασταυρούμενο δίκτυο", "Cross-network"],
        ),
        (C::PaidVideo, &["Paid video", "Платное видео", "Πληρωμένο βίντεο"]),
        (C::OrganicVideo, &["Organic video", "Видео", "Οργανικό βίντεο"]),
        (C::PaidShopping, &["Paid shopping", "Πληρωμένες αγορές"]),
        (C::OrganicShopping, &["Organic shopping", "Покупки", "Οργανικές αγορές"]),
        (
            C::InboundCall,
            &[
                "Phone inquiry",
                "Call tracking",
                "Звонок",
                "Входящий звонок",
                "Коллтрекинг",
                "Κλήση",
                "Τηλέφωνο",
            ],
        ),
        (
            C::Outbound,
            &[
                "Cold call",
                "Outbound",
                "SDR",
                "Холодный звонок",
                "Исходящий звонок",
                "Холодная база",
                "Εξερχόμενη κλήση",
                "Ψυχρή κλήση",
            ],
        ),
        (
            C::Event,
            &[
                "Trade show",
                "Webinar",
                "Conference",
                "Выставка",
                "Мероприятие",
                "Вебинар",
                "Конференция",
                "Έκθεση",
                "Εκδήλωση",
                "Συνέδριο",
            ],
        ),
        (C::Partner, &["Partner referral", "Партнёр", "Партнёры", "CPA", "Συνεργάτης"]),
        (C::Affiliates, &["Affiliate", "Affiliates"]),
        (
            C::WordOfMouth,
            &[
                "Word of mouth",
                "Customer referral",
                "По рекомендации",
                "Сарафанное радио",
                "Сарафан",
                "Σύσταση",
                "Από στόμα σε στόμα",
            ],
        ),
        (
            C::ExistingCustomer,
            &["Existing customer", "Существующий клиент", "Повторная продажа", "Υπάρχων πελάτης"],
        ),
        (
            C::WebForm,
            &[
                "Web",
                "Website",
                "Веб-сайт",
                "Сайт",
                "CRM-форма",
                "Заявка с сайта",
                "Обратный звонок",
                "Ιστότοπος",
                "Φόρμα",
            ],
        ),
        (
            C::Offline,
            &["Offline sources", "OFFLINE", "Офлайн", "Наружная реклама", "Εκτός σύνδεσης"],
        ),
        (C::AiAssistants, &["AI Referrals", "AI_REFERRALS", "ChatGPT"]),
    ];
    let none = [
        "(not set)",
        "Other",
        "Другое",
        "Не указан",
        "Неизвестно",
        "Άλλο",
        "Άγνωστο",
        "undefined",
        "internal",
        "saved",
    ];
    let mut wrong = Vec::new();
    for (expected, names) in table.into_iter().chain([(C::Unassigned, none.as_slice())]) {
        for source in names {
            let touch = Touch { source, medium: "", campaign: "" };
            let (found, why) = classify(&ChannelMapping::default(), &touch);
            if found != expected {
                wrong.push(format!("{source}: {found:?} by {why:?}, not {expected:?}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
