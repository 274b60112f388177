import { expect, it } from 'vitest';
import { entityOf, inputOf, openFtm } from './ftmFixture.ts';
import { sniffFtm } from './sniffFtm.ts';
import { isStatementTable } from './statementTable.ts';

const rows = [
  ['p', 'Person:name', 'Roe, Ann', 'a', 'eng', '', '', '', '2023', '2024'],
  ['p', 'Person:country', 'de', 'b', '', 'Germany', '', 't', '2022', '2025'],
  ['c', 'Company:name', 'Firm', 'a', '', '', '', '', '', ''],
  ['o', 'Ownership:owner', 'p', 'a', '', '', '', '', '', ''],
  ['o', 'Ownership:asset', 'c', 'a', '', '', '', '', '', ''],
];

it('statements packed into a table without a header are joined to entities', () => {
  const text = rows.map((cells) => cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')).join('\n');
  expect(isStatementTable(text)).toBe(true);
  const { file, read } = openFtm(text, 'list.pack');
  expect(read).toEqual({ nodes: 2, edges: 1 });
  expect(file.title).toBe('list');
  expect(file.relations).toMatchObject([{ from: 'p', to: 'c' }]);
  expect(entityOf(file, 'p')).toMatchObject({ kind: 'Person', name: 'Roe, Ann', properties: { country: ['de'] } });
  expect(entityOf(file, 'p').kept).toMatchObject({
    ftm: { datasets: ['a', 'b'], first_seen: '2022', statements: [{ lang: 'eng' }, { original_value: 'Germany' }] },
  });
});

it.each(['a,b:c,d,,,,,,,', 'id,Person:name,x', 'a,Person:name,"b', 'name\nPerson:name'])(
  'a table that only looks like that (%s) is none',
  (text) => expect(isStatementTable(text)).toBe(false),
);

it('an entity that is given as its statements has what they say', () => {
  const statements = rows.slice(0, 2).map(([id, packed = '', value, dataset]) => {
    const [schema, prop] = packed.split(':');
    return { canonical_id: id, entity_id: id, schema, prop, value, dataset };
  });
  const text = JSON.stringify({ id: 'p', caption: 'Ann', schema: 'Person', statements });
  expect(sniffFtm(inputOf(text))).toBeGreaterThan(0.5);
  expect(openFtm(text).file.entities).toMatchObject([{ name: 'Roe, Ann', properties: { country: ['de'] } }]);
});
