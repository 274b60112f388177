import type { DatasetFile } from '../src/model/records.ts';

/** A valid made-up dataset; the same seed gives the same file. */
export function buildGeneratedDataset(entities: number, relations: number, seed: number): DatasetFile;
