//! What a stage's name says of how the record ended: won, lost, qualified, past the win, or only
//! that it waits, in English, Russian and Greek. What is denied is asked first: “not qualified” holds
//! the word “qualified”, “закрыто неуспешно” the word of success.
//!
//! Data and look-up only, written as in `stage_words`. Not here: what other columns prove
//! (`stage_proof`), how deep a stage is (`stage_words`).

use super::stage_words::{any, percent, plain, split};
use crate::engine::funnel::Outcome;

/// Lost, wherever in the name. Words that are denied by themselves are here as well.
const LOST: &str = "lost|lose|loss|losing|closedlost|unqualif*|disqualif*|nonqualif*|dq|\
    uninterested|disinterested|unsuitable|irrelevant|junk|spam|reject*|refus*|declin*|cancelled|\
    canceled|cancellation|dead|abandoned|apology|no sale|no deal|no interest|no budget|no fit|\
    no need|no go|bad fit|poor fit|wrong fit|bad timing|wrong timing|bad lead|bad data|\
    wrong number|invalid|fake|duplicate*|dropped|dropped out|drop out|dropout|churned|fail*|\
    unsuccessful*|withdrawn|withdrew|expired|ghosted|nontarget|\
    провал*|проигр*|отказ|отказа|отказе|отказался|отказалась|отказались|отказано|отказник*|\
    отклонен*|отклонил*|неуспе*|безуспе*|неудач*|некачествен*|неквалифицир*|дисквалиф*|нецелев*|\
    неподход*|неактуал*|незаинтерес*|неинтерес*|нереализ*|несостоявш*|потерян*|потеря|потеряли|\
    слит|слив|слили|спам|отменен*|отмена|отменил*|аннулир*|сорвал*|срыв|брак|дубль|дубли|дубликат*|\
    отвал*|мусор|фейк|нет бюджета|нет денег|нет потребности|нет интереса|нет необходимости|\
    неподходящее время|плохое время|не вовремя|не ца|не наш клиент|у конкурент*|к конкурент*|\
    ушел к|ушли к|купил у|купили у|купил в другом|купили в другом|\
    χαμεν*|χαθηκ*|χασαμε|απωλει*|αποτυχ*|απετυχ*|ανεπιτυχ*|απορριφθ*|απορριψ*|απερριφθ*|αρνηση|\
    αρνηθηκ*|ακυρ*|ακαταλληλ*|αδιαφορ*|εγκαταλειφθ*|εγκαταλειψ*|αποκλεισ*|αποκλειστηκ*|ασχετ*|\
    διπλοτυπ*|διπλη εγγραφη|λαθοσ αριθμοσ|λαθοσ στοιχεια|λαθοσ χρονοσ|κακη χρονικη στιγμη|\
    χωρισ ενδιαφερον|χωρισ προυπολογισμο";

/// Words that deny the next two.
const DENIAL: &str =
    "not|no|non|never|isn|wasn|doesn|didn|don|un|cannot|не|нет|ни|δεν|μη|μην|οχι|χωρισ|ουτε";
/// What a lost record was denied. A thing that is merely not done yet (“not contacted”) is no loss.
const DENIED: &str = "qualif*|convert*|interest*|won|win|successful*|success|fit|suitable|\
    relevant|viable|feasible|target*|sold|buying|accepted|approved|a fit|\
    квал|квалиф*|целев*|успеш*|успех*|реализ*|интерес*|заинтерес*|подход*|подош*|актуал*|состоял*|\
    выигр*|продан*|конверт*|сконверт*|купил*|качествен*|принят*|удал*|\
    ποιοτικ*|προκριθ*|αξιολογημεν*|ενδιαφερ*|κερδ*|επιτυχ*|πουληθ*|μετατρ*|μετετρ*|\
    καταλληλ*|σχετικ*|εγκρι*|αποδεκτ*|στοχευ*|πελατησ";
/// Not yet is not never.
const YET: &str = "yet|still|еще|пока|ακομη|ακομα";

/// Won. Words that many names hold without a win (“Customer meeting”, “Won back attempt”) count only
/// as the whole name or with the words that make them one.
const WON: &str = "=won|=win|=wins|=won deal|=deal won|closed won|closedwon|won closed|closed win|\
    win closed|opportunity won|sale won|business won|order won|project won|contract won|account won|\
    customer won|client won|won customer|won client|won business|=won paid|=converted|\
    converted lead|lead converted|closed converted|converted to *|=customer|=closed customer|\
    =customer closed|=paying customer|became customer|became a customer|became client|=evangelist|\
    =client|=sold|=success|=successful|=succeeded|closed success*|successful* closed|\
    deal success*|successful deal|successful sale|successfully completed|completed successfully|\
    =успешно|=успешна|=успешная|=успешный|=успешное|=успех|закрыт* успешн*|успешн* закрыт*|\
    успешн* реализ*|успешн* завершен*|завершен* успешн*|сделка успешн*|успешн* сделка|\
    успешн* продажа|продажа успешн*|сделка закрыта успешно|закрыт* с успехом|выигран*|выигрыш|\
    реализован*|продан*|продажа состоялась|сделка состоялась|сделка заключена|качественный лид|\
    =оплачено|=оплачен|=оплачена|полностью оплачен*|оплачен* полностью|=купил|=купили|=куплено|\
    конвертирован*|сконвертирован*|=преобразован*|=клиент|=покупатель|стал* клиент*|=евангелист|\
    κερδισμεν*|κερδηθ*|κερδισαμε|κερδισθ*|=επιτυχια|=επιτυχησ|=επιτυχημεν*|=επιτυχωσ|\
    κλειστ* επιτυχ*|κλεισμεν* επιτυχ*|εκλεισε επιτυχ*|επιτυχ* κλεισιμο|επιτυχησ πωληση|\
    επιτυχ* ολοκληρ*|ολοκληρ* επιτυχ*|ολοκληρ* με επιτυχια|=πελατησ|εγινε πελατησ|εγιναν πελατεσ|\
    πουληθ*|=πωληθηκ*|μετατραπηκ*|=μετατροπη|μετατραπεν*|μετετραπ*";
