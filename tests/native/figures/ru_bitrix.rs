//! A Russian CRM export with repeats and two currencies, and the ad costs that join it.

use super::oracle::{Oracle, column, ladder, mapped, row, stage, text};
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::filter::{Grain, PeriodSpec};
use tundish::engine::funnel::assemble;
use tundish::engine::mapping::{Channel, FileKind, Mapping, Role, SpendJoin, fold};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::measure::fact::{Count, Facts, Needs};
use tundish::engine::measure::gather::{Cells, Population};
use tundish::engine::report::{Basis, ReportSpec, SkipPolicy, SpreadOf};
use tundish::engine::table::NO_DAY;
use tundish::engine::value::{Caution, Day};

const DEALS: &str = "bitrix_deals.csv";
const COSTS: &str = "yandex_direct_costs.csv";
pub const FILES: [&str; 2] = [DEALS, COSTS];

fn mapping() -> Mapping {
    let mut costs = mapped(
        COSTS,
        FileKind::Spend,
        &[
            (Role::Date, "Дата"),
            (Role::CampaignId, "№ Кампании"),
            (Role::Campaign, "Название кампании"),
            (Role::Impressions, "Показы"),
            (Role::Clicks, "Клики"),
            (Role::Spend, "Расход (руб.)"),
            (Role::Conversions, "Конверсии"),
        ],
    );
    costs.channel = Some(Channel::PaidSearch);
    let stages =
        ["Новая", "Подготовка документов", "Счёт на предоплату", "В работе", "Финальный счёт"];
    Mapping {
        files: vec![
            mapped(
                DEALS,
                FileKind::Deals,
                &[
                    (Role::RecordId, "ID"),
                    (Role::Stage, "Стадия сделки"),
                    (Role::Amount, "Сумма"),
                    (Role::Currency, "Валюта"),
                    (Role::Account, "Компания"),
                    (Role::Owner, "Ответственный"),
                    (Role::Created, "Дата создания"),
                    (Role::Modified, "Дата изменения"),
                    (Role::Closed, "Дата закрытия"),
                    (Role::LostReason, "Причина отказа"),
                    (Role::UtmSource, "UTM Source"),
                    (Role::UtmMedium, "UTM Medium"),
                    (Role::UtmCampaign, "UTM Campaign"),
                ],
            ),
            costs,
        ],
        ladder: ladder(stages.map(stage).to_vec(), "Сделка успешна", "Сделка провалена"),
        spend_join: Some(SpendJoin {
            record_column: "UTM Campaign".to_owned(),
            spend_file: COSTS.to_owned(),
            spend_column: "№ Кампании".to_owned(),
        }),
        ..Mapping::default()
    }
}

#[test]
fn every_figure_that_the_report_covers() {
    let Some(oracle) = Oracle::read("ru_bitrix_direct", &FILES, mapping()) else { return };
    compare(oracle);
}

/// Compares every figure that a report covers.
pub fn compare(mut oracle: Oracle) {
    totals(&mut oracle);
    tables(&mut oracle);
    by_time(&mut oracle);
    pivot(&mut oracle);
    costs(&mut oracle);
    campaigns(&mut oracle);
    let mut left_out = Vec::new();
    if oracle.is_report_only() {
        let counts = "a report names no count of cost rows, or of deals by their amounts";
        let keys = [
            "deals_without_amount",
            "deals_with_zero_amount",
            "cost_total",
            "cost_by_month",
            "campaigns",
        ];
        left_out.extend(keys.map(|key| (key, counts)));
    }
    oracle.close(&left_out);
}

