import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import type { CheckSources } from '../../../../src/app/models/diagnosis-checks.ts';
import { createChecks } from '../../../../src/app/models/diagnosis-checks.ts';
import type { DiagnosisModel } from '../../../../src/app/models/diagnosis-model.ts';
import { createDiagnosisModel } from '../../../../src/app/models/diagnosis-model.ts';
import { checkText, checkTitle, sizeText } from '../../../../src/app/models/check-text.ts';
import type { Capability } from '../../../../src/app/platform/capability.ts';
import { NEEDED, NICE } from '../../../../src/app/platform/capability.ts';
import type { DeviceFacts } from '../../../../src/app/platform/device-facts.ts';
import type { CheckId, Finding } from '../../../../src/core/domain/diagnosis/checks.ts';
import { VERDICTS } from '../../../../src/core/domain/diagnosis/checks.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import { en } from '../../../../src/i18n/en.ts';
import { ja } from '../../../../src/i18n/ja.ts';
import { createFakeVault } from '../../../support/fake-vault-api.ts';
import { held, NOON, settle, testVault } from './support.ts';

const everything = Object.fromEntries([...NEEDED, ...NICE].map((name) => [name, true])) as Capability;

const goodFacts: DeviceFacts = {
  persisted: async () => Promise.resolve(true),
  space: async () => Promise.resolve({ quota: 10_000_000_000, usage: 5_000_000 }),
  serviceWorker: async () => Promise.resolve({ at: 'active', waiting: false, kept: { files: 200, missing: 0 } }),
  refuses: async () => Promise.resolve(false),
  window: () => ({ secure: true, own: true, alone: true }),
  zone: () => 'Asia/Tokyo',
  userAgent: () => '',
  isIsolated: () => false,
};

const sources = (change: Partial<CheckSources> = {}): CheckSources => ({
  facts: goodFacts,
  capability: async () => Promise.resolve(everything),
  api: createFakeVault().api,
  installed: signal(false),
  asked: () => false,
  now: () => NOON,
  versionAt: NOON,
  vault: null,
  ...change,
});

interface Made {
  readonly model: DiagnosisModel;
  /** Lets the patience of every check end. */
  readonly giveUp: () => void;
}

const modelOf = (from: CheckSources, checks = createChecks(from)): Made => {
  const patience = held<undefined>();
  const model = createDiagnosisModel({
    checks,
    cards: from.vault === null ? ['device', 'app'] : ['device', 'app', 'vault'],
    listIncidents: from.api.listIncidents,
    now: from.now,
    wait: () => patience.promise,
  });
  return { model, giveUp: () => patience.give(undefined) };
};

const findingsOf = ({ cards }: DiagnosisModel): Readonly<Record<string, Finding | null>> =>
  Object.fromEntries(cards.value.flatMap(({ rows }) => rows.map(({ check, finding }) => [check, finding])));
const reasonOf = (model: DiagnosisModel, check: CheckId): string => `${findingsOf(model)[check]?.state} ${findingsOf(model)[check]?.reason}`;

