import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { createChecks } from '../../../src/app/models/diagnosis-checks.ts';
import { createDiagnosisModel } from '../../../src/app/models/diagnosis-model.ts';
import { reportText } from '../../../src/app/models/diagnosis-report.ts';
import { NEEDED, NICE } from '../../../src/app/platform/capability.ts';
import type { Capability } from '../../../src/app/platform/capability.ts';
import { en } from '../../../src/i18n/en.ts';
import { ja } from '../../../src/i18n/ja.ts';
import type { MadeVault } from '../session/support/device.ts';
import { createTestDevice, makeVault, must } from '../session/support/device.ts';
import { fields, numberOf, personId, rehearse } from './support.ts';

// The report is given away: nothing that names anybody may be in it, whatever lies in the vault or goes wrong while it is made.

const LABEL = '標識商店';
const OWNER = '標識太郎';
const PERSON = '標識花子';
const SENTINELS = [LABEL, OWNER, PERSON, 'ヒョウシキハナコ', 'S-7741', '標識', '架空町'];

const everything = Object.fromEntries([...NEEDED, ...NICE].map((name) => [name, true])) as Capability;

const reports = async ({ worker }: MadeVault, clock: () => number, bent: boolean): Promise<readonly string[]> => {
  const { api } = worker;
  const view = signal(must(await api.viewSession()));
  const checks = createChecks({
    facts: {
      persisted: async () => Promise.resolve(false),
      space: async () => Promise.resolve({ quota: 345_678_901_234, usage: 123_456_789 }),
      serviceWorker: async () => Promise.resolve({ at: 'active', waiting: true, kept: { files: 201, missing: bent ? 3 : 0 } }),
      refuses: async () => Promise.resolve(bent),
      window: () => ({ secure: true, own: true, alone: true }),
      // A platform that says what it should not.
      zone: () => (bent ? `${OWNER} ${numberOf(0)}` : 'Asia/Tokyo'),
      userAgent: () => '',
      isIsolated: () => false,
    },
    capability: async () => Promise.resolve(everything),
    api,
    installed: signal(false),
    asked: () => false,
    now: clock,
    versionAt: 0,
    vault: { api, view },
  });
  const model = createDiagnosisModel({ checks, cards: ['device', 'app', 'vault'], listIncidents: api.listIncidents, now: clock, wait: () => new Promise(() => undefined) });
  await model.run();
  const found = {
    cards: model.cards.value,
    incidents: model.incidents.value,
    capability: everything,
    version: '0.2.0',
    build: '123456789012',
    now: clock(),
    userAgent: `Mozilla/5.0 (X11; Linux x86_64; ${OWNER}) Firefox/153.0 ${numberOf(0)}`,
    isIsolated: false,
    screen: { width: 1180, height: 820, ratio: 1.333333333333 },
  };
  return [reportText(ja, found), reportText(en, found)];
};

test('no name, no label, no id and no number of twelve digits stands in a report, nor in one of a vault in trouble', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device, { label: LABEL, ownerName: OWNER });
  const { api } = made.worker;
  await rehearse(made);
  const id = personId();
  must(await api.registerPerson({ id, fields: fields({ name: PERSON, kana: 'ヒョウシキハナコ', code: 'S-7741', address: '東京都架空町1' }) }));
  must(await api.enterNumber({ personId: id, text: numberOf(0), again: numberOf(0), replaces: false, sameAs: null }));
  const copy = must(await api.makeCopy());
  must(await api.verifyCopy({ copyId: copy.copyId, file: copy.file }));
  must(await api.recordVerification({ size: 1, good: false }));
  const good = await reports(made, () => device.clock.now, false);

  // A defect whose message quotes everything.
  vi.spyOn(crypto.subtle, 'digest').mockRejectedValue(new Error(`${PERSON} ${numberOf(0)} ${made.storeId}`));
  await api.verifyCopy({ copyId: copy.copyId, file: copy.file });
  vi.restoreAllMocks();
  must(await api.lock());
  const unlocked = must(await made.unlock(made.worker));
  const bad = await reports(made, () => Date.UTC(2020, 0, 1), true);
  expect(unlocked.label).toBe(LABEL);

  const ids = [made.storeId, made.memberId, made.kit.vaultId, made.kit.recoveryCode, id, copy.copyId, copy.fileName];
  const digits = numberOf(0);
  for (const report of [...good, ...bad]) {
    for (const word of [...SENTINELS, ...ids]) expect(report).not.toContain(word);
    expect(report).not.toMatch(/\d{12}/);
    expect(report).not.toContain(digits.slice(4));
    expect(report.replaceAll(/[^0-9\n]/g, '')).not.toContain(digits);
    // All of it is there, the vault's points too.
    expect(report.match(/\(\w+=[\w-]+/g)).toHaveLength(20);
    expect(report).toContain('Firefox 153, Linux');
  }
  expect(good[0]).toContain('(copy=fresh');
  expect(good[0]).toContain('(record=broken');
  expect(good[0]).toContain('free=345.5GB');
  expect(bad[0]).toContain('(clock=before-record');
  expect(bad[0]).toContain('(defects=some count=1');
  expect(bad[0]).toContain('verifyCopy Error ');
});
