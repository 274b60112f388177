import { endSentence, plainText, upperFirst } from './plainText.ts';
import { sayCount, sayList } from './sayCount.ts';

/** One relation of a picture. `sentence` from `sayRelation`, `standing` from `sayStanding`, `dispute` from `sayDispute`. */
export interface DescribedRelation {
  readonly sentence: string;
  readonly standing: string;
  readonly dispute: string | null;
  /** It is what is said about an Event as such, which is an entity: told like a relation, and not counted as one. */
  readonly isOfEvent?: boolean;
}

/** What a picture shows, in words already. */
export interface DescribedPicture {
  readonly title: string;
  /** Filters and clocks in force, as sentences. */
  readonly inForce?: string;
  readonly entities: readonly string[];
  readonly relations: readonly DescribedRelation[];
  /** From `sayDrawnCallout`. */
  readonly callouts?: readonly string[];
}

/** The alternative text of a picture, short for `<title>` or `alt`, long for `<desc>`. */
export interface PictureText {
  readonly short: string;
  readonly long: string;
}

/** Of more disputes than this the short text says how many more the long one names. */
const SAID_MAX = 8;

function sayDisputes(disputed: readonly DescribedRelation[]): string {
  const said = disputed.slice(0, SAID_MAX).map(({ sentence, dispute }) => `${sentence}: ${dispute}`);
  const more = disputed.length - said.length;
  const rest = more > 0 ? [`and ${sayCount(more, 'more relation')}, named in the description`] : [];
  return [...said, ...rest].join('; ');
}

/**
 * Alternative text of a scene. The long text names every dispute with who disputes it, the short one the first eight and
 * how many more there are; the long one also names every entity, every relation with its standing, and what was written
 * into the picture. Linear.
 */
export function describePicture({
  title,
  inForce = '',
  entities,
  relations,
  callouts = [],
}: DescribedPicture): PictureText {
  const disputed = relations.filter(({ dispute }) => dispute !== null);
  const drawn = relations.filter(({ isOfEvent }) => !isOfEvent).length;
  const counts = `${sayCount(entities.length, 'entity', 'entities')} and ${sayCount(drawn, 'relation')}`;
  const opening = [plainText(title), `A graph of ${counts}`, inForce].filter(Boolean).map(endSentence).join(' ');
  const short = disputed.length > 0 ? `${opening} Disputed: ${endSentence(sayDisputes(disputed))}` : opening;
  const names = entities.length > 0 ? [`It shows ${sayList(entities.map(plainText))}`] : [];
  const lines = relations.map(({ sentence, standing, dispute }) =>
    dispute !== null && !standing.includes(dispute)
      ? `${sentence}: ${standing}, ${dispute}`
      : `${sentence}: ${standing}`,
  );
  return {
    short,
    long: [opening, ...[...names, ...lines, ...callouts].map((line) => endSentence(upperFirst(line)))].join(' '),
  };
}
