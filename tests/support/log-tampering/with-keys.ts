import type { MemberId, StoreId } from '../../../src/core/domain/ids.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { signingKeyOf } from '../log-crypto.ts';
import type { EntryDraft, LogPlan, MemberPlan, Step, TablePlan } from '../log-plan.ts';
import { checkpointsOf, exportFile, renderPlan } from '../log-plan.ts';
import { randomId, randomPlan } from '../random-log.ts';
import type { Tamper } from './tamper.ts';

/** By somebody who holds every member's keys and can sign whatever he makes up. */

const withSteps = (plan: LogPlan, at: number, change: (steps: readonly Step[]) => readonly Step[]): LogPlan => ({
  ...plan,
  logs: plan.logs.map((log, index) => (index === at ? { ...log, steps: change(log.steps) } : log)),
});

const changeDraft = (plan: LogPlan, logAt: number, stepAt: number, change: Partial<EntryDraft>): LogPlan =>
  withSteps(plan, logAt, (steps) =>
    steps.map((step, at) => (at === stepAt && step.type === 'entry' ? { type: 'entry', draft: { ...step.draft, ...change } } : step)),
  );

interface DraftPlace {
  readonly logAt: number;
  readonly stepAt: number;
  readonly draft: EntryDraft;
}

const draftsOf = (plan: LogPlan): readonly DraftPlace[] =>
  plan.logs.flatMap(({ steps }, logAt) =>
    steps.flatMap((step, stepAt) => (step.type === 'entry' ? [{ logAt, stepAt, draft: step.draft }] : [])),
  );

/** Entries before a step, in its log. */
const seqOf = (plan: LogPlan, { logAt, stepAt }: DraftPlace): number =>
  plan.logs[logAt]!.steps.slice(0, stepAt).filter((step) => step.type === 'entry').length;

/** An entry rewritten, everything after it signed anew: only a checkpoint kept from before shows it. */
const rewriteWithKeys: Tamper = ({ random, plan, record }) => {
  const place = random.pick(draftsOf(plan));
  const { logId } = plan.logs[place.logAt]!;
  const kept = checkpointsOf(record).filter((one) => one.logId === logId && one.size > seqOf(plan, place));
  const bent = changeDraft(plan, place.logAt, place.stepAt, { subjectId: randomId(random) });
  return { file: exportFile(renderPlan(bent)), kept: random.pick(kept).note, expected: ['Rewritten', 'Fork'] };
};

/** The end of the last log cut off at a checkpoint, or cut anywhere and signed anew. */
const truncateWithKeys: Tamper = ({ random, plan, record }) => {
  const logAt = plan.logs.length - 1;
  const { logId, steps } = plan.logs[logAt]!;
  // Table versions stay logged, or their absence would show without a checkpoint.
  const lastTable = steps.findLastIndex((step) => step.type === 'entry' && step.draft.tables.length > 0);
  const lastEntry = steps.findLastIndex((step) => step.type === 'entry');
  if (lastTable >= lastEntry) return null;
  const cut = lastTable + 1 + random.below(lastEntry - lastTable);
  const left = steps.slice(0, cut);
  const shorter = withSteps(plan, logAt, () => (left.at(-1)?.type === 'entry' ? [...left, { type: 'checkpoint' }] : left));
  const kept = checkpointsOf(record).findLast((one) => one.logId === logId);
  return { file: exportFile(renderPlan(shorter)), kept: kept!.note, expected: ['Truncated'] };
};

/** Two histories with one beginning, as a cloned profile makes them; each is good by itself. */
const forkWithKeys: Tamper = ({ random, plan }) => {
  const logAt = plan.logs.length - 1;
  const { logId, steps } = plan.logs[logAt]!;
  const last = steps.findLast((step) => step.type === 'entry');
  if (last?.type !== 'entry') return null;
  const branch = (): LogPlan =>
    withSteps(plan, logAt, () => [
      ...steps,
      { type: 'entry', draft: { ...last.draft, tables: [], seen: [], tableVersion: plan.tables.length, actor: ownerIn(plan.tables.at(-1)!), action: 'lock', subjectId: randomId(random) } },
      { type: 'checkpoint' },
    ]);
  const kept = checkpointsOf(renderPlan(branch())).findLast((one) => one.logId === logId);
  return { file: exportFile(renderPlan(branch())), kept: kept!.note, expected: ['Fork'] };
};

const ownerIn = (table: TablePlan): MemberPlan => table.members.find((member) => member.role === 'owner')!;

const insertWithKeys: Tamper = ({ random, plan, record }) => {
  const place = random.pick(draftsOf(plan));
  const { logId } = plan.logs[place.logAt]!;
  // Sizes that reach beyond the new entry's place: before it nothing has changed.
  const kept = checkpointsOf(record).filter((one) => one.logId === logId && one.size > seqOf(plan, place) + 1);
  if (kept.length === 0) return null;
  const copy: Step = { type: 'entry', draft: { ...place.draft, tables: [], seen: [], action: 'lock', subjectId: randomId(random) } };
  const longer = withSteps(plan, place.logAt, (steps) => steps.toSpliced(place.stepAt + 1, 0, copy));
  return { file: exportFile(renderPlan(longer)), kept: random.pick(kept).note, expected: ['Rewritten', 'Fork'] };
};

const foreignEntryWithKeys: Tamper = ({ random, plan }) => {
  const place = random.pick(draftsOf(plan));
  const other = renderPlan(randomPlan(random, { logs: 1, entriesPerLog: 3 }));
  const bent = changeDraft(plan, place.logAt, place.stepAt, { vaultId: other.vaultId });
  return { file: exportFile(renderPlan(bent)), expected: ['ForeignEntry'] };
};

