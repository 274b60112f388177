import type { Claim, Relation } from '../../model/records.ts';
import { eventOf, isKnown, standingOf } from '../../model/standing.ts';
import { explainStanding } from '../../words/explainStanding.ts';
import { sayGroup } from '../../words/names.ts';
import { relationText } from '../../words/panelText.ts';
import { upperFirst } from '../../words/plainText.ts';
import { readingText } from '../../words/readingText.ts';
import { sayValid, sayWhen } from '../../words/sayDate.ts';
import { sayProperties } from '../../words/sayProperties.ts';
import { sayName, sayPredicateFrom } from '../../words/sayRelation.ts';
import { claimsInView } from '../../words/sayStanding.ts';
import { EntityLink } from '../kit/EntityLink.tsx';
import type { Known } from '../kit/known.ts';
import { LongList } from '../kit/LongList.tsx';
import { RelationLine } from '../kit/RelationLine.tsx';
import { StandingMark } from '../kit/StandingMark.tsx';
import { ClaimSides } from './ClaimSides.tsx';
import { findSiblings } from './claimIndex.ts';

interface RelationPanelProps {
  readonly known: Known;
  readonly relation: Relation;
}

function Sentence({ known: { dataset }, relation }: RelationPanelProps) {
  const type = dataset.types.get(relation.type);
  return (
    <h2 tabIndex={-1}>
      <EntityLink dataset={dataset} id={relation.from} /> {sayPredicateFrom(dataset, relation, relation.from)}{' '}
      <EntityLink dataset={dataset} id={relation.to} />
      {relation.valid && `, ${sayWhen(relation.valid, type?.moment ?? false)}`}
    </h2>
  );
}

function Figures({ relation }: { readonly relation: Relation }) {
  const said = sayProperties(relation.properties);
  if (said.length === 0) return null;
  return (
    <dl className="facts">
      {said.map(({ name, values }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{values.join(', ')}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What kind of relation it is; with its time where the sentence has none. */
function sayKindOf({ known: { dataset }, relation }: RelationPanelProps, claims: readonly Claim[]): string {
  const type = dataset.types.get(relation.type);
  const group = upperFirst(sayGroup(type?.group ?? 'other'));
  if (relation.valid) return group;
  const published = claims[0] && dataset.sources.get(claims[0].source)?.published;
  return `${group} · ${sayValid(undefined, type?.moment ?? false, published)}`;
}

/** Other relations of the tie; of a role relation, the Event's other roles. */
function Neighbours({ known, relation }: RelationPanelProps) {
  const { dataset, asOf } = known;
  const event = eventOf(dataset, relation);
  const roles = (event ? (dataset.relationsOf.get(event) ?? []) : []).flatMap((id) => dataset.relations.get(id) ?? []);
  const others = roles.filter((other) => other !== relation && eventOf(dataset, other) === event);
  const siblings = findSiblings(dataset, relation).filter((other) => !others.includes(other));
  const lists = [
    { heading: readingText.siblings(siblings.length), relations: siblings },
    { heading: event ? readingText.others(sayName(dataset, event)) : '', relations: others },
  ];
  return lists.map(({ heading, relations }) => {
    const seen = relations.filter((other) => isKnown(dataset, other, asOf));
    if (seen.length === 0) return null;
    return (
      <section key={heading}>
        <h3>{heading}</h3>
        <LongList
          className="relation-list"
          items={seen}
          render={(other) => <RelationLine key={other.id} known={known} relation={other} />}
        />
      </section>
    );
  });
}

/** A relation: the proposition, its standing and why, then every claim, what disputes it before and beside what asserts it. */
export function RelationPanel({ known, relation }: RelationPanelProps) {
  const { dataset, asOf } = known;
  const claims = claimsInView(dataset, relation, asOf);
  const standing = standingOf(dataset, relation.id, asOf);
  const type = dataset.types.get(relation.type);
  const isRole = eventOf(dataset, relation) !== null;
  return (
    <>
      <p className="details-kind">{sayKindOf({ known, relation }, claims)}</p>
      <Sentence known={known} relation={relation} />
      <p className="details-standing">
        <StandingMark dataset={dataset} standing={standing} claims={claims} />
      </p>
      <p className="details-why">{explainStanding(dataset, standing, claims)}</p>
      {isRole && <p className="soft">{relationText.ofEvent}</p>}
      {claims.length === 0 && relation.claims.length === 0 && <p>{relationText.noClaims}</p>}
      <ClaimSides known={known} claims={claims} moment={type?.moment ?? false} targets={[relation.id]} />
      <Figures relation={relation} />
      <Neighbours known={known} relation={relation} />
    </>
  );
}
