import { isPassing } from '../../model/chooseRelations.ts';
import type { Claim, Relation } from '../../model/records.ts';
import { claimsOf, eventOf, isKnown, standingOf } from '../../model/standing.ts';
import { explainStanding } from '../../words/explainStanding.ts';
import { followText } from '../../words/followText.ts';
import { sayGroup } from '../../words/names.ts';
import { relationText } from '../../words/panelText.ts';
import { upperFirst } from '../../words/plainText.ts';
import { readingText } from '../../words/readingText.ts';
import { sayWhen } from '../../words/sayDate.ts';
import { type SaidProperty, sayProperties } from '../../words/sayProperties.ts';
import { sayName, sayPredicateFrom } from '../../words/sayRelation.ts';
import { sayRelationDate } from '../../words/sayRelationDate.ts';
import { claimsInView } from '../../words/sayStanding.ts';
import { EntityLink } from '../kit/EntityLink.tsx';
import type { Known } from '../kit/known.ts';
import { LongList } from '../kit/LongList.tsx';
import { RelationLine } from '../kit/RelationLine.tsx';
import { StandingMark } from '../kit/StandingMark.tsx';
import { CalloutLines } from './CalloutLines.tsx';
import { ClaimSides } from './ClaimSides.tsx';
import { countLaterOpponents, findSiblings } from './claimIndex.ts';
import { Heading } from './Heading.tsx';
import { HiddenList } from './HiddenList.tsx';
import { HiddenNotice, LaterClaims } from './HiddenNotice.tsx';

interface RelationPanelProps {
  readonly known: Known;
  readonly relation: Relation;
}

function Sentence({ known: { dataset }, relation }: RelationPanelProps) {
  const type = dataset.types.get(relation.type);
  return (
    <Heading>
      <EntityLink dataset={dataset} id={relation.from} /> {sayPredicateFrom(dataset, relation, relation.from)}{' '}
      <EntityLink dataset={dataset} id={relation.to} />
      {relation.valid && `, ${sayWhen(relation.valid, type?.moment ?? false)}`}
    </Heading>
  );
}

/** Figures of the relation itself, where no claim gives the same ones. */
function Figures({ relation, claims }: { readonly relation: Relation; readonly claims: readonly Claim[] }) {
  const keyOf = ({ name, values }: SaidProperty): string => [name, ...values].join('\n');
  const told = new Set(claims.flatMap(({ properties }) => sayProperties(properties).map(keyOf)));
  const said = sayProperties(relation.properties).filter((property) => !told.has(keyOf(property)));
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

function saySiblings(shown: number, all: number): string {
  return shown === all ? readingText.siblings(all) : followText.siblings(shown, all);
}

/** Other relations of the tie; of a role relation, the Event's other roles. */
function Neighbours({ known, relation }: RelationPanelProps) {
  const { dataset, choice } = known;
  const event = eventOf(dataset, relation);
  const roles = (event ? (dataset.relationsOf.get(event) ?? []) : []).flatMap((id) => dataset.relations.get(id) ?? []);
  const others = roles.filter((other) => other !== relation && eventOf(dataset, other) === event);
  const siblings = findSiblings(dataset, relation).filter((other) => !others.includes(other));
  const lists = [
    {
      heading: saySiblings(siblings.filter(({ id }) => isPassing(choice, id)).length, siblings.length),
      relations: siblings,
    },
    { heading: event ? readingText.others(sayName(dataset, event)) : '', relations: others },
  ];
  return lists.map(({ heading, relations }) => {
    const seen = relations.filter(({ id }) => isPassing(choice, id));
    if (relations.length === 0) return null;
    return (
      <section key={heading}>
        <h3>{heading}</h3>
        {seen.length > 0 && (
          <LongList
            className="relation-list"
            items={seen}
            render={(other) => <RelationLine key={other.id} known={known} relation={other} />}
          />
        )}
        <HiddenList known={known} ids={relations.map(({ id }) => id)} />
      </section>
    );
  });
}

/** A relation: the proposition, its standing and why, then every claim, what disputes it before and beside what asserts it. */
export function RelationPanel({ known, relation }: RelationPanelProps) {
  const { dataset } = known;
  const all = claimsOf(dataset, relation);
  const isThere = isKnown(dataset, relation, known.asOf);
  // Of what is not public yet, only what became of it is told, in the notice.
  const asOf = isThere ? known.asOf : null;
  const claims = claimsInView(dataset, relation, asOf);
  const standing = standingOf(dataset, relation.id, asOf);
  const type = dataset.types.get(relation.type);
  const isOfEvent = eventOf(dataset, relation) !== null && all.length > relation.claims.length;
  const laterOpponents = countLaterOpponents(known, relation.id);
  return (
    <>
      <p className="details-kind">
        {upperFirst(sayGroup(type?.group ?? 'other'))}
        {!relation.valid && ` · ${sayRelationDate(dataset, relation, standing, claims)}`}
      </p>
      <Sentence known={known} relation={relation} />
      <HiddenNotice known={known} relation={relation} />
      {isThere && (
        <>
          <p className="details-standing">
            <StandingMark dataset={dataset} standing={standing} claims={claims} />
          </p>
          <p className="details-why">{explainStanding(dataset, standing, claims)}</p>
          {isOfEvent && <p className="details-note">{relationText.ofEvent}</p>}
          {claims.length === 0 && relation.claims.length === 0 && <p>{relationText.noClaims}</p>}
          <ClaimSides known={known} claims={claims} moment={type?.moment ?? false} targets={[relation.id]} />
        </>
      )}
      <LaterClaims known={known} claims={all} />
      {laterOpponents > 0 && <p className="hidden-count">{followText.laterAgainst(laterOpponents)}</p>}
      {isThere && <Figures relation={relation} claims={claims} />}
      <CalloutLines about={[relation.id]} write={relation.id} />
      <Neighbours known={known} relation={relation} />
    </>
  );
}
