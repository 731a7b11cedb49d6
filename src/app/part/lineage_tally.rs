//! What became of all rows of a figure, in counts that add up. Not here: the rows (`row_window`), what
//! acts on the figure (`lineage`).

use crate::app::words;
use crate::engine::funnel::BesideKind;
use crate::engine::query::{ExportTally, Lineage, Members, Tally};
use crate::engine::window::Part;
use leptos::prelude::*;

/// The parts of which there are rows, in their order.
pub fn parts(lineage: &Lineage) -> Vec<Part> {
    let mut parts = Vec::new();
    let beside = lineage.beside.iter().map(|(_, tally)| tally);
    let exports = lineage.exports.iter().map(|export| &export.tally);
    for tally in [&lineage.records, &lineage.costs].into_iter().chain(beside).chain(exports) {
        let named: u64 = tally.named.iter().map(|(_, n)| n).sum();
        let both = tally.above + tally.below + named - tally.counted;
        let counts = [
            (Part::Counted, tally.plain),
            (Part::Both, both),
            (Part::Above, tally.above - both - tally.plain),
            (Part::Below, tally.below - both),
        ];
        let counted = counts.into_iter().filter(|(_, n)| *n > 0).map(|(part, _)| part);
        let named = tally.named.iter().chain(&tally.left_out).map(|(part, _)| *part);
        parts.extend(counted.chain(named));
    }
    parts.sort_unstable();
    parts.dedup();
    parts
}

pub fn tallies(lineage: &Lineage) -> impl IntoView + use<> {
    let words = words();
    let l = &words.lineage;
    // Rows of a sort that the figure has nothing to do with say nothing.
    let used = |tally: &Tally| tally.counted > 0 || !tally.left_out.is_empty();
    let table = |name: &'static str, part: &'static str, tally: &Tally| {
        let others = (l.unconcerned, l.elsewhere);
        let members = lineage.members.filter(|_| part == "records");
        used(tally).then(|| tally_table(name.to_owned(), part, (tally, members), others))
    };
    let export = |export: &ExportTally| {
        let says = &words.change_trace;
        let (name, part) = match export.is_earlier {
            true => ((says.earlier)(&export.file), "earlier-export"),
            false => ((says.later)(&export.file), "later-export"),
        };
        tally_table(name, part, (&export.tally, None), (says.closed, says.elsewhere))
    };
    view! {
        {table(l.records, "records", &lineage.records)}
        {table(l.costs, "costs", &lineage.costs)}
        {lineage.beside.iter().map(|(kind, tally)| {
            let (name, part) = match kind {
                BesideKind::OtherCosts => (l.other_costs, "other-costs"),
                BesideKind::Activities => (l.activities, "activities"),
                BesideKind::Scores => (l.scores, "scores"),
                BesideKind::Plans => (l.plans, "plans"),
            };
            table(name, part, tally)
        }).collect_view()}
        {lineage.exports.iter().map(export).collect_view()}
    }
}

/// How many rows had which fate; of two fates it depends on the figure what they are called.
fn tally_table(
    name: String,
    part: &'static str,
    (tally, members): (&Tally, Option<Members>),
    (unconcerned, elsewhere): (&'static str, &'static str),
) -> impl IntoView + use<> {
    let words = words();
    let l = &words.lineage;
    let row = |class: &'static str, key: &'static str, name: &'static str, n: u64| {
        view! {
            <tr class=class data-part="tally" data-key=key data-value=n>
                <th scope="row">{name}</th>
                <td class="num">{words.locale.count(n)}</td>
            </tr>
        }
    };
    let some = |class, key, name, n: u64| (n > 0).then(|| row(class, key, name, n));
    let left =
        tally.left_out.iter().map(|(part, n)| row("", "left-out", (words.audit.part)(*part), *n));
    let is_share = tally.below > 0;
    // By a name of its own is told what differs: that all are values says nothing.
    let named = tally.named.iter().filter(|(part, _)| *part != Part::Value);
    let named = named.map(|(part, n)| row("inner", "named", (words.audit.part)(*part), *n));
    let m = &words.members;
    let members = members.map(|members| match members {
        Members::People(n) => row("inner", "people", m.people, n).into_any(),
        Members::Accounts { above, below } => {
            let above =
                (above != below).then(|| row("inner", "accounts-above", m.accounts_above, above));
            view! { {row("inner", "accounts", m.accounts, below)} {above} }.into_any()
        }
    });
    view! {
        <table data-part=part>
            <caption class="visually-hidden">{name.clone()}</caption>
            <thead><tr><th scope="col">{name}</th><td class="num"></td></tr></thead>
            <tbody>
                {row("", "counted", l.counted, tally.counted)}
                {is_share.then(|| (row("inner", "above", l.above, tally.above), row("inner", "below", l.below, tally.below)))}
                {some("inner", "part-dated", l.part_dated, tally.part_dated)}
                {named.collect_view()}
                {members}
                {left.collect_view()}
                {some("", "unconcerned", unconcerned, tally.unconcerned)}
                {some("", "elsewhere", elsewhere, tally.elsewhere)}
                {some("", "outside", l.outside, tally.outside)}
                {some("", "filtered", l.filtered, tally.filtered)}
                {row("sum", "all", l.all, tally.all)}
            </tbody>
        </table>
    }
}
