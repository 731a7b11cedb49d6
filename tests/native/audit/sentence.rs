//! Every oddity that the audit is to find, by name: one small change to clean files, the check that
//! finds it, how many of how many, its rows, what becomes of the figures without them, and what to do.

use super::checks::Checked;
use crate::tables::{day, file, joined, ladder, mapped};
use tundish::engine::audit::{CheckId as C, Found, Verdict};
use tundish::engine::mapping::{FileKind, Ladder, Mapping, Role as R};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::value::Day;
use tundish::i18n::{Locale, strings};

/// Columns of the deals.
const NAME: usize = 1;
const STAGE: usize = 2;
const CREATED: usize = 3;
const OFFERED: usize = 4;
const CLOSED: usize = 5;
const HOPED: usize = 6;
const AMOUNT: usize = 7;
const CURRENCY: usize = 8;
const SOURCE: usize = 9;
const OWNER: usize = 10;
const PHONE: usize = 11;

struct World {
    deals: Vec<Vec<String>>,
    costs: Vec<String>,
    team: Vec<&'static str>,
    ladder: Ladder,
    today: &'static str,
}

/// So many days after Monday, 6 January.
fn on(days: i32) -> String {
    Day(day("2025-01-06") + days).to_string()
}

/// Forty deals, one a day: 22 closed, 12 with an offer, 6 new; the costs of their ads, their owners.
fn clean() -> World {
    let deal = |n: i32| {
        let offered = n + 4 + n % 3;
        let (stage, offer, closed) = match n {
            0..22 if n % 2 == 0 => ("won", on(offered), on(offered + 8 + n % 5)),
            0..22 => ("lost", on(offered), on(offered + 8 + n % 5)),
            22..34 => ("offer", on(offered), String::new()),
            _ => ("new", String::new(), String::new()),
        };
        let hoped = if n < 22 { String::new() } else { on(85) };
        let pair = |a: &str, b: &str| if n % 2 == 0 { a } else { b }.to_owned();
        let (source, owner) = (pair("google / cpc", "Email"), pair("ann", "bob"));
        let (id, name, stage) = (n.to_string(), format!("Deal {n}"), stage.to_owned());
        let (amount, phone) = ((100 + 3 * n).to_string(), format!("+7 912 000-00-{n:02}"));
        let money = "EUR".to_owned();
        vec![id, name, stage, on(n), offer, closed, hoped, amount, money, source, owner, phone]
    };
    let mut stages = ladder(&["new", "offer"], &["won"], &["lost"]);
    stages.stages[1].entered = Some("offered".to_owned());
    World {
        deals: (0..40).map(deal).collect(),
        costs: (0..6).map(|week| format!("{}|10|google / cpc", on(week * 7))).collect(),
        team: vec!["ann", "bob"],
        ladder: stages,
        today: "2025-02-15",
    }
}

impl World {
    fn set(mut self, deal: usize, column: usize, cell: &str) -> World {
        self.deals[deal][column] = cell.to_owned();
        self
    }

    fn checked(&self) -> Checked {
        let rows: Vec<String> = self.deals.iter().map(|cells| cells.join("|")).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let header = "id|name|stage|created:date|offered:date|closed:date|hoped:date|amount:money|\
            currency|source|owner|phone";
        let deals = file("deals", header, &rows);
        let costs: Vec<&str> = self.costs.iter().map(String::as_str).collect();
        let of_deals = [
            (R::RecordId, "id"),
            (R::Name, "name"),
            (R::Stage, "stage"),
            (R::Created, "created"),
            (R::Closed, "closed"),
            (R::ExpectedClose, "hoped"),
            (R::Amount, "amount"),
            (R::Currency, "currency"),
            (R::Source, "source"),
            (R::Owner, "owner"),
        ];
        let of_costs = [(R::Date, "day"), (R::Spend, "cost"), (R::Source, "channel")];
        let mapping = Mapping {
            ladder: self.ladder.clone(),
            joins: vec![joined(("deals", "owner"), ("team", "agent"))],
            ..Mapping::default()
        };
        let mut checked = Checked::empty(mapping);
        checked.push(deals, mapped("deals", FileKind::Deals, &of_deals));
        let costs = file("costs", "day:date|cost:money|channel", &costs);
        checked.push(costs, mapped("costs", FileKind::Spend, &of_costs));
        let team = file("team", "agent", &self.team);
        checked.push(team, mapped("team", FileKind::Lookup, &[(R::Key, "agent")]));
        checked.on(Day(day(self.today)));
        checked
    }
}

/// What a check is to say.
struct Said {
    check: C,
    count: (u64, u64),
    /// By file, deals being the first, costs the second and the list of owners the third.
    rows: Vec<(usize, Vec<u32>)>,
    /// A figure of the cards with the rows and without them; none where leaving them out mends
    /// nothing, and then the figures are named that it concerns.
    effect: Option<(M, f64, Option<f64>)>,
}

