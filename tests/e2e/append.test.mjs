// Monthly exports as one table: counted file by file, the overlap shown and given out, taken apart and put together.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parseCsv } from "./csv.mjs";
import { cards, dropAndRead, toMapping, toReport } from "./report.mjs";
import { download, openApp, part, temporaryFolder } from "./support.mjs";

const two = (n) => String(n).padStart(2, "0");
const HEADER = "Deal ID,Create date,Close date,Deal stage,Amount,Source,Last modified date";

/** Deals of a month; every third is won. */
function deals(month, first, count, modified) {
  return Array.from({ length: count }, (_, i) => {
    const won = i % 3 === 0;
    const day = `2026-${two(month)}-${two((i % 28) + 1)}`;
    const closed = won ? `2026-${two(month + 1)}-15` : "";
    return `D${first + i},${day},${closed},${won ? "Closed won" : "Qualified"},${100 + i},Google,${modified}`;
  });
}

function monthlyFiles(folder) {
  const january = deals(1, 1, 30, "2026-02-01 09:00");
  const february = deals(2, 31, 40, "2026-03-01 09:00");
  // The later export brings ten deals of January again, changed since.
  const again = deals(1, 1, 10, "2026-03-01 09:00");
  return [["deals-2026-01.csv", january], ["deals-2026-02.csv", [...february, ...again]]].map(([name, rows]) => {
    const path = join(folder, name);
    writeFileSync(path, `${[HEADER, ...rows].join("\n")}\n`);
    return path;
  });
}

test("two monthly exports are one table, and what overlaps is counted once", async (t) => {
  const { page, notes } = await openApp(t);
  await dropAndRead(page, monthlyFiles(temporaryFolder(t)));
  await part(page, "file-group").waitFor();
  const members = await part(page, "member").evaluateAll((rows) =>
    rows.map((row) => [row.dataset.name, ...[...row.querySelectorAll("td.num")].map((cell) => cell.textContent)]),
  );
  // Read, counted, overlap, copies left out.
  assert.deepEqual(members, [
    ["deals-2026-01.csv", "30", "20", "10", "0"],
    ["deals-2026-02.csv", "50", "50", "0", "0"],
  ]);
  await part(page, "show-left").click();
  await part(page, "left-rows").waitFor();
  const { bytes } = await download(page, () => part(page, "download-left").click());
  const rows = parseCsv(bytes.toString("utf8"), ",");
  assert.equal(rows.length, 11);
  assert.ok(rows.slice(1).every((row) => row[0] === "deals-2026-01.csv"), "the older version of a deal");

  await toMapping(page);
  await toReport(page);
  const joined = await cards(page);
  assert.equal(joined.leads.value, 70);
  assert.deepEqual(notes, []);
});

test("files that were put together are taken apart and put together again", async (t) => {
  const { page, notes } = await openApp(t);
  await dropAndRead(page, monthlyFiles(temporaryFolder(t)));
  await part(page, "split-files").click();
  await part(page, "join-files").waitFor();
  assert.equal(await part(page, "member").count(), 0);
  await part(page, "join-files").click();
  await part(page, "split-files").waitFor();
  assert.equal(await part(page, "member").count(), 2);
  assert.deepEqual(notes, []);
});
