// Conditions of a filter, entered as people do: a text, a number, a day, and another column of the same row.
import assert from "node:assert/strict";
import { test } from "node:test";
import { blockOf, cards, column, reportReady, withBlock } from "./report.mjs";
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

const focused = (page, name) => page.waitForFunction((part) => document.activeElement.dataset.part === part, name);

test("what is no number is said, no records left is said with a way back, and the focus stays near", async (t) => {
  const { page, notes } = await withBlock(t, { "deals.csv": DEALS }, "breakdown");
  const menu = page.locator('details:has(> summary[data-part="add-filter"])').first();
  const chosen = (name) => menu.locator(`[data-part="${name}"]`);
  await menu.locator("summary").click();
  await chosen("filter-dimension").selectOption(column("deals.csv", "Amount"));
  await chosen("filter-test").selectOption({ label: "≥" });
  await chosen("filter-number").fill("abc");
  await chosen("filter-number").blur();
  await chosen("wrong-number").waitFor();
  assert.equal(await chosen("filter-number").getAttribute("aria-invalid"), "true");
  assert.equal(await part(page, "filter").count(), 0);

  await chosen("filter-number").fill("5000");
  await chosen("filter-number").blur();
  await part(page, "nothing-left").waitFor();
  assert.equal(await chosen("wrong-number").isVisible(), false);
  assert.match(await part(page, "nothing-left").innerText(), /The files hold 5\srecords/);
  await page.keyboard.press("Escape");
  await part(page, "nothing-clear").click();
  await reportReady(page);
  await part(page, "nothing-left").waitFor({ state: "detached" });
  assert.equal((await cards(page)).leads.value, 5);
  await focused(page, "add-filter");

  // A choice that acts at once brings a chip, which moves the button; its list stays on the page.
  await menu.locator("summary").click();
  await chosen("filter-dimension").selectOption(column("deals.csv", "Close date"));
  await chosen("filter-test").selectOption({ index: 1 });
  await part(page, "filter").waitFor();
  await page.waitForFunction(() => {
    const { left, right } = document.querySelector("details[open] > .menu-list").getBoundingClientRect();
    return left >= 0 && right <= innerWidth;
  });
  await page.keyboard.press("Escape");
  await part(page, "remove-filter").first().click();
  await focused(page, "add-filter");

  // A measure of one's own: back to where it was begun.
  const block = blockOf(page, "breakdown");
  await block.locator('[data-part="measures"]').click();
  await block.locator('[data-part="own-add"]').click();
  // All of a name that nobody knows is marked.
  await part(page, "own-formula-field").fill("revenue / leeds");
  assert.equal(await page.locator(".own-marked mark").textContent(), "leeds");
  await part(page, "own-formula-field").fill("revenue / leads");
  await part(page, "own-save").click();
  await reportReady(page);
  await focused(page, "measures");
  assert.deepEqual(notes, []);
});

test("Escape closes an open menu wherever the focus is, and its button has the focus again", async (t) => {
  const { page, notes, block } = await withBlock(t, { "deals.csv": DEALS }, "breakdown");
  const menu = block.locator('details:has(> summary[data-part="measures"])');
  await menu.locator("summary").click();
  await menu.locator('[data-part="pick-measure"]').first().waitFor();
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("Escape");
  await focused(page, "measures");
  assert.equal(await menu.evaluate((element) => element.open), false);
  assert.deepEqual(notes, []);
});

test("columns of one name are told apart by their files, and a measure is sorted by once", async (t) => {
  const accounts = "Account ID,Account,Sector\nA-1,Alpha,Retail\nA-2,Beta,Finance\n";
  const deals = DEALS.split("\n").map((line, at) => (line ? `${line},${at ? `A-${(at % 2) + 1}` : "Account ID"}` : line)).join("\n");
  const { page, notes } = await withBlock(t, { "deals.csv": deals, "accounts.csv": accounts }, "breakdown");
  await page.locator('summary[data-part="add-filter"]').first().click();
  const offered = part(page, "filter-dimension").first().locator("option");
  // The list is filled when its menu opens.
  await offered.filter({ hasText: "Account ID" }).first().waitFor({ state: "attached" });
  const names = await offered.allTextContents();
  assert.deepEqual(names.filter((name) => name.startsWith("Account ID")).sort(), ["Account ID · accounts.csv", "Account ID · deals.csv"]);
  await page.keyboard.press("Escape");
  await page.locator('[data-part="add-block"][data-kind="pareto"]').click();
  await reportReady(page);
  const block = part(page, "pivot-block").last();
  // Without groups of columns no head speaks of a total, and one bears the sign.
  const heads = block.locator('thead [data-part="sort"]');
  assert.ok((await heads.count()) > 1);
  assert.equal(await block.locator("thead th[aria-sort]").count(), 1);
  assert.ok((await heads.allTextContents()).every((name) => !name.includes("Total")));
  assert.deepEqual(notes, []);
});
