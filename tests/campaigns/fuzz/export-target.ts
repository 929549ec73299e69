import { createVerifyBoth } from '../../support/verify-both.ts';
import { referenceExports } from '../reference.ts';
import type { Bytes } from './mutate-bytes.ts';
import { linesOf, mutateBytes } from './mutate-bytes.ts';
import { mutateJson } from './mutate-json.ts';
import type { FuzzTarget } from './target.ts';
import { accepted } from './target.ts';

/** Lines that say what was done and who may do it; checkpoints and the end line vouch for them. */
const substanceOf = (bytes: Bytes): readonly string[] =>
  linesOf(bytes)
    .map((line) => new TextDecoder().decode(line))
    .filter((line) => line.startsWith('[') || line.startsWith('{"log":') || line.startsWith('{"table":'));

const textAlone = (line: string): string => (line.startsWith('{"table":') ? line.slice(0, line.lastIndexOf('\\n\\n')) : line);

/** Log exports: both verifiers say the same of every file, and call none good that is not the record, or its beginning. */
export const createExportTarget = async (): Promise<FuzzTarget> => {
  const verify = await createVerifyBoth();
  const references = referenceExports();
  const files = references.map(({ bytes }) => bytes);
  return {
    name: 'log exports',
    weight: 8,
    run: async (random) => {
      const reference = random.pick(references);
      let bent: Bytes = mutateBytes(random, reference.bytes, files);
      if (random.chance(0.5)) {
        const lines = linesOf(reference.bytes).map((line) => new TextDecoder().decode(line).slice(0, -1));
        const at = random.below(lines.length);
        const mutated = lines.with(at, mutateJson(random, lines[at] ?? '', lines));
        bent = new TextEncoder().encode(mutated.map((line) => `${line}\n`).join(''));
      }
      const { app, independent } = await verify(bent, reference.kept ?? undefined);
      if (JSON.stringify(app) !== JSON.stringify(independent)) accepted('two verifiers that do not agree');
      if (!app.ok) return app.problems[0]?.type ?? 'refused';
      const was = substanceOf(reference.bytes).map(textAlone);
      const is = substanceOf(bent).map(textAlone);
      const begins = is.every((line, at) => line === was[at]);
      if (begins && is.length === was.length) return 'the record';
      // Only a checkpoint kept elsewhere shows a cut at a checkpoint. Another whole record of the published ones is none of a forger.
      if (begins && reference.kept === null) return 'its beginning, no checkpoint kept';
      const other = files.some((file) => JSON.stringify(substanceOf(file).map(textAlone)) === JSON.stringify(is));
      return other && reference.kept === null ? 'another whole record' : accepted('a record that nobody wrote');
    },
  };
};
