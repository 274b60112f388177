import { describe, expect, test, vi } from 'vitest';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { createInlineJobs } from './createInlineJobs.ts';
import { createJobs } from './createJobs.ts';
import { type AskSlice, addSlice, type JobReply, type JobRequest, joinSlices, type Lists } from './protocol.ts';

const file = sampleFile([sampleEntity('a'), sampleEntity('b')], [sampleRelation('r', 'a', 'b', [sampleClaim('c')])]);

/** What is asked of the job that opens a text. */
const ask = (content: string | Blob) => ({ files: [{ name: 'test.json', content }], mapping: null });
const report = { format: 'sayso' };

/** A worker that answers only when the test says so. */
function fakeWorkers() {
  const started: { asked: JobRequest[]; ended: boolean; reply: (message: JobReply) => void }[] = [];
  const start = (): Worker => {
    const listeners = new Map<string, (event: never) => void>();
    const one = {
      asked: [] as JobRequest[],
      ended: false,
      reply: (data: JobReply) => listeners.get('message')?.({ data } as never),
    };
    started.push(one);
    return {
      addEventListener: (type: string, listener: (event: never) => void) => void listeners.set(type, listener),
      postMessage: (request: JobRequest) => void one.asked.push(request),
      terminate: () => {
        one.ended = true;
      },
    } as unknown as Worker;
  };
  return { started, start };
}

describe('jobs in a worker', () => {
  test('put slices together, report progress, and answer by serial', async () => {
    const { started, start } = fakeWorkers();
    const jobs = createJobs(start);
    const onProgress = vi.fn<(done: number) => void>();
    const first = jobs.run('open', ask('text'), { onProgress });
    const second = jobs.run('open', ask('other'));
    const [worker] = started;
    expect(started).toHaveLength(1);
    const [one = 0, two = 0] = worker?.asked.map(({ serial }) => serial) ?? [];
    worker?.reply({ serial: one, type: 'progress', done: 0.5 });
    worker?.reply({ serial: one, type: 'slice', part: 'entities', records: file.entities.slice(0, 1) });
    worker?.reply({ serial: one, type: 'slice', part: 'entities', records: file.entities.slice(1) });
    worker?.reply({ serial: two, type: 'failure', code: 'not-json', where: 'x', params: {} });
    worker?.reply({ serial: one, type: 'answer', answer: { file: { ...file, entities: [] }, report } });
    await expect(first).resolves.toEqual({ file, report });
    await expect(second).rejects.toMatchObject({ code: 'not-json', where: 'x' });
    expect(onProgress).toHaveBeenCalledWith(0.5);
  });

  test('a cancelled job ends with its worker, and others are asked again', async () => {
    const { started, start } = fakeWorkers();
    const jobs = createJobs(start);
    const aborting = new AbortController();
    const cancelled = jobs.run('open', ask('slow'), { signal: aborting.signal });
    const other = jobs.run('open', ask('other'));
    aborting.abort();
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect(started[0]?.ended).toBe(true);
    expect(started[1]?.asked.map((request) => request.ask)).toEqual([ask('other')]);
    started[1]?.reply({ serial: started[1].asked[0]?.serial ?? 0, type: 'answer', answer: { file, report } });
    await expect(other).resolves.toEqual({ file, report });
  });

  test('a file that is asked about crosses in slices, ahead of the request, and again after another was cancelled', async () => {
    const { started, start } = fakeWorkers();
    const jobs = createJobs(start);
    const aborting = new AbortController();
    const entities = Array.from({ length: 2500 }, (_, i) => sampleEntity(`e${i}`));
    const part = { entities: [], relations: [] };
    const large = { ...file, entities };
    const written = { file: large, part, asOf: null, drawn: new Map(), notes: false, stories: false } as const;
    void jobs.run('write', { ...written, format: 'gexf' });
    const cancelled = jobs.run('write', { ...written, format: 'csv' }, { signal: aborting.signal });
    aborting.abort();
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    await expect.poll(() => started[1]?.asked.length).toBe(6);
    const messages = started[1]?.asked as unknown as (AskSlice | JobRequest<'write'>)[];
    const lists: Lists = new Map();
    for (const message of messages) if ('records' in message) addSlice(lists, message);
    const last = messages.at(-1) as JobRequest<'write'>;
    expect(last.ask.format).toBe('gexf');
    expect(joinSlices(last.ask.file, lists)).toEqual(large);
    expect(Math.max(...messages.map((message) => ('records' in message ? message.records.length : 0)))).toBe(1000);
  });

  test('what cannot cross is told', async () => {
    const { start } = fakeWorkers();
    const jobs = createJobs(() =>
      Object.assign(start(), {
        postMessage: () => {
          throw new Error('no clone');
        },
      }),
    );
    await expect(jobs.run('open', ask('x'))).rejects.toMatchObject({
      code: 'unexpected',
      params: { reason: 'Error: no clone' },
    });
  });

  test('destroy rejects what waits', async () => {
    const { start } = fakeWorkers();
    const jobs = createJobs(start);
    const waiting = jobs.run('open', ask('x'));
    jobs.destroy();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('jobs on the page', () => {
  test('give the same answers', async () => {
    const jobs = createInlineJobs();
    await expect(jobs.run('open', ask(JSON.stringify(file)))).resolves.toMatchObject({ file, report });
    await expect(jobs.run('open', ask(new Blob(['{'])))).rejects.toMatchObject({ code: 'not-json' });
    const problem = { nodes: [], ties: [], width: 10, height: 10, centre: null, seed: 1 };
    await expect(jobs.run('layout', problem)).resolves.toEqual({ nodes: [], ties: [] });
  });
});
