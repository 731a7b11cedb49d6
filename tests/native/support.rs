//! What several tests share: where the real files are, and goldens.
#![allow(dead_code)]

use std::path::PathBuf;
use tundish::chart::{Caption, ChartKind, Theme};
use tundish::export::chart_svg;

/// The folder of real files with their expected figures, or `None` (printed) where it is absent.
pub fn shared_data() -> Option<PathBuf> {
    let here = env!("CARGO_MANIFEST_DIR");
    let named = std::env::var("TUNDISH_DATA").ok().map(PathBuf::from);
    let near = ["../shared/data", "../../shared/data"].map(|p| PathBuf::from(here).join(p));
    let found = named.into_iter().chain(near).find(|p| p.is_dir());
    if found.is_none() {
        println!("skipped: shared/data is not here");
    }
    found
}

/// Compares with a golden file below tests/golden; `UPDATE_GOLDEN=1` writes it instead.
pub fn check_golden(name: &str, actual: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).unwrap();
        }
        std::fs::write(&path, actual).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        expected == actual,
        "{name} differs from its golden (UPDATE_GOLDEN=1 rewrites it)\n--- expected\n{expected}\n--- actual\n{actual}"
    );
}

/// Compares a chart with its pictures: wide, dark and on a narrow page, each of them so wide.
pub fn check_chart(stem: &str, kind: &ChartKind, title: &str, [wide, narrow]: [f64; 2]) {
    let caption = Caption { title: title.to_owned(), ..Caption::default() };
    for (name, theme, width) in [
        ("light", Theme::LIGHT, wide),
        ("dark", Theme::DARK, wide),
        ("narrow", Theme::LIGHT, narrow),
    ] {
        let svg = chart_svg(kind, &caption, &theme, width).unwrap();
        check_golden(&format!("chart/{stem}-{name}.svg"), &svg);
    }
}
