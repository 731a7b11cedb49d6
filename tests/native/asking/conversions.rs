//! Conversions between any two stages, as measures of one's own: a ladder of ten stages worked out by
//! hand, and over random records the same as the conversions from stage to stage have.

use super::rig::near;
use crate::figures::made::{self, Dice};
use crate::tables::{File, assembled, file, ladder, mapped};
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::document::Document;
use tundish::engine::filter::{Comparison, Filter, Grain, Period, PeriodSpec};
use tundish::engine::formula::reached::{conversion, conversion_of};
use tundish::engine::formula::{Formula, FormulaError, FormulaErrorKind as Wrong, OwnMeasure};
use tundish::engine::funnel::{Assembled, Outcome};
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::measure::chance::tested;
use tundish::engine::measure::reach;
use tundish::engine::query::{Codebook, Figure, answer, lineage};
use tundish::engine::report::*;
use tundish::engine::stats::wilson;
use tundish::engine::value::{Caution, Day, Quantity, Unit};
use tundish::format::Locale;
use tundish::i18n::strings;

const STAGES: [&str; 10] =
    ["New", "Call", "Demo", "Trial", "Test", "Offer", "Legal", "Sign", "Ship", "Last]"];

/// 12 stand in New, 10 in Trial, 6 in the last stage; 2 were lost, 4 were won: 34, half of them of
/// Ann, and those of January before those of February.
fn deals() -> File {
    let mut rows = Vec::new();
    for (stage, count) in [("New", 12), ("Trial", 10), ("Last]", 6), ("Lost", 2), ("Won", 4)] {
        for n in 0..count {
            let owner = if n % 2 == 0 { "Ann" } else { "Bob" };
            let month = if n < count / 2 { 1 } else { 2 };
            rows.push(format!("{}|2025-{month:02}-03|{stage}|{owner}", rows.len()));
        }
    }
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    file("deals", "id|created:date|stage|owner", &rows)
}

fn mapping() -> Mapping {
    let roles = [(R::RecordId, "id"), (R::Created, "created"), (R::Stage, "stage")];
    Mapping {
        files: vec![mapped("deals", FileKind::Deals, &roles)],
        ladder: ladder(&STAGES, &["Won"], &["Lost"]),
        ..Mapping::default()
    }
}

fn made_of(file: &File) -> Assembled {
    assembled(&[file], &mapping())
}

fn own(id: u16, from: &str, to: Option<&str>) -> OwnMeasure {
    OwnMeasure { id, ..conversion(from, to) }
}

fn sides(q: &Quantity) -> (Option<f64>, Option<f64>) {
    (q.numerator, q.denominator)
}

fn cards(file: &File, spec: ReportSpec) -> Vec<Kpi> {
    let measures = spec.own.iter().map(|o| M::Own(o.id)).collect();
    let block = BlockSpec::Kpis(KpisSpec { measures, ..KpisSpec::default() });
    let spec = ReportSpec { blocks: vec![block], ..spec };
    match answer(&[file.view()], &made_of(file), &spec).blocks.remove(0) {
        Answer::Kpis(kpis) => kpis.cards,
        other => panic!("{other:?}"),
    }
}

#[test]
fn any_two_stages_of_a_long_ladder_and_the_win() {
    let file = deals();
    let own = vec![
        own(1, "Trial", Some("Last]")),
        own(2, "New", Some("Last]")),
        own(3, "Trial", None),
        own(4, "Call", Some("Trial")),
    ];
    let by = |policy| {
        let cards = cards(&file, ReportSpec { policy, own: own.clone(), ..ReportSpec::default() });
        cards.iter().map(|c| sides(&c.now)).collect::<Vec<_>>()
    };
    let pair = |a: f64, b: f64| (Some(a), Some(b));
    // Won has every stage behind it; who stands in a stage has all before it.
    let expected = [pair(10.0, 20.0), pair(10.0, 34.0), pair(4.0, 20.0), pair(20.0, 20.0)];
    assert_eq!(by(SkipPolicy::Implied), expected);
    // By what was seen alone, nobody who stands at the end was in the trial.
    let expected = [pair(0.0, 10.0), pair(6.0, 34.0), pair(0.0, 10.0), pair(0.0, 0.0)];
    assert_eq!(by(SkipPolicy::Observed), expected);
    // Each stage by itself is a part of no other.
    assert!(by(SkipPolicy::Any).iter().all(|s| *s == pair(0.0, 0.0)));
    let first = &cards(&file, ReportSpec { own: own.clone(), ..ReportSpec::default() })[0];
    assert_eq!(first.now.unit, Unit::Share);
    assert_eq!(first.now.interval, wilson(10.0, 20.0));
    assert_eq!(own[0].formula, "conversion([Trial], [Last]]])");
    assert_eq!(own[2].formula, "conversion([Trial], won)");
}

