import { useEffect, useMemo, useRef } from 'react';
import { isPassing, whyHidden } from '../../model/chooseRelations.ts';
import { type Effect, type Resting, restsOn } from '../../model/restsOn.ts';
import type { HiddenBy, View } from '../../model/view.ts';
import type { VoiceKey } from '../../model/voices.ts';
import type { AppState } from '../../state/appState.ts';
import { sayMoreHidden } from '../../words/followText.ts';
import { sayNumber } from '../../words/sayCount.ts';
import { sayNothingSaid, sayUndisputed, sayVoiceQuestion, sayWithout, voiceText } from '../../words/voiceText.ts';
import { useApp, useDispatch } from '../kit/appContext.ts';
import { type Known, useKnown } from '../kit/known.ts';
import { LongList } from '../kit/LongList.tsx';
import { useFocusOnward } from '../kit/useFocusOnward.ts';
import { RestingLine } from './RestingLine.tsx';
import { VoiceChoice } from './VoiceChoice.tsx';

const selectVoice = (state: AppState): VoiceKey | null => state.voice;
const selectView = (state: AppState): View => state.view;

const EFFECTS = Object.keys(voiceText.headings) as Effect[];
const keyOf = ({ entity, relations }: Resting): string => `${entity ?? ''} ${relations[0] ?? ''}`;

/** A thing with the relations that are let through; null where all that it has are hidden. Facts are never hidden. */
function passThing({ choice }: Known, thing: Resting): Resting | null {
  if (thing.relations.length === 0) return thing;
  const relations = thing.relations.filter((id) => isPassing(choice, id));
  return relations.length > 0 ? { ...thing, relations } : null;
}

interface PartProps {
  readonly known: Known;
  readonly voice: VoiceKey;
  readonly things: readonly Resting[];
}

function List({ known, voice, things }: PartProps) {
  return (
    <LongList
      className="relation-list"
      items={things}
      render={(thing) => <RestingLine key={keyOf(thing)} known={known} voice={voice} thing={thing} />}
    />
  );
}

/** What filters hide of it: all the same counted, and listed when asked for. */
function Hidden({ known, voice, things }: PartProps) {
  const view = useApp(selectView);
  const causes = things.flatMap(({ relations }): HiddenBy[] =>
    relations.flatMap((id) => whyHidden(known.dataset, view, id) ?? []),
  );
  return (
    <details className="voice-hidden">
      <summary>{sayMoreHidden(things.length, causes)}</summary>
      <List known={known} voice={voice} things={things} />
    </details>
  );
}

function Section({ effect, ...part }: PartProps & { readonly effect: Effect }) {
  const things = part.things.filter((thing) => thing.effect === effect);
  if (things.length === 0) return null;
  return (
    <section>
      <h3>
        {voiceText.headings[effect]} <span className="count">{sayNumber(things.length)}</span>
      </h3>
      <List {...part} things={things} />
    </section>
  );
}

/** Everything said through one voice, by what it would come to without. */
function Rests({ known, voice }: { readonly known: Known; readonly voice: VoiceKey }) {
  const dispatch = useDispatch();
  const { dataset, asOf } = known;
  const all = useMemo(() => restsOn(dataset, voice, { asOf }), [dataset, voice, asOf]);
  const everything = [...all.supported, ...all.disputed, ...all.asked];
  const pass = (things: readonly Resting[]): Resting[] => things.flatMap((thing) => passThing(known, thing) ?? []);
  const [supported, disputed, asked] = [pass(all.supported), pass(all.disputed), pass(all.asked)];
  const hidden = everything.filter((thing) => passThing(known, thing) === null);
  const leads =
    everything.length === 0
      ? [sayNothingSaid(dataset, voice, asOf)]
      : [sayWithout(dataset, voice, supported), sayUndisputed(dataset, voice, disputed)].filter(Boolean);
  const said = leads.join(' ');
  useEffect(() => dispatch('report', { said }), [dispatch, said]);
  return (
    <>
      {leads.map((lead) => (
        <p key={lead} className="voice-lead">
          {lead}
        </p>
      ))}
      {everything.length > 0 && <p className="voice-explain">{voiceText.explain}</p>}
      {EFFECTS.map((effect) => (
        <Section
          key={effect}
          effect={effect}
          known={known}
          voice={voice}
          things={[...supported, ...disputed, ...asked]}
        />
      ))}
      {hidden.length > 0 && <Hidden known={known} voice={voice} things={hidden} />}
    </>
  );
}

function Opened({ voice }: { readonly voice: VoiceKey }) {
  const dispatch = useDispatch();
  const known = useKnown();
  const panel = useRef<HTMLDivElement>(null);
  useFocusOnward(panel);
  return (
    <div className="details-panel voice-panel" ref={panel}>
      <button type="button" className="plain details-back" onClick={() => dispatch('light', null)}>
        <span aria-hidden="true">←</span> {voiceText.back}
      </button>
      <h2 tabIndex={-1}>{sayVoiceQuestion(known.dataset, voice)}</h2>
      <VoiceChoice known={known} voice={voice} />
      <Rests key={voice} known={known} voice={voice} />
    </div>
  );
}

/** "What rests on whom?": a voice, and all that is said through it. */
export function VoicePanel() {
  const voice = useApp(selectVoice);
  return voice === null ? null : <Opened voice={voice} />;
}