fn totals(oracle: &mut Oracle) {
    let cards = oracle.cards();
    let value = |m: M| cards.iter().find(|c| c.measure == m).unwrap().now.clone();
    oracle.check("win_rate_closed", value(M::WinRate).value);
    oracle.check("win_rate_all", value(M::EndToEnd).value);
    oracle.agree("won_amount_rub/sum", value(M::Revenue).value);
    oracle.agree("won_amount_rub/mean", value(M::AverageDeal).value);
    oracle.agree("won_amount_rub/n", value(M::AverageDeal).denominator);
    oracle.agree("cycle_days_won/median", value(M::MedianCycle).value);
    oracle.agree("cycle_days_won/n", value(M::MedianCycle).denominator);
    oracle.agree("cycle_days_won/mean", value(M::MeanCycle).value);
    oracle.agree("cycle_days_won/p25", value(M::CycleP25).value);
    oracle.agree("cycle_days_won/p75", value(M::CycleP75).value);
    oracle.agree("cycle_days_won/p90", value(M::CycleP90).value);
    oracle.agree("won_amount_rub/median", value(M::MedianDeal).value);
    for (key, of) in
        [("won_amount_rub", SpreadOf::WonAmount), ("cycle_days_won", SpreadOf::DaysToWin)]
    {
        let spread = oracle.spread(of, Vec::new());
        oracle.check_spread(key, &spread);
    }
    oracle.check("cost_total/cost", value(M::Spend).value);
    // 658 won, 627 of them in roubles and with an amount.
    let elsewhere = Caution::OtherCurrencies { records: 31 };
    assert_eq!(value(M::Revenue).cautions, [elsewhere]);

    let scope = oracle.report(Default::default()).scope;
    oracle.check("unique_deals", Some(scope.records as f64));
    oracle.check("rows_in_file", Some(scope.files[0].1 as f64));
    assert_eq!(scope.currency.as_deref(), Some("RUB"));
    let names = [("RUB", "Российский рубль"), ("USD", "Доллар США")];
    for (sum, (code, name)) in scope.currencies.iter().zip(names) {
        assert_eq!(sum.currency, code);
        oracle.check(&format!("won_revenue_by_currency/{name}"), Some(sum.won_amount));
    }
    if !oracle.is_report_only() {
        let amounts = assemble(&oracle.views(), &oracle.mapping).unwrap().records.amount;
        let count = |test: fn(f64) -> bool| amounts.iter().filter(|a| test(**a)).count() as f64;
        oracle.check("deals_without_amount", Some(count(f64::is_nan)));
        oracle.check("deals_with_zero_amount", Some(count(|a| a == 0.0)));
    }

    let stages = oracle.breakdown(Dimension::Stage, &[M::Leads], None);
    for stage in &stages.rows {
        let name = match &stage.label {
            Label::Won => "Сделка успешна".to_owned(),
            Label::Lost => "Сделка провалена".to_owned(),
            other => text(other),
        };
        oracle.check(&format!("stage_counts/{name}"), stage.cells[0].value);
    }
    let funnel = oracle.funnel();
    assert_eq!((funnel.entered, funnel.won, funnel.lost), (2400, 658, 880));
    // A lost deal shows no stage but “lost”: how far it came is unknown.
    assert_eq!((funnel.unknown_depth, funnel.stages[1].reached), (880, 2400 - 118 - 880));
}

const GROUP: [(M, &str); 6] = [
    (M::Leads, "deals"),
    (M::Won, "won"),
    (M::Lost, "lost"),
    (M::Open, "open"),
    (M::WinRate, "win_rate_closed"),
    (M::Revenue, "won_revenue_rub"),
];

