import assert from 'node:assert/strict';
import test from 'node:test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DamagedIndex } from '../../themes/cong-vu/js/search.js/decode.mjs';
import { counts, FACETS, narrow } from '../../themes/cong-vu/js/search.js/facets.mjs';
import { Index } from '../../themes/cong-vu/js/search.js/index.mjs';
import { passageIn } from '../../themes/cong-vu/js/search.js/passage.mjs';
import { search } from '../../themes/cong-vu/js/search.js/search.mjs';
import { buildSite, fetchFrom } from './site.mjs';

const site = buildSite({
  'khai-sinh': { title: 'Đăng ký khai sinh tại nhà', text: 'Cán bộ hộ tịch đến nhà người dân.' },
  'ho-tich': { title: 'Hộ tịch', text: 'Người dân đăng ký khai sinh theo Quyết định 33/2021/QĐ-UBND.' },
  'cho-con': { title: 'Đang kỳ nghỉ', text: 'Đang kỳ nghỉ hè, sinh viên khai lý lịch.' },
  'hoa-giai': { title: 'Tổ hòa giải', text: 'Tổ hòa giải họp ở nhà văn hoá. Kỹ năng số.' },
  'thi-da': { title: 'Việc đã xong', text: 'Khi người dân đến thì đã xong.' },
  'doc-hai': { title: '</script><img src=x onerror=alert(1)>', text: '&lt;b&gt; ١٢٣ \\u202e mimi' },
});

const open = (options) => Index.open('', fetchFrom(site, options));
async function found(query, options) {
  const index = await open(options);
  const result = await search(index, query);
  const records = await Promise.all(result.pages.map(({ page }) => index.record(page)));
  return { ...result, urls: records.map(({ url }) => url), titles: records.map(({ title }) => title) };
}
const khaiSinh = 'tin-tuc/khai-sinh/';
const hoTich = 'tin-tuc/ho-tich/';

test('search: a title above a text, with marks and without', async () => {
  for (const query of ['đăng ký khai sinh', 'dang ky khai sinh', 'ĐĂNG KÝ KHAI SINH', 'đăng kí khai sinh', 'đăng ký khai sinh'.normalize('NFD')]) {
    assert.deepEqual((await found(query)).urls.slice(0, 2), [khaiSinh, hoTich], query);
  }
});

test('search: the tones that were typed come first', async () => {
  const before = async (query, a, b) => {
    const { urls } = await found(query);
    assert.ok(urls.includes(b) && urls.indexOf(a) < urls.indexOf(b), query);
  };
  await before('đăng ký', khaiSinh, 'tin-tuc/cho-con/');
  await before('đang kỳ', 'tin-tuc/cho-con/', khaiSinh);
});

test('search: either place of a tone mark', async () => {
  for (const query of ['hòa giải', 'hoà giải', 'hoa giai', 'kĩ năng', 'ky nang']) assert.equal((await found(query)).urls[0], 'tin-tuc/hoa-giai/', query);
});

test('search: a number of a document as printed and in parts', async () => {
  for (const query of ['33/2021/QĐ-UBND', '33/2021/qd-ubnd', '33 2021 qd ubnd', 'quyết định 33', 'qd 33', '2021/QĐ']) {
    assert.equal((await found(query)).urls[0], hoTich, query);
  }
});

test('search: one typing error is corrected where the words then stand together, and said', async () => {
  for (const query of ['khai sihn', 'khia sinh', 'dang lý khai sinh', 'đăng ký khai snh']) {
    const { urls, corrected } = await found(query);
    assert.ok(corrected, query);
    assert.ok(urls.slice(0, 2).includes(khaiSinh), query);
  }
  assert.equal((await found('khai sinh')).corrected, null);
  assert.equal((await found('qd 33')).corrected, null);
});

test('search: a known word is an error where its neighbours stand with another, and never where they stand with it', async () => {
  const { words, corrected } = await found('phong trào thi đa');
  assert.ok(corrected);
  assert.deepEqual(words.map(({ key }) => key), ['phong', 'trao', 'thi', 'dua']);
  for (const query of ['đến thì đã xong', 'thi da', 'phong trào thi đua']) assert.equal((await found(query)).corrected, null, query);
});

test('search: quotations hold words together', async () => {
  assert.ok((await found('khai sinh')).urls.length >= (await found('"khai sinh"')).urls.length);
  assert.ok(!(await found('"sinh khai"')).urls.includes(khaiSinh));
});

