// Serves the built site on this machine only, as a well-kept web host would: types, compression, ranges, caching of hashed assets, 404.
import { createServer } from 'node:http';
import { readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json', '.jsonld': 'application/ld+json', '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.ico': 'image/x-icon',
  '.csv': 'text/csv; charset=utf-8', '.ics': 'text/calendar; charset=utf-8', '.atom': 'application/atom+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.pdf': 'application/pdf',
};

/** What a reader's browser would be sent: compressed where that helps. */
export function compress(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
}

const compressible = (type) => /^text|json|xml|javascript|manifest/.test(type);

/** The file for an address, or undefined: no address leads out of the folder. */
function found(root, address) {
  const path = join(root, normalize(`/${decodeURIComponent(address)}`));
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) return path;
  return stat?.isDirectory() && path.endsWith('/') && statSync(join(path, 'index.html'), { throwIfNoEntry: false }) ? join(path, 'index.html') : undefined;
}

/** Starts serving; resolves to `origin` (without a slash at its end), `asked` (every path that was asked for) and `close`. */
export async function serve(root) {
  const compressed = new Map();
  const asked = new Set();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    asked.add(pathname);
    const path = found(root, pathname);
    const file = path ?? join(root, '404.html');
    const type = types[extname(file)] ?? 'application/octet-stream';
    let bytes = readFileSync(file);
    const headers = { 'Content-Type': type, 'Cache-Control': file.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache' };
    const range = path && /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    if (range) {
      const last = Math.min(Number(range[2]), bytes.length - 1);
      headers['Content-Range'] = `bytes ${range[1]}-${last}/${bytes.length}`;
      bytes = bytes.subarray(Number(range[1]), last + 1);
      response.writeHead(bytes.length > 0 ? 206 : 416, { ...headers, 'Content-Length': bytes.length }).end(bytes);
      return;
    }
    if (compressible(type) && /\bbr\b/.test(request.headers['accept-encoding'] ?? '')) {
      if (!compressed.has(file)) compressed.set(file, compress(bytes));
      bytes = compressed.get(file);
      headers['Content-Encoding'] = 'br';
    }
    response.writeHead(path ? 200 : 404, { ...headers, 'Content-Length': bytes.length }).end(bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    asked,
    close: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}
