//! Russian: issues of files and errors.

use super::{L, finding::finding, names::NAMES, refusal};
use crate::engine::error::BuildError;
use crate::engine::issue::{Issue, IssueKind, Location};
use crate::engine::report::{Absence, Exclusion};
use crate::i18n::label::join_parts;
use crate::i18n::plural::{ru as count, ru_form};
use crate::i18n::{Help, Trouble, Weight};

pub const TROUBLE: Trouble = Trouble {
    issue_line,
    issue,
    blank_record: "только пробелы и разделители; это не строка таблицы",
    place,
    import_error: refusal::import_error,
    build_error,
    absence: |reason| match reason {
        Absence::NoRecords => "нет файла со сделками или лидами",
        Absence::NoSpend => "нет файла с расходами на рекламу",
        Absence::NoImpressions => "ни в одном файле расходов нет показов",
        Absence::NoClicks => "ни в одном файле расходов нет кликов",
        Absence::NoConversions => "ни в одном файле расходов нет конверсий",
        Absence::NoAmount => "не указан столбец с суммой",
        Absence::NoStages => "не указан ни один этап",
        Absence::OnlyEnds => {
            "все статусы означают выигрыш или проигрыш, а этапов до них нет: добавьте этап в разметке, например «Создана», и воронка покажет путь от создания до выигрыша"
        }
        Absence::NoQualifiedStage => "не отмечен этап квалификации",
        Absence::NoCreatedDate => "не указан столбец с датой создания",
        Absence::NoClosedDate => "не указан столбец с датой закрытия",
        Absence::NoDates => "не указан ни один столбец с датой",
        Absence::NothingInPeriod => "за эти дни (и с этими фильтрами) нет записей",
        Absence::CurrenciesDiffer => "расходы и выручка в разных валютах",
        Absence::NoDimension => "этого столбца в файлах больше нет",
        Absence::NoEntity => "нет столбца с человеком или компанией записи",
        Absence::NoValues => "нет значений для показа",
        Absence::BadFormula => {
            "его формула не читается или называет столбец, которого нет в файлах"
        }
        Absence::SpendHasNoDimension => "расходы на рекламу так не разделить и не отобрать",
        Absence::NoAccount => "не указан столбец с компанией",
        Absence::NoPerson => "не указан столбец с контактом",
        Absence::NoQuantity => "не указан столбец с количеством",
        Absence::NoChance => "не указан столбец с вероятностью",
        Absence::NoExpectedClose => "не указан столбец с ожидаемой датой закрытия",
        Absence::NoSuchStage => "в воронке меньше этапов",
        Absence::NoNextStage => "за этапом квалификации нет следующего",
        Absence::NoOtherCosts => "нет файла с расходами помимо рекламы",
        Absence::NoActivities => "нет файла звонков и встреч",
        Absence::NoVisits => "нет файла с визитами",
        Absence::NoScores => "нет файла с ответами опроса",
        Absence::NoStageOfName => "в воронке нет этапа с таким названием: поправьте формулу",
        Absence::NoContentItems => {
            "ни одна активность не называет материал: укажите столбец с его названием"
        }
        Absence::NoContentList => {
            "нет файла со списком опубликованных материалов: добавьте его и выберите «Справочник»"
        }
        Absence::NoTargets => "нет файла с планом по этому показателю",
        Absence::NoTimes => "в датах создания или активностей нет времени суток",
        Absence::NoDirection => {
            "ничто не говорит, какие звонки входящие: направление не назначено, и в названиях звонков его нет"
        }
        Absence::ActivitiesNotTied => "ни одна активность не называет запись из файлов",
        Absence::NoReasons => {
            "ни один столбец не называет причину отказа; выберите его на экране разметки или в блоке"
        }
        Absence::NoEarlierExport => {
            "ни один файл не отмечен как более ранняя выгрузка тех же записей (на экране разметки, «Что в файле»), либо у записей нет ID"
        }
        Absence::NoHistory => {
            "в файлах есть только текущий статус: видно, где запись сейчас, но не где она была; нужны даты этапов или история этапов"
        }
        Absence::NoMargin => "не задана маржа",
        Absence::NotAlongTime => "известно только за весь период",
        Absence::NeedsPeriodBasis => "нужен расчёт по событиям периода",
        Absence::NotShared => "записи поделены между каналами, а этому показателю нужны целые",
        Absence::NotByDimension => "эти строки так не разделить и не отобрать",
    },
    exclusion: |reason| match reason {
        Exclusion::WithoutDate => "без даты",
        Exclusion::OutsidePeriod => "вне периода",
        Exclusion::Filtered => "отсеяны фильтрами",
    },
    finding,
    weight: |weight| match weight {
        Weight::Note => "К сведению",
        Weight::Check => "Проверьте",
    },
    worker_restarted: "Модуль, который читает файлы, остановился и запущен снова. Файлы \
        перечитываются, настройки на месте.",
    worker_failed: |reason| Help {
        what: "Не запускается модуль, который читает файлы.".to_owned(),
        place: reason.to_owned(),
        todo: "Перезагрузите страницу. Если не поможет, откройте её в свежем Chrome, Edge, \
            Firefox или Safari."
            .to_owned(),
    },
    worker_misread: |reason| Help {
        what: "Страница и модуль, который читает файлы, не поняли друг друга, и ответа не будет."
            .to_owned(),
        place: reason.to_owned(),
        todo:
            "Перезагрузите страницу и добавьте файлы снова: настройки сохранены. Возможно, браузер \
            хранит части двух версий; если это повторится, очистите кэш для этой страницы."
                .to_owned(),
    },
    reload: "Перезагрузить страницу",
    storage_full: "В браузере не осталось места для ваших настроек. Сохраните их в файл.",
    link_broken: "Ссылка неполная, отчёт по ней не открыть. Попросите прислать её ещё раз или \
        прислать файл.",
    not_a_document: |reason| format!("Это не сохранённый отчёт Tundish: {reason}."),
    browser_too_old: "Этот браузер слишком старый для Tundish. Подойдёт свежий Chrome, Edge, \
        Firefox или Safari.",
};

