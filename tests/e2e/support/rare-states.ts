import type { Page } from '@playwright/test';
import { ja } from '../../../src/i18n/ja.ts';
import { goTo, openPerson } from '../pages/persons-page.ts';
import { unlockVault } from '../pages/unlock-page.ts';
import { begins } from '../pages/user.ts';
import type { User } from '../pages/user.ts';
import { FAKE_PASSWORD } from '../../support/fake-vault-api.ts';
import { fakeNumber } from '../../support/fake-persons.ts';
import { goToScreen } from './screens.ts';
import { emit, loseWorker } from './stage.ts';

/** A state that a screen comes into seldom. `reach` begins where the scene does: behind the lock, or at the door. */
export interface RareState {
  readonly name: string;
  readonly scene: string;
  readonly reach: (user: User, page: Page) => Promise<void>;
}

const atHome = (words: string | RegExp) => (user: User): Promise<void> => user.sees(words);
const refused = (words: string) => async (user: User): Promise<void> => {
  await unlockVault(user, FAKE_PASSWORD);
  await user.sees(words);
};

export const RARE_STATES: readonly RareState[] = [
  { name: 'idle question', scene: 'state-idle', reach: atHome(ja.shell.idleWhy) },
  {
    name: 'unsaved input, left',
    scene: 'vault',
    reach: async (user) => {
      await goTo(user, 'settings');
      await user.type(ja.business.label, 'x');
      await goTo(user, 'records');
      await user.sees(ja.shell.leaveWhy);
    },
  },
  {
    name: 'a person taken out',
    scene: 'vault',
    reach: async (user) => {
      await openPerson(user, '髙橋 美咲');
      await user.press('button', ja.persons.cancel.open);
      await user.sees(ja.persons.cancel.goes);
    },
  },
  {
    name: 'the reason for showing a number',
    scene: 'vault',
    reach: async (user) => {
      await openPerson(user, '髙橋 美咲');
      await user.press('button', ja.numbers.show);
      await user.sees(ja.numbers.reveal.reasonWhy);
    },
  },
  {
    name: 'a number shown',
    scene: 'vault',
    reach: async (user) => {
      await openPerson(user, '髙橋 美咲');
      await user.press('button', ja.numbers.show);
      await user.choose(begins(ja.numbers.reveal.inquiry));
      await user.press('button', ja.numbers.reveal.do);
      await user.sees(/あと\d+秒で消えます/);
    },
  },
  {
    name: 'a number that does not match',
    scene: 'vault',
    reach: async (user) => {
      await openPerson(user, '髙橋 美咲');
      await user.press('button', ja.numbers.match);
      await user.type(ja.numbers.matching.field, fakeNumber(77));
      await user.press('button', ja.numbers.matching.do);
      await user.sees(ja.numbers.matching.noMatchWhy);
    },
  },
  {
    name: 'the same number for somebody else',
    scene: 'vault',
    reach: async (user) => {
      await openPerson(user, '鈴木 花子');
      await user.press('button', ja.numbers.enter);
      await user.type(ja.numbers.entry.field, fakeNumber(0));
      await user.type(ja.numbers.entry.again, fakeNumber(0));
      await user.press('button', ja.numbers.entry.save);
      await user.sees(ja.numbers.same.relations);
    },
  },
  {
    name: 'erase',
    scene: 'vault',
    reach: async (user, page) => {
      await goToScreen(page, 'erase');
      await user.press('button', ja.settings.eraseFinal);
      await user.sees(ja.settings.eraseDifferent);
    },
  },
  {
    name: 'draft thrown away',
    scene: 'state-draft',
    reach: async (user) => {
      await user.press('button', ja.shell.draftDrop);
      await user.sees(ja.shell.draftDropNew);
    },
  },
  {
    name: 'the disk is full',
    scene: 'state-full',
    reach: async (user, page) => {
      await goToScreen(page, 'register');
      await user.press('button', begins(ja.persons.kinds.employee, ja.register.hints.employee));
      await user.type(ja.register.name, '対象 9');
      await user.press('button', ja.register.save);
      await user.sees(ja.errors.StorageFull({ type: 'StorageFull' }).what);
    },
  },
  {
    name: 'halted, old keys owed, clock in doubt, offline',
    scene: 'state-clock',
    reach: async (user, page) => {
      await user.sees(ja.shell.closeVault);
      await emit(page, { type: 'Halted' });
      await emit(page, { type: 'OldKeys', left: true });
      await page.context().setOffline(true);
      await user.sees(ja.shell.haltedWhy);
      await user.sees(ja.shell.oldKeys);
      await user.sees(ja.shell.clock);
    },
  },
  { name: 'a newer version', scene: 'state-update', reach: atHome(ja.shell.updateWhy) },
  { name: 'damage, on home', scene: 'state-damage', reach: atHome(ja.home.todo.damage) },
  { name: 'unread, on home', scene: 'state-unread', reach: atHome(ja.home.todo.unread) },
  { name: 'unmatched, on home', scene: 'state-unmatched', reach: atHome(ja.home.todo.unmatched(2)) },
  { name: 'open in another tab', scene: 'otherTab', reach: refused(ja.unlock.takeOver) },
  {
    name: 'open in another tab, unsaved there',
    scene: 'otherTab',
    reach: async (user) => {
      await refused(ja.unlock.takeOver)(user);
      await user.press('button', ja.unlock.takeOver);
      await user.sees(ja.unlock.otherUnsaved);
    },
  },
  {
    name: 'taken over by another tab',
    scene: 'vault',
    reach: async (user, page) => {
      await user.sees(ja.shell.closeVault);
      await emit(page, { type: 'TakenOver' });
      await user.sees(ja.unlock.lockedOther);
    },
  },
  {
    name: 'the worker died',
    scene: 'vault',
    reach: async (user, page) => {
      await user.sees(ja.shell.closeVault);
      await loseWorker(page);
      await user.sees(ja.unlock.lockedLost);
    },
  },
  { name: 'wall: older', scene: 'older', reach: refused(ja.trouble.databaseOlder) },
  { name: 'wall: damaged', scene: 'damaged', reach: refused(ja.trouble.databaseDamaged) },
  { name: 'wall: full', scene: 'full', reach: refused(ja.trouble.full) },
];
