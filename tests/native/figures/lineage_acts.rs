//! What acts on a figure, and whom its rows are about.

use super::made::wide;
use super::property::random;
use crate::tables::{assembled, file, ladder, mapped};
use tundish::engine::filter::{Period, PeriodSpec};
use tundish::engine::funnel::Assembled;
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::{Codebook, Figure, Lineage, Members, StepFigure, lineage};
use tundish::engine::report::*;
use tundish::engine::value::Day;
use tundish::engine::window::Part;

fn traced(data: &Assembled, spec: &ReportSpec, figure: &Figure) -> Option<Lineage> {
    lineage(&[], data, spec, &mut Codebook::default(), figure).ok().map(|(lineage, _)| lineage)
}

/// Basis and policy are said to act on a figure where another one changes it, and only there.
#[test]
fn what_is_said_to_act_changes_the_figure() {
    let period = PeriodSpec::Between(Period {
        first: Day(super::made::START + 60),
        last: Day(super::made::START + 400),
    });
    let policies = [SkipPolicy::Observed, SkipPolicy::Implied, SkipPolicy::Strict, SkipPolicy::Any];
    let mut wrong = Vec::new();
    for id in M::EVERY {
        let figure = Figure::whole(*id);
        let (mut said, mut seen) = ((false, false), (false, false));
        let mut is_comparable = false;
        for seed in [2, 6] {
            let (mut deals, costs) = random(seed);
            // So little that no plan is reached.
            deals.iter_mut().for_each(|deal| deal.amount /= 1e4);
            let data = wide(&deals, &costs);
            let of = |basis, policy| {
                let margin = Some(0.4);
                let spec = ReportSpec { period, basis, policy, margin, ..ReportSpec::default() };
                let found = traced(&data, &spec, &figure)?;
                Some((found.acts, found.quantity?.value))
            };
            let Some((acts, by_events)) = of(Basis::Period, SkipPolicy::Implied) else { continue };
            said = (acts.basis, acts.policy);
            if let Some((_, by_creation)) = of(Basis::Cohort, SkipPolicy::Implied) {
                is_comparable = true;
                seen.0 |= by_creation != by_events;
            }
            let others = policies.map(|policy| of(Basis::Period, policy));
            seen.1 |= others.into_iter().flatten().any(|(_, value)| value != by_events);
        }
        // What needs the basis of events has no figure by the other; a share of the whole is the
        // same of the whole.
        let basis = if is_comparable && !id.needs().whole() { seen.0 } else { said.0 };
        if said != (basis, seen.1) {
            wrong.push((id, said, (basis, seen.1)));
        }
    }
    assert!(wrong.is_empty(), "said of basis and policy, and seen: {wrong:?}");
}

#[test]
fn a_basis_does_not_act_over_all_days_and_steps_go_by_the_policy() {
    let (deals, costs) = random(5);
    let data = wide(&deals, &costs);
    let spec = ReportSpec { basis: Basis::Period, ..ReportSpec::default() };
    let acts = |figure: Figure| {
        let acts = traced(&data, &spec, &figure).unwrap().acts;
        (acts.basis, acts.policy)
    };
    assert_eq!(acts(Figure::whole(M::Won)), (false, false));
    assert_eq!(acts(Figure::whole(M::Nps)), (false, false));
    assert_eq!(acts(Figure::whole(M::Qualified)), (false, true));
    assert_eq!(acts(Figure::Step(1)), (false, true));
    assert_eq!(acts(Figure::OfStep { at: 1, of: StepFigure::OfFirst }), (false, true));
    assert_eq!(acts(Figure::Spread { of: SpreadOf::WonAmount, bin: None }), (false, false));
}

