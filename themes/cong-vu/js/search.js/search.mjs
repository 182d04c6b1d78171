// What a reader typed -> the pages that answer it.
import { correct } from './correct.mjs';
import { isQuoted } from './passage.mjs';
import { Matches, worthOf } from './rank.mjs';
import { wordsOf } from './words.mjs';

const ENOUGH = 10; // pages with all words: then others are not found, and single syllables of short queries not fetched
const SHORT = 3; // words
const TELLING = 0.9; // of the worth of all terms: the lists of the rest, which nearly every page has, are not fetched
const MOST_BYTES = 32_000; // of lists for one query
const COVERED = [0.5, 0.25]; // of what the best page has of the query: pages with less are not found, or only behind others where those are few
const READ = 20; // pages that are read for a quotation of more than two words: the index tells of pairs
const REFINED = 300; // pages that are looked at one by one

/** The terms whose lists are worth their bytes: those of quotations, those that are here, and the most telling of the others. */
function telling(terms, pages) {
  const worth = new Map(terms.map((one) => [one, worthOf(one.term, pages)]));
  const enough = TELLING * [...worth.values()].reduce((sum, own) => sum + own, 0);
  const chosen = new Set();
  let sum = 0;
  let bytes = 0;
  for (const one of [...terms].sort((a, b) => worth.get(b) - worth.get(a))) {
    const { size = 0 } = one.term.list;
    if (one.quoted || size === 0 || (sum < enough && (bytes === 0 || bytes + size <= MOST_BYTES))) {
      chosen.add(one);
      bytes += size;
    }
    sum += worth.get(one);
  }
  return terms.filter((one) => chosen.has(one));
}

/** Adds the terms of so many words that begin at some words of the query; resolves to the words where there is one. */
async function addTerms(index, words, matches, length, firsts) {
  const terms = await Promise.all(firsts.map((first) => index.term(words.slice(first, first + length).map(({ key }) => key).join(' '))));
  const found = firsts.map((first, i) => ({ first, term: terms[i], quoted: length > 1 && words[first].quote > 0 && words[first].quote === words[first + 1].quote }));
  const known = found.filter(({ term }) => term !== null);
  const chosen = telling(known, index.pages);
  const lists = await Promise.all(chosen.map(({ term }) => index.listOf(term)));
  chosen.forEach(({ term, first }, i) => matches.add(term, lists[i], first));
  return new Set(known.map(({ first }) => first));
}

/** Pairs first; single syllables where no pair has a word, or where a short query gives too little. */
async function match(index, words) {
  const matches = new Matches(index, words);
  const all = words.map((_, i) => i);
  const pairs = await addTerms(index, words, matches, 2, all.slice(0, -1));
  const paired = (i) => pairs.has(i - 1) || pairs.has(i);
  const singles = await addTerms(index, words, matches, 1, all.filter((i) => !paired(i)));
  const known = all.map((i) => paired(i) || singles.has(i));
  const bits = all.reduce((sum, i) => (known[i] ? sum | (1 << i) : sum), 0);
  if (words.length <= SHORT && matches.having(bits).length < ENOUGH) await addTerms(index, words, matches, 1, all.filter(paired));
  return { matches, known, paired };
}

/** Whether each quotation may stand on the page, as far as the index tells: each pair of it, as it was typed. */
function hasQuotes(matches, words, page) {
  return words.every((word, i) => {
    if (word.quote === 0) return true;
    const bits = words[i + 1]?.quote === word.quote ? matches.asTyped[page] : matches.words[page];
    return (bits & (1 << i)) !== 0;
  });
}

/** Without those of the first pages that do not have a quotation of three words or more. */
async function withQuotations(index, words, pages) {
  const long = words.some((word, i) => word.quote > 0 && words[i + 2]?.quote === word.quote);
  if (!long) return pages;
  const read = await Promise.all(pages.slice(0, READ).map(({ page }) => isQuoted(index, page, words)));
  return pages.filter((_, i) => i >= READ || read[i]);
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
  let ordered = [];
  for (const pages of full.length >= ENOUGH ? [full] : COVERED.map((share) => matches.covering(share))) {
    if (ordered.length >= ENOUGH) break;
    const before = new Set(ordered.map(({ page }) => page));
    const more = pages.filter((page) => !before.has(page) && hasQuotes(matches, words, page));
    ordered.push(...order(index, matches, words, more));
  }
  ordered = await withQuotations(index, words, ordered);
  const scattered = words.length > 1 && ordered.length > 0 && matches.pairs[ordered[0].page] === 0;
  return { words, pages: ordered, matches, corrected, whole, scattered };
}
