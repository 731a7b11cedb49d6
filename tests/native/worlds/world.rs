//! One world: its files and what they mean.

use crate::tables::{File, file, ladder, mapped};
use std::collections::BTreeMap;
use tundish::engine::funnel::{Assembled, FileView, assemble};
use tundish::engine::mapping::key::KeyKind;
use tundish::engine::mapping::rates::Rate;
use tundish::engine::mapping::{
    Channel, ChannelRule, FileKind, FileMapping, Join, Mapping, Role as R, RuleTest, SourceField,
    SpendJoin,
};
use tundish::engine::query::answer;
use tundish::engine::report::{Answer, BlockSpec, ReportSpec};

/// How many worlds each law is shown on.
pub const WORLDS: u64 = 220;

/// A linear congruential sequence: the same numbers on every machine.
pub struct Numbers(u64);

impl Numbers {
    pub fn new(seed: u64) -> Numbers {
        let mut numbers = Numbers(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5bd1_e995);
        numbers.below(2);
        numbers
    }
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((self.0 >> 33) % n as u64) as usize
    }
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
    /// In an order of its own.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

/// A file before it is read: name, header, rows.
#[derive(Clone)]
pub struct Sheet {
    pub name: &'static str,
    pub header: &'static str,
    pub rows: Vec<String>,
}

#[derive(Clone)]
pub struct World {
    pub sheets: Vec<Sheet>,
    pub mapping: Mapping,
}

const STAGES: [&str; 8] = ["New", "Demo", " demo", "Offer", "Won", "Lost", "", "Parked"];
const SOURCES: [&str; 8] = ["ads", "Ads ", "mail", "partner", "", "whatever", "direct", "ΑDS"];
const CAMPAIGNS: [&str; 7] = ["Spring", "spring ", "Autumn", "", "Winter", "Ёлка", "елка"];
const ACCOUNTS: [&str; 8] = ["Acme", " ACME", "Best", "", "Ёж", "Еж", "Nobody", "Core"];
const PRODUCTS: [&str; 5] = ["GTXPro", "GTX Pro", "", "Basic", "gone"];
const MAILS: [&str; 7] =
    ["a@x.com", "A@X.com ", "b@x.com", "", "c@x.com; b@x.com", "no mail", "z@x.com"];
const CURRENCIES: [&str; 5] = ["EUR", "EUR", "eur", "USD", ""];
const AMOUNTS: [&str; 7] = ["100", "0", "", "33.33", "-5", "0.1", "1000000"];

/// A day of 2025, or none.
fn day(numbers: &mut Numbers) -> String {
    match numbers.one_in(8) {
        true => String::new(),
        false => format!("2025-{:02}-{:02}", 1 + numbers.below(6), 1 + numbers.below(28)),
    }
}

impl World {
    pub fn new(seed: u64) -> World {
        let mut numbers = Numbers::new(seed);
        let n = &mut numbers;
        let deals = deals(n);
        let mut sheets = vec![deals, leads(n), accounts(n), regions(n), products(n)];
        sheets.extend([spend(n, "spend.csv"), spend(n, "more spend.csv")]);
        let (log, touches) = (n.one_in(3), n.one_in(2));
        if log {
            sheets.push(history(n));
        }
        if touches {
            sheets.push(touch_log(n));
        }
        World { mapping: mapping(n, log, touches), sheets }
    }

    pub fn files(&self) -> Vec<File> {
        let read = |s: &Sheet| {
            let rows: Vec<&str> = s.rows.iter().map(String::as_str).collect();
            file(s.name, s.header, &rows)
        };
        self.sheets.iter().map(read).collect()
    }

    /// What is made of it, without any question.
    pub fn assembled(&self) -> Assembled {
        let files = self.files();
        let views: Vec<FileView> = files.iter().map(File::view).collect();
        assemble(&views, &self.mapping).expect("the mapping fits the files")
    }

    pub fn ask(&self, spec: &ReportSpec) -> Vec<Answer> {
        let files = self.files();
        let views: Vec<FileView> = files.iter().map(File::view).collect();
        let made = assemble(&views, &self.mapping).expect("the mapping fits the files");
        answer(&views, &made, spec).blocks
    }

    pub fn one(&self, spec: &ReportSpec, block: BlockSpec) -> Answer {
        let spec = ReportSpec { blocks: vec![block], ..spec.clone() };
        self.ask(&spec).remove(0)
    }
}

