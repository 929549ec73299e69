import { afterEach, expect, test, vi } from 'vitest';
import { fetchPart } from '../../../workers/vault/service/fetch-part.ts';
import { createTestDevice, errorOf, makeVault, must } from '../session/support/device.ts';
import { SAMPLE_NAMES, sampleFile } from './support.ts';

// Parts of the worker that are fetched when they are needed: a host that is gone, or was updated under a page, does not give them.

const IMPORTS = '../../../workers/vault/service/import/import-service.ts';
const TRIAL = '../../../workers/vault/service/trial/create-trial.ts';

const IMPORT_ID = 'i'.repeat(22);

const withhold = (part: string): void => {
  vi.doMock(part, () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
};

afterEach(() => {
  for (const part of [IMPORTS, TRIAL]) vi.doUnmock(part);
});

test('lists whose reader does not come: told as that and not as a defect, the vault stays open, and the next call asks again', async () => {
  const { worker } = await makeVault(await createTestDevice());
  withhold(IMPORTS);
  const files = SAMPLE_NAMES.map(sampleFile);
  const answers = [await worker.api.readImport(files), await worker.api.commitImport(IMPORT_ID), await worker.api.dropImport(IMPORT_ID)];
  expect(answers.map(errorOf)).toEqual(answers.map(() => 'PartNotLoaded'));
  expect(must(await worker.api.listIncidents())).toEqual([]);
  must(await worker.api.viewSession());
  vi.doUnmock(IMPORTS);
  expect(must(await worker.api.readImport(files)).files).toHaveLength(files.length);
});

test('a sample that does not come locks nothing', async () => {
  const { worker } = await makeVault(await createTestDevice());
  withhold(TRIAL);
  expect(errorOf(await worker.api.createTrial())).toBe('PartNotLoaded');
  expect(must(await worker.api.listIncidents())).toEqual([]);
  must(await worker.api.viewSession());
});

test('a part that neither comes nor fails is not waited for without end; one that comes late serves the next call', async () => {
  let seconds = 0;
  const haste = { seconds: 3, wait: async () => Promise.resolve(void (seconds += 1)) };
  let arrive: (part: string) => void = () => undefined;
  const promise = new Promise<string>((settle) => {
    arrive = settle;
  });
  expect(await fetchPart(promise, haste)).toBeNull();
  expect(seconds).toBe(3);
  arrive('part');
  expect(await fetchPart(promise, haste)).toBe('part');
});
