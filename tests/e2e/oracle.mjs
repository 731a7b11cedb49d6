// Compares what the page shows with the figures that others computed: the exact value, and that its text is the value
// rounded. Not here: where on the page a figure stands (report.mjs).
import assert from "node:assert/strict";
import { expectedFigures } from "./report.mjs";

/** Words for powers of ten, as cards write them. */
const POWERS = { k: 1e3, M: 1e6, B: 1e9, "тыс.": 1e3, млн: 1e6, млрд: 1e9 };

/** Reads a figure as people do: { value, unit: what the last digit shown stands for, percent }. */
export function readShown(text, locale) {
  const [group, sign] = locale === "en" ? [",", "."] : [" ", ","];
  const number = text.match(locale === "en" ? /\d[\d,]*(\.\d+)?/ : /\d[\d ]*(,\d+)?/);
  if (!number) return null;
  const digits = number[0].trim().replaceAll(group, "").replace(sign, ".");
  const after = text.slice(number.index + number[0].length);
  const word = Object.keys(POWERS).find((w) => new RegExp(`^\\s*${w.replace(".", "\\.")}(\\s|$)`).test(after));
  const percent = after.includes("%");
  const scale = (word ? POWERS[word] : 1) / (percent ? 100 : 1);
  const minus = /^[^\d]*[−-]/.test(text) ? -1 : 1;
  const decimals = digits.split(".")[1]?.length ?? 0;
  return { value: minus * Number(digits) * scale, unit: scale / 10 ** decimals, scale, percent };
}

/** Whether a text is the value rounded: to three digits at least, or one decimal of a percent, or two of a number. */
export function isRounded(text, value, locale) {
  if (value === null) return text === "–";
  const shown = readShown(text, locale);
  if (!shown) return false;
  const third = value === 0 ? 0 : 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2);
  const finest = (shown.percent ? 0.1 : 0.01) * shown.scale;
  const tolerance = Math.min(shown.unit, Math.max(third, finest)) / 2;
  return Math.abs(shown.value - value) <= tolerance * (1 + 1e-9);
}

export class Oracle {
  constructor(set, locale) {
    this.set = set;
    this.locale = locale;
    this.figures = expectedFigures(set);
    this.compared = 0;
    this.tables = new Set();
  }

  /** The expected value at a path such as `by_agent/3/won`. */
  expected(path) {
    return path.split("/").reduce((here, key) => here?.[key], this.figures);
  }

  /** A figure of the page against the expected one: 1e-6 relative, or equal where that one has six decimals. */
  check(path, found) {
    const expected = this.expected(path);
    const say = `${this.set}: ${path} is ${JSON.stringify(found)}, expected ${expected}`;
    assert.ok(found && expected !== undefined, say);
    if (expected === null) assert.equal(found.value, null, say);
    else {
      const rounded = Math.round(found.value * 1e6) / 1e6;
      assert.ok(found.value !== null && (Math.abs(found.value - expected) <= 1e-6 * Math.abs(expected) || rounded === expected), say);
    }
    assert.ok(isRounded(found.text, found.value, this.locale), `${say}: the text is not the value rounded`);
    this.compared += 1;
    this.tables.add(path.split("/")[0]);
  }

  /** Groups of a table against rows of the page: every group there, none besides. `fields`: measure → field. */
  checkGroups(path, rows, cellsOf, fields, name = "group") {
    const expected = this.expected(path);
    assert.equal(rows.length, expected.length, `${this.set}: rows of ${path}`);
    expected.forEach((group, at) => {
      const cells = cellsOf(group[name]);
      assert.ok(cells, `${this.set}: ${path} has no row ${group[name]}`);
      for (const [measure, field] of Object.entries(fields)) this.check(`${path}/${at}/${field}`, cells[measure]);
    });
  }

  /** A pivot with one dimension a side and one measure, totals included. */
  checkPivot(path, pivot, columnName = (name) => name) {
    const { rows, cols } = this.expected(path);
    const groups = pivot.columns.slice(0, -1);
    assert.deepEqual(new Set(groups), new Set(cols.map(columnName)), `${this.set}: columns of ${path}`);
    assert.equal(pivot.rows.length, rows.length, `${this.set}: rows of ${path}`);
    const at = cols.map((name) => groups.indexOf(columnName(name)));
    const rowOf = (name) => pivot.rows.find(({ names }) => names[0].toLowerCase() === name.toLowerCase())?.cells;
    rows.forEach((name, r) => {
      const cells = rowOf(name) ?? [];
      cols.forEach((_, c) => this.check(`${path}/cells/${r}/${c}`, cells[at[c]]));
      this.check(`${path}/row_totals/${r}`, cells[cols.length]);
    });
    cols.forEach((_, c) => this.check(`${path}/col_totals/${c}`, pivot.totals[at[c]]));
    this.check(`${path}/grand_total`, pivot.totals[cols.length]);
  }

  close() {
    const untouched = Object.keys(this.figures).filter((key) => !this.tables.has(key));
    console.log(`${this.set}: ${this.compared} figures of the page compared; not compared: ${untouched.join(", ")}`);
  }
}