fn said(check: C, count: (u64, u64), rows: &[(usize, &[u32])]) -> Said {
    let rows = rows.iter().map(|(file, rows)| (*file, rows.to_vec())).collect();
    Said { check, count, rows, effect: None }
}

impl Said {
    fn without(mut self, measure: M, with: f64, without: f64) -> Said {
        self.effect = Some((measure, with, Some(without)));
        self
    }
}

fn holds(item: &str, world: &World, said: &Said) {
    let checked = world.checked();
    let found: Found = match checked.verdict(said.check) {
        Verdict::Found(found) => *found,
        other => panic!("{item}: {other:?}"),
    };
    assert_eq!((found.count, found.of), said.count, "{item}");
    let rows = checked.rows(said.check);
    assert_eq!(rows, said.rows, "{item}");
    assert_eq!(found.rows, rows.iter().map(|(_, rows)| rows.len() as u64).sum::<u64>(), "{item}");
    match said.effect {
        Some((measure, with, without)) => {
            let effect = found.effects.iter().find(|e| e.measure == measure);
            let effect = effect.unwrap_or_else(|| panic!("{item}: {:?}", found.effects));
            let close = |a: Option<f64>, b: Option<f64>| match (a, b) {
                (Some(a), Some(b)) => (a - b).abs() < 1e-9 * b.abs().max(1.0),
                (a, b) => a == b,
            };
            let is_it =
                close(effect.with.value, Some(with)) && close(effect.without.value, without);
            assert!(is_it, "{item}: {effect:?}");
        }
        None => {
            assert_eq!(found.effects, [], "{item}");
            for locale in Locale::ALL {
                let told = (strings(locale).audit.concern)(said.check);
                assert!(told.is_some_and(|text| text.ends_with('.')), "{item}: no word of figures");
            }
        }
    }
    for locale in Locale::ALL {
        let text = (strings(locale).audit.check)(said.check);
        assert!(text.advice.ends_with('.') && text.about.ends_with('.'), "{item}");
    }
}

/// The checks of the sentence, in its order.
const EVERY: [C; 24] = [
    C::MissingCreated,
    C::MissingClosed,
    C::PastExpectedClose,
    C::WonWithoutAmount,
    C::CloseBeforeCreated,
    C::StageUnused,
    C::StageNotMeasurable,
    C::StatusUnmapped,
    C::WithoutChannel,
    C::SpendWithoutLeads,
    C::LeadsWithoutSpend,
    C::SpendMonthsWithoutLeads,
    C::LeadMonthsWithoutSpend,
    C::SameId,
    C::SameContact,
    C::SameDeal,
    C::Orphans,
    C::FutureDates,
    C::StaleExport,
    C::Stuck,
    C::IdleOwners,
    C::Outliers,
    C::SeveralCurrencies,
    C::ClosedOnly,
];

#[test]
fn clean_files_pass_every_check() {
    let checked = clean().checked();
    for check in EVERY.into_iter().chain([C::CalendarGaps]) {
        assert_eq!(checked.verdict(check), Verdict::Passed, "{check:?}");
    }
}

#[test]
fn missing_and_late_dates() {
    let world = clean().set(3, CREATED, "");
    let expected = said(C::MissingCreated, (1, 40), &[(0, &[3])]).without(M::Leads, 40.0, 39.0);
    holds("without a day of creation", &world, &expected);
    let world = clean().set(0, CLOSED, "");
    let expected =
        said(C::MissingClosed, (1, 22), &[(0, &[0])]).without(M::WinRate, 0.5, 10.0 / 21.0);
    holds("closed without a day", &world, &expected);
    let world = clean().set(30, HOPED, "2025-01-20");
    let expected = said(C::PastExpectedClose, (1, 18), &[(0, &[30])]).without(M::Leads, 40.0, 39.0);
    holds("late", &world, &expected);
}

#[test]
fn won_without_amount_and_closed_before_created() {
    let world = clean().set(4, AMOUNT, "");
    let expected =
        said(C::WonWithoutAmount, (1, 11), &[(0, &[4])]).without(M::WinRate, 0.5, 10.0 / 21.0);
    holds("won without amount", &world, &expected);
    let world = clean().set(6, CLOSED, "2025-01-01").set(6, OFFERED, "");
    let expected =
        said(C::CloseBeforeCreated, (1, 22), &[(0, &[6])]).without(M::WinRate, 0.5, 10.0 / 21.0);
    holds("closed before created", &world, &expected);
}

#[test]
fn stages_that_nobody_used_or_that_nothing_dates_and_words_of_no_stage() {
    let mut world = clean();
    let mut pause = world.ladder.stages[1].clone();
    (pause.name, pause.values) = ("pause".to_owned(), vec!["pause".to_owned()]);
    pause.entered = None;
    world.ladder.stages.push(pause);
    holds("never used", &world, &said(C::StageUnused, (1, 3), &[]));
    let mut world = clean();
    world.ladder.stages[1].entered = None;
    let stand: Vec<u32> = (22..34).collect();
    holds("not measurable", &world, &said(C::StageNotMeasurable, (1, 2), &[(0, &stand)]));
    let world = clean().set(36, STAGE, "strange");
    let expected = said(C::StatusUnmapped, (1, 40), &[(0, &[36])]).without(M::Leads, 40.0, 39.0);
    holds("status of no stage", &world, &expected);
}

