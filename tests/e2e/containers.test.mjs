// Tables inside of other files: workbooks, archives, pages called .xls, the clipboard. What is no table is refused.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { deflateRawSync, gzipSync } from "node:zlib";
import { recordingProxy } from "./proxy.mjs";
import { dropFiles, offlineChromium, openApp, part, temporaryFolder, waitForPart } from "./support.mjs";

const CSV = "Deal ID,Created,Stage,Amount\n1,2026-01-05,Won,100.5\n2,2026-01-06,New,7\n";

function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** A ZIP archive of texts by name. */
function zip(files) {
  const [heads, directory] = [[], []];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(text)];
    const packed = deflateRawSync(bytes);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x800, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    heads.push(Buffer.from("PK\x03\x04"), shared, path, packed);
    directory.push(Buffer.from("PK\x01\x02\x14\0"), shared, place, path);
    at += 30 + path.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(heads.length / 4, 8);
  end.writeUInt16LE(heads.length / 4, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...heads, list, end]);
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A workbook of two sheets; days are serial numbers with a format, shares are percent. */
function workbook() {
  const text = (place, words) => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const sheet = (id, day) =>
    `<worksheet xmlns="${SHEETS}"><sheetData><row r="1">${text("A1", "ID")}${text("B1", "Создана")}${text("C1", "Доля")}</row>` +
    `<row r="2">${text("A2", id)}<c r="B2" s="1"><v>${day}</v></c><c r="C2" s="2"><v>0.07</v></c></row></sheetData></worksheet>`;
  const link = (id, type, target) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return zip({
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}">${link("a", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets><sheet name="Январь" sheetId="1" r:id="a"/><sheet name="Февраль" sheetId="2" r:id="b"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}">${link("a", "worksheet", "worksheets/sheet1.xml")}${link("b", "worksheet", "worksheets/sheet2.xml")}${link("c", "styles", "styles.xml")}</Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${SHEETS}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": sheet("0017", 46027),
    "xl/worksheets/sheet2.xml": sheet("0018", 46058),
  });
}

const PAGE = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><table>
  <tr><th>Deal ID</th><th>Сумма</th></tr><tr><td>1</td><td>1&nbsp;500,50</td></tr><tr><td>2</td><td>7,00<script>window.pageRan = 1</script></td></tr></table></body></html>`;

const file = (page, name) => page.locator(`[data-part="file"][data-name="${name}"]`);
const ready = (page, name) => page.locator(`[data-part="file"][data-name="${name}"][data-status="ready"]`).waitFor();

/** The cells of the preview, headers aside. */
async function preview(page, name) {
  await file(page, name).locator("button.plain").click();
  return part(page, "file-preview").locator("tbody tr").first().innerText();
}

function write(t, files) {
  const folder = temporaryFolder(t);
  return Object.entries(files).map(([name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
}

test("what people drop is read, whatever it is wrapped in", async (t) => {
  const proxy = await recordingProxy(t);
  const { page, notes } = await openApp(t, { proxy });
  const atLoad = proxy.requests.length;
  await dropFiles(page, "file-drop", write(t, {
    "deals.csv.gz": gzipSync(CSV),
    "two.zip": zip({ "a.csv": CSV, "b.csv": CSV, "__MACOSX/._a.csv": "x" }),
    "bitrix.xls": PAGE,
  }));
  for (const name of ["deals.csv.gz", "two.zip/a.csv", "two.zip/b.csv", "bitrix.xls"]) await ready(page, name);
  assert.equal(await part(page, "file").count(), 4);
  assert.match(await preview(page, "two.zip/b.csv"), /1\s+2026-01-05\s+Won\s+100\.5/);
  assert.match(await preview(page, "bitrix.xls"), /1\s+1.500,50/);
  assert.equal(await page.evaluate(() => window.pageRan), undefined);
  assert.deepEqual(proxy.requests.slice(atLoad), [], "none of these needs more than the page");

  await dropFiles(page, "file-drop", write(t, { "report.xlsx": workbook(), "again.xlsx": workbook() }));
  for (const name of ["report.xlsx", "again.xlsx"]) await ready(page, name);
  assert.match(await preview(page, "report.xlsx"), /0017\s+2026-01-05\s+7%/);
  const loaded = proxy.requests.slice(atLoad);
  assert.equal(loaded.length, 1, `the reader of workbooks, once: ${JSON.stringify(loaded)}`);
  assert.deepEqual(notes, []);
});

test("the one file reads a workbook without a network", async (t) => {
  const executable = offlineChromium(t);
  const app = await openApp(t, { form: "single", ...(executable ? { executable } : { proxy: await recordingProxy(t) }) });
  await dropFiles(app.page, "file-drop", write(t, { "report.xlsx": workbook() }));
  await ready(app.page, "report.xlsx");
  assert.match(await preview(app.page, "report.xlsx"), /0017\s+2026-01-05\s+7%/);
  assert.equal(await part(app.page, "requests").getAttribute("data-count"), "0");
  assert.deepEqual(app.notes, []);
});

test("cells that were copied in a spreadsheet are pasted as a file", async (t) => {
  const { page, notes } = await openApp(t);
  const paste = (selector, text) =>
    page.evaluate(([where, what]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", what);
      document.querySelector(where).dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, [selector, text]);
  await waitForPart(page, "file-drop");
  await paste("body", "Deal ID\tAmount\n1\t5\n2\t6\n");
  await ready(page, "Pasted 1");
  await part(page, "paste").press("Enter");
  await waitForPart(page, "paste-here");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.part), "paste-here");
  await paste('[data-part="paste-here"]', "Day\tCost\n2026-01-05\t6\n");
  await ready(page, "Pasted 2");
  assert.equal(await part(page, "paste-here").count(), 0);
  await paste("body", "just a word");
  assert.equal(await part(page, "file").count(), 2);

  // What comes without a paste event is typed, and taken by a button.
  await part(page, "paste").press("Enter");
  await part(page, "paste-here").fill("just a word");
  await part(page, "paste-add").click();
  await waitForPart(page, "paste-refused");
  assert.equal(await part(page, "file").count(), 2);
  await part(page, "paste-here").fill("Day;Cost\n2026-01-06;7\n");
  await part(page, "paste-add").click();
  await ready(page, "Pasted 3");
  // The focus stays among the files when one is removed.
  await part(page, "remove-file").nth(2).click();
  await page.waitForFunction(() => document.activeElement.dataset.part === "remove-file");
  assert.deepEqual(notes, []);
});

test("what is no table is refused by its name, with what to do", async (t) => {
  const { page } = await openApp(t);
  await dropFiles(page, "file-drop", write(t, {
    "logo.png": Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
    "photos.zip": zip({ "a.png": Buffer.from("89504e470d0a1a0a", "hex") }),
    "broken.csv.gz": gzipSync(CSV).subarray(0, 40),
    "page.html": "<html><body>Sign in</body></html>",
  }));
  const errors = part(page, "file-error");
  await errors.nth(3).waitFor();
  const said = (await errors.allInnerTexts()).join("\n");
  for (const words of [/PNG file/, /GZIP file can’t be opened: it ends too early/, /web page \(HTML\) without a table/]) assert.match(said, words);
});
