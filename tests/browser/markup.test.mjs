// The Nu HTML checker has nothing to say on any page: no error, no warning, no remark.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { assertNone } from './site/faults.mjs';
import { files, pages, root } from './site/pages.mjs';
import { serve } from './site/server.mjs';

const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
let server;
before(async () => { server = await serve(root); });
after(() => server.close());

const onThisMachine = ['-Dnu.validator.servlet.allow-forbidden-hosts=true', '-Dnu.validator.servlet.allowed-address-type=all'];

/** One run for all: over HTTP, because a policy's 'self' means nothing to a file. */
function check(addresses) {
  const arguments_ = [...onThisMachine, '-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', '--also-check-css', '--also-check-svg', ...addresses];
  return new Promise((resolve, reject) => {
    execFile('java', arguments_, { maxBuffer: 1 << 28 }, (error, out) => (error ? reject(error) : resolve(JSON.parse(out).messages)));
  });
}

const line = ({ url, lastLine, type, subType, message, extract }) =>
  `${new URL(url).pathname}:${lastLine}: ${subType ?? type}: ${message} [${extract?.replace(/\s+/g, ' ')}]`;

test('markup: the Nu checker accepts every page, style sheet and drawing', async () => {
  const others = files.filter((file) => /\.(css|svg)$/.test(file)).map((file) => join(root, file));
  const messages = await check([...pages.map((page) => `${server.origin}/${page}`), ...others]);
  const unread = pages.filter((page) => !server.asked.has(`/${page}`)).map((page) => `/${page}: was not read`);
  assertNone([...messages.map(line), ...unread]);
});
