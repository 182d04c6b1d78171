// Print: the A4 sheet of each page holds all its text, what details hide included, the addresses of links, and no navigation.
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { visit } from './site/browser.mjs';
import { assertNone } from './site/faults.mjs';
import { fileOf, pages, quick, redirects, samples, text } from './site/pages.mjs';

const site = visit();
const withDetails = pages.filter((page) => !redirects(page) && text(fileOf(page)).includes('<details'));
const printed = [...new Set([...samples, ...(quick ? [] : oneOfEach(withDetails))])];

/** One page for each part of the site: what opens and closes is made by the same templates. */
function oneOfEach(list) {
  return [...new Map(list.map((page) => [page.split('/').filter(Boolean).map((step, at) => (at === 1 ? '*' : step)).slice(0, 3).join('/'), page])).values()];
}

const squeeze = (words) => words.normalize('NFC').toLowerCase().replace(/[\s\u00ad\u200b]+/g, '');

/**
 * In the page, set for print: each piece of text that the paper has to hold, those of closed details apart; and the addresses that leave
 * the site. Only links may be left off the paper, where they are no more than a way onward.
 */
function parts() {
  const pieces = (root, keep) => {
    const found = [];
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) if (node.data.trim() && keep(node.parentElement)) found.push(node.data);
    return found;
  };
  const main = document.querySelector('main');
  const onward = (one) => one.closest('a') && !one.checkVisibility({ visibilityProperty: true });
  const readable = (one) => !one.closest('script, noscript, title, desc, nav, button, select, form, label, [hidden]') && !onward(one);
  return {
    hidden: pieces(main, (one) => readable(one) && one.closest('details:not([open])') && !one.closest('summary')),
    shown: pieces(main, (one) => readable(one) && (!one.closest('details:not([open])') || one.closest('summary'))),
    links: [...main.querySelectorAll('a[href^="http"]')].map((one) => one.getAttribute('href')),
  };
}

/** In the page, set for print: what of the frame around the content would still be on the paper. */
function frame() {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const around = document.querySelectorAll('body > header nav, body > footer, nav:not([aria-label*="Nội dung"]):not(.contents), a[href="#noi-dung"]');
  return [...around].filter(shown).map((one) => `${one.localName}.${one.className} is printed`);
}

/** How often a text stands in another. */
const times = (whole, part) => whole.split(part).length - 1;

/**
 * The pieces that stand less often on the paper than on the page, in any of the orders in which pdftotext reads it. A long piece may be
 * interleaved with its neighbours there: of those, every word counts.
 */
function absent(pieces, papers) {
  const wanted = new Map();
  for (const piece of pieces) wanted.set(squeeze(piece), { piece, count: (wanted.get(squeeze(piece))?.count ?? 0) + 1 });
  const words = (piece) => piece.trim().split(/\s+/).map(squeeze);
  return [...wanted].filter(([squeezed, { piece, count }]) => {
    if (papers.some((paper) => times(paper, squeezed) >= count)) return false;
    return squeezed.length < 40 || !papers.some((paper) => words(piece).every((word) => paper.includes(word)));
  }).map(([, { piece, count }]) => `"${piece.trim().replace(/\s+/g, ' ').slice(0, 60)}"${count > 1 ? ` (${count} times on the page)` : ''}`);
}

const some = (list) => `${list.slice(0, 4).join(', ')}${list.length > 4 ? ` and ${list.length - 4} more` : ''}`;

async function onPaper(page, address) {
  const faults = [];
  const { hidden, shown, links } = await page.evaluate(parts);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
  const read = (...options) => squeeze(execFileSync('pdftotext', [...options, '-', '-'], { input: pdf, maxBuffer: 1 << 26 }).toString());
  const papers = [read(), read('-layout'), read('-raw')];
  const closed = new Set(hidden.map(squeeze));
  const missing = absent([...shown, ...hidden], papers);
  if (missing.length > 0) faults.push(`/${address}: is not printed: ${some(missing)} (${closed.size} texts are in closed details)`);
  const unnamed = links.filter((link) => !papers.some((paper) => paper.includes(squeeze(link))));
  if (unnamed.length > 0) faults.push(`/${address}: addresses are not printed: ${some(unnamed)}`);
  const size = /Page size:\s+(.*)/.exec(execFileSync('pdfinfo', ['-'], { input: pdf }).toString())?.[1];
  if (!size?.includes('A4')) faults.push(`/${address}: the sheet is ${size}`);
  return { faults, opened: hidden.length };
}

test('print: each kind of page holds on A4 all its text, and no navigation', async (t) => {
  const faults = [];
  let opened = 0;
  await site.withPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
    for (const address of printed) {
      await site.open(page, address);
      await page.emulateMedia({ media: 'print' });
      const paper = await onPaper(page, address);
      faults.push(...paper.faults);
      opened += paper.opened;
      for (const one of await page.evaluate(frame)) faults.push(`/${address}: ${one}`);
      await page.emulateMedia({ media: null });
    }
  });
  t.diagnostic(`${printed.length} pages printed, ${opened} pieces of text were in closed details`);
  assertNone(faults);
});

test('print: nothing is wider than an A4 sheet between its margins', async () => {
  const faults = [];
  await site.withPage({ viewport: { width: 643, height: 1000 } }, async (page) => {  // 210 mm less 2 × 20 mm, at 96 to the inch
    await page.emulateMedia({ media: 'print' });
    for (const address of printed) {
      await site.open(page, address);
      const wide = await page.evaluate(() => [...document.querySelectorAll('main *')]
        .filter((one) => !one.closest('svg') && one.getClientRects().length > 0 && (one.getBoundingClientRect().right > innerWidth + 1 || (/auto|scroll|hidden/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1)))
        .map((one) => `${one.localName}.${one.className}`));
      for (const one of new Set(wide)) faults.push(`/${address}: ${one} is cut`);
    }
  });
  assertNone(faults);
});
