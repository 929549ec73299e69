import type { VaultApi } from '../../../../src/core/contract/vault-api.ts';
import { createVerifyBoth } from '../../../support/verify-both.ts';
import { numberOf } from '../../service/support.ts';
import type { TestWorker } from '../../session/support/device.ts';
import type { Asker, FaultPlan } from './asker.ts';
import type { FaultBench } from './bench.ts';
import { toldNameOf } from './told-names.ts';
import type { UseCase } from './use-case.ts';

/** What an answer may say when storage or the platform's cryptography failed under it. */
const EXPECTED: ReadonlySet<string> = new Set([
  'StorageFailed',
  'StorageFull',
  'Unexpected',
  'Halted',
  'Locked',
  // The disk was read with a fault, and what was read says what it says; the next look is another one.
  'KeyringMissing',
  'KeyringDamaged',
  'DatabaseMissing',
  'DatabaseDamaged',
  'DatabaseOlder',
  'WrongSecret',
  'FileRefused',
  'SignerUnknown',
  'NotFound',
  'ChangedMeanwhile',
]);

/** Whoever signed had a key that the engine says is none: such a record is told as broken, and is not. The next look is another one. */
const isOfRefusedKey = (plan: FaultPlan | null, type: string): boolean =>
  type === 'RecordBroken' && plan?.kind === 'told' && toldNameOf(plan.site) === 'DataError';

/** A file that somebody chose and that cannot be read is told as that. */
const isOfFile = (plan: FaultPlan | null, type: string): boolean => type === 'FileUnreadable' && plan !== null && /^(?:vault|verify)\/.*arrayBuffer/.test(plan.site);

const MOST_MS = 15_000;

