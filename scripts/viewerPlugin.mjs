import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from './setUp.mjs';

const ID = 'virtual:viewer';
const FOLDER = join(ROOT, 'src/picture/viewer');

/** Script and stylesheet of the stand-alone page's viewer, each as one minified string. */
async function compileViewer() {
  const { output } = (
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'warn',
      mode: 'production',
      build: {
        write: false,
        target: ['chrome123', 'firefox120', 'safari17.5'],
        cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
        lib: { entry: join(FOLDER, 'viewer.ts'), formats: ['iife'], name: 'sayso', cssFileName: 'viewer' },
      },
    })
  )[0];
  const script = output.find(({ type }) => type === 'chunk').code.trim();
  const style = output
    .find(({ fileName }) => fileName.endsWith('.css'))
    .source.toString()
    .trim();
  return { script, style };
}

/**
 * The module `virtual:viewer`: what the stand-alone page carries, compiled on its own so that nothing of the app is in it.
 * The same in the build, the development server and tests.
 */
export function viewerPlugin() {
  return {
    name: 'sayso:viewer',
    resolveId: (source) => (source === ID ? `\0${ID}` : null),
    async load(source) {
      if (source !== `\0${ID}`) return null;
      for (const name of readdirSync(FOLDER)) this.addWatchFile(join(FOLDER, name));
      const { script, style } = await compileViewer();
      return `export const viewerScript = ${JSON.stringify(script)};\nexport const viewerStyle = ${JSON.stringify(style)};`;
    },
  };
}
