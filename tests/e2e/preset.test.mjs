// Presets: what was decided about January is saved, put to February, checked, taken back; and goes as a file.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { cards, dropAndRead, toMapping, toReport } from "./report.mjs";
import { chooseFiles, download, dropFiles, openApp, part, temporaryFolder, waitForPart } from "./support.mjs";

const JANUARY = `Deal ID,Stage,Amount,Company,Created,Source,Manager
1,New,10,ACME,2026-01-05,google,Ann
2,Demo,20,Beta,2026-01-06,fair,Bob
3,Won,30,Gama,2026-01-07,fair,Ann
4,Lost,40,ACME,2026-01-08,google,Bob
`;
const COMPANIES = "Company,Region\nACME,North\nBeta,South\nGama,West\n";
// Other names, another delimiter, “Stage” is “Deal status”, no “Manager”; a new status and a new source.
const FEBRUARY = `Deal ID;Created;Deal status;Amount;Company;Source
11;2026-02-03;New;10;ACME;google
12;2026-02-04;Demo;20;Beta;fair
13;2026-02-05;Won;35;Beta;fair
14;2026-02-06;Frozen;45;Beta;podcast xyz
15;2026-02-07;Frozen;55;Gama;podcast xyz
`;

function written(folder, files) {
  return Object.entries(files).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
}

const january = (folder) => written(folder, { "deals-2026-01.csv": JANUARY, "companies.csv": COMPANIES });
const february = (folder) => written(folder, { "firms.csv": COMPANIES, "crm export.csv": FEBRUARY });

const source = (page, key) => page.locator(`[data-part="channel-row"][data-raw="${key} / "]`);

async function setChannel(page, key, channel) {
  await source(page, key).locator("select").selectOption(channel);
  await page.waitForSelector(`[data-part="channel-row"][data-raw="${key} / "][data-channel="${channel}"]`);
}

const issues = (page) => part(page, "preset-issue").evaluateAll((rows) => rows.map((row) => row.dataset.kind));

const stored = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("tundish.preset:")));

async function saved(page, folder) {
  await dropAndRead(page, january(folder));
  await toMapping(page);
  await setChannel(page, "fair", "Affiliates");
  await part(page, "presets").click();
  await part(page, "preset-name").fill("Monthly");
  await part(page, "save-preset").click();
  await part(page, "preset").waitFor();
}

test("January saved, February offered, applied, checked, taken back", async (t) => {
  const folder = temporaryFolder(t);
  const { page, notes } = await openApp(t);
  await saved(page, folder);
  assert.deepEqual(await stored(page), ["tundish.preset:Monthly"]);
  assert.doesNotMatch(await page.evaluate(() => localStorage["tundish.preset:Monthly"]), /2026-01-0/);
  // The name is taken: it asks.
  await part(page, "save-preset").click();
  await part(page, "replace").click();
  await part(page, "replace-preset").waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  // Nothing is offered where nothing would change.
  assert.equal(await part(page, "preset-offer").count(), 0);
  await waitForPart(page, "preset-check");
  assert.deepEqual(await issues(page), []);

  await page.reload();
  await page.waitForSelector('html[data-worker="ready"]', { state: "attached" });
  // What the last visit left is gone: all that is known of January is the preset.
  await part(page, "forget-document").click();
  await dropAndRead(page, february(folder));
  const offer = await waitForPart(page, "preset-offer");
  assert.equal(await offer.getAttribute("data-name"), "Monthly");
  await part(page, "apply-offer").click();
  await waitForPart(page, "preset-check");
  await page.waitForFunction(() => document.querySelectorAll('[data-part="preset-issue"]').length === 5);
  assert.deepEqual(await issues(page), ["ColumnGone", "StatusNew", "SourceNew", "ColumnRenamed", "StatusGone"]);
  assert.match(await part(page, "preset-issue").nth(1).innerText(), /“Frozen” \(2.rows\)/);
  assert.equal(await source(page, "fair").getAttribute("data-channel"), "Affiliates");

  // The way to mend leads there, and what is mended leaves the list.
  await part(page, "preset-issue").nth(2).locator('[data-part="go-mend"]').click();
  await page.waitForFunction(() => document.activeElement?.dataset.part === "channels");
  await setChannel(page, "podcast xyz", "Audio");
  await page.waitForFunction(() => document.querySelectorAll('[data-part="preset-issue"]').length === 4);

  await toReport(page);
  const figures = await cards(page);
  assert.equal(figures.leads.value, 5);
  assert.equal(figures.revenue.value, 35);

  // Two steps back: the channel, then the preset.
  await part(page, "undo").click();
  await part(page, "undo").click();
  await part(page, "step-mapping").click();
  await part(page, "preset-check").waitFor({ state: "detached" });
  assert.notEqual(await source(page, "fair").getAttribute("data-channel"), "Affiliates");
  await part(page, "redo").click();
  await page.waitForFunction(() => document.querySelectorAll('[data-part="preset-issue"]').length === 5);
  assert.deepEqual(notes, []);
});

