// Judged queries, as own_content.txt writes them.
import { readFileSync } from 'node:fs';

/**
 * The queries of a file: [{ who, text, grade }], where grade(url) is 0 to 3 and `grades` has those of all pages of the site that are not 0.
 * `urls` are the addresses that the site has; a judgment of a page that it does not have is a mistake.
 */
export function readQueries(file, urls) {
  const queries = [];
  for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const [, who, text] = /^\? ([\p{L}-]+): (.+)$/u.exec(line) ?? [];
    const [, grade, pattern] = /^([123]) (\/\S*)$/.exec(line) ?? [];
    if (text) queries.push({ who, text, pages: new Map() });
    else if (grade && queries.length > 0) judge(queries.at(-1).pages, Number(grade), pattern, urls, `${file}:${index + 1}`);
    else throw new Error(`${file}:${index + 1}: neither a query nor a judgment: ${line}`);
  }
  for (const { text, pages } of queries) if (![...pages.values()].includes(3)) throw new Error(`${file}: no page answers “${text}”`);
  return queries.map(({ who, text, pages }) => ({ who, text, grade: (url) => pages.get(url) ?? 0, grades: [...pages.values()] }));
}

/** A page that two lines name has the higher grade, so that a pattern can stand for the rest. */
function judge(pages, grade, pattern, urls, where) {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const named = parts.length === 1 ? (urls.has(pattern) ? [pattern] : []) : [...urls].filter((url) => new RegExp(`^${parts.join('[^/]+')}$`).test(url));
  if (named.length === 0) throw new Error(`${where}: the site has no page ${pattern}`);
  for (const url of named) pages.set(url, Math.max(grade, pages.get(url) ?? 0));
}
