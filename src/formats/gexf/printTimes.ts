import { printAttributes } from '../graphml/xmlElement.ts';
import type { AttributeValue, Spell } from '../propertyGraph.ts';
import { type Pairs, printableDate, spellsOf, timeAttributes } from './gexfTimes.ts';
import type { KeptPart } from './keptGexf.ts';

/** When a node or edge is there, as it is written. */
export interface PrintedTimes {
  /** On the element itself. */
  readonly own: Pairs;
  /** `<spells>`. */
  readonly inside: readonly string[];
  /** Attributes that say the same and are not written again. */
  readonly said: ReadonlySet<string>;
  /** Dates of ours, not times as the file had them. */
  readonly isOurs: boolean;
}

function printSpells(spells: readonly Pairs[]): string[] {
  return spells.length > 0
    ? [`<spells>${spells.map((pairs) => `<spell${printAttributes(pairs)}/>`).join('')}</spells>`]
    : [];
}

function sameSpells(a: readonly Spell[], b: readonly Spell[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i]?.start && end === b[i]?.end);
}

function sameValue(a: AttributeValue | undefined, b: AttributeValue): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

/** Spells as dates; times that were kept as they came, as long as the spells are still what they mean. */
export function printTimes(
  {
    spells = [],
    attributes,
  }: { readonly spells?: readonly Spell[]; readonly attributes: ReadonlyMap<string, AttributeValue> },
  { times }: KeptPart,
  isDates: boolean,
): PrintedTimes {
  const meant = times && spellsOf(times, isDates);
  if (times && meant && (meant.length === 0 || sameSpells(meant, spells))) {
    const same = [...timeAttributes(times, isDates)].filter(([name, value]) => sameValue(attributes.get(name), value));
    return {
      own: times.own,
      inside: printSpells(times.spells),
      said: new Set(same.map(([name]) => name)),
      isOurs: false,
    };
  }
  const dates = spells.flatMap(({ start, end }): Pairs[] => {
    const said = [
      ['start', printableDate(start)],
      ['end', printableDate(end)],
    ] as const;
    const pairs = said.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const]));
    return pairs.length > 0 ? [pairs] : [];
  });
  const [first = []] = dates;
  const isOne = dates.length === 1;
  return {
    own: isOne ? first : [],
    inside: isOne ? [] : printSpells(dates),
    said: new Set(),
    isOurs: dates.length > 0,
  };
}
