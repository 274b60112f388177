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