fn deals(n: &mut Numbers) -> Sheet {
    let mut rows = Vec::new();
    for at in 0..n.below(30) {
        let id = if n.one_in(12) { String::new() } else { format!("D{}", n.below(40)) };
        // Two states of a deal are never of the same moment, so that one of them is the latest.
        let cells = [
            id,
            n.of(&STAGES).to_owned(),
            day(n),
            day(n),
            day(n),
            day(n),
            n.of(&AMOUNTS).to_owned(),
            n.of(&CURRENCIES).to_owned(),
            n.of(&SOURCES).to_owned(),
            n.of(&CAMPAIGNS).to_owned(),
            n.of(&ACCOUNTS).to_owned(),
            n.of(&PRODUCTS).to_owned(),
            n.of(&MAILS).to_owned(),
            format!("2025-07-01 {:02}:{:02}:00", at / 60, at % 60),
        ];
        rows.push(cells.join("|"));
        if n.one_in(10) {
            rows.push(rows[at.min(rows.len() - 1)].clone());
        }
    }
    let header = "ID|Stage|Created:date|Closed:date|Demo on:date|Offer on:date|Amount:money|\
        Currency|Source|utm_campaign|Account|Product|Email|Changed:time";
    Sheet { name: "deals.csv", header, rows }
}

fn leads(n: &mut Numbers) -> Sheet {
    let row = |n: &mut Numbers, at: usize| {
        let mail = n.of(&MAILS);
        // The leads of one address are alike, whichever comes first.
        let source = if mail.is_empty() { n.of(&SOURCES) } else { SOURCES[mail.len() % 5] };
        format!("L{at}|New|{}|{source}|{mail}|{}", day(n), n.of(&CAMPAIGNS))
    };
    let mut rows: Vec<String> = Vec::new();
    for at in 0..n.below(12) {
        let row = row(n, at);
        let mail = |r: &str| r.split('|').nth(4).unwrap().trim().to_lowercase();
        if mail(&row).is_empty() || rows.iter().all(|r| mail(r) != mail(&row)) {
            rows.push(row);
        }
    }
    let header = "Lead ID|Status|Created:date|Lead source|Lead email|Lead campaign";
    Sheet { name: "leads.csv", header, rows }
}

fn accounts(n: &mut Numbers) -> Sheet {
    let regions = ["North", "south ", "", "Moon"];
    let mut rows = Vec::new();
    for name in ["Acme", "Best", "ёж", "Unused", ""] {
        let row = format!("{name}|{}", n.of(&regions));
        rows.extend((0..n.below(3)).map(|_| row.clone()));
    }
    Sheet { name: "accounts.csv", header: "Name|Region", rows }
}

fn regions(n: &mut Numbers) -> Sheet {
    let mut rows = Vec::new();
    for (name, country) in [("north", "A"), ("South", "B"), ("", "C")] {
        let row = format!("{name}|{country}");
        rows.extend((0..n.below(3)).map(|_| row.clone()));
    }
    Sheet { name: "regions.csv", header: "Region|Country", rows }
}

fn products(n: &mut Numbers) -> Sheet {
    let rows = ["GTX Pro|Pro", "Basic|Low", "basic|Low"].map(str::to_owned).to_vec();
    let rows = rows.into_iter().take(n.below(4)).collect();
    Sheet { name: "products.csv", header: "Product|Line", rows }
}

fn spend(n: &mut Numbers, name: &'static str) -> Sheet {
    let mut rows = Vec::new();
    for _ in 0..n.below(15) {
        let source = if n.one_in(3) { "" } else { n.of(&SOURCES) };
        let cells = [
            day(n),
            n.of(&CAMPAIGNS).to_owned(),
            source.to_owned(),
            n.of(&AMOUNTS).to_owned(),
            n.of(&CURRENCIES).to_owned(),
        ];
        rows.push(cells.join("|"));
    }
    let header = "Day:date|Campaign|Spend source|Cost:money|Cost currency";
    Sheet { name, header, rows }
}

fn history(n: &mut Numbers) -> Sheet {
    let stages = ["New", "Demo", "Offer", "Won", "Lost", "", "Parked"];
    let row = |n: &mut Numbers, at: usize| {
        let when = if n.one_in(10) {
            String::new()
        } else {
            // Moments of their own, so that their order is told.
            format!("2025-{:02}-{:02} 10:{:02}:00", 1 + n.below(6), 1 + n.below(28), at)
        };
        format!("D{}|{}|{when}", n.below(40), n.of(&stages))
    };
    let rows = (0..n.below(40)).map(|at| row(n, at)).collect();
    Sheet { name: "history.csv", header: "Deal|To|When:time", rows }
}

fn touch_log(n: &mut Numbers) -> Sheet {
    let row = |n: &mut Numbers, at: usize| {
        let when = format!("2025-{:02}-{:02} 10:{:02}:00", 1 + n.below(6), 1 + n.below(28), at);
        format!("D{}|{when}|{}", n.below(40), n.of(&SOURCES))
    };
    let rows = (0..n.below(90)).map(|at| row(n, at)).collect();
    Sheet { name: "touches.csv", header: "Deal|When:time|Touch", rows }
}

