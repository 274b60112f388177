import type { AppState } from '../../state/appState.ts';
import { exportingText } from '../../words/exportingText.ts';
import { plainText } from '../../words/plainText.ts';
import { useApp } from '../kit/appContext.ts';

const selectTitle = ({ dataset }: AppState): string => plainText(dataset.file.title);

interface TitleFieldProps {
  /** Null for the dataset's own. */
  readonly title: string | null;
  readonly onChange: (title: string | null) => void;
}

/** The title over what is exported; emptied, it is the dataset's own again. */
export function TitleField({ title, onChange }: TitleFieldProps) {
  const own = useApp(selectTitle);
  return (
    <label className="export-field">
      <span className="unseen">{exportingText.titleField}</span>
      {/* Two lines, so that it is read whole; it is one line of text all the same. */}
      <textarea
        rows={2}
        placeholder={own}
        value={title ?? own}
        onChange={({ target: { value } }) => {
          const words = value.replaceAll('\n', ' ');
          onChange(words === own ? null : words);
        }}
        onBlur={({ target: { value } }) => value.trim() === '' && onChange(null)}
      />
    </label>
  );
}
