//! Russian: what one record, one ladder or one sum holds of several.

use super::L;
use crate::engine::funnel::Crossing;
use crate::i18n::label::list_values;
use crate::i18n::plural::ru as count;

/// The text and the advice; empty for what is said elsewhere (`meeting`).
pub fn text(crossing: &Crossing) -> (String, &'static str) {
    let text = match crossing {
        Crossing::SeveralDeals { later, later_won, open, open_amount, currency } => {
            let money = |amount| L.money_compact(amount, Some(currency));
            let wins = count(*later, "сделка выиграна", "сделки выиграны", "сделок выиграно");
            let opens = count(*open, "открытая сделка", "открытые сделки", "открытых сделок");
            let won = (*later > 0).then(|| {
                let money = money(*later_won);
                format!(
                    " {wins} позже первой ({money}), их сумма отнесена ко дню первого выигрыша."
                )
            });
            let in_work = (*open > 0).then(|| {
                let money = money(*open_amount);
                format!(" Вне сумм в работе у выигранных лидов {opens} ({money}).")
            });
            let (won, in_work) = (won.unwrap_or_default(), in_work.unwrap_or_default());
            format!("У лидов по несколько сделок.{won}{in_work}")
        }
        Crossing::PipelinesDiffer { pipelines, .. } => {
            format!(
                "Несколько воронок стоят на одной лестнице этапов, и у каждой есть этапы, где не видно ни одной записи других: {}. Считается, что запись прошла и чужие этапы перед своим.",
                own(pipelines)
            )
        }
        Crossing::AdsAmongCosts { file, types } => {
            format!(
                "В {file} есть реклама ({}) за месяцы, за которые реклама есть и в файле расходов: во всех затратах она может быть учтена дважды.",
                kinds(types)
            )
        }
        Crossing::QuartersApart { place, day, odd, rows } => {
            format!(
                "{}: {} отстоит от других дней столбца не на целые кварталы (таких строк {} из {}). Планы прочитаны как планы отдельных дней, а не кварталов.",
                super::trouble::place(place),
                L.day(*day),
                L.count(*odd),
                L.count(*rows),
            )
        }
        _ => String::new(),
    };
    (text, advice(crossing))
}

fn advice(crossing: &Crossing) -> &'static str {
    match crossing {
        Crossing::SeveralDeals { .. } => {
            "Чтобы видеть выручку по дню закрытия и все сделки в работе, пусть записи начинаются со сделок."
        }
        Crossing::PipelinesDiffer { .. } => {
            "На экране разметки отнесите одинаковые по смыслу этапы к одной ступени либо стройте отчёт по каждой воронке из отдельного файла."
        }
        Crossing::QuartersApart { .. } => {
            "Запишите кварталы как «1 кв. 2025» или их первыми днями; если это не кварталы, назовите столбец иначе."
        }
        _ => "Если это те же деньги, уберите их из одного из файлов.",
    }
}

/// `«Sales»: New, Demo; «Service»: Visit`.
fn own(pipelines: &[(String, Vec<String>)]) -> String {
    let one = |(name, stages): &(String, Vec<String>)| format!("«{name}»: {}", stages.join(", "));
    pipelines.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn kinds(types: &[(String, u64)]) -> String {
    let each = types.iter().map(|(kind, n)| (kind.as_str(), Some(L.count(*n))));
    list_values(each, ("«", "»"), 0, |n| format!("+{}", L.count(n)))
}
