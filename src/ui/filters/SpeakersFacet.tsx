import { useMemo } from 'react';
import { findVoices } from '../../model/facetValues.ts';
import { filterText } from '../../words/filterText.ts';
import { sayFilterValue } from '../../words/sayView.ts';
import { Facet } from './Facet.tsx';
import { useFacets, withUnknown } from './facets.ts';
import { useFind, ValueList } from './ListFacet.tsx';

type Part = keyof typeof filterText.speakers;

const PARTS: readonly Part[] = ['named', 'unnamed', 'own'];

function partOf(voice: string): Part {
  if (voice.startsWith('own ')) return 'own';
  return voice === 'unstated' || voice.startsWith('un ') ? 'unnamed' : 'named';
}

/** Those who are named apart from those who are not, and from sources themselves. */
function SpeakerList() {
  const { dataset, filters } = useFacets();
  const list = filters.speakers;
  const offered = useMemo(() => withUnknown([...findVoices(dataset).keys()], list), [dataset, list]);
  const [field, matches] = useFind(filterText.facets.speakers, offered.length);
  const found = matches ? offered.filter((voice) => matches(sayFilterValue(dataset, 'speakers', voice))) : offered;
  return (
    <>
      {field}
      {found.length === 0 && (
        <p className="facet-hint">{offered.length === 0 ? filterText.noValues : filterText.foundNone}</p>
      )}
      {PARTS.map((part) => {
        const voices = found.filter((voice) => partOf(voice) === part);
        if (voices.length === 0) return null;
        return (
          <div key={part} role="group" aria-label={filterText.speakers[part]}>
            <p className="facet-part" aria-hidden="true">
              {filterText.speakers[part]}
            </p>
            <ValueList name="speakers" values={voices} offered={offered} />
          </div>
        );
      })}
    </>
  );
}

/** Everyone through whom a claim comes; who they are is worked out when it is unfolded. */
export function SpeakersFacet() {
  const { set } = useFacets();
  return (
    <Facet name="speakers" filters={['speakers']} onReset={() => set({ speakers: null })}>
      {() => <SpeakerList />}
    </Facet>
  );
}
