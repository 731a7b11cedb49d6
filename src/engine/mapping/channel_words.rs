//! What the channel rules know by name: sites of each kind, words for a medium, and the names that
//! people and systems give to whole channels in English, Russian and Greek.
//!
//! A list is one text with `|` between its entries ([`listed`]). All entries are as
//! [`crate::engine::fold::fold_header`] leaves them, with dots as they are in site lists and as spaces in
//! names. Not here: the rules and their order (`channel`).

use super::Channel;
use super::stage_words::any;
use crate::engine::fold::fold_header;

/// Whether a list names the text.
pub fn listed(list: &str, text: &str) -> bool {
    list.split('|').any(|entry| entry == text)
}

/// The words of a source that say that it is advertising.
pub fn advertised(source: &str) -> Option<String> {
    let plain = fold_header(source);
    // `Google (not paid)`, `Instagram без рекламы`.
    if any(NOT_ADVERTISED, &plain) {
        return None;
    }
    let found = ADVERTISED.split('|').find(|phrase| any(phrase, &plain));
    found.map(|phrase| phrase.trim_end_matches('*').to_owned())
}

/// Search engines, by site name or whole address.
pub const SEARCH: &str = "google|bing|yahoo|yandex|яндекс|ya.ru|ya|mail.ru|go.mail.ru|duckduckgo|ecosia|baidu|\
    naver|daum|seznam|qwant|startpage|rambler|рамблер|sputnik|ask|aol|brave|sogou|\
    haosou|so.com|presearch|swisscows|mojeek|search.in.gr|гугл";

/// Social networks, by site name or whole address.
pub const SOCIAL: &str = "facebook|fb|fb.com|instagram|ig|messenger.com|threads|threads.net|twitter|t.co|\
    x.com|linkedin|lnkd.in|youtube community|pinterest|reddit|quora|tumblr|tiktok|\
    snapchat|snap|telegram|t.me|tg|vk|vk.com|vkontakte|вк|вконтакте|ok|ok.ru|\
    odnoklassniki|одноклассники|dzen|dzen.ru|zen|дзен|zen.yandex.ru|my.mail.ru|\
    livejournal|habr|pikabu|vc.ru|xing|slack|discord|github|bluesky|bsky.app|mastodon|\
    weibo|line.me|mytarget|телеграм|телеграмм|фейсбук|инстаграм|инстаграмм";

/// Video sites.
pub const VIDEO: &str = "youtube|youtu.be|ютуб|vimeo|dailymotion|twitch|rutube|рутуб|wistia|vkvideo|netflix|\
    hulu|bilibili";

/// Shops and marketplaces.
pub const SHOPPING: &str = "amazon|ebay|etsy|aliexpress|alibaba|walmart|shopify|shopping.google.com|\
    google shopping|market.yandex.ru|yandex market|яндекс маркет|яндекс.маркет|ozon|\
    озон|wildberries|вайлдберриз|skroutz|σκρουτζ|bestprice.gr|avito|авито|price.ru|\
    e-katalog";

/// Assistants that answer with links.
pub const ASSISTANTS: &str = "chatgpt|chatgpt.com|chat.openai.com|openai|claude|claude.ai|perplexity|gemini|\
    gemini.google.com|google gemini|bard.google.com|copilot|copilot.microsoft.com|\
    deepseek|grok|phind|mistral|chat.mistral.ai|gigachat|alice.yandex.ru";

/// Messengers, where a person writes to a person.
pub const MESSENGERS: &str = "whatsapp|wa.me|ватсап|вотсап|viber|вайбер|skype|wechat|jivo|jivosite|jivochat|\
    intercom";

/// Advertising systems of search engines that are written into `source` as such.
pub const SEARCH_ADS: &str = "adwords|googleads|direct|директ|yandex direct|яндекс директ|bingads";

/// Words by which a source without a medium says that it is advertising, beside the name of a site.
/// `Директ` alone may be the messages of Instagram.
const ADVERTISED: &str = "ads|ad|adv|advert*|paid|sponsored|remarketing|retargeting|lead ads|lead gen|\
    leadgen|lead form|lead forms|реклама|рекламы|рекламе|рекламу|рекламой|рекламн*|таргет*|контекст*|ретаргет*|ремаркет*|платн*|лид форм*|лидформ*|\
    яндекс директ|yandex direct|διαφημισ*|πληρωμεν*|χορηγουμεν*";
/// Words that deny it.
const NOT_ADVERTISED: &str = "not|no|non|nonpaid|unpaid|without|organic|organically|free|без|не|бесплатн*|органи*|\
    неплатн*|χωρισ|οχι|μη|δωρεαν|οργανικ*";

/// Media that mean Display in GA4.
pub const DISPLAY_MEDIA: &str = "display|banner|expandable|interstitial|cpm";
/// Media that mean Organic Social in GA4.
pub const SOCIAL_MEDIA: &str = "social|social network|social media|sm|smm|соцсети";
/// Media that mean Referral in GA4.
pub const REFERRAL_MEDIA: &str = "referral|app|link";
/// Sources or media that mean Email; GA4's own, and newsletters.
pub const EMAIL_WORDS: &str = "email|e mail|e-mail|e_mail|newsletter|рассылка";
/// Written for “no value”.
pub const NO_VALUE: &str = "(not set)|not set|(none)|none|null|undefined|-";

