//! What a file is by the user's choice stays, and all that follows from it is proposed anew.

use super::made::{made, proposed, views};
use tundish::engine::import::Imported;
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::{FileKind, Mapping, Role};

fn files() -> Vec<Imported> {
    let mut deals = "Deal ID,Stage,Amount,Company,E-mail,Created\n".to_owned();
    let mut people = "E-mail,Status,Company,Added\n".to_owned();
    for n in 0..24 {
        let (stage, company) = (["New", "Demo", "Won", "Lost"][n % 4], ["ACME", "Beta"][n % 2]);
        let day = n + 1;
        deals += &format!("d{n},{stage},10.5,{company},p{n}@example.com,2026-01-{day:02}\n");
        people += &format!("p{n}@example.com,fresh,{company},2026-01-{day:02}\n");
    }
    let accounts = "Company,Region\nACME,North\nBeta,South\n";
    vec![
        made("deals.csv", deals.as_bytes()),
        made("people.csv", people.as_bytes()),
        made("accounts.csv", accounts.as_bytes()),
    ]
}

/// As the page does it: the kind is another, and no column is known by it yet.
fn choose(files: &[Imported], mapping: &Mapping, name: &str, kind: FileKind) -> Mapping {
    let mut mapping = mapping.clone();
    let file = mapping.files.iter_mut().find(|f| f.name == name).unwrap();
    file.kind = kind;
    file.roles.clear();
    file.headers.clear();
    mapping.joins.retain(|j| j.from_file != name && j.lookup_file != name);
    suggest(&views(files), &mapping)
}

fn kind_of(mapping: &Mapping, name: &str) -> FileKind {
    mapping.files.iter().find(|f| f.name == name).unwrap().kind
}

#[test]
fn every_kind_that_is_chosen_stays() {
    let files = files();
    let first = proposed(&files);
    for name in ["deals.csv", "people.csv", "accounts.csv"] {
        for kind in [
            FileKind::Other,
            FileKind::Lookup,
            FileKind::Leads,
            FileKind::Deals,
            FileKind::Activities,
            FileKind::Spend,
            FileKind::EarlierExport,
            FileKind::StageHistory,
            FileKind::Scores,
        ] {
            let chosen = choose(&files, &first, name, kind);
            assert_eq!(kind_of(&chosen, name), kind, "{name}");
            // And stays so at the next question.
            let again = suggest(&views(&files), &chosen);
            assert_eq!(kind_of(&again, name), kind, "{name}");
            assert_eq!(again, chosen, "{name} {kind:?}");
        }
    }
}

#[test]
fn what_follows_from_the_choice_is_proposed() {
    let files = files();
    let first = proposed(&files);
    let none = choose(&files, &first, "deals.csv", FileKind::Other);
    assert!(none.joins.iter().all(|j| j.from_file != "deals.csv"));
    let back = choose(&files, &none, "deals.csv", FileKind::Deals);
    let deals = back.files.iter().find(|f| f.name == "deals.csv").unwrap();
    assert_eq!(deals.header(Role::RecordId), Some("Deal ID"));
    assert_eq!(deals.header(Role::Stage), Some("Stage"));
    let lookups: Vec<&str> = back.joins.iter().map(|j| j.lookup_file.as_str()).collect();
    assert!(lookups.contains(&"accounts.csv"), "{lookups:?}");

    let leads = choose(&files, &back, "people.csv", FileKind::Leads);
    let joined = leads.joins.iter().find(|j| j.lookup_file == "people.csv");
    assert_eq!(joined.map(|j| j.from_column.as_str()), Some("E-mail"));

    let lookup = choose(&files, &back, "accounts.csv", FileKind::Lookup);
    let accounts = lookup.files.iter().find(|f| f.name == "accounts.csv").unwrap();
    assert_eq!(accounts.header(Role::Key), Some("Company"));
}
