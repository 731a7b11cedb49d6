// Builds the reader of workbooks, a wasm module of its own, and puts it beside the page under a name with its hash.
// The library brings along what it exports to browsers for the page's own module, and no optimizer may drop what is
// exported: so only those exports stay that the caller (src/web/start.js) uses, and the optimizer drops the rest.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const TARGET = "wasm32-unknown-unknown";
const KEPT = ["memory", "room", "read", "answer_begin", "answer_length"];
const EXPORTS = 7;

/** Builds it from the project in `source` into the folder `staged`; returns the file's name there. */
export function buildBook(source, staged) {
  const cargo = ["build", "--release", "--locked", "--target", TARGET, "--no-default-features", "--features", "book", "--bin", "tundish-book"];
  const run = (command, args, cwd) => execFileSync(command, args, { cwd, stdio: ["ignore", "pipe", "inherit"] });
  run("cargo", cargo, source);
  const { target_directory: target } = JSON.parse(run("cargo", ["metadata", "--format-version", "1", "--no-deps", "--offline"], source));
  let bytes = withKeptExports(readFileSync(join(target, TARGET, "release", "tundish-book.wasm")));
  bytes = optimized(bytes, run);
  const name = `tundish-book-${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}.wasm`;
  writeFileSync(join(staged, name), bytes);
  return name;
}

/** Made small by wasm-opt; without that tool it is only larger. */
function optimized(bytes, run) {
  const folder = mkdtempSync(join(tmpdir(), "tundish-book-"));
  const [input, output] = [join(folder, "in.wasm"), join(folder, "out.wasm")];
  const features = ["bulk-memory", "bulk-memory-opt", "sign-ext", "mutable-globals", "nontrapping-float-to-int", "reference-types", "multivalue"];
  try {
    writeFileSync(input, bytes);
    run("wasm-opt", ["-Oz", "--strip-debug", "--strip-producers", ...features.map((name) => `--enable-${name}`), input, "-o", output], folder);
    return readFileSync(output);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    console.error("wasm-opt is not on PATH: the reader of workbooks stays large");
    return bytes;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function withKeptExports(bytes) {
  let at = 8;

  // An unsigned number of the format (LEB128).
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  const keptExports = () => {
    const kept = [];
    for (let left = number(); left > 0; left--) {
      const begin = at;
      const length = number();
      const name = bytes.toString("utf8", at, at + length);
      at += length + 1;
      number();
      if (KEPT.includes(name)) kept.push(bytes.subarray(begin, at));
    }
    if (kept.length !== KEPT.length) throw new Error(`the reader of workbooks should export ${KEPT}`);
    return Buffer.concat([numberBytes(kept.length), ...kept]);
  };

  const sections = [bytes.subarray(0, at)];
  while (at < bytes.length) {
    const begin = at;
    const id = bytes[at++];
    const length = number();
    const end = at + length;
    if (id === EXPORTS) {
      const content = keptExports();
      sections.push(Buffer.from([id]), numberBytes(content.length), content);
    } else {
      sections.push(bytes.subarray(begin, end));
    }
    at = end;
  }
  return Buffer.concat(sections);
}

function numberBytes(value) {
  const out = [];
  for (; value >= 0x80; value = Math.floor(value / 0x80)) out.push((value & 0x7f) | 0x80);
  return Buffer.from([...out, value]);
}
