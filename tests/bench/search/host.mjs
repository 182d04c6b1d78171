// A static host as small authorities have it: ranges, Brotli for text, everything else as it is. Counts what it sends.
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8', '.xml': 'application/xml', '.wasm': 'application/wasm',
};
const quality = 5;  // of Brotli, as hosts use it that compress while they answer

/** Serves the folder on loopback: { base, sent, close }. `sent` counts bytes of bodies and requests; whoever reads it may set it back to 0. */
export async function serve(folder) {
  const sent = { bytes: 0, requests: 0 };
  const compressed = new Map();
  const server = createServer((request, response) => answer(request, response).catch(() => { response.statusCode = 500; response.end(); }));

  async function answer(request, response) {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://host').pathname));
    if (path === blank) return finish(response, 200, { 'content-type': types['.html'] }, Buffer.from('<!doctype html><title>-</title>'), false);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const size = await stat(file).then((found) => (found.isFile() ? found.size : undefined), () => undefined);
    if (size === undefined) return finish(response, 404, {}, Buffer.alloc(0));
    const headers = { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'accept-ranges': 'bytes', 'cache-control': 'max-age=3600' };
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    if (range) return part(response, file, size, Number(range[1]), range[2] === '' ? size - 1 : Math.min(Number(range[2]), size - 1), headers);
    if (!types[extname(file)]) return finish(response, 200, headers, await readFile(file));
    if (!compressed.has(file)) compressed.set(file, brotliCompressSync(await readFile(file), { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
    return finish(response, 200, { ...headers, 'content-encoding': 'br', vary: 'accept-encoding' }, compressed.get(file));
  }

  function finish(response, status, headers, body, counted = true) {
    if (counted) { sent.requests += 1; sent.bytes += body.length; }
    response.writeHead(status, { ...headers, 'content-length': body.length });
    response.end(body);
  }

  function part(response, file, size, from, to, headers) {
    if (from >= size) return finish(response, 416, { 'content-range': `bytes */${size}` }, Buffer.alloc(0));
    sent.requests += 1;
    sent.bytes += to - from + 1;
    response.writeHead(206, { ...headers, 'content-range': `bytes ${from}-${to}/${size}`, 'content-length': to - from + 1 });
    createReadStream(file, { start: from, end: to }).pipe(response);
  }

  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    base: `http://127.0.0.1:${server.address().port}`, sent, blank,
    close: () => { server.closeAllConnections(); return new Promise((resolve) => { server.close(resolve); }); },
  };
}

/** An empty page without any policy, which counts for nothing: searches are asked from there. */
const blank = '/-blank-/';
