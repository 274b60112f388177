import type { Entity } from '../../model/records.ts';
import { entityText } from '../../words/panelText.ts';
import { plainText } from '../../words/plainText.ts';
import { sayProperties } from '../../words/sayProperties.ts';
import { langOf, sayLanguage } from '../kit/languageName.ts';
import { SafeLink } from '../kit/SafeLink.tsx';

function OtherNames({ names }: { readonly names: NonNullable<Entity['names']> }) {
  return Object.entries(names).map(([tag, forms]) => (
    <div key={tag}>
      <dt>{sayLanguage(tag)}</dt>
      <dd>
        {forms.map((form, i) => (
          <span key={form}>
            {i > 0 && ', '}
            <bdi {...langOf(tag)}>{plainText(form)}</bdi>
          </span>
        ))}
      </dd>
    </div>
  ));
}

function Identifiers({ identifiers }: { readonly identifiers: NonNullable<Entity['identifiers']> }) {
  return identifiers.map(({ scheme, value, url }) => (
    <div key={`${scheme} ${value}`}>
      <dt>{plainText(scheme)}</dt>
      <dd>
        <SafeLink address={url ?? value}>{plainText(value)}</SafeLink>
      </dd>
    </div>
  ));
}

/** Aliases, names in other scripts, identifiers, and properties that need no claim. */
export function EntityIdentity({
  entity: { aliases = [], names = {}, identifiers = [], properties },
}: {
  readonly entity: Entity;
}) {
  const said = sayProperties(properties);
  const isEmpty = aliases.length + Object.keys(names).length + identifiers.length + said.length === 0;
  if (isEmpty) return null;
  return (
    <dl className="facts">
      {aliases.length > 0 && (
        <div>
          <dt>{entityText.aliases}</dt>
          <dd>
            {aliases.map((alias, i) => (
              <span key={alias}>
                {i > 0 && ', '}
                <bdi>{plainText(alias)}</bdi>
              </span>
            ))}
          </dd>
        </div>
      )}
      <OtherNames names={names} />
      <Identifiers identifiers={identifiers} />
      {said.map(({ name, values }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {values.map((value, i) => (
              <span key={value}>
                {i > 0 && ', '}
                <SafeLink address={value}>{value}</SafeLink>
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
