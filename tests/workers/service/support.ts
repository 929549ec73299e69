import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import { syntheticFields, syntheticNumber } from '../../support/synthetic.ts';
import type { MadeVault, TestDevice } from '../session/support/device.ts';
import { createTestDevice, makeVault, must } from '../session/support/device.ts';

/** Answers the three groups of the recovery code that the vault asks back. */
export const rehearse = async ({ worker, kit }: Pick<MadeVault, 'worker' | 'kit'>): Promise<void> => {
  const asked = must(await worker.api.startRehearsal());
  const groups = kit.recoveryCode.split('-');
  must(await worker.api.confirmRehearsal(asked.map((group) => ({ group, text: groups[group] ?? '' }))));
};

export interface RehearsedVault extends MadeVault {
  readonly device: TestDevice;
}

/** A vault that may store numbers. */
export const makeRehearsedVault = async (): Promise<RehearsedVault> => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  await rehearse(made);
  return { ...made, device };
};

let made = 0;
/** A fresh id, readable in failures. */
export const personId = (): PersonId => `person${String((made += 1)).padStart(16, '0')}` as PersonId;

export const fields = syntheticFields;

export const numberOf = syntheticNumber;

const SAMPLES = path.join(import.meta.dirname, '../../fixtures/samples');
export const sampleFile = (name: string): File => new File([readFileSync(path.join(SAMPLES, name))], name);

export const SAMPLE_NAMES = ['meibo-sjis.csv', 'fuyou-utf8bom.csv', 'shiharaisaki-utf8.csv'] as const;

export const ALL = { from: null, to: null, personId: null, memberId: null, actions: [], offset: 0, limit: 200 } as const;

/** Actions of the record, oldest first. */
export const actionsOf = async ({ worker }: MadeVault): Promise<readonly string[]> =>
  must(await worker.api.listEntries(ALL)).rows.map((row) => row.action).toReversed();
