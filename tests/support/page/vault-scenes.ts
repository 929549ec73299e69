import type { CopyRow } from '../../../src/core/contract/copy-api.ts';
import type { FakeBook } from '../fake-book.ts';
import { createFakeBook } from '../fake-book.ts';
import { fakeFields, fakeNumber, fakePersonId, manyPersons, workshop } from '../fake-persons.ts';
import type { FakePerson } from '../fake-persons.ts';
import type { FakeOptions } from '../fake-vault-api.ts';
import { fakeStore } from '../fake-vault-api.ts';

const DAY = 86_400_000;

const copy = (madeAt: number, verified: boolean): CopyRow => ({
  copyId: 'c'.repeat(22),
  madeAt,
  fileName: 'kinko-20261113.kinko',
  bytes: 120_000,
  counts: { persons: 12, numbers: 8, entries: 1190 },
  verifiedAt: verified ? madeAt : null,
  brokenUntil: null,
});

/** Names that do not fit into one line. */
const longNames = (now: number): readonly FakePerson[] =>
  [
    { kind: 'payee' as const, corporate: true, code: 'P901', name: '特定非営利活動法人　全国地域ものづくり技術伝承支援ネットワーク関東信越ブロック連絡協議会', kana: 'トクテイヒエイリカツドウホウジン　ゼンコクチイキモノヅクリギジュツデンショウシエンネットワークカントウシンエツブロックレンラクキョウギカイ' },
    { kind: 'payee' as const, code: 'P902', name: '有限会社西新宿総合印刷製本サービス　代表　長谷川　権左衛門', kana: 'ニシシンジュクソウゴウインサツセイホンサービス　ハセガワ　ゴンザエモン' },
    { code: '0901', name: 'ALEXANDRA MARIA DOS SANTOS OLIVEIRA FERNANDEZ', kana: 'アレクサンドラ　マリア　ドス　サントス　オリベイラ　フェルナンデス' },
  ].map((fields, at) => ({ id: fakePersonId(900 + at), rev: 1, fields: fakeFields(fields), number: at === 2 ? fakeNumber(900) : null, registeredAt: now, changedAt: now }));

export interface VaultScene {
  readonly book: FakeBook;
  readonly options: FakeOptions;
}

/** Insides of an unlocked vault worth looking at, by name. The clock is the device's, so that countdowns run. */
const BOOKS: Readonly<Record<string, () => FakeBook>> = {
  'vault-empty': () => createFakeBook({ now: () => Date.now() }),
  'vault-unrehearsed': () => createFakeBook({ now: () => Date.now() }),
  'vault-first': () => createFakeBook({ now: () => Date.now(), persons: workshop(Date.now()).slice(0, 1), entriesBefore: 4 }),
  vault: () =>
    createFakeBook({
      now: () => Date.now(),
      persons: workshop(Date.now()),
      copies: [copy(Date.now() - 9 * DAY, true)],
      changesSince: 14,
      entriesBefore: 1204,
    }),
  'vault-nocopy': () => createFakeBook({ now: () => Date.now(), persons: workshop(Date.now()), entriesBefore: 61 }),
  'vault-slow': () => createFakeBook({ now: () => Date.now(), persons: workshop(Date.now()), slow: 600 }),
  'vault-long': () => createFakeBook({ now: () => Date.now(), persons: [...workshop(Date.now()), ...longNames(Date.now())] }),
  'vault-many': () => createFakeBook({ now: () => Date.now(), persons: manyPersons(10_000, Date.now()), slow: 15 }),
};

export const vaultSceneOf = (name: string | null): VaultScene | null => {
  const book = BOOKS[name ?? '']?.();
  if (book === undefined) return null;
  const view = name === 'vault-unrehearsed' ? { rehearsedAt: null } : {};
  return { book, options: { stores: [fakeStore()], view, now: () => Date.now(), more: book.calls } };
};
