"""The figures of deals.csv and costs.csv by DuckDB: the definitions once more, in SQL.

usage: python3 figures.py FOLDER    (prints one JSON object, key -> number or null)

A key is `question|row|column|figure`. What the engine is asked, and how its answers are given
the same keys, is in ../native/figures/sql.rs.
"""

import json
import re
import sys

import duckdb

# Of the figures of a group: how each is made of what was added up. `over` is division that has no
# value where there is nothing to divide by.
MEASURES = {
    "leads": "leads",
    "qualified": "qualified",
    "end_to_end": "over(won, leads)",
    "win_rate": "over(won, won + lost)",
    "revenue": "revenue",
    "average_deal": "over(revenue, priced)",
    "median_cycle": "cycle_50",
    "spend": "cost",
    "cpl": "over(cost, leads)",
    # No deal names an account there, so each that is won is a customer.
    "cac": "over(cost, won)",
    "cost_per_won": "over(cost, won)",
    "romi": "over(revenue - cost, cost)",
    "won": "won",
    "lost": "lost",
    "open": "open",
    "win_rate_by_value": "over(revenue, revenue + lost_amount)",
    "median_deal": "amount_50",
    "pipeline_value": "open_amount",
    "sales_velocity": "over(standing * over(won, won + lost) * over(revenue, priced), cycle_50)",
    "mean_cycle": "cycle_mean",
    "cycle_p25": "cycle_25",
    "cycle_p75": "cycle_75",
    "cycle_p90": "cycle_90",
    "cpql": "over(cost, qualified)",
    "roas": "over(revenue, cost)",
    "ad_share": "over(cost, revenue)",
    "impressions": "impressions",
    "clicks": "clicks",
    "ctr": "over(shown_clicks, clicked_impressions)",
    "cpc": "over(clicks_cost, paid_clicks)",
    "cpm": "over(1000 * impressions_cost, paid_impressions)",
    "ad_conversions": "conversions",
    "cost_per_conversion": "over(conversions_cost, paid_conversions)",
    "stage_rate1": "over(qualified, leads)",
    "stage_rate2": "over(proposed, qualified)",
    "qualified_rate": "over(qualified, leads)",
    "sql_rate": "over(proposed, qualified)",
    "qualified_to_won": "over(won_of_born, qualified)",
    "last_stage_to_won": "over(won_of_born, proposed)",
    "opportunities": "proposed",
    "lost_rate": "over(lost, leads)",
    "lost_amount": "lost_amount",
    "raw_leads": "leads",
    "cost_per_opportunity": "over(cost, proposed)",
    "new_customers": "won",
    "lead_lifetime": "life_50",
}

OF_COSTS = r"\b(cost|impressions|clicks|conversions|shown_|clicked_|clicks_|impressions_|conversions_|paid_)"

SETUP = """
create macro over(a, b) as cast(a as double) / nullif(cast(b as double), 0);
create table deals as
  select id, region, owner, stage,
    try_cast(created as date) as created,
    case when stage in ('Won', 'Lost') then try_cast(closed as date) end as closed,
    try_cast(qualified as date) as qualified_on,
    try_cast(proposal as date) as proposal_on,
    cast(nullif(amount, '') as decimal(18, 2)) as amount,
    currency = 'EUR' as ours,
    case source when 'alpha' then 'Alpha' when 'beta' then 'Beta' when 'gamma' then 'Gamma' else '-' end as channel
  from read_csv('{folder}/deals.csv', header = true, all_varchar = true, nullstr = '');
create table costs as
  select try_cast(day as date) as day,
    case source when 'alpha' then 'Alpha' when 'beta' then 'Beta' when 'delta' then 'Delta' else '-' end as channel,
    cast(cost as decimal(18, 2)) as cost, currency = 'EUR' as ours,
    cast(impressions as bigint) as impressions, cast(clicks as bigint) as clicks,
    cast(conversions as bigint) as conversions
  from read_csv('{folder}/costs.csv', header = true, all_varchar = true, nullstr = '');
create view marked as
  select *, stage = 'Won' as is_won, stage = 'Lost' as is_lost, stage not in ('Won', 'Lost') as is_open,
    created is not null as has_created,
    -- The second rung, by its date, by a later one, by where it stands, or by the win.
    qualified_on is not null or proposal_on is not null or stage in ('Qualified', 'Proposal', 'Won') as is_qualified,
    proposal_on is not null or stage in ('Proposal', 'Won') as is_proposed,
    case when closed >= created then closed - created end as days
  from deals;
create table as_of as
  select greatest((select max(created) from deals), (select max(closed) from deals), (select max(day) from costs)) as day;
"""