fn issue_line(kind: IssueKind, n: u64) -> String {
    let rows = || count(n, "строка", "строки", "строк");
    let skipped = || ru_form(n, "пропущена", "пропущены", "пропущено");
    match kind {
        IssueKind::UnreadCell => {
            let verb = ru_form(
                n,
                "не прочитана и считается пустой",
                "не прочитаны и считаются пустыми",
                "не прочитаны и считаются пустыми",
            );
            format!("{} {verb}.", count(n, "ячейка", "ячейки", "ячеек"))
        }
        IssueKind::ShortRow => {
            format!("{}, где не хватает ячеек: недостающие считаются пустыми.", rows())
        }
        IssueKind::LongRow => format!("{}, где ячеек больше, чем заголовков.", rows()),
        IssueKind::BadBytes => format!("{} с байтами не из этой кодировки.", rows()),
        IssueKind::UnclosedQuote => {
            let quotes = count(n, "незакрытая кавычка", "незакрытые кавычки", "незакрытых кавычек");
            format!("{quotes}.")
        }
        IssueKind::TitleLine => format!("{} над заголовками {}.", rows(), skipped()),
        IssueKind::TotalsRow => {
            format!("{} с итогами {}, чтобы ничего не посчитать дважды.", rows(), skipped())
        }
        IssueKind::FooterLine => format!("{} под таблицей {}.", rows(), skipped()),
        IssueKind::RepeatedHeader => {
            let headers = count(n, "заголовок", "заголовка", "заголовков");
            format!("{headers} с повтором: повторным дан номер.")
        }
        IssueKind::BlankHeader => {
            format!("{} без заголовка.", count(n, "столбец", "столбца", "столбцов"))
        }
        IssueKind::AmbiguousDates => {
            let columns = count(n, "столбец", "столбца", "столбцов");
            format!("{columns}, где день не отличить от месяца.")
        }
        IssueKind::AmbiguousNumbers => {
            let columns = count(n, "столбец", "столбца", "столбцов");
            format!("{columns}, где тысячи не отличить от дробной части.")
        }
        IssueKind::EncodingTurns => {
            let places = count(n, "место", "места", "мест");
            format!("{places}, где файл переходит в другую кодировку.")
        }
        IssueKind::TwiceEncoded => {
            let verb = ru_form(n, "испорчен", "испорчены", "испорчено");
            let texts = count(n, "текст", "текста", "текстов");
            format!("{texts} {verb} ещё до выгрузки: кодировка применена дважды.")
        }
        IssueKind::SecondTable => {
            let verb = ru_form(n, "пропущена", "пропущены", "пропущено");
            let lines = count(n, "строка", "строки", "строк");
            format!("{lines} другой таблицы ниже {verb}.")
        }
        IssueKind::SubtotalRow => {
            let verb = ru_form(n, "похожа", "похожи", "похожи");
            let rows = count(n, "строка", "строки", "строк");
            format!("{rows} {verb} на промежуточный итог: суммы могут удвоиться.")
        }
        IssueKind::HeaderRow => {
            let verb = ru_form(n, "повторяет", "повторяют", "повторяют");
            let rows = count(n, "строка", "строки", "строк");
            format!("{rows} {verb} шапку таблицы: это не данные.")
        }
        IssueKind::TextAfterQuote => {
            let cells = count(n, "ячейка", "ячейки", "ячеек");
            format!("{cells}, где после закрывающей кавычки есть ещё текст.")
        }
        IssueKind::Corrected => {
            let verb = ru_form(n, "прочитана", "прочитаны", "прочитано");
            format!("{} {verb} по вашему указанию.", count(n, "ячейка", "ячейки", "ячеек"))
        }
    }
}

