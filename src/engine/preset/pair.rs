//! Which new file each file of a preset is now: by its columns, by what it is and by who wrote it;
//! its name decides only between equals. The same files give the same pairs in whatever order they
//! came.

use super::Preset;
use super::column::{Columns, columns};
use crate::engine::append::{kind_of, series};
use crate::engine::fold::fold_header;
use crate::engine::import::ImportOptions;
use crate::engine::mapping::{FileKind, FileMapping, Role};
use crate::engine::profile::FileProfile;
use std::cmp::Ordering;

/// A file that fits less is another file.
const LEAST: f64 = 0.55;
/// A preset that is offered fits so well.
pub const WELL: f64 = 0.75;
/// What a known file of the same name is worth whose columns can't be told before it is read in the
/// way that was decided for it.
const UNREAD: f64 = 0.56;

/// See the module.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pairing {
    pub pairs: Vec<Pair>,
    /// Positions of the preset's files that no new file is.
    pub absent: Vec<usize>,
    /// Positions of new files that no file of the preset is.
    pub extra: Vec<usize>,
}

/// One file of the preset, and the new file that it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pair {
    /// Position in the files of the preset's mapping.
    pub entry: usize,
    /// Position among the new files.
    pub file: usize,
    /// 0 to 1.
    pub fit: f64,
    /// Other new files that would fit nearly as well: further parts of a table of several, or
    /// candidates that were not taken.
    pub also: Vec<usize>,
}

struct Candidate<'a> {
    entry: usize,
    file: usize,
    fit: f64,
    same_name: bool,
    /// The last day that the file speaks of, as ISO text.
    last: &'a str,
    name: &'a str,
}

/// Pairs the files of a preset with new files.
pub fn pair(preset: &Preset, files: &[&FileProfile]) -> Pairing {
    let mut candidates: Vec<Candidate> = Vec::new();
    for (entry, of) in preset.mapping.files.iter().enumerate() {
        for (at, file) in files.iter().enumerate() {
            let found = columns(preset, of, file);
            let same_name = is_same_name(preset, of, &file.name);
            let mut fit = fit(preset, of, file, &found);
            if fit < LEAST && same_name && needs_reading(preset, of) {
                fit = UNREAD;
            }
            if fit >= LEAST {
                let last = last_day(of, &found, file);
                candidates.push(Candidate {
                    entry,
                    file: at,
                    fit,
                    same_name,
                    last,
                    name: &file.name,
                });
            }
        }
    }
    candidates.sort_by(better);
    let mut found = Pairing::default();
    for c in &candidates {
        let free = !found.pairs.iter().any(|p| p.entry == c.entry || p.file == c.file);
        if free {
            let Candidate { entry, file, fit, .. } = *c;
            found.pairs.push(Pair { entry, file, fit, also: Vec::new() });
        }
    }
    let taken: Vec<usize> = found.pairs.iter().map(|p| p.file).collect();
    for pair in &mut found.pairs {
        let near = |c: &&Candidate| {
            c.entry == pair.entry && !taken.contains(&c.file) && c.fit >= pair.fit * 0.9
        };
        pair.also = candidates.iter().filter(near).map(|c| c.file).collect();
    }
    found.pairs.sort_by_key(|p| p.entry);
    let paired = |entry: &usize| found.pairs.iter().any(|p| p.entry == *entry);
    found.absent = (0..preset.mapping.files.len()).filter(|e| !paired(e)).collect();
    found.extra = (0..files.len()).filter(|f| !taken.contains(f)).collect();
    found
}

/// Whether a preset fits new files so well that it is worth offering: the file whose rows are
/// counted is there (of costs alone, any), and what is there fits.
pub fn fits_well(preset: &Preset, pairing: &Pairing) -> bool {
    let counted = |kind| matches!(kind, FileKind::Deals | FileKind::Leads | FileKind::StageHistory);
    let kind = |p: &Pair| preset.mapping.files.get(p.entry).map(|f| f.kind);
    let counts = preset.mapping.files.iter().any(|f| counted(f.kind));
    let mut main = pairing.pairs.iter().filter(|p| !counts || kind(p).is_some_and(counted));
    main.any(|p| p.fit >= WELL)
}

/// The better first; nothing depends on the order in which files came.
fn better(a: &Candidate, b: &Candidate) -> Ordering {
    b.fit
        .total_cmp(&a.fit)
        .then(b.same_name.cmp(&a.same_name))
        .then(b.last.cmp(a.last))
        .then(a.entry.cmp(&b.entry))
        .then(a.name.cmp(b.name))
}

fn fit(preset: &Preset, of: &FileMapping, file: &FileProfile, found: &Columns) -> f64 {
    let share = |n: usize, of: usize| if of == 0 { 1.0 } else { n as f64 / of as f64 };
    let (met, needed) = found.met;
    let known: Vec<String> = of.headers.iter().map(|h| fold_header(found.now(h))).collect();
    let here: Vec<String> = file.columns.iter().map(|c| fold_header(&c.header)).collect();
    if known.is_empty() || here.is_empty() {
        return 0.0;
    }
    let kept = known.iter().filter(|h| here.contains(h)).count();
    let old = here.iter().filter(|h| known.contains(h)).count();
    let mut fit =
        0.5 * share(met, needed) + 0.3 * share(kept, known.len()) + 0.2 * share(old, here.len());
    if kept == 0 {
        return 0.0;
    }
    if family(of.kind) != family(kind_of(file)) {
        fit *= 0.8;
    }
    let wrote = preset.look(&of.name).and_then(|l| l.exporter);
    let writes = file.exporter.as_ref().map(|e| e.id);
    if wrote.zip(writes).is_some_and(|(a, b)| a != b) {
        fit *= 0.8;
    }
    fit
}

/// Kinds that a file can be told to be for other reasons than its own columns. An earlier export is of
/// another family, so that the latest of new files is what was counted.
fn family(kind: FileKind) -> FileKind {
    match kind {
        FileKind::Leads => FileKind::Deals,
        FileKind::Lookup => FileKind::Other,
        other => other,
    }
}

fn is_same_name(preset: &Preset, of: &FileMapping, name: &str) -> bool {
    let group = preset.mapping.groups.iter().find(|g| !g.apart && g.name == of.name);
    let members = group.into_iter().flat_map(|g| &g.members).map(|m| m.name.as_str());
    members.chain([of.name.as_str()]).any(|known| series(known) == series(name))
}

/// Whether the columns are found only when the file is read as was decided.
fn needs_reading(preset: &Preset, of: &FileMapping) -> bool {
    let group = preset.mapping.groups.iter().find(|g| !g.apart && g.name == of.name);
    let members = group.into_iter().flat_map(|g| &g.members).map(|m| &m.import);
    members.chain([&of.import]).any(is_laid_out)
}

/// Whether anything is decided of how a file is cut into records and cells.
fn is_laid_out(import: &ImportOptions) -> bool {
    let ImportOptions { encoding, delimiter, quote, header_record, .. } = import;
    encoding.is_some() || delimiter.is_some() || quote.is_some() || header_record.is_some()
}

fn last_day<'a>(of: &FileMapping, found: &Columns, file: &'a FileProfile) -> &'a str {
    let roles = [Role::Date, Role::Modified, Role::Created, Role::Closed];
    let header = roles.iter().find_map(|role| of.header(*role)).map(|h| found.now(h));
    let column = file.columns.iter().find(|c| Some(c.header.as_str()) == header);
    column.map_or("", |c| c.greatest.as_str())
}
