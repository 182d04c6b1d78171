// Tables with scripts: sorted in Vietnamese order and by number, filtered without tone marks, and the state is kept in the address.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from './site/browser.mjs';
import { fileOf, pages, text } from './site/pages.mjs';
import { numberIn } from './site/tables.mjs';

const site = visit();
const desk = { viewport: { width: 1280, height: 900 } };

/** The page with the longest table, of those with one. */
const rows = (page) => text(fileOf(page)).split('<tr').length;
const [longest] = pages.filter((page) => /<table[^>]*data-table/.test(text(fileOf(page))) && page.endsWith('/xep-hang/')).sort((a, b) => rows(b) - rows(a));

/** The texts of a column of the first table that has eight rows: such a table can be filtered too. */
const table = (page) => page.locator('table[data-table]').filter({ has: page.locator('tbody tr:nth-child(8)') }).first();
const column = (page, at) => table(page).locator(`tbody tr:not([hidden]) > :nth-child(${at})`).evaluateAll((cells) => cells.map((cell) => (cell.querySelector('a') ?? cell).textContent.trim()));
const heads = (page) => table(page).locator('thead th').evaluateAll((all) => all.map((one) => ({ number: one.classList.contains('number'), sort: one.getAttribute('aria-sort') })));

test('tables: each column is sorted both ways, numbers as numbers, words in Vietnamese order, and a link shows the same', () => site.withPage(desk, async (page) => {
  await site.open(page, longest);
  const collator = new Intl.Collator('vi', { numeric: true });
  const columns = await heads(page);
  for (let at = 1; at <= columns.length; ++at) {
    const order = columns[at - 1].number ? (a, b) => numberIn(a) - numberIn(b) : collator.compare;
    const button = table(page).locator(`thead th:nth-child(${at}) button`);
    for (const [direction, sign] of [['ascending', 1], ['descending', -1]]) {
      await button.click();
      const shown = await column(page, at);
      assert.deepEqual(shown, [...shown].sort((a, b) => sign * order(a, b)), `column ${at}, ${direction}`);
      assert.deepEqual((await heads(page)).map(({ sort }) => sort), columns.map((_, i) => (i + 1 === at ? direction : null)), 'and the head says so');
      const again = await page.context().newPage();
      await again.goto(page.url());
      assert.deepEqual(await column(again, at), shown, 'the address holds the order');
      await again.close();
    }
  }
}));

test('tables: a filter finds words without their tone marks, says how many rows are left, and a link shows the same', () => site.withPage(desk, async (page) => {
  await site.open(page, longest);
  const names = await table(page).locator('tbody th').evaluateAll((cells) => cells.map((cell) => cell.querySelector('a').textContent));
  const fold = (words) => words.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
  const wanted = fold(names.find((name) => fold(name) !== name.toLowerCase()));
  const filter = page.locator('.filter', { has: page.locator('input[type="search"]') }).first();
  await filter.locator('input').fill(wanted);
  const left = await table(page).locator('tbody tr:not([hidden])').count();
  assert.ok(left >= 1 && left < names.length, `${left} of ${names.length} rows are left for "${wanted}"`);
  assert.equal(numberIn(await filter.locator('output').innerText()), left);
  const again = await page.context().newPage();
  await again.goto(page.url());
  assert.equal(await table(again).locator('tbody tr:not([hidden])').count(), left, 'the address holds the filter');
  await filter.locator('input').fill('');
  assert.equal(await table(page).locator('tbody tr:not([hidden])').count(), names.length);
  assert.equal(new URL(page.url()).search, '', 'and nothing is left of it in the address');
}));

test('tables: without scripts they stand in their order, with nothing to press', () => site.withPage({ ...desk, javaScriptEnabled: false }, async (page) => {
  await site.open(page, longest);
  const places = (await column(page, 1)).map(numberIn);
  assert.deepEqual(places, [...places].sort((a, b) => a - b));
  assert.equal(await page.locator('main table button, main .filter').count(), 0);
}));
