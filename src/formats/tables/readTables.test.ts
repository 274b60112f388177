import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../model/dataError.ts';
import { findAllProblems } from '../../model/parseDataset.ts';
import { ENTITY_ROLES, RELATION_ROLES, type TableMapping } from '../../model/tableMapping.ts';
import { createImportLog } from '../importLog.ts';
import { isTableFile } from './isTableFile.ts';
import { peekTables } from './peekTables.ts';
import { readTables } from './readTables.ts';
import { bytesInput, readTexts, sentencesOf, textInput } from './tableFixture.ts';

const quiet = () => ({ log: createImportLog(), progress: () => undefined });
const codes = (log: { issues(): readonly { readonly code: string }[] }): string[] =>
  log.issues().map(({ code }) => code);

describe('a table of relations', () => {
  it('becomes relations with a claim for each source', async () => {
    const read = await readTexts([
      'Person A,Person B,Connection,Source\nAnn,Bob,married,https://a.org and https://b.org\nAnn,Cy,friend,General knowledge\nBob,Cy,knows,\n',
    ]);
    expect(sentencesOf(read)).toEqual([
      'Ann · married · Bob',
      'Ann · has the relation “friend” to · Cy',
      'Bob · knows · Cy',
    ]);
    expect(read.file.relations.map(({ claims }) => claims.length)).toEqual([2, 1, 0]);
    expect(read.file.sources.map(({ url, label }) => url ?? label)).toEqual([
      'https://a.org',
      'https://b.org',
      'General knowledge',
    ]);
    expect(read.file.relationTypes[0]).toMatchObject({ group: 'family', symmetric: true });
    expect(read.read).toEqual({ nodes: 3, edges: 3 });
  });

  it('takes who, whom and how as they are meant', async () => {
    const read = await readTexts(['Who\tWhom\tHow\tSource\nAda Ray\tBetaCorp\tadvises\tThe Daily, 3 May 2020\n']);
    expect(sentencesOf(read)).toEqual(['Ada Ray · advises · BetaCorp']);
    expect(read.file.sources.map(({ label }) => label)).toEqual(['The Daily, 3 May 2020']);
  });

  it('says who says it and how firmly, never more firmly than the file', async () => {
    const read = await readTexts([
      'from,to,relation,according to,certainty,url\nA,B,paid,,,https://x.org\nA,B,met,Cy,,https://x.org\nA,B,bribed,,alleged,https://x.org\nA,B,owns,,high,https://x.org\nA,B,hired,Dee,rumoured,\n',
    ]);
    const claims = read.file.relations.map(({ claims: [claim] }) => claim && [claim.modality, claim.attribution]);
    expect(claims).toEqual([
      ['stated', []],
      ['reported', [{ label: 'Cy', kind: 'named' }]],
      ['alleged', [{ kind: 'unstated' }]],
      ['alleged', [{ kind: 'unstated' }]],
      undefined,
    ]);
    expect(read.file.relations[3]?.properties).toEqual({ certainty: ['high'] });
    expect(read.file.relations[4]?.properties).toEqual({ 'according to': ['Dee'], certainty: ['rumoured'] });
    expect(codes(read.log)).toContain('firmness-not-understood');
  });

  it('puts a denial on the relation that it denies', async () => {
    const read = await readTexts([
      'from,to,relation,stance,said by,url\nA,B,paid,asserts,,https://x.org\nA,B,paid,denies,B,https://y.org\nC,B,paid,denies,B,https://y.org\n',
    ]);
    expect(read.file.relations.map(({ claims }) => claims.map(({ stance }) => stance))).toEqual([
      ['asserts', 'denies'],
      ['denies'],
    ]);
    expect(read.file.relations[0]?.claims[1]).toMatchObject({
      modality: 'reported',
      attribution: [{ entity: 'B', kind: 'named' }],
    });
    expect(read.read.edges).toBe(3);
    const by = await readTexts([
      'from,to,relation,denied by,source\nA,B,paid,B,https://x.org\nA,C,paid,no,https://x.org\n',
    ]);
    expect(by.file.relations.map(({ claims }) => claims.map(({ stance }) => stance))).toEqual([
      ['asserts', 'denies'],
      ['asserts'],
    ]);
  });

  it('makes no claim of a denial without a source, and keeps its words', async () => {
    const read = await readTexts(['from,to,relation,stance,url\nA,B,paid,,https://x.org\nA,B,paid,denied,\n']);
    expect(read.file.relations).toHaveLength(1);
    expect(read.file.relations[0]).toMatchObject({
      properties: { stance: ['denied'] },
      claims: [{ stance: 'asserts' }],
    });
    expect(codes(read.log)).toContain('denial-unsourced');
  });

  it('reads dates in the order of their column and keeps what is none', async () => {
    const read = await readTexts([
      'from,to,relation,start,end\nA,B,owns,03/04/2005,31/12/2006\nA,C,owns,19XX,\nA,D,owns,2010,2005\n',
    ]);
    expect(read.file.relations.map(({ valid }) => valid)).toEqual(['2005-04-03/2006-12-31', undefined, undefined]);
    expect(read.file.relations.map(({ properties }) => properties)).toEqual([
      undefined,
      { start: ['19XX'] },
      { start: ['2010'], end: ['2005'] },
    ]);
    expect(codes(read.log)).toEqual(
      expect.arrayContaining(['date-not-understood', 'dates-reversed', 'date-order-guessed']),
    );
  });

  it('merges wordings only as asked, and keeps the written one', async () => {
    const text = 'from,to,relation\nA,B,CEO\nA,C,C.E.O.\n';
    const plain = await readTexts([text]);
    expect(plain.file.relationTypes).toHaveLength(2);
    const merged = await readTexts([text], { ...plain.mapping, wordings: [['C.E.O.', 'CEO']] });
    expect(merged.file.relationTypes).toHaveLength(1);
    expect(merged.file.relations.map(({ label }) => label)).toEqual([undefined, 'C.E.O.']);
  });

  it('keeps names of columns and ids that mean something to computers', async () => {
    const read = await readTexts(['from,to,relation,__proto__,constructor\n__proto__,constructor,knows,x,y\n']);
    expect(sentencesOf(read)).toEqual(['__proto__ · knows · constructor']);
    expect(Object.entries(read.file.relations[0]?.properties ?? {})).toEqual([
      ['__proto__', ['x']],
      ['constructor', ['y']],
    ]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('keeps cells beyond the header and tells broken quotes with their line', async () => {
    const read = await readTexts(['source,target,relation\nA,B,knows,extra\nC,D,"never closed\n']);
    expect(read.file.relations[0]?.properties).toEqual({ 'column 4': ['extra'] });
    expect(read.log.issues()).toContainEqual(expect.objectContaining({ code: 'quote-not-closed', where: 'line 3' }));
  });
});

describe('tables that belong together', () => {
  it('name the same people by id, by name, and tell who is described nowhere', async () => {
    const read = await readTexts([
      'id,name,type\n1,Ann,Person\n2,Acme,Company\n',
      'source,target,relation\n1,2,owns\nAnn,2,runs\n3,1,knows\n',
    ]);
    expect(sentencesOf(read)).toEqual(['Ann · owns · Acme', 'Ann · runs · Acme', '3 · knows · Ann']);
    expect(codes(read.log)).toContain('dangling-end');
    expect(read.read).toEqual({ nodes: 2, edges: 3 });
    expect(read.perFile).toEqual([
      { nodes: 2, edges: 0 },
      { nodes: 0, edges: 3 },
    ]);
  });

  it('are one where only their headers say how people are related', async () => {
    const read = await readTexts(['Company,Director\nAcme,Ann\n', 'Donor,Party\nAnn,Greens\n']);
    expect(sentencesOf(read)).toEqual(['Ann · director of · Acme', 'Ann · donated to · Greens']);
    expect(read.read).toEqual({ nodes: 3, edges: 2 });
  });
});

describe('text of every make', () => {
  it.each([
    'a;b\nX, Y;Z\nZ;Q, R\n',
    'sep=;\r\nsource;target\r\nA;B\r\n',
    'source|target\rA|B\r',
    'source\ttarget\r\nA\tB\n',
    '# a remark\nsource,target\nA,B\n',
    'A title over the table,,\n,,\nsource,target,relation\nA,B,knows\n',
  ])('%j', async (text) => {
    const read = await readTexts([text]);
    expect(read.file.relations.length).toBeGreaterThan(0);
    expect(read.file.entities.map(({ name }) => name)).not.toContain('source');
  });
});

describe('whatever is asked', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      'source',
      'target',
      'Ann',
      'Acme',
      '2001',
      'https://a.org',
      '"',
      '\n',
      ',',
      ';',
      '31/12/2001',
      'Person',
      'denied',
      "'=1",
      '__proto__',
    ),
  );
  const text = fc
    .array(
      fc.array(cell, { minLength: 1, maxLength: 6 }).map((cells) => cells.join(',')),
      { maxLength: 12 },
    )
    .map((rows) => rows.join('\n'));

  it('any text is read or refused, and the guess read again is the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 3 }), async (texts) => {
        try {
          const first = await readTexts(texts);
          expect(findAllProblems(first.file).filter(({ severity }) => severity === 'error')).toEqual([]);
          const second = await readTexts(texts, first.mapping);
          expect(second.mapping).toEqual(first.mapping);
          expect(second.file).toEqual(first.file);
        } catch (error) {
          expect(error).toBeInstanceOf(DataError);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('every mapping works', async () => {
    const lines = 'a,b,c,d,e\nAnn,Acme,owns,2001,https://a.org\nBob,Acme,denied,31/12/2002,no\n,,,,\nAnn\n';
    const base = { name: 't1.csv', header: [...'abcde'], dateOrder: 'mdy', separator: null } as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...RELATION_ROLES), { maxLength: 7 }),
        fc.array(fc.constantFrom(...ENTITY_ROLES), { maxLength: 7 }),
        fc.boolean(),
        fc.boolean(),
        async (relations, entities, hasHeader, isEntities) => {
          const rule = isEntities
            ? ({ ...base, hasHeader, shape: 'entities', columns: entities, kind: 'Person' } as const)
            : ({
                ...base,
                hasHeader,
                shape: 'relations',
                columns: relations,
                fromKind: 'Person',
                toKind: 'Company',
                wording: 'runs',
                modality: 'alleged',
                directed: true,
              } as const);
          const mapping: TableMapping = { tables: [rule], wordings: [['owns', 'runs']] };
          const { file } = await readTexts([lines], mapping);
          expect(findAllProblems(file).filter(({ severity }) => severity === 'error')).toEqual([]);
          await peekTables([textInput(lines, 't1.csv')], mapping, quiet());
        },
      ),
      { numRuns: 150 },
    );
  });

  it('bytes that are no table are refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom([0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0]),
        async (bytes, start) => {
          const input = bytesInput(new Uint8Array([...start, ...bytes]), 'x.xlsx');
          expect(typeof isTableFile(input)).toBe('boolean');
          await readTables([input], null, quiet()).catch((error: unknown) => expect(error).toBeInstanceOf(DataError));
        },
      ),
      { numRuns: 60 },
    );
  });
});
