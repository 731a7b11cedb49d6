"""Cohorts of customers in deals.csv by DuckDB: the definitions once more, in SQL.

usage: python3 retention.py FOLDER    (prints one JSON object, unit|cohort|age|figure -> number)

What the engine is asked is in ../native/figures/retention_sql.rs.
"""

import json
import sys

import duckdb

SETUP = """
create table deals as
  select account, stage, try_cast(created as date) as created, try_cast(closed as date) as closed,
    cast(nullif(amount, '') as decimal(18, 2)) as amount, currency = 'EUR' as ours
  from read_csv('{folder}/deals.csv', header = true, all_varchar = true, nullstr = '');
create table as_of as
  select greatest(max(created), max(case when stage <> 'New' then closed end)) as day from deals;
create table wins as
  select account, closed as day, amount, ours,
    min(closed) over (partition by account) as first,
    row_number() over (partition by account order by closed) as nth
  from deals where stage = 'Won' and closed is not null and account is not null;
"""

# One row a customer and age, with the first and the last day of that age.
UNITS = """
ages as (select unnest(range(0, 60)) as age),
spans as (
  select c.account, c.first, date_trunc('{unit}', c.first) as cohort, a.age,
    cast(date_trunc('{unit}', c.first) + a.age * interval '{step}' as date) as begins,
    cast(date_trunc('{unit}', c.first) + (a.age + 1) * interval '{step}' as date) - 1 as ends
  from (select distinct account, first from wins) c cross join ages a
)"""
DAYS = """
ages as (select age, coalesce(lag(age) over (order by age) + 1, 0) as after from (select unnest({days}) as age)),
spans as (
  select c.account, c.first, date_trunc('month', c.first) as cohort, a.age,
    c.first + cast(a.after as integer) as begins, c.first + cast(a.age as integer) as ends
  from (select distinct account, first from wins) c cross join ages a
)"""
QUERY = """
with {spans},
each as (
  select s.cohort, s.age, s.account,
    count(*) filter (w.day between s.begins and s.ends) > 0 as retained,
    count(*) filter (w.day <= s.ends) > 1 as again,
    least(s.ends, (select day from as_of)) - max(w.day) filter (w.day <= s.ends) as silent,
    coalesce(sum(w.amount) filter (w.day <= s.ends and w.ours), 0) as brought
  from spans s join wins w on w.account = s.account
  group by s.cohort, s.age, s.account, s.ends
)
select cast(cast(cohort as date) as varchar), age, avg(cast(retained as integer)), avg(cast(again as integer)),
  avg(cast(silent <= 365 as integer)), avg(cast(silent > 365 as integer)), cast(sum(brought) as double) / count(*)
from each group by cohort, age
"""
FIGURES = ["retention", "bought_again", "active", "churned", "revenue_per_customer"]


def main(folder):
    db = duckdb.connect()
    db.execute(SETUP.replace("{folder}", folder))
    found = {}
    questions = {
        unit: UNITS.format(unit=unit, step=step)
        for unit, step in [("week", "7 days"), ("month", "1 month"), ("quarter", "3 months")]
    }
    questions["days"] = DAYS.format(days=[30, 90, 365, 400])
    for unit, spans in questions.items():
        for cohort, age, *figures in db.execute(QUERY.format(spans=spans)).fetchall():
            for name, value in zip(FIGURES, figures):
                found[f"{unit}|{cohort}|{age}|{name}"] = value
    json.dump(found, sys.stdout)


main(sys.argv[1])
