import type { AskedPart } from './exportParts.ts';
import { writeCsvFiles } from './formats/csv.ts';
import { writeSayso } from './formats/sayso.ts';
import { countCutOff, cutDataset } from './model/cutDataset.ts';
import { writtenFile } from './state/writtenFile.ts';
import type { Exported } from './ui/kit/exporter.ts';
import { fileText, sayCutOff } from './words/fileText.ts';
import { zipFiles } from './zipFiles.ts';

/** What a part of the data leaves behind, and what goes with it beyond what is shown, as sentences. */
function notesOf({ state: { dataset, view, stories }, part }: AskedPart, hasStories: boolean): string[] {
  return [
    ...sayCutOff(countCutOff(dataset, part)),
    ...(stories.length > 0 && !hasStories ? [fileText.withoutStories(stories.length)] : []),
    ...(view.asOf === null ? [] : [fileText.withLaterClaims]),
  ];
}

/** The part in Sayso's own format, for other programs and to be opened here again. */
export function makeSayso(asked: AskedPart, notes: boolean): Exported {
  const { state, part, nameFor } = asked;
  const { entities, relations } = state.dataset;
  // A story tells of the whole: of a part it could name what is not there.
  const isWhole = part.entities.length === entities.size && part.relations.length === relations.size;
  const stories = isWhole ? (writtenFile(state).stories ?? false) : false;
  const blob = new Blob([writeSayso(cutDataset(state.dataset, part, { notes, stories }))], {
    type: 'application/json',
  });
  return { blob, fileName: nameFor('json'), notes: notesOf(asked, isWhole) };
}

/** The part as tables, one ZIP. Standings are judged under the public clock in force. */
export async function makeCsv(asked: AskedPart): Promise<Exported> {
  const { state, part, nameFor } = asked;
  const tables = writeCsvFiles(state.dataset, part, state.view.asOf);
  const files = tables.map(({ name, text }) => ({ name, blob: new Blob([text], { type: 'text/csv' }) }));
  return {
    blob: await zipFiles(files),
    fileName: nameFor('zip', 'tables'),
    notes: [fileText.tables(files.length), ...notesOf(asked, false)],
  };
}
