//! Which headers stand for which role, in English, Russian and Greek, with the names that exporters
//! use (reference: headers, 6d to 6f). Data only; how headers are compared is in `header`.
//!
//! A list is one text with `|` between its entries, each as [`crate::engine::fold::fold_header`] leaves it
//! (so `σ` also ends a word). In `part` and `never` a trailing `*` stands for any ending.

use super::Role;

/// The words of one role.
pub struct Words {
    pub role: Role,
    /// The whole header, and nothing else goes by this name.
    pub sure: &'static str,
    /// The whole header, where nothing better is there.
    pub likely: &'static str,
    /// Words inside a longer header.
    pub part: &'static str,
    /// Words that make a longer header something narrower.
    pub never: &'static str,
}

/// Roles of files with one row a deal or lead.
pub const RECORD_WORDS: &[Words] = &[
    Words {
        role: Role::RecordId,
        sure: "id|record id|deal id|opportunity id|lead id|contact id|request id|ticket id|\
            id сделки|id лида|ид|ид сделки|ид лида|номер сделки|№ сделки|номер заявки|№ заявки|\
            αναγνωριστικο|id ευκαιριασ|κωδικοσ ευκαιριασ",
        likely: "номер|№|код|number|deal number|deal no|deal #|opportunity #|opportunity number|\
            opportunity no|lead number|lead #|uuid|guid|key|κωδικοσ|order id|order number|order #|\
            номер заказа|номер лида|код сделки|reference|reference number|ref|ref.|deal reference|\
            αριθμοσ ευκαιριασ|κωδικοσ lead|κωδικοσ πωλησησ|κωδικοσ δυνητικου πελατη|\
            αριθμοσ παραγγελιασ|αριθμοσ αιτηματοσ",
        part: "deal id|lead id|opportunity id|record id",
        never: "associated|converted|campaign|company|account|owner|contact",
    },
    Words {
        role: Role::Name,
        sure: "deal name|opportunity name|deal title|opportunity|title|название сделки|наименование сделки|\
            наименование лида|название заявки|имя сделки|\
            название лида|название|ονομα ευκαιριασ|τιτλοσ|τιτλοσ ευκαιριασ",
        likely: "name|lead name|δυνητικοι πελατεσ|δυνητικοσ πελατησ|subject|сделка|лид|наименование|тема|ονομα|ευκαιρια",
        part: "deal name|название сделки",
        never: "",
    },
    Words {
        role: Role::Stage,
        sure: "stagename|stage|deal stage|stage name|deal stage name|sales stage|opportunity stage|\
            lifecycle stage|pipeline stage|lead stage|стадия|стадия сделки|стадия лида|этап|\
            этап сделки|этап воронки|σταδιο|σταδιο πωλησησ|σταδιο πωλησεων|φαση",
        likely: "status|lead status|deal status|opportunity status|статус|статус сделки|\
            статус лида|статус заявки|статус обращения|κατασταση|κατασταση lead|status label|stage id|status id|phase|state|step|шаг",
        part: "stage|стадия|этап|σταδιο",
        never: "date|days|duration|change*|changed|entered|exited|previous|from|to|semantic|id|\
            дата|изменения|дополнительно|о|предыдущ*|ημερομηνια",
    },
    Words {
        role: Role::Outcome,
        sure: "deal status|stage semantic id|stage semantic|semantic|outcome|result|\
            статус сделки|группа стадии|исход|результат сделки|αποτελεσμα",
        likely: "status|lead status|статус|статус лида|κατασταση|closed|won|сделка закрыта|закрыта",
        part: "status|статус|κατασταση",
        never: "date|id|звонка|call|дата",
    },
    Words {
        role: Role::Pipeline,
        sure: "pipeline|deal pipeline|sales pipeline|pipeline name|sales process|category name|воронка|\
            воронка продаж|процесс продаж|αγωγοσ πωλησεων|ροη πωλησεων",
        likely: "category|category id|направление|funnel|διαδικασια",
        part: "pipeline|воронка",
        never: "stage|date|id",
    },
    Words {
        role: Role::Amount,
        sure: "amount|value|deal value|deal amount|opportunity amount|opportunity|total amount|\
            сумма|сумма сделки|бюджет|бюджет сделки|возможная сумма|ποσο|αξια|αξια ευκαιριασ",
        likely: "sale amount|sales amount|contract amount|won amount|final amount|сумма договора|сумма контракта|\
            сумма продажи|ποσο συμβασησ|ποσο πωλησησ|arr|acv|tcv|mrr|est. value|estimated value|revenue|total revenue|deal size|contract value|total|выручка|стоимость|\
            стоимость сделки|εσοδα|τζιροσ|amount in company currency",
        part: "value|amount|revenue|сумма|бюджет|выручка|ποσο|αξια",
        never: "weighted|list|expected|currency|annual|recent|recurring|conversion|discount|tax|vat|\
            валют*|скидк*|ндс|предоплат*|оплачен*|σταθμισμεν*|αναμενομεν*",
    },
    Words {
        role: Role::Currency,
        sure: "currency|currency code|currency id|deal currency|deal currency of value|\
            amount currency|opportunity currency|валюта|код валюты|валюта сделки|νομισμα|\
            κωδικοσ νομισματοσ",
        likely: "iso code",
        part: "currency|валюта|νομισμα",
        never: "amount|rate|in|сумма|курс",
    },
    Words {
        role: Role::Created,
        sure: "createddate|create date|created date|created at|created|created on|created time|date created|\
            creation date|date create|deal created|deal deal created|add time|deal add time|\
            lead created|дата создания|дата создания сделки|дата создания лида|создана|создан|\
            дата лида|дата заявки|дата поступления|ημερομηνια δημιουργιασ|ημ/νια δημιουργιασ",
        likely: "date|datetime|timestamp|start date|begindate|begin date|open date|opened|\
            submitted at|submission date|date added|entry date|lead date|enquiry date|inquiry date|\
            application date|request date|registration date|дата запроса|дата регистрации|дата|дата и время|\
            дата начала|дата обращения|дата добавления|ημερομηνια αιτηματοσ|\
            ημερομηνια ενδιαφεροντοσ|ημερομηνια εγγραφησ|ημερομηνια|ημερομηνια εναρξησ",
        part: "created|creat*|engage*|start*|open*|opened|added|submitted|создан*|поступлен*|\
            обращени*|начал*|δημιουργ*|εναρξ*",
        never: "by|last|modified|expected|кем|company|contact|контакт*|компани*",
    },
    Words {
        role: Role::Closed,
        sure: "close date|closed date|closing date|closed at|closed on|date closed|closedate|\
            deal closed on|deal deal closed on|дата закрытия|дата закрытия сделки|\
            ημερομηνια κλεισιματοσ|ημ/νια κλεισιματοσ",
        likely: "won time|deal won time|won date|date won|date paid|payment date|завершено|завершена|lost time|deal lost time|close time|converted date|\
            conversion date|end date|дата завершения|дата окончания|дата продажи|дата оплаты|\
            дата конверсии|ημερομηνια ληξησ",
        part: "close*|closed|closing|закрыти*|κλεισιματοσ",
        never: "expected|estimated|planned|forecast|days|lost|reason|is|предполаг*|планов*|плана|\
            план|αναμενομεν*",
    },
    Words {
        role: Role::ExpectedClose,
        sure: "expected close date|expected close|deal expected close date|estimated close date|\
            предполагаемая дата закрытия|плановая дата|плановая дата закрытия|\
            ожидаемая дата закрытия|αναμενομενη ημερομηνια κλεισιματοσ|\
            αναμενομενη ημ/νια κλεισιματοσ",
        likely: "forecast date|target date|due date|дата завершения",
        part: "expected close|estimated close|предполагаем*|планов*|αναμενομεν*",
        never: "",
    },
    Words {
        role: Role::Modified,
        sure: "lastmodifieddate|modified|modified date|date modify|last modified|last modified date|modified time|\
            update time|deal update time|updated at|last updated|дата изменения|\
            дата редактирования|дата обновления|ημερομηνια ενημερωσησ|ημερομηνια τροποποιησησ",
        likely: "updated|last activity date|изменена|изменен|обновлено",
        part: "modif*|updated|update|изменени*|редактирован*|обновлен*|ενημερωσ*|τροποποι*",
        never: "by|кем|stage|стадии|этапа|статуса",
    },
    Words {
        role: Role::Owner,
        sure: "owner|deal owner|opportunity owner|lead owner|contact owner|record owner|owner name|\
            deal owner name|assigned to|assigned by name|assigned user|sales rep|salesperson|\
            sales agent|ответственный|ответственный менеджер|менеджер|менеджер сделки|\
            υπευθυνοσ|πωλητησ|ιδιοκτητησ|υπευθυνοσ πωλησεων|ανατεθηκε σε|\
            χειριστησ",
        likely: "user name|manager|agent|rep|seller|user|продавец|сотрудник|account executive|χρηστησ",
        part: "agent|owner|rep|salesperson|менеджер*|ответственн*|υπευθυν*|πωλητησ",
        never: "id|email|e|mail|department|phone|контакт|office|region*|αριθμοσ",
    },
    Words {
        role: Role::Account,
        sure: "account|account name|company|company name|company / account|organization|\
            organisation|associated company|deal organization|компания|название компании|\
            организация|контрагент|εταιρεια|εταιρια|ονομα λογαριασμου|λογαριασμοσ",
        // A name says more than a number does, where a file has both.
        likely: "~account id|~accountid|~company id|~customer id|~organization id|\
            ~deal organization id|~associated company id|~associated company ids|\
            ~primary associated company id|~id компании|~id контрагента|~код контрагента|\
            ~код компании|~код клиента|~id клиента|~инн|~инн клиента|~κωδικοσ πελατη|\
            ~κωδικοσ εταιρειασ|~κωδικοσ εταιριασ|~αφμ|~αφμ πελατη|client|customer|client name|\
            customer name|клиент|заказчик|покупатель|компания контакта|organization name|πελατησ|\
            ονομα πελατη",
        part: "company|account|компани*|клиент*|εταιρ*|πελατ*",
        never: "id|ids|currency|type|size|industry|revenue|phone|manager|executive|number|owner|тип|\
            телефон|domain",
    },
    Words {
        role: Role::Person,
        sure: "contact|contact name|contact person|primary contact|deal contact person|full name|\
            контакт|контактное лицо|полное имя контакта|фио|имя контакта|επαφη|ονοματεπωνυμο",
        // One person each; a first name is shared by many.
        likely: "person|associated contact|ονομα επαφησ|email|e mail|email address|contact email|\
            contact id|primary contact id|person id|id контакта|ид контакта|\
            почта|электронная почта|рабочий e mail|email контакта|κωδικοσ επαφησ|id επαφησ|\
            ηλεκτρονικη διευθυνση|ηλεκτρονικο ταχυδρομειο|διευθυνση email",
        part: "contact person|contact name|email|e mail|почта|почты|phone|mobile|телефон*|мобильн*|\
            τηλεφωνο|κινητο|ταχυδρομειο",
        never: "id|ids|owner|manager|assigned|user|by|company|count|calls|opens|clicks|type|status|\
            date|менеджер*|ответственн*|компани*|кем|дата|тип|статус|υπευθυν*|πωλητησ|εταιρ*|\
            ημερομηνια|domain|домен|subject|тема|opt|consent|bounced|source|campaign|marketing",
    },
    Words {
        role: Role::Product,
        sure: "product|product name|products|товар|товары|продукт|услуга|προιον|προιοντα|υπηρεσια",
        likely: "service|plan|sku|item|тариф|номенклатура",
        part: "product|товар*|προιον*",
        never: "id|price|type|category|цена|количество",
    },
    Words {
        role: Role::LostReason,
        sure: "lost reason|closed lost reason|loss reason|deal lost reason|reason lost|\
            причина отказа|причина проигрыша|причина закрытия|причина провала|причина потери|\
            λογοσ απωλειασ|αιτια απωλειασ|λογοσ απορριψησ",
        likely: "reason|отказ|причина|disqualification reason|lost because|lost because of|why lost|\
            reason for loss|reason for losing|почему отказ|почему отказались|γιατι χαθηκε",
        part: "lost reason|loss reason|причина отказа|причина",
        never: "",
    },
    Words {
        role: Role::Source,
        sure: "leadsource|source|lead source|deal source|original source|original traffic source|\
            traffic source|source name|deal source channel|источник|источник трафика|\
            источник заявки|источник лида|источник сделки|πηγη|πηγη προελευσησ|\
            πηγη ερισματοσ πωλησησ",
        likely: "channel|source id|deal source origin|first source|marketing channel|custom.source|\
            custom source|how did they find us|how did you hear about us|heard about us|\
            способ обращения|как узнали|откуда узнали|откуда пришел|προελευση|πηγη lead|πηγη πελατη|\
            πωσ μασ βρηκατε|\
            канал|канал привлечения|первый источник трафика|рекламный канал|откуда|καναλι",
        part: "lead source|traffic source|источник|πηγη",
        never: "detail*|drill|description|дополнительно|об|λεπτομερειεσ",
    },
    Words {
        role: Role::LatestSource,
        sure: "latest source|latest traffic source|last touch|last touch source|last source|\
            last interaction source|последний источник|последний источник трафика|\
            последнее касание|последний значимый источник|τελευταια πηγη|τελευταια επαφη",
        likely: "",
        part: "latest traffic source|latest source",
        never: "detail*|drill|campaign|дополнительно|λεπτομερειεσ",
    },
    Words {
        role: Role::Quantity,
        sure: "quantity|qty|units|units sold|number of units|количество|кол-во|количество товара|\
            ποσοτητα|τεμαχια",
        likely: "pieces|seats|licenses|шт|штук",
        part: "quantity|qty",
        never: "price|total|amount|цена|сумма",
    },
    Words {
        role: Role::Probability,
        sure: "probability|deal probability|probability (%)|win probability|forecast probability|\
            вероятность|вероятность сделки|вероятность, %|πιθανοτητα|πιθανοτητα (%)",
        likely: "deal forecast probability|confidence|likelihood",
        part: "probability|вероятность|πιθανοτητα",
        never: "amount|weighted",
    },
    Words { role: Role::UtmSource, sure: "utm source", likely: "", part: "utm source", never: "" },
    Words { role: Role::UtmMedium, sure: "utm medium", likely: "", part: "utm medium", never: "" },
    Words {
        role: Role::UtmCampaign,
        sure: "utm campaign",
        likely: "campaign|campaign name|primary campaign source|кампания|καμπανια|εκστρατεια",
        part: "utm campaign",
        never: "",
    },
    mark(Role::Gclid, "gclid|google click id|google ad click id", "gbraid|wbraid"),
    mark(Role::Yclid, "yclid|yandex click id", ""),
    mark(Role::Fbclid, "fbclid|facebook click id", "fbc"),
    mark(Role::Msclkid, "msclkid|microsoft click id|bing click id", ""),
    mark(Role::Ttclid, "ttclid|tiktok click id", ""),
    mark(Role::LiFatId, "li fat id|linkedin click id", ""),
    mark(Role::Openstat, "openstat", "openstat source|openstat service"),
];

/// The mark of a click, by the name that its system gives it.
const fn mark(role: Role, sure: &'static str, likely: &'static str) -> Words {
    Words { role, sure, likely, part: "", never: "" }
}
