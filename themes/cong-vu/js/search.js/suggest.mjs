// Titles that go on as a reader types, from the index that answers queries too.
import { search } from './search.mjs';
import { formOf, keyOf, wordsOf } from './words.mjs';

const COMPLETIONS = 3; // ways in which the last word may go on
const LOOKED_AT = 8; // pages whose records are fetched
const OFFERED = 5;

/** The last word as it may go on, behind the one before it: the most frequent first. */
async function completions(index, words) {
  const last = words.at(-1);
  const before = words.length > 1 ? `${words.at(-2).key} ` : '';
  const begin = before + last.key;
  const number = index.shardOf(begin);
  if (number < 0) return [];
  const shard = await index.shard(number);
  const found = [];
  for (const key of shard.keys()) {
    if (!key.startsWith(begin) || key.includes(' ', before.length)) continue;
    const term = shard.term(key);
    found.push({ form: term.forms[0].split(' ').at(-1), count: term.count });
  }
  return found.sort((a, b) => b.count - a.count).slice(0, COMPLETIONS).map(({ form }) => form);
}

/** Whether a title has every word, the last of them as a beginning. */
function goesOn(title, words) {
  const keys = wordsOf(title).map(({ key }) => key);
  return words.every(({ key }, i) => keys.some((own) => (i === words.length - 1 ? own.startsWith(key) : own === key)));
}

/** [{url, title, kind}] of pages whose titles have what was typed so far. */
export async function suggest(index, typed) {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const front = words.slice(0, -1).map(({ form }) => form);
  const endings = /[\p{L}\p{N}\p{M}]$/u.test(typed) ? await completions(index, words) : [];
  const last = words.at(-1);
  const pages = [];
  for (const ending of endings.length > 0 ? endings : [last.form]) {
    const exact = keyOf(ending) === last.key ? formOf(last.form) : ending;
    const { pages: found, corrected } = await search(index, [...front, exact].join(' '));
    if (!corrected) pages.push(...found.slice(0, LOOKED_AT).map(({ page }) => page));
  }
  const records = await Promise.all([...new Set(pages)].slice(0, LOOKED_AT).map(async (page) => ({ ...(await index.record(page)), kind: index.entry.kinds[index.kind[page]] })));
  return records.filter(({ title }) => goesOn(title, words)).slice(0, OFFERED);
}
