// Screenshots of the app for people to look at: node tests/e2e/look.mjs OUTDIR
// Each step is taken wide, narrow, dark and in Russian; OUTDIR should lie outside the project.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { RUSSIAN, dropAndRead, realFiles, reportReady, toMapping, toReport } from "./report.mjs";
import { DATA, openApp, part } from "./support.mjs";

/** What is looked at, in order: the steps of one visit, each starting where the last one ended. */
const FILES = [
  { name: "start", async go() {} },
  { name: "data", go: (page) => dropAndRead(page, realFiles("ru_bitrix_direct", RUSSIAN)) },
  { name: "mapping", go: toMapping },
  { name: "report", go: toReport },
];
const SAMPLE = [
  {
    name: "sample-report",
    async go(page) {
      await part(page, "file-drop").locator('[data-part="sample"]').click();
      await reportReady(page);
    },
  },
  { name: "sample-mapping", go: (page) => part(page, "step-mapping").click() },
  { name: "sample-data", go: (page) => part(page, "step-data").click() },
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

/** One visit: its steps and a picture of each. */
async function visit(steps, { suffix, ...options }) {
  const cleanup = [];
  try {
    const { page, notes } = await openApp({ after: (action) => cleanup.push(action) }, options);
    for (const step of steps) {
      await step.go(page);
      // Charts are drawn in the frame after the figures came.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      await page.screenshot({ path: join(folder, `${step.name}-${suffix}.png`), fullPage: true });
    }
    for (const note of notes) console.error(`${suffix}: ${note}`);
  } finally {
    for (const action of cleanup) await action();
  }
}

for (const variant of VARIANTS) {
  if (DATA) await visit(FILES, variant);
  await visit(SAMPLE, variant);
}
console.log(resolve(folder));
