//! Assembling: from tables and mapping to records and cost rows, on tables worked out by hand.

use crate::tables::{File, assembled, column, day, file, ladder, mapped};
use tundish::engine::audit::Finding;
use tundish::engine::error::BuildError;
use tundish::engine::funnel::{Assembled, MAX_STAGES, NO_STAGE, Outcome, assemble};
use tundish::engine::mapping::suggest::record_file;
use tundish::engine::mapping::{Channel, FileKind, Mapping, Role, SpendJoin, Stage};
use tundish::engine::table::NO_DAY;

use Outcome::{Lost, Open, Won};

const ROLES: &[(Role, &str)] = &[
    (Role::RecordId, "id"),
    (Role::Stage, "stage"),
    (Role::Created, "created"),
    (Role::Closed, "closed"),
    (Role::Modified, "modified"),
    (Role::Amount, "amount"),
];

/// The roles whose columns the file has.
fn deals(file: &File, roles: &[(Role, &str)]) -> Mapping {
    let there = |(_, header): &&(Role, &str)| file.table.column(header).is_some();
    let roles: Vec<_> = roles.iter().filter(there).copied().collect();
    Mapping {
        files: vec![mapped("deals", FileKind::Deals, &roles)],
        ladder: ladder(&["new", "offer"], &["won"], &["lost"]),
        ..Mapping::default()
    }
}

fn made(header: &str, rows: &[&str]) -> Assembled {
    let file = file("deals", header, rows);
    assembled(&[&file], &deals(&file, ROLES))
}

#[test]
fn a_repeated_record_is_its_latest_state() {
    let made = made(
        "id|stage|modified:time|amount:money",
        &[
            "1|new|2025-01-01 10:00:00|10",
            "2|new|2025-01-01 10:00:00|",
            "1|won|2025-01-03 10:00:00|30",
            "1|offer|2025-01-02 10:00:00|20",
            "2|new|2025-01-01 10:00:00|",
            "3|new|2025-01-05 10:00:00|7",
            "3|offer|2025-01-05 10:00:00|8",
            "|new|2025-01-05 10:00:00|",
            "|new|2025-01-05 10:00:00|",
        ],
    );
    // On the tie of 3 the later line; rows without an id are records of their own.
    assert_eq!(made.records.row, [2, 4, 6, 7, 8]);
    assert_eq!(made.records.amount[..1], [30.0]);
    let repeats = Finding::Repeats { file: "deals".to_owned(), copies: 1, older: 3 };
    assert!(made.findings.contains(&repeats), "{:?}", made.findings);
}

#[test]
fn without_a_date_of_modification_all_rows_stay_and_are_reported() {
    let made = made("id:int|stage", &["7|new", "7|won", "8|new", "7|new"]);
    assert_eq!(made.records.count, 4);
    let kept = Finding::RepeatsKept { file: "deals".to_owned(), rows: 2 };
    assert!(made.findings.contains(&kept), "{:?}", made.findings);
}

#[test]
fn a_reopened_deal_is_what_it_was_last() {
    let rows = [
        "1|lost|2025-01-01|2025-02-01|2025-02-01 00:00:00",
        "1|won|2025-01-01|2025-03-01|2025-03-01 00:00:00",
        "2|won|2025-01-01|2025-03-01|2025-03-01 00:00:00",
        "2|offer|2025-01-01|2025-06-30|2025-03-02 00:00:00",
    ];
    let made = made("id|stage|created:date|closed:date|modified:time", &rows);
    assert_eq!(made.records.outcome, [Won, Open]);
    // The closing date of the deal that is open again is a hope.
    assert_eq!(made.records.closed, [day("2025-03-01"), NO_DAY]);
    assert_eq!(made.records.expected, [NO_DAY, day("2025-06-30")]);
    assert_eq!(made.as_of, Some(day("2025-03-02")));
}

