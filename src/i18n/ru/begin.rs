//! Russian: with what the records begin.

use super::L;
use crate::engine::mapping::begin::BeginWith;
use crate::i18n::Begin;
use crate::i18n::plural::{ru as count, ru_form};

pub const BEGIN: Begin = Begin {
    label: "Воронка начинается с",
    with: |with| match with {
        BeginWith::Deals => "сделок",
        BeginWith::Leads => "лидов",
    },
    hint: |with| match with {
        BeginWith::Deals => {
            "Одна запись — одна сделка. Лиды, которые не стали сделкой, не входят ни в один показатель; чтобы считать и их, начните с лидов."
        }
        BeginWith::Leads => {
            "Одна запись — лид со всеми его сделками или сделка без лида. Лид выигран, если выиграна хотя бы одна его сделка."
        }
    },
    own: |stages, lost| {
        let mut text = format!("По собственному статусу лидов: {}", stages.join(" → "));
        if !lost.is_empty() {
            text.push_str(&format!("; {} — потерян", lost.join(", ")));
        }
        text
    },
    ground: |c| {
        let leads = count(c.leads, "лида", "лидов", "лидов");
        let became = ru_form(c.converted, "стал", "стали", "стали");
        let alone = count(c.deals_without_lead, "сделки", "сделок", "сделок");
        format!(
            "начинается с {leads}: {} {became} сделками, из них несколькими — {}; без лида — {alone}",
            L.count(c.converted),
            L.count(c.with_several)
        )
    },
    finding: |file, c, records, elsewhere| {
        let leads = count(c.leads, "лид", "лида", "лидов");
        let alone = count(c.deals_without_lead, "сделка", "сделки", "сделок");
        let mut text = format!(
            "Записи начинаются с лидов из {file}: {leads} и {alone} без лида дают {}. Сделками {} {}, из них несколькими — {}: они считаются одной записью.",
            count(records, "запись", "записи", "записей"),
            ru_form(c.converted, "стал", "стали", "стали"),
            count(c.converted, "лид", "лида", "лидов"),
            L.count(c.with_several)
        );
        if elsewhere > 0 {
            let deals = count(elsewhere, "сделка", "сделки", "сделок");
            text.push_str(&format!(" Не в валюте своей записи и не вошли в её сумму: {deals}."));
        }
        if c.dated_by_deal > 0 {
            let leads = count(c.dated_by_deal, "лида", "лидов", "лидов");
            text.push_str(&format!(
                " У {leads} нет даты создания: их записи начинаются с первой сделки и выглядят быстрее, чем были."
            ));
        }
        text
    },
    advice: "Чтобы считать одни сделки, выберите это рядом со связью двух файлов.",
    rows_met: |file, met| {
        let by = [
            (met.by_deal, "по сделке"),
            (met.by_lead, "по лиду"),
            (met.otherwise, "по контакту или компании"),
        ];
        let by = by.iter().filter(|(n, _)| *n > 0);
        let by: Vec<String> = by.map(|(n, by)| format!("{by} — {}", L.count(*n))).collect();
        let mut text = format!(
            "{file}: свою запись нашли {} из {}",
            L.count(met.met()),
            count(met.rows, "строки", "строк", "строк")
        );
        if !by.is_empty() {
            text.push_str(&format!(" ({})", by.join(", ")));
        }
        text.push('.');
        if met.both > 0 {
            let rows = count(met.both, "строка называет", "строки называют", "строк называют");
            let read = match met.leads_first {
                true => "лиды: их в файле больше",
                false => "сделки",
            };
            text.push_str(&format!(
                " {rows} сделку одной записи и лид другой: прочитано как {read}."
            ));
        }
        text
    },
    rows_advice: |met| match met {
        m if m.both > 0 => {
            "Номера сделок и лидов совпадают: выгрузите их в разные файлы, чтобы каждая строка читалась однозначно."
        }
        m if m.met() < m.rows => {
            "Строка без записи никуда не входит: проверьте столбец, который её называет, и все ли записи есть в выгрузке."
        }
        _ => "Делать ничего не нужно.",
    },
};