test("a preset goes as a file, is renamed, deleted, brought back", async (t) => {
  const folder = temporaryFolder(t);
  const first = await openApp(t);
  await saved(first.page, folder);
  const file = await download(first.page, () => part(first.page, "export-preset").click());
  assert.equal(file.name, "Monthly.tundish-preset.json");
  await part(first.page, "delete-preset").click();
  await part(first.page, "no-presets").waitFor();
  await first.page.waitForFunction(() => document.activeElement?.dataset.part === "bring-back");
  await first.page.keyboard.press("Enter");
  await part(first.page, "preset").waitFor();
  await part(first.page, "rename-preset").click();
  await part(first.page, "new-name").fill("Every month");
  await first.page.keyboard.press("Enter");
  await first.page.waitForSelector('[data-part="preset"][data-name="Every month"]');
  assert.deepEqual(await stored(first.page), ["tundish.preset:Every month"]);
  assert.deepEqual(first.notes, []);
  await first.close();

  const [path, cut, document] = written(folder, {
    [file.name]: file.bytes,
    "cut.json": file.bytes.subarray(0, 900),
    "other.json": '{"format": "excel"}',
  });
  const { page, notes } = await openApp(t);
  await dropFiles(page, "file-drop", [cut]);
  await page.waitForFunction(() => /damaged/.test(document.querySelector('[data-part="toast"]').textContent));
  assert.deepEqual(await stored(page), []);
  await dropFiles(page, "file-drop", [path]);
  await page.waitForFunction(() => localStorage["tundish.preset:Monthly"]);
  await part(page, "presets").click();
  await part(page, "preset").waitFor();
  await chooseFiles(page, "preset-input", [document]);
  await page.waitForFunction(() => /not a preset/.test(document.querySelector('[data-part="toast"]').textContent));
  await page.keyboard.press("Escape");
  await dropAndRead(page, february(folder));
  await waitForPart(page, "preset-offer");
  await part(page, "dismiss-offer").click();
  await part(page, "preset-offer").waitFor({ state: "detached" });
  assert.deepEqual(notes, []);
});

test("a proposed spelling is kept apart, and proposed again", async (t) => {
  const folder = temporaryFolder(t);
  const { page, notes } = await openApp(t);
  const stages = ["New", "Demo", "Won", "Lost"];
  const rows = ["google", "email", "yandex", "Яндекс"].map((source, n) => `${n},${stages[n]},2026-01-0${n + 1},${source},5`);
  await dropAndRead(page, written(folder, { "deals.csv": `Deal ID,Stage,Created,Source,Amount\n${rows.join("\n")}\n` }));
  await toMapping(page);
  await part(page, "keep-apart").click();
  await part(page, "apart").waitFor();
  assert.equal(await part(page, "cluster").count(), 0);
  await part(page, "propose-again").click();
  await part(page, "cluster").waitFor();
  assert.equal(await part(page, "apart").count(), 0);
  assert.deepEqual(notes, []);
});
