//! English: presets.

use super::L;
use crate::engine::preset::check::Examples;
use crate::engine::preset::{PresetError, PresetIssue as I, Rename};
use crate::engine::reference::ColumnUse;
use crate::i18n::plural::en as count;
use crate::i18n::preset::{PresetPlace, PresetWords, decided_name, with_channels};
use crate::i18n::{FindingText, Help, Strings};

pub const PRESET: PresetWords = PresetWords {
    title: "Presets",
    intro: "Everything you decided about these files, to be put to next month’s export.",
    holds: "A preset holds the names of columns, and the statuses, sources and campaigns that you mapped. It holds no row of your data.",

    save_title: "Save what is mapped now",
    name: "Name of the preset",
    with_report: "with the report: its blocks, filters and period",
    save: "Save",
    replace_question: |name| format!("There is a preset “{name}” already. Replace it?"),
    replace: "Replace",
    nothing_to_save: "There is nothing to save yet: add files first.",

    list_title: "Saved in this browser",
    empty: "No presets yet.",
    in_use: "in use",
    with_blocks: "with report",
    apply: "Apply",
    apply_named: |name| format!("Apply the preset “{name}”"),
    rename: "Rename",
    rename_named: |name| format!("Rename the preset “{name}”"),
    new_name: |name| format!("New name of the preset “{name}”"),
    delete: "Delete",
    delete_named: |name| format!("Delete the preset “{name}”"),
    deleted: |name| format!("“{name}” was deleted."),
    bring_back: "Bring it back",
    export: "Save as a file",
    export_named: |name| format!("Save the preset “{name}” as a file"),
    import: "Open a preset from a file",
    import_note: "Or drop the file anywhere on the page.",

    saved: |name| format!("The preset “{name}” is saved in this browser."),
    imported: |name| format!("The preset “{name}” is among your presets now."),
    applied: |name| format!("The preset “{name}” was applied. Undo takes it back."),
    error,

    offer: |name| format!("These files fit the preset “{name}”."),
    offer_note: "It would take the place of what was proposed for them. Undo takes it back.",
    not_now: "Not now",

    check_title: |name| format!("Preset “{name}”: does it still fit?"),
    check_counts: |look, notes| match (look, notes) {
        (0, _) => count(notes, "note", "notes"),
        (_, 0) => format!("{} to check", L.count(look)),
        _ => format!("{} to check, {}", L.count(look), count(notes, "note", "notes")),
    },
    check_fits: "Everything in the preset fits these files.",
    paired: |was, now| format!("{was} is now {now}"),
    close_list: "Close the list",
    close_note: "The mapping stays as it is.",
    issue,
    column_use,
    place: |place| match place {
        PresetPlace::Files => "Go to the files",
        PresetPlace::Columns => "Go to the columns",
        PresetPlace::Stages => "Go to the stages",
        PresetPlace::Channels => "Go to the channels",
        PresetPlace::Joins => "Go to the joins",
        PresetPlace::Money => "Go to the rates",
        PresetPlace::Report => "Go to the report",
    },
};

fn error(error: &PresetError) -> Help {
    let (what, place, todo) = match error {
        PresetError::Newer { version, reads } => (
            format!(
                "The preset was saved by a newer Tundish (version {version}; this one reads up to {reads})."
            ),
            String::new(),
            "Reload the page to get the newest Tundish, or save the preset again with this one.",
        ),
        PresetError::NotAPreset => (
            "This file is not a preset of Tundish.".to_owned(),
            String::new(),
            "Choose the .json file that “Save as a file” beside a preset made.",
        ),
        PresetError::Damaged { line, column, reason } => (
            format!("The preset is damaged: {reason}."),
            format!("line {line}, character {column}"),
            "Get the file again from where it was saved. One that was cut off or edited by hand can’t be read.",
        ),
    };
    Help { what, place, todo: todo.to_owned() }
}

/// `“Frozen” (12 rows), “Paused” (3 rows) and 4 more`.
fn some(examples: &Examples) -> String {
    let each = examples.values.iter();
    let each: Vec<String> =
        each.map(|(v, n)| format!("“{v}” ({})", count(*n, "row", "rows"))).collect();
    rest(each.join(", "), examples.count.saturating_sub(examples.values.len() as u64))
}

fn rest(text: String, more: u64) -> String {
    if more == 0 { text } else { format!("{text} and {} more", L.count(more)) }
}

fn quoted(values: &[String], of: u64) -> String {
    let each: Vec<String> = values.iter().map(|v| format!("“{v}”")).collect();
    rest(each.join(", "), of.saturating_sub(values.len() as u64))
}

fn column_use(of: ColumnUse, words: &Strings) -> String {
    match of {
        ColumnUse::Role(role) => (words.names.role)(role).to_owned(),
        ColumnUse::StageDate => "the date of a stage".to_owned(),
        ColumnUse::Reading => "how its cells are read".to_owned(),
        ColumnUse::Join => "a join".to_owned(),
        ColumnUse::SpendJoin => "the join of costs".to_owned(),
        ColumnUse::Merge => "merged spellings".to_owned(),
        ColumnUse::TableKey => "the key of a table of several files".to_owned(),
        ColumnUse::Report => "the report".to_owned(),
    }
}

