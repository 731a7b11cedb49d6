//! Leads and contacts beside deals: how they find each other, what a deal takes from its lead, and
//! costs of several files. The count of deals never changes.

use std::io::Cursor;
use tundish::engine::audit::Finding;
use tundish::engine::dimension::{Dimension, Label, available, codes};
use tundish::engine::funnel::{Assembled, Crossing, FileView, assemble};
use tundish::engine::import::{ImportOptions, Imported, Importer, Step};
use tundish::engine::mapping::key::KeyKind;
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::view::explain;
use tundish::engine::mapping::{Channel, FileKind, Mapping, merge};

fn read(name: &str, text: &str) -> Imported {
    let source = Cursor::new(text.as_bytes().to_vec());
    let bytes = text.len() as u64;
    let mut importer = Importer::new(name, bytes, source, ImportOptions::default());
    loop {
        if let Step::Done(imported) = importer.step(1 << 20).unwrap() {
            return *imported;
        }
    }
}

fn views(files: &[Imported]) -> Vec<FileView<'_>> {
    files.iter().map(|f| FileView { profile: &f.profile, table: &f.table }).collect()
}

fn proposed(files: &[Imported]) -> Mapping {
    suggest(&views(files), &Mapping::default())
}

fn made(files: &[Imported], mapping: &Mapping) -> Assembled {
    assemble(&views(files), mapping).unwrap()
}

fn channels(made: &Assembled) -> Vec<Channel> {
    made.records.channel.iter().map(|c| made.channels[usize::from(*c)].clone()).collect()
}

fn crossings(made: &Assembled) -> Vec<Crossing> {
    let of = |f: &Finding| match f {
        Finding::Crossing(crossing) => Some(crossing.clone()),
        _ => None,
    };
    made.findings.iter().filter_map(of).collect()
}

const SALESFORCE_DEALS: &str = "Opportunity ID,Opportunity Name,Stage,Amount,Close Date,Created Date,Lead Source\n\
    006A,One,Closed Won,100,2025-03-01,2025-01-05,\n\
    006B,Two,Closed Lost,50,2025-03-02,2025-01-06,Trade Show\n\
    006C,Three,Prospecting,70,2025-06-02,2025-01-07,\n\
    006D,Four,Prospecting,90,2025-06-02,2025-01-08,\n";
const SALESFORCE_LEADS: &str = "Lead ID,First Name,Last Name,Company / Account,Lead Status,Lead Source,Created Date,Converted,Converted Opportunity ID,Email,Industry\n\
    00Q1,Ann,A,Acme,Qualified,Partner,2025-01-01,true,006A,a@x.com,Steel\n\
    00Q2,Bob,B,Best,Qualified,Web,2025-01-02,true,006B,b@x.com,Food\n\
    00Q3,Cid,C,Core,Working,Webinar,2025-01-03,false,,c@x.com,Food\n\
    00Q4,Dan,D,Dune,Qualified,Webinar,2025-01-04,true,006C,d@x.com,Steel\n";

#[test]
fn a_converted_id_joins_a_lead_and_its_source_decides_where_the_deal_has_none() {
    let files = [read("opportunities.csv", SALESFORCE_DEALS), read("leads.csv", SALESFORCE_LEADS)];
    let mapping = proposed(&files);
    let kinds: Vec<FileKind> = mapping.files.iter().map(|f| f.kind).collect();
    assert_eq!(kinds, [FileKind::Deals, FileKind::Leads]);
    let join = &mapping.joins[0];
    assert_eq!(
        (join.from_column.as_str(), join.key_column.as_str()),
        ("Opportunity ID", "Converted Opportunity ID")
    );
    let made = made(&files, &mapping);
    assert_eq!(made.records.count, 4);
    // The deal's own source stays; the fourth has no lead.
    use Channel as C;
    assert_eq!(channels(&made), [C::Partner, C::Event, C::Event, C::Unassigned]);
    let told = crossings(&made);
    let (file, records) = ("leads.csv".to_owned(), 4);
    let joined =
        Crossing::LeadsJoined { file: file.clone(), matched: 3, records, leads: 4, without: 1 };
    assert!(told.contains(&joined), "{told:?}");
    assert!(told.contains(&Crossing::SourceOfLead { file, records: 2 }), "{told:?}");
    assert!(!made.findings.iter().any(|f| matches!(f, Finding::FileNotCounted { .. })));

    let views = views(&files);
    let industry =
        Dimension::Column { file: "leads.csv".to_owned(), header: "Industry".to_owned() };
    assert!(available(&made, &views).contains(&industry));
    let found = codes(&made, &views, &industry).unwrap();
    let label = |code: &u32| found.labels[*code as usize].clone();
    let text = |t: &str| Label::Text(t.to_owned());
    let labels: Vec<Label> = found.records.iter().map(label).collect();
    assert_eq!(labels, [text("Steel"), text("Food"), text("Steel"), Label::Unmatched]);
}

