//! How the files tell of stages, what they can't tell, and what a funnel rests on.

use crate::engine::dimension::Label;
use crate::engine::funnel::{HistoryFinding, Shape as Form, Untold};
use crate::engine::mapping::ValueAt;
use crate::engine::query::StayFigure;
use crate::engine::report::{Entity, Funnel, Report, StageTime, StageVisits};
use crate::engine::value::{Quantity, Unit};
use crate::format::Style;
use crate::i18n::Strings;

/// See the module.
pub struct Shape {
    /// The heading over the shape found.
    pub found: &'static str,
    pub name: fn(Form) -> &'static str,
    /// What the shape is, in a sentence.
    pub text: fn(Form) -> &'static str,
    /// Before the list of what can't be told.
    pub untold_title: &'static str,
    pub untold: fn(Untold) -> &'static str,
    /// Why there is no picture.
    pub not_drawn: &'static str,
    /// Why a way of counting can't be chosen.
    pub needs_dates: &'static str,

    pub out_of_order: &'static str,
    pub out_of_order_hint: &'static str,
    pub reentered: &'static str,
    pub reentered_hint: &'static str,
    pub moved_back: fn(n: u64) -> String,
    pub reopened: fn(n: u64) -> String,

    pub entity: &'static str,
    pub entity_name: fn(Entity) -> &'static str,
    pub without_entity: fn(n: u64) -> String,
    pub window: &'static str,
    /// `within 30 days`, or without a limit.
    pub window_choice: fn(Option<u32>) -> String,
    pub young: fn(n: u64, days: u32) -> String,
    pub undated: fn(n: u64) -> String,
    /// Below figures, where the funnel asks for an entity or a window of its own.
    pub figures_apart: fn(Entity, Option<u32>) -> String,

    pub time_title: &'static str,
    /// Which visits to a stage are meant.
    pub visits: &'static str,
    pub visits_name: fn(StageVisits) -> &'static str,
    pub time_hint: &'static str,
    /// Records that left, those still there, the median of all, then mean and quantiles of those
    /// that left.
    pub time_columns: [&'static str; 8],
    /// `more than 90 d (62 % still there)`.
    pub not_reached: fn(days: &str, share: &str) -> String,

    pub after_win: &'static str,
    pub after_win_hint: &'static str,
    pub pipelines_title: &'static str,
    pub pipelines_hint: &'static str,
    /// `also in 2 other pipelines`.
    pub same_name: fn(n: u64) -> String,
    /// Takes back what is said for one pipeline only.
    pub common_place: &'static str,
    pub own_place: &'static str,
    pub value_in_pipeline: fn(value: &str, pipeline: &str) -> String,
    pub merge_with_previous: fn(stage: &str) -> String,
    pub won_on: &'static str,
    pub lost_on: &'static str,

    /// Which row's values a record of a history has: the label of the choice, the choices, what it is about.
    pub value_at: &'static str,
    pub value_at_name: fn(ValueAt) -> &'static str,
    pub value_at_hint: &'static str,
    /// Below figures by a column whose value changes in the course of so many records.
    pub changing: fn(column: &str, records: u64, at: ValueAt) -> String,

    pub history: fn(&HistoryFinding) -> String,
    pub history_advice: fn(&HistoryFinding) -> &'static str,
}

impl Strings {
    /// A figure of the time in a stage, as the head of its column has it.
    pub fn stay(&self, of: StayFigure) -> &'static str {
        let known = StayFigure::COLUMNS.iter().position(|column| *column == of);
        known.and_then(|at| self.shape.time_columns.get(at)).copied().unwrap_or_default()
    }

    /// The time in each stage, as a table with its head; nothing where nothing dates stages.
    pub fn stage_times(&self, funnel: &Funnel) -> Vec<Vec<String>> {
        let (shape, locale) = (&self.shape, self.locale);
        let days = |days: Option<f64>, style: Style| locale.value(days, Unit::Days, None, style);
        let head = std::iter::once(self.report.stage).chain(shape.time_columns);
        let mut rows = vec![head.map(str::to_owned).collect::<Vec<_>>()];
        let timed = funnel.stages.iter().filter_map(|s| Some((&s.label, s.path.time_known()?)));
        let timed: Vec<(&Label, StageTime)> = timed.collect();
        let column = |of: &dyn Fn(&StageTime) -> Option<f64>| {
            let known = timed.iter().filter_map(|(_, time)| of(time));
            let known: Vec<Quantity> = known.map(|d| Quantity::plain(d, Unit::Days)).collect();
            self.column(&known, None)
        };
        let of_all = column(&|time| time.median_of_all);
        let of: [fn(&StageTime) -> Option<f64>; 5] =
            [|t| t.mean, |t| t.p25, |t| t.median, |t| t.p75, |t| t.p90];
        let columns = of.map(|of| (of, column(&of)));
        for (label, time) in &timed {
            let all = match (time.median_of_all, time.watched) {
                (None, Some((longest, share))) => {
                    (shape.not_reached)(&locale.days(longest), &locale.share(share))
                }
                (median, _) => days(median, of_all),
            };
            let mut row = vec![self.label(label)];
            row.extend([locale.count(time.ended), locale.count(time.still), all]);
            row.extend(columns.map(|(of, style)| days(of(time), style)));
            rows.push(row);
        }
        if rows.len() > 1 { rows } else { Vec::new() }
    }

    /// Which values stand in a block of a report for those that change in the course of a record.
    pub fn changing(&self, report: &Report, block: usize) -> Option<String> {
        let changing = report.changing.get(block)?.as_ref()?;
        let said = changing.columns.iter();
        let said = said.map(|c| (self.shape.changing)(&c.header, c.records, changing.at));
        let said: Vec<String> = said.collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    /// What the counts of a funnel rest on, beside what became of the records.
    pub fn funnel_ground(&self, funnel: &Funnel) -> Vec<String> {
        let (shape, ground) = (&self.shape, &funnel.ground);
        let mut parts = vec![format!("{}: {}", shape.found, (shape.name)(ground.shape))];
        parts.extend(ground.begins.as_ref().map(|counts| (self.begin.ground)(counts)));
        if ground.entity != Entity::Record {
            parts.push(format!("{}: {}", shape.entity, (shape.entity_name)(ground.entity)));
        }
        if ground.without_entity > 0 {
            parts.push((shape.without_entity)(ground.without_entity));
        }
        if let Some(days) = ground.window {
            parts.push(format!("{}: {}", shape.window, (shape.window_choice)(Some(days))));
            parts.extend((ground.young > 0).then(|| (shape.young)(ground.young, days)));
            parts.extend((ground.undated > 0).then(|| (shape.undated)(ground.undated)));
        }
        let counted = |n: Option<u64>| n.filter(|n| *n > 0);
        parts.extend(counted(ground.moved_back).map(|n| (shape.moved_back)(n)));
        parts.extend(counted(ground.reopened).map(|n| (shape.reopened)(n)));
        parts
    }
}
