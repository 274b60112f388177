import { useEffect, useMemo, useState } from 'react';
import { usualAge } from '../../model/checkSheet.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { AppStore } from '../../state/createAppStore.ts';
import { publishedIds } from '../../state/publishedIds.ts';
import { checkText } from '../../words/checkText.ts';
import { exportingText } from '../../words/exportingText.ts';
import { useAppStore, useDispatch } from '../kit/appContext.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { useExporter } from '../kit/exporter.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../kit/exportFormats.ts';
import { usePublishedPart, usePublishedScope } from '../kit/publishedScope.ts';
import { useCheckSheet } from '../kit/useCheckSheet.ts';
import { findWantedExport, useWantedOnce } from '../kit/wantedExport.ts';
import { ExportActions, type Outcome } from './ExportActions.tsx';
import { ExportForm } from './ExportForm.tsx';
import { ExportPreview, saySizes } from './ExportPreview.tsx';
import { ExportProblem } from './ExportProblem.tsx';
import {
  buildRequest,
  type ExportChoices,
  type ExportKind,
  FIRST_CHOICES,
  findTooLarge,
  isDrawn,
  isRaster,
} from './exportChoices.ts';
import { KindField } from './KindField.tsx';
import { usePreview } from './usePreview.ts';

/** Kept while the page is open: between two exports the reader looks things up in the graph. */
const kept = new WeakMap<AppStore, { readonly dataset: Dataset; readonly choices: ExportChoices }>();

function recallChoices(store: AppStore): ExportChoices {
  const last = kept.get(store);
  const choices = last?.dataset === store.getState().dataset ? last.choices : FIRST_CHOICES;
  const kind = findWantedExport(store);
  if (kind === null) return choices;
  return { ...choices, kind, ...(kind === 'data' ? { formats: { ...choices.formats, data: 'sayso' } } : {}) };
}

/** What every browser can write, until it is known what this one can. */
const CERTAIN = EXPORT_FORMATS.filter((format) => format !== 'jpeg' && format !== 'webp');

function useOffers(): readonly ExportFormat[] {
  const exporter = useExporter();
  const [offered, setOffered] = useState<readonly ExportFormat[]>(CERTAIN);
  useEffect(() => {
    exporter.offers().then(setOffered, () => undefined);
  }, [exporter]);
  return offered;
}

/** What a file cannot hold. */
function LostList({ lost }: { readonly lost: readonly string[] }) {
  if (lost.length === 0) return null;
  return (
    <div className="export-lost">
      <h3>{exportingText.lost}</h3>
      <ul>
        {lost.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

const NOTHING_YET: Outcome = { said: [], failed: null };

/** Everything that can leave the page: first what, then which part and how, with a preview of what will be saved. */
export function ExportDialog() {
  const store = useAppStore();
  const dispatch = useDispatch();
  const { dataset } = store.getState();
  const selection = publishedIds(store.getState());
  const [scope, setScope] = usePublishedScope();
  const [choices, setChoices] = useState(() => recallChoices(store));
  const [outcome, setOutcome] = useState(NOTHING_YET);
  useWantedOnce(store);
  const part = usePublishedPart(scope);
  const sheet = useCheckSheet(
    part,
    useMemo(() => usualAge(dataset), [dataset]),
  );
  const request = useMemo(() => buildRequest(choices, scope, selection), [choices, scope, selection]);
  const preview = usePreview(request, isDrawn(choices.kind));
  const offered = useOffers();
  const change = (some: Partial<ExportChoices>): void => {
    const next = { ...choices, ...some };
    kept.set(store, { dataset, choices: next });
    setChoices(next);
    setOutcome(NOTHING_YET);
  };
  const chooseKind = (kind: ExportKind): void => {
    change({ kind });
    setScope({ ...scope, whole: !isDrawn(kind) });
  };
  const { shown } = preview;
  const draft = shown?.type === 'pages' ? shown.draft : null;
  const tooLarge = draft && findTooLarge(draft, request);
  const refused = tooLarge ?? outcome.failed;
  const scale = isRaster(request.format) ? choices.scale : null;
  return (
    <Dialog title={exportingText.title} closeLabel={exportingText.close} className="export">
      <KindField kind={choices.kind} onChoose={chooseKind} />
      <div className="export-columns">
        <ExportForm
          choices={choices}
          scope={scope}
          offered={offered}
          size={draft?.pages[0] ?? null}
          generated={draft?.alternative ?? null}
          sheet={sheet}
          onChange={change}
          onScope={setScope}
        />
        <div className="export-result">
          {preview.failed ? (
            <ExportProblem failed={preview.failed} choices={choices} onChange={change} />
          ) : (
            <ExportPreview preview={preview} isTransparent={request.background === 'transparent'} />
          )}
          <p className="export-size">
            {[
              part && exportingText.counts(part.entities.length, part.relations.length),
              choices.kind === 'picture' && draft && saySizes(draft, choices.paper, scale),
              shown?.type === 'file' && exportingText.bytes(shown.made.blob.size),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <LostList lost={shown?.type === 'file' ? shown.made.notes : []} />
          <ExportActions
            kind={choices.kind}
            request={request}
            preview={preview}
            isRefused={tooLarge !== null}
            onOutcome={setOutcome}
          />
          {refused && <ExportProblem failed={refused} choices={choices} onChange={change} />}
          <div role="status" className="export-said">
            {outcome.said.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          {part && (
            <button type="button" className="plain export-check" onClick={() => dispatch('openDialog', 'check')}>
              {sheet ? checkText.open(sheet.flagged.length) : checkText.title}
            </button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
