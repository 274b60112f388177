import { expect, it } from 'vitest';
import { datasetSchema } from '../src/model/schema.ts';
import { buildSchemaText, isCurrent } from './generateSchema.mjs';

it('the committed JSON Schema is what the schema gives', async () => {
  expect(await isCurrent(datasetSchema), 'run "node scripts/generateSchema.mjs"').toBe(true);
});

it('is JSON Schema 2020-12 and lets unknown fields be', async () => {
  const schema = JSON.parse(await buildSchemaText(datasetSchema));
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(schema.required).toContain('sayso');
  expect(JSON.stringify(schema)).not.toContain('"additionalProperties":false');
});
