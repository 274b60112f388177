import { upperFirst } from './plainText.ts';
import { type Sayable, sayParam } from './sayable.ts';
import { sayCount } from './sayCount.ts';

const LOSSES: ReadonlyMap<string, (issue: Sayable) => string> = new Map([
  [
    'loss-stories',
    ({ params }: Sayable) => `${sayCount(Number(params['count']), 'story', 'stories')} cannot be held by this format.`,
  ],
  [
    'loss-passages',
    ({ params }: Sayable) =>
      `The texts kept of ${sayCount(Number(params['count']), 'source')} are left out; the sources themselves are named.`,
  ],
  [
    'loss-claims-as-notes',
    ({ params }: Sayable) =>
      `${sayCount(Number(params['count']), 'claim')} ${Number(params['count']) === 1 ? 'stands' : 'stand'} as notes that name their document; Sayso reads them back, other programs show them as text beside the relation.`,
  ],
  [
    'loss-kinds',
    ({ params }: Sayable) =>
      `${sayCount(Number(params['count']), 'entity', 'entities')} of a kind that FollowTheMoney does not have: a place is written as an address, anything else as a person or body not said which. Sayso reads the kind back.`,
  ],
  [
    'loss-edge-schema',
    ({ params }: Sayable) =>
      `${sayCount(Number(params['count']), 'relation')} ${Number(params['count']) === 1 ? 'is' : 'are'} written as a link of an unknown kind with the wording in words, because FollowTheMoney allows other ends, or because it would read a disputed or merely alleged one as a fact.`,
  ],
  [
    'loss-dates',
    ({ params }: Sayable) =>
      `${sayCount(Number(params['count']), 'date')} lose “about” or “perhaps”, for which FollowTheMoney has no sign. Sayso reads them back.`,
  ],
  [
    'loss-properties-as-text',
    ({ params }: Sayable) =>
      `${sayCount(Number(params['count']), 'property', 'properties')} that FollowTheMoney does not know, or not in this form, are written as notes with their name.`,
  ],
  ['loss-dataset-head', () => 'Description, authors, contact and licence of the data have no place in this format.'],
  ['loss-positions', () => 'The places of the entities in the picture have no place in this format.'],
  [
    'loss-uncited-sources',
    ({ params }: Sayable) =>
      `${sayCount(Number(params['count']), 'source')} that no claim names ${Number(params['count']) === 1 ? 'is' : 'are'} left out.`,
  ],
  [
    'loss-merges',
    ({ params }: Sayable) =>
      `How ${sayCount(Number(params['count']), 'merged entity', 'merged entities')} can be parted again is left out.`,
  ],
  ['loss-notes', () => 'The private notes of the data’s maker are left out.'],
  [
    'loss-claims-as-text',
    ({ params }: Sayable) =>
      `The claims of ${sayCount(Number(params['count']), 'relation')} stand in one column that Sayso reads back; other programs show it as text, with standing, denials and sources in columns beside it.`,
  ],
  [
    'loss-xml-characters',
    ({ params }: Sayable) =>
      `${sayCount(Number(params['count']), 'record')} ${Number(params['count']) === 1 ? 'holds' : 'hold'} control characters that XML cannot hold; each becomes “�”.`,
  ],
]);

/** What a format cannot hold of a part, as a sentence. Total. */
export function sayLoss(issue: Sayable): string {
  const say = LOSSES.get(issue.code);
  if (say) return upperFirst(say(issue));
  const count = sayParam(issue.params, 'count');
  return `${count ? `${count} times: ` : ''}${issue.code.replace(/^loss-/, '').replaceAll('-', ' ')} cannot be held by this format.`;
}
