# Sourced by scripts/test: one function for each part of the tests. A part says what it counted in lines that hold
# "N passed; N failed", as cargo does.
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
cd "$ROOT"

# check NAME COMMAND…: a command as one test.
check() {
  local name=$1 log
  shift
  log=$(mktemp)
  if "$@" >"$log" 2>&1; then
    echo "$name ... 1 passed; 0 failed"
  else
    cat "$log"
    echo "$name ... 0 passed; 1 failed"
  fi
  rm -f "$log"
}

# rustup's minimal profile has neither.
need_lints() {
  need_rust
  cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 && return
  say "adding rustfmt and clippy"
  { have rustup && rustup component add rustfmt clippy >&2; } || give_up "there is no rustfmt or no clippy"
}

part_lint() {
  need_lints
  check "cargo fmt" cargo fmt --check
  check "clippy, native" cargo clippy --quiet --locked --no-default-features --all-targets -- -D warnings
  need_wasm_std
  # The command line and its tests read workbooks themselves, which a browser does in a module of its own.
  check "clippy, wasm" with_wasm cargo clippy --quiet --locked --target $WASM_TARGET --lib --bin tundish-app --test browser -- -D warnings
  check "clippy, wasm, workbooks" with_wasm cargo clippy --quiet --locked --target $WASM_TARGET --no-default-features \
    --features book --bin tundish-book -- -D warnings
}

part_native() {
  need_rust
  use_duckdb
  cargo test --locked --no-default-features --no-fail-fast
}

part_browser() {
  if ! ls tests/browser/*.rs >/dev/null 2>&1; then return; fi
  need_wasm_std
  need_wasm_bindgen
  need_chromium
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=$ROOT/scripts/browser-runner
  WASM_BINDGEN_TEST_ONLY_WEB=1 with_wasm cargo test --locked --target $WASM_TARGET --test browser
}

part_e2e() {
  need_node
  need_chromium
  need_e2e_packages
  scripts/bundle
  local log status=0
  log=$(mktemp)
  # One file at a time: two browsers at once on two cores make every wait longer.
  node --test --test-concurrency=1 --test-timeout=300000 \
    --test-reporter=spec --test-reporter-destination=stdout --test-reporter=tap --test-reporter-destination="$log" \
    tests/e2e/*.test.mjs || status=$?
  awk '/^# pass /{passed=$3} /^# (fail|cancelled) /{failed+=$3} END{print "end to end: " passed+0 " passed; " failed+0 " failed"}' "$log"
  rm -f "$log"
  return $status
}
