import { useState } from 'react';
import type { PictureRequest } from '../../picture/makePicture.ts';
import type { AppState } from '../../state/appState.ts';
import { selectChoice } from '../../state/selectors.ts';
import { exportText } from '../../words/exportText.ts';
import { followText } from '../../words/followText.ts';
import { useApp } from '../kit/appContext.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { ExportActions } from './ExportActions.tsx';
import { ExportPreview } from './ExportPreview.tsx';
import { usePicture } from './usePicture.ts';

const SCOPES = ['all', 'visible', 'selection', 'neighbourhood'] as const;
const FORMATS = ['svg', 'png'] as const;
const HOPS = [1, 2, 3] as const;
const SCALES = [1, 2, 3, 4] as const;
const BACKGROUNDS = ['paper', 'transparent'] as const;

const selectHasSelection = (state: AppState): boolean => state.selection.length > 0;

const selectIsFiltered = (state: AppState): boolean => selectChoice(state).passing !== null;

interface ChoiceProps<Value extends string | number> {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly disabled?: boolean }[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string | number>({ legend, name, options, value, onChoose }: ChoiceProps<Value>) {
  return (
    <fieldset className="export-choice">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            disabled={option.disabled ?? false}
            onChange={() => onChoose(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

function Tick({
  label,
  checked,
  onTick,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onTick: (on: boolean) => void;
}) {
  return (
    <label>
      <input type="checkbox" checked={checked} onChange={(event) => onTick(event.target.checked)} />
      {label}
    </label>
  );
}

interface FormProps {
  readonly request: Required<
    Pick<PictureRequest, 'format' | 'scope' | 'hops' | 'scale' | 'legend' | 'sources' | 'background'>
  > & { readonly title: boolean };
  readonly onChange: (change: Partial<FormProps['request']>) => void;
}

function ExportForm({ request, onChange }: FormProps) {
  const hasSelection = useApp(selectHasSelection);
  const isFiltered = useApp(selectIsFiltered);
  const scopes = SCOPES.map((value) => ({
    value,
    label: value === 'all' && isFiltered ? followText.everythingShown : exportText.scopes[value],
    disabled: !hasSelection && (value === 'selection' || value === 'neighbourhood'),
  }));
  return (
    <div className="export-form">
      <Choice
        legend={exportText.scope}
        name="scope"
        options={scopes}
        value={request.scope}
        onChoose={(scope) => onChange({ scope })}
      />
      {!hasSelection && <p className="export-hint">{exportText.needsSelection}</p>}
      {isFiltered && <p className="export-hint">{followText.named}</p>}
      {request.scope === 'neighbourhood' && (
        <Choice
          legend={exportText.hops}
          name="hops"
          options={HOPS.map((value) => ({ value, label: exportText.hopsValue(value) }))}
          value={request.hops as (typeof HOPS)[number]}
          onChoose={(hops) => onChange({ hops })}
        />
      )}
      <Choice
        legend={exportText.format}
        name="format"
        options={FORMATS.map((value) => ({ value, label: exportText.formats[value] }))}
        value={request.format}
        onChoose={(format) => onChange({ format })}
      />
      {request.format === 'png' && (
        <Choice
          legend={exportText.scale}
          name="scale"
          options={SCALES.map((value) => ({ value, label: `${value}×` }))}
          value={request.scale as (typeof SCALES)[number]}
          onChoose={(scale) => onChange({ scale })}
        />
      )}
      <fieldset className="export-choice">
        <legend>{exportText.include}</legend>
        <Tick label={exportText.withTitle} checked={request.title} onTick={(title) => onChange({ title })} />
        <Tick label={exportText.withLegend} checked={request.legend} onTick={(legend) => onChange({ legend })} />
        <Tick label={exportText.withSources} checked={request.sources} onTick={(sources) => onChange({ sources })} />
      </fieldset>
      <Choice
        legend={exportText.background}
        name="background"
        options={BACKGROUNDS.map((value) => ({ value, label: exportText.backgrounds[value] }))}
        value={request.background}
        onChoose={(background) => onChange({ background })}
      />
    </div>
  );
}

/** Exports a picture of a part of the graph, with a preview of exactly the file that will be saved. */
export function ExportDialog() {
  const hasSelection = useApp(selectHasSelection);
  const [request, setRequest] = useState<FormProps['request']>({
    format: 'svg',
    scope: hasSelection ? 'neighbourhood' : 'all',
    hops: 1,
    scale: 2,
    title: true,
    legend: true,
    sources: true,
    background: 'paper',
  });
  const picture = usePicture(request);
  return (
    <Dialog title={exportText.title} closeLabel={exportText.cancel} className="export">
      <div className="export-columns">
        <ExportForm request={request} onChange={(change) => setRequest((before) => ({ ...before, ...change }))} />
        <div className="export-result">
          <ExportPreview picture={picture} isTransparent={request.background === 'transparent'} />
          <ExportActions picture={picture} />
        </div>
      </div>
    </Dialog>
  );
}
