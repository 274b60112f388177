import { fold } from '../../model/fold.ts';
import type { EntityId } from '../../model/records.ts';
import { search } from '../../model/search.ts';
import type { AppState } from '../../state/appState.ts';
import { selectedEntities } from '../../state/command.ts';
import type { AppStore } from '../../state/createAppStore.ts';
import { searchIndexOf } from '../../state/searchIndexOf.ts';
import { type AnyCommand, allCommands, runOffered } from '../../state/shortcuts.ts';
import { ALSO_CALLED, entityAlso, paletteText } from '../../words/paletteText.ts';
import { sayName } from '../../words/sayRelation.ts';

/** Something to choose in the palette. */
export interface PaletteRow {
  readonly id: string;
  readonly label: string;
  /** Further words by which it is looked for. */
  readonly also: string;
  readonly shortcuts: readonly string[];
  readonly isEnabled: boolean;
  readonly run: (store: AppStore) => void;
}

export interface PaletteGroup {
  readonly id: string;
  readonly heading: string;
  readonly rows: readonly PaletteRow[];
}

/** Best first: the label starts so; its words do; the words are somewhere in it, or it is also called so. */
const GRADE = { start: 0, words: 1, entity: 2, inside: 3, none: 9 } as const;
const MOST_ENTITIES = 5;
/** Sources and relations are found too, and left out. */
const MOST_HITS = 12;
/** In force while the palette is open. */
const SELF = 'openPalette';

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** How well a row's label, or another name for it, answers what was typed. */
function gradeRow(typed: readonly string[], { label, also }: PaletteRow): number {
  const own = wordsOf(label);
  if (`${own.join(' ')} `.startsWith(typed.join(' '))) return GRADE.start;
  if (typed.every((word) => own.some((one) => one.startsWith(word)))) return GRADE.words;
  const all = [...own, ...wordsOf(also)];
  return typed.every((word) => all.some((one) => one.includes(word))) ? GRADE.inside : GRADE.none;
}

/** The label with the names of what it would be done to, where that is known. */
function labelOf(state: AppState, { id, label }: AnyCommand): string {
  if (id !== 'askPath') return label;
  const [from, to] = selectedEntities(state).slice(-2);
  const name = (entity: EntityId): string => sayName(state.dataset, entity);
  if (from && to) return paletteText.connected(name(from), name(to));
  return from ? paletteText.connectedWith(name(from)) : label;
}

function commandRow(state: AppState, command: AnyCommand): PaletteRow {
  const { id, group, shortcut, alias, enabled, offer } = command;
  return {
    id,
    label: labelOf(state, command),
    also: ALSO_CALLED[id] ?? '',
    shortcuts: [shortcut, alias].filter((one) => one !== undefined),
    isEnabled: id !== SELF && enabled(state) && offer?.(state) !== null,
    run: (store) => {
      // Whoever changes the picture wants to see it.
      if (group === 'graph' && store.getState().tab !== 'graph') store.dispatch('showTab', 'graph');
      runOffered(store, command);
    },
  };
}

function entityRow(id: string, label: string, also: string, run: PaletteRow['run']): PaletteRow {
  return { id, label, also, shortcuts: [], isEnabled: true, run };
}

/** What can be done with an entity that was found by name. */
function entityRows(state: AppState, id: EntityId): PaletteRow[] {
  const name = sayName(state.dataset, id);
  const other = selectedEntities(state).findLast((one) => one !== id);
  const path = other ? paletteText.connected(sayName(state.dataset, other), name) : paletteText.connectedWith(name);
  return [
    entityRow(`go-${id}`, paletteText.goTo(name), entityAlso.goTo, ({ dispatch }) => {
      dispatch('showTab', 'graph');
      dispatch('select', { ids: [id], centre: true });
    }),
    entityRow(`path-${id}`, path, entityAlso.path, ({ dispatch }) =>
      dispatch('askPath', other ? { from: other, to: id } : { from: id, to: null }),
    ),
    entityRow(`around-${id}`, paletteText.around(name), entityAlso.around, ({ dispatch }) => {
      dispatch('showTab', 'graph');
      dispatch('focusOn', { ids: [id], hops: 1 });
    }),
  ];
}

/** Words of our own labels: "path musk" and "go to Musk" ask for a name and say what for. */
const VERBS = new Set(
  wordsOf(
    [
      paletteText.goTo(''),
      paletteText.connected('', ''),
      paletteText.connectedWith(''),
      paletteText.around(''),
      ...Object.values(entityAlso),
    ].join(' '),
  ),
);

function findEntities({ dataset }: AppState, query: string): EntityId[] {
  return search(searchIndexOf(dataset), query, MOST_HITS)
    .flatMap((hit) => (hit.type === 'entity' ? [hit.id] : []))
    .slice(0, MOST_ENTITIES);
}

function findEntityRows(state: AppState, query: string): PaletteRow[] {
  const named = findEntities(state, query);
  if (named.length > 0) return named.flatMap((id) => entityRows(state, id));
  const typed = wordsOf(query);
  const verbs = typed.filter((word) => VERBS.has(word));
  const name = typed.filter((word) => !VERBS.has(word));
  if (verbs.length === 0 || name.length === 0) return [];
  const fits = (row: PaletteRow): boolean => {
    const own = wordsOf(`${row.label} ${row.also}`);
    return verbs.every((verb) => own.includes(verb));
  };
  const rows = findEntities(state, name.join(' ')).flatMap((id) => entityRows(state, id));
  return rows.filter(fits);
}

const GROUPS = Object.entries(paletteText.groups) as [AnyCommand['group'], string][];

/**
 * What the palette lists, in groups: every command while nothing is typed; else those whose words fit, and what can be
 * done with the entities of that name. Linear in the names, and only when something is typed.
 */
export function findRows(state: AppState, query: string): readonly PaletteGroup[] {
  const typed = wordsOf(query);
  const commandGroups = GROUPS.map(([group, heading]) => {
    const graded = allCommands
      .filter((command) => command.group === group && command.offer)
      .map((command) => commandRow(state, command))
      .map((row) => ({ row, grade: gradeRow(typed, row) }))
      .filter(({ grade }) => grade < GRADE.none)
      // What is possible now comes before what is not.
      .toSorted((a, b) => a.grade - b.grade || Number(b.row.isEnabled) - Number(a.row.isEnabled));
    return { id: group, heading, rows: graded.map(({ row }) => row), grade: graded[0]?.grade ?? GRADE.none };
  });
  if (typed.length === 0) return commandGroups;
  const found = { id: 'found', heading: paletteText.found, rows: findEntityRows(state, query), grade: GRADE.entity };
  return [...commandGroups, found].filter(({ rows }) => rows.length > 0).toSorted((a, b) => a.grade - b.grade);
}
