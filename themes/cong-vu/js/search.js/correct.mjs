// Typing errors: the word that was probably meant stands more often beside the neighbours than the one that was typed.
import { isOneEdit, isPlain } from './words.mjs';

const TRIED = 6; // candidates that are looked at one by one
const BESIDE = { often: 4, sometimes: 2 }; // what a neighbour's lists say of a candidate
const FEW = 1; // pages with a word beside its neighbour: with no more than that it may be an error
const LIKELIER = 4.5; // log2: how much better than a known word its replacement must stand
// log2 of how much likelier an error is that
const MARKED = 2; // left the marks that were typed,
const HELD = 2; // held a key too long,
const FAR = -4; // took a letter that is neither beside the one meant nor sounds like it

// The rows of a keyboard, and sounds that people take for each other.
const BESIDE_EACH_OTHER = 'qwertyuiop asdfghjkl zxcvbnm sx ln dr ck';

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

/** Whether a form has all marks that were typed, or none as well. */
function hasMarks(form, typed) {
  let left = marksOf(form);
  if (marksOf(typed) === '') return left === '';
  return [...marksOf(typed)].every((mark) => {
    const has = left.includes(mark);
    left = left.replace(mark, '');
    return has;
  });
}

/** What the way from a key to another says, before its neighbours are looked at. */
function likelihood(typed, meant) {
  if (typed.replace(/(.)\1/gu, '$1') === meant) return HELD;
  if (typed.length !== meant.length) return 0;
  const at = [...typed].findIndex((letter, i) => letter !== meant[i]);
  if (typed.slice(at + 1) !== meant.slice(at + 1)) return 0; // two that were swapped
  return BESIDE_EACH_OTHER.includes(typed[at] + meant[at]) || BESIDE_EACH_OTHER.includes(meant[at] + typed[at]) ? 0 : FAR;
}

/** log2 of how often a word stands beside its neighbours in a form that `fits`. */
function standingOf(sides, fits) {
  return sides.reduce((sum, { count, forms }) => sum + (forms.some(fits) ? Math.log2(1 + count) : 0), 0);
}

/** Corrects one query. */
class Correction {
  constructor(index, words) {
    this.index = index;
    this.words = [...words];
    this.marked = words.some(({ form }) => !isPlain(form));
  }

  /** The pairs of `key` in place of word `at` with its left and its right neighbour; the latter only where there may be one. */
  pairs(at, key, isBeforeRight) {
    const [left, right] = [this.words[at - 1], this.words[at + 1]];
    return Promise.all([left && `${left.key} ${key}`, right && isBeforeRight && `${key} ${right.key}`].map((pair) => (pair ? this.index.term(pair) : null)));
  }

  /** Whether a form found is what was typed: in a query without marks any is. */
  isTyped(found, form) {
    return !this.marked || found === form;
  }

  /** `key` beside the left and beside the right neighbour, as those were typed: the pages that have both, and how it is written on them. */
  async beside(at, key, isBeforeRight = true) {
    const pairs = await this.pairs(at, key, isBeforeRight);
    return pairs.map((pair, side) => {
      const neighbour = this.words[side === 0 ? at - 1 : at + 1];
      const both = (pair?.forms ?? []).map((form) => form.split(' ')).filter((form) => neighbour.any || isPlain(neighbour.form) || form[side] === neighbour.form);
      return { count: pair?.count ?? 0, forms: both.map((form) => form[1 - side]) };
    });
  }

  /** Syllables of the list that may be meant by word `at`, those first that its neighbours name. */
  async candidates(at, list) {
    const [left, right] = await Promise.all([this.words[at - 1], this.words[at + 1]].map((word) => (word ? this.index.term(word.key) : null)));
    const behind = new Set(left?.oftenBehind ?? []);
    const oftenBefore = new Set(right?.oftenBefore ?? []);
    const before = new Set(right?.before ?? []);
    const out = [];
    list.keys.forEach((key, number) => {
      if (!isSyllable(key) || !isOneEdit(this.words[at].key, key)) return;
      const beforeRight = oftenBefore.has(number) ? BESIDE.often : before.has(number) ? BESIDE.sometimes : 0;
      const likely = likelihood(this.words[at].key, key);
      out.push({ key, isBeforeRight: beforeRight > 0, often: list.often[number], likely, first: beforeRight + (behind.has(number) ? BESIDE.often : 0) + likely });
    });
    return out.sort((a, b) => b.first - a.first || b.often - a.often).slice(0, TRIED);
  }

  /** What is probably meant by word `at`: {key, form, gain}; null where nothing is likelier than what was typed. */
  async replacement(at, list, known) {
    const { key: typed, form } = this.words[at];
    const isMarked = (found) => hasMarks(found, form);
    const own = known ? standingOf(await this.beside(at, typed), (found) => this.isTyped(found, form)) : 0;
    const candidates = await this.candidates(at, list);
    await Promise.all(candidates.map(async (one) => {
      one.sides = await this.beside(at, one.key, one.isBeforeRight);
      one.stands = standingOf(one.sides, (found) => !known || !this.marked || isMarked(found));
      one.worth = one.stands + one.likely + (this.marked && one.sides.some(({ forms }) => forms.some(isMarked)) ? MARKED : 0);
    }));
    candidates.sort((a, b) => b.worth - a.worth || b.often - a.often);
    const best = candidates.find(({ stands, worth }) => this.words.length === 1 || (stands > 0 && (!known || worth >= own + LIKELIER)));
    if (!best) return null;
    const written = await this.writtenAs(at, best);
    return { key: best.key, form: written, gain: best.worth - own, any: marksOf(written) !== marksOf(form) };
  }

  /** How a candidate is written in place of word `at`: as it most often stands beside its neighbour, with the marks that were typed. */
  async writtenAs(at, { key, sides }) {
    const term = await this.index.term(key);
    const typed = this.words[at].form;
    const found = [...sides.flatMap((side) => side.forms), ...(term?.forms ?? [key])];
    return found.find((form) => isPlain(typed) || hasMarks(form, typed)) ?? found[0];
  }

  /** Whether word `at`, which is known, stands beside neither neighbour as it was typed, or hardly so. */
  async isStrange(at) {
    const { key, form } = this.words[at];
    const sides = await this.beside(at, key);
    return sides.every(({ count, forms }) => count <= FEW || !forms.some((found) => this.isTyped(found, form)));
  }
}

/**
 * Words with what was probably meant, or null where nothing better is known. `known`: whether any page has each word.
 * Quotations are taken as they are.
 */
export async function correct(index, words, known) {
  const correction = new Correction(index, words);
  const open = words.map((_, i) => i).filter((i) => words[i].quote === 0);
  const unknown = open.filter((i) => !known[i] && isWord(words[i].key));
  const strange = [];
  if (unknown.length === 0 && words.length > 1) {
    for (const i of open) if (isSyllable(words[i].key) && (await correction.isStrange(i))) strange.push(i);
  }
  if (unknown.length + strange.length === 0) return null;
  const list = await index.syllables();
  const out = correction.words;
  for (const i of unknown) out[i] = { ...out[i], ...(await correction.replacement(i, list, false)) };
  // Of several known words that stand alone only one is an error.
  const found = await Promise.all(strange.map(async (at) => ({ at, better: await correction.replacement(at, list, true) })));
  const [best] = found.filter(({ better }) => better).sort((a, b) => b.better.gain - a.better.gain);
  if (best) out[best.at] = { ...out[best.at], ...best.better };
  return out.some((word, i) => word.key !== words[i].key) ? out : null;
}
