// The built site as files: which pages there are, and which of them show, between them, every kind of page and part.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The folder of the built site; check.mjs builds it and says where. */
export const root = process.env.THIDUA_SITE ?? fail('THIDUA_SITE is not set: run ./run test');

/** Whether only the checks are wanted that fit in half a minute. */
export const quick = process.env.THIDUA_QUICK === '1';

/** Every published file below the root, with slashes, sorted. */
export const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
  .filter((file) => !file.startsWith('.thidua'))
  .sort();

/** The text of a published file. */
export const text = (file) => readFileSync(join(root, file), 'utf8');

/** Every page's address below the root: `tin-tuc/` for `tin-tuc/index.html`. */
export const pages = files.filter((file) => file.endsWith('.html')).map((file) => file.replace(/(^|\/)index\.html$/, '$1'));

/** The file that is served at a page's address. */
export const fileOf = (page) => (page === '' || page.endsWith('/') ? `${page}index.html` : page);

/** Whether a page runs a script: one that names none is the same with scripts switched off. */
export const scripted = (page) => /<script\b[^>]*\bsrc=/.test(text(fileOf(page)));

/**
 * The fewest pages, found greedily, that between them have every feature of the site: each place in the tree of addresses and
 * each kind of element, class, role and state. A new template, or a new part of an old one, joins by itself.
 */
export const samples = cover(new Map(pages.filter((page) => !redirects(page)).map((page) => [page, features(page)])));

/** Whether a page only leads on to another. */
export function redirects(page) {
  return /<meta\b[^>]*http-equiv="refresh"/i.test(text(fileOf(page)));
}

function features(page) {
  const found = new Set(place(page));
  for (const [, name, attributes] of text(fileOf(page)).matchAll(/<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/g)) {
    found.add(name);
    for (const [, list] of attributes.matchAll(/\sclass="([^"]*)"/g)) for (const one of list.split(/\s+/)) found.add(`${name}.${one}`);
    for (const [, state] of attributes.matchAll(/\s((?:role|aria-current|scope|type|open|hidden)(?:="[^"]*")?)(?=\s|$)/g)) found.add(`${name}[${state}]`);
  }
  return found;
}

/** Where a page stands: its part of the site, its depth, and below an item of a list (`phong-trao/<id>/ke-hoach/`) its own name. */
function place(page) {
  const steps = page.split('/').filter(Boolean);
  const [part, item, own] = steps;
  const found = [`at ${steps.length < 2 ? page : part}`, `at ${part} ${steps.length}`];
  if (item?.startsWith('trang-')) found.push(`at ${part} trang-*`);
  if (own && pages.includes(`${part}/${item}/`)) found.push(`at ${part}/*/${own}`);
  return found;
}

function cover(featuresOf) {
  const chosen = [];
  const missing = new Set([...featuresOf.values()].flatMap((found) => [...found]));
  while (missing.size > 0) {
    const gain = (page) => [...featuresOf.get(page)].filter((feature) => missing.has(feature)).length;
    const best = [...featuresOf.keys()].reduce((a, b) => (gain(b) > gain(a) ? b : a));
    chosen.push(best);
    for (const feature of featuresOf.get(best)) missing.delete(feature);
  }
  return chosen.sort();
}

function fail(message) {
  throw new Error(message);
}
