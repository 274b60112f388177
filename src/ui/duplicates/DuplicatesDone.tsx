import type { Dataset } from '../../model/dataset.ts';
import { duplicatesText, sayFormerName, sayMerged } from '../../words/duplicatesText.ts';
import { plainText } from '../../words/plainText.ts';
import { LongList } from '../kit/LongList.tsx';

interface DoneProps {
  readonly dataset: Dataset;
  readonly onPart: (index: number) => void;
  readonly onAsk: (index: number) => void;
}

const PAGE = 20;

/** What was decided, the last decision first: each can be taken back. */
export function DuplicatesDone({ dataset, onPart, onAsk }: DoneProps) {
  const { merged = [], distinct = [] } = dataset.file;
  const merges = merged.map((entry, index) => ({ entry, index })).reverse();
  const pairs = distinct
    .map(([a, b], index) => ({
      index,
      names: [a, b].map((id) => (id === undefined ? '' : sayFormerName(dataset, id))),
    }))
    .reverse();
  return (
    <>
      {merges.length > 0 && (
        <section className="duplicates-done">
          <h3>{duplicatesText.mergedList(merges.length)}</h3>
          <LongList
            items={merges}
            step={PAGE}
            render={({ entry, index }) => (
              <li key={index}>
                <span>{sayMerged(dataset, entry)}</span>{' '}
                <button
                  type="button"
                  aria-label={duplicatesText.partThese(
                    plainText(entry.before.gone.name),
                    sayFormerName(dataset, entry.into),
                  )}
                  onClick={() => onPart(index)}
                >
                  {duplicatesText.part}
                </button>
              </li>
            )}
          />
        </section>
      )}
      {pairs.length > 0 && (
        <section className="duplicates-done">
          <h3>{duplicatesText.distinctList(pairs.length)}</h3>
          <LongList
            items={pairs}
            step={PAGE}
            render={({ names: [a = '', b = ''], index }) => (
              <li key={index}>
                <span>
                  <bdi>{a}</bdi> · <bdi>{b}</bdi>
                </span>{' '}
                <button type="button" aria-label={duplicatesText.askAgainThese(a, b)} onClick={() => onAsk(index)}>
                  {duplicatesText.askAgain}
                </button>
              </li>
            )}
          />
        </section>
      )}
    </>
  );
}
