// Nothing leaves the computer during the whole job, in both forms of the app; and a cell is never more than text.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parseCsv } from "./csv.mjs";
import { recordingProxy } from "./proxy.mjs";
import { RUSSIAN, blockOf, breakdown, cards, choose, column, dropAndRead, expectedFigures, needsData, realFiles, toMapping, toReport } from "./report.mjs";
import { DIST, download, offlineChromium, openApp, openBrowser, part, temporaryFolder, waitForPart } from "./support.mjs";
import { serveFolder } from "../../scripts/static-server.mjs";

/** Every step from the files to what is taken out of the report. */
async function wholeJob(page) {
  await dropAndRead(page, realFiles("ru_bitrix_direct", RUSSIAN));
  await toMapping(page);
  await toReport(page);
  await choose(blockOf(page, "breakdown").locator('[data-part="breakdown-dimension"]'), '"campaign"');
  const saved = await exportBlock(page, "breakdown", "csv");
  await exportBlock(page, "funnel", "png");
  await exportBlock(page, "funnel", "svg");
  await download(page, () => part(page, "save-document").click());
  await part(page, "share").click();
  await waitForPart(page, "share-link");
  await part(page, "close-dialog").click();
  return saved;
}

/** What a block's menu gives: "csv", "png" or "svg". */
async function exportBlock(page, kind, format) {
  const block = blockOf(page, kind);
  await block.locator('[data-part="block-menu"]').click();
  return download(page, () => block.locator(`[data-part="export-${format}"]`).click());
}

test("the hosted app makes no request after it has loaded, whatever is done with it", needsData, async (t) => {
  const proxy = await recordingProxy(t);
  const app = await openApp(t, { proxy, locale: "ru-RU" });
  const atLoad = proxy.requests.length;
  await wholeJob(app.page);
  assert.deepEqual(proxy.requests.slice(atLoad), []);
  // The header counts none of them either: the first one ever is the one that the test makes.
  assert.equal(await part(app.page, "requests").getAttribute("data-count"), "0");
  await app.page.evaluate(() => fetch("./"));
  await app.page.waitForSelector('[data-part="requests"][data-count="1"]');
  await app.close();
  assert.deepEqual(app.notes, [], "no error, and nothing that the policy refused");
});

test("the one file does the whole job from disk without a network", needsData, async (t) => {
  const app = await openApp(t, { form: "single", locale: "ru-RU", ...(await offline(t)) });
  const saved = await wholeJob(app.page);
  const expected = expectedFigures("ru_bitrix_direct");
  const shown = await cards(app.page);
  assert.equal(shown.leads.value, expected.unique_deals);
  assert.ok(Math.abs(shown.revenue.value - expected.won_revenue_by_currency["Российский рубль"]) < 1e-3);
  assert.ok(Math.abs(shown.spend.value - expected.cost_total.cost) < 1e-3);
  const [head, ...rows] = parseCsv(saved.bytes.toString("utf8"), ";");
  for (const { campaign, cost } of expected.campaigns) {
    const row = rows.find(([name]) => name === campaign);
    const spend = row.map((cell) => Number(cell.replace(",", "."))).find((value) => Math.abs(value - cost) < 1e-3);
    assert.ok(spend, `${campaign} has its costs among ${head}`);
  }
  assert.equal(await part(app.page, "requests").getAttribute("data-count"), "0");
  assert.deepEqual(app.notes, []);
});

/** No network at all; where that can't be had, a proxy that lets nothing through. */
async function offline(t) {
  const executable = offlineChromium(t);
  return executable ? { executable } : { proxy: await recordingProxy(t) };
}

test("that browser could not have reached even this machine", async (t) => {
  const server = await serveFolder(DIST);
  t.after(server.close);
  const executable = offlineChromium(t);
  if (!executable) return t.skip("no network namespace can be made here");
  const { page } = await openBrowser(t, { executable });
  await assert.rejects(page.goto(server.url), /ERR_/);
});

const IMAGE = '<img src=x onerror="window.cellRan = true">';
const FORMULA = "=cmd|' /C calc'!A0";

/** Deals whose owner, stage, source and one header are what nobody should ever run. */
function hostileFile(t) {
  const path = join(temporaryFolder(t), "<img src=x onerror=fileRan()>.csv");
  const quote = (cell) => `"${cell.replaceAll('"', '""')}"`;
  const rows = [["Deal ID", "Created", "Stage", "Amount", "Owner", IMAGE, "Closed", "Source"]];
  const stages = ["New", `Talk ${IMAGE}`, "Won", "Lost"];
  for (let i = 0; i < 120; i++) {
    const month = String((i % 6) + 1).padStart(2, "0");
    const done = i % 4 > 1;
    rows.push([`D${i}`, `2026-${month}-05`, stages[i % 4], `${100 + i}`, i % 2 ? IMAGE : FORMULA, i % 3 ? FORMULA : IMAGE, done ? `2026-${month}-20` : "", i % 2 ? FORMULA : IMAGE]);
  }
  writeFileSync(path, rows.map((row) => row.map(quote).join(",")).join("\r\n"));
  return path;
}

