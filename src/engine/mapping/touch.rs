//! Where each record came from, as raw text: its UTM marks, the marks of clicks, and the CRM's own
//! source; which goes first is the user's choice. Rows are counted by codes, so that a million rows
//! have only as many touches as there are raw combinations.
//!
//! Not here: which channel a touch is (`channel`), touches that contradict each other (`disagree`).

use super::channel::{Touch, campaign_matters, says_nothing};
use super::click::{CLICK_ROLES, ClickMark};
use super::merge::{Merge, merged};
use super::stage::column;
use super::{FirstSource, Mapping, Role, SourceField};
use crate::engine::distinct::Distinct;
use crate::engine::fold::fold;
use crate::engine::funnel::FileView;
use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The raw combinations of a file, in order of first appearance.
pub struct Touches {
    pub list: Vec<RawTouch>,
    /// For each row the position in `list`.
    pub of_row: Vec<u32>,
}

/// A raw combination as it is written in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawTouch {
    pub source: String,
    /// Where there is none, the mark of a click by its name.
    pub medium: String,
    /// Empty where the campaign can't change the channel.
    pub campaign: String,
    pub rows: u64,
}

impl RawTouch {
    /// The touch for [`super::channel::classify`].
    pub fn touch(&self) -> Touch<'_> {
        Touch { source: &self.source, medium: &self.medium, campaign: &self.campaign }
    }
}

/// Codes of one row: UTM source, medium, campaign, the CRM's source, the mark of a click.
pub(super) type Key = [u32; 5];

/// The touches of a file's rows; `None` where no column tells where records come from.
pub fn touches(
    file: &FileView,
    roles: &BTreeMap<Role, String>,
    mapping: &Mapping,
) -> Option<Touches> {
    let columns = Columns::of(file, roles, mapping)?;
    let mut found = Touches { list: Vec::new(), of_row: Vec::with_capacity(file.table.rows) };
    let mut known: HashMap<Key, u32, FxBuildHasher> = HashMap::default();
    let mut met = |raw: Key| {
        let key = columns.decided(raw, mapping.channels.first);
        *known.entry(key).or_insert_with(|| {
            found.list.push(columns.touch(key));
            (found.list.len() - 1) as u32
        })
    };
    match columns.mixed(file.table.rows) {
        Some(mixed) => {
            // Each combination is decided once and then read for each row that has it.
            let mut slots = vec![u32::MAX; mixed.combinations];
            for raw in mixed.of_row {
                let Some(slot) = slots.get_mut(raw as usize) else { continue };
                if *slot == u32::MAX {
                    *slot = met(columns.parted(raw));
                }
                found.of_row.push(*slot);
            }
        }
        None => found.of_row.extend((0..file.table.rows as u32).map(|row| met(columns.raw(row)))),
    }
    for at in &found.of_row {
        if let Some(touch) = found.list.get_mut(*at as usize) {
            touch.rows += 1;
        }
    }
    Some(found)
}

/// Up to so many combinations of codes have a slot each.
const MOST_SLOTS: u64 = 1 << 18;

/// What is said of each row as one number whose digits are its codes.
struct Mixed {
    combinations: usize,
    of_row: Vec<u32>,
}

/// The columns that tell where records come from.
pub(super) struct Columns<'a> {
    utm: Part<'a>,
    medium: Part<'a>,
    campaign: Part<'a>,
    crm: Part<'a>,
    clicks: Vec<Clicks<'a>>,
    /// Campaigns that can change the channel.
    telling: Vec<bool>,
}

