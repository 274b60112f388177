import { useMemo } from 'react';
import type { PlacedClaim } from '../../model/dataset.ts';
import type { Entity } from '../../model/records.ts';
import { entityText } from '../../words/panelText.ts';
import type { Known } from '../kit/known.ts';
import { LongList } from '../kit/LongList.tsx';
import { ClaimLine } from './ClaimLine.tsx';
import { findVoices, type Voice } from './claimIndex.ts';
import { LateHiddenVoices } from './LateHidden.tsx';

const ORDER: readonly Voice[] = ['says', 'denies', 'limits', 'questions', 'silentOn', 'relays'];

function VoiceSection({ known, voice, placed }: { known: Known; voice: Voice; placed: readonly PlacedClaim[] }) {
  return (
    <section>
      <h3>
        {entityText[voice]} <span className="count">{placed.length}</span>
      </h3>
      <LongList
        className="relation-list"
        items={placed}
        render={(each) => <ClaimLine key={each.claim.id} known={known} placed={each} />}
      />
    </section>
  );
}

/** What an entity says, denies, limits, questions, is silent on, or passes on. */
export function EntityVoices({ known, entity }: { readonly known: Known; readonly entity: Entity }) {
  const voices = useMemo(() => findVoices(known, entity.id), [known, entity]);
  return (
    <>
      {ORDER.map((voice) => {
        const placed = voices.get(voice);
        return placed && <VoiceSection key={voice} known={known} voice={voice} placed={placed} />;
      })}
      {known.choice.passing && <LateHiddenVoices known={known} entity={entity} />}
    </>
  );
}
