// Makes one HTML file of the built app: node scripts/bundle.mjs DIST OUTPUT
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { embeddable, inlineScripts, singlePolicy, sourceHash } from "./page.mjs";

const [dist, output] = process.argv.slice(2);
let html = readFileSync(join(dist, "index.html"), "utf8");

/** Replaces every match by what `content` makes of it; there must be one at least. */
function replace(pattern, content) {
  if (html.search(pattern) < 0) throw new Error(`dist/index.html has nothing like ${pattern}`);
  html = html.replace(pattern, content);
}

let style = "";
replace(/<link rel="stylesheet" href="\.\/([^"]+)"[^>]*>\s*/g, (tag, name) => {
  style += readFileSync(join(dist, name), "utf8");
  return "";
});
if (/url\((?!["']?data:)|@import/.test(style)) throw new Error("a style sheet names another file");
replace("</head>", () => `<style>${embeddable(style, "style")}</style>\n</head>`);

const packed = (name) => gzipSync(readFileSync(join(dist, name)), { level: 9 }).toString("base64");
let wasm = "";
replace(/<link id="tundish-wasm"[^>]* href="\.\/([^"]+)"[^>]*>\s*/, (tag, name) => {
  wasm = packed(name);
  return "";
});
replace(/(<script id="tundish-book"[^>]*) data-href="\.\/([^"]+)">/, (tag, begin, name) => `${begin}>${packed(name)}`);
replace("<body>", () => `<body>\n<script id="tundish-wasm" type="application/octet-stream">${wasm}</script>`);

const policy = singlePolicy(inlineScripts(html).map(sourceHash), [sourceHash(style)]);
replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, () =>
  `<meta http-equiv="Content-Security-Policy" content="${policy}">`);

const foreign = /<(?:link|script|img)[^>]+(?:href|src)="(?!data:)[^"]*"/.exec(html);
if (foreign) throw new Error(`the one file still names another: ${foreign[0]}`);
writeFileSync(output, html);
console.error(`${output}: ${Math.round(html.length / 1024)} KiB`);
