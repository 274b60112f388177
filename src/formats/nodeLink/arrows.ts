import { recordOf } from '../jsonAttributes.ts';
import { isRecord, type JsonRecord } from '../jsonRecord.ts';

/** Which way an edge points. */
export interface Arrows {
  readonly isDirected: boolean;
  /** It points from its second end to its first. */
  readonly isReversed: boolean;
}

function isOn(arrow: unknown): boolean {
  return isRecord(arrow) ? recordOf(arrow)['enabled'] !== false : arrow === true;
}

/** Heads of a line as vis.js has them: "to", "from", "to, from", or a record of these. Null where it says nothing. */
function readHeads(arrows: unknown): { readonly to: boolean; readonly from: boolean } | null {
  if (typeof arrows === 'string') return { to: /\bto\b/.test(arrows), from: /\bfrom\b/.test(arrows) };
  return isRecord(arrows) ? { to: isOn(arrows['to']), from: isOn(arrows['from']) } : null;
}

const UNDIRECTED = /^(?:undirected|mutual|bidirectional|both|none|symmetric)$/i;

/** The direction that an edge states in `directed`, `direction` (Kumu), `type` (Gephi) or `arrows` (vis.js); else the graph's. */
export function readArrows(edge: JsonRecord, isDirected: boolean): Arrows {
  const { directed, undirected, direction, arrows } = edge;
  const heads = readHeads(arrows);
  if (heads) return { isDirected: heads.to !== heads.from, isReversed: heads.from && !heads.to };
  const plain = (stated: boolean): Arrows => ({ isDirected: stated, isReversed: false });
  if (typeof directed === 'boolean') return plain(directed);
  if (typeof undirected === 'boolean') return plain(!undirected);
  if (typeof direction === 'string')
    return plain(direction === 'directed' || (!UNDIRECTED.test(direction) && isDirected));
  const type = String(edge['type'] ?? edge['Type']).toLowerCase();
  return plain(type === 'directed' || (type !== 'undirected' && isDirected));
}