fn issue(issue: &I, words: &Strings) -> FindingText {
    let (text, advice) = match issue {
        I::FileAbsent { file, kind } => (
            format!("None of the files is {file} ({}).", (words.names.file_kind)(*kind)),
            "Add this month’s file. Until then the report is made without it.",
        ),
        I::FileAlso { file, taken, other } => (
            format!("Two files fit {file}: {taken} was taken, {other} was not."),
            "Remove the one that does not belong here, or make one table of both.",
        ),
        I::ColumnGone { file, header, uses, likely } => {
            let uses: Vec<String> = uses.iter().map(|u| column_use(*u, words)).collect();
            let likely = likely.as_ref().map(|l| format!(" “{l}” is new and looks like it."));
            (
                format!(
                    "{file} has no column “{header}” any more. It stood for: {}.{}",
                    uses.join(", "),
                    likely.unwrap_or_default()
                ),
                "Choose the column that takes its place, or export the file with it.",
            )
        }
        I::ColumnEmpty { file, header } => (
            format!("The column “{header}” of {file} is empty."),
            "Check the export: a field may have been left out of it.",
        ),
        I::ColumnType { file, header, was, now } => (
            format!(
                "The column “{header}” of {file} held {}, now it is {}.",
                (words.names.column_type)(*was),
                (words.names.column_type)(*now)
            ),
            "Look at its cells, and say how they are to be read.",
        ),
        I::StatusNew { file, values } => (
            format!("{file} has statuses that are in no stage: {}.", some(values)),
            "Put each into a stage, or among won or lost.",
        ),
        I::LadderReplaced { file, values, count } => (
            format!(
                "{file} has none of the statuses of the preset ({}), so that its stages were proposed anew.",
                quoted(values, *count)
            ),
            "Check the column of the stage, then the stages.",
        ),
        I::StatusGone { file, values, count } => (
            format!("No row of {file} has the status {}.", quoted(values, *count)),
            "Nothing to do, if nothing stands there this month.",
        ),
        I::SourceNew { file, values } => (
            format!("{file} has sources that no rule knows: {}.", some(values)),
            "Give each a channel, or add a rule.",
        ),
        I::SourceSorted { file, values, channels } => (
            format!(
                "{file} has sources that were not there before, with the channel that a rule gave them: {}.",
                some(&with_channels(values, channels, words))
            ),
            "Nothing to do, if the channels are right.",
        ),
        I::RuleIdle { file, rules, decided } => {
            let rules: Vec<String> = rules.iter().map(|n| format!("rule {n}")).collect();
            let decided: Vec<String> =
                decided.iter().map(|k| format!("“{}”", decided_name(k))).collect();
            let all: Vec<String> = rules.into_iter().chain(decided).collect();
            (
                format!(
                    "Decisions about channels that no row of {file} meets: {}.",
                    all.join(", ")
                ),
                "Nothing to do, if this source brought nobody. Else its spelling may have changed.",
            )
        }
        I::CurrencyNew { to, currencies } => (
            format!("There is no rate to {to} for {}.", some(currencies)),
            "Add a rate. Without one this money is not added.",
        ),
        I::AliasGone { from_file, lookup_file, aliases } => {
            let each: Vec<String> = aliases.iter().map(|(v, k)| format!("“{v}” → “{k}”")).collect();
            (
                format!(
                    "Aliases of {from_file} lead to nothing in {lookup_file}: {}.",
                    each.join(", ")
                ),
                "Take them back, or choose other keys.",
            )
        }
        I::JoinWorse { from_file, lookup_file, was, now, unmatched } => (
            format!(
                "{} of the rows of {from_file} find theirs in {lookup_file}; it was {}. Without a partner: {}.",
                L.share(*now),
                L.share(*was),
                count(*unmatched, "row", "rows")
            ),
            "Add this month’s version of the second file, or look at the values without a partner.",
        ),
        I::PeriodOutside { period, extent } => (
            format!(
                "The report asks for {}, and the files hold {}.",
                L.period(*period),
                L.period(*extent)
            ),
            "Choose another period in the report.",
        ),
        I::FileExtra { file, kind, rows } => (
            format!(
                "The preset does not know {file} ({}, {}): it is mapped as proposed.",
                (words.names.file_kind)(*kind),
                count(*rows, "row", "rows")
            ),
            "Check its columns.",
        ),
        I::ColumnRenamed { file, from, to, how } => (
            format!("In {file} “{to}” took the place of “{from}”, {}.", rename(*how, words)),
            "Check that they mean the same.",
        ),
        I::ColumnNew { file, header, role } => (
            format!("{file} has a new column “{header}”, taken as: {}.", (words.names.role)(*role)),
            "Check that it is so.",
        ),
    };
    FindingText { text, advice: advice.to_owned() }
}

fn rename(how: Rename, words: &Strings) -> String {
    match how {
        Rename::Spelling => "the same name written differently".to_owned(),
        Rename::Values => "since it holds the statuses of the preset".to_owned(),
        Rename::Role(role) => format!("proposed for the same role ({})", (words.names.role)(role)),
    }
}
