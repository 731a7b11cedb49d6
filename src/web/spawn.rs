//! How a page starts its worker: from the very script and module that the page runs, so nothing is fetched or compiled
//! a second time, and page and worker are always of one version. The making itself is in `start.js` beside this file.
//! What is said to the worker is not here. Messages sent before it says that it is ready are lost.

use wasm_bindgen::prelude::*;
use web_sys::Worker;

#[wasm_bindgen]
extern "C" {
    type Start;
    #[wasm_bindgen(thread_local_v2, js_name = __tundish)]
    static START: Option<Start>;
    #[wasm_bindgen(method, catch, js_name = spawnWorker)]
    fn spawn_worker(this: &Start) -> Result<Worker, JsValue>;
}

/// Starts a worker of this very build. It answers nothing before it has said that it is ready.
pub fn spawn() -> Result<Worker, String> {
    START.with(|start| {
        let start = start.as_ref().ok_or("the page was not started by its start script")?;
        start.spawn_worker().map_err(|error| format!("{error:?}"))
    })
}
