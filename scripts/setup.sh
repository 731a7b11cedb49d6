# Sourced by the other scripts: makes sure of the tools that a part of the work needs.
# Every `need_…` function returns within milliseconds when there is nothing to do, prints one line for each thing that
# it does, and ends with one clear sentence when it can't go on. What is not on the machine already goes under
# ${XDG_CACHE_HOME:-~/.cache}/tundish and onto this script's PATH; nothing is written into the project.

TRUNK_VERSION=0.21.14
BINARYEN_VERSION=132.0.0
DUCKDB_VERSION=1.4.3
WASM_TARGET=wasm32-unknown-unknown

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/tundish
TOOLS=$CACHE/tools
# Set by need_wasm_std when the user's own toolchain has no std for the target.
WASM_TOOLCHAIN_DIR=

say() { echo "setup: $*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }
# In `scripts/test` a missing tool fails a part and not the whole run: a subshell ends there.
give_up() { echo "setup: can't go on: $*" >&2; exit 3; }

can_apt() { have apt-get && [ "$(id -u)" = 0 ]; }

# apt_install WHAT-FOR PACKAGE…: quiet unless it fails.
apt_install() {
  local purpose=$1 log
  shift
  say "installing $* for $purpose (apt)"
  log=$(mktemp)
  if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

# at_least HAVE WANT: compares the first two numbers of two versions.
at_least() {
  local have_major have_minor want_major want_minor rest
  IFS=. read -r have_major have_minor rest <<<"$1"
  IFS=. read -r want_major want_minor rest <<<"$2"
  [ "$have_major" -gt "$want_major" ] || { [ "$have_major" = "$want_major" ] && [ "${have_minor%%[!0-9]*}" -ge "$want_minor" ]; }
}

minimum_rust() { sed -n 's/^rust-version = "\(.*\)"/\1/p' "$ROOT/Cargo.toml"; }

need_rust() {
  have cargo && have rustc || give_up "cargo and rustc are not on PATH; install Rust from https://rustup.rs"
  local version
  version=$(rustc --version | cut -d' ' -f2)
  at_least "$version" "$(minimum_rust)" || give_up "rustc is $version, the project needs $(minimum_rust) or newer"
  if ! have cc; then
    can_apt && apt_install "linking" gcc libc6-dev || give_up "there is no C compiler (cc), which Rust needs for linking"
  fi
}

need_node() {
  have node && have npm || give_up "node and npm are not on PATH; install Node.js 20 or newer"
  local version
  version=$(node --version)
  at_least "${version#v}" 20.0 || give_up "Node.js is $version, the scripts need 20 or newer"
}

has_wasm_std() { # RUSTC
  local dir
  dir=$("$1" --print target-libdir --target $WASM_TARGET 2>/dev/null) && ls "$dir"/libstd-*.rlib >/dev/null 2>&1
}

# A std for the target, in this order: the user's toolchain has it; Debian's packages; rustup.
need_wasm_std() {
  need_rust
  has_wasm_std rustc && return
  local dir=$CACHE/wasm-web
  if [ -x "$dir/bin/rustc" ] && [ "$(cat "$dir/built-with" 2>/dev/null)" = "$(/usr/bin/rustc -V 2>/dev/null)" ]; then
    WASM_TOOLCHAIN_DIR=$dir
  elif can_apt && debian_rust_packages; then
    build_wasm_std "$dir"
    WASM_TOOLCHAIN_DIR=$dir
  elif have rustup; then
    say "adding $WASM_TARGET (rustup)"
    rustup target add $WASM_TARGET >&2 || give_up "rustup could not add the target $WASM_TARGET"
    return
  else
    give_up "there is no standard library for $WASM_TARGET; install Rust with rustup, or run this as root on Debian"
  fi
  if have rustup && [ "$(readlink "$(rustup_home)/toolchains/wasm-web" 2>/dev/null)" != "$dir" ]; then
    rustup toolchain link wasm-web "$dir" >&2 || give_up "rustup could not link the toolchain wasm-web"
  fi
}

rustup_home() { echo "${RUSTUP_HOME:-$HOME/.rustup}"; }

# with_wasm COMMAND…: runs it with a toolchain that has the std.
with_wasm() {
  if [ -z "$WASM_TOOLCHAIN_DIR" ]; then
    "$@"
  elif have rustup; then
    RUSTUP_TOOLCHAIN=wasm-web "$@"
  else
    PATH=$WASM_TOOLCHAIN_DIR/bin:$PATH "$@"
  fi
}

# Debian backports a new rustc as rustc-web for its browsers; true when it is new enough and (then) installed.
debian_rust_packages() {
  local offered packages="rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy"
  offered=$(apt_candidate rustc-web)
  if [ -z "$offered" ]; then
    apt-get update -qq >/dev/null 2>&1 || true
    offered=$(apt_candidate rustc-web)
  fi
  [ -n "$offered" ] && at_least "$offered" "$(minimum_rust)" || return 1
  # shellcheck disable=SC2086
  dpkg -s $packages >/dev/null 2>&1 && [ -x "$(readlink -f /usr/bin/rust-lld)" ] && return
  # rust-lld is a link into the lld package of the same LLVM, which is only suggested.
  # shellcheck disable=SC2086
  apt_install "a standard library for $WASM_TARGET" $packages || return 1
  [ -x "$(readlink -f /usr/bin/rust-lld)" ] || apt_install "linking wasm" "$(basename "$(readlink /usr/bin/rust-lld)")"
}

apt_candidate() { apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: *\([0-9].*\)/\1/p'; }

# Builds std once and lays it out as a toolchain directory whose rustc is Debian's with another sysroot.
build_wasm_std() { # DIRECTORY
  say "building the standard library for $WASM_TARGET with Debian's rustc (about 30 s)"
  local final=$1 dir host work tool log
  mkdir -p "$CACHE"
  dir=$(mktemp -d "$CACHE/wasm-web.XXXXXX")
  host=$(/usr/bin/rustc -vV | sed -n 's/^host: //p')
  work=$dir/work
  log=$dir/log
  mkdir -p "$dir/bin" "$dir/lib/rustlib/$WASM_TARGET/lib" "$work/src"
  ln -s "$(/usr/bin/rustc --print sysroot)/lib/rustlib/$host" "$dir/lib/rustlib/$host"
  printf '[package]\nname = "std-for-wasm"\nversion = "0.0.0"\nedition = "2024"\n[profile.release]\npanic = "abort"\n' >"$work/Cargo.toml"
  : >"$work/src/lib.rs"
  # Bitcode is embedded because the release profile links with LTO.
  if ! (cd "$work" && RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc RUSTFLAGS=-Cembed-bitcode=yes CARGO_TARGET_DIR=$work/target \
    /usr/bin/cargo build -q -Zbuild-std=std,panic_abort,test --release --target $WASM_TARGET) >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    rm -rf "$dir"
    give_up "the standard library for $WASM_TARGET could not be built"
  fi
  cp "$work/target/$WASM_TARGET/release/deps/"*.rlib "$dir/lib/rustlib/$WASM_TARGET/lib/"
  rm -rf "$work" "$log" "$dir/lib/rustlib/$WASM_TARGET/lib/"libstd_for_wasm*
  ln -s /usr/bin/cargo "$dir/bin/cargo"
  # Copied, because it looks for clippy-driver beside its own real file.
  cp /usr/bin/cargo-clippy "$dir/bin/cargo-clippy"
  for tool in rustc rustdoc clippy-driver; do
    # The argument comes last, because clippy-driver is given the path of rustc as the first.
    printf '#!/bin/sh\nexec /usr/bin/%s "$@" --sysroot "%s"\n' $tool "$final" >"$dir/bin/$tool"
    chmod +x "$dir/bin/$tool"
  done
  /usr/bin/rustc -V >"$dir/built-with"
  rm -rf "$final"
  mv "$dir" "$final"
}

# use_tool NAME VERSION: true when NAME of that version is on PATH or in the cache (and then on PATH).
use_tool() {
  local dir=$TOOLS/$1-$2/bin
  if [ -x "$dir/$1" ]; then
    PATH=$dir:$PATH
    return
  fi
  have "$1" && case "$("$1" --version 2>/dev/null)" in *" $2"*) return 0 ;; esac
  return 1
}

# cargo_tool PACKAGE VERSION COMMAND [cargo install flags…]: built without optimization, which takes a third of the time.
cargo_tool() {
  local package=$1 version=$2 command=$3 dir log
  shift 3
  use_tool "$command" "$version" && return
  need_rust
  say "installing $package $version (a few minutes, once)"
  mkdir -p "$TOOLS"
  dir=$(mktemp -d "$TOOLS/$command.XXXXXX")
  log=$dir/log
  if ! { cargo_binstall "$package" "$version" "$dir" || cargo_install "$package" "$version" "$dir" --locked "$@" ||
    cargo_install "$package" "$version" "$dir" "$@"; } >"$log" 2>&1; then
    grep -m 5 -A 5 '^error' "$log" >&2 || tail -n 15 "$log" >&2
    rm -rf "$dir"
    give_up "$package $version could not be installed"
  fi
  rm -rf "$log" "${TOOLS:?}/$command-$version"
  mv "$dir" "$TOOLS/$command-$version"
  use_tool "$command" "$version" || give_up "$package $version was installed and yet there is no $command"
}

cargo_binstall() { have cargo-binstall && cargo binstall --no-confirm --disable-telemetry --root "$3" "$1@$2"; }

cargo_install() { # PACKAGE VERSION DIRECTORY FLAGS…
  local package=$1 version=$2 dir=$3
  shift 3
  (cd / && CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_OPT_LEVEL=0 CARGO_TARGET_DIR=$dir/target \
    cargo install "$package" --version "$version" --debug --no-track --root "$dir" "$@") && rm -rf "$dir/target"
}

need_trunk() { cargo_tool trunk "$TRUNK_VERSION" trunk --no-default-features --features rustls; }

# The version is the one of the library: the two only work together when they are equal.
need_wasm_bindgen() {
  local version
  version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"/\1/p;}' "$ROOT/Cargo.lock")
  cargo_tool wasm-bindgen-cli "$version" wasm-bindgen
}

# The npm package is the only one that offers the pinned version wherever Node.js runs.
need_wasm_opt() {
  local dir=$TOOLS/binaryen-$BINARYEN_VERSION
  if [ ! -x "$dir/node_modules/.bin/wasm-opt" ]; then
    need_node
    say "installing binaryen $BINARYEN_VERSION (npm)"
    mkdir -p "$dir"
    npm install --silent --no-save --prefix "$dir" "binaryen@$BINARYEN_VERSION" >&2 || give_up "binaryen $BINARYEN_VERSION could not be installed"
  fi
  PATH=$dir/node_modules/.bin:$PATH
}

# Sets CHROMIUM and CHROMEDRIVER.
need_chromium() {
  find_chromium || { can_apt && apt_install "tests in a browser" chromium chromium-driver && find_chromium; } ||
    give_up "there is no Chromium with chromedriver; install both, or set CHROMIUM and CHROMEDRIVER"
  export CHROMIUM CHROMEDRIVER
}

find_chromium() {
  CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
  CHROMEDRIVER=${CHROMEDRIVER:-$(command -v chromedriver || true)}
  [ -n "$CHROMIUM" ] && [ -n "$CHROMEDRIVER" ]
}

# The npm packages of the end-to-end tests, as their lock says.
need_e2e_packages() {
  need_node
  local dir=$ROOT/tests/e2e stamp=$ROOT/tests/e2e/node_modules/.installed
  cmp -s "$dir/package-lock.json" "$stamp" && return
  say "installing the packages of tests/e2e (npm)"
  npm ci --silent --prefix "$dir" >&2 || give_up "the packages of tests/e2e could not be installed"
  cp "$dir/package-lock.json" "$stamp"
}

# Sets TUNDISH_PYTHON to a Python with DuckDB, by which the figures are checked in SQL. Not a need: where it can't be
# had, that test is skipped and says so.
use_duckdb() {
  local dir=$TOOLS/duckdb-$DUCKDB_VERSION
  if [ ! -e "$dir/complete" ]; then
    have python3 || return 0
    say "installing DuckDB $DUCKDB_VERSION for the check of figures in SQL (pip)"
    mkdir -p "$TOOLS"
    if ! { python3 -m venv "$dir" && "$dir/bin/pip" install --quiet --disable-pip-version-check "duckdb==$DUCKDB_VERSION"; } >&2; then
      say "DuckDB could not be installed"
      rm -rf "$dir"
      return 0
    fi
    touch "$dir/complete"
  fi
  export TUNDISH_PYTHON=$dir/bin/python
}

# Everything that a build of the app takes.
need_build_tools() {
  need_rust
  need_node
  need_wasm_std
  need_trunk
  need_wasm_bindgen
  need_wasm_opt
}
