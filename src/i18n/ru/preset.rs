//! Russian: presets.

use super::L;
use crate::engine::preset::check::Examples;
use crate::engine::preset::{PresetError, PresetIssue as I, Rename};
use crate::engine::reference::ColumnUse;
use crate::i18n::plural::ru as count;
use crate::i18n::preset::{PresetPlace, PresetWords, decided_name, with_channels};
use crate::i18n::{FindingText, Help, Strings};

pub const PRESET: PresetWords = PresetWords {
    title: "Пресеты",
    intro: "Всё, что вы решили об этих файлах, — чтобы применить к выгрузке следующего месяца.",
    holds: "В пресете — названия столбцов и те статусы, источники и кампании, о которых вы что-то решили. Ни одной строки ваших данных в нём нет.",

    save_title: "Сохранить нынешнюю разметку",
    name: "Название пресета",
    with_report: "вместе с отчётом: блоки, фильтры и период",
    save: "Сохранить",
    replace_question: |name| format!("Пресет «{name}» уже есть. Заменить его?"),
    replace: "Заменить",
    nothing_to_save: "Сохранять пока нечего: сначала добавьте файлы.",

    list_title: "Сохранено в этом браузере",
    empty: "Пресетов пока нет.",
    in_use: "применён",
    with_blocks: "с отчётом",
    apply: "Применить",
    apply_named: |name| format!("Применить пресет «{name}»"),
    rename: "Переименовать",
    rename_named: |name| format!("Переименовать пресет «{name}»"),
    new_name: |name| format!("Новое название пресета «{name}»"),
    delete: "Удалить",
    delete_named: |name| format!("Удалить пресет «{name}»"),
    deleted: |name| format!("Пресет «{name}» удалён."),
    bring_back: "Вернуть",
    export: "Сохранить в файл",
    export_named: |name| format!("Сохранить пресет «{name}» в файл"),
    import: "Открыть пресет из файла",
    import_note: "Или перетащите файл в любое место страницы.",

    saved: |name| format!("Пресет «{name}» сохранён в этом браузере."),
    imported: |name| format!("Пресет «{name}» добавлен к вашим пресетам."),
    applied: |name| format!("Пресет «{name}» применён. Вернуть как было — «Отменить»."),
    error,

    offer: |name| format!("К этим файлам подходит пресет «{name}»."),
    offer_note: "Он заменит то, что предложено для этих файлов. «Отменить» вернёт всё как было.",
    not_now: "Не сейчас",

    check_title: |name| format!("Пресет «{name}»: всё ли ещё подходит?"),
    check_counts: |look, notes| {
        let (look_text, notes_text) = (L.count(look), L.count(notes));
        match (look, notes) {
            (0, _) => format!("к сведению: {notes_text}"),
            (_, 0) => format!("проверить: {look_text}"),
            _ => format!("проверить: {look_text}, к сведению: {notes_text}"),
        }
    },
    check_fits: "Всё в пресете подходит к этим файлам.",
    paired: |was, now| format!("{was} теперь {now}"),
    close_list: "Закрыть список",
    close_note: "Разметка останется как есть.",
    issue,
    column_use,
    place: |place| match place {
        PresetPlace::Files => "К файлам",
        PresetPlace::Columns => "К столбцам",
        PresetPlace::Stages => "К этапам",
        PresetPlace::Channels => "К каналам",
        PresetPlace::Joins => "К связям",
        PresetPlace::Money => "К курсам",
        PresetPlace::Report => "К отчёту",
    },
};

fn error(error: &PresetError) -> Help {
    let (what, place, todo) = match error {
        PresetError::Newer { version, reads } => (
            format!(
                "Пресет сохранён более новой версией Tundish (версия {version}; эта читает до {reads})."
            ),
            String::new(),
            "Обновите страницу, чтобы получить новейшую Tundish, или сохраните пресет заново в этой.",
        ),
        PresetError::NotAPreset => (
            "Этот файл — не пресет Tundish.".to_owned(),
            String::new(),
            "Выберите файл .json, который сделала кнопка «Сохранить в файл» рядом с пресетом.",
        ),
        PresetError::Damaged { line, column, reason } => (
            format!("Пресет повреждён: {reason}."),
            format!("строка {line}, символ {column}"),
            "Возьмите файл ещё раз там, где он был сохранён. Обрезанный или исправленный вручную файл не прочитать.",
        ),
    };
    Help { what, place, todo: todo.to_owned() }
}

fn rows(n: u64) -> String {
    count(n, "строка", "строки", "строк")
}

fn some(examples: &Examples) -> String {
    let each = examples.values.iter();
    let each: Vec<String> = each.map(|(v, n)| format!("«{v}» ({})", rows(*n))).collect();
    rest(each.join(", "), examples.count.saturating_sub(examples.values.len() as u64))
}

fn rest(text: String, more: u64) -> String {
    if more == 0 { text } else { format!("{text} и ещё {}", L.count(more)) }
}

fn quoted(values: &[String], of: u64) -> String {
    let each: Vec<String> = values.iter().map(|v| format!("«{v}»")).collect();
    rest(each.join(", "), of.saturating_sub(values.len() as u64))
}

fn column_use(of: ColumnUse, words: &Strings) -> String {
    match of {
        ColumnUse::Role(role) => (words.names.role)(role).to_owned(),
        ColumnUse::StageDate => "дата этапа".to_owned(),
        ColumnUse::Reading => "то, как читать его ячейки".to_owned(),
        ColumnUse::Join => "связь с другим файлом".to_owned(),
        ColumnUse::SpendJoin => "связь с расходами".to_owned(),
        ColumnUse::Merge => "объединённые написания".to_owned(),
        ColumnUse::TableKey => "ключ таблицы из нескольких файлов".to_owned(),
        ColumnUse::Report => "отчёт".to_owned(),
    }
}

