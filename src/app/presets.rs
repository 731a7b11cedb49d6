//! What the user does with presets: saving, applying, renaming, deleting, taking them out and in.
//! Not here: what applying means (`engine::preset`), where they are kept (`storage`).

use crate::app::action::App;
use crate::app::answer::{is_reading, suggest};
use crate::app::download;
use crate::app::reading::reread_renewed;
use crate::app::state::*;
use crate::app::storage;
use crate::engine::document::Document;
use crate::engine::preset::check::Now;
use crate::engine::preset::{self, Preset, PresetCheck};
use crate::engine::profile::FileProfile;
use leptos::prelude::*;
use reactive_stores::Store;
use std::sync::Arc;

impl App {
    /// The presets of this browser.
    pub fn load_presets(self) {
        let kept = storage::presets().into_iter().map(Arc::new).collect();
        self.state.session().presets().update(|p| p.kept = kept);
    }

    /// The preset of a name.
    pub fn preset(self, name: &str) -> Option<Arc<Preset>> {
        let presets = self.state.session().presets();
        let presets = presets.read_untracked();
        presets.kept.iter().find(|p| p.name == name).cloned()
    }

    /// Saves what is mapped now, in the place of a preset of that name. The document is then held to
    /// it: next month's files are checked against it.
    pub fn save_preset(self, name: &str, blocks: bool) {
        let files = ready(self.state);
        let files: Vec<&FileProfile> = files.iter().map(|f| &**f).collect();
        let view = self.state.session().view().get_untracked();
        let document = self.state.document().get_untracked();
        let preset = Preset::of(name, &document, &files, view.as_deref(), blocks);
        if !self.keep(preset) {
            return;
        }
        self.state.document().update(|d| d.preset = Some(name.to_owned()));
        storage::keep_document(&self.state.document().read_untracked());
        self.notify(Notice::PresetSaved(name.to_owned()));
    }

    /// Keeps a preset; false where the browser has no room, which is said.
    fn keep(self, preset: Preset) -> bool {
        if !storage::keep_preset(&preset) {
            self.notify(Notice::StorageFull);
            return false;
        }
        self.state.session().presets().update(|p| {
            p.kept.retain(|k| k.name != preset.name);
            p.kept.push(Arc::new(preset));
            p.kept.sort_by(|a, b| a.name.cmp(&b.name));
        });
        true
    }

    /// Puts a preset to the files that are here. Undo takes it back.
    pub fn apply_preset(self, name: &str) {
        let Some(preset) = self.preset(name) else { return };
        let files = ready(self.state);
        let files: Vec<&FileProfile> = files.iter().map(|f| &**f).collect();
        self.state.session().presets().update(|p| p.offered = None);
        self.change(|document| *document = preset::apply(&preset, &files, document));
        // Read as decided first: what a wrong reading shows is no ground for proposals.
        if !reread_renewed(self.state, &self.client()) {
            suggest(self.state, &self.client());
        }
        self.notify(Notice::PresetApplied(name.to_owned()));
    }

    /// Another name; one that is taken is not given twice.
    pub fn rename_preset(self, from: &str, to: &str) {
        let to = to.trim();
        let Some(preset) = self.preset(from).filter(|_| !to.is_empty() && to != from) else {
            return;
        };
        let to = self.free_name(to);
        if !self.keep(Preset { name: to.clone(), ..(*preset).clone() }) {
            return;
        }
        storage::forget_preset(from);
        self.state.session().presets().update(|p| p.kept.retain(|k| k.name != from));
        let is_in_use = self.state.document().read_untracked().preset.as_deref() == Some(from);
        if is_in_use {
            self.state.document().update(|d| d.preset = Some(to));
            storage::keep_document(&self.state.document().read_untracked());
        }
    }

    pub fn delete_preset(self, name: &str) {
        let Some(preset) = self.preset(name) else { return };
        storage::forget_preset(name);
        self.state.session().presets().update(|p| {
            p.kept.retain(|k| k.name != name);
            p.offered.take_if(|offered| offered == name);
            p.deleted = Some(preset);
        });
    }

    /// Brings the last deleted preset back.
    pub fn bring_back_preset(self) {
        let presets = self.state.session().presets();
        let deleted = presets.read_untracked().deleted.clone();
        if let Some(preset) = deleted {
            let name = self.free_name(&preset.name);
            if self.keep(Preset { name, ..(*preset).clone() }) {
                presets.update(|p| p.deleted = None);
            }
        }
    }

    pub fn export_preset(self, name: &str) {
        let Some(preset) = self.preset(name) else { return };
        let is_odd = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
        let safe: String =
            name.chars().map(|c| if is_odd(c) { ' ' } else { c }).take(120).collect();
        let file = format!("{}.tundish-preset.json", safe.trim());
        download::offer(&file, "application/json", preset.to_json().as_bytes());
        self.notify(Notice::Saved);
    }

