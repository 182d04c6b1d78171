// Naughty strings as titles of news: those that the build accepts are found, shown as the text that they are, and do nothing.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from '../site/browser.mjs';
import { variant } from '../site/variant.mjs';
import { naughty } from './naughty.mjs';

const word = 'kxqz'; // in the text of each of them, and nowhere else
let accepted = 0;
let refused = [];
const made = variant(({ write, remove, check }) => {
  const file = (i) => `news/la-${i}.md`;
  naughty.forEach((title, i) => write(file(i), `${JSON.stringify({ title, summary: 'Chuỗi lạ', date: '2026-01-02' })}\n${word}\n`));
  const findings = check();
  refused = naughty.map((_, i) => i).filter((i) => findings.includes(`content/${file(i)}:`));
  refused.forEach((i) => remove(file(i)));
  accepted = naughty.length - refused.length;
});
const site = visit(made);

/** The results on show: {href, text}, and how many elements nobody wrote stand among them. */
const shown = (page) => page.evaluate(() => ({
  links: [...document.querySelectorAll('.found-list .card-title a')].map((link) => ({ href: link.href, text: link.textContent })),
  strange: document.querySelectorAll('main script:not([src]), main iframe, main img, main svg, main style, main [onerror], main [onload]').length,
}));

const heading = (page, href) => page.evaluate(async (address) => {
  const html = await (await fetch(address)).text();
  return new DOMParser().parseFromString(html, 'text/html').querySelector('h1').textContent.replace(/\s+/g, ' ').trim();
}, href);

test('search: naughty strings as titles are found, shown as they are, and do nothing', async (t) => {
  t.diagnostic(`${accepted} of ${naughty.length} strings are accepted as titles`);
  assert.ok(accepted > naughty.length * 0.9);
  await site.withPage({}, async (page) => {
    const faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('dialog', (dialog) => { faults.push(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
    const found = new Set();
    for (let part = 1; part <= Math.ceil(accepted / 10); part += 1) {
      await site.open(page, `tim-kiem/?q=${word}&dung=1&trang=${part}`);
      await page.locator('.found-list').waitFor();
      const { links, strange } = await shown(page);
      assert.equal(strange, 0, `something was injected on page ${part}`);
      for (const { href, text } of links) {
        assert.equal(text.replace(/\s+/g, ' ').trim(), await heading(page, href));
        found.add(new URL(href).pathname);
      }
    }
    assert.equal(found.size, accepted);
    assert.deepEqual(faults, []);
  });
});