#[test]
fn stage_values_are_compared_folded_and_the_unmapped_are_counted() {
    let rows = [
        "1| Счёт  на предоплату ",
        "2|СЧЕТ НА ПРЕДОПЛАТУ",
        "3|Договор",
        "4|договор",
        "5|Договор",
        "6|",
        "7|Успех",
    ];
    let file = file("deals", "id|stage", &rows);
    let mut mapping = deals(&file, ROLES);
    mapping.ladder = ladder(&["Новая", "Счёт=счет на предоплату"], &["успех"], &[]);
    let made = assembled(&[&file], &mapping);
    let n = NO_STAGE;
    assert_eq!(made.records.stage, [1, 1, n, n, n, n, n]);
    assert_eq!(made.records.outcome, [Open, Open, Open, Open, Open, Open, Won]);
    assert_eq!(made.records.observed, [0b11, 0b11, 1, 1, 1, 1, 1]);
    let values = vec![("Договор".to_owned(), 3)];
    let unmapped = Finding::StagesUnmapped { values, more: 0, records: 3 };
    assert!(made.findings.contains(&unmapped), "{:?}", made.findings);
}

#[test]
fn a_loss_has_the_depth_of_its_evidence_and_no_more() {
    // Dates of stages: a lost deal reached what is dated, however late the gap.
    let dated = file(
        "deals",
        "id|stage|offered:date",
        &["1|lost|2025-01-05", "2|lost|", "3|new|", "4|won|", "5|lost|2025-02-05"],
    );
    let mut mapping = deals(&dated, ROLES);
    mapping.ladder.stages[1].entered = Some("offered".to_owned());
    let made = assembled(&[&dated], &mapping);
    assert_eq!(made.records.observed, [0b11, 1, 1, 1, 0b11]);
    assert_eq!(made.records.depth_unknown, [false, true, false, false, false]);
    let days = [day("2025-01-05"), NO_DAY, NO_DAY, NO_DAY, day("2025-02-05")];
    assert_eq!(made.records.entered, [vec![], days.to_vec()]);

    // A stage beside the outcome: lost at the first stage is known to be lost there.
    let beside =
        file("deals", "id|stage|status", &["1|new|lost", "2|offer|lost", "3||lost", "4|offer|won"]);
    let mapping = deals(&beside, &[ROLES, &[(Role::Outcome, "status")]].concat());
    let made = assembled(&[&beside], &mapping);
    assert_eq!(made.records.outcome, [Lost, Lost, Lost, Won]);
    assert_eq!(made.records.stage, [0, 1, NO_STAGE, 1]);
    assert_eq!(made.records.depth_unknown, [false, false, true, false]);
    assert!(made.findings.contains(&Finding::LostDepthUnknown { records: 1 }));

    // A decided stage is reached by whatever closed.
    let plain = file("deals", "id|stage", &["1|lost", "2|won", "3|new"]);
    let mut mapping = deals(&plain, ROLES);
    let decided = Stage { name: "decision".to_owned(), decided: true, ..Stage::default() };
    mapping.ladder.stages.push(decided);
    let made = assembled(&[&plain], &mapping);
    assert_eq!(made.records.observed, [0b101, 0b101, 1]);
    assert_eq!(made.records.depth_unknown, [false; 3]);
}

#[test]
fn a_yes_or_no_column_tells_the_outcome_where_the_ladder_names_it() {
    let file = file(
        "deals",
        "id|stage|is won:flag",
        &["1|closed|1", "2|lost|0", "3|new|0", "4|new|", "5|lost|1"],
    );
    let mut mapping = deals(&file, &[ROLES, &[(Role::Outcome, "is won")]].concat());
    mapping.ladder.won.push("true".to_owned());
    let made = assembled(&[&file], &mapping);
    // Where both say something, the column of its own is believed.
    assert_eq!(made.records.outcome, [Won, Lost, Open, Open, Won]);
    assert!(made.has.outcome);
}