/// Where each stage counts by itself, those with evidence for two of them (or for one and the win) are
/// still counted; only a share of one in the other has no meaning.
#[test]
fn stages_that_count_by_themselves_are_counted_together_but_have_no_conversion() {
    let rows = [
        // Creation is evidence for New; Demo and Offer by their dates.
        "1|2025-01-03|New||",
        "2|2025-01-03|Demo|2025-01-05|",
        "3|2025-01-03|Offer|2025-01-05|2025-01-09",
        "4|2025-01-03|Offer||2025-01-09",
        "5|2025-01-03|Won|2025-01-05|2025-01-09",
        "6|2025-01-03|Won||2025-01-09",
        "7|2025-01-03|Won||",
        "8|2025-01-03|Lost|2025-01-05|",
    ];
    let file = file("deals", "id|created:date|stage|demo:date|offer:date", &rows);
    let roles = [(R::RecordId, "id"), (R::Created, "created"), (R::Stage, "stage")];
    let mut ladder = ladder(&["New", "Demo", "Offer"], &["Won"], &["Lost"]);
    ladder.stages[1].entered = Some("demo".to_owned());
    ladder.stages[2].entered = Some("offer".to_owned());
    let files = vec![mapped("deals", FileKind::Deals, &roles)];
    let made = assembled(&[&file], &Mapping { files, ladder, ..Mapping::default() });
    let texts = [
        "reached([Demo])",
        "reached([Offer])",
        "reached([Demo], [Offer])",
        "reached([Demo], won)",
        "reached([Offer], won)",
        "reached([Demo], lost)",
        "reached([Offer], open)",
        "conversion([Demo], [Offer])",
        "conversion([Demo], won)",
        // The parts of a conversion beside it, in one formula.
        "reached([Demo], [Offer]) + 0 * reached([Demo], won)",
        "reached([Demo], [Offer]) / reached([Demo])",
    ];
    let formula = |(id, text): (u16, &&str)| {
        let formula = (*text).to_owned();
        OwnMeasure { id, formula, ..OwnMeasure::default() }
    };
    let own: Vec<OwnMeasure> = (1..).zip(&texts).map(formula).collect();
    let measures = own.iter().map(|o| M::Own(o.id)).collect();
    let blocks = vec![BlockSpec::Kpis(KpisSpec { measures, ..KpisSpec::default() })];
    let spec = ReportSpec { policy: SkipPolicy::Any, own, blocks, ..ReportSpec::default() };
    let Answer::Kpis(kpis) = answer(&[file.view()], &made, &spec).blocks.remove(0) else {
        panic!()
    };
    // Demo: 2, 3, 5, 8. Offer: 3, 4, 5, 6. Both: 3, 5. Won: 5, 6, 7.
    let expected = [
        Some(4.0),
        Some(4.0),
        Some(2.0),
        Some(1.0),
        Some(2.0),
        Some(1.0),
        Some(2.0),
        None,
        None,
        Some(2.0),
        Some(0.5),
    ];
    let found: Vec<_> = kpis.cards.iter().map(|c| c.now.value).collect();
    assert_eq!(found, expected);
    assert_eq!(sides(&kpis.cards[7].now), (Some(0.0), Some(0.0)));
}

