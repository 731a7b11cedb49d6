//! Russian: findings of the audit, each with advice.

use super::{L, names::NAMES};
use crate::engine::audit::Finding;
use crate::i18n::FindingText;
use crate::i18n::label::list_values;
use crate::i18n::plural::{ru as count, ru_form};

pub fn finding(finding: &Finding) -> FindingText {
    if let Finding::Crossing(crossing) = finding {
        return super::meeting::crossing(crossing);
    }
    FindingText { text: text(finding), advice: advice(finding).to_owned() }
}

fn text(finding: &Finding) -> String {
    match finding {
        Finding::Repeats { file, copies, older } => {
            let copies = count(*copies, "точная копия", "точные копии", "точных копий");
            let older =
                count(*older, "устаревшая версия", "устаревшие версии", "устаревших версий");
            format!("В {file} есть повторы. Не учитываются: {copies} и {older}.")
        }
        Finding::RepeatsKept { file, rows } => {
            let verb = ru_form(*rows, "посчитана", "посчитаны", "посчитано");
            let rows = count(*rows, "строка", "строки", "строк");
            format!("В {file} повторяются ID: повторно {verb} {rows}.")
        }
        Finding::Appended {
            table,
            files,
            rows,
            kept,
            overlap,
            key,
            modified,
            copies,
            left_out,
        } => {
            let files = count(*files, "файл", "файла", "файлов");
            let read = count(*rows, "строка", "строки", "строк");
            let mut text = format!(
                "{table}: {files} в одной таблице. Прочитано: {read}, учтено: {}.",
                L.count(*kept)
            );
            if !key.is_empty() {
                let winner = match modified {
                    Some(column) => format!("учтена последняя версия по столбцу «{column}»"),
                    None => "учтены строки более позднего файла".to_owned(),
                };
                let overlap = count(*overlap, "строка", "строки", "строк");
                let key = key.join(" + ");
                text += &format!(
                    " Пересечение файлов по ключу «{key}» — {overlap}, не учитывается: {winner}."
                );
            }
            text += &match (*copies, *left_out) {
                (0, _) => String::new(),
                (n, 0) => {
                    let copies = count(n, "точная копия", "точные копии", "точных копий");
                    format!(" Ещё {copies} — учтены как данные.")
                }
                (_, n) => {
                    let copies = count(n, "точная копия", "точные копии", "точных копий");
                    format!(" Ещё {copies} — не учитываются.")
                }
            };
            text
        }
        Finding::KeyDoubted { table, key } => {
            let key = key.join(" + ");
            format!(
                "В {table} одинаковые значения «{key}» стоят у разных записей, поэтому как пересечение не убрана ни одна строка."
            )
        }
        Finding::SharedDays { table, days, rows } => {
            let days = count(*days, "день", "дня", "дней");
            let rows = count(*rows, "строка", "строки", "строк");
            format!("{table}: {days} есть сразу в нескольких файлах, за них учтено: {rows}.")
        }
        Finding::FileNotCounted { file, counted, rows } => {
            let rows = count(*rows, "строка", "строки", "строк");
            format!("{file} ({rows}) не участвует в отчёте: он считает строки {counted}.")
        }
        Finding::LookupMissing { lookup } => {
            format!("Нет связанного файла {lookup}, поэтому нет и его столбцов.")
        }
        Finding::StagesUnmapped { values, more, records } => {
            let values = list(values, *more);
            format!(
                "{} со статусом, который не отнесён ни к одному этапу: {values}.",
                recs(*records)
            )
        }
        Finding::StageUnused { stage } => format!("На этапе «{stage}» нет ни одной записи."),
        Finding::LostDepthUnknown { records } => {
            let deals = "проигранных сделок";
            let deals = count(*records, "проигранной сделки", deals, deals);
            format!("У {deals} неизвестно, на каком этапе был отказ. Считаем, что на первом.")
        }
        Finding::WonWithoutAmount { records } => format!("{} без суммы.", won(*records)),
        Finding::WonWithZeroAmount { records } => format!("{} с суммой 0.", won(*records)),
        Finding::WonWithoutCloseDate { records } => {
            format!("{} без даты закрытия. Цикл посчитан без таких сделок.", won(*records))
        }
        Finding::CloseBeforeCreated { records } => {
            let deals = count(*records, "сделка", "сделки", "сделок");
            format!(
                "{deals} с датой закрытия раньше даты создания. Цикл посчитан без таких сделок."
            )
        }
        Finding::FarDays { .. } => super::as_of::text(finding),
        Finding::WithoutCreatedDate { records } => {
            format!(
                "{} без даты создания. Ни в один период такие записи не попадают.",
                recs(*records)
            )
        }
        Finding::OpenPastExpectedClose { records } => {
            let deals = count(*records, "открытая сделка", "открытые сделки", "открытых сделок");
            format!("{deals}, у которых ожидаемая дата закрытия уже прошла.")
        }
        Finding::ChannelUnassigned { records, share } => {
            format!("{} без канала ({}).", recs(*records), L.share(*share))
        }
        Finding::JoinUnmatched { file, column, lookup, values, more, records } => {
            let (records, values) = (recs(*records), list(values, *more));
            format!("{records} из {file} без пары в {lookup} по столбцу «{column}»: {values}.")
        }
        Finding::LookupUnused { lookup, column, values, more } => {
            let named = values.iter().map(|v| (v.as_str(), None));
            let values = list_values(named, ("«", "»"), *more, and_more);
            format!(
                "В {lookup} есть значения «{column}», на которые не ссылается ни одна запись: {values}."
            )
        }
        Finding::LookupKeyRepeats { lookup, column, rows } => {
            let rows = count(*rows, "строка", "строки", "строк");
            format!("В {lookup} повторяются значения «{column}» ({rows}). Взята первая строка.")
        }
        Finding::Currencies { currencies } => {
            let codes = currencies.iter().map(|(code, n)| {
                let code = if code.is_empty() { "без валюты" } else { code };
                (code, Some(L.count(*n)))
            });
            let codes = list_values(codes, ("", ""), 0, and_more);
            format!("Суммы в разных валютах, между собой они не складываются: {codes}.")
        }
        Finding::SpendWithoutLeads { channel, spend, currency } => {
            let spend = L.money_compact(*spend, Some(currency));
            format!(
                "На канал «{}» потрачено {spend}, а записей с него нет.",
                (NAMES.channel)(channel)
            )
        }
        Finding::SpendNotTied { share, spend, currency } => {
            let spend = L.money_compact(*spend, Some(currency));
            format!(
                "{} расходов ({spend}) не связано по кампании ни с одной записью.",
                L.share(*share)
            )
        }
        Finding::SpendWithoutDay { rows } => {
            let rows = count(*rows, "строка", "строки", "строк");
            format!("Расходы без даты: {rows}. Ни в один период они не попадают.")
        }
        Finding::Crossing(_) => String::new(),
        Finding::History(history) => (super::shape::SHAPE.history)(history),
        Finding::OnlyClosed => "В файле только закрытые сделки.".to_owned(),
        Finding::NothingWon => "Ни одна запись не выиграна.".to_owned(),
    }
}

