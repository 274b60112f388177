import { useEffect, useMemo, useRef, useState } from 'react';
import type { Dataset } from '../../model/dataset.ts';
import { type Callout, MOST_CALLOUT } from '../../model/view.ts';
import type { AppState, CalloutAsk } from '../../state/appState.ts';
import { addCallout, editCallout, findCalloutPlace, removeCallout } from '../../state/editCallouts.ts';
import { selectScene } from '../../state/selectors.ts';
import { calloutText, sayCalloutPlace } from '../../words/calloutText.ts';
import { useApp, useAppStore } from '../kit/appContext.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { CalloutForm } from './CalloutForm.tsx';

const selectAsk = (state: AppState): CalloutAsk | null => state.callout;
const selectCallouts = (state: AppState): readonly Callout[] => state.view.callouts;
const selectDataset = (state: AppState): Dataset => state.dataset;

/** Every callout of the view with what it is about, those that are not drawn too. */
function CalloutList({ except, onRemoved }: { readonly except: string | null; readonly onRemoved: () => void }) {
  const { dispatch, getState } = useAppStore();
  const dataset = useApp(selectDataset);
  const callouts = useApp(selectCallouts);
  const drawn = new Set(useApp(selectScene).callouts.map(({ id }) => id));
  const [removed, setRemoved] = useState('');
  return (
    <section className="callout-list">
      {callouts.length > 0 && <h3>{calloutText.inView(callouts.length)}</h3>}
      <ul>
        {callouts.map(({ id, at, text }) => (
          <li key={id}>
            <p>
              <bdi>{text}</bdi>
              <small>
                {sayCalloutPlace(dataset, at)}
                {!drawn.has(id) && ` · ${calloutText.notDrawn}`}
              </small>
            </p>
            <button
              type="button"
              aria-label={calloutText.changeThis(text)}
              aria-current={id === except ? 'true' : undefined}
              onClick={() => dispatch('writeCallout', { id })}
            >
              {calloutText.change}
            </button>
            <button
              type="button"
              aria-label={calloutText.removeThis(text)}
              onClick={() => {
                setRemoved(calloutText.removed(text));
                const change = removeCallout(getState(), id);
                if (change) dispatch('setCallouts', change);
                onRemoved();
              }}
            >
              {calloutText.remove}
            </button>
          </li>
        ))}
      </ul>
      {/* The page's own live region is out of reach behind a modal dialog. */}
      <p aria-live="polite" className="soft">
        {removed}
      </p>
    </section>
  );
}

/** Writes a callout or changes one, and lists those that there are. */
export function CalloutDialog() {
  const store = useAppStore();
  const dataset = useApp(selectDataset);
  const callouts = useApp(selectCallouts);
  const ask = useApp(selectAsk);
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The dialog, opened just before, gave the focus to its first button.
    content.current?.querySelector('textarea')?.focus();
  }, []);
  const changed = ask && 'id' in ask ? callouts.find(({ id }) => id === ask.id) : undefined;
  // Where it was asked for, whatever moves meanwhile.
  const at = useMemo(() => ask && findCalloutPlace(store.getState(), ask), [store, ask]);
  const isFull = !changed && callouts.length >= MOST_CALLOUT.callouts;
  // By the element itself, which gives the focus back; it says so by its close event.
  const close = (): void => content.current?.closest('dialog')?.close();
  const save = (text: string): void => {
    const state = store.getState();
    const change = changed ? editCallout(state, { id: changed.id, text }) : at && addCallout(state, { at, text });
    if (change) store.dispatch('setCallouts', change);
    close();
  };
  return (
    <Dialog title={calloutText.title} closeLabel={calloutText.close} className="callouts">
      <div ref={content} tabIndex={-1} className="callouts-content">
        {isFull && <p>{calloutText.enough}</p>}
        {at && !isFull && (
          <CalloutForm
            key={changed?.id ?? ''}
            label={calloutText.about(sayCalloutPlace(dataset, at))}
            written={changed?.text ?? ''}
            submit={changed ? calloutText.save : calloutText.add}
            onSubmit={save}
          />
        )}
        <CalloutList except={changed?.id ?? null} onRemoved={() => content.current?.focus()} />
      </div>
    </Dialog>
  );
}
