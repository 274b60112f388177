import { expect, test } from 'vitest';
import { ENTITY_ROLES, RELATION_ROLES } from '../model/tableMapping.ts';
import { ENTITY_ROLE_GROUPS, mappingText, RELATION_ROLE_GROUPS, sayCell } from './mappingText.ts';
import { ENTITY_ROLE_NAMES, RELATION_ROLE_NAMES } from './roleNames.ts';

test('every role stands under one question and has a name of its own', () => {
  const listed = RELATION_ROLE_GROUPS.flatMap(({ roles }) => roles);
  expect(listed.toSorted()).toEqual([...RELATION_ROLES].toSorted());
  expect(ENTITY_ROLE_GROUPS.flatMap(({ roles }) => roles).toSorted()).toEqual([...ENTITY_ROLES].toSorted());
  expect(new Set(Object.values(RELATION_ROLE_NAMES)).size).toBe(RELATION_ROLES.length);
  expect(new Set(Object.values(ENTITY_ROLE_NAMES)).size).toBe(ENTITY_ROLES.length);
  expect(RELATION_ROLE_GROUPS.map(({ heading }) => heading)).toEqual([
    'Who',
    'What',
    'When',
    'How firmly',
    'On whose say-so',
    'None of these',
  ]);
});

test('cells are shown as text, shortened, without what turns the words around them', () => {
  expect(sayCell('a\u202eb\n')).toBe('ab');
  expect(sayCell('x'.repeat(500))).toHaveLength(120);
  expect(mappingText.previewOf(10, 3380)).toBe('The first 10 of 3,380 relations');
  expect(mappingText.previewOf(3, 3)).toBe('3 relations');
});
