//! Charts as SVG against goldens, and what has to hold for every chart: words stay inside, never
//! overlap, and lengths are linear.

use crate::support::check_golden;
use tundish::chart::draw_captioned;
use tundish::chart::picture::{Align, Mark};
use tundish::chart::{
    BarRow, BarsColoring, BarsModel, Caption, ChartKind, Drawing, FunnelModel, FunnelStep, Rect,
    Series, SeriesKind, SparkModel, Theme, Tick, TrendModel, draw, hit_at, nice_ticks, text,
};
use tundish::export::svg::chart_svg;

fn step(name: &str, value: f64, texts: [&str; 5]) -> FunnelStep {
    let [count, of_first, of_previous, days, dropped] = texts;
    let some = |t: &str| (!t.is_empty()).then(|| t.to_string());
    FunnelStep {
        name: name.into(),
        value,
        count: count.into(),
        of_first: some(of_first),
        of_previous: some(of_previous),
        days: some(days),
        dropped: some(dropped),
        details: vec![("Reached".into(), count.into())],
    }
}

fn funnel() -> ChartKind {
    ChartKind::Funnel(FunnelModel {
        steps: vec![
            step("Lead", 38412.0, ["38,412", "100 %", "", "", ""]),
            step("MQL", 14980.0, ["14,980", "39 %", "39 %", "3 d", "−23,432"]),
            step("SQL", 6741.0, ["6,741", "18 %", "45 %", "6 d", "−8,239"]),
            step("Opportunity", 2629.0, ["2,629", "6.8 %", "39 %", "11 d", "−4,112"]),
            step("Won", 1575.0, ["1,575", "4.1 %", "60 %", "21 d", "−1,054"]),
        ],
    })
}

fn funnel_ru() -> ChartKind {
    let names = [
        "Новая заявка с сайта",
        "Квалифицированный лид",
        "Коммерческое предложение отправлено",
        "Договор на согласовании у юристов клиента",
        "Счёт выставлен",
        "Сделка успешна",
    ];
    let counts = [18_211.0, 9_120.0, 6_402.0, 4_377.0, 1_210.0, 12.0];
    let texts = [
        ["18 211", "100 %", "", "", ""],
        ["9 120", "50,1 %", "50,1 %", "2 дн.", "−9 091"],
        ["6 402", "35,2 %", "70,2 %", "5 дн.", "−2 718"],
        ["4 377", "24,0 %", "68,4 %", "14 дн.", "−2 025"],
        ["1 210", "6,6 %", "27,6 %", "", "−3 167"],
        ["12", "0,1 %", "1,0 %", "31 дн.", "−1 198"],
    ];
    let steps = names.iter().zip(counts).zip(texts).map(|((n, c), t)| step(n, c, t)).collect();
    ChartKind::Funnel(FunnelModel { steps })
}

fn trend() -> ChartKind {
    let months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let revenue: Vec<Option<f64>> = (0..17)
        .map(|i| (i != 5).then(|| 820_000.0 + 42_000.0 * f64::from(i) - 9e4 * f64::from(i % 3)))
        .collect();
    let spend: Vec<Option<f64>> = (0..17).map(|i| Some(1e5 + 9e3 * f64::from(i))).collect();
    let labels = |v: &[Option<f64>]| {
        v.iter().map(|v| v.map_or("–".into(), |v| format!("€{v}"))).collect::<Vec<String>>()
    };
    let series = vec![
        Series {
            name: "Revenue won".into(),
            kind: SeriesKind::Line,
            slot: 0,
            labels: labels(&revenue),
            values: revenue,
            ..Series::default()
        },
        Series {
            name: "Spend".into(),
            kind: SeriesKind::Bar,
            slot: 1,
            labels: labels(&spend),
            values: spend,
            ..Series::default()
        },
    ];
    let (low, high) = TrendModel::range(&series);
    let tick = |value: f64| Tick { value, label: format!("{:.1}M", value / 1e6) };
    ChartKind::Trend(TrendModel {
        x_labels: (0..17).map(|i| months[(i + 7) % 12].to_string()).collect(),
        x_groups: (0..17).map(|i| (2024 + (i + 7) / 12).to_string()).collect(),
        x_titles: Vec::new(),
        y_ticks: nice_ticks(low, high, 5, false).into_iter().map(tick).collect(),
        series,
        partial_last: true,
        notes: Vec::new(),
    })
}

