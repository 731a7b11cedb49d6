//! Attribution over files: a log of touches beside deals, first and latest sources, one source.

use crate::tables::{File, assembled, file, ladder, mapped};
use tundish::engine::attribution::Model as M;
use tundish::engine::dimension::Label;
use tundish::engine::funnel::{FileView, TouchDepth};
use tundish::engine::mapping::{
    Channel, ChannelRule, FileKind, FileMapping, Mapping, Role as R, RuleTest, SourceField,
};
use tundish::engine::query::answer;
use tundish::engine::report::*;

fn rule(text: &str, channel: Channel) -> ChannelRule {
    let (field, text) = (SourceField::Source, text.to_owned());
    ChannelRule { field, test: RuleTest::Is, text, channel }
}

fn named(name: &str) -> Channel {
    Channel::Custom(name.to_owned())
}

/// Two wins and a loss; the first win was touched four times, once after it was won.
fn deals() -> File {
    file(
        "deals.csv",
        "Deal ID|Created:date|Closed:date|Stage|Demo:date|Amount:money|Source|Latest source",
        &[
            "D-1|2025-01-12|2025-02-01|Won|2025-01-20|100|ads|direct",
            "D-2|2025-01-15|2025-02-10|Won||50|partner|partner",
            "D-3|2025-01-15|2025-02-10|Lost|2025-01-30|900|ads|mail",
            "D-4|2025-01-15||New||900|ads|mail",
        ],
    )
}

fn touches() -> File {
    file(
        "touches.csv",
        "Deal ID|Date:date|Source",
        &[
            "d-1|2025-01-20|direct",
            "d-1|2025-01-01|ads",
            "d-1|2025-01-10|mail",
            "d-1|2025-02-05|partner",
            "D-3|2025-01-05|ads",
            "D-9|2025-01-05|ads",
        ],
    )
}

fn mapping(log: bool, latest: bool) -> Mapping {
    let mut roles = vec![
        (R::RecordId, "Deal ID"),
        (R::Created, "Created"),
        (R::Closed, "Closed"),
        (R::Stage, "Stage"),
        (R::Amount, "Amount"),
        (R::Source, "Source"),
    ];
    roles.extend(latest.then_some((R::LatestSource, "Latest source")));
    let of_log = [(R::Record, "Deal ID"), (R::Date, "Date"), (R::Source, "Source")];
    let log: Option<FileMapping> = log.then(|| mapped("touches.csv", FileKind::Touches, &of_log));
    let mut ladder = ladder(&["New", "Demo"], &["Won"], &["Lost"]);
    ladder.stages[1].entered = Some("Demo".to_owned());
    ladder.stages[0].qualified = true;
    let mut mapping = Mapping {
        files: [mapped("deals.csv", FileKind::Deals, &roles)].into_iter().chain(log).collect(),
        ladder,
        ..Mapping::default()
    };
    for (text, channel) in [
        ("ads", named("Ads")),
        ("mail", named("Mail")),
        ("direct", Channel::Direct),
        ("partner", named("Partners")),
    ] {
        mapping.channels.rules.push(rule(text, channel));
    }
    mapping
}

fn asked(mapping: &Mapping, of: AttributionOf) -> Attribution {
    let (deals, touches) = (deals(), touches());
    let made = assembled(&[&deals, &touches], mapping);
    let spec = AttributionSpec { of, half_life: 10, ..AttributionSpec::default() };
    let blocks = vec![BlockSpec::Attribution(spec)];
    let views: [FileView; 2] = [deals.view(), touches.view()];
    let report = answer(&views, &made, &ReportSpec { blocks, ..ReportSpec::default() });
    match report.blocks.into_iter().next() {
        Some(Answer::Attribution(found)) => found,
        other => panic!("{other:?}"),
    }
}

fn column(found: &Attribution, model: M) -> Vec<(String, f64)> {
    let at = found.models.iter().position(|m| *m == model).unwrap();
    let name = |label: &Label| match label {
        Label::Channel(Channel::Custom(name)) => name.clone(),
        Label::Channel(channel) => format!("{channel:?}"),
        other => panic!("{other:?}"),
    };
    let cell = |row: &AttributionRow| (name(&row.label), row.cells[at].value.unwrap());
    found.rows.iter().map(cell).filter(|(_, value)| *value != 0.0).collect()
}

fn is(found: &Attribution, model: M, wanted: &[(&str, f64)]) {
    let column = column(found, model);
    let same = column.iter().zip(wanted).all(|((a, x), (b, y))| a == b && (x - y).abs() < 1e-9);
    assert!(same && column.len() == wanted.len(), "{model:?}: {column:?}");
}

