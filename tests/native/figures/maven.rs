//! Maven CRM: 8,800 opportunities with accounts, products and teams.

use super::oracle::{Oracle, column, join, ladder, mapped, row, stage, text};
use tundish::engine::audit::Finding;
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::filter::{Filter, Grain};
use tundish::engine::formula::OwnMeasure;
use tundish::engine::mapping::{FileKind, Mapping, Role, Stage};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::report::{
    Answer, Basis, BlockSpec, Breakdown, CohortAges, CohortFigure, CohortsSpec, KpisSpec, Order,
    Pivot, Report, SpreadOf, Trend,
};
use tundish::engine::value::Day;

const DEALS: &str = "sales_pipeline.csv";
pub const FILES: [&str; 4] = [DEALS, "accounts.csv", "products.csv", "sales_teams.csv"];

/// The choices that `expected.json` makes: engaged by its date, “Closed” as a stage that every
/// decided deal reached, and GTXPro taken for GTX Pro.
fn mapping() -> Mapping {
    let mut product = join((DEALS, "product"), ("products.csv", "product"));
    product.aliases.insert("GTXPro".to_owned(), "GTX Pro".to_owned());
    let closed = Stage { name: "Closed".to_owned(), decided: true, ..Stage::default() };
    let engaging =
        Stage { entered: Some("engage_date".to_owned()), qualified: true, ..stage("Engaging") };
    Mapping {
        files: vec![
            mapped(
                DEALS,
                FileKind::Deals,
                &[
                    (Role::RecordId, "opportunity_id"),
                    (Role::Owner, "sales_agent"),
                    (Role::Product, "product"),
                    (Role::Account, "account"),
                    (Role::Stage, "deal_stage"),
                    (Role::Created, "engage_date"),
                    (Role::Closed, "close_date"),
                    (Role::Amount, "close_value"),
                ],
            ),
            mapped("accounts.csv", FileKind::Lookup, &[(Role::Key, "account")]),
            mapped("products.csv", FileKind::Lookup, &[(Role::Key, "product")]),
            mapped("sales_teams.csv", FileKind::Lookup, &[(Role::Key, "sales_agent")]),
        ],
        ladder: ladder(vec![stage("Prospecting"), engaging, closed], "Won", "Lost"),
        joins: vec![
            join((DEALS, "account"), ("accounts.csv", "account")),
            product,
            join((DEALS, "sales_agent"), ("sales_teams.csv", "sales_agent")),
        ],
        ..Mapping::default()
    }
}

#[test]
fn every_figure_that_the_report_covers() {
    let Some(oracle) = Oracle::read("maven_crm", &FILES, mapping()) else { return };
    compare(oracle);
}

/// Compares every figure that a report covers.
pub fn compare(mut oracle: Oracle) {
    totals(&mut oracle);
    spreads(&mut oracle);
    cohorts(&mut oracle);
    funnel(&mut oracle);
    tables(&mut oracle);
    by_time(&mut oracle);
    pivots(&mut oracle);
    joins(&mut oracle);
    list_price(&mut oracle);
    oracle.close(&[]);
}

/// A measure of one's own over a column of a joined file.
fn list_price(oracle: &mut Oracle) {
    oracle.own = vec![OwnMeasure {
        id: 1,
        name: "Won value to list price".to_owned(),
        formula: "revenue / sum([products.csv][sales_price], won)".to_owned(),
        unit: None,
    }];
    let block = KpisSpec { measures: vec![M::Own(1)], ..KpisSpec::default() };
    let Answer::Kpis(cards) = oracle.one(Basis::Cohort, BlockSpec::Kpis(block)) else { panic!() };
    oracle.check("won_value_to_list_price", cards.cards[0].now.value);
}