#[test]
fn an_e_mail_or_a_telephone_joins_however_it_is_written() {
    let deals = "Deal - ID,Deal - Title,Deal - Stage,Deal - Status,Deal - Deal created,Person - Email - Work,Person - Phone - Work\n\
        1,A,New,open,2025-01-01,Anna@X.com ,8 (912) 345-67-89\n\
        2,B,New,won,2025-01-02,,+7 912 000-00-01\n\
        3,C,New,lost,2025-01-03,zoe@x.com,\n";
    let by_mail = "Lead ID,Lead Status,Lead Source,Created Date,Email\n\
        L1,New,Webinar,2025-01-01,anna@x.com\nL2,New,Partner,2025-01-02, ZOE@x.com\n";
    let by_phone = "Lead ID,Lead Status,Lead Source,Created Date,Mobile\n\
        L1,New,Webinar,2025-01-01,79123456789\nL2,New,Partner,2025-01-02,89120000001\n";
    for (leads, kind, expected) in [
        (by_mail, KeyKind::Email, [Channel::Event, Channel::Unassigned, Channel::Partner]),
        (by_phone, KeyKind::Phone, [Channel::Event, Channel::Partner, Channel::Unassigned]),
    ] {
        let files = [read("deals.csv", deals), read("leads.csv", leads)];
        let mapping = proposed(&files);
        assert_eq!(mapping.joins.iter().map(|j| j.by).collect::<Vec<_>>(), [kind]);
        let made = made(&files, &mapping);
        assert_eq!((made.records.count, channels(&made)), (3, expected.to_vec()), "{kind:?}");
        let view = explain(&views(&files), &mapping);
        let join = &view.joins[0];
        assert_eq!((join.matched, join.keys - join.unused), (2, 2));
    }
}

#[test]
fn numbers_of_two_countries_are_two_people_though_they_end_alike() {
    let deals = "Deal - ID,Deal - Title,Deal - Stage,Deal - Status,Deal - Deal created,Person - Phone - Work\n\
        1,A,New,open,2025-01-01,+30 210 123 4567\n\
        2,B,New,won,2025-01-02,+1 (210) 123-4567\n\
        3,C,New,lost,2025-01-03,210 1234567\n\
        4,D,New,open,2025-01-04,+44 210 123 4567\n";
    let leads = "Lead ID,Lead Status,Lead Source,Created Date,Mobile\n\
        L1,New,Webinar,2025-01-01,001 210 123 4567\nL2,New,Partner,2025-01-02,+302101234567\n";
    let files = [read("deals.csv", deals), read("leads.csv", leads)];
    let mapping = proposed(&files);
    assert_eq!(mapping.joins.iter().map(|j| j.by).collect::<Vec<_>>(), [KeyKind::Phone]);
    // Nobody says of which country the third is: the first lead that it can be.
    use Channel as C;
    let made = made(&files, &mapping);
    assert_eq!(channels(&made), [C::Partner, C::Event, C::Event, C::Unassigned]);
    let view = explain(&views(&files), &mapping);
    let join = &view.joins[0];
    assert_eq!((join.matched, join.unmatched, join.keys, join.unused), (3, 1, 2, 0));
}

#[test]
fn a_join_is_shown_with_the_rows_that_it_takes() {
    let deals = "Deal - ID,Deal - Title,Deal - Stage,Deal - Status,Deal - Deal created,Person - Phone - Work\n\
        1,A,New,open,2025-01-01,+44 210 123 4567\n\
        2,B,New,won,2025-01-02,210 123 4567\n";
    // The second has a row of its own, the third repeats the first.
    let leads = "Lead ID,Lead Status,Lead Source,Created Date,Mobile\n\
        L1,New,Webinar,2025-01-01,210 123 4567\nL2,New,Partner,2025-01-02,+442101234567\n\
        L3,New,Partner,2025-01-02,2101234567\n";
    let files = [read("deals.csv", deals), read("leads.csv", leads)];
    let mapping = proposed(&files);
    use Channel as C;
    assert_eq!(channels(&made(&files, &mapping)), [C::Partner, C::Event]);
    let view = explain(&views(&files), &mapping);
    let join = &view.joins[0];
    assert_eq!((join.matched, join.keys, join.repeated_keys, join.unused), (2, 2, 1, 0));
}

