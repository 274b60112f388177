import { exportingText } from '../../words/exportingText.ts';
import { type ExportKind, KINDS } from './exportChoices.ts';

interface KindFieldProps {
  readonly kind: ExportKind;
  readonly onChoose: (kind: ExportKind) => void;
}

/** What is exported: the first choice, on which all others depend. */
export function KindField({ kind, onChoose }: KindFieldProps) {
  return (
    <>
      <fieldset className="export-kinds">
        <legend className="unseen">{exportingText.what}</legend>
        {KINDS.map((value) => (
          <label key={value}>
            <input
              type="radio"
              className="unseen"
              name="export-kind"
              checked={value === kind}
              onChange={() => onChoose(value)}
            />
            <span>{exportingText.kinds[value]}</span>
          </label>
        ))}
      </fieldset>
      <p className="export-about">{exportingText.kindHints[kind]}</p>
    </>
  );
}
