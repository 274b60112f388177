import { DataError } from '../model/dataError.ts';
import type { DatasetFile } from '../model/records.ts';
import {
  type AskSlice,
  addSlice,
  type JobReply,
  type JobRequest,
  joinSlices,
  type Lists,
  sliceFile,
} from './protocol.ts';
import { runJob } from './runJob.ts';

const reply = (message: JobReply): void => self.postMessage(message);

/** Long lists of what is asked, by serial, until the request is there. */
const listsOf = new Map<number, Lists>();

function takeSlice(slice: AskSlice): void {
  const lists: Lists = listsOf.get(slice.serial) ?? new Map();
  listsOf.set(slice.serial, lists);
  addSlice(lists, slice);
}

/** The request with its long lists. */
function takeWhole(request: JobRequest): JobRequest {
  const lists = listsOf.get(request.serial);
  listsOf.delete(request.serial);
  if (!lists || !('file' in request.ask)) return request;
  return { ...request, ask: { ...request.ask, file: joinSlices(request.ask.file, lists) } };
}

/** The answer without its long lists, which are posted ahead of it. */
function postSlices<Found extends object | null>(serial: number, found: Found): Found {
  if (!found || !('file' in found)) return found;
  const { rest, slices } = sliceFile(found.file as DatasetFile);
  for (const slice of slices) reply({ serial, type: 'slice', ...slice });
  return { ...found, file: rest };
}

async function answer(request: JobRequest): Promise<void> {
  const { serial, name, ask } = takeWhole(request);
  try {
    const found = await runJob(name, ask, (done) => reply({ serial, type: 'progress', done }));
    reply({ serial, type: 'answer', answer: postSlices(serial, found) });
  } catch (error) {
    const known = error instanceof DataError ? error : new DataError('unexpected', name, { reason: String(error) });
    reply({ serial, type: 'failure', code: known.code, where: known.where, params: known.params });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<JobRequest | AskSlice>) =>
  'records' in data ? takeSlice(data) : void answer(data),
);
