import type { VaultError } from '../../../../src/core/contract/errors.ts';
import type { UseInput } from '../../../../src/core/contract/life-api.ts';
import { auditCode } from '../../../../src/core/domain/audit/codes.ts';
import type { CivilDate } from '../../../../src/core/domain/date/civil-date.ts';
import { civilDateOf } from '../../../../src/core/domain/date/civil-date.ts';
import { isFilingYear } from '../../../../src/core/domain/filing/filing-year.ts';
import type { Filing } from '../../../../src/core/domain/filing/filing.ts';
import { destinationsOf, filingsFor } from '../../../../src/core/domain/filing/filing.ts';
import type { PersonLife } from '../../../../src/core/domain/life/person-life.ts';
import { LIFE_LIMITS } from '../../../../src/core/domain/life/person-life.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import type { Paper } from '../../../../src/core/domain/retention/retention.ts';
import type { EntryDraft } from '../../audit/plan.ts';
import type { PersonRecord } from '../../book/person-page.ts';
import { knownFields } from '../../book/stored-fields.ts';

/** What using a number changes in its record, and the entry that says so. */
export interface NumberUseStep {
  readonly life: Partial<PersonLife>;
  readonly entry: Omit<EntryDraft, 'subjectId'>;
}

/** Errors of what was asked for: the filing is none of the person's, does not go there, or is of no year. */
export const findFiling = ({ fields }: PersonRecord, { filing, year, destination }: UseInput): Result<Filing, VaultError> => {
  if (!isFilingYear(year)) return err({ type: 'InvalidInput', fields: [{ field: 'year', problem: 'OutOfRange' }] });
  const { kind, purposes } = knownFields(fields);
  const found = filingsFor(kind, purposes).find(({ code }) => code === filing);
  // Outside of what the person was told the number is not used, not even with consent.
  return found === undefined || !destinationsOf(found).includes(destination) ? err({ type: 'NotAllowed' }) : ok(found);
};

/** Reports of payments are due on 31 January of the year after; from then on their copy may be kept. */
const reportPaper = ({ code, keep }: Filing, year: number): readonly Paper[] => {
  const due = civilDateOf({ year: year + 1, month: 1, day: 31 });
  return keep.rule === 'may' && due.ok ? [{ filing: code, year, anchor: due.value }] : [];
};

/** The newest use of one filing, year and destination takes the place of the one before: the record has all of them. */
export const stepOfUse = ({ life: { life } }: PersonRecord, filing: Filing, { year, destination }: UseInput, on: CivilDate): NumberUseStep => {
  const use = { filing: filing.code, year, destination, on };
  const others = life.uses.filter((known) => known.filing !== use.filing || known.year !== year || known.destination !== destination);
  const papers = reportPaper(filing, year).filter((paper) => !life.papers.some((known) => known.filing === paper.filing && known.year === year));
  return {
    life: { uses: [...others, use].slice(-LIFE_LIMITS.uses), papers: [...life.papers, ...papers].slice(-LIFE_LIMITS.papers) },
    entry: {
      action: 'use',
      codes: [auditCode('filing', filing.code), `year:${year}`, auditCode('to', destination), auditCode('purpose', filing.purpose)],
    },
  };
};
