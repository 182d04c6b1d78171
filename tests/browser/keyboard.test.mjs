// The keyboard: Tab reaches everything that can be used, in view, uncovered, and with a focus that is to be seen.
import { test } from 'node:test';
import { visit } from './site/browser.mjs';
import { assertNone } from './site/faults.mjs';
import { samples } from './site/pages.mjs';

const site = visit();

/** In the page: gives each thing that can be used a number, and notes how it looks without the focus. */
function number() {
  const usable = 'a[href], area[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex]:not([tabindex^="-"])';
  const shown = (one) => !one.disabled && one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  window.looks = (one) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor, borderWidth, textDecorationLine } = getComputedStyle(one);
    const outline = outlineStyle === 'auto' || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor));
    return { outline, rest: [boxShadow, backgroundColor, borderColor, borderWidth, textDecorationLine].join() };
  };
  window.usable = [...document.querySelectorAll(usable)].filter(shown).filter((one, at, all) => {
    if (one.type !== 'radio' || !one.name) return true;
    return all.find((other) => other.type === 'radio' && other.name === one.name) === one;  // a group is one stop
  });
  window.before = window.usable.map(window.looks);
  return window.usable.map((one) => `${one.localName} "${(one.textContent.trim() || one.getAttribute('aria-label') || one.id).slice(0, 40)}"`);
}

/** In the page: which thing has the focus (-1: something without a number; undefined: none), and what is wrong with how it is shown. */
function focused() {
  const one = document.activeElement;
  if (!one || one === document.body || one === document.documentElement) return { at: undefined, faults: [] };
  const at = window.usable.indexOf(one);
  const faults = [];
  const boxes = [...one.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  const clamp = (low, value, high) => Math.max(low, Math.min(value, high));
  const seen = (box) => box.bottom > 1 && box.top < innerHeight - 1 && box.right > 1 && box.left < innerWidth - 1;
  if (boxes.length === 0 || !boxes.some(seen)) faults.push('is out of view');
  for (const box of boxes.filter(seen)) {
    const x = clamp(1, (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, innerWidth - 1);
    const y = clamp(1, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2, innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    if (top && !one.contains(top) && !top.contains(one)) faults.push(`is covered by ${top.localName}.${top.className}`);
  }
  const look = window.looks(one);
  if (!look.outline && (at < 0 || look.rest === window.before[at].rest)) faults.push('does not show that it has the focus');
  return { at, faults };
}

/** Goes through a page by Tab, from its first stop until the focus leaves it; gives the faults and the number of stops. */
async function walk(page) {
  const names = await page.evaluate(number);
  const reached = new Set();
  const found = [];
  for (let step = 0; step < names.length + 10; ++step) {
    await page.keyboard.press('Tab');
    const { at, faults } = await page.evaluate(focused);
    if (at === undefined || reached.has(at)) break;
    if (at >= 0) reached.add(at);
    for (const fault of faults) found.push(`${names[at] ?? 'something that scrolls'} ${fault}`);
  }
  names.forEach((name, at) => { if (!reached.has(at)) found.push(`${name} is not reached`); });
  return { found, stops: reached.size };
}

for (const { width, open, how } of [
  { width: 320, open: site.open, how: 'with scripts' },
  { width: 390, open: site.openWithoutScripts, how: 'without scripts' },
  { width: 1280, open: site.open, how: 'with scripts' },
]) {
  test(`keyboard: Tab reaches everything, in view and uncovered, at ${width} px, ${how}`, async (t) => {
    const faults = [];
    let total = 0;
    await site.withPage({ viewport: { width, height: 700 }, reducedMotion: 'reduce' }, async (page) => {
      for (const address of samples) {
        await open(page, address);
        const { found, stops } = await walk(page);
        total += stops;
        for (const fault of found) faults.push(`/${address}: ${fault}`);
      }
    });
    t.diagnostic(`${total} stops`);
    assertNone(total > samples.length ? faults : ['nothing can be reached']);
  });
}

test('keyboard: the first stop of each kind of page leads to its content', async () => {
  const faults = [];
  await site.withPage({ viewport: { width: 390, height: 700 } }, async (page) => {
    for (const address of samples) {
      await site.open(page, address);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const inMain = await page.evaluate(() => Boolean(document.querySelector(':target')?.closest('main')));
      if (!inMain) faults.push(`/${address}`);
    }
  });
  assertNone(faults);
});
