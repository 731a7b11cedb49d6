// Reads what the app wrote as CSV, strictly: a byte order mark, lines that end with CRLF, quotes doubled inside quotes.

/** Rows of cells. */
export function parseCsv(text, separator) {
  if (!text.startsWith("\ufeff")) throw new Error("no byte order mark");
  const rows = [[]];
  const plain = new RegExp(`^[^${separator}"\r\n]*`);
  for (let rest = text.slice(1); rest !== ""; ) {
    const quoted = rest.match(/^"((?:[^"]|"")*)"/);
    const cell = quoted ? quoted[0] : rest.match(plain)[0];
    rows.at(-1).push(quoted ? quoted[1].replaceAll('""', '"') : cell);
    rest = rest.slice(cell.length);
    const end = [separator, "\r\n"].find((sign) => rest.startsWith(sign));
    if (!end) throw new Error(`neither ${separator} nor a line end before ${JSON.stringify(rest.slice(0, 20))}`);
    rest = rest.slice(end.length);
    if (end === "\r\n" && rest !== "") rows.push([]);
  }
  return rows;
}
