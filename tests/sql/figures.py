"""The figures of the made company by DuckDB: the definitions once more, in SQL.

usage: python3 figures.py FOLDER    (prints one JSON object, key -> number or null)

A key is `question|row|column|figure`. What the engine is asked, and how its answers are given
the same keys, is in ../native/figures/sql.rs; the tables of the files are in world.sql.
"""

import json
import sys
from pathlib import Path

import duckdb

# Of the figures of a group: how each is made of what was added up. `over` is division that has no
# value where there is nothing to divide by; what was spent is unknown (null) without a cost row.
MEASURES = {
    "leads": "leads",
    "raw_leads": "raw_leads",
    "unique_leads": "people",
    "qualified": "from2",
    "opportunities": "from3",
    "won": "won",
    "lost": "lost",
    "open": "open",
    "new_customers": "customers",
    "end_to_end": "over(won, leads)",
    "end_to_end_variation": "variation",
    "win_rate": "over(won, won + lost)",
    "win_rate_by_value": "over(revenue, revenue + lost_amount)",
    "won_of_created_value": "over(revenue, created_amount)",
    "lost_rate": "over(lost, leads)",
    "stage_rate1": "over(both1, from1)",
    "stage_rate2": "over(both2, from2)",
    "stage_rate3": "over(both3, from3)",
    "stage_rate4": "over(both4, from4)",
    "stage_rate5": "over(both5, from5)",
    "stage_rate6": "over(both6, from6)",
    "stage_rate7": "over(both7, from7)",
    "qualified_rate": "over(from2, leads)",
    "sql_rate": "over(both2, from2)",
    "qualified_to_won": "over(won_of2, from2)",
    "opportunity_to_won": "over(won_of3, from3)",
    "last_stage_to_won": "over(won_of8, from8)",
    "revenue": "revenue",
    "revenue_share": "over(revenue, all_revenue)",
    "budget_gap": "over(revenue, all_revenue) - over(cost, all_cost)",
    "average_deal": "over(revenue, priced)",
    "median_deal": "amount_50",
    "lost_amount": "lost_amount",
    "units": "units",
    "revenue_per_account": "over(all_accounts_revenue, paying_accounts)",
    "top_ten_share": "over(top_ten, all_accounts_revenue)",
    "repeat_customers": "over(repeat_accounts, accounts)",
    "median_cycle": "cycle_50",
    "mean_cycle": "cycle_mean",
    "cycle_p25": "cycle_25",
    "cycle_p75": "cycle_75",
    "cycle_p90": "cycle_90",
    "lead_lifetime": "life_50",
    "lifetime_p25": "life_25",
    "lifetime_p75": "life_75",
    "lifetime_p90": "life_90",
    "mean_lifetime": "life_mean",
    "time_to_close": "survival_50",
    "pipeline_value": "open_amount",
    "weighted_pipeline": "chance_amount",
    "stage_weighted_pipeline": "stage_chance_amount",
    "pipeline_coverage": "case when planned_revenue > revenue then over(expected_amount, planned_revenue - revenue) end",
    "sales_velocity": "over(standing * over(won, won + lost) * over(revenue, priced), cycle_50)",
    "spend": "cost",
    "total_costs": "case when coalesce(cost, other_cost) is not null then coalesce(cost, 0) + coalesce(other_cost, 0) end",
    "cpl": "over(cost, leads)",
    "cpql": "over(cost, from2)",
    "cost_per_opportunity": "over(cost, from3)",
    "cost_per_won": "over(cost, won)",
    "cac": "over(cost, customers)",
    "cac_full": "over(coalesce(cost, 0) + other_cost, customers)",
    "cac_lagged": "over(lagged_cost, customers)",
    "cac_payback": "over(over(cost, customers), over(customer_revenue, customer_months) * margin)",
    "romi": "over(revenue * margin - cost, cost)",
    "romi_margin": "over(revenue * margin - cost, cost)",
    "roas": "over(revenue, cost)",
    "ad_share": "over(cost, revenue)",
    "roi": "over(revenue * margin - coalesce(cost, 0) - other_cost, coalesce(cost, 0) + other_cost)",
    "ltv": "over(lifetime_revenue, customers) * margin",
    "churn": "over(gone, customer_months)",
    "ltv_churn": "over(customer_revenue, customer_months) * margin * case when gone > 0 then least(36, customer_months / gone) end",
    "ltv_cac": "over(over(lifetime_revenue, customers) * margin, over(cost, customers))",
    "impressions": "impressions",
    "clicks": "clicks",
    "ctr": "over(shown_clicks, clicked_impressions)",
    "cpc": "over(clicks_cost, paid_clicks)",
    "cpm": "over(1000 * impressions_cost, paid_impressions)",
    "ad_conversions": "conversions",
    "cost_per_conversion": "over(conversions_cost, paid_conversions)",
    "response_time": "waited_50",
    "never_contacted": "over(leads - contacted, leads)",
    "calls": "calls",
    "emails": "emails",
    "meetings": "meetings",
    "meetings_to_deals": "over(met_won, met)",
    "missed_calls": "over(missed_calls, inbound_calls)",
    "content_use": "over(with_content, leads)",
    "nps": "over(100 * (promoters - detractors), answered)",
    "revenue_attainment": "over(revenue, planned_revenue)",
    "won_attainment": "over(won, planned_won)",
    "lead_attainment": "over(leads, planned_leads)",
    "revenue_run_rate": "over(revenue, elapsed)",
    "revenue_run_rate_working": "over(revenue, elapsed_working)",
    "won_run_rate": "over(won, elapsed)",
    "won_run_rate_working": "over(won, elapsed_working)",
    "lead_run_rate": "over(leads, elapsed)",
    "lead_run_rate_working": "over(leads, elapsed_working)",
    "content_items": "over(used_items, (select count(*) from published))",
    "visits": "visits",
    "visit_to_lead": "over(visited_leads, visits)",
    # Formulas of one's own.
    "conversion([Qualified], [Contract])": "over(qualified_to_contract, from2)",
    "conversion([Trial], won)": "over(won_of5, from5)",
    "reached([Proposal], [Signing])": "proposal_to_signing",
    "reached([Review], lost)": "lost_of_review",
    "reached([Meeting], open)": "open_of_meeting",
}  # fmt: skip

