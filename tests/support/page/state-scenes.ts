import { signal } from '@preact/signals';
import type { AppUpdates } from '../../../src/app/sw/register.ts';
import type { VaultCalls } from '../../../src/app/bridge/vault-client.ts';
import type { CopyRow } from '../../../src/core/contract/copy-api.ts';
import type { LogRow } from '../../../src/core/contract/log-api.ts';
import type { SessionView } from '../../../src/core/contract/session-api.ts';
import { auditCode } from '../../../src/core/domain/audit/codes.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { FakeBook } from '../fake-book.ts';
import { fakePersonId } from '../fake-persons.ts';

const DAY = 86_400_000;

export interface StateScene {
  readonly view?: Partial<SessionView>;
  readonly copies?: readonly CopyRow[];
  readonly more?: Partial<VaultCalls>;
  readonly updates?: AppUpdates;
  /** Of the vault's own record, newest first. */
  readonly entries?: readonly LogRow[];
}

const entry = (seq: number, action: string, person: { readonly id: string; readonly name: string } | null, codes: readonly string[] = []): LogRow => ({
  logId: 'l'.repeat(22),
  seq,
  time: Date.now() - DAY,
  action,
  memberName: '佐藤',
  personName: person?.name ?? '',
  personId: person?.id ?? '',
  codes,
});

/** What waits says of itself as much as it may. */
const waiting: AppUpdates = {
  offlineReady: signal(true),
  updateReady: signal(true),
  changes: signal({
    version: '99.0.0',
    build: '0123456789ab',
    notes: [
      {
        version: '99.0.0',
        date: '2099-01-01',
        ja: ['一覧が速くなりました。', '控えから戻すときに、ファイルの日付と、いま金庫にある記録のどちらが新しいかを、先に言うようになりました。', '三つめの変わったこと。', '四つめの変わったこと。'],
        en: ['The list is faster.', 'Before a copy is restored, it is said which is newer: the file, or what is in the vault now.', 'A third thing.', 'A fourth thing.'],
      },
    ],
  }),
  applyUpdate: () => undefined,
  checkForUpdate: async () => undefined,
};

const failed = async () => err({ type: 'StorageFailed', name: 'UnknownError' } as const);
const haruka = { id: fakePersonId(1), name: '髙橋　美咲' };
const ichiro = { id: fakePersonId(0), name: '佐藤　一郎' };

/** States that come seldom, of the vault of a dozen people, by name. */
const SCENES: Readonly<Record<string, () => StateScene>> = {
  'state-idle': () => ({ view: { idleMinutes: 0.5 } }),
  'state-clock': () => ({ view: { clockDoubtful: true } }),
  'state-update': () => ({ updates: waiting }),
  'state-draft': () => ({ more: { takeDraft: async () => ok({ route: 'register', fields: { kind: 'employee', name: '長谷川　権左衛門' } }) } }),
  'state-full': () => ({ more: { registerPerson: async () => err({ type: 'StorageFull' }) } }),
  'state-damage': () => ({ entries: [entry(9000, 'damage-found', null, [auditCode('page', 'person')])] }),
  'state-unread': () => ({ more: { overviewCopies: failed, listEntries: failed } }),
  'state-unmatched': () => ({
    entries: [entry(9001, 'match', haruka, [auditCode('result', 'no-match')]), entry(9000, 'match', ichiro, [auditCode('result', 'no-match')])],
  }),
};

export const stateSceneOf = (name: string | null): StateScene | null => SCENES[name ?? '']?.() ?? null;

/** Puts the scene's entries before those of the book. */
export const tellEntries = (book: FakeBook, { entries = [] }: StateScene): void => {
  (book.entries as LogRow[]).unshift(...entries);
};

/** Says what the app's other tab would say, on the app's own channel. */
export const answerAsOtherTab = (page: Window): void => {
  const channel = new BroadcastChannel(`kinko-tabs ${page.location.pathname.replace(/[^/]*$/, '')}`);
  channel.addEventListener('message', ({ data }: MessageEvent<{ readonly type?: string; readonly id?: string }>) => {
    if (data.type === 'kinko-unsaved?') channel.postMessage({ type: 'kinko-unsaved!', id: data.id });
  });
};
