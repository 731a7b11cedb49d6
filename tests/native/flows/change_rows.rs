//! Every figure of two exports can be traced, and its rows in both files come to what it says.

use super::pipeline_change::{BEFORE, HEADER, export, mapping};
use crate::export::with_words;
use crate::service::crosses;
use crate::tables::{File, assembled, file};
use crate::worlds::world::Numbers;
use std::collections::BTreeSet;
use tundish::engine::dimension::Dimension;
use tundish::engine::filter::{Filter, Period, PeriodSpec};
use tundish::engine::funnel::{Assembled, FileView};
use tundish::engine::query::{
    ChangeFigure, ChangeRows, Codebook, Figure, Lineage, answer, lineage,
};
use tundish::engine::report::*;
use tundish::engine::table::Cells;
use tundish::engine::value::{Day, Unit};
use tundish::engine::window::{Part, Picked, WindowSpec, window};
use tundish::export::{Cell, answer_sheets, answer_tables, sheets_csv};
use tundish::i18n::{Locale, strings};
use tundish::protocol::Event;

struct World {
    files: [File; 2],
    made: Assembled,
}

impl World {
    fn new(seed: u64) -> World {
        let mut numbers = Numbers::new(seed);
        let mut rows = || -> Vec<String> { export(&mut numbers) };
        let (before, after) = (rows(), rows());
        let table = |name: &str, rows: &[String]| {
            file(name, HEADER, &rows.iter().map(String::as_str).collect::<Vec<_>>())
        };
        let files = [table("mar.csv", &after), table("feb.csv", &before)];
        let made = assembled(&[&files[0], &files[1]], &mapping());
        World { files, made }
    }

    fn views(&self) -> [FileView<'_>; 2] {
        [self.files[0].view(), self.files[1].view()]
    }

    fn answer(&self, spec: &ReportSpec) -> Answer {
        answer(&self.views(), &self.made, spec).blocks.remove(0)
    }

    fn traced(&self, spec: &ReportSpec, figure: &Figure) -> (Lineage, Vec<Picked>) {
        let found = lineage(&self.views(), &self.made, spec, &mut Codebook::default(), figure);
        found.unwrap_or_else(|why| panic!("{figure:?}: {why:?}"))
    }

    /// The cell of a picked row in a column, as a number and as text.
    fn cell(&self, file: usize, header: &str, row: u32) -> (Option<f64>, String) {
        let views = self.views();
        let column = views[file].table.column(header).unwrap();
        let number = match &column.cells {
            Cells::Number(values) => values.get(row as usize).copied().filter(|v| !v.is_nan()),
            _ => None,
        };
        (number, column.plain_text(row as usize))
    }
}

fn questions() -> [ReportSpec; 3] {
    let block = BlockSpec::PipelineChange(PipelineChangeSpec::default());
    let plain = ReportSpec { blocks: vec![block], ..ReportSpec::default() };
    let stage = Dimension::Column { file: "mar.csv".into(), header: "Stage".into() };
    let filters = vec![Filter::among(stage, vec!["new".into(), "won".into(), "lost".into()])];
    let period = PeriodSpec::Between(Period { first: Day(20_100), last: Day(20_120) });
    [
        plain.clone(),
        ReportSpec { filters, ..plain.clone() },
        ReportSpec { period, currency: Some("USD".into()), ..plain },
    ]
}

