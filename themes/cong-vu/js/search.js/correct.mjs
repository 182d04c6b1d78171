// Typing errors: one edit away in the list of syllables, accepted only where it stands beside a neighbour somewhere.
import { isOneEdit, isPlain } from './words.mjs';

const TRIED = 6; // candidates that are looked at one by one
const RARE = 50; // a word as many times less frequent than another is taken for an error more easily
const OFTEN = 2;
const ONCE = 1;

/** What can have a typing error: numbers are taken as they are. */
function isWord(key) {
  return key.length > 1 && !/\d/.test(key);
}

function isSyllable(key) {
  return isWord(key) && /[aeiouy]/.test(key);
}

function marksOf(form) {
  return form.normalize('NFD').replace(/[^\p{Mn}đ]/gu, '');
}

/** Whether a form has all marks that were typed. */
function hasMarks(form, typed) {
  let left = marksOf(form);
  return [...marksOf(typed)].every((mark) => {
    const has = left.includes(mark);
    left = left.replace(mark, '');
    return has;
  });
}

/** Candidates in place of word `at`: how well they stand `beside` its neighbours, and how well they `fit` at all. */
async function candidatesOf(index, words, at, list) {
  const [left, right] = await Promise.all([words[at - 1], words[at + 1]].map((word) => (word ? index.term(word.key) : null)));
  const behind = new Set(left?.oftenBehind ?? []);
  const oftenBefore = new Set(right?.oftenBefore ?? []);
  const before = new Set(right?.before ?? []);
  const once = words[at].key.replace(/(.)\1/gu, '$1'); // a key held too long
  const out = [];
  list.keys.forEach((key, number) => {
    if (!isSyllable(key) || !isOneEdit(words[at].key, key)) return;
    const beforeRight = oftenBefore.has(number) ? OFTEN : before.has(number) ? ONCE : 0;
    const beside = beforeRight + (behind.has(number) ? OFTEN : 0);
    out.push({ key, count: list.counts[number], beside, fit: beside + (key === once ? ONCE : 0) });
  });
  return out.sort((a, b) => b.fit - a.fit || b.count - a.count);
}

/** Adds what takes a look at each: standing behind the word before now and then, and the marks that were typed. */
async function look(index, words, at, candidates, marked) {
  const left = words[at - 1];
  await Promise.all(candidates.slice(0, TRIED).map(async (one) => {
    const typed = words[at].form;
    const [term, pair] = await Promise.all([one.key, left && one.beside < OFTEN ? `${left.key} ${one.key}` : ''].map((key) => key && index.term(key)));
    if (pair) one.beside += ONCE;
    if (pair) one.fit += ONCE;
    one.term = term;
    const alike = marksOf(typed) === '' ? (form) => marksOf(form) === '' : (form) => hasMarks(form, typed);
    if (marked && term?.forms.some(alike)) one.fit += ONCE;
  }));
  candidates.sort((a, b) => b.fit - a.fit || b.count - a.count);
}

/** How a term is written in place of word `at`: as it most often stands beside its neighbour, with the marks that were typed. */
async function writtenAs(index, words, at, term) {
  const left = words[at - 1];
  const right = words[at + 1];
  const beside = left ? await index.term(`${left.key} ${term.key}`) : null;
  const pair = beside ?? (right ? await index.term(`${term.key} ${right.key}`) : null);
  const forms = [...(pair?.forms ?? []).map((form) => form.split(' ')[pair === beside ? 1 : 0]), ...term.forms];
  return forms.find((form) => hasMarks(form, words[at].form)) ?? forms[0];
}

/**
 * The syllable in place of word `at` that fits best: {key, form, fit}; null where none does. In place of a word that is
 * known it must be far more frequent, or fit both neighbours.
 */
async function replacement(index, words, at, list) {
  const marked = words.some(({ form }) => !isPlain(form));
  const own = list.counts[list.keys.indexOf(words[at].key)] ?? 0;
  const between = words.length === 2 || Boolean(words[at - 1] && words[at + 1]);
  const possible = ({ fit, count }) => count >= RARE * own || (between && fit + 2 * ONCE >= 2 * OFTEN);
  const candidates = (await candidatesOf(index, words, at, list)).filter(possible);
  await look(index, words, at, candidates, marked);
  const best = candidates.find(({ term, beside, fit, count }) => {
    if (!term || (words.length > 1 && beside === 0)) return false;
    return count >= RARE * own || (between && fit >= 2 * OFTEN);
  });
  if (!best) return null;
  const form = await writtenAs(index, words, at, best.term);
  return { key: best.key, form, fit: best.fit, any: marksOf(form) !== marksOf(words[at].form) };
}

/**
 * Words with what was probably meant, or null where nothing better is known. `known`: whether any page has each word;
 * `paired(i)`: whether any has it beside a neighbour. Quotations are taken as they are.
 */
export async function correct(index, words, known, paired) {
  const open = words.map((_, i) => i).filter((i) => words[i].quote === 0);
  const unknown = open.filter((i) => !known[i] && isWord(words[i].key));
  const strange = open.filter((i) => known[i] && words.length > 1 && !paired(i) && isSyllable(words[i].key));
  if (unknown.length + strange.length === 0) return null;
  const list = await index.syllables();
  const out = [...words];
  for (const i of unknown) {
    const better = await replacement(index, out, i, list);
    if (better) out[i] = { ...out[i], ...better };
  }
  // A known word beside an unknown one may be right; of several that stand alone only one is an error.
  if (unknown.length === 0) {
    const found = await Promise.all(strange.map((i) => replacement(index, out, i, list)));
    const best = found.reduce((a, b, i) => (b && b.fit > (found[a]?.fit ?? 0) ? i : a), -1);
    if (best >= 0) out[strange[best]] = { ...out[strange[best]], ...found[best] };
  }
  return out.some((word, i) => word !== words[i]) ? out : null;
}
