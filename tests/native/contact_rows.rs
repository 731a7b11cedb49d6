//! Rows of other files that name a deal and a lead, or a contact of either: tables worked out by hand.

use crate::begin_own::lead_join;
use crate::tables::{File, assembled, file, ladder, mapped};
use tundish::engine::audit::Finding;
use tundish::engine::funnel::{Assembled, Crossing, NO_ROW, RowsMet, TouchDepth};
use tundish::engine::mapping::begin::BeginWith;
use tundish::engine::mapping::key::KeyKind;
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::{FileKind, Join, Mapping, Role as R};

const OF_DEALS: [(R, &str); 5] = [
    (R::RecordId, "ID"),
    (R::Stage, "Stage"),
    (R::Created, "Created"),
    (R::Closed, "Closed"),
    (R::Person, "Contact"),
];

/// L1 became D1 and D2, L2 became nothing, L3 became D3; D4 has no lead.
fn leads() -> File {
    file(
        "leads.csv",
        "Lead ID|Created:date|Mail",
        &["L1|2025-01-01|ann@x.com", "L2|2025-01-02|bob@x.com", "L3|2025-01-03|eva@x.com"],
    )
}

fn deals() -> File {
    file(
        "deals.csv",
        "ID|Stage|Created:date|Closed:date|Contact|Lead|Mobile",
        &[
            "D1|Won|2025-02-01|2025-02-10|Ann|L1|+30 697 000 0001",
            "D2|Demo|2025-03-01||Ann|L1|+30 697 000 0001",
            "D3|Demo|2025-02-03||Eva|L3|",
            "D4|Demo|2025-02-04||Zoe||6970000009",
        ],
    )
}

fn mapping(with: BeginWith, third: &str, kind: FileKind, roles: &[(R, &str)]) -> Mapping {
    let of_leads = [(R::RecordId, "Lead ID"), (R::Created, "Created"), (R::Person, "Mail")];
    let mut mapping = Mapping {
        files: vec![
            mapped("deals.csv", FileKind::Deals, &OF_DEALS),
            mapped("leads.csv", FileKind::Leads, &of_leads),
            mapped(third, kind, roles),
        ],
        ladder: ladder(&["New", "Demo"], &["Won"], &["Lost"]),
        joins: vec![lead_join()],
        ..Mapping::default()
    };
    mapping.begin.with = with;
    mapping
}

fn activities(made: &Assembled) -> Vec<i64> {
    let number = |at: &u32| if *at == NO_ROW { -1 } else { i64::from(*at) };
    made.beside.activities.record.iter().map(number).collect()
}

fn met(made: &Assembled) -> Option<RowsMet> {
    made.findings.iter().find_map(|f| match f {
        Finding::Crossing(Crossing::RowsMet { met, .. }) => Some(*met),
        _ => None,
    })
}

#[test]
fn a_row_is_of_its_deal_and_without_one_of_its_lead() {
    let calls = file(
        "calls.csv",
        "Lead ID|Deal ID|When:date|Type",
        &[
            "L1|D2|2025-02-05|call", // Its lead has both deals: no contradiction.
            "L1||2025-02-05|call",   // The last deal of the lead by that day.
            "L1||2025-01-05|call",   // Before either deal.
            "L2||2025-01-05|call",   // A lead that became nothing.
            "L3|D4|2025-02-05|call", // A deal and the lead of another.
            "|D3|2025-02-05|call",
            "||2025-02-05|call",
        ],
    );
    let roles = [(R::Record, "Deal ID"), (R::Lead, "Lead ID"), (R::Date, "When")];
    let of = |with| {
        let mapping = mapping(with, "calls.csv", FileKind::Activities, &roles);
        assembled(&[&deals(), &leads(), &calls], &mapping)
    };
    let made = of(BeginWith::Deals);
    assert_eq!(activities(&made), [1, 0, 0, -1, 3, 2, -1]);
    let told = met(&made).unwrap();
    assert_eq!((told.by_deal, told.by_lead, told.both, told.leads_first), (3, 2, 1, false));
    // Those of a lead may be older than its deal.
    let by_lead = &made.beside.activities.by_lead;
    assert_eq!(*by_lead, [false, true, true, false, false, false, false]);

    // Records that begin with leads: L1 with both deals, L2, L3 with D3, then D4.
    let made = of(BeginWith::Leads);
    assert_eq!(activities(&made), [0, 0, 0, 1, 3, 2, -1]);
    assert_eq!(met(&made).unwrap().both, 1);
}

#[test]
fn both_columns_are_proposed_and_a_lead_alone_is_the_record() {
    let rows = |n: u32| format!("L{},D{n},2025-02-0{},Call,Connected", n % 3, n % 8 + 1);
    let rows: Vec<String> = (1..30).map(rows).collect();
    let text = format!("Lead ID,Deal ID,Call date,Call type,Result\n{}\n", rows.join("\n"));
    let calls = crate::tables::read_text("calls.csv", &text);
    let found = suggest(&[calls.view()], &Mapping::default());
    let of = |found: &Mapping, role| found.files[0].header(role).map(str::to_owned);
    assert_eq!(found.files[0].kind, FileKind::Activities);
    assert_eq!(of(&found, R::Record).as_deref(), Some("Deal ID"));
    assert_eq!(of(&found, R::Lead).as_deref(), Some("Lead ID"));

    let text = text.replace("Deal ID", "Room");
    let calls = crate::tables::read_text("calls.csv", &text);
    let found = suggest(&[calls.view()], &Mapping::default());
    assert_eq!(of(&found, R::Record).as_deref(), Some("Lead ID"));
    assert_eq!(of(&found, R::Lead), None);
}

