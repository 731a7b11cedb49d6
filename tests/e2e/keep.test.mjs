// What was decided outlives the tab: as a file, as a link, in the browser; and every decision can be taken back.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";
import {
  MAVEN, allFigures, blockOf, choose, column, dropAndRead, needsData, realFiles, reportReady, setMeasures, toMapping, toReport,
} from "./report.mjs";
import { chooseFiles, download, openApp, part, temporaryFolder, waitForPart } from "./support.mjs";

const files = () => realFiles("maven_crm", MAVEN);
const GTX_PRO = '[data-part="join"][data-lookup="products.csv"]';

/** A report that stands on decisions of every kind: mapping, ladder, filter, basis, blocks. */
async function decide(page) {
  await dropAndRead(page, files());
  await toMapping(page);
  await part(page, "accept-alias").click();
  await page.waitForSelector(`${GTX_PRO}[data-unmatched="0"]`);
  await part(page, "stage").nth(1).locator('[data-part="entered"]').selectOption("engage_date");
  await toReport(page);
  await choose(part(page, "basis"), "Period");
  const block = blockOf(page, "breakdown");
  await choose(block.locator('[data-part="breakdown-dimension"]'), column("sales_teams.csv", "regional_office"));
  await setMeasures(block, ["leads", "won", "revenue"]);
  await block.locator('[data-part="breakdown-row"][data-label="West"] [data-part="keep-only"]').click();
  await reportReady(page);
  await choose(blockOf(page, "pivot").locator('select[data-part="pivot-rows"]').first(), column("products.csv", "series"));
  await part(page, "report-title").fill("West, by series");
  await page.keyboard.press("Enter");
  await reportReady(page);
  const figures = await allFigures(page);
  assert.ok(figures.length > 50, `${figures.length} figures`);
  return figures;
}

/** Drops the same files again and goes straight to the report: every figure and setting is as it was. */
async function sameReport(page, figures) {
  assert.deepEqual(new Set((await part(page, "awaited").innerText()).match(/\w+\.csv/g)), new Set(MAVEN));
  await dropAndRead(page, files());
  await part(page, "step-report").click();
  await reportReady(page);
  assert.deepEqual(await allFigures(page), figures);
  assert.equal(await part(page, "report-title").inputValue(), "West, by series");
}

test("saved as a file, opened elsewhere, the same files dropped: the same report", needsData, async (t) => {
  const first = await openApp(t);
  const figures = await decide(first.page);
  const saved = await download(first.page, () => part(first.page, "save-document").click());
  await first.close();
  assert.match(saved.name, /^West, by series.*\.json$/);
  const text = saved.bytes.toString("utf8");
  assert.equal(JSON.parse(text).format, "tundish");
  assert.ok(text.split("\n").length > 50, "readable, not one long line");
  const path = join(temporaryFolder(t), saved.name);
  writeFileSync(path, saved.bytes);

  const second = await openApp(t);
  await chooseFiles(second.page, "document-input", [path]);
  await waitForPart(second.page, "awaited");
  await sameReport(second.page, figures);
  assert.deepEqual([...first.notes, ...second.notes], []);
});

test("the link gives the same report and holds no row", needsData, async (t) => {
  const first = await openApp(t);
  const figures = await decide(first.page);
  await part(first.page, "share").click();
  const link = await part(first.page, "share-link").inputValue();
  await first.close();
  assert.ok(link.startsWith(`${first.url}#d1=`), "all of it stands behind the #, which no server sees");
  holdsNoRow(inflateRawSync(Buffer.from(link.split("#d1=")[1], "base64url")).toString("utf8"));

  const second = await openApp(t, { query: `#${link.split("#")[1]}` });
  await sameReport(second.page, figures);
  assert.deepEqual([...first.notes, ...second.notes], []);
});

/** No id of a deal and no name of a company is in the document. */
function holdsNoRow(json) {
  assert.equal(JSON.parse(json).format, "tundish");
  const lines = readFileSync(files()[0], "utf8").trim().split("\n").slice(1);
  const cells = lines.map((line) => line.split(","));
  const ids = cells.map(([id]) => id);
  const companies = new Set(cells.map((row) => row[3]).filter(Boolean));
  assert.deepEqual([ids.length, companies.size], [8800, 85]);
  const found = [...ids, ...companies].filter((text) => json.includes(JSON.stringify(text).slice(1, -1)));
  assert.deepEqual(found, []);
}

test("the browser keeps the work: the same files dropped on the next visit give the same report", needsData, async (t) => {
  const storage = temporaryFolder(t);
  // What is kept belongs to an address, so both visits go to the same one.
  const first = await openApp(t, { storage, form: "single" });
  const figures = await decide(first.page);
  await first.close();
  const second = await openApp(t, { storage, form: "single" });
  await sameReport(second.page, figures);
  assert.deepEqual([...first.notes, ...second.notes], []);
});

test("a decision is undone and done again, by buttons and by keys", needsData, async (t) => {
  const { page, notes } = await openApp(t);
  await dropAndRead(page, files());
  await toMapping(page);
  const unmatched = (count) => page.waitForSelector(`${GTX_PRO}[data-unmatched="${count}"]`);
  await unmatched(1480);
  await part(page, "accept-alias").click();
  await unmatched(0);
  await part(page, "undo").click();
  await unmatched(1480);
  await part(page, "redo").click();
  await unmatched(0);
  await page.keyboard.press("Control+z");
  await unmatched(1480);
  await page.keyboard.press("Control+Shift+z");
  await unmatched(0);
  // A decision after an undo leaves nothing to do again.
  await page.keyboard.press("Control+z");
  await unmatched(1480);
  await part(page, "add-stage").click();
  await page.waitForSelector('[data-part="redo"]:disabled');
  assert.deepEqual(notes, []);
});

test("another language changes words and nothing else", needsData, async (t) => {
  const { page, notes } = await openApp(t);
  const figures = await decide(page);
  const heading = () => blockOf(page, "funnel").locator("h2").innerText();
  const headings = new Set([await heading()]);
  for (const language of ["ru", "el"]) {
    await part(page, "language").selectOption(language);
    await page.waitForSelector(`html[lang="${language}"]`, { state: "attached" });
    headings.add(await heading());
    // Names of groups are words as well; the figures and their order stay.
    const numbers = (all) => all.map((line) => line.split(": ").at(-1));
    assert.deepEqual(numbers(await allFigures(page)), numbers(figures));
    assert.equal(await part(page, "report-title").inputValue(), "West, by series");
    await part(page, "step-mapping").click();
    await page.waitForSelector(`${GTX_PRO}[data-unmatched="0"]`);
    await part(page, "step-report").click();
    await reportReady(page);
  }
  assert.equal(headings.size, 3);
  await part(page, "language").selectOption("en");
  await page.waitForSelector('html[lang="en"]', { state: "attached" });
  assert.deepEqual(await allFigures(page), figures);
  assert.deepEqual(notes, []);
});
