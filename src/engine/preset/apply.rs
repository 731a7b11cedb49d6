//! From a preset and new files to a document: every name of a file and of a column becomes that of
//! now. Files that the preset doesn't know are left for the usual proposals. Not here: what no
//! longer fits (`check`).

use super::Preset;
use super::column::{Columns, columns};
use super::pair::{Pair, WELL, pair};
use crate::engine::append::{FileGroup, Member};
use crate::engine::document::Document;
use crate::engine::formula::OwnMeasure;
use crate::engine::import::ImportOptions;
use crate::engine::mapping::FileMapping;
use crate::engine::profile::FileProfile;
use crate::engine::reference;
use crate::engine::report::ReportSpec;
use std::collections::BTreeMap;

/// The document with the preset put to these files; the rest is then proposed as for any files.
pub fn apply(preset: &Preset, files: &[&FileProfile], document: &Document) -> Document {
    let pairing = pair(preset, files);
    let mut names = Names::default();
    let mut groups = preset.mapping.groups.clone();
    let mut of_files: Vec<(FileMapping, Option<Columns>)> = Vec::new();
    for (at, entry) in preset.mapping.files.iter().enumerate() {
        let pair = pairing.pairs.iter().find(|p| p.entry == at);
        let found = pair.and_then(|p| files.get(p.file).map(|f| (p, *f)));
        let group = groups.iter().position(|g| !g.apart && g.name == entry.name);
        let Some((pair, file)) = found else {
            // A name that a new file has as well is not its own any more.
            let is_taken = files.iter().any(|f| f.name == entry.name);
            let name = if is_taken { free_name(&entry.name, files) } else { entry.name.clone() };
            names.files.insert(entry.name.clone(), name);
            of_files.push((FileMapping { awaited: true, ..entry.clone() }, None));
            continue;
        };
        let columns = columns(preset, entry, file);
        let mut now = entry.clone();
        now.headers = entry.headers.iter().map(|h| columns.now(h).to_owned()).collect();
        let mut name = file.name.clone();
        match group.and_then(|at| groups.get_mut(at)) {
            Some(group) if !pair.also.is_empty() => {
                members(group, pair, files);
                name.clone_from(&entry.name);
            }
            Some(group) => {
                let last = group.members.last().map(|m| m.import.clone());
                now.import = reading(&last.unwrap_or_default(), file, pair.fit);
                group.members.clear();
            }
            None => now.import = reading(&entry.import, file, pair.fit),
        }
        names.files.insert(entry.name.clone(), name);
        of_files.push((now, Some(columns)));
    }
    for (of_file, columns) in of_files.iter().filter_map(|(f, c)| Some((f, c.as_ref()?))) {
        for (from, to, _) in &columns.renamed {
            names.columns.insert((of_file.name.clone(), from.clone()), to.clone());
        }
    }
    let mut mapping = preset.mapping.clone();
    mapping.as_of = None;
    mapping.files = of_files.into_iter().map(|(f, _)| f).collect();
    mapping.groups = groups;
    reference::in_mapping(&mut mapping, &mut |_, file, header| names.rename(file, header));
    for file in &mut mapping.files {
        names.rename_file(&mut file.name);
    }
    for group in &mut mapping.groups {
        if group.apart {
            group.members.iter_mut().for_each(|m| names.rename_file(&mut m.name));
            group.members.retain(|m| files.iter().any(|f| f.name == m.name));
            group.latest.iter_mut().for_each(|latest| names.rename_file(latest));
            group.latest =
                group.latest.take().filter(|f| group.members.iter().any(|m| m.name == *f));
        }
        group.left_out.clear();
    }
    mapping.groups.retain(|g| g.members.len() > 1);
    let mut report = preset.report.clone();
    reference::in_report(&mut report, &mut |_, file, header| names.rename(file, header));
    let report = if preset.blocks { report } else { settings(report, &document.report) };
    Document { mapping, report, preset: Some(preset.name.clone()), ..document.clone() }
}

