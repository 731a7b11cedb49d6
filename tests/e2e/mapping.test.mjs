// The mapping by hand: what a file is, which column holds the stage, and where stages and their values stand.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { dropAndRead } from "./report.mjs";
import { openApp, part, temporaryFolder, waitForPart } from "./support.mjs";

const STAGES = ["New", "Qualified", "Proposal", "Closed won", "Closed lost"];
const DEALS = [
  "Deal ID,Create date,Status,Progress,Amount,Contact",
  ...Array.from({ length: 60 }, (_, i) => {
    const day = String((i % 28) + 1).padStart(2, "0");
    return `D-${i},2025-03-${day},${i % 3 ? "north" : "south"},${STAGES[i % 5]},${100 + i},c${i}@example.com`;
  }),
].join("\n");

/** The mapping screen over one file. */
async function mapping(t, name, text) {
  const { page, notes } = await openApp(t);
  const path = join(temporaryFolder(t), name);
  writeFileSync(path, text);
  await dropAndRead(page, [path]);
  await part(page, "continue").click();
  await waitForPart(page, "roles");
  return { page, notes };
}

/** Waits for a ladder; its order is a matter of the last test alone. */
const until = (page, wanted, ordered = true) =>
  page.waitForFunction(
    ([list, ordered]) => {
      const names = [...document.querySelectorAll('[data-part="stage"]')].map((row) => row.dataset.name);
      return JSON.stringify(ordered ? names : names.sort()) === list;
    },
    [JSON.stringify(wanted), ordered],
  );
const valuesOf = (page, place) =>
  page
    .locator(`[data-part="stage-end"][data-place="${place}"] [data-part="stage-value"]`)
    .evaluateAll((chips) => chips.map((chip) => chip.dataset.value));

test("another column of stages brings a ladder of its own, and says why each column was proposed", async (t) => {
  const { page, notes } = await mapping(t, "deals.csv", DEALS);
  const stage = page.locator('[data-part="role"][data-role="Stage"]');
  await stage.locator("select").selectOption("Status");
  await until(page, ["north", "south"], false);
  await stage.locator("select").selectOption("Progress");
  await until(page, ["New", "Qualified", "Proposal"]);
  assert.deepEqual(await valuesOf(page, "Won"), ["Closed won"]);
  assert.deepEqual(await valuesOf(page, "Lost"), ["Closed lost"]);
  const why = page.locator('[data-part="role"][data-role="RecordId"] [data-part="role-why"]');
  await why.filter({ hasText: /sure/ }).waitFor();
  await part(page, "undo").first().click();
  await until(page, ["north", "south"], false);
  assert.equal(await stage.locator("select").inputValue(), "Status");
  assert.deepEqual(notes, []);
});

test("what a file is can be chosen by hand, and stays", async (t) => {
  const { page, notes } = await mapping(t, "deals.csv", DEALS);
  const kind = part(page, "file-kind-choice");
  const was = await kind.inputValue();
  for (const wanted of ["Activities", "Other", "Lookup", "Leads", "Spend", "Deals"]) {
    await kind.selectOption(wanted);
    // Once the proposals are back the document knows the file's columns again.
    const kept = await page.waitForFunction(() => {
      const [file] = JSON.parse(localStorage.getItem("tundish.document") ?? "{}").mapping?.files ?? [];
      return file?.headers.length ? file.kind : false;
    });
    const snake = wanted.replace(/[A-Z]/g, (letter, at) => (at ? "_" : "") + letter.toLowerCase());
    assert.equal(await kept.jsonValue(), snake);
    assert.equal(await kind.inputValue(), wanted);
  }
  assert.equal(was, "Deals");
  await page.locator('[data-part="role"][data-role="Stage"] select').selectOption("Progress");
  await until(page, ["New", "Qualified", "Proposal"]);
  assert.deepEqual(notes, []);
});

