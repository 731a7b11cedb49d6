//! Joins and the dimensions that they open, on tables worked out by hand.

use crate::tables::{File, assembled, file, ladder, mapped};
use tundish::engine::audit::Finding;
use tundish::engine::dimension::{Dimension, Label, available, codes};
use tundish::engine::funnel::{Assembled, FileView, NO_KEY, NO_ROW};
use tundish::engine::mapping::{FileKind, Join, Mapping, Role};

fn join(from: (&str, &str), to: (&str, &str), aliases: &[(&str, &str)]) -> Join {
    let alias = |(raw, key): &(&str, &str)| ((*raw).to_owned(), (*key).to_owned());
    Join {
        from_file: from.0.to_owned(),
        from_column: from.1.to_owned(),
        lookup_file: to.0.to_owned(),
        key_column: to.1.to_owned(),
        aliases: aliases.iter().map(alias).collect(),
        by: Default::default(),
    }
}

struct House {
    files: Vec<File>,
    mapping: Mapping,
}

impl House {
    fn new() -> House {
        let deals = file(
            "deals",
            "id|stage|modified:time|agent|product",
            &[
                "1|new|2025-01-01 10:00:00|Anna|GTXPro",
                "2|new|2025-01-01 10:00:00|Bob|GTX Basic",
                "1|won|2025-01-02 10:00:00|Anna|GTXPro",
                "3|new|2025-01-01 10:00:00||gtx  basic ",
                "4|new|2025-01-01 10:00:00|Zoe|",
                "5|new|2025-01-01 10:00:00| ANNA |GTXPro",
            ],
        );
        let teams = file(
            "teams",
            "agent|office|since:date|senior:flag|rank:int",
            &[
                "Anna|East|2020-05-03|1|2",
                "bob|West|2021-01-01|0|10",
                "anna|South|||",
                "Carl|East|||3",
            ],
        );
        let products =
            file("products", "product|series", &["GTX Basic|GTX", "GTX Pro|GTX", "MG|MG"]);
        let offices = file("offices", "office|country", &["East|GR", "North|CY"]);
        let roles = [(Role::RecordId, "id"), (Role::Stage, "stage"), (Role::Modified, "modified")];
        let mut mapping = Mapping {
            files: vec![mapped("deals", FileKind::Deals, &roles)],
            ladder: ladder(&["new"], &["won"], &[]),
            joins: vec![
                join(("teams", "office"), ("offices", "office"), &[]),
                join(("deals", "agent"), ("teams", "agent"), &[]),
                join(("deals", "product"), ("products", "product"), &[]),
            ],
            ..Mapping::default()
        };
        mapping.files.extend(
            ["teams", "products", "offices"].map(|name| mapped(name, FileKind::Lookup, &[])),
        );
        House { files: vec![deals, teams, products, offices], mapping }
    }

    fn views(&self) -> Vec<FileView<'_>> {
        self.files.iter().map(File::view).collect()
    }

    fn made(&self) -> Assembled {
        assembled(&self.files.iter().collect::<Vec<_>>(), &self.mapping)
    }

    /// The label of each record under a column, and all labels in their order.
    fn labels(&self, file: &str, header: &str) -> (Vec<Label>, Vec<Label>) {
        let dimension = column(file, header);
        let found = codes(&self.made(), &self.views(), &dimension).unwrap();
        assert_eq!(found.spend, None);
        let label = |code: &u32| found.labels[*code as usize].clone();
        (found.records.iter().map(label).collect(), found.labels)
    }
}

fn column(file: &str, header: &str) -> Dimension {
    Dimension::Column { file: file.to_owned(), header: header.to_owned() }
}

fn text(text: &str) -> Label {
    Label::Text(text.to_owned())
}

#[test]
fn a_join_finds_partners_folded_and_never_touches_the_count() {
    let made = House::new().made();
    // Records 2, 1, 3, 4, 5 in the order of their rows.
    assert_eq!(made.records.row, [1, 2, 3, 4, 5]);
    assert_eq!(made.links[1].partner, [0, 1, 0, NO_KEY, NO_ROW, 0]);
    assert_eq!(made.links[2].partner, [NO_ROW, 0, NO_ROW, 0, NO_KEY, NO_ROW]);
    assert_eq!(made.links[0].partner, [0, NO_ROW, NO_ROW, 0]);
}

