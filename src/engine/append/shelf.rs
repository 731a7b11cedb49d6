//! The files that were read, and the tables that are made of them as the mapping says.
//!
//! A file's rows are in one place: in its own table, or in the table of its group. Where a group is
//! given up, its files are read again. Not here: reading (`import`), threads and messages
//! (`service`).

use super::combined::{Combined, Left};
use super::exports::{compared, exports};
use super::snapshot::{Named, Shared, Side};
use super::{FileGroup, compare, decide, propose};
use crate::engine::funnel::FileView;
use crate::engine::import::Imported;
use crate::engine::mapping::view::GroupView;
use crate::engine::mapping::{FileKind, Mapping, kind};
use crate::engine::profile::FileProfile;
use crate::engine::table::Table;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// See the module. Files go by numbers; their order is the order of the files.
#[derive(Default)]
pub struct Shelf {
    files: BTreeMap<u32, Shelved>,
    made: Vec<Made>,
    /// Pairs of files that were compared id by id: it takes a look at all of their rows.
    compared: RefCell<BTreeMap<(Numbered, Numbered), Shared>>,
}

/// A file by its number, and how its records are named.
type Numbered = (u32, Named);

struct Shelved {
    profile: Box<FileProfile>,
    /// `None` while its rows are in a table of several files, or have to be read again.
    table: Option<Table>,
}

struct Made {
    files: Vec<u32>,
    combined: Combined,
}

impl Shelf {
    /// Takes in a file, in the place of an earlier reading.
    pub fn put(&mut self, file: u32, imported: Imported) {
        self.give_up(file);
        let Imported { profile, table } = imported;
        let shelved = Shelved { profile: Box::new(profile), table: Some(table) };
        self.files.insert(file, shelved);
    }

    /// Forgets a file.
    pub fn remove(&mut self, file: u32) {
        self.give_up(file);
        self.files.remove(&file);
    }

    fn give_up(&mut self, file: u32) {
        self.made.retain(|made| !made.files.contains(&file));
        self.compared.get_mut().retain(|((a, _), (b, _)), _| *a != file && *b != file);
    }

    /// What was read, file by file.
    pub fn profiles(&self) -> Vec<&FileProfile> {
        self.files.values().map(|f| &*f.profile).collect()
    }