test("stages move by keyboard with the hand on them, values by mouse, and none leaves an empty stage", async (t) => {
  const { page, notes } = await mapping(t, "deals.csv", DEALS.replace(",Status,", ",Segment,"));
  await until(page, ["New", "Qualified", "Proposal"]);
  const down = part(page, "stage").first().locator('[data-part="stage-down"]');
  await down.focus();
  await page.keyboard.press("Enter");
  await until(page, ["Qualified", "New", "Proposal"]);
  await page.waitForFunction(() => document.activeElement?.closest('[data-part="stage"]')?.dataset.name === "New");
  await page.keyboard.press("Enter");
  await until(page, ["Qualified", "Proposal", "New"]);

  const chip = page.locator('[data-part="stage-value"][data-value="Proposal"]');
  const grip = await chip.locator(".grip").boundingBox();
  const won = await page.locator('[data-part="stage-end"][data-place="Won"]').boundingBox();
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(won.x + 200, won.y + won.height / 2, { steps: 8 });
  assert.deepEqual(await marks(page), [["Won", "within"]]);
  await page.mouse.up();
  await until(page, ["Qualified", "New"]);
  assert.deepEqual((await valuesOf(page, "Won")).sort(), ["Closed won", "Proposal"]);
  assert.deepEqual(await marks(page), []);
  assert.deepEqual(notes, []);
});

/** Where what is dragged would land. */
const marks = (page) =>
  page
    .locator("[data-lands]")
    .evaluateAll((rows) => rows.map((row) => [row.dataset.name ?? row.dataset.place, row.dataset.lands]));

test("a dragged stage shows where it lands, and leaves no mark where it can't", async (t) => {
  const { page, notes } = await mapping(t, "deals.csv", DEALS.replace(",Status,", ",Segment,"));
  await until(page, ["New", "Qualified", "Proposal"]);
  const middle = async (locator) => {
    const box = await locator.boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const row = (name) => page.locator(`[data-part="stage"][data-name="${name}"]`);
  const to = async (locator) => page.mouse.move(...(await middle(locator)), { steps: 6 });
  await part(page, "add-stage").scrollIntoViewIfNeeded();
  await to(row("Qualified").locator(".grab"));
  await page.mouse.down();
  await to(row("Proposal"));
  assert.deepEqual(await marks(page), [["Proposal", "behind"]]);
  await to(row("New"));
  assert.deepEqual(await marks(page), [["New", "before"]]);
  await to(page.locator('[data-part="stage-end"][data-place="Lost"]'));
  assert.deepEqual(await marks(page), []);
  await to(row("Proposal"));
  await page.mouse.up();
  await until(page, ["New", "Proposal", "Qualified"]);
  assert.deepEqual(await marks(page), []);
  assert.deepEqual(notes, []);
});

test("the whole screen follows the language at once", async (t) => {
  const sourced = DEALS.replace(",Contact", ",Source").replaceAll(/c\d+@example\.com/g, "google");
  const { page, notes } = await mapping(t, "deals.csv", sourced.replace(",Status,", ",Segment,"));
  await until(page, ["New", "Qualified", "Proposal"]);
  await part(page, "add-rule").click();
  await part(page, "channel-rules").locator("li").first().waitFor();
  assert.equal(await page.getByLabel("Currency of the file", { exact: true }).count(), 1);
  assert.ok(await page.getByText("Currency of the file", { exact: true }).isVisible());
  /** Every word that is shown, or heard, or pointed at. */
  const said = () =>
    part(page, "mapping-screen").evaluate((screen) =>
      [...screen.querySelectorAll("*")].flatMap((element) => {
        const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
        const texts = [...own.map((node) => node.data), element.ariaLabel, element.title, element.placeholder];
        return texts.map((text) => text?.trim()).filter(Boolean);
      }),
    );
  for (const language of ["ru", "el", "en"]) {
    await part(page, "language").selectOption(language);
    await page.waitForSelector(`html[lang="${language}"]`, { state: "attached" });
    const switched = await said();
    // The screen that is made anew has no other words.
    await part(page, "step-data").click();
    await part(page, "step-mapping").click();
    await waitForPart(page, "preview-stage");
    assert.deepEqual(switched, await said(), language);
  }
  assert.deepEqual(notes, []);
});
