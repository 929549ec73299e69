import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { VerifyProblemType } from '../../../src/core/contract/verify-api.ts';
import type { VaultId } from '../../../src/core/domain/ids.ts';
import { hashEntryLine } from '../../../src/core/formats/log/entry.ts';
import type { VerifyDeps } from '../../../src/core/formats/signed-note-verify.ts';
import { verifyTableChain } from '../../../src/core/formats/table-chain.ts';
import type { BrokenRecord } from '../../../workers/vault/copy/check-record.ts';
import { checkRecord } from '../../../workers/vault/copy/check-record.ts';
import { createNoteSigning } from '../../../workers/vault/crypto/note-signer.ts';
import { createHasher } from '../../../workers/vault/crypto/sha256.ts';
import { exportFile, renderPlan } from '../../support/log-plan.ts';
import type { Tamper } from '../../support/log-tampering/tamper.ts';
import { TAMPERINGS_WITH_FILE } from '../../support/log-tampering/with-file.ts';
import { TAMPERINGS_WITH_KEYS } from '../../support/log-tampering/with-keys.ts';
import { randomPlan } from '../../support/random-log.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';
import { createVerifyBoth } from '../../support/verify-both.ts';

/** The check a copy's record goes through, held against the two verifiers of exports: the same records are good to all three. */

/** Faults of the file as a file, of its tables, and of where a checkpoint stands in it: a copy has those elsewhere, or not at all. */
const OF_THE_FILE: ReadonlySet<VerifyProblemType> = new Set<VerifyProblemType>([
  'TooLarge', 'TooManyLines', 'NotALogExport', 'NewerFormat', 'BadLine', 'BadEntry', 'NoEnd', 'BadEnd', 'AfterEnd',
  'BadTable', 'WrongVault', 'TableChain', 'TableSignature', 'CheckpointPlace', 'RepeatedLog',
]);

let deps: VerifyDeps;
let verifyBoth: Awaited<ReturnType<typeof createVerifyBoth>>;
beforeAll(async () => {
  deps = createNoteSigning(await createHasher()).verifyDeps;
  verifyBoth = await createVerifyBoth();
});

interface ReadExport {
  vaultId: VaultId;
  readonly notes: string[];
  readonly logs: { readonly logId: string; readonly lines: string[]; readonly checkpoints: string[] }[];
}

const readExport = (text: string): ReadExport => {
  const read: ReadExport = { vaultId: '' as VaultId, notes: [], logs: [] };
  for (const line of text.split('\n')) {
    const log = read.logs.at(-1);
    if (line.startsWith('[')) log?.lines.push(line);
    else if (line !== '') {
      const json = JSON.parse(line) as { readonly vaultId?: VaultId; readonly table?: string; readonly log?: string; readonly checkpoint?: string };
      read.vaultId = json.vaultId ?? read.vaultId;
      if (json.table !== undefined) read.notes.push(json.table);
      if (json.log !== undefined) read.logs.push({ logId: json.log, lines: [], checkpoints: [] });
      if (json.checkpoint !== undefined) log?.checkpoints.push(json.checkpoint);
    }
  }
  return read;
};

const check = async (text: string, wanted: readonly string[] = []): Promise<BrokenRecord | null> => {
  const { vaultId, notes, logs } = readExport(text);
  const tables = await verifyTableChain(notes, vaultId, deps);
  if (!tables.ok) throw new Error(tables.error.reason);
  const hashed = logs.map((log) => ({ ...log, leaves: log.lines.map((line) => hashEntryLine(deps.sha256, line)) }));
  const { broken, named } = await checkRecord(deps, { vaultId, tables: tables.value, logs: hashed }, () => undefined);
  expect(named.map(({ logId }) => logId)).toEqual(wanted);
  return broken;
};

