import { isRecord, type JsonRecord, listOf, recordOf, restOf, textOf } from '../jsonRecord.ts';

/** Fields that hold lists of Popolo's own making, by which one of its records is told from any other. */
const NESTED = ['memberships', 'other_names', 'contact_details', 'identifiers', 'posts'] as const;
/** What only one of the two has. */
const OF_BODIES = ['classification', 'founding_date', 'dissolution_date', 'parent_id', 'parent', 'posts'];
const LOOKED_AT = 20;

function isNested(field: (typeof NESTED)[number], value: unknown): boolean {
  if (!Array.isArray(value) || !isRecord(value[0])) return false;
  const [first] = value as readonly JsonRecord[];
  const has = (...names: readonly string[]): boolean => names.some((name) => name in (first ?? {}));
  if (field === 'memberships') return has('organization_id', 'person_id', 'organization', 'person', 'post_id');
  if (field === 'contact_details') return has('value') && has('type');
  if (field === 'identifiers') return has('identifier');
  return has(field === 'posts' ? 'label' : 'name');
}

/** Whether a value is a person or an organization of Popolo's, on its own. */
function isAgent(value: unknown): value is JsonRecord {
  if (!isRecord(value) || textOf(value['name']) === '' || 'nodes' in value) return false;
  return NESTED.some((field) => isNested(field, value[field]));
}

/** Whose memberships they are, a body's or a person's. */
function isBody(record: JsonRecord): boolean {
  const [first] = listOf(record['memberships']).map(recordOf);
  const namesPerson = first !== undefined && ('person_id' in first || 'person' in first);
  const namesBody = first !== undefined && ('organization_id' in first || 'organization' in first);
  return namesPerson === namesBody ? OF_BODIES.some((field) => field in record) : namesPerson;
}

function sortAgents(all: readonly unknown[]): JsonRecord {
  const isBodyOf = (each: unknown): boolean => isRecord(each) && isBody(each);
  const bodies = all.filter(isBodyOf);
  const persons = all.filter((each) => !isBodyOf(each));
  return { persons, ...(bodies.length > 0 ? { organizations: bodies } : {}) };
}

/** A list, be it an object of records by their ids; anything else as it is. */
function asList(value: unknown): unknown {
  if (!isRecord(value) || 'name' in value || 'id' in value) return value;
  const entries = Object.entries(value);
  if (entries.length === 0 || !entries.every(([, each]) => isRecord(each))) return value;
  return entries.map(([id, each]) => ({ id, ...(each as JsonRecord) }));
}

/** The lists of Popolo in one object, if a value has them by their names, and how surely it is that. */
export interface FoundPopolo {
  readonly lists: JsonRecord;
  readonly sure: number;
}

function gradeLists(lists: JsonRecord): number {
  const has = (name: string): boolean =>
    Array.isArray(lists[name]) && (lists[name] as unknown[]).slice(0, LOOKED_AT).some(isRecord);
  const members = listOf(lists['memberships']).slice(0, LOOKED_AT).map(recordOf);
  const isMembership = members.some((each) =>
    ['person_id', 'organization_id', 'member_id', 'person', 'organization'].some((field) => field in each),
  );
  if (isMembership && (has('persons') || has('organizations'))) return 0.95;
  if (isMembership || (has('persons') && has('organizations'))) return 0.85;
  return has('persons') ? 0.6 : has('organizations') ? 0.4 : 0;
}

/**
 * Finds Popolo in a JSON value: lists by their names (or objects by id in their place), one person or organization with what
 * is nested in it, a list of such, or either as the `result` of a service. Null for anything else. Never throws.
 */
export function findPopolo(json: unknown): FoundPopolo | null {
  if (Array.isArray(json))
    return json.slice(0, LOOKED_AT).some(isAgent) ? { lists: sortAgents(json as unknown[]), sure: 0.6 } : null;
  if (!isRecord(json) || 'sayso' in json || 'nodes' in json || 'elements' in json) return null;
  if (isAgent(json)) return { lists: sortAgents([json]), sure: 0.6 };
  const result = json['result'] ?? json['results'];
  if (Array.isArray(result) || isAgent(result)) {
    const found = findPopolo(result);
    return found && { ...found, lists: { ...restOf(json, new Set(['result', 'results'])), ...found.lists } };
  }
  const lists = Object.fromEntries(Object.entries(json).map(([key, value]) => [key, asList(value)]));
  const sure = gradeLists(lists);
  return sure > 0 ? { lists, sure } : null;
}
