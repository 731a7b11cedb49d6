//! Which columns of two files name the same things: proposed by the overlap of folded values.
//!
//! Joins lead from the records (or a lookup already joined) to a lookup's key and never change the
//! count of records. Not here: spellings that miss each other (`alias`), the joining itself
//! (`funnel`).

use super::Role;
use super::contact::Contact;
use super::header::Header;
use super::key::KeyKind;
use super::stage::column;
use crate::engine::distinct::Distinct;
use crate::engine::fold::fold_header;
use crate::engine::funnel::FileView;
use crate::engine::table::{Cells, Column, ColumnType};
use hashbrown::HashSet;
use rustc_hash::FxBuildHasher;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many distinct values of a column are looked at for a proposal.
const LOOKED_AT: usize = 20_000;

/// A lookup file joined to the records: never changes the count of records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Join {
    /// The file that refers (the records' file, or a lookup already joined).
    pub from_file: String,
    pub from_column: String,
    pub lookup_file: String,
    pub key_column: String,
    /// Raw value in the records → key in the lookup, such as `GTXPro` → `GTX Pro`.
    pub aliases: BTreeMap<String, String>,
    /// How keys are compared.
    #[serde(default)]
    pub by: KeyKind,
}

/// The two columns by which a record and a cost row name the same campaign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpendJoin {
    pub record_column: String,
    pub spend_file: String,
    pub spend_column: String,
}

type Keys = HashSet<String, FxBuildHasher>;

/// The values of a column as they are compared, the empty one left out.
pub fn keys(column: &Column, by: KeyKind) -> Keys {
    Distinct::of(column).texts().map(|t| by.key(&t)).filter(|t| !t.is_empty()).collect()
}

/// A proposed reference from one file's column to another file's key.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    pub from_column: String,
    pub key_column: String,
    /// Share of the referring rows (those with a value) that find their key.
    pub share: f64,
    pub by: KeyKind,
}

/// The best reference from a file to a possible lookup. With `key` only that column is a key.
pub fn reference(from: &FileView, lookup: &FileView, key: Option<&str>) -> Option<Reference> {
    let mut best: Option<(f64, Reference)> = None;
    for key_column in key_columns(lookup).filter(|c| key.is_none_or(|k| k == c.header)) {
        let contact = Contact::of(&key_column.header);
        let (text, of_contact) =
            (keys(key_column, KeyKind::Text), contact.map(|c| keys(key_column, c.key())));
        // Letters in an id tell it from those of other files.
        let is_counter = text.iter().all(|key| key.chars().all(|c| c.is_ascii_digit()));
        for column in from.table.columns.iter().filter(|c| can_refer(c)) {
            // Addresses and numbers of people are written in many ways.
            let both = contact.filter(|c| Contact::of(&column.header) == Some(*c));
            let by = both.map_or(KeyKind::Text, Contact::key);
            let keys = of_contact.as_ref().filter(|_| both.is_some()).unwrap_or(&text);
            let alike = both.is_some() || is_alike(&column.header, key_column, lookup);
            let meeting = meeting(column, keys, by);
            let share = meeting.share;
            // Each file has its own `ID`: two of them name the same only where they are the same.
            let bare = both.is_none()
                && is_counter
                && is_bare(&column.header)
                && is_bare(&key_column.header);
            let same = share >= 0.9 && meeting.distinct * 10 >= keys.len().min(LOOKED_AT) * 9;
            if bare && !same {
                continue;
            }
            // Small whole numbers meet by chance: there the headers must agree as well.
            let is_number = !matches!(key_column.cells, Cells::Text(_));
            let enough = if alike { share >= 0.1 } else { share >= 0.5 && !is_number };
            let score = share + if alike { 0.5 } else { 0.0 } - if bare { 0.6 } else { 0.0 };
            if enough && best.as_ref().is_none_or(|(s, _)| score > *s) {
                let (from_column, key_column) = (column.header.clone(), key_column.header.clone());
                best = Some((score, Reference { from_column, key_column, share, by }));
            }
        }
    }
    best.map(|(_, reference)| reference)
}

/// Columns that could be the key of a lookup: a different value in every row.
fn key_columns<'a>(file: &FileView<'a>) -> impl Iterator<Item = &'a Column> {
    let (profile, table) = (file.profile, file.table);
    let is_key = move |header: &str| {
        profile.columns.iter().any(|c| {
            c.header == header
                && matches!(c.kind, ColumnType::Text | ColumnType::Integer)
                && c.distinct >= 2
                && c.distinct as f64 >= 0.98 * c.filled as f64
                && c.filled as f64 >= 0.9 * profile.rows as f64
                && !(c.kind == ColumnType::Integer && is_measure(header))
        })
    };
    table.columns.iter().filter(move |c| is_key(&c.header))
}

/// Money and counts differ from row to row without naming anything.
fn is_measure(header: &str) -> bool {
    const WORDS: &[&str] = &[
        "cost*",
        "price*",
        "amount",
        "spend",
        "spent",
        "revenue",
        "value",
        "total",
        "sum",
        "budget",
        "clicks",
        "impressions",
        "quantity",
        "qty",
        "reach",
        "leads",
        "employees",
        "цена",
        "стоимость",
        "сумма",
        "расход*",
        "бюджет*",
        "выручка",
        "показы",
        "клики",
        "количество",
        "охват",
        "лиды",
        "сотрудников",
        "κοστοσ",
        "τιμη",
        "ποσο",
        "δαπαν*",
        "αξια",
        "εσοδα",
        "κλικ",
        "εμφανισεισ",
        "ποσοτητα",
        "προυπολογισμοσ",
    ];
    let header = Header::new(header);
    WORDS.iter().any(|word| header.has(word))
}