fn totals(oracle: &mut Oracle) {
    let cards = oracle.cards();
    let value = |m: M| cards.iter().find(|c| c.measure == m).unwrap().now.clone();
    oracle.check("win_rate_closed", value(M::WinRate).value);
    oracle.check("win_rate_all", value(M::EndToEnd).value);
    oracle.agree("won_value/sum", value(M::Revenue).value);
    oracle.agree("won_value/mean", value(M::AverageDeal).value);
    oracle.agree("won_value/n", value(M::AverageDeal).denominator);
    oracle.agree("cycle_days_won/median", value(M::MedianCycle).value);
    oracle.agree("cycle_days_won/n", value(M::MedianCycle).denominator);
    oracle.agree("cycle_days_won/mean", value(M::MeanCycle).value);
    oracle.agree("cycle_days_won/p25", value(M::CycleP25).value);
    oracle.agree("cycle_days_won/p75", value(M::CycleP75).value);
    oracle.agree("cycle_days_won/p90", value(M::CycleP90).value);
    oracle.agree("won_value/median", value(M::MedianDeal).value);
    assert_eq!(value(M::Qualified).value, Some(8300.0), "engaged deals");

    let Report { scope, findings, .. } = oracle.report(Default::default());
    let backwards = findings.iter().find_map(|finding| match finding {
        Finding::CloseBeforeCreated { records } => Some(*records as f64),
        _ => None,
    });
    oracle.check("close_before_engage", Some(backwards.unwrap_or(0.0)));
    assert_eq!((scope.records, scope.in_scope), (8800, 8800));
    oracle.check("rows", scope.files.first().map(|(_, rows)| *rows as f64));
    oracle.check("distinct/opportunity_id", Some(scope.records as f64));
    for header in ["sales_agent", "product", "account"] {
        let table = oracle.breakdown(column(DEALS, header), &[M::Leads], None);
        let named = table.rows.iter().filter(|r| r.label != Label::Empty).count();
        oracle.check(&format!("distinct/{header}"), Some(named as f64));
    }
    let stages = oracle.breakdown(Dimension::Stage, &[M::Leads], None);
    for name in ["Prospecting", "Engaging", "Won", "Lost"] {
        let count = row(&stages, name).cells[0].value;
        oracle.check(&format!("stage_counts/{name}"), count);
    }
}

fn spreads(oracle: &mut Oracle) {
    let filter = |dimension: Dimension, value: &str| Filter {
        dimension,
        values: vec![value.to_owned()],
        exclude: false,
        ..Filter::default()
    };
    for (key, of) in [
        ("won_value", SpreadOf::WonAmount),
        ("cycle_days_won", SpreadOf::DaysToWin),
        ("cycle_days_lost", SpreadOf::DaysToLose),
        ("cycle_days_closed", SpreadOf::DaysToClose),
    ] {
        let spread = oracle.spread(of, Vec::new());
        oracle.check_spread(key, &spread);
    }
    // The list price of what is still open, from the joined products.
    let price =
        SpreadOf::Column { file: "products.csv".to_owned(), header: "sales_price".to_owned() };
    let open = oracle.spread(price, vec![filter(Dimension::Outcome, "open")]);
    oracle.check("open_list_value", Some(open.sum));
}

fn cohorts(oracle: &mut Oracle) {
    let found = oracle.cohorts(CohortsSpec {
        grain: Grain::Month,
        figure: CohortFigure::Won,
        ages: CohortAges::Days(vec![30, 90]),
        ..CohortsSpec::default()
    });
    for (at, expected) in oracle.table("cohort_by_engage_month").iter().enumerate() {
        let month = expected["month"].as_str();
        let row = found.rows.iter().find(|r| Some(&r.start.to_string()[..7]) == month).unwrap();
        for (cell, field) in row.cells.iter().zip(["won_30", "won_90"]) {
            oracle.check(&format!("cohort_by_engage_month/{at}/{field}"), cell.figure.value);
        }
    }
}

fn funnel(oracle: &mut Oracle) {
    let funnel = oracle.funnel();
    for (at, stage) in funnel.stages.iter().enumerate() {
        let name = oracle.expected(&format!("funnel_reached/{at}/stage"));
        assert_eq!(name.as_str(), Some(text(&stage.label).as_str()));
        oracle.check(&format!("funnel_reached/{at}/deals"), Some(stage.reached as f64));
        if let Some(share) = &stage.of_previous {
            oracle.check(&format!("funnel_step_rates/{}", at - 1), share.value);
        }
    }
    assert_eq!(funnel.unknown_depth, 0, "every lost deal has an engage date");
}

const GROUP: [(M, &str); 7] = [
    (M::Leads, "deals"),
    (M::Won, "won"),
    (M::Lost, "lost"),
    (M::Open, "open"),
    (M::WinRate, "win_rate_closed"),
    (M::Revenue, "won_revenue"),
    (M::AverageDeal, "avg_won"),
];

