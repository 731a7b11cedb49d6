//! The tooltip of a chart: an overlay over the canvas, never part of the drawing.

use crate::chart::{ChartKind, Hit, TipLine};
use leptos::prelude::*;

/// Near an edge the tooltip hangs to the other side of the point.
const EDGE: f64 = 130.0;

#[component]
pub fn ChartTip(
    chart: Signal<Option<ChartKind>>,
    pointed: RwSignal<Option<Hit>>,
    width: RwSignal<f64>,
) -> impl IntoView {
    let tip = move || {
        let hit = pointed.get()?;
        let tip = chart.with(|c| c.as_ref()?.tip(&hit))?;
        let (x, y) = hit.anchor;
        let side = match x {
            x if x < EDGE => "left",
            x if x > width.get() - EDGE => "right",
            _ => "middle",
        };
        Some(view! {
            <div class=format!("chart-tip {side}") style:left=format!("{x}px") style:top=format!("{y}px") data-part="chart-tip">
                <p class="chart-tip-title">{tip.title}</p>
                <dl>{tip.lines.into_iter().map(line).collect_view()}</dl>
            </div>
        })
    };
    view! { <div aria-hidden="true">{tip}</div> }
}

fn line(line: TipLine) -> impl IntoView {
    let swatch = line.slot.map(|slot| view! { <i class=swatch_class(slot)></i> });
    view! {
        <div>
            <dt>{swatch}{line.name}</dt>
            <dd>{line.value}</dd>
        </div>
    }
}

/// The class of a colour slot, counted from 0.
pub fn swatch_class(slot: usize) -> String {
    if slot < 8 { format!("swatch swatch-{}", slot + 1) } else { "swatch swatch-rest".to_owned() }
}
