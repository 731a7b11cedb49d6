// Hands and eyes for the mapping and the report: choosing in the interface, and reading figures as they are shown.
// A figure is { value, text }: `data-value` with all its digits (null where there is none) and the text for people.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DATA, dropFiles, openApp, part, temporaryFolder, waitForPart } from "./support.mjs";

/** The real files of a data set, by path. */
export const realFiles = (set, names) => names.map((name) => join(DATA, set, name));
export const MAVEN = ["sales_pipeline.csv", "accounts.csv", "products.csv", "sales_teams.csv"];
export const RUSSIAN = ["bitrix_deals.csv", "yandex_direct_costs.csv"];

/** For the options of a test that reads the real files. */
export const needsData = { skip: DATA ? false : "shared/data is not here" };

/** The figures that others computed from a data set. */
export const expectedFigures = (set) => JSON.parse(readFileSync(join(DATA, set, "expected.json"), "utf8")).figures;

/** Keys of dimensions, as the choices hold them. */
export const column = (file, header) => JSON.stringify({ column: { file, header } });
export const created = (grain) => JSON.stringify({ created: grain });
export const closed = (grain) => JSON.stringify({ closed: grain });

/** Drops files and waits until all of them are read. */
export async function dropAndRead(page, paths) {
  const before = await part(page, "file").count();
  await dropFiles(page, "file-drop", paths);
  await allRead(page, before + paths.length);
  // The preview comes part by part.
  await page.waitForSelector('[data-part="file-preview"][aria-busy="false"]');
}

export const allRead = (page, count) =>
  page.waitForFunction(
    (wanted) => document.querySelectorAll('[data-part="file"][data-status="ready"]').length === wanted,
    count,
  );

/** From the data screen to the mapping, once the proposals are shown. */
export async function toMapping(page) {
  await part(page, "continue").click();
  await waitForPart(page, "preview-stage");
}

/** From the mapping to the finished report. */
export async function toReport(page) {
  await part(page, "build").click();
  await reportReady(page);
}

/** The report answers the document as it stands now. */
export const reportReady = (page) =>
  page.waitForSelector('[data-part="report-screen"][data-state="built"][aria-busy="false"]', { timeout: 30_000 });

/** Chooses in a select of the report and waits for the answer. */
export async function choose(select, value) {
  await select.selectOption(value);
  await reportReady(select.page());
}

/** The report over files of these texts, by name, with one more block. */
export async function withBlock(t, files, kind, options = {}) {
  const { page, notes } = await openApp(t, options);
  const folder = temporaryFolder(t);
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  await dropAndRead(page, paths);
  await toMapping(page);
  await toReport(page);
  await page.locator(`[data-part="add-block"][data-kind="${kind}"]`).click();
  await reportReady(page);
  const block = blockOf(page, kind);
  await block.waitFor();
  return { page, notes, block };
}

/** Ticks exactly these measures in the block's list, in their order where they are added. */
export async function setMeasures(block, wanted) {
  const page = block.page();
  await block.locator('[data-part="measures"]').click();
  const boxes = block.locator('[data-part="pick-measure"]');
  const tick = async (key, on) => {
    await block.locator(`[data-part="pick-measure"][data-measure="${key}"]`).setChecked(on);
    await reportReady(page);
  };
  const ticked = () => boxes.evaluateAll((all) => all.filter((b) => b.checked).map((b) => b.dataset.measure));
  // What stays is added first: one tick is always left.
  for (const key of wanted) await tick(key, true);
  for (const key of await ticked()) if (!wanted.includes(key)) await tick(key, false);
  await page.keyboard.press("Escape");
}

/** The first block of a kind: "kpis", "funnel", "breakdown", "trend" or "pivot". */
export const blockOf = (page, kind) => part(page, `${kind}-block`).first();

/** What a cell or card shows, without the mark of a caution. */
const figure = ([exact, text]) => ({
  value: exact ? Number(exact) : null,
  text: text.replace(/\*$/, "").replaceAll("\u00a0", " ").trim(),
});
const figures = (cells) => Object.fromEntries(cells.map(([key, ...cell]) => [key, figure(cell)]));

