import { Buffer } from 'node:buffer';
import type { MemberId, StoreId, VaultId } from '../../src/core/domain/ids.ts';
import { encodeBase64url } from '../../src/core/formats/base64url.ts';
import { encodeCheckpoint } from '../../src/core/formats/log/checkpoint.ts';
import { encodeEntry, hashEntryLine } from '../../src/core/formats/log/entry.ts';
import { createLogExportWriter } from '../../src/core/formats/log/log-export.ts';
import type { Frontier } from '../../src/core/formats/log/merkle.ts';
import { appendLeaf, createFrontier, frontierRoot } from '../../src/core/formats/log/merkle.ts';
import { encodeSignedNote, noteKeyId } from '../../src/core/formats/signed-note.ts';
import type { TableStore } from '../../src/core/formats/table.ts';
import type { Role } from '../../src/core/formats/table-rights.ts';
import { encodeTableText, tableHash, vaultIdOf } from '../../src/core/formats/table-text.ts';
import type { SigningKey } from './log-crypto.ts';
import { sha256 } from './log-crypto.ts';

/**
 * A vault's record as its writers meant it, before anything is hashed or signed. Rendering signs whatever the plan says,
 * so a changed plan is what somebody with all the keys could make of the record.
 */
export interface LogPlan {
  readonly tables: readonly TablePlan[];
  readonly logs: readonly { readonly logId: StoreId; readonly steps: readonly Step[] }[];
}

export interface MemberPlan {
  readonly id: MemberId;
  readonly role: Role;
  readonly key: SigningKey;
}

export interface TablePlan {
  readonly time: number;
  readonly members: readonly MemberPlan[];
  readonly stores: readonly TableStore[];
  /** Signs with the key of the version before; of version 1 its own. */
  readonly signedBy: { readonly id: MemberId; readonly key: SigningKey };
}

export type Step = { readonly type: 'entry'; readonly draft: EntryDraft } | { readonly type: 'checkpoint' };

export interface EntryDraft {
  readonly actor: { readonly id: MemberId; readonly key: SigningKey };
  readonly tableVersion: number;
  readonly time: number;
  readonly action: string;
  readonly subjectId: string;
  readonly codes: readonly string[];
  readonly state: string;
  readonly build: string;
  /** Table versions the entry brings into force. */
  readonly tables: readonly number[];
  /** Other logs, at their full size. */
  readonly seen: readonly StoreId[];
  /** Of another vault than the plan's: a forgery. */
  readonly vaultId?: VaultId;
}

export interface RenderedRecord {
  readonly vaultId: VaultId;
  readonly tableNotes: readonly string[];
  readonly logs: readonly RenderedLog[];
}

export interface RenderedLog {
  readonly logId: StoreId;
  readonly lines: readonly RenderedLine[];
}

export type RenderedLine = { readonly type: 'entry'; readonly text: string } | { readonly type: 'checkpoint'; readonly note: string };

export const signNote = (text: string, id: string, key: SigningKey): string =>
  encodeSignedNote({
    text,
    signatures: [{ name: id, keyId: noteKeyId(id, key.publicKey, sha256), signature: key.sign(new Uint8Array(Buffer.from(text))) }],
  });

/** A point on no curve: verifiers of the log have no use for HPKE keys, but two members may not share one. */
const hpkeOf = (member: MemberPlan): string => encodeBase64url(new Uint8Array([4, ...member.key.publicKey, ...member.key.publicKey]));

const renderTables = (plans: readonly TablePlan[]): { readonly vaultId: VaultId; readonly notes: readonly string[]; readonly hashes: readonly string[] } => {
  const notes: string[] = [];
  const hashes: string[] = [];
  for (const [index, plan] of plans.entries()) {
    const text = encodeTableText({
      vaultId: index === 0 ? 'genesis' : vaultIdOf(hashes[0] ?? ''),
      table: {
        version: index + 1,
        prev: hashes.at(-1) ?? '',
        time: plan.time,
        members: plan.members.map((member) => ({ id: member.id, role: member.role, sign: encodeBase64url(member.key.publicKey), hpke: hpkeOf(member) })),
        stores: plan.stores,
      },
    });
    notes.push(signNote(text, plan.signedBy.id, plan.signedBy.key));
    hashes.push(tableHash(text, sha256));
  }
  return { vaultId: vaultIdOf(hashes[0] ?? ''), notes, hashes };
};

