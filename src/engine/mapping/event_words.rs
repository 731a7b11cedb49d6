//! Which headers stand for which role in files that are neither records nor costs: activities,
//! stage history, survey scores, targets, touches, web visits. Data only, written as in `role_words`.

use super::Role;
use super::role_words::Words;

const fn sure(role: Role, sure: &'static str) -> Words {
    Words { role, sure, likely: "", part: "", never: "" }
}

const RECORD: Words = sure(
    Role::Record,
    "deal id|deal|deal name|opportunity id|opportunity name|opportunity|lead id|lead|lead name|id lead|record id|\
     related to|id сделки|сделка|название сделки|id лида|лид|ευκαιρια|ονομα ευκαιριασ",
);
/// In a history, where the bare words can mean nothing else.
const RECORD_MOVED: Words =
    Words { likely: "id|entity id|object id|ид|contact id|lead|deal", ..RECORD };
const OWNER: Words = sure(
    Role::Owner,
    "owner|deal owner|opportunity owner|activity owner|assigned to|user|agent|manager|\
     last modified by|ответственный|менеджер|сотрудник|υπευθυνοσ|πωλητησ|χρηστησ",
);
const SOURCE: Words = sure(
    Role::Source,
    "source|channel|traffic source|источник|канал|источник трафика|первый источник трафика|\
     последний источник трафика|последний значимый источник трафика|πηγη|καναλι|πηγη επισκεψεων",
);
const PERSON: Words = sure(
    Role::Person,
    "contact|contact name|client|phone|phone number|number|caller|email|контакт|клиент|номер|\
     номер телефона|телефон|почта|επαφη|πελατησ|αριθμοσ|τηλεφωνο",
);
const ACCOUNT: Words = sure(
    Role::Account,
    "account|account name|company|organization|компания|организация|εταιρεια|ονομα λογαριασμου",
);

/// Calls, meetings, e-mails, content used: one row each.
pub const ACTIVITY_WORDS: &[Words] = &[
    sure(
        Role::Date,
        "date|day|call date|call time|activity date|meeting date|date and time|datetime|start time|\
         дата|дата и время|дата звонка|время звонка|дата встречи|ημερομηνια|ημερομηνια και ωρα|\
         ημερομηνια κλησησ",
    ),
    sure(
        Role::Activity,
        "activity type|activity|type|task type|call type|тип|тип дела|вид активности|τυποσ|\
         δραστηριοτητα|τυποσ δραστηριοτητασ",
    ),
    sure(Role::Direction, "direction|call direction|направление|направление звонка|κατευθυνση"),
    sure(
        Role::ActivityResult,
        "disposition|call disposition|call status|call result|outcome|call outcome|result|status|\
         статус звонка|статус|результат|результат звонка|κατασταση|αποτελεσμα",
    ),
    sure(
        Role::Duration,
        "duration|call duration|talk time|duration (s)|duration (min)|длительность|\
         длительность звонка|продолжительность|время разговора|διαρκεια",
    ),
    PERSON,
    ACCOUNT,
    RECORD,
    OWNER,
    SOURCE,
];

/// One row a change of stage.
pub const HISTORY_WORDS: &[Words] = &[
    RECORD_MOVED,
    sure(
        Role::FromStage,
        "from stage|old stage|previous stage|old value|с этапа|из стадии|прежняя стадия|\
         предыдущий этап|απο σταδιο|προηγουμενο σταδιο",
    ),
    Words {
        role: Role::Stage,
        sure: "to stage|new stage|new value|на этап|в стадию|новая стадия|новый этап|σε σταδιο|\
            νεο σταδιο",
        likely: "stage|deal stage|stage name|status|lead status|этап|этап сделки|стадия|\
            стадия сделки|статус|σταδιο|κατασταση",
        part: "",
        never: "",
    },
    sure(Role::Pipeline, "pipeline|воронка|направление|αγωγοσ πωλησεων"),
    sure(
        Role::Date,
        "last modified|date|changed at|change date|changed on|moved at|moved on|entered at|edit date|\
         timestamp|time|event date|event time|дата|дата изменения|дата перехода|время|\
         дата и время|ημερομηνια|ημερομηνια αλλαγησ",
    ),
    OWNER,
];

