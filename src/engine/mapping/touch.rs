//! Where each record came from, as raw text: its UTM marks, and the CRM's own source where the
//! UTM source is empty. Rows are counted by codes, so that a million rows have only as many touches as there are
//! raw combinations.
//!
//! Not here: which channel a touch is (`channel`).

use super::channel::{Touch, campaign_matters};
use super::stage::column;
use super::{ChannelMapping, Role, SourceField};
use crate::engine::distinct::Distinct;
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

/// The touches of a file's rows; `None` where no column tells where records come from.
pub fn touches(
    file: &FileView,
    roles: &BTreeMap<Role, String>,
    channels: &ChannelMapping,
) -> Option<Touches> {
    let part = |role| Part::new(column(file, roles, role).map(Distinct::of));
    let (utm, medium) = (part(Role::UtmSource), part(Role::UtmMedium));
    let (campaign, plain) = (part(Role::UtmCampaign), part(Role::Source));
    if [&utm, &medium, &campaign, &plain].iter().all(|p| p.values.is_none()) {
        return None;
    }
    let by_campaign =
        |field: SourceField| matches!(field, SourceField::Campaign | SourceField::Any);
    let all = channels.rules.iter().any(|rule| by_campaign(rule.field));
    let telling: Vec<bool> = campaign.texts().map(|text| all || campaign_matters(&text)).collect();
    let mut found = Touches { list: Vec::new(), of_row: Vec::with_capacity(file.table.rows) };
    let mut known: HashMap<[u32; 4], u32, FxBuildHasher> = HashMap::default();
    for row in 0..file.table.rows as u32 {
        let mut key = [utm.code(row), medium.code(row), campaign.code(row), 0];
        if key[0] == 0 {
            key[3] = plain.code(row);
        }
        let alone = key[0] == 0 && key[1] == 0 && key[3] == 0;
        if !alone && !telling.get(key[2] as usize).copied().unwrap_or(false) {
            key[2] = 0;
        }
        let at = *known.entry(key).or_insert_with(|| {
            let source = if key[0] == 0 { plain.text(key[3]) } else { utm.text(key[0]) };
            found.list.push(RawTouch {
                source: source.into_owned(),
                medium: medium.text(key[1]).into_owned(),
                campaign: campaign.text(key[2]).into_owned(),
                rows: 0,
            });
            (found.list.len() - 1) as u32
        });
        if let Some(touch) = found.list.get_mut(at as usize) {
            touch.rows += 1;
        }
        found.of_row.push(at);
    }
    Some(found)
}

/// One column of a touch; cells of white space count as empty.
struct Part<'a> {
    values: Option<Distinct<'a>>,
    blank: Vec<bool>,
}

impl<'a> Part<'a> {
    fn new(values: Option<Distinct<'a>>) -> Part<'a> {
        let blank = values.iter().flat_map(Distinct::texts).map(|t| t.trim().is_empty());
        Part { blank: blank.collect(), values }
    }
    fn code(&self, row: u32) -> u32 {
        let code = self.values.as_ref().map_or(0, |v| v.code(row));
        if self.blank.get(code as usize).copied().unwrap_or(true) { 0 } else { code }
    }
    fn text(&self, code: u32) -> Cow<'a, str> {
        self.values.as_ref().filter(|_| code > 0).map_or(Cow::Borrowed(""), |v| v.text(code))
    }
    fn texts(&self) -> impl Iterator<Item = Cow<'a, str>> {
        self.values.iter().flat_map(Distinct::texts)
    }
}
