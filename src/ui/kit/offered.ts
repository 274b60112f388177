import type { NamedContent } from '../../model/namedContent.ts';
import type { TableMapping } from '../../model/tableMapping.ts';
import type { TablesPeek } from '../../model/tablePeek.ts';
import type { AppStore } from '../../state/createAppStore.ts';

/** What the reader has brought, between one screen of opening and the next. */
export interface Offer {
  readonly files: readonly NamedContent[];
  /** What was pasted on the page, to be offered before anything is done with it. */
  readonly pasted: readonly NamedContent[];
  /** Adds to what is open instead of replacing it. */
  readonly add: boolean;
  /** How its tables look under the guess; null before anybody has looked. */
  readonly peek: TablesPeek | null;
  /** How tables are to be read to begin with; null: as guessed. */
  readonly mapping: TableMapping | null;
}

/** Nothing brought yet. */
const NO_OFFER: Offer = { files: [], pasted: [], add: false, peek: null, mapping: null };

const offers = new WeakMap<AppStore, Offer>();

/** Notes what was brought, and by which choices it is to be opened; the rest stays as it was. */
export function offer(store: AppStore, change: Partial<Offer>): void {
  offers.set(store, { ...findOffer(store), ...change });
}

/** What was brought last. */
export function findOffer(store: AppStore): Offer {
  return offers.get(store) ?? NO_OFFER;
}
