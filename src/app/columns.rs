//! The columns that filters and formulas can name: those of the records' file, of the files joined
//! to it, and of cost files.

use crate::app::action::App;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::engine::dimension::Dimension;
use crate::engine::formula::{ColumnKind, OwnHead, OwnMeasure, stage_heads};
use crate::engine::funnel::stage_names;
use crate::engine::mapping::{FileKind, Role};
use crate::engine::table::ColumnType;
use leptos::prelude::*;

/// One column of a file of the session.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownColumn {
    pub file: String,
    pub header: String,
    pub kind: ColumnType,
    pub is_money: bool,
    /// Of a cost file, where there are records: formulas can name it, filters can't.
    pub is_cost: bool,
}

impl KnownColumn {
    pub fn dimension(&self) -> Dimension {
        Dimension::Column { file: self.file.clone(), header: self.header.clone() }
    }

    /// What a formula can do with it.
    pub fn formula_kind(&self) -> ColumnKind {
        use ColumnType as C;
        match self.kind {
            _ if self.is_money => ColumnKind::Money,
            C::Integer | C::Decimal | C::Money | C::Percent | C::Time => ColumnKind::Number,
            C::Text | C::Day | C::Moment | C::Flag => ColumnKind::Other,
        }
    }
}

/// See the module; reactive.
pub fn known_columns(app: App) -> Vec<KnownColumn> {
    let document = app.state.document();
    let document = document.read();
    let mapping = &document.mapping;
    let records = mapping.records_file().map(|f| f.name.as_str());
    let files = app.state.session().files();
    let files = files.read();
    let mut found = Vec::new();
    for file in &mapping.files {
        let is_joined = mapping.joins.iter().any(|j| j.lookup_file == file.name);
        let is_cost = file.kind == FileKind::Spend;
        let is_counted = records == Some(file.name.as_str());
        let is_record = is_counted || matches!(file.kind, FileKind::Deals | FileKind::Leads);
        if !(is_record || is_cost || is_joined) {
            continue;
        }
        let profile = files.iter().filter_map(|f| f.last_profile()).find(|p| p.name == file.name);
        let money = |header: &str| {
            [Role::Amount, Role::Spend]
                .iter()
                .any(|r| file.roles.get(r).is_some_and(|h| h == header))
        };
        found.extend(profile.into_iter().flat_map(|p| &p.columns).map(|c| KnownColumn {
            file: file.name.clone(),
            header: c.header.clone(),
            kind: c.kind,
            is_money: c.currency.is_some() || money(&c.header),
            is_cost: is_cost && records.is_some(),
        }));
    }
    found
}

/// What is known of measures that bear names of the user's (his own ones, and those from stage to
/// stage), as they are now; not reactive.
pub fn own_heads() -> Vec<OwnHead> {
    let app = App::here();
    let document = app.state.document();
    let document = document.read_untracked();
    let own = document.report.own.iter().map(OwnMeasure::head);
    own.chain(stage_heads(&stage_names(&document.mapping))).collect()
}
