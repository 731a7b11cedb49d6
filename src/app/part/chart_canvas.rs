//! A chart on a canvas: sharp on any screen, drawn anew when its figures, its width, the theme or
//! the language change, with a tooltip over the regions that the drawing returned.
//!
//! The only place that knows the canvas backend. The same figures stand in a table beside it, so
//! the canvas is one picture with a name to screen readers.

use crate::app::is_dark;
use crate::app::part::chart_tip::ChartTip;
use crate::app::part::printing::Printing;
use crate::chart::{
    Caption, ChartKind, Drawing, Hit, Paint, Theme, captioned_size, draw, draw_captioned, hit_at,
};
use leptos::html::{Canvas, Div};
use leptos::prelude::*;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, PointerEvent, ResizeObserver};

/// Device pixels per CSS px of an exported picture, and on paper.
const EXPORT_RATIO: f64 = 2.0;
/// How wide a chart is drawn for paper, in CSS px: a card across an A4 page within usual margins. The
/// style of the printed page keeps the shape of what is drawn, whatever the paper.
const PAPER_WIDTH: f64 = 684.0;

#[component]
pub fn ChartCanvas(
    part: &'static str,
    #[prop(into)] chart: Signal<Option<ChartKind>>,
    #[prop(into)] label: Signal<String>,
    /// Takes the height that its place has, where that is more than it needs.
    #[prop(optional)]
    fill: bool,
) -> impl IntoView {
    // Kept, since a frame is drawn outside of all views, where words can't be looked up.
    let chart = Memo::new(move |_| chart.get());
    let frame = NodeRef::<Div>::new();
    let canvas = NodeRef::<Canvas>::new();
    let width = RwSignal::new(0.0);
    let room = RwSignal::new(0.0);
    let needed = RwSignal::new(0.0);
    let hits = StoredValue::new(Vec::<Hit>::new());
    let pointed = RwSignal::new(None::<Hit>);
    follow_size(frame, width, room);
    let printing = Printing::now();
    // Paper is light whatever the screen is.
    let dark = Memo::new(move |_| is_dark() && !printing.get());
    let waiting = StoredValue::new(false);
    let paint = move || {
        // A frame may come after the chart has gone, with its screen or its block.
        let (Some(canvas), Some(chart)) = (canvas.try_get_untracked(), chart.try_get_untracked())
        else {
            return;
        };
        waiting.set_value(false);
        let (Some(canvas), Some(chart)) = (canvas, chart) else { return };
        let theme = if dark.get_untracked() { Theme::DARK } else { Theme::LIGHT };
        pointed.set(None);
        let for_paper = printing.get_untracked() && !matches!(chart, ChartKind::Spark(_));
        let width = if for_paper { PAPER_WIDTH } else { width.get_untracked() };
        let least = chart.height(width);
        needed.set(least);
        let height = if fill && !for_paper { room.get_untracked().max(least) } else { least };
        let ratio = if for_paper { EXPORT_RATIO } else { window().device_pixel_ratio() };
        hits.set_value(paint_on(&canvas, &chart, &theme, (width, height), ratio));
    };
    Effect::new(move || {
        // Read and not only tracked: a memo that nobody reads never changes.
        chart.with(|_| ());
        dark.get();
        room.get();
        let is_hidden = width.get() <= 0.0;
        if printing.get() {
            // Paper does not wait for an animation frame.
            paint();
        } else if !is_hidden && !waiting.get_value() {
            waiting.set_value(true);
            request_animation_frame(paint);
        }
    });
    let find = move |event: PointerEvent| {
        let at = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        let hit = hits.with_value(|hits| hit_at(hits, at.0, at.1).copied());
        if pointed.get_untracked() != hit {
            pointed.set(hit);
        }
    };
    view! {
        <div
            class="chart-canvas"
            class:fill=fill
            style:min-height=move || format!("{}px", needed.get())
            node_ref=frame
        >
            <canvas
                role="img"
                data-part=part
                aria-label=move || label.get()
                node_ref=canvas
                on:pointermove=find
                on:pointerdown=find
                on:pointerleave=move |_| pointed.set(None)
            ></canvas>
            <ChartTip chart=chart.into() pointed width/>
        </div>
    }
}