/** The text stands in the page as text: the letters are seen, and no element came of them. */
async function isPlainText(page, text) {
  assert.ok((await page.locator("body").innerText()).includes(text), `${text} is to be read`);
  assert.equal(await page.locator("img").count(), 0);
  assert.equal(await page.locator("a[href]:not(.skip-link)").count(), 0, "no link is made from a cell");
  assert.deepEqual(await page.evaluate(() => [window.cellRan, window.fileRan]), [undefined, undefined]);
}

test("a cell of markup or of a formula stays text: tables, charts, files, paper", async (t) => {
  const { page, notes } = await openApp(t);
  page.on("dialog", (dialog) => notes.push(`dialog: ${dialog.message()}`));
  const path = hostileFile(t);
  const name = path.split("/").at(-1);
  await dropAndRead(page, [path]);
  await waitForPart(page, "file-preview");
  for (const text of [IMAGE, FORMULA, name]) await isPlainText(page, text);
  await toMapping(page);
  await isPlainText(page, `Talk ${IMAGE}`);
  await toReport(page);

  const block = blockOf(page, "breakdown");
  await choose(block.locator('[data-part="breakdown-dimension"]'), column(name, "Owner"));
  const { rows } = await breakdown(block);
  assert.deepEqual(new Set(rows.map(({ label }) => label)), new Set([IMAGE, FORMULA]));
  const pivot = blockOf(page, "pivot");
  await choose(pivot.locator('select[data-part="pivot-rows"]').first(), column(name, IMAGE));
  await choose(pivot.locator('select[data-part="pivot-columns"]').first(), column(name, "Owner"));
  for (const text of [IMAGE, FORMULA]) {
    assert.ok((await pivot.innerText()).includes(text));
    await isPlainText(page, text);
  }
  await chartsKeepText(page);
  await filesKeepText(page);
  await paperKeepsText(page);
  assert.deepEqual(notes, []);
});

/** On the canvas nothing can run; its tooltip is text, and so is the SVG. */
async function chartsKeepText(page) {
  const canvas = blockOf(page, "funnel").locator("canvas");
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  const tip = part(page, "chart-tip").filter({ hasText: "Talk" });
  for (let y = 0.1; y < 1 && !(await tip.count()); y += 0.1) {
    await page.mouse.move(box.x + box.width / 2, box.y + box.height * y);
  }
  assert.ok((await tip.innerText()).includes(`Talk ${IMAGE}`));
  const svg = (await exportBlock(page, "funnel", "svg")).bytes.toString("utf8");
  assert.ok(svg.includes("&lt;img") && !svg.includes("<img"));
  const parsed = await page.evaluate((text) => {
    const image = new DOMParser().parseFromString(text, "image/svg+xml");
    return { broken: image.querySelectorAll("parsererror").length, images: image.querySelectorAll("img, image, script").length };
  }, svg);
  assert.deepEqual(parsed, { broken: 0, images: 0 });
}

/** A spreadsheet that opens the CSV takes no cell for a formula. */
async function filesKeepText(page) {
  for (const kind of ["breakdown", "pivot", "funnel"]) {
    const { bytes } = await exportBlock(page, kind, "csv");
    const cells = parseCsv(bytes.toString("utf8"), ",").flat();
    const texts = cells.filter((cell) => cell !== "" && Number.isNaN(Number(cell)));
    assert.deepEqual(texts.filter((cell) => /^\s*[=+\-@\t\r]/.test(cell)), [], kind);
    if (kind !== "funnel") assert.ok(cells.includes(`'${FORMULA}`) && cells.includes(IMAGE), kind);
  }
}

async function paperKeepsText(page) {
  await page.emulateMedia({ media: "print" });
  for (const text of [IMAGE, FORMULA, `Talk ${IMAGE}`]) await isPlainText(page, text);
  const pdf = await page.pdf();
  assert.equal(pdf.subarray(0, 5).toString("latin1"), "%PDF-");
  assert.deepEqual(await page.evaluate(() => [document.images.length, window.cellRan]), [0, undefined]);
  await page.emulateMedia({ media: null });
}