/// Win rates with their intervals: two months of few, one without a value.
fn trend_rate() -> ChartKind {
    let counts = [(12, 40), (2, 6), (15, 42), (0, 0), (3, 8), (9, 31), (14, 44), (20, 45), (1, 3)];
    let share = |(part, whole): (i32, i32)| (whole > 0).then(|| f64::from(part) / f64::from(whole));
    let band = |(part, whole): (i32, i32)| {
        let off = 1.0 / f64::from(whole).sqrt();
        share((part, whole)).map(|s| ((s - off).max(0.0), (s + off).min(1.0)))
    };
    let series = vec![Series {
        name: "Win rate".into(),
        slot: 1,
        values: counts.map(share).to_vec(),
        few: counts.map(|(_, whole)| (1..10).contains(&whole)).to_vec(),
        band: counts.map(band).to_vec(),
        ..Series::default()
    }];
    let (low, high) = TrendModel::range(&series);
    let tick = |value: f64| Tick { value, label: format!("{:.0} %", value * 100.0) };
    ChartKind::Trend(TrendModel {
        x_labels: (1..=9).map(|month| month.to_string()).collect(),
        y_ticks: nice_ticks(low, high, 5, false).into_iter().map(tick).collect(),
        series,
        partial_last: true,
        notes: vec!["○ fewer than 10".into(), "shaded: 95 % interval".into()],
        ..TrendModel::default()
    })
}

/// Nothing that stands on few is drawn in the full colour of its line, and no band leaves the plot.
#[test]
fn rates_of_few_are_drawn_apart() {
    let kind = trend_rate();
    let full = Theme::LIGHT.slot(1);
    let drawing = draw(&kind, &Theme::LIGHT, 660.0, 240.0);
    // Of the eight values 0, 2, 5, 6, 7 stand firm; only 5 to 7 are next to each other.
    let lines = drawing.picture.marks.iter().filter_map(|mark| match mark {
        Mark::Line { points, color, .. } if *color == full => Some(points.len()),
        _ => None,
    });
    assert_eq!(lines.collect::<Vec<_>>(), [3]);
    let discs = drawing
        .picture
        .marks
        .iter()
        .filter(|mark| matches!(mark, Mark::Disc { color, .. } if *color == full));
    assert_eq!(discs.count(), 5);
    let bottom = drawing.picture.marks.iter().filter_map(|mark| match mark {
        Mark::Polygon { points, .. } => Some(points.iter().map(|p| p.1).fold(0.0, f64::max)),
        _ => None,
    });
    assert!(bottom.clone().count() == 2 && bottom.fold(0.0, f64::max) < 240.0);
    let texts = text_boxes(&draw_captioned(&kind, &Caption::default(), &Theme::LIGHT, 660.0));
    assert!(texts.iter().any(|(_, text)| text == "○ fewer than 10"));
    for width in [360.0, 420.0, 660.0] {
        assert_readable(&kind, width);
    }
}

fn trend_el() -> ChartKind {
    let days = ["Δευτέρα", "Τρίτη", "Τετάρτη", "Πέμπτη", "Παρασκευή", "Σάββατο", "Κυριακή"];
    let bars = |name: &str, slot: usize, values: [f64; 7]| Series {
        name: name.into(),
        kind: SeriesKind::Bar,
        slot,
        values: values.map(Some).to_vec(),
        labels: values.map(|v| v.to_string()).to_vec(),
        ..Series::default()
    };
    let series = vec![
        bars("Επισκέψεις", 2, [12.0, 9.0, -3.0, 4.0, 7.0, 0.0, 1.0]),
        bars("Πωλήσεις", 3, [2.0, 3.0, -6.0, 1.0, 9.0, 1.0, 0.5]),
    ];
    let (low, high) = TrendModel::range(&series);
    ChartKind::Trend(TrendModel {
        x_labels: days.map(String::from).to_vec(),
        y_ticks: nice_ticks(low, high, 5, true)
            .into_iter()
            .map(|value| Tick { value, label: value.to_string() })
            .collect(),
        series,
        ..TrendModel::default()
    })
}

