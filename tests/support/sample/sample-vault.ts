import type { CopyCounts } from '../../../src/core/contract/copy-api.ts';
import type { CivilDate } from '../../../src/core/domain/date/civil-date.ts';
import { startOfDayMs } from '../../../src/core/domain/date/civil-date.ts';
import { PASSPHRASE_BYTES, passphraseOf } from '../../../src/core/domain/password/passphrase.ts';
import type { PersonId, StoreId, VaultId } from '../../../src/core/domain/ids.ts';
import type { VaultEnvironment } from '../../../workers/vault/service/compose.ts';
import { createSeededRandom } from '../seeded-random.ts';
import { createSampleDevice, createSeededFill, must } from './sample-device.ts';
import { firstDay, importLists, makeCopy, MISTYPED_VISIT, PASSWORD_VISIT, timelineOf, visit, VISITS } from './sample-history.ts';
import { createNames } from './sample-names.ts';
import type { SamplePerson } from './sample-people.ts';
import { samplePeople, seedOf } from './sample-people.ts';
import type { Scribe } from './sample-scribe.ts';
import { BUSINESS, createScribe } from './sample-scribe.ts';
import { OWNER_DISPLAY_NAME } from './words.data.ts';

export interface SampleWish {
  readonly people: number;
  /** Entries of the log as it is given away, when the story itself does not write more. */
  readonly entries: number;
  readonly seed: string;
  /** The last day of the story. */
  readonly until: CivilDate;
  /** Other than the real ones: fast tests alone. */
  readonly createSlots?: VaultEnvironment['createSlots'];
  readonly onStep?: (step: string) => void;
}

export interface SampleVault {
  readonly vaultId: VaultId;
  readonly storeId: StoreId;
  readonly label: string;
  readonly container: Blob;
  readonly log: Blob;
  readonly checkpoint: string;
  readonly recoveryCode: string;
  readonly password: string;
  /** Of the container. */
  readonly counts: CopyCounts;
  readonly people: readonly SamplePerson[];
  /** Who has which number at the end. */
  readonly numbers: readonly { readonly id: PersonId; readonly number: string }[];
  /** UTC ms after the last act. */
  readonly endedAt: number;
}

/** What the acts of the story write, about, beside uses: enough not to overshoot before the last visit. */
const entriesOfStory = (people: number): number => people * 3 + VISITS * 25;

const passwordOf = (seed: string): string => {
  const bytes = new Uint8Array(PASSPHRASE_BYTES);
  createSeededFill(seed)(bytes);
  return passphraseOf(bytes).text;
};

/**
 * A vault of a small business with two years behind it, made by the services a page talks to. People, ids, times, words and acts follow
 * from the wish; key pairs are the platform's, so the vault's id, hashes and signatures are others each time.
 */
export const makeSampleVault = async (wish: SampleWish): Promise<SampleVault> => {
  const { seed, until } = wish;
  const say = wish.onStep ?? (() => undefined);
  const timeline = timelineOf(until);
  const people = samplePeople({ count: wish.people, seed, start: timeline.start, until });
  const clock = { now: startOfDayMs(timeline.start) };
  const device = await createSampleDevice(clock, seed, wish.createSlots);
  const { api } = device;
  const scribe: Scribe = createScribe(device, clock, seed, people);
  const passwords = { first: passwordOf(`${seed} first password`), last: passwordOf(`${seed} last password`) };
  const surname = (people[0]?.name ?? '').split('　')[0] ?? '';
  const label = createNames(createSeededRandom(seedOf(`${seed} business`))).business(surname);

  scribe.goTo(timeline.start, 9);
  const input = { ...BUSINESS, label, ownerName: OWNER_DISPLAY_NAME, password: passwords.first };
  const kit = must(await api.createVault(input));
  const { memberId } = must(await api.viewSession());
  await firstDay(scribe, kit, seed);
  say('the first day');
  await importLists(scribe);
  say('the lists are in');

  let password = passwords.first;
  for (const [no, day] of timeline.visits.entries()) {
    scribe.wait(60);
    must(await api.lock());
    scribe.goTo(day, 9);
    if (no === MISTYPED_VISIT) await api.unlock({ storeId: kit.storeId, memberId, password: passwords.first.toUpperCase() });
    scribe.wait(20);
    const session = must(await api.unlock({ storeId: kit.storeId, memberId, password }));
    if (session.clockDoubtful) must(await api.confirmClock());
    if (no === PASSWORD_VISIT) {
      scribe.wait(120);
      must(await api.changePassword({ current: password, next: passwords.last }));
      password = passwords.last;
    }
    const share = Math.max(0, Math.floor((wish.entries - entriesOfStory(wish.people)) / VISITS));
    await visit(scribe, no, timeline, no === VISITS - 1 ? 0 : share, seed);
    say(`visit ${no + 1} of ${VISITS}`);
  }

  // The log that is given away has the entry of its giving: one less before it.
  await scribe.useNumbers(Math.max(0, wish.entries - 1 - (await scribe.logSize())));
  scribe.wait(60);
  const { file: log } = must(await api.exportLog('give'));
  const { note: checkpoint } = must(await api.viewCheckpoint());
  const { file: container, counts } = await makeCopy(scribe);
  scribe.wait(60);
  must(await api.lock());
  say('given away and locked');
  return {
    vaultId: kit.vaultId,
    storeId: kit.storeId,
    label,
    container,
    log,
    checkpoint,
    recoveryCode: kit.recoveryCode,
    password,
    counts,
    people,
    numbers: [...scribe.numbers].map(([at, number]) => ({ id: scribe.idOf(at), number })),
    endedAt: clock.now,
  };
};
