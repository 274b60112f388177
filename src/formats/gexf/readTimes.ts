import { localName, type XmlElement } from '../graphml/xmlElement.ts';
import type { ImportLog } from '../importLog.ts';
import type { AttributeValue, Spell } from '../propertyGraph.ts';
import type { GexfItem } from './gexfItems.ts';
import {
  isCanonical,
  isDateFormat,
  readSpells,
  spellsOf,
  TIME_NAMES,
  type Times,
  timeAttributes,
} from './gexfTimes.ts';

/** What a node or edge says about when. */
export interface When {
  readonly spells: readonly Spell[];
  /** Times that are no dates. */
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  /** As written, where that is more than the spells say. */
  readonly kept: Times | null;
}

/** Reads times, and tells what is cut off and, once, that some are no dates. */
export interface TimeReader {
  read(item: GexfItem, where: string): When;
}

const PERIODS = new Set(['spells', 'slices']);
const NONE: When = { spells: [], attributes: new Map(), kept: null };

/** The usual case, which needs no further look. */
function isPlainDay(name: string, text: string): boolean {
  return (name === 'start' || name === 'end') && /^\d{4}-\d\d-\d\d$/.test(text);
}

function findPeriods({ content }: GexfItem): XmlElement[] {
  if (content.length === 0) return [];
  const wrappers = content.filter((element) => PERIODS.has(localName(element)));
  return wrappers.flatMap(({ children = [] }) => children);
}

/** A reader for one file, by its `timeformat`. */
export function createTimeReader(timeformat: string | undefined, log: ImportLog): TimeReader {
  const isDates = isDateFormat(timeformat);
  const told = new Set<string>();

  function tell({ own, spells }: Times, where: string): void {
    for (const pairs of [own, ...spells]) {
      const read = readSpells(pairs, isDates);
      for (const { field, from, to } of read.flatMap(({ cuts }) => cuts)) {
        log.note('value-coerced', where, { field, from, to });
      }
      const [field = ''] = pairs[0] ?? [];
      if (!read.some(({ isNumber }) => isNumber) || told.has(field)) continue;
      told.add(field);
      log.note('field-kept', where, { field });
    }
  }

  return {
    read(item, where) {
      const own = item.attributes.filter(([name]) => TIME_NAMES.has(name));
      const periods = findPeriods(item);
      if (own.length === 0 && periods.length === 0) return NONE;
      if (periods.length === 0 && own.every(([name, text]) => isPlainDay(name, text))) {
        return { ...NONE, spells: [Object.fromEntries(own)] };
      }
      const spells = periods.map(({ attributes = [] }) => attributes.filter(([name]) => TIME_NAMES.has(name)));
      const times: Times = { own, spells };
      tell(times, where);
      return {
        spells: spellsOf(times, isDates),
        attributes: timeAttributes(times, isDates),
        kept: isCanonical(times, isDates) ? null : times,
      };
    },
  };
}
