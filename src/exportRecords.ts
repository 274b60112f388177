import type { AskedPart } from './exportParts.ts';
import type { WriteAsk, WrittenFormat } from './formats/writeFile.ts';
import { writtenFile } from './state/writtenFile.ts';
import type { Exported } from './ui/kit/exporter.ts';
import { fileText, sayCutOff } from './words/fileText.ts';
import { sayLoss } from './words/lossText.ts';
import type { JobOptions, Jobs } from './workers/createJobs.ts';

const EXTENSIONS: Readonly<Record<WrittenFormat, string>> = {
  sayso: 'json',
  csv: 'zip',
  ftm: 'ftm.json',
  graphml: 'graphml',
  gexf: 'gexf',
  cyjs: 'cyjs',
  cx2: 'cx2',
  graphology: 'json',
};

/** A story tells of the whole: of a part it could name what is not there. */
function findStories({ state, part }: AskedPart): WriteAsk['stories'] {
  const { entities, relations } = state.dataset;
  const isWhole = part.entities.length === entities.size && part.relations.length === relations.size;
  return isWhole && (writtenFile(state).stories ?? []);
}

/** The part as records, for other programs or to be opened here again, with what it leaves behind in words. Written in the worker. */
export async function makeRecords(
  jobs: Jobs,
  asked: AskedPart,
  format: WrittenFormat,
  { notes, ...options }: JobOptions & { readonly notes: boolean },
): Promise<Exported> {
  const { state, scene, part, nameFor } = asked;
  const { dataset, view } = state;
  const stories = format === 'sayso' && findStories(asked);
  const drawn = new Map(scene.nodes.map(({ id, x, y }) => [id as string, { x, y }]));
  const ask = { file: dataset.file, part, format, asOf: view.asOf, drawn, notes, stories };
  const { blob, count, losses, cutOff } = await jobs.run('write', ask, options);
  const leavesStories = (format === 'sayso' || format === 'csv') && state.stories.length > 0 && stories === false;
  return {
    blob,
    fileName: format === 'csv' ? nameFor(EXTENSIONS.csv, 'tables') : nameFor(EXTENSIONS[format]),
    notes: [
      ...(format === 'csv' ? [fileText.tables(count)] : []),
      ...losses.map(sayLoss),
      ...sayCutOff(cutOff),
      ...(leavesStories ? [fileText.withoutStories(state.stories.length)] : []),
      ...(view.asOf === null ? [] : [fileText.withLaterClaims]),
    ],
  };
}
