import { cleanText } from './grid.ts';

/** The key of a source that a table of sources lists, by its id there. */
export const listedKey = (id: string): string => `id:${cleanText(id)}`;
