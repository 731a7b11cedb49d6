//! Which headers stand for which role in files of ad costs. The narrower header (“cost per click”) is
//! something else in every language. Data only, written as in `role_words`.

use super::Role;
use super::role_words::Words;

/// Roles of files with one row a day (or other period) and campaign.
pub const SPEND_WORDS: &[Words] = &[
    Words {
        role: Role::Date,
        sure: "day|date|день|дата|ημερα|ημερομηνια|by day|date start|time period|stat time",
        likely: "week starting|week commencing|week of|week beginning|month starting|неделя с|μηνασ|περιοδοσ|\
            εβδομαδα|reporting starts|start date (in utc)|start date|week|month|period|gregorian date|\
            начало отчетного периода|дата начала отчетности|начало отчетности|неделя|месяц|период|\
            εναρξη αναφορασ|початок звітності|tag|jour|datum",
        part: "",
        never: "",
    },
    Words {
        role: Role::Campaign,
        sure: "campaign|campaign name|кампания|название кампании|рекламная кампания|καμπανια|\
            ονομα καμπανιασ|назва кампанії|kampagne|campagne|utm campaign",
        likely: "campaign group name|budget name|ad set name|αδ",
        part: "campaign name|campaign|кампания|καμπανια",
        never: "id|ids|type|status|delivery|objective|budget|group|тип|статус|показ|№|номер|\
            description",
    },
    Words {
        role: Role::CampaignId,
        sure: "campaign id|№ кампании|id кампании|номер кампании|κωδικοσ καμπανιασ",
        likely: "campaign number",
        part: "campaign id|id кампании",
        never: "group",
    },
    Words {
        role: Role::Spend,
        sure: "cost|costs|spend|spent|amount spent|total spent|ad spend|adspend|billed cost|расход|\
            расходы|расход всего|потраченная сумма|затраты|сумма расхода|κοστοσ|\
            ποσο που δαπανηθηκε|δαπανη|δαπανεσ|витрачена сума|kosten|coût",
        likely: "цена|amount|budget spent|сумма|стоимость|бюджет|ποσο",
        part: "spent|spend|cost|расход*|затрат*|потрачен*|δαπαν*|κοστοσ|amount spent",
        never: "per|за|ср|avg|average|средн*|цена|conv|conversion*|конв*|rate|click*|клик*|cpc|cpm|\
            result*|результат*|доля|share|limit|type|sales|goods|revenue|lead|leads|view|views|\
            impression*|acquisition|install*|action|actions|target|cpa|cpl|cpo|cac|center|centre|\
            ratio|percent|последн*|лид|лида|лидов|заявки|заявку|показ*|просмотр*|цели|целев*|\
            установк*|действи*|продаж|продажи|товар*|процент*|тип|лимит|ανα|μεσο*|μεση|ποσοστο|\
            πωλησ*|πωληθ*|κλικ|κλικσ|μετατροπ*|εμφανισ*|προβολ*|αποτελεσμα*|πελατη|επαφη|μεριδιο|\
            τυποσ|οριο",
    },
    Words {
        role: Role::Currency,
        sure: "currency|currency code|код валюты|валюта|νομισμα|κωδικοσ νομισματοσ|\
            code de la devise|wahrungscode|währungscode|account currency",
        likely: "",
        part: "currency|валюта",
        never: "",
    },
    Words {
        role: Role::Impressions,
        sure: "impr.|impr|impressions|impression|показы|εμφανισεισ|покази|αριθμοσ εμφανισεων",
        likely: "views|просмотры|προβολεσ",
        part: "impression*|показы|εμφανισεισ",
        never: "per|за|cpm|cost|costs|price|rate|share|lost|%|доля|цена|стоимость|расход*|ср|средн*|\
            avg|average|взвешенные|1|1000|campaign|кампании|тип|type|top|absolute|unique|уникальн*|\
            процент*|частота|ανα|κοστοσ|κοστουσ|δαπαν*|μεσο*|μεση|ποσοστο|μεριδιο|χιλι*|τυποσ|\
            συχνοτητα|μοναδικ*",
    },
    Words {
        role: Role::Clicks,
        sure: "clicks|link clicks|клики|клики на ссылку|клики по ссылке|переходы|κλικ|κλικσ|\
            αριθμοσ κλικ|συνολο κλικ|κλικ σε συνδεσμο|clics|klicks|κλικ συνδεσμου",
        likely: "sessions|interactions|визиты|clicks to landing page",
        part: "clicks|клики|κλικ",
        never: "per|за|cpc|cost|costs|price|rate|ctr|%|цена|стоимость|расход*|доля|ср|средн*|avg|\
            average|share|conv|conversion*|конверси*|процент*|social|all|invalid|unique|уникальн*|ανα|\
            κοστοσ|κοστουσ|δαπαν*|μεσο*|μεση|ποσοστο|μεριδιο|μετατροπ*|μοναδικ*|τιμη",
    },
    Words {
        role: Role::Conversions,
        sure: "leads|лиды|заявки|заявок|лидов|количество заявок|количество лидов|δυνητικοι πελατεσ",
        likely: "conversions|results|result|конверсии|результаты|результат(ы)|результат|цели|\
            достижения целей|αποτελεσματα|μετατροπεσ|total conversion|total conversions",
        part: "conversion|conversions|leads|конверсии|лиды|μετατροπεσ",
        never: "per|за|rate|value|cost|%|ценность|коэфф|коэффициент|цена|стоимость|revenue|approved|\
            all|average|avg|ср|средн*|процент*|доля|share|αξια|ανα|ποσοστο|κοστοσ|κοστουσ|μεσο*|μεση|\
            τιμη",
    },
    Words {
        role: Role::Source,
        sure: "source|channel|источник|канал|πηγη|καναλι|traffic source|рекламная система",
        likely: "media source|platform|ad platform|платформа|площадка|πλατφορμα",
        part: "",
        never: "",
    },
    Words { role: Role::UtmSource, sure: "utm source", likely: "", part: "", never: "" },
    Words { role: Role::UtmMedium, sure: "utm medium|medium", likely: "", part: "", never: "" },
];
