//! Messages as they cross between page and worker: postcard bytes in a transferred buffer, and at
//! most one File handle beside them.

use crate::protocol::{self, Event, Request};
use js_sys::{Array, Object, Reflect, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};

const BYTES: &str = "bytes";
const FILE: &str = "file";

/// A message and the list of what is transferred with it.
pub struct Parcel {
    pub message: JsValue,
    pub transfer: Array,
}

/// Wraps a request for the worker.
///
/// # Errors
/// A text where the value can't be serialized (a programming error).
pub fn pack_request(request: &Request, file: Option<&web_sys::File>) -> Result<Parcel, String> {
    let parcel = pack(request)?;
    if let Some(file) = file {
        set(&parcel.message, FILE, file.as_ref());
    }
    Ok(parcel)
}

/// Wraps an event for the page.
///
/// # Errors
/// As [`pack_request`].
pub fn pack_event(event: &Event) -> Result<Parcel, String> {
    pack(event)
}

/// Reads a message back; `None` where it is not one of ours, such as what `start.js` says.
///
/// # Errors
/// Why one of ours can't be read. Nobody answers it, so whoever waits has to be told.
pub fn unpack<T: DeserializeOwned>(
    message: &JsValue,
) -> Option<Result<(T, Option<web_sys::File>), String>> {
    let bytes = Reflect::get(message, &BYTES.into()).ok().filter(|b| !b.is_undefined())?;
    let bytes = Uint8Array::new(&bytes).to_vec();
    let file = Reflect::get(message, &FILE.into()).ok().and_then(|f| f.dyn_into().ok());
    Some(protocol::from_bytes(&bytes).map(|value| (value, file)))
}

fn pack<T: Serialize>(value: &T) -> Result<Parcel, String> {
    let bytes = protocol::to_bytes(value)?;
    let buffer = Uint8Array::from(bytes.as_slice()).buffer();
    let message: JsValue = Object::new().into();
    set(&message, BYTES, buffer.as_ref());
    Ok(Parcel { message, transfer: Array::of1(buffer.as_ref()) })
}

fn set(object: &JsValue, key: &str, value: &JsValue) {
    // Setting a property of a plain object can't fail.
    let _ = Reflect::set(object, &key.into(), value);
}
