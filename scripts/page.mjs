// What the two forms of the page have in common: their Content-Security-Policies and what those need to know.
import { createHash } from "node:crypto";

export const sourceHash = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

/** The texts of the scripts that stand in the page itself, data blocks left out. */
export function inlineScripts(html) {
  return [...html.matchAll(/<script(?<attributes>[^>]*)>(?<text>[\s\S]*?)<\/script>/g)]
    .map((match) => match.groups)
    .filter(({ attributes, text }) => text !== "" && !/\bsrc=|\btype="application\//.test(attributes))
    .map(({ text }) => text);
}

/** Refuses a text that would end its own element early. */
export function embeddable(text, element) {
  if (text.toLowerCase().includes(`</${element}`) || text.includes("<!--")) {
    throw new Error(`the text of a <${element}> can't hold </${element} or <!--`);
  }
  return text;
}

/** For a folder on a server: code, style and requests from that server only. */
export const hostedPolicy = (scriptHashes) =>
  [
    "default-src 'none'",
    `script-src 'self' ${scriptHashes.join(" ")} 'wasm-unsafe-eval'`,
    "worker-src 'self' blob:",
    "style-src 'self'",
    "style-src-attr 'none'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** For the one file: nothing from anywhere, and no connection to anything. */
export const singlePolicy = (scriptHashes, styleHashes) =>
  [
    "default-src 'none'",
    `script-src ${scriptHashes.join(" ")} 'wasm-unsafe-eval'`,
    "worker-src blob:",
    "connect-src 'none'",
    `style-src ${styleHashes.join(" ")}`,
    "img-src data: blob:",
    "font-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types app-worker default",
  ].join("; ");