#[test]
fn of_several_associated_contacts_the_first_joins_and_the_rest_are_said() {
    let deals = "Record ID,Deal Name,Deal Stage,Pipeline,Amount,Create Date,Associated Contact IDs\n\
        1,A,Qualified To Buy,Sales,10,2025-01-01,101;102;103\n\
        2,B,Closed Won,Sales,20,2025-01-02,102\n\
        3,C,Closed Lost,Sales,35,2025-01-03,\n";
    let contacts = "Record ID,First Name,Last Name,Email,Lifecycle Stage,Create Date,Original Source\n\
        101,A,A,a@x.com,Lead,2024-12-01,Paid Search\n\
        102,B,B,b@x.com,Customer,2024-12-02,Organic Search\n\
        103,C,C,c@x.com,Lead,2024-12-03,Offline Sources\n";
    let files = [read("deals.csv", deals), read("contacts.csv", contacts)];
    let mapping = proposed(&files);
    assert_eq!(mapping.joins[0].by, KeyKind::Ids);
    let made = made(&files, &mapping);
    use Channel as C;
    assert_eq!(channels(&made), [C::PaidSearch, C::OrganicSearch, C::Unassigned]);
    let (file, column) = ("deals.csv".to_owned(), "Associated Contact IDs".to_owned());
    let several = Crossing::SeveralKeys { file, column, records: 1, keys: 2 };
    assert!(crossings(&made).contains(&several));
    let view = explain(&views(&files), &mapping);
    assert_eq!((view.joins[0].several, view.joins[0].unused), (1, 1));
}

#[test]
fn joining_leads_keeps_the_deals_and_proposing_twice_changes_nothing() {
    let files = [read("opportunities.csv", SALESFORCE_DEALS), read("leads.csv", SALESFORCE_LEADS)];
    let mapping = proposed(&files);
    assert_eq!(suggest(&views(&files), &mapping), mapping);
    let mut apart = mapping.clone();
    apart.joins.clear();
    let (joined, lone) = (made(&files, &mapping), made(&files, &apart));
    assert_eq!(joined.records.row, lone.records.row);
    assert_eq!(joined.records.amount, lone.records.amount);
    // A join that the user took away is not proposed again.
    assert_eq!(suggest(&views(&files), &apart).joins, []);
    // Without it the leads are in no figure, and that is said.
    assert!(lone.findings.iter().any(|f| matches!(f, Finding::FileNotCounted { .. })));
}

const DEALS: &str = "ID,Stage,Amount,Created,utm_source,utm_medium,utm_campaign\n\
    1,new,10,2025-01-01,google,cpc,brand\n\
    2,won,20,2025-01-02,google,cpc,brand search\n\
    3,won,30,2025-01-03,facebook,cpc,Spring-Sale\n\
    4,new,40,2025-01-04,facebook,cpc,unknown\n";
const GOOGLE: &str = "Day,Campaign,Campaign ID,Currency code,Cost,Impr.,Clicks\n\
    2025-01-01,brand,11,EUR,100,10,1\n2025-01-01,brand search,12,EUR,50,10,1\n2025-01-02,video,13,EUR,50,10,1\n";
const META: &str = "Day,Campaign name,Amount spent (EUR),Impressions,Link clicks\n\
    2025-01-03,Spring Sale,80,10,1\n2025-01-04,Summer,20,10,1\n";

#[test]
fn several_cost_files_meet_the_records_and_a_near_name_is_offered() {
    let files = [read("deals.csv", DEALS), read("google.csv", GOOGLE), read("meta.csv", META)];
    let mut mapping = proposed(&files);
    let view = explain(&views(&files), &mapping);
    let shares: Vec<(String, Option<f64>, u64, u64)> = view
        .spend_joins
        .iter()
        .map(|s| (s.spend_file.clone(), s.spend_share, s.matched, s.campaigns_met))
        .collect();
    assert_eq!(shares[0], ("google.csv".to_owned(), Some(0.75), 2, 2));
    mapping.spend_columns.insert("meta.csv".to_owned(), "Campaign name".to_owned());
    let view = explain(&views(&files), &mapping);
    let meta = &view.spend_joins[1];
    assert_eq!((meta.spend_share, meta.matched), (Some(0.0), 0));
    let alias = &meta.proposed_aliases[0];
    assert_eq!((alias.value.as_str(), alias.key.as_str()), ("Spring-Sale", "Spring Sale"));

    let value = std::slice::from_ref(&alias.value);
    merge::set(&mut mapping.merges, "deals.csv", "utm_campaign", value, &alias.key);
    let view = explain(&views(&files), &mapping);
    assert_eq!((view.spend_joins[1].spend_share, view.spend_joins[1].matched), (Some(0.8), 1));
    // The deal and the cost are of one campaign now.
    let made = made(&files, &mapping);
    let of_deal = made.records.campaign[2];
    assert!(of_deal != 0 && made.spend.campaign.contains(&of_deal));
}
