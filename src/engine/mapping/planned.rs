//! Which figure a plan is of, by the name of its column or of its row: a word that says *plan*, a
//! word that says of what, and no word that is unknown. `Plan revenue`, `Target leads`, `План по
//! выручке`, `Στόχος εσόδων`; and of a bare `Plan` by how large it is beside the records.
//!
//! Not here: how plans are read and counted (`funnel::plan`).

use super::header::HeaderFit;
use super::role::{self, Evidence, Fit};
use super::suggest::{file_mapping, record_file};
use super::{FileKind, FileMapping, Mapping, Role, kind, stage};
use crate::engine::currency::beside_number;
use crate::engine::fold::fold_header;
use crate::engine::funnel::{FileView, Planned};
use crate::engine::profile::ColumnProfile;
use crate::engine::stats::{Sum, median};
use crate::engine::table::ColumnType;
use std::collections::{BTreeMap, BTreeSet};

/// The roles of columns that plan one figure each.
pub const WIDE: [(Role, Planned); 3] = [
    (Role::PlannedRevenue, Planned::Revenue),
    (Role::PlannedWon, Planned::Won),
    (Role::PlannedLeads, Planned::Leads),
];

const PLAN: &str = "plan|plans|planned|target|targets|targeted|goal|goals|quota|budgeted|план|плана|\
    плану|планы|планов*|цель|цели|целев*|норматив|квота|στοχ*|πλανο|πλαν|προγραμματισμεν*|\
    προυπολογισμεν*";
const REVENUE: &str = "revenue|revenues|sales|turnover|income|bookings|выручк*|продаж*|оборот*|доход*|\
    εσοδ*|πωλησ*|τζιρ*";
const WON: &str = "won|win|wins|deal|deals|customer|customers|client|clients|contract|contracts|\
    сделк*|сделок|клиент*|договор*|контракт*|выигра*|συμφωνι*|πελατ*|κερδισμεν*";
const LEADS: &str = "lead|leads|enquiry|enquiries|inquiry|inquiries|лид|лиды|лида|лидам|лидов|заявк*|\
    заявок|обращени*|δυνητικ*";
const COUNTED: &str = "number|count|qty|quantity|volume|количеств*|кол|число|числу|шт|αριθμ*|πληθ*";
const MONEY: &str = "amount|value|sum|сумм*|объем*|ποσ*|αξια|αξιασ";
/// Words that change nothing of what is planned.
const AROUND: &str = "of|for|by|in|on|the|new|total|monthly|month|quarterly|quarter|kpi|closed|по|на|\
    за|в|от|во|новые|новых|новым|новый|всего|итого|общ*|месяц*|мес|квартал*|закрыт*|успешн*|для|\
    για|του|τησ|των|τησ|απο|σε|νεοι|νεων|νεα|νεεσ|συνολ*|μηνιαι*|μηνα|τριμην*";

/// Whether a word is in a list, where a star stands for any ending.
fn is_in(list: &str, word: &str) -> bool {
    list.split('|').any(|entry| match entry.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == entry,
    })
}

/// What a name says.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Said {
    is_plan: bool,
    /// `None`: a plan, of whatever.
    of: Option<Planned>,
}

/// `None` where any word of the name is unknown: it may be a figure of another kind.
fn said(name: &str) -> Option<Said> {
    let folded = fold_header(name);
    let is_gap = |c: char| !c.is_alphanumeric() && c != '%';
    let words = || folded.split(is_gap).filter(|w| !w.is_empty());
    let any = |list: &str| words().any(|w| is_in(list, w));
    let lists = [PLAN, REVENUE, WON, LEADS, COUNTED, MONEY, AROUND];
    let signs = |word: &str| beside_number(word).is_some();
    if !words().all(|w| signs(w) || lists.iter().any(|list| is_in(list, w))) {
        return None;
    }
    let of = match (any(REVENUE), any(LEADS), any(WON)) {
        (true, true, _) => return None,
        (true, false, _) if any(COUNTED) && !any(MONEY) => Some(Planned::Won),
        (true, false, _) => Some(Planned::Revenue),
        // `δυνητικοί πελάτες` are leads, though they are called customers to be.
        (false, true, _) => Some(Planned::Leads),
        (false, false, true) if any(MONEY) => Some(Planned::Revenue),
        (false, false, true) => Some(Planned::Won),
        (false, false, false) => None,
    };
    Some(Said { is_plan: any(PLAN), of })
}

