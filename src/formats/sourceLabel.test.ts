import { expect, test } from 'vitest';
import { labelOf } from './sourceLabel.ts';

test.each([
  [
    'https://www.documentcloud.org/documents/2838696-Trump-2016-Financial-Disclosure.html',
    'documentcloud.org: Trump 2016 Financial Disclosure',
  ],
  ['https://beta.companieshouse.gov.uk/company/OC356753/officers', 'beta.companieshouse.gov.uk: OC356753/officers'],
  ['https://example.org', 'example.org'],
  ['https://example.org/', 'example.org'],
  ['https://example.org/2017/05/11/', 'example.org: 2017/05/11'],
  ['https://example.org/view?id=12', 'example.org: view?id=12'],
  ['https://u:p@example.org:8080/a%20long%20title.pdf#page=3', 'example.org: a long title'],
  ['https://example.org/100%/of-it', 'example.org: of it'],
  ['no address at all', 'no address at all'],
])('a document at %s goes by %s', (address, label) => {
  expect(labelOf(address)).toBe(label);
});

test('a label is never longer than 80 characters', () => {
  expect(labelOf(`https://example.org/${'long-title-'.repeat(40)}`)).toHaveLength(80);
});
