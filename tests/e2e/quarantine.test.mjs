// What could not be read: counted by kind, shown in its surroundings, given out as a file, and put right by a word.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parseCsv } from "./csv.mjs";
import { dropAndRead } from "./report.mjs";
import { download, dropFiles, openApp, part, temporaryFolder, waitForPart } from "./support.mjs";

/** Text in windows-1251: Russian letters only. */
const windows1251 = (text) =>
  Buffer.from([...text].map((letter) => (letter < "\x80" ? letter.charCodeAt(0) : letter.charCodeAt(0) - 0x410 + 0xc0)));

const two = (n) => String(n).padStart(2, "0");
const day = (n) => `${two((n % 28) + 1)}.${two((n % 12) + 1)}.2026`;

/** Deals with a title, totals, decimal commas, and a mistake of each kind in a known place. */
function nastyFile(folder, name = "nasty.csv") {
  const rows = Array.from({ length: 200 }, (_, i) => `${i + 1};${day(i)};Новая;${(i + 1) * 10},50;Орлова`);
  for (const row of [10, 20, 30]) rows[row - 1] = `${row};31.02.2026;Новая;${row}0,50;Орлова`;
  rows[39] = "40;вчера;Новая;400,50;Орлова";
  rows[49] = `50;${day(49)};Новая;уточнить;Орлова`;
  rows[59] = `60;${day(59)};Новая`;
  rows[69] = `70;${day(69)};Новая;700,50;Орлова;лишнее`;
  const lines = ["Отчет по сделкам;;;;", "Номер;Создана;Этап;Сумма;Ответственный", ...rows, "Итого;;;201 050,00;"];
  const path = join(folder, name);
  writeFileSync(path, windows1251(`${lines.join("\r\n")}\r\n`));
  return path;
}

const kind = (page, name) => page.locator(`[data-part="issue"][data-kind="${name}"]`);
const open = (page, name) => kind(page, name).locator('[data-part="issue-toggle"]').click();
const unread = (page, count) =>
  count === 0
    ? kind(page, "UnreadCell").waitFor({ state: "detached" })
    : page.waitForSelector(`[data-part="issue"][data-kind="UnreadCell"][data-count="${count}"]`);
const again = (page) => page.waitForSelector('[data-part="file-preview"][aria-busy="false"]');

test("each kind is counted, stands in its surroundings, and is given out as a file", async (t) => {
  const { page, notes } = await openApp(t);
  await dropAndRead(page, [nastyFile(temporaryFolder(t))]);
  const counts = await part(page, "issue").evaluateAll((all) => all.map((one) => [one.dataset.kind, Number(one.dataset.count)]));
  assert.deepEqual(Object.fromEntries(counts), { UnreadCell: 5, ShortRow: 1, LongRow: 1, TotalsRow: 1, TitleLine: 1 });
  assert.equal(await page.locator('[data-part="verdict-part"][data-name="unread"]').getAttribute("data-count"), "5");

  // The verdict leads to the places: one for each text, with how often it stands there.
  await page.locator('[data-part="verdict-part"][data-name="unread"]').click();
  const places = await part(page, "place").evaluateAll((all) =>
    all.map(({ dataset: { file, record, line, column, count }, ...place }) => [file, record, line, column, count]),
  );
  const texts = await page.locator('[data-part="place"] code').allInnerTexts();
  assert.deepEqual(texts, ["31.02.2026", "вчера", "уточнить"]);
  assert.deepEqual(places, [
    ["nasty.csv", "12", "12", "Создана", "3"],
    ["nasty.csv", "42", "42", "Создана", "1"],
    ["nasty.csv", "52", "52", "Сумма", "1"],
  ]);

  // In its surroundings: two rows on either side, the cell marked; and on to the next place of the same text.
  await part(page, "show-context").first().click();
  const around = async (line) => {
    await page.waitForSelector(`[data-part="context"][data-line="${line}"] [data-part="marked-cell"]`);
    const lines = await part(page, "context").locator("tbody th").allInnerTexts();
    return [lines, await part(page, "marked-cell").innerText()];
  };
  assert.deepEqual(await around(12), [["10", "11", "12", "13", "14"], "31.02.2026"]);
  await part(page, "next-place").click();
  assert.deepEqual(await around(22), [["20", "21", "22", "23", "24"], "31.02.2026"]);

  const { name, bytes } = await download(page, () => part(page, "download-issues").click());
  assert.equal(name, "nasty-issues.csv");
  const rows = parseCsv(bytes.toString("utf8"), ",").slice(1);
  const found = rows.map(([file, line, column, text, , record]) => [file, Number(line), column, text, Number(record)]);
  const whole = (line, text) => ["nasty.csv", line, "", text, line];
  const cell = (line, column, text) => ["nasty.csv", line, column, text, line];
  const byPlace = (a, b) => a[1] - b[1];
  assert.deepEqual(found.toSorted(byPlace), [
    whole(1, "Отчет по сделкам;;;;"),
    cell(12, "Создана", "31.02.2026"),
    cell(22, "Создана", "31.02.2026"),
    cell(32, "Создана", "31.02.2026"),
    cell(42, "Создана", "вчера"),
    cell(52, "Сумма", "уточнить"),
    whole(62, `60;${day(59)};Новая`),
    whole(72, "лишнее"),
    whole(203, "Итого;;;201 050,00;"),
  ]);
  assert.deepEqual(notes, []);
});

