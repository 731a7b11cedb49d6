//! How a page starts its worker: from the very module that the page runs, so nothing is fetched or compiled twice.
//! A server's copy starts a module worker that imports the glue again; the one-file build must start a classic one from
//! its own script, because a `file:` page may not import anything, and brings the hook for that with it.
//! What is said to the worker afterwards is not here. Messages sent before it says that it is ready are lost.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Url, Worker, WorkerOptions, WorkerType};

/// The whole script of the hosted worker: its first message names the glue and carries the compiled module.
const BOOT: &str = "onmessage = async ({ data }) => { onmessage = null; (await import(data.js)).initSync({ module: data.module }); };";

/// The policy that the one-file form's Content-Security-Policy allows, and the only one.
const POLICY: &str = "app-worker";

#[wasm_bindgen]
extern "C" {
    type ImportMeta;
    #[wasm_bindgen(thread_local_v2, js_namespace = import, js_name = meta)]
    static IMPORT_META: ImportMeta;
    #[wasm_bindgen(method, getter)]
    fn url(this: &ImportMeta) -> String;

    /// Set by the script of the one-file build (scripts/bundle.mjs), absent elsewhere.
    type SingleFile;
    #[wasm_bindgen(thread_local_v2, js_name = __tundish_single)]
    static SINGLE_FILE: Option<SingleFile>;
    #[wasm_bindgen(method, catch)]
    fn spawn(this: &SingleFile) -> Result<Worker, JsValue>;

    type TrustedTypes;
    #[wasm_bindgen(thread_local_v2, js_name = trustedTypes)]
    static TRUSTED_TYPES: Option<TrustedTypes>;
    #[wasm_bindgen(method, catch, js_name = createPolicy)]
    fn create_policy(this: &TrustedTypes, name: &str, rules: &Object) -> Result<Policy, JsValue>;

    #[derive(Clone)]
    type Policy;
    #[wasm_bindgen(method, catch, js_name = createScriptURL)]
    fn create_script_url(this: &Policy, url: &str) -> Result<JsValue, JsValue>;

    /// `Worker` with an address that may be a `TrustedScriptURL`, which web-sys does not know.
    #[wasm_bindgen(extends = Worker, js_name = Worker)]
    type AddressedWorker;
    #[wasm_bindgen(constructor, catch, js_class = "Worker")]
    fn new(url: &JsValue, options: &WorkerOptions) -> Result<AddressedWorker, JsValue>;
}

thread_local! {
    /// Made once: a second policy of the same name is refused.
    static WORKER_POLICY: Result<Option<Policy>, JsValue> = worker_policy();
}

/// Starts a worker of this very build. It answers nothing before it has said that it is ready.
pub fn spawn() -> Result<Worker, String> {
    SINGLE_FILE
        .with(|single| match single {
            Some(single) => single.spawn(),
            None => spawn_hosted(),
        })
        .map_err(|error| format!("{error:?}"))
}

fn spawn_hosted() -> Result<Worker, JsValue> {
    let script_type = BlobPropertyBag::new();
    script_type.set_type("text/javascript");
    let script = Blob::new_with_str_sequence_and_options(&Array::of1(&BOOT.into()), &script_type)?;
    // Never revoked: browsers may still be reading it, and it is a hundred bytes.
    let url = Url::create_object_url_with_blob(&script)?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker: Worker = AddressedWorker::new(&trusted(&url)?, &options)?.into();

    let first_message = Object::new();
    let glue = IMPORT_META.with(ImportMeta::url);
    Reflect::set(&first_message, &"js".into(), &glue.into())?;
    Reflect::set(&first_message, &"module".into(), &wasm_bindgen::module())?;
    worker.post_message(&first_message)?;
    Ok(worker)
}

/// The address as the browser wants it: plain, or blessed where Trusted Types exist.
fn trusted(url: &str) -> Result<JsValue, JsValue> {
    WORKER_POLICY.with(|policy| match policy {
        Ok(Some(policy)) => policy.create_script_url(url),
        Ok(None) => Ok(url.into()),
        Err(refused) => Err(refused.clone()),
    })
}

fn worker_policy() -> Result<Option<Policy>, JsValue> {
    TRUSTED_TYPES.with(|types| {
        let Some(types) = types else { return Ok(None) };
        let rules = Object::new();
        let same = Closure::<dyn Fn(String) -> String>::new(|url: String| url);
        Reflect::set(&rules, &"createScriptURL".into(), &same.into_js_value())?;
        types.create_policy(POLICY, &rules).map(Some)
    })
}
