import { findPaths } from '../model/findPaths.ts';
import { layoutScene } from '../model/layout.ts';
import { writePlacement } from '../model/placementCodec.ts';
import type { JobMap, JobName } from './protocol.ts';

type Runners = {
  readonly [Name in JobName]: (
    ask: JobMap[Name]['ask'],
    onProgress: (done: number) => void,
  ) => Promise<JobMap[Name]['answer']>;
};

// What reads and writes files is fetched with the first of them: layouts and paths do without.
const loadReaders = () => import('../formats/readFiles.ts');
const loadWriters = () => import('../formats/writeFile.ts');

const RUNNERS: Runners = {
  layout: async (problem, onProgress) => writePlacement(layoutScene(problem, onProgress)),
  open: async ({ files, mapping }, onProgress) => (await loadReaders()).readFiles(files, mapping, onProgress),
  peek: async ({ files, mapping }, onProgress) => (await loadReaders()).peekFiles(files, mapping, onProgress),
  write: async (ask, onProgress) => (await loadWriters()).writeFile(ask, onProgress),
  paths: async (problem) => findPaths(problem),
};

/** The least progress that is worth telling. */
const STEP = 0.01;

/** Runs one job where it is called: in the worker, or on the page's thread in inline mode. Progress is told in steps of 1%. */
export function runJob<Name extends JobName>(
  name: Name,
  ask: JobMap[Name]['ask'],
  onProgress: (done: number) => void,
): Promise<JobMap[Name]['answer']> {
  let told = 0;
  return RUNNERS[name](ask, (done) => {
    if (done < told + STEP) return;
    told = done;
    onProgress(done);
  });
}
