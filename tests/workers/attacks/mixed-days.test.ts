import { expect, test } from 'vitest';
import { createSeededRandom } from '../../support/seeded-random.ts';
import { createVerifyBoth } from '../../support/verify-both.ts';
import { fields, personId } from '../service/support.ts';
import type { MadeVault, TestDevice, TestWorker } from '../session/support/device.ts';
import { createTestDevice, errorOf, makeVault, must } from '../session/support/device.ts';
import type { DiskState, Place } from './disk-parts.ts';
import { PLACES, readState, writeMixed } from './disk-parts.ts';

// A6: log, head, keyring and each of the two marks from days of their own, of two lives: everything was put back to an early day once, and
// the vault was used on from there. keyring-v1 §9.1 says what cannot be noticed; all else is.

interface Day {
  readonly name: string;
  readonly disk: DiskState;
  readonly persons: readonly string[];
  readonly entries: number;
  /** Names of the days it came from, itself among them. */
  readonly past: readonly string[];
  readonly checkpoint: string;
}

interface Life {
  readonly device: TestDevice;
  readonly made: MadeVault;
  readonly days: readonly Day[];
}

const personsOf = async ({ api }: TestWorker): Promise<readonly string[]> =>
  must(await api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 50 })).rows.map(({ name }) => name).toSorted();

/** Everything of one day. */
const all = (disk: DiskState | null): Record<Place, DiskState | null> => ({ log: disk, head: disk, keyring: disk, 'file mark': disk, 'page mark': disk });

/** Days of one password and one epoch: nothing but the record and the marks tells them apart. Of equal number they have equal sizes. */
const live = async (): Promise<Life> => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  must(await made.worker.api.lock());
  made.worker.kill();
  const days: Day[] = [];
  const spend = async (life: string, from: Day | null, numbers: readonly number[]): Promise<void> => {
    let past = from?.past ?? [];
    if (from !== null) await writeMixed(device, made.storeId, all(from.disk));
    for (const number of numbers) {
      const name = `${life}${number}`;
      const worker = await device.boot();
      must(await made.unlock(worker));
      must(await worker.api.registerPerson({ id: personId(), fields: fields({ name }) }));
      const persons = await personsOf(worker);
      const { note: checkpoint, size } = must(await worker.api.viewCheckpoint());
      must(await worker.api.lock());
      worker.kill();
      past = [...past, name];
      days.push({ name, disk: await readState(device, made.storeId), persons, entries: size + 1, past, checkpoint });
    }
  };
  await spend('a', null, [0, 1, 2, 3]);
  await spend('b', days[1] ?? null, [2, 3, 4]);
  return { device, made, days };
};

type Mix = Readonly<Record<Place, Day | null>>;

const nameOf = (mix: Mix): string => PLACES.map((place) => `${place} ${mix[place]?.name ?? 'gone'}`).join(', ');

const openMix = async ({ device, made }: Life, mix: Mix) => {
  const of = (place: Place): DiskState | null => mix[place]?.disk ?? null;
  await writeMixed(device, made.storeId, { log: of('log'), head: of('head'), keyring: of('keyring'), 'file mark': of('file mark'), 'page mark': of('page mark') });
  const worker = await device.boot();
  return { worker, answer: await made.unlock(worker) };
};

/** What neither mark can contradict: the record whole as on one day, and no mark of a later one, nor one of as many entries of another life. */
const isUnnoticed = ({ log, head, 'file mark': file, 'page mark': page }: Mix): boolean => {
  if (log === null || log !== head) return false;
  return [file, page].every((mark) => mark === null || mark.entries < log.entries || mark === log);
};

