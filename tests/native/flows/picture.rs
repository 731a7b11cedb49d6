//! The picture of a flow through stages: its words.

use tundish::chart::picture::Mark;
use tundish::chart::{ChartKind, LinkEnd, SankeyLink, SankeyModel, SankeyNode, Theme, draw};

/// A short last name, and long words beside the ends below it.
fn model() -> SankeyModel {
    let node =
        |name: &str, value| SankeyNode { name: name.to_owned(), value, ..SankeyNode::default() };
    let link = |from, to, value, text: &str| SankeyLink {
        from,
        to,
        value,
        text: text.to_owned(),
        title: String::new(),
        details: Vec::new(),
    };
    let nodes = vec![node("New", 900.0), node("Offer", 700.0), node("Won", 300.0)];
    let links = vec![
        link(0, LinkEnd::Node(1), 700.0, ""),
        link(0, LinkEnd::Lost, 200.0, "Проиграно 200"),
        link(1, LinkEnd::Node(2), 300.0, ""),
        link(1, LinkEnd::Open, 90.0, "Ещё в работе 90"),
        link(1, LinkEnd::Lost, 310.0, "Проиграно 310"),
    ];
    SankeyModel { nodes, links, entries: Vec::new() }
}

#[test]
fn words_beside_the_last_ends_keep_their_counts() {
    for width in [600.0, 900.0, 1_300.0] {
        let kind = ChartKind::Sankey(model());
        let drawing = draw(&kind, &Theme::LIGHT, width, kind.height(width));
        let texts: Vec<&str> = drawing
            .picture
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Text { text, .. } => Some(text.as_str()),
                _ => None,
            })
            .collect();
        for whole in ["Ещё в работе 90", "Проиграно 310", "Проиграно 200"]
        {
            assert!(texts.contains(&whole), "{width}: {whole} in {texts:?}");
        }
    }
}
