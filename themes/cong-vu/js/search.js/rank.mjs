// Terms and their hits -> pages, the best first.
import { DamagedIndex } from './decode.mjs';
import { isPlain, spellingOf } from './words.mjs';

/** What a match is worth; all in one place, judged by measured queries (tests/search/quality). */
export const WORTH = {
  fields: [4, 4, 1.6, 1], // of title, owner, heading, text: the best that a page has counts in full, others by `more`
  more: 0.25,
  often: 0.08, // for each step of how often
  unknown: 0.8, // of a page of a long list of which only the fields are known
  rarity: 0.8, // the power of how rare a term is
  single: 0.35, // of a syllable against a pair
  spelling: 0.97, // the same tones, written in another place
  levelTone: 0.6, // typed without a mark among words with marks, found with one
  otherTone: 0.3,
  near: 0.7, // two terms a few lines from each other, against the lesser of both
  nearPlaces: 1,
  complete: 1.6, // all words of the query stand together
  coverage: 2.5, // the power of what share of the query a page has
  title: 2, // a title that says what was asked and nothing else
  // Pages that tell again what another page is for.
  kinds: { data: 0.6, 'data-table': 0.6, checklist: 0.6, plan: 0.85 },
  sameYear: 1.3, // of a year that was asked for
  newer: 0.02, // of news of the latest year, less for each year before
};

const FIELDS = 4; // bits of a weight
const [IN_TITLE, IN_TEXT] = [1, 8];
const TITLE_WORDS = [1, 2, 3, 4, 5.5, 8, 12, 20]; // by the step that the index keeps
const TITLE_WORDS_UNKNOWN = 8;
const TITLE_STEP_OFTEN = 3; // how often a term of a title is taken to stand on its page

function rarity(count, pages) {
  return Math.log(1 + (pages - count + 0.5) / (count + 0.5)) ** WORTH.rarity;
}

/** How much a term tells of a page that has it. */
export function worthOf(term, pages) {
  return rarity(term.count, pages) * (term.key.includes(' ') ? 1 : WORTH.single);
}

