// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { reportText } from '../../words/reportText.ts';
import { findOffer } from '../kit/offered.ts';
import { OpenerContext } from '../kit/opener.ts';
import { createFakeOpener, GUESS, REPORT } from '../kit/openingFixture.ts';
import { findByText, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { ReportDialog } from './ReportDialog.tsx';

beforeEach(() => {
  Object.assign(HTMLDialogElement.prototype, { showModal: () => undefined, close: () => undefined });
});

function open() {
  const panel = renderPanel(
    <OpenerContext value={createFakeOpener()}>
      <ReportDialog />
    </OpenerContext>,
    storyDataset(),
  );
  const { dataset } = panel.store.getState();
  panel.doing(() => panel.store.dispatch('openDataset', { dataset, placement: null, report: REPORT }));
  return panel;
}

test('counts as read and as held, losses first by kind with their places, long lists folded', () => {
  const { box } = open();
  const cells = [...box.querySelectorAll('tbody tr')].map(({ textContent }) => textContent);
  expect(cells).toEqual(['Entities040', 'Relations1,2001,199']);
  expect([...box.querySelectorAll('.report-part h3')].map(({ textContent }) => textContent)).toEqual([
    reportText.section(reportText.losses, 37),
    reportText.notes,
  ]);
  const group = box.querySelector<HTMLDetailsElement>('details.report-group');
  expect(group?.open).toBe(false);
  expect(group?.textContent).toContain('Ends of relations that the files do not describe (37)');
  expect(group?.textContent).toContain('At line 2: “x0” is an end of a relation');
  expect(group?.textContent).toContain(reportText.notListed(30));
  expect(box.textContent).toContain('paid.csv: Table, 12 kB, UTF-8');
});

test('leads to another reading of the tables and to what may be the same', () => {
  const { box, click, store } = open();
  click(findByText(box, 'button', reportText.differently));
  expect(store.getState().dialog).toBe('mapping');
  expect(findOffer(store)).toMatchObject({ mapping: GUESS, peek: null, files: [{ name: 'paid.csv' }] });
  click(findByText(box, 'button', reportText.duplicates));
  expect(store.getState().dialog).toBe('duplicates');
});

test('without a report it says so', () => {
  expect(renderPanel(<ReportDialog />, storyDataset()).box.textContent).toContain(reportText.gone);
});
