import type { EntityRole, RelationRole } from '../model/tableMapping.ts';

/** What a column of relations can be. */
export const RELATION_ROLE_NAMES: Readonly<Record<RelationRole, string>> = {
  from: 'first of the two',
  fromId: 'first: id',
  fromKind: 'first: what it is',
  to: 'second of the two',
  toId: 'second: id',
  toKind: 'second: what it is',
  wording: 'their relation',
  relationId: 'id of the relation',
  directed: 'whether it has a direction',
  property: 'a detail to keep',
  date: 'the date',
  start: 'when it began',
  end: 'when it ended',
  firmness: 'how firmly it is put',
  stance: 'whether it is said or denied',
  speaker: 'who says so',
  source: 'source',
  sourceTitle: 'source: title',
  publisher: 'source: publisher',
  published: 'source: when published',
  quote: 'source: what it says',
  said: 'when it was said',
  ignore: 'left out',
};

/** What a column of entities can be. */
export const ENTITY_ROLE_NAMES: Readonly<Record<EntityRole, string>> = {
  id: 'id',
  name: 'name',
  kind: 'what it is',
  alias: 'another name',
  identifier: 'official number',
  summary: 'who or what it is, in words',
  property: 'a detail to keep',
  source: 'source',
  ignore: 'left out',
};

const NAMES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(ENTITY_ROLE_NAMES),
  ...Object.entries(RELATION_ROLE_NAMES),
]);

/** What a column is, as the screen says it on which tables are mapped. */
export function sayRole(role: string): string {
  return NAMES.get(role) ?? role;
}
