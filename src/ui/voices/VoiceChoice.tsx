import { useId } from 'react';
import { type CountedVoice, findVoices } from '../../model/findVoices.ts';
import type { VoiceKey } from '../../model/voices.ts';
import { sayVoice } from '../../words/sayView.ts';
import { voiceText } from '../../words/voiceText.ts';
import { useDispatch } from '../kit/appContext.ts';
import type { Known } from '../kit/known.ts';

/** Names in one group; the rest is reached from its own panel. */
const MOST = 200;
const GROUPS = ['speakers', 'relays', 'unnamed', 'sources'] as const;

interface GroupProps {
  readonly known: Known;
  readonly label: string;
  readonly voices: readonly CountedVoice[];
}

function Group({ known, label, voices }: GroupProps) {
  if (voices.length === 0) return null;
  return (
    <optgroup label={label}>
      {voices.slice(0, MOST).map(({ key, claims }) => (
        <option key={key} value={key}>
          {voiceText.option(sayVoice(known.dataset, key), claims)}
        </option>
      ))}
      {voices.length > MOST && <option disabled>{voiceText.more(voices.length - MOST)}</option>}
    </optgroup>
  );
}

/** Everyone through whom something public is said. */
export function VoiceChoice({ known, voice }: { readonly known: Known; readonly voice: VoiceKey }) {
  const dispatch = useDispatch();
  const id = useId();
  const found = findVoices(known.dataset, known.asOf);
  const isListed = GROUPS.some((group) => found[group].slice(0, MOST).some(({ key }) => key === voice));
  return (
    <div className="voice-choice">
      <label htmlFor={id}>{voiceText.choose}</label>
      <select id={id} value={voice} onChange={(event) => dispatch('light', event.target.value as VoiceKey)}>
        {!isListed && (
          <optgroup label={voiceText.groups.other}>
            <option value={voice}>{sayVoice(known.dataset, voice)}</option>
          </optgroup>
        )}
        {GROUPS.map((group) => (
          <Group key={group} known={known} label={voiceText.groups[group]} voices={found[group]} />
        ))}
      </select>
    </div>
  );
}