#[test]
fn in_pivots_trends_and_comparisons_as_any_rate() {
    let file = deals();
    let made = made_of(&file);
    let spec = ReportSpec { own: vec![own(1, "New", Some("Trial"))], ..ReportSpec::default() };
    let of = |block: BlockSpec, spec: &ReportSpec| {
        let spec = ReportSpec { blocks: vec![block], ..spec.clone() };
        answer(&[file.view()], &made, &spec).blocks.remove(0)
    };
    let owner = Dimension::Column { file: "deals".to_owned(), header: "owner".to_owned() };
    let pivot = PivotSpec { rows: vec![owner], measures: vec![M::Own(1)], ..PivotSpec::default() };
    let Answer::Pivot(pivot) = of(BlockSpec::Pivot(pivot), &spec) else { panic!() };
    // Of Ann and of Bob each 6 New, 5 Trial, 3 Last, 1 lost, 2 won.
    let rows: Vec<_> = pivot.rows.iter().zip(&pivot.row_totals).collect();
    assert_eq!(rows[0].0, &[Label::Text("Ann".to_owned())]);
    assert!(rows.iter().all(|(_, cells)| sides(&cells[0]) == (Some(10.0), Some(17.0))));
    assert_eq!(sides(&pivot.grand[0]), (Some(20.0), Some(34.0)));
    let trend =
        TrendSpec { measures: vec![M::Own(1)], grain: Grain::Month, ..TrendSpec::default() };
    let Answer::Trend(trend) = of(BlockSpec::Trend(trend), &spec) else { panic!() };
    let months: Vec<_> = trend.values[0].iter().map(sides).collect();
    assert_eq!(months, [(Some(10.0), Some(17.0)); 2]);

    let day = |m, d| Day::from_ymd(2025, m, d).unwrap();
    let february = ReportSpec {
        period: PeriodSpec::Between(Period { first: day(2, 1), last: day(2, 28) }),
        comparison: Comparison::PreviousPeriod,
        ..spec
    };
    let card = &cards(&file, february)[0];
    let before = card.before.as_ref().unwrap();
    let between = tested(Some(M::Own(1)), &card.now, before).unwrap();
    assert!(between.0 < 0.0 && between.1 > 0.0, "the same rate twice: {between:?}");
}

#[test]
fn its_rows_are_those_of_the_first_stage_and_of_them_those_that_went_on() {
    let file = deals();
    let made = made_of(&file);
    let spec = ReportSpec { own: vec![own(1, "Trial", None)], ..ReportSpec::default() };
    let figure = Figure::Measure { id: M::Own(1), place: Vec::new(), unit: None };
    let files = [file.view()];
    let (found, picked) = lineage(&files, &made, &spec, &mut Codebook::default(), &figure).unwrap();
    let tally = &found.records;
    assert_eq!((tally.counted, tally.above, tally.below, tally.unconcerned), (20, 4, 20, 14));
    assert_eq!(picked.iter().map(|p| p.rows.len()).sum::<usize>(), 20);
    assert_eq!(found.quantity.as_ref().map(sides), Some((Some(4.0), Some(20.0))));
}

#[test]
fn stages_in_formulas_are_counted_and_checked() {
    let none = |_: Option<&str>, _: &str| None;
    let wrong = |text: &str| {
        let FormulaError { at, kind } = Formula::read(text, &none).unwrap_err();
        (at, kind)
    };
    assert_eq!(wrong("reached(Demo)"), (8, Wrong::StageExpected));
    assert_eq!(wrong("conversion([Demo])"), (17, Wrong::StageExpected));
    assert_eq!(wrong("conversion([Demo], paid)"), (19, Wrong::AmongExpected));
    assert_eq!(wrong("reached([Demo]"), (7, Wrong::Unclosed('(')));
    let read = Formula::read("1 + reached([Demo], [Gone])", &none).unwrap();
    let stages = STAGES.map(str::to_owned);
    let lack = read.unknown_stage(&stages).unwrap();
    assert_eq!((lack.at, lack.kind), (20, Wrong::NoStage("Gone".to_owned())));
    assert_eq!(Formula::read("reached([Demo])", &none).unwrap().unknown_stage(&stages), None);

    let file = deals();
    let formula =
        |id: u16, text: &str| OwnMeasure { id, formula: text.to_owned(), ..OwnMeasure::default() };
    let own = vec![
        formula(1, "reached([Trial]) - reached([Trial], won)"),
        formula(2, "reached([Trial], [Last]]]) / reached([Trial])"),
        formula(3, "100 * conversion([New], [Trial])"),
        formula(4, "reached([New], lost)"),
        formula(5, "conversion([Gone], won)"),
    ];
    let cards = cards(&file, ReportSpec { own, ..ReportSpec::default() });
    let values: Vec<Option<f64>> = cards.iter().take(4).map(|c| c.now.value).collect();
    let expected = [16.0, 0.5, 100.0 * 20.0 / 34.0, 2.0];
    assert!(values.iter().zip(expected).all(|(found, v)| near(*found, Some(v))), "{values:?}");
    assert_eq!(cards[4].absent, Some(Absence::NoStageOfName));
}

