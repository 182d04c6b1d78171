// Builds the site once into a temporary folder and holds it against the tests of this folder: all, those that take half a minute,
// those that measure time, or the others: `node check.mjs [quick | timed | together]`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { run } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const repository = join(here, '../..');
const part = process.argv[2] ?? 'all';
const quick = part === 'quick';
const inHalfAMinute = ['kinds', 'links', 'machines', 'markup', 'opendata', 'weight'];
const alone = ['lighthouse'];  // measures time
const named = (file) => basename(file, '.test.mjs');
const tests = [here, join(here, 'search')].flatMap((folder) => readdirSync(folder).filter((file) => file.endsWith('.test.mjs')).sort().map((file) => join(folder, file)));

/** Runs test files, two at a time or one; resolves to whether all passed. Prints a line for each test, and all that is wrong. */
function hold(files, concurrency) {
  let passed = true;
  return new Promise((resolve) => {
    run({ files, concurrency, timeout: 600_000 })
      .on('test:pass', ({ name, skip, details }) => { if (!name.endsWith('.mjs')) say(skip ? 'skipped' : 'ok', name, skip || seconds(details)); })
      .on('test:diagnostic', ({ message }) => { if (!/^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /.test(message)) console.log(`          ${message}`); })
      .on('test:fail', ({ name, details }) => {
        passed = false;
        say('FAILED', name, seconds(details));
        console.log((details.error.cause?.message ?? details.error.cause ?? details.error.message).toString().replace(/^/gm, '          '));
      })
      .on('test:stderr', ({ message }) => process.stderr.write(message))
      .on('end', () => resolve(passed))
      .resume();
  });
}

const seconds = ({ duration_ms: duration }) => `${(duration / 1000).toFixed(1)} s`;
const say = (word, name, more) => console.log(`${word.padEnd(8)}  ${name} (${more})`);

const folder = mkdtempSync(join(tmpdir(), 'thidua-browser-'));
try {
  process.env.THIDUA_SITE = join(folder, 'site');
  process.env.THIDUA_QUICK = quick ? '1' : '';
  execFileSync(join(repository, 'build/thidua'), ['build', '--root', repository, '--output', process.env.THIDUA_SITE], { stdio: ['ignore', 'ignore', 'inherit'] });
  const wanted = tests.filter((file) => !quick || inHalfAMinute.includes(named(file)));
  const timed = part === 'together' ? [] : wanted.filter((file) => alone.includes(named(file)));
  const others = part === 'timed' ? [] : wanted.filter((file) => !alone.includes(named(file)));
  const passed = (others.length === 0 || (await hold(others, 2))) && (timed.length === 0 || (await hold(timed, 1)));
  process.exitCode = passed ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