#[test]
fn the_33rd_stage_is_unmapped_and_said_so() {
    let names: Vec<String> = (0..MAX_STAGES + 1).map(|n| format!("s{n}")).collect();
    let file = file("deals", "id|stage", &["1|s31", "2|s32"]);
    let mut mapping = deals(&file, ROLES);
    mapping.ladder = ladder(&names.iter().map(String::as_str).collect::<Vec<_>>(), &[], &[]);
    let made = assembled(&[&file], &mapping);
    assert_eq!((made.records.stage, made.stages.len()), (vec![31, NO_STAGE], MAX_STAGES));
    assert_eq!(made.records.observed, [1 << 31 | 1, 1]);
    let values = vec![("s32".to_owned(), 1)];
    assert!(made.findings.contains(&Finding::StagesUnmapped { values, more: 0, records: 1 }));
}

#[test]
fn currencies_come_from_the_row_then_the_header_then_the_file() {
    let mut file = file(
        "deals",
        "id|amount:money|currency",
        &["1|10|Российский рубль", "2|20|RUR", "3|30|Доллар США", "4|40|", "5||₽"],
    );
    let mut mapping = deals(&file, &[ROLES, &[(Role::Currency, "currency")]].concat());
    mapping.files[0].currency = Some("KZT".to_owned());
    let names = |made: &Assembled| -> Vec<String> {
        let name = |c: &u8| made.currencies[usize::from(*c)].clone();
        made.records.currency.iter().map(name).collect()
    };
    let made = assembled(&[&file], &mapping);
    assert_eq!(names(&made), ["RUB", "RUB", "USD", "KZT", "RUB"]);
    assert_eq!(made.records.amount[..4], [10.0, 20.0, 30.0, 40.0]);
    assert!(made.records.amount[4].is_nan());
    let counts = [("RUB", 2), ("USD", 1), ("KZT", 1)].map(|(c, n)| (c.to_owned(), n));
    assert!(made.findings.contains(&Finding::Currencies { currencies: counts.to_vec() }));

    file.table.columns[1].currency = Some("€".to_owned());
    assert_eq!(names(&assembled(&[&file], &mapping))[3], "EUR");
    mapping.files[0].roles.remove(&Role::Currency);
    assert_eq!(names(&assembled(&[&file], &mapping)), ["EUR"; 5]);
    mapping.files[0].currency = None;
    file.table.columns[1].currency = None;
    assert_eq!(names(&assembled(&[&file], &mapping)), [""; 5]);
}

