import { useId } from 'react';
import type { CheckSheet } from '../../model/checkSheet.ts';
import type { PictureText } from '../../words/describePicture.ts';
import { exportingText } from '../../words/exportingText.ts';
import type { PublishedScope } from '../kit/publishedScope.ts';
import type { OwnWords } from './exportChoices.ts';
import { findUnnamedDeniers } from './unnamedDeniers.ts';

interface WordsFieldProps {
  /** What the scene gives; null until it is known. */
  readonly generated: PictureText | null;
  readonly words: OwnWords | null;
  readonly scope: PublishedScope;
  readonly sheet: CheckSheet | null;
  readonly onChange: (words: OwnWords | null) => void;
}

/** The alternative text: as the scene gives it, or in the reader's own words, which are warned where they lose a denial. */
export function WordsField({ generated, words, scope, sheet, onChange }: WordsFieldProps) {
  const hintId = useId();
  const shown = words ?? generated ?? { short: '', long: '' };
  const isElsewhere = words !== null && (words.scope.type !== scope.type || words.scope.hops !== scope.hops);
  const unnamed = words && sheet ? findUnnamedDeniers(sheet, words) : [];
  const write = (change: Partial<PictureText>): void => onChange({ ...shown, ...change, scope });
  return (
    <details className="export-more">
      <summary>{exportingText.words}</summary>
      <p id={hintId} className="export-hint">
        {exportingText.wordsHint}
      </p>
      {(['short', 'long'] as const).map((length) => (
        <label key={length} className="export-field">
          <span>{length === 'short' ? exportingText.wordsShort : exportingText.wordsLong}</span>
          <textarea
            rows={length === 'short' ? 3 : 6}
            aria-describedby={hintId}
            disabled={generated === null && words === null}
            value={shown[length]}
            onChange={(event) => write({ [length]: event.target.value })}
          />
        </label>
      ))}
      <div role="status">
        {isElsewhere && <p className="export-warning">{exportingText.wordsOfOtherPart}</p>}
        {unnamed.length > 0 && <p className="export-warning">{exportingText.unnamedDeniers(unnamed)}</p>}
      </div>
      {words && (
        <button
          type="button"
          onClick={({ currentTarget }) => {
            // The button goes with the reader's own words; the focus stays with the words.
            currentTarget.closest('details')?.querySelector('textarea')?.focus();
            onChange(null);
          }}
        >
          {exportingText.asGenerated}
        </button>
      )}
    </details>
  );
}
