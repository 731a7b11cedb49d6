//! Dimensions of the funnel itself, and what must hold for every dimension on any data.

use crate::tables::{File, assembled, day, file, ladder, mapped};
use tundish::engine::dimension::{Dimension, DimensionCodes, Label, available, codes};
use tundish::engine::filter::Grain;
use tundish::engine::funnel::{Assembled, FileView, Outcome};
use tundish::engine::mapping::{Channel, FileKind, Join, Mapping, Role, SpendJoin};
use tundish::engine::value::Day;

const ROLES: &[(Role, &str)] = &[
    (Role::RecordId, "id"),
    (Role::Stage, "stage"),
    (Role::Created, "created"),
    (Role::Closed, "closed"),
    (Role::Modified, "modified"),
    (Role::Amount, "amount"),
    (Role::Currency, "currency"),
    (Role::UtmSource, "us"),
    (Role::UtmMedium, "um"),
    (Role::UtmCampaign, "uc"),
];

const HEADER: &str =
    "id|stage|created:date|closed:date|modified:time|amount:money|currency|us|um|uc|owner";

const COSTS: &[(Role, &str)] = &[
    (Role::Date, "day"),
    (Role::Campaign, "name"),
    (Role::CampaignId, "no"),
    (Role::Spend, "cost"),
];

fn mapping() -> Mapping {
    Mapping {
        files: vec![
            mapped("deals", FileKind::Deals, ROLES),
            mapped("costs", FileKind::Spend, COSTS),
            mapped("teams", FileKind::Lookup, &[]),
        ],
        ladder: ladder(&["Zero=new", "Alpha=offer", "Mid=invoice"], &["won"], &["lost"]),
        joins: vec![Join {
            from_file: "deals".to_owned(),
            from_column: "owner".to_owned(),
            lookup_file: "teams".to_owned(),
            key_column: "agent".to_owned(),
            aliases: [("Nick".to_owned(), "Nikolas".to_owned())].into(),
            by: Default::default(),
        }],
        spend_join: Some(SpendJoin {
            record_column: "uc".to_owned(),
            spend_file: "costs".to_owned(),
            spend_column: "no".to_owned(),
        }),
        ..Mapping::default()
    }
}

fn small() -> Vec<File> {
    let deals = file(
        "deals",
        HEADER,
        &[
            "1|won|2025-01-31|2025-02-02||10||google|cpc|2|anna",
            "2|new|2025-03-01||||||email|9|Anna",
            "3|offer||||||vk|cpc|1|ANNA",
            "4|odd|2024-12-31|||||||| bob",
            "5|lost|2025-03-31|2025-04-30||||google|cpc||Anna",
        ],
    );
    let costs = file(
        "costs",
        "day:date|no|name|cost:money",
        &["2025-03-02|2|zeta|10", "2025-05-01|7|Beta|20", "|1|alpha|30"],
    );
    let teams = file("teams", "agent|office", &["Anna|A", "Nikolas|N"]);
    vec![deals, costs, teams]
}

fn views(files: &[File]) -> Vec<FileView<'_>> {
    files.iter().map(File::view).collect()
}

fn made(files: &[File]) -> Assembled {
    assembled(&files.iter().collect::<Vec<_>>(), &mapping())
}

fn of(files: &[File], dimension: &Dimension) -> DimensionCodes {
    codes(&made(files), &views(files), dimension).unwrap()
}

fn text(text: &str) -> Label {
    Label::Text(text.to_owned())
}

fn date(grain: Grain, text: &str) -> Label {
    Label::Date(grain, Day(day(text)))
}

#[test]
fn stages_stand_in_ladder_order_then_won_lost_and_none() {
    let found = of(&small(), &Dimension::Stage);
    let stage = |s: &str| Label::Stage(s.to_owned());
    let labels = [stage("Zero"), stage("Alpha"), Label::Won, Label::Lost, Label::Empty];
    assert_eq!(found.labels, labels);
    assert_eq!(*found.records, [2, 0, 1, 4, 3]);
    assert_eq!(found.spend, None);
    let found = of(&small(), &Dimension::Outcome);
    assert_eq!(found.labels, [Label::Won, Label::Lost, Label::Open]);
    assert_eq!(*found.records, [0, 2, 2, 2, 1]);
}