/// The rows of a figure against what it says.
fn reconciles(
    world: &World,
    figure: &Figure,
    shown: f64,
    (found, picked): &(Lineage, Vec<Picked>),
) {
    let Figure::Change { of, currency, .. } = figure else { panic!("{figure:?}") };
    let quantity = found.quantity.as_ref().unwrap();
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(1.0);
    let value = quantity.value.unwrap_or(f64::NAN);
    assert!(near(value, shown), "{figure:?}: {shown}, traced {value}");
    // All rows of each file, each with one fate.
    let mut seen = 0;
    for export in &found.exports {
        let tally = &export.tally;
        let left: u64 = tally.left_out.iter().map(|(_, n)| n).sum();
        let others = tally.filtered + tally.elsewhere + tally.outside + tally.unconcerned;
        assert_eq!(others + left + tally.counted, tally.all, "{figure:?}");
        let at = usize::from(export.is_earlier);
        assert_eq!(tally.all, world.files[at].view().table.rows as u64, "{figure:?}");
        let rows = picked.iter().filter(|p| p.file == at).flat_map(|p| &p.rows);
        assert_eq!(rows.count() as u64, left + tally.counted, "{figure:?}");
        seen += left + tally.counted;
    }
    assert_eq!(picked.iter().map(|p| p.rows.len() as u64).sum::<u64>(), seen);
    let counted: Vec<(usize, u32, f64)> = picked
        .iter()
        .flat_map(|p| p.rows.iter().map(move |row| (p.file, row)))
        .filter(|(_, row)| row.part.is_some_and(Part::counts))
        .map(|(file, row)| (file, row.row, row.share.unwrap_or(1.0)))
        .collect();
    if *of == ChangeFigure::Records {
        assert_eq!(quantity.unit, Unit::Count);
        let ids: BTreeSet<String> =
            counted.iter().map(|(file, row, _)| world.cell(*file, "ID", *row).1).collect();
        assert_eq!(ids.len() as f64, shown, "{figure:?}");
        assert!(!ids.contains(""), "{figure:?}");
        return;
    }
    let mut sum = 0.0;
    for (file, row, share) in &counted {
        assert_eq!(Some(world.cell(*file, "Currency", *row).1), *currency, "{figure:?}");
        sum += share * world.cell(*file, "Amount", *row).0.unwrap();
    }
    assert!((sum - shown).abs() < 1e-6, "{figure:?}: rows {sum}, figure {shown}");
    assert_eq!(&found.currency, &currency.clone().filter(|c| !c.is_empty()), "{figure:?}");
}

#[test]
fn every_figure_of_every_world_has_its_rows_in_both_files() {
    let words = strings(Locale::En);
    let (mut kinds, mut cells, mut of_money) = (BTreeSet::new(), 0, 0);
    for seed in 0..150 {
        let world = World::new(seed);
        for spec in questions() {
            let found = world.answer(&spec);
            let Answer::PipelineChange(change) = &found else { panic!("{found:?}") };
            let tables = answer_tables(&found, words, Some("EUR"));
            let [of_kinds, of_bridges, of_passages, _] = tables.as_slice() else { panic!() };
            for table in [of_kinds, of_bridges, of_passages] {
                for row in &table.rows {
                    for cell in row.cells.iter().skip(table.names) {
                        let Cell::Number(shown) = cell.cell else { continue };
                        let figure = cell.traced.as_deref();
                        let figure = figure.unwrap_or_else(|| panic!("no rows: {row:?}"));
                        reconciles(&world, figure, shown, &world.traced(&spec, figure));
                        let Figure::Change { rows, of, .. } = figure else { panic!() };
                        match (rows, of) {
                            (ChangeRows::Kind(kind), ChangeFigure::Records) => {
                                kinds.insert(*kind);
                            }
                            (ChangeRows::Passage { .. }, _) => cells += 1,
                            _ => of_money += 1,
                        }
                    }
                }
            }
            // Each cell of the matrix and each line stands in a table.
            let numbers = |table: &tundish::export::FigureTable| {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.filter(|cell| cell.traced.is_some()).count()
            };
            assert_eq!(numbers(of_passages), change.passages.len());
            assert!(numbers(of_kinds) >= 2 * change.lines.len());
        }
    }
    assert_eq!(kinds.len(), ChangeKind::EVERY.len(), "not every kind: {kinds:?}");
    assert!(cells > 3_000 && of_money > 10_000, "{cells} {of_money}");
}

