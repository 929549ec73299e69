import type { ContainerLine } from './container.ts';
import { pageRefKey } from './page.ts';

/** Order and uniqueness of lines, the same for writer and reader. public/spec/container-v1.md §2. */
export interface ContainerOrder {
  /** False: the line may not stand here, or repeats one that stood before. */
  readonly accept: (line: ContainerLine) => boolean;
  /** True when every kind of line has appeared, so that the manifest may follow. */
  readonly isComplete: () => boolean;
}

const KINDS = ['header', 'table', 'member', 'grant', 'page'] as const;

/** Null where repeating is allowed: two equal tables fail in the chain anyway. */
const nameOf = (line: ContainerLine): string | null => {
  switch (line.type) {
    case 'header':
      return line.type;
    case 'table':
      return null;
    case 'member':
      return `member ${line.member.id}`;
    case 'grant':
      return `grant ${line.grant.member} ${line.grant.key}`;
    default:
      return `page ${pageRefKey(line.page)}`;
  }
};

export const createContainerOrder = (): ContainerOrder => {
  const seen = new Set<string>();
  let rank = -1;
  return {
    accept: (line) => {
      const next = KINDS.indexOf(line.type);
      // The same kind again, or the next one: no kind is left out, none comes back.
      if (next !== rank && next !== rank + 1) return false;
      const name = nameOf(line);
      if (name !== null && seen.has(name)) return false;
      if (name !== null) seen.add(name);
      rank = next;
      return true;
    },
    isComplete: () => rank === KINDS.length - 1,
  };
};
