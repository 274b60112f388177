import type { Sayable } from './sayable.ts';
import { sayCount } from './sayCount.ts';

/** How many things an issue stands for: "1 claim", "12 claims". */
export function countIssue({ params }: Sayable, one: string, many = `${one}s`): string {
  return sayCount(Number(params['count'] ?? 1), one, many);
}