#[test]
fn what_was_left_out_is_told_with_its_reason() {
    let after = file("mar.csv", HEADER, &["1|Alpha|2025-01-01||Demo|150|EUR|Ann"]);
    let before = file("feb.csv", HEADER, &BEFORE);
    let made = assembled(&[&after, &before], &mapping());
    let world = World { files: [after, before], made };
    let spec = questions()[0].clone();
    let rows = ChangeRows::Kind(ChangeKind::Gone);
    let of = |of: ChangeFigure, currency: Option<&str>| {
        let (earlier, currency) = ("feb.csv".to_owned(), currency.map(str::to_owned));
        let figure = Figure::Change { earlier, rows: rows.clone(), of, currency };
        let (found, _) = world.traced(&spec, &figure);
        // Between page and worker it stays as it is.
        let lineage = Ok(Box::new(found.clone()));
        crosses(&Event::Traced { generation: 1, figure, lineage });
        found
    };
    // Thirteen rows: ten ids that are gone (two of them closed before), one kept, one twice, one
    // without an id.
    let found = of(ChangeFigure::Records, None);
    let [later, earlier] = found.exports.as_slice() else { panic!("{found:?}") };
    assert_eq!((later.tally.all, later.tally.counted, later.tally.elsewhere), (1, 0, 1));
    assert_eq!((earlier.tally.all, earlier.tally.counted), (13, 8));
    assert_eq!(earlier.tally.left_out, [(Part::WithoutId, 1), (Part::Repeated, 1)]);
    assert_eq!(found.quantity.as_ref().and_then(|q| q.value), Some(8.0));
    // Of the eight, one is without an amount and one in dollars.
    let found = of(ChangeFigure::Before, Some("EUR"));
    let [earlier] = found.exports.as_slice() else { panic!("{found:?}") };
    assert_eq!(earlier.tally.counted, 6);
    let left = [
        (Part::WithoutAmount, 1),
        (Part::OtherCurrency, 1),
        (Part::WithoutId, 1),
        (Part::Repeated, 1),
    ];
    assert_eq!(earlier.tally.left_out, left);
    assert_eq!(
        found.quantity.and_then(|q| q.value),
        Some(200.0 + 300.0 + 400.0 + 60.0 + 80.0 + 10.0)
    );
}

#[test]
fn rows_of_either_export_are_looked_at_file_by_file() {
    let world = World::new(3);
    let spec = questions()[0].clone();
    let rows = ChangeRows::Open;
    let (of, currency) = (ChangeFigure::Effect, Some("EUR".to_owned()));
    let figure = Figure::Change { earlier: "feb.csv".to_owned(), rows, of, currency };
    let (found, picked) = world.traced(&spec, &figure);
    let views = world.views();
    for (table, name) in ["mar.csv", "feb.csv"].into_iter().enumerate() {
        let asked = WindowSpec { table: table as u32, count: 500, ..WindowSpec::default() };
        let shown = window(&views, &picked, &asked);
        assert_eq!(shown.tables[table].0, name);
        assert!(shown.is_shared);
        let is_counted =
            |row: &&tundish::engine::window::WindowRow| row.part == Some(Part::Counted);
        let counted: Vec<_> = shown.rows.iter().filter(is_counted).collect();
        assert_eq!(counted.len() as u64, found.exports[table].tally.counted);
        let share = if name == "feb.csv" { -1.0 } else { 1.0 };
        assert!(counted.iter().all(|row| row.share == Some(share) && row.file == name));
    }
}

#[test]
fn a_file_of_the_block_holds_all_its_tables() {
    let words = strings(Locale::En);
    let world = World::new(7);
    let found = world.answer(&questions()[0]);
    let tables = answer_tables(&found, words, None);
    let sheets = with_words(|words| answer_sheets(&found, words));
    assert_eq!(sheets.len(), 4);
    let csv = sheets_csv(&sheets, '.');
    let parts: Vec<&str> = csv.trim_start_matches('\u{feff}').split("\r\n\r\n").collect();
    assert_eq!(parts.len(), tables.len());
    for (part, table) in parts.iter().zip(&tables) {
        let lines: Vec<&str> = part.trim_end().split("\r\n").collect();
        assert_eq!(lines[0], table.title);
        assert_eq!(lines.len(), table.rows.len() + 2, "{part}");
    }
    assert!(!csv[3..].contains('\u{feff}'));
}