fn spark() -> ChartKind {
    let values = [5.0, 6.0, 5.5, 7.0, 8.0, 7.5, 9.0, 9.5, 8.5, 10.0, 12.0, 11.0];
    ChartKind::Spark(SparkModel { values: values.map(Some).to_vec(), partial_last: true })
}

fn bars() -> ChartKind {
    let row = |name: &str, value: f64, text: &str, note: &str| BarRow {
        name: name.into(),
        value: Some(value),
        text: text.into(),
        note: Some(note.into()),
        details: Vec::new(),
    };
    ChartKind::Bars(BarsModel {
        rows: vec![
            row("Lead", 1.0, "100 %", "38,412"),
            row("<img src=x onerror=alert(1)>", 0.62, "62 %", "23,815"),
            row("Коммерческое предложение", 0.34, "34 %", "13,060"),
            row("Κερδισμένη", 0.11, "11 %", "4,225"),
            BarRow { name: "Other".into(), text: "–".into(), ..BarRow::default() },
        ],
        coloring: BarsColoring::Ramp,
    })
}

/// Every kind at the widths that matter: name, chart, width of the file in CSS px.
fn gallery() -> Vec<(&'static str, ChartKind, f64)> {
    vec![
        ("funnel", funnel(), 760.0),
        ("funnel-ru", funnel_ru(), 860.0),
        ("funnel-narrow", funnel_ru(), 390.0),
        ("trend", trend(), 660.0),
        ("trend-narrow", trend(), 360.0),
        ("trend-el", trend_el(), 560.0),
        ("trend-rate", trend_rate(), 660.0),
        ("spark", spark(), 140.0),
        ("bars", bars(), 420.0),
    ]
}

#[test]
fn every_chart_looks_as_it_did() {
    for (name, kind, width) in gallery() {
        for (suffix, theme) in [("light", Theme::LIGHT), ("dark", Theme::DARK)] {
            let caption = match kind {
                ChartKind::Spark(_) => Caption::default(),
                _ => Caption {
                    title: "Revenue & spend by month".into(),
                    note: "1 Aug 2024 – 31 Dec 2025 · deals-2026.csv".into(),
                    description: "Grew <steadily>".into(),
                },
            };
            let svg = chart_svg(&kind, &caption, &theme, width).unwrap();
            check_golden(&format!("chart/{name}-{suffix}.svg"), &svg);
        }
    }
}

/// The boxes of all texts, by the same widths as the layout takes.
fn text_boxes(drawing: &Drawing) -> Vec<(Rect, String)> {
    let boxed = |mark: &Mark| match mark {
        Mark::Text { at, text, lettering, align, .. } => {
            let wide = text::width(text, *lettering);
            let x = match align {
                Align::Start => at.0,
                Align::Middle => at.0 - wide / 2.0,
                Align::End => at.0 - wide,
            };
            let tall = lettering.size;
            Some((Rect::new(x, at.1 - tall * 0.8, wide, tall), text.clone()))
        }
        _ => None,
    };
    drawing.picture.marks.iter().filter_map(boxed).collect()
}

fn assert_readable(kind: &ChartKind, width: f64) {
    let height = kind.height(width);
    let boxes = text_boxes(&draw(kind, &Theme::LIGHT, width, height));
    for (i, (a, words)) in boxes.iter().enumerate() {
        let inside = a.x >= -0.5 && a.y >= -0.5 && a.right() <= width + 0.5;
        assert!(inside && a.bottom() <= height + 1.0, "{words:?} leaves {width} × {height}: {a:?}");
        for (b, other) in &boxes[i + 1..] {
            let apart = a.right() <= b.x
                || b.right() <= a.x
                || a.bottom() <= b.y + 0.5
                || b.bottom() <= a.y + 0.5;
            assert!(apart, "{words:?} lies on {other:?} at {width} px");
        }
    }
}

