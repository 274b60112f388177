import type { Dataset } from '../model/dataset.ts';
import { dayText } from '../model/days.ts';
import type { Claim } from '../model/records.ts';
import type { Effect, Resting } from '../model/restsOn.ts';
import type { Standing } from '../model/standing.ts';
import type { VoiceKey } from '../model/voices.ts';
import { sayCount, sayList, sayNumber } from './sayCount.ts';
import { sayDate } from './sayDate.ts';
import { sayStanding } from './sayStanding.ts';
import { sayVoice } from './sayView.ts';

/** The panel that says what rests on whom. */
export const voiceText = {
  back: 'Back',
  choose: 'Whose word',
  groups: {
    speakers: 'Speakers',
    relays: 'Only passing on',
    unnamed: 'Not named',
    sources: 'Sources',
    other: 'Chosen now',
  },
  option: (name: string, claims: number): string => `${name} (${sayCount(claims, 'claim')})`,
  more: (count: number): string => `and ${sayNumber(count)} more, reached from their own panels`,
  headings: {
    falls: 'Would have no support left',
    singles: 'Would have one origin left, or none',
    weakens: 'Would be less firm',
    says: 'Would stand as now',
    undisputes: 'Denied or limited by nobody else',
    denies: 'Denied or limited by others too',
    asks: 'Only questioned, or left without comment',
  } satisfies Readonly<Record<Effect, string>>,
  without: 'Without:',
  nothingLeft: 'nothing is left that says so',
  facts: 'what is said about it',
  roles: (count: number): string => `${sayCount(count, 'part')} in it`,
  explain:
    'All claims that come through this voice are taken away, as first said or passed on. Filters take no claim away.',
} as const;

/** "What rests on The Wall Street Journal?" */
export function sayVoiceQuestion(dataset: Dataset, voice: VoiceKey): string {
  return `What rests on ${sayVoice(dataset, voice)}?`;
}

function sayThings(things: readonly Resting[], dataset: Dataset): string {
  const count = (is: (thing: Resting) => boolean): number => things.filter(is).length;
  const isEvent = ({ entity }: Resting): boolean => entity !== null && dataset.entities.get(entity)?.kind === 'Event';
  const relations = count(({ entity }) => entity === null);
  const events = count(isEvent);
  const statements = things.length - relations - events;
  const kinds = [
    { has: relations, one: 'relation', many: 'relations' },
    { has: events, one: 'event', many: 'events' },
    { has: statements, one: 'statement', many: 'statements' },
  ].filter(({ has }) => has > 0);
  const [only] = kinds;
  if (things.length === 1 && only) return only.one;
  return sayList(kinds.map(({ many }) => many));
}

/** "3 of these 5 relations would", "none of these 5 relations would", with what so many of them would do. */
function sayShare(part: number, all: number, things: string, would: { readonly some: string; readonly none: string }) {
  if (all === 1) return `this ${things} would ${would.some}`;
  if (part === all) return `none of these ${sayNumber(all)} ${things} would ${would.none}`;
  return `${sayNumber(part)} of these ${sayNumber(all)} ${things} would ${would.some}`;
}

/** What is only hypothetical is asserted, but never supported. */
const SUPPORT = { some: 'have no support left', none: 'have any support left' };
const ASSERTION = { some: 'be asserted by nobody', none: 'be asserted by anybody' };
const DISPUTE = { some: 'no longer be disputed', none: 'still be disputed' };

/** "Without The Wall Street Journal, 3 of these 5 relations would have no support left." Empty for nothing. */
export function sayWithout(dataset: Dataset, voice: VoiceKey, supported: readonly Resting[]): string {
  const all = supported.length;
  if (all === 0) return '';
  const without = `Without ${sayVoice(dataset, voice)},`;
  const things = sayThings(supported, dataset);
  const falls = supported.filter(({ effect }) => effect === 'falls');
  if (falls.length === 0) {
    return `${without} ${all === 1 ? `this ${things}` : `all these ${sayNumber(all)} ${things}`} would still be asserted.`;
  }
  const would = falls.every(({ before }) => before.support === null) ? ASSERTION : SUPPORT;
  return `${without} ${sayShare(falls.length, all, things, would)}.`;
}

/** "Without Donald Trump, 1 of these 2 relations would no longer be disputed." Empty for nothing. */
export function sayUndisputed(dataset: Dataset, voice: VoiceKey, disputed: readonly Resting[]): string {
  const gone = disputed.filter(({ effect }) => effect === 'undisputes').length;
  if (gone === 0) return '';
  const things = sayThings(disputed, dataset);
  return `Without ${sayVoice(dataset, voice)}, ${sayShare(gone, disputed.length, things, DISPUTE)}.`;
}

/** That nothing public comes through a voice. */
export function sayNothingSaid(dataset: Dataset, voice: VoiceKey, asOf: number | null): string {
  const when = asOf === null ? '' : ` that was public by ${sayDate(dayText(asOf))}`;
  return `No claim${when} comes through ${sayVoice(dataset, voice)}.`;
}

/** The standing without the voice in words; null where it would be the same. `claims` are those that would be left. */
export function sayAfter(dataset: Dataset, before: Standing, after: Standing, claims: readonly Claim[]): string | null {
  if (after.word === 'unsourced') return voiceText.nothingLeft;
  const said = sayStanding(dataset, after, claims);
  return said === sayStanding(dataset, before, claims) ? null : said;
}
