// Makes one HTML file of the built app: node scripts/bundle.mjs DIST OUTPUT
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { inlineScripts, singlePolicy, sourceHash } from "./policy.mjs";

const [dist, output] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const text = (...path) => readFileSync(join(...path), "utf8");

/** The one match of `pattern`, or an error that says what is missing. */
function only(html, pattern, what) {
  const found = [...html.matchAll(pattern)];
  if (found.length !== 1) throw new Error(`index.html should hold one ${what} and holds ${found.length}`);
  return found[0];
}

/** The glue as the body of a function that returns what it exported. */
function classicGlue(source) {
  const body = source
    .replace(/^export \{ initSync, __wbg_init as default \};?$/m, "return { initSync, init: __wbg_init };")
    .replace(/^export (?=class|function|const|let)/gm, "")
    .replaceAll("import.meta", "{ url: self.location.href }");
  const rest = /^(?:import|export)\b.*$/m.exec(body);
  if (rest) throw new Error(`the glue has a line that only a module may have: ${rest[0]}`);
  if (!body.includes("return { initSync, init:")) throw new Error("the glue no longer ends with its known export");
  return body;
}

/** Refuses text that would end its own element early. */
function embeddable(content, element) {
  if (content.toLowerCase().includes(`</${element}`) || content.includes("<!--")) {
    throw new Error(`the text of a <${element}> can't hold </${element} or <!--`);
  }
  return content;
}

const source = text(dist, "index.html");
const policyTag = only(source, /<meta http-equiv="Content-Security-Policy"[^>]*>/g, "policy")[0];
const start = only(source, /<script type="module">[\s\S]*?<\/script>/g, "start script")[0];
const glueName = only(start, /from '\.\/([^']+\.js)'/g, "glue")[1];
const wasmName = only(start, /'\.\/([^']+\.wasm)'/g, "wasm")[1];

const sheets = [...source.matchAll(/<link rel="stylesheet" href="\.\/([^"]+)"[^>]*>\s*/g)];
const style = embeddable(sheets.map(([, name]) => text(dist, name)).join("\n"), "style");
if (/url\((?!["']?data:)|@import/.test(style)) throw new Error("a style sheet names another file");

const script = embeddable(
  text(here, "single-start.js").replace("/* GLUE */", () => classicGlue(text(dist, glueName))),
  "script",
);
const wasm = gzipSync(readFileSync(join(dist, wasmName)), { level: 9 }).toString("base64");

let html = source.replace(start, "").replace(/<link rel="(?:modulepreload|preload)"[^>]*>/g, "");
for (const [tag] of sheets) html = html.replace(tag, "");
const policy = singlePolicy([...inlineScripts(html), script].map(sourceHash), [sourceHash(style)]);
html = html
  .replace(policyTag, () => `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
  .replace("</head>", () => `<style>${style}</style>\n</head>`)
  .replace("</body>", () =>
    `<script type="application/octet-stream" id="tundish-wasm">${wasm}</script>\n<script>${script}</script>\n</body>`);
const foreign = /<(?:link|script|img)[^>]+(?:href|src)="(?!data:)[^"]*"/.exec(html);
if (foreign) throw new Error(`the one file still names another: ${foreign[0]}`);
writeFileSync(output, html);
console.error(`${output}: ${Math.round(html.length / 1024)} KiB`);
