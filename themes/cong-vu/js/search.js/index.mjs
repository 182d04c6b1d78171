// The index as far as it has been fetched. `get(path, options)` is fetch, or behaves like it.
import { column, DamagedIndex, Shard } from './decode.mjs';

const ENTRY = 'tim-kiem/chi-muc.json';
const VERSION = 1;

/** So many bytes of a file: by range, or cut out where the host sends the whole of it. */
async function bytesOf(get, url, from, size) {
  const answer = await get(url, { headers: { Range: `bytes=${from}-${from + size - 1}` } });
  if (!answer.ok) throw new DamagedIndex(`${url}: ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return answer.status === 206 ? bytes : bytes.subarray(from, from + size);
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
    if (entry?.version !== VERSION || !Array.isArray(entry.shards) || entry.sizes?.length !== entry.shards.length) throw new DamagedIndex('unknown version');
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
    const { file_shards: together, sizes } = this.entry;
    const file = Math.floor(number / together);
    const from = sizes.slice(file * together, number).reduce((sum, size) => sum + size, 0);
    const name = `${file}.bin`;
    return this.once(name, async (url) => new Shard(await bytesOf(this.get, url, from, sizes[number]), this.build), number);
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

  /** Null where no page has the term. */
  async term(key) {
    const number = this.shardOf(key);
    return number < 0 ? null : (await this.shard(number)).term(key);
  }

  /** All syllables: {keys, counts}, in the order of their numbers. */
  async syllables() {
    const { syllables, counts } = await this.json('am-tiet.json');
    return { keys: syllables.split(' '), counts };
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
