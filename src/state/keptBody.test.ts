import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { DatasetFile } from '../model/records.ts';
import { sampleEntity, sampleFile } from '../model/sampleFixture.ts';
import { packBody, unpackBody, writePieces } from './keptBody.ts';

const anyFile = fc
  .record({
    more: fc.dictionary(
      fc.string().filter((name) => name !== 'sayso'),
      fc.jsonValue(),
    ),
    names: fc.array(fc.string(), { maxLength: 20 }),
  })
  .map(({ more, names }): DatasetFile => {
    const { sources: _, entities: __, relations: ___, relationTypes: ____, id: _____, title: ______, ...fields } = more;
    return {
      ...sampleFile(
        names.map((name, i) => sampleEntity(`${i}`, { name })),
        [],
      ),
      ...fields,
    };
  });

describe('a kept body', () => {
  test('is a Sayso file, and gives back what was packed, whatever its fields and texts', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, async (file) => {
        const plain = JSON.parse(JSON.stringify(file));
        const { blob } = await packBody(file);
        expect(JSON.parse(await blob.text())).toEqual(plain);
        expect(await unpackBody(blob)).toEqual(plain);
      }),
    );
  });

  test('keeps a field called "__proto__" and pollutes nothing', async () => {
    const file = JSON.parse('{"__proto__":{"polluted":1}}');
    const whole = Object.defineProperties({ ...sampleFile([], []) }, Object.getOwnPropertyDescriptors(file));
    const read = await unpackBody((await packBody(whole)).blob);
    expect(Object.hasOwn(read, '__proto__')).toBe(true);
    expect(({} as { polluted?: unknown }).polluted).toBe(undefined);
  });

  test('is refused when it was cut off anywhere, or is something else', async () => {
    const whole = await (await packBody(sampleFile([sampleEntity('a'), sampleEntity('b')], []))).blob.text();
    for (let end = 0; end < whole.length - 1; end += 7) {
      await expect(unpackBody(new Blob([whole.slice(0, end)]))).rejects.toMatchObject({ code: 'kept-unreadable' });
    }
    await expect(unpackBody(new Blob(['{\n"sayso":2\n}\n']))).rejects.toMatchObject({ code: 'kept-unreadable' });
  });

  test('is written in pieces that take no long time each', () => {
    const long = 'x'.repeat(1000);
    const file = sampleFile(
      Array.from({ length: 5000 }, (_, i) => sampleEntity(`${i}`, { summary: long })),
      [],
    );
    const pieces = [...writePieces(file)];
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(600_000);
    expect(JSON.parse(pieces.join(''))).toEqual(file);
  });

  test('is read across the ends of pieces, inside letters too', async () => {
    const file = sampleFile(
      Array.from({ length: 300 }, (_, i) => sampleEntity(`${i}`, { summary: `${'я'.repeat(i)}€👩‍👩‍👧‍👦`.repeat(20) })),
      [],
    );
    expect(await unpackBody((await packBody(file)).blob)).toEqual(file);
  });

  test('is told apart by its digest, where the browser has one', async () => {
    const digestOf = async (id: string): Promise<string | null> =>
      (await packBody(sampleFile([sampleEntity(id)], []))).digest;
    expect(await digestOf('a')).toMatch(/^[0-9a-f]{64}$/);
    expect(await digestOf('a')).toBe(await digestOf('a'));
    expect(await digestOf('a')).not.toBe(await digestOf('b'));
    vi.stubGlobal('crypto', {});
    expect(await digestOf('a')).toBe(null);
  });
});
