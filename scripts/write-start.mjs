// Trunk runs this after a build: writes the start script and the Content-Security-Policy into the staged index.html.
// Neither can stand in the source: the script holds the glue that the build has made, and the policy holds its hash.
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildBook } from "./book.mjs";
import { embeddable, hostedPolicy, inlineScripts, sourceHash } from "./page.mjs";

const staged = process.env.TRUNK_STAGING_DIR;
const source = process.env.TRUNK_SOURCE_DIR;

/** The one staged file that ends so. */
function stagedName(ending) {
  const found = readdirSync(staged).filter((name) => name.endsWith(ending));
  if (found.length !== 1) throw new Error(`the build should make one file *${ending} and made ${found.length}`);
  return found[0];
}

/** The glue, a module, as the body of a function that returns what the module exported. */
function classicGlue(text) {
  const body = text
    .replace(/^export \{ initSync, __wbg_init as default \};?$/m, "return { initSync, init: __wbg_init };")
    .replace(/^export (?=class|function|const|let)/gm, "")
    // Only for an address of the wasm that the start script never lets it use.
    .replaceAll("import.meta", "{ url: self.location.href }");
  const rest = /^(?:import|export)\b.*$/m.exec(body);
  if (rest) throw new Error(`the glue has a line that only a module may have: ${rest[0]}`);
  if (!body.includes("return { initSync, init:")) throw new Error("the glue no longer ends with its known export");
  return body;
}

function fill(html, place, content) {
  if (!place.test(html)) throw new Error(`index.html has lost the place ${place}`);
  return html.replace(place, () => content);
}

const glue = stagedName(".js");
const start = readFileSync(join(source, "src/web/start.js"), "utf8");
const script = start.replace("/* GLUE */", () => classicGlue(readFileSync(join(staged, glue), "utf8")));
rmSync(join(staged, glue));

const page = join(staged, "index.html");
let html = readFileSync(page, "utf8");
const wasm = `<link id="tundish-wasm" rel="preload" href="./${stagedName(".wasm")}" as="fetch" type="application/wasm" crossorigin>`;
// Trunk leaves its own link where it does not write the scripts itself.
html = fill(html, /<link data-trunk rel="rust"[^>]*>/, wasm);
html = fill(html, /<!-- book: [^>]*-->/, `<script id="tundish-book" type="application/octet-stream" data-href="./${buildBook(source, staged)}"></script>`);
html = fill(html, /<!-- start: [^>]*-->/, `<script>${embeddable(script, "script")}</script>`);
const policy = hostedPolicy(inlineScripts(html).map(sourceHash));
html = fill(html, /<!-- policy: [^>]*-->/, `<meta http-equiv="Content-Security-Policy" content="${policy}">`);
writeFileSync(page, html);