describe('a self-check', () => {
  test('before the lock: device and app alone; what cannot be known is a note and no fault', async () => {
    const { model } = modelOf(sources());
    expect(model.cards.value.map(({ id }) => id)).toEqual(['device', 'app']);
    await model.run();
    expect(model.counts.value).toEqual({ judged: 15, good: 15, notes: 2 });
    expect(model.problems.value).toEqual([]);
    expect([model.done.value, model.total]).toEqual([17, 17]);
  });

  test('with a vault open: its copy, record, sheet and newest entry too', async () => {
    const vault = testVault();
    const { model } = modelOf(sources({ vault, api: vault.api }));
    await model.run();
    expect(model.cards.value.map(({ id }) => id)).toEqual(['device', 'app', 'vault']);
    expect(['copy', 'record', 'sheet'].map((check) => findingsOf(model)[check]?.reason)).toEqual(['nothing', 'never', 'rehearsed']);

    const entry = { logId: 'a', seq: 0, time: NOON + 86_400_000, action: 'unlock', memberName: '', personName: '', personId: '', codes: [] };
    const behind = testVault({ more: () => ({ listEntries: async () => Promise.resolve(ok({ rows: [entry], total: 1, members: [] })) }) });
    const { model: late } = modelOf(sources({ vault: behind, api: behind.api }));
    await late.run();
    expect(reasonOf(late, 'clock')).toBe('bad before-record');
  });

  test('a verification is read from the record: a bad one is bad, one of an earlier log says nothing of this one', async () => {
    const row = { seq: 3, time: NOON, action: 'chain-verified', memberName: '', personName: '', personId: '', codes: ['result:good'] };
    const of = async (check: object, newest: object): Promise<string> => {
      const listEntries = async ({ actions }: { readonly actions: readonly string[] }) =>
        Promise.resolve(ok({ rows: [{ ...row, logId: 'a', ...(actions.length > 0 ? check : newest) }], total: 9, members: [] }));
      const vault = testVault({ more: () => ({ listEntries }) });
      const { model } = modelOf(sources({ vault, api: vault.api }));
      await model.run();
      return reasonOf(model, 'record');
    };
    expect(await of({}, {})).toBe('good verified');
    expect(await of({ codes: ['result:bad'] }, {})).toBe('bad broken');
    expect(await of({}, { logId: 'b' })).toBe('warn stale');
  });

  test('a check that throws, rejects, is refused or never answers could not be made, and is never good', async () => {
    const never = new Promise<never>(() => undefined);
    const facts: DeviceFacts = {
      ...goodFacts,
      persisted: async () => Promise.reject(new Error('no')),
      space: () => never,
      zone: () => {
        throw new Error('no');
      },
    };
    const api = createFakeVault({ failing: { tryPart: { type: 'WorkerLost' } } }).api;
    const vault = testVault({ more: () => ({ overviewCopies: async () => Promise.resolve(err({ type: 'Locked' })) }) });
    const { model, giveUp } = modelOf(sources({ facts, api, vault }));
    const run = model.run();
    await settle();
    expect(model.counts.value).toBeNull();
    expect(model.cards.value[0]?.rows.find(({ check }) => check === 'space')).toEqual({ check: 'space', finding: null, isBusy: true });
    giveUp();
    await run;
    for (const check of ['kept', 'space', 'zone', 'files', 'database', 'seals', 'keys', 'kdf', 'locks', 'copy'] as const)
      expect(reasonOf(model, check)).toBe('unknown unanswered');
    expect(model.problems.value.filter(({ state }) => state === 'unknown')).toHaveLength(10);
  });

  test('an answer that comes after the check was given up changes nothing', async () => {
    const late = held<boolean>();
    const { model, giveUp } = modelOf(sources({ facts: { ...goodFacts, persisted: () => late.promise } }));
    const run = model.run();
    await settle();
    giveUp();
    await run;
    late.give(true);
    await settle();
    expect(reasonOf(model, 'kept')).toBe('unknown unanswered');
  });

  test('made again: the row stays where it is, keeps what it said, and an older answer does not win', async () => {
    const answers = [held<boolean>(), held<boolean>(), held<boolean>()];
    let asked = 0;
    const facts = { ...goodFacts, persisted: () => answers[asked++]?.promise ?? Promise.resolve(true) };
    const { model } = modelOf(sources({ facts }));
    const run = model.run();
    answers[0]?.give(false);
    await run;
    const first = () => model.cards.value[0]?.rows[0];
    expect([first()?.check, first()?.finding?.reason]).toEqual(['kept', 'not-asked']);

    const [older, newer] = [model.again('kept'), model.again('kept')];
    expect(first()).toMatchObject({ check: 'kept', isBusy: true, finding: { reason: 'not-asked' } });
    expect(model.counts.value).not.toBeNull();
    answers[2]?.give(true);
    await newer;
    answers[1]?.give(false);
    await older;
    expect(first()).toMatchObject({ check: 'kept', isBusy: false, finding: { reason: 'granted' } });
    await model.run();
    expect(first()?.check).not.toBe('kept');
  });

  test('problems come first in their card, once all is known and not before', async () => {
    const slow = held<boolean>();
    const facts = { ...goodFacts, refuses: () => slow.promise };
    const { model } = modelOf(sources({ facts, capability: async () => Promise.resolve({ ...everything, webLocks: false, ed25519: false }) }));
    const order = () => model.cards.value.map(({ rows }) => rows[0]?.check);
    const run = model.run();
    await settle();
    expect(order()).toEqual(['kept', 'offline']);
    slow.give(true);
    await run;
    // Places are tried under a lock: without locks nothing is known of them.
    expect(order()).toEqual(['private', 'keys']);
    expect(['keys', 'locks', 'seals', 'files'].map((check) => reasonOf(model, check as CheckId))).toEqual(['bad lacks', 'bad lacks', 'good works', 'unknown unanswered']);
  });

  test('a browser that is set to keep nothing has its places, and no private window is guessed from what it refuses', async () => {
    const facts = { ...goodFacts, refuses: async () => Promise.resolve(true) };
    const of = async (siteData: boolean): Promise<readonly string[]> => {
      const { model } = modelOf(sources({ facts, capability: async () => Promise.resolve({ ...everything, siteData }) }));
      await model.run();
      return (['files', 'database', 'private'] as const).map((check) => reasonOf(model, check));
    };
    expect(await of(false)).toEqual(['bad refused', 'bad refused', 'note unseen']);
    expect(await of(true)).toEqual(['good works', 'good works', 'warn signs']);
  });

  test('both checks of the service worker look at one answer', async () => {
    let asked = 0;
    const facts: DeviceFacts = {
      ...goodFacts,
      serviceWorker: async () => {
        asked += 1;
        return Promise.resolve(null);
      },
    };
    await modelOf(sources({ facts })).model.run();
    expect(asked).toBe(1);
  });
});

describe('words', () => {
  test('every reason of every check says one thing in both languages, and no figure is left open', () => {
    for (const words of [ja, en])
      for (const [check, reasons] of Object.entries(VERDICTS))
        for (const reason of [...Object.keys(reasons), 'unanswered']) {
          const finding = { check: check as CheckId, reason, state: 'good', way: null, figures: { count: 1200, total: 3, bytes: 5e6, ms: 4, at: NOON, name: 'Asia/Seoul' } } as const;
          const text = checkText(words, finding);
          expect([check, reason, text]).toEqual([check, reason, expect.stringMatching(/^\S.*[。.]$/)]);
          expect(text).not.toMatch(/undefined|NaN|\?/);
          expect(checkTitle(words, finding.check)).not.toBe('');
        }
  });

  test('what the platform gave as a name is said only when it looks like one', () => {
    const of = (name: string) => checkText(ja, { check: 'zone', reason: 'other', state: 'note', way: null, figures: { name } });
    expect(of('Europe/Paris')).toContain('Europe/Paris');
    expect(of('山田 900000000010')).not.toMatch(/山田|9000/);
  });

  test('sizes are rounded down, so that no room is promised that is not there', () => {
    expect([0, 999_999, 20_000_000, 199_999_999, 1_990_000_000, 123_456_789_012_345].map(sizeText)).toEqual(['0MB', '0MB', '20MB', '199MB', '1.9GB', '123,456.7GB']);
  });
});
