// Conditions of a filter, entered as people do: a text, a number, a day, and another column of the same row.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cards, column, reportReady, withBlock } from "./report.mjs";
import { part } from "./support.mjs";

const DEALS = `Deal ID,Create date,Close date,Due date,Deal stage,Amount,Discount,Note
D-1,2025-01-02,2025-01-20,2025-01-15,Closed won,300,20,call back
D-2,2025-01-03,2025-01-25,2025-01-31,Closed won,100,150,
D-3,2025-02-05,2025-02-28,2025-02-28,Closed won,200,10,called twice
D-4,2025-02-06,2025-02-20,2025-02-10,Closed lost,900,0,no answer
D-5,2025-03-08,,2025-03-20,Qualified,50,60,
`;

test("a filter's condition is entered by text, number, day and another column", async (t) => {
  const { page, notes } = await withBlock(t, { "deals.csv": DEALS }, "breakdown");
  const menu = page.locator('details:has(> summary[data-part="add-filter"])').first();
  const chosen = (name) => menu.locator(`[data-part="${name}"]`);
  /** Opens the menu at a column with a condition. */
  const begin = async (header, condition) => {
    if (!(await menu.evaluate((element) => element.open))) await menu.locator("summary").click();
    await chosen("filter-dimension").selectOption(column("deals.csv", header));
    await chosen("filter-test").selectOption({ label: condition });
  };
  /** How many deals are left, and the filter as a sentence; then it is taken away. */
  const left = async () => {
    await reportReady(page);
    const found = (await cards(page)).leads.value;
    const chip = await part(page, "filter").first().innerText();
    await page.locator('[data-part="remove-filter"]').first().click();
    await reportReady(page);
    return [found, chip.replaceAll(/\s+/g, " ").replace("✕", "").trim()];
  };
  const enter = async (name, text) => {
    await chosen(name).fill(text);
    await chosen(name).blur();
  };

  await begin("Note", "contains");
  await enter("filter-texts", "call");
  assert.equal((await left())[0], 2);

  await begin("Amount", "≥");
  await enter("filter-number", "200");
  assert.equal((await left())[0], 3);

  await begin("Due date", "from");
  await enter("filter-day", "2025-02-10");
  assert.equal((await left())[0], 3);

  await begin("Amount", "compared with a column");
  await chosen("filter-sign").selectOption({ label: "<" });
  await chosen("filter-other").selectOption({ label: "Discount" });
  assert.equal((await left())[0], 2);

  // An open deal has no day of closing, and is neither late nor early.
  await begin("Close date", "compared with a column");
  await chosen("filter-other").selectOption({ label: "Due date" });
  const [late, sentence] = await left();
  assert.equal(late, 2);
  assert.match(sentence, /Close date.*>.*Due date/i);
  assert.equal((await cards(page)).leads.value, 5);
  assert.deepEqual(notes, []);
});
