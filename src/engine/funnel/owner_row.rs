//! Which record a row of another file speaks of: by the record's id or name, else by its person (by
//! name, e-mail, telephone or id, of the record or of the contact that is joined to it), else by its
//! account. It may name the lead as well as its deal: where records begin with leads, and where they
//! begin with deals, of which the lead became one. A file may have a column for each: then a row is of
//! the deal that it names, and only without one of the lead's.
//!
//! Not here: lookups, which the mapping joins by a named column (`link`).

use super::begin::leads_of;
use super::contact_row::Contacts;
use super::crossing::RowsMet;
use super::source::{Source, position};
use super::{Assembled, FileView, NO_KEY, NO_ROW};
use crate::engine::audit::Finding;
use crate::engine::distinct::Distinct;
use crate::engine::error::BuildError;
use crate::engine::fold::fold;
use crate::engine::mapping::{FileKind, Mapping, Role};
use crate::engine::table::{Column, NO_DAY};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;

/// The records by each text that may name them.
pub(super) struct Owners<'a> {
    made: &'a Assembled,
    deals: Side<'a>,
    /// Those with which records begin; else those that became deals, by their ids and names alone.
    leads: Option<Side<'a>>,
    begins_with_leads: bool,
    contacts: Contacts<'a>,
}

/// One file that knows the records.
struct Side<'a> {
    /// The rows that speak of records, and those records.
    rows: (Vec<u32>, Vec<u32>),
    /// In the order in which they are tried: the role in the other file, the column here, and the
    /// records by its texts, once a file has a column of that role.
    keys: Vec<(Role, &'a Column, OnceCell<ByText>)>,
}

pub(super) type ByText = FxHashMap<String, Vec<u32>>;

/// The role of the other file's column, and that of the records'.
const KEYS: [(Role, Role); 4] = [
    (Role::Record, Role::RecordId),
    (Role::Record, Role::Name),
    (Role::Person, Role::Person),
    (Role::Account, Role::Account),
];

/// The records of the rows of a file, and what is to be said of how they met.
pub(super) struct Owned {
    pub record: Vec<u32>,
    /// Rows of deals by the leads that became them: the row may be older than the deal. Empty where
    /// there are none.
    pub by_lead: Vec<bool>,
    pub told: Option<Finding>,
}

impl<'a> Owners<'a> {
    pub fn of(
        files: &[FileView<'a>],
        mapping: &'a Mapping,
        main: &Source<'a>,
        made: &'a Assembled,
    ) -> Result<Owners<'a>, BuildError> {
        let leads = match leads_of(files, mapping, made)? {
            Some((lead, rows)) => {
                let records = (0..rows.len() as u32).collect();
                Some(Side::of(&lead, (rows, records))?)
            }
            None => became_deals(files, mapping, main, made)?,
        };
        let begins_with_leads = made.begun.is_some();
        Ok(Owners {
            made,
            deals: Side::of(main, made.rows_of_records())?,
            leads,
            begins_with_leads,
            contacts: Contacts::of(files, mapping, main, made)?,
        })
    }

    /// The record of each row; [`NO_ROW`] where there is none. Where several records fit (those of
    /// an account), it is the last one that was created by the row's day, else the first; of a touch
    /// the one that was open on its day, else the next that came of it.
    pub fn rows(
        owners: Option<&Owners>,
        source: &Source,
        days: &[i32],
    ) -> Result<Owned, BuildError> {
        match owners {
            Some(owners) => owners.found(source, days),
            None => {
                let record = vec![NO_ROW; source.table.rows];
                Ok(Owned { record, by_lead: Vec::new(), told: None })
            }
        }
    }

