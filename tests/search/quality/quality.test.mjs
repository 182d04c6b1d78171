// `node --test` in this folder: the judges themselves are judged here.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { forms, otherPlacement, withError, withoutTones } from './forms.mjs';
import { ndcgAt10, percentile, successAt1 } from './measures.mjs';
import { readQueries } from './queries.mjs';

const form = (name, query) => forms.find((each) => each.name === name).of(query);

test('withoutTones: marks and the bar of đ go', () => assert.equal(withoutTones('Đăng ký Hòa'), 'Dang ky Hoa'));

test('otherPlacement: both ways, not after q, not before a letter', () => {
  assert.equal(otherPlacement('hoà giải, Thủy, số hóa'), 'hòa giải, Thuỷ, số hoá');
  assert.equal(otherPlacement('quý tài hoàn'), 'quý tài hoàn');
});

test('forms: one that leaves the query as it was is undefined', () => {
  assert.equal(form('without tones', '33 2021'), undefined);
  assert.equal(form('other tone placement', 'một cửa'), undefined);
  assert.equal(form('normal form D', 'ubnd'), undefined);
  assert.equal(form('normal form D', 'cửa'), 'cửa'.normalize('NFD'));
});

test('withError: one edit in one syllable of three letters or more, the same each time, digits whole', () => {
  for (const query of ['một cửa lưu động', 'quyết định 902', 'thanh toán trực tuyến', 'phường Ví Dụ', 'aaa bbb']) {
    const harmed = withError(query);
    assert.equal(withError(query), harmed);
    if (harmed === undefined) continue;
    const [before, after] = [query.split(' '), harmed.split(' ')];
    const touched = before.filter((word, i) => word !== after[i]);
    assert.equal(before.length, after.length);
    assert.equal(touched.length, 1, harmed);
    assert.match(touched[0], /^\p{L}{3,}$/u);
  }
  assert.equal(withError('QĐ 1015'), undefined);
});

test('measures: the best order has 1, the reverse less, nothing 0', () => {
  const pages = { '/a/': 3, '/b/': 1 };
  const query = { grade: (url) => pages[url] ?? 0, grades: [1, 3] };
  assert.equal(ndcgAt10(query, ['/a/', '/b/']), 1);
  assert.ok(Math.abs(ndcgAt10(query, ['/b/', '/a/']) - (1 + 7 / Math.log2(3)) / (7 + 1 / Math.log2(3))) < 1e-12);
  assert.equal(ndcgAt10(query, ['/a/', '/a/', '/b/']), 1);
  assert.equal(ndcgAt10(query, []), 0);
  assert.deepEqual([successAt1(query, ['/a/']), successAt1(query, ['/b/', '/a/']), successAt1(query, [])], [1, 0, 0]);
});

test('percentile: by rank', () => assert.deepEqual([percentile([3, 1, 2, 4], 0.5), percentile([3, 1, 2, 4], 0.95), percentile([7], 0.5)], [2, 4, 7]));

test('readQueries: stars stand for one name, a page not there is a mistake', () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-quality-'));
  const read = (text) => { writeFileSync(join(folder, 'q'), text); return readQueries(join(folder, 'q'), new Set(['/a/', '/b/c/', '/b/d/', '/b/'])); };
  try {
    const [query] = read('# x\n\n? dan: hỏi gì\n3 /b/c/\n1 /b/*/\n');
    assert.deepEqual([query.text, query.grade('/b/c/'), query.grade('/b/d/'), query.grade('/b/'), query.grades], ['hỏi gì', 3, 1, 0, [3, 1]]);
    assert.throws(() => read('? dan: x\n3 /nowhere/\n'), /:2: the site has no page/);
    assert.throws(() => read('? dan: x\n1 /a/\n'), /no page answers/);
    assert.throws(() => read('whatever\n'), /neither/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
