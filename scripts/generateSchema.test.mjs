import { expect, it } from 'vitest';
import { publishedSchema } from '../src/model/storySchema.ts';
import { buildSchemaText, isCurrent } from './generateSchema.mjs';

it('the committed JSON Schema is what the schema gives', async () => {
  expect(await isCurrent(publishedSchema), 'run "node scripts/generateSchema.mjs"').toBe(true);
});

it('is JSON Schema 2020-12 and lets unknown fields be', async () => {
  const schema = JSON.parse(await buildSchemaText(publishedSchema));
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(schema.required).toContain('sayso');
  expect(JSON.stringify(schema)).not.toContain('"additionalProperties":false');
});