    fn found(&self, source: &Source, days: &[i32]) -> Result<Owned, BuildError> {
        let by_deal = self.named(&self.deals, source, Role::Record, days)?;
        let of_its_own = source.role(Role::Lead)?;
        let mut by_lead = Vec::new();
        let (mut record, named) = match &self.leads {
            None => (by_deal, None),
            Some(leads) => {
                let role = of_its_own.map_or(Role::Record, |_| Role::Lead);
                let mut of_lead = self.named(leads, source, role, days)?;
                if let Some(column) = of_its_own {
                    leads.agree(column, &by_deal, &mut of_lead);
                }
                let of_deal = by_deal.clone();
                let (record, met) = RowsMet::either(by_deal, &of_lead, of_its_own.is_some());
                if !self.begins_with_leads && met.by_lead > 0 {
                    let each = record.iter().zip(of_deal.iter().zip(&of_lead));
                    let is_lead = |(at, (deal, lead)): (&u32, (&u32, &u32))| {
                        *at != NO_ROW && at == lead && (met.leads_first || *deal == NO_ROW)
                    };
                    by_lead = each.map(is_lead).collect();
                }
                // Where deals are counted, a file that names no lead is as any other.
                let is_told = self.begins_with_leads || met.by_lead + met.both > 0;
                (record, Some(met).filter(|_| is_told))
            }
        };
        for role in [Role::Person, Role::Account] {
            if let Some(column) = source.role(role)? {
                let fitting = |text: &str| self.fitting(role, &fold(text));
                self.fill_by(&mut record, (source, column), fitting, days);
            }
            let by_contact = [Role::Person, Role::Record].into_iter();
            for of in by_contact.filter(|_| role == Role::Person) {
                if let Some(column) = source.role(of)? {
                    let fitting = |text: &str| self.contacts.fitting(of, &column.header, text);
                    self.fill_by(&mut record, (source, column), fitting, days);
                }
            }
        }
        let found = record.iter().filter(|record| **record != NO_ROW).count() as u64;
        let told = named
            .map(|met| RowsMet { otherwise: found - met.met(), ..met }.told(&source.mapping.name));
        Ok(Owned { record, by_lead, told })
    }

    /// By the ids of one side's records, then by their names, as the column of a role names them.
    fn named(
        &self,
        side: &Side,
        source: &Source,
        role: Role,
        days: &[i32],
    ) -> Result<Vec<u32>, BuildError> {
        let mut record = vec![NO_ROW; source.table.rows];
        let Some(column) = source.role(role)? else { return Ok(record) };
        let distinct = Distinct::of(column);
        for texts in side.texts(Role::Record) {
            let of_code: Vec<Option<&Vec<u32>>> =
                (0..distinct.len() as u32).map(|c| texts.get(&fold(&distinct.text(c)))).collect();
            let of_code = |code: usize| of_code.get(code).copied().flatten().map(Vec::as_slice);
            self.fill(&mut record, (source, &distinct), of_code, days);
        }
        Ok(record)
    }

    /// Gives rows that have no record yet the one that fits what a column says of them.
    fn fill_by(
        &self,
        record: &mut [u32],
        (source, column): (&Source, &Column),
        fitting: impl Fn(&str) -> Vec<u32>,
        days: &[i32],
    ) {
        let distinct = Distinct::of(column);
        let of_code: Vec<Vec<u32>> = distinct.texts().map(|text| fitting(&text)).collect();
        let of_code = |code: usize| of_code.get(code).map(Vec::as_slice);
        self.fill(record, (source, &distinct), of_code, days);
    }

    /// The records of a person or an account, whichever file tells.
    fn fitting(&self, role: Role, text: &str) -> Vec<u32> {
        let sides = std::iter::once(&self.deals).chain(&self.leads);
        let texts = sides.flat_map(|side| side.texts(role));
        let mut fitting: Vec<u32> = texts.filter_map(|t| t.get(text)).flatten().copied().collect();
        fitting.sort_unstable();
        fitting.dedup();
        fitting
    }

    /// Gives rows that have no record yet the one that fits.
    fn fill<'b>(
        &self,
        record: &mut [u32],
        (source, distinct): (&Source, &Distinct),
        of_code: impl Fn(usize) -> Option<&'b [u32]>,
        days: &[i32],
    ) {
        // A person with many records and many rows is looked for once a day.
        let mut known: FxHashMap<(u32, i32), u32> = FxHashMap::default();
        for ((found, code), day) in record.iter_mut().zip(distinct.codes.iter()).zip(days) {
            let fitting = of_code(*code as usize).filter(|_| *found == NO_ROW);
            if let Some(fitting) = fitting {
                let find = || match source.mapping.kind {
                    FileKind::Touches => self.touched(fitting, *day),
                    _ => self.at(fitting, *day),
                };
                *found = match fitting {
                    [] | [_] => find(),
                    _ => *known.entry((*code, *day)).or_insert_with(find),
                };
            }
        }
    }

    /// The record that a touch of that day belongs to: the last created of those that were open then,
    /// else the first created afterwards, else the last.
    fn touched(&self, fitting: &[u32], day: i32) -> u32 {
        let records = &self.made.records;
        let of = |days: &[i32], at: &u32| days.get(*at as usize).copied().unwrap_or(NO_DAY);
        // Of one day the one that closed last and the larger: the order of rows decides nothing.
        let amount = |at: &u32| records.amount.get(*at as usize).map_or(0, |a| a.to_bits() as i64);
        let until = |at: &u32| Some(of(&records.closed, at)).filter(|day| *day != NO_DAY);
        let until = |at: &u32| until(at).unwrap_or(i32::MAX);
        let key = |at: &u32| (of(&records.created, at), until(at), amount(at), *at);
        let is_open = |at: &u32| {
            let closed = of(&records.closed, at);
            key(at).0 <= day && (closed == NO_DAY || day <= closed)
        };
        let open = fitting.iter().copied().filter(is_open).max_by_key(key);
        let next = || fitting.iter().copied().filter(|at| key(at).0 > day).min_by_key(key);
        let last = || fitting.iter().copied().max_by_key(key);
        open.or_else(next).or_else(last).unwrap_or(NO_ROW)
    }

    fn at(&self, fitting: &[u32], day: i32) -> u32 {
        let created =
            |at: &u32| self.made.records.created.get(*at as usize).copied().unwrap_or(NO_DAY);
        let before = fitting.iter().copied().filter(|at| created(at) <= day);
        // The later of equals, as the file has them.
        let last = before.max_by_key(|at| (created(at), *at));
        last.or(fitting.first().copied()).unwrap_or(NO_ROW)
    }
}