fn issue(issue: &I, words: &Strings) -> FindingText {
    let (text, advice) = match issue {
        I::FileAbsent { file, kind } => (
            format!(
                "Нет файла, который соответствовал бы {file} ({}).",
                (words.names.file_kind)(*kind)
            ),
            "Добавьте файл за этот месяц. Пока его нет, отчёт строится без него.",
        ),
        I::FileAlso { file, taken, other } => (
            format!("На место {file} подходят два файла: взят {taken}, а {other} — нет."),
            "Уберите лишний или сделайте из обоих одну таблицу.",
        ),
        I::ColumnGone { file, header, uses, likely } => {
            let uses: Vec<String> = uses.iter().map(|u| column_use(*u, words)).collect();
            let likely = likely.as_ref().map(|l| format!(" Похож на него новый столбец «{l}»."));
            (
                format!(
                    "В {file} больше нет столбца «{header}». На нём держалось: {}.{}",
                    uses.join(", "),
                    likely.unwrap_or_default()
                ),
                "Выберите столбец, который его заменяет, или выгрузите файл вместе с ним.",
            )
        }
        I::ColumnEmpty { file, header } => (
            format!("Столбец «{header}» в {file} пуст."),
            "Проверьте выгрузку: возможно, поле в неё не попало.",
        ),
        I::ColumnType { file, header, was, now } => (
            format!(
                "Столбец «{header}» в {file} содержал {}, а теперь — {}.",
                (words.names.column_type)(*was),
                (words.names.column_type)(*now)
            ),
            "Посмотрите на ячейки и укажите, как их читать.",
        ),
        I::StatusNew { file, values } => (
            format!("В {file} есть статусы, которых нет ни в одном этапе: {}.", some(values)),
            "Отнесите каждый к этапу, к выигранным или к проигранным.",
        ),
        I::LadderReplaced { file, values, count } => (
            format!(
                "В {file} нет ни одного статуса из пресета ({}), поэтому этапы предложены заново.",
                quoted(values, *count)
            ),
            "Проверьте столбец этапа, затем этапы.",
        ),
        I::StatusGone { file, values, count } => (
            format!("Ни одной строки в {file} с такими статусами: {}.", quoted(values, *count)),
            "Ничего делать не надо, если в этом месяце там просто никого нет.",
        ),
        I::SourceNew { file, values } => (
            format!(
                "В {file} есть источники, о которых не знает ни одно правило: {}.",
                some(values)
            ),
            "Выберите канал для каждого или добавьте правило.",
        ),
        I::SourceSorted { file, values, channels } => (
            format!(
                "В {file} есть источники, которых раньше не было; канал им дало правило: {}.",
                some(&with_channels(values, channels, words))
            ),
            "Ничего делать не надо, если каналы верны.",
        ),
        I::RuleIdle { file, rules, decided } => {
            let rules: Vec<String> = rules.iter().map(|n| format!("правило {n}")).collect();
            let decided: Vec<String> =
                decided.iter().map(|k| format!("«{}»", decided_name(k))).collect();
            let all: Vec<String> = rules.into_iter().chain(decided).collect();
            (
                format!(
                    "Решения о каналах, под которые не попала ни одна строка {file}: {}.",
                    all.join(", ")
                ),
                "Ничего делать не надо, если этот источник никого не привёл. Иначе могло измениться написание.",
            )
        }
        I::CurrencyNew { to, currencies } => (
            format!("Нет курса к {to} для: {}.", some(currencies)),
            "Добавьте курс. Без него эти деньги не складываются с остальными.",
        ),
        I::AliasGone { from_file, lookup_file, aliases } => {
            let each: Vec<String> = aliases.iter().map(|(v, k)| format!("«{v}» → «{k}»")).collect();
            (
                format!(
                    "Соответствия из {from_file} ведут в {lookup_file} к тому, чего там нет: {}.",
                    each.join(", ")
                ),
                "Отмените их или выберите другие ключи.",
            )
        }
        I::JoinWorse { from_file, lookup_file, was, now, unmatched } => (
            format!(
                "Пару в {lookup_file} находят {} строк {from_file}, а было {}. Без пары: {}.",
                L.share(*now),
                L.share(*was),
                rows(*unmatched)
            ),
            "Добавьте второй файл за этот месяц или посмотрите на значения без пары.",
        ),
        I::PeriodOutside { period, extent } => (
            format!(
                "Отчёт просит период {}, а в файлах — {}.",
                L.period(*period),
                L.period(*extent)
            ),
            "Выберите в отчёте другой период.",
        ),
        I::FileExtra { file, kind, rows: n } => (
            format!(
                "Пресет не знает файла {file} ({}, {}): он размечен как предложено.",
                (words.names.file_kind)(*kind),
                rows(*n)
            ),
            "Проверьте его столбцы.",
        ),
        I::ColumnRenamed { file, from, to, how } => (
            format!("В {file} вместо «{from}» взят «{to}»: {}.", rename(*how, words)),
            "Проверьте, что это одно и то же.",
        ),
        I::ColumnNew { file, header, role } => (
            format!("В {file} новый столбец «{header}»: {}.", (words.names.role)(*role)),
            "Проверьте, что это так.",
        ),
    };
    FindingText { text, advice: advice.to_owned() }
}

fn rename(how: Rename, words: &Strings) -> String {
    match how {
        Rename::Spelling => "то же название в другом написании".to_owned(),
        Rename::Values => "в нём статусы из пресета".to_owned(),
        Rename::Role(role) => format!("предложен на ту же роль ({})", (words.names.role)(role)),
    }
}
