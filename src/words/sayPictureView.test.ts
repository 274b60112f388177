import { describe, expect, it } from 'vitest';
import { dayNumber } from '../model/dates.ts';
import { HOME, NO_FILTERS } from '../model/view.ts';
import { sayInForce, sayPictureClocks, sayPictureView } from './sayPictureView.ts';
import { datasetOf } from './wordsFixture.ts';

const dataset = datasetOf();
const counts = { entities: [1200, 4000], relations: [1, 2] } as const;
const asOf = dayNumber(2022, 10, 31);
const held = { from: dayNumber(2021, 1, 1), to: dayNumber(2021, 12, 31) };

describe('the view of a picture in words', () => {
  it('is nothing while nothing is in force', () => {
    expect(sayInForce(dataset, HOME)).toBe('');
    expect(sayPictureClocks(HOME)).toBeNull();
    expect(sayPictureView(dataset, HOME, counts)).toBeNull();
  });

  it('names filters, then clocks, then how much they leave', () => {
    const filters = { ...NO_FILTERS, modalities: ['alleged', 'rumoured'], text: 'oil: gas' } as const;
    expect(sayPictureView(dataset, { filters, asOf, held }, counts)).toBe(
      'Filters: modality only alleged, rumoured; words “oil: gas”. As published by 31 October 2022. Held in 2021. 1 of 2 relations shown, between 1,200 of 4,000 entities.',
    );
  });

  it('has the clocks alone for the head', () => {
    expect(sayPictureClocks({ ...HOME, asOf, held })).toBe('As published by 31 October 2022 · held in 2021');
    expect(sayPictureClocks({ ...HOME, filters: { ...NO_FILTERS, minOrigins: 2 } })).toBeNull();
  });
});
