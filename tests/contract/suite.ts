import { describe, expect, test } from 'vitest';
import type { VaultEvent } from '../../src/core/contract/events.ts';
import type { VaultApi } from '../../src/core/contract/vault-api.ts';
import type { PersonId } from '../../src/core/domain/ids.ts';
import { syntheticFields, syntheticNumber } from '../support/synthetic.ts';
import { createTestDevice, errorOf, INPUT, must, NEXT_PASSWORD, pageMarks, PASSWORD } from '../workers/session/support/device.ts';
import type { TestDevice } from '../workers/session/support/device.ts';

/** One end of the border, as a page has it. */
export interface Line {
  readonly api: VaultApi;
  readonly events: readonly VaultEvent[];
  /** As when the page ends the worker. */
  readonly end: () => void;
}

export type OpenLine = (device: TestDevice) => Promise<Line>;

const NUMBER = syntheticNumber(0);

const PERSON = syntheticFields({ name: '佐藤花子', kana: 'サトウハナコ', code: '0001', postalCode: '1000001', address: '東京都千代田区千代田1-1' });

const rehearse = async (api: VaultApi, recoveryCode: string): Promise<void> => {
  const groups = must(await api.startRehearsal());
  const answers = groups.map((group) => ({ group, text: recoveryCode.split('-')[group] ?? '' }));
  must(await api.confirmRehearsal(answers));
};

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

/** What every way across the border must do alike. Answers are plain data: a structured clone of one is the same. */
export const contractSuite = (name: string, open: OpenLine): void => {
  describe(name, () => {
    test('the main path, from an empty device to a verified copy and back after a lock', async () => {
      const device = await createTestDevice();
      const first = await open(device);
      const { api } = first;
      expect(must(await api.inspectDevice([]))).toEqual({ stores: [], lost: [], opfs: true });
      const kit = must(await api.createVault(INPUT));
      const view = must(await api.viewSession());
      expect(structuredClone(view)).toEqual(view);
      await rehearse(api, kit.recoveryCode);

      const id = 'cGVyc29uLTEtb2YtdGVzdA' as PersonId;
      const person = must(await api.registerPerson({ id, fields: PERSON }));
      expect(person).toMatchObject({ id, hasNumber: false, fields: PERSON });
      expect(must(await api.registerPerson({ id, fields: PERSON }))).toEqual(person);
      must(await api.enterNumber({ personId: id, text: NUMBER, again: NUMBER, replaces: false, sameAs: null }));
      expect(must(await api.matchNumber({ personId: id, text: NUMBER })).matches).toBe(true);
      expect(must(await api.revealNumber({ personId: id, reason: 'input-check' })).digits).toBe(NUMBER);
      const rows = must(await api.listPersons({ text: 'さとう', kinds: [], states: [], offset: 0, limit: 10 })).rows;
      expect(rows.map((row) => [row.id, row.name])).toEqual([[id, PERSON.name]]);

      const copy = must(await api.makeCopy());
      expect(copy.counts).toMatchObject({ persons: 1, numbers: 1 });
      expect(must(await api.verifyCopy({ copyId: copy.copyId, file: copy.file })).verifiedAt).not.toBeNull();
      expect(must(await api.overviewCopies()).age).toBe('green');
      must(await api.recordPrint('checkpoint'));
      const exported = must(await api.exportLog('give'));
      expect(await exported.file.text()).toMatch(/^\{"kinkolog":1.*"print","",\["content:checkpoint"\]/s);
      must(await api.lock());
      expect(errorOf(await api.viewPerson(id))).toBe('Locked');
      await settle();
      expect(first.events.map((event) => event.type)).toEqual(expect.arrayContaining(['MarkMoved', 'LogGrew', 'PersonsChanged', 'CopiesChanged']));
      first.end();

      const second = await open(device);
      const [store] = must(await second.api.inspectDevice(pageMarks(device))).stores;
      if (store === undefined) throw new Error('no store');
      const again = { storeId: store.storeId, memberId: view.memberId };
      expect(errorOf(await second.api.unlock({ ...again, password: NEXT_PASSWORD }))).toBe('WrongSecret');
      expect(must(await second.api.unlock({ ...again, password: PASSWORD })).lastEntry).toMatchObject({ action: 'lock' });
      expect(must(await second.api.viewPerson(id)).hasNumber).toBe(true);
      expect(must(await second.api.listEntries({ from: null, to: null, personId: id, memberId: null, actions: [], offset: 0, limit: 50 })).rows.map((row) => row.action)).toEqual([
        'reveal', 'match', 'number-put', 'register',
      ]);
      second.end();
    });

    test('every call that needs a vault answers Locked without one', async () => {
      const device = await createTestDevice();
      const { api, end } = await open(device);
      const id = 'cGVyc29uLTEtb2YtdGVzdA' as PersonId;
      const answers = [
        api.startRehearsal(),
        api.confirmRehearsal([]),
        api.viewSession(),
        api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD }),
        api.renewKit({ password: PASSWORD }),
        api.suspectLeak({ password: PASSWORD, nextPassword: NEXT_PASSWORD }),
        api.changeSettings({ idleMinutes: 5 }),
        api.confirmClock(),
        api.saveDraft(null),
        api.takeDraft(),
        api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 10 }),
        api.viewPerson(id),
        api.registerPerson({ id, fields: PERSON }),
        api.cancelPersons([id]),
        api.revealNumber({ personId: id, reason: null }),
        api.viewReason(),
        api.recordPrint('kit'),
        api.viewCheckpoint(),
        api.exportLog('give'),
        api.overviewCopies(),
        api.makeCopy(),
      ];
      expect((await Promise.all(answers)).map(errorOf)).toEqual(answers.map(() => 'Locked'));
      expect(errorOf(await api.lock())).toBe('ok');
      end();
    });

    test('misshapen arguments are refused by name, and nothing of them reaches a service', async () => {
      const device = await createTestDevice();
      const { api, end } = await open(device);
      const call = api as unknown as Readonly<Record<string, (...given: readonly unknown[]) => Promise<unknown>>>;
      const bad: readonly (readonly [string, readonly unknown[], string])[] = [
        ['createVault', [{ ...INPUT, label: 5 }], 'label'],
        ['createVault', [{ ...INPUT, entityType: 'ship' }], 'entityType'],
        ['createVault', [], 'arguments'],
        ['createVault', [INPUT, INPUT], 'arguments'],
        ['createVault', [null], ''],
        ['unlock', [{ storeId: '../../etc', memberId: 'x', password: 'x' }], 'storeId'],
        ['inspectDevice', [[{ storeId: 'x' }]], '0.mark'],
        ['inspectDevice', ['x'], ''],
        ['confirmRehearsal', [[{ group: 1.5, text: 'x' }]], '0.group'],
        ['saveDraft', [{ route: 'x', fields: { 'a b': 'x' } }], 'fields'],
        ['changeSettings', [{ idleMinutes: '5' }], 'idleMinutes'],
        ['recordPrint', ['person'], ''],
      ];
      for (const [method, given, field] of bad) {
        expect(await call[method]?.(...given), method).toEqual({ ok: false, error: { type: 'InvalidInput', fields: [{ field, problem: 'Shape' }] } });
      }
      expect(must(await api.listIncidents())).toEqual([]);
      expect(device.folders.files.size).toBe(0);
      end();
    });
  });
};
