//! The made company of the SQL test: 100,000 deals over more than four years with everything that
//! measures ask for, some of it missing, repeated, contradictory or in another currency.
//!
//! Not here: what is asked about it (`sql`), the answers by SQL (`tests/sql/figures.py`).

use super::made::Dice;
use crate::tables::{joined, ladder, mapped};
use std::fmt::Write;
use std::path::Path;
use tundish::engine::mapping::{
    Channel, ChannelRule, FileKind, Mapping, Role, RuleTest, SourceField,
};
use tundish::engine::value::Day;

pub const DEALS: u64 = 100_000;
/// 2020-01-01, and so many days on which deals begin.
const START: i32 = 18_262;
const DAYS: u64 = 1_600;
const COSTS: u64 = 6_000;
const ACTIVITIES: u64 = 40_000;
const ANSWERS: u64 = 8_000;

/// As many as there are conversions from a stage to the next one, and one more.
pub const STAGES: [&str; 8] =
    ["New", "Qualified", "Meeting", "Proposal", "Trial", "Review", "Contract", "Signing"];
const OWNERS: [&str; 7] = ["Ann", "Bob", "Cyd", "Dan", "Eve", "Fay", "Gus"];

pub const FILES: [&str; 9] = [
    "deals.csv",
    "costs.csv",
    "accounts.csv",
    "other.csv",
    "activities.csv",
    "answers.csv",
    "plans.csv",
    "content.csv",
    "visits.csv",
];

pub fn iso(day: i32) -> String {
    let (year, month, day) = Day(day).ymd();
    format!("{year:04}-{month:02}-{day:02}")
}

