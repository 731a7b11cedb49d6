//! English: what `inspect` writes for programs.

pub const USAGE: &str = "\
tundish inspect FILE…                          how files are written, for people
tundish inspect FILE --format json [--typed]   one file as JSON lines, for programs

The lines, each one JSON value:
  {\"encoding\",\"bom\",\"delimiter\",\"quote\",\"escape\",\"newline\",\"skipped\",\"header\",\"columns\"}
      once, first. encoding: its WHATWG label. escape: the quote itself where quotes are doubled.
      newline: LF, CRLF, CR or mixed. skipped: lines above the header. header: its cells as in the
      file, or null. columns: {\"name\",\"type\",\"format\",\"decimal\",\"group\",\"ambiguous\",\"note\"};
      type: text, number, percent, currency, date, datetime, time, boolean; format: such as
      1.234,56 or DD.MM.YYYY; note: what was assumed, and the currency.
  [\"…\",\"…\"]
      a row: its cells as in the file, quotes taken off, blanks kept, as many as the row has.
      --typed: a value for each column. 1234.5 (or \"…\", where a double does not hold the digits),
      0.12 for 12 %, \"2026-11-22\", \"2026-11-22T09:30:00\", true, false, trimmed text, null for what
      is missing or could not be read.
  {\"problem\",\"row\",\"line\",\"byte\",\"column\",\"raw\",\"message\"}
      a trouble, behind its row; troubles of whole columns behind the first line. raw: the line as
      written for title_line, totals_row, footer_line, second_table, blank_record; the surplus cells
      for long_row, which only --typed takes off the row; the cell for unread_cell and bad_bytes.
      row and line count from 1. byte counts from 0: where the record begins, or the bad byte, in
      the table itself where the file is an archive.
  {\"rows\",\"problems\",\"complete\":true}
      once, last.

Exit code 0: read, perhaps with problems. 2: one line {\"error\"}, and no rows.
";
