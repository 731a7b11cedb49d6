//! What stage names mean: won, lost, qualified, and where a stage stands in a usual ladder, in
//! English, Russian and Greek, with the default ladders of CRMs. Data and look-up only; how a
//! ladder is proposed is in `stage`.
//!
//! Texts are as [`crate::engine::fold::fold_header`] leaves them. A trailing `*` stands for any ending.

use crate::engine::fold::fold_header;
use crate::engine::funnel::Outcome;
use serde::{Deserialize, Serialize};

/// A CRM whose default ladder is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Crm {
    HubSpot,
    Salesforce,
    Pipedrive,
    Bitrix24,
    AmoCrm,
    Zoho,
}

/// Default ladders, in order, without won and lost.
pub const LADDERS: &[(Crm, &str)] = &[
    (
        Crm::HubSpot,
        "appointment scheduled|qualified to buy|presentation scheduled|decision maker bought in|\
        contract sent",
    ),
    (
        Crm::HubSpot,
        "appointmentscheduled|qualifiedtobuy|presentationscheduled|decisionmakerboughtin|\
        contractsent",
    ),
    (Crm::HubSpot, "subscriber|lead|marketing qualified lead|sales qualified lead|opportunity"),
    (Crm::HubSpot, "subscriber|lead|marketingqualifiedlead|salesqualifiedlead|opportunity"),
    (Crm::HubSpot, "new|open|attempted to contact|in progress|connected|open deal"),
    (
        Crm::Salesforce,
        "prospecting|qualification|needs analysis|value proposition|id. decision makers|\
        perception analysis|proposal/price quote|negotiation/review",
    ),
    (Crm::Salesforce, "open not contacted|working contacted"),
    (
        Crm::Pipedrive,
        "lead in|qualified|contact made|demo scheduled|proposal made|negotiations started",
    ),
    (Crm::Bitrix24, "новая|подготовка документов|счет на предоплату|в работе|финальный счет"),
    (Crm::Bitrix24, "new|preparation|prepayment invoice|executing|final invoice"),
    (Crm::Bitrix24, "не обработан|в работе|обработан"),
    (Crm::Bitrix24, "new|in process|processed"),
    (
        Crm::AmoCrm,
        "неразобранное|первичный контакт|переговоры|принимают решение|согласование договора",
    ),
    (Crm::AmoCrm, "incoming leads|initial contact|discussions|decision making|contract discussion"),
    (
        Crm::Zoho,
        "qualification|needs analysis|value proposition|identify decision makers|\
        proposal/price quote|negotiation/review",
    ),
];

/// Where a stage usually stands, by words; where several fit, the latest counts.
const RANKS: &[(u16, &str)] = &[
    (5, "subscriber|visitor|подписчик|συνδρομητησ"),
    (
        10,
        "new|incoming|unprocessed|open|lead in|prospect*|нов*|входящ*|не обработан*|неразобран*|\
        νεο|νεα|νεοσ|ανοιχτ*|διερευν*",
    ),
    (15, "lead|leads|лид|лиды|enquiry|inquiry|δυνητικ*"),
    (
        20,
        "attempted|contact|contacted|contacting|engag*|connected|working|in progress|in process|\
        первичный контакт|контакт*|в работе|в обработке|взят*|дозвон*|на связи|επικοινων*|\
        επαφη|σε εξελιξη",
    ),
    (30, "mql|marketing qualified*|marketingqualifiedlead"),
    (35, "qualif*|квал|квалиф*|целевой|целевая|αξιολογ*|ποιοτικ*"),
    (40, "sql|sal|sales qualified*|salesqualifiedlead|sales accepted*"),
    (
        45,
        "needs|analysis|discovery|assessment|value proposition|выявлен*|потребност*|анализ*|\
        аудит|αναγκ*|αναλυσ*",
    ),
    (50, "meeting|appointment|visit|встреч*|замер|συναντησ*|ραντεβου"),
    (55, "demo*|presentation|presented|демо*|презентац*|παρουσιασ*|επιδειξ*"),
    (58, "trial|pilot|poc|evaluation|тест*|пилот*|δοκιμ*"),
    (60, "opportunity|возможность|ευκαιρια"),
    (65, "proposal|quote|quotation|offer|кп|предложен*|расчет|смета|προσφορ*|προτασ*"),
    (70, "decision|perception|решен*|αποφασ*"),
    (75, "negotiat*|review|objections|переговор*|согласован*|торг|διαπραγματ*"),
    (80, "contract|agreement|legal|договор*|контракт*|συμβασ*|συμβολαι*|συμφων*"),
    (85, "invoice|payment|счет*|оплат*|предоплат*|τιμολογ*|πληρωμ*"),
    (90, "commit|verbal|final|финальн*|τελικ*"),
    (95, "delivery|onboarding|implementation|отгруз*|доставк*|внедрен*|παραδοσ*"),
];

/// Lost is asked before won: “closed lost”, “не реализовано” and “not converted” hold words of both.
const LOST: &str = "lost|lose|closedlost|unqualified|disqualified|not converted|not interested|junk|\
    spam|rejected|declined|cancelled|canceled|dead|abandoned|apology|no sale|провал*|проигр*|\
    отказ|отказа|отказались|отклонен*|не реализован*|некачествен*|неквалифицирован*|потерян*|\
    потеря|слит|спам|нецелевой|отменен*|сорвалась|брак|дубль|χαμεν*|απορριφθ*|απορριψ*|απωλει*|\
    ακυρ*|ακαταλληλ*";