/// Acme bought twice, Bolt once, and one win names nobody; p1 came twice.
fn sample() -> Assembled {
    let deals = file(
        "deals",
        "id|created:date|closed:date|stage|amount:money|company|contact",
        &[
            "A|2025-01-01|2025-01-11|won|300|Acme|p1",
            "B|2025-01-02|2025-01-22|won|100|acme|P1",
            "C|2025-01-03|2025-01-07|won|50|Bolt|p2",
            "D|2025-01-04|2025-01-31|won|70||",
            "E|2025-01-05||new|500|Core|p3",
        ],
    );
    let answers = ["2025-02-01|10|A", "2025-02-02|8|A", "2025-02-03|9|C", "2025-02-04|2|C"];
    let answers = file("answers", "on:date|score:int|deal", &answers);
    let deal = [
        (R::RecordId, "id"),
        (R::Created, "created"),
        (R::Closed, "closed"),
        (R::Stage, "stage"),
        (R::Amount, "amount"),
        (R::Account, "company"),
        (R::Person, "contact"),
    ];
    let answer = [(R::Date, "on"), (R::Score, "score"), (R::Record, "deal")];
    let files =
        vec![mapped("deals", FileKind::Deals, &deal), mapped("answers", FileKind::Scores, &answer)];
    let ladder = ladder(&["new"], &["won"], &["lost"]);
    assembled(&[&deals, &answers], &Mapping { files, ladder, ..Mapping::default() })
}

fn of(id: M) -> Lineage {
    traced(&sample(), &ReportSpec::default(), &Figure::whole(id)).unwrap()
}

#[test]
fn persons_and_accounts_are_told_beside_their_rows() {
    // p1 once, p2, p3, and D that names nobody.
    let found = of(M::UniqueLeads);
    assert_eq!(found.quantity.unwrap().value, Some(4.0));
    assert_eq!((found.members, found.records.counted), (Some(Members::People(4)), 5));
    // Both wins of Acme are of a customer that bought again, that of Bolt is of one that did not.
    let found = of(M::RepeatCustomers);
    let quantity = found.quantity.unwrap();
    assert_eq!((quantity.numerator, quantity.denominator), (Some(1.0), Some(2.0)));
    assert_eq!(found.members, Some(Members::Accounts { above: 1, below: 2 }));
    assert_eq!((found.records.above, found.records.below), (2, 3));
    assert_eq!(found.records.left_out, [(Part::LeftOut, 1)]);
    // A customer has one first win.
    let found = of(M::NewCustomers);
    assert_eq!((found.quantity.unwrap().value, found.records.counted), (Some(3.0), 3));
    let found = of(M::RevenuePerAccount);
    assert_eq!(found.members, Some(Members::Accounts { above: 2, below: 2 }));
    assert_eq!(of(M::Won).members, None);
}

#[test]
fn only_the_ten_largest_accounts_are_above_the_line() {
    let rows: Vec<String> =
        (1..=13).map(|n| format!("D{n}|2025-01-01|2025-01-11|won|{}|Firm {n}", 10 * n)).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let header = "id|created:date|closed:date|stage|amount:money|company";
    let deals = file("deals", header, &rows);
    let roles = [
        (R::RecordId, "id"),
        (R::Created, "created"),
        (R::Closed, "closed"),
        (R::Stage, "stage"),
        (R::Amount, "amount"),
        (R::Account, "company"),
    ];
    let files = vec![mapped("deals", FileKind::Deals, &roles)];
    let ladder = ladder(&["new"], &["won"], &["lost"]);
    let data = assembled(&[&deals], &Mapping { files, ladder, ..Mapping::default() });
    let found = traced(&data, &ReportSpec::default(), &Figure::whole(M::TopTenShare)).unwrap();
    assert_eq!((found.records.above, found.records.below), (10, 13));
    assert_eq!(found.members, Some(Members::Accounts { above: 10, below: 13 }));
}

#[test]
fn answers_and_values_count_by_names_of_their_own() {
    let found = of(M::Nps);
    let (_, answers) = &found.beside[0];
    let parts = [(Part::Promoter, 2), (Part::Passive, 1), (Part::Detractor, 1)];
    assert_eq!((answers.counted, &answers.named[..]), (4, &parts[..]));
    for id in [M::MedianCycle, M::CycleP90, M::MedianDeal] {
        let found = of(id);
        assert_eq!(found.records.named, [(Part::Value, 4)], "{id:?}");
        assert_eq!((found.records.above, found.records.below), (0, 0));
    }
    assert_eq!(of(M::AverageDeal).records.named, []);
}
