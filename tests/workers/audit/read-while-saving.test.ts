import { describe, expect, it } from 'vitest';
import type { VaultError } from '../../../src/core/contract/errors.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { KeyName } from '../../../src/core/formats/key-name.ts';
import { KEY_NAMES } from '../../../src/core/formats/key-name.ts';
import type { Planner } from '../../../workers/vault/audit/plan.ts';
import type { Rotation } from '../../../workers/vault/audit/writer.ts';
import { createWriter } from '../../../workers/vault/audit/vault-writer.ts';
import { readDisk, writeDisk } from '../../support/vault-fixture-disk.ts';
import { entry, individualNumber, personId, planCreate, planEntry, planRegister, planRemove, planRename } from '../../support/vault-fixture-plans.ts';
import type { VaultFixture } from '../../support/vault-fixture.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';

const broken = err({ type: 'StorageFailed', name: 'UnknownError' } as const);

type Work = Planner<null> | Rotation<null>;

interface Signal {
  readonly given: Promise<null>;
  readonly give: () => void;
}

const createSignal = (): Signal => {
  let give: () => void = () => undefined;
  const given = new Promise<null>((resolve) => { give = () => resolve(null); });
  return { given, give };
};

/** A book of two persons. Its writer hears of what it stored when `answer` is called, and `loads` counts how often the book is loaded anew. */
const start = async (more = 0) => {
  const fixture = await createVaultFixture();
  const first = await fixture.createStore();
  await first.writer.commit(planCreate(fixture));
  await first.writer.commit(planRegister([0, 1]));
  first.writer.actAs({ ...fixture.signer });
  await first.writer.commit(planEntry('use', { attach: [{ kind: 'attach', content: { reason: 'secret' } }] }));
  await first.writer.commit(async () => ok({ plan: { entries: Array.from({ length: more }, () => entry('use')) }, value: null }));
  await first.writer.idle();
  const { store } = first;
  const seen = { loads: 0, reads: 0, isBroken: false };
  /** The next read tells that it has its rows, and hands them over when it is released. */
  let next: { readonly found: Signal; readonly released: Signal } | null = null;
  const holdNext = () => {
    next = { found: createSignal(), released: createSignal() };
    return next;
  };
  const stored = createSignal();
  const answered = createSignal();
  const writer = createWriter({
    ...(await fixture.writerParts()),
    store: {
      ...store,
      write: async (write) => {
        const outcome = await store.write(write);
        stored.give();
        await answered.given;
        return outcome;
      },
      read: async (refs) => {
        seen.reads += 1;
        if (seen.isBroken) return broken;
        // Lines that are in memory ask for no page.
        const mine = refs.length === 0 ? null : next;
        if (mine !== null) next = null;
        const rows = await store.read(refs);
        mine?.found.give();
        await mine?.released.given;
        return rows;
      },
      readTogether: (...asked) => {
        seen.loads += 1;
        return store.readTogether(...asked);
      },
    },
    state: first.writer.book(),
    sealer: first.sealer,
  });
  const save = (work: Work) => (typeof work === 'function' ? writer.commit(work) : writer.rotate(work));
  /** Reads when the pages lie in the database and the writer has not heard of it, which it does before what was found is opened. */
  const readBetween = async <T>(work: Work, read: () => Promise<T>): Promise<T> => {
    const saving = save(work);
    await stored.given;
    const mine = holdNext();
    const reading = read();
    await mine.found.given;
    answered.give();
    expect(await saving).toMatchObject({ ok: true });
    mine.released.give();
    return reading;
  };
  /** Reads what lies there before, and opens it behind. */
  const readAcross = async <T>(work: Work, read: () => Promise<T>): Promise<T> => {
    const mine = holdNext();
    const reading = read();
    await mine.found.given;
    answered.give();
    expect(await save(work)).toMatchObject({ ok: true });
    mine.released.give();
    return reading;
  };
  return { fixture, writer, seen, answer: answered.give, readBetween, readAcross };
};

