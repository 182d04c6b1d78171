import assert from 'node:assert/strict';
import test from 'node:test';
import { formOf, isOneEdit, keyOf, spellingOf, wordsOf } from '../../themes/cong-vu/js/search.js/words.mjs';
import { sharedWords } from './site.mjs';

test('words: folded as the generator folds them', () => {
  const cases = sharedWords();
  assert.ok(cases.length > 10);
  for (const { raw, key, form } of cases) {
    assert.equal(keyOf(raw), key, raw);
    assert.equal(formOf(raw), form, raw);
  }
});

test('words: the place of a tone mark and y for i make no other spelling', () => {
  for (const [a, b] of [['hoà', 'hòa'], ['thuỷ', 'thủy'], ['kỹ', 'kĩ'], ['quý', 'quí']]) assert.equal(spellingOf(a), spellingOf(b));
  for (const [a, b] of [['hoà', 'hoá'], ['ky', 'kỳ'], ['ma', 'mà'], ['tay', 'tai'], ['ở', 'ợ']]) assert.notEqual(spellingOf(a), spellingOf(b));
});

test('words: a query is taken apart as text is', () => {
  const keys = (query) => wordsOf(query).map(({ key }) => key).join(' ');
  assert.equal(keys('33/2021/QĐ-UBND'), '33 2021 qd ubnd');
  assert.equal(keys('  Đăng ký,khai sinh? '), 'dang ki khai sinh');
  assert.equal(keys('Quyết định'.normalize('NFD')), 'quyet dinh');
  assert.deepEqual(wordsOf('a "b c" d “e”').map(({ quote }) => quote), [0, 1, 1, 0, 2]);
});

test('words: what is no word leaves nothing, and a long query is cut', () => {
  for (const query of ['', '…!?', '🙂', '\u202e', '\ud800', '"""', null, undefined]) assert.ok(wordsOf(query ?? '').length === 0);
  assert.equal(wordsOf('\ud800a').map(({ key }) => key).join(), 'a');
  assert.ok(wordsOf('a '.repeat(10000)).length <= 16);
  assert.ok(wordsOf('a'.repeat(10000))[0].key.length <= 300);
});

test('words: one edit is one letter more, less, other, or two swapped', () => {
  for (const [a, b] of [['sinh', 'sihn'], ['sinh', 'sin'], ['sinh', 'sing'], ['sinh', 'sinnh'], ['a', 'b'], ['', 'a']]) {
    assert.ok(isOneEdit(a, b) && isOneEdit(b, a), `${a} ${b}`);
  }
  for (const [a, b] of [['sinh', 'sinh'], ['sinh', 'snih h'], ['sinh', 'si'], ['abcd', 'badc'], ['sinh', 'hnis']]) {
    assert.ok(!isOneEdit(a, b), `${a} ${b}`);
  }
});