# Measures that are not asked of SQL, each with its reason.
NOT_ASKED = {}

# A deal reached a stage, by the policy (reference, funnels 5b). Its own evidence is a date or that
# it stands there; creation is that of the first.
OWN = "list_transform(range(0, 8), lambda i: i = 0 or dates[i + 1] is not null or coalesce(rung = i, false))"
REACHED = {
    "implied": f"list_transform(range(0, 8), lambda i: is_won or list_bool_or(list_slice({OWN}, i + 1, 8)))",
    "observed": OWN,
}

# Each row is in its group, in the totals of its row and column, and in the total of all.
CORNERS = {
    0: "(values (false, false))",
    1: "(values (true, false), (false, false))",
    2: "(values (true, true), (true, false), (false, true), (false, false))",
}

# What is added up, of what, and on which days it counts (`closed` is by the basis).
PARTS = {
    "born": ("marked", "created", None, """count(*) as leads, sum(raw_rows) as raw_leads,
      count(distinct person) + count(*) filter (person is null) as people,
      count(*) filter (is_open) as open, coalesce(sum(amount) filter (ours), 0) as created_amount,
      quantile_cont(cast(days as double), 0.25) as life_25, quantile_cont(cast(days as double), 0.75) as life_75,
      quantile_cont(cast(days as double), 0.9) as life_90, avg(days) as life_mean,
      quantile_cont(cast(days as double), 0.5) as life_50, quantile_cont(waited, 0.5) as waited_50,
      count(*) filter (contacted) as contacted, count(*) filter (met) as met,
      count(*) filter (met and is_won) as met_won, count(*) filter (content) as with_content,
      count(*) filter (watched) as visited_leads,
      count(*) filter (reached[2] and reached[7]) as contract_of_those2, """
      + ", ".join(f"count(*) filter (is_won and reached[{i}]) as won_of_those{i}" for i in range(1, 9)) + ", "
      + ", ".join(f"count(*) filter (reached[{i}] and reached[{i + 1}]) as on_of_those{i}" for i in range(1, 8))),
    "done": ("marked", "closed", None, """count(*) filter (is_won) as won, count(*) filter (is_lost) as lost,
      coalesce(sum(amount) filter (is_won and ours), 0) as revenue, count(amount) filter (is_won and ours) as priced,
      coalesce(sum(amount) filter (is_lost and ours), 0) as lost_amount,
      coalesce(sum(pieces) filter (is_won), 0) as units,
      quantile_cont(cast(amount as double), 0.5) filter (is_won and ours) as amount_50,
      avg(days) filter (is_won) as cycle_mean,
      quantile_cont(cast(days as double), 0.25) filter (is_won) as cycle_25,
      quantile_cont(cast(days as double), 0.5) filter (is_won) as cycle_50,
      quantile_cont(cast(days as double), 0.75) filter (is_won) as cycle_75,
      quantile_cont(cast(days as double), 0.9) filter (is_won) as cycle_90"""),
    "lives": ("marked join customers using (place)", "closed", None, """count(*) as customers,
      sum(brought) as customer_revenue, sum(within_horizon) as lifetime_revenue,
      sum(months) as customer_months, count(*) filter (is_gone) as gone"""),
    # Open ones: in the days of events by when they are expected to close.
    "open": ("marked", "open", "is_open and ours", """coalesce(sum(amount), 0) as open_amount,
      coalesce(sum(amount * chance), 0) as chance_amount,
      coalesce(sum(cast(amount as double) * (select stage_chance from chances h where h.rung = k.rung)), 0)
        as stage_chance_amount"""),
    # What stands now, whatever the days of the question.
    "stood": ("marked", None, "is_open and reached[2]", "count(*) as standing"),
    "hoped": ("marked", "expected", "is_open and ours and reached[2]", "coalesce(sum(amount), 0) as expected_amount"),
    "paid": ("costs", "day", None, """sum(cost) filter (ours) as cost,
      coalesce(sum(impressions), 0) as impressions, coalesce(sum(clicks), 0) as clicks,
      coalesce(sum(conversions), 0) as conversions,
      sum(clicks) filter (impressions is not null) as shown_clicks,
      sum(impressions) filter (clicks is not null) as clicked_impressions,
      sum(cost) filter (ours and clicks is not null) as clicks_cost,
      sum(clicks) filter (ours and cost is not null) as paid_clicks,
      sum(cost) filter (ours and impressions is not null) as impressions_cost,
      sum(impressions) filter (ours and cost is not null) as paid_impressions,
      sum(cost) filter (ours and conversions is not null) as conversions_cost,
      sum(conversions) filter (ours and cost is not null) as paid_conversions"""),
    "visited": ("visits", "day", None, "sum(visits) as visits"),
    "lagged": ("costs", "lagged", "ours", "sum(cost) as lagged_cost"),
    "others": ("other", "day", "ours", "sum(cost) as other_cost"),
    "acts": ("activities a left join marked on marked.id = a.deal", "a.day", None, """
      count(*) filter (kind = 'Call') as calls, count(*) filter (kind = 'Email') as emails,
      count(*) filter (kind = 'Meeting' and not missed) as meetings,
      count(*) filter (kind = 'Call' and inbound) as inbound_calls,
      count(*) filter (kind = 'Call' and inbound and missed) as missed_calls,
      count(distinct shown_item) filter (id is not null and not missed) as used_items"""),
    "said": ("answers a left join marked on marked.id = a.deal", "a.day", "score between 0 and 10 and score = floor(score)", """
      count(*) as answered, count(*) filter (score >= 9) as promoters, count(*) filter (score <= 6) as detractors"""),
    "plan": ("plans", "day", None, """sum(planned) filter (kpi = 'Revenue') as planned_revenue,
      sum(planned) filter (kpi = 'Won deals') as planned_won, sum(planned) filter (kpi = 'Leads') as planned_leads"""),
}  # fmt: skip
# Who came to a stage: of events by the day of it.
PARTS |= {f"step{i}": ("marked", f"entered{i}", None, f"count(*) filter (reached[{i}]) as from{i}") for i in range(1, 9)}
# Of several things at once by the day of the last of them.
PARTS |= {
    "signed": ("marked", "entered8", None, "count(*) filter (reached[4] and reached[8]) as proposal_to_signing"),
    "failed": ("marked", "closed", None, "count(*) filter (is_lost and reached[6]) as lost_of_review"),
    "meeting": ("marked", "entered3", None, "count(*) filter (is_open and reached[3]) as open_of_meeting"),
}  # fmt: skip
# Who went on: of a cohort of those who came, of events all who did in these days.
PAIRS = {
    "cohort": {f"both{i}": f"on_of_those{i}" for i in range(1, 8)} | {f"won_of{i}": f"won_of_those{i}" for i in range(1, 9)}
    | {"qualified_to_contract": "contract_of_those2"},
    "period": {f"both{i}": f"from{i + 1}" for i in range(1, 8)} | {f"won_of{i}": "won" for i in range(1, 9)}
    | {"qualified_to_contract": "from7"},
}  # fmt: skip
# Sums that are 0 and not unknown where a group has no such row.
ZERO = """leads raw_leads people open created_amount open_amount chance_amount stage_chance_amount won lost revenue lost_amount units
customers standing expected_amount impressions clicks conversions calls emails meetings used_items visits
visited_leads proposal_to_signing lost_of_review open_of_meeting""".split()
ZERO += [f"from{i}" for i in range(1, 9)]

