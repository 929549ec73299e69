import type { ImportOutcome } from '../../../../src/core/contract/import-api.ts';
import type { VaultApi } from '../../../../src/core/contract/vault-api.ts';
import { NEXT_PASSWORD, PASSWORD } from '../../session/support/device.ts';
import { fields, numberOf, personId } from '../../service/support.ts';
import { countOf, hasAction, namesOf } from './asked.ts';
import type { Answer, UseCase } from './use-case.ts';
import { useCase } from './use-case.ts';

const NEW = personId();
const YEAR_MS = 365 * 86_400_000;
const DRAFT = { route: 'register', fields: { name: '下書き' } };

const list = (): File => new File([`社員番号,氏名,個人番号\n77,新人,${numberOf(77)}\n`], 'a.csv');

interface Imported extends ImportOutcome {
  readonly importId: string;
}

const importList = async (api: VaultApi): Answer<Imported> => {
  const read = await api.readImport([list()]);
  if (!read.ok) return read;
  const { importId } = read.value;
  const taken = await api.commitImport(importId);
  return taken.ok ? { ok: true, value: { ...taken.value, importId } } : taken;
};

/** The three groups that are asked back of a kit that was just made. */
const rehearseNewKit = async (api: VaultApi): Answer<string> => {
  const kit = await api.renewKit({ password: PASSWORD });
  if (!kit.ok) return kit;
  const { recoveryCode } = kit.value;
  const asked = await api.startRehearsal();
  if (!asked.ok) return asked;
  const groups = recoveryCode.split('-');
  const told = await api.confirmRehearsal(asked.value.map((group) => ({ group, text: groups[group] ?? '' })));
  return told.ok ? { ok: true, value: recoveryCode } : told;
};