#[test]
fn e_mails_and_calls_meet_deals_by_the_contact_that_is_joined() {
    let contacts = file(
        "contacts.csv",
        "Contact ID|Full name|E-mail|Phone",
        &["7001|Ann A|Ann@X.com|+30 697 000 0001", "7002|Eva E|eva@x.com|8 (912) 345-67-89"],
    );
    let deals = file(
        "deals.csv",
        "ID|Stage|Created:date|Closed:date|Contact|Of",
        &["D1|Demo|2025-02-01||Ann A|7001", "D3|Demo|2025-02-03||Eva E|7002"],
    );
    let mails = file(
        "mails.csv",
        "To|When:date|Subject",
        &[
            "ann@x.com|2025-02-05|Offer",
            "Eva <EVA@x.com>|2025-02-05|Offer",
            "+7 912 3456789|2025-02-05|Call",
            "7002|2025-02-05|Call",
            "Ann A|2025-02-05|Offer",
            "who@x.com|2025-02-05|Offer",
        ],
    );
    let join = Join {
        from_file: "deals.csv".to_owned(),
        from_column: "Of".to_owned(),
        lookup_file: "contacts.csv".to_owned(),
        key_column: "Contact ID".to_owned(),
        aliases: Default::default(),
        by: KeyKind::Text,
    };
    let mapping = Mapping {
        files: vec![
            mapped("deals.csv", FileKind::Deals, &OF_DEALS),
            mapped("contacts.csv", FileKind::Lookup, &[(R::Key, "Contact ID")]),
            mapped("mails.csv", FileKind::Activities, &[(R::Person, "To"), (R::Date, "When")]),
        ],
        ladder: ladder(&["New", "Demo"], &["Won"], &["Lost"]),
        joins: vec![join],
        ..Mapping::default()
    };
    let made = assembled(&[&deals, &contacts, &mails], &mapping);
    assert_eq!(activities(&made), [0, 1, 1, 1, 0, -1]);
}

#[test]
fn touches_that_name_a_contact_are_those_of_its_deals() {
    let touches = file(
        "touches.csv",
        "Contact email|Date:date|Channel",
        &[
            "ANN@x.com|2025-01-10|Google Ads", // Before either deal: the first that comes.
            "ann@x.com|2025-02-05|Email",      // D1 is open.
            "ann@x.com|2025-02-20|Webinar",    // D1 is won: the next.
            "ann@x.com|2025-03-09|Email",
            "eva@x.com|2025-01-05|Email",
            "bob@x.com|2025-01-05|Email", // No deal.
        ],
    );
    let roles = [(R::Record, "Contact email"), (R::Date, "Date"), (R::Source, "Channel")];
    let mapping_of = |roles| mapping(BeginWith::Deals, "touches.csv", FileKind::Touches, roles);
    let made = assembled(&[&deals(), &leads(), &touches], &mapping_of(&roles));
    let count = |made: &Assembled| (0..4).map(|r| made.touches.of(r).count()).collect::<Vec<_>>();
    assert_eq!((made.touches.depth, count(&made)), (TouchDepth::All, vec![2, 2, 1, 0]));
    assert_eq!(made.touches.unknown, 1);

    // By the telephone that the deals have themselves.
    let touches = file(
        "touches.csv",
        "Phone|Date:date|Channel",
        &["0030 6970000009|2025-01-10|Google Ads", "6970000001|2025-02-02|Email"],
    );
    let roles = [(R::Record, "Phone"), (R::Date, "Date"), (R::Source, "Channel")];
    let made = assembled(&[&deals(), &leads(), &touches], &mapping_of(&roles));
    assert_eq!((count(&made), made.touches.unknown), (vec![1, 0, 0, 1], 0));

    // A number of a deal is no contact's, though it looks like one.
    let touches = file(
        "touches.csv",
        "Deal ID|Date:date|Channel",
        &["L1|2025-01-10|Email", "D3|2025-01-10|Email"],
    );
    let roles = [(R::Record, "Deal ID"), (R::Date, "Date"), (R::Source, "Channel")];
    let made = assembled(&[&deals(), &touches], &{
        let mut mapping = mapping_of(&roles);
        mapping.files.remove(1);
        mapping.joins.clear();
        mapping
    });
    assert_eq!((count(&made), made.touches.unknown), (vec![0, 0, 1, 0], 1));
}

#[test]
fn a_call_is_of_the_deal_whose_number_is_of_the_same_country() {
    let deals = file(
        "deals.csv",
        "ID|Stage|Created:date|Mobile",
        &["D1|Demo|2025-02-01|+30 210 123 4567", "D2|Demo|2025-02-02|+1 210 123 4567"],
    );
    let calls = file(
        "calls.csv",
        "Phone|Date:date",
        &[
            "0030 2101234567|2025-02-05",
            "+1 (210) 123-4567|2025-02-05",
            "+44 210 123 4567|2025-02-05",
            "210 1234567|2025-02-05",
        ],
    );
    let of_deals = [(R::RecordId, "ID"), (R::Stage, "Stage"), (R::Created, "Created")];
    let of_calls = [(R::Person, "Phone"), (R::Date, "Date")];
    let mapping = Mapping {
        files: vec![
            mapped("deals.csv", FileKind::Deals, &of_deals),
            mapped("calls.csv", FileKind::Activities, &of_calls),
        ],
        ladder: ladder(&["New", "Demo"], &["Won"], &["Lost"]),
        ..Mapping::default()
    };
    let found = activities(&assembled(&[&deals, &calls], &mapping));
    assert_eq!(found[..3], [0, 1, -1]);
    assert_ne!(found[3], -1, "nobody says of which country it is");
}
