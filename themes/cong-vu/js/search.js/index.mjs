// The index as far as it has been fetched. `get(path, options)` is fetch, or behaves like it.
import { column, DamagedIndex, listIn, Shard } from './decode.mjs';

const ENTRY = 'tim-kiem/chi-muc.json';
const VERSION = 1;

/** So many bytes of a file: by range, or cut out where the host sends the whole of it. */
async function bytesOf(get, url, from, size) {
  const answer = await get(url, { headers: { Range: `bytes=${from}-${from + size - 1}` } });
  if (!answer.ok) throw new DamagedIndex(`${url}: ${answer.status}`);
  const all = new Uint8Array(await answer.arrayBuffer());
  const bytes = answer.status === 206 ? all : all.subarray(from, from + size);
  if (bytes.length !== size) throw new DamagedIndex(`${url}: cut off`);
  return bytes;
}

/** Where each shard lies: {file, from, lists}, the last where the lists of its file begin. */
function placesOf({ sizes, files }) {
  const places = [];
  files.forEach((count, file) => {
    const own = sizes.slice(places.length, places.length + count);
    const lists = own.reduce((sum, size) => sum + size, 0);
    let from = 0;
    for (const size of own) {
      places.push({ file, from, lists });
      from += size;
    }
  });
  if (places.length !== sizes.length) throw new DamagedIndex('shards without a file');
  return places;
}

async function jsonOf(get, url) {
  const answer = await get(url);
  if (!answer.ok) throw new DamagedIndex(`${url}: ${answer.status}`);
  try {
    return await answer.json();
  } catch {
    throw new DamagedIndex(`${url}: no JSON`);
  }
}

export class Index {
  /** `root`: from the page to the site's root. */
  static async open(root, get) {
    const entry = await jsonOf(get, root + ENTRY);
    if (entry?.version !== VERSION || !Array.isArray(entry.shards) || entry.sizes?.length !== entry.shards.length || !Array.isArray(entry.files)) throw new DamagedIndex('unknown version');
    return new Index(root, get, entry);
  }

  constructor(root, get, entry) {
    this.root = root;
    this.get = get;
    this.pages = entry.pages;
    this.build = entry.build;
    this.entry = entry;
    this.kind = column(entry.kind_runs, entry.pages);
    this.year = column(entry.year_runs, entry.pages);
    this.latest = this.year.reduce((a, b) => Math.max(a, b), 0);
    this.places = placesOf(entry);
    this.fetched = new Map();
    this.withoutRanges = false; // whether the host was seen not to serve parts of pages
  }

  /** Fetches once; what failed is tried again the next time. */
  once(name, make, part = 0) {
    const key = `${name}:${part}`;
    if (!this.fetched.has(key)) {
      const promise = make(`${this.root}tim-kiem/${this.build}/${name}`);
      promise.catch(() => this.fetched.delete(key));
      this.fetched.set(key, promise);
    }
    return this.fetched.get(key);
  }

  shard(number) {
    const { file, from } = this.places[number];
    return this.once(`${file}.bin`, async (url) => new Shard(await bytesOf(this.get, url, from, this.entry.sizes[number]), this.build), from);
  }

  json(name) {
    return this.once(name, async (url) => {
      const json = await jsonOf(this.get, url);
      if (json?.build !== this.build) throw new DamagedIndex('of another build');
      return json;
    });
  }

  /** The shard that holds a key, if any does; -1 where it would come before all. */
  shardOf(key) {
    const firsts = this.entry.shards;
    let low = 0;
    let high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(key, firsts[middle])) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  }

  /** Null where no page has the term. Its list may have to be fetched. */
  async term(key) {
    const number = this.shardOf(key);
    const term = number < 0 ? null : (await this.shard(number)).term(key);
    return term && { ...term, place: this.places[number] };
  }

  /** The list of a term: {pages, long, titles, hits}. */
  async listOf({ list, count, place }) {
    if (list.hits) return list;
    const from = place.lists + list.from;
    return this.once(`${place.file}.bin`, async (url) => listIn(await bytesOf(this.get, url, from, list.size), count), from);
  }

  /** The syllables that can have a typing error, in the order of their numbers: {keys, often}, of each by how many pages, a step for twice as many. */
  async syllables() {
    const { syllables, often } = await this.json('am-tiet.json');
    return { keys: syllables.split(' '), often: [...often].map((step) => parseInt(step, 36)) };
  }

  /** {url, title, date} of a page. */
  async record(page) {
    const per = this.entry.record_pages;
    const { records } = await this.json(`r${Math.floor(page / per)}.json`);
    const record = records?.[page % per];
    if (!record) throw new DamagedIndex('a record is missing');
    return { url: record[0], title: record[1], date: record[2] ?? null };
  }
}

/** The order of UTF-8 bytes, which is that of code points; JavaScript's own is that of UTF-16. */
function isBefore(a, b) {
  const x = [...a];
  const y = [...b];
  let i = 0;
  while (i < x.length && i < y.length && x[i] === y[i]) i += 1;
  if (i === x.length || i === y.length) return x.length < y.length;
  return x[i].codePointAt(0) < y[i].codePointAt(0);
}
