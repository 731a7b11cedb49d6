//! Russian: what a figure is compared with.

use crate::i18n::Beside;

pub const BESIDE: Beside = Beside {
    title: "С чем сравнивается",
    difference: "Разница",
    of_first: |filter| format!("Сегмент А: {filter}"),
    of_second: |filter| format!("Сегмент Б: {filter}"),
    planned: "Сумма строк плана, которые сюда относятся.",
    plan_is_no_sample: "План — это решение, поэтому случайность разницы с ним не проверяется.",
    of_entered: |entered| format!("из {entered}, вошедших в воронку"),
};
