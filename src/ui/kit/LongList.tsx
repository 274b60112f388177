import { type ReactNode, startTransition, useEffect, useState } from 'react';
import { readingText } from '../../words/readingText.ts';

/** Items drawn at once; the rest of the first step follows when they are painted. */
const FIRST = 8;

interface LongListProps<Item> {
  readonly items: readonly Item[];
  /** Gives one `li` with a key. */
  readonly render: (item: Item) => ReactNode;
  readonly className?: string;
  readonly step?: number;
}

/** A list that draws its first items and the next ones when asked, so that a hub with thousands opens at once. */
export function LongList<Item>({ items, render, className, step = 100 }: LongListProps<Item>) {
  const [limit, setLimit] = useState(Math.min(FIRST, step));
  useEffect(() => startTransition(() => setLimit((old) => Math.max(old, step))), [step]);
  const rest = items.length - Math.max(limit, step);
  return (
    <>
      <ul className={className}>{items.slice(0, limit).map(render)}</ul>
      {rest > 0 && (
        <button type="button" className="show-more" onClick={() => setLimit(limit + step)}>
          {readingText.more(Math.min(step, rest), items.length)}
        </button>
      )}
    </>
  );
}