ACCOUNTS = """
select r, c, sum(brought) as all_accounts_revenue,
  count(*) filter (brought > 0) as paying_accounts, count(*) filter (wins > 1) as repeat_accounts, count(*) as accounts,
  sum(brought) filter (nth <= 10) as top_ten
from (
  select r, c, count(*) as wins, sum(case when ours then coalesce(amount, 0) else 0 end) as brought,
    row_number() over (partition by r, c order by sum(case when ours then coalesce(amount, 0) else 0 end) desc) as nth
  from ({rows}) where is_won and account is not null group by r, c, account
) group by r, c
"""
# Kaplan and Meier: the product over days of the share that went on; open deals until the as-of day.
SURVIVAL = """
with ends as (
  select r, c, t, count(*) as n, count(*) filter (not is_open) as ended from (
    select r, c, is_open, coalesce(case when is_open then (select day from as_of) else closed end - created, -1) as t
    from ({rows})
  ) where t >= 0 group by r, c, t
), at_risk as (
  select *, sum(n) over (partition by r, c order by t desc) as under_way from ends
), curve as (
  select *, product(1 - ended / under_way) over (partition by r, c order by t) as share from at_risk
)
select r, c, min(t) filter (ended > 0 and share <= 0.5 + 1e-12) as survival_50 from curve group by r, c
"""
VARIATION = """
select r, c, stddev_samp(rate) / nullif(avg(rate), 0) as variation from (
  select r, c, avg(cast(is_won as int)) as rate from ({rows}) where created is not null
  group by r, c, date_trunc('month', created)
) group by r, c having count(*) > 1
"""
QUERY = """
with rows as (select * from {first} {others}),
met as (
  -- Every group has a figure in every other, be there rows or not.
  select r, c, {once} from (select r from rows group by r) cross join (select c from rows group by c)
    left join rows using (r, c) group by r, c
), whole as (
  select *, (select revenue from met where r = '*' and c = '*') as all_revenue,
    (select cost from met where r = '*' and c = '*') as all_cost, {margin} as margin,
    {elapsed} as elapsed, {elapsed_working} as elapsed_working, {pairs}
  from met
)
select r, c, {figures} from whole
"""


