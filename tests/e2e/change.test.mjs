// Two exports of the same records, compared; and the funnel by the groups of a column.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { blockOf, dropAndRead, reportReady, toMapping, toReport, withBlock } from "./report.mjs";
import { openApp, part, temporaryFolder } from "./support.mjs";

const HEAD = "Deal ID,Create date,Close date,Deal stage,Amount,Last modified date,Owner";
const FEBRUARY = `${HEAD}
D-1,2025-01-01,2025-03-01,Qualified,100,2025-02-01,Ann
D-2,2025-01-02,2025-03-02,Proposal,200,2025-02-02,Ann
D-3,2025-01-03,2025-02-03,Closed won,300,2025-02-03,Bob
D-5,2025-01-03,2025-04-03,Qualified,50,2025-02-03,Bob
`;
const MARCH = `${HEAD}
D-1,2025-01-01,2025-04-01,Proposal,130,2025-03-01,Ann
D-2,2025-01-02,2025-03-02,Closed won,250,2025-03-02,Ann
D-3,2025-01-03,2025-02-03,Closed won,300,2025-02-03,Bob
D-4,2025-03-03,2025-05-03,Qualified,400,2025-03-03,Bob
`;

/** Rows of a table: their name and the exact values of their cells. */
const rowsOf = (block, table) =>
  block.locator(`[data-part="${table}-row"]`).evaluateAll((rows) =>
    rows.map((row) => [row.dataset.label, ...[...row.querySelectorAll("td")].map((cell) => cell.dataset.value)]),
  );

test("two exports of the same records are compared without a click, and the report says what changed", async (t) => {
  const { page, notes } = await openApp(t);
  const folder = temporaryFolder(t);
  const paths = [["march.csv", MARCH], ["february.csv", FEBRUARY]].map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  await dropAndRead(page, paths);
  const said = part(page, "compared-exports");
  await said.waitFor();
  assert.match(await said.textContent(), /^3 of 4 records .* march\.csv is the latest/);
  await part(page, "exports-offer").waitFor({ state: "detached" });
  await toMapping(page);
  await toReport(page);
  const block = blockOf(page, "pipeline-change");
  await block.waitFor();
  const kinds = Object.fromEntries((await rowsOf(block, "pipeline-change-kinds")).map(([name, ...cells]) => [name, cells]));
  assert.deepEqual(kinds["Created"], ["1", "", "400", "400"]);
  assert.deepEqual(kinds["Grew"], ["1", "100", "130", "30"]);
  assert.deepEqual(kinds["Won"], ["1", "200", "250", "-200"]);
  assert.deepEqual(kinds["Gone"], ["1", "50", "", "-50"]);
  assert.deepEqual(kinds["Slipped"], ["1", "100", "130", ""]);
  // 100 + 200 + 50 were open, and 130 + 400 are.
  assert.deepEqual(kinds["Open before"], ["3", "350", "", ""]);
  assert.deepEqual(kinds["Open now"], ["2", "", "530", "180"]);
  // A figure opens the rows of both files, which say how often they count.
  const effect = block.locator('[data-part="pipeline-change-kinds-row"][data-label="Grew"] td[data-value="30"]');
  await effect.click();
  await part(page, "lineage").waitFor();
  assert.equal(await part(page, "definition-value").getAttribute("data-value"), "30");
  const shares = () => part(page, "row-share").evaluateAll((cells) => cells.map((cell) => cell.dataset.value));
  await page.waitForFunction(() => document.querySelectorAll('[data-part="row-share"]').length === 1);
  assert.deepEqual(await shares(), ["1"]);
  await part(page, "row-file").selectOption("1");
  await page.waitForFunction(() => document.querySelector('[data-part="row-share"]')?.dataset.value === "-1");
  assert.deepEqual(await shares(), ["-1"]);
  await page.keyboard.press("Escape");
  await block.locator('[data-part="pipeline-change-only"]').selectOption("Grew");
  await reportReady(page);
  assert.deepEqual((await rowsOf(block, "pipeline-change-records")).map(([id]) => id), ["D-1"]);
  assert.deepEqual(notes, []);
});

test("the funnel by owner adds up, and a figure shows the records of its group", async (t) => {
  const { page, block, notes } = await withBlock(t, { "deals.csv": MARCH }, "funnel");
  const split = block.locator('[data-part="funnel-split"]');
  const options = await split.locator("option").evaluateAll((all) => all.map((o) => [o.textContent, o.value]));
  await split.selectOption(options.find(([name]) => name === "Owner")[1]);
  await reportReady(page);
  const rows = await rowsOf(block, "funnel-split");
  assert.deepEqual(rows.map(([name, entered]) => [name, entered]), [["Ann", "2"], ["Bob", "2"], ["Total", "4"]]);
  await block.locator('[data-part="block-menu"]').click();
  await block.locator('[data-part="block-toggle"]').click();
  await block.locator('[data-part="funnel-split-table"] [data-part="trace"]').first().click();
  await part(page, "lineage").waitFor();
  assert.deepEqual(notes, []);
});

test("a group beside all others opens both rates, and a share opens its own", async (t) => {
  const lines = [HEAD];
  for (const [owner, won] of [["Ann", 3], ["Bob", 9]]) {
    for (let i = 0; i < 12; i++) {
      const stage = i < won ? "Closed won" : "Qualified";
      lines.push(`D-${lines.length},2025-01-01,2025-03-02,${stage},100,2025-03-02,${owner}`);
    }
  }
  const { page, block, notes } = await withBlock(t, { "deals.csv": `${lines.join("\n")}\n` }, "funnel");
  const split = block.locator('[data-part="funnel-split"]');
  const options = await split.locator("option").evaluateAll((all) => all.map((o) => [o.textContent, o.value]));
  await split.selectOption(options.find(([name]) => name === "Owner")[1]);
  await reportReady(page);
  await block.locator('[data-part="block-menu"]').click();
  await block.locator('[data-part="block-toggle"]').click();
  const table = block.locator('[data-part="funnel-split-table"]');
  // Of twelve records of Ann's three were won, of twelve others nine.
  await table.locator('[data-label="Ann"] td[data-figure$=":others"]').click();
  await part(page, "made-of").first().waitFor();
  const sides = await part(page, "made-of").evaluateAll((rows) => rows.map((row) => Number(row.dataset.value)));
  assert.deepEqual(sides, [0.25, 0.75]);
  assert.equal(await part(page, "definition-value").getAttribute("data-value"), "-0.5");
  await page.keyboard.press("Escape");
  await table.locator('[data-label="Bob"] td[data-figure$="%"]').last().click();
  await page.waitForFunction(() => document.querySelector('[data-part="definition-value"]')?.dataset.value === "0.75");
  assert.deepEqual(notes, []);
});