/// Whole names of channels, as GA4, HubSpot, Yandex Metrika, CRMs and people write them.
pub const NAMES: &[(Channel, &str)] = &[
    (
        Channel::Direct,
        "direct traffic|прямые заходы|прямой|прямой заход|прямой трафик|прямые переходы|\
        αμεση|αμεση επισκεψιμοτητα|απευθειασ",
    ),
    (
        Channel::OrganicSearch,
        "organic search|organic|seo|search|переходы из поисковых систем|органика|\
        органический поиск|поиск|бесплатный поиск|обычный поиск|поисковая система|\
        οργανικη αναζητηση",
    ),
    (
        Channel::PaidSearch,
        "paid search|ppc|sem|cpc|google ads|google adwords|adwords|bing ads|\
        microsoft ads|контекст|контекстная реклама|я директ|яд|платный поиск|поиск платный|директ|\
        yandex direct|ya direct|яндекс директ|гугл реклама|πληρωμενη αναζητηση|\
        αμειβομενη αναζητηση",
    ),
    (
        Channel::PaidSocial,
        "paid social|meta ads|facebook ads|fb ads|instagram ads|linkedin ads|tiktok ads|\
        vk ads|vk реклама|вк реклама|target vk|vk target|target|targeting|таргет|\
        таргет вк|таргетированная реклама|платные соцсети|mytarget|\
        πληρωμενα κοινωνικα δικτυα",
    ),
    (
        Channel::OrganicSocial,
        "organic social|social|social media|переходы из социальных сетей|социальные сети|\
        соцсети|smm|οργανικα κοινωνικα δικτυα|κοινωνικα δικτυα|\
        переходы из рекомендательных систем|recommend|recommendation feeds|recommendation systems|рекомендательные системы",
    ),
    (
        Channel::Display,
        "display|banner|banners|programmatic|медийная реклама|баннеры|баннер|кмс|рся|\
        οθονη|προβολη",
    ),
    (
        Channel::Email,
        "email|email marketing|e mail|newsletter|переходы с почтовых рассылок|рассылка|\
        рассылки|email рассылка|ηλεκτρονικο ταχυδρομειο|ενημερωτικο δελτιο",
    ),
    (
        Channel::Referral,
        "referral|referrals|переходы по ссылкам на сайтах|реферал|ссылки|ссылка|\
        παραπομπη|παραπομπεσ",
    ),
    (
        Channel::Messenger,
        "messenger|messengers|whatsapp|chat|live chat|переходы из мессенджеров|\
        мессенджеры|мессенджер|онлайн чат|чат|открытая линия|μηνυματα|συνομιλια",
    ),
    (
        Channel::CrossNetwork,
        "cross network|performance max|pmax|перекрестные сети|διασταυρουμενο δικτυο",
    ),
    (
        Channel::PaidOther,
        "paid other|ads|ad|переходы по рекламе|реклама|прочая платная реклама|διαφημισεισ|\
        διαφημιση|αλλο πληρωμενο",
    ),
    (Channel::PaidVideo, "paid video|платное видео|πληρωμενο βιντεο"),
    (Channel::OrganicVideo, "organic video|video|видео|οργανικο βιντεο"),
    (Channel::PaidShopping, "paid shopping|πληρωμενεσ αγορεσ"),
    (Channel::OrganicShopping, "organic shopping|покупки|οργανικεσ αγορεσ"),
    (Channel::Affiliates, "affiliates|affiliate"),
    (Channel::AiAssistants, "ai referrals|ai assistants|ии ассистенты"),
    (
        Channel::InboundCall,
        "inbound call|phone|phone inquiry|call|call tracking|звонок|входящий звонок|\
        телефон|коллтрекинг|κληση|εισερχομενη κληση|τηλεφωνο",
    ),
    (
        Channel::Outbound,
        "outbound|cold call|cold calls|cold calling|cold email|cold outreach|sdr|холодный обзвон|холодный звонок|холодные звонки|\
        исходящий звонок|холодная база|εξερχομενη κληση|ψυχρη κληση",
    ),
    (
        Channel::Event,
        "event|events|trade show|tradeshow|webinar|conference|exhibition|exhibitions|expo|fair|выставка|выставки|\
        мероприятие|мероприятия|вебинар|конференция|εκθεση|εκδηλωση|συνεδριο",
    ),
    (
        Channel::Partner,
        "partner|partners|partner referral|партнер|партнеры|cpa|συνεργατησ|συνεργατεσ",
    ),
    (
        Channel::WordOfMouth,
        "word of mouth|customer referral|employee referral|external referral|\
        recommendation|по рекомендации|рекомендация|рекомендации|сарафанное радио|\
        сарафан|συσταση|απο στομα σε στομα",
    ),
    (
        Channel::ExistingCustomer,
        "existing customer|existing client|существующий клиент|повторная продажа|\
        повторные продажи|υπαρχων πελατησ",
    ),
    (
        Channel::WebForm,
        "web|website|web form|веб сайт|сайт|crm форма|заявка с сайта|обратный звонок|\
        ιστοτοποσ|ιστοσελιδα|φορμα",
    ),
    (Channel::Offline, "offline|offline sources|офлайн|оффлайн|наружная реклама|εκτοσ συνδεσησ"),
    (Channel::OtherCampaigns, "other campaigns|другие кампании"),
    (Channel::Sms, "sms|смс"),
    (Channel::Push, "push|пуш|web push"),
];