fn of(list: &[&'static str], dice: &mut Dice) -> &'static str {
    list[dice.below(list.len() as u64) as usize]
}

/// A cell, empty once in so many.
fn cell(text: String, lack: u64, dice: &mut Dice) -> String {
    if dice.one_in(lack) { String::new() } else { text }
}

fn money(most: u64, dice: &mut Dice) -> String {
    format!("{}.{:02}", dice.below(most), dice.below(100))
}

fn time(dice: &mut Dice) -> String {
    format!("{:02}:{:02}:{:02}", dice.below(24), dice.below(60), dice.below(60))
}

/// An account or a person, as several hands spell the same.
fn spelled(name: &str, dice: &mut Dice) -> String {
    match dice.below(4) {
        0 => name.to_uppercase(),
        1 => name.to_lowercase(),
        2 => format!(" {name}"),
        _ => name.to_owned(),
    }
}

/// All files of the company, in a folder.
pub fn write(folder: &Path) {
    let mut dice = Dice::new(7);
    for (name, text) in FILES.iter().zip([
        deals(&mut dice),
        costs(&mut dice),
        accounts(&mut dice),
        other(&mut dice),
        activities(&mut dice),
        answers(&mut dice),
        plans(&mut dice),
        content(&mut dice),
        visits(&mut dice),
    ]) {
        std::fs::write(folder.join(name), text).unwrap();
    }
}

fn deals(dice: &mut Dice) -> String {
    let mut text = "line,id,modified,created,closed,expected,stage".to_owned();
    for at in 1..STAGES.len() {
        write!(text, ",on{at}").unwrap();
    }
    text.push_str(",amount,currency,source,region,owner,account,person,pieces,chance\n");
    for line in 0..DEALS {
        // One row in twelve is another state of a deal that is there.
        let id = if line > 100 && dice.one_in(12) { dice.below(line) } else { line };
        deal(&mut text, line, id, dice);
    }
    text
}

fn deal(text: &mut String, line: u64, id: u64, dice: &mut Dice) {
    let stage = match dice.below(5) {
        0 | 1 => "Won",
        2 | 3 => "Lost",
        _ => of(&STAGES, dice),
    };
    let is_open = !matches!(stage, "Won" | "Lost");
    let born = START + dice.below(DAYS) as i32;
    let day = |n: u64, lack: u64, dice: &mut Dice| {
        let day = iso(born + dice.below(n) as i32 - 3);
        cell(day, lack, dice)
    };
    let modified = day(100, 9, dice);
    // The closing day of an open deal is a hope, and counts nowhere.
    let closed = day(200, if is_open { 2 } else { 25 }, dice);
    let expected = day(300, 3, dice);
    let time = time(dice);
    let created = cell(format!("{} {time}", iso(born)), 30, dice);
    write!(text, "{line},D{id:06},{modified},{created},{closed},{expected},{stage}").unwrap();
    for at in 1..STAGES.len() as u64 {
        write!(text, ",{}", day(12 * at, 1 + at.min(3), dice)).unwrap();
    }
    let amount = cell(money(20_000, dice), 9, dice);
    let currency = if dice.one_in(8) { "USD" } else { "EUR" };
    let source = of(&["alpha", "alpha", "beta", "gamma", ""], dice);
    let region = of(&["North", "South", "West", ""], dice);
    let owner = of(&OWNERS, dice);
    let account = match dice.below(5) {
        0 => String::new(),
        1 => spelled(&format!("Firm {}", dice.below(300)), dice),
        _ => spelled(&format!("Firm {}", dice.below(25_000)), dice),
    };
    let person = format!("p{}@firm.example", dice.below(60_000));
    let person = cell(spelled(&person, dice), 7, dice);
    let pieces = cell(dice.below(40).to_string(), 6, dice);
    let chance = cell((5 * dice.below(21)).to_string(), 6, dice);
    writeln!(
        text,
        ",{amount},{currency},{source},{region},{owner},{account},{person},{pieces},{chance}"
    )
    .unwrap();
}

/// Costs of three sources, one of which no deal came from; some cells are empty.
fn costs(dice: &mut Dice) -> String {
    let mut text = "day,source,campaign,cost,currency,impressions,clicks,conversions\n".to_owned();
    for at in 0..COSTS {
        let day = cell(iso(START + dice.below(DAYS) as i32), 20, dice);
        let source = of(&["alpha", "beta", "delta"], dice);
        let cost = cell(money(900, dice), 20, dice);
        let currency = if dice.one_in(9) { "USD" } else { "EUR" };
        let shown = cell(dice.below(90_000).to_string(), 20, dice);
        let clicks = cell(dice.below(900).to_string(), 20, dice);
        let conversions = cell(dice.below(40).to_string(), 20, dice);
        let campaign = at % 40;
        writeln!(
            text,
            "{day},{source},C{campaign},{cost},{currency},{shown},{clicks},{conversions}"
        )
        .unwrap();
    }
    text
}

/// Attributes of most accounts, each there once.
fn accounts(dice: &mut Dice) -> String {
    let mut text = "name,segment\n".to_owned();
    for at in (0..25_000).filter(|at| at % 10 != 3) {
        let segment = of(&["Large", "Middle", "Small", ""], dice);
        writeln!(text, "Firm {at},{segment}").unwrap();
    }
    text
}

fn other(dice: &mut Dice) -> String {
    let mut text = "day,type,cost,currency\n".to_owned();
    for _ in 0..400 {
        let day = cell(iso(START + dice.below(DAYS) as i32), 25, dice);
        let kind = of(&["salaries", "tools", "agencies"], dice);
        let cost = cell(money(4_000, dice), 25, dice);
        let currency = if dice.one_in(9) { "USD" } else { "EUR" };
        writeln!(text, "{day},{kind},{cost},{currency}").unwrap();
    }
    text
}

/// What was done about deals, some of which are in no file.
fn activities(dice: &mut Dice) -> String {
    let mut text = "at,deal,type,direction,result,item\n".to_owned();
    for _ in 0..ACTIVITIES {
        let day = iso(START + dice.below(DAYS) as i32);
        let at = cell(format!("{day} {}", time(dice)), 30, dice);
        // Each deal of the first tenth has a few.
        let most = if dice.one_in(40) { 2 * DEALS } else { DEALS / 10 };
        let deal = dice.below(most);
        let kind = of(&["Call", "Call", "Email", "Meeting", "Presentation", "Note"], dice);
        let direction = of(&["inbound", "outbound", ""], dice);
        let result = of(&["done", "missed", "", "no-show"], dice);
        // Whatever was done may name an item; only what was shown uses it.
        let item = cell(spelled(&format!("Deck {}", dice.below(90)), dice), 4, dice);
        writeln!(text, "{at},D{deal:06},{kind},{direction},{result},{item}").unwrap();
    }
    text
}

/// Answers to a survey, a few of which are none.
fn answers(dice: &mut Dice) -> String {
    let mut text = "on,deal,score\n".to_owned();
    for _ in 0..ANSWERS {
        let on = cell(iso(START + dice.below(DAYS) as i32), 30, dice);
        let most = if dice.one_in(40) { 2 * DEALS } else { DEALS };
        let deal = dice.below(most);
        let score = match dice.below(30) {
            0 => "11".to_owned(),
            1 => "7.5".to_owned(),
            2 => String::new(),
            _ => dice.below(11).to_string(),
        };
        writeln!(text, "{on},D{deal:06},{score}").unwrap();
    }
    text
}

/// Plans of months: revenue for each owner and for all together, wins for all, leads for each owner.
fn plans(dice: &mut Dice) -> String {
    let mut text = "month,kpi,plan,owner\n".to_owned();
    let mut month = Day(START);
    while month.0 < START + DAYS as i32 {
        let mut whole = 0;
        for owner in OWNERS {
            let (revenue, leads) = (500_000 + dice.below(900_000), 100 + dice.below(400));
            whole += revenue;
            writeln!(text, "{},Revenue,{revenue},{owner}", iso(month.0)).unwrap();
            writeln!(text, "{},Leads,{leads},{owner}", iso(month.0)).unwrap();
        }
        writeln!(text, "{},Revenue,{whole},", iso(month.0)).unwrap();
        writeln!(text, "{},Won deals,{},", iso(month.0), 500 + dice.below(900)).unwrap();
        month = month.add_months(1);
    }
    text
}

/// Published content: some of it is used by nobody, and some that is used is not on it.
fn content(dice: &mut Dice) -> String {
    let mut text = "name\n".to_owned();
    for at in (0..120).filter(|at| at % 7 != 2) {
        writeln!(text, "{}", spelled(&format!("Deck {at}"), dice)).unwrap();
    }
    text
}

/// Visits of two years, of some sources only; one source has rows without any.
fn visits(dice: &mut Dice) -> String {
    let mut text = "day,source,visits\n".to_owned();
    for at in 0..1_500 {
        let day = cell(iso(START + 300 + (at % 730)), 30, dice);
        let source = of(&["alpha", "alpha", "beta", "delta"], dice);
        let visits = if source == "beta" { 0 } else { dice.below(60) };
        writeln!(text, "{day},{source},{visits}").unwrap();
    }
    text
}

pub fn mapping() -> Mapping {
    use Role as R;
    let mut ladder = ladder(&STAGES, &["Won"], &["Lost"]);
    ladder.stages[1].qualified = true;
    for (at, stage) in ladder.stages.iter_mut().enumerate().skip(1) {
        stage.entered = Some(format!("on{at}"));
    }
    let deals = [
        (R::RecordId, "id"),
        (R::Modified, "modified"),
        (R::Created, "created"),
        (R::Closed, "closed"),
        (R::ExpectedClose, "expected"),
        (R::Stage, "stage"),
        (R::Amount, "amount"),
        (R::Currency, "currency"),
        (R::Source, "source"),
        (R::Owner, "owner"),
        (R::Account, "account"),
        (R::Person, "person"),
        (R::Quantity, "pieces"),
        (R::Probability, "chance"),
    ];
    let costs = [
        (R::Date, "day"),
        (R::Source, "source"),
        (R::Campaign, "campaign"),
        (R::Spend, "cost"),
        (R::Currency, "currency"),
        (R::Impressions, "impressions"),
        (R::Clicks, "clicks"),
        (R::Conversions, "conversions"),
    ];
    let other =
        [(R::Date, "day"), (R::CostType, "type"), (R::Spend, "cost"), (R::Currency, "currency")];
    let activities = [
        (R::Date, "at"),
        (R::Record, "deal"),
        (R::Activity, "type"),
        (R::Direction, "direction"),
        (R::ActivityResult, "result"),
        (R::Name, "item"),
    ];
    let answers = [(R::Date, "on"), (R::Record, "deal"), (R::Score, "score")];
    let visits = [(R::Date, "day"), (R::Source, "source"), (R::Visits, "visits")];
    let plans = [(R::Date, "month"), (R::Measure, "kpi"), (R::Target, "plan"), (R::Owner, "owner")];
    let mut mapping = Mapping {
        files: vec![
            mapped("deals.csv", FileKind::Deals, &deals),
            mapped("costs.csv", FileKind::Spend, &costs),
            mapped("accounts.csv", FileKind::Lookup, &[(R::Key, "name")]),
            mapped("other.csv", FileKind::OtherCosts, &other),
            mapped("activities.csv", FileKind::Activities, &activities),
            mapped("answers.csv", FileKind::Scores, &answers),
            mapped("plans.csv", FileKind::Targets, &plans),
            mapped("content.csv", FileKind::Lookup, &[(R::Key, "name")]),
            mapped("visits.csv", FileKind::Visits, &visits),
        ],
        ladder,
        joins: vec![joined(("deals.csv", "account"), ("accounts.csv", "name"))],
        ..Mapping::default()
    };
    for (source, name) in
        [("alpha", "Alpha"), ("beta", "Beta"), ("gamma", "Gamma"), ("delta", "Delta")]
    {
        mapping.channels.rules.push(rule(source, name));
    }
    mapping
}

fn rule(source: &str, name: &str) -> ChannelRule {
    let channel = Channel::Custom(name.to_owned());
    ChannelRule { field: SourceField::Source, test: RuleTest::Is, text: source.to_owned(), channel }
}