/// What the name of a planned figure means, in a column of such names.
pub fn of_name(name: &str) -> Planned {
    said(name).and_then(|said| said.of).unwrap_or(Planned::Other)
}

/// The columns that plan one figure each, with a plan of whatever as [`Role::Target`].
pub(super) fn fits(file: &FileView) -> Vec<Fit> {
    let named = is_called_plan(&file.profile.name);
    let columns = file.profile.columns.iter().enumerate();
    let fit = |(column, profile): (usize, &ColumnProfile)| {
        let said = said(&profile.header).filter(|s| s.is_plan || (named && s.of.is_some()))?;
        let role = match said.of {
            Some(planned) => WIDE.iter().find(|(_, p)| *p == planned)?.0,
            None => Role::Target,
        };
        let worth = role::value_fit(role, profile, file.profile.rows)?;
        let header = if said.is_plan { HeaderFit::Exact } else { HeaderFit::Likely };
        let mut evidence = vec![Evidence::Header(header)];
        evidence.extend(role::value_evidence(role, profile));
        let confidence = worth * header.weight();
        Some(Fit { role, column, confidence, header: Some(header), evidence })
    };
    columns.filter_map(fit).collect()
}

fn is_called_plan(file: &str) -> bool {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let folded = fold_header(stem);
    let is_gap = |c: char| !c.is_alphabetic();
    folded.split(is_gap).any(|word| !word.is_empty() && is_in(PLAN, word))
}

/// Whether a file plans figures, one a column: periods, each with numbers that are called plans,
/// and nothing that only records have.
pub(super) fn is_wide(file: &FileView) -> bool {
    const OF_RECORDS: [Role; 6] = [
        Role::RecordId,
        Role::Stage,
        Role::Outcome,
        Role::Created,
        Role::Closed,
        Role::ExpectedClose,
    ];
    let fits = kind::roles(file, FileKind::Targets);
    let of = |role: Role| fits.iter().find(|f| f.role == role);
    let planned = |f: &Fit| f.role == Role::Target || WIDE.iter().any(|(role, _)| *role == f.role);
    let is_long = of(Role::Measure).is_some();
    let Some(day) = of(Role::Date).filter(|_| !is_long && fits.iter().any(planned)) else {
        return false;
    };
    let records = kind::roles(file, FileKind::Deals);
    let has = |f: &Fit| OF_RECORDS.contains(&f.role) && f.column != day.column;
    let free = |f: &&Fit| fits.iter().all(|own| own.column != f.column);
    let visits = kind::roles(file, FileKind::Visits);
    let visited = |f: &Fit| {
        let column = file.profile.columns.get(f.column);
        matches!(f.role, Role::Visits | Role::Visitors)
            && column.is_some_and(|c| said(&c.header).is_none())
    };
    !records.iter().filter(free).any(has) && !visits.iter().any(visited) && !is_ads(file)
}

/// Whether anything of the file is what ads are measured by.
fn is_ads(file: &FileView) -> bool {
    let of_ads = [Role::Impressions, Role::Clicks, Role::Spend];
    let numbers = |c: &ColumnProfile| {
        matches!(c.kind, ColumnType::Integer | ColumnType::Decimal | ColumnType::Money)
    };
    let fits = role::assign(&role::candidates(file, super::spend_words::SPEND_WORDS));
    fits.iter().any(|f| {
        let column = file.profile.columns.get(f.column);
        let planned = column.is_some_and(|c| said(&c.header).is_some());
        of_ads.contains(&f.role) && !planned && column.is_some_and(numbers)
    })
}

