use tundish::web::spawn::spawn;
use wasm_bindgen_test::wasm_bindgen_test;

/// The tests' own page is such a page.
#[wasm_bindgen_test]
fn a_page_without_the_start_script_is_told_so() {
    let refused = spawn().expect_err("nothing here can start a worker");
    assert!(refused.contains("start script"), "{refused}");
}
