// Every kind of page is looked at by the tests of this folder, and every page has the parts that all share, always at the same place.
import { test } from 'node:test';
import { assertNone } from './site/faults.mjs';
import { fileOf, pages, redirects, samples, text } from './site/pages.mjs';

const name = '[^/]+';
const unit = `${name}/${name}`;

/** The kinds of pages, by their addresses; a page that is none of them is a kind that has to be named here. */
const kinds = {
  home: '', 'not found': '404\\.html', 'all deadlines': 'thoi-han/', corrections: 'dinh-chinh/', campaigns: 'phong-trao/', campaign: `phong-trao/${name}/`,
  plan: `phong-trao/${name}/ke-hoach/`, criteria: `phong-trao/${name}/tieu-chi/`, awards: `phong-trao/${name}/khen-thuong/`,
  deadlines: `phong-trao/${name}/thoi-han/`, registrations: `phong-trao/${name}/dang-ky/`, ranking: `phong-trao/${name}/xep-hang/`,
  results: `phong-trao/${name}/ket-qua/`, checklist: `phong-trao/${name}/viec-can-lam/${unit}/`, units: 'don-vi/', 'more units': 'don-vi/trang-\\d+/',
  unit: `don-vi/${unit}/`, practices: 'cach-lam-hay/', practice: `cach-lam-hay/${name}/`, 'practices of a facet': `cach-lam-hay/${unit}/`,
  topic: `chu-de/${name}/`, exemplars: 'dien-hinh/', exemplar: `dien-hinh/${name}/`, 'list of news': 'tin-tuc/', news: `tin-tuc/${name}/`,
  'open data': 'du-lieu/', table: `du-lieu/${name}/`, page: 'gioi-thieu/', search: 'tim-kiem/', 'titles of a letter': `tim-kiem/[a-z]+/`, 'more titles': `tim-kiem/[a-z]+/trang-\\d+/`,
};
const notYet = [];
const matches = (kind, address) => new RegExp(`^${kinds[kind]}$`).test(address);
const read = pages.filter((page) => !redirects(page));

test('kinds: every page is of a kind that is known, and one of each kind is looked at', () => {
  const faults = read.filter((page) => !Object.keys(kinds).some((kind) => matches(kind, page))).map((page) => `/${page} is of a kind that no test knows`);
  for (const kind of Object.keys(kinds)) {
    const there = read.some((page) => matches(kind, page));
    if (there ? !samples.some((page) => matches(kind, page)) : !notYet.includes(kind)) faults.push(there ? `no ${kind} is looked at` : `there is no ${kind}`);
  }
  assertNone(faults);
});

const words = (html) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim();
const part = (html, pattern) => pattern.exec(html)?.[0] ?? '';

/** What a page lacks of the parts that all pages share. */
function lacks(page, html) {
  const faults = [];
  if (!html.includes('<html lang="vi">')) faults.push('its language');
  const bare = html.replace(/<svg\b[^]*?<\/svg>/g, '');
  for (const element of ['h1', 'main', 'title', 'footer']) if (bare.split(new RegExp(`<${element}[ >]`)).length !== 2) faults.push(`one ${element}`);
  if (!/<body>\s*<a class="skip" href="#noi-dung">/.test(html)) faults.push('the way to its content before all else');
  if (!/<main\b[^>]*id="noi-dung"/.test(html)) faults.push('content that the first link leads to');
  if (!/<header\b[^]*<nav\b[^>]*aria-label="[^"]+"[^]*<\/header>/.test(html)) faults.push('a named navigation in its header');
  if (page !== '' && page !== '404.html' && !/<nav class="[^"]*\bcrumbs\b[^>]*>[^]*?<li[^>]*>\s*<a\b/.test(html)) faults.push('the way back up');
  if (!/<footer\b[^]*href="mailto:[^"]+"[^]*<\/footer>/.test(html)) faults.push('whom to write to');
  if (page !== '404.html' && !/<link rel="canonical" href="https:\/\/[^"]+">/.test(html)) faults.push('its own address');
  if (page !== '404.html' && !/<meta name="description" content="[^"]{20,}">/.test(html)) faults.push('a description');
  return faults;
}

test('kinds: every page has the parts that all share, at the same place and with the same words', () => {
  const faults = [];
  const frames = new Map();
  for (const page of read) {
    const html = text(fileOf(page));
    for (const one of lacks(page, html)) faults.push(`/${page}: lacks ${one}`);
    const header = part(html, /<header\b[^]*?<\/header>/);
    const form = part(header, /<form class="site-search"[^]*?<\/form>/);
    if ((form === '') !== (page === 'tim-kiem/')) faults.push(`/${page}: a field for searching in the header, and none on the page for it`);
    const frame = words(header.replace(form, '')) + words(part(html, /<footer\b[^]*<\/footer>/));
    frames.set(frame, page);
  }
  for (const page of [...frames.values()].slice(1)) faults.push(`/${page}: its header or footer says something else`);
  assertNone(faults);
});

test('kinds: no page asks to be left out of search engines', () => {
  assertNone(read.filter((page) => page !== '404.html' && /noindex|nofollow/.test(text(fileOf(page)))).map((page) => `/${page}`));
});

test('kinds: every page has a title of its own', () => {
  const titled = new Map();
  for (const page of read) {
    const title = part(text(fileOf(page)), /<title>[^<]*/);
    titled.set(title, [...(titled.get(title) ?? []), page]);
  }
  assertNone([...titled].filter(([, own]) => own.length > 1).map(([title, own]) => `${title.slice(7)}: /${own.slice(0, 3).join(', /')} (${own.length})`));
});
