//! The dialogs.

use leptos::prelude::*;

#[component]
pub fn Dialogs() -> impl IntoView {}