test('an engine that fails has said nothing of the record: thrown on, also where the log breaks before anybody waits for it', async () => {
  const failure = new DOMException('the engine', 'OperationError');
  const record = renderPlan(randomPlan(createSeededRandom(5), { logs: 1, entriesPerLog: 30 }));
  const text = new TextDecoder().decode(exportFile(record));
  const { vaultId, notes, logs } = readExport(text);
  const tables = await verifyTableChain(notes, vaultId, deps);
  if (!tables.ok) throw new Error(tables.error.reason);
  let asked = 0;
  const verify: VerifyDeps['verify'] = async () => {
    asked += 1;
    throw failure;
  };
  for (const cut of [0, 1]) {
    const bent = logs.map(({ lines, ...log }) => ({ ...log, lines: lines.map((line, seq) => (seq >= lines.length - cut ? '' : line)) }));
    const hashed = bent.map((log) => ({ ...log, leaves: log.lines.map((line) => hashEntryLine(deps.sha256, line)) }));
    await expect(checkRecord({ ...deps, verify }, { vaultId, tables: tables.value, logs: hashed }, () => undefined), `${cut}`).rejects.toBe(failure);
  }
  expect(asked).toBeGreaterThan(4);
});

interface Vector {
  readonly name: string;
  readonly file: string;
  readonly problems: readonly string[];
  /** Broken logs that a later one names. */
  readonly named?: readonly string[];
}

const VECTORS = new URL('../../vectors/log-v1/', import.meta.url);
const vectors = JSON.parse(readFileSync(new URL('index.json', VECTORS), 'utf8')) as readonly Vector[];
const typesOf = ({ problems }: Vector): readonly VerifyProblemType[] => problems.map((problem) => problem.split('@')[0] as VerifyProblemType);
/** Against a kept checkpoint alone: the record in itself is good. */
const AGAINST_KEPT: ReadonlySet<VerifyProblemType> = new Set<VerifyProblemType>(['KeptMalformed', 'KeptForeign', 'KeptUnsigned', 'Truncated', 'Rewritten', 'Fork']);
const judged = vectors.filter((vector) => !typesOf(vector).some((type) => OF_THE_FILE.has(type)));

test.each(judged)('vector: $name', async (vector) => {
  const good = typesOf(vector).every((type) => AGAINST_KEPT.has(type));
  const { named = [] } = vector;
  const broken = await check(readFileSync(new URL(vector.file, VECTORS), 'utf8'), named);
  // What is named is left out; no vector has another fault beside it.
  if (good || named.length > 0) expect(broken).toBeNull();
  else expect(broken).not.toBeNull();
});

test('random records are good, and tampered with they are bad, as to the verifiers', { timeout: 120_000 }, async () => {
  const tamperings: readonly (readonly [name: string, tamper: Tamper])[] = Object.entries({ ...TAMPERINGS_WITH_FILE, ...TAMPERINGS_WITH_KEYS });
  const compared = new Set<VerifyProblemType>();
  for (let seed = 0; seed < 3 * tamperings.length; seed += 1) {
    const random = createSeededRandom(seed);
    const plan = randomPlan(random, { logs: 1 + random.below(3), entriesPerLog: 12 });
    const record = renderPlan(plan);
    expect(await check(new TextDecoder().decode(exportFile(record))), `seed ${seed}`).toBeNull();
    const [name, tamper] = tamperings[seed % tamperings.length] ?? ['', () => null];
    const tampered = tamper({ random, plan, record });
    if (tampered === null) continue;
    const { app } = await verifyBoth(tampered.file, tampered.kept);
    const types = app.problems.map(({ type }) => type);
    if (types.some((type) => OF_THE_FILE.has(type))) continue;
    const broken = await check(new TextDecoder().decode(tampered.file));
    expect(broken === null, `${name}, seed ${seed}: ${types.join()}`).toBe(types.every((type) => AGAINST_KEPT.has(type)));
    for (const type of types) compared.add(type);
  }
  expect(compared.size).toBeGreaterThan(8);
});
