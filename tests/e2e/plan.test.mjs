// Plans beside results: by owner, on cards and on rows; a plan without a result and a result without a plan are said,
// and a figure of the plan opens the plan's rows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { blockOf, breakdown, choose, column, reportReady, setMeasures, withBlock } from "./report.mjs";
import { part } from "./support.mjs";

const DEALS = `Deal ID,Create date,Close date,Deal stage,Amount,Source,Deal owner
D-1,2025-01-02,2025-01-20,Closed won,300,Google,Ann
D-2,2025-01-03,2025-01-25,Closed won,100,Referral,Bob
D-3,2025-01-05,2025-01-28,Closed won,200,Google,Dee
D-4,2025-01-06,2025-01-30,Closed lost,900,Google,Cid
D-5,2025-01-08,,Qualified,900,Google,Ann
`;
const TARGETS = `Period,KPI,Value,Owner
2025-01-01,Revenue,400,Ann
2025-01-01,Revenue,50,Bob
2025-01-01,Revenue,70,Cid
`;

test("owners stand beside their own plan, and the total is of all of them", async (t) => {
  const { page, notes } = await withBlock(t, { "deals.csv": DEALS, "targets.csv": TARGETS }, "breakdown");
  await choose(part(page, "basis"), "Period");
  await choose(part(page, "comparison"), "Target");
  const card = part(page, "kpi").and(page.locator('[data-measure="revenue"]'));
  assert.equal(await card.getAttribute("data-value"), "600");
  assert.equal(await card.getAttribute("data-before"), "520");

  const block = blockOf(page, "breakdown");
  await choose(block.locator('[data-part="breakdown-dimension"]'), column("deals.csv", "Deal owner"));
  await setMeasures(block, ["revenue", "revenue_attainment"]);
  await block.locator('[data-part="breakdown-changes"]').click();
  await reportReady(page);
  const planned = block.locator('[data-part="breakdown-row"][data-label="Ann"] [data-part="cell-change"]').first();
  assert.equal(await planned.getAttribute("data-before"), "400");
  const { rows, total } = await breakdown(block);
  const shown = rows.map((row) => [row.label, row.cells.revenue.value, row.cells.revenue_attainment.value]);
  assert.deepEqual(shown.toSorted(), [
    ["Ann", 300, 0.75], ["Bob", 100, 2], ["Cid", 0, 0], ["Dee", 200, null],
  ]);
  assert.ok(Math.abs(total.revenue_attainment.value - 600 / 520) < 1e-9);
  const line = await block.locator('[data-part="planning-line"]').innerText();
  assert.equal(line.replaceAll("\u00a0", " "), "Planned, and no result: 1 row. A result that nobody planned: 1 row.");

  // Between the two measures stands the share of revenue.
  const ann = block.locator('[data-part="breakdown-row"][data-label="Ann"] td[data-figure]').nth(2);
  await ann.click();
  await part(page, "lineage").waitFor();
  await page.locator('[data-part="tally"]').first().waitFor();
  assert.equal(await part(page, "definition-parts").getAttribute("data-denominator"), "400");
  assert.deepEqual(notes, []);
});

test("a month of the plan in a trend opens the plan's rows, and segments name their filters", async (t) => {
  const { page, block, notes } = await withBlock(t, { "deals.csv": DEALS, "targets.csv": TARGETS }, "trend");
  await choose(part(page, "basis"), "Period");
  await choose(part(page, "comparison"), "Target");
  await setMeasures(block, ["revenue"]);
  // The table is there for readers of the screen while the chart is shown.
  await block.locator('td[data-figure="against:0:0"]').evaluate((cell) => cell.click());
  await page.locator('[data-part="plans"] [data-key="counted"][data-value="3"]').waitFor();
  assert.equal(await part(page, "definition-value").getAttribute("data-value"), "520");
  const rows = page.locator('[data-part="row-window"] [data-part="row"]');
  await rows.nth(2).waitFor();
  assert.deepEqual(await rows.locator("td:nth-child(3)").allInnerTexts(), ["Counted", "Counted", "Counted"]);
  await page.keyboard.press("Escape");

  await part(page, "comparison").selectOption("Segments");
  await page.waitForFunction(() => document.querySelectorAll('[data-part="segment-b"] option').length > 2);
  await part(page, "segment-a").selectOption({ index: 1 });
  await part(page, "segment-b").selectOption({ index: 2 });
  await reportReady(page);
  const acts = async () => (await part(page, "lineage-acts").innerText()).match(/Segment [AB]: .+/g);
  await part(page, "kpi").and(page.locator('[data-measure="leads"]')).click();
  const other = page.locator('[data-part="beside-figure"] [data-part="trace"]');
  await other.waitFor();
  const first = await acts();
  assert.match(first.join(), /^Segment A: /);
  const shown = await part(page, "beside-figure").getAttribute("data-value");
  await other.click();
  await page.waitForFunction((value) => {
    const found = document.querySelector('[data-part="definition-value"]');
    return found?.dataset.value === value && !document.querySelector('[data-part="beside"]');
  }, shown);
  assert.match((await acts()).join(), /^Segment B: /);
  assert.deepEqual(notes, []);
});