fn advice(finding: &Finding) -> &'static str {
    match finding {
        Finding::Repeats { .. } => {
            "Делать ничего не нужно: каждая запись учтена один раз, в последней версии."
        }
        Finding::RepeatsKept { .. } => {
            "Укажите столбец с датой изменения: тогда учтётся только последняя версия."
        }
        Finding::Appended { .. } => {
            "Делать ничего не нужно. На экране данных видно, какие строки не учтены, и можно сменить ключ."
        }
        Finding::KeyDoubted { .. } => {
            "Выберите другой ключ на экране данных или оставьте файлы отдельными."
        }
        Finding::SharedDays { .. } => {
            "Проверьте, не повторяются ли расходы в двух файлах. Если да, выберите ключ на экране данных."
        }
        Finding::FileNotCounted { .. } => {
            "Отметьте его как неиспользуемый или выберите на экране разметки, какой из двух считать."
        }
        Finding::LookupMissing { .. } => "Добавьте его на экране данных или уберите связь.",
        Finding::StagesUnmapped { .. } => "Распределите эти значения по этапам на экране разметки.",
        Finding::StageUnused { .. } => {
            "Проверьте, какие значения относятся к этапу, или уберите его, если он не нужен более ранней выгрузке."
        }
        Finding::LostDepthUnknown { .. } => "Выгрузите даты перехода на этапы, если CRM их хранит.",
        Finding::WonWithoutAmount { .. } | Finding::WonWithZeroAmount { .. } => {
            "Заполните суммы в CRM: без них выручка и ROMI занижены."
        }
        Finding::WonWithoutCloseDate { .. } => "Заполните даты закрытия в CRM.",
        Finding::CloseBeforeCreated { .. } => {
            "Проверьте эти даты. Часто сделку заводят уже после продажи."
        }
        Finding::FarDays { is_set, .. } => super::as_of::advice(*is_set),
        Finding::WithoutCreatedDate { .. } => "Проверьте, какой столбец указан как дата создания.",
        Finding::OpenPastExpectedClose { .. } => {
            "Поставьте новую дату или закройте их как проигранные."
        }
        Finding::ChannelUnassigned { .. } => {
            "Назначьте канал их источникам на экране разметки и сделайте источник обязательным \
                полем в CRM."
        }
        Finding::JoinUnmatched { .. } => {
            "Примите предложенные замены или добавьте недостающие строки в тот файл."
        }
        Finding::LookupUnused { .. } => "Если так и должно быть, делать ничего не нужно.",
        Finding::LookupKeyRepeats { .. } => "Оставьте в этом файле одну строку на каждый ключ.",
        Finding::Currencies { .. } => "Выберите валюту отчёта вверху страницы.",
        Finding::SpendWithoutLeads { .. } => {
            "Проверьте, как размечен трафик этого канала и приносит ли он хоть что-то."
        }
        Finding::SpendNotTied { .. } => {
            "Пусть в рекламной системе и в utm_campaign стоит одно и то же название или ID кампании."
        }
        Finding::SpendWithoutDay { .. } => "Проверьте, какой столбец указан как дата расхода.",
        Finding::Crossing(_) => "",
        Finding::History(history) => (super::shape::SHAPE.history_advice)(history),
        Finding::NothingWon => {
            "Если какой-то статус или дата означает выигрыш, укажите это в этапах на экране разметки."
        }
        Finding::OnlyClosed => {
            "Выгрузите и открытые сделки: без них конверсия и цикл выглядят лучше, чем есть."
        }
    }
}

fn recs(n: u64) -> String {
    count(n, "запись", "записи", "записей")
}

fn won(n: u64) -> String {
    count(n, "выигранная сделка", "выигранные сделки", "выигранных сделок")
}

fn list(values: &[(String, u64)], more: u64) -> String {
    let counted = values.iter().map(|(v, n)| (v.as_str(), Some(L.count(*n))));
    list_values(counted, ("«", "»"), more, and_more)
}

fn and_more(n: u64) -> String {
    format!("и ещё {}", L.count(n))
}