#[test]
fn a_log_of_touches_supports_every_model() {
    let found = asked(&mapping(true, false), AttributionOf::Revenue);
    assert_eq!((found.models.len(), found.absent.len()), (M::EVERY.len(), 0));
    assert_eq!((found.wins, found.touches, found.wins_with_several), (2, 4, 1));
    // D-2 is not in the log: its own source has its 50 under every model but the chain.
    assert_eq!((found.by_own_source, found.total.value), (1, Some(150.0)));
    is(&found, M::First, &[("Ads", 100.0), ("Partners", 50.0)]);
    is(&found, M::Last, &[("Direct", 100.0), ("Partners", 50.0)]);
    is(&found, M::LastNonDirect, &[("Mail", 100.0), ("Partners", 50.0)]);
    let third = 100.0 / 3.0;
    is(
        &found,
        M::Linear,
        &[("Direct", third), ("Ads", third), ("Mail", third), ("Partners", 50.0)],
    );
    // The lead was created two days after the mail.
    is(&found, M::UShaped, &[("Direct", 20.0), ("Ads", 40.0), ("Mail", 40.0), ("Partners", 50.0)]);
    // And became an opportunity on the day of the direct visit, so all three are anchors.
    is(
        &found,
        M::WShaped,
        &[("Direct", third), ("Ads", third), ("Mail", third), ("Partners", 50.0)],
    );
    // The last touch is an anchor twice.
    is(&found, M::FullPath, &[("Direct", 50.0), ("Ads", 25.0), ("Mail", 25.0), ("Partners", 50.0)]);
    is(&found, M::JShaped, &[("Direct", 60.0), ("Ads", 20.0), ("Mail", 20.0), ("Partners", 50.0)]);
    is(
        &found,
        M::Shapley,
        &[("Direct", third), ("Ads", third), ("Mail", third), ("Partners", 50.0)],
    );
    // 31, 22 and 12 days before the close, with a half-life of ten.
    let weight = |days: f64| 0.5f64.powf(days / 10.0);
    let sum = weight(31.0) + weight(22.0) + weight(12.0);
    let share = |days| 100.0 * weight(days) / sum;
    let decay =
        [("Direct", share(12.0)), ("Ads", share(31.0)), ("Mail", share(22.0)), ("Partners", 50.0)];
    is(&found, M::TimeDecay, &decay);
    // Ads → mail → direct → win, partners → win, ads → nothing. P(win) = 2/3; from ads one of two
    // goes on. Without ads, mail or direct only partners win: 1/3, an effect of a half each.
    // Without partners: 2/3 · 1/2 = 1/3, a half as well.
    let quarter = 150.0 / 4.0;
    is(
        &found,
        M::Markov,
        &[("Direct", quarter), ("Ads", quarter), ("Mail", quarter), ("Partners", quarter)],
    );
    let won = asked(&mapping(true, false), AttributionOf::Won);
    is(&won, M::UShaped, &[("Direct", 0.2), ("Ads", 0.4), ("Mail", 0.4), ("Partners", 1.0)]);
}

#[test]
fn columns_support_what_they_hold_and_the_rest_says_why() {
    let found = asked(&mapping(false, true), AttributionOf::Won);
    assert_eq!(found.models, [M::First, M::Last, M::LastNonDirect]);
    assert!(found.absent.iter().all(|(_, lack)| *lack == TouchLack::EndsOnly));
    is(&found, M::First, &[("Ads", 1.0), ("Partners", 1.0)]);
    is(&found, M::Last, &[("Direct", 1.0), ("Partners", 1.0)]);
    is(&found, M::LastNonDirect, &[("Ads", 1.0), ("Partners", 1.0)]);
    let found = asked(&mapping(false, false), AttributionOf::Won);
    assert_eq!(found.models, [M::First]);
    assert!(found.absent.iter().all(|(_, lack)| *lack == TouchLack::OneTouch));
}

#[test]
fn touches_of_unknown_records_are_counted() {
    let (deals, touches) = (deals(), touches());
    let made = assembled(&[&deals, &touches], &mapping(true, false));
    assert_eq!((made.touches.depth, made.touches.unknown), (TouchDepth::All, 1));
}

