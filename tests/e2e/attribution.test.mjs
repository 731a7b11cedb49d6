// A file of touches beside the deals: what each channel is owed, model by model, and why not where it can't be told.
import assert from "node:assert/strict";
import { test } from "node:test";
import { blockOf, breakdown, choose, reportReady, withBlock } from "./report.mjs";
import { part } from "./support.mjs";

const DEALS = `Deal ID,Create date,Close date,Deal stage,Amount,Source
D-1,2025-01-12,2025-02-01,Closed won,100,Google
D-2,2025-01-15,2025-02-10,Closed won,50,Referral
D-3,2025-01-15,2025-02-10,Closed lost,900,Google
D-4,2025-01-15,,Qualified,900,Google
`;
const TOUCHES = `Deal ID,Touch date,UTM source,UTM medium
D-1,2025-01-01,google,cpc
D-1,2025-01-10,newsletter,email
D-1,2025-02-05,facebook,cpc
D-3,2025-01-05,google,cpc
`;

/** model → { channel → value }. */
const table = (page) =>
  part(page, "attribution-table").evaluate((element) => {
    const models = [...element.querySelectorAll("thead th")].slice(1).map((head) => head.textContent);
    const rows = [...element.querySelectorAll('[data-part="attribution-row"]')];
    const values = (row) => [...row.querySelectorAll("td")].map((cell) => Number(cell.dataset.value));
    const of = (i) => Object.fromEntries(rows.map((row) => [row.dataset.label, values(row)[i]]).filter(([, x]) => x));
    return Object.fromEntries(models.map((model, i) => [model, of(i)]));
  });

test("touches give every model, and a touch after the win counts for nothing", async (t) => {
  const { page, notes } = await withBlock(t, { "deals.csv": DEALS, "touchpoints.csv": TOUCHES }, "attribution");
  const found = await table(page);
  assert.deepEqual(found["First touch"], { "Paid search": 100, Referral: 50 });
  assert.deepEqual(found["Last touch"], { Email: 100, Referral: 50 });
  assert.deepEqual(found.Linear, { "Paid search": 50, Email: 50, Referral: 50 });
  const sum = (cells) => Object.values(cells).reduce((a, b) => a + b, 0);
  for (const [model, cells] of Object.entries(found)) assert.ok(Math.abs(sum(cells) - 150) < 1e-9, model);
  assert.deepEqual(notes, []);
});

test("one source a deal supports the first touch, and the others say why not", async (t) => {
  const { page } = await withBlock(t, { "deals.csv": DEALS }, "attribution");
  assert.deepEqual(Object.keys(await table(page)), ["First touch"]);
  // What no model asks for can't be chosen.
  assert.equal(await part(page, "half-life").isVisible(), false);
  const remarks = await part(page, "attribution-remark").allInnerTexts();
  assert.ok(remarks.some((line) => line.includes("Markov chain") && line.includes("one source a record")), remarks.join("\n"));
});

test("the whole report goes by the model that is chosen, and two channels are compared", async (t) => {
  const { page, notes } = await withBlock(t, { "deals.csv": DEALS, "touchpoints.csv": TOUCHES }, "attribution");
  await choose(part(page, "credit"), "Linear");
  await reportReady(page);
  const { rows, total } = await breakdown(blockOf(page, "breakdown"));
  // D-1 is shared by two channels, D-3 had one touch; the other two keep their own source.
  assert.deepEqual(rows.map((row) => [row.label, row.cells.leads.value, row.cells.revenue.value]), [
    ["Paid search", 1.5, 50], ["Email", 0.5, 50], ["Referral", 1, 50], ["Organic search", 1, 0],
  ]);
  assert.deepEqual([total.leads.value, total.revenue.value], [4, 150]);
  await choose(part(page, "comparison"), "Segments");
  for (const [choice, name] of [["segment-a", "Paid search"], ["segment-b", "Referral"]]) {
    await part(page, choice).selectOption({ label: name });
    await reportReady(page);
  }
  await part(page, "segments-line").first().waitFor();
  assert.deepEqual(notes, []);
});
