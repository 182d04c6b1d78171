// The peer. Asked as its own page asks it: the records of the ten results that are shown are fetched.
export const name = 'Pagefind 1.6.0';

/** Where its module is on the site in that folder. */
export const moduleOf = () => '/pagefind/pagefind.js';

/** Runs in the browser: the addresses of the first ten results, best first. */
export async function ask({ module, query }) {
  const pagefind = await import(module);
  const { results } = await pagefind.search(query);
  const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return shown.map(({ raw_url: url, url: whole }) => url ?? whole);
}
