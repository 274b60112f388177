import { DataError } from '../../model/dataError.ts';
import { parseDate } from '../../model/dates.ts';
import { findFilePlaces } from '../../model/filePlaces.ts';
import { createDraft } from '../draft.ts';
import type { Format, Imported, InputFile, ReadContext } from '../format.ts';
import { type JsonRecord, recordOf, restOf, textOf, textsOf } from '../jsonRecord.ts';
import { addParts } from './addParts.ts';
import { buildStory, placeOf } from './buildStory.ts';
import { findMap, isMap } from './findMap.ts';
import { addLittleSis, findLittleSis, isLittleSis, type LittleSisData } from './littleSis.ts';
import { plainText } from './plainText.ts';

/** What of the whole map becomes something of ours; drawing, settings and rights stay with it. */
const USED = new Set([
  'nodes',
  'edges',
  'graph',
  'graph_data',
  'annotations',
  'annotations_data',
  'title',
  'description',
  'data',
]);

interface Head {
  readonly title: string;
  readonly description?: string;
  readonly authors?: readonly string[];
  readonly updated?: string;
}

function headOf(root: JsonRecord, file: InputFile): Head {
  const attributes = recordOf(root['attributes']);
  const title =
    textOf(root['title']) || textOf(attributes['title']) || file.name.replace(/\.[^.]*$/, '') || 'Oligrapher';
  const about = plainText(textOf(root['description']) || textOf(attributes['subtitle']));
  const authors = textsOf(
    [root['user'], attributes['owner'] ?? attributes['user']].map((each) => recordOf(each)['name']),
  );
  const date = textOf(root['date']) || textOf(attributes['date']);
  return {
    title,
    ...(about === '' ? {} : { description: about }),
    ...(authors.length > 0 ? { authors } : {}),
    ...(parseDate(date) ? { updated: date } : {}),
  };
}

function readData(file: InputFile, data: LittleSisData, context: ReadContext): Imported {
  const draft = createDraft('oligrapher', context.log);
  const counts = addLittleSis(draft, data, context);
  const title = file.name.replace(/\.[^.]*$/, '') || 'LittleSis';
  return { file: draft.finish({ id: `littlesis:${title}`.slice(0, 200), title }), read: counts };
}

function read(file: InputFile, context: ReadContext): Imported {
  const { log, progress } = context;
  const data = isLittleSis(file.json) ? findLittleSis(file.json) : null;
  if (data) return readData(file, data, context);
  const map = findMap(file.json, log);
  if (!map) throw new DataError('invalid', '', { problem: 'it has no nodes and edges of an Oligrapher map' });
  if (map.nodes.length + map.edges.length === 0) throw new DataError('no-records', '');
  const draft = createDraft('oligrapher', log);
  const parts = addParts(draft, map, progress);
  const head = headOf(map.root, file);
  const placed = new Map(
    map.nodes.flatMap((node) => {
      const [id, place] = [parts.entities.get(node.id), placeOf(node)];
      return id === undefined || place === null ? [] : [[id, [place.x, place.y]] as const];
    }),
  );
  const rest = restOf(map.root, USED);
  const captions =
    map.captions.length > 0 ? { captions: map.captions.map(({ id, fields }) => ({ ...fields, id })) } : {};
  const dataset = Object.assign(draft.finish({ id: `oligrapher:${head.title}`.slice(0, 200), ...head }), {
    positions: Object.fromEntries(placed),
  });
  // Captions stand at spots of the picture, so they are placed as it will be.
  const stories = buildStory(map, parts, head.title, findFilePlaces(dataset), log);
  return {
    file: Object.assign(dataset, {
      ...(stories.length > 0 ? { stories } : {}),
      kept: { oligrapher: { ...rest, ...captions } },
    }),
    read: { nodes: map.nodes.length, edges: map.edges.length },
  };
}

/**
 * Maps of Oligrapher and LittleSis, versions 2 to 4: nodes, edges and captions by id, with or without `display`, alone or in a
 * whole map with its slides; and entities and relationships as LittleSis gives them. Images are never fetched.
 */
export const oligrapher: Format = {
  id: 'oligrapher',
  label: 'Oligrapher (LittleSis)',
  extensions: ['json'],
  sniff: ({ json }) => (isMap(json) || isLittleSis(json) ? 0.95 : 0),
  read,
};
