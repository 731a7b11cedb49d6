//! Rows of files beside records and ad costs: other costs, activities, survey answers, plans. Each
//! is columnar, with its own day, and (where it speaks of a record) the record that it belongs to.
//!
//! Not here: how a row finds its record (`owner_row`), what is counted of them (`measure`).

use super::money::{self, Currencies};
use super::owner_row::Owners;
use super::source::Source;
use super::{Assembled, activity, content, plan, plan_quarter};
use crate::engine::audit::Finding;
use crate::engine::error::BuildError;
use crate::engine::funnel::FileView;
use crate::engine::mapping::{FileKind, Mapping, Role};
use crate::engine::table::NO_DAY;
use serde::{Deserialize, Serialize};

use super::born::Born;

pub use super::activity::{Activities, ActivityKind};
pub use super::plan::{PlanColumn, Planned, Plans};

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    pub other_costs: OtherCosts,
    pub activities: Activities,
    pub scores: Scores,
    pub plans: Plans,
    /// Which files the rows of each kind are of, one file's after the other's: its position, and
    /// how many rows it has.
    pub origin: [Vec<(usize, u32)>; BesideKind::ALL.len()],
}

/// What a row beside the records is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BesideKind {
    OtherCosts,
    Activities,
    Scores,
    Plans,
}

impl BesideKind {
    pub const ALL: [BesideKind; 4] =
        [BesideKind::OtherCosts, BesideKind::Activities, BesideKind::Scores, BesideKind::Plans];
}

impl Beside {
    /// The file of a row of a kind, and its row there.
    pub fn place(&self, kind: BesideKind, row: usize) -> Option<(usize, u32)> {
        let mut row = u32::try_from(row).ok()?;
        for (file, rows) in self.origin.get(kind as usize)? {
            match row.checked_sub(*rows) {
                Some(left) => row = left,
                None => return Some((*file, row)),
            }
        }
        None
    }
}

/// Salaries, tools, agencies and whatever else is no advertising.
#[derive(Clone, Debug, Default)]
pub struct OtherCosts {
    pub day: Vec<i32>,
    /// NaN when missing.
    pub cost: Vec<f64>,
    pub currency: Vec<u8>,
}

/// Answers to “would you recommend us”.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    pub day: Vec<i32>,
    /// NaN when missing.
    pub score: Vec<f64>,
    /// [`super::NO_ROW`] where no record is of the same account, person or id.
    pub record: Vec<u32>,
}

/// Reads all such files, with what is to be said of how they met the records, which stand already.
pub(super) fn read(
    files: &[FileView],
    mapping: &Mapping,
    main: Option<&Source>,
    made: &Assembled,
    currencies: &mut Currencies,
) -> Result<(Beside, Vec<Finding>), BuildError> {
    let (mut beside, mut findings) = (Beside::default(), Vec::new());
    let records = &made.records;
    let of_kind = |kind| Source::of_kind(files, mapping, kind);
    let kinds = [FileKind::OtherCosts, FileKind::Activities, FileKind::Scores, FileKind::Targets];
    for (origin, kind) in beside.origin.iter_mut().zip(kinds) {
        let sources = of_kind(kind)?;
        for source in &sources {
            // A file of plans is read once for each of its columns of them, and for months of quarters.
            let times = if kind == FileKind::Targets { plan::readings(source)? } else { 1 };
            origin.extend(std::iter::repeat_n((source.at, source.table.rows as u32), times));
        }
    }
    for source in of_kind(FileKind::OtherCosts)? {
        let rows: Vec<u32> = (0..source.table.rows as u32).collect();
        let money = money::read(&source, Role::Spend, &rows, currencies)?;
        beside.other_costs.day.extend(days(&source)?);
        beside.other_costs.cost.extend(money.amount);
        beside.other_costs.currency.extend(money.currency);
    }
    let (scores, activities) = (of_kind(FileKind::Scores)?, of_kind(FileKind::Activities)?);
    let asks = !scores.is_empty() || !activities.is_empty();
    let owners = main.filter(|_| asks).map(|main| Owners::of(files, mapping, main, made));
    let owners = owners.transpose()?;
    for source in scores {
        let day = days(&source)?;
        beside.scores.score.extend(numbers(&source, Role::Score)?);
        let owned = Owners::rows(owners.as_ref(), &source, &day)?;
        findings.extend(owned.told);
        beside.scores.record.extend(owned.record);
        beside.scores.day.extend(day);
    }
    let targets = of_kind(FileKind::Targets)?;
    beside.plans = plan::read(&targets, files, mapping, main, made)?;
    findings.extend(plan_quarter::told(&targets)?);
    let born = match activities.is_empty() {
        true => Born::default(),
        false => Born::of(files, mapping, main, made)?,
    };
    let (activities, told) = activity::read(&activities, &born, records, owners.as_ref(), mapping)?;
    beside.activities = activities;
    content::read(files, mapping, &of_kind(FileKind::Activities)?, &mut beside.activities)?;
    findings.extend(told);
    Ok((beside, findings))
}

pub(super) fn days(source: &Source) -> Result<Vec<i32>, BuildError> {
    let column = source.role(Role::Date)?;
    let rows = source.table.rows;
    Ok(column.map_or_else(|| vec![NO_DAY; rows], |column| source.clock.days(column, 0..rows)))
}

pub(super) fn numbers(source: &Source, role: Role) -> Result<Vec<f64>, BuildError> {
    let column = source.role(role)?;
    let number = |row| column.and_then(|c| c.number(row)).unwrap_or(f64::NAN);
    Ok((0..source.table.rows).map(number).collect())
}
