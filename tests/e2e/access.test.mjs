// Everybody can use it: no serious finding of axe, the whole job by keyboard, no sideways scrolling on a small phone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import {
  RUSSIAN, allRead, blockOf, breakdown, choose, column, dropAndRead, needsData, realFiles, reportReady, toMapping, toReport,
} from "./report.mjs";
import { openApp, part, waitForPart } from "./support.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Visits the three screens with the real files in them. */
async function eachScreen(page, look) {
  await dropAndRead(page, realFiles("ru_bitrix_direct", RUSSIAN));
  await look("data");
  await toMapping(page);
  await look("mapping");
  await toReport(page);
  await look("report");
}

for (const theme of ["light", "dark"]) {
  test(`axe finds nothing serious: ${theme}`, needsData, async (t) => {
    const { page, notes } = await openApp(t, { theme });
    const found = [];
    const look = async (screen) => {
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
      for (const { id, impact, nodes } of violations) {
        const places = nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary?.split("\n")[1]?.trim()}`);
        found.push({ impact, text: `${screen}, ${impact}: ${id} at ${nodes.length} places: ${places.join(" | ")}` });
      }
    };
    await look("start");
    await eachScreen(page, look);
    await part(page, "share").click();
    await waitForPart(page, "share-link");
    await look("share");
    const isSerious = ({ impact }) => impact === "serious" || impact === "critical";
    for (const { text } of found.filter((one) => !isSerious(one))) console.log(`not serious: ${text}`);
    assert.deepEqual(found.filter(isSerious).map(({ text }) => text), []);
    assert.deepEqual(notes, []);
  });
}

/** Presses Tab until the focus is where it is wanted; everywhere on the way it must be seen. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 250; presses++) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate((wanted) => {
      const here = document.activeElement;
      const style = getComputedStyle(here);
      const parent = getComputedStyle(here.parentElement ?? here);
      const seen = style.outlineStyle !== "none" || style.boxShadow !== "none" || parent.boxShadow !== "none";
      return { there: here.matches(wanted), seen, name: here.outerHTML.slice(0, 120) };
    }, selector);
    if (!focus.name.startsWith("<body")) assert.ok(focus.seen, `the focus is not seen on ${focus.name}`);
    if (focus.there) return;
  }
  assert.fail(`Tab does not lead to ${selector}`);
}

test("the whole job by keyboard alone", needsData, async (t) => {
  const { page, notes } = await openApp(t);
  const press = (key) => page.keyboard.press(key);
  // Asked for early: it takes the browser a moment to hand file choosers over.
  const chooser = page.waitForEvent("filechooser");
  await tabTo(page, '[data-part="choose-files"]');
  await press("Enter");
  await (await chooser).setFiles(realFiles("ru_bitrix_direct", RUSSIAN));
  await allRead(page, 2);
  await tabTo(page, '[data-part="continue"]');
  await press("Enter");
  await waitForPart(page, "preview-stage");
  // A raw value goes to another stage, and comes back by undo.
  const lost = page.locator('[data-part="stage-end"][data-place="Lost"] [data-part="stage-value"]');
  await tabTo(page, '[data-part="stage"]:nth-of-type(5) [data-part="stage-value"] select');
  await press("End");
  await page.waitForFunction(() => document.querySelectorAll('[data-part="stage"]:nth-of-type(5) [data-part="stage-value"]').length === 0);
  await press("Control+z");
  await page.waitForFunction(() => document.querySelectorAll('[data-part="stage"]:nth-of-type(5) [data-part="stage-value"]').length === 1);
  assert.equal(await lost.count(), 1);
  await page.evaluate(() => document.activeElement.blur());
  await tabTo(page, '[data-part="build"]');
  await press("Enter");
  await reportReady(page);

  // Another dimension by arrow keys, another measure by the space bar.
  const block = blockOf(page, "breakdown");
  const before = (await breakdown(block)).dimension;
  await tabTo(page, '[data-part="breakdown-dimension"]');
  await press("ArrowDown");
  await reportReady(page);
  assert.notEqual((await breakdown(block)).dimension, before);
  await tabTo(page, '[data-part="breakdown-block"] [data-part="measures"]');
  await press("Enter");
  await block.locator('[data-part="pick-measure"]').first().waitFor();
  await tabTo(page, '[data-part="pick-measure"][data-measure="lost"]');
  await press("Space");
  await reportReady(page);
  assert.ok((await breakdown(block)).total.lost.value > 0);
  await press("Escape");

  // A figure's definition, and out of it again by Escape.
  await page.evaluate(() => window.scrollTo(0, 0));
  await tabTo(page, '[data-part="export"]');
  await press("Enter");
  await waitForPart(page, "export-line");
  await tabTo(page, '[data-part="export-csv"]');
  const [saved] = await Promise.all([page.waitForEvent("download"), press("Enter")]);
  assert.match(saved.suggestedFilename(), /\.csv$/);
  await press("Escape");
  await part(page, "export-line").first().waitFor({ state: "detached" });
  await tabTo(page, '[data-part="kpi"][data-measure="romi"]');
  await press("Enter");
  await waitForPart(page, "definition");
  await press("Escape");
  await part(page, "definition").waitFor({ state: "detached" });
  assert.deepEqual(notes, []);
});

test("no sideways scrolling at 360 and 768 px on any screen in any language", needsData, async (t) => {
  const { page, notes } = await openApp(t, { width: 360, height: 740 });
  const wide = [];
  const look = async (screen) => {
    // A decision to take back brings two more buttons into the bar.
    if (screen === "mapping") await part(page, "qualified").first().click();
    for (const language of ["en", "ru", "el"]) {
      await part(page, "language").selectOption(language);
      await page.waitForSelector(`html[lang="${language}"]`, { state: "attached" });
      for (const width of [768, 360]) {
        await page.setViewportSize({ width, height: 740 });
        const widest = await page.evaluate((most) => {
          const wider = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > most + 1);
          // What scrolls inside a table's own frame is no matter of the page.
          const own = wider.filter((e) => !e.closest(".table-wrap, .visually-hidden"));
          return { width: document.documentElement.scrollWidth, by: own.slice(0, 3).map((e) => e.outerHTML.slice(0, 90)) };
        }, width);
        if (widest.width > width) wide.push(`${screen} ${language} ${width}: ${widest.width} px, ${widest.by.join(" ")}`);
      }
    }
  };
  await look("start");
  await eachScreen(page, look);
  assert.deepEqual(wide, []);
  assert.deepEqual(notes, []);
});

test("on a phone the figures of a pivot with two levels of rows are seen beside their names", async (t) => {
  const { page, notes } = await openApp(t, { width: 390, height: 800 });
  await part(page, "file-drop").locator('[data-part="sample"]').click();
  await reportReady(page);
  const block = blockOf(page, "pivot");
  await choose(block.locator('select[data-part="pivot-rows"]').last(), column("accounts.csv", "Country"));
  const seen = () =>
    block.locator('[data-part="pivot-row"][data-level="2"]').first().evaluate((row) => {
      const frame = row.closest(".pivot-wrap").getBoundingClientRect();
      const names = Math.max(...[...row.querySelectorAll("th")].map((th) => th.getBoundingClientRect().right));
      const cells = [...row.querySelectorAll("td")].map((td) => td.getBoundingClientRect());
      // By place: which figures are whole between the names and the frame's edge.
      return cells.flatMap((c, at) => (c.left >= names - 1 && c.right <= frame.right + 1 ? [at] : []));
    });
  const first = await seen();
  assert.ok(first.includes(0), `seen at first: ${first}`);
  await block.locator(".pivot-wrap").evaluate((frame) => frame.scrollTo(frame.scrollWidth, 0));
  const columns = await block.locator('[data-part="pivot-row"][data-level="2"]').first().locator("td").count();
  const last = await seen();
  assert.ok(last.includes(columns - 1), `seen at last: ${last} of ${columns}`);
  assert.deepEqual(notes, []);
});