describe('who reads a person that is being saved hears no alarm of a damaged vault', () => {
  it('but the new words, and nothing is loaded anew for it', async () => {
    const { writer, seen, readBetween } = await start();
    expect(await readBetween(planRename(0, '改名'), () => writer.pages.readPerson(personId(0)))).toMatchObject({ ok: true, value: { fields: { name: '改名' } } });
    expect(seen.loads).toBe(0);
  });

  it('but that there is none, when it is taken out meanwhile: with others on its page, or as the last one', async () => {
    for (const gone of [[0], [0, 1]]) {
      const { fixture, writer, readBetween } = await start();
      expect(await readBetween(planRemove(fixture, gone, 1), () => writer.pages.readPerson(personId(0)))).toEqual(ok(null));
    }
  });

  it('but its numbers, or that there are none', async () => {
    const changed = await start();
    const found = await changed.readBetween(planRemove(changed.fixture, [1], 1), () => changed.writer.pages.readNumbers(personId(0)));
    expect(found.ok && found.value.map(({ value }) => value)).toEqual([individualNumber(0)]);
    const removed = await start();
    expect(await removed.readBetween(planRemove(removed.fixture, [0], 1), () => removed.writer.pages.readNumbers(personId(0)))).toEqual(ok([]));
  });

  it('at whatever moment it reads', async () => {
    const { writer, seen, answer } = await start();
    answer();
    const alarms: VaultError[] = [];
    let reads = 0;
    for (let turn = 0; turn < 5; turn += 1) {
      let isSaved = false;
      const saving = writer.commit(planRename(0, `改名${turn}`)).finally(() => { isSaved = true; });
      const reading: Promise<unknown>[] = [];
      while (!isSaved) {
        reads += 1;
        reading.push(writer.pages.readPerson(personId(0)).then((found) => (found.ok ? null : alarms.push(found.error))));
        await new Promise((resolve) => { setImmediate(resolve); });
      }
      expect(await saving).toMatchObject({ ok: true });
      await Promise.all(reading);
    }
    expect(reads).toBeGreaterThan(5);
    expect([alarms, seen.loads]).toEqual([[], 0]);
  });
});

describe('who reads the record while it is written on hears no alarm of a damaged vault', () => {
  it('but all checkpoints, also the one that a session keeps with its first entry', async () => {
    const { writer, readBetween } = await start();
    const before = await writer.log.checkpoints();
    const found = await readBetween(planEntry('use'), () => writer.log.checkpoints());
    expect(before.ok && before.value).toHaveLength(2);
    expect(found.ok && found.value).toEqual([...(before.ok ? before.value : []), writer.book().head.checkpoint]);
  });

  const rotationOf = async (fixture: VaultFixture, renewed: readonly KeyName[]): Promise<Rotation<null>> => ({
    planner: planRemove(fixture, [], 2),
    keyring: { before: fixture.keyring(1), both: fixture.keyring(1, 2), next: fixture.keyring(2) },
    sealer: await (await createVaultFixture(fixture, fixture.vaultId)).sealerElsewhere(2, fixture.storeId),
    renewed,
  });

  it('but what an entry attaches, while that is sealed with another key', async () => {
    const { fixture, writer, readBetween } = await start();
    const rotation = await rotationOf(fixture, KEY_NAMES);
    expect(await readBetween(rotation, () => writer.log.readAttached(3, 0))).toEqual(ok({ reason: 'secret' }));
  });

  it('but its lines, while they are sealed with another key', async () => {
    const { fixture, writer, readAcross } = await start(130);
    const rotation = await rotationOf(fixture, KEY_NAMES);
    const before = await writer.log.readLines(0, 128);
    expect(before.ok && before.value.lines).toHaveLength(128);
    expect(await readAcross(rotation, () => writer.log.readLines(0, 128))).toEqual(before);
  });

  it('but the whole of it, each line once, while it is sealed with another key', async () => {
    const { fixture, writer, readAcross } = await start(66 * 128);
    const rotation = await rotationOf(fixture, KEY_NAMES);
    const size = writer.log.size();
    const lines: string[] = [];
    expect(await readAcross(rotation, () => writer.log.eachStretch((stretch) => lines.push(...stretch.lines)))).toEqual(ok(null));
    const before = await writer.log.readLines(0, size);
    expect(lines).toEqual(before.ok && before.value.lines);
  });

  it('and is told of true damage, however often it is saved meanwhile', async () => {
    const { fixture, writer, answer } = await start();
    answer();
    const attached = (await readDisk(fixture)).filter(({ at }) => at.kind === 'attach');
    await writeDisk(fixture, attached.map(({ at, row }) => ({ at, row: { ...row, blob: row.blob.map((byte, n) => (n === 60 ? byte ^ 1 : byte)) } })));
    const [, found] = await Promise.all([writer.commit(planEntry('use')), writer.log.readAttached(3, 0)]);
    expect(found).toEqual(err({ type: 'DatabaseDamaged', page: `own/attach/${attached[0]?.at.no}` }));
  });

  it('and is told that the disk does not answer as what it is: nothing newer is looked for', async () => {
    const { writer, seen } = await start(130);
    seen.isBroken = true;
    expect(await writer.log.readLines(0, 128)).toEqual(broken);
    expect([seen.reads, seen.loads]).toEqual([1, 0]);
  });
});
