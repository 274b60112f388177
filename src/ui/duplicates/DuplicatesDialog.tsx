import { useId, useRef, useState } from 'react';
import { DataError } from '../../model/dataError.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { DuplicatePair } from '../../model/findDuplicates.ts';
import type { EntityId } from '../../model/records.ts';
import type { AppState } from '../../state/appState.ts';
import { mergeDuplicates, notDuplicates, setDistinct, unmergeDuplicates } from '../../state/mergeState.ts';
import {
  duplicatesText,
  sayDuplicatePair,
  sayDuplicateReason,
  sayFormerName,
  sayKeeping,
} from '../../words/duplicatesText.ts';
import { plainText } from '../../words/plainText.ts';
import { sayName } from '../../words/sayRelation.ts';
import { useApp, useAppStore } from '../kit/appContext.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { LongList } from '../kit/LongList.tsx';
import { DuplicateSide } from './DuplicateSide.tsx';
import { DuplicatesDone } from './DuplicatesDone.tsx';
import { useDuplicates } from './useDuplicates.ts';

const PAGE = 20;
const selectDataset = (state: AppState): Dataset => state.dataset;
const keyOf = ({ a, b }: DuplicatePair): string => JSON.stringify([a, b]);

interface PairProps {
  readonly dataset: Dataset;
  readonly pair: DuplicatePair;
  readonly onKeep: (into: EntityId, gone: EntityId) => void;
  readonly onApart: () => void;
}

function Pair({ dataset, pair, onKeep, onApart }: PairProps) {
  const headingId = useId();
  const { a, b } = pair;
  const [keepFirst, keepSecond] = sayKeeping(dataset, pair);
  return (
    <li className="duplicate-pair" aria-labelledby={headingId}>
      <h3 id={headingId} tabIndex={-1}>
        {sayDuplicatePair(dataset, pair)}
      </h3>
      <p className="duplicate-why">{sayDuplicateReason(pair)}</p>
      <div className="duplicate-sides">
        <DuplicateSide dataset={dataset} id={a}>
          <button type="button" onClick={() => onKeep(a, b)}>
            {keepFirst}
          </button>
        </DuplicateSide>
        <DuplicateSide dataset={dataset} id={b}>
          <button type="button" onClick={() => onKeep(b, a)}>
            {keepSecond}
          </button>
        </DuplicateSide>
      </div>
      <button
        type="button"
        aria-label={duplicatesText.notSameThese(sayName(dataset, a), sayName(dataset, b))}
        onClick={onApart}
      >
        {duplicatesText.notSame}
      </button>
    </li>
  );
}

/** The day as EDTF. */
const today = (): string => new Date().toISOString().slice(0, 10);

/** What the reader decides, and what is said of it. */
function useDecisions(say: (said: string) => void) {
  const { getState, dispatch } = useAppStore();
  const name = (id: EntityId): string => sayFormerName(getState().dataset, id);
  return {
    keep(into: EntityId, gone: EntityId): void {
      const [kept, other] = [name(into), name(gone)];
      dispatch('replaceDataset', mergeDuplicates(getState(), into, gone, today()));
      say(duplicatesText.merged(other, kept));
    },
    apart(a: EntityId, b: EntityId): void {
      dispatch('replaceDataset', notDuplicates(getState(), a, b));
      say(duplicatesText.distinct(name(a), name(b)));
    },
    part(index: number): void {
      const entry = getState().dataset.file.merged?.[index];
      if (!entry) return;
      const gone = plainText(entry.before.gone.name);
      try {
        dispatch('replaceDataset', unmergeDuplicates(getState(), index));
        say(duplicatesText.parted(gone, name(entry.into)));
      } catch (error) {
        if (!(error instanceof DataError)) throw error;
        say(duplicatesText.impossible(gone));
      }
    },
    ask(index: number): void {
      const distinct = getState().dataset.file.distinct ?? [];
      const [a, b] = distinct[index] ?? [];
      dispatch(
        'replaceDataset',
        setDistinct(
          getState(),
          distinct.filter((_, i) => i !== index),
        ),
      );
      if (a !== undefined && b !== undefined) say(duplicatesText.asked(name(a), name(b)));
    },
  };
}

/** Pairs of entities that may be the same, side by side, to be made one or told apart; and what was decided, to be taken back. */
export function DuplicatesDialog() {
  const dataset = useApp(selectDataset);
  const pairs = useDuplicates(dataset);
  const [said, setSaid] = useState('');
  const content = useRef<HTMLDivElement>(null);
  const decisions = useDecisions(setSaid);
  /** The button is gone with what it was about: the focus goes to what has come into its place, or to the top. */
  const goOn = (at: number | null): void => {
    setTimeout(() => {
      const headings = content.current?.querySelectorAll<HTMLElement>('.duplicate-pair h3') ?? [];
      const next = at === null ? undefined : headings[Math.min(at, headings.length - 1)];
      (next ?? content.current)?.focus();
    });
  };
  const deciding =
    (at: number | null, decide: () => void): (() => void) =>
    () => {
      decide();
      goOn(at);
    };
  return (
    <Dialog title={duplicatesText.title} closeLabel={duplicatesText.close} className="duplicates">
      <div ref={content} tabIndex={-1} className="duplicates-content">
        <p className="duplicates-intro">{duplicatesText.intro}</p>
        <p className="duplicates-count" role="status">
          {pairs ? duplicatesText.found(pairs.length) : duplicatesText.searching}
        </p>
        <p className="duplicates-said" aria-live="polite">
          {said}
        </p>
        {pairs && (
          <LongList
            items={pairs.map((pair, at) => ({ pair, at }))}
            step={PAGE}
            className="duplicate-pairs"
            render={({ pair, at }) => (
              <Pair
                key={keyOf(pair)}
                dataset={dataset}
                pair={pair}
                onKeep={(into, gone) => deciding(at, () => decisions.keep(into, gone))()}
                onApart={deciding(at, () => decisions.apart(pair.a, pair.b))}
              />
            )}
          />
        )}
        <DuplicatesDone
          dataset={dataset}
          onPart={(index) => deciding(null, () => decisions.part(index))()}
          onAsk={(index) => deciding(null, () => decisions.ask(index))()}
        />
      </div>
    </Dialog>
  );
}
