// Words as the index has them: what generator/search/text/words.cpp does, for what a reader types.

const LONGEST_QUERY = 300; // characters; what follows is not looked at
const MOST_WORDS = 16;
const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const EITHER_SPELLING = new Set(['hy', 'ky', 'ly', 'my', 'sy', 'ty', 'vy', 'quy']);
const PARTS = /["“”„«»]|[\p{L}\p{N}\p{M}]+/gu;

/** Lower case, no marks, đ as d; `y` as `i` where both spell one syllable. */
export function keyOf(word) {
  const bare = word.normalize('NFD').toLowerCase().replace(/\p{Mn}/gu, '').replaceAll('đ', 'd');
  return EITHER_SPELLING.has(bare) ? bare.slice(0, -1) + 'i' : bare;
}

/** Lower case, normal form C. */
export function formOf(word) {
  return word.toLowerCase().normalize('NFC');
}

/** Whether a form has no mark, so that any marks may be meant. */
export function isPlain(form) {
  return !/[\p{Mn}đ]/u.test(form.normalize('NFD'));
}

/** The same for two forms that differ only in where the tone mark stands (hoà, hòa) or in `y` for `i` (kỹ, kĩ). */
export function spellingOf(form) {
  const plain = form.normalize('NFD');
  const tone = plain.match(TONE_MARKS)?.join('') ?? '';
  const letters = plain.replace(TONE_MARKS, '');
  return (EITHER_SPELLING.has(letters.normalize('NFC')) ? letters.slice(0, -1) + 'i' : letters) + tone;
}

/**
 * What a reader typed -> words: {key, form, quote}. `quote` numbers the quotations, from 1; 0: outside of all. Words of
 * one quotation stand together.
 */
export function wordsOf(query) {
  const words = [];
  let quotes = 0;
  let open = false;
  for (const [part] of String(query).slice(0, LONGEST_QUERY).matchAll(PARTS)) {
    if (/["“”„«»]/u.test(part)) {
      open = !open;
      if (open) quotes += 1;
      continue;
    }
    const key = keyOf(part);
    if (key === '') continue;
    if (words.length === MOST_WORDS) break;
    words.push({ key, form: formOf(part), quote: open ? quotes : 0 });
  }
  return words;
}

/** Whether one letter added, left out, replaced, or two neighbours swapped, make one word of the other. */
export function isOneEdit(a, b) {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let front = 0;
  while (front < a.length && a[front] === b[front]) front += 1;
  let back = 0;
  while (back < Math.min(a.length, b.length) - front && a.at(-1 - back) === b.at(-1 - back)) back += 1;
  const restA = a.slice(front, a.length - back);
  const restB = b.slice(front, b.length - back);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
