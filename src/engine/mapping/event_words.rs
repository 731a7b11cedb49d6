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
     related to|regarding|associated deal|associated deal id|associated deal ids|related deal|\
     opportunity number|deal number|id сделки|ид сделки|номер сделки|№ сделки|сделка|\
     название сделки|наименование сделки|связанная сделка|id лида|ид лида|номер лида|лид|ευκαιρια|\
     ονομα ευκαιριασ|κωδικοσ ευκαιριασ|id ευκαιριασ|αριθμοσ ευκαιριασ|δυνητικοσ πελατησ",
);
/// Where a column names the deal, and another one the lead.
const LEAD: Words = sure(
    Role::Lead,
    "lead id|lead|lead name|id lead|lead number|related lead|associated lead|associated lead id|\
     id лида|ид лида|номер лида|лид|название лида|связанный лид|δυνητικοσ πελατησ|\
     id δυνητικου πελατη|κωδικοσ δυνητικου πελατη",
);
/// In a history, where the bare words can mean nothing else.
const RECORD_MOVED: Words = Words {
    likely: "id|entity id|object id|ид|contact id|lead|deal|κωδικοσ|номер|заявка|номер заявки|αιτημα",
    ..RECORD
};
const OWNER: Words = sure(
    Role::Owner,
    "owner|deal owner|opportunity owner|activity owner|assigned to|user|agent|manager|\
     last modified by|sales rep|rep|used by|sent by|made by|performed by|completed by|host|\
     organizer|organiser|sender|activity assigned to|task assigned to|meeting owner|edited by|\
     changed by|created by|ответственный|менеджер|сотрудник|исполнитель|отправитель|организатор|\
     кто изменил|кем изменено|кто использовал|кто звонил|оператор|автор|υπευθυνοσ|πωλητησ|χρηστησ|αποστολεασ|\
     διοργανωτησ|χρησιμοποιηθηκε απο|αλλαγη απο|ανατεθηκε σε",
);
const SOURCE: Words = sure(
    Role::Source,
    "source|channel|traffic source|источник|канал|источник трафика|первый источник трафика|\
     последний источник трафика|последний значимый источник трафика|πηγη|καναλι|πηγη επισκεψεων|\
     session default channel group|default channel group|first user default channel group|\
     session default channel grouping|default channel grouping|channel group|channel grouping|\
     session primary channel group|группа каналов по умолчанию|основная группа каналов|\
     session source / medium|source / medium|first user source / medium|source/medium|\
     session source/medium|источник / канал|источник/канал|источник или канал сеанса|\
     προεπιλεγμενη ομαδα καναλιων|ομαδα καναλιων|πηγη / μεσο|πηγη/μεσο",
);
const PERSON: Words = sure(
    Role::Person,
    "contact|contact name|client|phone|phone number|number|caller|email|email address|e mail|\
     contact email|to|sent to|to email|caller number|customer number|client phone|client number|кому отправлено|\
     номер абонента|абонент|телефон клиента|номер клиента|телефон абонента|τηλεφωνο πελατη|προσ|\
     respondent email|respondent|recipient|recipient email|attendee|attendees|\
     participants|associated contact|контакт|клиент|номер|номер телефона|телефон|почта|\
     электронная почта|получатель|кому|участники|επαφη|πελατησ|αριθμοσ|τηλεφωνο|παραληπτησ|\
     διευθυνση email|συμμετεχοντεσ",
);
const ACCOUNT: Words = sure(
    Role::Account,
    "account|account name|company|organization|компания|организация|εταιρεια|ονομα λογαριασμου",
);

