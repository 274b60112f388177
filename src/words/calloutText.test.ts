import { expect, test } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import type { EntityId, RelationId } from '../model/records.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { calloutText, sayCallout, sayCalloutPlace, sayDrawnCallout } from './calloutText.ts';

const dataset = buildDataset(
  sampleFile(
    ['a', 'b'].map((id) => sampleEntity(id)),
    [sampleRelation('r', 'a', 'b', [sampleClaim('c')]), sampleRelation('self', 'b', 'b', [sampleClaim('d')])],
  ),
);
const relation = (id: string) => ({ relation: id as RelationId });

test('a callout says what it is about and never what a relation claims', () => {
  expect(sayCallout(dataset, { at: { entity: 'a' as EntityId }, text: 'One\nmore' })).toBe('Callout at a: “One more”');
  expect(sayCalloutPlace(dataset, relation('r'))).toBe('the line between a and b');
  expect(sayCalloutPlace(dataset, relation('self'))).toBe('the line of b');
  expect(sayCalloutPlace(dataset, { x: 1, y: 2 })).toBe('a spot in the picture');
});

test('one that is drawn is said alike, from the names that it hangs at', () => {
  expect(sayDrawnCallout({ at: relation('r'), text: 'x' }, ['a', 'b'])).toBe(
    'Callout at the line between a and b: “x”',
  );
  expect(sayDrawnCallout({ at: { x: 1, y: 2 }, text: 'x' }, [])).toBe('Callout at a spot in the picture: “x”');
});

test('counts say one and several', () => {
  expect([calloutText.left(1), calloutText.tooLong(12)]).toEqual(['1 character left', '12 characters too many']);
  expect(calloutText.hidden(1)).toBe('1 callout not drawn, since what it is about is not');
  expect(calloutText.hidden(2)).toBe('2 callouts not drawn, since what they are about is not');
});
