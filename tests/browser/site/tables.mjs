// The tables of open data as rows of named cells, and numbers as the pages write them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** The rows of a CSV file below the folder of a built site: `{ column: text }`. */
export const rowsOf = (root, file) => parse(readFileSync(join(root, file)), { columns: true });

/** "93,5%" or "1.234" -> 93.5, 1234. */
export const numberIn = (words) => Number(/-?\d[\d.]*(?:,\d+)?/.exec(words)?.[0].replaceAll('.', '').replace(',', '.'));

const day = 864e5;

/** Days since 1970 of a date, "2025-03-31". */
export const daysOf = (date) => Date.parse(date) / day;

/** Whether two numbers are the same but for the rounding of a coordinate. */
export const near = (a, b, by = 0.06) => Math.abs(a - b) <= by;

/** The dated deadlines of a campaign: of each milestone and year the last word of the table of deadlines, less what was withdrawn. */
export function inForce(deadlines, campaign) {
  const last = new Map();
  for (const row of deadlines.filter((one) => one.campaign === campaign)) {
    const key = `${row.milestone} ${row.year}`;
    if (!last.has(key) || row.holds_from > last.get(key).holds_from) last.set(key, row);
  }
  return [...last.values()].filter((row) => row.last_day && !row.withdrawn);
}
