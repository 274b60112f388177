import type { ReactNode } from 'react';
import type { Dataset } from '../../model/dataset.ts';
import type { Claim, Ref } from '../../model/records.ts';
import { conditionOf } from '../../words/claimPredicate.ts';
import { relationText } from '../../words/panelText.ts';
import { plainText, upperFirst } from '../../words/plainText.ts';
import { readingText } from '../../words/readingText.ts';
import { sayRef } from '../../words/sayAttribution.ts';
import { sayTimes } from '../../words/sayClaim.ts';
import { sayDate } from '../../words/sayDate.ts';
import { sayProperties } from '../../words/sayProperties.ts';
import { EntityLink } from '../kit/EntityLink.tsx';

interface CircumstancesProps {
  readonly dataset: Dataset;
  readonly claim: Claim;
  readonly moment: boolean;
  /** Without times that the record does not give. */
  readonly brief?: boolean;
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

function TimeRows({ dataset, claim, moment }: CircumstancesProps) {
  const times = sayTimes(dataset, claim, moment);
  return (
    <>
      {claim.valid && <Row name={moment ? relationText.momentTime : relationText.validTime}>{times.valid}</Row>}
      <Row name={readingText.when}>
        {upperFirst(times.said)}; {times.public}
      </Row>
    </>
  );
}

function Retraction({ retracted }: { readonly retracted: NonNullable<Claim['retracted']> }) {
  const words = [sayDate(retracted.date), retracted.by, retracted.note].flatMap((part) =>
    part ? plainText(part) : [],
  );
  return <Row name={relationText.retracted}>{words.join(', ')}</Row>;
}

/** Source and place, times, condition, scope, audience, medium, figures, and notes of a claim; only what it has. */
export function ClaimCircumstances(props: CircumstancesProps) {
  const { dataset, claim } = props;
  const { audience, medium, scope, note, retracted } = claim;
  const condition = conditionOf(claim) ?? (claim.modality === 'hypothetical' ? relationText.noCondition : null);
  return (
    <dl className="facts">
      {(!props.brief || claim.said || claim.valid) && <TimeRows {...props} />}
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