def day_of(unit):
    return lambda day: f"coalesce(cast(cast(date_trunc('{unit}', {day}) as date) as varchar), '-')"


# A dimension says the group of a deal and, where it can, of a cost row and of a plan.
CHANNEL = ("channel", "channel", None)
REGION = ("coalesce(region, '-')", None, None)
OWNER = ("coalesce(owner, '-')", None, "owner")
SEGMENT = ("segment", None, None)
QUARTER = (day_of("quarter")("created"), day_of("quarter")("day"), day_of("quarter")("day"))
MONTH = (day_of("month")("created"), day_of("month")("day"), day_of("month")("day"))

YEAR = ("2022-04-01", "2023-03-31")
# At the end of the data it is not over.
RUNNING = ("2024-01-01", "2024-12-31")
LAST_YEAR = "date_trunc('month', (select day from as_of)) - interval 12 month and date_trunc('month', (select day from as_of)) - interval 1 day"

# Rows, columns, window, basis, condition on deals (and on costs), policy.
QUESTIONS = {
    "channels": ([CHANNEL], None, "cohort", None, None),
    "channels of a year": ([CHANNEL], YEAR, "cohort", None, None),
    "channels in a year": ([CHANNEL], YEAR, "period", None, None),
    "owners": ([OWNER], None, "cohort", None, None),
    "owners in a year": ([OWNER], YEAR, "period", None, None),
    "segments": ([SEGMENT], None, "cohort", None, None),
    "channel by quarter": ([CHANNEL, QUARTER], None, "cohort", None, None),
    "region by channel": ([REGION, CHANNEL], YEAR, "period", None, None),
    "months": ([MONTH], None, "cohort", None, None),
    "all": ([], None, "cohort", None, None),
    "a year": ([], YEAR, "period", None, None),
    "a running year": ([], RUNNING, "period", None, None),
    "along a year": (["trend"], YEAR, "period", None, None),
    "not beta": ([CHANNEL], YEAR, "period", "channel <> 'Beta'", "channel <> 'Beta'"),
    "large and dear": ([CHANNEL], None, "cohort", "segment = 'Large' and amount >= 5000", None),
    "by text or none": ([REGION], None, "cohort", "(owner ilike '%a%' or region is null) and created >= date '2021-07-01'", None),
    "late proposals of the last year": ([OWNER], None, "cohort", f"dates[4] > dates[2] and closed_cell between {LAST_YEAR}", None),
}  # fmt: skip
OBSERVED = {
    "channels by evidence": ([CHANNEL], None, "cohort", None, None),
    "channels by evidence in a year": ([CHANNEL], YEAR, "period", None, None),
}