fn join(from: (&str, &str), lookup: (&str, &str), by: KeyKind) -> Join {
    let of = |(file, column): (&str, &str)| (file.to_owned(), column.to_owned());
    let ((from_file, from_column), (lookup_file, key_column)) = (of(from), of(lookup));
    let aliases = BTreeMap::from([("GTXPro".to_owned(), "GTX Pro".to_owned())]);
    Join { from_file, from_column, lookup_file, key_column, aliases, by }
}

fn mapping(n: &mut Numbers, log: bool, touches: bool) -> Mapping {
    let mut files = files(n, log, touches);
    // Costs of a file that says nothing itself may be of one channel.
    if n.one_in(4) {
        files[6].channel = Some(Channel::Display);
    }
    let mut ladder = ladder(&["New", "Demo", "Offer"], &["Won"], &["Lost"]);
    ladder.stages[1].qualified = true;
    if n.one_in(2) {
        ladder.stages[1].entered = Some("Demo on".to_owned());
        ladder.stages[2].entered = Some("Offer on".to_owned());
    }
    let mut mapping = Mapping {
        files,
        ladder,
        joins: vec![
            join(("deals.csv", "Account"), ("accounts.csv", "Name"), KeyKind::Text),
            join(("accounts.csv", "Region"), ("regions.csv", "Region"), KeyKind::Text),
            join(("deals.csv", "Product"), ("products.csv", "Product"), KeyKind::Text),
            join(("deals.csv", "Email"), ("leads.csv", "Lead email"), KeyKind::Email),
        ],
        ..Mapping::default()
    };
    for (text, channel) in [
        ("ads", Channel::PaidSearch),
        ("mail", Channel::Email),
        ("partner", Channel::Partner),
        ("direct", Channel::Direct),
    ] {
        let (field, text) = (SourceField::Source, text.to_owned());
        mapping.channels.rules.push(ChannelRule { field, test: RuleTest::Is, text, channel });
    }
    if n.one_in(2) {
        let [record_column, spend_file, spend_column] =
            ["utm_campaign", "spend.csv", "Campaign"].map(str::to_owned);
        mapping.spend_join = Some(SpendJoin { record_column, spend_file, spend_column });
        mapping.spend_columns.insert("more spend.csv".to_owned(), "Campaign".to_owned());
    }
    if n.one_in(3) {
        mapping.rates.to = "EUR".to_owned();
        mapping.rates.table.push(Rate { currency: "USD".to_owned(), rate: 0.5, day: None });
    }
    mapping
}

fn files(n: &mut Numbers, log: bool, touches: bool) -> Vec<FileMapping> {
    let mut deals = vec![
        (R::RecordId, "ID"),
        (R::Stage, "Stage"),
        (R::Created, "Created"),
        (R::Closed, "Closed"),
        (R::Amount, "Amount"),
        (R::Currency, "Currency"),
        (R::Source, "Source"),
        (R::UtmCampaign, "utm_campaign"),
        (R::Account, "Account"),
        (R::Product, "Product"),
        (R::Person, "Email"),
    ];
    deals.extend((!n.one_in(3)).then_some((R::Modified, "Changed")));
    let leads = [
        (R::RecordId, "Lead ID"),
        (R::Stage, "Status"),
        (R::Created, "Created"),
        (R::Source, "Lead source"),
        (R::UtmCampaign, "Lead campaign"),
    ];
    let costs = [
        (R::Date, "Day"),
        (R::Campaign, "Campaign"),
        (R::Source, "Spend source"),
        (R::Spend, "Cost"),
        (R::Currency, "Cost currency"),
    ];
    let mut files = vec![
        mapped("deals.csv", FileKind::Deals, &deals),
        mapped("leads.csv", FileKind::Leads, &leads),
        mapped("accounts.csv", FileKind::Lookup, &[(R::Key, "Name")]),
        mapped("regions.csv", FileKind::Lookup, &[(R::Key, "Region")]),
        mapped("products.csv", FileKind::Lookup, &[(R::Key, "Product")]),
        mapped("spend.csv", FileKind::Spend, &costs),
        mapped("more spend.csv", FileKind::Spend, &costs),
    ];
    let moves = [(R::Record, "Deal"), (R::Stage, "To"), (R::Date, "When")];
    files.extend(log.then(|| mapped("history.csv", FileKind::StageHistory, &moves)));
    let seen = [(R::Record, "Deal"), (R::Date, "When"), (R::Source, "Touch")];
    files.extend(touches.then(|| mapped("touches.csv", FileKind::Touches, &seen)));
    files
}
