import { type FilePlaces, toScene } from '../../model/filePlaces.ts';
import type { Story, StoryStep } from '../../model/story.ts';
import { isCalloutText, MOST_CALLOUT } from '../../model/view.ts';
import type { ImportLog } from '../importLog.ts';
import { textOf, textsOf } from '../jsonRecord.ts';
import type { Parts } from './addParts.ts';
import type { MapItem, OligrapherMap } from './findMap.ts';
import { plainText } from './plainText.ts';

/** As far from the middle as a view reaches, px. */
const FARTHEST = 1_000_000;

interface Callouts {
  readonly callouts: readonly {
    readonly id: string;
    readonly text: string;
    readonly at: { readonly x: number; readonly y: number };
  }[];
  /** Texts that are too long for a callout or stand nowhere. */
  readonly others: readonly string[];
}

/** A place on the map; null where the file gives none that can be drawn. */
export function placeOf({ fields }: MapItem): { readonly x: number; readonly y: number } | null {
  const { x, y } = fields;
  const isPlace = [x, y].every((each) => typeof each === 'number' && Math.abs(each) <= FARTHEST);
  return isPlace ? { x: x as number, y: y as number } : null;
}

function readCaptions(captions: readonly MapItem[], frame: FilePlaces | null, log: ImportLog): Callouts {
  const callouts: Callouts['callouts'][number][] = [];
  const others: string[] = [];
  const taken = new Set<string>();
  for (const caption of captions) {
    const text = plainText(textOf(caption.fields['text']));
    const place = placeOf(caption);
    const at = place && frame ? toScene(place, frame) : place;
    const isFree = callouts.length < MOST_CALLOUT.callouts && !taken.has(caption.id) && caption.id.length <= 500;
    if (at !== null && isFree && isCalloutText(text)) {
      taken.add(caption.id);
      callouts.push({ id: caption.id, text, at });
    } else if (text !== '') {
      log.note('caption-not-placed', caption.where);
      others.push(text);
    }
  }
  return { callouts, others };
}

function newId(taken: Set<string>, wanted: string): string {
  let id = wanted.slice(0, 200);
  for (let i = 2; taken.has(id); i += 1) id = `${wanted.slice(0, 190)}~${taken.size + i}`;
  taken.add(id);
  return id;
}

function shownOf({ entities, relations }: Parts, { fields, where }: MapItem, log: ImportLog): string[] {
  const find = (known: ReadonlyMap<string, string>, ids: unknown): string[] =>
    textsOf(ids).flatMap((id) => {
      const found = known.get(id);
      if (found === undefined) log.warn('slide-shows-unknown', where, { id: id.slice(0, 80) });
      return found === undefined ? [] : [found];
    });
  return [...find(entities, fields['nodeIds']), ...find(relations, fields['edgeIds'])];
}

/**
 * The slides of a map as a story, its captions as callouts of each view; a map with captions alone has one view without text.
 * Empty for a map with neither. What a slide highlights stands out and is framed.
 */
export function buildStory(
  { slides, captions }: OligrapherMap,
  parts: Parts,
  title: string,
  frame: FilePlaces | null,
  log: ImportLog,
): Story[] {
  const { callouts, others } = readCaptions(captions, frame, log);
  if (slides.length === 0 && callouts.length + others.length === 0) return [];
  const view = callouts.length > 0 ? { view: { callouts } } : {};
  const taken = new Set<string>();
  const steps = slides.map((slide): StoryStep & { readonly kept: unknown } => {
    const shown = shownOf(parts, slide, log);
    const header = plainText(textOf(slide.fields['header']));
    const kept = { text: slide.fields['text'] ?? null, captionIds: slide.fields['captionIds'] ?? [] };
    return {
      id: newId(taken, slide.id),
      kept: { oligrapher: kept },
      ...(header === '' ? {} : { title: header }),
      caption: plainText(textOf(slide.fields['text'])),
      ...view,
      ...(shown.length > 0 ? { selection: shown, show: shown } : {}),
    };
  });
  const description = others.join('\n');
  return [
    {
      id: 'slides',
      title,
      ...(description === '' ? {} : { description }),
      steps: steps.length > 0 ? steps : [{ id: 'captions', caption: '', ...view }],
    },
  ];
}
