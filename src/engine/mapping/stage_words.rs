//! Where a stage stands in a usual ladder, by its name in English, Russian and Greek, with the
//! default ladders of CRMs. Data and look-up only; how a ladder is proposed is in `stage`, which names
//! mean an end in `stage_outcome`.
//!
//! Texts are as [`crate::engine::fold::fold_header`] leaves them. A trailing `*` stands for any ending.

use super::stage_outcome;
use crate::engine::fold::fold_header;
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
    (
        Crm::Salesforce,
        "διερευνηση|αξιολογηση|αναλυση αναγκων|προταση αξιασ|εντοπισμοσ υπευθυνων ληψησ αποφασεων|\
        αναλυση αντιληψησ|προταση/προσφορα τιμησ|διαπραγματευση/αναθεωρηση",
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

/// Names whose words would say something deeper: they are asked first.
const FIRST: &[(u16, &str)] = &[
    (
        17,
        "attempt*|no answer|no response|not reached|unreached|unresponsive|voicemail|left message|\
        недозвон*|не дозвон*|не отвеча*|не берет*|нет ответа|δεν απαντ*|χωρισ απαντηση|αναπαντητ*|\
        μη διαθεσιμ*",
    ),
    (46, "value proposition|ценностн* предложен*|προταση αξιασ"),
    (48, "εντοπισμ*|identify decision*|id decision*|выявлен* лпр|выход на лпр"),
    (86, "final invoice|финальн* счет"),
    (52, "готов к покупке|ετοιμ* για αγορα|ready to buy|qualified to buy"),
];

/// Where a stage usually stands, by words; where several fit, the latest counts.
const RANKS: &[(u16, &str)] = &[
    (5, "subscriber|visitor|подписчик|подписка|συνδρομητησ|επισκεπτησ"),
    (8, "awareness|suspect|suspects|холодный|знакомство"),
    (
        10,
        "new|incoming|unprocessed|open|lead in|prospect*|нов*|входящ*|не обработан*|неразобран*|\
        νεο|νεα|νεοσ|ανοιχτ*|διερευν*|εισερχομεν*|εναρξη",
    ),
    (
        12,
        "request|application|applied|applicant|interest|registration|signup|sign up|\
        заявк*|обращени*|запрос*|отклик*|регистрац*|интерес|αιτημα|αιτηματα|αιτησ*|ενδιαφερον|\
        εκδηλωση ενδιαφεροντοσ|εγγραφη",
    ),
    (15, "lead|leads|лид|лиды|enquiry|inquiry|δυνητικ*"),
    (
        20,
        "attempted|contact|contacted|contacting|engag*|connected|working|in progress|in process|\
        call|calling|called|reached|replied|responded|intro|introduction|consultation|processed|\
        первичный контакт|контакт*|в работе|в работу|в обработке|обработан*|взят*|взяли|дозвон*|\
        на связи|звонок|созвон*|прозвон*|консультац*|επικοινων*|επαφη|σε εξελιξη|σε επεξεργασια|\
        κληση|τηλεφωνημα|εκκρεμει επικοινωνια",
    ),
    (25, "interested|warm|заинтересован*|теплый|ενδιαφερομεν*|ενδιαφερεται"),
    (30, "mql|marketing qualified*|marketingqualifiedlead"),
    (35, "qualif*|prequalif*|квал|квалиф*|целевой|целевая|αξιολογ*|ποιοτικ*|προκριθ*|προκριση"),
    (40, "sql|sal|sales qualified*|salesqualifiedlead|sales accepted*"),
    (
        45,
        "needs|analysis|discovery|assessment|value proposition|scoping|scope|requirements|develop|\
        research|consideration|выявлен*|потребност*|анализ*|аудит|бриф*|подбор*|требован*|αναγκ*|\
        αναλυσ*|διαγνωσ*|απαιτησ*",
    ),
    (
        50,
        "meeting|appointment|visit|viewing|interview|no show|встреч*|замер*|осмотр*|показ|показы|\
        собеседован*|выезд*|συναντησ*|ραντεβου|επισκεψ*|συνεντευξ*|αυτοψια",
    ),
    (55, "demo*|presentation|presented|webinar|демо*|презентац*|παρουσιασ*|επιδειξ*"),
    (58, "trial|pilot|poc|evaluation|тест*|пилот*|пробн*|образц*|δοκιμ*|πιλοτικ*"),
    (60, "opportunity|возможность|ευκαιρια"),
    (62, "intent|shortlist*|намерени*"),
    (
        65,
        "propos*|quote|quoted|quotation|offer|offered|estimate|pricing|кп|предложен*|расчет*|смета|\
        сметы|оферта|προσφορ*|προτασ*|προυπολογισμ*",
    ),
    (70, "decision|perception|решен*|думает|раздум*|лпр|αποφασ*|αντιληψ*|σκεφτεται"),
    (75, "negotiat*|review|objections|переговор*|согласован*|торг|торги|διαπραγματ*"),
    (78, "дожим*|закрытие возражений"),
    (
        80,
        "contract|contracting|contracts|agreement|legal|договор*|контракт*|συμβασ*|συμβολαι*|\
        συμφων*",
    ),
    (83, "signed|signature|signing|подпис*|υπογραφ*|υπεγραφ*"),
    (
        85,
        "invoice|invoiced|payment|deposit|reservation|reserved|счет*|оплат*|\
        предоплат*|аванс*|задаток|бронь|бронирован*|τιμολογ*|πληρωμ*|προκαταβολ*|κρατηση",
    ),
    (88, "paid|оплачен*|εξοφλ*"),
    (90, "commit*|verbal|final|финальн*|τελικ*"),
    (
        92,
        "=close|closing|=purchase|=sale|=enrolled|=enrollment|=deal|=продажа|=покупка|=сделка|\
        =закрытие|=αγορα|=πωληση|κλεισιμο",
    ),
    (
        95,
        "delivery|delivered|onboarding|implementation|installation|shipped|отгруз*|\
        доставк*|внедрен*|монтаж|изготовлен*|производств*|παραδοσ*|εγκαταστασ*|υλοποιησ*",
    ),
];

/// Something is done: the deeper of two stages of one name (“Demo booked”, “Demo completed”).
const DONE: &str = "done|completed|held|conducted|took place|happened|attended|finished|выполнен*|\
    завершен*|проведен*|состоял*|прошл*|ολοκληρ*|πραγματοποι*|εγινε";
/// By itself only this is as deep as the work that follows a sale: a webinar that took place may stand
/// anywhere.
const COMPLETED: &str = "done|completed|finished|выполнен*|завершен*|ολοκληρ*";
const ALL_DONE: u16 = 95;

/// Where the stage usually stands, by its words; `None` where no word is known.
pub fn rank(value: &str) -> Option<u16> {
    let text = plain(value);
    let of = |list: &[(u16, &str)]| {
        list.iter().rev().find(|(_, words)| any(words, &text)).map(|(rank, _)| *rank)
    };
    let done = any(DONE, &text);
    let found = of(FIRST).or_else(|| of(RANKS));
    let deepest = match found {
        Some(rank) => rank + u16::from(done),
        None if any(COMPLETED, &text) => ALL_DONE,
        None => return None,
    };
    // What is denied is not reached: “not contacted” is a beginning.
    let denied = stage_outcome::is_denied(&text) && of(FIRST).is_none();
    Some(if denied { deepest.min(OPENING) } else { deepest })
}

/// Up to here a stage is a beginning: every record was there.
pub const OPENING: u16 = 15;

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

/// The number by which a value is counted: the one that it begins with, the one behind a word such as
/// “stage”, or its chance in thousandths (`Proposal 50 %` is 500).
pub fn number(value: &str) -> Option<u32> {
    const COUNTED: &str = "stage|step|phase|level|этап|стадия|шаг|фаза|σταδιο|βημα|φαση";
    if let Some(number) = leading_number(value) {
        return Some(number);
    }
    if let Some(chance) = percent(value) {
        return Some((chance * 10.0) as u32);
    }
    let text = plain(value);
    let words = split(&text);
    let (first, second) = (words.first()?, words.get(1)?);
    any(COUNTED, first).then(|| second.parse().ok()).flatten()
}

/// The percentage that a value names, as in `Proposal 37.5%`.
pub fn percent(value: &str) -> Option<f64> {
    let before = value.split_once('%')?.0.trim_end();
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let digits = before.get(before.trim_end_matches(is_digit).len()..)?;
    digits.trim_start_matches(['.', ',']).replace(',', ".").parse().ok()
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
    let text = fold_header(text);
    without_percent(&text).unwrap_or(text)
}

/// `Won (100%)`, `90 % - Contract` without the chance; `None` where there is none, or nothing else.
fn without_percent(folded: &str) -> Option<String> {
    let (before, after) = folded.split_once('%')?;
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ');
    let head = before.trim_end_matches(digits);
    let is_edge = |c: char| c.is_whitespace() || "()[]-–—:,.".contains(c);
    let rest = format!("{head} {after}");
    let rest = rest.trim_matches(is_edge);
    (head.len() < before.len() && !rest.is_empty()).then(|| rest.to_owned())
}

/// The words of a folded text.
pub(super) fn split(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect()
}

/// Whether any phrase of the list stands in the text as whole words; one with `=` in front has to be
/// the whole text.
pub(super) fn any(list: &str, text: &str) -> bool {
    let words = split(text);
    let is = |at: &[&str], phrase: &str| {
        at.iter().zip(split_phrase(phrase)).all(|(word, want)| match want.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            None => *word == want,
        })
    };
    list.split('|').any(|phrase| {
        let whole = phrase.strip_prefix('=');
        let phrase = whole.unwrap_or(phrase);
        let wanted = split_phrase(phrase).count();
        if whole.is_some() {
            return words.len() == wanted && is(&words, phrase);
        }
        words.windows(wanted).any(|at| is(at, phrase))
    })
}

