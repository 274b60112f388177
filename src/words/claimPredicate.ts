import type { Claim, Modality, Stance } from '../model/records.ts';
import { plainText } from './plainText.ts';

const NONE_GIVEN = /^(none( (is )?given)?|no condition given)?[.!]?$/i;

/** A claim's condition as it was given, or null for none. */
export function conditionOf(claim: Claim): string | null {
  const condition = plainText(claim.condition ?? '');
  return NONE_GIVEN.test(condition) ? null : condition;
}

/** A claim's condition as a phrase; every hypothetical one has a phrase, even where no condition is given. */
export function sayCondition(claim: Claim): string {
  const condition = conditionOf(claim);
  return condition === null ? 'with no condition given' : `on the condition “${condition}”`;
}

type Denying = Exclude<Stance, 'asserts'>;

/** For one speaker, several, after "to", and after "alleged to have". */
interface Verb {
  readonly one: string;
  readonly many: string;
  readonly base: string;
}

const VERBS: Record<Exclude<Denying, 'no-comment'>, Verb> = {
  denies: { one: 'denies it', many: 'deny it', base: 'deny it' },
  limits: {
    one: 'limits it, saying less than this',
    many: 'limit it, saying less than this',
    base: 'limit it, saying less than this',
  },
  questions: { one: 'questions it', many: 'question it', base: 'question it' },
};

const SILENCES: Record<NonNullable<Claim['response']>, Verb> = {
  declined: { one: 'declined to comment', many: 'declined to comment', base: 'have declined to comment' },
  unreachable: {
    one: 'could not be reached for a response',
    many: 'could not be reached for a response',
    base: 'have been out of reach for a response',
  },
  'not-asked': {
    one: 'was not asked for a response',
    many: 'were not asked for a response',
    base: 'have been left unasked for a response',
  },
  unknown: {
    one: 'is silent: no response is recorded',
    many: 'are silent: no response is recorded',
    base: 'be silent: no response is recorded',
  },
};

function verbOf(claim: Claim, stance: Denying): Verb {
  return stance === 'no-comment' ? SILENCES[claim.response ?? 'unknown'] : VERBS[stance];
}

function assertion(claim: Claim, plural: boolean): string {
  const by: Record<Modality, string> = {
    stated: `${plural ? 'say' : 'says'} so, and the source takes it over as stated`,
    reported: `${plural ? 'are' : 'is'} reported as saying so`,
    alleged: `${plural ? 'allege' : 'alleges'} it`,
    rumoured: `${plural ? 'pass' : 'passes'} it on as a rumour; it is no more than rumoured`,
    hypothetical: `${plural ? 'put' : 'puts'} it as hypothetical, ${sayCondition(claim)}`,
  };
  return by[claim.modality];
}

/** What the first speaker does, as a verb phrase agreeing with one or several: "denies it", "allege it". */
export function sayPredicate(claim: Claim, plural: boolean): string {
  if (claim.stance === 'asserts') return assertion(claim, plural);
  const verb = verbOf(claim, claim.stance);
  const be = plural ? 'are' : 'is';
  if (claim.modality === 'alleged') return `${be} alleged to ${verb.base}`;
  if (claim.modality === 'rumoured') return `${be} rumoured to ${verb.base}`;
  if (claim.modality === 'hypothetical') return `would ${verb.base} (hypothetical, ${sayCondition(claim)})`;
  return plural ? verb.many : verb.one;
}

const NOUNS: Record<Denying, string> = {
  denies: 'a denial',
  limits: 'a limit to less than this',
  questions: 'a question about it',
  'no-comment': 'a silence',
};

const OWN_VERBS: Record<Denying, string> = {
  denies: 'denies it',
  limits: 'limits it, saying less than this,',
  questions: 'questions it',
  'no-comment': 'says nothing about it',
};

/** A claim without any attribution: the source speaks, or names nobody. */
export function sayOwnVoice(claim: Claim): string {
  const { stance, modality } = claim;
  if (modality === 'hypothetical') {
    const what = stance === 'asserts' ? 'it' : NOUNS[stance];
    return `The source puts ${what} as hypothetical in its own voice, ${sayCondition(claim)}`;
  }
  if (modality === 'stated') {
    return `The source ${stance === 'asserts' ? 'states it' : OWN_VERBS[stance]} in its own voice`;
  }
  if (stance !== 'asserts') return `The source gives ${NOUNS[stance]} as ${modality}, without naming a speaker`;
  const verb = modality === 'reported' ? 'reports it' : `gives it as ${modality}`;
  return `The source ${verb}, without naming a speaker`;
}

const PASSIVES: Record<Denying, string> = {
  denies: 'denied',
  limits: 'limited to less than this',
  questions: 'questioned',
  'no-comment': 'met with silence',
};

/** A claim whose first speaker is not stated, up to the relays: "It is rumoured", "It is alleged to be denied". */
export function sayUnstated(claim: Claim): string {
  const { stance, modality } = claim;
  if (stance === 'asserts') {
    return modality === 'hypothetical' ? `It is put as hypothetical, ${sayCondition(claim)}` : `It is ${modality}`;
  }
  if (modality === 'hypothetical') return `It would be ${PASSIVES[stance]} (hypothetical, ${sayCondition(claim)})`;
  if (modality === 'alleged' || modality === 'rumoured') return `It is ${modality} to be ${PASSIVES[stance]}`;
  return `It is ${PASSIVES[stance]}`;
}
