import type { ClaimId, Source } from '../../model/records.ts';
import type { VoiceKey } from '../../model/voices.ts';
import { saySourceKind } from '../../words/names.ts';
import { sourceText } from '../../words/panelText.ts';
import { actionText } from '../../words/partText.ts';
import { plainText, upperFirst } from '../../words/plainText.ts';
import { useDispatch } from '../kit/appContext.ts';
import type { Known } from '../kit/known.ts';
import { SourceFacts } from '../kit/SourceFacts.tsx';
import { SourceReading } from '../kit/SourceReading.tsx';
import { Heading } from './Heading.tsx';

interface SourcePanelProps {
  readonly known: Known;
  readonly source: Source;
  readonly at: ClaimId | undefined;
}

/** A source beside the graph: what is known of it, and what was found in it in reading order. */
export function SourcePanel({ known, source, at }: SourcePanelProps) {
  const dispatch = useDispatch();
  return (
    <>
      <p className="details-kind">{upperFirst(saySourceKind(source.kind))}</p>
      <Heading>
        <bdi>{plainText(source.label)}</bdi>
      </Heading>
      <p className="details-actions">
        <button type="button" onClick={() => dispatch('light', `source ${source.id}` as VoiceKey)}>
          {actionText.source}
        </button>
      </p>
      <SourceFacts source={source} />
      <p className="source-hint">{sourceText.pointAt}</p>
      <SourceReading known={known} source={source} at={at} />
    </>
  );
}
