// Whatever is typed, and whatever becomes of the index: a sentence that says what happened, a way on, no exception, nothing injected.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from '../site/browser.mjs';
import { naughty } from './naughty.mjs';

const site = visit();
const status = (page) => page.locator('[role=status]');
const ended = (page) => page.waitForFunction(() => {
  const area = document.getElementById('tim-duoc');
  return area.hidden || !['', area.dataset.looking].includes(document.querySelector('[role=status]').textContent);
});

/** What went wrong on a page: exceptions, dialogs, elements that nobody wrote. */
function watch(page) {
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', (dialog) => { faults.push(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('console', (message) => { if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(message.text()); });
  return faults;
}

test('search: each of the naughty strings is answered in words', async () => {
  await site.withPage({}, async (page) => {
    const faults = watch(page);
    await site.open(page, 'tim-kiem/');
    for (const query of naughty) {
      await page.evaluate((typed) => {
        document.getElementById('q').value = typed;
        document.querySelector('form.search').requestSubmit();
      }, query);
      await ended(page);
      const { strange, said, hidden } = await page.evaluate(() => ({
        strange: document.querySelectorAll('main script:not([src]), main iframe, main img, main svg, main style, main [onerror], main [onload]').length,
        said: document.querySelector('[role=status]').textContent,
        hidden: document.getElementById('tim-duoc').hidden,
      }));
      assert.equal(strange, 0, `something was injected by ${query}`);
      assert.ok(hidden || said.length > 10, `nothing was said to ${query}`);
    }
    assert.deepEqual(faults, []);
  });
});

/** Asks with part of the index replaced: `change` gets a route and may answer it. */
async function askWith(pattern, change) {
  return site.withPage({}, async (page) => {
    const faults = watch(page);
    await page.route(pattern, change);
    await site.open(page, `tim-kiem/?q=${encodeURIComponent('thi đua')}`);
    await ended(page);
    assert.deepEqual(faults, []);
    assert.ok(await page.locator('#tim-duoc a[href="#danh-muc"]').isVisible(), 'there is no way on');
    return { said: await status(page).textContent(), damaged: await page.locator('#tim-duoc').getAttribute('data-damaged'), failed: await page.locator('#tim-duoc').getAttribute('data-failed') };
  });
}

const shards = /tim-kiem\/[0-9a-f]+\/\d+\.bin$/;
const entry = /tim-kiem\/chi-muc\.json$/;

test('search: a part of the index that is missing, cut off or of another build is told of', async () => {
  const bytesOf = async (route) => (await route.fetch()).body();
  const damages = {
    'a missing shard': [shards, (route) => route.fulfill({ status: 404, body: '' })],
    'a shard that is cut off': [shards, async (route) => { const bytes = await bytesOf(route); await route.fulfill({ body: bytes.subarray(0, bytes.length / 2) }); }],
    'an empty shard': [shards, (route) => route.fulfill({ body: '' })],
    'a shard of another build': [shards, async (route) => { const bytes = await bytesOf(route); bytes[6] ^= 1; await route.fulfill({ body: bytes }); }],
    'a page in place of a shard': [shards, (route) => route.fulfill({ body: '<!doctype html><title>404</title>' })],
    'a missing entry': [entry, (route) => route.fulfill({ status: 404, body: '' })],
    'an entry that is cut off': [entry, async (route) => { const bytes = await bytesOf(route); await route.fulfill({ body: bytes.subarray(0, bytes.length - 9) }); }],
    'an entry of another version': [entry, (route) => route.fulfill({ body: '{"version":99}' })],
    'an entry of another build': [entry, async (route) => { const json = JSON.parse(await bytesOf(route)); await route.fulfill({ json: { ...json, build: '0'.repeat(16) } }); }],
    'records of another build': [/tim-kiem\/[0-9a-f]+\/r\d+\.json$/, (route) => route.fulfill({ json: { build: '0'.repeat(16), records: [] } })],
  };
  for (const [name, [pattern, change]] of Object.entries(damages)) {
    const { said, damaged } = await askWith(pattern, change);
    assert.equal(said, damaged, name);
  }
});

test('search: a connection that breaks is told of, and the next try answers', async () => {
  await site.withPage({}, async (page) => {
    await page.route(shards, (route) => route.abort());
    await site.open(page, `tim-kiem/?q=${encodeURIComponent('thi đua')}`);
    await ended(page);
    assert.equal(await status(page).textContent(), await page.locator('#tim-duoc').getAttribute('data-failed'));
    await page.unroute(shards);
    await page.locator('#q').press('Enter');
    await page.locator('.found-list li').first().waitFor();
  });
});

test('search: where the host serves no ranges, results stand without passages', async () => {
  await site.withPage({}, async (page) => {
    await page.route((url) => !url.pathname.startsWith('/tim-kiem/') && !url.pathname.startsWith('/assets/'), async (route) => {
      await route.continue({ headers: { ...route.request().headers(), range: '' } });
    });
    await site.open(page, `tim-kiem/?q=${encodeURIComponent('thi đua')}`);
    await page.locator('.found-list li').first().waitFor();
    assert.equal(await page.locator('.found-list li').count(), 10);
    assert.equal(await page.locator('.found-list mark').count(), 0);
  });
});
