/** The fields that have one name. */
export interface SameName {
  /** Adds a field, unless an element has a value under it and under one that is here already. Each field once. */
  accept(id: string): boolean;
}

/** Gathers fields of one name: those that never stand together are one field, as where a program has one for each type. */
export interface SameNames {
  /** With the first field of a name; where `isAlone`, no other is accepted. */
  begin(id: string, isAlone: boolean): SameName;
}

function listPlaces(elements: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [i, ids] of elements.entries()) {
    for (const id of ids) {
      const list = places.get(id);
      if (list) list.push(i);
      else places.set(id, [i]);
    }
  }
  return places;
}

/** Over the ids of fields that each element has; they are looked at when two fields of one name are met. Linear. */
export function createSameNames(readIds: () => readonly ReadonlySet<string>[]): SameNames {
  let places: ReadonlyMap<string, readonly number[]> | null = null;
  const findPlaces = (id: string): readonly number[] => {
    places ??= listPlaces(readIds());
    return places.get(id) ?? [];
  };
  return {
    begin(first, isAlone) {
      let taken: Set<number> | null = null;
      return {
        accept(id) {
          if (isAlone) return false;
          taken ??= new Set(findPlaces(first));
          const found = findPlaces(id);
          if (found.some((place) => taken?.has(place))) return false;
          for (const place of found) taken.add(place);
          return true;
        },
      };
    },
  };
}

/** The name of a field beside others: `wanted`, or that with its id where it is another's. */
export function freeName(wanted: string, id: string, taken: { has(name: string): boolean }): string {
  if (!taken.has(wanted)) return wanted;
  for (let i = 1; ; i += 1) {
    const name = i === 1 ? `${wanted} (${id})` : `${wanted} (${id}, ${i})`;
    if (!taken.has(name)) return name;
  }
}
