import type { ReactNode } from 'react';

/** The sign of a dispute as in the graph, with the words that belong to it. */
export function DisputeMark({ children }: { readonly children: ReactNode }) {
  return (
    <span className="dispute-mark">
      <span className="chip" aria-hidden="true">
        ≠
      </span>{' '}
      <span>{children}</span>
    </span>
  );
}
