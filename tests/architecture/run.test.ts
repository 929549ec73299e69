import { expect, test } from 'vitest';
import { run } from '../tools/run.mjs';

const quiet = { stdio: 'ignore' } as const;
const program = (source: string): readonly [string, readonly string[]] => [process.execPath, ['-e', source]];

test('a program says its exit code', async () => {
  expect(await run(...program('process.exit(3)'), quiet, 1)).toBe(3);
  expect(await run(...program('process.exit(4)'), quiet)).toBe(4);
});

test('what goes round in a circle is ended with its children, and has failed', async () => {
  const started = Date.now();
  const child = `require('child_process').spawnSync(process.execPath, ['-e', 'for (;;);'])`;
  expect(await run(...program(`${child}; process.exit(0)`), quiet, 0.01)).toBe(1);
  expect(Date.now() - started).toBeLessThan(30_000);
});
