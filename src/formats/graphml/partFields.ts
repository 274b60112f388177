import type { ImportLog } from '../importLog.ts';
import type { Spell } from '../propertyGraph.ts';
import type { Item, Items } from './graphmlItems.ts';
import type { KeyFor, Keys } from './graphmlKeys.ts';
import type { Parts } from './readParts.ts';
import { getAttribute } from './xmlElement.ts';

/** What is shared while items become a graph. */
export interface GraphmlReading {
  readonly items: Items;
  readonly log: ImportLog;
  readonly keys: Readonly<Record<KeyFor, Keys>>;
}

/** The name under which the text of `<desc>` stands among attributes. */
export function descName({ declared }: Keys): string {
  return declared.some(({ name }) => name === 'desc') ? 'desc (element)' : 'desc';
}

/** What a part keeps for our writer; undefined where that is nothing. */
export function keepParts(
  { content, look }: Parts,
  xml: (readonly [string, string])[] | undefined,
): { readonly kept?: Record<string, unknown> } {
  const kept = {
    ...(content.length > 0 ? { content } : {}),
    ...(look.length > 0 ? { look } : {}),
    ...(xml ? { xml } : {}),
  };
  return Object.keys(kept).length > 0 ? { kept } : {};
}

/** The label: as drawn, else as an attribute called so says, else as the element itself does (Neo4j). */
export function labelOf({ drawnLabel, roles }: Parts, item: Item): string | null {
  if (drawnLabel !== null) return drawnLabel;
  const value = roles.get('label');
  if (value !== undefined && typeof value !== 'object') return String(value);
  return getAttribute(item, 'label') ?? null;
}

/** Spells as our writer puts them; none where the text is not that. */
export function readSpells({ roles }: Parts): { readonly spells?: readonly Spell[] } {
  const text = roles.get('spells');
  if (typeof text !== 'string') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return {};
    const spells = (value as (Partial<Spell> | null)[]).map((spell) => ({
      ...(typeof spell?.start === 'string' ? { start: spell.start } : {}),
      ...(typeof spell?.end === 'string' ? { end: spell.end } : {}),
    }));
    return spells.length > 0 ? { spells } : {};
  } catch {
    return {};
  }
}
