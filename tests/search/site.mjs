// A small site built with its index, for the tests of the page's script. THIDUA_PROGRAM names the program.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after } from 'node:test';

const repository = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Builds tests/cases/base with more news: {slug: {title, text, date}}. Gives the output folder. */
export function buildSite(news) {
  const root = mkdtempSync(join(tmpdir(), 'thidua-search-'));
  after(() => rmSync(root, { recursive: true }));
  cpSync(join(repository, 'tests/cases/base'), root, { recursive: true });
  cpSync(join(repository, 'themes'), join(root, 'themes'), { recursive: true });
  mkdirSync(join(root, 'content/news'), { recursive: true });
  for (const [slug, { title, text, date = '2025-06-01' }] of Object.entries(news)) {
    const head = JSON.stringify({ title, summary: title, date });
    writeFileSync(join(root, 'content/news', `${slug}.md`), `${head}\n${text}\n`);
  }
  const output = join(root, 'public');
  execFileSync(process.env.THIDUA_PROGRAM, ['build', '--root', root, '--output', output, '--today', '2025-12-31'], { stdio: 'pipe' });
  return output;
}

/**
 * As fetch, from a folder; `asked` receives the paths with what part of them is wanted, `change(path, bytes)` may damage what is read,
 * `ranges: false` is a host that sends the whole of each file.
 */
export function fetchFrom(folder, { asked = [], change = (path, bytes) => bytes, ranges = true } = {}) {
  return async (path, { headers: { Range: range = '' } = {} } = {}) => {
    asked.push(path + range);
    let bytes;
    try {
      bytes = change(path, readFileSync(join(folder, path.endsWith('/') ? `${path}index.html` : path)));
    } catch {
      return new Response('', { status: 404 });
    }
    const [, from, to] = (ranges && /^bytes=(\d+)-(\d+)$/.exec(range)) || [];
    if (bytes && from !== undefined) return new Response(bytes.subarray(Number(from), Number(to) + 1), { status: 206 });
    return bytes ? new Response(bytes) : new Response('', { status: 404 });
  };
}

/** The words of tests/search/words.txt: {raw, key, form}. */
export function sharedWords() {
  const lines = readFileSync(join(repository, 'tests/search/words.txt'), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => {
    const [raw, key, form] = line.split('|');
    return { raw, key, form };
  });
}
