// Trunk runs this after a build: writes the Content-Security-Policy into the staged index.html.
// It can't stand in the source, because Trunk's inline start script, and so its hash, changes with each build.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hostedPolicy, inlineScripts, sourceHash } from "./policy.mjs";

const page = join(process.env.TRUNK_STAGING_DIR, "index.html");
const html = readFileSync(page, "utf8");
const policy = hostedPolicy(inlineScripts(html).map(sourceHash));
const place = /<!-- scripts\/write-policy\.mjs [^>]*-->/;
if (!place.test(html)) throw new Error("index.html has lost the place of the policy");
writeFileSync(page, html.replace(place, () => `<meta http-equiv="Content-Security-Policy" content="${policy}">`));
