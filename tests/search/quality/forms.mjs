// The five forms in which each query is asked. A form that leaves the query as it was says nothing and is undefined: it is left out of that form's mean.

/** In the order of the tables. */
export const forms = [
  { name: 'with tones', of: (query) => query.normalize('NFC') },
  { name: 'without tones', of: (query) => changed(query, withoutTones(query)) },
  { name: 'other tone placement', of: (query) => changed(query, otherPlacement(query)) },
  { name: 'normal form D', of: (query) => changed(query, query.normalize('NFD')) },
  { name: 'one typing error', of: withError },
];

const changed = (query, form) => (form === query.normalize('NFC') ? undefined : form);

export function withoutTones(query) {
  return query.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}

const older = 'óa òa ỏa õa ọa óe òe ỏe õe ọe úy ùy ủy ũy ụy'.split(' ');
const newer = 'oá oà oả oã oạ oé oè oẻ oẽ oẹ uý uỳ uỷ uỹ uỵ'.split(' ');
const placed = new RegExp(`(?<!q)(${[...older, ...newer].join('|')})(?!\\p{L})`, 'giu');

/** hòa for hoà and hoà for hòa: where nothing follows the two vowels, both are written. */
export function otherPlacement(query) {
  return query.normalize('NFC').replace(placed, (vowels) => {
    const low = vowels.toLowerCase();
    const other = newer[older.indexOf(low)] ?? older[newer.indexOf(low)];
    return [...vowels].map((letter, i) => (letter === letter.toLowerCase() ? other[i] : other[i].toUpperCase())).join('');
  });
}

const neighbours = Object.fromEntries(['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((row) =>
  [...row].map((key, i) => [key, (row[i - 1] ?? '') + (row[i + 1] ?? '')])));

/** FNV-1a: the same query always gets the same error. */
function hash(text) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}

/** One error in one syllable of at least three letters: one left out, one doubled, two swapped, or the key beside it. Digits are not harmed. */
export function withError(query) {
  const text = query.normalize('NFC');
  const syllables = [...text.matchAll(/(?<![\p{L}\p{N}])\p{L}{3,}(?![\p{L}\p{N}])/gu)];
  if (syllables.length === 0) return undefined;
  let seed = hash(text);
  const draw = (count) => { const drawn = seed % count; seed = hash(`${seed}`); return drawn; };
  const { 0: syllable, index } = syllables[draw(syllables.length)];
  const harm = [leaveOut, double, swap, besideIt][draw(4)];
  let harmed = syllable;
  for (let at = draw(syllable.length), tries = 0; harmed === syllable && tries < syllable.length; ++tries) {
    harmed = harm([...syllable], (at + tries) % syllable.length, draw).join('');
  }
  return changed(text, text.slice(0, index) + harmed + text.slice(index + syllable.length));
}

const leaveOut = (letters, at) => letters.filter((_, i) => i !== at);
const double = (letters, at) => letters.flatMap((letter, i) => (i === at ? [letter, letter] : [letter]));

function swap(letters, at) {
  const first = Math.min(at, letters.length - 2);
  [letters[first], letters[first + 1]] = [letters[first + 1], letters[first]];
  return letters;
}

function besideIt(letters, at, draw) {
  const keys = neighbours[withoutTones(letters[at]).toLowerCase()];
  letters[at] = keys[draw(keys.length)];
  return letters;
}