fn tables(oracle: &mut Oracle) {
    let measures = GROUP.map(|(m, _)| m);
    for (key, file, header) in [
        ("by_agent", DEALS, "sales_agent"),
        ("by_product", DEALS, "product"),
        ("by_account", DEALS, "account"),
        ("by_manager", "sales_teams.csv", "manager"),
        ("by_region", "sales_teams.csv", "regional_office"),
        ("by_sector", "accounts.csv", "sector"),
        ("by_location", "accounts.csv", "office_location"),
        ("by_series", "products.csv", "series"),
        ("by_product_joined", "products.csv", "product"),
    ] {
        let table = oracle.breakdown(column(file, header), &measures, None);
        check_groups(oracle, key, "group", &table);
    }
    let table = oracle.breakdown(Dimension::Created(Grain::Month), &measures, None);
    for (at, expected) in oracle.table("cohort_by_engage_month").iter().enumerate() {
        let cells = &row(&table, expected["month"].as_str().unwrap()).cells;
        let share = cells[1].value.zip(cells[0].value).map(|(won, all)| won / all);
        for (field, value) in [
            ("deals", cells[0].value),
            ("won", cells[1].value),
            ("lost", cells[2].value),
            ("open", cells[3].value),
            ("won_revenue", cells[5].value),
            ("win_rate_all", share),
        ] {
            oracle.check(&format!("cohort_by_engage_month/{at}/{field}"), value);
        }
    }
    let by_revenue = Some((M::Revenue, Order::Descending));
    let top = oracle.breakdown(column(DEALS, "account"), &[M::Revenue], by_revenue);
    for (at, expected) in oracle.table("top10_accounts_by_won_revenue").iter().enumerate() {
        assert_eq!(expected["account"].as_str(), Some(text(&top.rows[at].label).as_str()));
        let path = format!("top10_accounts_by_won_revenue/{at}/won_revenue");
        oracle.check(&path, top.rows[at].cells[0].value);
    }
}

fn check_groups(oracle: &mut Oracle, key: &str, name: &str, table: &Breakdown) {
    let expected = oracle.table(key);
    assert_eq!(table.rows.len(), expected.len(), "{key}");
    for (at, group) in expected.iter().enumerate() {
        let row = row(table, group[name].as_str().unwrap());
        for ((_, field), quantity) in GROUP.iter().zip(&row.cells) {
            oracle.check(&format!("{key}/{at}/{field}"), quantity.value);
        }
    }
}

fn by_time(oracle: &mut Oracle) {
    let engaged = oracle.trend(Basis::Cohort, Grain::Month, &[M::Leads]);
    for (at, value) in engaged.values[0].iter().enumerate() {
        let month = oracle.expected(&format!("engaged_by_month/{at}/month"));
        assert_eq!(month.as_str(), Some(&engaged.starts[at].to_string()[..7]));
        oracle.check(&format!("engaged_by_month/{at}/deals"), value.value);
    }
    let measures = [M::Won, M::Lost, M::Revenue];
    let months = oracle.trend(Basis::Period, Grain::Month, &measures);
    check_closed(oracle, "closed_by_month", &months, month_name);
    let quarters = oracle.trend(Basis::Period, Grain::Quarter, &measures);
    check_closed(oracle, "closed_by_quarter", &quarters, quarter_name);

    let weeks = oracle.trend(Basis::Period, Grain::Week, &[M::Won]);
    let expected = oracle.table("won_by_iso_week");
    assert_eq!(weeks.starts.len(), expected.len(), "no week is without a win");
    for (at, start) in weeks.starts.iter().enumerate() {
        let (year, week) = start.iso_week();
        assert_eq!(expected[at]["week"].as_str(), Some(format!("{year}-W{week:02}").as_str()));
        oracle.check(&format!("won_by_iso_week/{at}/won"), weeks.values[0][at].value);
    }
}

fn month_name(day: Day) -> String {
    day.to_string()[..7].to_owned()
}

fn quarter_name(day: Day) -> String {
    let (year, month, _) = day.ymd();
    format!("{year}-Q{}", month.div_ceil(3))
}

