//! The browser binary: one wasm, two roles. A page and its worker load the same module and look at the global scope
//! to know which of the two they are, so they can never be of different versions.
//! What either does is not here: see `web::worker` and `app`.

use tundish::{app, web};
use wasm_bindgen::JsCast;
use web_sys::DedicatedWorkerGlobalScope;

fn main() {
    if js_sys::global().is_instance_of::<DedicatedWorkerGlobalScope>() {
        web::worker::run();
    } else {
        app::mount();
    }
}
