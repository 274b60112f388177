import { expect, it } from 'vitest';
import { readSayso } from '../src/formats/sayso.ts';
import { findAllProblems } from '../src/model/parseDataset.ts';
import { findLines } from './checkData.mjs';

const say = ({ where, code }) => (where ? `${where}: ${code}` : code);
const reader = { readSayso, findAllProblems, sayIssue: say, sayError: say };
const EMPTY = { sayso: 1, id: 'a', title: 'A', sources: [], entities: [], relations: [], relationTypes: [] };

function linesOf(value) {
  return findLines(typeof value === 'string' ? value : JSON.stringify(value), reader);
}

it('finds nothing in a right file', () => expect(linesOf(EMPTY)).toEqual([]));

it('says why a file is none', () => {
  expect(linesOf('{')).toEqual(['not-json']);
  expect(linesOf({})).toEqual(['not-sayso']);
  expect(linesOf({ sayso: 2 })).toEqual(['sayso: unknown-version']);
});

it('lists every problem with its path, warnings too', () => {
  const shape = linesOf({ ...EMPTY, title: 1, entities: [{}] });
  expect(shape).toContain('title: schema');
  expect(shape).toContain('entities[0].id: schema');
  const entity = { id: 'e', kind: 'Person', name: 'E' };
  expect(linesOf({ ...EMPTY, entities: [entity, entity] }).length).toBeGreaterThan(0);
  const relation = { id: 'r', type: 'none', from: 'e', to: 'gone', claims: [] };
  expect(linesOf({ ...EMPTY, entities: [entity], relations: [relation] }).length).toBeGreaterThanOrEqual(2);
});
