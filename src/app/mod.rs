//! The page. For now it starts its worker and shows the name.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// Mounts the page.
pub fn mount() {
    leptos::mount::mount_to_body(|| view! { <h1 data-part="title">"Tundish"</h1> });
    if let Ok(worker) = crate::web::spawn::spawn() {
        let ready = Closure::<dyn FnMut()>::new(|| {
            let root = document().document_element();
            let _ = root.map(|root| root.set_attribute("data-worker", "ready"));
        });
        worker.set_onmessage(Some(ready.as_ref().unchecked_ref()));
        ready.forget();
    }
}
