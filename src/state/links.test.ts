import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { HOME } from '../model/view.ts';
import { type ViewFile, writeView } from '../model/viewFile.ts';
import { readFragment } from './fragment.ts';
import { BARE_REST } from './linkFixture.ts';
import { packView, unpackView } from './packView.ts';

interface Golden {
  readonly fragment: string;
  readonly selection: readonly string[];
  readonly focus: ViewFile['focus'];
  readonly tab: string;
  readonly view?: Partial<ViewFile>;
  readonly cameraAt?: object;
  readonly question?: object;
  readonly voice?: string;
  readonly told?: object;
  readonly places?: readonly ({ readonly id: string } & object)[];
  readonly ties?: readonly ({ readonly id: string } & object)[];
}

/** Added to, never edited: links of version 1 stand in articles. */
const LINKS: readonly Golden[] = JSON.parse(readFileSync('e2e/fixtures/links-v1.json', 'utf8'));
const HOME_FILE = writeView(HOME);

const byId = (all: Golden['places']): Map<string, object> => new Map(all?.map(({ id, ...place }) => [id, place]));

describe('links of version 1', () => {
  test('are enough to tell', () => {
    expect(LINKS.length).toBeGreaterThanOrEqual(40);
    expect(LINKS.filter(({ fragment }) => fragment.includes('z=')).length).toBeGreaterThanOrEqual(19);
  });

  test.each(LINKS.map((link) => [link.fragment, link] as const))('%s is read as it was meant', (fragment, link) => {
    const {
      selection,
      focus,
      tab,
      view,
      cameraAt = null,
      question = null,
      voice = null,
      told = null,
      places,
      ties,
    } = link;
    const address = readFragment(fragment);
    expect(address).toMatchObject({ selection, focus, tab });
    expect(address?.told).toEqual(told);
    const rest = address?.packed ? unpackView(address.packed) : BARE_REST;
    expect(rest).toMatchObject({ cameraAt, question, voice });
    const filters = { ...HOME_FILE.filters, ...view?.filters };
    expect(rest && writeView({ ...rest.view, focus })).toEqual({ ...HOME_FILE, ...view, filters, focus });
    expect(rest?.placement ?? null).toEqual(places ? { nodes: byId(places), ties: byId(ties) } : null);
    // What is read is what would be written.
    const again = rest && packView(rest);
    expect(again ? unpackView(again) : BARE_REST).toEqual(rest);
  });
});