#[test]
fn a_column_that_is_no_currency_adds_nothing_up() {
    let rows: Vec<String> = (0..300).map(|n| format!("{n}|1|word {n}")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let file = file("deals", "id|amount:money|currency", &rows);
    let mapping = deals(&file, &[ROLES, &[(Role::Currency, "currency")]].concat());
    let made = assembled(&[&file], &mapping);
    assert_eq!(made.currencies.len(), 256);
    let amounts = made.records.amount.iter().zip(&made.records.currency);
    assert!(amounts.clone().all(|(x, c)| x.is_nan() == (*c == 255)));
    assert_eq!(amounts.filter(|(x, _)| x.is_nan()).count(), 45);
}

#[test]
fn the_utm_source_goes_before_the_chosen_source() {
    let file = file(
        "deals",
        "id|source|us|um|uc",
        &[
            "1|Звонок|yandex|cpc|a",
            "2|Звонок|||",
            "3|Звонок|YANDEX|CPC|b",
            "4||||",
            "5|| Yandex |cpc|a",
        ],
    );
    let roles = [
        (Role::RecordId, "id"),
        (Role::Source, "source"),
        (Role::UtmSource, "us"),
        (Role::UtmMedium, "um"),
        (Role::UtmCampaign, "uc"),
    ];
    let made = assembled(&[&file], &deals(&file, &roles));
    let channel = |c: &u16| made.channels[usize::from(*c)].clone();
    let channels: Vec<Channel> = made.records.channel.iter().map(channel).collect();
    let (search, call) = (Channel::PaidSearch, Channel::InboundCall);
    assert_eq!(
        channels,
        [search.clone(), call.clone(), search.clone(), Channel::Unassigned, search.clone()]
    );
    assert_eq!(made.channels, [search, call, Channel::Unassigned], "canonical order");
    assert!(made.findings.contains(&Finding::ChannelUnassigned { records: 1, share: 0.2 }));
    let campaigns: Vec<&str> =
        made.records.campaign.iter().map(|c| made.campaigns[*c as usize].as_str()).collect();
    assert_eq!(campaigns, ["a", "", "b", "", "a"]);
}

fn spend_files() -> (File, File, Mapping) {
    let deals_file = file(
        "deals",
        "id|stage|us|um|uc",
        &["1|won|yandex|cpc|11", "2|new|yandex|cpc|11", "3|new|vk|cpc|promo", "4|new|vk|cpc|11"],
    );
    let mut costs = file(
        "costs",
        "day:date|no:int|name|cost:money|clicks:int",
        &[
            "2025-01-01|11|Search|100|5",
            "2025-01-02|11|Search, new|50|",
            "2025-01-03|11|Search|25|1",
            "|12|Brand|40|1",
            "2025-01-03|13|Brand||",
        ],
    );
    costs.table.columns[3].currency = Some("RUB".to_owned());
    let roles = [
        (Role::RecordId, "id"),
        (Role::Stage, "stage"),
        (Role::UtmSource, "us"),
        (Role::UtmMedium, "um"),
    ];
    let mut mapping = deals(&deals_file, &roles);
    mapping.files.push(mapped(
        "costs",
        FileKind::Spend,
        &[
            (Role::Date, "day"),
            (Role::CampaignId, "no"),
            (Role::Campaign, "name"),
            (Role::Spend, "cost"),
            (Role::Clicks, "clicks"),
        ],
    ));
    mapping.spend_join = Some(SpendJoin {
        record_column: "uc".to_owned(),
        spend_file: "costs".to_owned(),
        spend_column: "no".to_owned(),
    });
    (deals_file, costs, mapping)
}

#[test]
fn cost_rows_meet_records_by_campaign() {
    let (deals, costs, mapping) = spend_files();
    let made = assembled(&[&deals, &costs], &mapping);
    let campaign = |c: &u32| made.campaigns[*c as usize].as_str();
    let of_records: Vec<&str> = made.records.campaign.iter().map(campaign).collect();
    assert_eq!(of_records, ["Search", "Search", "promo", "Search"]);
    let of_spend: Vec<&str> = made.spend.campaign.iter().map(campaign).collect();
    assert_eq!(of_spend, ["Search", "Search", "Search", "Brand (12)", "Brand (13)"]);
    // Most records of campaign 11 are paid search; 12 and 13 have no record.
    let channel = |c: &u16| made.channels[usize::from(*c)].clone();
    let channels: Vec<Channel> = made.spend.channel.iter().map(channel).collect();
    let (search, none) = (Channel::PaidSearch, Channel::Unassigned);
    assert_eq!(channels, [search.clone(), search.clone(), search, none.clone(), none]);
    assert_eq!(made.spend.day[2..4], [day("2025-01-03"), NO_DAY]);
    assert_eq!((made.spend.spend[0], made.spend.spend[4].is_nan()), (100.0, true));
    assert_eq!((made.spend.clicks[0], made.spend.clicks[1].is_nan()), (5.0, true));
    assert!(made.spend.impressions[0].is_nan());
    assert_eq!(made.currencies, ["", "RUB"]);
    assert_eq!(made.spend.currency, [1; 5]);
    assert_eq!(
        (made.spend.file.clone(), made.spend.row.clone()),
        (vec![1; 5], vec![0, 1, 2, 3, 4])
    );
    assert_eq!(made.as_of, Some(day("2025-01-03")));
    let rub = || "RUB".to_owned();
    let tied = Finding::SpendNotTied { share: 40.0 / 215.0, spend: 40.0, currency: rub() };
    assert!(made.findings.contains(&tied), "{:?}", made.findings);
    assert!(made.findings.contains(&Finding::SpendWithoutDay { rows: 1 }));
}

#[test]
fn the_files_channel_goes_before_that_of_its_campaigns() {
    let (deals, costs, mut mapping) = spend_files();
    mapping.files[1].channel = Some(Channel::Display);
    let made = assembled(&[&deals, &costs], &mapping);
    let channel = |c: &u16| made.channels[usize::from(*c)].clone();
    assert!(made.spend.channel.iter().map(channel).all(|c| c == Channel::Display));
    let (spend, currency) = (215.0, "RUB".to_owned());
    let finding = Finding::SpendWithoutLeads { channel: Channel::Display, spend, currency };
    assert!(made.findings.contains(&finding), "{:?}", made.findings);
}

#[test]
fn spend_alone_makes_a_report_too() {
    let (_, costs, mut mapping) = spend_files();
    mapping.files.remove(0);
    mapping.spend_join = None;
    let made = assembled(&[&costs], &mapping);
    assert_eq!((made.record_file, made.records.count, made.spend.count), (None, 0, 5));
    assert_eq!(made.campaigns, ["", "Search", "Search, new", "Brand"]);
    assert!(made.has.spend && !made.has.records);
}

#[test]
fn deals_are_counted_and_leads_where_there_are_none() {
    let (leads, other) = (file("leads", "id", &["1", "2"]), file("deals", "id", &["1"]));
    let role: &[(Role, &str)] = &[(Role::RecordId, "id")];
    let leads_first = mapped("leads", FileKind::Leads, role);
    let mut mapping = Mapping { files: vec![leads_first], ..Mapping::default() };
    assert_eq!(assembled(&[&other, &leads], &mapping).record_file, Some(1));
    mapping.files.push(mapped("deals", FileKind::Deals, role));
    let made = assembled(&[&leads, &other], &mapping);
    assert_eq!((made.record_file, made.records.count), (Some(1), 1));
    let (file, counted) = ("leads".to_owned(), "deals".to_owned());
    assert!(made.findings.contains(&Finding::FileNotCounted { file, counted, rows: 2 }));
    // Of two files of deals the first of the mapping, in whatever order they were given.
    mapping.files[0].kind = FileKind::Deals;
    for given in [[&leads, &other], [&other, &leads]] {
        let made = assembled(&given, &mapping);
        let views = given.map(|f| f.view());
        assert_eq!((made.records.count, made.record_file), (2, record_file(&views, &mapping)));
    }
}

#[test]
fn what_is_not_there_is_an_error_by_name() {
    let given = file("deals", "id", &["1"]);
    let of = |mapping: &Mapping| assemble(&[given.view()], mapping).map(|m| m.records.count);
    assert_eq!(of(&Mapping::default()), Err(BuildError::NoRecords));
    let mut mapping = deals(&given, ROLES);
    assert_eq!(of(&mapping), Ok(1));
    mapping.files[0].roles.insert(Role::Amount, "sum".to_owned());
    let missing = BuildError::ColumnMissing { file: "deals".to_owned(), column: "sum".to_owned() };
    assert_eq!(of(&mapping), Err(missing));
    mapping.files[0] = mapped("old deals", FileKind::Deals, &[]);
    assert_eq!(of(&mapping), Err(BuildError::FileMissing { file: "old deals".to_owned() }));
}

#[test]
fn an_empty_file_has_no_records() {
    let empty = file("deals", "id|stage|created:date|amount:money", &[]);
    let made = assembled(&[&empty], &deals(&empty, ROLES));
    assert_eq!((made.records.count, made.as_of, made.has.records), (0, None, false));
    assert_eq!(column("x", "text", &[]).text().unwrap().codes.len(), 0);
}