/** measure → figure. */
export const cards = async (page) =>
  figures(
    await part(page, "kpi").evaluateAll((all) =>
      all.map((card) => [card.dataset.measure, card.dataset.value, card.querySelector('[data-part="kpi-value"]').textContent]),
    ),
  );

/** { dimension, rows: [{ label, key, cells: measure → figure }], total: measure → figure }. */
export async function breakdown(block) {
  const table = await block.evaluate((element) => {
    const heads = [...element.querySelectorAll("thead th")];
    const keys = heads.map((head) => head.querySelector("[data-key]")?.dataset.key);
    const cells = (row) =>
      [...row.children].map((cell, i) => [keys[i], cell.dataset.value, cell.textContent]).filter(([key]) => key);
    const row = (r) => ({ label: r.dataset.label, key: r.dataset.key, cells: cells(r) });
    return {
      dimension: heads[0].textContent.trim(),
      rows: [...element.querySelectorAll('[data-part="breakdown-row"]')].map(row),
      total: cells(element.querySelector('[data-part="breakdown-total"]')),
    };
  });
  const rows = table.rows.map((row) => ({ ...row, cells: figures(row.cells) }));
  return { ...table, rows, total: figures(table.total) };
}

/** Cells by the name of the group, which other tools may write in other letters. */
export function byName(rows) {
  const named = new Map(rows.map((row) => [row.key === "" ? "(empty)" : row.label.toLowerCase(), row.cells]));
  return (name) => named.get(name.toLowerCase());
}

/** [{ stage, cells: [reached, of previous, of first, …] }]. */
export async function funnel(page) {
  const rows = await blockOf(page, "funnel").evaluate((element) =>
    [...element.querySelectorAll('[data-part="funnel-stage"]')].map((row) => ({
      stage: row.dataset.stage,
      cells: [...row.querySelectorAll("td")].map((cell) => [cell.dataset.value, cell.textContent]),
    })),
  );
  return rows.map(({ stage, cells }) => ({ stage, cells: cells.map(figure) }));
}

/** [{ start, cells: measure → figure }]. */
export async function trend(block) {
  const rows = await block.evaluate((element) => {
    const keys = element.querySelector('[data-part="trend-table"]').dataset.measures.split(" ");
    return [...element.querySelectorAll('[data-part="trend-row"]')].map((row) => ({
      start: row.dataset.start,
      cells: [...row.querySelectorAll("td")].map((cell, i) => [keys[i], cell.dataset.value, cell.textContent]),
    }));
  });
  return rows.map(({ start, cells }) => ({ start, cells: figures(cells) }));
}

/** { columns: [name], rows: [{ names, cells }], totals }: cells by column, the total column last; without subtotals. */
export async function pivot(block) {
  const table = await block.evaluate((element) => {
    const texts = (all) => [...all].map((one) => one.textContent.trim());
    const cells = (row) => [...row.querySelectorAll("td")].map((cell) => [cell.dataset.value, cell.textContent]);
    // A name that the row above has too is not shown again.
    const row = (r) => ({ names: r.dataset.label.split(" · "), cells: cells(r) });
    const rows = [...element.querySelectorAll('[data-part="pivot-row"]')];
    const depth = Math.max(...rows.map((r) => Number(r.dataset.level)));
    return {
      columns: texts(element.querySelectorAll('thead [data-part="sort"]')),
      rows: rows.filter((r) => Number(r.dataset.level) === depth).map(row),
      totals: cells(element.querySelector('[data-part="pivot-total"]')),
    };
  });
  return {
    columns: table.columns.map((name) => name.replaceAll("\u00a0", " ").replace(/ ?[▴▾]$/, "")),
    rows: table.rows.map(({ names, cells }) => ({ names, cells: cells.map(figure) })),
    totals: table.totals.map(figure),
  };
}

/** Every figure of the report screen with its place, to compare two reports as a whole. */
export const allFigures = (page) =>
  part(page, "report-screen").evaluate((screen) => {
    const place = (element) => {
      const block = element.closest("[data-block]")?.dataset.block ?? "";
      const { part, measure, label, stage, start } = element.closest("[data-part]").dataset;
      return [block, part, measure ?? label ?? stage ?? start ?? ""].join(" ");
    };
    return [...screen.querySelectorAll("[data-value]")].map((element) => `${place(element)}: ${element.dataset.value}`);
  });
