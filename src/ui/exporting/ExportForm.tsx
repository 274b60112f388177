import type { CheckSheet } from '../../model/checkSheet.ts';
import type { Story } from '../../model/story.ts';
import type { AppState } from '../../state/appState.ts';
import type { PictureText } from '../../words/describePicture.ts';
import { exportingText } from '../../words/exportingText.ts';
import { useApp } from '../kit/appContext.ts';
import type { ExportFormat } from '../kit/exportFormats.ts';
import type { PublishedScope } from '../kit/publishedScope.ts';
import { ScopeField } from '../kit/ScopeField.tsx';
import { type ExportChoices, FORMATS_OF, isDrawn } from './exportChoices.ts';
import { Select, Tick } from './Fields.tsx';
import { PictureFields } from './PictureFields.tsx';
import { TitleField } from './TitleField.tsx';
import { WordsField } from './WordsField.tsx';

const selectStories = ({ stories }: AppState): readonly Story[] => stories;
const selectHasNotes = ({ dataset }: AppState): boolean => Boolean(dataset.file.notes);

/** The stories to choose from, after what is chosen where it is none of them. */
function listStories(none: string, stories: readonly Story[], say: (story: Story) => string) {
  const options = [{ value: '', label: none }, ...stories.map((story) => ({ value: story.id, label: say(story) }))];
  return [{ options }];
}

interface ExportFormProps {
  readonly choices: ExportChoices;
  readonly scope: PublishedScope;
  readonly offered: readonly ExportFormat[];
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly generated: PictureText | null;
  readonly sheet: CheckSheet | null;
  readonly onChange: (change: Partial<ExportChoices>) => void;
  readonly onScope: (scope: PublishedScope) => void;
}

function FormatField({ choices, offered, onChange }: Pick<ExportFormProps, 'choices' | 'offered' | 'onChange'>) {
  const { kind, formats } = choices;
  const options = FORMATS_OF[kind].flatMap((value) =>
    value !== 'html' && offered.includes(value) ? [{ value, label: exportingText.formats[value] }] : [],
  );
  const chosen = options.find(({ value }) => value === formats[kind]) ?? options[0];
  if (!chosen) return null;
  return (
    <Select
      label={exportingText.format}
      groups={[{ options }]}
      value={chosen.value}
      onChoose={(format) => onChange({ formats: { ...formats, [kind]: format } })}
    />
  );
}

/** The choices that concern what is exported, the part first. */
export function ExportForm({ choices, scope, offered, size, generated, sheet, onChange, onScope }: ExportFormProps) {
  const stories = useApp(selectStories);
  const hasNotes = useApp(selectHasNotes);
  const { kind, formats, series, story, notes, words, title } = choices;
  const isSeries = kind === 'picture' && series !== null;
  return (
    <div className="export-form">
      {kind === 'picture' && stories.length > 0 && (
        <Select
          label={exportingText.pictures}
          groups={listStories(exportingText.onePicture, stories, (one) =>
            exportingText.series(one.title, one.steps.length),
          )}
          value={series ?? ''}
          onChoose={(id) => onChange({ series: id === '' ? null : id })}
        />
      )}
      {!isSeries && <ScopeField scope={scope} onChange={onScope} />}
      <FormatField choices={choices} offered={offered} onChange={onChange} />
      {kind === 'picture' && (
        <PictureFields choices={choices} format={formats.picture} size={size} onChange={onChange} />
      )}
      {(kind === 'page' || kind === 'dossier') && (
        <div className="export-titled">
          <span aria-hidden="true">{exportingText.withTitle}</span>
          <TitleField title={title} onChange={(next) => onChange({ title: next })} />
        </div>
      )}
      {kind === 'page' && stories.length > 0 && (
        <Select
          label={exportingText.story}
          groups={listStories(exportingText.noStory, stories, (one) => one.title)}
          value={story ?? ''}
          onChoose={(id) => onChange({ story: id === '' ? null : id })}
        />
      )}
      {isDrawn(kind) && !isSeries && (
        <WordsField
          generated={generated}
          words={words}
          scope={scope}
          sheet={sheet}
          onChange={(next) => onChange({ words: next })}
        />
      )}
      {hasNotes && (kind === 'page' || kind === 'data') && (
        <Tick
          label={exportingText.notes}
          hint={exportingText.notesHint}
          checked={notes}
          onTick={(on) => onChange({ notes: on })}
        />
      )}
    </div>
  );
}
