// Screenshots of the app for people to look at: node tests/e2e/look.mjs OUTDIR
// Each step is taken wide, narrow, dark and in Russian; OUTDIR should lie outside the project.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { openApp } from "./support.mjs";

/** What is looked at, in order: the steps of one visit, each starting where the last one ended. */
const STEPS = [
  { name: "start", async go() {} },
];

const VARIANTS = [
  { suffix: "1400", width: 1400 },
  { suffix: "390", width: 390, height: 844 },
  { suffix: "dark", width: 1400, theme: "dark" },
  { suffix: "ru", width: 1400, locale: "ru-RU" },
];

const folder = process.argv[2];
if (!folder) {
  console.error("usage: node tests/e2e/look.mjs OUTDIR");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

for (const { suffix, ...options } of VARIANTS) {
  const cleanup = [];
  try {
    const { page, notes } = await openApp({ after: (action) => cleanup.push(action) }, options);
    for (const step of STEPS) {
      await step.go(page);
      await page.screenshot({ path: join(folder, `${step.name}-${suffix}.png`), fullPage: true });
    }
    for (const note of notes) console.error(`${suffix}: ${note}`);
  } finally {
    for (const action of cleanup) await action();
  }
}
console.log(resolve(folder));
