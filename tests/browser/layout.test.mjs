// Layout: nothing scrolls sideways, and no text is cut or covered, with text at 200 % and with the spacing of WCAG 1.4.12.
import { test } from 'node:test';
import { visit, widths } from './site/browser.mjs';
import { assertNone } from './site/faults.mjs';
import { pages, quick, redirects, samples } from './site/pages.mjs';

const site = visit();

/** In the page: what reaches beyond its right edge, unless a part of the page scrolls by itself; nothing where the page does not scroll. */
function sideways() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const scrolls = (element) => element && (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const name = (element) => `${element.localName}${[...element.classList].map((one) => `.${one}`).join('')}`;
  const wide = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > clientWidth + 1 && !scrolls(one.parentElement));
  return [`scrolls to ${scrollWidth} px: ${[...new Set(wide.map(name))].slice(0, 6).join(', ')}`];
}

/** In the page: text that a box cuts off, that lies outside the page, or that something else covers. */
function cut() {
  const found = [];
  const name = (element) => `${element.localName}${[...element.classList].map((one) => `.${one}`).join('')}`;
  const hiddenOnPurpose = (element) => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return box.width <= 1 || box.height <= 1 || style.clipPath !== 'none' || style.clip !== 'auto';
  };
  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest('svg') || hiddenOnPurpose(element)) continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    const closed = (overflow) => overflow === 'hidden' || overflow === 'clip';
    if (closed(overflowX) && element.scrollWidth > element.clientWidth + 1) found.push(`${name(element)} cuts its text at the side`);
    if (closed(overflowY) && element.scrollHeight > element.clientHeight + 1) found.push(`${name(element)} cuts its text below`);
  }
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const around = node.parentElement;
    if (!node.data.trim() || around.closest('noscript, script, title, desc') || !around.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (closest(around, hiddenOnPurpose)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) judge(node, around, box);
  }
  return found;

  function closest(element, is) {
    for (let one = element; one && one !== document.body; one = one.parentElement) if (is(one)) return one;
    return undefined;
  }
  function judge(node, around, box) {
    if (box.width < 1) return;
    const words = node.data.trim().slice(0, 40);
    const scroller = closest(around, (one) => /auto|scroll/.test(getComputedStyle(one).overflowX));
    const frame = around.closest('svg')?.getBoundingClientRect();
    const skip = box.right <= 0 && around.closest('a[href^="#"]');  // shown when it has the focus: keyboard.test.mjs sees to that
    if (box.left < -1 && !skip) found.push(`"${words}" begins outside the page`);
    if (frame && (box.right > frame.right + 1 || box.left < frame.left - 1 || box.bottom > frame.bottom + 1 || box.top < frame.top - 1)) found.push(`"${words}" stands outside its drawing`);
    if (scroller || frame || skip) return;
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (top && top !== around && !top.contains(around) && !around.contains(top)) found.push(`"${words}" is covered by ${name(top)}`);
  }
}

/** Makes the window as high as the page, so that all of it can be looked at. */
async function unroll(page, width) {
  await page.setViewportSize({ width, height: 900 });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(Math.max(height, 900), 30000) });
}

test('layout: no page scrolls sideways', async () => {
  const faults = [];
  await site.withPage({}, async (page) => {
    for (const address of (quick ? samples : pages).filter((one) => !redirects(one))) {
      await site.open(page, address);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        for (const one of await page.evaluate(sideways)) faults.push(`/${address} at ${width} px ${one}`);
      }
    }
  });
  assertNone(faults);
});

/** Those kinds of pages that scripts change; the others are laid out the same without them. */
let altered;
async function changedByScripts() {
  const body = (page) => page.evaluate(() => document.body.innerHTML);
  altered ??= await site.withPage({}, async (page) => {
    const found = [];
    for (const address of samples) {
      await site.open(page, address);
      const scripted = await body(page);
      await site.openWithoutScripts(page, address);
      if ((await body(page)) !== scripted) found.push(address);
    }
    return found;
  });
  return altered;
}

/** Looks at pages, loaded by `open`, after `prepare` changed how text is set. */
async function withText(open, looked, prepare, at) {
  const faults = [];
  await site.withPage({ bypassCSP: true }, async (page) => {
    for (const address of looked) {
      await open(page, address);
      await prepare(page);
      for (const width of at) {
        await unroll(page, width);
        for (const one of [...(await page.evaluate(sideways)), ...(await page.evaluate(cut))]) faults.push(`/${address} at ${width} px: ${one}`);
      }
    }
  });
  assertNone(faults);
}

/** Sets the size of text as a reader does in the browser. */
async function double(page) {
  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
  const before = await size();
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  if ((await size()) < 2 * before) throw new Error(`text does not follow the reader's size: ${before} px became ${await size()} px`);
  await session.detach();
}

const space = (page) => page.addStyleTag({
  content: '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }',
});

for (const [how, open, looked] of [['', site.open, () => samples], [', without scripts', site.openWithoutScripts, changedByScripts]]) {
  const skip = quick && how !== '' && 'not in half a minute';
  const look = (prepare) => async (t) => {
    const which = await looked();
    t.diagnostic(`${which.length} pages`);
    await withText(open, which, prepare, widths);
  };
  test(`layout: as built${how}, no text is cut or covered`, { skip }, look(() => {}));
  test(`layout: with text at 200 %${how}, no text is cut or covered`, { skip }, look(double));
  test(`layout: with the text spacing of WCAG 1.4.12${how}, no text is cut or covered`, { skip }, look(space));
}
