// Hasty hands: hundreds of clicks at whatever is there, none waiting for the one before, and the page lives on.
// The choice is made by a seeded generator, so that a failure comes again; the steps are printed with it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { MAVEN, RUSSIAN, dropAndRead, needsData, realFiles, toMapping, toReport } from "./report.mjs";
import { openApp } from "./support.mjs";

/** What would open something of the browser's own, give out a file, or empty the page. */
const LEFT_OUT = [
  "choose-files", "open-document", "print", "export-print", "copy-link", "sample", "remove-file", "forget-document",
  "import-preset", "export-preset", "save-document", "save-document-dialog", "download-issues", "export-csv", "export-png", "export-svg", "export-json", "export-document",
];

/** Does `count` things in the page, a task apart; gives what they were. */
const haste = (page, seed, count) =>
  page.evaluate(
    async ({ seed: state, count: steps, leftOut }) => {
      // xorshift32 (Marsaglia 2003).
      const below = (n) => {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        return (state >>> 0) % n;
      };
      const canUse = (element) =>
        !element.disabled && element.checkVisibility() && !leftOut.includes(element.dataset.part) &&
        (!document.querySelector("dialog[open]") || element.closest("dialog"));
      const use = (element) => {
        element.focus();
        if (!element.matches("select")) return element.click();
        element.selectedIndex = below(element.options.length);
        element.dispatchEvent(new Event("change", { bubbles: true }));
      };
      const done = [];
      for (let i = 0; i < steps; i++) {
        const all = [...document.querySelectorAll("button, select, summary, input[type=checkbox]")].filter(canUse);
        const chosen = all[below(all.length)];
        done.push(`${chosen.localName} ${chosen.dataset.part ?? chosen.textContent.trim().slice(0, 20)}`);
        use(chosen);
        await new Promise((next) => setTimeout(next));
      }
      return done;
    },
    { seed, count, leftOut: LEFT_OUT },
  );

for (const [set, names, seed] of [["maven_crm", MAVEN, 20261122], ["ru_bitrix_direct", RUSSIAN, 7]]) {
  test(`hasty hands do not stop the page: ${set}`, needsData, async (t) => {
    const { page, notes } = await openApp(t);
    await dropAndRead(page, realFiles(set, names));
    await toMapping(page);
    await toReport(page);
    const steps = [];
    for (const screen of ["report", "mapping", "data", "report"]) {
      await page.evaluate((name) => document.querySelector(`[data-part="step-${name}"]`).click(), screen);
      steps.push(`— ${screen}`, ...(await haste(page, seed + steps.length, 100)));
      assert.deepEqual(notes, [], `after ${steps.slice(-30).join(" | ")}`);
    }
    // It still answers: a click on the theme turns it. What the files are read as by now is anybody's guess.
    const theme = () => page.evaluate(() => document.querySelector('[data-part="theme"]').title);
    const before = await theme();
    await page.evaluate(() => {
      document.querySelector("dialog").close();
      document.querySelector('[data-part="theme"]').click();
    });
    await page.waitForFunction((was) => document.querySelector('[data-part="theme"]').title !== was, before);
    assert.deepEqual(notes, []);
  });
}
