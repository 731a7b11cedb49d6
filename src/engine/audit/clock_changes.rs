//! Times that the clock of their file shows twice or never, since it was moved then: read by a fixed
//! rule, and perhaps an hour off.

use super::check::{Counted, Definition, Lack, Severity};
use super::ground::{Evidence, Ground, Look, look, need};
use crate::engine::mapping::FileMapping;
use crate::engine::table::{Cells, Column, Table};
use crate::engine::zone::{Showing, Zone};

pub(super) const CHECK: Definition = Definition { severity: Severity::Low, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let (mut rows, mut of, mut any) = (Vec::new(), 0, false);
        for (at, view) in ground.files.iter().enumerate() {
            let name = &view.profile.name;
            let file = ground.mapping.files.iter().find(|f| f.name == *name);
            let Some((file, zone)) = file.and_then(|f| Some((f, f.zone?))) else { continue };
            any = true;
            let columns = timed(view.table, file);
            let told = |row: &usize| columns.iter().any(|c| c.moment(*row).is_some());
            of += (0..view.table.rows).filter(told).count() as u64;
            let found = (0..view.table.rows).filter(|row| is_odd(&columns, zone, *row));
            let found: Vec<u32> = found.map(|row| row as u32).collect();
            if !found.is_empty() {
                rows.push((at, found));
            }
        }
        need(any, Lack::NoZone)?;
        let counted = Some(Counted::Rows);
        Ok(Look::of(Evidence { rows, of, counted, without_effect: true, ..Evidence::default() }))
    })
}

/// The columns of times that play a role.
fn timed<'a>(table: &'a Table, file: &FileMapping) -> Vec<&'a Column> {
    let columns = file.roles.values().filter_map(|header| table.column(header));
    columns.filter(|c| matches!(c.cells, Cells::Moment(_))).collect()
}

fn is_odd(columns: &[&Column], zone: Zone, row: usize) -> bool {
    let mut moments = columns.iter().filter_map(|c| c.moment(row));
    moments.any(|m| zone.showing(m.0) != Showing::Once)
}
