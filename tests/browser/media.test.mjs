// However a page is looked at: light, dark, on paper, in colours that the reader forces, without motion. Charts, tags, verdicts and the
// focus can be seen and say the same in all of them.
import { test } from 'node:test';
import { visit } from './site/browser.mjs';
import { assertNone } from './site/faults.mjs';
import { fileOf, pages, quick, samples, text } from './site/pages.mjs';

const site = visit();
const views = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  paper: { media: 'print', colorScheme: 'light' },
  'forced colours, light': { forcedColors: 'active', colorScheme: 'light' },
  'forced colours, dark': { forcedColors: 'active', colorScheme: 'dark' },
};
const drawn = [...new Set([...samples, ...pages.filter((page) => /\/(xep-hang|thoi-han|ket-qua)\/$/.test(page))])].filter((page) => text(fileOf(page)).includes('<svg'));

/** In the page: how far a colour stands out from the one behind it, as WCAG 2.2 reckons. */
function measureContrast() {
  const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = parts(colour).map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const seen = (colour) => /^rgb/.test(colour) && (parts(colour)[3] ?? 1) > 0;
  window.contrast = (a, b) => (seen(a) ? (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05) : 1);
  window.systemColours = ['Canvas', 'CanvasText', 'LinkText', 'Highlight'].map((name) => {
    const probe = document.body.appendChild(document.createElement('p'));
    probe.style.color = name;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });
  window.behind = (one) => {
    for (let at = one; at; at = at.parentElement) if (seen(getComputedStyle(at).backgroundColor)) return getComputedStyle(at).backgroundColor;
    return 'rgb(255, 255, 255)';
  };
}

/** In the page: the parts of charts that do not stand out, or have a colour of their own where colours are forced; and what the charts say. */
function charts(forced) {
  const faults = [];
  const said = [];
  for (const svg of document.querySelectorAll('main svg')) {
    const paper = window.behind(svg);
    const need = (selector, property, least) => svg.querySelectorAll(selector).forEach((one) => {
      const colour = getComputedStyle(one)[property];
      const ratio = window.contrast(colour, paper);
      if (ratio < least || one.getBoundingClientRect().height + one.getBoundingClientRect().width === 0) faults.push(`${selector} of a chart: ${colour} on ${paper}`);
    });
    need('.bar, .point', 'fill', 3);
    need('.line, line.threshold', 'stroke', 3);
    need('text', 'fill', 4.5);
    for (const one of forced ? svg.querySelectorAll('rect, circle, line, polyline, text') : []) {
      const { fill, stroke } = getComputedStyle(one);
      const drawn = one.localName === 'line' ? [stroke] : [fill, stroke];
      if (!drawn.every((colour) => colour === 'none' || window.systemColours.includes(colour))) faults.push(`${one.localName}.${one.className.baseVal} is not in the reader's colours: ${drawn}`);
    }
    for (const bar of svg.querySelectorAll('.bar')) if (window.contrast(getComputedStyle(bar).fill, getComputedStyle(bar.previousElementSibling).fill) < 3) faults.push('a bar does not stand out from its track');
    said.push([...svg.querySelectorAll('title, desc, text')].map((one) => one.textContent), [...svg.querySelectorAll('rect, circle, line')].map((one) => one.tagName));
  }
  return { faults, said: said.join() };
}

for (const [view, media] of Object.entries(views)) {
  test(`media: charts can be seen and say the same: ${view}`, async () => {
    const faults = [];
    await site.withPage({ viewport: { width: 643, height: 900 }, bypassCSP: true }, async (page) => {
      for (const address of drawn) {
        await page.emulateMedia({ media: null, forcedColors: 'none', colorScheme: 'light' });
        await site.open(page, address);
        await page.evaluate(measureContrast);
        const { said } = await page.evaluate(charts);
        await page.emulateMedia(media);
        await page.evaluate(measureContrast);
        const now = await page.evaluate(charts, media.forcedColors === 'active');
        for (const fault of now.faults) faults.push(`/${address}: ${fault}`);
        if (now.said !== said || said === '') faults.push(`/${address}: says something else`);
      }
    });
    assertNone(drawn.length > 0 ? faults : ['no page has a chart']);
  });
}

/** In the page: tags and verdicts that are no words, or whose frame does not stand out where colours are forced. */
function tags(forced) {
  return [...document.querySelectorAll('main :is(.tag, .verdict)')].filter((one) => one.checkVisibility() && one.getClientRects().length > 0).flatMap((one) => {
    const { color, borderTopColor, borderTopWidth, borderTopStyle } = getComputedStyle(one);
    const behind = window.behind(one);
    const framed = parseFloat(borderTopWidth) >= 1 && borderTopStyle !== 'none' && window.contrast(borderTopColor, behind) >= 3;
    const faults = [];
    if (one.textContent.trim().length < 3) faults.push('says nothing');
    if (window.contrast(color, behind) < 4.5) faults.push(`${color} on ${behind}`);
    if (forced && !framed) faults.push(`has no frame: ${borderTopStyle} ${borderTopWidth} ${borderTopColor} on ${behind}`);
    return faults.map((fault) => `.${one.className} "${one.textContent.trim()}": ${fault}`);
  });
}

/** In the page: each kind of thing that can have the focus, focused once; those whose outline cannot be seen. */
function focuses() {
  const kinds = new Map();
  for (const one of document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')) {
    if (one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0) kinds.set(`${one.localName}.${one.className} in ${one.parentElement.localName}.${one.parentElement.className}`, one);
  }
  const faults = [];
  for (const [kind, one] of kinds) {
    one.focus({ focusVisible: true, preventScroll: true });
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
    const behind = window.behind(one.parentElement);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2 || window.contrast(outlineColor, behind) < 3) faults.push(`${kind}: ${outlineStyle} ${outlineWidth} ${outlineColor} on ${behind}`);
  }
  return { faults, kinds: kinds.size };
}

for (const [view, media] of Object.entries(views).filter(([, { media }]) => media !== 'print')) {
  test(`media: tags, verdicts and the focus can be seen: ${view}`, { skip: quick && 'not in half a minute' }, async (t) => {
    const faults = [];
    let stops = 0;
    await site.withPage({ viewport: { width: 390, height: 900 }, ...media }, async (page) => {
      for (const address of samples) {
        await site.open(page, address);
        await page.evaluate(measureContrast);
        const focused = await page.evaluate(focuses);
        stops += focused.kinds;
        for (const fault of [...(await page.evaluate(tags, media.forcedColors === 'active')), ...focused.faults]) faults.push(`/${address}: ${fault}`);
      }
    });
    t.diagnostic(`${stops} kinds of stops`);
    assertNone(stops > samples.length ? faults : ['nothing can have the focus']);
  });
}

test('media: nothing moves for who asked for less motion', async () => {
  const faults = [];
  await site.withPage({ viewport: { width: 390, height: 900 }, reducedMotion: 'reduce' }, async (page) => {
    for (const address of samples) {
      await site.open(page, address);
      const moving = await page.evaluate(() => [document.documentElement, ...document.querySelectorAll('body, body *')].flatMap((one) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
        return /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior !== 'auto' ? [`${one.localName}.${one.className} moves`] : [];
      }).concat(document.getAnimations().map(() => 'an animation runs')));
      for (const one of new Set(moving)) faults.push(`/${address}: ${one}`);
    }
  });
  assertNone(faults);
});
