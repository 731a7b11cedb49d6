//! Labels, places and figures in one language: what is put together the same way in all of them.

use super::Strings;
use crate::engine::attribution::Model;
use crate::engine::dimension::{Dimension, Label};
use crate::engine::formula::reached::{Further, conversion_of};
use crate::engine::formula::{Among, OwnHead};
use crate::engine::funnel::Outcome;
use crate::engine::issue::Location;
use crate::engine::mapping::disagree::SourcePair;
use crate::engine::mapping::{Channel, Crm, Role};
use crate::engine::measure::{MeasureId, SMALL};
use crate::engine::report::{CreditSpec, Pivot, PivotSpec, ShowAs};
use crate::engine::value::{Quantity, Unit};
use crate::format::{Delta, Style};

impl Strings {
    /// By what records belong to channels.
    pub fn credit(&self, credit: CreditSpec) -> String {
        let says = &self.attribution;
        let is_parted = !matches!(credit.model, Model::First | Model::Last | Model::LastNonDirect);
        let model = match credit.model {
            Model::TimeDecay => {
                format!("{}, {}", (says.model)(credit.model), (says.half_life)(credit.half_life))
            }
            model => (says.model)(model).to_owned(),
        };
        let said = (says.credit)(&model, (says.rule)(credit.model), is_parted);
        match credit.model {
            Model::Markov => format!("{said} {}", self.trace.markov_by_record),
            _ => said,
        }
    }

    /// The name of a group.
    pub fn label(&self, label: &Label) -> String {
        let outcome = |o| (self.names.outcome)(o).to_owned();
        match label {
            Label::Channel(channel) => self.channel(channel),
            Label::Stage(name) | Label::Text(name) => name.clone(),
            Label::Won => outcome(Outcome::Won),
            Label::Lost => outcome(Outcome::Lost),
            Label::Open => outcome(Outcome::Open),
            Label::Date(grain, day) => self.locale.date(*grain, *day),
            Label::Flag(true) => self.shell.yes.to_owned(),
            Label::Flag(false) => self.shell.no.to_owned(),
            Label::Empty => self.names.empty_value.to_owned(),
            Label::Unmatched => self.names.unmatched.to_owned(),
            Label::Rest(n) => (self.names.rest)(*n),
        }
    }

    /// Several labels of one axis in one line: `Paid search · Q3 2026`.
    pub fn labels(&self, labels: &[Label]) -> String {
        labels.iter().map(|l| self.label(l)).collect::<Vec<_>>().join(" · ")
    }

    /// The name of a measure; those of the user's own are called as the user did.
    pub fn measure(&self, id: MeasureId, own: &[OwnHead]) -> String {
        self.own_name(id, own).unwrap_or_else(|| (self.names.measure)(id).name.to_owned())
    }

    /// The same for the head of a narrow column.
    pub fn measure_short(&self, id: MeasureId, own: &[OwnHead]) -> String {
        self.own_name(id, own).unwrap_or_else(|| (self.names.measure)(id).short.to_owned())
    }

    /// A measure as a pivot shows it: `Leads, % of row`.
    pub fn measure_as(&self, id: MeasureId, show: ShowAs, own: &[OwnHead]) -> String {
        let name = self.measure_short(id, own);
        match show {
            ShowAs::Plain => name,
            show => format!("{name}, {}", (self.asking.show_as)(show)),
        }
    }

    /// What a pivot is called: by what it shows where it has an answer, else by what was asked.
    pub fn pivot_called(
        &self,
        spec: &PivotSpec,
        answer: Option<&Pivot>,
        own: &[OwnHead],
    ) -> String {
        match answer {
            Some(p) => {
                let axes = (p.row_dimensions.as_slice(), p.column_dimensions.as_slice());
                self.pivot_title(axes, (&p.measures, &p.show), own)
            }
            None => {
                self.pivot_title((&spec.rows, &spec.columns), (&spec.measures, &spec.show), own)
            }
        }
    }