fn can_refer(column: &Column) -> bool {
    matches!(column.kind, ColumnType::Text | ColumnType::Integer)
}

/// Whether two headers name the same: equal, or `account_id` for the `id` of `accounts.csv`.
fn is_alike(header: &str, key: &Column, lookup: &FileView) -> bool {
    let (a, b) = (fold_header(header), fold_header(&key.header));
    let name = fold_header(&lookup.profile.name);
    let subject = a.strip_suffix(b.as_str()).or_else(|| a.strip_prefix(b.as_str()));
    let subject = subject.map(str::trim);
    // `company_id` for `companies.csv`; what is left of `sys_id` would be in any name.
    let stem = subject.map(|s| s.trim_end_matches(['s', 'y'])).filter(|s| s.chars().count() >= 3);
    a == b || stem.is_some_and(|s| name.contains(s))
}

/// Whether a header names an identifier and not of what.
fn is_bare(header: &str) -> bool {
    const BARE: &str = "id|ids|uid|uuid|guid|key|code|number|no|nr|#|№|ид|код|номер|κωδικοσ|\
        αριθμοσ|αναγνωριστικο";
    Header::new(header).is_any(BARE)
}

/// How a column's values meet a set of keys.
struct Meeting {
    /// Of the rows with a value.
    share: f64,
    rows: u64,
    distinct: usize,
}

fn meeting(column: &Column, keys: &Keys, by: KeyKind) -> Meeting {
    let values = Distinct::of(column);
    let counts = values.counts();
    let (mut met, mut all, mut distinct) = (0u64, 0u64, 0);
    for (text, rows) in values.texts().zip(counts).skip(1).take(LOOKED_AT) {
        all += rows;
        if keys.contains(&by.key(&text)) {
            met += rows;
            distinct += 1;
        }
    }
    Meeting { share: met as f64 / all.max(1) as f64, rows: met, distinct }
}

/// The key of a file that nothing refers to: its first column of different texts, then of different
/// whole numbers. A file with dates tells events and is no lookup.
pub fn lone_key(file: &FileView) -> Option<String> {
    let is_date = |c: &Column| matches!(c.kind, ColumnType::Day | ColumnType::Moment);
    if file.table.columns.iter().any(is_date) || file.table.columns.len() < 2 {
        return None;
    }
    let text = key_columns(file).find(|c| c.kind == ColumnType::Text);
    text.or_else(|| key_columns(file).next()).map(|c| c.header.clone())
}

/// The join that a reference makes.
pub fn join(from_file: &str, lookup_file: &str, reference: Reference) -> Join {
    Join {
        from_file: from_file.to_owned(),
        from_column: reference.from_column,
        lookup_file: lookup_file.to_owned(),
        key_column: reference.key_column,
        aliases: BTreeMap::new(),
        by: reference.by,
    }
}

/// The column by which a further cost file names the campaigns of the records' column: its ids or
/// its names, whichever more records meet.
pub fn spend_column(
    records: &Column,
    spend: &FileView,
    roles: &BTreeMap<Role, String>,
) -> Option<String> {
    let mut best: Option<(u64, String)> = None;
    for role in [Role::CampaignId, Role::Campaign] {
        let Some(campaigns) = column(spend, roles, role) else { continue };
        let rows = meeting(records, &keys(campaigns, KeyKind::Text), KeyKind::Text).rows;
        if rows > best.as_ref().map_or(0, |(most, _)| *most) {
            best = Some((rows, campaigns.header.clone()));
        }
    }
    best.map(|(_, header)| header)
}

/// The column of the records that names the campaigns of a cost file: where most records meet.
pub fn spend_join(
    records: &FileView,
    roles: &BTreeMap<Role, String>,
    spend: &FileView,
    spend_roles: &BTreeMap<Role, String>,
) -> Option<(SpendJoin, u64)> {
    let mut best: Option<(SpendJoin, u64)> = None;
    for role in [Role::CampaignId, Role::Campaign] {
        let Some(campaigns) = column(spend, spend_roles, role) else { continue };
        let keys = keys(campaigns, KeyKind::Text);
        for column in records.table.columns.iter().filter(|c| can_refer(c)) {
            let header = Header::new(&column.header);
            let named = roles.get(&Role::UtmCampaign) == Some(&column.header)
                || ["campaign", "кампани*", "καμπανια*"].iter().any(|w| header.has(w));
            let meeting = meeting(column, &keys, KeyKind::Text);
            let enough = if named { meeting.distinct >= 1 } else { meeting.share >= 0.5 };
            let is_text = matches!(column.cells, Cells::Text(_));
            let better = best.as_ref().is_none_or(|(_, rows)| meeting.rows > *rows);
            if enough && (named || (is_text && meeting.distinct >= 2)) && better {
                let join = SpendJoin {
                    record_column: column.header.clone(),
                    spend_file: spend.profile.name.clone(),
                    spend_column: campaigns.header.clone(),
                };
                best = Some((join, meeting.rows));
            }
        }
    }
    best
}
