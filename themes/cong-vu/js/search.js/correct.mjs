// Typing errors: one edit away in the list of syllables, accepted only where a pair with a neighbour occurs.
import { isOneEdit } from './words.mjs';

const TRIED = 4; // candidates whose pairs are fetched

/** Numbers are taken as they are, and abbreviations that occur. */
function isSyllable(key) {
  return key.length > 1 && /[aeiouy]/.test(key) && !/\d/.test(key);
}

function isStrange(key) {
  return key.length > 2 && !/\d/.test(key);
}

/** The syllable in place of word `at` that fits best: {key, form}; null where none does. */
async function replacement(index, words, at, list) {
  const left = words[at - 1];
  const right = words[at + 1];
  let candidates = [];
  list.keys.forEach((key, number) => {
    if (isOneEdit(words[at].key, key) && isSyllable(key)) candidates.push({ key, number, count: list.counts[number], fit: 0, form: key });
  });
  if (candidates.length === 0) return null;
  if (!left && !right) {
    const best = candidates.reduce((a, b) => (b.count > a.count ? b : a));
    const term = await index.term(best.key);
    return { key: best.key, form: term?.forms[0] ?? best.key };
  }
  if (right) {
    const before = new Set((await index.term(right.key))?.before ?? []);
    if (!left) candidates = candidates.filter(({ number }) => before.has(number));
    candidates.sort((a, b) => before.has(b.number) - before.has(a.number) || b.count - a.count);
  }
  // All pairs with the left neighbour lie in one or two shards; with the right one each candidate has its own.
  const tried = left ? candidates : candidates.slice(0, TRIED);
  await Promise.all(tried.map(async (one) => {
    const term = await index.term(left ? `${left.key} ${one.key}` : `${one.key} ${right.key}`);
    if (term) Object.assign(one, { fit: term.count, form: term.forms[0].split(' ')[left ? 1 : 0] });
  }));
  const best = tried.reduce((a, b) => (b.fit > a.fit ? b : a), { fit: 0 });
  return best.fit > 0 ? { key: best.key, form: best.form } : null;
}

/**
 * Words with what was probably meant, or null where nothing better is known. `known(i)`: whether any page has word i;
 * `paired(i)`: whether any has it beside a neighbour.
 */
export async function correct(index, words, known, paired) {
  const doubtful = words.map((_, i) => i).filter((i) => (known(i) ? isSyllable(words[i].key) && words.length > 1 && !paired(i) : isStrange(words[i].key)));
  if (doubtful.length === 0) return null;
  const list = await index.syllables();
  // Unknown words first: a known one beside an unknown one may be right.
  const unknown = doubtful.filter((i) => !known(i));
  const out = [...words];
  let changed = false;
  for (const i of unknown.length > 0 ? unknown : doubtful) {
    const better = await replacement(index, out, i, list);
    if (!better) continue;
    out[i] = { ...words[i], ...better, any: true };
    changed = true;
    if (unknown.length === 0) break; // its neighbour was doubtful only because of it
  }
  return changed ? out : null;
}