#[test]
fn a_file_of_touches_is_known_by_its_columns() {
    let folder = std::env::temp_dir().join(format!("tundish-touches-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("touchpoints.csv");
    let rows = [
        "D-1,2025-01-01,google,cpc",
        "D-1,2025-01-10,newsletter,email",
        "D-2,2025-01-11,google,cpc",
    ];
    let text = format!("Deal ID,Touch date,UTM source,UTM medium\n{}\n", rows.join("\n"));
    std::fs::write(&path, text).unwrap();
    let file = crate::tables::read(&path);
    std::fs::remove_dir_all(&folder).unwrap();
    let mapping = tundish::engine::mapping::suggest::suggest(&[file.view()], &Mapping::default());
    let file = &mapping.files[0];
    assert_eq!(file.kind, FileKind::Touches);
    let headers = [R::Record, R::Date, R::UtmSource, R::UtmMedium].map(|role| file.header(role));
    assert_eq!(headers, ["Deal ID", "Touch date", "UTM source", "UTM medium"].map(Some));
}

#[test]
fn a_channel_that_led_to_nothing_itself_may_be_owed_something_by_the_chain() {
    // The partner brought nobody that was won, but led on to ads, which win: the chain owes it a
    // share, and no share is left out of the rows.
    let rows = [
        "d-1|2025-01-10|ads",
        "D-2|2025-01-10|ads",
        "D-3|2025-01-05|partner",
        "D-3|2025-01-06|ads",
    ];
    let touches = file("touches.csv", "Deal ID|Date:date|Source", &rows);
    let deals = deals();
    let made = assembled(&[&deals, &touches], &mapping(true, false));
    let of = AttributionOf::Won;
    let spec = AttributionSpec { of, models: vec![M::Markov], ..AttributionSpec::default() };
    let blocks = vec![BlockSpec::Attribution(spec)];
    let views = [deals.view(), touches.view()];
    let report = answer(&views, &made, &ReportSpec { blocks, ..ReportSpec::default() });
    let Answer::Attribution(found) = &report.blocks[0] else { panic!("{report:?}") };
    // P(win) = 2/3; without ads 0, without the partner 2/3 · 2/3: effects 1 and 1/3.
    is(found, M::Markov, &[("Ads", 1.5), ("Partners", 0.5)]);
}

/// Four touches of one win of 1,000: search on 1 January, the lead on the 2nd; mail on the 8th,
/// qualified on the 12th; social on 1 February, a proposal on the 10th; direct on 1 March, won on
/// the 12th. The opportunity is the proposal, which grew out of social. By W: 300 + 300 to search,
/// first and the lead's, 300 to social, 100 over mail and direct. By the full path: 225 + 225 to
/// search, 225 to social, 225 to direct at the close, 100 to mail, the only one that is no anchor.
#[test]
fn an_opportunity_begins_with_the_stage_after_the_qualified_one() {
    let header =
        "Deal ID|Created:date|Closed:date|Stage|Qualified:date|Proposal:date|Amount:money|Source";
    let rows = ["D-1|2025-01-02|2025-03-12|Won|2025-01-12|2025-02-10|1000|ads"];
    let deals = file("deals.csv", header, &rows);
    let rows = [
        "D-1|2025-01-01|ads",
        "D-1|2025-01-08|mail",
        "D-1|2025-02-01|partner",
        "D-1|2025-03-01|direct",
    ];
    let touches = file("touches.csv", "Deal ID|Date:date|Source", &rows);
    let with = |qualified: usize| {
        let mut mapping = mapping(true, false);
        let mut ladder = ladder(&["New", "Qualified", "Proposal"], &["Won"], &["Lost"]);
        ladder.stages[1].entered = Some("Qualified".to_owned());
        ladder.stages[2].entered = Some("Proposal".to_owned());
        ladder.stages[qualified].qualified = true;
        mapping.ladder = ladder;
        let made = assembled(&[&deals, &touches], &mapping);
        let blocks = vec![BlockSpec::Attribution(AttributionSpec::default())];
        let views = [deals.view(), touches.view()];
        let report = answer(&views, &made, &ReportSpec { blocks, ..ReportSpec::default() });
        match report.blocks.into_iter().next() {
            Some(Answer::Attribution(found)) => found,
            other => panic!("{other:?}"),
        }
    };
    let found = with(1);
    let w = [("Direct", 50.0), ("Ads", 600.0), ("Mail", 50.0), ("Partners", 300.0)];
    is(&found, M::WShaped, &w);
    let full = [("Direct", 225.0), ("Ads", 450.0), ("Mail", 100.0), ("Partners", 225.0)];
    is(&found, M::FullPath, &full);
    // No stage comes after the last one, so nothing tells of opportunities.
    let lacks = with(2).absent;
    let of = |model: M| lacks.iter().find(|(m, _)| *m == model).map(|(_, lack)| *lack);
    let lack = Some(TouchLack::NoOpportunityDay);
    assert_eq!([of(M::WShaped), of(M::FullPath), of(M::UShaped)], [lack, lack, None]);
}