/// The leads that became the deals that are counted, with the deals of each.
fn became_deals<'a>(
    files: &[FileView<'a>],
    mapping: &'a Mapping,
    main: &Source<'a>,
    made: &Assembled,
) -> Result<Option<Side<'a>>, BuildError> {
    let Some(join) = mapping.lead_join() else { return Ok(None) };
    let file = mapping.files.iter().find(|f| f.name == join.lookup_file);
    let Some(file) = file.filter(|f| position(files, &f.name).is_some()) else { return Ok(None) };
    let lead = Source::find(files, mapping, file)?;
    let is_ours = |l: &&super::Link| l.from_file == main.at && l.lookup_file == lead.at;
    let Some(link) = made.links.iter().find(is_ours) else { return Ok(None) };
    let (rows, records) = made.rows_of_records();
    let pairs = rows.iter().zip(records).filter_map(|(row, record)| {
        let lead = link.partner.get(*row as usize).copied();
        Some((lead.filter(|lead| *lead < NO_KEY)?, record))
    });
    let mut side = Side::of(&lead, pairs.unzip())?;
    side.keys.retain(|(theirs, _, _)| *theirs == Role::Record);
    Ok(Some(side))
}

impl<'a> Side<'a> {
    fn of(file: &Source<'a>, rows: (Vec<u32>, Vec<u32>)) -> Result<Side<'a>, BuildError> {
        let mut keys = Vec::new();
        for (theirs, ours) in KEYS {
            if let Some(column) = file.role(ours)? {
                keys.push((theirs, column, OnceCell::new()));
            }
        }
        Ok(Side { rows, keys })
    }

    /// A lead with several deals is that of each of them: a row that names one of them and the lead is
    /// no contradiction.
    fn agree(&self, column: &Column, by_deal: &[u32], by_lead: &mut [u32]) {
        let distinct = Distinct::of(column);
        for texts in self.texts(Role::Record) {
            let of_code: Vec<Option<&Vec<u32>>> =
                distinct.texts().map(|text| texts.get(&fold(&text))).collect();
            let rows = by_lead.iter_mut().zip(by_deal).zip(distinct.codes.iter());
            for ((lead, deal), code) in rows.filter(|((_, deal), _)| **deal != NO_ROW) {
                let theirs = of_code.get(*code as usize).copied().flatten();
                if theirs.is_some_and(|theirs| theirs.contains(deal)) {
                    *lead = *deal;
                }
            }
        }
    }

    /// The records by the texts of each column that answers to a role.
    fn texts(&self, role: Role) -> impl Iterator<Item = &ByText> {
        let keys = self.keys.iter().filter(move |(theirs, _, _)| *theirs == role);
        keys.map(|(_, column, texts)| texts.get_or_init(|| by_text(column, &self.rows, fold)))
    }
}

/// Records by the key of a column's text; those without one are under none.
pub(super) fn by_text(
    column: &Column,
    (rows, record_of): &(Vec<u32>, Vec<u32>),
    key: impl Fn(&str) -> String,
) -> ByText {
    let distinct = Distinct::of(column);
    let texts: Vec<String> = distinct.texts().map(|text| key(&text)).collect();
    let mut found = ByText::default();
    for (at, row) in record_of.iter().zip(rows) {
        let Some(text) = texts.get(distinct.code(*row) as usize) else { continue };
        if !text.is_empty() {
            found.entry(text.clone()).or_default().push(*at);
        }
    }
    found
}
