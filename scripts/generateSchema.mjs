import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, ROOT, runMain, setUp } from './setUp.mjs';

const TARGET = join(ROOT, 'data', 'sayso.schema.json');

/** The text of data/sayso.schema.json: JSON Schema 2020-12 of the valibot schema of a dataset file. */
export async function buildSchemaText(schemaOfFile) {
  const { toJsonSchema } = await import('@valibot/to-json-schema');
  const { $schema, ...schema } = toJsonSchema(schemaOfFile, { target: 'draft-2020-12', errorMode: 'throw' });
  const head = { $schema, title: 'Sayso dataset, version 1' };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}

/** Whether the committed copy is what the schema gives now. */
export async function isCurrent(schemaOfFile, target = TARGET) {
  return existsSync(target) && readFileSync(target, 'utf8') === (await buildSchemaText(schemaOfFile));
}

async function main() {
  setUp();
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(ROOT, 'src/model/storySchema.ts'), { configFile: false, root: ROOT });
  if (process.argv.includes('--check')) {
    if (await isCurrent(module.publishedSchema)) return 0;
    console.error(
      'data/sayso.schema.json is not what src/model/schema.ts and storySchema.ts give: run "node scripts/generateSchema.mjs".',
    );
    return 1;
  }
  writeFileSync(TARGET, await buildSchemaText(module.publishedSchema));
  console.log('Wrote data/sayso.schema.json');
  return 0;
}

if (isMain(import.meta.url)) await runMain(main);
