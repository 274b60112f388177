import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { buildGeneratedDataset } from '../scripts/generateGraph.mjs';
import { createSiteServer } from '../scripts/serve.mjs';
import { untilLive } from './site.ts';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const PROBE = "fetch('https://elsewhere.invalid/').catch(() => postMessage('refused'))";

interface Reporting {
  readonly server: Server;
  readonly reports: string[];
  readonly policies: Map<string, string>;
}

/** The site with its own headers, whose policy also reports: browsers then tell of workers too, which no page event does. */
function serveReporting(): Reporting {
  const site = createSiteServer(DIST);
  const reports: string[] = [];
  const policies = new Map<string, string>();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? '';
    const setHeader = response.setHeader.bind(response);
    response.setHeader = (name, value) => {
      if (name !== 'Content-Security-Policy') return setHeader(name, value);
      policies.set(path, String(value));
      return setHeader(name, `${String(value)}; report-uri /report`);
    };
    if (path === '/report') {
      request.on('data', (part: Buffer) => reports.push(part.toString()));
      response.end();
    } else if (path === '/probe.js') {
      response.setHeader('Content-Security-Policy', policies.get('/') ?? '');
      setHeader('Content-Type', 'text/javascript');
      response.end(PROBE);
    } else site.emit('request', request, response);
  };
  return { server: createServer(answer), reports, policies };
}

test('the policy holds for page and worker, and neither ever runs into it', async ({ page }) => {
  const { server, reports, policies } = serveReporting();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    await untilLive(page);
    const file = JSON.stringify(buildGeneratedDataset(40, 60, 5));
    expect(
      await page.evaluate(async (text) => (await window.sayso!.open(new Blob([text]))).counts.entities, file),
    ).toBe(40);
    await page.evaluate(() => window.sayso!.picture({ format: 'png', scale: 1 }));

    const worker = [...policies.keys()].find((path) => path.includes('jobs.worker'));
    expect(worker, 'the worker came as a file with a policy').toBeDefined();
    for (const path of ['/', worker!]) {
      const policy = policies.get(path)!;
      expect(policy).toMatch(/^default-src 'none';/);
      expect(policy).not.toMatch(/unsafe-|\*|https?:/);
    }
    // A worker that breaks the policy on purpose: its report comes after all others, so nothing was missed.
    const refused = await page.evaluate(
      () =>
        new Promise((resolve) => {
          new Worker('/probe.js').addEventListener('message', ({ data }) => resolve(data));
        }),
    );
    expect(refused).toBe('refused');
    await expect.poll(() => reports.length).toBeGreaterThan(0);
    expect(reports.filter((report) => !report.includes('elsewhere.invalid'))).toEqual([]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
