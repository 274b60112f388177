import { HOME, type View } from './view.ts';
import { type ViewChange, writeView } from './viewFile.ts';

/** The entries of `now` that are not as in `before`. */
function differing<Fields extends object>(now: Fields, before: Fields): Partial<Fields> {
  const keys = Object.keys(now) as (keyof Fields)[];
  const changed = keys.filter((key) => JSON.stringify(now[key]) !== JSON.stringify(before[key]));
  return Object.fromEntries(changed.map((key) => [key, now[key]])) as Partial<Fields>;
}

/** What of a view differs from the one in which a dataset opens, as plain data; an empty object for that one. */
export function writeViewChange(view: View): ViewChange {
  const { filters, ...now } = writeView(view);
  const { filters: noFilters, ...home } = writeView(HOME);
  const filtered = differing(filters, noFilters);
  return { ...(Object.keys(filtered).length > 0 ? { filters: filtered } : {}), ...differing(now, home) };
}