/// Calls, meetings, e-mails, content used, tasks: one row each.
pub const ACTIVITY_WORDS: &[Words] = &[
    Words {
        role: Role::Date,
        sure: "date|day|call date|call time|activity date|meeting date|meeting time|date and time|\
            datetime|start time|email date|sent|date sent|sent date|sent at|sent on|task date|\
            used on|date used|viewed at|viewed on|held on|дата|дата и время|дата звонка|\
            время звонка|дата и время звонка|дата и время встречи|дата встречи|время встречи|дата письма|дата отправки|отправлено|\
            дата дела|дата задачи|дата активности|дата проведения|дата события|\
            дата использования|дата показа|ημερομηνια|ημερομηνια και ωρα|ημερομηνια κλησησ|\
            ημερομηνια συναντησησ|ημερομηνια ραντεβου|ημερομηνια αποστολησ|ημερομηνια ενεργειασ|\
            ημερομηνια δραστηριοτητασ|ημερομηνια εργασιασ|ημερομηνια χρησησ",
        likely: "due date|completed|completed at|completed date|date completed|timestamp|time|when|\
            scheduled at|scheduled for|started at|start date|start|create date|created|created at|\
            срок|крайний срок|дата начала|начало|дата и время начала|start datetime|ημερομηνια εναρξησ|дата выполнения|время|дата создания|προθεσμια|\
            ημερομηνια ολοκληρωσησ|ημερομηνια ληξησ|ωρα|ημερομηνια δημιουργιασ",
        part: "",
        never: "",
    },
    Words {
        role: Role::Activity,
        sure: "activity type|activity|type|task type|call type|meeting type|content|content name|\
            content title|content used|asset|asset name|document|document name|material|collateral|\
            тип|тип дела|тип задачи|тип встречи|тип активности|вид активности|вид дела|материал|\
            контент|документ|название материала|τυποσ|δραστηριοτητα|τυποσ δραστηριοτητασ|\
            τυποσ εργασιασ|τυποσ ενεργειασ|τυποσ συναντησησ|ενεργεια|υλικο|περιεχομενο|εγγραφο",
        likely: "subject|email subject|task|task name|task title|title|meeting name|meeting title|\
            activity subject|topic|тема|тема письма|тема встречи|задача|название задачи|дело|\
            название дела|θεμα|θεμα email|θεμα συναντησησ|εργασια|τιτλοσ",
        part: "",
        never: "",
    },
    Words {
        role: Role::Name,
        sure: "",
        likely: "content|content name|content title|content used|content item|asset|asset name|\
            document|document name|material|material name|collateral|file name|материал|контент|\
            документ|название материала|название документа|υλικο|ονομα υλικου|περιεχομενο|εγγραφο",
        part: "",
        never: "",
    },
    sure(
        Role::Direction,
        "direction|call direction|направление|направление звонка|тип звонка|κατευθυνση|κατευθυνση κλησησ",
    ),
    Words {
        role: Role::ActivityResult,
        sure: "disposition|call disposition|call status|call result|outcome|call outcome|result|status|\
            meeting outcome|meeting status|meeting result|email status|delivery status|task status|\
            activity status|статус звонка|статус|результат|результат звонка|статус встречи|\
            результат встречи|статус письма|статус задачи|итог|итог встречи|κατασταση|αποτελεσμα|\
            αποτελεσμα κλησησ|αποτελεσμα συναντησησ|κατασταση εργασιασ|κατασταση συναντησησ",
        likely: "done|is done|completed|выполнено|завершено|ολοκληρωθηκε",
        part: "",
        never: "",
    },
    sure(
        Role::Duration,
        "duration|call duration|talk time|duration (s)|duration (min)|meeting duration|длительность|\
         длительность звонка|длительность, сек|длительность (сек)|длительность, мин|длительность встречи|продолжительность|время разговора|διαρκεια|\
         διαρκεια συναντησησ",
    ),
    PERSON,
    ACCOUNT,
    RECORD,
    LEAD,
    OWNER,
    SOURCE,
];

/// One row a change of stage.
pub const HISTORY_WORDS: &[Words] = &[
    RECORD_MOVED,
    Words {
        role: Role::FromStage,
        sure: "from stage|old stage|previous stage|prior stage|stage from|stage before|old value|\
            old status|previous status|status from|from status|с этапа|из этапа|из стадии|\
            прежняя стадия|прошлая стадия|старая стадия|предыдущая стадия|стадия до|этап до|\
            статус до|прежний этап|старый этап|предыдущий этап|старый статус|прежний статус|\
            предыдущий статус|απο σταδιο|απο το σταδιο|σταδιο απο|σταδιο πριν|\
            προηγουμενο σταδιο|παλιο σταδιο|προηγουμενη κατασταση|παλια κατασταση",
        likely: "from|was|было|απο",
        part: "",
        never: "",
    },
    Words {
        role: Role::Stage,
        sure: "to stage|new stage|new value|stage to|stage after|new status|status to|to status|на этап|\
            в этап|в стадию|новая стадия|новый этап|стадия после|этап после|статус после|\
            новый статус|σε σταδιο|στο σταδιο|σταδιο σε|σταδιο μετα|νεο σταδιο|νεα κατασταση",
        likely: "to|became|стало|σε|stage|deal stage|stage name|status|lead status|этап|этап сделки|стадия|\
            стадия сделки|статус|σταδιο|κατασταση",
        part: "",
        never: "",
    },
    sure(
        Role::Pipeline,
        "pipeline|sales process|воронка|направление|процесс продаж|αγωγοσ πωλησεων|ροη πωλησεων",
    ),
    sure(
        Role::Date,
        "last modified|date|changed at|change date|change time|date changed|changed on|changed|moved|\
         moved at|moved on|entered|entered at|entered on|entered date|date entered|edit date|\
         edited at|stage date|transition date|timestamp|time|date and time|event date|event time|\
         дата|дата изменения|дата и время изменения|дата перехода|дата смены|дата смены этапа|\
         дата смены стадии|дата изменения стадии|дата изменения этапа|дата входа|когда|время|\
         дата и время|ημερομηνια|ημερομηνια αλλαγησ|ημ/νια αλλαγησ|ημερομηνια και ωρα|\
         ημερομηνια και ωρα αλλαγησ|ημερομηνια μεταβασησ|ημερομηνια μεταβολησ|ημερομηνια εισοδου",
    ),
    OWNER,
];

