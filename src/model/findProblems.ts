import { buildDataset } from './buildDataset.ts';
import type { Issue, MessageParams } from './dataError.ts';
import { parseDate } from './dates.ts';
import { parseStories } from './parseStories.ts';
import type { Claim, DatasetFile, Ref, Step } from './records.ts';

type Report = (code: string, where: string, params?: MessageParams) => void;

/** A path that a person can find: the place in the file and the record's id. */
function place(path: string, id: string): string {
  return `${path} (${id.length > 60 ? `${id.slice(0, 60)}…` : id})`;
}

function checkDates(dates: Readonly<Record<string, string | null | undefined>>, where: string, warn: Report): void {
  for (const [field, text] of Object.entries(dates)) {
    if (text && !parseDate(text)) warn('date-not-understood', `${where}.${field}`, { date: text });
  }
}

function checkSpeaker(
  ref: Ref | Step,
  where: string,
  entities: ReadonlySet<string>,
  error: Report,
  warn: Report,
): void {
  if (ref.entity !== undefined && !entities.has(ref.entity)) error('dangling-reference', where, { id: ref.entity });
  if (ref.entity === undefined && !ref.label && !('kind' in ref && ref.kind === 'unstated')) {
    warn('step-without-speaker', where);
  }
}

/** The rules of DESIGN 2.1 that a single claim can break. */
function checkClaimRules(claim: Claim, where: string, warn: Report): void {
  if (claim.modality === 'stated' && claim.attribution.length > 0) warn('stated-with-attribution', where);
  if (claim.stance === 'no-comment' && claim.response === undefined) warn('no-comment-without-response', where);
  if (claim.stance === 'asserts' && claim.response !== undefined) warn('silence-asserts', where);
  if (claim.modality === 'hypothetical' && !claim.condition) warn('hypothetical-without-condition', where);
  if (claim.stance !== 'asserts' && claim.stance !== 'questions' && claim.attribution.length === 0) {
    warn('step-without-speaker', where);
  }
}

interface Known {
  readonly entities: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly conflicts: ReadonlySet<string>;
}

function checkClaim(claim: Claim, where: string, known: Known, error: Report, warn: Report): void {
  if (!known.sources.has(claim.source)) error('dangling-reference', `${where}.source`, { id: claim.source });
  for (const [i, step] of claim.attribution.entries()) {
    checkSpeaker(step, `${where}.attribution[${i}]`, known.entities, error, warn);
    checkDates({ on: step.on }, `${where}.attribution[${i}]`, warn);
  }
  if (claim.audience) checkSpeaker(claim.audience, `${where}.audience`, known.entities, error, warn);
  if (claim.medium) checkSpeaker(claim.medium, `${where}.medium`, known.entities, error, warn);
  for (const [i, id] of (claim.against ?? []).entries()) {
    if (!known.conflicts.has(id)) error('dangling-reference', `${where}.against[${i}]`, { id });
  }
  checkDates(
    { said: claim.said, public: claim.public, valid: claim.valid, 'retracted.date': claim.retracted?.date },
    where,
    warn,
  );
  checkClaimRules(claim, where, warn);
}

function eachClaim(file: DatasetFile, visit: (claim: Claim, where: string) => void): void {
  for (const [i, entity] of file.entities.entries()) {
    for (const [j, claim] of (entity.claims ?? []).entries())
      visit(claim, place(`entities[${i}].claims[${j}]`, claim.id));
  }
  for (const [i, relation] of file.relations.entries()) {
    for (const [j, claim] of relation.claims.entries()) visit(claim, place(`relations[${i}].claims[${j}]`, claim.id));
  }
}

function checkIds(file: DatasetFile, error: Report): Set<string> {
  const seen = new Set<string>();
  const check = (id: string, where: string): void => {
    if (seen.has(id)) error('duplicate-id', where, { id });
    seen.add(id);
  };
  for (const part of ['sources', 'entities', 'relations', 'relationTypes'] as const) {
    for (const [i, record] of file[part].entries()) check(record.id, place(`${part}[${i}]`, record.id));
  }
  eachClaim(file, (claim, where) => check(claim.id, where));
  return seen;
}

function checkRelations(file: DatasetFile, entities: ReadonlySet<string>, error: Report, warn: Report): void {
  const groups = new Map(file.relationTypes.map((type) => [type.id as string, type.group]));
  const events = new Set(
    file.entities.filter((entity) => entity.kind === 'Event').map((entity) => entity.id as string),
  );
  const sourced = new Set(file.entities.filter((entity) => entity.claims?.length).map((entity) => entity.id as string));
  for (const [i, relation] of file.relations.entries()) {
    const where = place(`relations[${i}]`, relation.id);
    for (const end of ['from', 'to'] as const) {
      if (!entities.has(relation[end])) error('dangling-reference', `${where}.${end}`, { id: relation[end] });
    }
    if (!groups.has(relation.type)) error('dangling-reference', `${where}.type`, { id: relation.type });
    const isRole = groups.get(relation.type) === 'event-role';
    if (isRole && !events.has(relation.from) && !events.has(relation.to)) warn('role-without-event', where);
    const bySource = isRole && (sourced.has(relation.from) || sourced.has(relation.to));
    if (relation.claims.length === 0 && !bySource) warn('relation-without-claims', where);
    checkDates({ valid: relation.valid }, where, warn);
  }
}

/**
 * Everything wrong with a file whose shape is already known to be right, with its path. An `error` (duplicate id, a
 * reference to nothing) makes it unusable; a `warning` breaks a rule of DESIGN 2.1 and is refused only by the strict
 * check. Linear.
 */
export function findProblems(file: DatasetFile): Issue[] {
  const issues: Issue[] = [];
  const report =
    (severity: Issue['severity']): Report =>
    (code, where, params = {}) => {
      issues.push({ code, where, params, severity });
    };
  const error = report('error');
  const warn = report('warning');
  const conflicts = checkIds(file, error);
  const entities = new Set<string>(file.entities.map(({ id }) => id));
  const sources = new Set<string>(file.sources.map(({ id }) => id));
  const relations = new Set<string>(file.relations.map(({ id }) => id));
  checkRelations(file, entities, error, warn);
  eachClaim(file, (claim, where) => checkClaim(claim, where, { entities, sources, conflicts }, error, warn));
  for (const [i, entity] of file.entities.entries()) {
    for (const [j, id] of (entity.about ?? []).entries()) {
      if (!relations.has(id)) error('dangling-reference', `${place(`entities[${i}]`, entity.id)}.about[${j}]`, { id });
    }
  }
  for (const [i, source] of file.sources.entries()) {
    checkDates({ published: source.published, accessed: source.accessed }, place(`sources[${i}]`, source.id), warn);
  }
  if (file.stories?.length) issues.push(...parseStories(buildDataset(file)).issues);
  return issues;
}
