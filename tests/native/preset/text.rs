//! The file of a preset: there and back, and what is said of files that are none.

use super::{Desk, given};
use tundish::engine::document::Document;
use tundish::engine::mapping::Channel;
use tundish::engine::mapping::merge;
use tundish::engine::preset::{FORMAT, Preset, PresetError, VERSION};

const DEALS: &str = "Deal ID,Stage,Amount,Created,Source\n\
    1,New,10,2026-01-05,google\n2,Won,20,2026-01-06,Secret Person\n3,Lost,30,2026-01-07,google\n";

fn preset() -> Preset {
    let mut desk = Desk::new(given(&[("deals.csv", DEALS)]));
    desk.document.mapping.channels.decided.insert("google".into(), Channel::Partner);
    let texts = ["google".to_owned(), "gogle".to_owned()];
    merge::keep_apart(&mut desk.document.mapping.apart, "deals.csv", "Source", &texts);
    desk.preset(true)
}

#[test]
fn a_preset_comes_back_as_it_was() {
    let preset = preset();
    let text = preset.to_json();
    assert_eq!(Preset::from_json(&text).as_ref(), Ok(&preset));
    assert_eq!(Preset::from_json(&text).unwrap().to_json(), text);
    assert!(Preset::is_meant(&text));
    assert!(!Preset::is_meant(&Document::default().to_json()));
}

#[test]
fn it_holds_what_the_mapping_names_and_no_row() {
    let text = preset().to_json();
    assert!(text.contains("google") && text.contains("Won"));
    // A source that nothing was decided about, an amount, an id with its day.
    assert!(!text.contains("Secret Person") && !text.contains("2026-01"));
}

#[test]
fn other_files_are_refused_with_the_reason() {
    let text = preset().to_json();
    let newer = text.replacen(&format!("\"version\": {VERSION}"), "\"version\": 99", 1);
    let refused = Preset::from_json(&newer).unwrap_err();
    assert_eq!(refused, PresetError::Newer { version: 99, reads: VERSION });
    // Whatever else a newer version writes, it is refused as newer.
    let strange = format!("{{\"format\":\"{FORMAT}\",\"version\":2,\"mapping\":[\"other\"]}}");
    let refused = Preset::from_json(&strange).unwrap_err();
    assert_eq!(refused, PresetError::Newer { version: 2, reads: VERSION });

    let cut = &text[..text.len() / 2];
    let refused = Preset::from_json(cut).unwrap_err();
    assert!(matches!(refused, PresetError::Damaged { line: 2.., .. }), "{refused:?}");
    let wrong = text.replacen("\"blocks\": true", "\"blocks\": \"maybe\"", 1);
    assert!(matches!(Preset::from_json(&wrong), Err(PresetError::Damaged { .. })));

    for other in ["", "a,b\n1,2\n", "[1, 2]", "{}", &Document::default().to_json()] {
        assert_eq!(Preset::from_json(other), Err(PresetError::NotAPreset), "{other}");
    }
}

#[test]
fn a_preset_of_an_earlier_version_is_read() {
    let earlier = format!(
        "{{\"format\":\"{FORMAT}\",\"version\":0,\"name\":\"Old\",\"mapping\":{{\"files\":[{{\"name\":\"deals.csv\",\"kind\":\"deals\",\"roles\":{{\"stage\":\"Stage\"}}}}]}}}}"
    );
    let preset = Preset::from_json(&earlier).unwrap();
    assert_eq!((preset.name.as_str(), preset.mapping.files.len()), ("Old", 1));
    assert!(!preset.blocks && preset.looks.is_empty());
}

#[test]
fn documents_of_before_presets_are_read() {
    let earlier =
        "{\"format\":\"tundish\",\"version\":1,\"title\":\"Old\",\"mapping\":{\"merges\":[]}}";
    let document = Document::from_json(earlier).unwrap();
    assert_eq!((document.preset, document.mapping.apart.len()), (None, 0));
}