impl<'a> Columns<'a> {
    pub fn of(
        file: &FileView<'a>,
        roles: &BTreeMap<Role, String>,
        mapping: &'a Mapping,
    ) -> Option<Columns<'a>> {
        let part = |role| {
            let column = column(file, roles, role)?;
            let merge = merged(&mapping.merges, &file.profile.name, &column.header);
            Some(Part::new(Distinct::of(column), merge))
        };
        let part = |role| part(role).unwrap_or_default();
        let clicks = CLICK_ROLES.iter().filter_map(|role| {
            let values = Distinct::of(column(file, roles, *role)?);
            let marks = values.texts().map(|t| ClickMark::of_cell(*role, &t)).collect();
            Some(Clicks { values, marks })
        });
        let (utm, medium) = (part(Role::UtmSource), part(Role::UtmMedium));
        let (campaign, crm) = (part(Role::UtmCampaign), part(Role::Source));
        let clicks: Vec<Clicks> = clicks.collect();
        let parts = [&utm, &medium, &campaign, &crm];
        if parts.iter().all(|p| p.values.is_none()) && clicks.is_empty() {
            return None;
        }
        let by_campaign =
            |field: SourceField| matches!(field, SourceField::Campaign | SourceField::Any);
        let all = mapping.channels.rules.iter().any(|rule| by_campaign(rule.field));
        let telling = campaign.texts().map(|text| all || campaign_matters(&text)).collect();
        Some(Columns { utm, medium, campaign, crm, clicks, telling })
    }

    /// All that is said of a row.
    pub fn raw(&self, row: u32) -> Key {
        let (utm, medium) = (self.utm.code(row), self.medium.code(row));
        [utm, medium, self.campaign.code(row), self.crm.code(row), self.click(row)]
    }

    /// How many codes each part of [`Columns::raw`] can have.
    fn sizes(&self) -> Key {
        let size = |part: &Part| part.values.as_ref().map_or(1, |v| v.len() as u32);
        let clicks = if self.clicks.is_empty() { 1 } else { MARKS.len() as u32 + 1 };
        [size(&self.utm), size(&self.medium), size(&self.campaign), size(&self.crm), clicks]
    }

    /// [`Columns::raw`] of all rows; `None` where there could be too many combinations.
    fn mixed(&self, rows: usize) -> Option<Mixed> {
        let sizes = self.sizes();
        let all = sizes.iter().fold(1u64, |all, size| all.saturating_mul(u64::from(*size)));
        if all > MOST_SLOTS {
            return None;
        }
        let mut of_row = vec![0u32; rows];
        for (part, size) in [&self.utm, &self.medium, &self.campaign, &self.crm].iter().zip(sizes) {
            let Some(values) = &part.values else { continue };
            let digits: Vec<u32> = (0..size).map(|code| part.said(code)).collect();
            for (mixed, code) in of_row.iter_mut().zip(values.codes.iter()) {
                *mixed = *mixed * size + digits.get(*code as usize).copied().unwrap_or(0);
            }
            of_row.iter_mut().skip(values.codes.len()).for_each(|mixed| *mixed *= size);
        }
        if let [.., size] = sizes
            && !self.clicks.is_empty()
        {
            for (mixed, row) in of_row.iter_mut().zip(0..) {
                *mixed = *mixed * size + self.click(row);
            }
        }
        Some(Mixed { combinations: all as usize, of_row })
    }

    /// The codes of a number of [`Mixed`].
    fn parted(&self, mut mixed: u32) -> Key {
        let mut key = Key::default();
        for (digit, size) in key.iter_mut().zip(self.sizes()).rev() {
            *digit = mixed % size;
            mixed /= size;
        }
        key
    }

    fn click(&self, row: u32) -> u32 {
        self.clicks.iter().find_map(|c| c.mark(row)).map_or(0, |m| m as u32 + 1)
    }

    /// Whether any column holds the address of the visit.
    pub fn has_address(&self) -> bool {
        self.utm.values.is_some() || self.medium.values.is_some() || !self.clicks.is_empty()
    }

    /// What decides of what is said: one source, and the mark of a click only where there is no
    /// medium. A source that says nothing (`(not set)`) gives way to one that does.
    pub fn decided(
        &self,
        [mut utm, medium, mut campaign, mut crm, mut click]: Key,
        first: FirstSource,
    ) -> Key {
        let crm_says = crm != 0 && !self.crm.says_nothing(crm);
        if crm_says && self.utm.says_nothing(utm) {
            utm = 0;
        }
        // Meta marks posts as well as ads: that proves less than any source that is named.
        let weak = click == ClickMark::Meta as u32 + 1 && (utm != 0 || crm != 0);
        if weak || medium != 0 {
            click = 0;
        }
        if first == FirstSource::Crm && crm_says {
            return [0, 0, 0, crm, 0];
        }
        if utm != 0 || click != 0 {
            crm = 0;
        }
        let alone = utm == 0 && medium == 0 && crm == 0 && click == 0;
        if !alone && !self.telling.get(campaign as usize).copied().unwrap_or(false) {
            campaign = 0;
        }
        [utm, medium, campaign, crm, click]
    }

    /// The texts of a combination that decides.
    pub fn touch(&self, [utm, medium, campaign, crm, click]: Key) -> RawTouch {
        let source = if utm == 0 { self.crm.text(crm) } else { self.utm.text(utm) };
        let mark = (click as usize).checked_sub(1).and_then(|at| MARKS.get(at));
        RawTouch {
            source: source.into_owned(),
            medium: mark.map_or_else(
                || self.medium.text(medium).into_owned(),
                |mark| mark.name().to_owned(),
            ),
            campaign: self.campaign.text(campaign).into_owned(),
            rows: 0,
        }
    }

    /// Whether the CRM's source, and whether the address of the visit, say something.
    pub fn both_say(&self, [utm, medium, _, crm, click]: Key) -> bool {
        let address =
            !self.utm.says_nothing(utm) || !self.medium.says_nothing(medium) || click != 0;
        address && !self.crm.says_nothing(crm)
    }
}

