import { createReadStream, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Vite writes a hash of the content into these names, so they never change. */
const HASHED = /[/\\]assets[/\\][^/\\]+-[\w-]{8,}\.\w+$/;

const FIXED_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), clipboard-write=(self)',
};

/**
 * The policy of a page's meta element, or the strictest that still shows a page; a header adds what a meta cannot say.
 * A page that is asked for as `?embed` may be framed by others.
 */
export function readPolicy(html, framed = false) {
  const tag = /<meta\b[^>]*http-equiv=["']?content-security-policy["']?[^>]*>/i.exec(html)?.[0] ?? '';
  const [, quote, raw] = /\bcontent=(["'])(.*?)\1/is.exec(tag) ?? [];
  const policy = quote
    ? raw.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    : "default-src 'self'";
  const rules = policy.trim().replace(/;$/, '');
  return framed ? rules : `${rules}; frame-ancestors 'none'`;
}

/** The file that a request means; null where there is none, where it is hidden, or where it lies outside `dir`. */
export function findFile(dir, base, requestUrl) {
  let path;
  try {
    path = decodeURIComponent(requestUrl.split(/[?#]/)[0]);
  } catch {
    return null;
  }
  if (!path.startsWith(base) || /[\\\0]/.test(path)) return null;
  const parts = path.slice(base.length).split('/');
  if (parts.some((part) => part.startsWith('.'))) return null;
  let file = resolve(dir, ...parts);
  if (path.endsWith('/')) file = join(file, 'index.html');
  if (!existsSync(file) || !statSync(file).isFile()) return null;
  return realpathSync(file).startsWith(realpathSync(dir) + sep) ? file : null;
}

function refuse(response, status, text) {
  response.writeHead(status, { 'Content-Type': TYPES['.txt'], 'Cache-Control': 'no-cache' });
  response.end(`${text}\n`);
}

function sendFile(request, response, file) {
  const { size, mtimeMs } = statSync(file);
  const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, {
    'Content-Type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': size,
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}

function answer(request, response, file) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    refuse(response, 405, 'Only GET and HEAD are answered here.');
  } else if (file) sendFile(request, response, file);
  else refuse(response, 404, 'There is nothing at this address.');
}

/** Reads the policy again after each build, since it holds hashes of what is inline. */
function createPolicyReader(page) {
  let time = -1;
  let html = '';
  return (framed) => {
    const { mtimeMs } = statSync(page);
    if (mtimeMs !== time) html = readFileSync(page, 'utf8');
    time = mtimeMs;
    return readPolicy(html, framed);
  };
}

/** Whether a page is asked for as an embed, which others may frame. */
const isEmbed = (requestUrl) => new URLSearchParams(requestUrl.split('?')[1] ?? '').has('embed');

/**
 * A static server for a built site, not yet listening. Every answer carries the page's own policy and the other
 * security headers; only GET and HEAD, nothing hidden, nothing outside `dir`. `base` is the path the site is under.
 */
export function createSiteServer(dir, { base = '/' } = {}) {
  const policyOf = createPolicyReader(join(dir, 'index.html'));
  return createServer((request, response) => {
    try {
      response.setHeader('Content-Security-Policy', policyOf(isEmbed(request.url ?? '')));
      for (const [name, value] of Object.entries(FIXED_HEADERS)) response.setHeader(name, value);
      answer(request, response, findFile(dir, base, request.url ?? '/'));
    } catch {
      // Only while the site is being built anew, between two looks at a file.
      refuse(response, 503, 'The site is being built: try again in a moment.');
    }
  });
}

/** Ends the process well on Ctrl+C or a stop from outside: answers under way get a second to finish. */
export function stopOnSignal(server) {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 1000).unref();
    });
  }
}
