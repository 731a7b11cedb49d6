//! A made export: headers as the exporter writes them, a few rows, and the roles that are right.

use super::made::{made, proposed};
use tundish::engine::import::Imported;
use tundish::engine::mapping::{FileKind, Mapping, Role};

/// One exporter's file. `#` in a cell becomes the row's number; the rows go round.
pub struct Sample {
    pub name: &'static str,
    pub kind: FileKind,
    pub header: &'static str,
    pub rows: &'static [&'static str],
    pub roles: &'static [(Role, &'static str)],
}

impl Sample {
    pub fn read(&self) -> Imported {
        let mut text = format!("{}\n", self.header);
        for (n, row) in (101..=140).zip(self.rows.iter().cycle()) {
            text.push_str(&row.replace('#', &n.to_string()));
            text.push('\n');
        }
        made(self.name, text.as_bytes())
    }

    pub fn mapping(&self) -> Mapping {
        proposed(&[self.read()])
    }

    /// How many roles are right, out of how many; what is wrong goes to `wrong`.
    pub fn score(&self, wrong: &mut Vec<String>) -> (usize, usize) {
        let file = &self.mapping().files[0];
        if file.kind != self.kind {
            wrong.push(format!("{}: is {:?}, not {:?}", self.name, file.kind, self.kind));
            return (0, self.roles.len());
        }
        let right = self.roles.iter().filter(|(role, h)| file.header(*role) == Some(h)).count();
        for (role, header) in self.roles {
            if file.header(*role) != Some(header) {
                let found = file.header(*role);
                wrong.push(format!("{}: {role:?} is {found:?}, not {header}", self.name));
            }
        }
        let surplus = file.roles.iter().filter(|(r, _)| self.roles.iter().all(|(x, _)| x != *r));
        for (role, header) in surplus.clone() {
            wrong.push(format!("{}: {role:?} should be nothing, is {header}", self.name));
        }
        (right, self.roles.len() + surplus.count())
    }
}
