/** Numbers ids from 1 in the order they are met, so that an address can say "the third" instead of an id. */
export interface Ordinals<Id extends string> {
  readonly of: (id: Id) => number;
  /** Null for an ordinal of an earlier session. */
  readonly idOf: (ordinal: number | null) => Id | null;
}

/** Lives as long as an open vault: after a lock the numbers mean nothing any more. */
export const createOrdinals = <Id extends string>(): Ordinals<Id> => {
  const ids: Id[] = [];
  const known = new Map<Id, number>();
  return {
    of: (id) => {
      const before = known.get(id);
      if (before !== undefined) return before;
      const ordinal = ids.push(id);
      known.set(id, ordinal);
      return ordinal;
    },
    idOf: (ordinal) => (ordinal === null ? null : (ids[ordinal - 1] ?? null)),
  };
};