test("a text is put right once, also in next month's file, and can be taken back", async (t) => {
  const folder = temporaryFolder(t);
  const { page, notes } = await openApp(t);
  await dropAndRead(page, [nastyFile(folder)]);
  await open(page, "UnreadCell");
  await part(page, "correct").first().click();
  // The form says what it would be read as, and refuses what would not help.
  await part(page, "correction").fill("32.02.2026");
  assert.ok(await part(page, "apply-correction").isDisabled());
  await part(page, "correction").fill("28.02.2026");
  await page.keyboard.press("Enter");
  await unread(page, 2);
  assert.equal(await kind(page, "Corrected").getAttribute("data-count"), "3");
  assert.match(await part(page, "toast").innerText(), /3\scells came back/);
  // “вчера” says nothing: it counts as empty.
  await part(page, "correct").first().click();
  await part(page, "leave-empty").click();
  await unread(page, 1);
  assert.equal(await kind(page, "Corrected").getAttribute("data-count"), "4");

  // The decision is undone and done again like any other.
  await part(page, "undo").click();
  await unread(page, 2);
  await part(page, "redo").click();
  await unread(page, 1);

  // Next month's file, known by its headers, is read in the same way.
  await part(page, "remove-file").click();
  await dropFiles(page, "file-drop", [nastyFile(folder, "next-month.csv")]);
  await page.waitForSelector('[data-part="file"][data-name="next-month.csv"][data-status="ready"]');
  await page.waitForSelector('[data-part="issue"][data-kind="Corrected"][data-count="4"]');
  await open(page, "Corrected");
  await part(page, "take-back").first().click();
  await unread(page, 4);
  assert.deepEqual(notes, []);
});

test("a wrong order puts days into quarantine, one click on the right one brings them back", async (t) => {
  const path = join(temporaryFolder(t), "orders.csv");
  const rows = Array.from({ length: 200 }, (_, i) => `${i + 1},${two((i % 12) + 1)}/${two(((i * 5) % 12) + 1)}/2026,Won`);
  rows[150] = "151,25/03/2026,Won";
  rows[160] = "161,26/03/2026,Won";
  writeFileSync(path, ["Deal ID,Created,Stage", ...rows].join("\n"));
  const { page, notes } = await openApp(t);
  await dropAndRead(page, [path]);
  await unread(page, 0);
  const head = page.locator('[data-part="column-head"][data-column="Created"]');
  await head.click();
  await page.locator('[data-part="column-way"][data-way*="MonthDayYear"]').click();
  await unread(page, 2);
  await page.locator('[data-part="column-way"][data-way*="DayMonthYear"]').click();
  await unread(page, 0);
  assert.match(await part(page, "toast").innerText(), /2\scells came back/);
  // The panel goes by Escape, and the focus goes back to the head that opened it.
  await page.keyboard.press("Escape");
  await part(page, "column-facts").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.dataset.column), "Created");
  // A column can be taken as text, and then nothing of it is odd.
  await head.click();
  await page.locator('[data-part="column-type"][data-type="Text"]').click();
  await page.waitForSelector('[data-part="column-head"][data-column="Created"][data-type="Text"]');
  assert.deepEqual(notes, []);
});

test("a column that can be read in two ways is asked about with a value of it, and settled by one click", async (t) => {
  const path = join(temporaryFolder(t), "open.csv");
  const rows = Array.from({ length: 30 }, (_, i) => `${i + 1},${two((i % 9) + 1)}/${two((i % 12) + 1)}/2026,Won`);
  writeFileSync(path, ["Deal ID,Created,Stage", ...rows].join("\n"));
  const { page, notes } = await openApp(t);
  await dropAndRead(page, [path]);
  await waitForPart(page, "assumption");
  assert.equal(await part(page, "file-assumed").count(), 1);
  const ways = await part(page, "settle").evaluateAll((all) => all.map((way) => [way.dataset.now, way.innerText.replaceAll("\u00a0", " ")]));
  assert.deepEqual(ways.map(([now]) => now), ["false", "true"]);
  assert.match(ways[0][1], /day first/);
  assert.match(ways[1][1], /month first/);
  const height = await part(page, "assumptions").evaluate((section) => section.getBoundingClientRect().height);
  await part(page, "settle").first().click();
  await page.waitForSelector('[data-part="assumptions"][data-open="0"]');
  await part(page, "file-assumed").waitFor({ state: "detached" });
  assert.equal(await page.locator('[data-part="settle"][data-now="true"]').getAttribute("data-way"), "Order(DayMonthYear)");
  // Nothing jumps under the hand.
  assert.equal(await part(page, "assumptions").evaluate((section) => section.getBoundingClientRect().height), height);
  assert.deepEqual(notes, []);
});

test("the encoding is chosen by lines that read right", async (t) => {
  const { page, notes } = await openApp(t);
  await dropAndRead(page, [nastyFile(temporaryFolder(t))]);
  const heads = () => part(page, "column-head").evaluateAll((all) => all.map((head) => head.dataset.column));
  const right = ["Номер", "Создана", "Этап", "Сумма", "Ответственный"];
  assert.deepEqual(await heads(), right);
  const choose = async (encoding) => {
    await part(page, "encoding-choice").click();
    await page.locator(`[data-part="encoding-sample"][data-encoding="${encoding}"]`).click();
    await page.waitForFunction(
      (wanted) => document.querySelector('[data-part="encoding-choice"]').textContent.trim() === wanted,
      encoding,
    );
    await again(page);
  };
  await part(page, "encoding-choice").click();
  const lines = await page.locator('[data-encoding="windows-1251"] code').allInnerTexts();
  assert.equal(lines.length, 3);
  assert.match(lines[0], /Отчет по сделкам/);
  const offered = await part(page, "encoding-sample").evaluateAll((all) => all.map((one) => one.dataset.encoding));
  const other = offered.find((encoding) => encoding !== "windows-1251");
  await page.keyboard.press("Escape");
  await choose(other);
  assert.notDeepEqual(await heads(), right);
  await choose("windows-1251");
  assert.deepEqual(await heads(), right);
  assert.deepEqual(notes, []);
});