/// The plain way: record by record, by the skip policy alone.
fn naive(data: &Assembled, policy: SkipPolicy, from: usize, to: usize) -> (f64, f64) {
    let (mut both, mut first) = (0.0, 0.0);
    for (row, outcome) in data.records.outcome.iter().enumerate() {
        let seen = reach::evidence(&data.records, row, policy);
        let reached = reach::reached(seen, *outcome, policy);
        let came = |stage: usize| f64::from(reached >> stage & 1);
        first += came(from);
        both += came(from) * came(to);
    }
    (both, first)
}

#[test]
fn neighbours_are_the_conversions_that_exist_and_cells_add_up() {
    for seed in 0..6 {
        let mut dice = Dice::new(seed);
        let data = made::assembled(&made::deals(&mut dice, 500), &[]);
        let pairs = [("New", "Qualified"), ("Qualified", "Offer"), ("New", "Offer")];
        let own: Vec<OwnMeasure> =
            (1..).zip(pairs).map(|(id, (from, to))| own(id, from, Some(to))).collect();
        for policy in
            [SkipPolicy::Implied, SkipPolicy::Observed, SkipPolicy::Strict, SkipPolicy::Any]
        {
            for basis in [Basis::Cohort, Basis::Period] {
                let measures = vec![M::Own(1), M::Own(2), M::Own(3), M::StageRate1, M::StageRate2];
                let pivot = PivotSpec {
                    rows: vec![Dimension::Channel],
                    columns: vec![Dimension::Created(Grain::Quarter)],
                    measures,
                    ..PivotSpec::default()
                };
                let blocks = vec![BlockSpec::Pivot(pivot)];
                let own = own.clone();
                let spec = ReportSpec { policy, basis, own, blocks, ..ReportSpec::default() };
                let Answer::Pivot(pivot) = answer(&[], &data, &spec).blocks.remove(0) else {
                    panic!()
                };
                let plain = |cells: &[Quantity]| {
                    for at in [0, 1] {
                        assert_eq!(cells[at].value, cells[at + 3].value, "{policy:?} {basis:?}");
                        assert_eq!(cells[at].interval, cells[at + 3].interval);
                        assert_eq!(sides(&cells[at]), sides(&cells[at + 3]));
                        let small = Caution::SmallDenominator;
                        let is_small = |q: &Quantity| q.cautions.contains(&small);
                        assert_eq!(is_small(&cells[at]), is_small(&cells[at + 3]));
                    }
                };
                pivot.cells.iter().flatten().for_each(|cells| plain(cells));
                plain(&pivot.grand);
                let added = |side: fn(&Quantity) -> Option<f64>| {
                    pivot.cells.iter().flatten().filter_map(|c| side(&c[2])).sum::<f64>()
                };
                let grand = &pivot.grand[2];
                if policy != SkipPolicy::Any {
                    let (both, first) = naive(&data, policy, 0, 2);
                    assert_eq!(sides(grand), (Some(both), Some(first)));
                    assert_eq!(added(|q| q.numerator), both);
                    assert_eq!(added(|q| q.denominator), first);
                    let most = data.records.outcome.iter().filter(|o| **o != Outcome::Open).count();
                    assert!(most > 0, "closed ones are there");
                }
            }
        }
    }
}

