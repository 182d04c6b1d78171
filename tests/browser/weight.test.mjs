// The budget, in bytes after Brotli: style sheets 10 KB, scripts 6 KB for a page (13 more for searching), a page's first view 50 KB; and nothing inline.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertNone } from './site/faults.mjs';
import { fileOf, files, pages, root, text } from './site/pages.mjs';
import { compress } from './site/server.mjs';

const budget = { styles: 10 * 1024, scripts: 6 * 1024, search: 13 * 1024, view: 50 * 1024, chart: 6 * 1024 };
const packed = /\.(html|css|js|svg|json|txt|xml)$/;
const sizes = new Map();

/** What a file weighs on its way to a reader. */
function weight(file) {
  if (!sizes.has(file)) {
    const bytes = readFileSync(join(root, file));
    sizes.set(file, packed.test(file) ? compress(bytes).length : bytes.length);
  }
  return sizes.get(file);
}

const sum = (list) => list.reduce((total, file) => total + weight(file), 0);

/** The files that a page makes a browser load, icons and pictures further down included. */
function loaded(page) {
  const html = text(fileOf(page));
  const tags = [...html.matchAll(/<(?:link|script|img|source|object|iframe|use|image)\b[^>]*>/g)].map((at) => at[0])
    .filter((tag) => !/^<link/.test(tag) || /rel="(?:[^"]* )?(?:stylesheet|icon|preload|modulepreload)"/.test(tag));
  const addresses = tags.flatMap((tag) => [...tag.matchAll(/\s(?:src|href|data)="([^"]+)"/g)].map((at) => at[1]));
  return [...new Set(addresses.map((one) => decodeURIComponent(new URL(one, `https://site.invalid/${page}`).pathname.slice(1))))];
}

test('weight: all style sheets together are within 10 KB', (t) => {
  const total = sum(files.filter((file) => file.endsWith('.css')));
  t.diagnostic(`style sheets: ${total} bytes`);
  assertNone(total > 0 && total <= budget.styles ? [] : [`${total} bytes of ${budget.styles}`]);
});

test('weight: the scripts of each page are within 6 KB, and the search that only its own page loads within 13 KB', (t) => {
  const search = (file) => /^assets\/js\/search\.[0-9a-f]+\.js$/.test(file);
  const searching = pages.filter((page) => loaded(page).some(search));
  assertNone(searching.length === 1 && searching[0] === 'tim-kiem/' ? [] : [`the search is loaded by ${searching}`]);
  const module = sum(loaded('tim-kiem/').filter(search));
  t.diagnostic(`the search: ${module} bytes`);
  assertNone(module <= budget.search ? [] : [`the search takes ${module} bytes`]);
  const all = pages.map((page) => ({ page, bytes: sum(loaded(page).filter((file) => file.endsWith('.js') && !search(file))) }));
  t.diagnostic(`scripts of the heaviest page: ${Math.max(...all.map(({ bytes }) => bytes))} bytes`);
  assertNone(all.filter(({ bytes }) => bytes > budget.scripts).map(({ page, bytes }) => `/${page}: ${bytes} bytes of script`));
});

test('weight: each page is within 50 KB with all that it loads', (t) => {
  const all = pages.map((page) => ({ page, bytes: weight(fileOf(page)) + sum(loaded(page)) })).sort((a, b) => b.bytes - a.bytes);
  for (const { page, bytes } of all.slice(0, 3)) t.diagnostic(`/${page}: ${bytes} bytes`);
  t.diagnostic(`median: ${all[all.length >> 1].bytes} bytes`);
  assertNone(all.filter(({ bytes }) => bytes > budget.view).map(({ page, bytes }) => `/${page}: ${bytes} bytes`));
});

test('weight: each chart is within 6 KB', () => {
  const faults = [];
  for (const page of pages) {
    for (const [chart] of text(fileOf(page)).matchAll(/<svg\b[\s\S]*?<\/svg>/g)) {
      const bytes = compress(Buffer.from(chart)).length;
      if (bytes > budget.chart) faults.push(`/${page}: a chart of ${bytes} bytes`);
    }
  }
  faults.push(...files.filter((file) => file.endsWith('.svg') && weight(file) > budget.chart).map((file) => `/${file}: ${weight(file)} bytes`));
  assertNone(faults);
});

test('weight: no page holds a style, a script or a handler of its own, and no font is loaded', () => {
  const faults = [];
  const inline = /<style\b[^>]*>|<script\b(?![^>]*\ssrc=)(?![^>]*type="application\/(?:ld\+)?json")[^>]*>|<[a-z][^<>]*\s(?:style|on[a-z]+)="[^"]*"[^<>]*>/g;
  for (const page of pages) for (const [tag] of text(fileOf(page)).matchAll(inline)) faults.push(`/${page}: ${tag.slice(0, 120)}`);
  for (const file of files) {
    if (/\.(woff2?|ttf|otf|eot)$/.test(file)) faults.push(`/${file}`);
    if (file.endsWith('.css') && /@font-face|@import/.test(text(file))) faults.push(`/${file}: @font-face or @import`);
  }
  assertNone(faults);
});