const within = async <T>(work: Promise<T>): Promise<T | 'no answer'> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'no answer'>((resolve) => {
    timer = setTimeout(() => resolve('no answer'), MOST_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

const verifyBoth = createVerifyBoth();

/** Everything that was there before is there: persons, the number, the record, every page. */
const problemsOf = async (worker: TestWorker, bench: FaultBench, useCase: UseCase): Promise<readonly string[]> => {
  const { api } = worker;
  const problems: string[] = [];
  const [first, second] = bench.persons;
  const removed = ['remove a person', 'make one of two persons'].includes(useCase.name) ? [second] : [];
  for (const id of [first, second]) if (!removed.includes(id) && !(await api.viewPerson(id)).ok) problems.push(`person ${id} is gone`);
  const match = await api.matchNumber({ personId: first, text: numberOf(1) });
  if (!match.ok || !match.value.matches) problems.push('the number is gone');
  const exported = await api.exportLog('verify');
  if (!exported.ok) return [...problems, `no record: ${exported.error.type}`];
  const { app, independent } = await (await verifyBoth)(new Uint8Array(await exported.value.file.arrayBuffer()));
  if (!app.ok || !independent.ok) problems.push(`the record does not verify: ${JSON.stringify(app.problems[0])}`);
  // A copy opens every page that there is, and reading it back opens them again.
  const copy = await api.makeCopy();
  const read = copy.ok ? await api.verifyCopy({ copyId: copy.value.copyId, file: copy.value.file }) : copy;
  if (!read.ok) problems.push(`no copy: ${read.error.type}`);
  return problems;
};

/** A write that the disk forgot can be seen by nobody before the store is opened again. */
const isSaid = (plan: FaultPlan | null, refusal: string): boolean =>
  plan?.kind === 'lost' && ['DatabaseOlder', 'DatabaseMissing', 'DatabaseDamaged', 'KeyringMissing', 'KeyringDamaged'].includes(refusal);

/** Old or new, whole, and nothing acknowledged lost; with a write that the disk forgot, said at the latest at the next unlock. */
const judge = async (asker: Asker, bench: FaultBench, useCase: UseCase, plan: FaultPlan | null, acknowledged: boolean): Promise<readonly string[]> => {
  const again = await bench.boot();
  try {
    const opened = await bench.reopen(again);
    if (opened === null) {
      if (useCase.erases === true) return [];
      return isSaid(plan, bench.refusal()) ? [] : [`does not open: ${bench.refusal()}`];
    }
    const problems = [...(await problemsOf(again, bench, useCase))];
    const excused = plan !== null && useCase.excused?.includes(plan.kind) === true;
    if (acknowledged && !excused && useCase.isDone !== null && !(await useCase.isDone(again.api, bench))) problems.push('acknowledged, and not there');
    if (acknowledged && useCase.makes !== undefined) {
      const found = await bench.personsInOther(useCase.makes.password);
      const said = typeof found === 'string' && isSaid(plan, found);
      if (!said && found !== useCase.makes.persons) problems.push(`acknowledged, and not there: ${found}`);
    }
    if (acknowledged && useCase.erases === true) problems.push('acknowledged as erased, and opens');
    return problems;
  } finally {
    again.kill();
    asker.disarm();
  }
};

export interface CaseOutcome {
  /** Sites called, with how often. */
  readonly calls: ReadonlyMap<string, number>;
  readonly fired: boolean;
  /** Methods of the vault that it called. */
  readonly methods: ReadonlySet<string>;
  readonly problems: readonly string[];
}

/** One use case with one fault in it, or with none, on the device as it was made. */
export const runCase = async (asker: Asker, bench: FaultBench, useCase: UseCase, plan: FaultPlan | null): Promise<CaseOutcome> => {
  await bench.reset();
  useCase.prepare?.(bench);
  const problems: string[] = [];
  const methods = new Set<string>();
  // The first worker's boot is part of it: looking for the folders can fail as well.
  const first = useCase.unlocked ? await bench.boot() : null;
  if (first !== null && (await bench.reopen(first)) === null) throw new Error(`the bench does not open: ${bench.refusal()}`);
  asker.onLost({ later: bench.keepPages, now: bench.keepFiles });
  let worker = first;
  asker.onKill(() => worker?.kill());
  asker.arm(plan);
  const run = async () => {
    worker ??= await bench.boot();
    return useCase.run(noting(worker.api, methods), bench);
  };
  const killed = plan?.kind === 'killed';
  const answer = await Promise.race([within(run().catch((error: unknown) => ({ ok: false, error: { type: `threw ${String(error)}` } }))), killed ? diesSoon(asker) : new Promise<never>(() => undefined)]);
  // What a commit leaves to be done behind its answer, such as the mark: a disk that forgets, and a crash before it, are two faults.
  // A crash in it is one fault, and is waited for.
  if (worker !== null) await (killed ? Promise.race([settled(worker), diesSoon(asker)]) : settled(worker));
  await new Promise((resolve) => setTimeout(resolve, 0));
  const calls = asker.calls();
  const fired = asker.fired();
  asker.disarm();
  worker?.kill();
  if (answer === 'no answer' && !killed) problems.push('no answer');
  const type = typeof answer === 'object' && !answer.ok ? (answer.error?.type ?? '') : null;
  const booting = type !== null && type.startsWith('threw') && worker === null;
  if (type !== null && !EXPECTED.has(type) && !isOfRefusedKey(plan, type) && !isOfFile(plan, type) && !booting && !killed) problems.push(`answered ${type}`);
  if (type !== null && plan === null) problems.push(`fails without a fault: ${type}`);
  const acknowledged = typeof answer === 'object' && answer.ok;
  return { calls, fired, methods, problems: [...problems, ...(await judge(asker, bench, useCase, plan, acknowledged))] };
};

const noting = (api: VaultApi, methods: Set<string>): VaultApi =>
  new Proxy(api, {
    get: (target, name, receiver): unknown => {
      if (typeof name === 'string') methods.add(name);
      return Reflect.get(target, name, receiver);
    },
  });

/** A vault that is open leaves nothing half done; a disk that never answers is waited for no longer than a call. */
const settled = async ({ vaultRef }: TestWorker): Promise<void> => {
  const open = vaultRef.current();
  if (open.ok) await within(open.value.writer.idle());
};

/** A killed worker answers nothing: it is enough to have seen it die. */
const diesSoon = async (asker: Asker): Promise<'no answer'> => {
  const until = Date.now() + MOST_MS;
  while (!asker.fired() && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 1));
  // What was under way beside it ends, or hangs for ever.
  await new Promise((resolve) => setTimeout(resolve, 2));
  return 'no answer';
};

