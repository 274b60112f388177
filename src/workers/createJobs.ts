import { DataError, type MessageParams } from '../model/dataError.ts';
import {
  addSlice,
  type JobMap,
  type JobName,
  type JobReply,
  type JobRequest,
  joinSlices,
  type Lists,
  sliceFile,
} from './protocol.ts';

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
  readonly slices: Lists;
  readonly onProgress: (done: number) => void;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: DataError) => void;
}

function restore(answer: unknown, slices: Lists): unknown {
  if (slices.size === 0) return answer;
  const whole = answer as JobMap['open']['answer'];
  return { ...whole, file: joinSlices(whole.file, slices) };
}

/** Hands a reply to the job that waits for it; true when it was the last one. */
function takeReply(job: Waiting, reply: JobReply): boolean {
  switch (reply.type) {
    case 'progress':
      job.onProgress(reply.done);
      return false;
    case 'slice':
      addSlice(job.slices, reply);
      return false;
    case 'failure':
      job.reject(new DataError(reply.code, reply.where, reply.params));
      return true;
    case 'answer':
      job.resolve(restore(reply.answer, job.slices) as never);
      return true;
  }
}

/** Posts what is asked; a file crosses in slices with pauses between them, as long as it is wanted. */
async function postRequest(worker: Worker, request: JobRequest, isWanted: () => boolean): Promise<void> {
  const { serial, ask } = request;
  if (!('file' in ask)) return worker.postMessage(request);
  const { rest, slices } = sliceFile(ask.file);
  for (const slice of slices) {
    worker.postMessage({ serial, type: 'slice', ...slice });
    await new Promise((resolve) => setTimeout(resolve));
    if (!isWanted()) return;
  }
  worker.postMessage({ ...request, ask: { ...ask, file: rest } });
}

/**
 * Runs jobs in one worker, started with the first job. A cancelled job ends with its worker, since layout and parsing
 * do not yield; other jobs that were waiting in it are asked again of the next one.
 */
export function createJobs(startWorker: () => Worker): Jobs {
  const waiting = new Map<number, Waiting & { readonly request: JobRequest }>();
  let worker: Worker | null = null;
  let serial = 0;

  function ensureWorker(): Worker {
    if (worker) return worker;
    worker = startWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<JobReply>) => {
      const job = waiting.get(data.serial);
      if (job && takeReply(job, data)) waiting.delete(data.serial);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      for (const job of waiting.keys()) fail(job, 'unexpected', { reason: event.message ?? '' });
      stop();
    });
    return worker;
  }

  function ask(request: JobRequest): void {
    const asked = ensureWorker();
    const isWanted = (): boolean => worker === asked && waiting.has(request.serial);
    postRequest(asked, request, isWanted).catch((error) =>
      fail(request.serial, 'unexpected', { reason: String(error) }),
    );
  }

  function fail(mine: number, code: string, params?: MessageParams): void {
    const job = waiting.get(mine);
    waiting.delete(mine);
    job?.reject(new DataError(code, job.request.name, params));
  }

  function stop(): void {
    worker?.terminate();
    worker = null;
  }

  function cancel(mine: number): void {
    if (!waiting.has(mine)) return;
    stop();
    fail(mine, 'cancelled');
    for (const other of waiting.values()) {
      other.slices.clear();
      ask(other.request);
    }
  }

  return {
    run(name, asked, { signal, onProgress = () => undefined } = {}) {
      serial += 1;
      const request: JobRequest = { serial, name, ask: asked };
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(new DataError('cancelled', name));
        waiting.set(request.serial, { request, slices: new Map(), onProgress, resolve, reject });
        signal?.addEventListener('abort', () => cancel(request.serial), { once: true });
        ask(request);
      });
    },
    destroy() {
      for (const job of waiting.keys()) fail(job, 'cancelled');
      stop();
    },
  };
}
