import { PICTURE_STYLES } from '../../picture/paper.ts';
import type { AppState } from '../../state/appState.ts';
import { exportingText } from '../../words/exportingText.ts';
import { useApp } from '../kit/appContext.ts';
import type { ExportFormat } from '../kit/exportFormats.ts';
import { type ExportChoices, isFixed, isRaster, PRINT_PAPERS, SCALES, SCREEN_PAPERS } from './exportChoices.ts';
import { Select, Tick } from './Fields.tsx';
import { TitleField } from './TitleField.tsx';

const { papers, paperGroups, styles, scaleSized, scaleValue } = exportingText;
const selectHasCallouts = ({ view }: AppState): boolean => view.callouts.length > 0;

const PAPER_GROUPS = [
  { name: paperGroups.screen, options: SCREEN_PAPERS.map((value) => ({ value, label: papers[value] })) },
  { name: paperGroups.print, options: PRINT_PAPERS.map((value) => ({ value, label: papers[value] })) },
];
const STYLE_GROUPS = [{ options: PICTURE_STYLES.map((value) => ({ value, label: styles[value] })) }];

interface FieldsProps {
  readonly choices: ExportChoices;
  readonly onChange: (change: Partial<ExportChoices>) => void;
}

interface PictureFieldsProps extends FieldsProps {
  readonly format: ExportFormat;
  /** Of the first page, px; null until it is known. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

function ScaleField({ choices, onChange, size }: Omit<PictureFieldsProps, 'format'>) {
  const scales = [...new Set<number>([...SCALES, choices.scale])].toSorted((a, b) => a - b);
  const options = scales.map((value) => ({
    value,
    label: size
      ? scaleSized(value, Math.round(size.width * value), Math.round(size.height * value))
      : scaleValue(value),
  }));
  return (
    <Select
      label={exportingText.scale}
      groups={[{ options }]}
      value={choices.scale}
      onChoose={(scale) => onChange({ scale })}
    />
  );
}

function IncludeFields({ choices, onChange }: FieldsProps) {
  const hasCallouts = useApp(selectHasCallouts);
  const { legend, sources, callouts, hasTitle } = choices;
  return (
    <fieldset className="radios">
      <legend>{exportingText.include}</legend>
      <Tick label={exportingText.withTitle} checked={hasTitle} onTick={(on) => onChange({ hasTitle: on })} />
      {hasTitle && <TitleField title={choices.title} onChange={(title) => onChange({ title })} />}
      <Tick label={exportingText.withLegend} checked={legend} onTick={(on) => onChange({ legend: on })} />
      <Tick label={exportingText.withSources} checked={sources} onTick={(on) => onChange({ sources: on })} />
      {hasCallouts && (
        <Tick label={exportingText.withCallouts} checked={callouts} onTick={(on) => onChange({ callouts: on })} />
      )}
    </fieldset>
  );
}

/** How a picture is to be: its sheet, its colours, its size and what stands around the graph. */
export function PictureFields({ choices, format, size, onChange }: PictureFieldsProps) {
  const { paper, style, reshape, background } = choices;
  return (
    <>
      <Select
        label={exportingText.paper}
        groups={PAPER_GROUPS}
        value={paper}
        onChoose={(chosen) => onChange({ paper: chosen })}
      />
      {isFixed(paper) && (
        <Tick
          label={exportingText.reshape}
          hint={exportingText.reshapeHint}
          checked={reshape}
          onTick={(on) => onChange({ reshape: on })}
        />
      )}
      <Select
        label={exportingText.style}
        groups={STYLE_GROUPS}
        value={style}
        onChoose={(chosen) => onChange({ style: chosen })}
      />
      {isRaster(format) && <ScaleField choices={choices} onChange={onChange} size={size} />}
      <IncludeFields choices={choices} onChange={onChange} />
      {format !== 'jpeg' && (
        <Tick
          label={exportingText.transparent}
          checked={background === 'transparent'}
          onTick={(on) => onChange({ background: on ? 'transparent' : 'paper' })}
        />
      )}
    </>
  );
}