#[test]
fn words_never_overlap_nor_leave_the_picture() {
    let long = "Договор на согласовании у юристов клиента и бухгалтерии";
    for count in 1..=14_u32 {
        let steps = (0..count)
            .map(|i| {
                let value = 1_234_567.0 / f64::from(1 + i * i);
                let texts = ["1 234 567", "100,0 %", "100,0 %", "123 дн.", "−1 234 567"];
                let texts = if i == 0 { ["1 234 567", "100,0 %", "", "", ""] } else { texts };
                step(long, value, texts)
            })
            .collect();
        let kind = ChartKind::Funnel(FunnelModel { steps });
        for width in [280.0, 358.0, 519.0, 520.0, 600.0, 720.0, 905.0, 1_300.0] {
            assert_readable(&kind, width);
        }
    }
    for width in [280.0, 320.0, 420.0, 560.0, 700.0, 1_100.0] {
        for kind in [funnel(), funnel_ru(), trend(), trend_el(), bars()] {
            assert_readable(&kind, width);
        }
    }
}

/// Rectangles of the colours that bars of a ramp take, in order.
fn ramp_bars(drawing: &Drawing, theme: &Theme, count: usize) -> Vec<Rect> {
    let colored = |index: usize| {
        drawing.picture.marks.iter().find_map(|mark| match mark {
            Mark::Rect { rect, color, .. } if *color == theme.ramp(index, count) => Some(*rect),
            _ => None,
        })
    };
    (0..count).filter_map(colored).collect()
}

#[test]
fn lengths_are_linear_and_small_values_are_still_seen() {
    let theme = Theme::LIGHT;
    let ChartKind::Funnel(model) = funnel_ru() else { unreachable!() };
    let kind = ChartKind::Funnel(model.clone());
    let count = model.steps.len();
    let wide = ramp_bars(&draw(&kind, &theme, 900.0, kind.height(900.0)), &theme, count);
    let narrow = ramp_bars(&draw(&kind, &theme, 360.0, kind.height(360.0)), &theme, count);
    assert_eq!((wide.len(), narrow.len()), (count, count));
    for (i, step) in model.steps.iter().enumerate() {
        let share = step.value / model.steps[0].value;
        let tall = (wide[0].height * share).max(2.0);
        let long = (360.0 * share).max(2.0);
        assert!((wide[i].height - tall).abs() < 1e-9, "{}", step.name);
        assert!((narrow[i].width - long).abs() < 1e-9, "{}", step.name);
    }
    assert!(wide[count - 1].height == 2.0, "12 of 18,211 is raised to what can be seen");
}

#[test]
fn a_pointer_finds_what_it_points_at() {
    let kind = trend();
    let drawing = draw(&kind, &Theme::LIGHT, 660.0, 240.0);
    assert_eq!(drawing.hits.len(), 17);
    for hit in &drawing.hits {
        let found = hit_at(&drawing.hits, hit.anchor.0, hit.anchor.1).unwrap();
        assert_eq!(found.index, hit.index);
    }
    let tip = kind.tip(&drawing.hits[5]).unwrap();
    assert_eq!(tip.title, "Jan");
    assert_eq!(tip.lines[0].value, "–");
    assert_eq!((tip.lines[1].name.as_str(), tip.lines[1].slot), ("Spend", Some(1)));
    assert!(hit_at(&drawing.hits, 2.0, 100.0).is_none(), "the axis is no region");
    for (_, kind, width) in gallery() {
        let height = kind.height(width);
        for hit in draw(&kind, &Theme::LIGHT, width, height).hits {
            assert!(kind.tip(&hit).is_some());
            assert!(hit.rect.right() <= width + 1e-6 && hit.rect.bottom() <= height + 1e-6);
        }
    }
}

