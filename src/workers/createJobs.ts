import { DataError } from '../model/dataError.ts';
import type { JobMap, JobName, JobReply, JobRequest } from './protocol.ts';
import { runJob } from './runJob.ts';

export interface JobOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}

/** Work that is done elsewhere. */
export interface Jobs {
  /** Rejects with DataError: the job's own, or code `cancelled` when the signal aborts. */
  run<Name extends JobName>(
    name: Name,
    ask: JobMap[Name]['ask'],
    options?: JobOptions,
  ): Promise<JobMap[Name]['answer']>;
  destroy(): void;
}

interface Waiting {
  readonly slices: Map<string, unknown[]>;
  readonly onProgress: (done: number) => void;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: DataError) => void;
}

function restore(answer: unknown, slices: ReadonlyMap<string, readonly unknown[]>): unknown {
  if (slices.size === 0) return answer;
  const whole = answer as JobMap['open']['answer'];
  return { ...whole, file: { ...whole.file, ...Object.fromEntries(slices) } };
}

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

/**
 * Runs jobs in one worker, started with the first job. A cancelled job ends with its worker, since layout and parsing
 * do not yield; other jobs that were waiting in it are asked again of the next one.
 */
export function createJobs(startWorker: () => Worker): Jobs {
  const waiting = new Map<number, Waiting & { readonly request: JobRequest }>();
  let worker: Worker | null = null;
  let serial = 0;

  function receive({ data }: MessageEvent<JobReply>): void {
    const job = waiting.get(data.serial);
    if (!job) return;
    if (data.type === 'progress') return job.onProgress(data.done);
    if (data.type === 'slice') {
      const records = job.slices.get(data.part) ?? [];
      job.slices.set(data.part, records);
      for (const record of data.records) records.push(record);
      return;
    }
    waiting.delete(data.serial);
    if (data.type === 'failure') job.reject(new DataError(data.code, data.where, data.params));
    else job.resolve(restore(data.answer, job.slices) as never);
  }

  function ensureWorker(): Worker {
    if (worker) return worker;
    worker = startWorker();
    worker.addEventListener('message', receive);
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      const reason = event.message ?? '';
      for (const job of waiting.values()) job.reject(new DataError('unexpected', job.request.name, { reason }));
      waiting.clear();
      stop();
    });
    return worker;
  }

  function stop(): void {
    worker?.terminate();
    worker = null;
  }

  function cancel(mine: number): void {
    const job = waiting.get(mine);
    if (!job) return;
    waiting.delete(mine);
    stop();
    job.reject(new DataError('cancelled', job.request.name));
    for (const other of waiting.values()) {
      other.slices.clear();
      ensureWorker().postMessage(other.request);
    }
  }

  return {
    run(name, ask, { signal, onProgress = () => undefined } = {}) {
      serial += 1;
      const request: JobRequest = { serial, name, ask };
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(new DataError('cancelled', name));
        waiting.set(request.serial, { request, slices: new Map(), onProgress, resolve, reject });
        signal?.addEventListener('abort', () => cancel(request.serial), { once: true });
        ensureWorker().postMessage(request);
      });
    },
    destroy() {
      for (const job of waiting.values()) job.reject(new DataError('cancelled', job.request.name));
      waiting.clear();
      stop();
    },
  };
}
