import type { ReactNode } from 'react';
import type { Dataset } from '../../model/dataset.ts';
import type { Claim, Ref } from '../../model/records.ts';
import { conditionOf } from '../../words/claimPredicate.ts';
import { orNotStated, relationText, sourceText } from '../../words/panelText.ts';
import { plainText, upperFirst } from '../../words/plainText.ts';
import { sayRef } from '../../words/sayAttribution.ts';
import { sayTimes } from '../../words/sayClaim.ts';
import { sayDate, sayValid } from '../../words/sayDate.ts';
import { sayProperties } from '../../words/sayProperties.ts';
import { sayLocators } from '../../words/saySource.ts';
import { EntityLink } from '../kit/EntityLink.tsx';
import { RecordLink } from '../kit/RecordLink.tsx';

interface CircumstancesProps {
  readonly dataset: Dataset;
  readonly claim: Claim;
  readonly moment: boolean;
  readonly valid: string | undefined;
}

function Named({ dataset, refer }: { readonly dataset: Dataset; readonly refer: Ref }) {
  return refer.entity ? <EntityLink dataset={dataset} id={refer.entity} /> : <bdi>{sayRef(dataset, refer)}</bdi>;
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function PlaceRow({ dataset, claim }: { readonly dataset: Dataset; readonly claim: Claim }) {
  const source = dataset.sources.get(claim.source);
  const places = claim.locators.map(({ quote: _, ...place }) => place);
  return (
    <Row name={relationText.source}>
      <RecordLink id={claim.source} at={claim.id}>
        {plainText(source?.label ?? '') || claim.source}, {sayLocators(places)}
      </RecordLink>
      <span className="soft">
        {' '}
        ({sourceText.publisher.toLowerCase()} {orNotStated(source?.publisher)})
      </span>
    </Row>
  );
}

function TimeRows({ dataset, claim, moment, valid }: CircumstancesProps) {
  const times = sayTimes(dataset, claim, moment);
  const held = claim.valid ?? (claim.stance === 'asserts' ? valid : undefined);
  return (
    <>
      {held && (
        <Row name={moment ? relationText.momentTime : relationText.validTime}>{sayValid(held, moment, null)}</Row>
      )}
      <Row name={relationText.saidTime}>
        {upperFirst(times.said)}; {times.public}
      </Row>
    </>
  );
}

function Retraction({ retracted }: { readonly retracted: NonNullable<Claim['retracted']> }) {
  const words = [sayDate(retracted.date), retracted.by, retracted.note].flatMap((part) => (part ? plainText(part) : []));
  return <Row name={relationText.retracted}>{words.join(', ')}</Row>;
}

/** Source and place, times, condition, scope, audience, medium, figures, and notes of a claim; only what it has. */
export function ClaimCircumstances(props: CircumstancesProps) {
  const { dataset, claim } = props;
  const { audience, medium, scope, note, retracted } = claim;
  const condition = conditionOf(claim) ?? (claim.modality === 'hypothetical' ? relationText.noCondition : null);
  return (
    <dl className="facts">
      <PlaceRow dataset={dataset} claim={claim} />
      <TimeRows {...props} />
      {condition !== null && <Row name={relationText.condition}>{condition}</Row>}
      {scope && <Row name={relationText.scope}>{plainText(scope)}</Row>}
      {audience && (
        <Row name={relationText.audience}>
          <Named dataset={dataset} refer={audience} />
        </Row>
      )}
      {medium && (
        <Row name={relationText.medium}>
          <Named dataset={dataset} refer={medium} />
        </Row>
      )}
      {sayProperties(claim.properties).map(({ name, values }) => (
        <Row key={name} name={name}>
          {values.join(', ')}
        </Row>
      ))}
      {claim.inPassing && <Row name={relationText.note}>{relationText.inPassing}</Row>}
      {note && <Row name={relationText.note}>{plainText(note)}</Row>}
      {retracted && <Retraction retracted={retracted} />}
    </dl>
  );
}