# Groups of records by when they were created, of closed ones by when they were closed, of costs by
# their day; `row` and `col` are expressions.
GROUPS = """
with born as (
  select {row} as r, {col} as c, count(*) as leads,
    count(*) filter (is_qualified) as qualified, count(*) filter (is_open) as open,
    count(*) filter (is_proposed) as proposed, count(*) filter (is_won) as won_of_born,
    quantile_cont(cast(days as double), 0.5) as life_50,
    coalesce(sum(amount) filter (is_open and ours), 0) as open_amount
  from marked where {created_in} group by grouping sets ((r, c), (r), (c), ())
), done as (
  select {row} as r, {col} as c,
    count(*) filter (is_won) as won, count(*) filter (is_lost) as lost,
    coalesce(sum(amount) filter (is_won and ours), 0) as revenue,
    count(amount) filter (is_won and ours) as priced,
    coalesce(sum(amount) filter (is_lost and ours), 0) as lost_amount,
    quantile_cont(cast(amount as double), 0.5) filter (is_won and ours) as amount_50,
    avg(days) filter (is_won) as cycle_mean,
    quantile_cont(cast(days as double), 0.25) filter (is_won) as cycle_25,
    quantile_cont(cast(days as double), 0.5) filter (is_won) as cycle_50,
    quantile_cont(cast(days as double), 0.75) filter (is_won) as cycle_75,
    quantile_cont(cast(days as double), 0.9) filter (is_won) as cycle_90
  from marked where {closed_in} group by grouping sets ((r, c), (r), (c), ())
), paid as (
  select {cost_row} as r, {cost_col} as c,
    sum(cost) filter (ours) as cost,
    coalesce(sum(impressions), 0) as impressions, coalesce(sum(clicks), 0) as clicks,
    coalesce(sum(conversions), 0) as conversions,
    sum(clicks) filter (impressions is not null) as shown_clicks,
    sum(impressions) filter (clicks is not null) as clicked_impressions,
    sum(cost) filter (ours and clicks is not null) as clicks_cost,
    sum(clicks) filter (ours and cost is not null) as paid_clicks,
    sum(cost) filter (ours and impressions is not null) as impressions_cost,
    sum(impressions) filter (ours and cost is not null) as paid_impressions,
    sum(cost) filter (ours and conversions is not null) as conversions_cost,
    sum(conversions) filter (ours and cost is not null) as paid_conversions
  from costs where {day_in} group by grouping sets ((r, c), (r), (c), ())
), stood as (
  -- What stands now, whatever the days of the question.
  select {row} as r, {col} as c, count(*) filter (is_open and is_qualified) as standing
  from marked group by grouping sets ((r, c), (r), (c), ())
), met as (
  select coalesce(b.r, d.r, p.r, s.r) as r, coalesce(b.c, d.c, p.c, s.c) as c,
    {zeros}, coalesce(standing, 0) as standing, life_50, amount_50, cycle_mean, cycle_25, cycle_50, cycle_75, cycle_90, cost,
    shown_clicks, clicked_impressions, clicks_cost, paid_clicks, impressions_cost, paid_impressions,
    conversions_cost, paid_conversions
  from born b full join done d on b.r is not distinct from d.r and b.c is not distinct from d.c
    full join paid p on coalesce(b.r, d.r) is not distinct from p.r and coalesce(b.c, d.c) is not distinct from p.c
    full join stood s on coalesce(b.r, d.r, p.r) is not distinct from s.r and coalesce(b.c, d.c, p.c) is not distinct from s.c
)
select coalesce(r, '*'), coalesce(c, '*'), {figures} from met
"""
ZEROS = [
    "leads", "qualified", "open", "open_amount", "won", "lost", "revenue", "priced", "lost_amount",
    "impressions", "clicks", "conversions", "proposed", "won_of_born",
]  # fmt: skip

# What a key calls a row or column without a value, and the total of all.
EMPTY, ALL = "-", "*"

BY_CHANNEL = ("channel", "channel")
BY_REGION = ("coalesce(region, '-')", None)
BY_OWNER = ("coalesce(owner, '-')", None)
BY_QUARTER = (
    "coalesce(cast(cast(date_trunc('quarter', created) as date) as varchar), '-')",
    "coalesce(cast(cast(date_trunc('quarter', day) as date) as varchar), '-')",
)
BY_MONTH = (
    "coalesce(cast(cast(date_trunc('month', created) as date) as varchar), '-')",
    "coalesce(cast(cast(date_trunc('month', day) as date) as varchar), '-')",
)
NONE = ("'all'", "'all'")

WINDOW = "between date '2024-04-01' and date '2025-03-31'"
COHORT = {"created_in": "true", "closed_in": "true", "day_in": "true"}
COHORT_IN_WINDOW = {
    "created_in": f"created {WINDOW}", "closed_in": f"created {WINDOW}", "day_in": f"day {WINDOW}",
}  # fmt: skip
PERIOD_IN_WINDOW = {
    "created_in": f"created {WINDOW}", "closed_in": f"closed {WINDOW}", "day_in": f"day {WINDOW}",
}  # fmt: skip