/// Marks by their number.
const MARKS: [ClickMark; 9] = [
    ClickMark::Google,
    ClickMark::Yandex,
    ClickMark::Microsoft,
    ClickMark::TikTok,
    ClickMark::LinkedIn,
    ClickMark::Meta,
    ClickMark::OpenstatDirect,
    ClickMark::OpenstatMarket,
    ClickMark::Openstat,
];

/// A column of marks of clicks.
struct Clicks<'a> {
    values: Distinct<'a>,
    marks: Vec<Option<ClickMark>>,
}

impl Clicks<'_> {
    fn mark(&self, row: u32) -> Option<ClickMark> {
        self.marks.get(self.values.code(row) as usize).copied().flatten()
    }
}

/// One column of a touch; cells of white space count as empty.
#[derive(Default)]
struct Part<'a> {
    values: Option<Distinct<'a>>,
    merge: Option<&'a Merge>,
    blank: Vec<bool>,
    /// Empty, or a word for it.
    silent: Vec<bool>,
}

impl<'a> Part<'a> {
    fn new(values: Distinct<'a>, merge: Option<&'a Merge>) -> Part<'a> {
        let blank = values.texts().map(|t| t.trim().is_empty()).collect();
        let silent = values.texts().map(|t| says_nothing(&fold(&t))).collect();
        Part { values: Some(values), merge, blank, silent }
    }
    fn code(&self, row: u32) -> u32 {
        self.said(self.values.as_ref().map_or(0, |v| v.code(row)))
    }
    /// The code, or 0 where it stands for white space.
    fn said(&self, code: u32) -> u32 {
        if self.blank.get(code as usize).copied().unwrap_or(true) { 0 } else { code }
    }
    fn says_nothing(&self, code: u32) -> bool {
        code == 0 || self.silent.get(code as usize).copied().unwrap_or(true)
    }
    fn text(&self, code: u32) -> Cow<'a, str> {
        let text =
            self.values.as_ref().filter(|_| code > 0).map_or(Cow::Borrowed(""), |v| v.text(code));
        self.merge.map_or(text.clone(), |m| m.read(text))
    }
    fn texts(&self) -> impl Iterator<Item = Cow<'a, str>> {
        self.values.iter().flat_map(Distinct::texts)
    }
}
