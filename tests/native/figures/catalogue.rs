//! Every measure has an oracle: a test that always runs, in which somebody worked the figure out by
//! hand or took it from a published example. What no other test has stands here.
//!
//! Not here: second computations on random data (`naive`, `sql`), figures of real files (`oracle`).

use super::hand::near;
use crate::tables::{assembled, file, ladder, mapped};
use std::collections::BTreeSet;
use tundish::engine::funnel::Assembled;
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::answer;
use tundish::engine::report::*;

/// File, test, and the measures that it works out.
const ORACLES: &[(&str, &str, &[M])] = &[
    (
        "catalogue",
        "counts_amounts_and_days_by_hand",
        &[
            M::Leads,
            M::Qualified,
            M::Won,
            M::Lost,
            M::Open,
            M::EndToEnd,
            M::WinRate,
            M::Revenue,
            M::AverageDeal,
            M::MedianDeal,
            M::PipelineValue,
            M::MedianCycle,
            M::MeanCycle,
            M::CycleP25,
            M::CycleP75,
            M::CycleP90,
        ],
    ),
    (
        "catalogue",
        "advertising_by_hand",
        &[
            M::Spend,
            M::Impressions,
            M::Clicks,
            M::AdConversions,
            M::Ctr,
            M::Cpc,
            M::Cpm,
            M::CostPerConversion,
            M::Cpl,
            M::Romi,
        ],
    ),
    (
        "kpi_hand",
        "money_against_money",
        &[M::WinRateByValue, M::WonOfCreatedValue, M::Cpql, M::Roas, M::AdShare, M::SalesVelocity],
    ),
    (
        "kpi_hand",
        "conversions_between_late_stages",
        &[
            M::StageRate1,
            M::StageRate2,
            M::StageRate3,
            M::StageRate4,
            M::StageRate5,
            M::StageRate6,
            M::StageRate7,
        ],
    ),
    (
        "kpi",
        "conversions_between_stages",
        &[
            M::QualifiedRate,
            M::SqlRate,
            M::QualifiedToWon,
            M::LastStageToWon,
            M::OpportunityToWon,
            M::Opportunities,
            M::CostPerOpportunity,
            M::LostRate,
            M::LostAmount,
        ],
    ),
    ("kpi", "steadiness_repeats_and_people", &[M::EndToEndVariation, M::RawLeads, M::UniqueLeads]),
    ("kpi", "shares_of_the_whole_by_channel", &[M::RevenueShare, M::BudgetGap]),
    (
        "kpi",
        "accounts_and_what_hangs_on_them",
        &[M::RevenuePerAccount, M::TopTenShare, M::RepeatCustomers],
    ),
    ("kpi", "open_deals_weighed_by_what_became_of_others", &[M::StageWeightedPipeline]),
    ("kpi", "lives_with_and_without_open_deals", &[M::LeadLifetime, M::TimeToClose]),
    (
        "lifetimes",
        "quartiles_and_mean_by_channel_beside_what_is_open",
        &[M::LifetimeP25, M::LifetimeP75, M::LifetimeP90, M::MeanLifetime],
    ),
    ("lifetimes", "items_in_use_of_those_that_were_published", &[M::ContentItems]),
    (
        "kpi_cost",
        "customers_and_what_they_cost",
        &[
            M::NewCustomers,
            M::TotalCosts,
            M::CacFull,
            M::Cac,
            M::CostPerWon,
            M::CacPayback,
            M::Roi,
            M::RomiMargin,
            M::Ltv,
            M::LtvCac,
            M::Churn,
            M::Units,
            M::WeightedPipeline,
        ],
    ),
    ("kpi_cost", "lifetimes_as_published", &[M::LtvChurn]),
    ("kpi_cost", "what_won_a_customer_was_spent_earlier", &[M::CacLagged]),
    (
        "kpi_cost",
        "activities_and_the_deals_that_they_speak_of",
        &[
            M::ResponseTime,
            M::NeverContacted,
            M::Calls,
            M::Emails,
            M::Meetings,
            M::MeetingsToDeals,
            M::MissedCalls,
            M::ContentUse,
        ],
    ),
    ("kpi_cost", "a_score_with_its_interval", &[M::Nps]),
    ("visits", "visits_are_added_and_leads_are_a_share_of_them", &[M::Visits, M::VisitToLead]),
    (
        "kpi_cost",
        "plans_and_what_is_missing_to_them",
        &[
            M::PipelineCoverage,
            M::RevenueAttainment,
            M::WonAttainment,
            M::LeadAttainment,
            M::RevenueRunRate,
            M::RevenueRunRateWorking,
            M::WonRunRate,
            M::WonRunRateWorking,
            M::LeadRunRate,
            M::LeadRunRateWorking,
        ],
    ),
];

