//! The reader of workbooks as the worker has it: a second wasm module, which the page loads when
//! the first workbook comes and hands over compiled. What crosses is bytes; see `bin/book.rs`.

use crate::engine::import::container::{BookFault, BookReader, ContainerKind, Sheet};
use js_sys::{Function, Promise, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    type Books;
    #[wasm_bindgen(thread_local_v2, js_name = __tundishBooks)]
    static BOOKS: Option<Books>;
    #[wasm_bindgen(method)]
    fn load(this: &Books) -> Promise;
}

/// Asks for the reader, and calls back once with it or with the reason why there is none.
pub fn load(then: impl FnOnce(Result<Rc<BookReader>, String>) + 'static) {
    let promise = BOOKS.with(|books| books.as_ref().map(Books::load));
    let Some(promise) = promise else {
        then(Err("the worker was not started by its start script".to_owned()));
        return;
    };
    spawn_local(async move {
        let loaded = JsFuture::from(promise).await.and_then(|r| r.dyn_into::<Function>());
        then(match loaded {
            Ok(function) => Ok(Rc::new(move |bytes: &[u8], kind, wanted: Option<&str>| {
                call(&function, bytes, kind, wanted)
            })),
            Err(error) => Err(words(&error)),
        });
    });
}

fn call(
    function: &Function,
    bytes: &[u8],
    kind: ContainerKind,
    wanted: Option<&str>,
) -> Result<Sheet, BookFault> {
    let head = postcard::to_allocvec(&(kind, wanted)).map_err(broken)?;
    let bytes = Uint8Array::from(bytes);
    let head = Uint8Array::from(head.as_slice());
    // A module that stops has met a workbook that it can't read.
    let answer = function.call2(&JsValue::NULL, &bytes, &head).map_err(|_| BookFault::Damaged)?;
    let answer = Uint8Array::new(&answer).to_vec();
    postcard::from_bytes::<Result<Sheet, BookFault>>(&answer).map_err(broken)?
}

fn broken(error: postcard::Error) -> BookFault {
    BookFault::Broken(error.to_string())
}

fn words(error: &JsValue) -> String {
    error.as_string().unwrap_or_else(|| format!("{error:?}"))
}
