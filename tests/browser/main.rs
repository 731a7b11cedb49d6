//! What needs a browser's own objects, run by wasm-bindgen-test in headless Chromium (`scripts/test browser`).
//! Whole screens are not here: see `tests/e2e`.
#![cfg(target_arch = "wasm32")]

mod spawn;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