/** How well one way of writing fits what was typed: 1 at best. */
function fit(form, words, marked) {
  const spelled = form.split(' ');
  let least = 1;
  words.forEach((word, i) => {
    const found = spelled[i] ?? '';
    if (word.any || found === word.form) return;
    const typedPlain = isPlain(word.form);
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
  return worth * (1 + WORTH.often * (weight & IN_TITLE ? TITLE_STEP_OFTEN : weight >> FIELDS));
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

function bitsIn(number) {
  let count = 0;
  for (let bits = number; bits; bits &= bits - 1) count += 1;
  return count;
}

/** Pages gathered from terms. */
export class Matches {
  constructor(index, words) {
    this.index = index;
    this.query = words;
    this.marked = words.some((word) => !word.any && !isPlain(word.form));
    this.years = words.map(({ key }) => (/^(?:19|20)\d\d$/.test(key) ? Number(key) : -1));
    this.pages = index.pages;
    this.score = new Float64Array(this.pages);
    this.has = new Float64Array(this.pages); // the worth of the terms that a page has
    this.words = new Uint16Array(this.pages); // bit per word of the query that a page has
    this.pairs = new Uint16Array(this.pages); // bit per pair of neighbours, by its first word
    this.asTyped = new Uint16Array(this.pages); // bit per pair: written so on the page, or perhaps
    this.inTitle = new Uint16Array(this.pages); // bit per word
    this.titleWords = new Float32Array(this.pages); // of pages with one in the title
    this.worth = 0; // of all terms
    this.found = []; // {list, worth}
  }

  /** `first`: the position in the query of the term's first word. */
  add(term, list, first) {
    const pair = term.key.includes(' ');
    const words = this.query.slice(first, pair ? first + 2 : first + 1);
    const worth = worthOf(term, this.pages);
    const bits = (pair ? 3 : 1) << first;
    const good = fits(term, words, this.marked);
    for (const page of list.pages) {
      if (page >= this.pages) throw new DamagedIndex('no such page');
      this.has[page] += worth;
      this.words[page] |= bits;
      if (pair) this.pairs[page] |= 1 << first;
    }
    const { page, weight, forms } = list.hits;
    for (let i = 0; i < page.length; i += 1) {
      const fitting = good[forms[i]];
      this.score[page[i]] += worth * weigh(weight[i]) * fitting;
      if (pair && fitting >= WORTH.spelling) this.asTyped[page[i]] |= 1 << first;
      if (weight[i] & IN_TITLE) {
        this.inTitle[page[i]] |= bits;
        this.titleWords[page[i]] = TITLE_WORDS[(weight[i] >> FIELDS) & 7];
      }
    }
    if (list.long) this.addUnknown(list, worth * WORTH.unknown * good[1], bits, pair ? 1 << first : 0);
    this.worth += worth;
    this.found.push({ list, worth });
  }

  /** Pages of a long list that are not among its hits. */
  addUnknown({ pages, titles, hits }, worth, bits, pair) {
    const fields = new Uint8Array(this.pages);
    for (const page of pages) fields[page] = IN_TEXT;
    for (const page of titles) fields[page] |= IN_TITLE;
    for (const page of hits.page) fields[page] = 0;
    for (const page of pages) {
      if (fields[page] === 0) continue;
      this.score[page] += worth * weigh(fields[page]);
      this.asTyped[page] |= pair;
      if (fields[page] & IN_TITLE) {
        this.inTitle[page] |= bits;
        this.titleWords[page] ||= TITLE_WORDS_UNKNOWN;
      }
    }
  }

  /** The pages that have all words of which a bit is set; none where none is. */
  having(bits) {
    const out = [];
    if (bits === 0) return out;
    for (let page = 0; page < this.pages; page += 1) if ((this.words[page] & bits) === bits) out.push(page);
    return out;
  }

  /** The pages that have at least such a share of what the best page has of the query. */
  covering(share) {
    const most = this.has.reduce((a, b) => Math.max(a, b), 0);
    const out = [];
    for (let page = 0; page < this.pages; page += 1) if (this.has[page] > 0 && this.has[page] >= share * most) out.push(page);
    return out;
  }

  /** What having only a share of the query leaves of a page's worth: 1 of one that has all. */
  coverage(page) {
    return (this.has[page] / this.worth) ** WORTH.coverage;
  }

  /** What a page is worth without a look at where its words stand. */
  outline(page) {
    return this.score[page] * this.coverage(page) * this.standing(page);
  }

  /** What it is worth: `all` are the bits of all pairs of the query. */
  worthOfPage(page, all) {
    const places = this.found.map(({ list, worth }) => ({ worth, place: placeIn(list, page) })).filter(({ place }) => place >= 0);
    let near = 0;
    for (let i = 1; i < places.length; i += 1) {
      if (Math.abs(places[i].place - places[i - 1].place) <= WORTH.nearPlaces) near += Math.min(places[i].worth, places[i - 1].worth);
    }
    const complete = all > 0 && (this.pairs[page] & all) === all ? WORTH.complete : 1;
    const title = this.inTitle[page] ? bitsIn(this.inTitle[page]) / (this.titleWords[page] + 1) : 0;
    return (this.score[page] + WORTH.near * near) * complete * this.coverage(page) * (1 + WORTH.title * title) * this.standing(page);
  }

  /** What its kind and its year make of a page, whatever is asked. */
  standing(page) {
    const { entry, kind, year, latest } = this.index;
    const name = entry.kinds[kind[page]];
    const newer = name === 'news' ? Math.max(0, WORTH.newer * (1 - (latest - year[page]) / 5)) : 0;
    return (WORTH.kinds[name] ?? 1) * (1 + newer) * (this.years.includes(year[page]) ? WORTH.sameYear : 1);
  }

  /** Where the page is best looked at: the place of the rarest term with one; -1: nowhere. */
  placeOf(page) {
    let best = { worth: -1, place: -1 };
    for (const { list, worth } of this.found) {
      const place = placeIn(list, page);
      if (place >= 0 && worth > best.worth) best = { worth, place };
    }
    return best.place;
  }
}

/** The place of a term on a page; -1 where it is not kept. */
function placeIn({ hits }, page) {
  const list = hits.page;
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] < page) low = middle + 1;
    else high = middle;
  }
  return list[low] === page ? hits.place[low] : -1;
}
