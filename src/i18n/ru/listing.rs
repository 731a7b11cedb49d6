//! Russian: what `inspect` writes for programs.

pub const USAGE: &str = "\
tundish inspect ФАЙЛ…                          как записаны файлы, для людей
tundish inspect ФАЙЛ --format json [--typed]   один файл строками JSON, для программ

Каждая строка вывода — одно значение JSON:
  {\"encoding\",\"bom\",\"delimiter\",\"quote\",\"escape\",\"newline\",\"skipped\",\"header\",\"columns\"}
      один раз, первой. encoding: название кодировки по WHATWG. escape: сама кавычка, если кавычки
      удваиваются. newline: LF, CRLF, CR или mixed. skipped: сколько строк над заголовками. header:
      ячейки заголовка как в файле или null. columns:
      {\"name\",\"type\",\"format\",\"decimal\",\"group\",\"ambiguous\",\"note\"}; type: text, number,
      percent, currency, date, datetime, time, boolean; format: например 1.234,56 или DD.MM.YYYY;
      note: что было предположено, и валюта.
  [\"…\",\"…\"]
      строка таблицы: ячейки как в файле, без кавычек, с пробелами, сколько их есть.
      --typed: по значению на столбец. 1234.5 (или \"…\", если цифры не помещаются в double), 0.12
      вместо 12 %, \"2026-11-22\", \"2026-11-22T09:30:00\", true, false, текст без пробелов по краям,
      null вместо того, чего нет или что не удалось прочитать.
  {\"problem\",\"row\",\"line\",\"byte\",\"column\",\"raw\",\"message\"}
      затруднение, сразу за своей строкой; о целых столбцах — за первой строкой вывода. raw: вся
      строка файла для title_line, totals_row, footer_line, second_table, blank_record; лишнее
      для long_row (из самой строки его убирает только --typed); ячейка для unread_cell и bad_bytes.
      row и line считаются с 1, byte с 0: начало записи или сам плохой байт, а в архиве — в самой
      таблице.
  {\"rows\",\"problems\",\"complete\":true}
      один раз, последней.

Код завершения 0: прочитано, возможно, с затруднениями. 2: одна строка {\"error\"} и никаких строк
таблицы.
";