    /// Takes in the file of a preset, under another name where its own is taken by another one.
    pub fn import_preset(self, text: &str) {
        match Preset::from_json(text) {
            Ok(preset) => {
                let same = self.preset(&preset.name).is_some_and(|kept| *kept == preset);
                let name = if same { preset.name.clone() } else { self.free_name(&preset.name) };
                if same || self.keep(Preset { name: name.clone(), ..preset }) {
                    self.notify(Notice::PresetImported(name));
                    due(self.state);
                    look(self.state);
                }
            }
            Err(error) => self.notify(Notice::NotAPreset(error)),
        }
    }

    /// Opens a text that came among files, if it is a preset or a document. Whether it is.
    pub fn open_text(self, text: &str) -> bool {
        let begins: String = text.chars().take(400).filter(|c| !c.is_whitespace()).collect();
        let is_document = begins.contains("\"format\":\"tundish\"");
        if is_document || Preset::is_meant(text) {
            self.open_document(text);
        }
        is_document || Preset::is_meant(text)
    }

    /// Closes the check-list: the document is held to no preset any more.
    pub fn close_check(self) {
        self.edit(|document| document.preset = None);
    }

    pub fn dismiss_offer(self) {
        self.state.session().presets().update(|p| p.offered = None);
    }

    /// A name that no other preset has: `Monthly`, `Monthly (2)`.
    fn free_name(self, wanted: &str) -> String {
        let numbered = (2..).map(|n| format!("{wanted} ({n})"));
        let mut names = std::iter::once(wanted.to_owned()).chain(numbered);
        names.find(|name| self.preset(name).is_none()).unwrap_or_else(|| wanted.to_owned())
    }
}

/// Files have come: presets are looked at when what they mean has been proposed.
pub fn due(state: Store<AppState>) {
    state.session().presets().update(|p| p.is_due = true);
}

/// Offers the preset that fits the files best, where it fits well and would change anything.
pub fn look(state: Store<AppState>) {
    let presets = state.session().presets();
    if !presets.read_untracked().is_due || is_reading(state) {
        return;
    }
    let files = ready(state);
    let files: Vec<&FileProfile> = files.iter().map(|f| &**f).collect();
    if files.is_empty() {
        return;
    }
    let offered = best(&presets.read_untracked().kept, &files, &state.document().read_untracked());
    // What is only offered is not in use: the list of what no longer fits waits until it is.
    let is_held = state.document().read_untracked().preset.is_some();
    if offered.is_some() && is_held {
        state.document().update(|d| d.preset = None);
        storage::keep_document(&state.document().read_untracked());
    }
    presets.update(|p| {
        p.is_due = false;
        p.offered = offered;
    });
}

fn best(kept: &[Arc<Preset>], files: &[&FileProfile], document: &Document) -> Option<String> {
    let fitting = kept.iter().filter_map(|preset| {
        let pairing = preset::pair(preset, files);
        let fit: f64 = pairing.pairs.iter().map(|p| p.fit).sum();
        preset::fits_well(preset, &pairing).then_some((preset, fit))
    });
    // Of equals the one that is in use, then the first by name.
    let is_in_use = |p: &Preset| document.preset.as_ref() == Some(&p.name);
    let best = fitting.reduce(|best, next| {
        let better = next.1 > best.1 || (next.1 == best.1 && is_in_use(next.0));
        if better { next } else { best }
    });
    let (preset, _) = best?;
    (!preset::is_in_force(preset, files, document)).then(|| preset.name.clone())
}

fn ready(state: Store<AppState>) -> Vec<Arc<FileProfile>> {
    let files = state.session().files();
    files.read_untracked().iter().filter_map(|f| f.profile().cloned()).collect()
}

/// What of the preset that is in use no longer fits; reactive. `None` while nothing is known.
pub fn check_now(app: App) -> Option<PresetCheck> {
    let session = app.state.session();
    let (view, preview) = (session.view().get()?, session.preview().get());
    let document = app.state.document().get();
    let name = document.preset.clone()?;
    let preset = session.presets().read().kept.iter().find(|p| p.name == name).cloned()?;
    let files = session.files().read();
    let files: Vec<Arc<FileProfile>> = files.iter().filter_map(|f| f.profile().cloned()).collect();
    let files: Vec<&FileProfile> = files.iter().map(|f| &**f).collect();
    if files.is_empty() {
        return None;
    }
    let now = Now {
        files: &files,
        document: &document,
        view: &view,
        currencies: preview.as_ref().map_or(&[], |p| p.currencies.as_slice()),
        extent: preview.as_ref().and_then(|p| p.extent),
    };
    Some(preset::check::check(&preset, &now))
}