#[test]
fn labels_are_text_and_never_markup() {
    let evil = "<img src=x onerror=alert(1)>\u{1}\"'&</text><script>";
    let kind = ChartKind::Funnel(FunnelModel {
        steps: vec![
            step(evil, 3.0, ["3", "", "", "", ""]),
            step("Won", 1.0, ["1", "", evil, evil, evil]),
        ],
    });
    let words = || evil.to_string();
    let caption = Caption { title: words(), note: words(), description: words() };
    let svg = chart_svg(&kind, &caption, &Theme::LIGHT, 1_800.0).unwrap();
    assert!(svg.contains("&lt;img src=x onerror=alert(1)&gt; "));
    for raw in ["<img", "<script", "</text><", "\u{1}"] {
        assert!(!svg.contains(raw), "{raw:?} stands in the file");
    }
}

#[test]
fn odd_numbers_draw_something_and_never_panic() {
    let odd =
        [f64::NAN, f64::INFINITY, -f64::INFINITY, -5.0, 0.0, -0.0, f64::MAX, f64::MIN, 1e-308];
    for a in odd {
        for b in odd {
            let texts = ["", "", "", "", ""];
            let steps = vec![step("a", a, texts), step("b", b, texts)];
            let values = vec![Some(a), None, Some(b)];
            let series = |kind| Series {
                name: String::new(),
                kind,
                slot: 99,
                values: values.clone(),
                few: vec![a < b; 3],
                band: vec![Some((a, b)); 3],
                ..Series::default()
            };
            let row = |value| BarRow { value: Some(value), ..BarRow::default() };
            let charts = [
                ChartKind::Funnel(FunnelModel { steps }),
                ChartKind::Trend(TrendModel {
                    series: vec![series(SeriesKind::Line), series(SeriesKind::Bar)],
                    partial_last: true,
                    ..TrendModel::default()
                }),
                ChartKind::Spark(SparkModel { values: values.clone(), partial_last: true }),
                ChartKind::Bars(BarsModel { rows: vec![row(a), row(b)], ..BarsModel::default() }),
            ];
            for kind in charts {
                for width in [0.0, 30.0, 700.0] {
                    let svg = chart_svg(&kind, &Caption::default(), &Theme::DARK, width).unwrap();
                    assert!(svg.ends_with("</svg>\n") && !svg.contains("NaN"));
                }
            }
        }
    }
    for empty in [
        ChartKind::Funnel(FunnelModel::default()),
        ChartKind::Trend(TrendModel::default()),
        ChartKind::Spark(SparkModel::default()),
        ChartKind::Bars(BarsModel::default()),
    ] {
        assert!(draw(&empty, &Theme::LIGHT, 600.0, 200.0).hits.is_empty());
    }
}

#[test]
fn charts_take_the_colours_of_the_style_sheet() {
    let sheet = concat!(env!("CARGO_MANIFEST_DIR"), "/style/tokens.css");
    let Ok(sheet) = std::fs::read_to_string(sheet) else {
        println!("skipped: style/tokens.css is not here");
        return;
    };
    let (light, dark) = sheet.split_once("data-theme=dark]").expect("two themes");
    for (tokens, theme) in [(light, Theme::LIGHT), (dark, Theme::DARK)] {
        let mut named = vec![
            ("surface".to_string(), theme.surface),
            ("line".into(), theme.line),
            ("line-strong".into(), theme.line_strong),
            ("ink".into(), theme.ink),
            ("ink-2".into(), theme.ink_2),
            ("ink-3".into(), theme.ink_3),
            ("accent".into(), theme.accent),
            ("bad".into(), theme.bad),
            ("c-rest".into(), theme.rest),
        ];
        named.extend(theme.series.iter().enumerate().map(|(i, c)| (format!("c{}", i + 1), *c)));
        named.extend(theme.sequence.iter().enumerate().map(|(i, c)| (format!("seq-{i}"), *c)));
        for (name, color) in named {
            let declared = format!("--{name}:{}", color.hex());
            let squeezed: String = tokens.split_whitespace().collect();
            assert!(squeezed.contains(&declared), "the style sheet has no {declared}");
        }
    }
}
