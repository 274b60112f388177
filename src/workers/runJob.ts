import { readSayso } from '../formats/sayso.ts';
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

const RUNNERS: Runners = {
  layout: async (problem, onProgress) => writePlacement(layoutScene(problem, onProgress)),
  open: async (content, onProgress) => {
    const text = typeof content === 'string' ? content : await content.text();
    onProgress(0.3);
    return readSayso(text);
  },
  paths: async (problem) => findPaths(problem),
};

/** Runs one job where it is called: in the worker, or on the page's thread in inline mode. */
export function runJob<Name extends JobName>(
  name: Name,
  ask: JobMap[Name]['ask'],
  onProgress: (done: number) => void,
): Promise<JobMap[Name]['answer']> {
  return RUNNERS[name](ask, onProgress);
}
