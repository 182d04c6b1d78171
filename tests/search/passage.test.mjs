import assert from 'node:assert/strict';
import test from 'node:test';
import { passage, passageIn, textOf } from '../../themes/cong-vu/js/search.js/passage.mjs';
import { wordsOf } from '../../themes/cong-vu/js/search.js/words.mjs';

const shown = (html, query) => {
  const found = passageIn(html, wordsOf(query));
  return found && found.parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
};

test('passage: text without tags, with references resolved, from anywhere in a page', () => {
  assert.equal(textOf('ass="x">a <b>b</b>&amp;&#39;c<p>d</p><a hr').text, "a b&'c d ");
  assert.equal(textOf('a<a data-search="off" href="#">mục I</a>b').text, 'a b');
  assert.equal(textOf('&lt;script&gt; &nosuch; &#xD800; &#0;').text, '<script> &nosuch; &#xD800; &#0;');
});

test('passage: the words of the query are marked, whatever their marks', () => {
  assert.equal(shown('<p>Người dân Đăng ký khai sinh.</p>', 'dang ky'), 'Người dân [Đăng] [ký] khai sinh. ');
  assert.equal(shown('<p>Hồ sơ đăng ký, ở xã, thị xã đăng ký</p>', 'thi dang ky'), 'Hồ sơ [đăng] [ký], ở xã, thị xã [đăng] [ký] ');
  assert.equal(shown('<p>không có gì</p>', 'xyz'), 'không có gì ');
  assert.equal(shown('', 'xyz'), null);
});

test('passage: what stands before the text is left out: the title, the ways to other pages', () => {
  assert.equal(shown('<nav>Thi đua</nav><h1>Thi đua</h1><nav class="x"><a>Thi đua</a></nav><p>Tóm tắt.</p>', 'thi đua').trim(), 'Tóm tắt.');
  assert.equal(shown('<p>Thi đua</p><nav>khen', 'thi đua'), '[Thi] [đua]  ');
});

test('passage: where most words stand together, no longer than is shown', () => {
  const filler = 'lời dẫn '.repeat(60);
  const text = shown(`<p>khai ${filler} đăng ký khai sinh ${filler}</p>`, 'đăng ký khai sinh');
  assert.match(text, /\[đăng\] \[ký\] \[khai\] \[sinh\]/);
  assert.ok(text.length < 260);
});

test('passage: it leads to the nearest id before', () => {
  const html = '<h2 id="mot">Một</h2><p>a</p><h2 id="hai">Hai</h2><p>khai sinh</p><h2 id="ba">Ba</h2>';
  assert.equal(passageIn(html, wordsOf('khai sinh')).anchor, 'hai');
  assert.equal(passageIn('<p>khai sinh</p>', wordsOf('khai sinh')).anchor, null);
});

test('passage: a host that does not serve ranges is asked once', async () => {
  let asked = 0;
  const index = { root: '', withoutRanges: false, get: async () => ((asked += 1), new Response('khai sinh')) };
  assert.equal(await passage(index, 'a/', 0, wordsOf('khai')), null);
  assert.equal(await passage(index, 'b/', 0, wordsOf('khai')), null);
  assert.equal(asked, 1);
});

test('passage: letters cut in two at its ends are left out', async () => {
  const bytes = new TextEncoder().encode('ế khai sinh ế').subarray(1, -1);
  const get = async (url, { headers }) => (assert.equal(headers.Range, 'bytes=672-1311'), new Response(bytes, { status: 206 }));
  const { parts } = await passage({ root: '', get }, 'a/', 3, wordsOf('khai sinh'));
  assert.equal(parts.map(({ text }) => text).join(''), ' khai sinh ');
});
