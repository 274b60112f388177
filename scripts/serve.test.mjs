import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSiteServer, readPolicy } from './serve.mjs';

const PAGE = `<!doctype html><meta content="default-src 'none'; script-src 'self';" http-equiv="Content-Security-Policy">`;
let folder;
let server;

/** Asks without any tidying of the path, which `fetch` would do. */
async function ask(path, options = {}, of = server) {
  const sent = request({ host: '127.0.0.1', port: of.address().port, path, ...options }).end();
  const [response] = await once(sent, 'response');
  let body = '';
  for await (const part of response.setEncoding('utf8')) body += part;
  return { status: response.statusCode, headers: response.headers, body };
}

async function serve(options) {
  const started = createSiteServer(join(folder, 'dist'), options).listen(0, '127.0.0.1');
  await once(started, 'listening');
  return started;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sayso-serve-'));
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true });
  mkdirSync(join(folder, 'dist', '.vite'));
  mkdirSync(join(folder, 'dist-other'));
  writeFileSync(join(folder, 'dist', 'index.html'), PAGE);
  writeFileSync(join(folder, 'dist', 'assets', 'main-AbCd_-12.js'), 'main()');
  writeFileSync(join(folder, 'dist', '.vite', 'manifest.json'), '{}');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'dist-other', 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'dist', 'link.txt'));
  server = await serve();
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('createSiteServer', () => {
  it.each(['/', '/index.html?x=1', '/assets/main-AbCd_-12.js', '/none'])('secures %s', async (path) => {
    const { headers } = await ask(path);
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['permissions-policy']).toContain('geolocation=()');
  });

  it('lets other pages frame what is asked for as an embed, under the same policy else', async () => {
    const { headers } = await ask('/?embed&host=https%3A%2F%2Fpaper.example');
    expect(headers['content-security-policy']).toBe("default-src 'none'; script-src 'self'");
  });

  it('sends files with their type, and lets only hashed ones be kept', async () => {
    const page = await ask('/');
    expect([page.status, page.body]).toEqual([200, PAGE]);
    expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    const asset = await ask('/assets/main-AbCd_-12.js');
    expect([asset.status, asset.body]).toEqual([200, 'main()']);
    expect(asset.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('answers 304 to one who has the file, until it changes', async () => {
    const { headers } = await ask('/');
    const again = await ask('/', { headers: { 'If-None-Match': headers.etag } });
    expect([again.status, again.body]).toEqual([304, '']);
    expect((await ask('/', { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
  });

  it('answers HEAD without a body, and nothing but GET and HEAD', async () => {
    const head = await ask('/', { method: 'HEAD' });
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', String(PAGE.length)]);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect((await ask('/', { method })).status).toBe(405);
  });

  it.each(
    (
      '/../secret.txt /%2e%2e/secret.txt /..%2fsecret.txt /assets/../../secret.txt /..%5csecret.txt ' +
      '/../dist-other/secret.txt /link.txt /.vite/manifest.json /% /%00 //etc/passwd /assets /assets/'
    ).split(' '),
  )('gives nothing for %s', async (path) => {
    const { status, body } = await ask(path);
    expect([status, body]).toEqual([404, 'There is nothing at this address.\n']);
  });

  it('serves below another path', async () => {
    const below = await serve({ base: '/some/where/' });
    expect((await ask('/some/where/', {}, below)).status).toBe(200);
    expect((await ask('/some/where/assets/main-AbCd_-12.js', {}, below)).status).toBe(200);
    expect((await ask('/', {}, below)).status).toBe(404);
    below.close();
  });
});

describe('readPolicy', () => {
  it('reads escaped quotes, and is strict where the page states no policy', () => {
    const page = '<meta http-equiv=Content-Security-Policy content="script-src &#39;self&#39;">';
    expect(readPolicy(page)).toBe("script-src 'self'; frame-ancestors 'none'");
    expect(readPolicy('<title>x</title>')).toBe("default-src 'self'; frame-ancestors 'none'");
  });
});
