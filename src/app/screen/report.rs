//! The report screen.

use leptos::prelude::*;

#[component]
pub fn ReportScreen() -> impl IntoView {
    view! { <section data-part="report-screen"></section> }
}