fn check_closed(oracle: &mut Oracle, key: &str, trend: &Trend, name: fn(Day) -> String) {
    assert_eq!(trend.starts.len(), oracle.table(key).len(), "{key}");
    for (at, expected) in oracle.table(key).iter().enumerate() {
        let unit = expected.get("month").or(expected.get("quarter")).and_then(|v| v.as_str());
        assert_eq!(unit, Some(name(trend.starts[at]).as_str()));
        let [won, lost, revenue] = [0, 1, 2].map(|m| trend.values[m][at].value);
        let closed = won.zip(lost).map(|(won, lost)| won + lost);
        for (field, value) in
            [("closed", closed), ("won", won), ("lost", lost), ("won_revenue", revenue)]
        {
            if expected.get(field).is_some() {
                oracle.check(&format!("{key}/{at}/{field}"), value);
            }
        }
    }
}

fn pivots(oracle: &mut Oracle) {
    let region = || vec![column("sales_teams.csv", "regional_office")];
    let month = || vec![Dimension::Closed(Grain::Month)];
    let revenue = oracle.pivot(region(), month(), &[M::Revenue]);
    check_pivot(oracle, "pivot_region_month_won_revenue", &revenue);
    let won = oracle.pivot(region(), month(), &[M::Won]);
    check_pivot(oracle, "pivot_region_month_won_count", &won);
    let product = vec![column(DEALS, "product")];
    let stages = oracle.pivot(product, vec![Dimension::Stage], &[M::Leads]);
    check_pivot(oracle, "pivot_product_stage", &stages);
    // Closed = won and lost together.
    let sector = vec![column("accounts.csv", "sector")];
    let closed = oracle.pivot(sector, month(), &[M::Won, M::Lost]);
    check_pivot(oracle, "pivot_sector_month_closed", &closed);
}

/// Every cell and every total, by label; several measures are added up.
fn check_pivot(oracle: &mut Oracle, key: &str, pivot: &Pivot) {
    let names = |side: &str| -> Vec<String> {
        let list = oracle.table(&format!("{key}/{side}"));
        list.iter().map(|v| v.as_str().unwrap().to_owned()).collect()
    };
    let (rows, columns) = (names("rows"), names("cols"));
    assert_eq!((pivot.rows.len(), pivot.columns.len()), (rows.len(), columns.len()), "{key}");
    let at = |groups: &[Vec<Label>], name: &str| {
        groups.iter().position(|g| text(&g[0]) == name).unwrap_or_else(|| panic!("{key}: {name}"))
    };
    let sum = |cell: &[tundish::engine::value::Quantity]| {
        cell.iter().map(|q| q.value).sum::<Option<f64>>()
    };
    for (r, row) in rows.iter().enumerate() {
        let row = at(&pivot.rows, row);
        for (c, column) in columns.iter().enumerate() {
            let column = at(&pivot.columns, column);
            oracle.check(&format!("{key}/cells/{r}/{c}"), sum(&pivot.cells[row][column]));
        }
        oracle.check(&format!("{key}/row_totals/{r}"), sum(&pivot.row_totals[row]));
    }
    for (c, column) in columns.iter().enumerate() {
        let column = at(&pivot.columns, column);
        oracle.check(&format!("{key}/col_totals/{c}"), sum(&pivot.column_totals[column]));
    }
    oracle.check(&format!("{key}/grand_total"), sum(&pivot.grand));
}

/// Without the alias, as the files are.
fn joins(oracle: &mut Oracle) {
    let with_alias = oracle.mapping.clone();
    oracle.mapping.joins[1].aliases.clear();
    let unmatched = |oracle: &Oracle, file: &str, header: &str| {
        let table = oracle.breakdown(column(file, header), &[M::Leads], None);
        let found = table.rows.iter().find(|r| r.label == Label::Unmatched);
        found.map_or(Some(0.0), |r| r.cells[0].value)
    };
    let account = unmatched(oracle, "accounts.csv", "sector");
    let product = unmatched(oracle, "products.csv", "series");
    let agent = unmatched(oracle, "sales_teams.csv", "manager");
    oracle.check("join/account_unmatched", account);
    oracle.check("join/product_unmatched", product);
    oracle.check("join/agent_unmatched", agent);
    let accounts = oracle.breakdown(column(DEALS, "account"), &[M::Leads], None);
    oracle.check("join/account_empty", row(&accounts, "(empty)").cells[0].value);
    oracle.mapping = with_alias;
}
