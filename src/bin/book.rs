//! The reader of workbooks as a wasm module of its own, so that whoever brings CSV never loads it.
//!
//! No glue: the caller asks for room, writes the request there, calls [`read`], and finds the
//! answer where [`answer_begin`] says. Both are postcard bytes. `src/web/start.js` is the caller.

use std::cell::RefCell;
use tundish::engine::import::container::{BookFault, ContainerKind, Sheet, read_workbook};

thread_local! {
    static REQUEST: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Room for a workbook's bytes; where they are to be written.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    REQUEST.with_borrow_mut(|request| {
        *request = vec![0; length];
        request.as_mut_ptr()
    })
}

/// Reads the workbook that was written. The last `head` bytes say which kind and which sheet.
#[unsafe(no_mangle)]
pub extern "C" fn read(head: usize) {
    let request = REQUEST.take();
    let (bytes, head) = request.split_at(request.len().saturating_sub(head));
    let asked = postcard::from_bytes::<(ContainerKind, Option<String>)>(head);
    let sheet: Result<Sheet, BookFault> = match asked {
        Ok((kind, wanted)) => read_workbook(bytes, kind, wanted.as_deref()),
        Err(error) => Err(BookFault::Broken(error.to_string())),
    };
    let answer = postcard::to_allocvec(&sheet).unwrap_or_default();
    ANSWER.replace(answer);
}

#[unsafe(no_mangle)]
pub extern "C" fn answer_begin() -> *const u8 {
    ANSWER.with_borrow(|answer| answer.as_ptr())
}

#[unsafe(no_mangle)]
pub extern "C" fn answer_length() -> usize {
    ANSWER.with_borrow(Vec::len)
}

fn main() {}
