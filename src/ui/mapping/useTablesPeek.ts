import { useEffect, useRef, useState } from 'react';
import { DataError } from '../../model/dataError.ts';
import type { TableMapping } from '../../model/tableMapping.ts';
import type { TablesPeek } from '../../model/tablePeek.ts';
import { mappingText } from '../../words/mappingText.ts';
import type { Offer } from '../kit/offered.ts';
import type { Opener } from '../kit/opener.ts';

/** What is typed comes letter by letter, ms. */
const PAUSE = 150;

export interface Peeked {
  /** Null until somebody has looked. */
  readonly peek: TablesPeek | null;
  /** As it is now, the newest change included. */
  readonly mapping: TableMapping | null;
  readonly isRenewing: boolean;
  readonly failed: DataError | null;
  /** What to say when the preview is there again; empty until something was changed. */
  readonly said: string;
  readonly change: (mapping: TableMapping) => void;
}

interface Answer {
  /** Under which mapping; null for the guess. */
  readonly of: TableMapping | null;
  readonly peek: TablesPeek | null;
  readonly failed: DataError | null;
}

function asDataError(error: unknown): DataError {
  return error instanceof DataError ? error : new DataError('unexpected', '', { reason: String(error) });
}

/**
 * How tables look under a mapping, looked at again a moment after each change; an older answer is dropped. What was
 * understood before stays until the new is there.
 */
export function useTablesPeek(opener: Opener, { files, peek: first, mapping: begun }: Offer): Peeked {
  const [asked, setAsked] = useState(begun);
  const [answer, setAnswer] = useState<Answer>({ of: null, peek: first, failed: null });
  const [said, setSaid] = useState('');
  const isFirst = useRef(true);
  const isKnown = answer.of === asked && (answer.peek !== null || answer.failed !== null);
  useEffect(() => {
    if (isKnown) return undefined;
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      try {
        const peek = await opener.peek(files, asked, stop.signal);
        if (stop.signal.aborted) return;
        const failed = peek ? null : new DataError('no-records', '');
        setAnswer((old) => ({ of: asked, peek: peek ?? old.peek, failed }));
        if (peek && !isFirst.current) setSaid(mappingText.renewed(peek.entities, peek.relations));
      } catch (error) {
        if (!stop.signal.aborted) setAnswer((old) => ({ of: asked, peek: old.peek, failed: asDataError(error) }));
      }
    };
    const timer = setTimeout(() => void look(), isFirst.current ? 0 : PAUSE);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [opener, files, asked, isKnown]);
  return {
    peek: answer.peek,
    // The reader of tables may have named columns anew, as where the first row no longer has their names.
    mapping: answer.of === asked && answer.peek && !answer.failed ? answer.peek.mapping : asked,
    isRenewing: !isKnown,
    failed: answer.of === asked ? answer.failed : null,
    said,
    change: (mapping) => {
      isFirst.current = false;
      setAsked(mapping);
    },
  };
}