/// One row an answer.
pub const SCORE_WORDS: &[Words] = &[
    sure(
        Role::Score,
        "score|nps|nps score|rating|csat|how likely are you to recommend us?|\
         how likely are you to recommend us|likelihood to recommend|оцените от 0 до 10|оценка|балл|nps оценка|βαθμολογια|βαθμοσ|αξιολογηση",
    ),
    sure(
        Role::Date,
        "date|response date|submitted at|survey date|answered at|дата|дата ответа|дата опроса|\
         ημερομηνια|ημερομηνια απαντησησ",
    ),
    sure(
        Role::Comment,
        "comment|comments|feedback|verbatim|why?|why|комментарий|отзыв|σχολιο|σχολια|παρατηρησεισ",
    ),
    PERSON,
    ACCOUNT,
    RECORD,
    LEAD,
];

/// One row a planned figure.
pub const TARGET_WORDS: &[Words] = &[
    sure(
        Role::Date,
        "period|month|quarter|date|week|start date|month start|period start|period begin|период|\
         месяц|квартал|дата|неделя|начало периода|начало месяца|месяц и год|год и месяц|περιοδοσ|\
         μηνασ|τριμηνο|ημερομηνια|εβδομαδα|αρχη περιοδου",
    ),
    sure(Role::Measure, "kpi|measure|metric|показатель|метрика|δεικτησ|μετρο"),
    sure(Role::Target, "value|target|plan|goal|план|цель|значение|στοχοσ|τιμη"),
    SOURCE,
    OWNER,
    ACCOUNT,
    sure(Role::Product, "product|product name|товар|продукт|услуга|προιον|υπηρεσια"),
    sure(Role::Campaign, "campaign|campaign name|кампания|καμπανια"),
    // Their names are put together of words: see `planned`.
    sure(Role::PlannedRevenue, ""),
    sure(Role::PlannedWon, ""),
    sure(Role::PlannedLeads, ""),
];

/// One row a touch of marketing with a record.
pub const TOUCH_WORDS: &[Words] = &[
    Words {
        likely: "contact email|contact id|contact|person|client id|user id|visitor id|email|\
            email address|phone|id|id контакта|ид контакта|контакт|почта|телефон|клиент|επαφη|\
            κωδικοσ επαφησ|email επαφησ|τηλεφωνο",
        ..RECORD
    },
    LEAD,
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
         τυποσ|κατηγορια|ειδοσ|ειδοσ εξοδου|τυποσ κοστουσ|τυποσ εξοδου|κατηγορια εξοδου|\
         κατηγορια εξοδων|κατηγορια κοστουσ|категория расхода|категория расходов",
    ),
    sure(Role::Currency, "currency|currency code|валюта|νομισμα"),
];

/// One row a day, or a source, of visits.
pub const VISIT_WORDS: &[Words] = &[
    sure(
        Role::Date,
        "date|day|visit date|week|month|дата|дата визита|день|неделя|месяц|ημερομηνια|ημερα|εβδομαδα|μηνασ|ημερομηνια επισκεψησ",
    ),
    sure(
        Role::Visits,
        "visits|sessions|engaged sessions|визиты|сеансы|επισκεψεισ|περιοδοι συνδεσησ|συνεδριεσ",
    ),
    sure(
        Role::Visitors,
        "visitors|users|total users|active users|unique visitors|посетители|пользователи|\
         всего пользователей|επισκεπτεσ|χρηστεσ|συνολικοι χρηστεσ|ενεργοι χρηστεσ",
    ),
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