#[test]
fn channels_stand_in_canonical_order_with_spend_beside() {
    let found = of(&small(), &Dimension::Channel);
    let labels = [Channel::PaidSearch, Channel::PaidSocial, Channel::Email, Channel::Unassigned];
    assert_eq!(found.labels, labels.map(Label::Channel));
    assert_eq!(*found.records, [0, 2, 1, 3, 0]);
    // Campaign 2 is google's, 7 nobody's, 1 is vk's.
    assert_eq!(found.spend, Some(vec![0, 3, 1]));
}

#[test]
fn campaigns_bear_the_names_of_the_cost_file() {
    let found = of(&small(), &Dimension::Campaign);
    let labels = [text("9"), text("alpha"), text("Beta"), text("zeta"), Label::Empty];
    assert_eq!(found.labels, labels);
    assert_eq!(*found.records, [3, 0, 1, 4, 4]);
    assert_eq!(found.spend, Some(vec![3, 2, 1]));
}

#[test]
fn dates_ascend_without_filling_gaps_and_spend_goes_by_its_own_day() {
    let found = of(&small(), &Dimension::Created(Grain::Month));
    let month = |text| date(Grain::Month, text);
    let months =
        [month("2024-12-01"), month("2025-01-01"), month("2025-03-01"), month("2025-05-01")];
    assert_eq!(found.labels, [&months[..], &[Label::Empty]].concat());
    assert_eq!(*found.records, [1, 2, 4, 0, 2]);
    assert_eq!(found.spend, Some(vec![2, 3, 4]));
    let found = of(&small(), &Dimension::Closed(Grain::Quarter));
    let quarter = |text| date(Grain::Quarter, text);
    assert_eq!(found.labels, [quarter("2025-01-01"), quarter("2025-04-01"), Label::Empty]);
    assert_eq!(*found.records, [0, 2, 2, 2, 1]);
}

#[test]
fn spellings_merge_under_the_most_frequent_one() {
    let owner = Dimension::Column { file: "deals".to_owned(), header: "owner".to_owned() };
    let found = of(&small(), &owner);
    // Anna twice, anna and ANNA once each.
    assert_eq!(found.labels, [text("Anna"), text("bob")]);
    assert_eq!(*found.records, [0, 0, 0, 1, 0]);
    assert_eq!(found.spend, None);
    // Of equals the one that comes first.
    let mut files = small();
    files[0].table.columns[10] =
        crate::tables::column("owner", "text", &["b", "Anna", "anna", "B", ""]);
    assert_eq!(of(&files, &owner).labels, [text("Anna"), text("b"), Label::Empty]);
}

#[test]
fn a_cost_file_alone_breaks_down_by_its_columns() {
    let mut files = small();
    files.truncate(2);
    files.remove(0);
    let mut mapping = mapping();
    mapping.files.remove(0);
    mapping.files.pop();
    (mapping.joins, mapping.spend_join) = (Vec::new(), None);
    let made = assembled(&[&files[0]], &mapping);
    let name = Dimension::Column { file: "costs".to_owned(), header: "name".to_owned() };
    let found = codes(&made, &views(&files), &name).unwrap();
    assert_eq!(found.labels, [text("alpha"), text("Beta"), text("zeta")]);
    assert_eq!(((*found.records).clone(), found.spend), (vec![], Some(vec![2, 1, 0])));
    assert!(available(&made, &views(&files)).contains(&name));
}

/// SplitMix64: small, seeded, the same everywhere.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % n
    }
    fn pick<'a>(&mut self, texts: &[&'a str]) -> &'a str {
        texts[self.below(texts.len() as u64) as usize]
    }
    fn date(&mut self) -> String {
        if self.below(5) == 0 {
            return String::new();
        }
        format!("202{}-{:02}-{:02}", 3 + self.below(3), 1 + self.below(12), 1 + self.below(28))
    }
}

