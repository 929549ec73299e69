import { ok } from '../../src/core/domain/result.ts';
import { parsePage } from '../../src/core/formats/page-text.ts';
import { parseAttachedPart } from '../../workers/vault/audit/attached-page.ts';
import type { ClosedLogDraft, Planner } from '../../workers/vault/audit/plan.ts';
import { MAX_ATTACHMENTS, MAX_PARTS } from '../../workers/vault/book/layout.ts';
import { readDisk } from './vault-fixture-disk.ts';
import { planCreate } from './vault-fixture-plans.ts';
import type { VaultFixture } from './vault-fixture.ts';

/** The whole log of a store, as a restore elsewhere takes it over, with the pages of kind list that its entries attach. */
export const closedLogOf = async (old: VaultFixture): Promise<ClosedLogDraft> => {
  const session = await old.reopen();
  const { log } = session.writer;
  const lines = await log.readLines(0, log.size());
  const checkpoints = await log.checkpoints();
  if (!lines.ok || !checkpoints.ok) throw new Error('old log');
  const attached = new Map<number, ClosedLogDraft['attached'][number]>();
  for (const { at, row } of await readDisk(old)) {
    if (at.kind !== 'list') continue;
    const plaintext = await session.sealer.open(at, row);
    const content = plaintext === null ? null : parsePage(plaintext, at);
    const part = content?.ok === true ? parseAttachedPart(content.value) : null;
    if (part === null) throw new Error('old list');
    const place = Math.floor(at.no / MAX_PARTS);
    const text = (attached.get(place)?.text ?? '') + part.text;
    attached.set(place, { kind: 'list', seq: Math.floor(place / MAX_ATTACHMENTS), at: place % MAX_ATTACHMENTS, text, salt: part.salt });
  }
  session.store.close();
  return { logId: log.logId, lines: lines.value.lines, checkpoints: checkpoints.value, attached: [...attached.values()] };
};

/** The first commit of a store that takes over logs of earlier installations. */
export const planRestore =
  (fixture: VaultFixture, closed: readonly ClosedLogDraft[]): Planner<null> =>
  async (base) => {
    const created = await planCreate(fixture)(base);
    return created.ok ? ok({ plan: { ...created.value.plan, closed }, value: null }) : created;
  };