const WON: &str = "won|win|closedwon|converted|customer|evangelist|успешно|успешная|успешна|выигран*|\
    реализован*|продан*|продажа состоялась|качественный лид|сделка закрыта успешно|оплачено|\
    κερδισμεν*|κερδηθ*|επιτυχ*|ολοκληρωθ*|πελατησ|πουληθ*";
const AFTER_WIN: &str = "activated|renewed|expanded|upsold|retained|активирован*|продлен|продлена|\
    расширен|расширена|ενεργοποιηθ*|ανανεωθ*|επεκταθ*";
const QUALIFIED: &str = "mql|sql|sal|qualif*|marketing qualified*|sales qualified*|\
    marketingqualifiedlead|salesqualifiedlead|квал|квалиф*|целевой|целевая|αξιολογημεν*|ποιοτικ*|\
    προκριθ*";

/// Whether a stage value says that the record is won or lost; `None` for any other.
pub fn outcome(value: &str) -> Option<Outcome> {
    let text = plain(value);
    if any(LOST, &text) {
        return Some(Outcome::Lost);
    }
    any(WON, &text).then_some(Outcome::Won)
}

/// Whether a stage name means something that follows a win.
pub fn is_after_win(name: &str) -> bool {
    any(AFTER_WIN, &plain(name))
}

/// Whether a stage name means that the lead is qualified.
pub fn is_qualified(name: &str) -> bool {
    any(QUALIFIED, &plain(name))
}

/// Where the stage usually stands, by its words; `None` where no word is known.
pub fn rank(value: &str) -> Option<u16> {
    let text = plain(value);
    RANKS.iter().rev().find(|(_, words)| any(words, &text)).map(|(rank, _)| *rank)
}

/// The number that a value begins with, as in `3. Demo` or `02 - Offer`.
pub fn leading_number(value: &str) -> Option<u32> {
    let text = value.trim();
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let rest = text.get(end..)?.trim_start();
    if !rest.starts_with(['.', ')', '-', ':', '–']) {
        return None;
    }
    text.get(..end)?.parse().ok()
}

/// A value without what is not its name: a number in front, Bitrix24's pipeline (`C1:NEW`).
pub fn plain(value: &str) -> String {
    let mut text = value.trim();
    if leading_number(text).is_some() {
        text = text.trim_start_matches(|c: char| c.is_ascii_digit() || ". )-:–".contains(c));
    }
    if let Some((pipeline, name)) = text.split_once(':') {
        let rest = pipeline.strip_prefix('C').or_else(|| pipeline.strip_prefix("DT"));
        if rest.is_some_and(|r| !r.is_empty() && r.chars().all(|c| c.is_ascii_digit() || c == '_'))
        {
            text = name;
        }
    }
    fold_header(text)
}

/// Whether any phrase of the list stands in the text as whole words.
fn any(list: &str, text: &str) -> bool {
    let is_end = |c: char| !c.is_alphanumeric();
    let words: Vec<&str> = text.split(is_end).filter(|w| !w.is_empty()).collect();
    list.split('|').any(|phrase| {
        let wanted = phrase.split(' ').count();
        words.windows(wanted).any(|at| {
            at.iter().zip(phrase.split(' ')).all(|(word, want)| match want.strip_suffix('*') {
                Some(stem) => word.starts_with(stem),
                None => *word == want,
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn won_and_lost_in_three_languages() {
        let cases = [
            ("Closed Won", Some(Outcome::Won)),
            ("closedlost", Some(Outcome::Lost)),
            ("Closed - Not Converted", Some(Outcome::Lost)),
            ("Closed - Converted", Some(Outcome::Won)),
            ("Сделка успешна", Some(Outcome::Won)),
            ("Сделка провалена", Some(Outcome::Lost)),
            ("Анализ причины провала", Some(Outcome::Lost)),
            ("Успешно реализовано", Some(Outcome::Won)),
            ("Закрыто и не реализовано", Some(Outcome::Lost)),
            ("Качественный лид", Some(Outcome::Won)),
            ("Некачественный лид", Some(Outcome::Lost)),
            ("Κλειστή - Κερδισμένη", Some(Outcome::Won)),
            ("ΧΑΜΈΝΗ", Some(Outcome::Lost)),
            ("C4:WON", Some(Outcome::Won)),
            ("Новая", None),
            ("Qualified", None),
            ("Unqualified", Some(Outcome::Lost)),
            ("Winter campaign", None),
        ];
        for (value, expected) in cases {
            assert_eq!(outcome(value), expected, "{value}");
        }
    }

    #[test]
    fn numbers_and_pipelines_in_front_are_no_name() {
        assert_eq!((leading_number("3. Demo"), plain("3. Demo")), (Some(3), "demo".to_owned()));
        assert_eq!(leading_number("3 months"), None);
        assert_eq!(plain("C1:PREPAYMENT_INVOICE"), "prepayment invoice");
        assert!(is_qualified("Квалификация") && is_qualified("qualifiedtobuy"));
        assert_eq!(rank("Первичный контакт"), Some(20));
    }
}