#[test]
fn joins_report_what_finds_no_partner_and_what_is_not_used() {
    let made = House::new().made();
    let unmatched =
        |file: &str, column: &str, lookup: &str, value: &str, records| Finding::JoinUnmatched {
            file: file.to_owned(),
            column: column.to_owned(),
            lookup: lookup.to_owned(),
            values: vec![(value.to_owned(), records)],
            more: 0,
            records,
        };
    let unused = |lookup: &str, column: &str, values: &[&str]| Finding::LookupUnused {
        lookup: lookup.to_owned(),
        column: column.to_owned(),
        values: values.iter().map(|v| (*v).to_owned()).collect(),
        more: 0,
    };
    let expected = [
        // The two rows of record 1 are one record.
        unmatched("deals", "product", "products", "GTXPro", 2),
        unmatched("deals", "agent", "teams", "Zoe", 1),
        // Over two joins: Bob's office.
        unmatched("teams", "office", "offices", "West", 1),
        Finding::LookupKeyRepeats {
            lookup: "teams".to_owned(),
            column: "agent".to_owned(),
            rows: 1,
        },
        unused("teams", "agent", &["Carl"]),
        unused("products", "product", &["GTX Pro", "MG"]),
        unused("offices", "office", &["North"]),
    ];
    for finding in &expected {
        assert!(made.findings.contains(finding), "{finding:?} in {:?}", made.findings);
    }
}

#[test]
fn an_alias_leads_to_its_key() {
    let mut house = House::new();
    house.mapping.joins[2].aliases.insert("gtxpro".to_owned(), "GTX PRO".to_owned());
    let made = house.made();
    assert_eq!(made.links[2].partner, [1, 0, 1, 0, NO_KEY, 1]);
    let (labels, _) = house.labels("products", "product");
    let (basic, pro) = (text("GTX Basic"), text("GTX Pro"));
    assert_eq!(labels, [basic.clone(), pro.clone(), basic, Label::Empty, pro]);
}

#[test]
fn a_joined_column_labels_every_record() {
    let house = House::new();
    let (records, labels) = house.labels("teams", "office");
    let (east, west) = (text("East"), text("West"));
    // Bob, Anna, no agent, Zoe whom the teams do not have, ANNA.
    let expected = [west.clone(), east.clone(), Label::Empty, Label::Unmatched, east.clone()];
    assert_eq!(records, expected);
    assert_eq!(labels, [east, west, Label::Empty, Label::Unmatched]);
    let (records, _) = house.labels("offices", "country");
    let greece = text("GR");
    let expected = [Label::Unmatched, greece.clone(), Label::Empty, Label::Unmatched, greece];
    assert_eq!(records, expected);
}