fn issue(issue: &Issue) -> String {
    let text = &issue.text;
    match issue.kind {
        IssueKind::UnreadCell => match issue.expected {
            Some(kind) => format!("«{text}» нельзя прочитать как {}", (NAMES.column_type)(kind)),
            None => format!("«{text}» нельзя прочитать"),
        },
        IssueKind::ShortRow => "не хватает ячеек".to_owned(),
        IssueKind::LongRow => format!("лишние ячейки: {text}"),
        IssueKind::BadBytes => "байты не из этой кодировки, показаны как �".to_owned(),
        IssueKind::UnclosedQuote => "кавычка открыта здесь и нигде не закрыта".to_owned(),
        IssueKind::TitleLine => format!("название: {text}"),
        IssueKind::TotalsRow => format!("итоги: {text}"),
        IssueKind::FooterLine => format!("примечание: {text}"),
        IssueKind::RepeatedHeader => format!("заголовок «{text}» встречается ещё раз"),
        IssueKind::BlankHeader => "столбец без заголовка".to_owned(),
        IssueKind::AmbiguousDates => {
            format!("прочитано как {text}; если это не так, выберите порядок")
        }
        IssueKind::AmbiguousNumbers => {
            format!("прочитано как {text}; если это не так, выберите десятичный знак")
        }
        IssueKind::EncodingTurns => format!("дальше файл в кодировке {text}"),
        IssueKind::TwiceEncoded => format!("«{text}»: текст испортила программа, создавшая файл"),
        IssueKind::SecondTable => format!("другая таблица: {text}"),
        IssueKind::SubtotalRow => format!("промежуточный итог, оставлен как строка: {text}"),
        IssueKind::HeaderRow => format!("шапка ещё раз: {text}"),
        IssueKind::TextAfterQuote => format!("после закрывающей кавычки есть ещё текст: {text}"),
        IssueKind::Corrected => format!("«{text}» прочитано по вашему указанию"),
    }
}

pub fn place(place: &Location) -> String {
    let line = place.line.map(|n| format!("строка {}", L.count(n.into())));
    let record = place.record.filter(|_| line.is_none());
    join_parts([
        Some(place.file.clone()),
        line,
        record.map(|n| format!("запись {}", L.count(n.into()))),
        place.column.as_ref().map(|c| format!("столбец «{c}»")),
    ])
}

fn build_error(error: &BuildError) -> Help {
    let help = |what: String, place: &str, todo: &str| Help {
        what,
        place: place.to_owned(),
        todo: todo.to_owned(),
    };
    match error {
        BuildError::NoRecords => help(
            "Пока нечего считать.".to_owned(),
            "",
            "Укажите на экране разметки, в каком файле сделки, лиды или расходы на рекламу.",
        ),
        BuildError::FileMissing { file } => help(
            "Не хватает файла для этого отчёта.".to_owned(),
            file,
            "Перетащите его на экране данных.",
        ),
        BuildError::ColumnMissing { file, column } => help(
            format!("Столбца «{column}» в файле больше нет."),
            file,
            "Выберите другой столбец на экране разметки или выгрузите файл вместе с ним.",
        ),
        BuildError::Document { reason } => help(
            format!("Сохранённый отчёт не читается: {reason}."),
            "",
            "Откройте другой файл. Если он новее программы, обновите Tundish.",
        ),
    }
}