    /// What a pivot of these rows and columns is called: one whose running share makes it a Pareto
    /// says so.
    pub fn pivot_title(
        &self,
        (rows, columns): (&[Dimension], &[Dimension]),
        (measures, show): (&[MeasureId], &[ShowAs]),
        own: &[OwnHead],
    ) -> String {
        let is_running = columns.is_empty() && show.contains(&ShowAs::CumulativeShare);
        match (rows.first(), measures.first()) {
            (Some(rows), Some(measure)) if is_running => {
                let (measure, rows) = (self.measure(*measure, own), (self.names.dimension)(rows));
                (self.asking.pareto_title)(&measure, &rows)
            }
            _ => self.report.pivot_title.to_owned(),
        }
    }

    /// What a measure of the user's own is called where it has no name: a conversion by its stages,
    /// any other by its formula.
    pub fn unnamed(&self, formula: &str) -> String {
        let Some((from, further)) = conversion_of(formula) else { return formula.to_owned() };
        let to = match further {
            Further::Stage(to) => to,
            Further::Outcome(Among::Lost) => (self.names.outcome)(Outcome::Lost).to_owned(),
            Further::Outcome(Among::Open) => (self.names.outcome)(Outcome::Open).to_owned(),
            Further::Outcome(_) => (self.names.outcome)(Outcome::Won).to_owned(),
        };
        format!("{from} → {to}")
    }

    fn own_name(&self, id: MeasureId, own: &[OwnHead]) -> Option<String> {
        let head = match id {
            MeasureId::Own(id) => own.iter().find(|o| o.id == id && o.of.is_none())?,
            id => own.iter().find(|o| o.of == Some(id))?,
        };
        let name = match head.name.trim().is_empty() {
            true => self.unnamed(&head.formula),
            false => head.name.clone(),
        };
        Some(name).filter(|n| !n.trim().is_empty())
    }

    /// The names of several measures in one line: `Revenue won, ad spend`.
    pub fn measures(&self, ids: &[MeasureId], own: &[OwnHead]) -> String {
        let name = |(i, id): (usize, &MeasureId)| {
            let name = self.measure(*id, own);
            if i == 0 || self.own_name(*id, own).is_some() { name } else { lower_first(&name) }
        };
        ids.iter().enumerate().map(name).collect::<Vec<_>>().join(", ")
    }

    /// The name of a channel.
    pub fn channel(&self, channel: &Channel) -> String {
        (self.names.channel)(channel)
    }

    /// A figure by its unit, in the report's currency; the counts instead of a rate of few cases.
    pub fn quantity(&self, quantity: &Quantity, currency: Option<&str>, style: Style) -> String {
        if let Some((part, whole)) = few_cases(quantity) {
            let count = |n: f64| self.locale.value(Some(n), Unit::Count, None, Style::Exact);
            let (part, whole) = (count(part), count(whole));
            // Without an interval the one is no part of the other, as what was won of what was
            // created in the same days: “of” would say that it is.
            return match quantity.interval {
                Some(_) => (self.figures.of_count)(&part, &whole),
                None => format!("{part}\u{a0}÷\u{a0}{whole}"),
            };
        }
        self.locale.quantity(quantity, currency, style)
    }

    /// How a figure differs from another: nothing where one is a rate of few cases, of which the
    /// counts stand side by side.
    pub fn delta(&self, now: &Quantity, before: &Quantity) -> Option<Delta> {
        let is_few = is_told_by_counts(now) || is_told_by_counts(before);
        self.locale.delta(now, before).filter(|_| !is_few)
    }

    /// Between what a figure lies (95 %), where that is told: `11.3–13.4 %`.
    pub fn between(&self, quantity: &Quantity) -> Option<String> {
        quantity.value?;
        let (low, high) = quantity.interval?;
        Some(match quantity.unit {
            Unit::Share => self.locale.share_interval(low, high),
            unit => {
                let written = |v| self.locale.value(Some(v), unit, None, Style::Table);
                format!("{} – {}", written(low), written(high))
            }
        })
    }