/// Keeps `width` and `room` at the width and height of an element.
fn follow_size(frame: NodeRef<Div>, width: RwSignal<f64>, room: RwSignal<f64>) {
    let kept = StoredValue::new_local(None::<(ResizeObserver, Closure<dyn FnMut()>)>);
    Effect::new(move || {
        let Some(frame) = frame.get() else { return };
        width.set(f64::from(frame.client_width()));
        let measured = frame.clone();
        let on_resize = Closure::<dyn FnMut()>::new(move || {
            let now = (f64::from(measured.client_width()), f64::from(measured.client_height()));
            // A chart that is hidden keeps its last size.
            for (signal, now) in [(width, now.0), (room, now.1)] {
                if now > 0.0 && signal.try_get_untracked().is_some_and(|before| before != now) {
                    signal.set(now);
                }
            }
        });
        if let Ok(observer) = ResizeObserver::new(on_resize.as_ref().unchecked_ref()) {
            observer.observe(&frame);
            kept.set_value(Some((observer, on_resize)));
        }
    });
    on_cleanup(move || {
        kept.try_update_value(|kept| {
            if let Some((observer, _)) = kept.take() {
                observer.disconnect();
            }
        });
    });
}

fn paint_on(
    canvas: &HtmlCanvasElement,
    chart: &ChartKind,
    theme: &Theme,
    (width, height): (f64, f64),
    ratio: f64,
) -> Vec<Hit> {
    let ratio = ratio.clamp(1.0, 4.0);
    let drawing = draw(chart, theme, width, height);
    // A canvas that can't be had leaves its table.
    let _ = put(canvas, &drawing, theme, (width, height), ratio);
    let _ = canvas.style(("height", format!("{height}px")));
    drawing.hits
}

/// Sizes the canvas and replays a drawing on it: shapes on a finer grid than the pixels', so that
/// slanted lines are smooth, and text on the pixels themselves.
fn put(
    canvas: &HtmlCanvasElement,
    drawing: &Drawing,
    theme: &Theme,
    (width, height): (f64, f64),
    ratio: f64,
) -> Option<()> {
    canvas.set_width((width * ratio).round() as u32);
    canvas.set_height((height * ratio).round() as u32);
    let context = canvas.get_context("2d").ok()??;
    let context = context.dyn_into::<CanvasRenderingContext2d>().ok()?;
    let mut backend = CanvasBackend::with_canvas_object(canvas.clone())?;
    context.save();
    let fine = 1.0 / Paint::FINE;
    context.scale(fine, fine).ok()?;
    let shapes = drawing.paint(&Paint::canvas_shapes(ratio, theme.font), &mut backend);
    context.restore();
    let text = drawing.paint(&Paint::canvas_text(ratio, theme.font), &mut backend);
    shapes.and(text).ok()
}

/// A chart with its caption as a PNG file, in light colours.
pub fn png(chart: &ChartKind, caption: &Caption, width: f64, then: impl FnOnce(Blob) + 'static) {
    let theme = Theme::LIGHT;
    let size = captioned_size(chart, caption, width);
    let drawing = draw_captioned(chart, caption, &theme, width);
    let canvas = document().create_element("canvas").ok();
    let Some(canvas) = canvas.and_then(|c| c.dyn_into::<HtmlCanvasElement>().ok()) else { return };
    if put(&canvas, &drawing, &theme, size, EXPORT_RATIO).is_none() {
        return;
    }
    let done = Closure::once_into_js(move |blob: Option<Blob>| {
        if let Some(blob) = blob {
            then(blob);
        }
    });
    let _ = canvas.to_blob(done.unchecked_ref());
}
