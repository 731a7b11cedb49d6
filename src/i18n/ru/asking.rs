//! Russian: what is asked of tables and trends.

use crate::engine::filter::{DaysTest, NumberTest, TextTest};
use crate::engine::formula::FormulaErrorKind as F;
use crate::engine::report::{SeasonAbsence, ShowAs};
use crate::engine::value::Unit;
use crate::i18n::label::lower_first;
use crate::i18n::{Asking, MeasureText};

pub const ASKING: Asking = Asking {
    show_as_label: "Показывать как",
    show_as: |show| match show {
        ShowAs::Plain => "само значение",
        ShowAs::OfRow => "% от строки",
        ShowAs::OfColumn => "% от столбца",
        ShowAs::OfParent => "% от группы выше",
        ShowAs::OfTotal => "% от общего итога",
        ShowAs::Difference => "разница с предыдущим столбцом",
        ShowAs::Growth => "разница с предыдущим столбцом, %",
        ShowAs::Rank => "место",
        ShowAs::RunningDown => "нарастающий итог вниз",
        ShowAs::RunningAcross => "нарастающий итог вправо",
        ShowAs::CumulativeShare => "накопленный % (Парето)",
    },
    changes_may_be_chance: "Изменения между столбцами могут быть случайными: откройте ячейку, чтобы увидеть, что об этом говорят данные.",
    level_options: |name| format!("Настройки: {name}"),
    subtotals: "Промежуточные итоги",
    sort_label: "Сортировка",
    natural_order: "естественный порядок",
    ascending: "сначала меньшие",
    descending: "сначала большие",
    top_label: "Группы",
    top_all: "все",
    top_n: |n| format!("первые {n} и остальные"),
    having_label: "Только группы, где",
    expand: |name| format!("Развернуть: {name}"),
    collapse: |name| format!("Свернуть: {name}"),
    expand_all: "Развернуть всё",
    collapse_all: "Свернуть всё",
    split_by: "Разбить по",
    no_split: "без разбивки",
    year_before: "Тот же период год назад",
    average_label: "Скользящее среднее",
    average_none: "нет",
    average_of: |n| format!("среднее за {n}"),
    season: "Сезонность",
    season_hint: "Индекс сезонности: 1,20 значит, что в это время года показатель обычно на 20 % выше уровня вокруг (отношение к центрированному скользящему среднему за год).",
    season_absent: |why| match why {
        SeasonAbsence::TooShort => "нужны данные за два полных года",
        SeasonAbsence::NotThisGrain => "нужны месяцы или кварталы",
        SeasonAbsence::NotASum => "сезонность есть только у сумм и количеств",
    },
    among: "одно из",
    text_test: |test| match test {
        TextTest::Contains => "содержит",
        TextTest::StartsWith => "начинается с",
        TextTest::EndsWith => "заканчивается на",
    },
    number_test: |test| match test {
        NumberTest::Equal(_) => "=",
        NumberTest::Below(_) => "<",
        NumberTest::AtMost(_) => "≤",
        NumberTest::Above(_) => ">",
        NumberTest::AtLeast(_) => "≥",
        NumberTest::Between(..) => "между",
    },
    days_test: |test| match test {
        DaysTest::Within(_) => "в период",
        DaysTest::From(_) => "с",
        DaysTest::Until(_) => "по",
    },
    other_test: "сравнить с другим столбцом",
    other_column: "Столбец для сравнения",
    other_none: "выберите столбец",
    empty: "пусто",
    not_empty: "не пусто",
    not: "не",
    and: "и",
    or: "или",
    or_hint: "Либо это, либо предыдущий фильтр",
    condition: "Условие",
    value: "Значение",
    no_number: "Это не число: фильтр остался прежним.",
    text_hint: "По одному тексту в строке; достаточно любого",
    apply: "Применить",
    block_filters: "Фильтр этого блока",
    here_only: "Только здесь",
    own: MeasureText {
        name: "Свой показатель",
        short: "Свой показатель",
        answers: "То, что задано его формулой.",
        formula: "Как вы её написали; считается по фактам каждой ячейки, включая итоги.",
        unit: "следует из формулы",
        basis: "Как у показателей в формуле; столбцы — по дате создания; этапы, выигранные и проигранные — по базе отчёта.",
        empty_when: "Если пуста её часть или пришлось бы делить на ноль.",
        cautions: "Те же, что у показателей в формуле.",
    },
    own_add: "Свой показатель…",
    own_edit: "Изменить формулу",
    own_title: "Свой показатель",
    own_name: "Название",
    own_formula: "Формула",
    own_hint: "Например: revenue / leads · (won + lost) / leads · distinct([Компания], won) · sum([Сумма]) / count([Сумма]) · conversion([Демо], [Договор]) · reached([Демо], won)",
    own_insert: "Вставить показатель…",
    own_insert_column: "Вставить столбец…",
    own_meant: |name, key| format!("Подставить {key} («{name}»)"),
    own_unit: "Показывать как",
    unit,
    own_save: "Сохранить показатель",
    own_remove: "Удалить показатель",
    formula_error: |at, kind| {
        let what = match kind {
            F::ValueExpected => "здесь не хватает показателя, числа или скобки".to_owned(),
            F::Unexpected(c) => format!("символ «{c}» здесь лишний"),
            F::DecimalComma(number) => format!("дробная часть здесь пишется после точки: {number}"),
            F::UnknownName(name) => format!("нет показателя «{name}»"),
            F::Unclosed(c) => format!("скобка «{c}» не закрыта"),
            F::Number => "это не число".to_owned(),
            F::ColumnExpected => {
                "дальше нужен столбец в квадратных скобках: ([Столбец])".to_owned()
            }
            F::NoColumn(name) => format!("ни в одном файле нет столбца «{name}»"),
            F::NotNumbers(name) => {
                format!("в столбце «{name}» не числа; подойдут count и distinct")
            }
            F::StageExpected => {
                "здесь нужен этап в квадратных скобках, например reached([Демо]); для конверсии нужен и второй этап или won".to_owned()
            }
            F::NoStage(name) => format!("в воронке нет этапа «{name}»"),
            F::AmongExpected => "после запятой возможны только won, lost или open".to_owned(),
            F::Adds(a, b) => format!("нельзя складывать или вычитать: {} и {}", unit(*a), unit(*b)),
            F::Multiplies(a, b) => {
                format!("нельзя умножать или делить: {} и {}", unit(*a), unit(*b))
            }
            F::TooLong => "отсюда формула слишком длинная".to_owned(),
        };
        format!("Символ {}: {what}", at + 1)
    },
    pareto: "Парето (сначала крупнейшие группы)",
    pareto_title: |measure, group| format!("Парето: {measure} · {}", lower_first(group)),
};

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Count => "количество",
        Unit::Money => "деньги",
        Unit::Share => "доля",
        Unit::Days => "дни",
        Unit::Ratio => "отношение",
        Unit::Points => "пункты",
        Unit::Hours => "часы",
        Unit::Months => "месяцы",
        Unit::Score => "балл",
    }
}
