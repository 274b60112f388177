import { DataError } from '../model/dataError.ts';
import type { DatasetFile } from '../model/records.ts';
import { type JobReply, type JobRequest, SLICE, SLICED_PARTS } from './protocol.ts';
import { runJob } from './runJob.ts';

const reply = (message: JobReply): void => self.postMessage(message);

/** Posts the long lists of a file in slices and returns the file without them. */
function sliceFile(serial: number, file: DatasetFile): DatasetFile {
  for (const part of SLICED_PARTS) {
    for (let i = 0; i < file[part].length; i += SLICE) {
      reply({ serial, type: 'slice', part, records: file[part].slice(i, i + SLICE) });
    }
  }
  return { ...file, sources: [], entities: [], relations: [] };
}

async function answer({ serial, name, ask }: JobRequest): Promise<void> {
  try {
    const found = await runJob(name, ask, (done) => reply({ serial, type: 'progress', done }));
    const sliced = found && 'file' in found ? { ...found, file: sliceFile(serial, found.file) } : found;
    reply({ serial, type: 'answer', answer: sliced });
  } catch (error) {
    const known = error instanceof DataError ? error : new DataError('unexpected', name, { reason: String(error) });
    reply({ serial, type: 'failure', code: known.code, where: known.where, params: known.params });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<JobRequest>) => void answer(data));
