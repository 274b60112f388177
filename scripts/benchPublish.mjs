import { readFileSync, writeFileSync } from 'node:fs';
import { openWith, withFreshProfile } from './benchPage.mjs';

/** Options of pictures by row; what sets them apart from the plain request, which readers get without choosing. */
const PICTURES = { picture: {}, again: {}, alone: { sources: false }, small: { sources: false, scale: 1 } };
/** What else leaves the page, by row. */
const FILES = { page: 'html', tables: 'csv', data: 'sayso', dossier: 'dossier-html' };

/** Makes a file in the page; {ms, bytes, type, width, height} or {message}. A picture of several pages is a ZIP. */
function make(page, method, options) {
  return page.evaluate(
    async ([name, asked]) => {
      const from = performance.now();
      try {
        const blob = await window.sayso[name](asked);
        const ms = performance.now() - from;
        const { size: bytes, type } = blob;
        const { width = null, height = null } = type === 'image/png' ? await createImageBitmap(blob) : {};
        return { ms, bytes, type, width, height };
      } catch ({ message }) {
        return { message };
      }
    },
    [method, options],
  );
}

/** Runs requests by row, one after the other in one page. */
async function makeAll(page, requests) {
  const [values, also, problems] = [{}, {}, {}];
  for (const [key, [method, options]] of Object.entries(requests)) {
    const made = await make(page, method, options);
    if (made.message) problems[key] = made.message;
    else [values[key], also[key]] = [made.ms, made];
  }
  return { values, also, problems };
}

/** PNGs of everything shown. */
export function makePictures({ browser, address }, dataset) {
  return withFreshProfile(browser, async (page) => {
    await openWith(page, address, dataset);
    const plain = { format: 'png', scope: 'all', scale: 2 };
    const requests = Object.entries(PICTURES).map(([key, over]) => [key, ['picture', { ...plain, ...over }]]);
    return makeAll(page, Object.fromEntries(requests));
  });
}

export function pictureRows(of) {
  return [
    ms('picture', `picture with its pages of sources, PNG at scale 2, ${of}`, 2000),
    ms('again', '  the second time, composed already'),
    ms('alone', '  without the list of sources'),
    ms('small', '  without it, at scale 1'),
  ];
}

/** The most memory that a process has held since `forget`, MB; null where the system does not say. */
function createGauge(pid) {
  const megabytes = 1024;
  return {
    forget() {
      try {
        writeFileSync(`/proc/${pid}/clear_refs`, '5');
      } catch {
        // Elsewhere than on Linux there is nothing to read either.
      }
    },
    read() {
      try {
        const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
        return Number(kilobytes) / megabytes;
      } catch {
        return null;
      }
    },
  };
}

/** The process that draws the page: the one of its kind that has worked most. */
async function findRenderer(context) {
  const session = await context.browser().newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return renderers.sort((a, b) => b.cpuTime - a.cpuTime)[0].id;
}

/** Everything else that leaves the page, and the memory that a picture and a page take at most. */
export function publish({ browser, address }, dataset) {
  return withFreshProfile(browser, async (page, context) => {
    await openWith(page, address, dataset);
    const gauge = createGauge(await findRenderer(context));
    gauge.forget();
    const rest = gauge.read();
    const requests = Object.entries(FILES).map(([key, format]) => [key, ['export', { format }]]);
    const { values, also, problems } = await makeAll(page, Object.fromEntries(requests));
    const files = gauge.read();
    gauge.forget();
    const png = await make(page, 'picture', { format: 'png', scale: 2 });
    const picture = gauge.read();
    return { values: { ...values, rest, files, picture }, also: { ...also, png }, problems };
  });
}

const ms = (key, what, budget = null) => ({ key, what, unit: 'ms', budget });
const megabytes = (key, what) => ({ key, what, unit: 'MB', budget: null });

export function publishRows(of) {
  return [
    ms('page', `page that stands alone, ${of}`, 3000),
    ms('tables', '  tables (CSV)'),
    ms('data', '  Sayso JSON'),
    ms('dossier', '  dossier (HTML)'),
    megabytes('picture', `memory of the page’s process at most, PNG at scale 2, ${of}`),
    megabytes('files', '  while the files above are made'),
    megabytes('rest', '  before'),
  ];
}