test('search: a quotation has the tones that were typed, and all its words in a row', async () => {
  assert.ok(!(await found('"đang ký"')).urls.includes(khaiSinh));
  assert.ok((await found('"dang ky"')).urls.includes(khaiSinh));
  const apart = 'tin-tuc/cho-con/';  // has "đang kỳ nghỉ" and "kỳ nghỉ hè"
  assert.deepEqual((await found('"đang kỳ nghỉ hè"')).urls, [apart]);
  assert.deepEqual((await found('"sinh viên khai lý lịch"')).urls, [apart]);
  assert.deepEqual((await found('"sinh viên khai sinh"')).urls, []);
  const asTyped = await found('"khai snh"');
  assert.deepEqual([asTyped.urls, asTyped.corrected], [[], null]);
});

test('search: words that stand apart are found, and it is said', async () => {
  const { urls, scattered } = await found('tịch nhà');
  assert.ok(urls.includes(khaiSinh));
  assert.ok(scattered);
});

test('search: nothing that is typed throws or finds what is not there', async () => {
  for (const query of ['', ' ', '…', '🙂', '\u202e', '\ud800', '</script>', '"', '"""', '__proto__', 'constructor', 'a'.repeat(10000), 'khai '.repeat(2000), 'toString valueOf']) {
    const { pages } = await found(query);
    assert.ok(Array.isArray(pages), JSON.stringify(query.slice(0, 20)));
  }
  assert.deepEqual((await found('zzzzzz qqqqqq')).urls, []);
});

test('search: a title is text, whatever it holds', async () => {
  const { titles } = await found('onerror alert');
  assert.deepEqual(titles.slice(0, 1), ['</script><img src=x onerror=alert(1)>']);
});

test('search: what is needed is fetched, and once', async () => {
  const asked = [];
  const index = await open({ asked });
  await search(index, 'khai sinh');
  await search(index, 'khai sinh');
  assert.equal(asked.length, new Set(asked).size);
  assert.ok(!asked.some((path) => path.includes('am-tiet.json')));
});

test('search: a host that serves no ranges is asked for whole files', async () => {
  const { urls } = await found('khai sinh');
  assert.deepEqual((await found('khai sinh', { ranges: false })).urls, urls);
});

test('search: files that are missing, cut off, damaged or of another build are told as such', async () => {
  const build = (await open()).build;
  const other = [...build].map((digit) => (digit === '0' ? '1' : '0')).join('');
  const damages = {
    missing: () => null,
    'cut off': (path, bytes) => bytes.subarray(0, 100),
    empty: (path, bytes) => bytes.subarray(0, 0),
    'of another build': (path, bytes) => Buffer.from(bytes.toString('latin1').replaceAll(build, other), 'latin1'),
    'a page instead': () => Buffer.from('<!doctype html><title>404</title>'),
  };
  for (const [name, damage] of Object.entries(damages)) {
    const change = (path, bytes) => (path.endsWith('.bin') ? damage(path, bytes) : bytes);
    await assert.rejects(found('khai sinh', { change }), DamagedIndex, name);
  }
  await assert.rejects(Index.open('', fetchFrom(site, { change: () => Buffer.from('[]') })), DamagedIndex);
  await assert.rejects(Index.open('', fetchFrom(site, { change: () => null })), DamagedIndex);
});

test('search: no byte of a shard that is changed does anything but give other results or be told as damage', async () => {
  for (let at = 24; at < 2000; at += 3) {
    const change = (path, bytes) => {
      if (!path.endsWith('.bin')) return bytes;
      const changed = Buffer.from(bytes);
      changed[Math.min(at, changed.length - 1)] ^= 0xff;
      return changed;
    };
    try {
      const index = await open({ change });
      const { pages } = await search(index, 'khai sinh');
      for (const { page } of pages) assert.ok(page < index.pages);
    } catch (error) {
      assert.ok(error instanceof DamagedIndex, `${at}: ${error.stack}`);
    }
  }
});

test('search: facets count all results, and narrow them', async () => {
  const index = await open();
  const { pages } = await search(index, 'khai sinh');
  const kinds = await counts(index, pages, 'kind');
  assert.equal(kinds.reduce((sum, { count }) => sum + count, 0), pages.length);
  const news = kinds.find(({ name }) => name === 'news');
  const only = await narrow(index, pages, { kind: news.value, year: 2025 });
  assert.equal(only.length, news.count);
  for (const name of FACETS) assert.ok(Array.isArray(await counts(index, pages, name)), name);
  assert.deepEqual(await narrow(index, pages, { year: 1900 }), []);
});

test('search: the passage of a result is at its place in the page', async () => {
  const index = await open();
  const { pages, matches, words } = await search(index, 'quyết định 33/2021');
  const { url } = await index.record(pages[0].page);
  const html = readFileSync(join(site, url, 'index.html'));
  const from = matches.placeOf(pages[0].page) * 256;
  const { parts } = passageIn(html.subarray(Math.max(0, from - 256), from + 768).toString(), words);
  assert.ok(parts.filter(({ marked }) => marked).map(({ text }) => text).join(' ').includes('Quyết định 33 2021'));
});
