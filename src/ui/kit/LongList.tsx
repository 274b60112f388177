import { type ReactNode, useState } from 'react';
import { readingText } from '../../words/readingText.ts';

interface LongListProps<Item> {
  readonly items: readonly Item[];
  /** Gives one `li` with a key. */
  readonly render: (item: Item) => ReactNode;
  readonly className?: string;
  readonly step?: number;
}

/** A list that draws its first items and the next ones when asked, so that a hub with thousands opens at once. */
export function LongList<Item>({ items, render, className, step = 100 }: LongListProps<Item>) {
  const [limit, setLimit] = useState(step);
  const rest = items.length - limit;
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