    /// A place without its file, for lists under the file's name.
    pub fn place_in_file(&self, place: &Location) -> String {
        (self.trouble.place)(&Location { file: String::new(), ..place.clone() })
    }
}

/// Whether a figure is a rate that is told by its counts, as it stands on few cases.
pub fn is_told_by_counts(quantity: &Quantity) -> bool {
    few_cases(quantity).is_some()
}

/// The counts of a rate that has too few cases to be one (reference: funnels, 5d). Records that are
/// shared among channels count in parts.
pub(super) fn few_cases(quantity: &Quantity) -> Option<(f64, f64)> {
    let is_count = |n: &f64| *n >= 0.0;
    let part = quantity.numerator.filter(is_count)?;
    let whole = quantity.denominator.filter(|n| is_count(n) && *n < SMALL)?;
    let is_rate = quantity.unit == Unit::Share && quantity.value.is_some();
    (is_rate && quantity.is_of_few()).then_some((part, whole))
}

/// A CRM's own name, the same in every language.
pub(super) fn crm_name(crm: Crm) -> &'static str {
    match crm {
        Crm::HubSpot => "HubSpot",
        Crm::Salesforce => "Salesforce",
        Crm::Pipedrive => "Pipedrive",
        Crm::Bitrix24 => "Bitrix24",
        Crm::AmoCrm => "amoCRM",
        Crm::Zoho => "Zoho",
    }
}

/// For the middle of a sentence: `Owner` → `owner`, but `UTM source` stays.
pub(super) fn lower_first(name: &str) -> String {
    let mut chars = name.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() && second.is_alphabetic() => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => name.to_owned(),
    }
}

/// The parts of a place that are known, joined by commas.
pub(super) fn join_parts(parts: impl IntoIterator<Item = Option<String>>) -> String {
    parts.into_iter().flatten().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The first values of a list with their counts, in the quotes of a language, such as
/// `“GTXPro” (1,480), “X” (3)`; what is left out is added by `and_more`.
pub(super) fn list_values<'a>(
    values: impl IntoIterator<Item = (&'a str, Option<String>)>,
    quotes: (&str, &str),
    more: u64,
    and_more: impl Fn(u64) -> String,
) -> String {
    const SHOWN: usize = 3;
    let mut shown = Vec::new();
    let mut hidden = more;
    for (value, count) in values {
        if shown.len() == SHOWN {
            hidden += 1;
            continue;
        }
        let count = count.map(|c| format!(" ({c})")).unwrap_or_default();
        shown.push(format!("{}{value}{}{count}", quotes.0, quotes.1));
    }
    let mut text = shown.join(", ");
    if hidden > 0 {
        text.push(' ');
        text.push_str(&and_more(hidden));
    }
    text
}

/// The first few names of a list in one line, the rest as dots.
pub fn some_names(names: &[String]) -> String {
    const SHOWN: usize = 6;
    let mut text = names.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    if names.len() > SHOWN {
        text.push_str(", …");
    }
    text
}

/// Columns of marks of clicks go by the same name in every language.
pub fn mark_role(role: Role) -> &'static str {
    match role {
        Role::Gclid => "gclid (Google)",
        Role::Yclid => "yclid (Yandex)",
        Role::Fbclid => "fbclid (Meta)",
        Role::Msclkid => "msclkid (Microsoft)",
        Role::Ttclid => "ttclid (TikTok)",
        Role::LiFatId => "li_fat_id (LinkedIn)",
        _ => "openstat",
    }
}

/// `“Website” ~ “yandex / cpc” 12, …`: pairs of sources that contradict each other.
pub fn source_pairs(
    pairs: &[SourcePair],
    quotes: (&str, &str),
    count: impl Fn(u64) -> String,
) -> String {
    let (open, close) = quotes;
    let pair = |p: &SourcePair| {
        format!("{open}{}{close} ≠ {open}{}{close} {}", p.crm, p.utm, count(p.records))
    };
    pairs.iter().map(pair).collect::<Vec<_>>().join(", ")
}
