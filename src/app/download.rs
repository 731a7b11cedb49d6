//! Files that leave the page: a blob, an anchor, a click. Nothing goes over the network.

use js_sys::{Array, Uint8Array};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Offers bytes as a file. Does nothing where the browser refuses.
pub fn offer(name: &str, mime: &str, bytes: &[u8]) {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    if let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&parts, &options) {
        offer_blob(name, &blob);
    }
}

/// Offers a blob, such as a canvas's picture, as a file.
pub fn offer_blob(name: &str, blob: &Blob) {
    // The address stays valid for the life of the page: revoking it at once cancels the download
    // in some browsers, and a page makes few of them.
    let _ = (|| -> Result<(), JsValue> {
        let url = Url::create_object_url_with_blob(blob)?;
        let anchor: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
        Ok(())
    })();
}
