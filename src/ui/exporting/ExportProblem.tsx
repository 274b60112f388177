import type { DataError } from '../../model/dataError.ts';
import { exportingText } from '../../words/exportingText.ts';
import { sayError } from '../../words/sayError.ts';
import { type ExportChoices, type ExportOffer, findOffer } from './exportChoices.ts';

function sayOffer({ type, change }: ExportOffer): string {
  const { offers, papers, formats } = exportingText;
  if (type === 'paper' && change.paper) return offers.paper(papers[change.paper]);
  return type === 'scale' ? offers.scale(change.scale ?? 1) : offers.paper(formats.svg);
}

interface ExportProblemProps {
  readonly failed: DataError;
  readonly choices: ExportChoices;
  readonly onChange: (change: Partial<ExportChoices>) => void;
}

/** Why nothing can be made, and the choice that mends it. */
export function ExportProblem({ failed, choices, onChange }: ExportProblemProps) {
  const offer = findOffer(failed, choices);
  return (
    <div className="export-problem" role="alert">
      <p>{sayError(failed)}</p>
      {offer && (
        <button
          type="button"
          onClick={({ currentTarget }) => {
            // The offer goes with the problem; what it made possible comes next.
            currentTarget.closest('dialog')?.querySelector<HTMLElement>('.export-actions button')?.focus();
            onChange(offer.change);
          }}
        >
          {sayOffer(offer)}
        </button>
      )}
    </div>
  );
}