#[test]
fn channels_spend_and_leads_that_do_not_meet() {
    let world = clean().set(7, SOURCE, "");
    let expected = said(C::WithoutChannel, (1, 40), &[(0, &[7])]).without(M::Leads, 40.0, 39.0);
    holds("without a channel", &world, &expected);
    let mut world = clean();
    world.costs.push(format!("{}|50|facebook / cpc", on(1)));
    let expected = said(C::SpendWithoutLeads, (1, 2), &[(1, &[6])]).without(M::Spend, 110.0, 60.0);
    holds("spend without leads", &world, &expected);
    let world = clean().set(8, SOURCE, "facebook / cpc");
    let expected = said(C::LeadsWithoutSpend, (1, 20), &[(0, &[8])]).without(M::Leads, 40.0, 39.0);
    holds("leads without spend", &world, &expected);
    let mut world = clean();
    world.costs.push("2024-12-30|50|google / cpc".to_owned());
    let expected =
        said(C::SpendMonthsWithoutLeads, (1, 7), &[(1, &[6])]).without(M::Spend, 110.0, 60.0);
    holds("a month of spend without leads", &world, &expected);
    let mut world = clean();
    world.costs.truncate(4);
    let february: Vec<u32> = (26..40).step_by(2).collect();
    let expected =
        said(C::LeadMonthsWithoutSpend, (7, 20), &[(0, &february)]).without(M::Leads, 40.0, 33.0);
    holds("a month of leads without spend", &world, &expected);
}

#[test]
fn duplicates_and_orphans() {
    let world = clean().set(9, 0, "8");
    let expected = said(C::SameId, (1, 40), &[(0, &[8, 9])]).without(M::Leads, 40.0, 39.0);
    holds("one id twice", &world, &expected);
    let world = clean().set(9, PHONE, "8 (912) 000 00 08");
    let expected = said(C::SameContact, (2, 40), &[(0, &[8, 9])]).without(M::Leads, 40.0, 38.0);
    holds("one contact twice", &world, &expected);
    let world = clean().set(9, NAME, "deal 8 ").set(9, AMOUNT, "124").set(9, CREATED, &on(8));
    let expected = said(C::SameDeal, (2, 40), &[(0, &[8, 9])]).without(M::Leads, 40.0, 38.0);
    holds("one deal twice", &world, &expected);
    let world = clean().set(10, OWNER, "zoe");
    holds("an owner of no list", &world, &said(C::Orphans, (1, 40), &[(0, &[10])]));
}

#[test]
fn days_to_come_old_files_and_gaps() {
    let world = clean().set(39, CREATED, "2025-02-16");
    let expected = said(C::FutureDates, (1, 46), &[(0, &[39])]).without(M::Leads, 40.0, 39.0);
    holds("a day to come", &world, &expected);
    let mut world = clean();
    world.costs.truncate(1);
    holds("a file that ended", &world, &said(C::StaleExport, (1, 2), &[(1, &[0])]));
    let mut world = clean();
    world.deals.drain(14..21);
    holds("a week without records", &world, &said(C::CalendarGaps, (1, 6), &[(0, &[13, 14])]));
}

#[test]
fn deals_that_are_stuck_and_owners_without_any() {
    // Nine tenths left the offer within 12 days; this one waits for 17.
    let world = clean().set(22, OFFERED, "2025-01-28");
    let expected = said(C::Stuck, (1, 18), &[(0, &[22])]).without(M::Leads, 40.0, 39.0);
    holds("stuck", &world, &expected);
    let mut world = clean();
    world.team.push("kim");
    holds("an owner without deals", &world, &said(C::IdleOwners, (1, 3), &[(2, &[2])]));
}

#[test]
fn amounts_beyond_the_usual_in_other_money_and_closed_deals_only() {
    // 11 wins of 100, 106 … 160 are 1,430; the seventh is a million.
    let world = clean().set(12, AMOUNT, "1000000");
    let expected = said(C::Outliers, (1, 40), &[(0, &[12])]).without(
        M::Revenue,
        1_430.0 - 136.0 + 1e6,
        1_430.0 - 136.0,
    );
    holds("an outlier", &world, &expected);
    let world = clean().set(14, CURRENCY, "USD");
    let expected =
        said(C::SeveralCurrencies, (1, 40), &[(0, &[14])]).without(M::WinRate, 0.5, 10.0 / 21.0);
    holds("another currency", &world, &expected);
    let mut world = clean();
    world.deals.truncate(22);
    let all: Vec<u32> = (0..22).collect();
    holds("closed deals only", &world, &said(C::ClosedOnly, (22, 22), &[(0, &all)]));
}
