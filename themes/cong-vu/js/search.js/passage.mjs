// The passage of a page that answers a query: a few hundred bytes of the page itself, fetched by range.
import { formOf, isPlain, keyOf, spellingOf } from './words.mjs';

const PLACE_BYTES = 256;
const BEFORE = 96; // bytes fetched before the place
const BYTES = 640;
const SHOWN = 220; // letters of a passage
const NAMES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const INLINE = /^\/?(?:a|abbr|b|bdi|cite|code|em|i|mark|q|small|strong|sub|sup|time|u)$/;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

function resolved(text) {
  return text.replace(/&(#x?)?([0-9a-z]+);/gi, (whole, number, name) => {
    if (!number) return NAMES[name] ?? whole;
    const code = parseInt(name, number === '#' ? 10 : 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

/** Part of a page's HTML -> its text, and where in the text elements with an id begin: [{at, id}]. */
export function textOf(html) {
  const firstEnd = html.indexOf('>');
  const firstBegin = html.indexOf('<');
  let rest = firstEnd >= 0 && (firstBegin < 0 || firstEnd < firstBegin) ? html.slice(firstEnd + 1) : html;
  const title = rest.lastIndexOf('</h1>');
  rest = rest.slice(title < 0 ? 0 : title + 5).replace(/<nav\b[^]*?(?:<\/nav>|$)/g, ' ').replace(/<(\w+)[^<>]*\sdata-search="off"[^<>]*>[^<]*(?:<\/\1>|$)/g, ' ').replace(/<[^>]*$/, '');
  let text = '';
  const ids = [];
  for (const [, tag, piece] of rest.matchAll(/(?:<([^>]*)>)?([^<]*)/g)) {
    const name = (tag ?? '').split(/[\s/]/, 2).join('').toLowerCase();
    const id = / id="([^"]*)"/.exec(tag ?? '');
    if (tag !== undefined && !INLINE.test(name) && text !== '') text += ' ';
    if (id) ids.push({ at: text.length, id: resolved(id[1]) });
    text += resolved(piece);
  }
  return { text, ids };
}

/** The place in a text where the most different words of the query stand within a passage's length. */
function bestPlace(found) {
  let best = { words: 0, at: 0 };
  found.forEach(({ at }, i) => {
    const near = found.slice(i).filter((other) => other.end - at <= SHOWN);
    const words = new Set(near.map(({ key }) => key)).size;
    if (words > best.words) best = { words, at };
  });
  return best;
}

/** The words of a text that a query has: those beside another of them, where there are such. */
function wordsIn(text, words) {
  const keys = new Set(words.map(({ key }) => key));
  const all = [...text.matchAll(WORD)].map((match) => ({ at: match.index, end: match.index + match[0].length, key: keyOf(match[0]) }));
  const isFound = (one) => one !== undefined && keys.has(one.key);
  const together = all.filter((one, i) => isFound(one) && (isFound(all[i - 1]) || isFound(all[i + 1])));
  return together.length > 0 ? together : all.filter(isFound);
}

/** {parts: [{text, marked}], anchor}: the beginning where none of the words is in the text, null where there is no text. */
export function passageIn(html, words) {
  const { text, ids } = textOf(html);
  if (text.trim() === '') return null;
  const found = wordsIn(text, words);
  const { at } = bestPlace(found);  // the beginning, if it is none
  const space = at < SHOWN / 3 ? -1 : text.indexOf(' ', at - SHOWN / 3);
  const begin = space < 0 ? 0 : space + 1;
  const last = text.lastIndexOf(' ', begin + SHOWN);
  const end = begin + SHOWN >= text.length || last <= at ? Math.min(text.length, begin + SHOWN) : last;
  const parts = [];
  let from = begin;
  for (const one of found.filter((word) => word.at >= begin && word.end <= end)) {
    if (one.at > from) parts.push({ text: text.slice(from, one.at), marked: false });
    parts.push({ text: text.slice(one.at, one.end), marked: true });
    from = one.end;
  }
  if (from < end) parts.push({ text: text.slice(from, end), marked: false });
  const anchor = found.length > 0 ? ids.filter((id) => id.at <= at).at(-1)?.id ?? null : null;
  return { parts, anchor };
}

function isAsTyped(word, typed) {
  return isPlain(typed.form) ? keyOf(word) === typed.key : spellingOf(formOf(word)) === spellingOf(typed.form);
}

/** Whether a text has each quotation of the query, word by word. */
export function hasQuotations(text, words) {
  const own = text.match(WORD) ?? [];
  const quotes = new Set(words.map(({ quote }) => quote).filter(Boolean));
  return [...quotes].every((quote) => {
    const wanted = words.filter((word) => word.quote === quote);
    return own.some((_, at) => wanted.every((word, i) => at + i < own.length && isAsTyped(own[at + i], word)));
  });
}

/** Reads a page to see whether it has the quotations. */
export async function isQuoted(index, page, words) {
  const { url, title } = await index.record(page);
  if (hasQuotations(title, words)) return true;
  const answer = await index.get(index.root + url);
  return answer.ok && hasQuotations(textOf(await answer.text()).text, words);
}

/** Fetches the passage at a place; null where the host does not serve ranges, which `index` then remembers. */
export async function passage(index, url, place, words) {
  if (index.withoutRanges || place < 0) return null;
  const from = Math.max(0, place * PLACE_BYTES - BEFORE);
  const stop = new AbortController();
  const answer = await index.get(index.root + url, { headers: { Range: `bytes=${from}-${from + BYTES - 1}` }, signal: stop.signal });
  if (answer.status !== 206) {
    index.withoutRanges = true;
    stop.abort();
    return null;
  }
  const html = new TextDecoder().decode(await answer.arrayBuffer()).replace(/^\ufffd+|\ufffd+$/g, '');
  return passageIn(html, words);
}
