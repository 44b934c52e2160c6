export type CsvCell = string | number | boolean | null;

/**
 * Comma-separated text by RFC 4180, CRLF at line ends, with a byte-order mark so that spreadsheets read it as UTF-8.
 * A text that a spreadsheet would run as a formula gets an apostrophe in front: names come from upstream and
 * may have been chosen by anybody.
 */
export function toCsv(head: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  let out = `\uFEFF${head.map(cell).join(",")}\r\n`;
  for (const row of rows) out += `${row.map(cell).join(",")}\r\n`;
  return out;
}

function cell(value: CsvCell): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = /^[\s\p{Cf}\0]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
  return /["',;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