fn random(seed: u64) -> Vec<File> {
    let mut s = Seeded(seed);
    let row = |s: &mut Seeded| {
        let cells = [
            s.below(60).to_string(),
            s.pick(&["new", "NEW", "offer", "Offer ", "invoice", "won", "lost", "odd", ""])
                .to_owned(),
            s.date(),
            s.date(),
            format!("2025-01-{:02} 10:00:00", 1 + s.below(28)),
            s.pick(&["", "0", "10.5", "7"]).to_owned(),
            s.pick(&["", "₽", "USD", "руб."]).to_owned(),
            s.pick(&["", "google", "Google", "vk", "email"]).to_owned(),
            s.pick(&["", "cpc", "email"]).to_owned(),
            s.pick(&["", "1", "2", "3", "x", "X"]).to_owned(),
            s.pick(&["", "Anna", "anna", "Bob", "Nick", "Zoe"]).to_owned(),
        ];
        cells.join("|")
    };
    let rows: Vec<String> = (0..150).map(|_| row(&mut s)).collect();
    let cost = |s: &mut Seeded| {
        format!("{}|{}|{}|{}", s.date(), s.below(5), s.pick(&["a", "b", "B"]), s.below(50))
    };
    let costs: Vec<String> = (0..40).map(|_| cost(&mut s)).collect();
    let team = |s: &mut Seeded| {
        format!(
            "{}|{}",
            s.pick(&["Anna", "ANNA", "Nikolas", "Carl", ""]),
            s.pick(&["", "East", "West"])
        )
    };
    let teams: Vec<String> = (0..5).map(|_| team(&mut s)).collect();
    let build = |name, header, rows: Vec<String>| {
        file(name, header, &rows.iter().map(String::as_str).collect::<Vec<_>>())
    };
    vec![
        build("deals", HEADER, rows),
        build("costs", "day:date|no|name|cost:money", costs),
        build("teams", "agent|office", teams),
    ]
}

#[test]
fn on_any_data_every_record_has_one_label_and_joins_keep_the_count() {
    for seed in 0..60 {
        let files = random(seed);
        let with = made(&files);
        let mut apart = mapping();
        (apart.joins, apart.spend_join) = (Vec::new(), None);
        let without = assembled(&files.iter().collect::<Vec<_>>(), &apart);
        assert_eq!(with.records.row, without.records.row, "seed {seed}");
        let mut dimensions = available(&with, &views(&files));
        dimensions.push(Dimension::Column { file: "teams".to_owned(), header: "agent".to_owned() });
        dimensions
            .push(Dimension::Column { file: "deals".to_owned(), header: "amount".to_owned() });
        dimensions.push(Dimension::Closed(Grain::Day));
        for dimension in dimensions {
            let found = codes(&with, &views(&files), &dimension).unwrap();
            let place = format!("seed {seed}, {dimension:?}");
            assert_eq!(found.records.len(), with.records.count, "{place}");
            let mut counts = vec![0; found.labels.len()];
            found.records.iter().for_each(|c| counts[*c as usize] += 1);
            if let Some(spend) = &found.spend {
                assert_eq!(spend.len(), with.spend.count, "{place}");
                spend.iter().for_each(|c| counts[*c as usize] += 1);
            }
            assert!(counts.iter().all(|n| *n > 0), "{place}: a label that nothing has");
            let mut labels = found.labels.clone();
            labels.sort();
            labels.dedup();
            assert_eq!(labels.len(), found.labels.len(), "{place}: a label twice");
        }
    }
}

#[test]
fn on_any_data_records_are_consistent() {
    for seed in 0..60 {
        let made = made(&random(seed));
        let r = &made.records;
        let lengths =
            [r.row.len(), r.created.len(), r.closed.len(), r.expected.len(), r.outcome.len()];
        assert_eq!(lengths, [r.count; 5]);
        let lengths = [r.stage.len(), r.observed.len(), r.depth_unknown.len(), r.amount.len()];
        assert_eq!(lengths, [r.count; 4]);
        assert!(r.count <= 60, "one record an id");
        for at in 0..r.count {
            let open = r.outcome[at] == Outcome::Open;
            assert!(!open || r.closed[at] == tundish::engine::table::NO_DAY);
            assert!(r.observed[at] & 1 == 1, "entered by creation");
            assert!(!r.depth_unknown[at] || r.outcome[at] == Outcome::Lost);
            assert!(made.as_of.is_some_and(|day| day >= r.created[at] && day >= r.closed[at]));
        }
        assert!(r.row.windows(2).all(|w| w[0] < w[1]), "in the order of the file");
    }
}
