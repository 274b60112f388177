import { sayCount } from './sayCount.ts';

/** A number with at most one decimal: "7", "7.5". */
export function trimNumber(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A file's size: "840 bytes", "12 kB", "1.4 MB"; a kB is 1,000 bytes. */
export function sayBytes(bytes: number): string {
  if (bytes < 1000) return sayCount(bytes, 'byte');
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${trimNumber(bytes / 1_000_000)} MB`;
}
