import type { VaultError } from '../../../src/core/contract/errors.ts';
import { containsIndividualNumber } from '../../../src/core/domain/number/individual-number.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { JsonValue } from '../../../src/core/formats/canonical.ts';
import { isObject } from '../../../src/core/formats/canonical.ts';
import { encodePage, parsePage } from '../../../src/core/formats/page-text.ts';
import { DRAFT_REF, HEAD_REF } from '../book/layout.ts';
import type { PageWrite } from '../storage/page-row.ts';
import type { OpenSession } from './open-session.ts';

/** Fields typed and not yet saved, never a number. One page under the profile key, named by nothing. */
export interface Draft {
  readonly route: string;
  readonly fields: Readonly<Record<string, string>>;
}

const DIGITS = [...'0123456789'];

/** Stored while somebody types, it may lack the last digit, which follows from the others. */
const holdsNumber = (text: string): boolean => containsIndividualNumber(text) || DIGITS.some((digit) => containsIndividualNumber(text + digit));

/** A rotation leaves it behind: then it no longer opens, and what it said of a person is gone with the rest. */
const parseDraft = (content: JsonValue): Draft | null => {
  if (!isObject(content)) return null;
  const { route, fields } = content;
  if (typeof route !== 'string' || !isObject(fields)) return null;
  const entries: [string, string][] = [];
  for (const [key, value] of Object.entries(fields)) {
    if (typeof value !== 'string') return null;
    entries.push([key, value]);
  }
  return { route, fields: Object.fromEntries(entries) };
};

/** Not a commit and no entry: nothing of the vault changes. It only goes where the head is as this session knows it. */
const writeDraft = async (session: OpenSession, change: Pick<PageWrite, 'puts' | 'deletes'>): Promise<Result<null, VaultError>> => {
  await session.writer.idle();
  const { headRow } = session.writer.book();
  const outcome = await session.files.pages.write({ expect: { at: HEAD_REF, row: headRow }, ...change });
  if (outcome.type === 'stored') return ok(null);
  return err(outcome.type === 'conflict' ? { type: 'ChangedMeanwhile' } : outcome.error);
};

/** Null drops the one that is there. Errors: StorageFull, StorageFailed, ChangedMeanwhile. */
export const saveDraft = (session: OpenSession, draft: Draft | null): Promise<Result<null, VaultError>> =>
  // Behind a rotation that runs: under the keys it leaves behind the draft would be acknowledged and open no more.
  session.alone(async () => {
    const { sealer } = session.state();
    const rows = await session.files.pages.read([DRAFT_REF]);
    if (!rows.ok) return rows;
    const row = rows.value[0] ?? null;
    if (draft === null || !sealer.holds('profile')) return row === null ? ok(null) : writeDraft(session, { puts: [], deletes: [DRAFT_REF] });
    // A number typed into a wrong field is under the number key nowhere in here: what holds one is not kept.
    const kept = Object.entries(draft.fields).filter(([, text]) => !holdsNumber(text));
    const page = encodePage(DRAFT_REF, { route: draft.route, fields: Object.fromEntries(kept) });
    if (!page.ok) return err({ type: 'InvalidInput', fields: [{ field: 'fields', problem: 'TooLong' }] });
    const sealed = await sealer.seal(DRAFT_REF, (row?.rev ?? 0) + 1, page.value);
    return writeDraft(session, { puts: [{ at: DRAFT_REF, row: sealed }], deletes: [] });
  });

/** Offered once: it is dropped when it is read. One that does not open counts as none. */
export const takeDraft = (session: OpenSession): Promise<Result<Draft | null, VaultError>> =>
  session.alone(async () => {
    const rows = await session.files.pages.read([DRAFT_REF]);
    if (!rows.ok) return rows;
    const row = rows.value[0] ?? null;
    if (row === null) return ok(null);
    const plain = await session.state().sealer.open(DRAFT_REF, row);
    const content = plain === null ? null : parsePage(plain, DRAFT_REF);
    const draft = content?.ok === true ? parseDraft(content.value) : null;
    const dropped = await writeDraft(session, { puts: [], deletes: [DRAFT_REF] });
    return dropped.ok || draft !== null ? ok(draft) : dropped;
  });