fn split_phrase(phrase: &str) -> impl Iterator<Item = &str> {
    phrase.split([' ', '/'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_pipelines_in_front_are_no_name() {
        assert_eq!((leading_number("3. Demo"), plain("3. Demo")), (Some(3), "demo".to_owned()));
        assert_eq!(leading_number("3 months"), None);
        assert_eq!(plain("C1:PREPAYMENT_INVOICE"), "prepayment invoice");
        assert_eq!(number("Stage 2"), Some(2));
        assert_eq!((number("Этап 3 - КП"), number("Route 66")), (Some(3), None));
        assert_eq!(rank("Первичный контакт"), Some(20));
        assert_eq!(
            (plain("Won (100%)"), plain("90 % - Contract")),
            ("won".to_owned(), "contract".to_owned())
        );
        assert_eq!((plain("100%"), number("Proposal (50%)")), ("100%".to_owned(), Some(500)));
        assert_eq!((number("C% tail"), rank("Completed")), (None, Some(95)));
        assert_eq!((number("Lead 2.5%"), number("Offer 37,5 %")), (Some(25), Some(375)));
        // Nothing tells where a webinar stands that took place.
        for unknown in ["Attended", "Вебинар проведён", "Έγινε ενημέρωση"]
        {
            assert_eq!(rank(unknown), None, "{unknown}");
        }
        assert!(
            rank("Demo booked") < rank("Demo completed")
                && rank("Demo completed") < rank("Contract")
        );
    }
}
