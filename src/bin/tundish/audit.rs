//! The check-list of the audit as text or JSON.

use crate::arguments::Format;
use crate::disk::shown;
use crate::lines::one_line;
use crate::{Failure, prepared};
use std::ffi::OsString;
use std::path::Path;
use tundish::engine::audit::{Audit, Check, Found, Ground, Verdict, check_list};
use tundish::engine::error::BuildError;
use tundish::engine::funnel::assemble;
use tundish::engine::query::Codebook;
use tundish::export::audit_sheet::{effect_text, found_text, named_text};
use tundish::i18n::{Strings, strings_for};

pub fn audit(
    path: &Path,
    files: &[OsString],
    format: Format,
    words: &Strings,
) -> Result<String, Failure> {
    let fail = |error| Failure::Build(shown(path), error);
    let (document, files) = prepared(path, files, words)?;
    let views = files.shelf.views();
    let assembled = assemble(&views, &document.mapping).map_err(fail)?;
    // A listing has to be the same tomorrow, so that nobody says what day it is.
    let ground = Ground::new(&views, &document.mapping, &assembled, None);
    let audit = check_list(&ground, &document.report, &mut Codebook::default());
    match format {
        Format::Json => serde_json::to_string_pretty(&audit)
            .map(|text| text + "\n")
            .map_err(|e| fail(BuildError::Document { reason: e.to_string() })),
        Format::Text => Ok(text(&audit, strings_for(words.locale, document.mapping.records()))),
    }
}

/// A check a paragraph: those that found something first told in full.
fn text(audit: &Audit, words: &Strings) -> String {
    let mut lines = Vec::new();
    for check in &audit.checks {
        let text = (words.audit.check)(check.id);
        match &check.verdict {
            Verdict::Passed => lines.push(format!("[x] {}: {}", text.name, words.audit.passed)),
            Verdict::NotCheckable(lack) => {
                let (not, why) = (words.audit.not_checkable, (words.audit.lack)(*lack));
                lines.push(format!("[-] {}: {not}. {why}", text.name));
            }
            Verdict::Found(found) => {
                lines.extend(told(check, found, audit.currency.as_deref(), words));
            }
        }
    }
    lines.iter().map(|line| one_line(line) + "\n").collect()
}

fn told(check: &Check, found: &Found, currency: Option<&str>, words: &Strings) -> Vec<String> {
    let text = (words.audit.check)(check.id);
    let severity = (words.audit.severity)(check.severity);
    let mut lines = vec![format!("[!] {}: {} ({severity})", text.name, found_text(found, words))];
    let mut say = |line: String| lines.push(format!("    {line}"));
    Some(named_text(found, words)).filter(|text| !text.is_empty()).into_iter().for_each(&mut say);
    found.details.iter().for_each(|detail| say((words.audit.detail)(detail)));
    for effect in &found.effects {
        say(format!("{}: {}", words.audit.effects, effect_text(effect, currency, words)));
    }
    let concern = (words.audit.concern)(check.id).filter(|_| found.effects.is_empty());
    concern.map(str::to_owned).into_iter().for_each(&mut say);
    say(text.advice.to_owned());
    lines
}