/// A step or a part of a win is none.
const NOT_WON: &str = "partial*|partly|part|частично|часть|μερικ*|back|review|reviews";

const AFTER_WIN: &str = "activated|renewed|expanded|upsold|retained|активирован*|продлен|продлена|\
    расширен|расширена|ενεργοποιηθ*|ανανεωθ*|επεκταθ*";

const QUALIFIED: &str = "mql|sql|sal|qualif*|prequalif*|marketing qualified*|sales qualified*|\
    marketingqualifiedlead|salesqualifiedlead|qualifiedtobuy|квал|квалиф*|целевой|целевая|целевое|\
    целевые|αξιολογημεν*|=αξιολογηση|ποιοτικ*|καταλληλ*|προκριθ*|προκριση";

/// A state that says nothing of how far a record is: it waits, or it is closed and nobody says how.
const PARKED: &str = "=deleted|=удален*|=возврат*|=refund*|=διαγραμμεν*|=επιστροφη|=hold|on hold|=held|paused|=pause|=postponed|=deferred|=delayed|=pending|\
    =waiting|=stalled|=parked|=dormant|=nurture|nurturing|=recycled|=recycle|=other|=others|=n/a|\
    =none|=unknown|=undefined|=later|not now|not ready|contact in future|contact later|\
    follow up later|=inactive|=archive|=archived|=closed|=snoozed|=on ice|=someday|=backlog|\
    =отложен*|=отложена до|отложен* спрос|=отложенные|на паузе|=пауза|=ожидание|=в ожидании|=ждет|\
    =ждем|=заморожен*|=заморозка|на холде|=холд|=прочее|=прочие|=другое|=другие|=иное|\
    =не указано|=не указан|=неизвестно|=архив|=в архиве|=закрыт*|=не сейчас|=позже|=неактивн*|\
    =в резерве|связаться позже|вернуться позже|=спящий|=спящие|\
    =σε αναμονη|=αναμονη|σε παυση|=παυση|=αναβολη|=αναβληθηκ*|=σε αναβολη|=αναβληθεν|=αλλο|=αλλα|\
    =λοιπα|=αγνωστο|=αρχειο|=αρχειοθετ*|=κλειστ*|=εκλεισε|=παγωμεν*|=ανενεργ*|=σε εκκρεμοτητα|\
    =εκκρεμει|=εκκρεμοτητα|οχι τωρα|αργοτερα|=αδρανησ";

/// Whether a stage value says that the record is won or lost; `None` for any other.
pub fn outcome(value: &str) -> Option<Outcome> {
    let text = plain(value);
    let lost = is_lost(&text);
    if lost && any("=won lost|=won/lost|=closed won lost", &text) {
        return None;
    }
    if lost {
        return Some(Outcome::Lost);
    }
    // `Won (100%)` is a win; half of a payment is none.
    let is_part = percent(value).is_some_and(|chance| chance < 100.0);
    let won = !is_denied(&text) && !is_part && !any(NOT_WON, &text) && any(WON, &text);
    won.then_some(Outcome::Won)
}

fn is_lost(text: &str) -> bool {
    if any(LOST, text) {
        return true;
    }
    let words = split(text);
    let denies = |at: usize| {
        let after = words.iter().skip(at + 1).take(2);
        words.get(at).is_some_and(|w| any(DENIAL, w)) && after.into_iter().any(|w| any(DENIED, w))
    };
    !any(YET, text) && (0..words.len()).any(denies)
}

/// Whether the name denies something: a stage that is not reached.
pub fn is_denied(text: &str) -> bool {
    split(text).iter().any(|word| any(DENIAL, word))
}

/// Whether a stage name means something that follows a win.
pub fn is_after_win(name: &str) -> bool {
    let text = plain(name);
    any(AFTER_WIN, &text) && !is_denied(&text)
}

/// Whether a stage name means that the lead is qualified.
pub fn is_qualified(name: &str) -> bool {
    let text = plain(name);
    any(QUALIFIED, &text) && !is_denied(&text) && !is_lost(&text)
}

/// Whether a stage value is no step of a ladder: the record waits, or lies in a rest.
pub fn is_parked(name: &str) -> bool {
    any(PARKED, &plain(name))
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
            ("Won (100%)", Some(Outcome::Won)),
            ("100% - Won", Some(Outcome::Won)),
            ("Оплачено 100%", Some(Outcome::Won)),
            ("Оплачено 50%", None),
            ("50% оплачено", None),
            ("Lost 0 %", Some(Outcome::Lost)),
            ("Новая", None),
            ("Qualified", None),
            ("Winter campaign", None),
            ("Won/Lost", None),
        ];
        for (value, expected) in cases {
            assert_eq!(outcome(value), expected, "{value}");
        }
    }
}