/// Whether a document says of these files what the preset would say, so that applying it would change
/// nothing. Of a document that the preset was put to, only what it says of each file is asked: what
/// was decided since then is the user's.
pub fn is_in_force(preset: &Preset, files: &[&FileProfile], document: &Document) -> bool {
    let would = apply(preset, files, document).mapping;
    let now = &document.mapping;
    let here = would.files.iter().filter(|f| !f.awaited);
    let mut of_files = here.map(|f| {
        now.files.iter().find(|n| n.name == f.name).is_some_and(|n| {
            let role = |(role, header)| n.roles.get(role) == Some(header);
            let same = n.kind == f.kind && n.channel == f.channel && n.currency == f.currency;
            let clock = n.zone == f.zone && n.clock_minutes == f.clock_minutes;
            let same = same && n.value_at == f.value_at;
            same && clock && f.roles.iter().all(role)
        })
    });
    let of_files = of_files.all(|same| same);
    let is_put = document.preset.as_ref() == Some(&preset.name);
    let joins = || would.joins.iter().all(|j| now.joins.contains(j));
    let values = || {
        would.ladder == now.ladder
            && would.zone == now.zone
            && would.channels == now.channels
            && would.rates == now.rates
            && would.merges == now.merges
            && would.working == now.working
            && would.begin == now.begin
    };
    of_files && (is_put || joins() && values())
}

/// What files and columns are called now.
#[derive(Default)]
struct Names {
    files: BTreeMap<String, String>,
    columns: BTreeMap<(String, String), String>,
}

impl Names {
    fn rename(&self, file: &mut String, header: &mut String) {
        let key = (file.clone(), header.clone());
        // A formula may name a column without its file.
        let unnamed = || self.columns.iter().find(|((_, from), _)| from == header);
        let to = match file.is_empty() {
            true => unnamed().map(|(_, to)| to),
            false => self.columns.get(&key),
        };
        if let Some(to) = to {
            header.clone_from(to);
        }
        self.rename_file(file);
    }

    fn rename_file(&self, file: &mut String) {
        if let Some(to) = self.files.get(file) {
            file.clone_from(to);
        }
    }
}

/// The new files as the table of several that they are the next part of.
fn members(group: &mut FileGroup, pair: &Pair, files: &[&FileProfile]) {
    let last = group.members.last().map(|m| m.import.clone()).unwrap_or_default();
    let all = std::iter::once(&pair.file).chain(&pair.also).filter_map(|at| files.get(*at));
    let member =
        |f: &&FileProfile| Member { name: f.name.clone(), import: reading(&last, f, pair.fit) };
    group.members = all.map(member).collect();
    group.members.sort_by(|a, b| a.name.cmp(&b.name));
}

/// How a new file is read: what was decided for its columns holds; how it is cut into cells and in
/// which encoding only if its own reading does not prove itself.
fn reading(decided: &ImportOptions, file: &FileProfile, fit: f64) -> ImportOptions {
    let own = &file.options;
    let mut import = decided.clone();
    import.entry.clone_from(&own.entry);
    import.sheet.clone_from(&own.sheet);
    if fit >= WELL {
        import.delimiter = own.delimiter;
        import.quote = own.quote;
        import.header_record = own.header_record;
    }
    // Text that is UTF-8 or UTF-16 is hardly so by chance.
    if file.dialect.encoding.starts_with("UTF-") {
        import.encoding.clone_from(&own.encoding);
    }
    import
}

fn free_name(name: &str, files: &[&FileProfile]) -> String {
    let numbered = (2..).map(|n| format!("{name} ({n})"));
    let mut free = numbered.filter(|n| !files.iter().any(|f| f.name == *n));
    free.next().unwrap_or_else(|| name.to_owned())
}

/// The report of the document with the settings of the preset: its calendar, its money, how stages
/// count, and its own measures beside those that are there.
fn settings(preset: ReportSpec, document: &ReportSpec) -> ReportSpec {
    let mut own = document.own.clone();
    for measure in preset.own {
        let is_known = |m: &OwnMeasure| m.name == measure.name && m.formula == measure.formula;
        if own.iter().any(is_known) {
            continue;
        }
        let next = own.iter().map(|m| m.id).max().map_or(0, |id| id.saturating_add(1));
        let is_taken = own.iter().any(|m| m.id == measure.id);
        own.push(OwnMeasure { id: if is_taken { next } else { measure.id }, ..measure });
    }
    let (period, comparison) = (document.period, document.comparison);
    let (filters, blocks) = (document.filters.clone(), document.blocks.clone());
    ReportSpec { period, comparison, filters, blocks, own, ..preset }
}