/// The body of a test of `tests/native/figures`.
fn body(file: &str, test: &str) -> String {
    let path = format!("{}/tests/native/figures/{file}.rs", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    let head = format!("#[test]\nfn {test}() {{\n");
    let from = text.find(&head).unwrap_or_else(|| panic!("{file}.rs has no test {test}"));
    let body = &text[from + head.len()..];
    body[..body.find("\n}\n").unwrap()].to_owned()
}

fn names(body: &str, measure: M) -> bool {
    let name = format!("M::{measure:?}");
    let ends = |at: usize| !body[at..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
    body.match_indices(&name).any(|(at, _)| ends(at + name.len()))
}

#[test]
fn every_measure_has_an_oracle() {
    let mut found = BTreeSet::new();
    for (file, test, measures) in ORACLES {
        let body = body(file, test);
        assert!(!body.contains("shared_data"), "{test} does not always run");
        for measure in *measures {
            assert!(names(&body, *measure), "{file}.rs, {test}: nothing of {measure:?}");
            assert!(found.insert(*measure), "{measure:?} twice");
        }
    }
    let without: Vec<&M> = M::EVERY.iter().filter(|m| !found.contains(m)).collect();
    assert!(without.is_empty(), "no oracle for {without:?}");
}

/// Won: A 300 in 10 days, B 100 in 20, C 800 in 4, G 200 in 40. D is lost; E, F and H are open, of
/// which E alone is qualified and H has no amount.
fn sample() -> Assembled {
    let deals = file(
        "deals",
        "id|created:date|closed:date|stage|amount:money",
        &[
            "A|2025-01-01|2025-01-11|won|300",
            "B|2025-01-01|2025-01-21|won|100",
            "C|2025-01-01|2025-01-05|won|800",
            "D|2025-01-02|2025-01-31|lost|100",
            "E|2025-03-05||mql|500",
            "F|2025-01-15||new|700",
            "G|2025-01-10|2025-02-19|won|200",
            "H|2025-01-15||new|",
        ],
    );
    let ads = file(
        "ads",
        "day:date|cost:money|shown:int|clicks:int|results:int",
        &[
            "2025-01-01|50|1000|20|4",
            "2025-01-02|30|3000||1",
            "2025-01-03||1000|30|5",
            "2025-01-04|20||10|",
        ],
    );
    let mut ladder = ladder(&["new", "mql"], &["won"], &["lost"]);
    ladder.stages[1].qualified = true;
    let deal = [
        (R::RecordId, "id"),
        (R::Created, "created"),
        (R::Closed, "closed"),
        (R::Stage, "stage"),
        (R::Amount, "amount"),
    ];
    let ad = [
        (R::Date, "day"),
        (R::Spend, "cost"),
        (R::Impressions, "shown"),
        (R::Clicks, "clicks"),
        (R::Conversions, "results"),
    ];
    let files = vec![mapped("deals", FileKind::Deals, &deal), mapped("ads", FileKind::Spend, &ad)];
    assembled(&[&deals, &ads], &Mapping { files, ladder, ..Mapping::default() })
}

fn check(expected: &[(M, f64)]) {
    let measures: Vec<M> = expected.iter().map(|(m, _)| *m).collect();
    let blocks = vec![BlockSpec::Kpis(KpisSpec { measures, ..KpisSpec::default() })];
    let spec = ReportSpec { blocks, ..ReportSpec::default() };
    let Answer::Kpis(kpis) = answer(&[], &sample(), &spec).blocks.remove(0) else { panic!() };
    for ((measure, expected), card) in expected.iter().zip(kpis.cards) {
        let found = card.now.value.unwrap_or(f64::NAN);
        assert!(near(found, *expected), "{measure:?}: {found}, by hand {expected}");
    }
}

#[test]
fn counts_amounts_and_days_by_hand() {
    check(&[
        (M::Leads, 8.0),
        // The four that were won, and E.
        (M::Qualified, 5.0),
        (M::Won, 4.0),
        (M::Lost, 1.0),
        (M::Open, 3.0),
        (M::EndToEnd, 4.0 / 8.0),
        (M::WinRate, 4.0 / 5.0),
        (M::Revenue, 1400.0),
        (M::AverageDeal, 350.0),
        // Of 100, 200, 300, 800.
        (M::MedianDeal, 250.0),
        (M::PipelineValue, 1200.0),
        // Of 4, 10, 20, 40 days: positions 0.75, 1.5, 2.25 and 2.7 from 0.
        (M::CycleP25, 4.0 + 0.75 * 6.0),
        (M::MedianCycle, 15.0),
        (M::MeanCycle, 18.5),
        (M::CycleP75, 20.0 + 0.25 * 20.0),
        (M::CycleP90, 20.0 + 0.7 * 20.0),
    ]);
}

#[test]
fn advertising_by_hand() {
    check(&[
        (M::Spend, 100.0),
        (M::Impressions, 5000.0),
        (M::Clicks, 60.0),
        (M::AdConversions, 10.0),
        // Each over the rows that have both: the first and the third, the first and the fourth, and
        // twice the first two.
        (M::Ctr, 50.0 / 2000.0),
        (M::Cpc, 70.0 / 30.0),
        (M::Cpm, 80.0 / 4.0),
        (M::CostPerConversion, 80.0 / 5.0),
        (M::Cpl, 100.0 / 8.0),
        (M::Romi, (1400.0 - 100.0) / 100.0),
    ]);
}
