//! The worker's role. For now it only says that it is there.

use wasm_bindgen::JsCast;
use web_sys::DedicatedWorkerGlobalScope;

/// Runs the worker.
pub fn run() {
    if let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        let _ = scope.post_message(&"ready".into());
    }
}
