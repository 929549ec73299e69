import { expect, test } from 'vitest';
import type { FileRefusal, PasswordWeakness, VaultError } from '../../../src/core/contract/errors.ts';
import { errors as english } from '../../../src/i18n/en/errors.ts';
import { errorWords } from '../../../src/i18n/error-texts.ts';
import { errors } from '../../../src/i18n/ja/errors.ts';

const weaknesses: Record<PasswordWeakness, true> = { TooShort: true, TooLong: true, Common: true, Repeated: true, Control: true };
const refusals: Record<FileRefusal, true> = {
  NotOurs: true,
  NewerFormat: true,
  Truncated: true,
  Damaged: true,
  Extended: true,
  ForeignVault: true,
  SignerUnknown: true,
  TablesBroken: true,
  NoWayIn: true,
  Older: true,
  TooManyLines: true,
  PartTooLarge: true,
};

/** One of each type at least; every reason of those that have some. */
const SAMPLES: readonly VaultError[] = [
  { type: 'WrongSecret' },
  { type: 'VaultFull' },
  { type: 'RecoveryGroupWrong', group: 2 },
  { type: 'KeyringDamaged' },
  { type: 'KeyringMissing' },
  { type: 'KdfRefused' },
  ...Object.keys(weaknesses).map((reason): VaultError => ({ type: 'PasswordTooWeak', reason: reason as PasswordWeakness })),
  { type: 'DatabaseMissing' },
  { type: 'DatabaseOlder', expectedEntries: 1204, foundEntries: 987 },
  { type: 'DatabaseDamaged', page: 'person' },
  { type: 'NewerFormat', found: 2 },
  { type: 'StorageFull' },
  { type: 'StorageFailed', name: 'UnknownError' },
  { type: 'UsedInOtherTab' },
  { type: 'Locked' },
  { type: 'Halted' },
  { type: 'WorkerLost' },
  { type: 'BrowserTooOld', missing: ['Ed25519'] },
  { type: 'InvalidInput', fields: [{ field: 'text', problem: 'CheckDigit' }] },
  { type: 'InvalidInput', fields: [] },
  { type: 'NotFound' },
  { type: 'ChangedMeanwhile' },
  { type: 'NotAllowed' },
  { type: 'ReasonExpired' },
  { type: 'NumberMissing' },
  { type: 'NumbersFull', name: '髙橋 美咲' },
  { type: 'SameNumber', personId: 'p', name: '髙橋 美咲' },
  { type: 'LabelDoesNotMatch' },
  { type: 'RehearsalWrong', groups: [0, 5] },
  { type: 'RehearsalMissing' },
  { type: 'FileTooLarge', bytes: 70_000_000, limit: 67_108_864 },
  ...Object.keys(refusals).map((reason): VaultError => ({ type: 'FileRefused', reason: reason as FileRefusal })),
  ...(['Empty', 'Workbook', 'Pdf', 'Utf16', 'Binary', 'UnknownEncoding'] as const).map(
    (type): VaultError => ({ type: 'ImportRefused', fileName: 'a.csv', refusal: { type } }),
  ),
  { type: 'TooManyFiles', limit: 20 },
  { type: 'FileUnreadable' },
  { type: 'VaultLeft' },
  { type: 'WorkerNotStarted' },
  { type: 'PartNotLoaded' },
  { type: 'RecordBroken', logId: 'l'.repeat(22), seq: 4 },
  { type: 'Unexpected', incidentId: 'a1b2' },
];

test('every type of the catalogue is among the samples', () => {
  expect([...new Set(SAMPLES.map(({ type }) => type))].toSorted()).toEqual(Object.keys(errors).toSorted());
});

test.each(SAMPLES)('$type says what happened and what to do, in whole sentences', (error) => {
  const words = errorWords(errors, error);
  expect(words.what).toMatch(/。$/);
  expect(words.todo).toMatch(/[。）]$|足りないもの/);
  const latin = errorWords(english, error);
  expect(latin.what).toMatch(/\.$/);
  expect(latin.todo.length).toBeGreaterThan(10);
});

test('no text shows a code, a placeholder or an object', () => {
  for (const error of SAMPLES) {
    const { what, todo } = errorWords(errors, error);
    expect(what + todo).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
    expect(what).not.toContain(error.type);
  }
});

test('groups are counted from 1 on the screen', () => {
  expect(errorWords(errors, { type: 'RecoveryGroupWrong', group: 2 }).what).toContain('3番目');
  expect(errorWords(errors, { type: 'RehearsalWrong', groups: [0, 5] }).what).toContain('1番目、6番目');
});