QUESTIONS = {
    "channels": (BY_CHANNEL, NONE, COHORT),
    "channels of a year": (BY_CHANNEL, NONE, COHORT_IN_WINDOW),
    "channels in a year": (BY_CHANNEL, NONE, PERIOD_IN_WINDOW),
    "owners": (BY_OWNER, NONE, COHORT),
    "channel by quarter": (BY_CHANNEL, BY_QUARTER, COHORT),
    "region by channel": (BY_REGION, BY_CHANNEL, PERIOD_IN_WINDOW),
    "months": (BY_MONTH, NONE, COHORT),
}

SPREADS = {
    "won_amount": "select cast(amount as double) as x from marked where is_won and ours and amount is not null",
    "days_to_win": "select cast(days as double) as x from marked where is_won and days is not null",
    "days_to_lose": "select cast(days as double) as x from marked where is_lost and days is not null",
    "days_to_close": "select cast(days as double) as x from marked where not is_open and days is not null",
    "open_age": "select cast((select day from as_of) - created as double) as x from marked where is_open and created is not null",
    "cost": "select cast(cost as double) as x from costs where ours and cost is not null",
}
SPREAD_FIGURES = {
    "count": "count(x)", "sum": "fsum(x)", "mean": "fsum(x) / count(x)", "deviation": "stddev_samp(x)",
    "least": "min(x)", "greatest": "max(x)",
    "p10": "quantile_cont(x, 0.1)", "p25": "quantile_cont(x, 0.25)", "median": "quantile_cont(x, 0.5)",
    "p75": "quantile_cont(x, 0.75)", "p90": "quantile_cont(x, 0.9)", "p95": "quantile_cont(x, 0.95)",
}  # fmt: skip

# Wins of each month's records up to an age, in months of the calendar or in days.
COHORTS = """
with born as (select date_trunc('month', created) as m, count(*) as n from marked where has_created group by m),
ages as (select unnest({ages}) as age),
won as (
  select date_trunc('month', created) as m,
    {age} as age, count(*) as n, coalesce(sum(amount) filter (ours), 0) as revenue
  from marked where is_won and days is not null group by all
)
select cast(cast(b.m as date) as varchar), cast(a.age as varchar), any_value(b.n) as records,
  coalesce(sum(w.n) filter (w.age <= a.age), 0) as won,
  coalesce(sum(w.revenue) filter (w.age <= a.age), 0) as revenue
from born b cross join ages a left join won w on w.m = b.m
group by b.m, a.age
"""


def main(folder):
    db = duckdb.connect()
    db.execute(SETUP.replace("{folder}", folder))
    found = {}

    def keep(key, value):
        assert key not in found, key
        found[key] = None if value is None else float(value)

    for question, (rows, columns, where) in QUESTIONS.items():
        with_costs = rows[1] is not None and columns[1] is not None
        # A group that no cost row can be given to has no figure of costs.
        measures = {m: f for m, f in MEASURES.items() if with_costs or not re.search(OF_COSTS, f)}
        query = GROUPS.format(
            row=rows[0], col=columns[0], cost_row=rows[1] or "'-'", cost_col=columns[1] or "'-'",
            zeros=", ".join(f"coalesce({x}, 0) as {x}" for x in ZEROS),
            figures=", ".join(measures.values()),
            **({**where, "day_in": "false"} if not with_costs else where),
        )  # fmt: skip
        for row, column, *figures in db.execute(query).fetchall():
            for name, value in zip(measures, figures):
                keep(f"{question}|{row}|{column}|{name}", value)

    for name, values in SPREADS.items():
        figures = ", ".join(SPREAD_FIGURES.values())
        row = db.execute(f"select {figures} from ({values})").fetchone()
        for figure, value in zip(SPREAD_FIGURES, row):
            keep(f"spread|{name}||{figure}", value)

    for unit, ages, age in [
        ("months", "range(0, 40)", "datediff('month', date_trunc('month', created), date_trunc('month', closed))"),
        ("days", "[14, 30, 90]", "days"),
    ]:
        for month, at, records, won, revenue in db.execute(COHORTS.format(ages=ages, age=age)).fetchall():
            keep(f"cohorts in {unit}|{month}|{at}|won", won)
            keep(f"cohorts in {unit}|{month}|{at}|won_share", won / records)
            keep(f"cohorts in {unit}|{month}|{at}|revenue", revenue)
            keep(f"cohorts in {unit}|{month}|{at}|revenue_per_lead", float(revenue) / records)

    reached = "count(*), count(*) filter (is_qualified), count(*) filter (is_proposed), count(*) filter (is_won)"
    stages = db.execute(f"select {reached} from marked").fetchone()
    for name, value in zip(["New", "Qualified", "Proposal", "Won"], stages):
        keep(f"funnel|{name}||reached", value)
    json.dump(found, sys.stdout)


main(sys.argv[1])
