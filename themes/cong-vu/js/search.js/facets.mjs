// What results can be narrowed by: kind of page, year, campaign, unit, topic, each with how many results have it.
import { column, DamagedIndex, pagesOf } from './decode.mjs';

const COLUMNS = { campaign: ['phong-trao.json', 'campaigns', 'campaign_runs'], unit: ['don-vi.json', 'units', 'unit_runs'] };

/** Those that are known from the entry, and those that are fetched. */
export const FACETS = ['kind', 'year', 'campaign', 'unit', 'topic'];

async function readColumn(index, facet) {
  const [file, names, runs] = COLUMNS[facet];
  const json = await index.json(file);
  if (!Array.isArray(json[names])) throw new DamagedIndex(`${file}: no names`);
  const values = column(json[runs], index.pages);
  return { names: json[names], of: (page) => (values[page] < 0 ? [] : [values[page]]) };
}

async function readTopics(index) {
  const { topics, topic_pages: lists } = await index.json('chu-de.json');
  if (!Array.isArray(topics) || topics.length !== lists?.length) throw new DamagedIndex('chu-de.json: no topics');
  const values = new Map();
  lists.forEach((distances, topic) => {
    for (const page of pagesOf(distances)) values.set(page, [...(values.get(page) ?? []), topic]);
  });
  return { names: topics, of: (page) => values.get(page) ?? [] };
}

/** {names, of}: what its values are called, by number, and the numbers of a page's values. Years are their own numbers. */
export async function facet(index, name) {
  if (name === 'kind') return { names: index.entry.kinds, of: (page) => [index.kind[page]] };
  if (name === 'year') return { names: null, of: (page) => (index.year[page] > 0 ? [index.year[page]] : []) };
  return name === 'topic' ? readTopics(index) : readColumn(index, name);
}

/** The results that have each of the chosen values: {kind: 3, year: 2025 …}. */
export async function narrow(index, pages, chosen) {
  let left = pages;
  for (const [name, value] of Object.entries(chosen)) {
    const { of } = await facet(index, name);
    left = left.filter(({ page }) => of(page).includes(value));
  }
  return left;
}

/** How many results have each value of a facet: [{value, name, count}], the most frequent first, years from the latest. */
export async function counts(index, pages, name) {
  const { names, of } = await facet(index, name);
  const count = new Map();
  for (const { page } of pages) for (const value of of(page)) count.set(value, (count.get(value) ?? 0) + 1);
  const list = [...count].map(([value, n]) => ({ value, name: names ? names[value] : String(value), count: n }));
  return list.sort((a, b) => (names ? b.count - a.count || a.value - b.value : b.value - a.value));
}
