//! The house as a test: who may import whom, how long a file may be, where text may stand.

use std::fs;
use std::path::{Path, PathBuf};

/// The house wants about 300 lines; beyond this a file is two files. Tables worked out by hand run
/// longer.
const MOST_LINES: [(&str, usize); 2] = [("src", 400), ("tests", 600)];

/// A folder (or file) of `src`, what it must not name, and why.
const ARROWS: [(&str, &[&str], &str); 6] = [
    (
        "engine",
        &[
            "leptos",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "plotters",
            "crate::format",
            "crate::i18n",
            "crate::chart",
            "crate::export",
            "crate::protocol",
            "crate::service",
            "crate::web",
            "crate::app",
            "std::time",
            "std::env",
            "std::fs",
        ],
        "the engine is pure: no browser, clock, files, words or pictures",
    ),
    (
        "protocol.rs",
        &["leptos", "web_sys", "js_sys", "wasm_bindgen", "crate::app", "crate::web", "crate::i18n"],
        "the protocol is plain values",
    ),
    (
        "service",
        &["leptos", "web_sys", "js_sys", "wasm_bindgen", "crate::app", "crate::web", "crate::i18n"],
        "the service is tested without a browser",
    ),
    (
        "format",
        &[
            "leptos",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "crate::app",
            "crate::i18n",
            "crate::chart",
        ],
        "formatting is pure and below the words",
    ),
    (
        "chart",
        &["leptos", "web_sys", "js_sys", "wasm_bindgen", "plotters_canvas", "crate::app"],
        "a chart draws on any backend",
    ),
    ("web", &["leptos", "crate::app", "crate::i18n"], "the worker shell knows no page"),
];

fn sources(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut open = vec![root];
    let mut found = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|e| e.unwrap().path()));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The lines of a file that are code: comments and doc comments left out.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[test]
fn imports_follow_the_arrows() {
    let mut wrong = Vec::new();
    for (place, forbidden, reason) in ARROWS {
        let paths = sources(&format!("src/{place}"));
        assert!(!paths.is_empty(), "src/{place} is gone: mend this test");
        for path in paths {
            let text = fs::read_to_string(&path).unwrap();
            for (number, line) in code_lines(&text) {
                for name in forbidden.iter().filter(|name| names(line, name)) {
                    wrong.push(format!("{}:{}: `{name}` — {reason}", path.display(), number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "forbidden imports:\n{}", wrong.join("\n"));
}

/// Whether a line names a crate or module as a path.
fn names(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + name.len()..].chars().next();
        let begins = before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':');
        let ends = after.is_some_and(|c| c == ':' || c == ';' || c == ',' || c == '}');
        begins && ends
    })
}

#[test]
fn only_the_canvas_part_sees_plotters_canvas() {
    for path in sources("src") {
        if path.ends_with("app/part/chart_canvas.rs") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        assert!(!text.contains("plotters_canvas"), "{} names plotters_canvas", path.display());
    }
}

#[test]
fn files_are_short() {
    for (folder, most) in MOST_LINES {
        for path in sources(folder) {
            let lines = fs::read_to_string(&path).unwrap().lines().count();
            assert!(lines <= most, "{} has {lines} lines; {most} is the most", path.display());
        }
    }
}

#[test]
fn every_module_says_what_it_is() {
    for path in sources("src") {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//!"), "{} does not begin with its purpose", path.display());
    }
}

/// A policy forbids `style="…"`, a cell must never become markup, and nothing may open a socket.
#[test]
fn the_page_stays_private_and_plain() {
    let forbidden = [
        ("inner_html", "text is set as text, never as markup"),
        ("set_inner_html", "text is set as text, never as markup"),
        ("set_outer_html", "text is set as text, never as markup"),
        (" style=\"", "the policy refuses style attributes; use classes or style:prop"),
        ("XmlHttpRequest", "nothing leaves the page"),
        ("WebSocket", "nothing leaves the page"),
        ("EventSource", "nothing leaves the page"),
        ("RtcPeerConnection", "nothing leaves the page"),
        ("fetch_with", "nothing leaves the page"),
        ("send_beacon", "nothing leaves the page"),
        ("window().open", "nothing leaves the page"),
        // A memo that is only tracked is never computed, and so never says that it has changed.
        (".track()", "read it: `.with(|_| ())`"),
    ];
    for path in sources("src/app").into_iter().chain(sources("src/web")) {
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in code_lines(&text) {
            for (word, reason) in forbidden {
                assert!(
                    !line.contains(word),
                    "{}:{}: `{word}`: {reason}",
                    path.display(),
                    number + 1
                );
            }
        }
    }
}

/// Interface text lives in `i18n`: a view holds no words of its own.
#[test]
fn views_hold_no_words() {
    let names = ["Tundish", "CSV", "EN", "RU", "EL", "JSON", "PNG", "SVG"];
    let mut wrong = Vec::new();
    for path in sources("src/app") {
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in code_lines(&text) {
            // A bare text node of a view: a line that is one string literal.
            let line = line.trim();
            let literal = line.strip_prefix('"').and_then(|l| l.strip_suffix('"'));
            let Some(literal) = literal.filter(|l| !l.contains('"')) else { continue };
            let has_words = literal.chars().filter(|c| c.is_alphabetic()).count() > 1;
            if has_words && !names.contains(&literal.trim()) {
                wrong.push(format!("{}:{}: {line}", path.display(), number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "words outside i18n:\n{}", wrong.join("\n"));
}
