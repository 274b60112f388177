import { DataError } from '../model/dataError.ts';
import type { JobMap, JobName, JobReply, JobRequest } from './protocol.ts';

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

/** Hands a reply to the job that waits for it; true when it was the last one. */
function takeReply(job: Waiting, reply: JobReply): boolean {
  switch (reply.type) {
    case 'progress':
      job.onProgress(reply.done);
      return false;
    case 'slice': {
      const records = job.slices.get(reply.part) ?? [];
      job.slices.set(reply.part, records);
      for (const record of reply.records) records.push(record);
      return false;
    }
    case 'failure':
      job.reject(new DataError(reply.code, reply.where, reply.params));
      return true;
    case 'answer':
      job.resolve(restore(reply.answer, job.slices) as never);
      return true;
  }
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
    if (job && takeReply(job, data)) waiting.delete(data.serial);
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