    /// The rows of a file around a physical line, with at least so many on either side of it.
    pub fn window(&self, file: u32, line: u32, around: usize) -> Option<Cow<'_, Table>> {
        let shelved = self.files.get(&file)?;
        if let Some(table) = &shelved.table {
            return Some(Cow::Borrowed(table));
        }
        let made = self.made.iter().find(|made| made.files.contains(&file))?;
        let at = made.files.iter().position(|f| *f == file)?;
        let columns = shelved.profile.columns.len();
        Some(Cow::Owned(made.combined.window(at, columns, line, around)))
    }

    /// The mapping with the files that are proposed as one table, ready to be arranged.
    pub fn grouped(&self, mapping: &Mapping) -> Mapping {
        let rows = |before: &_, after: &_| self.shared(before, after, mapping);
        let groups = propose::propose(&self.profiles(), mapping, &rows);
        let mut now = Mapping { groups, ..mapping.clone() };
        decide::follow(&mut now);
        compare::settle(&mut now, mapping);
        now
    }

    /// What the rows of two files of records have in common, where each has its own.
    fn shared(
        &self,
        before: &FileProfile,
        after: &FileProfile,
        mapping: &Mapping,
    ) -> Option<Shared> {
        let find = |f: &FileProfile| self.files.iter().find(|(_, s)| s.profile.name == f.name);
        let ((a, before), (b, after)) = (find(before)?, find(after)?);
        let named = |shelved: &Shelved| Named::of(&shelved.profile, mapping);
        let key = ((*a, named(before)?), (*b, named(after)?));
        if let Some(known) = self.compared.borrow().get(&key) {
            return Some(*known);
        }
        let (before, after) = (before.table.as_ref()?, after.table.as_ref()?);
        let (before, after) =
            (Side { table: before, named: &key.0.1 }, Side { table: after, named: &key.1.1 });
        let shared = Shared::of(before, after);
        self.compared.borrow_mut().insert(key, shared);
        Some(shared)
    }

    /// Makes tables as the mapping's groups say. Where rows are needed that went into a table which
    /// is given up, nothing is made: these files are to be read again and put here first.
    pub fn arrange(&mut self, mapping: &Mapping) -> Vec<u32> {
        let joined = mapping.groups.iter().filter(|g| !g.apart);
        let mut wanted: Vec<(&FileGroup, Vec<u32>)> = Vec::new();
        for group in joined {
            let taken = |file: &u32| wanted.iter().any(|(_, files)| files.contains(file));
            let files: Vec<u32> = self.numbers(group).into_iter().filter(|f| !taken(f)).collect();
            if !files.is_empty() {
                wanted.push((group, files));
            }
        }
        wanted.retain(|(group, files)| {
            let what = self.kind(group, files, mapping);
            super::refusal(&self.profiles_of(files), what).is_none()
        });
        self.made.retain(|made| wanted.iter().any(|(_, files)| *files == made.files));
        let in_made = |file: &u32| self.made.iter().any(|made| made.files.contains(file));
        let lost = self.files.iter().filter(|(n, f)| f.table.is_none() && !in_made(n));
        let lost: Vec<u32> = lost.map(|(number, _)| *number).collect();
        if lost.is_empty() {
            wanted.into_iter().for_each(|(group, files)| self.make(group, files, mapping));
        }
        lost
    }

    fn make(&mut self, group: &FileGroup, files: Vec<u32>, mapping: &Mapping) {
        let what = self.kind(group, &files, mapping);
        let mut parts = Vec::new();
        let at = self.made.iter().position(|made| made.files == files);
        if at.is_none() {
            for file in &files {
                let table = self.files.get_mut(file).and_then(|f| f.table.take());
                parts.push(table.unwrap_or_default());
            }
        }
        let profiles: Vec<&FileProfile> =
            files.iter().filter_map(|n| self.files.get(n)).map(|f| &*f.profile).collect();
        if let Some(made) = at.and_then(|at| self.made.get_mut(at)) {
            made.combined.decide(group, what, &profiles);
            return;
        }
        match Combined::new(group, what, &profiles, parts) {
            Ok(combined) => self.made.push(Made { files, combined }),
            // Asked before: it does not come to this.
            Err((_, parts)) => {
                for (file, table) in files.iter().zip(parts) {
                    if let Some(shelved) = self.files.get_mut(file) {
                        shelved.table = Some(table);
                    }
                }
            }
        }
    }

    /// The files of a group that are here, in its order.
    fn numbers(&self, group: &FileGroup) -> Vec<u32> {
        let number = |name: &String| {
            self.files.iter().find(|(_, f)| f.profile.name == *name).map(|(number, _)| *number)
        };
        group.members.iter().filter_map(|m| number(&m.name)).collect()
    }

    fn profiles_of(&self, files: &[u32]) -> Vec<&FileProfile> {
        files.iter().filter_map(|n| self.files.get(n)).map(|f| &*f.profile).collect()
    }

    fn kind(&self, group: &FileGroup, files: &[u32], mapping: &Mapping) -> FileKind {
        let decided = mapping.files.iter().find(|f| f.name == group.name).map(|f| f.kind);
        let first = self.profiles_of(files).into_iter().next();
        decided.or_else(|| first.map(kind_of)).unwrap_or_default()
    }

    /// The tables, in the order of their first files.
    pub fn views(&self) -> Vec<FileView<'_>> {
        let alone = self.files.iter().filter_map(|(number, file)| {
            let table = file.table.as_ref()?;
            Some((*number, FileView { profile: &file.profile, table }))
        });
        let made = self
            .made
            .iter()
            .filter_map(|made| Some((*made.files.iter().min()?, made.combined.view())));
        let mut all: Vec<(u32, FileView)> = alone.chain(made).collect();
        all.sort_by_key(|(number, _)| *number);
        all.into_iter().map(|(_, view)| view).collect()
    }

    /// Rows of a table that are read and don't count.
    pub fn left(&self, name: &str, start: usize, count: usize) -> Option<Left> {
        let made = self.made.iter().find(|made| made.combined.group().name == name)?;
        Some(made.combined.left(start, count))
    }

    /// The groups for people: those of the mapping whose files are here, and those that could be.
    pub fn explain(&self, mapping: &Mapping) -> Vec<GroupView> {
        let profiles = self.profiles();
        let offered = propose::offers(&profiles, mapping);
        let groups = mapping.groups.iter().cloned().chain(offered);
        groups.filter_map(|group| self.explain_group(group, &profiles, mapping)).collect()
    }

    fn explain_group(
        &self,
        group: FileGroup,
        profiles: &[&FileProfile],
        mapping: &Mapping,
    ) -> Option<GroupView> {
        let numbers = self.numbers(&group);
        let files = self.profiles_of(&numbers);
        let kind = self.kind(&group, &numbers, mapping);
        let others = profiles.iter().filter(|f| !mapping.groups.iter().any(|g| g.has(&f.name)));
        let others = others.filter(|f| !group.has(&f.name)).map(|f| f.name.clone()).collect();
        let made = self.made.iter().find(|made| made.files == numbers).map(|made| &made.combined);
        let made = made.filter(|_| !group.apart);
        let refusal = match made {
            Some(_) => None,
            None => super::refusal(&files, kind),
        };
        let told = made.and_then(|m| m.view().profile.appended.as_deref());
        let rows = |before: &_, after: &_| self.shared(before, after, mapping);
        let found = match group.latest.as_ref().filter(|_| group.apart) {
            Some(latest) => compared(&files, kind, latest, &rows),
            None => exports(&files, kind, told),
        };
        (!files.is_empty()).then(|| GroupView {
            reasons: propose::reasons(&files, kind),
            exports: found,
            appended: told.cloned(),
            refusal,
            files: files.iter().map(|f| f.name.clone()).collect(),
            others,
            columns: made.map(Combined::shared_columns).unwrap_or_default(),
            kind,
            group,
        })
    }
}

/// What a file is by itself.
pub fn kind_of(profile: &FileProfile) -> FileKind {
    let table = Table::default();
    kind::kind(&FileView { profile, table: &table })
}
