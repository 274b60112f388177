import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { it } from 'vitest';
import { createImportLog } from '../importLog.ts';
import { readInput } from '../readInput.ts';
import { readTables } from './readTables.ts';

it('profile', async () => {
  const f = '/work/shared/corpus/' + process.env['F'];
  const { input } = await readInput(
    { name: 'x.csv', content: new Blob([readFileSync(f)]) } as never,
    createImportLog(),
  );
  await readTables([input], null, { log: createImportLog(), progress: () => {} });
  const s = new Session();
  s.connect();
  await s.post('Profiler.enable');
  await s.post('Profiler.setSamplingInterval', { interval: 200 });
  await s.post('Profiler.start');
  const t = performance.now();
  await readTables([{ ...input, name: 'y.csv' }], null, { log: createImportLog(), progress: () => {} });
  console.log('ms', performance.now() - t);
  const { profile } = await s.post('Profiler.stop');
  const self = new Map<string, number>();
  const dt = profile.timeDeltas!;
  const byId = new Map(profile.nodes.map((n) => [n.id, n]));
  profile.samples!.forEach((id, i) => {
    const n = byId.get(id)!;
    const k = n.callFrame.functionName + ' ' + n.callFrame.url.split('/').pop() + ':' + n.callFrame.lineNumber;
    self.set(k, (self.get(k) ?? 0) + dt[i]!);
  });
  console.log(
    [...self]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 22)
      .map(([k, v]) => (v / 1000).toFixed(0) + ' ' + k)
      .join('\n'),
  );
}, 60000);
