// What a reader typed -> the pages that answer it.
import { correct } from './correct.mjs';
import { Matches } from './rank.mjs';
import { wordsOf } from './words.mjs';

const ENOUGH = 10; // pages with all words: then single syllables are not fetched
const REFINED = 300; // pages that are looked at one by one

async function fetchPairs(index, words) {
  return Promise.all(words.slice(1).map((word, i) => index.term(`${words[i].key} ${word.key}`)));
}

function isMarked(words) {
  return words.some((word) => !word.any && word.form !== word.key);
}

/** Pairs first; single syllables where the pairs give too little. */
async function match(index, words) {
  const matches = new Matches(index.pages);
  const marked = isMarked(words);
  const all = 2 ** words.length - 1;
  const pairs = await fetchPairs(index, words);
  pairs.forEach((term, i) => term && matches.add(term, words.slice(i, i + 2), i, marked));
  let singles = null;
  if (words.length === 1 || matches.having(all).length < ENOUGH) {
    singles = await Promise.all(words.map((word) => index.term(word.key)));
    singles.forEach((term, i) => term && matches.add(term, [words[i]], i, marked));
  }
  const paired = (i) => Boolean(pairs[i - 1] || pairs[i]);
  const known = (i) => paired(i) || Boolean(singles?.[i]);
  return { matches, all, known, paired };
}

/** Whether each quotation stands on the page, as far as the index tells. */
function hasQuotes(matches, words, page) {
  return words.every((word, i) => {
    const next = words[i + 1];
    if (word.quote === 0) return true;
    return next?.quote === word.quote ? (matches.pairs[page] & (1 << i)) !== 0 : (matches.words[page] & (1 << i)) !== 0;
  });
}

/** The pages with the most words of the query, and whether those are all of them. */
function bestCovered(matches, words, all) {
  const full = matches.having(all);
  if (full.length > 0) return { pages: full, whole: true };
  let most = 0;
  const count = new Uint8Array(matches.pages);
  for (let page = 0; page < matches.pages; page += 1) {
    for (let bits = matches.words[page]; bits; bits &= bits - 1) count[page] += 1;
    most = Math.max(most, count[page]);
  }
  const pages = [];
  if (most > 0) count.forEach((words_, page) => words_ === most && pages.push(page));
  return { pages, whole: false };
}

function order(index, matches, words, pages) {
  const pairBits = 2 ** (words.length - 1) - 1;
  const byScore = (a, b) => b.score - a.score || index.year[b.page] - index.year[a.page] || a.page - b.page;
  const scored = pages.map((page) => ({ page, score: matches.score[page] })).sort(byScore);
  const best = scored.slice(0, REFINED);
  for (const one of best) one.score = matches.refine(one.page, pairBits);
  return best.sort(byScore).concat(scored.slice(REFINED));
}

/**
 * {words, pages: [{page, score}] the best first, matches, corrected: words or null, whole: whether the pages have all
 * words, scattered: whether none has them side by side}. `exact`: typing errors are not corrected.
 */
export async function search(index, query, { exact = false } = {}) {
  let words = wordsOf(query);
  if (words.length === 0) return { words, pages: [], matches: null, corrected: null, whole: false, scattered: false };
  let result = await match(index, words);
  let corrected = null;
  const typed = bestCovered(result.matches, words, result.all);
  const together = typed.whole && words.every((_, i) => words.length === 1 || result.paired(i));
  if (!together && !exact) {
    corrected = await correct(index, words, result.known, result.paired);
    if (corrected) {
      const better = await match(index, corrected);
      const covered = bestCovered(better.matches, corrected, better.all);
      if (covered.whole) [words, result] = [corrected, better];
      else corrected = null;
    }
  }
  const { matches, all } = result;
  let { pages, whole } = bestCovered(matches, words, all);
  if (words.some((word) => word.quote > 0)) pages = pages.filter((page) => hasQuotes(matches, words, page));
  const ordered = order(index, matches, words, pages);
  const scattered = words.length > 1 && ordered.length > 0 && matches.pairs[ordered[0].page] === 0;
  return { words, pages: ordered, matches, corrected, whole, scattered };
}
