import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../model/buildDataset.ts';
import type { cutDataset } from '../../model/cutDataset.ts';
import { parseDataset } from '../../model/parseDataset.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../../model/sampleFixture.ts';
import { writeCsvFiles } from '../csv.ts';
import { createImportLog } from '../importLog.ts';
import { readTables } from './readTables.ts';
import { bytesInput, textInput } from './tableFixture.ts';

const quiet = () => ({ log: createImportLog(), progress: () => undefined });

describe('our own tables', () => {
  const write = (dataset: Parameters<typeof cutDataset>[0]) =>
    writeCsvFiles(dataset, { entities: [...dataset.entities.keys()], relations: [...dataset.relations.keys()] }, null);

  const readBack = async (dataset: ReturnType<typeof buildDataset>, isZip: boolean) => {
    const files = write(dataset);
    const zip = (): Uint8Array =>
      zipSync(Object.fromEntries(files.map(({ name, text }) => [name, new TextEncoder().encode(text)])));
    const inputs = isZip ? [bytesInput(zip(), 'x.zip')] : files.map(({ name, text }) => textInput(text.slice(1), name));
    const read = await readTables(inputs, null, quiet());
    expect(write(buildDataset(read.file)).map(({ text }) => text)).toEqual(files.map(({ text }) => text));
    return read;
  };

  it('come back exactly, one by one or in a ZIP', async () => {
    const { file } = parseDataset(JSON.parse(readFileSync('data/musk-putin-2024.json', 'utf8')));
    for (const isZip of [true, false]) {
      const read = await readBack(buildDataset(file), isZip);
      expect(read.file.relations.map(({ claims }) => claims)).toEqual(file.relations.map(({ claims }) => claims));
      expect(read.read).toEqual({ nodes: file.entities.length, edges: file.relations.length });
    }
  });

  it('come back whatever is in their cells', async () => {
    const sign = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      "'",
      '"',
      ',',
      ';',
      '|',
      '\\',
      '＝',
      'a',
      '1',
      'é',
    );
    const hostile = fc.string({ unit: sign, minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        hostile,
        hostile,
        fc.array(hostile, { minLength: 1, maxLength: 3 }),
        async (name, text, list) => {
          const entities = [
            sampleEntity('ann', { name, summary: text, aliases: list, properties: { [name]: list } }),
            sampleEntity('bob'),
          ];
          const dataset = buildDataset(
            sampleFile(entities, [sampleRelation('r1', 'ann', 'bob', [sampleClaim('c1', { text, note: name })])]),
          );
          const { file } = await readBack(dataset, false);
          expect(file.entities[0]).toEqual(entities[0]);
          expect(file.relations[0]?.claims[0]).toMatchObject({ text, note: name });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are read without the tables of claims, sources and types', async () => {
    const { file } = parseDataset(JSON.parse(readFileSync('data/musk-putin-2024.json', 'utf8')));
    const some = write(buildDataset(file)).filter(({ name }) => /^(?:entities|relations)/.test(name));
    const read = await readTables(
      some.map(({ name, text }) => textInput(text.slice(1), name)),
      null,
      quiet(),
    );
    expect(read.file.relations.map(({ id, claims }) => [id, claims.length])).toEqual(
      file.relations.map(({ id }) => [id, 0]),
    );
  });
});
