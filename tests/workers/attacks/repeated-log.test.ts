import { expect, test } from 'vitest';
import { referenceExports } from '../../campaigns/reference.ts';
import { createVerifyBoth } from '../../support/verify-both.ts';

// A14: the second log of a restored vault under the id of the first. Found by the fuzzing: the verifiers did not agree on whether
// the entry that names the first log names one that stands before it.

test('a later log under the id of an earlier one is refused, for the same reasons by both verifiers', async () => {
  const verify = await createVerifyBoth();
  let tried = 0;
  for (const { bytes, kept } of referenceExports()) {
    const lines = new TextDecoder().decode(bytes).split('\n');
    const logs = lines.filter((line) => line.startsWith('{"log":'));
    const [first, second] = logs;
    if (first === undefined || second === undefined) continue;
    const bent = new TextEncoder().encode(lines.with(lines.indexOf(second), first).join('\n'));
    const { app, independent } = await verify(bent, kept ?? undefined);
    expect(app).toEqual(independent);
    expect(app.problems.map(({ type }) => type)).toContain('RepeatedLog');
    expect(app.problems.map(({ type }) => type)).not.toContain('UnlinkedLog');
    tried += 1;
  }
  expect(tried).toBeGreaterThan(0);
});
