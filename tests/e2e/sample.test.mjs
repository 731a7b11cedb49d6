// One click shows a visitor a whole report.
import assert from "node:assert/strict";
import { test } from "node:test";
import { RUSSIAN, blockOf, breakdown, cards, dropAndRead, funnel, needsData, realFiles, reportReady, toMapping, toReport } from "./report.mjs";
import { openApp, part, waitForPart } from "./support.mjs";

const EVERY_CARD = ["leads", "qualified", "end_to_end", "win_rate", "revenue", "average_deal", "median_cycle", "spend", "cpl", "cac", "romi"];

/** Milliseconds from the click to the frame in which the last chart is drawn. */
const timeSample = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const began = performance.now();
        document.querySelector('[data-part="file-drop"] [data-part="sample"]').click();
        const look = () => {
          const screen = document.querySelector('[data-part="report-screen"][data-state="built"]');
          const charts = [...(screen?.querySelectorAll("canvas") ?? [])];
          // A canvas is 300 by 150 until something is drawn on it.
          const drawn = charts.length > 0 && charts.every((c) => c.width !== 300 || c.height !== 150);
          if (drawn) requestAnimationFrame(() => done(performance.now() - began));
          else requestAnimationFrame(look);
        };
        look();
      }),
  );

test("one click on the sample gives the full report in under two seconds", async (t) => {
  const times = [];
  let first = null;
  // The best of three: other programs may be using the machine, which can only make it slower.
  for (let i = 0; i < 3; i++) {
    const { page, notes, close } = await openApp(t);
    times.push(await timeSample(page));
    await reportReady(page);
    const records = Number(await part(page, "records").getAttribute("data-records"));
    const shown = { records, cards: await cards(page), stages: await funnel(page), channels: (await breakdown(blockOf(page, "breakdown"))).rows };
    // The sample is the same for everybody, every time.
    assert.deepEqual(shown, (first ??= shown));
    assert.deepEqual(notes, []);
    await close();
  }
  console.log(`sample: report after ${times.map((ms) => ms.toFixed(0)).join(", ")} ms`);
  assert.ok(Math.min(...times) < 2000, `${times} ms`);

  assert.deepEqual(Object.keys(first.cards), EVERY_CARD, "every card, none without a value");
  for (const [measure, { value, text }] of Object.entries(first.cards)) {
    assert.ok(Number.isFinite(value) && text !== "–", `${measure} is ${text}`);
  }
  assert.ok(first.records > 15_000, "deals over two years");
  assert.ok(first.stages.length >= 4);
  assert.ok(first.channels.length >= 5, "channels with economics of their own");
});

test("the sample is there again from an empty report", async (t) => {
  const { page, notes } = await openApp(t);
  await part(page, "step-report").click();
  await part(page, "report-empty").locator('[data-part="sample"]').click();
  await reportReady(page);
  assert.ok(await part(page, "finding").count(), "the audit has something to say");
  assert.deepEqual(notes, []);
});

test("figures of one column have one count of decimals, and card and table agree", async (t) => {
  const { page, notes } = await openApp(t);
  await part(page, "file-drop").locator('[data-part="sample"]').click();
  await reportReady(page);
  for (const kind of ["breakdown", "pareto", "cohorts", "attribution", "reasons", "flow", "spread"]) {
    await page.locator(`[data-part="add-block"][data-kind="${kind}"]`).click();
    await reportReady(page);
  }
  const { columns, uneven } = await page.evaluate(() => {
    const uneven = [];
    let columns = 0;
    for (const table of document.querySelectorAll('[data-part="report-screen"] table')) {
      // Of a season index each line is a measure.
      if (table.dataset.part === "season-table") continue;
      const cells = new Map();
      for (const row of table.querySelectorAll("tbody tr, tfoot tr")) {
        [...row.querySelectorAll("td")].forEach((cell, at) => {
          const lines = [...cell.querySelectorAll(".cell-change, .cell-interval, .caution-mark")].map((line) => line.textContent);
          const text = lines.reduce((all, line) => all.replace(line, ""), cell.textContent).trim();
          // Small counts stand for their rates, and have no decimals.
          if (!/\d/.test(text) || / of |÷/.test(text) || !cell.dataset.value) return;
          cells.set(at, [...(cells.get(at) ?? []), text]);
        });
      }
      for (const texts of cells.values()) {
        columns += 1;
        const counts = new Set(texts.map((text) => /\.(\d+)/.exec(text)?.[1].length ?? 0));
        if (counts.size > 1) uneven.push(`${table.dataset.part}: ${texts.join(" | ")}`);
      }
    }
    return { columns, uneven };
  });
  assert.ok(columns > 40, `${columns} columns`);
  assert.deepEqual(uneven, []);
  const { total } = await breakdown(blockOf(page, "breakdown"));
  assert.equal(total.romi.text, (await cards(page)).romi.text);
  assert.deepEqual(notes, []);
});

test("the sample takes nobody's decisions away", needsData, async (t) => {
  const { page, notes } = await openApp(t);
  await dropAndRead(page, realFiles("ru_bitrix_direct", RUSSIAN));
  await toMapping(page);
  await toReport(page);
  await part(page, "report-title").fill("My own report");
  await page.keyboard.press("Enter");
  await part(page, "step-data").click();
  await part(page, "file-drop").locator('[data-part="sample"]').click();
  await reportReady(page);
  await page.waitForFunction(() => document.querySelector('[data-part="report-title"]').value !== "My own report");
  await part(page, "undo").click();
  // Its files are gone, and the page says which ones to bring.
  await waitForPart(page, "report-failed");
  await part(page, "step-data").click();
  for (const name of RUSSIAN) assert.ok((await part(page, "awaited").innerText()).includes(name));
  await dropAndRead(page, realFiles("ru_bitrix_direct", RUSSIAN));
  await part(page, "step-report").click();
  await reportReady(page);
  assert.equal(await part(page, "report-title").inputValue(), "My own report");
  assert.equal((await cards(page)).leads.value, 2400);
  assert.deepEqual(notes, []);
});
