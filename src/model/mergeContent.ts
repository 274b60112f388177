/** Text that two JSON values share exactly when they are equal, whatever the order of their keys. Linear. */
export function contentOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  return JSON.stringify(value, (_key, each: unknown) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
    // Not by assignment: `__proto__` is a name of data like any other.
    return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Whether two JSON values are equal, whatever the order of their keys. */
export function isSameContent(a: unknown, b: unknown): boolean {
  return a === b || contentOf(a) === contentOf(b);
}

/** A list with those of another that are not in it yet; the very list where there are none. */
export function uniteLists<Item>(base: readonly Item[], added: readonly Item[]): readonly Item[] {
  const known = new Set(base.map(contentOf));
  const more = added.filter((item) => {
    const content = contentOf(item);
    return !known.has(content) && known.add(content);
  });
  return more.length > 0 ? [...base, ...more] : base;
}

/** Lists by name, each with what another has under that name; the very object where nothing is new. */
export function uniteByName<Item>(
  base: Readonly<Record<string, readonly Item[]>>,
  added: Readonly<Record<string, readonly Item[]>>,
): Readonly<Record<string, readonly Item[]>> {
  const lists = new Map(Object.entries(base));
  let isNew = false;
  for (const [name, items] of Object.entries(added)) {
    const before = lists.get(name);
    const now = before ? uniteLists(before, items) : items;
    if (now !== before) isNew = true;
    lists.set(name, now);
  }
  return isNew ? Object.fromEntries(lists) : base;
}
