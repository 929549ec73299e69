import type { LifeView } from '../../../../src/core/contract/life-api.ts';
import { guardOf } from '../../../../src/core/domain/ask/ask-guard.ts';
import { askingStateOf } from '../../../../src/core/domain/ask/number-request.ts';
import type { CivilDate } from '../../../../src/core/domain/date/civil-date.ts';
import type { WhoChecks } from '../../../../src/core/domain/identity/who-checks.ts';
import { whoChecks } from '../../../../src/core/domain/identity/who-checks.ts';
import { dueFrom, numberStageOf } from '../../../../src/core/domain/life/number-stage.ts';
import { keepingsOf } from '../../../../src/core/domain/retention/retention.ts';
import type { IndexRow } from '../../book/index-page.ts';
import type { PersonRecord } from '../../book/person-page.ts';
import { knownFields } from '../../book/stored-fields.ts';
import type { OpenVault } from '../../session/open-vault.ts';
import { todayOf } from '../book-commit.ts';

/** The day rules are judged by: while the clock is in doubt the last one that is not, so that a wrong clock makes nothing due. */
export const asOfDay = (vault: OpenVault): CivilDate => todayOf(vault.settings().clockTrustedAt ?? vault.platform.now());

/** Who has to check the person of a record. */
export const whoChecksRecord = (vault: OpenVault, record: PersonRecord): WhoChecks => {
  const { kind, parentId, purposes } = knownFields(record.fields);
  const parent = parentId === null ? null : vault.writer.persons.get(parentId);
  return whoChecks(kind, parent?.kind ?? null, purposes);
};

export const lifeViewOf = (vault: OpenVault, record: PersonRecord, row: Pick<IndexRow, 'hasNumber'>): LifeView => {
  const { kind, corporate, purposes, relationTo } = knownFields(record.fields);
  const { life } = record.life;
  const asOf = asOfDay(vault);
  const ended = relationTo?.date ?? null;
  const checks = whoChecksRecord(vault, record);
  return {
    stage: numberStageOf({ corporate, hasNumber: row.hasNumber, relationTo: ended, whoChecks: checks, life, asOf }),
    life,
    asking: askingStateOf(life.requests, asOf),
    whoChecks: checks,
    guard: guardOf({ kind, corporate, purposes, payment: life.payment }, vault.settings()),
    keepings: keepingsOf(life.papers),
    dueFrom: dueFrom({ relationTo: ended, life }),
    asOf,
  };
};