test('of parts of up to five days nothing opens but one day whole, and that only where no mark is of a later one or of another life', async () => {
  const life = await live();
  const { days } = life;
  const random = createSeededRandom(6);
  const seen = { unnoticed: 0, noticed: 0, several: 0 };
  const sizes = days.map(({ entries }) => entries);
  // Two lives of one length are among them.
  expect(new Set(sizes).size).toBeLessThan(sizes.length);
  const any = (): Day => random.pick(days);
  const mixes: Mix[] = Array.from({ length: 90 }, () => ({ log: any(), head: any(), keyring: any(), 'file mark': any(), 'page mark': any() }));
  // Each record whole, with all pairs of marks: those that count, and none.
  for (const record of days.filter(({ name }) => ['a1', 'a3', 'b3'].includes(name))) {
    for (const file of [...days, null]) for (const page of [...days, null]) mixes.push({ log: record, head: record, keyring: any(), 'file mark': file, 'page mark': page });
  }
  for (const mix of mixes) {
    const { worker, answer } = await openMix(life, mix);
    const several = new Set(PLACES.map((place) => mix[place]?.name)).size > 2;
    if (answer.ok) {
      expect([nameOf(mix), isUnnoticed(mix), await personsOf(worker)]).toEqual([nameOf(mix), true, mix.log?.persons]);
      seen.unnoticed += 1;
    } else {
      expect([nameOf(mix), isUnnoticed(mix)]).toEqual([nameOf(mix), false]);
      expect(['DatabaseOlder', 'DatabaseDamaged'], nameOf(mix)).toContain(answer.error.type);
      seen.noticed += 1;
    }
    if (several) seen.several += 1;
    worker.kill();
  }
  expect(seen.unnoticed).toBeGreaterThan(20);
  expect(seen.noticed).toBeGreaterThan(100);
  expect(seen.several).toBeGreaterThan(100);
}, 120_000);

test('each mark alone put back or taken away tells nothing and hides nothing; each of them alone tells that the rest was put back', async () => {
  const life = await live();
  const [then, now] = [life.days[1], life.days[3]];
  if (then === undefined || now === undefined) throw new Error('no days');
  const answers: Record<string, string> = {};
  for (const [words, database] of [['now', now], ['then', then]] as const) {
    for (const [file, fileDay] of [['now', now], ['then', then], ['gone', null]] as const) {
      for (const [page, pageDay] of [['now', now], ['then', then], ['gone', null]] as const) {
        const { worker, answer } = await openMix(life, { log: database, head: database, keyring: now, 'file mark': fileDay, 'page mark': pageDay });
        answers[`${words}: file ${file}, page ${page}`] = errorOf(answer);
        if (answer.ok) expect(await personsOf(worker)).toEqual(database.persons);
        worker.kill();
      }
    }
  }
  expect(answers).toEqual({
    'now: file now, page now': 'ok', 'now: file now, page then': 'ok', 'now: file now, page gone': 'ok',
    'now: file then, page now': 'ok', 'now: file then, page then': 'ok', 'now: file then, page gone': 'ok',
    'now: file gone, page now': 'ok', 'now: file gone, page then': 'ok', 'now: file gone, page gone': 'ok',
    'then: file now, page now': 'DatabaseOlder', 'then: file now, page then': 'DatabaseOlder', 'then: file now, page gone': 'DatabaseOlder',
    'then: file then, page now': 'DatabaseOlder', 'then: file then, page then': 'ok', 'then: file then, page gone': 'ok',
    'then: file gone, page now': 'DatabaseOlder', 'then: file gone, page then': 'ok', 'then: file gone, page gone': 'ok',
  });
});

test('what no mark can tell, the checkpoint that somebody kept does: of each day, against each day of the other life', async () => {
  const life = await live();
  const verify = await createVerifyBoth();
  const kept = life.days.filter(({ name }) => ['a3', 'b3', 'b4'].includes(name));
  for (const day of life.days) {
    const { worker, answer } = await openMix(life, { log: day, head: day, keyring: day, 'file mark': day, 'page mark': day });
    expect(errorOf(answer)).toBe('ok');
    const file = new Uint8Array(await must(await worker.api.exportLog('verify')).file.arrayBuffer());
    worker.kill();
    for (const { name, checkpoint } of kept) {
      const { app, independent } = await verify(file, checkpoint);
      expect(independent).toEqual(app);
      expect([day.name, name, app.ok]).toEqual([day.name, name, day.past.includes(name)]);
    }
  }
});