#[test]
fn numbers_flags_and_dates_label_by_value() {
    let house = House::new();
    let (_, labels) = house.labels("teams", "rank");
    assert_eq!(labels, [text("2"), text("10"), Label::Empty, Label::Unmatched]);
    let (_, labels) = house.labels("teams", "senior");
    assert_eq!(labels, [Label::Flag(true), Label::Flag(false), Label::Empty, Label::Unmatched]);
    let (_, labels) = house.labels("teams", "since");
    let months: Vec<String> = labels
        .iter()
        .map(|l| match l {
            Label::Date(_, day) => day.to_string(),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(months, ["2020-05-01", "2021-01-01", "Empty", "Unmatched"]);
}

#[test]
fn a_lookup_that_was_not_given_is_a_finding() {
    let mut house = House::new();
    house.files.pop();
    let made = house.made();
    assert_eq!((made.records.count, made.links.len()), (5, 2));
    assert!(made.findings.contains(&Finding::LookupMissing { lookup: "offices".to_owned() }));
    assert_eq!(codes(&made, &house.views(), &column("offices", "country")), None);
}

#[test]
fn what_no_join_reaches_has_no_dimension() {
    let mut house = House::new();
    house.mapping.joins.remove(1);
    let made = house.made();
    assert_eq!(codes(&made, &house.views(), &column("teams", "office")), None);
    assert_eq!(codes(&made, &house.views(), &column("deals", "nothing")), None);
    assert_eq!(codes(&made, &house.views(), &column("nothing", "id")), None);
}

#[test]
fn joins_in_a_circle_end() {
    let mut house = House::new();
    house.mapping.joins.push(join(("offices", "country"), ("teams", "agent"), &[]));
    house.mapping.joins.push(join(("teams", "agent"), ("deals", "agent"), &[]));
    assert_eq!(house.made().records.count, 5);
}

#[test]
fn what_differs_on_each_row_of_a_joined_table_still_groups_the_records() {
    // 20 companies of 120 deals: each has a name, a price and a day of its own.
    let deals: Vec<String> = (0..120).map(|n| format!("d{n}|new|A{}", n % 20)).collect();
    let deals: Vec<&str> = deals.iter().map(String::as_str).collect();
    let deals = file("deals", "id|stage|account", &deals);
    let of = |n: u32| format!("A{n}|Firm {n}|{}.5|2020-{:02}-01|{}", n * 3, n % 12 + 1, n * 1000);
    let mut accounts: Vec<String> = (0..20).map(of).collect();
    // Those that no deal is of are no groups: 100 further fees would be too many.
    accounts.extend((100..200).map(of));
    let accounts: Vec<&str> = accounts.iter().map(String::as_str).collect();
    let accounts = file("accounts", "code|company|fee:money|since:date|size:int", &accounts);
    let roles = [(Role::RecordId, "id"), (Role::Stage, "stage")];
    let mapping = Mapping {
        files: vec![
            mapped("deals", FileKind::Deals, &roles),
            mapped("accounts", FileKind::Lookup, &[]),
        ],
        joins: vec![join(("deals", "account"), ("accounts", "code"), &[])],
        ladder: ladder(&["new"], &["won"], &[]),
        ..Mapping::default()
    };
    let made = assembled(&[&deals, &accounts], &mapping);
    let offered = available(&made, &[deals.view(), accounts.view()]);
    for header in ["company", "fee", "since", "size"] {
        assert!(offered.contains(&column("accounts", header)), "{header}: {offered:?}");
    }
    assert!(!offered.contains(&column("accounts", "code")), "the deals have it themselves");
    let groups = codes(&made, &[deals.view(), accounts.view()], &column("accounts", "company"));
    let groups = groups.unwrap();
    assert_eq!(groups.labels.len(), 20);
    assert_eq!(groups.records.iter().filter(|c| **c == 0).count(), 6);
}

#[test]
fn offered_are_classes_and_neither_keys_nor_ids() {
    let house = House::new();
    let offered = available(&house.made(), &house.views());
    let expected = [
        Dimension::Stage,
        Dimension::Outcome,
        column("deals", "id"),
        column("deals", "stage"),
        column("deals", "agent"),
        column("deals", "product"),
        column("teams", "office"),
        column("teams", "since"),
        column("teams", "senior"),
        column("products", "series"),
        column("offices", "country"),
    ];
    // Five deals are too few to tell an id from a class; in longer files ids go (see below). All
    // were modified in one month, which makes no groups.
    let further: Vec<_> = offered.iter().filter(|d| !expected.contains(d)).collect();
    assert!(further.is_empty(), "{further:?}");
    assert!(expected.iter().all(|d| offered.contains(d)), "{offered:?}");

    let rows: Vec<String> =
        (0..40).map(|n| format!("id {n}|name {}|{}|{}|x", n / 3, n % 7, n)).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let deals = file("deals", "id|name|team:int|size:int|same", &rows);
    let mapping = Mapping {
        files: vec![mapped("deals", FileKind::Deals, &[(Role::RecordId, "id")])],
        ..Mapping::default()
    };
    let made = assembled(&[&deals], &mapping);
    let offered = available(&made, &[deals.view()]);
    let names: Vec<Dimension> = ["name", "team"].map(|h| column("deals", h)).to_vec();
    assert_eq!(offered, names);
}
