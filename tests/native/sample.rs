//! The sample data: the same bytes for the same seed, and figures that a company could have.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::sync::OnceLock;
use tundish::engine::audit::Finding;
use tundish::engine::dimension::Label;
use tundish::engine::document::Document;
use tundish::engine::funnel::FileView;
use tundish::engine::import::{ImportOptions, Imported, Importer, Step};
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::{Channel, FileKind, Mapping};
use tundish::engine::measure::MeasureId;
use tundish::engine::query::build_report;
use tundish::engine::report::{Answer, Report};
use tundish::engine::sample::{DEALS, SEED, files};

/// FNV-1a, good enough to notice a changed byte.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// The cells of a file, by header; `skip` lines stand above the header.
fn read(file: usize, skip: usize) -> Vec<BTreeMap<String, String>> {
    let (_, bytes) = files(SEED).swap_remove(file);
    let text = String::from_utf8(bytes).unwrap();
    let body: String =
        text.trim_start_matches('\u{feff}').split_inclusive('\n').skip(skip).collect();
    let mut reader = csv::Reader::from_reader(body.as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

fn count(
    rows: &[BTreeMap<String, String>],
    test: impl Fn(&BTreeMap<String, String>) -> bool,
) -> usize {
    rows.iter().filter(|r| test(r)).count()
}

#[test]
fn a_seed_gives_the_same_bytes_everywhere() {
    let made = files(SEED);
    let sums: Vec<String> = made
        .iter()
        .map(|(name, bytes)| format!("{name} {} {:016x}", bytes.len(), checksum(bytes)))
        .collect();
    assert_eq!(
        sums,
        [
            "deals.csv 3376650 98776ef01cf17fab",
            "ad-spend.csv 318917 18983d1fa2475276",
            "accounts.csv 153598 8607e77e01d7ee3a",
        ]
    );
    assert_eq!(made, files(SEED));
    let other = files(SEED + 1);
    assert!(made.iter().zip(&other).all(|(a, b)| a.0 == b.0 && a.1 != b.1));
}

#[test]
fn deals_have_the_shape_of_a_real_funnel() {
    let rows = read(0, 0);
    let ids: BTreeSet<&str> = rows.iter().map(|r| r["Deal ID"].as_str()).collect();
    assert_eq!((rows.len(), ids.len()), (DEALS + 200, DEALS));
    let entered = |stage: &str| count(&rows, |r| !r[&format!("Date entered {stage}")].is_empty());
    let reached = ["New", "Qualified", "Demo", "Proposal", "Negotiation"].map(entered);
    assert!(reached.is_sorted_by(|a, b| a > b), "{reached:?}");
    let won = count(&rows, |r| r["Stage"] == "Closed Won");
    let lost = count(&rows, |r| r["Stage"] == "Closed Lost");
    assert!((0.035..0.05).contains(&(won as f64 / rows.len() as f64)), "{won}");
    assert!((0.1..0.15).contains(&(won as f64 / (won + lost) as f64)), "{won} of {}", won + lost);
    // The newest leads are still under way.
    let late = |r: &BTreeMap<String, String>| r["Create Date"].starts_with("2026-10");
    let won_late = count(&rows, |r| late(r) && r["Stage"] == "Closed Won");
    assert!(count(&rows, late) > 1_000 && won_late < 10);
    assert!(rows.iter().all(|r| r["Currency"] == "EUR"));
}

#[test]
fn a_little_is_wrong_on_purpose() {
    let rows = read(0, 0);
    let won = |r: &BTreeMap<String, String>| r["Stage"] == "Closed Won";
    let blank = count(&rows, |r| won(r) && r["Amount"].is_empty());
    assert!((7..=8).contains(&blank), "{blank}");
    let is_day = |text: &str| {
        let parts: Vec<u32> = text.split(['-', ' ']).filter_map(|p| p.parse().ok()).collect();
        matches!(parts.as_slice(), [y, m, d, ..]
            if tundish::engine::value::Day::from_ymd(*y as i32, *m, *d).is_some())
    };
    let bad = |r: &BTreeMap<String, String>| {
        ["Create Date", "Close Date"].iter().any(|c| !r[*c].is_empty() && !is_day(&r[*c]))
    };
    let bad: BTreeSet<&str> =
        rows.iter().filter(|r| bad(r)).map(|r| r["Deal ID"].as_str()).collect();
    assert_eq!(bad.len(), 12);
    let backwards = |r: &BTreeMap<String, String>| {
        won(r) && is_day(&r["Close Date"]) && r["Close Date"].as_str() < &r["Create Date"][..10]
    };
    assert_eq!(count(&rows, backwards), 5);
    let without = count(&rows, |r| r["UTM Source"].is_empty());
    assert!((0.02..0.03).contains(&(without as f64 / rows.len() as f64)), "{without}");
}

#[test]
fn costs_have_a_title_a_total_and_all_days() {
    let rows = read(1, 1);
    let (total, days) = rows.split_last().unwrap();
    assert_eq!(total["Day"], "Total");
    let cents =
        |r: &BTreeMap<String, String>| r["Cost (EUR)"].replace('.', "").parse::<u64>().unwrap();
    assert_eq!(days.iter().map(cents).sum::<u64>(), cents(total));
    let distinct: BTreeSet<&str> = days.iter().map(|r| r["Day"].as_str()).collect();
    assert_eq!(distinct.len(), 730);
    assert_eq!((distinct.first(), distinct.last()), (Some(&"2024-11-01"), Some(&"2026-10-31")));
}

#[test]
fn one_account_of_the_deals_is_not_in_its_file() {
    let (deals, accounts) = (read(0, 0), read(2, 0));
    let known: BTreeSet<&str> = accounts.iter().map(|r| r["Account ID"].as_str()).collect();
    let used: BTreeSet<&str> =
        deals.iter().map(|r| r["Account ID"].as_str()).filter(|id| !id.is_empty()).collect();
    assert_eq!(used.difference(&known).collect::<Vec<_>>(), [&"A-0977"]);
    assert_eq!(accounts.len(), known.len() + 1);
}

/// The report of the sample, without a click.
fn report() -> &'static (Report, Mapping) {
    static MADE: OnceLock<(Report, Mapping)> = OnceLock::new();
    MADE.get_or_init(make_report)
}

fn make_report() -> (Report, Mapping) {
    let imported: Vec<Imported> = files(SEED)
        .into_iter()
        .map(|(name, bytes)| {
            let length = bytes.len() as u64;
            let mut importer =
                Importer::new(&name, length, Cursor::new(bytes), ImportOptions::default());
            loop {
                if let Step::Done(done) = importer.step(1 << 20).unwrap() {
                    return *done;
                }
            }
        })
        .collect();
    let views: Vec<FileView> =
        imported.iter().map(|i| FileView { profile: &i.profile, table: &i.table }).collect();
    let mapping = suggest(&views, &Mapping::default());
    let document = Document { mapping: mapping.clone(), ..Document::default() };
    (build_report(&views, &document).unwrap(), mapping)
}

#[test]
fn the_whole_chain_gives_every_key_figure_without_a_click() {
    let (report, mapping) = report();
    let kinds = mapping.files.iter().map(|f| f.kind).collect::<Vec<_>>();
    assert_eq!(kinds, [FileKind::Deals, FileKind::Spend, FileKind::Lookup]);
    let stages = mapping.ladder.stages.iter().map(|s| s.name.as_str()).collect::<Vec<_>>();
    assert_eq!(stages, ["New", "Qualified", "Demo", "Proposal", "Negotiation"]);
    assert_eq!(report.scope.records, DEALS as u64);
    assert_eq!(report.scope.currency.as_deref(), Some("EUR"));
    assert_eq!(report.scope.as_of.map(|d| d.to_string()).as_deref(), Some("2026-10-31"));
    assert!(report.blocks.iter().all(|b| !matches!(b, Answer::Absent(_))));
    let Some(Answer::Kpis(kpis)) = report.blocks.first() else { panic!("no cards") };
    let cards: BTreeMap<MeasureId, f64> =
        kpis.cards.iter().map(|c| (c.measure, c.now.value.expect("a figure"))).collect();
    assert!(MeasureId::ALL.iter().all(|id| cards.contains_key(id)));
    assert_eq!(cards[&MeasureId::Leads], DEALS as f64);
    assert!((35.0..=48.0).contains(&cards[&MeasureId::MedianCycle]), "{cards:?}");
    assert!((0.035..0.05).contains(&cards[&MeasureId::EndToEnd]), "{cards:?}");
}

#[test]
fn the_channels_differ_as_they_should() {
    let (report, _) = report();
    let found = report.blocks.iter().find_map(|b| match b {
        Answer::Breakdown(b) => Some(b),
        _ => None,
    });
    let table = found.expect("the channels");
    assert!(table.absent.is_empty(), "{:?}", table.absent);
    let figure = |channel: Channel, measure: MeasureId| {
        let at = table.measures.iter().position(|m| *m == measure).unwrap();
        let row = table.rows.iter().find(|r| r.label == Label::Channel(channel.clone())).unwrap();
        row.cells[at].value
    };
    let romi = |channel| figure(channel, MeasureId::Romi).unwrap();
    assert!(romi(Channel::Referral) > 5.0 && romi(Channel::Email) > 5.0);
    assert!((0.5..4.0).contains(&romi(Channel::PaidSearch)));
    assert!(romi(Channel::PaidSocial) < 0.0);
    let rate = |channel| figure(channel, MeasureId::EndToEnd).unwrap();
    assert!(rate(Channel::Referral) > 2.0 * rate(Channel::PaidSearch));
    // Nobody pays for organic search: its leads have no cost, which is not a cost of 0.
    assert_eq!(figure(Channel::OrganicSearch, MeasureId::Cpl), None);
}

#[test]
fn the_audit_has_something_to_say() {
    let (report, _) = report();
    let has = |test: fn(&Finding) -> bool| report.findings.iter().any(test);
    assert!(has(|f| matches!(f, Finding::Repeats { copies: 120, older: 80, .. })));
    assert!(has(|f| matches!(f, Finding::WonWithoutAmount { records: 7 })));
    assert!(has(|f| matches!(f, Finding::WonWithZeroAmount { records: 2 })));
    assert!(has(|f| matches!(f, Finding::CloseBeforeCreated { records: 5 })));
    assert!(has(|f| matches!(f, Finding::WithoutCreatedDate { records: 7 })));
    assert!(has(
        |f| matches!(f, Finding::ChannelUnassigned { share, .. } if (0.02..0.04).contains(share))
    ));
    assert!(has(|f| matches!(f, Finding::JoinUnmatched { values, .. } if values[0].0 == "A-0977")));
    assert!(has(|f| matches!(f, Finding::LookupKeyRepeats { rows: 1, .. })));
    assert!(has(|f| matches!(f, Finding::SpendWithoutLeads { channel: Channel::Display, .. })));
}
