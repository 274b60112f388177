import { DataError } from '../model/dataError.ts';
import type { Jobs } from './createJobs.ts';
import { runJob } from './runJob.ts';

/** Jobs on the page's own thread: for tests, and where no worker can start. */
export function createInlineJobs(): Jobs {
  return {
    async run(name, ask, { signal, onProgress = () => undefined } = {}) {
      const answer = await runJob(name, ask, onProgress);
      if (signal?.aborted) throw new DataError('cancelled', name);
      return answer;
    },
    destroy: () => undefined,
  };
}
