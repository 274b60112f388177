import type { Dataset } from '../../model/dataset.ts';
import type { Claim } from '../../model/records.ts';
import { relationText } from '../../words/panelText.ts';
import { FIRST_STEP } from '../../words/readingText.ts';
import { type ChainLink, sayAttribution } from '../../words/sayAttribution.ts';
import { RecordLink } from '../kit/RecordLink.tsx';
import { SourcePlace } from './SourcePlace.tsx';

function roleOf(claim: Claim, { kind }: ChainLink, index: number): string {
  if (kind === 'source') return relationText.readIn;
  return index === 0 ? FIRST_STEP[claim.stance] : relationText.relayedBy;
}

function Speaker({ dataset, claim, link }: { dataset: Dataset; claim: Claim; link: ChainLink }) {
  if (link.kind === 'source') return <SourcePlace dataset={dataset} claim={claim} words={link.text} />;
  const words = <bdi>{link.text}</bdi>;
  return link.entity && link.kind === 'named' ? <RecordLink id={link.entity}>{words}</RecordLink> : words;
}

/** Who said it first, who passed it on, and where it was read, drawn as a chain. Only a named speaker has a solid mark. */
export function ClaimChain({ dataset, claim }: { readonly dataset: Dataset; readonly claim: Claim }) {
  return (
    <ol className="chain" aria-label={relationText.attribution}>
      {sayAttribution(dataset, claim).map((link, i) => (
        <li key={`${i} ${link.text}`} className={`chain-${link.kind}`}>
          <span className="chain-role">{roleOf(claim, link, i)}</span>{' '}
          <span className="chain-speaker">
            <Speaker dataset={dataset} claim={claim} link={link} />
          </span>
        </li>
      ))}
    </ol>
  );
}
