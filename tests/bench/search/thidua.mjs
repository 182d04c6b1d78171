// Ours: the module that the page /tim-kiem/ names, with `export async function search(query)` → [{ url }] or [url], best first.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const name = 'thidua';

/** Where its module is on the site in that folder. */
export function moduleOf(site) {
  const scripts = [...readFileSync(join(site, 'tim-kiem/index.html'), 'utf8').matchAll(/<script type="module" src="([^"]+)"/g)];
  const found = scripts.map(([, src]) => new URL(src, 'http://host/tim-kiem/').pathname).find((path) => /\/(search|tim-kiem)[^/]*\.m?js$/.test(path));
  if (!found) throw new Error('the page /tim-kiem/ names no module of the search');
  return found;
}

/** Runs in the browser: the addresses of the first ten results, best first. */
export async function ask({ module, query }) {
  const { search } = await import(module);
  const results = await search(query);
  return results.slice(0, 10).map((result) => new URL(result.url ?? result, location.origin).pathname);
}