#[test]
fn a_conversion_is_called_by_its_stages_in_each_language() {
    let of = |to| OwnMeasure { id: 1, ..conversion("Demo", to) };
    let called = |own: &OwnMeasure, locale| strings(locale).measure(M::Own(1), &[own.head()]);
    let won = [Locale::En, Locale::Ru, Locale::El].map(|locale| called(&of(None), locale));
    assert_eq!(won, ["Demo → Won", "Demo → Выиграно", "Demo → Κερδισμένες"]);
    assert_eq!(called(&of(Some("Last]")), Locale::Ru), "Demo → Last]");
    // Spaces and capitals make it no other formula; a name that somebody gave stays.
    let typed = OwnMeasure { formula: " Conversion( [Demo] ,WON )".to_owned(), ..of(None) };
    assert_eq!(called(&typed, Locale::En), "Demo → Won");
    let named = OwnMeasure { name: "Closing".to_owned(), ..of(None) };
    assert_eq!(called(&named, Locale::Ru), "Closing");
    let more = OwnMeasure { formula: "100 * conversion([Demo], won)".to_owned(), ..of(None) };
    assert_eq!(called(&more, Locale::En), "100 * conversion([Demo], won)");
    assert_eq!(conversion_of("conversion([Demo], [Demo 2])").unwrap().0, "Demo");
    assert_eq!(conversion_of("reached([Demo])"), None);
}

#[test]
fn a_renamed_stage_is_called_so_wherever_the_report_names_it() {
    let file = deals();
    let mut document = Document { mapping: mapping(), ..Document::default() };
    let formula =
        |id: u16, text: &str| OwnMeasure { id, formula: text.to_owned(), ..OwnMeasure::default() };
    document.report.own = vec![
        own(1, "Trial", Some("Last]")),
        formula(2, "distinct([Trial]) + Reached ( [Trial] , won) - count([f][Trial]) * 2"),
        formula(3, "reached([Last]]]) / conversion([Tria"),
    ];
    let among = |dimension, value: &str| Filter::among(dimension, vec![value.to_owned()]);
    let owner = Dimension::Column { file: "deals".to_owned(), header: "owner".to_owned() };
    document.report.filters = vec![among(Dimension::Stage, "trial"), among(owner, "Trial")];
    let of = SpreadOf::InStage { stage: "Trial".to_owned() };
    document.report.blocks = vec![BlockSpec::Spread(SpreadSpec { of, ..SpreadSpec::default() })];
    document.rename_stage(3, "Pilot [2]");
    document.rename_stage(9, "End");
    assert_eq!(document.mapping.ladder.stages[3].name, "Pilot [2]");
    // A stage that for a moment had the name of another, or none, takes nothing with it.
    let before = document.report.clone();
    let other = document.mapping.ladder.stages[2].name.clone();
    for name in ["Pilot [2]", "Else", "", &other] {
        document.rename_stage(2, name);
        assert_eq!(document.report, before, "{name}");
    }
    let formulas: Vec<&str> = document.report.own.iter().map(|o| o.formula.as_str()).collect();
    assert_eq!(
        formulas,
        [
            "conversion([Pilot [2]]], [End])",
            // A column of that name is no stage.
            "distinct([Trial]) + Reached ( [Pilot [2]]] , won) - count([f][Trial]) * 2",
            // What cannot be read is left as it is from there on.
            "reached([End]) / conversion([Tria",
        ]
    );
    let values: Vec<&str> = document.report.filters.iter().map(|f| f.values[0].as_str()).collect();
    assert_eq!(values, ["pilot [2]", "Trial"]);
    let BlockSpec::Spread(spread) = &document.report.blocks[0] else { panic!() };
    assert_eq!(spread.of, SpreadOf::InStage { stage: "Pilot [2]".to_owned() });
    // The figure is the one that it was.
    let made = assembled(&[&file], &document.mapping);
    let measures = vec![M::Own(1)];
    let blocks = vec![BlockSpec::Kpis(KpisSpec { measures, ..KpisSpec::default() })];
    let spec = ReportSpec { blocks, own: document.report.own, ..ReportSpec::default() };
    let Answer::Kpis(kpis) = answer(&[file.view()], &made, &spec).blocks.remove(0) else {
        panic!()
    };
    assert_eq!(sides(&kpis.cards[0].now), (Some(10.0), Some(20.0)));
}

#[test]
fn documents_keep_them_and_older_ones_load() {
    let spec = ReportSpec { own: vec![own(7, "Demo", None)], ..ReportSpec::default() };
    let text = serde_json::to_string(&spec).unwrap();
    assert_eq!(serde_json::from_str::<ReportSpec>(&text).unwrap(), spec);
    // As it was saved before there were any.
    let old = r#"{"own":[{"id":1,"name":"x","formula":"revenue / leads"}]}"#;
    let old = serde_json::from_str::<ReportSpec>(old).unwrap();
    assert_eq!(old.own[0].formula, "revenue / leads");
}
