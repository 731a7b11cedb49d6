-- The made company's files as tables: what each row says, before anything is asked.
-- `{folder}` is where the files lie, `{reached}` whether a deal reached each stage by the policy.

create macro over(a, b) as cast(a as double) / nullif(cast(b as double), 0);
create macro lines_of(file) as table
  select * from read_csv(file, header = true, all_varchar = true, nullstr = '');
-- A name is the same in capitals and with blanks around it.
create macro folded(text) as nullif(lower(trim(text)), '');

create table rungs as
  select unnest(['New', 'Qualified', 'Meeting', 'Proposal', 'Trial', 'Review', 'Contract', 'Signing']) as name,
    unnest(range(0, 8)) as rung;

-- One record an id: the row modified last, and of two of one day the later line.
create table deals as
with stated as (
  select *, cast(line as bigint) as place,
    row_number() over (partition by id order by try_cast(modified as date) desc nulls last, cast(line as bigint) desc) as nth,
    count(*) over (partition by id) as raw_rows
  from lines_of('{folder}/deals.csv')
)
select s.id, s.place, s.raw_rows, s.region, s.owner, rung,
  stage = 'Won' as is_won, stage = 'Lost' as is_lost, stage not in ('Won', 'Lost') as is_open,
  try_cast(created as timestamp) as born_at, cast(try_cast(created as timestamp) as date) as created,
  case when stage in ('Won', 'Lost') then try_cast(closed as date) end as closed,
  try_cast(closed as date) as closed_cell,
  -- What is open is hoped to close on a day of its own column, else on that of closing.
  case when stage not in ('Won', 'Lost') then coalesce(try_cast(expected as date), try_cast(closed as date)) end as expected,
  [null, try_cast(on1 as date), try_cast(on2 as date), try_cast(on3 as date), try_cast(on4 as date),
   try_cast(on5 as date), try_cast(on6 as date), try_cast(on7 as date)] as dates,
  cast(amount as decimal(18, 2)) as amount, currency = 'EUR' as ours,
  case source when 'alpha' then 'Alpha' when 'beta' then 'Beta' when 'gamma' then 'Gamma' else '-' end as channel,
  folded(account) as account, folded(person) as person, cast(pieces as bigint) as pieces,
  cast(chance as decimal(18, 2)) / 100 as chance,
  case when folded(account) is null then '-' when a.name is null then '?' else coalesce(a.segment, '-') end as segment
from stated s left join rungs on s.stage = rungs.name
  left join lines_of('{folder}/accounts.csv') a on folded(a.name) = folded(s.account)
where nth = 1;

create table costs as
select try_cast(day as date) as day,
  case source when 'alpha' then 'Alpha' when 'beta' then 'Beta' when 'delta' then 'Delta' else '-' end as channel,
  cast(cost as decimal(18, 2)) as cost, currency = 'EUR' as ours,
  cast(impressions as bigint) as impressions, cast(clicks as bigint) as clicks, cast(conversions as bigint) as conversions
from lines_of('{folder}/costs.csv');

create table other as
select try_cast(day as date) as day, cast(cost as decimal(18, 2)) as cost, currency = 'EUR' as ours
from lines_of('{folder}/other.csv');

create table published as select distinct folded(name) as item from lines_of('{folder}/content.csv');

create table visits as
select try_cast(day as date) as day,
  case source when 'alpha' then 'Alpha' when 'beta' then 'Beta' when 'delta' then 'Delta' else '-' end as channel,
  cast(visits as bigint) as visits
from lines_of('{folder}/visits.csv');

-- The channels and the days of which visits are known.
create table watched as select distinct channel from visits where visits > 0;
create table watched_days as select min(day) as first, max(day) as last from visits where visits > 0;

create table activities as
select try_cast("at" as timestamp) as done_at, cast(try_cast("at" as timestamp) as date) as day, deal, type as kind,
  coalesce(direction = 'inbound', false) as inbound, coalesce(result in ('missed', 'no-show'), false) as missed,
  -- Content that was shown, where it is on the list of what was published.
  case when type = 'Presentation' then p.item end as shown_item
from lines_of('{folder}/activities.csv') a left join published p on p.item = folded(a.item);

create table answers as
select try_cast("on" as date) as day, deal, cast(score as double) as score from lines_of('{folder}/answers.csv');

create table plans as
select cast(month as date) as day, kpi, cast(plan as bigint) as planned, owner from lines_of('{folder}/plans.csv');

create table as_of as
select greatest((select max(created) from deals), (select max(closed) from deals), (select max(day) from costs),
  (select max(day) from visits)) as day;

-- What was done about a deal, as far as it came to something.
create table told as
select d.id, bool_or(a.day >= d.created) as contacted, bool_or(kind = 'Meeting') as met,
  bool_or(kind = 'Presentation') as content,
  min(epoch(done_at) - epoch(born_at)) filter (done_at >= born_at) / 3600.0 as waited
from deals d join activities a on a.deal = d.id where not missed group by d.id;

create table marked as
select d.*, coalesce(contacted, false) as contacted, coalesce(met, false) as met, coalesce(content, false) as content,
  coalesce(d.channel in (select channel from watched)
    and created between (select first from watched_days) and (select last from watched_days), false) as watched,
  waited, case when closed >= created then closed - created end as days, {reached} as reached
from deals d left join told t on d.id = t.id;

-- By stage: of all that is closed and came to it, the share won.
create table chances as
select r.rung, over(count(*) filter (is_won), count(*)) as stage_chance
from rungs r join marked on not is_open and reached[r.rung + 1] group by r.rung;

-- The usual cycle, by which costs come before wins.
create table lag as select cast(round(quantile_cont(days, 0.5)) as int) as days from marked where is_won;

-- A customer is an account, or a win that names none; the first win is the earliest.
create table customers as
with wins as (
  select *, coalesce(account, '#' || place) as customer, case when ours then coalesce(amount, 0) else 0 end as brought
  from marked where is_won
), ranked as (
  select *, row_number() over (partition by customer order by closed nulls last, created nulls first, brought, place) as nth
  from wins
), firsts as (select customer, place, closed as first_day, brought from ranked where nth = 1),
lives as (
  select f.place, f.first_day, sum(w.brought) as brought,
    case when f.first_day is null then any_value(f.brought)
      else sum(w.brought) filter (w.closed < f.first_day + interval 36 month) end as within_horizon,
    max(w.closed) + 365 as gone_on
  from firsts f join wins w on w.customer = f.customer group by f.customer, f.place, f.first_day
)
select place, brought, within_horizon, coalesce(gone_on < a.day, false) as is_gone,
  case when first_day is null then 0 else greatest(0, least(a.day, coalesce(gone_on, a.day)) - first_day) end
    / (146097 / 4800.0) as months
from lives, as_of a;
