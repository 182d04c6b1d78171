// The index's files -> terms: what generator/search/coding.cpp and shards.cpp write.

const MAGIC = 'TDTK';
const HEAD = 24; // magic, 16 digits of the build, the length of the rest
const MOST_HITS = 160;
const FORMS_FOLLOW = 0x80;
const utf8 = new TextDecoder();

/** A file of another build, cut off, or none of ours. */
export class DamagedIndex extends Error {}

class Reader {
  constructor(bytes, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  byte() {
    if (this.at >= this.end) throw new DamagedIndex('cut off');
    return this.bytes[this.at++];
  }

  number() {
    let number = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      number += (byte & 0x7f) * factor;
      if (byte < 0x80) return number;
      if (factor > 2 ** 40) throw new DamagedIndex('a number without end');
    }
  }

  /** The part of so many bytes that follows. */
  part(length) {
    if (length > this.end - this.at) throw new DamagedIndex('cut off');
    this.at += length;
    return new Reader(this.bytes, this.at - length, this.at);
  }

  text(length) {
    const { at, end } = this.part(length);
    return utf8.decode(this.bytes.subarray(at, end));
  }

  get left() {
    return this.end > this.at;
  }
}

function readDistances(reader, pages) {
  for (let next = 0; reader.left; next += 1) {
    next += reader.number();
    pages.push(next);
  }
}

function readRuns(reader, pages) {
  for (let next = 0; reader.left; ) {
    next += reader.number();
    const end = next + reader.number() + 1;
    if (end - next > 2 ** 24) throw new DamagedIndex('a run without end');
    for (; next < end; next += 1) pages.push(next);
  }
}

function readBits(reader, pages) {
  for (let page = 0; reader.left; page += 8) {
    const bits = reader.byte();
    for (let bit = 0; bit < 8; bit += 1) if (bits & (1 << bit)) pages.push(page + bit);
  }
}

function readPages(reader) {
  const way = reader.byte();
  const read = [readDistances, readRuns, readBits][way];
  if (!read) throw new DamagedIndex('unknown way');
  const pages = [];
  read(reader.part(reader.number()), pages);
  return pages;
}

function readHits(reader, count) {
  const hits = { page: new Uint32Array(count), weight: new Uint8Array(count), forms: new Uint8Array(count), place: new Uint16Array(count) };
  for (let i = 0, next = 0; i < count; i += 1, next += 1) {
    next += reader.number();
    const weight = reader.byte();
    hits.page[i] = next;
    hits.weight[i] = weight & ~FORMS_FOLLOW;
    hits.forms[i] = weight & FORMS_FOLLOW ? reader.byte() : 1;
    hits.place[i] = reader.number();
  }
  return hits;
}

const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const SHAPES = ['', '\u0306', '\u0302', '\u031b'];
const STROKE = 24;
const Y = 25;
const PASS = 7 << 5;

/** How a term is written: generator/search/marks.hpp. */
function readForm(reader, key) {
  const size = reader.number();
  if (size === 0) return key;
  if (size === 1) return reader.text(reader.number());
  const letters = [...key];
  for (let at = -1, left = size - 1; left > 0; left -= 1) {
    const mark = reader.byte();
    at += mark === PASS ? 8 : (mark >> 5) + 1;
    if (mark === PASS) continue;
    if (at >= letters.length) throw new DamagedIndex('a mark on no letter');
    const code = mark & 31;
    if (code === STROKE) letters[at] = 'đ';
    else if (code >= Y) letters[at] = `y${TONES[code - Y]}`;
    else letters[at] += SHAPES[Math.floor(code / 6)] + TONES[code % 6];
  }
  return letters.join('').normalize('NFC');
}

/**
 * {key, forms, count}, and of a single syllable the numbers of those `oftenBefore` it, others `before` it, and `oftenBehind`
 * it. Where its list stands elsewhere, `list` is {from, size}, among the lists of the file; else its list.
 */
function readTerm(reader, key) {
  const forms = [];
  for (let left = reader.number(); left > 0; left -= 1) forms.push(readForm(reader, key));
  const [oftenBefore, before, oftenBehind] = key.includes(' ') ? [] : [readPages(reader), readPages(reader), readPages(reader)];
  const count = reader.number();
  const size = reader.number();
  const list = size > 0 ? { from: reader.number(), size } : readList(reader, count);
  return { key, forms, count, oftenBefore, before, oftenBehind, list };
}

/** pages; hits: of all pages, or of those that matter most. Then `long` is true, and `titles` are the pages that have the term there. */
function readList(reader, count) {
  const long = count > MOST_HITS;
  const [all, titles] = long ? [readPages(reader), readPages(reader)] : [null, []];
  const hits = readHits(reader, Math.min(count, MOST_HITS));
  return { long, pages: all ?? hits.page, titles, hits };
}

/** A list that stands behind the shards of its file. */
export function listIn(bytes, count) {
  return readList(new Reader(bytes), count);
}

/** One shard: terms by their keys, each read when it is asked for. */
export class Shard {
  constructor(bytes, build) {
    const head = utf8.decode(bytes.subarray(0, HEAD - 4));
    const size = bytes.length < HEAD ? -1 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(HEAD - 4, true);
    if (head !== MAGIC + build || size !== bytes.length - HEAD) throw new DamagedIndex('not of this index');
    this.bodies = new Map();
    const reader = new Reader(bytes, HEAD);
    for (let last = ''; reader.left; ) {
      const common = reader.number();
      last = last.slice(0, common) + reader.text(reader.number());
      this.bodies.set(last, reader.part(reader.number()));
    }
  }

  keys() {
    return this.bodies.keys();
  }

  /** Null where no page has it. */
  term(key) {
    const body = this.bodies.get(key);
    return body ? readTerm(new Reader(body.bytes, body.at, body.end), key) : null;
  }
}

/** Runs of a column (value, length, value …) -> the value of each page. */
export function column(runs, pages) {
  const out = new Int32Array(pages);
  let at = 0;
  for (let i = 0; i + 1 < runs.length; i += 2) {
    out.fill(runs[i], at, at + runs[i + 1]);
    at += runs[i + 1];
  }
  if (at !== pages) throw new DamagedIndex('a column of another length');
  return out;
}

/** Distances as JSON -> pages. */
export function pagesOf(distances) {
  let next = -1;
  return distances.map((distance) => (next += distance + 1));
}
