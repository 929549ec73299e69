import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseCivilDate } from '../../../src/core/domain/date/civil-date.ts';
import { checkRestore } from './sample-check.ts';
import type { SampleVault } from './sample-vault.ts';
import { makeSampleVault } from './sample-vault.ts';

export interface SampleCall {
  readonly people: number;
  readonly entries: number;
  readonly seed: string;
  readonly out: string;
  /** 'YYYY-MM-DD', the last day of the story. */
  readonly until: string;
}

export const SAMPLE_FILES = {
  container: 'vault.kinko',
  log: 'vault.kinkolog',
  checkpoint: 'checkpoint.txt',
  recoveryCode: 'recovery-code.txt',
  password: 'password.txt',
} as const;

const writeFiles = async (vault: SampleVault, out: string): Promise<void> => {
  mkdirSync(out, { recursive: true });
  const write = (name: string, content: string | Uint8Array): void => writeFileSync(path.join(out, name), content);
  write(SAMPLE_FILES.container, new Uint8Array(await vault.container.arrayBuffer()));
  write(SAMPLE_FILES.log, new Uint8Array(await vault.log.arrayBuffer()));
  write(SAMPLE_FILES.checkpoint, vault.checkpoint);
  write(SAMPLE_FILES.recoveryCode, `${vault.recoveryCode}\n`);
  write(SAMPLE_FILES.password, `${vault.password}\n`);
};

/** Makes the vault, writes its files and brings the copy back twice. What goes wrong is thrown. */
export const writeSample = async ({ people, entries, seed, out, until }: SampleCall): Promise<void> => {
  const day = parseCivilDate(until);
  if (!day.ok) throw new Error(`--until wants a day as 2026-11-20, not ${until}`);
  const began = performance.now();
  const say = (step: string): void => console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s  ${step}`);
  const vault = await makeSampleVault({ people, entries, seed, until: day.value, onStep: say });
  await writeFiles(vault, out);
  say(`written to ${out}`);
  await checkRestore(vault, 'password');
  say('restored with the password');
  await checkRestore(vault, 'recovery');
  say('restored with the recovery code');
  const { persons, numbers, entries: written } = vault.counts;
  console.log(`\n${vault.label}: ${persons} persons, ${numbers} numbers, ${written} entries`);
  console.log(`copy ${vault.container.size} bytes, log export ${vault.log.size} bytes`);
  if (written > entries) console.log(`The story itself writes ${written} entries, more than the ${entries} asked for.`);
};
