import { type Callout, isCalloutText, MOST_CALLOUT } from '../model/view.ts';
import { readList, readText, refuse } from './packParts.ts';
import { readLength, writeLength } from './packPoints.ts';

// The letters of what a callout is about are part of version 1 of the link.

/** A callout as `[id, text, "e", entity]`, `[id, text, "r", relation]` or `[id, text, x, y]`. */
function writeCallout({ id, text, at }: Callout): (string | number)[] {
  if ('entity' in at) return [id, text, 'e', at.entity];
  if ('relation' in at) return [id, text, 'r', at.relation];
  return [id, text, writeLength(at.x), writeLength(at.y)];
}

function readAt(sort: unknown, value: unknown): Callout['at'] {
  if (typeof sort === 'number') return { x: readLength(sort), y: readLength(value) };
  if (typeof value !== 'string') return refuse();
  if (sort === 'e') return { entity: value as never };
  return sort === 'r' ? { relation: value as never } : refuse();
}

function readCallout(value: unknown): Callout {
  const [id, text, sort, about, ...more] = readList(value);
  const read = { id: readText(id), text: readText(text), at: readAt(sort, about) };
  return isCalloutText(read.text) && more.length === 0 ? read : refuse();
}

/** The callouts of a view in their order. */
export function writeCallouts(callouts: readonly Callout[]): (string | number)[][] {
  return callouts.map(writeCallout);
}

/** Reads what `writeCallouts` wrote: each id once, and no more and no longer ones than a view may have. */
export function readCallouts(value: unknown): Callout[] {
  const callouts = readList(value).map(readCallout);
  const isRight = new Set(callouts.map(({ id }) => id)).size === callouts.length;
  return isRight && callouts.length <= MOST_CALLOUT.callouts ? callouts : refuse();
}