/** What is done in an open vault. */
export const OPEN_USE_CASES: readonly UseCase[] = [
  useCase({ name: 'register', unlocked: true, run: (api) => api.registerPerson({ id: NEW, fields: fields({ name: '新人' }) }), isDone: async (api) => (await namesOf(api)).includes('新人') }),
  useCase({
    name: 'change a person',
    unlocked: true,
    run: (api, { persons }) => api.changePerson({ id: persons[0], rev: 1, fields: fields({ name: '改名' }) }),
    isDone: async (api) => (await namesOf(api)).includes('改名'),
  }),
  useCase({
    name: 'enter a number',
    unlocked: true,
    run: (api, { persons }) => api.enterNumber({ personId: persons[1], text: numberOf(2), again: null, replaces: false, sameAs: null }),
    isDone: async (api, { persons }) => {
      const match = await api.matchNumber({ personId: persons[1], text: numberOf(2) });
      return match.ok && match.value.matches;
    },
  }),
  useCase({ name: 'show a number', unlocked: true, run: (api, { persons }) => api.revealNumber({ personId: persons[0], reason: 'inquiry' }), isDone: (api) => hasAction(api, 'reveal') }),
  useCase({
    name: 'compare a number',
    unlocked: true,
    run: (api, { persons }) => api.matchNumber({ personId: persons[0], text: numberOf(3) }),
    // Whoever looks afterwards compares one too.
    isDone: async (api, _bench, { matches }) => !matches && (await countOf(api, 'match')) === 2,
  }),
  useCase({
    name: 'look at a person',
    unlocked: true,
    run: (api, { persons }) => api.viewPerson(persons[0]),
    isDone: async (_api, _bench, { fields: { name }, hasNumber }) => name === '太郎' && hasNumber,
  }),
  useCase({
    name: 'import a list',
    unlocked: true,
    run: importList,
    isDone: async (api, _bench, { registered, numbers }) => registered === 1 && numbers === 1 && (await namesOf(api)).includes('新人'),
  }),
  useCase({
    name: 'say that a list was destroyed',
    unlocked: true,
    run: async (api) => {
      const taken = await importList(api);
      return taken.ok ? api.confirmSourceDestroyed(taken.value.importId) : taken;
    },
    isDone: (api) => hasAction(api, 'source-destroyed'),
  }),
  useCase({
    name: 'tell the purposes',
    unlocked: true,
    run: (api, { persons }) => api.giveNotice([persons[0]]),
    isDone: async (api, { persons }) => {
      const view = await api.viewLife(persons[0]);
      return (await hasAction(api, 'notice-given')) && view.ok && view.value.life.notices.length === 1;
    },
  }),
  useCase({
    name: 'ask for numbers, and hear that one is not given',
    unlocked: true,
    run: async (api, { persons }) => {
      const asked = await api.askForNumbers({ personIds: [persons[1]], way: 'letter', explained: true });
      return asked.ok ? api.refuseNumber({ personId: persons[1], reason: 'no-answer' }) : asked;
    },
    isDone: async (api, { persons }) => {
      const view = await api.viewLife(persons[1]);
      return (await hasAction(api, 'number-refused')) && view.ok && view.value.asking.type === 'refused';
    },
  }),
  useCase({
    name: 'check who brought a number',
    unlocked: true,
    run: async (api, { persons }) => {
      const view = await api.viewLife(persons[0]);
      if (!view.ok) return view;
      const check = { on: view.value.asOf, channel: 'face', numberDocument: 'number-card', identityDocuments: ['number-card'], seenUnchanged: false, proxy: null } as const;
      return api.recordCheck({ personId: persons[0], check });
    },
    isDone: async (api, { persons }) => {
      const view = await api.viewLife(persons[0]);
      return (await hasAction(api, 'identity-checked')) && view.ok && view.value.stage === 'checked';
    },
  }),
  useCase({
    name: 'use a number on a filing',
    unlocked: true,
    run: (api, { persons }) => api.useNumber({ personId: persons[0], filing: 'wage-slip', year: 2026, destination: 'tax-office' }),
    isDone: async (api, { persons }) => {
      const view = await api.viewLife(persons[0]);
      return (await hasAction(api, 'use')) && view.ok && view.value.life.uses.length === 1;
    },
  }),
  useCase({
    name: 'remove a person',
    unlocked: true,
    run: (api, { persons }) => api.cancelPersons([persons[1]]),
    isDone: async (api) => !(await namesOf(api)).includes('二郎'),
  }),
  useCase({
    name: 'make one of two persons',
    unlocked: true,
    run: (api, { persons: [keep, drop] }) => api.mergePersons({ keep, drop }),
    isDone: async (api) => (await hasAction(api, 'person-merged')) && !(await namesOf(api)).includes('二郎'),
  }),
  useCase({
    name: 'change the password',
    unlocked: true,
    run: (api) => api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD }),
    isDone: async (_api, { openedWith }) => openedWith() === NEXT_PASSWORD,
  }),
  useCase({ name: 'make a new kit', unlocked: true, run: (api) => api.renewKit({ password: PASSWORD }), isDone: (api) => hasAction(api, 'recovery-changed') }),
  useCase({
    name: 'rehearse a new kit',
    unlocked: true,
    run: rehearseNewKit,
    // The bench's own was rehearsed too. The code itself is put to the proof once more.
    isDone: async (api, _bench, recoveryCode) => (await countOf(api, 'kit-rehearsed')) === 2 && (await api.rehearseKit({ recoveryCode })).ok,
  }),
  useCase({
    name: 'rehearse the kit',
    unlocked: true,
    run: (api, { kit: { recoveryCode } }) => api.rehearseKit({ recoveryCode }),
    isDone: async (api, _bench, { rehearsedAt }) => {
      const view = await api.viewSession();
      return (await countOf(api, 'kit-rehearsed')) === 2 && view.ok && view.value.rehearsedAt === rehearsedAt;
    },
  }),
  useCase({
    name: 'suspect a leak',
    unlocked: true,
    run: (api) => api.suspectLeak({ password: PASSWORD, nextPassword: NEXT_PASSWORD }),
    isDone: async (_api, { openedWith }) => openedWith() === NEXT_PASSWORD,
  }),
  useCase({
    name: 'change the settings',
    unlocked: true,
    run: (api) => api.changeSettings({ label: '改め商店', entityType: 'company', idleMinutes: 7 }),
    isDone: async (api) => {
      const view = await api.viewSession();
      return view.ok && view.value.label === '改め商店' && view.value.entityType === 'company' && view.value.idleMinutes === 7;
    },
  }),
  useCase({
    name: 'confirm a doubtful clock',
    unlocked: true,
    prepare: ({ device }) => {
      device.clock.now -= YEAR_MS;
    },
    run: (api) => api.confirmClock(),
    isDone: (api) => hasAction(api, 'clock-confirmed'),
  }),
  useCase({
    name: 'make a copy',
    unlocked: true,
    run: (api) => api.makeCopy(),
    // A disk that is full lets a copy out that it cannot write down.
    excused: ['quota'],
    isDone: async (api, _bench, { copyId, file }) => {
      const all = await api.overviewCopies();
      const read = await api.verifyCopy({ copyId, file });
      return all.ok && all.value.copies.some((copy) => copy.copyId === copyId) && read.ok && read.value.verifiedAt !== null;
    },
  }),
  useCase({
    name: 'read a copy back',
    unlocked: true,
    run: (api, { copy, copyId }) => api.verifyCopy({ copyId, file: copy }),
    excused: ['quota'],
    isDone: async (api, { copyId }, { verifiedAt }) => {
      const all = await api.overviewCopies();
      return verifiedAt !== null && all.ok && all.value.copies.find((copy) => copy.copyId === copyId)?.verifiedAt === verifiedAt;
    },
  }),
  useCase({ name: 'give the record', unlocked: true, run: (api) => api.exportLog('give'), isDone: (api) => hasAction(api, 'export') }),
  useCase({
    name: 'look at the record',
    unlocked: true,
    run: async (api) => {
      const listed = await api.listEntries({ from: null, to: null, personId: null, memberId: null, actions: [], offset: 0, limit: 200 });
      if (!listed.ok) return listed;
      const copies = await api.overviewCopies();
      return copies.ok ? api.viewCheckpoint() : copies;
    },
    isDone: null,
  }),
  useCase({
    name: 'say that the record was verified',
    unlocked: true,
    run: (api) => api.recordVerification({ size: 3, good: true }),
    isDone: (api) => hasAction(api, 'chain-verified'),
  }),
  useCase({ name: 'print', unlocked: true, run: (api) => api.recordPrint('persons'), isDone: (api) => hasAction(api, 'print') }),
  useCase({
    name: 'keep a draft',
    unlocked: true,
    run: (api) => api.saveDraft(DRAFT),
    // Nothing names a draft: of one that the disk forgot nobody can know.
    excused: ['lost'],
    isDone: async (api) => {
      const taken = await api.takeDraft();
      return taken.ok && JSON.stringify(taken.value) === JSON.stringify(DRAFT);
    },
  }),
  useCase({
    name: 'take a draft',
    unlocked: true,
    run: async (api) => {
      const kept = await api.saveDraft(DRAFT);
      return kept.ok ? api.takeDraft() : kept;
    },
    // Forgotten before it is taken, or read with a fault: offered is what lies there. Not dropped, it is offered once more.
    excused: ['lost', 'told'],
    isDone: async (_api, _bench, taken) => JSON.stringify(taken) === JSON.stringify(DRAFT),
  }),
  useCase({
    name: 'lock',
    unlocked: true,
    run: async (api): Answer<null> => {
      const locked = await api.lock();
      if (!locked.ok) return locked;
      const view = await api.viewSession();
      return !view.ok && view.error.type === 'Locked' ? locked : { ok: false, error: { type: 'still open' } };
    },
    // Its entry is not worth keeping a vault open for. The bench was locked once.
    excused: ['rejects', 'quota', 'told', 'reported'],
    isDone: async (api) => (await countOf(api, 'lock')) === 2,
  }),
];
