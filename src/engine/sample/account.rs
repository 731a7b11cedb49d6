//! The companies that the deals are with.

use super::push_cell;
use super::random::Random;
use std::fmt::Write;

/// How many companies there are.
pub const ACCOUNTS: usize = 2_600;
/// This company has deals and is not in the file: its key finds no partner.
const MISSING: usize = 976;
/// This company stands in the file twice.
const TWICE: usize = 411;

const FIRST: [&str; 48] = [
    "Aegean", "Alpine", "Amber", "Arden", "Atlas", "Aurora", "Baltic", "Birch", "Bright", "Cedar",
    "Citrus", "Clear", "Coral", "Corvo", "Delta", "Dorian", "Eastgate", "Elm", "Falcon", "Fjord",
    "Garnet", "Granite", "Harbour", "Helios", "Iberia", "Ionic", "Juniper", "Kestrel", "Lagoon",
    "Linden", "Lumen", "Marble", "Meridian", "Mistral", "Nordic", "Olive", "Orchard", "Pelican",
    "Quarry", "Raven", "Saffron", "Silver", "Solent", "Summit", "Thyme", "Umber", "Vega", "Willow",
];
const SECOND: [&str; 16] = [
    "Analytics",
    "Bakery Group",
    "Clinics",
    "Design",
    "Energy",
    "Foods",
    "Freight",
    "Hotels",
    "Instruments",
    "Labs",
    "Logistics",
    "Media",
    "Motors",
    "Retail",
    "Software",
    "Textiles",
];
const FORM: [&str; 6] = ["GmbH", "Ltd", "S.A.", "BV", "s.r.o.", "& Sons, Ltd"];
/// Name and weight.
const INDUSTRIES: [(&str, f64); 8] = [
    ("Software", 20.0),
    ("Retail", 18.0),
    ("Manufacturing", 16.0),
    ("Logistics", 12.0),
    ("Healthcare", 11.0),
    ("Hospitality", 9.0),
    ("Education", 7.0),
    ("Energy", 7.0),
];
const COUNTRIES: [(&str, f64); 9] = [
    ("Germany", 24.0),
    ("Greece", 15.0),
    ("Netherlands", 12.0),
    ("Italy", 11.0),
    ("Spain", 10.0),
    ("Poland", 9.0),
    ("Cyprus", 7.0),
    ("Czechia", 7.0),
    ("Ireland", 5.0),
];

/// One company.
pub struct Account {
    pub id: String,
    pub name: String,
    industry: &'static str,
    country: &'static str,
    employees: u32,
}

/// All companies, in the order of their ids.
pub fn make(random: &mut Random) -> Vec<Account> {
    (0..ACCOUNTS)
        .map(|n| {
            // Each pair of words occurs a few times, told apart by the legal form.
            let word =
                |list: &'static [&'static str], at: usize| list.get(at % list.len()).copied();
            let first = word(&FIRST, n * 29 + n / 48).unwrap_or_default();
            let second = word(&SECOND, n * 7 + n / 768).unwrap_or_default();
            let form = random.pick(&FORM).copied().unwrap_or_default();
            let industry = random.weighted(INDUSTRIES.iter().map(|i| i.1));
            let country = random.weighted(COUNTRIES.iter().map(|c| c.1));
            Account {
                id: format!("A-{:04}", n + 1),
                name: format!("{first} {second} {form}"),
                industry: INDUSTRIES.get(industry).map_or("", |i| i.0),
                country: COUNTRIES.get(country).map_or("", |c| c.0),
                employees: random.log_normal(60.0, 1.1).round().max(2.0) as u32,
            }
        })
        .collect()
}

/// The file of companies.
pub fn text(accounts: &[Account]) -> String {
    let mut text = String::with_capacity(accounts.len() * 80);
    text.push_str("Account ID,Account Name,Industry,Country,Employees,Size\n");
    for (n, account) in accounts.iter().enumerate() {
        for _ in 0..if n == TWICE { 2 } else { 1 } {
            if n != MISSING {
                push_account(&mut text, account);
            }
        }
    }
    text
}

fn push_account(text: &mut String, account: &Account) {
    let size = match account.employees {
        0..=19 => "Small",
        20..=249 => "Mid-market",
        _ => "Large",
    };
    text.push_str(&account.id);
    text.push(',');
    push_cell(text, &account.name);
    // Writing into a String can't fail.
    let _ =
        writeln!(text, ",{},{},{},{size}", account.industry, account.country, account.employees);
}
