import type { EntityId } from '../../model/records.ts';
import type { Draft } from '../draft.ts';
import { fieldOf, isObject } from './ftmRecord.ts';

/**
 * The places of entities in an Aleph diagram, in its own units (y grows downwards), as an object by entity id. Undefined for a
 * file without a layout. What has no finite place is left out.
 */
export function readPositions(
  head: ReadonlyMap<string, unknown>,
  draft: Draft,
): Readonly<Record<string, readonly [number, number]>> | undefined {
  const layout = head.get('layout');
  const vertices = isObject(layout) ? fieldOf(layout, 'vertices') : undefined;
  if (!Array.isArray(vertices)) return undefined;
  const found = new Map<EntityId, readonly [number, number]>();
  for (const vertex of vertices as readonly unknown[]) {
    if (!isObject(vertex)) continue;
    const position = fieldOf(vertex, 'position');
    const entityId = fieldOf(vertex, 'entityId');
    const id = typeof entityId === 'string' ? draft.findEntity(entityId) : undefined;
    if (id === undefined || found.has(id) || !isObject(position)) continue;
    const [x, y] = [fieldOf(position, 'x'), fieldOf(position, 'y')];
    if (typeof x === 'number' && typeof y === 'number' && Number.isFinite(x + y)) found.set(id, [x, y]);
  }
  return found.size === 0 ? undefined : Object.fromEntries(found);
}
