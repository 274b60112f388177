import { useEffect, useMemo, useRef } from 'react';
import type { Entity } from '../../model/records.ts';
import type { AppState } from '../../state/appState.ts';
import { selectScene } from '../../state/selectors.ts';
import { actionText } from '../../words/partText.ts';
import { useApp, useAppStore } from '../kit/appContext.ts';
import { type EntityAction, listEntityActions } from '../kit/entityActions.ts';
import { CalloutLines } from './CalloutLines.tsx';

const selectFocus = (state: AppState) => state.view.focus;

const isAround = ({ id }: EntityAction): boolean => id.startsWith('around');
const isQuestion = ({ id }: EntityAction): boolean => id === 'path' || id === 'voice' || id === 'callout';

/** What the reader can do with an entity in the graph, and what can be asked about it. */
export function EntityActions({ entity }: { readonly entity: Entity }) {
  const store = useAppStore();
  const focus = useApp(selectFocus);
  // Everything that the list depends on changes the scene.
  const scene = useApp(selectScene);
  // oxlint-disable-next-line react/exhaustive-deps -- the scene stands for the state that the list is made of
  const actions = useMemo(() => listEntityActions(store, store.getState(), entity.id), [store, entity, scene]);
  const group = useRef<HTMLDivElement>(null);
  const isPressed = useRef(false);
  useEffect(() => {
    // The button that was pressed may have gone with what it offered.
    if (isPressed.current && document.activeElement === document.body) group.current?.focus();
    isPressed.current = false;
  }, [actions]);
  const press = (run: () => void) => (): void => {
    isPressed.current = true;
    run();
  };
  const toButton = ({ id, label, full, run }: EntityAction) => (
    <button key={id === 'unpin' ? 'pin' : id} type="button" title={full} onClick={press(run)}>
      {label}
    </button>
  );
  const hops = focus?.ids.length === 1 && focus.ids[0] === entity.id ? focus.hops : 0;
  return (
    <>
      <div ref={group} className="entity-actions" role="group" tabIndex={-1} aria-label={actionText.panel}>
        <span className="around" role="group" aria-label={actionText.around}>
          <span aria-hidden="true">{actionText.around}</span>
          {actions.filter(isAround).map(({ id, label, full, run }) => {
            const isNow = label === String(hops);
            return (
              <button
                key={id}
                type="button"
                aria-label={full}
                title={full}
                aria-pressed={isNow}
                onClick={isNow ? () => store.dispatch('showAll') : run}
              >
                {label}
              </button>
            );
          })}
        </span>
        <span className="entity-changes">
          {actions.filter((action) => !isAround(action) && !isQuestion(action)).map(toButton)}
        </span>
        <span className="entity-asks">{actions.filter(isQuestion).map(toButton)}</span>
      </div>
      <CalloutLines about={[entity.id]} />
    </>
  );
}