/// A bare `Plan` is one of revenue where it is money by its signs, or by far too large to count
/// records; else somebody has to say what it is of.
pub(super) fn by_size(files: &[FileView], is_open: &[bool], mapping: &mut Mapping) {
    let records = record_file(files, mapping);
    let new = |at: usize| is_open.get(at) == Some(&true);
    for (at, file) in files.iter().enumerate() {
        let of_file = file_mapping(mapping, &file.profile.name);
        let Some(of_file) = of_file.filter(|f| is_unnamed(f)) else { continue };
        if !new(at) && !records.is_some_and(new) {
            continue;
        }
        if !is_sized(files, mapping, file, of_file, Role::Target) {
            continue;
        }
        let name = &file.profile.name;
        if let Some(of_file) = mapping.files.iter_mut().find(|f| f.name == *name)
            && let Some(header) = of_file.roles.remove(&Role::Target)
        {
            of_file.roles.insert(Role::PlannedRevenue, header);
        }
    }
}

/// Whether a file plans something, and nothing says what.
pub fn is_unnamed(of_file: &FileMapping) -> bool {
    let has = |role| of_file.header(role).is_some();
    of_file.kind == FileKind::Targets
        && has(Role::Target)
        && !has(Role::Measure)
        && !has(Role::PlannedRevenue)
}

/// Whether the numbers of a bare plan say that it is of money.
pub(super) fn is_sized(
    files: &[FileView],
    mapping: &Mapping,
    file: &FileView,
    of_file: &FileMapping,
    role: Role,
) -> bool {
    let column = |role| of_file.header(role).and_then(|h| file.table.column(h));
    let Some(plan) = column(role) else { return false };
    if said(&plan.header).is_none_or(|s| s.of.is_some()) {
        return false;
    }
    if plan.kind == ColumnType::Money {
        return true;
    }
    let records = record_file(files, mapping).and_then(|at| files.get(at));
    let Some(usual) = records.and_then(|f| Usual::of(f, mapping)) else { return false };
    let clock = mapping.clock(of_file);
    let day = column(Role::Date);
    // Plans of owners or channels are those of a period together.
    let mut periods: BTreeMap<Option<i32>, Sum> = BTreeMap::new();
    for row in 0..file.table.rows {
        if let Some(value) = plan.number(row) {
            let day = day.and_then(|c| clock.day(c, row)).map(|d| d.0);
            periods.entry(day).or_default().add(value);
        }
    }
    let mut sizes: Vec<f64> = periods.values().map(|sum| sum.value()).collect();
    let Some(size) = median(&mut sizes) else { return false };
    // Nearer to the money of a month than to the count of its records, with room for quarters.
    let between = (usual.records * usual.amount.max(0.0)).sqrt();
    size > 3.0 * between && size > 3.0 * usual.records
}

/// What the records bring in a month: how many there are, and their amounts together.
#[derive(Clone, Copy)]
struct Usual {
    records: f64,
    amount: f64,
}

impl Usual {
    fn of(file: &FileView, mapping: &Mapping) -> Option<Usual> {
        let of_file = file_mapping(mapping, &file.profile.name)?;
        let amount = stage::column(file, &of_file.roles, Role::Amount)?;
        let created = stage::column(file, &of_file.roles, Role::Created)
            .or_else(|| stage::column(file, &of_file.roles, Role::Closed))?;
        let mut sum = Sum::default();
        (0..file.table.rows).filter_map(|row| amount.number(row)).for_each(|a| sum.add(a));
        let clock = mapping.clock(of_file);
        let months: BTreeSet<i32> = (0..file.table.rows)
            .filter_map(|row| clock.day(created, row))
            .map(|day| day.month_start().0)
            .collect();
        let months = months.len() as f64;
        (months > 0.0).then(|| Usual {
            records: file.table.rows as f64 / months,
            amount: sum.value() / months,
        })
    }
}
