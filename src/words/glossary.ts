import type { Kind, Stance } from '../model/records.ts';
import type { StandingWord } from '../model/standing.ts';

/** One thing to know about the picture: its name, and one or two plain sentences. */
export interface Explanation {
  readonly term: string;
  readonly text: string;
}

/** What each line pattern of the picture looks like and means. */
export const LINE_EXPLANATIONS: Readonly<Record<StandingWord, Explanation>> = {
  stated: {
    term: 'Stated: solid line',
    text: 'A source says this in its own voice, without leaning on anybody else. That does not make it proven.',
  },
  reported: {
    term: 'Reported: long dashes',
    text: 'A source passes on what a speaker whom it names has said. What people say of themselves is here too.',
  },
  alleged: {
    term: 'Alleged: short dashes',
    text: 'It comes from people who are not named, or it is worded as an accusation.',
  },
  rumoured: {
    term: 'Rumoured: dots',
    text: 'It is passed on as a rumour. Usually nobody says where it began.',
  },
  hypothetical: {
    term: 'Hypothetical: dots far apart',
    text: 'It is a plan, a hint, a worry or an “if”. Nobody says that it is so.',
  },
  questioned: {
    term: 'Questioned: hollow line',
    text: 'Somebody asks whether it is so, and nobody in the sources says that it is.',
  },
  unsupported: {
    term: 'Not asserted: hollow line',
    text: 'The sources hold only denials or silence about it: nobody in them says that it is so.',
  },
  unsourced: {
    term: 'Unsourced: grey line with a gap',
    text: 'The data gives no source for it, so there is nobody to ask. Read it with care.',
  },
};

/** What the sign of a dispute looks like and means. */
export const DISPUTE_EXPLANATION: Explanation = {
  term: 'Disputed: ≠ framed in red',
  text: 'Somebody denies it, or says that it was less than this. The line breaks at the sign, and the word “disputed” stands beside it; click the line to see who disputes it.',
};

/** The shapes, one for each kind of entity. */
export const SHAPE_EXPLANATIONS: Readonly<Record<Kind, Explanation>> = {
  Person: { term: 'Circle', text: 'A person.' },
  Company: { term: 'Square', text: 'A company.' },
  PublicBody: {
    term: 'Six sides',
    text: 'A government, a ministry, an army or another public body. A state that acts is one of these.',
  },
  Organization: {
    term: 'Square with its upper corners cut',
    text: 'An organisation that is neither a company nor public.',
  },
  Place: { term: 'Pin', text: 'A place that is named. It says nothing about whom the place belongs to.' },
  Event: {
    term: 'Diamond',
    text: 'Something that happened or may happen, with several taking part. Its outline shows how firmly it is said.',
  },
  Asset: { term: 'Triangle', text: 'A thing that can be owned or used, such as a satellite network.' },
  Other: { term: 'Eight sides', text: 'Something else.' },
};

/** What a claim can do to the relation it is about. */
export const STANCE_EXPLANATIONS: Readonly<Record<Stance, Explanation>> = {
  asserts: { term: 'Says so', text: 'The speaker says what the relation says.' },
  denies: { term: 'Denies', text: 'The speaker says that it is not so.' },
  limits: { term: 'Limits', text: 'The speaker says less than this: for example one call, not several.' },
  questions: { term: 'Questions', text: 'The speaker asks whether it is so.' },
  'no-comment': { term: 'Silent', text: 'No response is recorded. Silence is neither a yes nor a no.' },
};

/** The words behind the picture, in the order in which a new reader needs them. */
export const WORD_EXPLANATIONS: readonly Explanation[] = [
  {
    term: 'Relations and claims',
    text: 'A line is a relation: one sentence about two names. Behind it stand claims: who says so, through whom, and in which source.',
  },
  {
    term: 'Several relations on one line',
    text: 'When two names have more than one relation, the line tells how many there are and how many are disputed. Click it to see each one.',
  },
  {
    term: 'Arrows',
    text: 'The arrow shows which way to read: from the first name to the second. A line without one reads the same both ways.',
  },
  {
    term: 'Origins',
    text: 'How many independent speakers say so first. A story reprinted ten times still has one origin.',
  },
  {
    term: 'Origin unknown',
    text: 'The source does not say who said it first, so it cannot be counted as an independent voice.',
  },
  {
    term: 'Own word',
    text: 'Only those whom the relation is about say so. It is their own word, and nobody independent stands behind it.',
  },
  {
    term: 'Three dates',
    text: 'When it held or happened, when it was said, and when it became public. These can be years apart.',
  },
  {
    term: 'Not stated in our copy',
    text: 'The copy of the source that was read does not give this. It may exist elsewhere.',
  },
];
