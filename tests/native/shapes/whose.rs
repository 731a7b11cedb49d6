//! Whose records are: one account or person however written, of leads and deals alike.

use super::ask;
use super::hand::{of_log, with_records};
use crate::tables::{File, file, joined, ladder, mapped};
use tundish::engine::funnel::{Before, assemble, assemble_after};
use tundish::engine::mapping::begin::BeginWith;
use tundish::engine::mapping::{FileKind, Mapping, Role as R, merge};
use tundish::engine::report::{Entity, Funnel, ReportSpec};

fn of(files: &[&File], mapping: &Mapping, entity: Entity) -> Funnel {
    let made = crate::tables::assembled(files, mapping);
    ask(files, &made, ReportSpec { entity, ..ReportSpec::default() })
}

#[test]
fn leads_of_one_account_are_one_with_its_deal() {
    // Two leads of Acme and its deal, whose own account is another word; Beta never bought; the last
    // lead names no company, but its deal does; Acme has a further deal that no lead belongs to.
    let leads = file(
        "leads",
        "Lead|Created:date|Company|Mail",
        &[
            "L1|2025-01-01|Acme|a@x.com",
            "L2|2025-01-02|ACME |A@X.com",
            "L3|2025-01-03|Beta|b@x.com",
            "L4|2025-01-04||c@x.com",
            "L5|2025-01-05|beta|d@x.com",
        ],
    );
    let deals = file(
        "deals",
        "ID|Stage|Created:date|Account|Lead",
        &[
            "D1|Demo|2025-01-10|Acme Holding|L2",
            "D2|Demo|2025-01-11|Gamma|L4",
            "D3|New|2025-01-12|acme|",
            "D4|New|2025-01-13|Gamma|",
        ],
    );
    let of_deals = [
        (R::RecordId, "ID"),
        (R::Stage, "Stage"),
        (R::Created, "Created"),
        (R::Account, "Account"),
    ];
    let of_leads = [
        (R::RecordId, "Lead"),
        (R::Created, "Created"),
        (R::Account, "Company"),
        (R::Person, "Mail"),
    ];
    let mut mapping = Mapping {
        files: vec![
            mapped("deals", FileKind::Deals, &of_deals),
            mapped("leads", FileKind::Leads, &of_leads),
        ],
        ladder: ladder(&["New", "Demo"], &["Won"], &["Lost"]),
        joins: vec![joined(("deals", "Lead"), ("leads", "Lead"))],
        ..Mapping::default()
    };
    mapping.begin.with = BeginWith::Leads;
    let files = [&deals, &leads];
    let reached = |f: &Funnel| f.stages.iter().map(|s| s.reached).collect::<Vec<_>>();
    assert_eq!(reached(&of(&files, &mapping, Entity::Record)), [7, 4, 2, 0]);
    // Acme, Beta, Gamma; Acme and Gamma have deals, and both came to the demo.
    let accounts = of(&files, &mapping, Entity::Account);
    assert_eq!((accounts.entered, reached(&accounts)), (3, vec![3, 2, 2, 0]));
    assert_eq!(accounts.ground.without_entity, 0);
    // By e-mail address four persons, of whom two came to the demo; the deals without a lead name
    // nobody and count one by one.
    let persons = of(&files, &mapping, Entity::Person);
    assert_eq!((persons.entered, reached(&persons)), (6, vec![6, 4, 2, 0]));
    assert_eq!(persons.ground.without_entity, 2);
}

#[test]
fn a_person_is_known_by_a_number_however_it_is_written() {
    let deals = file(
        "deals",
        "id|stage|created:date|Телефон",
        &[
            "1|new|2025-01-01|+7 912 345-67-89",
            "2|new|2025-01-02|8 (912) 345 67 89",
            "3|new|2025-01-03|79123456789",
            "4|new|2025-01-04|8 (912) 345 67 80",
            // An extension is nobody's number.
            "5|new|2025-01-05|112",
            // Of another country, though it ends alike; and one of which nobody says the country.
            "6|new|2025-01-06|+49 912 345-67-89",
            "7|new|2025-01-07|912 345-67-89",
        ],
    );
    let mut mapping = with_records(&deals, of_log(&deals));
    mapping.files.truncate(1);
    mapping.files[0].roles.insert(R::Person, "Телефон".to_owned());
    let persons = of(&[&deals], &mapping, Entity::Person);
    assert_eq!((persons.entered, persons.ground.without_entity), (4, 1));
}

#[test]
fn spellings_that_were_made_one_are_one_account() {
    let deals = file(
        "deals",
        "id|stage|created:date|account",
        &[
            "1|new|2025-01-01|Acme",
            "2|new|2025-01-02|ACME Inc",
            "3|new|2025-01-03|Acm",
            "4|new|2025-01-04|Beta",
        ],
    );
    let accounts = file("accounts", "name", &["Acme", "Beta"]);
    let mut mapping = with_records(&deals, of_log(&deals));
    mapping.files.truncate(1);
    let files = [&deals, &accounts];
    assert_eq!(of(&files, &mapping, Entity::Account).entered, 4);
    let before = mapping.clone();
    merge::set(&mut mapping.merges, "deals", "account", &["ACME Inc".to_owned()], "Acme");
    assert_eq!(of(&files, &mapping, Entity::Account).entered, 3);
    let mut join = joined(("deals", "account"), ("accounts", "name"));
    join.aliases.insert("Acm".to_owned(), "Acme".to_owned());
    mapping.joins.push(join);
    assert_eq!(of(&files, &mapping, Entity::Account).entered, 2);
    // What stood before the spellings were made one is not taken for what stands now.
    let views: Vec<_> = files.iter().map(|f| f.view()).collect();
    let old = assemble(&views, &before).unwrap();
    let old = Before { mapping: before, assembled: old };
    let again = assemble_after(&views, &mapping, Some(old)).unwrap();
    let spec = ReportSpec { entity: Entity::Account, ..ReportSpec::default() };
    assert_eq!(ask(&files, &again, spec).entered, 2);
}
