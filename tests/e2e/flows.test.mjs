// How records went: lost reasons, moves between stages, their flow and calls by hour, each a picture with its table; and seasons.
import assert from "node:assert/strict";
import { test } from "node:test";
import { blockOf, choose, reportReady, setMeasures, withBlock } from "./report.mjs";
import { part } from "./support.mjs";

const DEALS = `Deal ID,Create date,Close date,Deal stage,Amount,Lost reason
D-1,2025-01-01,2025-02-12,Closed won,100,
D-2,2025-01-01,2025-02-09,Closed lost,900,Price
D-3,2025-01-02,2025-02-20,Closed lost,50,Price
D-4,2025-01-02,2025-02-21,Closed lost,40,Timing
D-5,2025-01-03,2025-02-22,Closed lost,30,
D-6,2025-01-03,,Proposal,70,
`;
const HISTORY = `Deal ID,From stage,To stage,Changed at
D-1,,Qualified,2025-01-01
D-1,Qualified,Proposal,2025-01-05
D-1,Proposal,Qualified,2025-01-08
D-1,Qualified,Proposal,2025-02-10
D-1,Proposal,Closed won,2025-02-12
D-2,,Qualified,2025-01-01
D-2,Qualified,Closed lost,2025-02-09
D-3,,Qualified,2025-01-02
D-3,Qualified,Proposal,2025-01-20
D-3,Proposal,Closed lost,2025-02-20
D-4,,Qualified,2025-01-02
D-4,Qualified,Closed lost,2025-02-21
D-5,,Qualified,2025-01-03
D-5,Qualified,Closed lost,2025-02-22
D-6,,Qualified,2025-01-03
D-6,Qualified,Proposal,2025-01-30
`;
const CALLS = `Deal ID,Activity date,Activity type,Direction,Result
D-1,2025-01-06 09:15:00,Call,Inbound,Answered
D-1,2025-01-06 09:45:00,Call,Inbound,Missed
D-2,2025-01-07 14:05:00,Call,Outbound,Answered
`;

/** Rows of a table: their first name and the exact values of their cells. */
const rowsOf = (block, table) =>
  block.locator(`[data-part="${table}-row"]`).evaluateAll((rows) =>
    rows.map((row) => [
      [...row.querySelectorAll("th")].map((cell) => cell.textContent).join(" > "),
      ...[...row.querySelectorAll("td")].map((cell) => cell.dataset.value),
    ]),
  );

test("lost reasons stand by weight, and none given is one of them", async (t) => {
  const { block, notes } = await withBlock(t, { "deals.csv": DEALS }, "reasons");
  await block.locator("canvas").waitFor();
  const rows = await rowsOf(block, "reasons-table");
  assert.deepEqual(
    rows.map(([name, lost]) => [name, lost]),
    [["Price", "2"], ["Timing", "1"], ["No reason given", "1"], ["Total", "4"]],
  );
  await choose(block.locator('[data-part="reasons-of"]'), "Amount");
  await block.locator('[data-part="reasons-table"] tbody [data-value="950"]').first().waitFor({ state: "attached" });
  assert.deepEqual(notes, []);
});

test("a history gives moves, returns and a flow that adds up", async (t) => {
  const files = { "deals.csv": DEALS, "stage_history.csv": HISTORY };
  const { page, block, notes } = await withBlock(t, files, "transitions");
  const moves = Object.fromEntries((await rowsOf(block, "transitions-table")).map(([name, , moves]) => [name, moves]));
  assert.equal(moves["Proposal > Qualified > back"], "1");
  assert.equal(moves["Qualified > Proposal > forward"], "4");
  await page.locator('[data-part="add-block"][data-kind="flow"]').click();
  await reportReady(page);
  const flow = blockOf(page, "flow");
  await flow.locator("canvas").waitFor();
  const rows = await rowsOf(flow, "flow-table");
  const into = (name) => rows.filter(([n]) => n.split(" > ")[1] === name).reduce((sum, row) => sum + Number(row[2]), 0);
  assert.equal(into("Won") + into("Lost") + into("Open"), 6, "each record ends somewhere");
  assert.deepEqual(notes, []);
});

test("a status alone has no flow and says why", async (t) => {
  const { block } = await withBlock(t, { "deals.csv": DEALS }, "flow");
  assert.match(await block.locator('[data-part="absent"]').innerText(), /history of stages/);
});

test("calls stand at their hour and weekday", async (t) => {
  const { block, notes } = await withBlock(t, { "deals.csv": DEALS, "calls.csv": CALLS }, "calls");
  await block.locator("canvas").waitFor();
  const rows = await rowsOf(block, "calls-table");
  const [monday, tuesday] = rows;
  assert.deepEqual([monday[1], tuesday[6]], ["2", "1"]);
  await choose(block.locator('[data-part="calls-figure"]'), "MissedShare");
  await block.locator('[data-part="calls-table"] [data-value="0.5"]').first().waitFor({ state: "attached" });
  assert.match(await block.locator('[data-part="calls-table"]').textContent(), /1 of 2/);
  assert.deepEqual(notes, []);
});

/** Two whole years with four leads each June and two in any other month, and the first lead of a third. */
function twoYears() {
  const lines = ["Deal ID,Create date,Close date,Deal stage,Amount,Source"];
  const add = (day, source, stage = "Closed won") => lines.push(`D-${lines.length},${day},${day},${stage},10,${source}`);
  for (let month = 0; month < 24; month++) {
    const day = `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-05`;
    for (let i = 0; i < (month % 12 === 5 ? 4 : 2); i++) add(day, i === 0 ? "Fair" : "Web", i === 0 ? "Demo" : undefined);
  }
  add("2025-01-05", "Web");
  return `${lines.join("\n")}\n`;
}

test("an index of a season opens its months and their rows", async (t) => {
  const { page, block, notes } = await withBlock(t, { "deals.csv": twoYears() }, "trend");
  await setMeasures(block, ["leads"]);
  await choose(block.locator('[data-part="trend-grain"]'), "Month");
  await block.locator('[data-part="trend-options"]').click();
  await block.locator('[data-part="trend-season"]').setChecked(true);
  await reportReady(page);
  await page.keyboard.press("Escape");
  // A year has 26 leads; only June of the second year has half a year on either side of it.
  await block.locator('[data-part="season-row"] td').nth(5).click();
  await part(page, "season-unit").first().waitFor();
  const shown = Number(await part(page, "definition-value").getAttribute("data-value"));
  assert.ok(Math.abs(shown - 48 / 26) < 1e-9, `${shown}`);
  const units = await part(page, "season-unit").evaluateAll((rows) =>
    rows.map((row) => [row.dataset.start, ...[...row.querySelectorAll("td[data-value]")].map((cell) => Number(cell.dataset.value))]),
  );
  assert.equal(units.length, 1);
  const [start, leads, level] = units[0];
  assert.deepEqual([start.slice(5, 7), leads], ["06", 4]);
  assert.ok(Math.abs(level - 26 / 12) < 1e-9, `${level}`);
  await page.waitForFunction(() => document.querySelector('[data-part="row-window"]')?.dataset.found === "4");
  assert.deepEqual(notes, []);
});
