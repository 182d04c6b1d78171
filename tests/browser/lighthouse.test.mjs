// Lighthouse gives 100 in all four categories, on a phone as it simulates one. Run alone: it measures time.
import { test, before, after } from 'node:test';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { executablePath, flags } from './site/browser.mjs';
import { assertNone } from './site/faults.mjs';
import { pages, root } from './site/pages.mjs';
import { serve } from './site/server.mjs';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const tries = 3;  // of performance: a busy machine makes a page slower, never faster

/** The page with the longest address that fits: the one that is deepest in the site. */
const first = (pattern) => pages.find((page) => pattern.test(page)) ?? pages[0];
const wanted = {
  home: '',
  campaign: first(/^phong-trao\/minh-hoa[^/]*\/$/),
  results: first(/^phong-trao\/minh-hoa[^/]*\/ket-qua\/$/),
  practice: first(/^cach-lam-hay\/[^/]+\/$/),
  deadlines: 'thoi-han/',
};

let server;
let chrome;
before(async () => {
  server = await serve(root);
  chrome = await launch({ chromePath: executablePath, chromeFlags: flags, ignoreDefaultFlags: false, logLevel: 'silent' });
});
after(async () => {
  await chrome?.kill();
  await server?.close();
});

async function audit(address, onlyCategories) {
  const { lhr } = await lighthouse(`${server.origin}/${address}`, { port: chrome.port, onlyCategories, output: 'json', logLevel: 'silent' });
  return lhr;
}

/** What keeps a category from 100. */
function lost(lhr, category) {
  const { score, auditRefs } = lhr.categories[category];
  if (score === 1) return [];
  const failed = auditRefs.filter(({ id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 1)
    .map(({ id }) => `${id}: ${lhr.audits[id].displayValue ?? lhr.audits[id].title}${details(lhr.audits[id])}`);
  return [`${category} ${Math.round((score ?? 0) * 100)}: ${failed.join('; ')}`];
}

const details = ({ details }) => (details?.items ?? []).slice(0, 3).map((item) => ` [${item.node?.selector ?? item.description ?? item.url ?? ''}]`).join('');

for (const [kind, address] of Object.entries(wanted)) {
  test(`lighthouse: 100 four times on ${kind}, /${address}`, async (t) => {
    const lhr = await audit(address, categories);
    const faults = categories.slice(1).flatMap((category) => lost(lhr, category));
    let slow = lost(lhr, 'performance');
    for (let again = 1; slow.length > 0 && again < tries; ++again) slow = lost(await audit(address, ['performance']), 'performance');
    t.diagnostic(categories.map((category) => `${category} ${Math.round(lhr.categories[category].score * 100)}`).join(', '));
    assertNone([...faults, ...slow]);
  });
}
