//! Google Ads: campaign and search-term reports in English, Russian, French, German and Greek.

use super::fingerprint::{NO_SHEET, Sheet};
use super::{ExportKind, ExporterId, PLAIN, System};

pub const SYSTEM: System = System {
    id: ExporterId::GoogleAds,
    sheets: &[ENGLISH, BILLING, RUSSIAN, FRENCH, GERMAN, GREEK, API],
    micro: "metrics.cost micros|cost micros|metrics.average cpc|metrics.average cost|\
        metrics.average cpm|metrics.cost per conversion",
    ..PLAIN
};

const ADS: Sheet = Sheet { kind: ExportKind::AdCosts, ..NO_SHEET };

const ENGLISH: Sheet = Sheet {
    telling: "impr.|avg. cpc|avg. cost|cost / conv.|conv. value|conv. rate|campaign status|\
        search term|search impr. share|all conv.|view through conv.|currency code",
    usual: "day|week|month|campaign|campaign id|campaign type|budget|device|ad group|match type|cost|\
        clicks|interactions|ctr|conversions|impressions|keyword|network",
    never: "amount spent|total spent|spend|campaignname",
    titles: "campaign report|search terms report|ad group report|search keyword report|\
        campaign performance|total: account|total: search",
    ..ADS
};

const BILLING: Sheet = Sheet {
    telling: "billed cost|budget name",
    usual: "customer id|currency|campaign|account|day|date|month|campaign id",
    ..ADS
};

/// Answers of the API's queries, written by their field names.
const API: Sheet = Sheet {
    telling: "metrics.cost micros|metrics.clicks|metrics.impressions|segments.date|campaign.name|\
        metrics.conversions|customer.id|cost micros",
    usual: "campaign.id|date|clicks|impressions|campaign name|metrics.average cpc",
    ..ADS
};

const RUSSIAN: Sheet = Sheet {
    telling: "код валюты|коэфф. конверсии|стоимость/конв.|цена/конв.|ценность конверсии|\
        ср. цена за клик|% показов на верх. поз.|тип кампании|ср. стоимость",
    usual: "день|неделя|месяц|кампания|группа объявлений|клики|показы|ctr|расходы|цена|конверсии|\
        поисковый запрос|тип соответствия|устройство|статус кампании",
    never: "потраченная сумма|охват|показ кампании|отказы (%)",
    titles: "отчет по кампаниям|отчет о кампаниях|всего: аккаунт|итого: аккаунт",
    ..ADS
};

const FRENCH: Sheet = Sheet {
    telling: "code de la devise|coût|clics|coût/conv.|cpc moy.|coût moy.",
    usual: "jour|semaine|mois|campagne|impr.|ctr|conversions|type de campagne|groupe d'annonces",
    titles: "rapport sur les campagnes|total : compte",
    ..ADS
};

const GERMAN: Sheet = Sheet {
    telling: "währungscode|kampagne|klicks|kosten/conv.|durchschn. cpc|durchschn. kosten",
    usual: "tag|woche|monat|kosten|impr.|ctr|conversions|kampagnentyp|anzeigengruppe",
    titles: "kampagnenbericht|gesamt: konto",
    ..ADS
};

const GREEK: Sheet = Sheet {
    telling: "κωδικοσ νομισματοσ|μεσο cpc|κοστοσ/μετατρ.|τυποσ καμπανιασ",
    usual: "ημερα|εβδομαδα|μηνασ|καμπανια|κοστοσ|εμφανισεισ|κλικ|μετατροπεσ|ctr",
    never: "ποσο που δαπανηθηκε",
    titles: "αναφορα καμπανιασ|αναφορα καμπανιων|συνολο: λογαριασμοσ",
    ..ADS
};