export const renderPlan = (plan: LogPlan): RenderedRecord => {
  const { vaultId, notes, hashes } = renderTables(plan.tables);
  const heads = new Map<StoreId, Frontier>();
  const logs = plan.logs.map(({ logId, steps }): RenderedLog => {
    let head = createFrontier();
    let prev = '';
    let last: EntryDraft | undefined;
    const lines = steps.map((step): RenderedLine => {
      if (step.type === 'entry') {
        last = step.draft;
        const text = encodeDraft(step.draft, { vaultId, logId, seq: head.size, prev, hashes, heads });
        const leaf = hashEntryLine(sha256, text);
        prev = encodeBase64url(leaf);
        head = appendLeaf(sha256, head, leaf);
        heads.set(logId, head);
        return { type: 'entry', text };
      }
      if (last === undefined) throw new Error('a checkpoint needs an entry before it');
      const text = encodeCheckpoint({ vaultId, logId, size: head.size, root: frontierRoot(sha256, head) });
      return { type: 'checkpoint', note: signNote(text, last.actor.id, last.actor.key) };
    });
    return { logId, lines };
  });
  return { vaultId, tableNotes: notes, logs };
};

interface DraftPlace {
  readonly vaultId: VaultId;
  readonly logId: StoreId;
  readonly seq: number;
  readonly prev: string;
  readonly hashes: readonly string[];
  readonly heads: ReadonlyMap<StoreId, Frontier>;
}

const encodeDraft = (draft: EntryDraft, { vaultId, logId, seq, prev, hashes, heads }: DraftPlace): string =>
  encodeEntry({
    vaultId: draft.vaultId ?? vaultId,
    logId,
    seq,
    prev,
    time: draft.time,
    actorId: draft.actor.id,
    tableVersion: draft.tableVersion,
    action: draft.action,
    subjectId: draft.subjectId,
    codes: draft.codes,
    state: draft.state,
    attach: draft.tables.map((version) => ({ kind: 'table', hash: hashes[version - 1] ?? '' })),
    seen: draft.seen.map((other) => {
      const head = heads.get(other) ?? createFrontier();
      return { logId: other, size: head.size, root: encodeBase64url(frontierRoot(sha256, head)) };
    }),
    build: draft.build,
  });

/** The lines of the file without LF and without its end line. */
export const exportLines = (record: RenderedRecord): readonly string[] => {
  const writer = createLogExportWriter(record.vaultId);
  const lines = [writer.header(), ...record.tableNotes.map(writer.table)];
  for (const { logId, lines: logLines } of record.logs) {
    lines.push(writer.log(logId));
    for (const line of logLines) lines.push(line.type === 'entry' ? writer.entry(line.text) : writer.checkpoint(line.note));
  }
  return lines.map((line) => line.slice(0, -1));
};

/** Lines → file, with an end line that fits them. */
export const fileOf = (lines: readonly string[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(`${[...lines, JSON.stringify({ end: { lines: lines.length } })].join('\n')}\n`));

export const exportFile = (record: RenderedRecord): Uint8Array<ArrayBuffer> => fileOf(exportLines(record));

export const checkpointsOf = (record: RenderedRecord): readonly { readonly logId: StoreId; readonly size: number; readonly note: string }[] =>
  record.logs.flatMap(({ logId, lines }) => {
    let size = 0;
    return lines.flatMap((line) => {
      if (line.type === 'checkpoint') return [{ logId, size, note: line.note }];
      size += 1;
      return [];
    });
  });
