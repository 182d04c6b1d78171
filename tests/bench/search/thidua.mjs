// Ours: typed into the field of the page /tim-kiem/, and read from its list, as a visitor does.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const name = 'thidua';

/** What a visitor loads before the first query and what that query needs too: the module that the search page names. */
export function neededBefore(site) {
  const found = /<script type="module" src="\.\.(\/[^"]+)"/.exec(readFileSync(join(site, 'tim-kiem/index.html'), 'utf8'));
  if (!found) throw new Error('the page /tim-kiem/ names no module');
  return [found[1]];
}

/** A search in a fresh browser page: (query) → `urls` of the first ten results, best first, and `after`: milliseconds from the last byte on. */
export async function open(page, host) {
  await page.goto(`${host.base}/tim-kiem/`);
  return (query) => page.evaluate(async (asked) => {
    performance.clearResourceTimings();
    const start = performance.now();
    const area = document.getElementById('tim-duoc');
    document.getElementById('q').value = asked;
    document.querySelector('form.search').requestSubmit();
    while (area.hidden || area.querySelector('[role=status]').textContent === area.dataset.looking) await new Promise((resolve) => { requestAnimationFrame(resolve); });
    const lastByte = Math.max(start, ...performance.getEntriesByType('resource').map((entry) => entry.responseEnd));
    return { urls: [...area.querySelectorAll('.found-list .card-title a')].map((link) => link.pathname), after: performance.now() - lastByte };
  }, query);
}
