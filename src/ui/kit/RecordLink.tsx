import type { MouseEvent, ReactNode } from 'react';
import type { ClaimId } from '../../model/records.ts';
import { writeFragment } from '../../state/fragment.ts';
import { useWalk } from './walking.ts';

interface RecordLinkProps {
  readonly id: string;
  /** Where in a source to come out. */
  readonly at?: ClaimId;
  readonly className?: string;
  readonly children: ReactNode;
}

const isPlainClick = ({ button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey;

/** A link to a record: walks there in place; opened in a new tab it leads to the same record. */
export function RecordLink({ id, at, className = '', children }: RecordLinkProps) {
  const walk = useWalk();
  return (
    <a
      className={`record-link ${className}`.trim()}
      href={writeFragment({ selection: [id], focus: null, tab: 'graph' })}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        walk([id], at);
      }}
    >
      {children}
    </a>
  );
}
