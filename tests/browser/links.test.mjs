// Every link, anchor, picture and asset that a page names below the site's root is there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertNone } from './site/faults.mjs';
import { fileOf, files, pages, root, text } from './site/pages.mjs';

const published = new Set(files);
const entities = { amp: '&', quot: '"', lt: '<', gt: '>', apos: "'", '#39': "'", '#x27': "'", '#x2F': '/' };
const plain = (value) => value.replace(/&(\w+|#\w+);/g, (whole, name) => entities[name] ?? whole);
const here = 'https://site.invalid/';

/** The site's own address, from the canonical link of the home page: links in full are held against the files too. */
const own = /rel="canonical" href="([^"]+)"/.exec(text('index.html'))?.[1];

const anchors = new Map(pages.map((page) => [fileOf(page), new Set([...text(fileOf(page)).matchAll(/\sid="([^"]*)"/g)].map((at) => plain(at[1])))]));

/** Every address that a page names, as it is written. */
function named(page) {
  const html = text(fileOf(page));
  const found = [...html.matchAll(/\s(?:href|src|action|poster|data)="([^"]*)"/g)].map((at) => at[1]);
  for (const [, list] of html.matchAll(/\ssrcset="([^"]*)"/g)) found.push(...list.split(',').map((one) => one.trim().split(/\s/)[0]));
  for (const [, to] of html.matchAll(/content="\d+;\s*url=([^"]*)"/gi)) found.push(to);
  return found.map(plain);
}

/** What is wrong with an address that stands at `base`, or undefined. */
function fault(address, base) {
  let url = new URL(address, here + base);
  if (own && url.href.startsWith(own)) url = new URL(url.href.slice(own.length), here);
  if (url.origin !== new URL(here).origin) return undefined;
  const path = decodeURIComponent(url.pathname.slice(1));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!published.has(file)) return 'nothing is there';
  const anchor = decodeURIComponent(url.hash.slice(1));
  if (anchor && anchors.has(file) && !anchors.get(file).has(anchor)) return 'the page has no such anchor';
  return undefined;
}

test('links: every internal link and anchor of every page resolves', () => {
  const faults = [];
  for (const page of pages) {
    for (const address of named(page)) {
      const wrong = fault(address, page);
      if (wrong) faults.push(`/${page}: ${address}: ${wrong}`);
    }
  }
  assertNone(faults);
});

test('links: every anchor is there once', () => {
  const faults = [];
  for (const page of pages) {
    const seen = new Set();
    for (const [, id] of text(fileOf(page)).matchAll(/\sid="([^"]*)"/g)) {
      if (seen.has(id)) faults.push(`/${page}: id ${id} twice`);
      seen.add(id);
    }
  }
  assertNone(faults);
});

test('links: every file that a style sheet names is there', () => {
  const faults = [];
  for (const file of files.filter((one) => one.endsWith('.css'))) {
    for (const [, address] of readFileSync(join(root, file), 'utf8').matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)) {
      if (!address.startsWith('data:') && fault(address, file)) faults.push(`/${file}: ${address}`);
    }
  }
  assertNone(faults);
});

test('links: every page but the home page is led to by another', () => {
  const led = new Set(pages.flatMap((page) => named(page).map((address) => new URL(address, here + page)))
    .filter((url) => url.href.startsWith(here)).map((url) => decodeURIComponent(url.pathname.slice(1))));
  assertNone(pages.filter((page) => page !== '' && page !== '404.html' && !led.has(page)).map((page) => `/${page}`));
});
