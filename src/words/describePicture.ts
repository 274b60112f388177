import { endSentence, plainText, upperFirst } from './plainText.ts';
import { sayCount, sayList } from './sayCount.ts';

/** One relation of a picture. `sentence` from `sayRelation`, `standing` from `sayStanding`, `dispute` from `sayDispute`. */
export interface DescribedRelation {
  readonly sentence: string;
  readonly standing: string;
  readonly dispute: string | null;
}

/** What a picture shows, in words already. */
export interface DescribedPicture {
  readonly title: string;
  /** Filters and clocks in force, as sentences. */
  readonly inForce?: string;
  readonly entities: readonly string[];
  readonly relations: readonly DescribedRelation[];
}

/** The alternative text of a picture, short for `<title>` or `alt`, long for `<desc>`. */
export interface PictureText {
  readonly short: string;
  readonly long: string;
}

/**
 * Alternative text of a scene. Both texts name every dispute with who disputes it; the long one also names every entity
 * and every relation with its standing. Linear.
 */
export function describePicture({ title, inForce = '', entities, relations }: DescribedPicture): PictureText {
  const disputed = relations.filter(({ dispute }) => dispute !== null);
  const counts = `${sayCount(entities.length, 'entity', 'entities')} and ${sayCount(relations.length, 'relation')}`;
  const opening = [plainText(title), `A graph of ${counts}`, inForce].filter(Boolean).map(endSentence).join(' ');
  const disputes = disputed.map(({ sentence, dispute }) => `${sentence}: ${dispute}`);
  const short = disputes.length > 0 ? `${opening} Disputed: ${endSentence(disputes.join('; '))}` : opening;
  const names = entities.length > 0 ? [`It shows ${sayList(entities.map(plainText))}`] : [];
  const lines = relations.map(({ sentence, standing, dispute }) =>
    dispute !== null && !standing.includes(dispute)
      ? `${sentence}: ${standing}, ${dispute}`
      : `${sentence}: ${standing}`,
  );
  return { short, long: [opening, ...[...names, ...lines].map((line) => endSentence(upperFirst(line)))].join(' ') };
}
