import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createVerifyBoth } from '../../support/verify-both.ts';
import { fields, personId } from '../service/support.ts';
import type { MadeVault, TestDevice } from '../session/support/device.ts';
import { createTestDevice, errorOf, makeVault, must, NEXT_PASSWORD, PASSWORD } from '../session/support/device.ts';
import type { DiskState, Part } from './disk-parts.ts';
import { PART_SETS, PARTS, readState, writeState } from './disk-parts.ts';

// A6: parts of the disk put back to an earlier state, alone and together. What cannot be noticed is said in the specification
// (keyring-v1 §9.1), whose table is held here.

const SCENES = ['entries', 'changed password', 'rotation'] as const;
type Scene = (typeof SCENES)[number];

interface Bench {
  readonly device: TestDevice;
  readonly made: MadeVault;
  /** Before and after. */
  readonly before: DiskState;
  readonly after: DiskState;
  /** Checkpoint that somebody else kept of now. */
  readonly kept: string;
  readonly password: string;
}

const benchOf = async (scene: Scene): Promise<Bench> => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  const id = personId();
  must(await made.worker.api.registerPerson({ id, fields: fields() }));
  must(await made.worker.api.lock());
  const before = await readState(device, made.storeId);
  const { api, kill } = await device.boot().then(async (worker) => {
    must(await made.unlock(worker));
    return worker;
  });
  if (scene === 'entries') must(await api.registerPerson({ id: personId(), fields: fields({ name: '二郎' }) }));
  if (scene === 'changed password') must(await api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD }));
  if (scene === 'rotation') must(await api.cancelPersons([id]));
  const kept = must(await api.viewCheckpoint()).note;
  must(await api.lock());
  kill();
  const after = await readState(device, made.storeId);
  return { device, made, before, after, kept, password: scene === 'changed password' ? NEXT_PASSWORD : PASSWORD };
};

const WORDS: Readonly<Record<string, string>> = { ok: 'opens', DatabaseOlder: 'older', DatabaseDamaged: 'damaged', WrongSecret: 'wrong secret' };

const unlockAfter = async ({ device, made, before, after }: Bench, parts: readonly Part[], password: string) => {
  await writeState(device, made.storeId, after, before, parts);
  const worker = await device.boot();
  return { worker, answer: await made.unlock(worker, password) };
};

/** Cells of the table, by what was put back. */
const specified = (): ReadonlyMap<string, readonly string[]> => {
  const text = readFileSync(new URL('../../../public/spec/keyring-v1.md', import.meta.url), 'utf8');
  const section = text.split('### 9.1 ')[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| put back'));
  return new Map(rows.map((row) => row.slice(2, -2).split(' | ')).map(([parts = '', ...cells]) => [parts, cells]));
};

describe('parts of the disk put back', { timeout: 120_000 }, () => {
  it('all 15 sets stand in the specification, each once', () => {
    expect([...specified().keys()].toSorted()).toEqual(PART_SETS.map((parts) => parts.join(', ')).toSorted());
    expect(PART_SETS).toHaveLength(2 ** PARTS.length - 1);
  });

  it.each(SCENES)('behind %s each set is answered as specified, and the state of now opens again', async (scene) => {
    const bench = await benchOf(scene);
    const table = specified();
    for (const parts of PART_SETS) {
      const { worker, answer } = await unlockAfter(bench, parts, bench.password);
      const name = parts.join(', ');
      expect(WORDS[errorOf(answer)], `${scene}: ${name}`).toBe(table.get(name)?.[SCENES.indexOf(scene)]);
      worker.kill();
    }
    const { worker, answer } = await unlockAfter(bench, [], bench.password);
    expect(errorOf(answer)).toBe('ok');
    worker.kill();
  });

  it('where it opens with the log of now, it is the newest state', async () => {
    const bench = await benchOf('entries');
    for (const parts of [['mark'], ['keyring'], ['keyring', 'mark']] as const) {
      const { worker } = await unlockAfter(bench, parts, bench.password);
      expect(must(await worker.api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 9 })).counts.all, parts.join()).toBe(2);
      worker.kill();
    }
  });

  it.each(['entries', 'rotation'] as const)('everything put back behind %s: said by the last entry and by a kept checkpoint, by nothing else', async (scene) => {
    const bench = await benchOf(scene);
    const { worker, answer } = await unlockAfter(bench, PARTS, PASSWORD);
    const last = must(answer).lastEntry;
    const { time } = must(await worker.api.listEntries({ from: null, to: null, personId: null, memberId: null, actions: ['lock'], offset: 0, limit: 1 })).rows[0] ?? {};
    expect(last).toMatchObject({ action: 'lock', time });
    const file = new Uint8Array(await must(await worker.api.exportLog('verify')).file.arrayBuffer());
    const both = await createVerifyBoth();
    expect((await both(file)).app.ok).toBe(true);
    const { app, independent } = await both(file, bench.kept);
    expect(app).toEqual(independent);
    expect(app.problems.map(({ type }) => type)).toEqual(['Truncated']);
  });

  it('written on from there, the log is another one, and the kept checkpoint shows it', async () => {
    const bench = await benchOf('entries');
    const { worker } = await unlockAfter(bench, PARTS, PASSWORD);
    for (let n = 0; n < 5; n += 1) must(await worker.api.registerPerson({ id: personId(), fields: fields({ name: `別${n}` }) }));
    const file = new Uint8Array(await must(await worker.api.exportLog('verify')).file.arrayBuffer());
    const { app } = await (await createVerifyBoth())(file, bench.kept);
    expect(app.problems.map(({ type }) => type)).toEqual(['Rewritten']);
  });

  it('an earlier keyring opens with the earlier password, behind a change; not behind a rotation', async () => {
    const changed = await benchOf('changed password');
    expect(errorOf((await unlockAfter(changed, ['keyring'], PASSWORD)).answer)).toBe('ok');
    const rotated = await benchOf('rotation');
    expect(errorOf((await unlockAfter(rotated, ['keyring'], PASSWORD)).answer)).toBe('DatabaseDamaged');
  });
});
