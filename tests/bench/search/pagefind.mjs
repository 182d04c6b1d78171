// The peer. Asked as its own page asks it: the records of the ten results that are shown are fetched.
export const name = 'Pagefind 1.6.0';

/** What a visitor loads before the first query and what that query needs too; its module comes with the first query. */
export const neededBefore = () => [];

/** A search in a fresh browser page: (query) → `urls` of the first ten results, best first, and `after`: milliseconds from the last byte on. */
export async function open(page, host) {
  await page.goto(host.base + host.blank);
  return (query) => page.evaluate(async (asked) => {
    performance.clearResourceTimings();
    const start = performance.now();
    const pagefind = await import('/pagefind/pagefind.js');
    const { results } = await pagefind.search(asked);
    const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    const lastByte = Math.max(start, ...performance.getEntriesByType('resource').map((entry) => entry.responseEnd));
    return { urls: shown.map(({ raw_url: url, url: whole }) => url ?? whole), after: performance.now() - lastByte };
  }, query);
}
