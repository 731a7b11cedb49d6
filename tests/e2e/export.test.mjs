// What can be taken out of the report: tables, pictures, the document, paper.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseCsv } from "./csv.mjs";
import { RUSSIAN, blockOf, breakdown, choose, dropAndRead, needsData, realFiles, setMeasures, toMapping, toReport } from "./report.mjs";
import { download, openApp, part, waitForPart } from "./support.mjs";

async function reportIn(t, locale, options = {}) {
  const app = await openApp(t, { locale, ...options });
  await dropAndRead(app.page, realFiles("ru_bitrix_direct", RUSSIAN));
  await toMapping(app.page);
  await toReport(app.page);
  return app;
}

/** What a block's menu gives. */
async function take(page, kind, format) {
  const block = blockOf(page, kind);
  await block.locator('[data-part="block-menu"]').click();
  return download(page, () => block.locator(`[data-part="export-${format}"]`).click());
}

for (const [locale, separator, decimal] of [["en-US", ",", "."], ["ru-RU", ";", ","], ["el-GR", ";", ","]]) {
  test(`a table as CSV opens as it is meant: ${locale}`, needsData, async (t) => {
    const { page, notes } = await reportIn(t, locale);
    const block = blockOf(page, "breakdown");
    await choose(block.locator('[data-part="breakdown-dimension"]'), '"campaign"');
    await setMeasures(block, ["leads", "revenue", "cpl", "romi"]);
    const shown = await breakdown(block);
    const { name, bytes } = await take(page, "breakdown", "csv");
    assert.match(name, /\.csv$/);
    const [head, ...lines] = parseCsv(bytes.toString("utf8"), separator);
    assert.equal(head.length, 5);
    assert.equal(head[0], shown.dimension);
    const number = (cell) => (cell === "" ? null : Number(cell.replace(decimal, ".")));
    const expected = [...shown.rows.map(({ label, cells }) => [label, cells]), [lines.at(-1)[0], shown.total]];
    const values = (cells) => Object.values(cells).map(({ value }) => value);
    assert.deepEqual(
      lines.map(([label, ...cells]) => [label, ...cells.map(number)]),
      expected.map(([label, cells]) => [label, ...values(cells)]),
      "all digits of every figure, the total last",
    );
    // The names of campaigns hold the signs that CSV is made of.
    assert.ok(lines.some(([label]) => label === "Поиск | СПб; бренд"));
    assert.ok(lines.some(([label]) => label === 'Мастер кампаний — "зима"'));
    assert.deepEqual(notes, []);
  });
}

test("charts as PNG and SVG, the report as JSON, from the block and from the dialog", needsData, async (t) => {
  const { page, notes } = await reportIn(t, "ru-RU");
  for (const kind of ["funnel", "trend"]) {
    const png = await take(page, kind, "png");
    assert.match(png.name, /\.png$/);
    assert.equal(png.bytes.subarray(0, 8).toString("hex"), "89504e470d0a1a0a");
    // 900 CSS pixels at two device pixels each.
    assert.equal(png.bytes.readUInt32BE(16), 1800);
    assert.ok(png.bytes.length > 10_000, `${png.bytes.length} bytes are a picture and not a blank`);

    const svg = await take(page, kind, "svg");
    assert.match(svg.name, /\.svg$/);
    const image = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
      const texts = [...parsed.querySelectorAll("text")].map((one) => one.textContent.trim());
      return { root: parsed.documentElement.localName, title: parsed.querySelector("title")?.textContent, texts };
    }, svg.bytes.toString("utf8"));
    assert.equal(image.root, "svg");
    assert.ok(image.title);
    assert.ok(image.texts.length > 5, image.texts.join(" · "));
  }
  await part(page, "export").click();
  await waitForPart(page, "export-line");
  const report = await download(page, () => part(page, "export-json").click());
  assert.match(report.bytes.toString("utf8"), /22550320\.94/, "full precision");
  const document = await download(page, () => part(page, "export-document").click());
  const { format, version, mapping } = JSON.parse(document.bytes.toString("utf8"));
  assert.deepEqual([format, version, mapping.files.map(({ name }) => name)], ["tundish", 1, RUSSIAN]);
  assert.deepEqual(notes, []);
});

test("a chart is as sharp as the screen", needsData, async (t) => {
  const { page } = await reportIn(t, "en-US", { ratio: 2 });
  const sizes = await page.locator("canvas").evaluateAll((all) =>
    all.map((canvas) => ({ drawn: canvas.width, shown: canvas.getBoundingClientRect().width * devicePixelRatio })),
  );
  assert.ok(sizes.length > 5);
  for (const { drawn, shown } of sizes) assert.ok(Math.abs(drawn - shown) <= 2, `${drawn} for ${shown} device pixels`);
});

test("on paper there are figures and no controls", needsData, async (t) => {
  const { page } = await reportIn(t, "en-US", { theme: "dark" });
  await page.emulateMedia({ media: "print" });
  for (const name of ["top-bar", "export", "share", "print", "save-document", "block-menu", "add-block", "measures", "remove-filter"]) {
    assert.equal(await part(page, name).filter({ visible: true }).count(), 0, `${name} is not printed`);
  }
  for (const name of ["report-title", "scope", "kpi", "funnel-table", "breakdown-table", "pivot-table"]) {
    assert.ok(await part(page, name).first().isVisible(), `${name} is printed`);
  }
  // A day is written as the report writes days, not as the browser's own field does.
  const written = page.locator(".on-paper").filter({ visible: true });
  assert.match(await written.first().innerText(), /^\d{1,2}\s[A-Z][a-z]{2}\s\d{4}$/);
  assert.equal(await page.locator(".date-field").filter({ visible: true }).count(), 0);
  // Paper is light, whatever the screen is.
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(paper, "rgb(255, 255, 255)");
  const pdf = await page.pdf({ format: "A4" });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  assert.ok(pages >= 1 && pages <= 8, `${pages} pages`);
});