const roleViolation: Tamper = ({ random, plan }) => {
  const roleOf = ({ draft }: DraftPlace) => plan.tables[draft.tableVersion - 1]?.members.find(({ id }) => id === draft.actor.id)?.role;
  const places = draftsOf(plan).filter((place) => roleOf(place) !== 'owner');
  if (places.length === 0) return null;
  const place = random.pick(places);
  const bent = changeDraft(plan, place.logAt, place.stepAt, { action: random.pick(['restore', 'table', 'copy-made', 'rotate']) });
  return { file: exportFile(renderPlan(bent)), expected: ['NotAllowed'] };
};

const strangerActs: Tamper = ({ random, plan }) => {
  const place = random.pick(draftsOf(plan));
  const stranger = { id: randomId(random) as MemberId, key: signingKeyOf(random.bytes(32)) };
  const bent = changeDraft(plan, place.logAt, place.stepAt, { actor: stranger });
  return { file: exportFile(renderPlan(bent)), expected: ['NotAMember'] };
};

/** A member acts under an older table, in which he still had more rights. */
const oldTable: Tamper = ({ random, plan }) => {
  const places = draftsOf(plan).filter(({ draft, stepAt }) => draft.tableVersion > 1 && draft.tables.length === 0 && stepAt > 0);
  if (places.length === 0) return null;
  const place = random.pick(places);
  const bent = changeDraft(plan, place.logAt, place.stepAt, { tableVersion: place.draft.tableVersion - 1 });
  return { file: exportFile(renderPlan(bent)), expected: ['TableBack'] };
};

const unloggedTable: Tamper = ({ random, plan }) => {
  const last = plan.tables.at(-1)!;
  const extra = { ...last, time: last.time + 1 + random.below(1000), signedBy: ownerIn(last) };
  return { file: exportFile(renderPlan({ ...plan, tables: [...plan.tables, extra] })), expected: ['TableUnlogged'] };
};

const tableByNonOwner: Tamper = ({ random, plan }) => {
  const at = plan.tables.length - 1;
  const [before, last] = [plan.tables[at - 1], plan.tables[at]!];
  const others = before?.members.filter((member) => member.role !== 'owner') ?? [];
  if (others.length === 0) return null;
  return { file: exportFile(renderPlan({ ...plan, tables: plan.tables.with(at, { ...last, signedBy: random.pick(others) }) })), expected: ['TableSignature'] };
};

const bentEpoch: Tamper = ({ random, plan }) => {
  const last = plan.tables.at(-1)!;
  const stores = last.stores.map((store) => ({ ...store, keys: { ...store.keys, number: encodeBase64url(random.bytes(32)) } }));
  const extra = { ...last, stores, signedBy: ownerIn(last) };
  return { file: exportFile(renderPlan({ ...plan, tables: [...plan.tables, extra] })), expected: ['TableChain'] };
};

const unlistedLog: Tamper = ({ random, plan }) => {
  const logId = randomId(random) as StoreId;
  const last = plan.tables.at(-1)!;
  const draft = { ...draftsOf(plan)[0]!.draft, actor: ownerIn(last), tableVersion: plan.tables.length, action: 'restore', tables: [], seen: [plan.logs[0]!.logId] };
  const log = { logId, steps: [{ type: 'entry', draft }, { type: 'checkpoint' }] as const };
  return { file: exportFile(renderPlan({ ...plan, logs: [...plan.logs, log] })), expected: ['UnlistedLog'] };
};

/** An older log rewritten with all keys, but the log after it still knows it as it was. */
const rewriteClosedLog: Tamper = ({ random, plan, record }) => {
  if (plan.logs.length < 2) return null;
  const named = new Set(draftsOf(plan).flatMap(({ draft }) => draft.seen));
  const places = draftsOf(plan).filter(({ logAt }) => named.has(plan.logs[logAt]!.logId));
  const place = random.pick(places);
  const bent = renderPlan(changeDraft(plan, place.logAt, place.stepAt, { subjectId: randomId(random) }));
  const logs = record.logs.map((log, at) => (at === place.logAt ? bent.logs[at]! : log));
  return { file: exportFile({ ...record, logs }), expected: ['SeenRewritten'] };
};

const truncateClosedLog: Tamper = ({ random, record, plan }) => {
  const named = new Set(draftsOf(plan).flatMap(({ draft }) => draft.seen));
  const at = record.logs.findIndex(({ logId, lines }) => named.has(logId) && lines.filter(({ type }) => type === 'checkpoint').length > 1);
  if (at < 0) return null;
  const { logId, lines } = record.logs[at]!;
  const cuts = lines.flatMap((line, index) => (line.type === 'checkpoint' && index < lines.length - 1 ? [index + 1] : []));
  const logs = record.logs.with(at, { logId, lines: lines.slice(0, random.pick(cuts)) });
  return { file: exportFile({ ...record, logs }), expected: ['SeenTruncated'] };
};

export const TAMPERINGS_WITH_KEYS = {
  rewriteWithKeys,
  truncateWithKeys,
  forkWithKeys,
  insertWithKeys,
  foreignEntryWithKeys,
  roleViolation,
  strangerActs,
  oldTable,
  unloggedTable,
  tableByNonOwner,
  bentEpoch,
  unlistedLog,
  rewriteClosedLog,
  truncateClosedLog,
} satisfies Readonly<Record<string, Tamper>>;
