import type { VaultCalls } from '../../src/app/bridge/vault-client.ts';
import type { LogRow } from '../../src/core/contract/log-api.ts';
import type { VerifyProblem, VerifyReport } from '../../src/core/contract/verify-api.ts';
import { endOfDayMs, startOfDayMs, tokyoDateOf } from '../../src/core/domain/date/civil-date.ts';
import { isCivilDate } from '../../src/core/domain/date/civil-date.ts';
import { ok } from '../../src/core/domain/result.ts';

const LOG = 's'.repeat(22);
const PEOPLE = ['佐藤　一郎', '髙橋　美咲', '渡邉 健', '山﨑　さくら', 'MARIA SANTOS CRUZ', '森　詩織', ''];
const ACTS: readonly (readonly [action: string, codes: readonly string[], hasSubject: boolean])[] = [
  ['unlock', ['way:password'], false],
  ['reveal', ['reason:wage-withholding'], true],
  ['reveal', ['reason:inquiry'], true],
  ['match', ['result:match'], true],
  ['use', ['purpose:employment-insurance', 'to:employment-office'], true],
  ['number-put', [], true],
  ['register', ['purpose:wage-withholding', 'purpose:employment-insurance'], true],
  ['change', [], true],
  ['copy-made', [], false],
  ['copy-verified', [], false],
  ['chain-verified', ['result:good'], false],
  ['setting-changed', ['setting:idle-minutes'], false],
  ['match', ['result:no-match'], true],
  ['import', ['content:staff', 'content:payees'], false],
  ['source-destroyed', [], false],
  ['lock', [], false],
  ['unlock-failed', ['way:password'], false],
  ['teleport', ['to:moon'], false],
];

/** A year of entries by two members, for the screen of the record: filters work, nothing is verified. */
export const fakeRecord = (entries: number, now: number): Partial<VaultCalls> => {
  const members = [
    { id: 'm'.repeat(22), name: '佐藤' },
    { id: 'n'.repeat(22), name: '事務 鈴木' },
  ];
  const rows: readonly (LogRow & { readonly memberId: string })[] = Array.from({ length: entries }, (_, at) => {
    const [action, codes, hasSubject] = ACTS[(at * 7) % ACTS.length] ?? ['lock', [], false];
    const member = members[at % 5 === 0 ? 1 : 0];
    const person = (at * 3) % PEOPLE.length;
    return {
      logId: LOG,
      seq: entries - 1 - at,
      time: now - at * 3_900_000,
      action,
      memberName: member?.name ?? '',
      memberId: member?.id ?? '',
      personName: hasSubject ? (PEOPLE[person] ?? '') : '',
      personId: hasSubject ? String(person).repeat(22).slice(0, 22) : '',
      codes,
    };
  });
  return {
    listEntries: async ({ from, to, personId, memberId, actions, offset, limit }) => {
      const begin = from !== null && isCivilDate(from) ? startOfDayMs(from) : 0;
      const end = to !== null && isCivilDate(to) ? endOfDayMs(to) : Number.POSITIVE_INFINITY;
      const found = rows.filter(
        (row) =>
          row.time >= begin &&
          row.time < end &&
          (personId === null || row.personId === personId) &&
          (memberId === null || row.memberId === memberId) &&
          (actions.length === 0 || actions.includes(row.action)),
      );
      return ok({ rows: found.slice(offset, offset + limit), total: found.length, members });
    },
    recordPrint: async () => ok(null),
    exportLog: async () => ok({ file: new Blob(['log']), fileName: `kinko-${tokyoDateOf(now).replaceAll('-', '')}.kinkolog`, entries, size: entries }),
    recordVerification: async () => ok(null),
  };
};

const problem = (type: VerifyProblem['type'], seq: number): VerifyProblem => ({ type, logId: LOG, seq, line: seq + 3 });

/** What a verifier says of a record that was bent in three ways. */
export const brokenReport = (now: number): VerifyReport => {
  const problems = [problem('Gap', 811), problem('Chain', 811), problem('Chain', 902), problem('Chain', 903), problem('Chain', 907), problem('CheckpointRoot', 1203)];
  return {
    ok: false,
    judged: true,
    vaultId: 'v'.repeat(22),
    entries: 1204,
    logs: [{ logId: LOG, entries: 1204, checkpoints: 61, root: '', firstTime: now - 300 * 86_400_000, lastTime: now }],
    tables: [{ version: 1, hash: '', members: 1 }],
    problems,
    problemCount: problems.length,
    notes: [{ type: 'TimeStep', logId: LOG, seq: 400 }, { type: 'TimeBack', logId: LOG, seq: 512 }],
    noteCount: 2,
    named: [],
    unknownActions: ['teleport'],
    unknownCodes: ['to:moon'],
    kept: { result: 'rewritten', logId: LOG, size: 900, signed: true },
  };
};
