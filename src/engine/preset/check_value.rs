//! Values that a preset doesn't know, and decisions about values that are not there any more:
//! statuses, sources, currencies, aliases, keys.

use super::check::{EXAMPLES, Examples, Now, PresetIssue};
use super::column::ladder_values;
use super::pair::Pairing;
use super::{Preset, source_mark};
use crate::engine::fold::fold;
use crate::engine::mapping::Channel;
use crate::engine::mapping::channel::ChannelReason;
use crate::engine::mapping::stage_history::HistoryView;
use crate::engine::mapping::view::{ChannelRow, ChannelsView, JoinView, StagePlace, StagesView};
use std::collections::BTreeSet;

/// A join that finds so much less (of 1) than it did is said.
const MUCH_LESS: f64 = 0.1;

/// Compares values; what can't be told without the file that holds them is left out, since the file
/// is said to be absent.
pub fn values(preset: &Preset, pairing: &Pairing, now: &Now, issues: &mut Vec<PresetIssue>) {
    if let Some(stages) = &now.view.stages {
        issues.extend(new_statuses(stages));
        issues.extend(stages.histories.iter().filter_map(new_in_history));
        issues.extend(gone_statuses(preset, stages, now));
    }
    if let Some(channels) = &now.view.channels {
        issues.extend(new_sources(channels));
        issues.extend(sorted_sources(preset, channels));
        issues.extend(idle_rules(channels));
    }
    issues.extend(new_currencies(now));
    for join in &now.view.joins {
        if !join.lost_aliases.is_empty() {
            issues.push(PresetIssue::AliasGone {
                from_file: join.from_file.clone(),
                lookup_file: join.lookup_file.clone(),
                aliases: join.lost_aliases.clone(),
            });
        }
        issues.extend(worse(preset, pairing, join, now));
    }
}

fn examples(mut values: Vec<(String, u64)>) -> Option<Examples> {
    values.sort_by_key(|(_, rows)| std::cmp::Reverse(*rows));
    let (count, rows) = (values.len() as u64, values.iter().map(|(_, n)| n).sum());
    values.truncate(EXAMPLES);
    (count > 0).then_some(Examples { values, count, rows })
}

fn new_statuses(stages: &StagesView) -> Option<PresetIssue> {
    // Where a pipeline says otherwise, its rows are not in what holds for all pipelines.
    let own = |value: &str| -> u64 {
        let all = stages.pipelines.iter().flat_map(|p| &p.values);
        all.filter(|v| v.own && fold(&v.value) == fold(value)).map(|v| v.rows).sum()
    };
    let unmapped = stages.values.iter().filter(|v| v.place == StagePlace::Unmapped);
    let left = unmapped.map(|v| (v.value.clone(), v.rows.saturating_sub(own(&v.value))));
    let values = examples(left.filter(|(_, rows)| *rows > 0).collect())?;
    Some(PresetIssue::StatusNew { file: stages.file.clone(), values })
}

/// Values that only a history names.
fn new_in_history(history: &HistoryView) -> Option<PresetIssue> {
    let unmapped = history.values.iter().filter(|v| v.place == StagePlace::Unmapped);
    let values = examples(unmapped.map(|v| (v.value.clone(), v.rows)).collect())?;
    Some(PresetIssue::StatusNew { file: history.file.clone(), values })
}

/// Values of the preset's ladder that no row has, as far as they are still in the ladder; or that
/// the ladder is another, since no row has any of them.
fn gone_statuses(preset: &Preset, stages: &StagesView, now: &Now) -> Option<PresetIssue> {
    let histories = stages.histories.iter().flat_map(|h| &h.values);
    let here: BTreeSet<String> =
        stages.values.iter().chain(histories).map(|v| fold(&v.value)).collect();
    let known = ladder_values(&preset.mapping.ladder);
    let still = ladder_values(&now.document.mapping.ladder);
    let is_other = !known.keys().any(|v| still.contains_key(v) || here.contains(v));
    let gone = known.iter().filter(|(folded, _)| !here.contains(*folded));
    let gone = gone.filter(|(folded, _)| is_other || still.contains_key(*folded));
    let gone: Vec<String> = gone.map(|(_, text)| text.clone()).collect();
    let (file, count) = (stages.file.clone(), gone.len() as u64);
    let values: Vec<String> = gone.into_iter().take(EXAMPLES).collect();
    match (count, is_other) {
        (0, _) => None,
        (_, true) => Some(PresetIssue::LadderReplaced { file, values, count }),
        (_, false) => Some(PresetIssue::StatusGone { file, values, count }),
    }
}

