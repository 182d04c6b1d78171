// What a reader typed -> the pages that answer it.
import { correct } from './correct.mjs';
import { isQuoted } from './passage.mjs';
import { Matches, worthOf } from './rank.mjs';
import { wordsOf } from './words.mjs';

const ENOUGH = 10; // pages with all words: then others are not found, and single syllables of short queries not fetched
const SHORT = 3; // words
const TELLING = 0.9; // of the worth of all terms: the lists of the rest, which nearly every page has, are not fetched
const MOST_BYTES = { always: 4_500, page: 0.25 }; // of lists for one query: so many, and more for each page of the site, as lists grow with it
const COVERED = [0.5, 0.25]; // of what the best page has of the query: pages with less are not found, or only behind others where those are few
const READ = 20; // pages that are read for a quotation of more than two words: the index tells of pairs
const REFINED = 300; // pages that are looked at one by one

/**
 * The terms whose lists are worth their bytes: those of quotations, those that are here, and of the others first those
 * that bring words that no list has yet, the most telling of them before the rest.
 */
function telling(terms, pages) {
  const worth = new Map(terms.map((one) => [one, worthOf(one.term, pages)]));
  const enough = TELLING * [...worth.values()].reduce((sum, own) => sum + own, 0);
  const mostBytes = MOST_BYTES.always + MOST_BYTES.page * pages;
  const chosen = new Set();
  const words = new Set();
  let sum = 0;
  let bytes = 0;
  const choose = (one) => {
    chosen.add(one);
    for (const word of one.words) words.add(word);
    sum += worth.get(one);
    bytes += one.term.list.size ?? 0;
  };
  for (const one of terms) if (one.quoted || !one.term.list.size) choose(one);
  const rest = terms.filter((one) => !chosen.has(one)).sort((a, b) => worth.get(b) - worth.get(a));
  for (let brought = 2; brought >= 0; brought -= 1) {
    for (const one of rest) {
      const fits = bytes === 0 || bytes + one.term.list.size <= mostBytes;
      if (!chosen.has(one) && sum < enough && fits && one.words.filter((word) => !words.has(word)).length >= brought) choose(one);
    }
  }
  return terms.filter((one) => chosen.has(one));
}

/** Of the terms of so many words that begin at some words of the query, those that some page has: {words, term, quoted}. */
async function termsOf(index, words, length, firsts) {
  const terms = await Promise.all(firsts.map((first) => index.term(words.slice(first, first + length).map(({ key }) => key).join(' '))));
  const found = firsts.map((first, i) => ({
    words: length > 1 ? [first, first + 1] : [first],
    term: terms[i],
    quoted: length > 1 && words[first].quote > 0 && words[first].quote === words[first + 1].quote,
  }));
  return found.filter(({ term }) => term !== null);
}

/** What the index knows of a query: `pairs`, `singles` of words that no pair has, and of each word whether it is `known` and `paired`. */
async function knownOf(index, words) {
  const all = words.map((_, i) => i);
  const has = (terms) => all.map((i) => terms.some((one) => one.words.includes(i)));
  const pairs = await termsOf(index, words, 2, all.slice(0, -1));
  const paired = has(pairs);
  const singles = await termsOf(index, words, 1, all.filter((i) => !paired[i]));
  return { pairs, singles, paired, known: has([...pairs, ...singles]) };
}

async function addTerms(index, matches, terms) {
  const chosen = telling(terms, index.pages);
  const lists = await Promise.all(chosen.map(({ term }) => index.listOf(term)));
  chosen.forEach(({ term, words }, i) => matches.add(term, lists[i], words[0]));
}

/** The pages of pairs and of words that none has; of the other words too where a short query gives too little. */
async function match(index, words, { pairs, singles, paired, known }) {
  const matches = new Matches(index, words);
  await addTerms(index, matches, pairs);
  await addTerms(index, matches, singles);
  const bits = known.reduce((sum, is, i) => (is ? sum | (1 << i) : sum), 0);
  if (words.length <= SHORT && matches.having(bits).length < ENOUGH) {
    await addTerms(index, matches, await termsOf(index, words, 1, words.map((_, i) => i).filter((i) => paired[i])));
  }
  return matches;
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
  let found = await knownOf(index, words);
  const corrected = exact ? null : await correct(index, words, found.known);
  if (corrected) {
    words = corrected;
    found = await knownOf(index, words);
  }
  const matches = await match(index, words, found);
  const full = matches.having(wordsFound(matches));
  const whole = full.length > 0 && found.known.every(Boolean);
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