/// One row an answer.
pub const SCORE_WORDS: &[Words] = &[
    sure(
        Role::Score,
        "score|nps|nps score|rating|csat|оценка|балл|nps оценка|βαθμολογια|βαθμοσ|αξιολογηση",
    ),
    sure(
        Role::Date,
        "date|response date|submitted at|survey date|answered at|дата|дата ответа|дата опроса|\
         ημερομηνια|ημερομηνια απαντησησ",
    ),
    sure(
        Role::Comment,
        "comment|comments|feedback|verbatim|комментарий|отзыв|σχολιο|σχολια|παρατηρησεισ",
    ),
    PERSON,
    ACCOUNT,
    RECORD,
];

/// One row a planned figure.
pub const TARGET_WORDS: &[Words] = &[
    sure(Role::Date, "period|month|quarter|date|период|месяц|квартал|дата|περιοδοσ|μηνασ|τριμηνο"),
    sure(Role::Measure, "kpi|measure|metric|показатель|метрика|δεικτησ|μετρο"),
    sure(Role::Target, "value|target|plan|goal|план|цель|значение|στοχοσ|τιμη"),
    SOURCE,
    OWNER,
    ACCOUNT,
    sure(Role::Product, "product|product name|товар|продукт|услуга|προιον|υπηρεσια"),
    sure(Role::Campaign, "campaign|campaign name|кампания|καμπανια"),
];

/// One row a touch of marketing with a record.
pub const TOUCH_WORDS: &[Words] = &[
    RECORD,
    sure(
        Role::Date,
        "date|touch date|touchpoint date|interaction date|timestamp|date and time|datetime|time|\
         visit date|дата|дата касания|дата и время|время|дата визита|ημερομηνια|\
         ημερομηνια επαφησ|ημερομηνια και ωρα",
    ),
    sure(
        Role::Source,
        "source|channel|touch|touchpoint|touch channel|interaction source|traffic source|источник|\
         канал|касание|канал касания|источник трафика|πηγη|καναλι|σημειο επαφησ",
    ),
    sure(Role::UtmSource, "utm source"),
    sure(Role::UtmMedium, "utm medium|medium"),
    sure(Role::UtmCampaign, "utm campaign|campaign|кампания|καμπανια"),
];

/// One row a cost that is no advertising.
pub const OTHER_COST_WORDS: &[Words] = &[
    sure(
        Role::Date,
        "date|day|month|period|cost date|дата|день|месяц|период|ημερομηνια|μηνασ|περιοδοσ",
    ),
    sure(
        Role::Spend,
        "cost|costs|amount|spend|expense|expenses|total|sum|сумма|расход|расходы|затраты|стоимость|\
         κοστοσ|ποσο|δαπανη|εξοδα|εξοδο",
    ),
    sure(
        Role::CostType,
        "type|cost type|expense type|category|cost category|expense category|cost item|item|kind|\
         статья|статья расходов|статья затрат|тип|тип расхода|категория|вид расхода|вид затрат|\
         τυποσ|κατηγορια|ειδοσ|ειδοσ εξοδου|τυποσ κοστουσ|κατηγορια εξοδων",
    ),
    sure(Role::Currency, "currency|currency code|валюта|νομισμα"),
];

/// One row a day, or a source, of visits.
pub const VISIT_WORDS: &[Words] = &[
    sure(Role::Date, "date|day|visit date|дата|дата визита|день|ημερομηνια|ημερα"),
    sure(Role::Visits, "visits|sessions|визиты|сеансы|επισκεψεισ|περιοδοι συνδεσησ"),
    sure(Role::Visitors, "visitors|users|посетители|пользователи|επισκεπτεσ|χρηστεσ"),
    SOURCE,
    sure(Role::UtmSource, "utm source|session source"),
    sure(Role::UtmMedium, "utm medium|session medium|medium"),
    sure(Role::UtmCampaign, "utm campaign|session campaign|campaign|кампания"),
];

/// Roles of files with one row a currency and day.
pub const RATE_WORDS: &[Words] = &[
    Words {
        role: Role::Date,
        sure: "date|day|дата|день|ημερομηνια|ημερα",
        likely: "valid from|from|с даты|start date|month|месяц|μηνασ",
        part: "",
        never: "",
    },
    Words {
        role: Role::Currency,
        sure: "currency|currency code|валюта|код валюты|νομισμα|κωδικοσ νομισματοσ",
        likely: "code|iso code|from currency|код|κωδικοσ",
        part: "currency|валюта",
        never: "rate|курс",
    },
    Words {
        role: Role::Rate,
        sure: "rate|exchange rate|fx rate|conversion rate|курс|курс валюты|обменный курс|ισοτιμια|\
            συναλλαγματικη ισοτιμια",
        likely: "",
        part: "exchange rate|fx rate|курс|ισοτιμια",
        never: "",
    },
];