fn tables(oracle: &mut Oracle) {
    let measures = GROUP.map(|(m, _)| m);
    for (key, dimension) in [
        ("by_source", column(DEALS, "UTM Source")),
        ("by_owner", column(DEALS, "Ответственный")),
        ("by_company", column(DEALS, "Компания")),
        ("cohort_by_created_month", Dimension::Created(Grain::Month)),
    ] {
        let table = oracle.breakdown(dimension, &measures, None);
        let expected = oracle.table(key);
        assert_eq!(table.rows.len(), expected.len(), "{key}");
        for (at, group) in expected.iter().enumerate() {
            let row = row(&table, group["group"].as_str().unwrap());
            for ((_, field), quantity) in GROUP.iter().zip(&row.cells) {
                oracle.check(&format!("{key}/{at}/{field}"), quantity.value);
            }
        }
    }
    let two = vec![column(DEALS, "UTM Source"), column(DEALS, "UTM Medium")];
    let pivot = oracle.pivot(two, Vec::new(), &measures);
    let expected = oracle.table("by_source_medium");
    assert_eq!(pivot.rows.len(), expected.len());
    for (at, group) in expected.iter().enumerate() {
        let name = |labels: &Vec<Label>| labels.iter().map(text).collect::<Vec<_>>().join(" / ");
        let wanted = fold(group["group"].as_str().unwrap());
        let found = pivot.rows.iter().position(|labels| fold(&name(labels)) == wanted).unwrap();
        for ((_, field), quantity) in GROUP.iter().zip(&pivot.row_totals[found]) {
            oracle.check(&format!("by_source_medium/{at}/{field}"), quantity.value);
        }
    }
    let reasons = oracle.breakdown(column(DEALS, "Причина отказа"), &[M::Lost], None);
    for reason in &reasons.rows {
        oracle.check(&format!("lost_reasons/{}", text(&reason.label)), reason.cells[0].value);
    }
}

fn by_time(oracle: &mut Oracle) {
    let trend = oracle.trend(Basis::Period, Grain::Month, &[M::Won, M::Revenue]);
    assert_eq!(trend.starts.len(), oracle.table("won_by_close_month").len());
    for (at, start) in trend.starts.iter().enumerate() {
        let key = format!("won_by_close_month/{at}");
        let month = oracle.expected(&format!("{key}/month"));
        assert_eq!(month.as_str(), Some(&start.to_string()[..7]));
        oracle.check(&format!("{key}/won"), trend.values[0][at].value);
        oracle.check(&format!("{key}/won_revenue_rub"), trend.values[1][at].value);
    }
}

fn pivot(oracle: &mut Oracle) {
    let key = "pivot_source_created_month";
    let rows = vec![column(DEALS, "UTM Source")];
    let pivot = oracle.pivot(rows, vec![Dimension::Created(Grain::Month)], &[M::Leads]);
    let names = |side: &str| oracle.table(&format!("{key}/{side}"));
    let (rows, columns) = (names("rows"), names("cols"));
    assert_eq!((pivot.rows.len(), pivot.columns.len()), (rows.len(), columns.len()));
    for (r, name) in rows.iter().enumerate() {
        let same = |g: &Vec<Label>| fold(&text(&g[0])) == name.as_str().unwrap();
        let row = pivot.rows.iter().position(same).unwrap();
        for (c, column) in columns.iter().enumerate() {
            assert_eq!(text(&pivot.columns[c][0]), column.as_str().unwrap());
            oracle.check(&format!("{key}/cells/{r}/{c}"), pivot.cells[row][c][0].value);
        }
        oracle.check(&format!("{key}/row_totals/{r}"), pivot.row_totals[row][0].value);
    }
    for c in 0..columns.len() {
        oracle.check(&format!("{key}/col_totals/{c}"), pivot.column_totals[c][0].value);
    }
    oracle.check(&format!("{key}/grand_total"), pivot.grand[0].value);
}

/// The facts of the cost rows by a cell of each row.
fn cost_facts(oracle: &Oracle, cell: impl Fn(usize) -> u32, count: usize) -> Vec<Facts> {
    let assembled = assemble(&oracle.views(), &oracle.mapping).unwrap();
    let spend: Vec<u32> = (0..assembled.spend.count).map(cell).collect();
    let ours = vec![true; assembled.currencies.len()];
    let population = Population::new(&assembled, SkipPolicy::Implied, ours);
    let needs = Needs::nothing().and_count(Count::SpendRows);
    let aside = Default::default();
    let cells = Cells {
        count,
        created: &[],
        closed: None,
        entered: &[],
        entries: Default::default(),
        spend: &spend,
        aside: &aside,
    };
    let table = population.gather(cells, needs);
    (0..count).map(|cell| table.facts(cell)).collect()
}

