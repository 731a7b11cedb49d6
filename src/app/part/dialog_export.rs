//! Everything that can be taken out of the report, block by block and as a whole.

use crate::app::action::App;
use crate::app::download;
use crate::app::part::block_export::{block_title, file_name, save_csv, save_png, save_svg};
use crate::app::part::block_frame::ReportMemo;
use crate::app::part::printing::print_from_dialog;
use crate::app::part::save_document::save_document;
use crate::app::state::{AppStateStoreFields, ReportState, SessionStoreFields};
use crate::app::words;
use crate::engine::report::{Answer, Report};
use crate::export::block_chart::block_charts;
use crate::export::report_json;
use leptos::prelude::*;

#[component]
pub fn ExportDialog() -> impl IntoView {
    let app = App::here();
    let report: ReportMemo = Memo::new(move |_| match &*app.state.session().report().read() {
        ReportState::Built(report) => Some(report.clone()),
        _ => None,
    });
    let lines = move || {
        let words = words();
        report.with(|r| {
            let own = r.as_ref().map_or(&[][..], |r| r.scope.own.as_slice());
            let blocks = r.as_ref().map_or(&[][..], |r| r.blocks.as_slice());
            let shown = blocks.iter().enumerate().filter(|(_, a)| !matches!(a, Answer::Absent(_)));
            let line = |(index, answer): (usize, &Answer)| {
                let has_chart = !block_charts(answer, words, None, own).is_empty();
                line(app, report, index, block_title(answer, words, own), has_chart)
            };
            shown.map(line).collect_view()
        })
    };
    view! {
        <h2 id="dialog-title">{move || words().dialog.export_title}</h2>
        <ul class="export-list">{lines}</ul>
        <p class="sub">{move || words().dialog.csv_note}</p>
        <hr/>
        <div class="dialog-actions">
            <button class="button" data-part="export-json" on:click=move |_| save_json(app, report)>
                {move || words().dialog.export_json}
            </button>
            <button class="button" data-part="export-document" on:click=move |_| save_document(app)>
                {move || words().dialog.export_document}
            </button>
            <button class="button" data-part="export-print" on:click=move |_| print_from_dialog(app)>
                {move || words().dialog.export_print}
            </button>
        </div>
    }
}

/// A block with its formats.
fn line(
    app: App,
    report: ReportMemo,
    index: usize,
    title: String,
    has_chart: bool,
) -> impl IntoView {
    let words = words();
    let label = |format: &str| (words.dialog.export_named)(&title, format);
    let charts = has_chart.then(|| view! {
        <button class="button small" data-part="export-png" aria-label=label("PNG") on:click=move |_| save_png(app, report, index)>"PNG"</button>
        <button class="button small" data-part="export-svg" aria-label=label("SVG") on:click=move |_| save_svg(app, report, index)>"SVG"</button>
    });
    view! {
        <li data-part="export-line" data-index=index>
            <span>{title.clone()}</span>
            <span class="export-formats">
                {charts}
                <button class="button small" data-part="export-csv" aria-label=label("CSV") on:click=move |_| save_csv(app, report, index)>"CSV"</button>
            </span>
        </li>
    }
}

fn save_json(app: App, report: ReportMemo) {
    let json =
        report.with_untracked(|r: &Option<std::sync::Arc<Report>>| report_json(r.as_ref()?).ok());
    if let Some(json) = json {
        download::offer(&file_name(app, "", "report.json"), "application/json", json.as_bytes());
    }
}
