// Terms and their hits -> pages, the best first.
import { spellingOf } from './words.mjs';

/** What a match is worth; all in one place, to be judged by measured queries. */
export const WORTH = {
  fields: [4, 2, 1], // of title, heading, text: the best that a page has counts in full, others by `more`
  more: 0.25,
  often: 0.08, // for each step of how often
  unknown: 0.8, // of a page of a long list of which only the fields are known
  single: 0.35, // of a syllable against a pair
  spelling: 0.97, // the same tones, written in another place
  levelTone: 0.6, // typed without a mark among words with marks, found with one
  otherTone: 0.3,
  near: 0.35, // two terms a few lines from each other, against the sum of both
  nearPlaces: 1,
  complete: 1.3, // all words of the query stand together
  newer: 0.02, // of the latest news, less for each year before
};

const FIELDS = 3;
const [IN_TITLE, IN_HEADING, IN_TEXT] = [1, 2, 4];

function rarity(count, pages) {
  return Math.log(1 + (pages - count + 0.5) / (count + 0.5));
}

/** How well one way of writing fits what was typed: 1 at best. */
function fit(form, words, marked) {
  const spelled = form.split(' ');
  let least = 1;
  words.forEach((word, i) => {
    const found = spelled[i] ?? '';
    if (word.any || found === word.form) return;
    const typedPlain = word.form === word.key;
    if (typedPlain && !marked) return;
    if (spellingOf(found) === spellingOf(word.form)) least = Math.min(least, WORTH.spelling);
    else least = Math.min(least, typedPlain ? WORTH.levelTone : WORTH.otherTone);
  });
  return least;
}

function weigh(weight) {
  let worth = 0;
  for (let field = 0; field < FIELDS; field += 1) {
    if (weight & (1 << field)) worth += worth === 0 ? WORTH.fields[field] : WORTH.more * WORTH.fields[field];
  }
  return worth * (1 + WORTH.often * (weight >> FIELDS));
}

/** For each set of forms that a hit can have, how well the best of them fits. */
function fits(term, words, marked) {
  const single = term.forms.map((form) => fit(form, words, marked));
  const other = single.length > 7 ? Math.max(...single.slice(7)) : Math.min(...single);
  const sets = new Float64Array(128);
  for (let set = 0; set < 128; set += 1) {
    sets[set] = set === 0 ? other : 0;
    for (let i = 0; i < 7 && i < single.length; i += 1) if (set & (1 << i)) sets[set] = Math.max(sets[set], single[i]);
  }
  return sets;
}

/** Pages gathered from terms. */
export class Matches {
  constructor(pages) {
    this.pages = pages;
    this.score = new Float64Array(pages);
    this.words = new Uint16Array(pages); // bit per word of the query that a page has
    this.pairs = new Uint16Array(pages); // bit per pair of neighbours, by its first word
    this.found = []; // {term, words, first}
  }

  /** `words`: those of the term; `first`: the position of the first in the query. */
  add(term, words, first, marked) {
    const pair = words.length > 1;
    const idf = rarity(term.count, this.pages) * (pair ? 1 : WORTH.single);
    const bits = (pair ? 3 : 1) << first;
    const good = fits(term, words, marked);
    for (const page of term.pages) {
      this.words[page] |= bits;
      if (pair) this.pairs[page] |= 1 << first;
    }
    const { page, weight, forms } = term.hits;
    for (let i = 0; i < page.length; i += 1) this.score[page[i]] += idf * weigh(weight[i]) * good[forms[i]];
    if (term.long) this.addUnknown(term, idf * WORTH.unknown * good[1]);
    this.found.push({ term, idf, first, pair });
  }

  /** Pages of a long list that are not among its hits. */
  addUnknown(term, worth) {
    const fields = new Uint8Array(this.pages);
    for (const page of term.pages) fields[page] = IN_TEXT;
    for (const page of term.titles) fields[page] |= IN_TITLE;
    for (const page of term.headings) fields[page] |= IN_HEADING;
    for (const page of term.hits.page) fields[page] = 0;
    for (const page of term.pages) if (fields[page] > 0) this.score[page] += worth * weigh(fields[page]);
  }

  /** The pages that have all words of which a bit is set. */
  having(bits) {
    const out = [];
    for (let page = 0; page < this.pages; page += 1) if ((this.words[page] & bits) === bits) out.push(page);
    return out;
  }

  /** Adds to the best pages what needs a look at each: whether words stand together or near. */
  refine(page, all) {
    const places = this.found.map(({ term, idf }) => ({ idf, place: placeIn(term, page) })).filter(({ place }) => place >= 0);
    let near = 0;
    for (let i = 1; i < places.length; i += 1) {
      if (Math.abs(places[i].place - places[i - 1].place) <= WORTH.nearPlaces) near += Math.min(places[i].idf, places[i - 1].idf);
    }
    const complete = all > 0 && (this.pairs[page] & all) === all;
    return (this.score[page] + WORTH.near * near) * (complete ? WORTH.complete : 1);
  }

  /** Where the page is best looked at: the place of the rarest term with one; -1: nowhere. */
  placeOf(page) {
    let best = { idf: -1, place: -1 };
    for (const { term, idf } of this.found) {
      const place = placeIn(term, page);
      if (place >= 0 && idf > best.idf) best = { idf, place };
    }
    return best.place;
  }
}

/** The place of a term on a page; -1 where it is not kept. */
export function placeIn(term, page) {
  const list = term.hits.page;
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] < page) low = middle + 1;
    else high = middle;
  }
  return list[low] === page ? term.hits.place[low] : -1;
}
