import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, runnerImport } from 'vite';
import { viewerPlugin } from './scripts/viewerPlugin.mjs';
import { PALETTES, type Palette } from './src/scene/palette.ts';

const DATA = 'data/musk-putin-2024.json';
const CACHE = 'node_modules/.cache/sayso';
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The palette as CSS custom properties, so that page, canvas and pictures have their colours from one place. */
function paletteCss(): Plugin {
  const id = 'virtual:palette.css';
  const block = ({ kinds, ...rest }: Palette): string =>
    [...Object.entries(rest), ...Object.entries(kinds).map(([kind, colour]) => [`kind-${kind}`, colour])]
      .map(([name, colour]) => `--${name}:${colour};`)
      .join('');
  return {
    name: 'sayso:palette',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (source) =>
      source === `\0${id}`
        ? `:root{color-scheme:light;${block(PALETTES.light)}}
           :root[data-theme="dark"]{color-scheme:dark;${block(PALETTES.dark)}}
           @media (prefers-color-scheme: dark){:root:not([data-theme="light"]){color-scheme:dark;${block(PALETTES.dark)}}}`
        : null,
  };
}

/** Everything that a layout's result depends on, so that the cache can never be stale. */
function layoutKey(problem: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(problem));
  for (const name of readdirSync('src/model').toSorted()) {
    if (/^(layout|anneal).*\.ts$/.test(name)) hash.update(readFileSync(`src/model/${name}`));
  }
  return hash.digest('hex').slice(0, 24);
}

type Prerender = typeof import('./src/prerender.tsx');

async function renderFirstPage(): Promise<ReturnType<Prerender['renderPage']>> {
  const { module } = await runnerImport<Prerender>('./src/prerender.tsx');
  const file = JSON.parse(readFileSync(DATA, 'utf8'));
  const problem = module.buildFirstProblem(file);
  const cached = `${CACHE}/${layoutKey(problem)}.json`;
  mkdirSync(CACHE, { recursive: true });
  if (!existsSync(cached)) writeFileSync(cached, JSON.stringify(module.solveFirst(problem)));
  return module.renderPage(file, JSON.parse(readFileSync(cached, 'utf8')));
}

/** Writes the bundled story into index.html, with its layout, and the Content-Security-Policy. Build only: the dev server injects inline scripts. */
function firstPage(): Plugin {
  return {
    name: 'sayso:first-page',
    apply: 'build',
    buildStart() {
      this.addWatchFile(DATA);
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        const { page, placement, title } = await renderFirstPage();
        const fonts = Object.keys(bundle ?? {}).filter((name) =>
          /source-sans-3-latin-(400|600)-normal-.*\.woff2$/.test(name),
        );
        const preloads = fonts.map(
          (name) => `<link rel="preload" href="./${name}" as="font" type="font/woff2" crossorigin>`,
        );
        // The canvas is the largest part of the code and is only asked for by the script that the page loads first.
        const canvas = Object.keys(bundle ?? {}).filter((name) => /createCanvas-[^/]*\.js$/.test(name));
        preloads.push(...canvas.map((name) => `<link rel="modulepreload" href="./${name}" crossorigin>`));
        return html
          .replace(
            '<meta charset="utf-8" />',
            `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />`,
          )
          .replace('<title>Sayso</title>', () => `<title>${title}</title>`)
          .replace('<!--preloads-->', () => preloads.join(''))
          .replace('<!--page-->', () => page)
          .replace('</body>', () => `<script type="application/json" id="placement">${placement}</script>\n  </body>`);
      },
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: DATA, source: readFileSync(DATA) });
    },
  };
}

interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/**
 * Names the chunk of a module: everything that the first script imports, however deep, is one file. Thirty small ones that
 * are all fetched at once cost 2 kB more of headers and of words that cannot be packed together.
 */
function nameFirstChunk() {
  const first = new Set<string>();
  const collect = (id: string, graph: Graph): void => {
    if (first.has(id)) return;
    first.add(id);
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) collect(next, graph);
  };
  return (id: string, graph: Graph): string | null => {
    if (first.size === 0) collect(`${import.meta.dirname}/src/main.tsx`, graph);
    return first.has(id) && !id.endsWith('.css') ? 'first' : null;
  };
}

export default defineConfig({
  base: './',
  plugins: [react(), paletteCss(), viewerPlugin(), firstPage()],
  build: {
    target: ['chrome123', 'firefox120', 'safari17.5'],
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: nameFirstChunk() }] } } },
  },
  worker: { format: 'es' },
});
