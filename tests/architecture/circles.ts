import type { Source } from './source.ts';

/** Loops of imports between our files, types included; each as the files in order, the first repeated at the end. */
export const circles = (sources: readonly Source[]): readonly (readonly string[])[] => {
  const targets = new Map(sources.map(({ file, imports }) => [file, imports.filter(({ own }) => own).map(({ to }) => to)]));
  const found: (readonly string[])[] = [];
  const done = new Set<string>();

  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      found.push([...trail.slice(start), file]);
      return;
    }
    if (done.has(file)) return;
    for (const to of targets.get(file) ?? []) visit(to, [...trail, file]);
    done.add(file);
  };

  for (const file of targets.keys()) visit(file, []);
  return found;
};
