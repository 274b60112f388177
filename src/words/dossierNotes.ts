import type { SourceId } from '../model/records.ts';
import type { SourceAccount } from './accounts.ts';
import type { ClaimAccount } from './claimAccount.ts';
import { dossierText } from './dossierText.ts';
import { endSentence } from './plainText.ts';

/** One claim as a numbered note: first the maker's own words, then who says so, quotes, times and what else belongs to it. */
export interface DossierNote {
  readonly number: number;
  /** Denies or limits. */
  readonly dispute: boolean;
  readonly text: string;
  readonly sentences: readonly string[];
  readonly citation: string;
  /** The number of its source. */
  readonly source: number;
  /** Anchors of the places that lead to it, in reading order. */
  readonly usedAt: readonly string[];
}

/** A source under its number. */
export interface DossierSource extends SourceAccount {
  readonly number: number;
}

/** Numbers claims and sources from 1 as they come up. */
export interface Notes {
  /** The number of a claim, a new one where it comes up for the first time. */
  numberOf(claim: ClaimAccount, anchor: string): number;
  all(): DossierNote[];
  /** Those that notes name, by number. */
  sources(): DossierSource[];
}

function sentencesOf({ sentence, quotes, times, details }: ClaimAccount): string[] {
  return [sentence, ...quotes.map(dossierText.quoted), ...times, ...details].map(endSentence);
}

/** Numbers for one dossier. */
export function createNotes(known: readonly SourceAccount[]): Notes {
  const claims = new Map<string, { readonly claim: ClaimAccount; readonly usedAt: string[] }>();
  const numbers = new Map<string, number>();
  const sources = new Map<SourceId, number>();
  return {
    numberOf(claim, anchor) {
      const entry = claims.get(claim.id) ?? { claim, usedAt: [] };
      claims.set(claim.id, entry);
      if (!entry.usedAt.includes(anchor)) entry.usedAt.push(anchor);
      if (!sources.has(claim.source)) sources.set(claim.source, sources.size + 1);
      const number = numbers.get(claim.id) ?? claims.size;
      numbers.set(claim.id, number);
      return number;
    },
    all: () =>
      [...claims.values()].map(({ claim, usedAt }, i) => ({
        number: i + 1,
        dispute: claim.stance === 'denies' || claim.stance === 'limits',
        text: claim.text,
        sentences: sentencesOf(claim),
        citation: claim.citation,
        source: sources.get(claim.source) ?? 0,
        usedAt,
      })),
    sources: () =>
      [...sources].flatMap(([id, number]) => {
        const source = known.find((each) => each.id === id);
        return source ? [{ ...source, number }] : [];
      }),
  };
}
