import { AUDIT_ACTIONS, mayDo } from '../../src/core/domain/audit/action.ts';
import { AUDIT_CODES } from '../../src/core/domain/audit/codes.ts';
import type { MemberId, StoreId } from '../../src/core/domain/ids.ts';
import { encodeBase64url } from '../../src/core/formats/base64url.ts';
import type { TableStore } from '../../src/core/formats/table.ts';
import type { Role } from '../../src/core/formats/table-rights.ts';
import { ROLES } from '../../src/core/formats/table-rights.ts';
import { signingKeyOf } from './log-crypto.ts';
import type { EntryDraft, LogPlan, MemberPlan, Step, TablePlan } from './log-plan.ts';
import type { SeededRandom } from './seeded-random.ts';

const HOUR = 3_600_000;
const CODES = Object.entries(AUDIT_CODES).flatMap(([family, values]) => values.map((value) => `${family}:${value}`));

export const randomId = (random: SeededRandom): string => encodeBase64url(random.bytes(16));

const randomHash = (random: SeededRandom): string => encodeBase64url(random.bytes(32));

const randomMember = (random: SeededRandom, role: Role): MemberPlan => ({
  id: randomId(random) as MemberId,
  role,
  key: signingKeyOf(random.bytes(32)),
});

const randomStore = (random: SeededRandom, id: StoreId, epoch: number): TableStore => ({
  id,
  epoch,
  keys: { profile: randomHash(random), number: randomHash(random), log: randomHash(random), note: randomHash(random) },
});

/** The next table, signed by an owner of this one: somebody joins, leaves, changes roles, gets new keys, or an epoch begins. */
const nextTable = (random: SeededRandom, before: TablePlan, time: number): TablePlan => {
  const owner = before.members.find((member) => member.role === 'owner');
  if (owner === undefined) throw new Error('a table has an owner');
  const others = before.members.filter((member) => member !== owner);
  const change = random.pick(['join', 'leave', 'role', 'keys', 'epoch'] as const);
  const anyone = random.pick(before.members);
  const other = others.length > 0 ? random.pick(others) : undefined;
  const members = {
    join: [...before.members, randomMember(random, random.pick(ROLES))],
    leave: before.members.filter((member) => member !== other),
    role: before.members.map((member) => (member === other ? { ...member, role: random.pick(ROLES) } : member)),
    keys: before.members.map((member) => (member === anyone ? { ...member, key: signingKeyOf(random.bytes(32)) } : member)),
    epoch: before.members,
  }[change];
  const stores = change === 'epoch' ? before.stores.map((store) => randomStore(random, store.id, store.epoch + 1)) : before.stores;
  return { time, members, stores, signedBy: owner };
};

export interface RandomPlanOptions {
  readonly logs: number;
  readonly entriesPerLog: number;
}

/**
 * A record that keeps every rule: several members and roles, tables that change, one log after another (a restore opens
 * the next one), runs vouched for, and now and then an action, a code or a clock that a verifier only wonders about.
 */
export const randomPlan = (random: SeededRandom, options: RandomPlanOptions): LogPlan => {
  const firstLog = randomId(random) as StoreId;
  const owner = randomMember(random, 'owner');
  const staff = ROLES.filter(() => random.chance(0.4)).map((role) => randomMember(random, role));
  let time = 1_700_000_000_000 + random.below(10 ** 10);
  const tables: TablePlan[] = [
    { time, members: [owner, ...staff], stores: [randomStore(random, firstLog, 1)], signedBy: owner },
  ];
  const logs: { logId: StoreId; steps: Step[] }[] = [];

  const currentTable = (): TablePlan => {
    const table = tables.at(-1);
    if (table === undefined) throw new Error('there is a genesis');
    return table;
  };
  const tick = (): number => {
    time += random.chance(0.05) ? 60 * HOUR : random.below(4 * HOUR);
    if (random.chance(0.03)) time -= 5 * HOUR;
    return time;
  };
  const draftOf = (actor: MemberPlan, tableVersion: number, action: string): EntryDraft => ({
    actor,
    tableVersion,
    time: tick(),
    action,
    subjectId: random.chance(0.6) ? randomId(random) : '',
    codes: Array.from({ length: random.below(3) }, () => (random.chance(0.03) ? `future:${random.below(9)}` : random.pick(CODES))),
    state: random.chance(0.9) ? randomHash(random) : '',
    build: encodeBase64url(random.bytes(9)),
    tables: [],
    seen: [],
  });

  for (let at = 0; at < options.logs; at += 1) {
    const logId = at === 0 ? firstLog : randomId(random) as StoreId;
    const steps: Step[] = [];
    let last: MemberPlan | undefined;
    const add = (draft: EntryDraft, actor: MemberPlan): void => {
      if (last !== undefined && last.id !== actor.id && steps.at(-1)?.type === 'entry') steps.push({ type: 'checkpoint' });
      steps.push({ type: 'entry', draft });
      last = actor;
      if (random.chance(0.1)) steps.push({ type: 'checkpoint' });
    };
    /** Brings the table in force, acting under the one before or, where there is none or by choice, under itself. */
    const addTable = (table: TablePlan, action: string, seen: readonly StoreId[]): void => {
      const version = tables.push(table);
      const under = random.chance(0.5) ? version : version - 1;
      const acting = (tables[under - 1] ?? table).members.find((member) => member.id === table.signedBy.id && member.role === 'owner');
      const [actor, actingUnder] = acting === undefined ? [ownerOf(currentTable()), version] : [acting, under];
      add({ ...draftOf(actor, actingUnder, action), tables: [version], seen }, actor);
    };

    const earlier = logs.map((log) => log.logId);
    if (at === 0) add({ ...draftOf(owner, 1, 'create'), tables: [1] }, owner);
    else {
      const before = currentTable();
      const restored = { ...before, time, stores: [...before.stores, randomStore(random, logId, 1)], signedBy: ownerOf(before) };
      addTable(restored, 'restore', random.chance(0.8) ? earlier.slice(-1) : earlier.slice(0, 1));
    }
    const entries = 1 + random.below(options.entriesPerLog);
    for (let n = 0; n < entries; n += 1) {
      if (random.chance(0.12)) {
        addTable(nextTable(random, currentTable(), time), random.pick(['table', 'rotate', 'leak-suspected']), []);
        continue;
      }
      const staying = currentTable().members.find((member) => member.id === last?.id);
      const actor = staying !== undefined && random.chance(0.7) ? staying : random.pick(currentTable().members);
      const allowed = AUDIT_ACTIONS.filter((action) => mayDo(actor.role, action));
      add(draftOf(actor, tables.length, random.chance(0.02) ? 'teleport' : random.pick(allowed)), actor);
    }
    if (steps.at(-1)?.type === 'entry') steps.push({ type: 'checkpoint' });
    logs.push({ logId, steps });
  }
  return { tables, logs };
};

const ownerOf = (table: TablePlan): MemberPlan => {
  const owner = table.members.find((member) => member.role === 'owner');
  if (owner === undefined) throw new Error('a table has an owner');
  return owner;
};
