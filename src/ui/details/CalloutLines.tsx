import type { Callout } from '../../model/view.ts';
import type { AppState } from '../../state/appState.ts';
import { calloutText, sayCalloutPlace } from '../../words/calloutText.ts';
import { useApp, useDispatch } from '../kit/appContext.ts';

const selectCallouts = (state: AppState): readonly Callout[] => state.view.callouts;
const selectDataset = (state: AppState) => state.dataset;
const selectIsEmbedded = (state: AppState): boolean => state.embedded;

interface CalloutLinesProps {
  /** Ids of the entity or relations that they are about; null for every callout of the view. */
  readonly about: readonly string[] | null;
  /** What a new one would be about. */
  readonly write?: string;
}

/** What the reader, or whoever sent the link, wrote into the picture about something. */
export function CalloutLines({ about, write }: CalloutLinesProps) {
  const dispatch = useDispatch();
  const dataset = useApp(selectDataset);
  const isEmbedded = useApp(selectIsEmbedded);
  const callouts = useApp(selectCallouts).filter(
    ({ at }) => about === null || about.includes('entity' in at ? at.entity : 'relation' in at ? at.relation : ''),
  );
  const canWrite = write !== undefined && !isEmbedded;
  if (callouts.length === 0 && !canWrite) return null;
  return (
    <div className="callout-lines">
      {callouts.length > 0 && <h3>{(about ? calloutText.aboutThis : calloutText.inView)(callouts.length)}</h3>}
      {callouts.length > 0 && (
        <ul>
          {callouts.map(({ id, at, text }) => (
            <li key={id}>
              <p>
                <bdi>{text}</bdi>
                {about === null && <small>{sayCalloutPlace(dataset, at)}</small>}
              </p>
              {!isEmbedded && (
                <button
                  type="button"
                  aria-label={calloutText.changeThis(text)}
                  onClick={() => dispatch('writeCallout', { id })}
                >
                  {calloutText.change}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {canWrite && (
        <button type="button" onClick={() => dispatch('writeCallout', { about: write })}>
          {calloutText.writeAtLine}
        </button>
      )}
    </div>
  );
}