fn new_sources(channels: &ChannelsView) -> Option<PresetIssue> {
    let undecided = channels.rows.iter().filter(|r| {
        r.channel == Channel::Unassigned
            && !matches!(r.reason, ChannelReason::Nothing | ChannelReason::DecidedByUser)
    });
    let values = examples(undecided.map(|r| (named(r), r.rows)).collect())?;
    Some(PresetIssue::SourceNew { file: channels.file.clone(), values })
}

fn named(row: &ChannelRow) -> String {
    let parts = [&row.source, &row.medium, &row.campaign].map(String::as_str);
    let parts: Vec<&str> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    parts.join(" / ")
}

/// Sources that were not there when the preset was made, and that need no decision: a built-in rule
/// knows them.
fn sorted_sources(preset: &Preset, channels: &ChannelsView) -> Option<PresetIssue> {
    let seen: BTreeSet<u32> = preset.sources.as_ref()?.iter().copied().collect();
    let is_built_in = |r: &&ChannelRow| {
        use ChannelReason as R;
        !matches!(r.reason, R::Nothing | R::NoRule | R::DecidedByUser | R::UserRule(_))
    };
    let new =
        channels.rows.iter().filter(is_built_in).filter(|r| !seen.contains(&source_mark(&r.key)));
    let mut new: Vec<&ChannelRow> = new.filter(|r| r.channel != Channel::Unassigned).collect();
    new.sort_by_key(|r| std::cmp::Reverse(r.rows));
    let values = examples(new.iter().map(|r| (named(r), r.rows)).collect())?;
    let of_channels = new.iter().take(values.values.len()).map(|r| r.channel.clone()).collect();
    Some(PresetIssue::SourceSorted { file: channels.file.clone(), values, channels: of_channels })
}

fn idle_rules(channels: &ChannelsView) -> Option<PresetIssue> {
    let rules: Vec<usize> = channels.idle_rules.iter().map(|at| at + 1).collect();
    let decided = channels.idle_decided.clone();
    let file = channels.file.clone();
    (!rules.is_empty() || !decided.is_empty()).then_some(PresetIssue::RuleIdle {
        file,
        rules,
        decided,
    })
}

fn new_currencies(now: &Now) -> Option<PresetIssue> {
    let to = now.document.mapping.rates.to.clone();
    let without = |code: &str| !code.is_empty() && code != to;
    let named = now.currencies.iter().filter(|c| !to.is_empty() && without(&c.0));
    let currencies = examples(named.cloned().collect())?;
    Some(PresetIssue::CurrencyNew { to, currencies })
}

/// A join of the preset that found more.
fn worse(preset: &Preset, pairing: &Pairing, join: &JoinView, now: &Now) -> Option<PresetIssue> {
    let called = |file: &str| {
        let entry = preset.mapping.files.iter().position(|f| f.name == file);
        let pair = pairing.pairs.iter().find(|p| Some(p.entry) == entry);
        pair.map(|p| now.name(p.file))
    };
    let met = preset.met.iter().find(|m| {
        called(&m.from_file) == Some(&join.from_file)
            && called(&m.lookup_file) == Some(&join.lookup_file)
    })?;
    let rows = join.matched + join.unmatched;
    let share = join.matched as f64 / rows as f64;
    (rows > 0 && share < met.share - MUCH_LESS).then(|| PresetIssue::JoinWorse {
        from_file: join.from_file.clone(),
        lookup_file: join.lookup_file.clone(),
        was: met.share,
        now: share,
        unmatched: join.unmatched,
    })
}
