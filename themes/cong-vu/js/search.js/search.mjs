// What a reader typed -> the pages that answer it.
import { correct } from './correct.mjs';
import { Matches, worthOf } from './rank.mjs';
import { wordsOf } from './words.mjs';

const ENOUGH = 10; // pages with all words: then others are not found, and single syllables of short queries not fetched
const SHORT = 3; // words
const TELLING = 0.9; // of the worth of all terms: the lists of the rest, which nearly every page has, are not fetched
const COVERED = 0.5; // of what the best page has of the query: pages with less are not found
const REFINED = 300; // pages that are looked at one by one

function isMarked(words) {
  return words.some((word) => !word.any && word.form !== word.key);
}

/** The terms whose lists are worth their bytes: those of quotations, those that are here, and the most telling of the others. */
function telling(terms, pages) {
  const all = terms.map((one) => ({ ...one, worth: worthOf(one.term, pages) })).sort((a, b) => b.worth - a.worth);
  const enough = TELLING * all.reduce((sum, { worth }) => sum + worth, 0);
  let worth = 0;
  return all.filter((one) => {
    const needed = worth < enough || one.quoted || Boolean(one.term.list.hits);
    worth += one.worth;
    return needed;
  }).sort((a, b) => a.order - b.order);
}

/** Pairs first; single syllables where no pair has a word, or where a short query gives too little. */
async function match(index, words) {
  const pairs = await Promise.all(words.slice(1).map((word, i) => index.term(`${words[i].key} ${word.key}`)));
  const paired = (i) => Boolean(pairs[i - 1] || pairs[i]);
  const matches = new Matches(index);
  const marked = isMarked(words);
  const known = words.map((_, i) => paired(i));
  let order = 0;
  const add = async (terms, length) => {
    const found = terms.flatMap((term, i) => {
      const quoted = length > 1 && words[i].quote > 0 && words[i].quote === words[i + 1].quote;
      return term ? [{ term, first: i, quoted, order: (order += 1) }] : [];
    });
    const chosen = telling(found, index.pages);
    const lists = await Promise.all(chosen.map(({ term }) => index.listOf(term)));
    chosen.forEach(({ term, first }, i) => matches.add(term, lists[i], words.slice(first, first + length), first, marked));
  };
  const addSingles = async (wanted) => {
    const singles = await Promise.all(words.map((word, i) => (wanted(i) ? index.term(word.key) : null)));
    singles.forEach((term, i) => (known[i] ||= term !== null));
    await add(singles, 1);
  };
  await add(pairs, 2);
  const lonely = words.map((_, i) => !paired(i));
  if (lonely.includes(true)) await addSingles((i) => lonely[i]);
  const all = known.reduce((bits, is, i) => (is ? bits | (1 << i) : bits), 0);
  if (words.length <= SHORT && matches.having(all).length < ENOUGH) await addSingles((i) => !lonely[i]);
  return { matches, known, paired };
}

/** Whether each quotation stands on the page, as far as the index tells. */
function hasQuotes(matches, words, page) {
  return words.every((word, i) => {
    const next = words[i + 1];
    if (word.quote === 0) return true;
    return next?.quote === word.quote ? (matches.pairs[page] & (1 << i)) !== 0 : (matches.words[page] & (1 << i)) !== 0;
  });
}

function order(index, matches, words, pages) {
  const pairBits = 2 ** (words.length - 1) - 1;
  const byScore = (a, b) => b.score - a.score || index.year[b.page] - index.year[a.page] || a.page - b.page;
  const scored = pages.map((page) => ({ page, score: matches.outline(page) })).sort(byScore);
  const best = scored.slice(0, REFINED);
  for (const one of best) one.score = matches.worthOfPage(one.page, pairBits);
  return best.sort(byScore).concat(scored.slice(REFINED));
}

/** Bits of the words that at least one of the terms fetched has. */
function wordsFound(matches) {
  return matches.words.reduce((bits, own) => bits | own, 0);
}

/**
 * {words, pages: [{page, score}] the best first, matches, corrected: words or null, whole: whether the pages have all
 * words, scattered: whether none has them side by side}. `exact`: typing errors are not corrected.
 */
export async function search(index, query, { exact = false } = {}) {
  let words = wordsOf(query);
  if (words.length === 0) return { words, pages: [], matches: null, corrected: null, whole: false, scattered: false };
  let { matches, known, paired } = await match(index, words);
  const corrected = exact ? null : await correct(index, words, known, paired);
  if (corrected) {
    words = corrected;
    ({ matches, known, paired } = await match(index, words));
  }
  const full = matches.having(wordsFound(matches));
  const whole = full.length > 0 && known.every(Boolean);
  let pages = full.length >= ENOUGH ? full : matches.covering(COVERED);
  if (words.some((word) => word.quote > 0)) pages = pages.filter((page) => hasQuotes(matches, words, page));
  const ordered = order(index, matches, words, pages);
  const scattered = words.length > 1 && ordered.length > 0 && matches.pairs[ordered[0].page] === 0;
  return { words, pages: ordered, matches, corrected, whole, scattered };
}