def ask(db, question):
    dimensions, window, basis, keeps, keeps_costs = question
    trend = dimensions == ["trend"]
    n = len(dimensions)
    by_deal = keeps is None

    def rows(table, day, also, which):
        """Rows of a part, each in all its groups."""
        by_events = {"closed": "closed", "open": "expected", "entered1": "created"}
        by_events |= {f"entered{i}": f"dates[{i}]" for i in range(2, 9)}
        day = {**(by_events if basis == "period" else dict.fromkeys(by_events, "created")), "lagged": "day + (select days from lag)"}.get(day, day)
        if trend:
            # What stands now has no place along days.
            groups = [day_of("month")(day) if day else None]
        else:
            groups = [dict(zip(["deal", "cost", "plan"], d)).get(which) for d in dimensions]
        if table.startswith(("activities", "answers")) and not trend:
            groups = [f"case when marked.id is null then '?' else {g} end" for g in groups]
        tests = [also] if also else []
        if None in groups or (keeps and which != "deal" and not (keeps_costs and which == "cost")):
            # No group (or filter) says anything of such rows, so that nothing is said of them.
            groups, tests = ["'*'"] * n, ["false"]
        groups = (groups + ["'*'", "'*'"])[:2]
        if window and day:
            tests.append(f"{day} between date '{window[0]}' and date '{window[1]}'")
        elif table == "costs" and day != "day":
            tests.append(f"{day} <= (select day from as_of)")
        if keeps and which == "deal":
            tests.append(f"({keeps})")
        if keeps_costs and which == "cost":
            tests.append(f"({keeps_costs})")
        if table == "plans":
            # A plan of all is there beside those of owners: each question counts one of them.
            tests.append("owner is not null" if OWNER in dimensions else "(owner is null or kpi = 'Leads')")
        where = f"where {' and '.join(tests)}" if tests else ""
        return f"""select k.*, case when by_r then row_group else '*' end as r, case when by_c then column_group else '*' end as c
          from (select *, {groups[0]} as row_group, {groups[1]} as column_group from {table} {where}) k,
            {CORNERS[n]} corners(by_r, by_c)"""

    parts = {}
    for name, (table, day, also, sums) in PARTS.items():
        which = {"costs": "cost", "visits": "cost", "other": "none", "plans": "plan"}.get(table, "deal")
        if which == "deal" and table.startswith(("activities", "answers")) and not by_deal:
            table = table.replace("left join", "join")
        parts[name] = f"select r, c, {sums} from ({rows(table, day, also, which)}) k group by r, c"
    decided, born = rows("marked", "closed", None, "deal"), rows("marked", "created", None, "deal")
    parts["held"] = ACCOUNTS.format(rows=decided)
    parts["curve"] = SURVIVAL.format(rows=born)
    parts["steady"] = VARIATION.format(rows=born)

    names = []
    for name, part in parts.items():
        db.execute(f"create or replace temp table {name} as {part}")
        names += [column for column, *_ in db.execute(f"describe {name}").fetchall()[2:]]
    once = [f"coalesce(any_value({x}), 0) as {x}" if x in ZERO else f"any_value({x}) as {x}" for x in names]
    first, *others = parts
    over = working = "null"
    if window:
        days = "(select count(*) from range(date '{0}', date '{1}' + interval 1 day, interval 1 day) d(day) where {2})"
        known = "day <= (select day from as_of)"
        over = f"over({days.format(*window, known)}, {days.format(*window, 'true')})"
        week = "isodow(day) < 6"
        working = f"over({days.format(*window, f'{known} and {week}')}, {days.format(*window, week)})"
    return db.execute(QUERY.format(
        once=", ".join(once), first=first,
        others=" ".join(f"union all by name select * from {name}" for name in others),
        margin=0.4, elapsed=over, elapsed_working=working,
        pairs=", ".join(f"{whose} as {pair}" for pair, whose in PAIRS[basis].items()),
        figures=", ".join(f'{figure} as "{name}"' for name, figure in MEASURES.items()),
    )).fetchall()  # fmt: skip


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
with born as (select date_trunc('month', created) as m, count(*) as n from marked where created is not null group by m),
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
    world = (Path(__file__).parent / "world.sql").read_text().replace("{folder}", folder)
    found = {}

    def keep(key, value):
        assert key not in found, key
        found[key] = None if value is None else float(value)

    for policy, questions in [("observed", OBSERVED), ("implied", QUESTIONS)]:
        db = duckdb.connect()
        db.execute(world.replace("{reached}", REACHED[policy]))
        for name, question in questions.items():
            for row, column, *figures in ask(db, question):
                # A trend has no total.
                if question[0] == ["trend"] and row == "*":
                    continue
                for measure, value in zip(MEASURES, figures):
                    keep(f"{name}|{row}|{column}|{measure}", value)

    for name, values in SPREADS.items():
        figures = ", ".join(SPREAD_FIGURES.values())
        row = db.execute(f"select {figures} from ({values})").fetchone()
        for figure, value in zip(SPREAD_FIGURES, row):
            keep(f"spread|{name}||{figure}", value)

    for unit, ages, age in [
        ("months", "range(0, 60)", "datediff('month', date_trunc('month', created), date_trunc('month', closed))"),
        ("days", "[14, 30, 90]", "days"),
    ]:
        for month, at, records, won, revenue in db.execute(COHORTS.format(ages=ages, age=age)).fetchall():
            keep(f"cohorts in {unit}|{month}|{at}|won", won)
            keep(f"cohorts in {unit}|{month}|{at}|won_share", won / records)
            keep(f"cohorts in {unit}|{month}|{at}|revenue", revenue)
            keep(f"cohorts in {unit}|{month}|{at}|revenue_per_lead", float(revenue) / records)

    stages = [name for (name,) in db.execute("select name from rungs order by rung").fetchall()]
    counts = ", ".join(f"count(*) filter (reached[{i}])" for i in range(1, 9))
    reached = db.execute(f"select {counts}, count(*) filter (is_won) from marked").fetchone()
    for name, value in zip([*stages, "Won"], reached):
        keep(f"funnel|{name}||reached", value)
    for measure, reason in NOT_ASKED.items():
        found[f"not asked|{measure}||{reason}"] = None
    json.dump(found, sys.stdout)


main(sys.argv[1])
