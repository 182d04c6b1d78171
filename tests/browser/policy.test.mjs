// The policy holds on every page: nothing violates it, nothing is said on the console, nothing is asked of another host.
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { visit } from './site/browser.mjs';
import { assertNone } from './site/faults.mjs';
import { fileOf, pages, quick, redirects, samples, text } from './site/pages.mjs';

const site = visit();
const budget = 50 * 1024;

/** Waits until a page's scripts have had their turn. */
const quiet = (page) => page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 30))));

/** Notes what a page does that a reader never asked for; `faults` grows while it is open. */
function watch(page, faults, at) {
  page.on('console', (message) => faults.push(`/${at.page}: console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`/${at.page}: script error: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== site.origin && url.protocol !== 'data:') faults.push(`/${at.page}: asked for ${url.href}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && at.page !== '404.html') faults.push(`/${at.page}: ${response.status()} for ${response.url()}`);
  });
}

test('policy: every page has one that begins with default-src none and trusts no inline code but its own data', () => {
  const faults = [];
  for (const page of pages) {
    const html = text(fileOf(page));
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1].replaceAll('&#39;', "'");
    const data = [...html.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)].map(([, json]) => `'sha256-${createHash('sha256').update(json).digest('base64')}'`);
    if (!policy) faults.push(`/${page}: no policy`);
    else if (!policy.startsWith("default-src 'none'")) faults.push(`/${page}: ${policy}`);
    else if ((policy.match(/'sha\d+-[^']*'/g) ?? []).some((hash) => !data.includes(hash))) faults.push(`/${page}: a hash of something else: ${policy}`);
    else if (/unsafe-|https?:|\*|nonce-/.test(policy)) faults.push(`/${page}: too much is allowed: ${policy}`);
  }
  assertNone(faults);
});

test('policy: no page violates it, writes to the console, sets a cookie or asks another host', async () => {
  const faults = [];
  const at = { page: '' };
  await site.withPage({ viewport: { width: 390, height: 844 } }, async (page) => {
    watch(page, faults, at);
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => console.error(`${event.violatedDirective}: ${event.blockedURI}`));
    });
    for (at.page of (quick ? samples : pages).filter((one) => !redirects(one))) {
      await site.open(page, at.page);
      await quiet(page);
    }
    for (const { name } of await page.context().cookies()) faults.push(`cookie ${name}`);
  });
  assertNone(faults);
});

test('policy: the first view of each kind of page is within 50 KB as a browser receives it', async (t) => {
  const faults = [];
  const sizes = [];
  await site.withPage({ viewport: { width: 390, height: 844 } }, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    let received = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => { received += encodedDataLength; });
    for (const address of samples) {
      received = 0;
      await site.open(page, address);
      await quiet(page);
      sizes.push({ address, received });
      if (received > budget) faults.push(`/${address}: ${received} bytes`);
    }
  });
  sizes.sort((a, b) => b.received - a.received);
  for (const { address, received } of sizes.slice(0, 5)) t.diagnostic(`/${address}: ${received} bytes with headers`);
  assertNone(sizes.at(-1).received > 0 ? faults : ['nothing was received']);
});