fn check_costs(oracle: &mut Oracle, path: &str, facts: &Facts) {
    if oracle.is_report_only() {
        return;
    }
    oracle.check(&format!("{path}/rows"), Some(facts.count(Count::SpendRows)));
}

fn costs(oracle: &mut Oracle) {
    let total = cost_facts(oracle, |_| 0, 1);
    check_costs(oracle, "cost_total", &total[0]);
    let fields = ["cost", "impressions", "clicks", "conversions"];
    let measures = [M::Spend, M::Impressions, M::Clicks, M::AdConversions];
    let trend = oracle.trend(Basis::Cohort, Grain::Month, &measures);
    let cards = oracle.cards();
    for (measure, field) in measures.iter().zip(fields).skip(1) {
        let card = cards.iter().find(|c| c.measure == *measure).unwrap();
        oracle.check(&format!("cost_total/{field}"), card.now.value);
    }
    let assembled = assemble(&oracle.views(), &oracle.mapping).unwrap();
    let days = assembled.spend.day.clone();
    assert!(days.iter().all(|day| *day != NO_DAY));
    let month = |row: usize| Day(days[row]).ymd().1 - 1;
    for (at, facts) in cost_facts(oracle, month, trend.starts.len()).iter().enumerate() {
        let key = format!("cost_by_month/{at}");
        let name = oracle.expected(&format!("{key}/month"));
        assert_eq!(name.as_str(), Some(&trend.starts[at].to_string()[..7]));
        for (values, field) in trend.values.iter().zip(fields) {
            oracle.check(&format!("{key}/{field}"), values[at].value);
        }
        check_costs(oracle, &key, facts);
    }
}

fn campaigns(oracle: &mut Oracle) {
    let figures = [
        (M::Leads, "deals"),
        (M::Won, "won"),
        (M::Revenue, "won_revenue_rub"),
        (M::Spend, "cost"),
        (M::Cpl, "cost_per_deal"),
        (M::CostPerWon, "cost_per_won"),
        (M::Romi, "romi"),
        (M::Impressions, "impressions"),
        (M::Clicks, "clicks"),
        (M::AdConversions, "conversions"),
        (M::Ctr, "ctr"),
        (M::Cpc, "cpc"),
    ];
    let (measures, fields) = (figures.map(|(m, _)| m), figures.map(|(_, field)| field));
    let table = oracle.breakdown(Dimension::Campaign, &measures, None);
    assert_eq!(table.absent, []);
    let assembled = assemble(&oracle.views(), &oracle.mapping).unwrap();
    let codes = assembled.spend.campaign.clone();
    let facts = cost_facts(oracle, |row| codes[row], assembled.campaigns.len());
    for (at, campaign) in oracle.table("campaigns").iter().enumerate() {
        let name = campaign["campaign"].as_str().unwrap();
        let row = row(&table, name);
        for (field, quantity) in fields.iter().zip(&row.cells) {
            oracle.check(&format!("campaigns/{at}/{field}"), quantity.value);
        }
        let code = assembled.campaigns.iter().position(|c| fold(c) == fold(name)).unwrap();
        check_costs(oracle, &format!("campaigns/{at}"), &facts[code]);
    }
}

#[test]
fn a_whole_report_reads_as_before() {
    let Some(oracle) = Oracle::read("ru_bitrix_direct", &[DEALS, COSTS], mapping()) else {
        return;
    };
    let spec = ReportSpec {
        period: PeriodSpec::Last(1, Grain::Quarter),
        basis: Basis::Period,
        ..ReportSpec::default()
    };
    let report = oracle.report(spec);
    crate::support::check_golden("report_ru_bitrix.txt", &super::plain::plain(&report));
}
