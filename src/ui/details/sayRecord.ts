import type { Dataset } from '../../model/dataset.ts';
import { findRecord } from '../../state/recordOf.ts';
import { relationText } from '../../words/panelText.ts';
import { plainText } from '../../words/plainText.ts';
import { sayName, sayRelation } from '../../words/sayRelation.ts';

/** What a record is called in a link to it; its id where the dataset has none. */
export function sayRecord(dataset: Dataset, id: string): string {
  const found = findRecord(dataset, id);
  switch (found?.type) {
    case 'entity':
      return sayName(dataset, found.entity.id);
    case 'relation':
      return sayRelation(dataset, found.relation);
    case 'source':
      return plainText(found.source.label);
    case 'tie':
      return relationText.tie(sayName(dataset, found.tie.ends[0]), sayName(dataset, found.tie.ends[1]));
    case undefined:
      return id;
  }
}
