import { test } from 'vitest';
import { buildGeneratedDataset } from '../scripts/generateGraph.mjs';
import { packBody, unpackBody } from './state/keptBody.ts';
test('m', async () => {
  const file = buildGeneratedDataset(10_000, 50_000, 1);
  for (let round = 0; round < 3; round++) {
  const b = performance.now();
  const { blob } = await packBody(file);
  const c = performance.now();
  await unpackBody(blob);
  const d = performance.now();
  console.log({ size: blob.size, pack: (c - b).toFixed(0), unpack: (d - c).toFixed(0) });
  }
});
