// Accessibility: axe-core finds nothing on any kind of page, light and dark, at three widths, with scripts and without.
import { test } from 'node:test';
import { violations } from './site/axe.mjs';
import { visit, widths } from './site/browser.mjs';
import { assertNone } from './site/faults.mjs';
import { quick, samples, scripted } from './site/pages.mjs';

const site = visit();

async function look(colorScheme, open, pages, at) {
  const faults = [];
  await site.withPage({ colorScheme }, async (page) => {
    for (const address of pages) {
      await open(page, address);
      for (const width of at) {
        await page.setViewportSize({ width, height: 900 });
        for (const one of await violations(page)) faults.push(`/${address} at ${width} px, ${colorScheme}: ${one}`);
      }
    }
  });
  assertNone(faults);
}

for (const scheme of quick ? ['light'] : ['light', 'dark']) {
  const at = quick ? [390] : widths;
  test(`access: axe finds nothing, ${scheme}`, () => look(scheme, site.open, samples, at));
  const withScript = samples.filter(scripted);
  test(`access: axe finds nothing, ${scheme}, without scripts`, { skip: withScript.length === 0 && 'no page has a script' }, () =>
    look(scheme, site.openWithoutScripts, withScript, at));
}
